"""From the text of a paper to claims about its figures."""
