"""The structure of tables: what is head and body, label and cell, and how many each column counts."""
