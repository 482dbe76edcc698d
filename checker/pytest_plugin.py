"""One test item for each claim of a claims file."""
