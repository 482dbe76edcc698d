"""Sample sizes for means, and numbers of events for log-rank tests, as in `checker.statistics.power`.

Sizes are unrounded floats unless said otherwise, `allocation` is the size of group 2 over that of group 1.
ValueError for alpha or power outside (0, 1), an effect of 0, a standard deviation or allocation not above 0.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, log

from checker.statistics.power import LARGEST_SIZE, USUAL, Errors

Means = Callable[[float, float, Errors, float], float]
Events = Callable[[float, Errors, float], float]


def two_means(difference: float, sd: float, errors: Errors = USUAL, allocation: float = 1.0) -> float:
    """Size of group 1 for two means by the normal approximation, (z_a + z_b)^2 (1 + 1/r) sd^2/d^2."""
    effect = _effect(difference, sd, allocation)
    return (sum(errors.quantiles) / effect) ** 2 * (1 + 1 / allocation)


def two_means_t(difference: float, sd: float, errors: Errors = USUAL, allocation: float = 1.0) -> int:
    """Smallest whole size of group 1 for Student's t test, group 2 being that times `allocation`.

    Power from the noncentral t distribution (G*Power, PASS, nQuery), both tails of a two-sided test. ValueError
    beyond 100,000 subjects.
    """
    effect = _effect(difference, sd, allocation)
    size = max(_searchable(two_means(difference, sd, errors, allocation)) - 1, 1)

    def reached(n1: int) -> bool:
        n2 = n1 * allocation
        df = n1 + n2 - 2
        return df > 0 and t_power(effect * (n1 * n2 / (n1 + n2)) ** 0.5, df, errors) >= errors.power

    while not reached(size):
        size += 1
    while size > 1 and reached(size - 1):
        size -= 1
    return size


def one_mean(difference: float, sd: float, errors: Errors = USUAL) -> float:
    """Size for one mean, or pairs with `sd` that of the differences, by the normal approximation."""
    return (sum(errors.quantiles) / _effect(difference, sd, 1.0)) ** 2


def one_mean_t(difference: float, sd: float, errors: Errors = USUAL) -> int:
    """Smallest whole size, or number of pairs, for the one-sample or paired t test; ValueError beyond 100,000."""
    effect = _effect(difference, sd, 1.0)
    size = max(_searchable(one_mean(difference, sd, errors)), 2)
    while t_power(effect * size**0.5, size - 1, errors) < errors.power:
        size += 1
    while size > 2 and t_power(effect * (size - 1) ** 0.5, size - 2, errors) >= errors.power:
        size -= 1
    return size


def t_power(noncentrality: float, degrees_of_freedom: float, errors: Errors = USUAL) -> float:
    """Power of a t test with this noncentrality; ValueError for degrees of freedom not above 0."""
    from scipy.special import stdtrit

    if not degrees_of_freedom > 0:
        raise ValueError(f"degrees of freedom must be positive, not {degrees_of_freedom}")
    critical = -float(stdtrit(degrees_of_freedom, errors.alpha / errors.sides))
    shift = abs(noncentrality)
    power = 1 - _noncentral(degrees_of_freedom, shift, critical)
    if errors.sides == 2:
        power += _noncentral(degrees_of_freedom, shift, -critical)
    return power


def events_schoenfeld(hazard_ratio: float, errors: Errors = USUAL, allocation: float = 1.0) -> float:
    """Events for a log-rank test, (z_a + z_b)^2 (1 + r)^2/(r log^2 HR).

    Schoenfeld, Biometrika 1981;68:316-319, and Biometrics 1983;39:499-503.
    """
    _ratio(hazard_ratio, allocation)
    z = sum(errors.quantiles)
    return (z / log(hazard_ratio)) ** 2 * (1 + allocation) ** 2 / allocation


def events_freedman(hazard_ratio: float, errors: Errors = USUAL, allocation: float = 1.0) -> float:
    """Events for a log-rank test, (z_a + z_b)^2 (1 + r HR)^2/(r (1 - HR)^2).

    Freedman, Stat Med 1982;1:121-129; `allocation` counts the group whose hazard is multiplied.
    """
    _ratio(hazard_ratio, allocation)
    z = sum(errors.quantiles)
    return (z * (1 + allocation * hazard_ratio) / (1 - hazard_ratio)) ** 2 / allocation


MEANS: dict[str, Means] = {"normal": two_means, "t": two_means_t}
MEAN: dict[str, Callable[[float, float, Errors], float]] = {"normal": one_mean, "t": one_mean_t}
EVENTS: dict[str, Events] = {"schoenfeld": events_schoenfeld, "freedman": events_freedman}


def _noncentral(degrees_of_freedom: float, shift: float, upper: float) -> float:
    """Probability of the noncentral t up to a value."""
    from scipy.special import nctdtr

    found = float(nctdtr(degrees_of_freedom, shift, upper))
    # scipy has no number for some of those that are smaller than 1e-20.
    return 0.0 if found != found else found


def _searchable(approximate: float) -> int:
    if approximate > LARGEST_SIZE:
        raise ValueError(f"about {approximate:.0f} subjects are beyond the search")
    return ceil(approximate)


def _effect(difference: float, sd: float, allocation: float) -> float:
    if difference == 0 or not sd > 0 or not allocation > 0:
        raise ValueError(f"no sample suffices for a difference of {difference}, SD {sd}, ratio {allocation}")
    return abs(difference) / sd


def _ratio(hazard_ratio: float, allocation: float) -> None:
    if not hazard_ratio > 0 or hazard_ratio == 1 or not allocation > 0:
        raise ValueError(f"no number of events suffices for a ratio of {hazard_ratio}, {allocation}")
