"""A paper's whole text as paragraphs and tables of pieces, every number a piece of its own."""

import itertools
from collections.abc import Iterator, Sequence

import msgspec

from checker.document import Cell, Document, Span, Table
from checker.report.marks import Mark

# Text beyond this is no paper; a page of it would be of use to nobody.
LONGEST = 2_000_000


class TextPiece(msgspec.Struct, frozen=True):
    """A stretch of text, with its mark where it is a figure."""

    text: str
    mark: Mark | None = None


class TextCell(msgspec.Struct, frozen=True):
    """A cell of a table as the page shows it."""

    pieces: tuple[TextPiece, ...]
    rowspan: int
    colspan: int
    header: bool


class Part(msgspec.Struct, frozen=True):
    """A paragraph, a heading, a caption, …, or the rows of a table."""

    kind: str
    page: int | None
    pieces: tuple[TextPiece, ...] = ()
    rows: tuple[tuple[TextCell, ...], ...] = ()


def parts(document: Document, marks: Sequence[Mark]) -> Iterator[Part]:
    """The text in order. ``page`` is set where a new page starts."""
    cursor = _Cursor(document.text, marks)
    tables = {table.span.start: table for table in document.tables}
    last_page = None
    for kind, span in _stretches(document):
        page = document.page(span.start)
        started, last_page = (page if page != last_page else None), page
        table = tables.get(span.start) if kind == "table" else None
        if table is not None and table.cells:
            yield Part("table", started, rows=tuple(_rows(table, cursor)))
        else:
            yield Part(kind, started, pieces=tuple(cursor.pieces(span)))


def _stretches(document: Document) -> Iterator[tuple[str, Span]]:
    """The blocks and what stands between them; lines where the document has no blocks."""
    if not document.blocks:
        starts = (*document.line_starts, len(document.text))
        for start, end in itertools.pairwise(starts):
            if document.text[start:end].strip():
                yield "paragraph", Span(start, end)
        return
    position = 0
    for block in document.blocks:
        if document.text[position : block.span.start].strip():
            yield "paragraph", Span(position, block.span.start)
        yield block.kind, block.span
        position = max(position, block.span.end)
    if document.text[position:].strip():
        yield "paragraph", Span(position, len(document.text))


def _rows(table: Table, cursor: "_Cursor") -> Iterator[tuple[TextCell, ...]]:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    for row in sorted(rows):
        yield tuple(
            TextCell(tuple(cursor.pieces(cell.span)), cell.rowspan, cell.colspan, cell.header)
            for cell in sorted(rows[row], key=lambda cell: cell.column)
        )


class _Cursor:
    """Cuts stretches of a text at its marks, going forward."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self.text, self.marks, self.next = text, marks, 0

    def pieces(self, span: Span) -> Iterator[TextPiece]:
        while self.next < len(self.marks) and self.marks[self.next].span.start < span.start:
            self.next += 1
        position = span.start
        while self.next < len(self.marks) and self.marks[self.next].span.start < span.end:
            mark = self.marks[self.next]
            end = min(mark.span.end, span.end)
            if mark.span.start > position:
                yield TextPiece(self.text[position : mark.span.start])
            yield TextPiece(self.text[mark.span.start : end], mark)
            position = end
            self.next += 1
        if position < span.end:
            yield TextPiece(self.text[position : span.end])
