"""Sample sizes for means, for survival and for precision, as in `checker.statistics.power`.

Sizes are unrounded floats unless said otherwise; alpha and power are fractions, `sides` 2 or 1, and
`allocation` the size of group 2 over that of group 1. ValueError for alpha or power outside (0, 1), an
effect of 0, a standard deviation or allocation not above 0.
"""

from __future__ import annotations

from math import ceil, log

from checker.statistics.normal import critical_value
from checker.statistics.power import error_quantiles


def two_means(
    difference: float,
    sd: float,
    alpha: float = 0.05,
    power: float = 0.8,
    sides: int = 2,
    allocation: float = 1.0,
) -> float:
    """Size of group 1 for two means by the normal approximation, (z_a + z_b)^2 (1 + 1/r) sd^2/d^2."""
    effect = _effect(difference, sd, allocation)
    return (sum(error_quantiles(alpha, power, sides)) / effect) ** 2 * (1 + 1 / allocation)


def two_means_guenther(difference: float, sd: float, alpha: float = 0.05, power: float = 0.8, sides: int = 2) -> float:
    """Normal approximation plus z_a^2/4, close to the t test's. Guenther, Am Stat 1981;35:243-244."""
    z_alpha = error_quantiles(alpha, power, sides)[0]
    return two_means(difference, sd, alpha, power, sides) + z_alpha * z_alpha / 4


def two_means_t(
    difference: float,
    sd: float,
    alpha: float = 0.05,
    power: float = 0.8,
    sides: int = 2,
    allocation: float = 1.0,
) -> int:
    """Smallest whole size of group 1 for Student's t test, group 2 being that times `allocation`.

    Power from the noncentral t distribution (G*Power, PASS, nQuery), both tails of a two-sided test.
    """
    effect = _effect(difference, sd, allocation)
    size = max(ceil(two_means(difference, sd, alpha, power, sides, allocation)) - 1, 1)

    def reached(n1: int) -> bool:
        n2 = n1 * allocation
        df = n1 + n2 - 2
        return df > 0 and t_power(effect * (n1 * n2 / (n1 + n2)) ** 0.5, df, alpha, sides) >= power

    while not reached(size):
        size += 1
    while size > 1 and reached(size - 1):
        size -= 1
    return size


def one_mean(difference: float, sd: float, alpha: float = 0.05, power: float = 0.8, sides: int = 2) -> float:
    """Size for one mean, or pairs with `sd` that of the differences, by the normal approximation."""
    return (sum(error_quantiles(alpha, power, sides)) / _effect(difference, sd, 1.0)) ** 2


def one_mean_t(difference: float, sd: float, alpha: float = 0.05, power: float = 0.8, sides: int = 2) -> int:
    """Smallest whole size, or number of pairs, for the one-sample or paired t test."""
    effect = _effect(difference, sd, 1.0)
    size = max(ceil(one_mean(difference, sd, alpha, power, sides)), 2)
    while t_power(effect * size**0.5, size - 1, alpha, sides) < power:
        size += 1
    while size > 2 and t_power(effect * (size - 1) ** 0.5, size - 2, alpha, sides) >= power:
        size -= 1
    return size


def t_power(noncentrality: float, degrees_of_freedom: float, alpha: float = 0.05, sides: int = 2) -> float:
    """Power of a t test with this noncentrality; ValueError for degrees of freedom not above 0."""
    from scipy.special import nctdtr, stdtrit

    if not degrees_of_freedom > 0:
        raise ValueError(f"degrees of freedom must be positive, not {degrees_of_freedom}")
    error_quantiles(alpha, 0.5, sides)
    critical = -float(stdtrit(degrees_of_freedom, alpha / sides))
    shift = abs(noncentrality)
    power = 1 - float(nctdtr(degrees_of_freedom, shift, critical))
    if sides == 2:
        power += float(nctdtr(degrees_of_freedom, shift, -critical))
    return power


def events_schoenfeld(
    hazard_ratio: float, alpha: float = 0.05, power: float = 0.8, sides: int = 2, allocation: float = 1.0
) -> float:
    """Events for a log-rank test, (z_a + z_b)^2 (1 + r)^2/(r log^2 HR).

    Schoenfeld, Biometrika 1981;68:316-319, and Biometrics 1983;39:499-503.
    """
    _ratio(hazard_ratio, allocation)
    z = sum(error_quantiles(alpha, power, sides))
    return (z / log(hazard_ratio)) ** 2 * (1 + allocation) ** 2 / allocation


def events_freedman(
    hazard_ratio: float, alpha: float = 0.05, power: float = 0.8, sides: int = 2, allocation: float = 1.0
) -> float:
    """Events for a log-rank test, (z_a + z_b)^2 (1 + r HR)^2/(r (1 - HR)^2).

    Freedman, Stat Med 1982;1:121-129; `allocation` counts the group whose hazard is multiplied.
    """
    _ratio(hazard_ratio, allocation)
    z = sum(error_quantiles(alpha, power, sides))
    return (z * (1 + allocation * hazard_ratio) / (1 - hazard_ratio)) ** 2 / allocation


def precision_of_proportion(proportion: float, half_width: float, level: float = 0.95) -> float:
    """Size at which the Wald interval of a proportion has this half width, z^2 p q/w^2."""
    if not 0 < proportion < 1 or not half_width > 0:
        raise ValueError(f"no size gives {proportion} a half width of {half_width}")
    return proportion * (1 - proportion) * (critical_value(level) / half_width) ** 2


def precision_of_mean(sd: float, half_width: float, level: float = 0.95) -> float:
    """Size at which the normal interval of a mean has this half width, (z sd/w)^2."""
    if not sd > 0 or not half_width > 0:
        raise ValueError(f"no size gives an SD of {sd} a half width of {half_width}")
    return (critical_value(level) * sd / half_width) ** 2


def finite_population(size: float, population: int) -> float:
    """Size with the finite population correction, n/(1 + (n - 1)/N). Cochran 1977, section 4.4."""
    if population < 1:
        raise ValueError(f"a population cannot have {population} members")
    return size / (1 + (size - 1) / population)


def _effect(difference: float, sd: float, allocation: float) -> float:
    if difference == 0 or not sd > 0 or not allocation > 0:
        raise ValueError(f"no sample suffices for a difference of {difference}, SD {sd}, ratio {allocation}")
    return abs(difference) / sd


def _ratio(hazard_ratio: float, allocation: float) -> None:
    if not hazard_ratio > 0 or hazard_ratio == 1 or not allocation > 0:
        raise ValueError(f"no number of events suffices for a ratio of {hazard_ratio}, {allocation}")
