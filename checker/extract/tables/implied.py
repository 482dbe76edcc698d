"""The sizes of columns that print none, or another than their percentages are of.

Most percentages of such a column agree with one size: one that the paper prints elsewhere, the sum of the rows of one
of its variables, or the only one possible.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Collection, Sequence

import msgspec

from checker.extract import phrases
from checker.extract.arithmetic import nearly
from checker.extract.sentences import Page
from checker.extract.tables.agreement import agreed, runs
from checker.extract.tables.cells import Cells, Entry
from checker.extract.tables.grid import Column, grids

_STATED = re.compile(
    r"\bn ?[=:] ?(?P<n>[0-9][0-9,]{0,8}[0-9]|[0-9])|"
    r"(?<![0-9.,])(?P<people>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}) (?:[a-z-]{1,20} ){0,2}"
    rf"(?:{phrases.NOUNS})\b"
)
_BRACKETED = re.compile(r"\(([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{2,7})\)")
_MOST_STATED = 400
_LEAST, _MOST_OF_COLUMN = 2, 0.6
WHY, NAMED = "most percentages of its column agree with it", "its group has that size in"


@functools.lru_cache(maxsize=1)
def tables(page: Page) -> tuple[Cells, ...]:
    """The figures of all tables of a paper, read once for all kinds of claims."""
    found = tuple(Cells(grid) for grid in grids(page))
    _fill(page, found)
    return found


def _fill(page: Page, tables: Sequence[Cells]) -> None:
    """Give columns the size that their percentages are of, where they print none that is it."""
    known: set[int] | None = None
    for cells in tables:
        for column, shares in _strange(cells).items():
            if known is None:
                known = _stated(page) | {
                    size.size for each in tables for at in each.grid.columns if (size := each.grid.size(10**6, at))
                }
            own = {int(number.replace(",", "")) for number in _BRACKETED.findall(cells.grid.head(column))}
            if (made := _size(cells, shares, own, known)) is not None:
                cells.implied[column] = Column(made, cells.grid.head(column)[:40] or "column", shares[0].span, WHY)
                known.add(made)
        _beside(cells)
    names = _names(tables)
    for cells in tables:
        _named(cells, names)


def _beside(cells: Cells) -> None:
    """Give columns the size of others under the same group's name, its grades or visits, where most of them fit it."""
    grid = cells.grid
    columns: dict[int, list[Entry]] = defaultdict(list)
    for share in cells.counted:
        if share.figure.total is None:
            columns[share.column].append(share)
    for column, size in list(cells.implied.items()):
        group = grid.heads(column)[:-1]
        for other, shares in columns.items():
            if group and grid.heads(other)[:-1] == group and other not in cells.implied and not grid.sized(other):
                fitting = (nearly(share.number.value, size.size, share.figure.value) for share in shares)
                if sum(fitting) >= _MOST_OF_COLUMN * len(shares):
                    cells.implied[other] = size


def _names(tables: Sequence[Cells]) -> dict[str, Column]:
    """The names of columns that the paper's tables give one size, and always the same."""
    sizes: dict[str, dict[int, Column]] = defaultdict(dict)
    for cells in tables:
        for column in cells.grid.columns:
            size = cells.grid.in_head(column)
            if size is None:
                continue
            there = msgspec.structs.replace(size, inferred=f"{NAMED} {cells.grid.name}")
            for name in cells.grid.names(column):
                sizes[name].setdefault(size.size, there)
    return {name: next(iter(found.values())) for name, found in sizes.items() if len(found) == 1}


def _named(cells: Cells, names: dict[str, Column]) -> None:
    """Give the columns of a table that prints no sizes those that other tables give the groups of the same names."""
    grid = cells.grid
    if any(map(grid.sized, grid.columns)):
        return
    found = {
        column: next(size for name in grid.names(column) if (size := names.get(name)) is not None)
        for column in grid.columns
        if any(name in names for name in grid.names(column))
    }
    if len({size.name for size in found.values()}) >= _LEAST:
        for column, size in found.items():
            cells.implied.setdefault(column, size)


def _strange(cells: Cells) -> dict[int, list[Entry]]:
    """The columns of whose size hardly any of their percentages are."""
    columns: dict[int, list[Entry]] = defaultdict(list)
    for share in cells.counted:
        if share.figure.total is None and share.number.value > 0:
            columns[share.column].append(share)
    return {column: shares for column, shares in columns.items() if 2 * sum(map(cells.fits, shares)) < len(shares)}


def _size(cells: Cells, shares: Sequence[Entry], own: Collection[int], known: Collection[int]) -> int | None:
    """The size that most percentages of a column agree with."""
    made = {size for _, size in runs(cells, shares)}
    for printed in (own, made, known, ()):
        found = agreed(shares, known=printed)
        if found is not None and len(found[1]) >= max(_LEAST, _MOST_OF_COLUMN * len(shares)):
            return found[0]
    return None


def _stated(page: Page) -> set[int]:
    """The numbers of people that the paper states anywhere."""
    found: set[int] = set()
    for match in _STATED.finditer(page.low):
        found.add(int((match["n"] or match["people"]).replace(",", "")))
        if len(found) >= _MOST_STATED:
            break
    return found
