import pytest

from checker.extraction.grids.grid import grids, p_value, population
from checker.extraction.sentences import Page
from checker.read import html
from checker.read.text import from_text

TABLE = (
    "Table 1. Those enrolled\n\n"
    "| | Alfa (n = 40) | Beta (n = 38) | P value |\n|---|---|---|---|\n"
    "| Sex | | | 0.30 |\n| Men | 20 (50) | 22 (58) | |\n| Women | 20 (50) | 16 (42) | |\n\n"
    "*Fisher's exact test.\n"
)


def grid(text):
    [found] = grids(Page(from_text(text)))
    return found


def test_heads_labels_and_headings():
    table = grid(TABLE)
    men = table.body[1]
    assert [table.label(row) for row in table.body] == ["sex", "men", "women"]
    assert table.heading(men) == "sex"
    assert table.group(men) == table.body[0]
    assert [table.head(column) for column in table.columns[:2]] == ["alfa (n = 40)", "beta (n = 38)"]
    assert table.tests() == [3]
    assert [token.literal for token in table.figures(men, 2)] == ["22", "58"]


def test_how_many_are_in_a_column():
    table = grid(TABLE)
    sizes = [table.size(table.body[1], column) for column in table.columns]
    assert [size and size.size for size in sizes] == [40, 38, None]
    name, made = population(table.page, sizes[0])
    assert made[name].size.literal == "40"


@pytest.mark.parametrize(
    "rows",
    [
        "| No. of patients | 40 | 38 |\n| Men | 20 | 22 |\n",
        "| N | 40 | 38 |\n| Men | 20 | 22 |\n",
    ],
)
def test_sizes_in_a_row_of_their_own(rows):
    table = grid(f"| | Alfa | Beta |\n|---|---|---|\n{rows}")
    last = table.body[-1]
    assert [table.size(last, column).size for column in table.columns] == [40, 38]


def test_caption_and_notes_are_about_the_table():
    assert "fisher" in grid(TABLE).about


def test_the_p_of_a_cell():
    table = grid(TABLE)
    assert p_value(table.figures(table.body[0], 3)).literal == "0.30"
    assert p_value([]) is None


@pytest.mark.parametrize(
    ("head", "size"), [("Alfa n=67 1 cluster", 67), ("Alfa (n = 1 204)", 1204), ("Alfa (n=10,267)", 10267)]
)
def test_how_large_a_head_says_that_its_column_is(head, size):
    text = f"<table><tr><th></th><th>{head}</th></tr><tr><td>Men</td><td>5</td></tr></table>"
    [found] = grids(Page(html.from_text(text, "paper.html")))
    assert (column := found.size(1, 1)) is not None
    assert column.size == size


def test_heads_that_stand_again_hold_from_there():
    rows = (
        ("", "Alfa (n = 17)", "Beta (n = 15)", "P"), ("Nausea", "10", "6", "0.1"),
        ("With steroid", "Alfa (n = 24)", "Beta (n = 29)", "P"), ("Nausea", "14", "12", "0.2"),
    )  # fmt: skip
    body = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
    [found] = grids(Page(html.from_text(f"<table>{body}</table>", "paper.html")))
    assert [size and size.size for row in (1, 3) for column in (1, 2) if (size := found.size(row, column))] == [
        17, 15, 24, 29,
    ]  # fmt: skip


def test_a_label_may_state_the_size_of_its_row():
    text = "<table><tr><th></th><th>Short</th></tr><tr><td>Alfa (n=249)</td><td>23 (9%)</td></tr></table>"
    [found] = grids(Page(html.from_text(text, "paper.html")))
    assert (size := found.size(1, 1)) is not None
    assert (size.size, size.name) == (249, "Alfa")
