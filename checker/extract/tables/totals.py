"""Rows whose first or last column counts all that the others count: ``Total 48 | A 28 | B 20``."""

import re

from checker.extract.drafts import Drafts, count
from checker.extract.tables.grid import Grid
from checker.extract.tables.shares import Share
from checker.kinds import Group, Partition

_TOTAL = re.compile(r"\b(?:total|all|overall|entire|whole|cohort|combined|pooled|full sample|both)\b")
_LEAST_GROUPS = 2


def find(grid: Grid, drafts: Drafts, counted: list[Share]) -> None:
    """Add a claim for every row of counts whose groups make up the column of all."""
    sizes = {column: size for column in grid.columns if (size := grid.size(grid.body[-1] if grid.body else 0, column))}
    wholes = [column for column in sizes if _TOTAL.search(grid.head(column))]
    if len(wholes) != 1:
        return
    [whole] = wholes
    groups = [column for column in sizes if column != whole]
    if len(groups) < _LEAST_GROUPS or sum(sizes[column].size for column in groups) != sizes[whole].size:
        return
    cells: dict[tuple[int, int], list[Share]] = {}
    for share in counted:
        if share.total is None:
            cells.setdefault((share.row, share.column), []).append(share)
    for row in grid.body:
        printed = [cells.get((row, column), []) for column in (whole, *groups)]
        if len({len(each) for each in printed}) != 1:
            continue
        for all_of_them, *parts in zip(*printed, strict=True):
            drafts.add(
                Partition,
                None,
                [all_of_them.span, *(part.span for part in parts)],
                section_name=grid.table.section,
                label=grid.title(row),
                whole=count(all_of_them.count),
                parts=tuple(
                    Group(name=grid.head(column)[:60], count=count(part.count))
                    for column, part in zip(groups, parts, strict=True)
                ),
            )
