"""Comparing two incidence rates, events in person-time, group 1 against group 2.

`RATE_RATIO` and `RATE_DIFFERENCE` map a method's name to a function `(events1, time1, events2, time2, level) ->
(lower, upper) | None`. Person-times are above 0, in one unit; differences are per that unit, levels fractions. All
raise ValueError for a count below 0, a time not above 0 or a level outside (0, 1), and return None where the method is
undefined (a log scale without events). Ratios may reach 0 and infinity.

Survey: Graham PL, Mengersen K, Morton AP. Confidence limits for the ratio of two rates based on likelihood scores. Stat
Med 2003;22:2071-83.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, inf, isfinite, sqrt

from checker.statistics import poisson
from checker.statistics.normal import critical_value
from checker.statistics.proportion import wilson
from checker.statistics.proportion_exact import clopper_pearson, mid_p
from checker.statistics.roots import bracketed_root

Interval = tuple[float, float]
TwoRatesMethod = Callable[[int, float, int, float, float], Interval | None]
_Binomial = Callable[[int, int, float], Interval]


def rate_ratio(events1: int, time1: float, events2: int, time2: float) -> float | None:
    """Ratio of the rates; None when group 2 has no event."""
    _require(events1, time1, events2, time2)
    return events1 * time2 / (time1 * events2) if events2 else None


def rate_difference(events1: int, time1: float, events2: int, time2: float) -> float:
    """Difference of the rates, per unit of the person-time."""
    _require(events1, time1, events2, time2)
    return events1 / time1 - events2 / time2


def wald_log_ratio(events1: int, time1: float, events2: int, time2: float, level: float = 0.95) -> Interval | None:
    """Asymptotic interval of the logarithm, standard error sqrt(1/a + 1/b): that of a Poisson regression."""
    _require(events1, time1, events2, time2)
    z = critical_value(level)
    if not events1 or not events2:
        return None
    ratio, half = events1 * time2 / (time1 * events2), z * sqrt(1 / events1 + 1 / events2)
    return ratio * exp(-half), ratio * exp(half)


def half_log_ratio(events1: int, time1: float, events2: int, time2: float, level: float = 0.95) -> Interval:
    """The same with half an event added to each group, as meta-analyses do where one has none."""
    _require(events1, time1, events2, time2)
    a, b = events1 + 0.5, events2 + 0.5
    ratio, half = a * time2 / (time1 * b), critical_value(level) * sqrt(1 / a + 1 / b)
    return ratio * exp(-half), ratio * exp(half)


def exact_ratio(events1: int, time1: float, events2: int, time2: float, level: float = 0.95) -> Interval | None:
    """Exact interval given the sum of events, which makes those of group 1 binomial (R `poisson.test`, Stata `ir`).

    None without any event. Przyborowski & Wilenski, Biometrika 1940;31:313-323.
    """
    return _conditional(clopper_pearson, events1, time1, events2, time2, level)


def mid_p_ratio(events1: int, time1: float, events2: int, time2: float, level: float = 0.95) -> Interval | None:
    """Given the sum of events, counting half the probability of those observed (OpenEpi, Rothman's episheet)."""
    return _conditional(mid_p, events1, time1, events2, time2, level)


def score_ratio(events1: int, time1: float, events2: int, time2: float, level: float = 0.95) -> Interval | None:
    """The ratios that a score test does not reject; Wilson's interval given the sum of events. Graham 2003."""
    return _conditional(wilson, events1, time1, events2, time2, level)


def wald_difference(events1: int, time1: float, events2: int, time2: float, level: float = 0.95) -> Interval | None:
    """Asymptotic interval, variance a/t1^2 + b/t2^2 (Stata `ir`); None without any event."""
    difference = rate_difference(events1, time1, events2, time2)
    half = critical_value(level) * sqrt(events1 / time1**2 + events2 / time2**2)
    return (difference - half, difference + half) if half else None


def score_difference(events1: int, time1: float, events2: int, time2: float, level: float = 0.95) -> Interval:
    """The differences that a score test does not reject. Miettinen & Nurminen, Stat Med 1985;4:213-226."""
    difference, z = rate_difference(events1, time1, events2, time2), critical_value(level)

    def statistic(value: float) -> float:
        rate2 = _restricted_rate2(events1, time1, events2, time2, value)
        variance = max(rate2 + value, 0.0) / time1 + rate2 / time2
        return (difference - value) / sqrt(variance) if variance else 0.0

    reach = z * (sqrt(events1 + 1) / time1 + sqrt(events2 + 1) / time2) + z * z * (1 / time1 + 1 / time2)
    tolerance = 1e-14 * (1 / time1 + 1 / time2)

    def end(sign: float) -> float:
        far = difference + sign * reach
        while abs(statistic(far)) < z:
            far = difference + 2 * (far - difference)
        return bracketed_root(lambda value: statistic(value) + sign * z, difference, far, tolerance)

    return end(-1.0), end(1.0)


def mover_garwood_difference(events1: int, time1: float, events2: int, time2: float, level: float = 0.95) -> Interval:
    """Square-and-add of the rates' exact intervals. Li, Tang & Wong, Comput Stat 2014;29:869-889."""
    return _mover(poisson.garwood, events1, time1, events2, time2, level)


def mover_score_difference(events1: int, time1: float, events2: int, time2: float, level: float = 0.95) -> Interval:
    """Square-and-add of the rates' score intervals. Li, Tang & Wong 2014."""
    return _mover(poisson.score, events1, time1, events2, time2, level)


RATE_RATIO: dict[str, TwoRatesMethod] = {
    "wald-log": wald_log_ratio,
    "exact-conditional": exact_ratio,
    "mid-p-conditional": mid_p_ratio,
    "score": score_ratio,
    "half-log": half_log_ratio,
}
RATE_DIFFERENCE: dict[str, TwoRatesMethod] = {
    "wald": wald_difference,
    "score": score_difference,
    "mover-garwood": mover_garwood_difference,
    "mover-score": mover_score_difference,
}


def exact_p(events1: int, time1: float, events2: int, time2: float) -> float:
    """Two-sided p of equal rates, exact given the sum of events, twice the smaller tail; 1 without any event."""
    from scipy.special import bdtr, bdtrc

    _require(events1, time1, events2, time2)
    total, share = events1 + events2, time1 / (time1 + time2)
    if not total:
        return 1.0
    upper = float(bdtrc(events1 - 1, total, share)) if events1 else 1.0
    return min(1.0, 2 * min(float(bdtr(events1, total, share)), upper))


def _conditional(
    method: _Binomial, events1: int, time1: float, events2: int, time2: float, level: float
) -> Interval | None:
    _require(events1, time1, events2, time2)
    critical_value(level)
    if not events1 + events2:
        return None
    lower, upper = method(events1, events1 + events2, level)
    times = time2 / time1
    return times * lower / (1 - lower), times * upper / (1 - upper) if upper < 1 else inf


def _restricted_rate2(events1: int, time1: float, events2: int, time2: float, difference: float) -> float:
    """Maximum likelihood estimate of the second rate, given the difference."""
    time = time1 + time2
    middle = events1 + events2 - time * difference
    spread = sqrt(middle * middle + 4 * time * events2 * difference) if events2 or middle else 0.0
    # Of the root's two forms, the one that cancels no digits.
    return max((middle + spread) / (2 * time), -difference, 0.0)


def _mover(
    limits: Callable[[int, float], Interval], events1: int, time1: float, events2: int, time2: float, level: float
) -> Interval:
    difference = rate_difference(events1, time1, events2, time2)
    (low1, high1), (low2, high2) = limits(events1, level), limits(events2, level)
    below = sqrt(((events1 - low1) / time1) ** 2 + ((high2 - events2) / time2) ** 2)
    above = sqrt(((high1 - events1) / time1) ** 2 + ((events2 - low2) / time2) ** 2)
    return difference - below, difference + above


def _require(events1: int, time1: float, events2: int, time2: float) -> None:
    if min(events1, events2) < 0:
        raise ValueError(f"{min(events1, events2)} is no number of events")
    if not min(time1, time2) > 0 or not isfinite(time1 + time2):
        raise ValueError(f"a person-time lies above 0, not at {min(time1, time2)}")
