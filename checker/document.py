"""A paper as text: its characters, blocks and tables, and the way back to lines and pages.

Whatever a reader normalises, it keeps the length of the text, so that an offset always points at the
characters that were printed.
"""

import bisect
import functools
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from checker.model import Place
from checker.origin import Box, Boxes, Origin, Run, Runs


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters ``start`` to ``end`` (exclusive) of a document's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


BlockKind = Literal[
    "title", "heading", "paragraph", "caption", "table", "footnote", "list-item", "reference", "furniture"
]


class Block(msgspec.Struct, frozen=True):
    """A stretch of text of one kind. ``section`` is the nearest heading above it; ``furniture`` is what
    stands around a paper rather than in it (running heads, licence, addresses)."""

    kind: BlockKind
    span: Span
    section: str | None = None


class Cell(msgspec.Struct, frozen=True):
    """A table cell: its characters and the rows and columns (from 0) that it covers."""

    span: Span
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    header: bool = False


class Table(msgspec.Struct, frozen=True):
    """A table. ``caption`` includes its label (``Table 1 …``); ``span`` covers its cells."""

    span: Span
    cells: tuple[Cell, ...]
    caption: Span | None = None
    section: str | None = None


class Document(msgspec.Struct, frozen=True, dict=True):
    """A paper as read.

    Attributes:
        path: where it was read from, as given.
        text: its characters.
        blocks: in order, without overlap; text between them is white space.
        tables: in order.
        pages: the offset at which each page starts; empty where the format has no pages.
        sha256: of the bytes of the file, in hexadecimal; of the text in UTF-8 where there was no file.
        left_out: what was not read because there is more of it than papers have, each in a few words.
        origin: where the characters stand in the file itself; None for formats that are text.
    """

    path: str
    text: str
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[int, ...] = ()
    sha256: str = ""
    left_out: tuple[str, ...] = ()
    origin: Origin | None = None

    @functools.cached_property
    def line_starts(self) -> tuple[int, ...]:
        """The offset of the first character of each line."""
        return (0, *(found.end() for found in re.finditer("\n", self.text)))

    def line(self, offset: int) -> int:
        """The line, from 1, on which a character stands."""
        return bisect.bisect_right(self.line_starts, offset)

    def page(self, offset: int) -> int | None:
        """The page, from 1, on which a character stands; None where the format has no pages."""
        return bisect.bisect_right(self.pages, offset) if self.pages else None

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Where characters are printed: a box for each stretch on one line of a page. Empty but for PDFs.

        Characters that the reader puts in, such as the space between two lines, are nowhere.
        """
        return self.origin.boxes(start, end) if isinstance(self.origin, Boxes) else ()

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """The stretches of runs that characters are from, in order. Empty but for Word documents."""
        return self.origin.runs(start, end) if isinstance(self.origin, Runs) else ()

    def block(self, offset: int) -> Block | None:
        """The block that holds a character, if any."""
        position = bisect.bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        if position >= 0 and offset < self.blocks[position].span.end:
            return self.blocks[position]
        return None

    def place(self, span: Span) -> Place:
        """The line and columns of a span; columns end with the line where the span does not."""
        line = self.line(span.start)
        start = self.line_starts[line - 1]
        end = self.line_starts[line] - 1 if line < len(self.line_starts) else len(self.text)
        return Place(line, span.start - start + 1, max(span.start + 1, min(span.end, end)) - start)

    def span(self, place: Place) -> Span | None:
        """The characters of a place, or None where the document has no such line or columns."""
        if place.line > len(self.line_starts):
            return None
        start = self.line_starts[place.line - 1]
        end = self.line_starts[place.line] - 1 if place.line < len(self.line_starts) else len(self.text)
        if place.first is None or place.last is None:
            return Span(start, end)
        if start + place.last > end:
            return None
        return Span(start + place.first - 1, start + place.last)

    def prose(self) -> Iterator[Block]:
        """The blocks that carry a paper's own claims: no reference list, no furniture."""
        return (block for block in self.blocks if block.kind not in ("reference", "furniture"))
