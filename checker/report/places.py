"""Where a figure stands, in words, and the sentence around it."""

import re
from collections.abc import Sequence

import msgspec

from checker.document import Document, Span, Table
from checker.figures import places_of
from checker.finding import Result
from checker.kinds import Claim
from checker.model import Place
from checker.report import shortened

_MOST_AROUND = 240
_MOST_QUOTES = 3
_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]*\s+(?=[A-Z“\"(\[])|\n")
_LINE_END = re.compile("\n")
_TABLE_LABEL = re.compile(
    r"\W*((?:Supplementary |Extended Data )?(?:Table|Figure|Fig\.?)\s*[A-Z]?\.?\d+[a-z]?)", re.IGNORECASE
)
# Formats whose files have lines of their own, by the end of the name. Of the others (PDF, DOCX, HTML, XML) the
# lines are those of the text taken out of them, which nobody can turn to.
_FILES_OF_LINES = (".txt", ".text", ".md", ".markdown", ".rst", ".csv", ".tsv", ".tab", "")
# Of these, the lines of the text are the rows that a spreadsheet shows.
_FILES_OF_ROWS = (".xlsx", ".xlsm")
# What has rows that only its index names.
DATA_FRAME = "DataFrame"
_SUFFIX = re.compile(r"\.[A-Za-z]\w{0,8}$")


class Piece(msgspec.Struct, frozen=True):
    """A stretch of quoted text, and whether it is one of the figures."""

    text: str
    marked: bool = False


class Quote(msgspec.Struct, frozen=True):
    """A sentence or table row with its figures marked. ``place``: where it stands, in words."""

    pieces: tuple[Piece, ...]
    place: str
    span: Span

    @property
    def text(self) -> str:
        """The quoted characters."""
        return "".join(piece.text for piece in self.pieces)


def has_lines(path: str) -> bool:
    """Whether the lines of the text read are lines of the file, which a reader can turn to."""
    found = _SUFFIX.search(path)
    return (found.group().lower() if found else "") in _FILES_OF_LINES


def counted_in(path: str) -> str | None:
    """What a reader finds by the number of a line of the text read: a line, a row of a table, or nothing.

    >>> counted_in("paper.txt"), counted_in("entries.xlsx#Sheet1"), counted_in("paper.pdf")
    ('line', 'row', None)
    """
    file, _, sheet = path.rpartition("#")
    if (file if sheet and file.lower().endswith(_FILES_OF_ROWS) else path).lower().endswith(_FILES_OF_ROWS):
        return "row"
    return "line" if has_lines(path) and path != DATA_FRAME else None


def artifact(result: Result) -> tuple[str, bool]:
    """The file that a paper's lines are lines of, and whether it has lines that a program can turn to."""
    if result.document is None:
        return result.path, False
    return result.document.path, has_lines(result.document.path)


def in_words(document: Document | None, claim: Claim, place: Place | None = None) -> str:
    """Where a claim's figure stands: ``Table 2, page 3``, ``Results, line 91``; empty where nothing is known."""
    place = place or (claim.at[0] if claim.at else None)
    parts = []
    span = document.span(place) if document is not None and place is not None else None
    table = _table_label(document, span) if document is not None and span is not None else None
    block = document.block(span.start) if document is not None and span is not None else None
    section = claim.section if block is None else block.section or claim.section
    if table:
        parts.append(table)
    elif section:
        parts.append(shortened(section))
    page = document.page(span.start) if document is not None and span is not None else None
    if page is not None:
        parts.append(f"page {page}")
    elif place is not None and (unit := "line" if document is None else counted_in(document.path)):
        parts.append(f"{unit} {place.line}")
    return ", ".join(parts)


def roughly(document: Document, span: Span) -> str:
    """The page, line or section of some characters."""
    page = document.page(span.start)
    if page is not None:
        return f"page {page}"
    if unit := counted_in(document.path):
        return f"{unit} {document.line(span.start)}"
    block = document.block(span.start)
    return shortened(block.section or "") if block is not None and block.section else "before the first heading"


def quotes(document: Document, claim: Claim) -> tuple[Quote, ...]:
    """The sentences that print the claim's figures, in the order of the claim; at most three."""
    places = {span: place for place in places_of(claim) if (span := document.span(place)) is not None}
    around: dict[Span, list[Span]] = {}
    for span in places:
        holder = next((known for known in around if known.start <= span.start and span.end <= known.end), None)
        around.setdefault(holder or _sentence(document, span), []).append(span)
    return tuple(
        Quote(
            _pieces(document, sentence, figures),
            in_words(document, claim, places[figures[0]]) + _column(document, figures[0]),
            figures[0],
        )
        for sentence, figures in list(around.items())[:_MOST_QUOTES]
    )


def _sentence(document: Document, span: Span) -> Span:
    """The sentence around a span, or the row of a table, cut where it is very long."""
    block = document.block(span.start)
    line = document.line(span.start)
    start = max(block.span.start if block else 0, document.line_starts[line - 1], span.start - 4 * _MOST_AROUND)
    end = min(block.span.end if block else len(document.text), max(span.end, span.start) + 4 * _MOST_AROUND)
    if block is None or block.kind != "table":
        for found in _SENTENCE_END.finditer(document.text, start, span.start):
            start = found.end()
    following = _SENTENCE_END if block is None or block.kind != "table" else _LINE_END
    if after := following.search(document.text, span.end, end):
        end = after.end()
    return Span(_cut(document.text, start, span.start, -1), _cut(document.text, end, span.end, 1))


def _cut(text: str, far: int, near: int, direction: int) -> int:
    """``far``, or a space between words nearer by where it is too far away."""
    if abs(far - near) <= _MOST_AROUND:
        return far
    limit = near + direction * _MOST_AROUND
    space = text.find(" ", limit, near) + 1 if direction < 0 else text.rfind(" ", near, limit)
    return space if space > 0 else limit


def _pieces(document: Document, sentence: Span, figures: Sequence[Span]) -> tuple[Piece, ...]:
    text = document.text
    pieces = []
    position = sentence.start
    if (
        sentence.start
        and text[sentence.start - 1] == " "
        and not _SENTENCE_END.search(text, max(0, sentence.start - 4), sentence.start + 1)
    ):
        pieces.append(Piece("… "))
    for figure in sorted(figures):
        if figure.start >= position:
            pieces.append(Piece(text[position : figure.start]))
            pieces += _figure(text, Span(figure.start, min(figure.end, sentence.end)))
            position = figure.end
    rest = text[position : sentence.end].rstrip()
    pieces.append(Piece(rest))
    if sentence.end < len(text) and text[sentence.end] == " " and not rest.endswith((".", "!", "?")):
        pieces.append(Piece(" …"))
    # Cells of a table row stand a tab apart.
    return tuple(Piece(piece.text.replace("\t", " | "), piece.marked) for piece in pieces if piece.text)


def _figure(text: str, span: Span) -> list[Piece]:
    """A figure; a whole passage is quoted by its beginning and its end."""
    if span.end - span.start <= 4 * _MOST_AROUND:
        return [Piece(text[span.start : span.end], marked=True)]
    first, last = span.start + 2 * _MOST_AROUND, span.end - _MOST_AROUND
    return [Piece(text[span.start : first], marked=True), Piece(" … "), Piece(text[last : span.end], marked=True)]


def _column(document: Document, span: Span) -> str:
    """The headings above a table cell, in words."""
    table = table_at(document, span)
    cells = table.cells if table is not None else ()
    cell = next(
        (cell for cell in cells if cell.span.start <= span.start < max(cell.span.end, cell.span.start + 1)), None
    )
    if cell is None:
        return ""
    above = [
        " ".join(document.text[other.span.start : other.span.end].split())
        for other in cells
        if other.header and other.row < cell.row and other.column <= cell.column < other.column + other.colspan
    ]
    named = " / ".join(dict.fromkeys(filter(None, above)))
    return f", column “{named}”" if named else ""


def _table_label(document: Document, span: Span) -> str | None:
    block = document.block(span.start)
    if block is None:
        return None
    caption = block.span if block.kind == "caption" else None
    table = table_at(document, span) if block.kind == "table" else None
    caption = table.caption if table is not None else caption
    if caption is None:
        return None
    found = _TABLE_LABEL.match(document.text, caption.start, caption.end)
    return " ".join(found.group(1).split()) if found else None


def table_at(document: Document, span: Span) -> Table | None:
    """The table that holds a span, if any."""
    return next((table for table in document.tables if table.span.start <= span.start < table.span.end), None)
