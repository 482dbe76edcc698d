"""The rows whose percentages are of the row (``12 (40%) | 18 (60%)`` of 30) rather than of the columns."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from checker.extraction.arithmetic import fits
from checker.extraction.numbers import Token
from checker.extraction.tables.cells import Cells, Entry

# So many percentages, and so much of them, must be of a column's totals, or of what some columns make together.
_LEAST_OF_ROWS, _MOST_OF_ROWS = 3, 0.7
_MOST_TOGETHER = 8
_INFERRED = "what its row counts in these columns, as of most rows"

Place = tuple[int, int]


class Base(msgspec.Struct, frozen=True):
    """A size that is not printed, and how it follows from what is."""

    size: int
    inferred: str


def place(share: Entry) -> Place:
    """The cell in which a share begins."""
    return share.row, share.column


def of_rows(cells: Cells) -> dict[Place, Token | Base | None]:
    """The shares that are of their row, each with its total: printed in a column of totals, or what the row makes.

    None where it is not clear of which of both.
    """
    rows: dict[int, list[Entry]] = defaultdict(list)
    for share in cells.shares:
        if share.figure.total is None:
            rows[share.row].append(share)
    found: dict[Place, Token | Base | None] = {}
    for columns in _together(cells, rows):
        for several in rows.values():
            inside = [share for share in several if share.column in columns]
            if [share.column for share in inside] == list(columns):
                base = Base(int(sum(share.number.value for share in inside)), _INFERRED)
                found.update((place(share), base) for share in inside)
    for several in rows.values():
        counts = [share.number.value for share in several]
        if len(several) > 1 and not any(place(share) in found for share in several):
            # The last column may be that of all.
            fitting = max(sum(_makes(total, share) for share in several) for total in (sum(counts), max(counts)))
            if fitting > sum(map(cells.fits, several)):
                found.update((place(share), None) for share in several)
    found.update(_totals(cells, [share for several in rows.values() for share in several]))
    return found


def _totals(cells: Cells, shares: Sequence[Entry]) -> dict[Place, Token]:
    """The totals that rows print in the column that holds those of most shares of one column or more."""
    columns: dict[int, list[Entry]] = defaultdict(list)
    for share in shares:
        columns[share.column].append(share)
    of: dict[int, list[Entry]] = defaultdict(list)
    alone = {column: _alone(cells, column) for column in cells.grid.columns}
    # ``31 (100%) | 3 (9.7%)``: the counts of a column may be what columns behind it divide.
    printed = {column: {**_counts(cells.shares, column), **figures} for column, figures in alone.items()}
    for at, several in columns.items():
        totals = {column: printed[column] if column < at else alone[column] for column in printed}
        fitting = {column: sum(map(_fitting(each), several)) for column, each in totals.items()}
        if any(fitting.values()):
            of[max(fitting, key=lambda column: (fitting[column], -column))] += several
    best: dict[Place, Token] = {}
    for column, several in of.items():
        inside = [share for share in several if share.row in printed[column]]
        number = sum(map(_fitting(printed[column]), inside))
        if number > sum(map(cells.fits, inside)) and number >= max(_LEAST_OF_ROWS, _MOST_OF_ROWS * len(inside)):
            best.update((place(share), printed[column][share.row]) for share in inside)
    return best


def _alone(cells: Cells, column: int) -> dict[int, Token]:
    """The numbers of people or things that the cells of a column print alone, by rows."""
    figures = {row: figure for row in cells.grid.body if (figure := cells.one(row, column)) is not None}
    return {row: each.value for row, each in figures.items() if each.count is None and each.value.countable}


def _counts(shares: Iterable[Entry], column: int) -> dict[int, Token]:
    """The counts of a column, by rows."""
    return {share.row: share.number for share in shares if share.column == column and share.number.countable}


def _fitting(totals: dict[int, Token]) -> Callable[[Entry], bool]:
    return lambda share: share.row in totals and _makes(totals[share.row].value, share)


def _together(cells: Cells, rows: dict[int, list[Entry]]) -> Iterator[tuple[int, ...]]:
    """Columns beside each other whose counts make what most percentages in them are of."""
    columns = sorted({share.column for several in rows.values() for share in several})
    at = 0
    while at < len(columns):
        for last in range(at + 2, min(len(columns), at + _MOST_TOGETHER) + 1):
            if _are_of_rows(cells, rows.values(), columns[at:last]):
                yield tuple(columns[at:last])
                at = last
                break
        else:
            at += 1


def _are_of_rows(cells: Cells, rows: Iterable[list[Entry]], columns: Sequence[int]) -> bool:
    of_row = of_column = number = 0
    for several in rows:
        inside = [share for share in several if share.column in columns]
        if [share.column for share in inside] != list(columns) or not all(share.number.value for share in inside):
            continue
        total = sum(share.number.value for share in inside)
        number += 1
        of_row += all(_makes(total, share) for share in inside)
        of_column += all(map(cells.fits, inside))
    return of_row >= max(_LEAST_OF_ROWS, _MOST_OF_ROWS * number) and of_row > of_column


def _makes(total: float, share: Entry) -> bool:
    return fits(share.number.value, total, share.figure.value)
