"""Where the characters of a document stand in its file: on pages of a PDF, in runs of a Word document.

A reader gives every character that it reads a number, its place, and the document keeps the places of its own
characters in an array: four bytes a character, whatever a place says.
"""

import bisect
import itertools
from array import array
from collections.abc import Iterator
from typing import NamedTuple

# Beyond this much of the size of the type, what follows on the line is another stretch: another cell, say.
_APART = 1.0
# What raised or lowered type may stand off its line.
_OFF_LINE = 0.6
_ASCENT, _DESCENT = 0.78, 0.22


class Box(NamedTuple):
    """A stretch of text on one line of a page, in points, in the page's own coordinates, which rise upwards.

    ``page`` counts from 1; ``turn``: the quarter turns, against the clock, of the direction in which the text runs.
    """

    page: int
    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0


class Run(NamedTuple):
    """Characters ``start`` to ``end`` of a run; paragraphs count in their part, and runs in their paragraph, from 0."""

    part: str
    paragraph: int
    run: int
    start: int
    end: int


class Origin:
    """``places``: of each character of the text, a number; -1 where the reader put it in."""

    def __init__(self) -> None:
        self.places: array[int] = array("i")

    def __len__(self) -> int:
        return len(self.places)


class Boxes(Origin):
    """The glyphs of the pages of a PDF.

    Attributes:
        edges: of each glyph, where it starts and ends in the direction of the text, its base line, and its size.
        turns: of each page, the quarter turns of its text.
    """

    def __init__(self) -> None:
        super().__init__()
        self.edges: array[float] = array("f")
        self.turns: array[int] = array("b")
        self._first: array[int] = array("i")

    def begin(self) -> int:
        """Begin a page; the number of its first glyph."""
        self._first.append(len(self.edges) // 4)
        self.turns.append(0)
        return self._first[-1]

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """Where characters are printed: a box for each stretch on one line."""
        found: list[Box] = []
        stretch: list[float] = []
        page = -1
        for place in self.places[start:end]:
            if place < 0:
                continue
            x0, x1, base, size = self.edges[4 * place : 4 * place + 4]
            on = bisect.bisect_right(self._first, place) - 1
            if stretch and on == page and _goes_on(stretch, x0, base, size):
                stretch[0] = min(stretch[0], x0)
                stretch[1] = max(stretch[1], x1)
                stretch[2] = min(stretch[2], base - _DESCENT * size)
                stretch[3] = max(stretch[3], base + _ASCENT * size)
                continue
            if stretch:
                found.append(self._box(page, stretch))
            page, stretch = on, [x0, x1, base - _DESCENT * size, base + _ASCENT * size]
        if stretch:
            found.append(self._box(page, stretch))
        return tuple(found)

    def _box(self, page: int, stretch: list[float]) -> Box:
        x0, x1, low, high = stretch
        match turn := self.turns[page]:
            case 0:
                edges = (x0, low, x1, high)
            case 1:
                edges = (-high, x0, -low, x1)
            case 2:
                edges = (-x1, -high, -x0, -low)
            case _:
                edges = (low, -x1, high, -x0)
        return Box(page + 1, *edges, turn)


def _goes_on(stretch: list[float], x0: float, base: float, size: float) -> bool:
    larger = max(size, stretch[3] - stretch[2])
    on_line = stretch[2] - _OFF_LINE * larger < base - _DESCENT * size and base < stretch[3]
    return on_line and -larger < x0 - stretch[1] < _APART * larger


class Runs(Origin):
    """The runs of a Word document, in the order in which they are read."""

    def __init__(self) -> None:
        super().__init__()
        self._names: list[tuple[str, int, int]] = []
        self._first: array[int] = array("i")
        self._size = 0

    def add(self, part: str, paragraph: int, run: int, length: int) -> range:
        """Take so many further characters of a run; their places."""
        if not self._names or self._names[-1] != (part, paragraph, run):
            self._names.append((part, paragraph, run))
            self._first.append(self._size)
        self._size += length
        return range(self._size - length, self._size)

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """The stretches of runs that characters are from, in order."""
        return tuple(self._stretches(start, end))

    def _stretches(self, start: int, end: int) -> Iterator[Run]:
        places = [place for place in self.places[start:end] if place >= 0]
        numbers = [bisect.bisect_right(self._first, place) - 1 for place in places]
        for number, together in itertools.groupby(zip(numbers, places, strict=True), key=lambda pair: pair[0]):
            within = [place - self._first[number] for _, place in together]
            part, paragraph, run = self._names[number]
            yield Run(part, paragraph, run, min(within), max(within) + 1)
