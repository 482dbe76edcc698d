"""Whether the p-values beside the intervals of a table are those of the same standard errors, as most of them show.

A p need not be of the test that made its interval. Where nearly all of a table are, one that is not stands out.
"""

import math
from collections.abc import Sequence

import msgspec

from checker.extraction.drafts import reported
from checker.extraction.grids.grid import OF_ALL, Grid
from checker.extraction.numbers import Token
from checker.extraction.tables.cells import Entry
from checker.rounding import ends
from checker.statistics import ratio

# So many p-values, and such a share of them, that follow from their intervals show that the others should.
_LEAST, _MOST = 5, 0.7
_GROUPS = 2


class Shown(msgspec.Struct, frozen=True):
    """What the p-values of a table show: that they are the intervals' own; ``df``: those of a t test, if they are."""

    wald: bool = False
    df: int | None = None


def shown(grid: Grid, entries: Sequence[Entry], *, log_scale: bool) -> Shown:
    """What the p-values of estimates of one scale show; those of some rows may be of few figures, and show nothing."""
    found = [(entry, p) for entry in entries if (p := entry.figure.p) is not None and _is_telling(entry, p, log_scale)]
    if len(found) < _LEAST:
        return Shown()
    by_df = {
        df: sum(_follows(entry, p, df, log_scale) for entry, p in found)
        for df in (None, *_freedom(grid, log_scale=log_scale))
    }
    # The first of several: the normal distribution, unless another tells more of them.
    best = max(by_df, key=lambda df: by_df[df])
    return Shown(True, best) if by_df[best] >= _MOST * len(found) else Shown()


def _freedom(grid: Grid, *, log_scale: bool) -> list[int]:
    """The degrees of freedom of a t test of the two groups whose sizes the heads state."""
    sizes = {
        size.span: size.size
        for column in grid.columns
        if (size := grid.in_head(column)) is not None and not OF_ALL.search(grid.head(column))
    }
    freedom = sum(sizes.values()) - _GROUPS
    return [freedom] if len(sizes) == _GROUPS and freedom > 0 and not log_scale else []


def _is_telling(entry: Entry, p: Token, log_scale: bool) -> bool:
    lower, upper = entry.figure.limits[0].ordered
    if p.comparator != "=" or not p.decimals or not 0 < p.value < 1:
        return False
    return lower.value < upper.value and (not log_scale or (lower.value > 0 and entry.figure.value.value > 0))


def _follows(entry: Entry, p: Token, df: int | None, log_scale: bool) -> bool:
    """Whether an interval gives a p, each figure as its print allows."""
    value, lower, upper = (ends(reported(each)) for each in (entry.figure.value, *entry.figure.limits[0].ordered))
    if log_scale and (value[0] <= 0 or lower[0] <= 0):
        return False
    level = float(entry.figure.limits[0].level) / 100
    freedom = math.inf if df is None else float(df)
    low, high = ratio.p_from_interval(
        value, lower, upper, level, log_scale=log_scale, degrees_of_freedom=freedom
    )  # fmt: skip
    printed = ends(reported(p))
    return printed[0] <= high and low <= printed[1]
