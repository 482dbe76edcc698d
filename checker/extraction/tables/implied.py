"""The sizes of columns that print none, or another than their percentages are of.

Most percentages of such a column agree with one size: one that the paper prints elsewhere, the sum of the rows of one
of its variables, or the only one possible.
"""

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence

import msgspec

from checker.document import Span
from checker.extraction import phrases
from checker.extraction.arithmetic import nearly
from checker.extraction.grids.grid import Column, grids
from checker.extraction.people import People
from checker.extraction.sentences import Page
from checker.extraction.tables.agreement import agreed, runs
from checker.extraction.tables.cells import Cells, Entry

_STATED = re.compile(
    r"\bn ?[=:] ?(?P<n>[0-9][0-9,]{0,8}[0-9]|[0-9])|"
    r"(?<![0-9.,])(?P<people>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6}) (?:[a-z-]{1,20} ){0,2}"
    rf"(?:{phrases.NOUNS})\b"
)
_BRACKETED = re.compile(r"\(([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{2,7})\)")
_MOST_STATED = 400
_LEAST, _MOST_OF_COLUMN = 2, 0.6
WHY, NAMED = "most percentages of its column agree with it", "its group has that size in"
IN_TEXT = "its group has that size in the text"
# What tells the name of a group from that of a measure.
_GROUP = re.compile(r"\b(?:group|arm|controls?|cases|placebo)\b")
_STATED_AS, _LEAST_PEOPLE = frozenset(("sized", "of", "people", "arm")), 5


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
        if not any(map(cells.grid.sized, cells.grid.columns)):
            _named(cells, lambda name: names.get(name))
            _named(cells, lambda name: _in_text(page, name))


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


def _named(cells: Cells, named: Callable[[str], Column | None]) -> None:
    """Give columns the sizes that groups of their names have elsewhere, where there are two such groups or more."""
    found: dict[int, Column] = {}
    for column in cells.grid.columns:
        if column not in cells.implied:
            sizes = (size for name in cells.grid.names(column) if (size := named(name)) is not None)
            if (size := next(sizes, None)) is not None:
                found[column] = size
    if len({size.span for size in found.values()}) >= _LEAST:
        cells.implied.update(found)


def _in_text(page: Page, name: str) -> Column | None:
    """The one size that sentences give a group of some name: ``25 smokers in the mindfulness group``."""
    if not _GROUP.search(name):
        return None
    wanted = re.compile(rf"(?<![a-z0-9]){re.escape(name)}(?![a-z0-9])")
    found = [
        group
        for group in page.once(People).groups
        if group.how in _STATED_AS and group.size >= _LEAST_PEOPLE and wanted.search(group.words)
    ]
    if len({group.size for group in found}) != 1:
        return None
    token = found[0].token
    return Column(found[0].size, name, Span(token.start, token.end), IN_TEXT)


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
