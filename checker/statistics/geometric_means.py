"""Ratios of two means, geometric and arithmetic, from what is printed of either group.

Figures are ranges `(low, high)` of what may be printed so, and answers ranges that hold every value those allow; sizes
are exact. Ratios are first over second, without unit. A test of two geometric means is that of the means of logarithms:
make samples of logarithms here, and ask `checker.statistics.two_means`. ValueError for reversed ranges, means not
above 0, deviations below 0, geometric deviations below 1, and levels outside (0, 1).
"""

from __future__ import annotations

from math import exp, inf, log, sqrt

from checker.statistics.normal import critical_value
from checker.statistics.proportion import t_critical_value
from checker.statistics.ranges import over
from checker.statistics.tails import Range
from checker.statistics.two_means import Difference, Sample


def logarithms(mean: Range, sd: Range, size: int) -> Sample:
    """The logarithms of values that are lognormal, from the mean and SD of the values themselves.

    Variance log(1 + SD^2/mean^2), mean log mean - half of that. Higgins, White & Anzures-Cabrera, Stat Med
    2008;27:6072-6092, method 1.
    """
    _positive(mean)
    _spread(sd)
    variance = over(lambda m, s: log(1 + (s / m) ** 2), mean, sd)
    centre = over(lambda m, s: log(m) - log(1 + (s / m) ** 2) / 2, mean, sd)
    return Sample(centre, (sqrt(variance[0]), sqrt(variance[1])), size)


def of_geometric(mean: Range, sd: Range, size: int) -> Sample:
    """The logarithms of values from their geometric mean and geometric SD (a factor, 1 or more)."""
    _positive(mean)
    if not 1 <= sd[0] <= sd[1] < inf:
        raise ValueError(f"a geometric standard deviation is 1 or more, not {sd}")
    return Sample((log(mean[0]), log(mean[1])), (log(sd[0]), log(sd[1])), size)


def of_interval(mean: Range, lower: Range, upper: Range, size: int, level: float = 0.95) -> Sample:
    """The logarithms of values from their geometric mean and its confidence interval by t."""
    for values in (mean, lower, upper):
        _positive(values)
    if size < 2:
        raise ValueError(f"a group of at least 2 values is needed, not {size}")
    scale = sqrt(size) / (2 * t_critical_value(size - 1, level))
    low, high = log(upper[0] / lower[1]) * scale, log(upper[1] / lower[0]) * scale
    if high < 0:
        raise ValueError("the limits are reversed")
    return Sample((log(mean[0]), log(mean[1])), (max(0.0, low), high), size)


def coefficient_of_variation(sample: Sample) -> Range:
    """The SD over the mean of lognormal values, from the SD of their logarithms: sqrt(exp(SD^2) - 1)."""
    return sqrt(exp(sample.sd[0] ** 2) - 1), sqrt(exp(sample.sd[1] ** 2) - 1)


def exponential(values: Range) -> Range:
    """A difference of logarithms as a ratio."""
    return exp(values[0]), exp(values[1])


def log_ratio(one: Sample, other: Sample) -> Difference:
    """The logarithm of the ratio of two arithmetic means, its error by the delta method: no degrees of freedom.

    Variance SD1^2/(n1 mean1^2) + SD2^2/(n2 mean2^2). Hedges, Gurevitch & Curtis, Ecology 1999;80:1150-1156; Friedrich,
    Adhikari & Beyene, BMC Med Res Methodol 2008;8:32.
    """
    for sample in (one, other):
        _positive(sample.mean)
        _spread(sample.sd)
        if sample.size < 1:
            raise ValueError(f"a group has a value or more, not {sample.size}")

    def error(m1: float, s1: float, m2: float, s2: float) -> float:
        return sqrt((s1 / m1) ** 2 / one.size + (s2 / m2) ** 2 / other.size)

    apart = log(one.mean[0] / other.mean[1]), log(one.mean[1] / other.mean[0])
    return Difference(apart, over(error, one.mean, one.sd, other.mean, other.sd), (inf, inf))


def fieller(mean1: float, error1: float, mean2: float, error2: float, level: float = 0.95, df: float = inf) -> Range:
    """Fieller's interval of the ratio of two independent means from their standard errors.

    Infinite at both ends where the second mean is not significantly different from 0. Fieller, J R Stat Soc B
    1954;16:175-185.
    """
    if mean2 == 0 or min(error1, error2) < 0:
        raise ValueError(f"no ratio to a mean of {mean2} with errors {error1} and {error2}")
    critical = critical_value(level) if df == inf else t_critical_value(df, level)
    share = (critical * error2 / mean2) ** 2
    if share >= 1:
        return -inf, inf
    ratio = mean1 / mean2
    reach = critical / abs(mean2) * sqrt((1 - share) * error1**2 + (ratio * error2) ** 2)
    return (ratio - reach) / (1 - share), (ratio + reach) / (1 - share)


def _positive(values: Range) -> None:
    if not 0 < values[0] <= values[1] < inf:
        raise ValueError(f"a ratio is of means above 0, not {values}")


def _spread(values: Range) -> None:
    if not 0 <= values[0] <= values[1] < inf:
        raise ValueError(f"{values} is no range of standard deviations")
