"""The rows of a table: which of its lines begin one, and which go on in the cells above."""

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.read.layout.lines import Line
from checker.read.layout.rivers import Piece
from checker.read.layout.rules import Rule

# A line nearer than this to the one above, in units of the type, cannot be set in the same column: cells centred
# beside a label of two lines.
_OVERLAPS = 1.05
# Lines of one cell stand no further apart than this.
_LEADING = 1.5
# How far the edges or middles of lines of one cell of a head may differ.
_ALIGNED = 0.7
_WIDE_LEADING = 2.6
# Rows are parted by rules where so many lines have one above them.
_RULED = 0.3
# Where rows stand apart, the lines of a cell stand nearer than so much of the distance of rows.
_NEARER = 0.87
_FIGURE = re.compile(r"[<>=≤≥~≈±]?\s?[-–−+]?\s?[0-9]|[-–—−]$|n/?a$|ns$|nr$|ref", re.IGNORECASE)
_WORD = re.compile(r"(?!to\b)[A-Za-z]{2,}")
_UNFINISHED = re.compile(r"(?:[-–−±/(\[,;:=<>≤≥]|\bto|\bvs\.?|\band|\bCI:?|\([^)]*|\[[^\]]*)$")
_GOES_ON = re.compile(r"[(\[±/)\]%]|to\s")


class Rows:
    """The lines of a table, with the row, from 0, in which each stands.

    Attributes:
        numbers: the row of each line.
    """

    def __init__(
        self, lines: Sequence[Line], pieces: Sequence[Sequence[Piece]], head: float, ruled: Sequence[Rule]
    ) -> None:
        """Read them.

        Args:
            lines: from top to bottom.
            pieces: of each line, by column.
            head: the height above which the head of the table stands.
            ruled: the rules of the table.
        """
        self._lines, self._pieces, self._head, self._ruled = lines, pieces, head, ruled
        self._pitch = self._nearest_rows()
        labels = [parts[0].segment for parts in pieces if parts and parts[0].last == 0]
        self._label = max((label.x1 for label in labels), default=0.0) - min((one.x0 for one in labels), default=0.0)
        bands = sum(self._ruled_off(above, line, line.x0, line.x1) for above, line in pairwise(lines))
        self._banded = bands >= max(2, _RULED * len(lines))
        self.numbers: list[int] = []
        latest: dict[int, tuple[int, Piece]] = {}  # for each column of the current row, its last line
        for index, parts in enumerate(pieces):
            goes_on = index > 0 and self._goes_on(index, latest)
            self.numbers.append(self.numbers[-1] + (not goes_on) if index else 0)
            if not goes_on:
                latest = {}
            for piece in parts:
                latest.update(dict.fromkeys(range(piece.first, piece.last + 1), (index, piece)))

    def in_head(self, index: int) -> bool:
        """Whether a line stands in the head."""
        return self._lines[index].base > self._head

    def _nearest_rows(self) -> float | None:
        """How far rows stand apart that have figures in the same columns, the nearest of them."""
        apart: list[float] = []
        latest: dict[int, tuple[float, Piece]] = {}
        for line, parts in zip(self._lines, self._pieces, strict=True):
            if line.base > self._head:
                continue
            above = [latest[piece.first] for piece in parts if piece.first and piece.first in latest]
            below = [piece for piece in parts if piece.first and piece.first in latest]
            gaps = [base - line.base for (base, one), other in zip(above, below, strict=True) if complete(one, other)]
            if gaps:
                apart.append(min(gaps))
            latest.update({piece.first: (line.base, piece) for piece in parts})
        apart.sort()
        return apart[len(apart) // 5] if apart else None

    def _goes_on(self, index: int, latest: dict[int, tuple[int, Piece]]) -> bool:
        """Whether a line goes on in the row of the lines above it."""
        line, above = self._lines[index], self._lines[index - 1]
        in_head = line.base > self._head
        if in_head != (above.base > self._head) or self._ruled_off(above, line, line.x0, line.x1):
            return False
        joined = False
        for piece in self._pieces[index]:
            over = [latest[column] for column in range(piece.first, piece.last + 1) if column in latest]
            if not over:
                continue
            number, upper = max(over, key=lambda entry: entry[0])
            middle = (piece.segment.x0 + piece.segment.x1) / 2
            if self._ruled_off(self._lines[number], line, middle, middle):
                return False
            if not self._same_cell(upper, piece, self._lines[number].base - line.base, line, in_head):
                return False
            joined = True
        if self._banded and not in_head:
            return True
        apart = above.base - line.base
        return apart < _OVERLAPS * min(line.size, above.size) or (
            joined and apart <= self._leading(in_head) * line.size
        )

    def _leading(self, in_head: bool) -> float:
        """How far the lines of one cell may stand apart: less than rows do, if that is known."""
        return _LEADING if in_head or (self._pitch is None and not self._banded) else _WIDE_LEADING

    def _ruled_off(self, above: Line, line: Line, x0: float, x1: float) -> bool:
        """Whether a rule over all of an extent stands between a line and one above it."""
        return any(
            line.base + 0.3 * line.size < rule.y < above.base and rule.x0 < x0 + 6 and rule.x1 > x1 - 6
            for rule in self._ruled
        )

    def _same_cell(self, above: Piece, piece: Piece, apart: float, line: Line, in_head: bool) -> bool:
        """Whether a piece under another one continues it."""
        if apart > self._leading(in_head) * max(line.size, above.segment.size) or above.first != piece.first:
            return False
        if in_head:
            return above.last == piece.last and _aligned(above, piece, _ALIGNED * line.size)
        if _UNFINISHED.search(above.text) or (_GOES_ON.match(piece.text) and _FIGURE.match(above.text)):
            return True
        if piece.first and complete(above, piece):
            return False
        tight = self._pitch is None or apart < min(_NEARER * self._pitch, _LEADING * line.size)
        if self._banded or tight:
            return True
        # Rows are set as close as lines: a label reads on where it fills its column and goes on in small letters.
        small = piece.text[:1].islower() or piece.text[:1] in "(["
        return small and piece.first == 0 and above.segment.x1 - above.segment.x0 > 0.7 * self._label


def _aligned(above: Piece, piece: Piece, slack: float) -> bool:
    """Whether two pieces of a head have an edge or their middles in common."""
    one, other = above.segment, piece.segment
    off = (one.x0 - other.x0, one.x1 - other.x1, (one.x0 + one.x1 - other.x0 - other.x1) / 2)
    return min(map(abs, off)) < slack


def complete(above: Piece, below: Piece) -> bool:
    """Whether two pieces of one column are figures each, and the first does not read on in the second."""
    figures = _FIGURE.match(above.text) is not None and _FIGURE.match(below.text) is not None
    return figures and not _UNFINISHED.search(above.text)


def is_figure(piece: Piece) -> bool:
    """Whether a piece begins as a figure does, and has no words."""
    return _FIGURE.match(piece.text) is not None and _WORD.search(piece.text) is None
