"""Rows of counts with the p-value that compares the groups, where the paper says that it tests proportions so.

A p in the row of a heading, or in that of the first of its levels only, is that of all the levels together.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from checker.extract.arithmetic import LEAST_KNOWN
from checker.extract.drafts import Drafts, count, reported
from checker.extract.numbers import Token
from checker.extract.tables.grid import OF_ALL, Grid, declare, p_value
from checker.extract.tables.share import Share
from checker.kinds import Comparison, Group

_TESTS = re.compile(r"chi[- ]?squared?|χ ?2|χ²|\bx2\b|fisher")
# Tests that use more than the counts, and p-values that are no test's own any more.
_OTHER_TEST = re.compile(
    r"adjust|correct(?:ed|ion) for|trend|multivaria|multivariable|regress|log[- ]?rank|\bcox\b|interaction|\bgee\b|"
    r"mixed|matched|paired|mantel|stratif|mcnemar|model|propensity|\bweighted|hazard|odds|benjamini|bonferroni|\bholm\b|\bfdr\b|"
    r"false discovery|cluster|baseline vs|before and after|change from|imput"
)
_LEAST_GROUPS = 2


def find(grid: Grid, drafts: Drafts, counted: Sequence[Share]) -> None:
    """Add a claim for every p that compares the counts of a row, or of the levels under a heading."""
    tests = grid.tests()
    if len(tests) != 1 or not counted or _OTHER_TEST.search(f"{grid.about} {grid.head(tests[0])}"):
        return
    if not _TESTS.search(grid.about) and not grid.page.says(_TESTS):
        return
    columns = sorted({share.column for share in counted if share.column < tests[0]})
    columns = [column for column in columns if not OF_ALL.search(grid.head(column))]
    if len(columns) < _LEAST_GROUPS:
        return
    rows: dict[int, dict[int, list[Share]]] = defaultdict(lambda: defaultdict(list))
    for share in counted:
        if share.column in columns:
            rows[share.row][share.column].append(share)
    complete = {
        row: cells for row, cells in rows.items() if len({len(cells[column]) for column in columns}) == 1
    }  # fmt: skip
    values = {row: p for row in grid.body if (p := _p(grid, row, tests[0])) is not None}
    factors: dict[int, list[int]] = defaultdict(list)
    for row in complete:
        factors[grid.group(row)].append(row)
    done: set[int] = set()
    for heading, members in factors.items():
        tested = [row for row in (heading, *members) if row in values]
        if heading >= 0 and len(members) > 1 and len(tested) == 1 and tested[0] in (heading, members[0]):
            levels = [[complete[row][column][0] for column in columns] for row in members]
            _of_levels(grid, drafts, grid.title(heading), levels, values[tested[0]])
            done.update(members)
    for row, cells in complete.items():
        if row in values and row not in done:
            items = [[cells[column][at] for column in columns] for at in range(len(cells[columns[0]]))]
            if len(items) == 1:
                _of_row(grid, drafts, items[0], values[row])
            else:
                _of_levels(grid, drafts, grid.title(row), items, values[row])


def _p(grid: Grid, row: int, column: int) -> Token | None:
    p = p_value(grid.figures(row, column))
    cell = grid.cell(row, column)
    words = grid.label(row) + (f" {grid.low(cell.span)}" if cell is not None else "")
    return p if p is not None and p.decimals and not _OTHER_TEST.search(words) else None


def _of_row(grid: Grid, drafts: Drafts, shares: Sequence[Share], p: Token) -> None:
    groups = []
    for share in shares:
        size = grid.size(share.row, share.column)
        if share.total is not None:
            groups.append(Group(count=count(share.count), total=count(share.total)))
        elif size is not None:
            groups.append(Group(count=count(share.count), of=declare(grid.page, drafts, size)))
        else:
            return
    _add(grid, drafts, grid.title(shares[0].row), shares, p, groups=tuple(groups))


def _of_levels(grid: Grid, drafts: Drafts, title: str | None, levels: Sequence[Sequence[Share]], p: Token) -> None:
    """The table of levels that exclude each other: in no column do they count more than there are, or far fewer."""
    levels = [level for level in levels if any(share.count.value for share in level)]
    groups = list(zip(*levels, strict=True))
    for group in groups:
        size = grid.size(group[0].row, group[0].column)
        known = sum(share.count.value for share in group)
        if size is None or not LEAST_KNOWN * size.size <= known <= size.size:
            return
    if len(levels) >= 2:
        rows = tuple(tuple(count(share.count) for share in group) for group in groups)
        _add(grid, drafts, title, [share for level in levels for share in level], p, rows=rows)


def _add(grid: Grid, drafts: Drafts, title: str | None, shares: Sequence[Share], p: Token, **fields: Any) -> None:
    if p.start in grid.page.used:
        return
    grid.page.used.add(p.start)
    drafts.add(
        Comparison,
        grid.table,
        [*(share.span for share in shares), p],
        label=title,
        p=reported(p),
        **fields,
    )
