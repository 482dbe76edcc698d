"""Rows of counts with the p-value that compares the groups, where the paper says that it tests proportions so.

A p in the row of a heading, or in that of the first of its levels only, is that of all the levels together.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from checker.extract.arithmetic import LEAST_KNOWN
from checker.extract.drafts import count, reported
from checker.extract.numbers import Token
from checker.extract.proposals import Proposal
from checker.extract.sentences import Page
from checker.extract.tables.cells import Cells, Entry, proposal
from checker.extract.tables.grid import OF_ALL, p_value, population
from checker.extract.tables.implied import tables
from checker.kinds import Comparison, Group
from checker.model import Certainty
from checker.paper import Population

_TESTS = re.compile(r"chi[- ]?squared?|χ ?2|χ²|\bx2\b|fisher")
# Tests that use more than the counts, and p-values that are no test's own any more.
_OTHER_TEST = re.compile(
    r"adjust|correct(?:ed|ion) for|trend|multivaria|multivariable|regress|log[- ]?rank|\bcox\b|interaction|\bgee\b|"
    r"mixed|matched|paired|mantel|stratif|mcnemar|model|propensity|\bweighted|hazard|odds|benjamini|bonferroni|\bholm\b|\bfdr\b|"
    r"false discovery|cluster|baseline vs|before and after|change from|imput"
)
_LEAST_GROUPS = 2


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every p that compares the counts of a row, or of the levels under a heading."""
    for cells in tables(page):
        grid, tests = cells.grid, cells.grid.tests()
        if len(tests) != 1 or not cells.shares or _OTHER_TEST.search(f"{grid.about} {grid.head(tests[0])}"):
            continue
        if not _TESTS.search(grid.about) and not page.says(_TESTS):
            continue
        columns = sorted({share.column for share in cells.shares if share.column < tests[0]})
        columns = [column for column in columns if not OF_ALL.search(grid.head(column))]
        if len(columns) >= _LEAST_GROUPS:
            yield from _of_table(cells, columns, tests[0])


def _of_table(cells: Cells, columns: Sequence[int], test: int) -> Iterator[Proposal]:
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
            yield from _of_levels(cells, heading, [complete[row][0] for row in members], values[tested[0]])
            done.update(members)
    for row, items in complete.items():
        if row in values and row not in done:
            read = (
                _of_row(cells, items[0], values[row]) if len(items) == 1 else _of_levels(cells, row, items, values[row])
            )
            yield from read


def _p(cells: Cells, row: int, column: int) -> Token | None:
    grid = cells.grid
    p, cell = p_value(grid.figures(row, column)), grid.cell(row, column)
    words = grid.label(row) + (f" {grid.low(cell.span)}" if cell is not None else "")
    return p if p is not None and p.decimals and not _OTHER_TEST.search(words) else None


def _of_row(cells: Cells, shares: Sequence[Entry], p: Token) -> Iterator[Proposal]:
    groups, populations = [], {}
    for share in shares:
        size, total = cells.grid.size(share.row, share.column), count(share.figure.total)
        of = None
        if total is None:
            if size is None:
                return
            of, declared = population(cells.grid.page, size)
            populations.update(declared)
        groups.append(Group(count=count(share.number), total=total, of=of))
    yield _proposal(cells, shares[0].row, shares, p, populations, groups=tuple(groups))


def _of_levels(cells: Cells, title: int, levels: Sequence[Sequence[Entry]], p: Token) -> Iterator[Proposal]:
    """The table of levels that exclude each other: in no column do they count more than there are, or far fewer."""
    levels = [level for level in levels if any(share.number.value for share in level)]
    groups = list(zip(*levels, strict=True))
    for group in groups:
        size = cells.grid.size(group[0].row, group[0].column)
        known = sum(share.number.value for share in group)
        if size is None or not LEAST_KNOWN * size.size <= known <= size.size:
            return
    if len(levels) >= _LEAST_GROUPS:
        rows = tuple(tuple(count(share.number) for share in group) for group in groups)
        yield _proposal(cells, title, [share for level in levels for share in level], p, {}, rows=rows)


def _proposal(
    cells: Cells, row: int, shares: Sequence[Entry], p: Token, populations: dict[str, Population], **fields: Any
) -> Proposal:
    spans = [share.span for share in shares]
    why = "the p of its row"
    return proposal(
        cells.grid, Comparison, row, (*spans, p), (p,), why, Certainty.NAMED, populations, p=reported(p), **fields
    )
