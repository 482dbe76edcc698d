"""PDF: order, columns, hyphens, marks, margins, tables and pages, on PDFs written here."""

import io
import re
import time
from pathlib import Path

import pytest
from fpdf import FPDF

from checker import read
from checker.read import ReadError

_MARK = re.compile(r"([\^_@])\{([^}]*)\}")
_FONT = "Times"


class Printer:
    """Sets a paper in one or two columns, as a journal or an author would."""

    def __init__(self, columns: int = 1, size: float = 10, leading: float = 12, numbered: bool = False) -> None:
        self.pdf = FPDF(unit="pt", format=(595, 842))
        self.pdf.set_auto_page_break(False)
        self.columns, self.size, self.leading, self.numbered = columns, size, leading, numbered
        self.width = (595 - 2 * 60 - 20 * (columns - 1)) / columns
        self.column, self.top, self.lines = columns, 90.0, 0
        self.y = 1000.0

    @property
    def x(self) -> float:
        return 60 + self.column * (self.width + 20)

    def advance(self, height: float) -> None:
        """Move down, to the next column or page where needed."""
        self.y += height
        if self.y > 760:
            self.column += 1
            if self.column >= self.columns:
                self.column, self.lines = 0, 0
                self.pdf.add_page()
                self.pdf.set_font(_FONT, size=8)
                number = len(self.pdf.pages)
                self.pdf.text(60, 40, f"Able et al. Imaginary Medicine 2019;{number}:12")
                self.pdf.text(500, 800, f"Page {number} of 99")
            self.y = self.top

    def words(self, words: list[tuple[str, str]], last: bool, bold: bool, size: float, indent: float) -> None:
        """One line, justified unless it is the last of its paragraph."""
        self.advance(self.leading * size / self.size)
        x, style = self.x + indent, "B" if bold else ""
        self.pdf.set_font(_FONT, style, size)
        space = self.pdf.get_string_width(" ")
        if not last and len(words) > 1:
            spare = self.width - indent - sum(self.measure(word, style, size) for _, word in words)
            space = spare / (len(words) - 1)
        if self.numbered:
            self.lines += 1
            self.pdf.set_font(_FONT, size=7)
            self.pdf.text(30, self.y, str(self.lines))
        for _, word in words:
            for kind, piece in pieces(word):
                self.pdf.set_font(_FONT, style, size if kind == " " else 0.65 * size)
                self.pdf.text(x, self.y - {"_": -0.15, " ": 0.0}.get(kind, 0.35) * size, piece)
                x += self.pdf.get_string_width(piece)
            x += space

    def measure(self, word: str, style: str, size: float) -> float:
        """The width of a word with its marks."""
        total = 0.0
        for kind, piece in pieces(word):
            self.pdf.set_font(_FONT, style, size if kind == " " else 0.65 * size)
            total += self.pdf.get_string_width(piece)
        return total

    def block(
        self, text: str, bold: bool = False, size: float | None = None, indent: float = 0, gap: float = 0
    ) -> None:
        """A paragraph, its long words cut at the ends of lines."""
        size = size or self.size
        self.advance(gap)
        line: list[tuple[str, str]] = []
        used = indent
        for word in re.findall(r"(?:[^\s{]|\{[^}]*\})+", text):
            style = "B" if bold else ""
            width = self.measure(word, style, size)
            if line and used + width > self.width:
                free = self.width - used - self.measure("-", style, size)
                cut = next((n for n in range(len(word) - 3, 3, -1) if self.measure(word[:n], style, size) < free), 0)
                if cut and word.isalpha():
                    line.append((" ", word[:cut] + "-"))
                    word = word[cut:]
                    width = self.measure(word, style, size)
                self.words(line, False, bold, size, indent)
                line, used, indent = [], 0.0, 0.0
            line.append((" ", word))
            used += width + self.measure("n", style, size) * 0.6
        self.words(line, True, bold, size, indent)

    def table(self, paper, ruled: bool = True) -> None:
        """The paper's table with three rules, or none."""
        scale = 1 if self.columns == 1 else 0.48
        across = [0, 120 * scale, 250 * scale, 390 * scale]
        self.advance(18)
        small = 8 if self.columns == 1 else 6
        self.pdf.set_font(_FONT, size=small)
        self.pdf.text(self.x, self.y, paper.caption)

        def rule() -> None:
            if ruled:
                self.pdf.set_line_width(0.5)
                self.pdf.line(self.x, self.y + 4, self.x + 475 * scale, self.y + 4)

        rule()
        for number, row in enumerate(paper.table[1:]):
            self.advance(13)
            cells = [paper.table[0][0], *row, paper.table[0][2]] if number == 0 else row
            for left, cell in zip(across, cells, strict=True):
                for kind, piece in pieces(cell.text):
                    self.pdf.set_font(_FONT, size=small if kind == " " else 0.7 * small)
                    self.pdf.text(self.x + left, self.y - (0 if kind == " " else 3), piece)
                    left += self.pdf.get_string_width(piece)
            if number in (0, len(paper.table) - 2):
                rule()
        self.advance(12)
        self.pdf.set_font(_FONT, size=0.9 * small)
        self.pdf.text(self.x, self.y, "a By Fisher's exact test.")
        self.advance(14)

    def paper(self, paper, ruled: bool = True) -> bytes:
        """The whole paper."""
        self.advance(0)
        self.block(paper.title, size=1.8 * self.size)
        for kind, text in paper.body:
            self.item(kind, text)
        self.table(paper, ruled)
        for kind, text in paper.after:
            self.item(kind, text)
        self.item("heading", "References")
        for reference in paper.references:
            self.block(reference, size=0.8 * self.size)
        return self.bytes()

    def item(self, kind: str, text: str) -> None:
        """A heading or a paragraph."""
        if kind == "heading":
            self.block(text, bold=True, gap=self.leading)
        else:
            self.block(text, indent=12)

    def bytes(self) -> bytes:
        """The file."""
        stream = io.BytesIO()
        self.pdf.output(stream)
        return stream.getvalue()


def pieces(word: str) -> list[tuple[str, str]]:
    """A word as runs: plain, raised or lowered."""
    result, end = [], 0
    for found in _MARK.finditer(word):
        result += [(" ", word[end : found.start()]), (found[1], found[2])]
        end = found.end()
    return [piece for piece in [*result, (" ", word[end:])] if piece[1]]


LAYOUTS = {
    "one column": {},
    "one column with numbered lines": {"numbered": True},
    "one column, double spaced": {"leading": 26, "numbered": True},
    "two columns": {"columns": 2, "leading": 13},
    "two columns on several pages": {"columns": 2, "leading": 30},
}


def without_furniture(outline):
    """What a PDF and markup have in common; the mark of the table's note is set by hand here."""
    return [item for item in outline if item[0] != "furniture" and "Fisher" not in item[2]]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_layout_gives_the_blocks_of_the_markup(layout, paper, html_bytes, tools):
    document = read.from_bytes(Printer(**layout).paper(paper), "paper.pdf")
    tools.check_contract(document)
    expected = tools.outline(read.from_bytes(html_bytes, "paper.html"))
    assert without_furniture(tools.outline(document)) == without_furniture(expected)


@pytest.mark.parametrize("ruled", [True, False])
def test_cells_of_a_table(ruled, paper, tools):
    document = read.from_bytes(Printer().paper(paper, ruled), "paper.pdf")
    rows = [["Outcome", "Early (n = 120)", "Usual (n = 120)", "P value"]]
    rows += [[cell.text.replace("^{a}", "ᵃ") for cell in row] for row in paper.table[2:]]
    expected = {(row, column, 1, 1): text for row, cells in enumerate(rows) for column, text in enumerate(cells)}
    assert tools.grid(document) == [expected]
    (table,) = document.tables
    assert document.text[table.caption.start : table.caption.end] == paper.caption
    assert [cell.header for cell in table.cells] == [True] * 4 + [False] * 12


def test_a_head_over_two_columns_spans_them(tools):
    printer = Printer()
    printer.block("Some text comes first in this short paper, and it says nothing of importance.")
    printer.advance(20)
    printer.pdf.set_font(_FONT, size=8)
    printer.pdf.text(60, printer.y, "Table 1. Deaths by group")
    for row, cells in enumerate(
        [
            [(190, "Number of deaths by group")],
            [(60, "Age"), (200, "Early"), (300, "Usual")],
            [(60, "Under 80"), (200, "4 (5.0)"), (300, "9 (11.3)")],
            [(60, "80 and over"), (200, "8 (20.0)"), (300, "15 (37.5)")],
        ]
    ):
        printer.advance(12)
        if row in (0, 2):
            printer.pdf.line(60, printer.y - 9, 400, printer.y - 9)
        for x, text in cells:
            printer.pdf.text(x, printer.y, text)
    printer.pdf.line(60, printer.y + 4, 400, printer.y + 4)
    (found,) = tools.grid(read.from_bytes(printer.bytes(), "paper.pdf"))
    assert found[2, 1, 1, 1] == "4 (5.0)"
    assert found[3, 2, 1, 1] == "15 (37.5)"
    assert "Number of deaths by group" in found.values()


@pytest.mark.parametrize("ruled", ["ALL", "MINIMAL"])
def test_cells_of_several_lines_are_one_cell(ruled, tools):
    rows = [
        ("Characteristic", "Early (n = 120)", "P"),
        ("Age in years at the time when the patient was enrolled", "74.3 (8.1)", "0.50"),
        ("Female sex", "80 (66.7)", "0.79"),
        ("Previous fracture of the hip or of the wrist at any age", "12 (10.0)", "0.54"),
    ]
    printer = Printer()
    printer.block("Some text comes first in this short paper, and it says nothing of importance.")
    printer.pdf.set_y(printer.y + 20)
    printer.pdf.set_font(_FONT, size=9)
    printer.pdf.cell(0, 12, "Table 1. Baseline characteristics", new_x="LMARGIN", new_y="NEXT")
    with printer.pdf.table(col_widths=(140, 100, 60), width=300, borders_layout=ruled, align="L") as table:
        for row in rows:
            table.row(row)
    (found,) = tools.grid(read.from_bytes(printer.bytes(), "paper.pdf"))
    assert found == {(i, j, 1, 1): text for i, row in enumerate(rows) for j, text in enumerate(row)}


def test_pages_are_those_of_the_print(tools):
    printer = Printer()
    for number in range(1, 5):
        printer.y = 1000
        printer.block(f"Page {number} says that {number} of 40 patients were lost to follow-up. " * 3)
    document = read.from_bytes(printer.bytes(), "paper.pdf")
    tools.check_contract(document)
    assert [document.page(document.text.index(f"Page {number} says")) for number in range(1, 5)] == [1, 2, 3, 4]
    assert "Imaginary" not in document.text
    assert "of 99" not in document.text


def test_a_sentence_over_two_pages_is_one_paragraph_on_both():
    printer = Printer()
    printer.block("First paragraph of the page, which ends here.")
    printer.y = 700
    printer.block(
        "word " * 120 + "and of these patients 17 of 20 had recovered at the end of the first year", indent=12
    )
    document = read.from_bytes(printer.bytes(), "paper.pdf")
    block = document.block(document.text.index("17 of 20"))
    assert (document.page(block.span.start), document.page(block.span.end - 1)) == (1, 2)


def test_words_cut_at_the_end_of_a_line():
    printer = Printer()
    lines = [
        "The outcome of the random-",
        "isation was a double-",
        "blind and double-blind trial of long-",
        "term care, with 95% limits of 1.2-",
        "3.4 and COVID-",
        "19 in 3 of 40",
    ]
    for line in lines:
        printer.words([(" ", line)], True, False, 10, 0)
    text = read.from_bytes(printer.bytes(), "paper.pdf").text
    assert "the randomisation was a double-blind and double-blind trial" in text
    assert "1.2-3.4 and COVID-19 in 3 of 40" in text


def printed(count: int) -> bytes:
    """A paper of so many pages."""
    printer = Printer(columns=2)
    for _ in range(count * 2 + 1):
        for _ in range(6):
            printer.block("In 12 of 40 patients (30.0%) the mean was 12.3 days (95% CI 8.7 to 15.9). " * 5, indent=12)
        printer.y = 1000
    return printer.bytes()


def test_fifteen_pages_take_well_under_two_seconds():
    content = printed(15)
    read.from_bytes(content, "warm.pdf")
    start = time.process_time()
    document = read.from_bytes(content, "paper.pdf")
    assert len(document.pages) >= 15
    assert len(document.text) > 40_000
    assert time.process_time() - start < 2


@pytest.mark.parametrize("unit", ["1", "Table 1. A", "12 (20.0)", "a-"])
@pytest.mark.parametrize("across", [True, False])
def test_a_page_of_many_pieces_takes_linear_time(unit, across, tools):
    pdf = FPDF(unit="pt", format=(5000, 5000))
    pdf.add_page()
    pdf.set_font(_FONT, size=1)
    for number in range(4_000):
        down, right = divmod(number, 1000 if across else 5)
        pdf.text(20 + right * (4 if across else 900), 20 + down * 2, unit)
    content = bytes(pdf.output())
    start = time.process_time()
    tools.check_contract(read.from_bytes(content, "paper.pdf"))
    assert time.process_time() - start < 6


def encrypted() -> bytes:
    printer = Printer()
    printer.block("Nobody may read this without the word.")
    printer.pdf.set_encryption(owner_password="owner", user_password="user")
    return printer.bytes()


def scanned() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    for step in range(100):
        pdf.line(10, 10 + step, 100, 10 + step)
    return bytes(pdf.output())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (encrypted, "encrypted"),
        (scanned, "text recognition"),
        (lambda: b"%PDF-1.7\nnothing more", "damaged"),
        (lambda: printed(1)[:700], "damaged"),
        (lambda: b"%PDF-1.4\n" + bytes(range(256)) * 40, "damaged"),
    ],
    ids=["encrypted", "scanned", "header only", "truncated", "noise"],
)
def test_what_cannot_be_read_is_said_in_one_sentence(content, said):
    with pytest.raises(ReadError, match=said) as raised:
        read.from_bytes(content(), "folder/paper.pdf")
    assert str(raised.value).startswith("folder/paper.pdf: expected a PDF")
    assert "\n" not in str(raised.value)


FULLTEXT = Path(__file__).parents[3] / "shared" / "corpora" / "dev" / "fulltext" / "pdf"


@pytest.mark.skipif(not FULLTEXT.is_dir(), reason="the papers of ../shared are not here")
@pytest.mark.parametrize(
    ("name", "tables", "references"), [("PMC4729116.pdf", 5, range(33, 60)), ("PMC9598018.pdf", 2, range(30, 40))]
)
def test_a_real_paper(name, tables, references, tools):
    document = read.read(FULLTEXT / name)
    tools.check_contract(document)
    assert len(document.tables) == tables
    assert sum(block.kind == "reference" for block in document.blocks) in references
    sections = {block.section for block in document.prose()}
    assert {"Abstract", "Background", "Discussion"} <= sections
