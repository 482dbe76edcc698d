"""Relations between mean, SD, standard error and confidence limits.

Figures known to their printed digits come as ranges `(low, high)`, and answers are ranges as well.
ValueError for reversed ranges, sizes too small, or levels outside (0, 1).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from math import inf, sqrt

from checker.statistics.deviation import greatest_sd
from checker.statistics.normal import critical_value
from checker.statistics.proportion import t_critical_value
from checker.statistics.tails import Range, magnitudes


def standard_error(sd: Range, total: int) -> Range:
    """Standard error of a mean, SD/sqrt n; negative parts of the range count as 0."""
    low, high = _spread(sd)
    _require_total(total, 1)
    return low / sqrt(total), high / sqrt(total)


def sd_from_error(error: Range, total: int) -> Range:
    """SD from the standard error of the mean, SE sqrt n."""
    low, high = _spread(error)
    _require_total(total, 1)
    return low * sqrt(total), high * sqrt(total)


def mean_interval(mean: Range, sd: Range, total: int, level: float = 0.95, *, t: bool = True) -> tuple[Range, Range]:
    """Ranges of both confidence limits of a mean, mean -+ t SD/sqrt n (z for `t=False`)."""
    _ordered(mean)
    low, high = _spread(sd)
    _require_total(total, 2)
    reach = _quantile(total, level, t) / sqrt(total)
    return (mean[0] - reach * high, mean[1] - reach * low), (mean[0] + reach * low, mean[1] + reach * high)


def _quantile(total: int, level: float, t: bool) -> float:
    return t_critical_value(total - 1, level) if t else critical_value(level)


def _ordered(values: Range) -> None:
    if not values[0] <= values[1]:
        raise ValueError(f"the range {values} is reversed")


def _spread(values: Range) -> Range:
    _ordered(values)
    if values[1] < 0 or values[1] == inf:
        raise ValueError(f"{values} is not a range of standard deviations")
    return max(values[0], 0.0), values[1]


def _require_total(total: int, minimum: int) -> None:
    if total < minimum:
        raise ValueError(f"at least {minimum} values are needed, not {total}")


def deviation_bounds(mean: Range, lowest: Range, highest: Range, total: int | None) -> Range:
    """The least and greatest sample SD of values with this mean, lowest and highest value; `total` None for unknown.

    The greatest has all values but one at the ends; for an unknown number it is that of two values, by Bhatia & Davis,
    Am Math Mon 2000;107:353-357. The least has all values but the two ends at one place between. Where the ranges leave
    a choice both are outer bounds.
    """
    _ordered(mean)
    low, high = lowest[0], highest[1]
    if total is None:
        centre = min(max((low + high) / 2, mean[0]), mean[1])
        return 0.0, sqrt(max(0.0, (high - centre) * (centre - low)) * 2)
    _require_total(total, 2)
    below = max(0.0, mean[0] - lowest[1]), max(0.0, mean[1] - lowest[0])
    above = max(0.0, highest[0] - mean[1]), max(0.0, highest[1] - mean[0])
    uneven = max(0.0, above[0] - below[1], below[0] - above[1])
    rest = uneven**2 / (total - 2) if total > 2 else 0.0
    return sqrt((below[0] ** 2 + above[0] ** 2 + rest) / (total - 1)), greatest_sd(mean, low, high, total)


def combined_mean(means: Sequence[Range], sizes: Sequence[int]) -> Range:
    """The mean of several groups together."""
    _require_groups(means, sizes)
    low, high = (sum(size * mean[end] for mean, size in zip(means, sizes, strict=True)) / sum(sizes) for end in (0, 1))
    return low, high


def combined_sd(means: Sequence[Range], sds: Sequence[Range], sizes: Sequence[int]) -> Range:
    """The SD of several groups together: the squares within them and, for every two, between their means.

    Cochrane Handbook for Systematic Reviews of Interventions, 6.5.2.10, for any number of groups. Where the means leave
    a choice the answer is an outer bound.
    """
    _require_groups(means, sizes)
    total = sum(sizes)
    _require_total(total, 2)
    ends = []
    for end in (0, 1):
        within = sum((size - 1) * _spread(sd)[end] ** 2 for sd, size in zip(sds, sizes, strict=True))
        between = sum(
            sizes[i] * sizes[j] * magnitudes((means[i][0] - means[j][1], means[i][1] - means[j][0]))[end] ** 2
            for i, j in combinations(range(len(sizes)), 2)
        )
        ends.append(sqrt((within + between / total) / (total - 1)))
    return ends[0], ends[1]


def _require_groups(means: Sequence[Range], sizes: Sequence[int]) -> None:
    if not means or len(means) != len(sizes):
        raise ValueError(f"{len(means)} means have {len(sizes)} sizes")
    for mean, size in zip(means, sizes, strict=True):
        _ordered(mean)
        _require_total(size, 1)
