"""Rows of counts with the p-value that compares the groups, where the paper says that it tests proportions so.

A p in the row of a heading, or in that of the first of its levels only, is that of all the levels together.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checker.extraction.arithmetic import LEAST_KNOWN
from checker.extraction.drafts import count, reported
from checker.extraction.grids.grid import OF_ALL, p_value, population
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.stated_tests import OTHER_THAN_COUNTS
from checker.extraction.tables.cell import may_be_share
from checker.extraction.tables.cells import Cells, Entry, proposal
from checker.extraction.tables.implied import tables
from checker.kinds import Comparison, Group
from checker.model import Certainty
from checker.paper import Population
from checker.rounding import SLACK, unit

_TESTS = re.compile(r"chi[- ]?squared?|χ ?2|χ²|\bx2\b|fisher")
_UNKNOWN = re.compile(r"missing|unknown|not (?:known|recorded|reported|available|specified)|no (?:data|information)\b")
_LEAST_GROUPS, _MOST_GROUPS = 2, 4
_ALL = 100
_ALONE = "percentages alone, of which some may not be known"
Levels = Sequence[Sequence[Entry]]


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every p that compares the counts of a row, or of the levels under a heading."""
    for cells in tables(page):
        grid = cells.grid
        doubt = None if _TESTS.search(grid.about) or page.says(_TESTS) else "no test of proportions is named"
        shared = sorted({share.column for share in cells.shares})
        first = 0
        for test in grid.tests():
            groups = [at for at in grid.columns if first <= at < test and not OF_ALL.search(grid.head(at))]
            columns = [column for column in groups if column in shared]
            if not compares_counts(cells, test):
                continue
            # Several columns of each of several groups are grades or visits, and no groups themselves.
            above = {grid.heads(column)[:-1] for column in columns or groups}
            if 1 < len(above) < len(columns or groups):
                continue
            if len(columns) >= _LEAST_GROUPS:
                yield from _of_table(cells, columns, test, doubt)
            elif _LEAST_GROUPS <= len(groups) <= _MOST_GROUPS and not columns:
                yield from _of_percentages(cells, groups, test)
            first = test


def compares_counts(cells: Cells, test: int) -> bool:
    """Whether nothing says that the p-values of a column use more than counts, or are no test's own any more."""
    return OTHER_THAN_COUNTS.search(f"{cells.grid.about} {cells.grid.head(test)}") is None


def _of_table(cells: Cells, columns: Sequence[int], test: int, doubt: str | None) -> Iterator[Proposal]:
    grid = cells.grid
    rows: dict[int, dict[int, list[Entry]]] = defaultdict(lambda: {column: [] for column in columns})
    for share in cells.shares:
        if share.column in columns:
            rows[share.row][share.column].append(share)
    complete = {
        row: list(zip(*by_column.values(), strict=True))
        for row, by_column in rows.items()
        if len({len(several) for several in by_column.values()}) == 1
    }
    values = {row: p for row in grid.body if (p := _p(cells, row, test)) is not None}
    factors: dict[int, list[int]] = defaultdict(list)
    for row in complete:
        factors[grid.group(row)].append(row)
    done: set[int] = set()
    for heading, members in factors.items():
        if heading in values:
            # Below a heading with a p, a row with its own is no level of it any more.
            members = list(itertools.takewhile(lambda row: row not in values, members))
        tested = [row for row in (heading, *members) if row in values]
        if heading >= 0 and len(members) > 1 and len(tested) == 1 and tested[0] in (heading, members[0]):
            yield from _of_levels(cells, heading, [complete[row][0] for row in members], values[tested[0]], doubt)
            done.update(members)
    for row, items in complete.items():
        if row not in values or row in done:
            continue
        if len(items) > 1:
            yield from _of_levels(cells, row, items, values[row], doubt)
        elif together := _untested(cells, row, complete, values):
            yield from _of_levels(cells, row, [complete[each][0] for each in together], values[row], doubt)
        else:
            yield from _of_row(cells, items[0], values[row], doubt)


def _untested(cells: Cells, row: int, complete: Mapping[int, Levels], values: dict[int, Token]) -> list[int]:
    """A row with those right behind it, or else in front, that make up all with it and have no p of their own."""
    for step in (1, -1):
        found = [row]
        while (at := found[-1] + step) in complete and at not in values and len(complete[at]) == 1:
            if cells.grid.group(at) != cells.grid.group(row):
                break
            found.append(at)
            if len(found) > 1 and _make_hundred([complete[each][0] for each in found]):
                return sorted(found)
    return []


def _make_hundred(levels: Levels) -> bool:
    """Whether the percentages of levels make 100 in every column, as those of all of one factor do."""
    for group in zip(*levels, strict=True):
        percents = [share.figure.value for share in group]
        if abs(sum(percent.value for percent in percents) - _ALL) > max(map(unit, percents)) + SLACK:
            return False
    return True


def _make_up(cells: Cells, levels: Sequence[Sequence[Entry]]) -> bool:
    """Whether levels count everybody in every column, or nearly, and nobody twice."""
    for group in zip(*levels, strict=True):
        size = cells.size(group[0].row, group[0].column)
        known = sum(share.number.value for share in group)
        if size is None or size.inferred is not None:
            return _make_hundred(levels)
        if not LEAST_KNOWN * size.size <= known <= size.size:
            return False
    return True


def _of_percentages(cells: Cells, columns: Sequence[int], test: int) -> Iterator[Proposal]:
    """Rows of percentages alone, in columns that print their sizes: the counts are what these allow."""
    grid = cells.grid
    for row in grid.body:
        p = _p(cells, row, test)
        first = cells.one(row, columns[0])
        signed = first is not None and first.value.unit == "%"
        if p is None or not (signed or cells.said(row, columns[0]).shares):
            continue
        groups, figures, populations = [], [], {}
        for column in columns:
            figure, size = cells.one(row, column), cells.size(row, column)
            if figure is None or size is None or figure.tokens != (figure.value,) or not may_be_share(figure.value):
                break
            of, declared = population(grid.page, size)
            populations.update(declared)
            figures.append(figure.value)
            groups.append(Group(percent=reported(figure.value), of=of))
        if len(groups) == len(columns):
            yield proposal(
                grid, Comparison, row, (*figures, p), (p,), _ALONE, Certainty.GUESSED, populations, _ALONE,
                p=reported(p), groups=tuple(groups),
            )  # fmt: skip


def _p(cells: Cells, row: int, column: int) -> Token | None:
    grid = cells.grid
    p, cell = p_value(grid.figures(row, column)), grid.cell(row, column)
    words = grid.label(row) + (f" {grid.low(cell.span)}" if cell is not None else "")
    return p if p is not None and p.decimals and not OTHER_THAN_COUNTS.search(words) else None


def _of_row(cells: Cells, shares: Sequence[Entry], p: Token, doubt: str | None) -> Iterator[Proposal]:
    groups, populations = [], {}
    for share in shares:
        size, total = cells.size(share.row, share.column), count(share.figure.total)
        of = None
        if total is None:
            if size is None:
                return
            if size.inferred is not None:
                doubt = doubt or f"the size of a column is not printed: {size.inferred}"
            of, declared = population(cells.grid.page, size)
            populations.update(declared)
        groups.append(Group(count=count(share.number), total=total, of=of))
    yield _proposal(cells, shares[0].row, shares, p, doubt, populations, groups=tuple(groups))


def _of_levels(
    cells: Cells, title: int, levels: Sequence[Sequence[Entry]], p: Token, doubt: str | None
) -> Iterator[Proposal]:
    """The table of levels that exclude each other: in no column do they count more than there are, or far fewer."""
    if not _make_up(cells, levels):
        return
    known = [level for level in levels if not _UNKNOWN.search(level[0].said.label)]
    if len(known) < len(levels):
        doubt = doubt or "those without a value may have been tested as a class of their own, or not"
    levels = [level for level in known if any(share.number.value for share in level)]
    if len(levels) >= _LEAST_GROUPS:
        rows = tuple(tuple(count(share.number) for share in group) for group in zip(*levels, strict=True))
        yield _proposal(cells, title, [share for level in levels for share in level], p, doubt, {}, rows=rows)


def _proposal(
    cells: Cells, row: int, shares: Sequence[Entry], p: Token, doubt: str | None, populations: dict[str, Population],
    **fields: Any,
) -> Proposal:  # fmt: skip
    spans = [share.span for share in shares]
    why, certainty = doubt or "the p of its row", Certainty.NAMED if doubt is None else Certainty.GUESSED
    return proposal(
        cells.grid, Comparison, row, (*spans, p), (p,), why, certainty, populations, doubt, p=reported(p), **fields
    )
