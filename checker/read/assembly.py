"""Puts a `Document` together: text, blocks and tables in reading order, with offsets kept as it grows."""

import re
from collections.abc import Iterable, Sequence
from types import EllipsisType

import msgspec

from checker.document import Block, BlockKind, Cell, Document, Span, Table
from checker.origin import Origin
from checker.read import roles
from checker.read.bounds import MANY_CELLS, MOST_CELLS, MOST_COLUMNS, WIDE_TABLE
from checker.read.placed import places_of, rewritten

# Only the white space of markup is collapsed: no-break and thin spaces are typography, and part of a number.
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")


def collapse(text: str) -> str:
    """The text with every run of markup's white space as one space, none at its ends."""
    new = _BLANKS.sub(" ", text).strip(" ")
    if new == text:
        return text
    # A run within the text is cut down to its first character, one at an end whole.
    runs = [(found.start(), found.end()) for found in _BLANKS.finditer(text)]
    return rewritten(text, new, [(start + (start > 0 and end < len(text)), end) for start, end in runs])


class GridCell(msgspec.Struct, frozen=True):
    """A cell in its place on the grid of a table, before it has a place in the text."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    header: bool = False


class RawCell(msgspec.Struct, frozen=True):
    """A cell as markup gives it: in order within its row, its column not yet known."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    header: bool = False


def place(rows: Sequence[Sequence[RawCell]]) -> list[GridCell]:
    """Give each cell its column, as browsers do: spans from rows above push cells to the right.

    Spans end with the last column that is read; one cell behind it tells that there were more.
    """
    placed = []
    free_from = [0] * (MOST_COLUMNS + 1)  # for each column, the first row that nothing from above covers
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while column <= MOST_COLUMNS and free_from[column] > row:
                column += 1
            if column > MOST_COLUMNS:
                break
            colspan = max(1, min(cell.colspan, MOST_COLUMNS - column))
            rowspan = max(1, min(cell.rowspan or len(rows), len(rows) - row))
            free_from[column : column + colspan] = [row + rowspan] * colspan
            placed.append(GridCell(cell.text, row, column, rowspan, colspan, cell.header))
            column += colspan
    return placed


class Assembly:
    """A document that grows from its first block to its last; ``origin``: what the places of its texts are in."""

    def __init__(self, path: str, origin: Origin | None = None) -> None:
        self.path = path
        self.origin = origin
        self.section: str | None = None
        self._parts: list[str] = []
        self._size = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._pages: list[int] = []
        self._cells_left = MOST_CELLS
        self._left_out: dict[str, None] = {}
        self._in_references = False
        self._in_furniture = False

    @property
    def in_references(self) -> bool:
        """Whether the last heading opened the reference list."""
        return self._in_references

    def heading(self, text: str) -> None:
        """Add a heading; what follows stands in its section."""
        text = collapse(text)
        if text:
            self.section = text
            self._in_references = roles.opens_references(text)
            self._in_furniture = roles.opens_furniture(text)
            self._block("heading", text, None)

    def paragraph(self, text: str) -> None:
        """Add prose whose kind its words and its section decide."""
        text = collapse(text)
        if self._in_references:
            self._block("reference", text)
        elif self._in_furniture or roles.is_furniture(text):
            self._block("furniture", text)
        elif roles.is_caption(text):
            self._block("caption", text)
        elif roles.is_note(text) and self._blocks and self._blocks[-1].kind in ("table", "footnote"):
            self._block("footnote", text)
        else:
            self._block("paragraph", text)

    def add(self, kind: BlockKind, text: str) -> Span | None:
        """Add a block of a kind that the format states; nothing where the text is empty."""
        return self._block(kind, collapse(text))

    def page(self, number: int, within: int = 0) -> None:
        """Say that the page of this number (from 0) begins with the next block, or so many characters into it."""
        start = self._size + (2 if self._parts else 0) + within if number else 0
        while len(self._pages) <= number:
            self._pages.append(start)

    def table(self, cells: Iterable[GridCell], caption: Span | None = None) -> None:
        """Add a table cell by cell: tabs between cells, one line a row.

        Without a caption, the block before it is its caption if it reads like one.
        """
        ordered = self._bounded(sorted(cells, key=lambda cell: (cell.row, cell.column)))
        if not any(cell.text for cell in ordered):
            return
        if caption is None and self._blocks and self._blocks[-1].kind == "caption":
            last = self._blocks[-1].span
            if roles.is_table_caption(self._parts[-1][:80]) and not self._captioned(last):
                caption = last
        if not any(cell.header for cell in ordered):
            # A table whose format does not tell its head: the first row, and the rows that its cells reach into.
            head = max((cell.rowspan for cell in ordered if cell.row == 0), default=1)
            head = head if head < 4 else 1
            ordered = [msgspec.structs.replace(cell, header=True) if cell.row < head else cell for cell in ordered]
        self._separate()
        start = self._size
        placed: list[Cell] = []
        parts: list[str] = []
        for index, cell in enumerate(ordered):
            if index:
                parts.append("\n" if cell.row != ordered[index - 1].row else "\t")
                self._grow(parts[-1])
            text = collapse(cell.text)
            parts.append(text)
            span = Span(self._size, self._size + len(text))
            placed.append(Cell(span, cell.row, cell.column, cell.rowspan, cell.colspan, cell.header))
            self._grow(text)
        self._parts.append("".join(parts))
        span = Span(start, self._size)
        self._blocks.append(Block("table", span, self.section))
        self._tables.append(Table(span, tuple(placed), caption, self.section))

    def document(self) -> Document:
        """The document as it stands."""
        return Document(
            self.path, "".join(self._parts), tuple(self._blocks), tuple(self._tables), tuple(self._pages),
            left_out=tuple(self._left_out), origin=self.origin,
        )  # fmt: skip

    def _bounded(self, cells: list[GridCell]) -> list[GridCell]:
        """The cells without what is more than is read, which is remembered."""
        if any(cell.column >= MOST_COLUMNS for cell in cells):
            self._left_out.setdefault(WIDE_TABLE)
            cells = [cell for cell in cells if cell.column < MOST_COLUMNS]
        if len(cells) > self._cells_left:
            self._left_out.setdefault(MANY_CELLS)
            cells = cells[: self._cells_left]
        self._cells_left -= len(cells)
        return cells

    def _captioned(self, span: Span) -> bool:
        return bool(self._tables) and self._tables[-1].caption == span

    def _separate(self) -> None:
        if self._parts:
            self._parts.append("\n\n")
            self._grow(self._parts[-1])

    def _grow(self, text: str) -> None:
        self._size += len(text)
        if self.origin is not None:
            self.origin.places.extend(places_of(text))

    def _block(self, kind: BlockKind, text: str, section: str | EllipsisType | None = ...) -> Span | None:
        if not text or text.isspace():
            return None
        self._separate()
        span = Span(self._size, self._size + len(text))
        self._parts.append(text)
        self._grow(text)
        self._blocks.append(Block(kind, span, self.section if section is ... else section))
        return span
