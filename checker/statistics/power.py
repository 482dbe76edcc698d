"""Sample sizes for proportions by the usual formulas, to be compared with the size that a paper states.

Proportions are fractions. Formulas return the unrounded size as a float (of group 1 in two-sample cases,
`allocation` being the size of group 2 over that of group 1); `whole` gives the integers papers make of it and
`inflated` adds dropouts. ValueError for proportions, alpha or power outside (0, 1), an effect of 0, or an
allocation not above 0.

A single-arm example: from 45% under the null hypothesis to 60%, two-sided alpha 0.05, power 80%, needs
86.34, so 87 patients, with the null variance alone; 86.33, so 87, on the arcsine scale; 85.55, so 86,
with both variances; 83.72, so 84, with the alternative one; 92.09, so 93, with both variances and
continuity correction; the exact test first has that power at 89 and keeps it from 95 on.
"""

from __future__ import annotations

from collections.abc import Callable
from math import asin, ceil, floor, sqrt
from typing import NamedTuple

from checker.statistics.normal import quantile

LARGEST_SIZE = 100_000


class Errors(NamedTuple):
    """The errors that a test may make: significance level and power as fractions, and its sides, 2 or 1."""

    alpha: float = 0.05
    power: float = 0.8
    sides: int = 2

    @property
    def quantiles(self) -> tuple[float, float]:
        """The normal quantiles z_a of 1 - alpha (1 - alpha/2 when two-sided) and z_b of the power."""
        if self.sides not in (1, 2):
            raise ValueError(f"a test has one or two sides, not {self.sides}")
        if not 0 < self.alpha < 1 or not 0 < self.power < 1:
            raise ValueError(f"alpha {self.alpha} and power {self.power} must lie between 0 and 1")
        return -quantile(self.alpha / self.sides), quantile(self.power)


USUAL = Errors()
OneProportion = Callable[[float, float, Errors], float]
TwoProportions = Callable[[float, float, Errors, float], float]


def whole(size: float) -> dict[str, int]:
    """Integers that an unrounded size may be printed as: `up` (ordinary), `nearest`, `down`."""
    # A size that is whole but for rounding error does not gain a subject.
    return {"up": ceil(size - 1e-9), "nearest": floor(size + 0.5), "down": floor(size + 1e-9)}


def inflated(size: float, dropout: float) -> dict[str, float]:
    """Unrounded sizes allowing for a fraction of dropouts: `divided` by 1 - d (ordinary), `multiplied`."""
    if not 0 <= dropout < 1:
        raise ValueError(f"a fraction of dropouts cannot be {dropout}")
    return {"divided": size / (1 - dropout), "multiplied": size * (1 + dropout)}


def null_variance(p0: float, p1: float, errors: Errors = USUAL) -> float:
    """Single proportion, (z_a + z_b)^2 p0 q0/d^2."""
    z = sum(errors.quantiles)
    return z * z * p0 * (1 - p0) / _difference(p0, p1) ** 2


def alternative_variance(p0: float, p1: float, errors: Errors = USUAL) -> float:
    """Single proportion, (z_a + z_b)^2 p1 q1/d^2: the test with the sample's own variance."""
    z = sum(errors.quantiles)
    return z * z * p1 * (1 - p1) / _difference(p0, p1) ** 2


def both_variances(p0: float, p1: float, errors: Errors = USUAL) -> float:
    """Single proportion, (z_a sqrt(p0 q0) + z_b sqrt(p1 q1))^2/d^2, the ordinary formula.

    Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, 3rd ed., 2003, section 2.5.
    """
    difference = _difference(p0, p1)
    z_alpha, z_beta = errors.quantiles
    return ((z_alpha * sqrt(p0 * (1 - p0)) + z_beta * sqrt(p1 * (1 - p1))) / difference) ** 2


def both_variances_continuity(p0: float, p1: float, errors: Errors = USUAL) -> float:
    """Single proportion with continuity correction, n/4 (1 + sqrt(1 + 2/(n d)))^2. Fleiss et al. 2003."""
    size = both_variances(p0, p1, errors)
    return size / 4 * (1 + sqrt(1 + 2 / (size * _difference(p0, p1)))) ** 2


def arcsine(p0: float, p1: float, errors: Errors = USUAL) -> float:
    """Single proportion on the arcsine scale, ((z_a + z_b)/h)^2. Cohen 1988, chapter 6."""
    _difference(p0, p1)
    return (sum(errors.quantiles) / _cohen_h(p0, p1)) ** 2


ONE_PROPORTION: dict[str, OneProportion] = {
    "both-variances": both_variances,
    "null-variance": null_variance,
    "alternative-variance": alternative_variance,
    "both-variances-continuity": both_variances_continuity,
    "arcsine": arcsine,
}


def exact_one_proportion(p0: float, p1: float, errors: Errors = USUAL) -> dict[str, int]:
    """Single proportion by the exact binomial test: `first` size with the power, and `lasting` one.

    The power is a saw-tooth in the size: `first` is the smallest size that reaches it, `lasting` the
    smallest from which it never falls below again (looked for up to twice the normal approximation).
    A'Hern, Stat Med 2001;20:859-866 (first); Chernick & Liu, Am Stat 2002;56:149-155 (saw-tooth).
    ValueError when that would take more than 100,000 subjects.
    """
    approximate = both_variances_continuity(p0, p1, errors)
    limit = 2 * ceil(approximate) + 50
    if limit > 2 * LARGEST_SIZE:
        raise ValueError(f"about {approximate:.0f} subjects are beyond the exact search")
    if p1 < p0:
        p0, p1 = 1 - p0, 1 - p1
    first, lasting, critical = 0, 1, 0
    for size in range(1, limit + 1):
        # The critical count never falls as the size grows.
        critical = _critical_count(size, p0, errors.alpha / errors.sides, critical)
        if _upper_tail_power(size, critical, p1) < errors.power:
            lasting = size + 1
        elif not first:
            first = size
    return {"first": first, "lasting": lasting}


def pooled(p1: float, p2: float, errors: Errors = USUAL, allocation: float = 1.0) -> float:
    """Two proportions, pooled variance under the null hypothesis, the ordinary formula.

    Fleiss, Tytun & Ury, Biometrics 1980;36:343-346, without their continuity correction.
    """
    difference = _difference(p1, p2, allocation)
    z_alpha, z_beta = errors.quantiles
    mean = (p1 + allocation * p2) / (1 + allocation)
    null = sqrt((1 + 1 / allocation) * mean * (1 - mean))
    return ((z_alpha * null + z_beta * sqrt(_unpooled(p1, p2, allocation))) / difference) ** 2


def unpooled(p1: float, p2: float, errors: Errors = USUAL, allocation: float = 1.0) -> float:
    """Two proportions, (z_a + z_b)^2 (p1 q1 + p2 q2)/d^2. Pocock, Clinical Trials, 1983, p. 125."""
    difference = _difference(p1, p2, allocation)
    return (sum(errors.quantiles) / difference) ** 2 * _unpooled(p1, p2, allocation)


def pooled_throughout(p1: float, p2: float, errors: Errors = USUAL, allocation: float = 1.0) -> float:
    """Two proportions, the pooled variance under both hypotheses: (z_a + z_b)^2 2 p q/d^2."""
    difference = _difference(p1, p2, allocation)
    mean = (p1 + allocation * p2) / (1 + allocation)
    return (sum(errors.quantiles) / difference) ** 2 * (1 + 1 / allocation) * mean * (1 - mean)


def pooled_continuity(p1: float, p2: float, errors: Errors = USUAL, allocation: float = 1.0) -> float:
    """Two proportions, pooled, with continuity correction. Fleiss, Tytun & Ury 1980."""
    size = pooled(p1, p2, errors, allocation)
    return _corrected(size, abs(p1 - p2), allocation)


def unpooled_continuity(p1: float, p2: float, errors: Errors = USUAL, allocation: float = 1.0) -> float:
    """Two proportions, unpooled, with the same continuity correction."""
    size = unpooled(p1, p2, errors, allocation)
    return _corrected(size, abs(p1 - p2), allocation)


def arcsine_two(p1: float, p2: float, errors: Errors = USUAL, allocation: float = 1.0) -> float:
    """Two proportions on the arcsine scale (R pwr.2p.test). Cohen 1988, chapter 6."""
    _difference(p1, p2, allocation)
    return (sum(errors.quantiles) / _cohen_h(p1, p2)) ** 2 * (1 + 1 / allocation)


TWO_PROPORTIONS: dict[str, TwoProportions] = {
    "pooled": pooled,
    "unpooled": unpooled,
    "pooled-continuity": pooled_continuity,
    "arcsine": arcsine_two,
    "unpooled-continuity": unpooled_continuity,
    "pooled-throughout": pooled_throughout,
}


def _difference(p1: float, p2: float, allocation: float = 1.0) -> float:
    if not 0 < p1 < 1 or not 0 < p2 < 1:
        raise ValueError(f"proportions {p1} and {p2} must lie between 0 and 1")
    if p1 == p2:
        raise ValueError("equal proportions need an infinite sample")
    if not allocation > 0:
        raise ValueError(f"an allocation cannot be {allocation}")
    return abs(p1 - p2)


def _cohen_h(p1: float, p2: float) -> float:
    return 2 * abs(asin(sqrt(p1)) - asin(sqrt(p2)))


def _unpooled(p1: float, p2: float, allocation: float) -> float:
    return p1 * (1 - p1) + p2 * (1 - p2) / allocation


def _corrected(size: float, difference: float, allocation: float) -> float:
    return size / 4 * (1 + sqrt(1 + 2 * (1 + 1 / allocation) / (size * difference))) ** 2


def _critical_count(size: int, p0: float, tail: float, start: int) -> int:
    """Smallest count from `start` on whose upper tail under p0 is at most `tail`; size + 1 if none."""
    from scipy.special import betainc

    count = start
    while count <= size and (count <= 0 or betainc(count, size - count + 1, p0) > tail):
        count += 1
    return count


def _upper_tail_power(size: int, critical: int, p1: float) -> float:
    from scipy.special import betainc

    return float(betainc(critical, size - critical + 1, p1)) if critical <= size else 0.0
