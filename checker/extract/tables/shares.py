"""Counts and percentages in the cells of a table, each of its column: ``28 (65%)``, ``65% (n = 28)``, ``28 | 65``.

A cell that does not fit is held against its column only where two others of that column fit, and missing values, the
usual reason, do not explain it. One that is a share of a row above it in the column, or of its own row, is that.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.document import Cell, Span
from checker.extract.arithmetic import LEAST_KNOWN, fits, nearly
from checker.extract.drafts import Drafts, count, reported
from checker.extract.numbers import Token
from checker.extract.tables.beside import beside
from checker.extract.tables.grid import Column, Grid, declare
from checker.extract.tables.limits import INTERVAL
from checker.extract.tables.share import OTHER_FIGURES, OUT_OF, Share, is_count
from checker.kinds import Proportion
from checker.rounding import unit

_PERCENT = re.compile(r"\(? ?%|percent|per cent")
# What a caption says of the cells of the whole table.
_ALL_SHARES = re.compile(
    r"(?:\bn|\bno\.?|numbers?|counts?|frequenc(?:y|ies))(?: of (?:patients|participants|subjects|women|cases))?"
    r" ?[(,]{1,2} ?(?:%|percent)|percentages? (?:is |are )?(?:given |shown )?in (?:paren|brack)|\(%\)"
)
_OPEN = re.compile(r" ?\( ?")
_OPEN_COUNT = re.compile(r" ?\( ?(?:n ?= ?|n: ?)?")
_BESIDE = re.compile(r" ?[,;]? ?")
_CLOSE = re.compile(r" ?\)?")
# What may stand between two shares of one cell, or behind the last: the name of the next one.
_BETWEEN = re.compile(r"[\s,;/|]{0,3}[^0-9()%]{0,60}")

# Words that make a row's denominator a part of the column.
_OF_SOME = re.compile(
    r"\bamong\b|\bof (?:those|these|whom|them|the )|\bif\b|\bonly\b|evaluable|available|assessable|\bin (?:women|men|"
    r"females|males|girls|boys|patients|those|cases|survivors|responders)\b|\bwho\b|\bwith known\b|n ?="
)

# Of which everybody has two.
_TWO_EACH = re.compile(
    r"\b(?:alleles?|allelic|chromosomes?|haplotypes?|eyes?|ears?|knees?|hips?|kidneys?|breasts?|hands?|feet|legs?|limbs?|"
    r"ovar(?:y|ies)|arms|sides|parents)\b"
)
_LEAST_RECONCILED = 2
_MOST_OPTIONS = 12
_MOST_ROWS = 60
# How many shares of a column to each side are looked at: more than a table has.
_NEAR = 150
_LEAST_UNMARKED, _MOST = 3, 0.5


def find(grid: Grid, drafts: Drafts) -> list[Share]:
    """Add a claim for every share; and return them all."""
    found = [share for row in grid.body for share in _in_cells(grid, row)]
    found = sorted([*found, *beside(grid)], key=lambda share: (share.row, share.column, share.count.start))
    fitting = [share for share in found if _fits_column(grid, share)]
    in_row = {share.row for share in fitting}
    if not _ALL_SHARES.search(grid.about):
        # Brackets without a sign are shares all the same where most of them fit.
        unmarked = [share for share in found if not share.marked]
        fitting_unmarked = sum(not share.marked for share in fitting)
        if fitting_unmarked < max(_LEAST_UNMARKED, _MOST * len(unmarked)):
            found = [share for share in found if share.marked]
    # ``27 (4)`` in a table of counts may be a mean with its SD, but not where another arm has a share there.
    found = [share for share in found if share.marked or share.row in in_row]
    across = _of_rows(grid, found)
    columns: dict[int, list[Share]] = defaultdict(list)
    places = []
    for share in found:
        places.append(len(columns[share.column]))
        columns[share.column].append(share)
    for share, place in zip(found, places, strict=True):
        if share.row not in across:
            _add(grid, drafts, share, columns[share.column][max(0, place - _NEAR) : place + _NEAR])
    return found


def _in_cells(grid: Grid, row: int) -> Iterator[Share]:
    if OTHER_FIGURES.search(INTERVAL.sub("", grid.label(row))):
        return
    for column in grid.columns:
        cell = grid.cell(row, column)
        if cell is not None:
            yield from _read(grid, cell)


def _read(grid: Grid, cell: Cell) -> list[Share]:
    """The shares of a cell; none where it prints anything else."""
    figures = grid.figures(cell.row, cell.column)
    if not 2 <= len(figures) <= 40:
        return []
    context = f"{grid.label(cell.row)} {grid.heading(cell.row)} {grid.head(cell.column)}"
    with_limits = INTERVAL.search(f"{context} {grid.low(cell.span)}") is not None
    context = INTERVAL.sub("", context)
    shared = bool(_PERCENT.search(context)) and not OTHER_FIGURES.search(context)
    low = grid.page.low
    found: list[Share] = []
    at = 0
    end = cell.span.start
    while at < len(figures):
        taken = _next(low, figures, at)
        if taken is None or not _BETWEEN.fullmatch(low, end, figures[at].start):
            return []
        number, percent, total, size = taken
        alone = len(figures) <= 3 or with_limits
        marked = percent.unit == "%" or (shared and alone)
        if not marked and (not alone or OTHER_FIGURES.search(context)):
            return []
        if any(token.comparator != "=" or token.value < 0 for token in figures[at : at + size]) or percent.value > 100:
            return []
        at += size
        last = figures[at - 1]
        closing = _CLOSE.match(low, last.end, cell.span.end)
        end = closing.end() if closing else last.end
        found.append(Share(cell.row, cell.column, number, percent, total, Span(figures[at - size].start, end), marked))
        if with_limits and len(found) == 1 and len(figures) == at + 2:
            return found
    named = low[cell.span.start : figures[0].start].strip()
    if (named and len(found) == 1 and len(named) > 30) or not _BETWEEN.fullmatch(low, end, cell.span.end):
        return []
    return found


def _next(low: str, figures: Sequence[Token], at: int) -> tuple[Token, Token, Token | None, int] | None:
    """Count, percentage and total of the share that begins at a figure, and how many figures it takes."""
    three = figures[at : at + 3]
    gaps = [low[one.end : other.start] for one, other in pairwise(three)]
    if len(three) == 3:
        one, other, third = three
        if OUT_OF.fullmatch(gaps[0]) and _OPEN.fullmatch(gaps[1]) and is_count(one) and is_count(other):
            return one, third, other, 3
        if one.unit == "%" and _OPEN_COUNT.fullmatch(gaps[0]) and OUT_OF.fullmatch(gaps[1]) and is_count(other):
            return other, one, third, 3
    if len(three) < 2:
        return None
    one, other = three[:2]
    if is_count(one) and (_OPEN.fullmatch(gaps[0]) or (other.unit == "%" and _BESIDE.fullmatch(gaps[0]))):
        return one, other, None, 2
    if one.unit == "%" and is_count(other) and _OPEN_COUNT.fullmatch(gaps[0]):
        return other, one, None, 2
    return None


def _of_rows(grid: Grid, found: Sequence[Share]) -> set[int]:
    """The rows whose percentages are of the row (``12 (40%) | 18 (60%)`` of 30) rather than of the columns."""
    rows: dict[int, list[Share]] = defaultdict(list)
    for share in found:
        rows[share.row].append(share)
    across = set()
    for row, shares in rows.items():
        plain = [share for share in shares if share.total is None]
        if len(plain) < 2:
            continue
        # The last column may be that of all.
        sums = {sum(share.count.value for share in plain), max(share.count.value for share in plain)}
        sums.update(
            figures[0].value
            for column in grid.columns
            if len(figures := grid.figures(row, column)) == 1 and figures[0].countable
        )
        of_columns = sum(_fits_column(grid, share) for share in plain)
        if any(sum(fits(share.count.value, total, share.percent) for share in plain) > of_columns for total in sums):
            across.add(row)
    return across


def _fits_column(grid: Grid, share: Share) -> bool:
    size = grid.size(share.row, share.column)
    return size is not None and fits(share.count.value, size.size, share.percent)


def _add(grid: Grid, drafts: Drafts, share: Share, column: list[Share]) -> None:
    page = grid.page
    of = None
    alternatives: tuple[str, ...] = ()
    total = count(share.total)
    if total is None and _of_twice(grid, share):
        return
    if total is None:
        size = grid.size(share.row, share.column)
        if size is None:
            return
        if not fits(share.count.value, size.size, share.percent):
            part = _subtotal(share, column)
            if part is not None:
                named = declare(page, drafts, Column(int(part.count.value), grid.title(part.row) or "", part.span))
                alternatives = (named,)
            elif not nearly(share.count.value, size.size, share.percent) and not _accusable(grid, share, size, column):
                return
        of = declare(page, drafts, size)
    page.used.update((share.count.start, share.percent.start))
    drafts.add(
        Proportion,
        grid.table,
        [share.span],
        label=grid.title(share.row),
        count=count(share.count),
        total=total,
        of=of,
        alternatives=alternatives,
        percent=reported(share.percent),
    )


def _of_twice(grid: Grid, share: Share) -> bool:
    """Whether it is a share of the alleles or eyes of those in its column."""
    column = grid.size(share.row, share.column)
    if column is None or not fits(share.count.value, 2 * column.size, share.percent):
        return False
    return _TWO_EACH.search(f"{grid.label(share.row)} {grid.heading(share.row)} {grid.about}") is not None


def _subtotal(share: Share, column: list[Share]) -> Share | None:
    """The row of its column of which it is a share, the nearest above before any below."""
    others = [other for other in column if other.row != share.row]
    near = [*reversed([other for other in others if other.row < share.row]), *others][:_MOST_ROWS]
    return next((other for other in near if fits(share.count.value, other.count.value, share.percent)), None)


def _of_fewer(share: Share, size: int) -> bool:
    """Whether it is a share of those in its column whose values are not missing."""
    percent, place = share.percent.value, unit(share.percent)
    least = 100 * share.count.value / (percent + place)
    most = 100 * share.count.value / (percent - place) if percent > place else float(size)
    return math.ceil(max(least, LEAST_KNOWN * size)) <= min(most, size)


def _of_its_heading(grid: Grid, share: Share, size: int, column: list[Share]) -> bool:
    """Whether it is a share of all that its heading divides, however many values are missing."""
    heading = grid.group(share.row)
    alike = [other for other in column if heading >= 0 and grid.group(other.row) == heading][:_MOST_OPTIONS]
    # The rows that a heading divides end before those that have it above them: nothing else says where.
    for last in range(2, len(alike) + 1):
        options = alike[:last]
        total = sum(other.count.value for other in options)
        fitting = [other for other in options if fits(other.count.value, total, other.percent)]
        if share in fitting and total <= size and 2 * len(fitting) > len(options):
            return True
    return False


def _accusable(grid: Grid, share: Share, size: Column, column: list[Share]) -> bool:
    """Whether a share that does not fit its column can be of nothing else: no values missing, no group of a row."""
    if _OF_SOME.search(f"{grid.label(share.row)} {grid.heading(share.row)}"):
        return False
    fitting = [other for other in column if other is not share and _fits_column(grid, other)]
    if len(fitting) < _LEAST_RECONCILED:
        return False
    if _of_fewer(share, size.size) or _of_its_heading(grid, share, size.size, column):
        return False
    # ``postmenopausal 12 (30)`` of the 40 who are not among the 40 men of a row.
    rests = (size.size - other.count.value for other in fitting[:_MOST_ROWS])
    return not any(fits(share.count.value, rest, share.percent) for rest in rests)
