"""Columns and rows that count all that the others count: ``All 48 | A 28 | B 20``, and a last row ``Total``."""

import re

from checker.extract.drafts import Drafts, count
from checker.extract.numbers import Token
from checker.extract.tables.grid import OF_ALL, Grid
from checker.extract.tables.share import Share
from checker.kinds import Group, Partition

_TOTAL_ROW = re.compile(r"(?:grand |sub)?-?totals?(?: (?:number|no\.?|n))?(?:,? ?\(?n\)?)?[:.]?$|(?:all|overall|sum)$")
_LEAST_GROUPS = 2
# Where other columns add up, a column that does not is no table of another kind.
_LEAST_ADDING_UP = 2


def find(grid: Grid, drafts: Drafts, counted: list[Share]) -> None:
    """Add a claim for every row whose groups make up the column of all, and every column with its row of totals."""
    _across(grid, drafts, counted)
    shares = {(share.row, share.column): share for share in counted}
    start = 0
    for at, row in enumerate(grid.body):
        if _TOTAL_ROW.match(grid.label(row)):
            _down(grid, drafts, grid.body[start:at], row, shares)
            start = at + 1


def _down(grid: Grid, drafts: Drafts, rows: list[int], total: int, shares: dict[tuple[int, int], Share]) -> None:
    """The columns of counts above a row of totals: all that add up, and others where enough do."""
    columns: list[tuple[int, list[tuple[int, Token]], Token]] = []
    for column in grid.columns:
        whole = _counted(grid, total, column, shares)
        filled = [row for row in rows if grid.figures(row, column)]
        parts = [(row, part) for row in filled if (part := _counted(grid, row, column, shares)) is not None]
        if whole is not None and len(parts) == len(filled) and len(parts) >= _LEAST_GROUPS:
            columns.append((column, parts, whole))
    adding_up = sum(sum(part.value for _, part in parts) == whole.value for _, parts, whole in columns)
    for column, parts, whole in columns:
        if adding_up < _LEAST_ADDING_UP and sum(part.value for _, part in parts) != whole.value:
            continue
        drafts.add(
            Partition,
            grid.table,
            [*(part for _, part in parts), whole],
            label=grid.head(column)[:80] or None,
            whole=count(whole),
            parts=tuple(Group(name=grid.label(row)[:60], count=count(part)) for row, part in parts),
        )


def _counted(grid: Grid, row: int, column: int, shares: dict[tuple[int, int], Share]) -> Token | None:
    """The one count that a cell prints, alone or with its percentage."""
    figures = grid.figures(row, column)
    share = shares.get((row, column))
    if share is not None and share.total is None:
        return share.count if len(figures) <= _LEAST_GROUPS else None
    return figures[0] if len(figures) == 1 and figures[0].countable and figures[0].comparator == "=" else None


def _across(grid: Grid, drafts: Drafts, counted: list[Share]) -> None:
    """The rows of counts whose groups make up the column of all."""
    sizes = {column: size for column in grid.columns if (size := grid.size(grid.body[-1] if grid.body else 0, column))}
    wholes = [column for column in sizes if OF_ALL.search(grid.head(column))]
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
                grid.table,
                [all_of_them.span, *(part.span for part in parts)],
                label=grid.title(row),
                whole=count(all_of_them.count),
                parts=tuple(
                    Group(name=grid.head(column)[:60], count=count(part.count))
                    for column, part in zip(groups, parts, strict=True)
                ),
            )
