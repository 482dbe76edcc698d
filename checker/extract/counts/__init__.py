"""Counts and percentages in sentences: each with the number of people or things that it is of."""
