"""Counts and percentages in the cells of a table, each of its column: ``28 (65%)``, ``65% (n = 28)``, ``28 | 65``.

A cell that does not fit is held against its column only where two others of that column fit, and missing values, the
usual reason, do not explain it. One that is a share of a row above it in the column, or of its own row, is that.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from checker.document import Cell, Span
from checker.extract.arithmetic import fits, nearly
from checker.extract.drafts import Drafts, count, reported
from checker.extract.numbers import Token
from checker.extract.tables.grid import Grid, declare
from checker.kinds import Proportion

_PERCENT = re.compile(r"\(? ?%|percent|per cent")
_OTHER_SHARE = re.compile(
    r"mean|median|\bsd\b|s\.d\.|\biqr\b|range|±|\bci\b|score|years|ratio|\bage\b|\brate per\b|weighted|change|"
    r"difference"
)
# What a caption says of the cells of the whole table.
_ALL_SHARES = re.compile(
    r"(?:\bn|\bno\.?|numbers?|counts?|frequenc(?:y|ies))(?: of (?:patients|participants|subjects|women|cases))?"
    r" ?[(,]{1,2} ?(?:%|percent)|percentages? (?:is |are )?(?:given |shown )?in (?:paren|brack)|\(%\)"
)
INTERVAL = re.compile(
    r"\b(?:(?P<level>[89][0-9](?:\.[0-9])?) ?% ?)?(?:c\.?i\.?(?![a-z])|confidence (?:interval|limits)(?: ?\(ci\))?)"
)
_OPEN = re.compile(r" ?\( ?")
_OPEN_COUNT = re.compile(r" ?\( ?(?:n ?= ?|n: ?)?")
_OUT_OF = re.compile(r" ?/ ?| of ")
_BESIDE = re.compile(r" ?[,;]? ?")
_CLOSE = re.compile(r" ?\)?")
# What may stand between two shares of one cell, or behind the last: the name of the next one.
_BETWEEN = re.compile(r"[\s,;/|]{0,3}[^0-9()%]{0,60}")
_COUNTS = re.compile(r"(?:n|no\.?|number|count|counts|freq(?:uency)?\.?|patients)$")
_PERCENTS = re.compile(r"\(?(?:%|percent|percentage|per cent)\)?$")

_LEAST_RECONCILED = 2
_MISSING = 0.8
_MOST_ROWS_ABOVE = 40


class Share(msgspec.Struct):
    """A share that a cell, or two beside each other, print; ``marked`` as one there, in the label or in the head."""

    row: int
    column: int
    count: Token
    percent: Token
    total: Token | None
    span: Span
    marked: bool = True


def find(grid: Grid, drafts: Drafts) -> list[Share]:
    """Add a claim for every share; and return them all."""
    found = [share for row in grid.body for share in (*_in_cells(grid, row), *_in_pairs(grid, row))]
    found.sort(key=lambda share: (share.row, share.column, share.count.start))
    across = _of_rows(grid, found)
    good: dict[int, int] = defaultdict(int)
    in_row: dict[int, int] = defaultdict(int)
    for share in found:
        fitting = _fits_column(grid, share)
        good[share.column] += fitting
        in_row[share.row] += fitting
    # ``27 (4)`` in a table of counts may be a mean with its SD, but not where another arm has a share there.
    found = [share for share in found if share.marked or in_row[share.row]]
    above: dict[int, list[Share]] = defaultdict(list)
    for share in found:
        if share.row not in across:
            _add(grid, drafts, share, good[share.column], above[share.column])
        above[share.column].append(share)
    return found


def _in_cells(grid: Grid, row: int) -> Iterator[Share]:
    if _OTHER_SHARE.search(INTERVAL.sub("", grid.label(row))):
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
    shared = bool(_PERCENT.search(context)) and not _OTHER_SHARE.search(context)
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
        if not marked and not (_ALL_SHARES.search(grid.about) and alone):
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
        if _OUT_OF.fullmatch(gaps[0]) and _OPEN.fullmatch(gaps[1]) and _is_count(one) and _is_count(other):
            return one, third, other, 3
        if one.unit == "%" and _OPEN_COUNT.fullmatch(gaps[0]) and _OUT_OF.fullmatch(gaps[1]) and _is_count(other):
            return other, one, third, 3
    if len(three) < 2:
        return None
    one, other = three[:2]
    if _is_count(one) and (_OPEN.fullmatch(gaps[0]) or (other.unit == "%" and _BESIDE.fullmatch(gaps[0]))):
        return one, other, None, 2
    if one.unit == "%" and _is_count(other) and _OPEN_COUNT.fullmatch(gaps[0]):
        return other, one, None, 2
    return None


def _is_count(token: Token) -> bool:
    return token.decimals == 0 and token.unit is None and token.value >= 0


def _in_pairs(grid: Grid, row: int) -> Iterator[Share]:
    """Counts in one column and their percentages in the next."""
    for column in grid.columns:
        if column + 1 not in grid.columns:
            continue
        if not _COUNTS.match(grid.own(column)) or not _PERCENTS.match(grid.own(column + 1)):
            continue
        if grid.heads(column)[:-1] != grid.heads(column + 1)[:-1] or _OTHER_SHARE.search(grid.label(row)):
            continue
        counts, percents = grid.figures(row, column), grid.figures(row, column + 1)
        if len(counts) != 1 or len(percents) != 1 or not _is_count(counts[0]):
            continue
        number, percent = counts[0], percents[0]
        if percent.comparator == number.comparator == "=" and 0 <= percent.value <= 100:
            yield Share(row, column, number, percent, None, Span(number.start, percent.end))


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
        sums = {sum(share.count.value for share in plain)}
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


def _add(grid: Grid, drafts: Drafts, share: Share, good: int, above: list[Share]) -> None:
    page = grid.page
    of = None
    alternatives: tuple[str, ...] = ()
    total = count(share.total) if share.total is not None else None
    if total is None:
        column = grid.size(share.row, share.column)
        if column is None:
            return
        if not fits(share.count.value, column.size, share.percent):
            part = _subtotal(share, above)
            if part is not None:
                named = declare(page, drafts, grid.title(part.row) or "", int(part.count.value), part.span)
                alternatives = (named,)
            elif not nearly(share.count.value, column.size, share.percent):
                implied = 100 * share.count.value / share.percent.value if share.percent.value else 0.0
                if good < _LEAST_RECONCILED or _MISSING * column.size <= implied <= column.size:
                    return
        of = declare(page, drafts, column.name, column.size, column.span)
    page.used.update((share.count.start, share.percent.start))
    drafts.add(
        Proportion,
        None,
        [share.span],
        section_name=grid.table.section,
        label=grid.title(share.row),
        count=count(share.count),
        total=total,
        of=of,
        alternatives=alternatives,
        percent=reported(share.percent),
    )


def _subtotal(share: Share, above: list[Share]) -> Share | None:
    """The nearest row above of which it is a share."""
    for other in reversed(above[-_MOST_ROWS_ABOVE:]):
        if other.row < share.row and fits(share.count.value, other.count.value, share.percent):
            return other
    return None
