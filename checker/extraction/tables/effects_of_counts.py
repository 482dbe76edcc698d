"""Ratios in a column that counts in their rows make, where most of the column are made so.

``| Died | 12 (20%) | 24 (40%) | 0.50 (0.28-0.91) |`` of two groups in columns; or levels of a factor in rows, each
against the one whose ratio is 1, among those with and without an event. A column most of which counts reproduce is not
adjusted.
"""

import itertools
import math
import re
from collections.abc import Iterator, Sequence

import msgspec

from checker.extraction.drafts import count, reported
from checker.extraction.grids.grid import OF_ALL, Column, population
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables.cells import Cells, Entry, proposal
from checker.extraction.tables.implied import tables
from checker.kinds import Effect, Group
from checker.measures import Measure, ReportedMeasure
from checker.model import Certainty, Count, Reported
from checker.paper import Population
from checker.rounding import CUT_OFF, near

_CRUDE = re.compile(r"crude|unadjusted|univaria|bivaria")
# Rows that name both levels that they compare.
_PAIR = re.compile(r"\b(?:compared|versus|vs|against|relative)\b")
_LEAST, _MOST_OF_COLUMN = 3, 0.75
_LEAST_CRUDE, _MOST_OF_CRUDE = 2, 0.5
_MOST_GROUPS = 4
_WHY = "most ratios of its column are those of the counts in their rows"

Pair = tuple[Entry, Entry]


class Made(msgspec.Struct):
    """A ratio and the two groups of which it may be made: the counts with an event, and of how many."""

    entry: Entry
    first: tuple[int, int]
    second: tuple[int, int]
    shares: tuple[Entry, ...]
    columns: tuple[Column, ...] = ()

    def value(self, kind: Measure) -> float:
        """The ratio of the first group to the second; 0 where there is none."""
        (a, n), (b, m) = self.first, self.second
        if kind is Measure.ODDS_RATIO:
            return a * (m - b) / (b * (n - a)) if b * (n - a) > 0 else 0.0
        return (a / n) / (b / m) if n * m * b > 0 else 0.0

    def turned(self) -> "Made":
        """The same the other way round."""
        return msgspec.structs.replace(self, first=self.second, second=self.first, columns=self.columns[::-1])


def propose(page: Page) -> Iterator[Proposal]:
    """Two claims for every such ratio: the estimate of the counts, and its limits."""
    for cells in tables(page):
        for column in cells.grid.columns:
            entries = [entry for (_, at), found in cells.at.items() if at == column for entry in found]
            ratios = [entry for entry in entries if _kind(entry) is not None]
            for made in _crude(cells, column, ratios):
                yield from _claims(cells, made)


def _kind(entry: Entry) -> Measure | None:
    """Which ratio of counts an entry is."""
    measure = entry.said.measure
    if measure is None or len(entry.figure.limits) != 1 or entry.figure.count is not None or not entry.alone:
        return None
    kind = ReportedMeasure(measure.words).kind
    return kind if kind in (Measure.ODDS_RATIO, Measure.RISK_RATIO) else None


def _crude(cells: Cells, column: int, ratios: Sequence[Entry]) -> list[Made]:
    """How the counts make the ratios of a column, in the one way that makes most of them; nothing where none does."""
    before = sorted({share.column for share in cells.shares if share.column < column})
    groups = [at for at in before if not OF_ALL.search(cells.grid.head(at))][-_MOST_GROUPS:]
    if not ratios or len(groups) < 2:
        return []
    shares = {(share.row, share.column): share for share in cells.shares}
    named = _CRUDE.search(cells.grid.head(column)) is not None
    least, most = (_LEAST_CRUDE, _MOST_OF_CRUDE) if named else (_LEAST, _MOST_OF_COLUMN)
    best: list[Made] = []
    agreeing = 0
    # The two groups right in front are meant first; of more, which two the ratios show.
    for one, other in sorted(itertools.combinations(groups, 2), reverse=True):
        pairs = {
            row: (shares[row, one], shares[row, other])
            for row in cells.grid.body
            if (row, one) in shares and (row, other) in shares
        }
        for way in (_of_columns, _of_levels):
            made = [each for entry in ratios if entry.row in pairs and (each := way(cells, entry, pairs)) is not None]
            for turned in (made, [each.turned() for each in made]):
                number = sum(map(_agrees, turned))
                if number > agreeing and number >= max(least, most * len(turned)):
                    best, agreeing = turned, number
    return best


def _agrees(made: Made) -> bool:
    kind = _kind(made.entry)
    value = made.value(kind) if kind is not None else 0.0
    return value > 0 and near(value, made.entry.figure.value, CUT_OFF, 0.0)


def _of_columns(cells: Cells, entry: Entry, pairs: dict[int, Pair]) -> Made | None:
    """Two groups in columns, each as large as its column or its own total."""
    sizes: list[int] = []
    columns: list[Column] = []
    for share in pairs[entry.row]:
        size = cells.size(share.row, share.column)
        if share.figure.total is not None:
            sizes.append(int(share.figure.total.value))
        elif size is not None and cells.fits(share):
            sizes.append(size.size)
            columns.append(size)
        else:
            return None
    one, other = pairs[entry.row]
    first, second = (int(one.number.value), sizes[0]), (int(other.number.value), sizes[1])
    if first[0] > first[1] or second[0] > second[1] or len(columns) == 1:
        return None
    return Made(entry, first, second, (one, other), tuple(columns))


def _of_levels(cells: Cells, entry: Entry, pairs: dict[int, Pair]) -> Made | None:
    """A level in a row against that of the same heading whose ratio is 1, among those with and without an event."""
    group = cells.grid.group(entry.row)
    if _PAIR.search(entry.said.label):
        return None
    alike = [row for row in pairs if row != entry.row and group >= 0 and cells.grid.group(row) == group]
    references = [row for row in alike if _is_reference(cells, row, entry.column)]
    if len(references) != 1:
        return None
    one, other = pairs[entry.row]
    first, second = pairs[references[0]]
    a, b, c, d = (int(share.number.value) for share in (one, other, first, second))
    return Made(entry, (a, a + b), (c, c + d), (one, other, first, second))


def _is_reference(cells: Cells, row: int, column: int) -> bool:
    figures = cells.grid.figures(row, column)
    cell = cells.grid.cell(row, column)
    alone = len(figures) == 1 and math.isclose(figures[0].value, 1)
    return alone or (cell is not None and not figures and cells.grid.low(cell.span).strip("()").startswith("ref"))


def _claims(cells: Cells, made: Made) -> Iterator[Proposal]:
    groups, populations = _groups(cells, made)
    entry, measure = made.entry, made.entry.said.measure
    if measure is None:
        return
    [limits] = entry.figure.limits
    lower, upper = limits.ordered
    spans = [share.span for share in made.shares]
    for figures, own, fields in (
        ((entry.figure.value,), spans[0], {"estimate": reported(entry.figure.value)}),
        ((lower, upper), spans[1], {"lower": reported(lower), "upper": reported(upper)}),
    ):
        yield proposal(
            cells.grid, Effect, entry.row, (*figures, *spans), (own,), _WHY, Certainty.GUESSED, populations, None,
            measure=ReportedMeasure(measure.words), level=Reported(limits.level), scale="log", groups=groups,
            crude=True, **fields,
        )  # fmt: skip


def _groups(cells: Cells, made: Made) -> tuple[tuple[Group, ...], dict[str, Population]]:
    groups: list[Group] = []
    populations: dict[str, Population] = {}
    for at, (number, size) in enumerate((made.first, made.second)):
        of, total = None, None
        if made.columns:
            of, more = population(cells.grid.page, made.columns[at])
            populations.update(more)
        else:
            total = Count(str(size))
        share = next((share for share in made.shares if share.number.value == number), made.shares[0])
        groups.append(Group(count=count(share.number), total=total, of=of))
    return tuple(groups), populations
