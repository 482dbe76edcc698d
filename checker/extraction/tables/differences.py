"""Columns and rows that print what two others differ by: ``Before 12.4 | After 10.2 | Change -2.2``.

Their heads or labels call them a change or difference; that most of them are that of the same two columns or rows shows
which, and that no model made them.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from checker.extraction.drafts import reported
from checker.extraction.printed import Figure
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables.cells import Cells, proposal
from checker.extraction.tables.implied import tables
from checker.kinds import Change
from checker.model import Certainty
from checker.rounding import unit

_NAMED = re.compile(
    r"\bchanges?\b|differences?\b|\bdiff\b|[δ∆]|\bimprovements?\b|\breductions?\b|\bdecrease\b|\bincrease\b|\bgain\b"
)
_OTHER = re.compile(r"median|ratio|effect size|standardi[sz]ed|(?<![0-9])(?<![0-9] )%|percent")
_LEAST, _MOST = 3, 0.75
# Columns in front that are tried, and rows: those right beside are meant.
_REACH = 6
_WHY = "most of its kind in this table are the difference of these two"

Place = tuple[int, int]


class Triple(msgspec.Struct, frozen=True):
    """A difference, and the two figures of which it may be one: the second less the first."""

    row: int
    first: Figure
    second: Figure
    change: Figure

    @property
    def agrees(self) -> bool:
        """Whether it is their difference, as rounding allows, whichever sign it is printed with."""
        a, b, d = (figure.value for figure in (self.first, self.second, self.change))
        width = (unit(a) + unit(b) + unit(d)) / 2
        return abs(b.value - a.value - d.value) <= width * 1.001


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every difference of a column, or of rows, most of which two others make."""
    for cells in tables(page):
        yield from _of_columns(cells)
        yield from _of_rows(cells)


def _of_columns(cells: Cells) -> Iterator[Proposal]:
    grid = cells.grid
    for at, column in enumerate(grid.columns):
        if not _NAMED.search(grid.head(column)) or _OTHER.search(grid.own(column)):
            continue
        before = grid.columns[max(0, at - _REACH) : at]
        ways = [
            _triples(cells, [((row, one), (row, other), (row, column)) for row in grid.body])
            for one, other in itertools.permutations(before, 2)
        ]
        yield from _best(cells, ways)


def _of_rows(cells: Cells) -> Iterator[Proposal]:
    """Rows that are called differences, each of the two right above it."""
    grid = cells.grid
    named = [at for at, row in enumerate(grid.body) if at > 1 and _NAMED.search(grid.label(row))]
    rows = [
        (grid.body[at - 2], grid.body[at - 1], grid.body[at])
        for at in named
        if not _OTHER.search(grid.label(grid.body[at]))
    ]
    ways = []
    for turned in (False, True):
        places = [
            ((other if turned else one, column), (one if turned else other, column), (row, column))
            for one, other, row in rows
            for column in grid.columns
        ]
        ways.append(_triples(cells, places))
    yield from _best(cells, ways)


def _triples(cells: Cells, places: Sequence[tuple[Place, Place, Place]]) -> list[Triple]:
    found = []
    for first, second, change in places:
        figures = [cells.one(*place) for place in (first, second, change)]
        if all(figure is not None and _is_plain(figure) for figure in figures):
            found.append(Triple(change[0], *figures))  # type: ignore[arg-type]
    return found


def _is_plain(figure: Figure) -> bool:
    """Whether a figure may be a mean or a share, and no count with its percentage."""
    return figure.count is None and figure.value.comparator == "="


def _best(cells: Cells, ways: Sequence[Sequence[Triple]]) -> Iterator[Proposal]:
    """The claims of the one way in which most differences are made; none where there is no such way."""
    best = max(ways, key=lambda way: sum(triple.agrees for triple in way), default=())
    telling = sum(triple.agrees and triple.change.value.value != 0 for triple in best)
    if telling < max(_LEAST, _MOST * len(best)):
        return
    for triple in best:
        a, b, d = (figure.value for figure in (triple.first, triple.second, triple.change))
        yield proposal(
            cells.grid, Change, triple.row, (d, a, b), (d,), _WHY, Certainty.GUESSED, None, None, before=reported(a),
            after=reported(b), change=reported(d),
        )  # fmt: skip
