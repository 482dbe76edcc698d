"""Cells that list the counts of levels which their row's label lists: ``Sex (M/F) | 23/22 | 25/20 | 0.67``.

The counts make all in the column, whose size is printed or what most such rows make; a p compares the groups.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from checker.document import Span
from checker.extraction.drafts import count, reported
from checker.extraction.grids.grid import OF_ALL, Column, p_value, population
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables.cells import Cells, proposal
from checker.extraction.tables.comparisons import compares_counts
from checker.extraction.tables.implied import tables
from checker.kinds import Comparison, Group, Partition
from checker.model import Certainty

_LISTED = re.compile(r"\s?[0-9]{1,6}(?: ?[/:] ?[0-9]{1,6}){1,7}\s?")
_LEVELS = re.compile(r"[^()]*/[^()]*")
_NAME = re.compile(r"[a-zⅰ-ⅻ0-9]")
_SUMMARY = re.compile(r"\bper\b|mm ?hg|\bn/n\b|mean|median|score.*score")
_LEAST_ALIKE = 3
_WHY = "levels that a row's label lists make everybody in the column"


class Listed(msgspec.Struct):
    """The counts of the levels in one cell."""

    column: int
    counts: list[Token]

    @property
    def total(self) -> int:
        """How many they count."""
        return int(sum(token.value for token in self.counts))


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every such cell that it counts everybody, and one for the p of its row."""
    for cells in tables(page):
        rows = {row: listed for row in cells.grid.body if (listed := _listed(cells, row))}
        sizes = _sizes(cells, rows) if rows else {}
        for row, several in rows.items():
            yield from _make_everybody(cells, row, several, sizes)
            yield from _compared(cells, row, several, sizes)


def _listed(cells: Cells, row: int) -> list[Listed]:
    """The cells of a row that list as many counts as its label lists levels."""
    grid = cells.grid
    label = grid.label(row)
    numbers = {len(found.group().split("/")) for found in _LEVELS.finditer(label) if _names(found.group())}
    if not numbers or _SUMMARY.search(label):
        return []
    found = []
    for column in grid.columns:
        cell = grid.cell(row, column)
        if cell is not None and _LISTED.fullmatch(grid.page.low, cell.span.start, cell.span.end):
            counts = grid.figures(row, column)
            if len(counts) in numbers and all(token.countable for token in counts):
                found.append(Listed(column, counts))
    return found


def _names(levels: str) -> bool:
    return all(_NAME.search(level) for level in levels.split("/"))


def _sizes(cells: Cells, rows: dict[int, list[Listed]]) -> dict[int, Column]:
    """The sizes of columns: printed, or what most of their cells of this kind make."""
    made: dict[int, list[Listed]] = defaultdict(list)
    for several in rows.values():
        for each in several:
            made[each.column].append(each)
    sizes: dict[int, Column] = {}
    for column, cellfuls in made.items():
        printed = cells.size(cells.grid.body[-1], column)
        if printed is not None:
            sizes[column] = printed
            continue
        [(total, number)] = Counter(each.total for each in cellfuls).most_common(1)
        if number >= _LEAST_ALIKE and 2 * number > len(cellfuls):
            first = next(each.counts[0] for each in cellfuls if each.total == total)
            name = cells.grid.head(column)[:40] or "column"
            sizes[column] = Column(total, name, Span(first.start, first.end), _WHY)
    return sizes


def _make_everybody(cells: Cells, row: int, several: Sequence[Listed], sizes: dict[int, Column]) -> Iterator[Proposal]:
    # A row of which no cell does so is of others: of those who treated them.
    if len(several) > 1 and not any(sizes[each.column].size == each.total for each in several if each.column in sizes):
        return
    for each in several:
        if (size := sizes.get(each.column)) is not None:
            of, populations = population(cells.grid.page, size)
            yield proposal(
                cells.grid, Partition, row, each.counts, (), _WHY, Certainty.GUESSED, populations, None, of=of,
                parts=tuple(Group(count=count(token)) for token in each.counts),
            )  # fmt: skip


def _compared(cells: Cells, row: int, several: Sequence[Listed], sizes: dict[int, Column]) -> Iterator[Proposal]:
    """The p of a row whose cells count everybody in their columns."""
    grid = cells.grid
    tests = grid.tests()
    groups = [each for each in several if not OF_ALL.search(grid.head(each.column))]
    if len(tests) != 1 or len(groups) < 2 or not compares_counts(cells, tests[0]):
        return
    p = p_value(grid.figures(row, tests[0]))
    known = all(size.size == each.total for each in groups if (size := sizes.get(each.column)) is not None)
    if p is None or not p.decimals or not known:
        return
    levels = [at for at in range(len(groups[0].counts)) if any(each.counts[at].value for each in groups)]
    if len(levels) > 1:
        rows = tuple(tuple(count(each.counts[at]) for at in levels) for each in groups)
        figures = [token for each in groups for token in each.counts]
        yield proposal(
            grid, Comparison, row, (*figures, p), (p,), "the p of its row", Certainty.GUESSED, None, None,
            p=reported(p), rows=rows,
        )  # fmt: skip
