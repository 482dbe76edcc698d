"""Of how many the percentages of a table are, where they are not of all in their column.

A table testifies to its own habits. The rows of one variable that share one hidden size explain each other: their
counts make it, or all their percentages agree with it. So do many rows of a column that agree with one size, and a row
whose groups all miss a few. Where a table often prints percentages of those with values, its other rows may as well.
"""

import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.extraction.arithmetic import LEAST_KNOWN, nearly
from checker.extraction.grids.grid import OF_ALL
from checker.extraction.tables.across import Base
from checker.extraction.tables.agreement import agreed, runs, sizes
from checker.extraction.tables.cells import Cells, Entry
from checker.rounding import SLACK, unit

# How often as many figures as agree with a few missing values would do so by chance, at most.
_BY_CHANCE = 0.02
# So many variables with hidden sizes, or rows that a few missing values would explain, show a habit.
_LEAST_HABIT, _LEAST_ROWS = 2, 3
# Of a column of which no more percentages are of its size than are not, nobody knows what they are of.
_FEWEST_STRANGE = 2
# Groups of which a row counts a part, and how alike these parts must be.
_LEAST_PARTS, _APART = 2, 0.05
_MOST_OPTIONS = 40
# Levels of one variable are hardly more.
_LEAST_LEVELS, _MOST_LEVELS, _ALL = 2, 12, 100
OF_KNOWN_TOTAL = "its rows count as many as other percentages of the column are of"
OF_LEVELS = "the percentages of its rows make 100, so that the whole is what they count"
OF_ROWS, OF_OTHERS, OF_GROUPS, OF_PART, OF_KNOWN = (
    "the counts of its rows make it",
    "other percentages of its column agree with it",
    "its row misses a few in other groups too",
    "its row is of some of them, whose numbers add up",
    "other percentages of the table are of those with values",
)


class Bases:
    """Of how many the percentages of one table are.

    Attributes:
        hidden: the sizes behind percentages that are not of all in their column, by the place of the percentage.
        strange: the columns whose percentages are of something else.
        partial: the rows that may be of some in every group.
        levels: what the counts of levels make whose percentages make 100, by the place of the percentage.
    """

    def __init__(self, cells: Cells, shares: Iterable[Entry]) -> None:
        self._cells = cells
        self.hidden: dict[int, Base] = {}
        self.strange: set[int] = set()
        self.partial: set[int] = set()
        self.levels: dict[int, Base] = {}
        columns: dict[int, list[Entry]] = defaultdict(list)
        for share in shares:
            columns[share.column].append(share)
        for column in columns.values():
            self._rows(column)
            self._alike(column)
            self._levels(column)
            self._near_levels(column)
        left = [share for column in columns.values() for share in column if self._is_open(share)]
        self._groups(left)
        self._parts(left)
        self._habit([share for share in left if share.figure.value.start not in self.hidden])
        for at, column in columns.items():
            known = [share for share in column if share.number.value > 0]
            strange = sum(map(self._is_open, known))
            if strange >= _FEWEST_STRANGE and 2 * strange > len(known):
                self.strange.add(at)

    def of(self, share: Entry) -> Base | None:
        """The hidden size of which a percentage is, if one is known."""
        return self.hidden.get(share.figure.value.start)

    def _size(self, share: Entry) -> int | None:
        size = self._cells.size(share.row, share.column)
        return size.size if size is not None else None

    def _is_open(self, share: Entry) -> bool:
        """Whether a percentage is of nothing known so far."""
        size = self._size(share)
        fits = size is not None and nearly(share.number.value, size, share.figure.value)
        return not fits and share.figure.value.start not in self.hidden

    def _note(self, shares: Iterable[Entry], size: int, inferred: str) -> None:
        base = Base(size, inferred)
        for share in shares:
            if not self._cells.fits(share):
                self.hidden.setdefault(share.figure.value.start, base)

    def _rows(self, column: Sequence[Entry]) -> None:
        """Rows below each other whose counts make the size of which each is its percentage."""
        for run, size in runs(self._cells, column):
            self._note(run, size, OF_ROWS)

    def _levels(self, column: Sequence[Entry]) -> None:
        """Rows below each other, under one heading, whose percentages make 100: the whole is what they count."""
        at = 0
        while at < len(column):
            run = _hundred(self._cells, column[at : at + _MOST_LEVELS])
            base = Base(int(sum(share.number.value for share in run)), OF_LEVELS)
            self.levels.update((share.figure.value.start, base) for share in run)
            at += len(run) or 1

    def _near_levels(self, column: Sequence[Entry]) -> None:
        """Rows under one heading that count what other rows of the column are of, where but one misfits."""
        grid = self._cells.grid
        known = {base.size for share in column if (base := self.of(share)) is not None}
        for heading, rows in itertools.groupby(column, key=lambda share: grid.group(share.row)):
            levels = list(rows)
            total = int(sum(share.number.value for share in levels))
            if heading < 0 or total not in known or not _LEAST_LEVELS <= len(levels) <= _MOST_LEVELS:
                continue
            misfits = [share for share in levels if not nearly(share.number.value, total, share.figure.value)]
            if len(misfits) == 1:
                base = Base(total, OF_KNOWN_TOTAL)
                self.levels.setdefault(misfits[0].figure.value.start, base)

    def _alike(self, column: Sequence[Entry]) -> None:
        """Percentages of a column that agree with one size, far more of them than would by chance."""
        left = [share for share in column if self._is_open(share) and share.number.value > 0]
        while left:
            size = self._size(left[0])
            found = agreed(left, size - 1 if size is not None else math.inf)
            if found is None:
                return
            best, agreeing = found
            self._note(agreeing, best, OF_OTHERS)
            left = [share for share in left if share not in agreeing]

    def _groups(self, left: Sequence[Entry]) -> None:
        """Rows that miss a few in several groups, each of whose percentages agrees with a smaller size."""
        rows: dict[int, list[Entry]] = defaultdict(list)
        for share in left:
            rows[share.row].append(share)
        for several in rows.values():
            left_over = [missing(share, self._size(share)) for share in several]
            chances = [_chance(share, self._size(share)) for share in several]
            if len({share.column for share in several}) > 1 and all(left_over) and math.prod(chances) <= _BY_CHANCE:
                for share, options in zip(several, left_over, strict=True):
                    self._note([share], options[-1], OF_GROUPS)

    def _parts(self, left: Sequence[Entry]) -> None:
        """Rows of part of the people: the sizes behind their groups make that behind all of them, or are alike."""
        grid = self._cells.grid
        rows: dict[int, list[Entry]] = defaultdict(list)
        for share in left:
            if share.figure.value.start not in self.hidden:
                rows[share.row].append(share)
        for row, several in rows.items():
            options = {share.column: (share, fewer(share, self._size(share))) for share in several}
            if len(options) < _LEAST_PARTS or not all(found for _, found in options.values()):
                continue
            whole = [column for column in options if OF_ALL.search(grid.head(column))]
            parts = [found for column, (_, found) in options.items() if column not in whole]
            if len(whole) == 1 and len(parts) > 1 and (made := _adding_up(parts, options[whole[0]][1])) is not None:
                sizes = dict(zip([*(column for column in options if column not in whole), *whole], made, strict=True))
                for column, (share, _) in options.items():
                    self._note([share], sizes[column], OF_PART)
            elif self._are_alike(options.values()):
                self.partial.add(row)

    def _are_alike(self, options: Iterable[tuple[Entry, range]]) -> bool:
        """Whether the sizes behind the groups of a row may be one and the same part of each group."""
        least, most = 0.0, 1.0
        for share, found in options:
            size = self._size(share) or 1
            least, most = max(least, found[0] / size - _APART), min(most, found[-1] / size + _APART)
        return least <= most

    def _habit(self, left: Sequence[Entry]) -> None:
        """The rest of a table that is known for percentages of those with values."""
        grid = self._cells.grid
        known = {
            (grid.group(share.row), share.row if base.inferred != OF_ROWS else -1)
            for share in self._cells.shares
            if (base := self.of(share)) is not None
            and (size := self._size(share)) is not None
            and LEAST_KNOWN * size <= base.size < size
        }
        few = {share.row for share in left if missing(share, self._size(share))}
        others = {share.row for share in left} - few
        if len(known) >= _LEAST_HABIT or (len(few) >= _LEAST_ROWS and len(few) > 2 * len(others)):
            for share in left:
                if options := missing(share, self._size(share)):
                    self._note([share], options[-1], OF_KNOWN)


def _hundred(cells: Cells, column: Sequence[Entry]) -> Sequence[Entry]:
    """The first rows of a column that stand below each other, under one heading, and whose percentages make 100."""
    made = width = 0.0
    for last, share in enumerate(column):
        value = share.figure.value
        made, width = made + value.value, max(width, unit(value))
        apart = last and share.row != column[last - 1].row + 1
        if apart or cells.grid.group(share.row) != cells.grid.group(column[0].row) or value.comparator != "=":
            break
        if last and abs(made - _ALL) <= width + SLACK:
            return column[: last + 1]
    return ()


def fewer(share: Entry, size: int | None) -> range:
    """The sizes below one of which a count makes its percentage."""
    return sizes(share, size - 1) if size is not None else range(0)


def _adding_up(parts: Sequence[range], whole: range) -> tuple[int, ...] | None:
    """The only sizes of parts that make one of a whole, behind which it stands; None where there are several."""
    if math.prod(map(len, parts)) > _MOST_OPTIONS or not set(map(len, parts)) <= set(range(_MOST_OPTIONS)):
        return None
    found = [made for made in itertools.product(*parts) if sum(made) in whole]
    return (*found[0], sum(found[0])) if len(found) == 1 else None


def missing(share: Entry, size: int | None) -> range:
    """The sizes that few missing values would leave of one, of which a count makes its percentage."""
    if size is None:
        return range(0)
    found = fewer(share, size)
    return range(max(found.start, math.ceil(LEAST_KNOWN * size)), found.stop)


def _chance(share: Entry, size: int | None) -> float:
    """How often a percentage above that of all in the column would agree with some number of missing values."""
    if size is None:
        return 1.0
    number, place = share.number.value, unit(share.figure.value)
    span = 100 * number / (LEAST_KNOWN * size) - 100 * number / size
    lost = size - math.ceil(LEAST_KNOWN * size)
    return min(1.0, lost * place / span) if span > place else 1.0
