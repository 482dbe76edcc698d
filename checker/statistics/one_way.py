"""One-way analysis of variance from the means, standard deviations and sizes of groups.

Figures known to their printed digits come as ranges `(low, high)`, and answers are ranges that hold every value those
allow: exact for up to 12 groups in `sums_of_squares`, outer bounds beyond, and for Welch's test. Sizes are exact.
ValueError for fewer than two groups, and for samples that `checker.statistics.two_means` refuses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from checker.statistics.tails import Range, f_upper_tail
from checker.statistics.two_means import Sample, require_sample

# Corners of so many means are tried one by one.
_CORNERS = 12
# The p of F need not be at an end of its degrees of freedom where F is small; between, so many steps are tried.
_STEPS = 16


class Table(NamedTuple):
    """An analysis of variance: squares between and within, their degrees of freedom, F. `df2` is a range by Welch."""

    between: Range
    within: Range
    df1: int
    df2: Range
    f: Range


def anova(groups: Sequence[Sample]) -> Table:
    """Fisher's analysis of variance, which takes the variances for equal.

    Source: Fisher, Statistical Methods for Research Workers, 1925, chapter 7; from a summary, Larson, Am Stat
    1992;46:151-152.

    >>> found = anova([Sample((5, 5), (1, 1), 10), Sample((6, 6), (1, 1), 10), Sample((7, 7), (1, 1), 10)])
    >>> found.f, found.df1, found.df2
    ((10.0, 10.0), 2, (27, 27))
    """
    between, within = sums_of_squares(groups)
    df1, df2 = len(groups) - 1, sum(group.size for group in groups) - len(groups)
    f = _quotient(between[0] / df1, within[1] / df2), _quotient(between[1] / df1, within[0] / df2)
    return Table(between, within, df1, (df2, df2), f)


def sums_of_squares(groups: Sequence[Sample]) -> tuple[Range, Range]:
    """The sums of squares between and within groups."""
    _groups(groups)
    low, high = (sum((each.size - 1) * each.sd[end] ** 2 for each in groups) for end in (0, 1))
    return between([each.mean for each in groups], [each.size for each in groups]), (low, high)


def between(means: Sequence[Range], weights: Sequence[float]) -> Range:
    """The weighted squares of means about their weighted mean."""
    least = _least(means, weights)
    if len(means) > _CORNERS:
        # As no centre makes the squares less than the mean does, the least over centres bounds them.
        most = _minimum(
            lambda c: sum(w * max(c - mean[0], mean[1] - c) ** 2 for mean, w in zip(means, weights, strict=True)), means
        )
        return least, most
    most = _largest(means, weights)
    return min(least, most), most


def welch(groups: Sequence[Sample]) -> Table:
    """Welch's test, which does not take the variances for equal; squares are weighted by n/s^2, `within` is 1.

    Source: Welch, Biometrika 1951;38:330-336. An outer bound, and of means and deviations without rounding exact.
    ValueError for a group that does not vary.
    """
    _groups(groups)
    if min(group.sd[0] for group in groups) <= 0:
        raise ValueError("every group must vary")
    means = [group.mean for group in groups]
    light, heavy = ([group.size / group.sd[end] ** 2 for group in groups] for end in (1, 0))
    # For one centre the squares grow with each weight, and so does the least over centres.
    squares = between(means, light)[0], between(means, heavy)[1]
    df1 = len(groups) - 1
    least = most = 0.0
    for group, low, high in zip(groups, light, heavy, strict=True):
        # The share of the other groups in all weights.
        least += ((sum(light) - low) / (sum(light) - low + high)) ** 2 / (group.size - 1)
        most += ((sum(heavy) - high) / (sum(heavy) - high + low)) ** 2 / (group.size - 1)
    scale = (df1 + 1) ** 2 - 1
    factor = 2 * (df1 - 1) / scale
    f = squares[0] / df1 / (1 + factor * most), squares[1] / df1 / (1 + factor * least)
    return Table(squares, (1.0, 1.0), df1, (scale / (3 * most), scale / (3 * least)), f)


def p_value(found: Table) -> Range:
    """The p values that an analysis of variance allows."""
    low, high = found.df2
    freedoms = {low + (high - low) * step / _STEPS for step in range(_STEPS + 1)} if high > low else {low}
    return (
        min(f_upper_tail(found.f[1], found.df1, df2) for df2 in freedoms),
        max(f_upper_tail(found.f[0], found.df1, df2) for df2 in freedoms),
    )


def from_errors(groups: Sequence[Sample]) -> list[Sample]:
    """The groups where what stands for their SD is the standard error of the mean."""
    return [group._replace(sd=(group.sd[0] * group.size**0.5, group.sd[1] * group.size**0.5)) for group in groups]


def _least(means: Sequence[Range], weights: Sequence[float]) -> float:
    """The least about any centre: an end of a range, or the middle of what lies outside of the ranges around it."""

    def about(centre: float) -> float:
        return sum(weight * (centre - _nearest(mean, centre)) ** 2 for mean, weight in zip(means, weights, strict=True))

    ends = sorted({end for mean in means for end in mean})
    centres = list(ends)
    for low, high in pairwise(ends):
        nearest = [(_nearest(mean, (low + high) / 2), weight) for mean, weight in zip(means, weights, strict=True)]
        outside = [(end, weight) for end, weight in nearest if not low < end < high]
        if outside:
            centres.append(sum(end * weight for end, weight in outside) / sum(weight for _, weight in outside))
    return min(map(about, centres))


def _largest(means: Sequence[Range], weights: Sequence[float]) -> float:
    """The most over all corners: the squares are convex in the means."""
    import numpy as np

    corners = np.array(np.meshgrid(*means, indexing="ij")).reshape(len(means), -1)
    by = np.asarray(weights, dtype=float)
    centres = by @ corners / by.sum()
    return float((by @ (corners - centres) ** 2).max())


def _minimum(function: Callable[[float], float], means: Sequence[Range]) -> float:
    """The least of a convex function of a centre between the means."""
    low, high = min(mean[0] for mean in means), max(mean[1] for mean in means)
    golden = (5**0.5 - 1) / 2
    left, right = high - golden * (high - low), low + golden * (high - low)
    at_left, at_right = function(left), function(right)
    for _ in range(120):
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - golden * (high - low)
            at_left = function(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + golden * (high - low)
            at_right = function(right)
    return min(at_left, at_right)


def _nearest(mean: Range, centre: float) -> float:
    return min(max(centre, mean[0]), mean[1])


def _quotient(between_mean: float, within_mean: float) -> float:
    if within_mean:
        return between_mean / within_mean
    return inf if between_mean else 0.0


def _groups(groups: Sequence[Sample]) -> None:
    if len(groups) < 2:
        raise ValueError(f"two groups or more are compared, not {len(groups)}")
    for group in groups:
        require_sample(group)
