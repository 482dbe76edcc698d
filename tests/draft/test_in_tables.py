import pytest

from checker import read
from checker.draft import in_tables
from checker.extraction.grids.grid import grids
from checker.extraction.sentences import Page


def reasons(rows, head):
    """The reasons of the numbers of a table, by the number as printed; rows are of cells."""
    cells = "".join(f"<th>{cell}</th>" for cell in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    table = (
        f"<html><body><h1>Results</h1><table><thead><tr>{cells}</tr></thead><tbody>{body}</tbody></table></body></html>"
    )
    page = Page(read.from_bytes(table.encode(), "paper.html"))
    [grid] = grids(page)
    found = dict(in_tables.reasons(grid, page.tokens))
    return {token.literal: found.get(token.start) for token in page.tokens}


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        (["", "Rest (n = 60)", "Week 4"], ["Age 65+", "3", "5"],
         {"60": in_tables.SIZE_OF, "4": in_tables.HEAD, "65": in_tables.LABEL}),
        (["", "Rest", "Work"], ["Age, years", "62.1 ± 8.2", "61.0 ± 9.1"],
         dict.fromkeys(["62.1", "9.1"], in_tables.SPREAD)),
        (["", "Rest", "Work"], ["Age, mean (SD)", "62.1 (8.2)", "61.0 (9.1)"],
         dict.fromkeys(["62.1", "9.1"], in_tables.SPREAD)),
        (["", "Rest", "Work"], ["Age, median (range)", "62.1 (8.2)", "61.0 (9.1)"], dict.fromkeys(["62.1", "9.1"])),
        (["", "Rest", "Work", "p"], ["Age, years", "62.1 ± 8.2", "61.0 ± 9.1", "0.42"],
         dict.fromkeys(["62.1", "9.1", "0.42"], in_tables.NO_SIZE)),
        (["", "Rest (n = 60)", "Work (n = 40)", "p"], ["Age, years", "62.1 ± 8.2", "61.0 ± 9.1", "0.42"],
         dict.fromkeys(["62.1", "9.1", "0.42"])),
        (["", "Rest", "Work", "p"], ["pH", "7.31", "7.35", "0.42"],
         dict.fromkeys(["7.31", "0.42"], in_tables.NO_SPREAD)),
        (["", "Rest", "Work"], ["pH", "7.31", "7.35"], dict.fromkeys(["7.31", "7.35"], in_tables.ALONE)),
        (["", "Rest", "Work", "Difference"], ["pH", "7.31", "7.35", "0.04"], dict.fromkeys(["7.31", "0.04"])),
        (["", "Rest", "Work"], ["Deaths", "0", "0"], {"0": in_tables.NONE}),
        (["", "Rest", "Work"], ["Deaths", "3", "5"], dict.fromkeys(["3", "5"])),
    ],
)  # fmt: skip
def test_what_is_known_of_a_row(head, row, expected):
    found = reasons([row, ["Pain", "much", "little", "none"][: len(head)]], head)
    assert {literal: found[literal] for literal in expected} == expected


def test_subjects_listed_one_by_one_but_not_what_sums_them_up():
    rows = [[str(number), f"4{number}", f"1.{number}"] for number in range(1, 6)]
    found = reasons([*rows, ["Mean", "43", "1.35"]], ["Patient", "Age", "pH"])
    assert found["41"] == found["1.5"] == in_tables.LISTED
    assert found["1.35"] != in_tables.LISTED
