"""Shares that a row prints over two or three columns: ``n | %``, ``n/N | %`` and ``N | died | %``."""

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.document import Span
from checker.extract.arithmetic import fits
from checker.extract.numbers import Token
from checker.extract.tables.grid import Grid
from checker.extract.tables.share import OTHER_FIGURES, OUT_OF, Share, is_count

_COUNTS = re.compile(r"(?:n|no\.?|number|count|counts|freq(?:uency)?\.?|patients)$")
_TOTALS = re.compile(
    r"(?:n|no\.?|totals?|patients|cases|subjects|participants|women|men|children|sample|tested|examined|treated|"
    r"(?:total )?(?:n|no\.?|number) (?:of )?[a-z]{4,20})$"
)
_PERCENTS = re.compile(r"\(?(?:%|percent|percentage|per cent)\)?$")
# So many rows, and so much of them, must be shares for a column to hold totals.
_LEAST_ROWS, _MOST_OF_THEM = 2, 0.7


def beside(grid: Grid) -> Iterator[Share]:
    """Every share whose percentage has a column of its own."""
    for column, following in pairwise(grid.columns):
        if following == column + 1 and _PERCENTS.match(grid.own(following)):
            if _COUNTS.match(grid.own(column)) and grid.heads(column)[:-1] == grid.heads(following)[:-1]:
                yield from _counts(grid, column)
            else:
                yield from _quotients(grid, column)
                yield from _with_totals(grid, column)


def _counts(grid: Grid, column: int) -> Iterator[Share]:
    for row, percent in _percentages(grid, column + 1):
        figures = grid.figures(row, column)
        if len(figures) == 1 and is_count(figures[0]) and figures[0].comparator == "=":
            yield Share(row, column, figures[0], percent, None, Span(figures[0].start, percent.end))


def _quotients(grid: Grid, column: int) -> Iterator[Share]:
    """``24/40 | 60.0``."""
    for row, percent in _percentages(grid, column + 1):
        figures = grid.figures(row, column)
        if len(figures) == 2 and all(is_count(figure) for figure in figures):
            number, total = figures
            if OUT_OF.fullmatch(grid.page.low, number.end, total.start):
                yield Share(row, column, number, percent, total, Span(number.start, percent.end))


def _with_totals(grid: Grid, column: int) -> Iterator[Share]:
    """``40 | 24 | 60.0`` under ``N | Died | %``, where most rows are such."""
    if not _TOTALS.match(grid.own(column - 1)):
        return
    found = []
    for row, percent in _percentages(grid, column + 1):
        figures = [*grid.figures(row, column - 1), *grid.figures(row, column)]
        if len(figures) == 2 and all(is_count(figure) and figure.comparator == "=" for figure in figures):
            total, number = figures
            found.append(Share(row, column, number, percent, total, Span(total.start, percent.end)))
    fitting = sum(fits(share.count.value, share.total.value, share.percent) for share in found if share.total)
    if fitting >= max(_LEAST_ROWS, _MOST_OF_THEM * len(found)):
        yield from found


def _percentages(grid: Grid, column: int) -> Iterator[tuple[int, Token]]:
    for row in grid.body:
        figures = grid.figures(row, column)
        if len(figures) != 1 or OTHER_FIGURES.search(grid.label(row)):
            continue
        if figures[0].comparator == "=" and 0 <= figures[0].value <= 100:
            yield row, figures[0]
