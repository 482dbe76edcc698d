"""Standardised differences of two means, with their confidence intervals.

Means and deviations come as ranges `(low, high)` of what may be printed so, and estimates are ranges that hold every
value those allow; intervals are of one estimate. Differences are first less second, in standard deviations. ValueError
for samples that `checker.statistics.two_means` refuses, deviations of 0, and levels outside (0, 1).
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from checker.statistics.effect_sizes import hedges_factor, t_from_d
from checker.statistics.normal import critical_value
from checker.statistics.ranges import over
from checker.statistics.roots import unbounded_root
from checker.statistics.tails import Range
from checker.statistics.two_means import Sample, require_sample

Standardiser = Callable[[float, float, int, int], float]


def pooled(sd1: float, sd2: float, n1: int, n2: int) -> float:
    """The pooled standard deviation, that of Student's t: for Cohen's d as it is usually meant."""
    return sqrt(((n1 - 1) * sd1**2 + (n2 - 1) * sd2**2) / (n1 + n2 - 2))


def average(sd1: float, sd2: float, n1: int, n2: int) -> float:
    """The root of the mean variance, which takes no size into account: Cohen's of equal groups."""
    return sqrt((sd1**2 + sd2**2) / 2)


def second(sd1: float, sd2: float, n1: int, n2: int) -> float:
    """The deviation of the second group, the control: Glass's delta."""
    return sd2


def difference(one: Sample, other: Sample, standardiser: Standardiser = pooled) -> Range:
    """The difference in standard deviations."""
    require_sample(one)
    require_sample(other)
    if standardiser(one.sd[0], other.sd[0], one.size, other.size) <= 0:
        raise ValueError("values that do not vary have no standardised difference")

    def d(mean1: float, mean2: float, sd1: float, sd2: float) -> float:
        return (mean1 - mean2) / standardiser(sd1, sd2, one.size, other.size)

    return over(d, one.mean, other.mean, one.sd, other.sd)


def hedges_g(d: Range, n1: int, n2: int) -> Range:
    """Cohen's d freed of its bias in small samples; n1 + n2 is above 3."""
    factor = float(hedges_factor(float(n1 + n2 - 2)))
    return factor * d[0], factor * d[1]


def variance_of_d(d: float, n1: int, n2: int) -> float:
    """Of Cohen's d: (n1 + n2)/(n1 n2) + d^2/(2(n1 + n2)). Borenstein et al., 2009, 4.20."""
    return (n1 + n2) / (n1 * n2) + d * d / (2 * (n1 + n2))


def interval_of_d(d: float, n1: int, n2: int, level: float = 0.95) -> Range:
    """Normal interval of Cohen's d."""
    return _about(d, variance_of_d(d, n1, n2), level)


def interval_of_g(d: float, n1: int, n2: int, level: float = 0.95) -> Range:
    """Normal interval of Hedges's g from d, with J^2 times the variance of d. Borenstein et al., 2009, 4.24."""
    factor = float(hedges_factor(float(n1 + n2 - 2)))
    return _about(factor * d, factor**2 * variance_of_d(d, n1, n2), level)


def interval_of_g_large(d: float, n1: int, n2: int, level: float = 0.95) -> Range:
    """Normal interval of g with g in the variance. Hedges & Olkin, 1985, chapter 5, 15 (R's metafor)."""
    g = float(hedges_factor(float(n1 + n2 - 2))) * d
    return _about(g, variance_of_d(g, n1, n2), level)


def interval_of_g_revman(d: float, n1: int, n2: int, level: float = 0.95) -> Range:
    """RevMan's: J by 1 - 3/(4N - 9), variance N/(n1 n2) + g^2/(2(N - 3.94)). Deeks & Higgins, 2010, section 3.2."""
    total = n1 + n2
    g = (1 - 3 / (4 * total - 9)) * d
    return _about(g, total / (n1 * n2) + g * g / (2 * (total - 3.94)), level)


def interval_exact(d: float, n1: int, n2: int, level: float = 0.95) -> Range:
    """Exact interval of the standardised difference by the noncentral t distribution.

    Steiger & Fouladi, 1997; Cumming & Finch, Educ Psychol Meas 2001;61:532-574.
    """
    low, high = noncentralities(t_from_d(d, n1, n2), n1 + n2 - 2, level)
    scale = sqrt(1 / n1 + 1 / n2)
    return low * scale, high * scale


def noncentralities(t: float, df: float, level: float = 0.95) -> Range:
    """The noncentralities of t of which t is at the ends of the middle `level`."""
    from scipy.special import nctdtr

    critical_value(level)
    if not df > 0:
        raise ValueError(f"degrees of freedom must be positive, not {df}")
    tail = (1 - level) / 2

    def at(share: float) -> float:
        return unbounded_root(lambda shift: float(nctdtr(df, shift, t)) - share, t, increasing=False, tolerance=1e-12)

    return at(1 - tail), at(tail)


def average_of_pairs(means: tuple[Range, Range], sds: tuple[Range, Range]) -> Range:
    """The difference of two means of the same people, in the mean of both deviations (d_av).

    Lakens, Front Psychol 2013;4:863.
    """
    if min(sds[0][0], sds[1][0]) < 0 or sds[0][0] + sds[1][0] == 0:
        raise ValueError(f"{sds} are no deviations of values that vary")
    return over(lambda m1, m2, s1, s2: 2 * (m1 - m2) / (s1 + s2), *means, *sds)


# Intervals of the difference from d, by name; all but the first and last are of g.
INTERVALS: dict[str, Callable[[float, int, int, float], Range]] = {
    "d, normal": interval_of_d,
    "g, normal": interval_of_g,
    "g, normal, its variance from g": interval_of_g_large,
    "g, RevMan": interval_of_g_revman,
    "d, noncentral t": interval_exact,
}


def _about(estimate: float, variance: float, level: float) -> Range:
    reach = critical_value(level) * sqrt(variance)
    return estimate - reach, estimate + reach
