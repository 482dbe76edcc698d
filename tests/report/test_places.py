import pytest

from checker.document import Block, Cell, Document, Span, Table
from checker.kinds import Mention, Proportion, Repeat
from checker.model import Count, Place, Places
from checker.report import places


def claim(*at, section=None):
    return Proportion(id="a", at=Places(map(Place.parse, at)), section=section, count=Count("10"))


def table(rows, header_rows=1, caption="Table 2. Response"):
    """A document of one table with its caption."""
    text, cells = caption + "\n", []
    start = len(text)
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            cells.append(Cell(Span(len(text), len(text) + len(cell)), i, j, header=i < header_rows))
            text += cell + ("\t" if j < len(row) - 1 else "\n")
    span, captioned = Span(start, len(text)), Span(0, len(caption))
    blocks = (Block("caption", captioned, "Results"), Block("table", span, "Results"))
    return Document("p.docx", text, blocks, (Table(span, tuple(cells), captioned, "Results"),))


def test_the_sentence_around_a_figure():
    document = Document("p.txt", "The first one. Of 55 patients, 10 (22%) died. The third one.")
    [quote] = places.quotes(document, claim("1:32-33", "1:36-38"))
    assert [(piece.text, piece.marked) for piece in quote.pieces] == [
        ("Of 55 patients, ", False), ("10", True), (" (", False), ("22%", True), (") died.", False),
    ]  # fmt: skip
    assert quote.place == "line 1"


def test_a_long_sentence_is_cut_between_words():
    text = "word " * 200 + "10 of 55 " + "word " * 200
    [quote] = places.quotes(Document("p.txt", text), claim("1:1001-1002"))
    assert quote.text.startswith("… word")
    assert quote.text.endswith("word …")
    assert len(quote.text) < 520


def test_a_whole_passage_is_quoted_by_its_ends():
    [quote] = places.quotes(Document("p.txt", "a " * 5000), claim("1"))
    assert len(quote.text) < 1000
    assert " … " in quote.text


def test_figures_in_two_sentences_are_two_quotes():
    mentions = (Mention(figures=("10",), at=Places([Place(1, 1, 2)])), Mention(figures=("10",), at=Places([Place(3)])))
    document = Document("p.txt", "10 died.\n\nOf all, 10 died.\n")
    found = places.quotes(document, Repeat(id="a", mentions=mentions))
    assert [(quote.text, quote.place) for quote in found] == [("10 died.", "line 1"), ("Of all, 10 died.", "line 3")]


def test_a_cell_is_quoted_with_its_row_and_named_by_its_table_and_column():
    document = table([["Arm", "n", "%"], ["CAV", "10", "22"], ["MEC", "5", "20"]])
    [quote] = places.quotes(document, claim("3:5-6"))
    assert quote.text == "CAV | 10 | 22"
    assert quote.place == "Table 2, column “n”"


@pytest.mark.parametrize(
    ("path", "expected"),
    [("p.txt", "Results, line 1"), ("p.MD", "Results, line 1"), ("-", "Results, line 1"), ("p.pdf", "Results"),
     ("p.nxml", "Results"), ("<text>", "Results, line 1"), ("folder.d/paper", "Results, line 1")],
)  # fmt: skip
def test_lines_are_named_only_where_a_reader_can_turn_to_them(path, expected):
    document = Document(path, "10 died.", (Block("paragraph", Span(0, 8), "Results"),))
    assert places.in_words(document, claim("1:1-2")) == expected


def test_pages_are_named_where_there_are_pages():
    document = Document("p.pdf", "one\ntwo 10", pages=(0, 4))
    assert places.in_words(document, claim("2:5-6", section="Results")) == "Results, page 2"


def test_without_a_document_the_claim_says_where():
    assert places.in_words(None, claim("7", section="Results")) == "Results, line 7"
    assert places.in_words(None, claim()) == ""


def test_a_place_that_the_document_does_not_have_is_not_quoted():
    assert places.quotes(Document("p.txt", "short"), claim("9:1-2")) == ()
