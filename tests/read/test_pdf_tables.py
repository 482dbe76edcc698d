"""Tables of PDFs, as journals and authors set them, on PDFs written here."""

from collections.abc import Sequence

import pytest
from fpdf import FPDF

from checker import read

FONT = "Times"
HEAD = ("Characteristic", "Early (n = 120)", "Usual (n = 120)", "P")
ROWS = [
    ("Female sex", "80 (66.7)", "78 (65.0)", "0.79"),
    ("Diabetes", "12 (10.0)", "18 (15.0)", "0.24"),
    ("Stroke", "6 (5.0)", "9 (7.5)", "0.43"),
    ("Smoker", "30 (25.0)", "24 (20.0)", "0.35"),
]
PROSE = [
    "In this paragraph nothing is said that any table would hold, and its lines are",
    "as wide as the page. Of the patients some had been seen before, and others had",
    "come for the first time; what they had was written down by those who saw them.",
]
LEFT = (60, 200, 300, 400)


class Sheet:
    """A page on which lines are set at their places, from top to bottom."""

    def __init__(self, size: float = 9, leading: float = 11) -> None:
        self.pdf = FPDF(unit="pt", format=(595, 842))
        self.pdf.set_auto_page_break(False)
        self.size, self.leading = size, leading
        self.page()

    def page(self) -> None:
        self.pdf.add_page()
        self.pdf.set_font(FONT, size=self.size)
        self.y = 70.0

    def line(self, *cells: str, at: Sequence[float] = LEFT, down: float | None = None) -> None:
        """Cells on one line, each from its left edge."""
        self.y += self.leading if down is None else down
        for x, text in zip(at, cells, strict=False):
            if text:
                self.pdf.text(x, self.y, text)

    def rule(self, x0: float = 58, x1: float = 480) -> None:
        self.pdf.line(x0, self.y + 4, x1, self.y + 4)

    def prose(self) -> None:
        for text in PROSE:
            self.line(text)

    def table(self, rows: Sequence[Sequence[str]], ruled: bool = True, at: Sequence[float] = LEFT) -> None:
        for number, row in enumerate(rows):
            self.line(*row, at=at, down=16 if not number else None)
            if ruled and number == 0:
                self.rule()
        if ruled:
            self.rule()

    def document(self):
        return read.from_bytes(bytes(self.pdf.output()), "paper.pdf")


def grid(rows: Sequence[Sequence[str]]) -> dict[tuple[int, int, int, int], str]:
    return {(i, j, 1, 1): text for i, row in enumerate(rows) for j, text in enumerate(row) if text}


def caption(document, table) -> str:
    return document.text[table.caption.start : table.caption.end]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("below", [True, False])
def test_captions_stand_above_all_tables_or_below_them_all(ruled, below, tools):
    sheet = Sheet()
    sheet.prose()
    for number in (1, 2):
        if not below:
            sheet.line(f"Table {number}. Characteristics of the patients", down=24)
        sheet.table([HEAD, *ROWS[: number + 2]], ruled)
        if below:
            sheet.line(f"Table {number}. Characteristics of the patients", down=16)
        sheet.y += 20
        sheet.prose()
    document = sheet.document()
    tools.check_contract(document)
    assert tools.grid(document) == [grid([HEAD, *ROWS[:3]]), grid([HEAD, *ROWS])]
    assert [caption(document, table)[:8] for table in document.tables] == ["Table 1.", "Table 2."]
    assert document.text.count(PROSE[0]) == 3


def test_cells_that_stand_close_are_parted_by_the_white_between_their_columns(tools):
    sheet = Sheet()
    sheet.line("Table 1. Characteristics of the patients")
    sheet.table([("Item", "Early", "Usual", "P"), *ROWS], at=(60, 108, 153, 198))
    assert tools.grid(sheet.document()) == [grid([("Item", "Early", "Usual", "P"), *ROWS])]


def test_counts_and_their_percentages_are_one_cell_where_they_line_up(tools):
    sheet = Sheet()
    sheet.line("Table 1. Characteristics of the patients")
    rows = [(a, *(part for cell in (b, c) for part in cell.split()), p) for a, b, c, p in ROWS]
    sheet.table([("Item", "Early", "", "Usual", "", "P"), *rows], at=(60, 200, 214, 300, 314, 400))
    assert tools.grid(sheet.document()) == [grid([("Item", "Early", "Usual", "P"), *ROWS])]


def test_rows_set_as_close_as_lines_are_rows_each(tools):
    sheet = Sheet(leading=10)
    sheet.line("Table 1. Quality of life")
    rows = [("Score", "Visit", "Early", "Usual"), ("Physical", "Baseline", "45.5 (8.5)", "44.9 (8.9)")]
    rows += [("", "Month 12", "50.2 (8.4)", "49.6 (8.9)"), ("", "Change", "4.7 (7.6)", "4.7 (8.5)")]
    sheet.table(rows)
    assert tools.grid(sheet.document()) == [grid(rows)]


def test_limits_under_their_estimate_are_of_its_row(tools):
    sheet = Sheet()
    sheet.line("Table 1. Effects")
    sheet.table([("Outcome", "Early", "Usual")])
    for label, early, usual in (("Death", "1.20", "0.95"), ("Stroke", "0.81", "1.10"), ("Bleeding", "1.02", "1.31")):
        sheet.line(label, early, usual, down=16)
        sheet.line("", "(0.70 to 2.10)", "(0.61 to 2.42)", down=10)
    sheet.rule()
    (found,) = tools.grid(sheet.document())
    assert found[1, 1, 1, 1] == "1.20 (0.70 to 2.10)"
    assert found[3, 2, 1, 1] == "1.31 (0.61 to 2.42)"
    assert max(row for row, *_ in found) == 3


def test_a_head_stands_over_the_columns_that_its_rule_spans(tools):
    sheet = Sheet()
    at = (60, 180, 230, 300, 350)
    sheet.line("Table 1. Two groups")
    sheet.line("", "Early", "", "Usual", at=at, down=16)
    sheet.rule(180, 270)
    sheet.rule(300, 390)
    sheet.line("Item", "Mean", "SD", "Mean", "SD", at=at, down=13)
    sheet.rule(58, 392)
    for row in (("Age", "70.1", "8.2", "71.4", "8.9"), ("Weight", "68.0", "9.1", "67.2", "8.8")):
        sheet.line(*row, at=at)
    sheet.rule(58, 392)
    (found,) = tools.grid(sheet.document())
    assert (found[0, 1, 1, 2], found[0, 3, 1, 2]) == ("Early", "Usual")
    assert [found[1, column, 1, 1] for column in range(5)] == ["Item", "Mean", "SD", "Mean", "SD"]


@pytest.mark.parametrize("head", [[], [HEAD]])
@pytest.mark.parametrize("said", ["", "Table 1. (continued)"])
def test_rows_on_the_next_page_are_of_the_same_table(head, said, tools):
    rows = [(f"Item {n}", *ROWS[n % 4][1:]) for n in range(1, 21)]
    sheet = Sheet()
    sheet.prose()
    sheet.line("Table 1. Characteristics of the patients")
    sheet.table([HEAD, *rows[:12]], ruled=False)
    sheet.page()
    if said:
        sheet.line(said)
    sheet.table([*head, *rows[12:]], ruled=False)
    sheet.y += 24
    sheet.prose()
    document = sheet.document()
    tools.check_contract(document)
    if said and not head:
        assert len(document.tables) in (1, 2)
        return
    assert tools.grid(document) == [grid([HEAD, *rows])]
    assert document.page(document.text.index("Item 12\t")) == 1
    assert document.page(document.text.index("Item 13\t")) == 2
    assert document.page(document.text.rindex(PROSE[2])) == 2


@pytest.mark.parametrize("angle", [90, 270])
def test_a_table_on_a_turned_page(angle, tools):
    sheet = Sheet()
    with sheet.pdf.rotation(angle, 297, 421):
        sheet.y = 200
        sheet.line("Table 1. Characteristics of the patients")
        sheet.table([HEAD, *ROWS])
    assert tools.grid(sheet.document()) == [grid([HEAD, *ROWS])]


def test_a_table_in_one_of_two_columns_leaves_the_other_alone(tools):
    sheet = Sheet(size=8)
    side = [f"of the {n}th kind there was nothing to be said, and it was left at that" for n in range(24)]
    for number in range(6):
        sheet.line("what is said in this column is said in words, and in many of them", side[number], at=(50, 310))
    rows = [("Item", "Early", "P"), *((a, b, p) for a, b, _, p in ROWS)]
    sheet.line("Table 1. Characteristics", side[6], at=(50, 310))
    for number, row in enumerate(rows):
        sheet.line(*row, side[7 + number], at=(50, 130, 200, 310))
    for number in range(12, 24):
        sheet.line("what is said in this column is said in words, and in many of them", side[number], at=(50, 310))
    document = sheet.document()
    assert tools.grid(document) == [grid(rows)]
    assert all(line in document.text for line in side)


@pytest.mark.parametrize("announced", ["Table 1 shows what", "Table 1. What the"])
def test_prose_is_no_table(announced):
    sheet = Sheet()
    sheet.line(f"{announced} patients had, and this is all that is said of it here.")
    sheet.rule()
    for number in range(1, 5):
        sheet.line(f"{number}.", PROSE[number % 3], at=(60, 80))
    sheet.rule()
    sheet.prose()
    document = sheet.document()
    assert document.tables == ()
    assert PROSE[0] in document.text


def test_a_list_under_a_table_is_not_of_it(tools):
    sheet = Sheet()
    sheet.line("Table 1. Characteristics of the patients")
    sheet.table([HEAD, *ROWS])
    sheet.y += 10
    for number in range(1, 4):
        sheet.line(f"{number}.", PROSE[number % 3], at=(60, 80))
    assert tools.grid(sheet.document()) == [grid([HEAD, *ROWS])]


@pytest.mark.parametrize("middle", [True, False])
def test_a_cell_beside_the_middle_of_a_group_is_of_all_its_rows(middle, tools):
    sheet = Sheet()
    sheet.line("Table 1. Centres and causes")
    rows = [("Item", "Early", "Usual", "P"), ("Centre", "", "", ""), ("North", "15 (50)", "4 (4.4)", "")]
    rows += [("East", "15 (50)", "51 (56.7)", "0.01"), ("West", "0 (0)", "35 (38.9)", ""), ("Cause", "", "", "")]
    rows += [("Fall", "10 (33)", "20 (22.2)", ""), ("Crash", "12 (40)", "40 (44.4)", "0.45")]
    rows += [("Other", "8 (27)", "30 (33.3)", "")]
    if not middle:
        rows[7], rows[8] = (*rows[7][:3], ""), (*rows[8][:3], "0.45")
    sheet.table(rows)
    (found,) = tools.grid(sheet.document())
    assert (found.get((2, 3, 3, 1)) == "0.01") == middle
    assert (found.get((3, 3, 1, 1)) == "0.01") != middle
