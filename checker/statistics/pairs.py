"""Two means of the same people: what their unprinted correlation leaves open of a paired t test.

Figures are ranges `(low, high)` of what may be printed so, sizes exact. The standard deviation of the differences is
sqrt(s1^2 + s2^2 - 2 r s1 s2), which falls as r rises. ValueError for reversed ranges, spreads below 0 or infinite,
and fewer than two pairs. The p for a range of correlations is `checker.statistics.open_sizes.p_of_pairs`.
Source: Cochrane Handbook for Systematic Reviews of Interventions, 6.5.2.8.
"""

from __future__ import annotations

from math import sqrt

from checker.statistics import tails
from checker.statistics.inverse_tails import t_from_p
from checker.statistics.tails import Range
from checker.statistics.two_means import Difference

Pair = tuple[Range, Range]

# What floating point may make of a correlation of exactly 1.
_SLACK = 1e-9


def difference(means: Pair, sds: Pair, n: int, correlation: Range) -> Difference:
    """The difference of the means, first less second, and its standard error, for `checker.statistics.two_means`."""
    low, high = deviation(sds, correlation)
    apart = means[0][0] - means[1][1], means[0][1] - means[1][0]
    _pairs(n)
    return Difference(apart, (low / sqrt(n), high / sqrt(n)), (n - 1, n - 1))


def deviation(sds: Pair, correlation: Range) -> Range:
    """The SD of the differences of pairs that correlate so; the correlation lies in -1..1.

    >>> low, high = deviation(((2, 2), (2, 2)), (0.5, 1.0))
    >>> round(low, 6), round(high, 6)
    (0.0, 2.0)
    """
    _spreads(*sds)
    if not -1 <= correlation[0] <= correlation[1] <= 1:
        raise ValueError(f"a correlation lies between -1 and 1, not at {correlation}")
    # Of two spreads one may be that at which the other's share turns.
    (a, b), (c, d) = sds
    r_low, r_high = correlation
    greatest = max(_square(one, other, r_low) for one in (a, b) for other in (c, d))
    corners = [(one, other) for one in (a, b) for other in (c, d)]
    corners += [(one, min(max(r_high * one, c), d)) for one in (a, b)]
    corners += [(min(max(r_high * other, a), b), other) for other in (c, d)]
    if r_high == 1 and max(a, c) <= min(b, d):
        return 0.0, sqrt(greatest)
    return sqrt(min(_square(one, other, r_high) for one, other in corners)), sqrt(greatest)


def correlation_from_deviation(sds: Pair, differences: Range) -> Range | None:
    """The correlations, within -1..1, that give differences of this SD; None where none does."""
    _spreads(*sds, differences)
    (a, b), (c, d) = sds
    # r = (s1^2 + s2^2 - sd^2)/(2 s1 s2) = (q + 1/q - sd^2/(s1 s2))/2 with q = s1/s2: monotone in sd, and in each
    # spread but for one turn, at s1^2 = s2^2 - sd^2.
    if not (a > 0 and c > 0):
        return -1.0, 1.0
    corners = [(one, other, each) for one in (a, b) for other in (c, d) for each in differences]
    for each in differences:
        corners += [(min(max(sqrt(max(other**2 - each**2, 0)), a), b), other, each) for other in (c, d)]
        corners += [(one, min(max(sqrt(max(one**2 - each**2, 0)), c), d), each) for one in (a, b)]
    found = [(one**2 + other**2 - each**2) / (2 * one * other) for one, other, each in corners]
    low, high = min(found), max(found)
    if high < -1 - _SLACK or low > 1 + _SLACK:
        return None
    return min(max(low, -1.0), 1.0), max(min(high, 1.0), -1.0)


def correlation_from_p(means: Pair, sds: Pair, n: int, p: Range, sides: int = 2) -> Range | None:
    """The correlations of the pairs with which the paired t test has this p; None where none in -1..1 does.

    >>> low, high = correlation_from_p(((5, 5), (4, 4)), ((2, 2), (2, 2)), 16, (0.0635, 0.0645))
    >>> round(low, 2), round(high, 2)
    (0.5, 0.5)
    """
    _pairs(n)
    near, far = tails.magnitudes((means[0][0] - means[1][1], means[0][1] - means[1][0]))
    low, high = t_from_p(p, n - 1, sides)
    # The SD that makes a t of the difference of the means; with no t any will do.
    most = far / low * sqrt(n) if low > 0 else sds[0][1] + sds[1][1]
    least = near / high * sqrt(n) if high > 0 else 0.0
    if least > most:
        return None
    return correlation_from_deviation(sds, (least, most))


def _square(one: float, other: float, correlation: float) -> float:
    # As a sum of squares, so that nothing is lost where the two are alike.
    return max(0.0, (one - other) ** 2 + 2 * (1 - correlation) * one * other)


def _spreads(*spreads: Range) -> None:
    for low, high in spreads:
        if not 0 <= low <= high < float("inf"):
            raise ValueError(f"{(low, high)} is no range of standard deviations")


def _pairs(n: int) -> None:
    if n < 2:
        raise ValueError(f"a test needs two pairs or more, not {n}")
