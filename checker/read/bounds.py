"""How much of a document is read: more than any paper has, and little enough for a hostile file to cost seconds.

`docs/limits.md` lists these bounds and those of each format. What is left unread is said in the report, by
`Document.left_out`.
"""

# A book of 600 pages has two million.
MOST_CHARACTERS = 3_000_000
# The cells of all tables of a document. Long lists of raw data have more.
MOST_CELLS = 20_000
MOST_COLUMNS = 100

WIDE_TABLE = f"the columns of a table behind its first {MOST_COLUMNS}"
MANY_CELLS = f"what tables have behind the first {MOST_CELLS:,} cells of the document"
