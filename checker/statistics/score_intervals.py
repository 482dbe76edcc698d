"""Score intervals of two independent proportions, and the likelihood interval of their odds ratio.

Each limit is the value at which the score statistic, with nuisance parameters at their maximum
likelihood under that value, reaches the normal quantile. `correction` multiplies the variance by
N/(N - 1): with it the intervals are those of Miettinen & Nurminen, Stat Med 1985;4:213-226, without
it those of Mee (difference), Koopman (risk ratio) and Cornfield (odds ratio).
"""

from __future__ import annotations

from collections.abc import Callable
from math import acos, copysign, cos, exp, inf, log, pi, sqrt

from checker.statistics.normal import critical_value
from checker.statistics.proportion_exact import Interval, require_binomial
from checker.statistics.roots import bracketed_root, unbounded_root

TOLERANCE = 1e-14


def require_two_binomials(count1: int, total1: int, count2: int, total2: int, level: float) -> None:
    """Raise ValueError unless both counts lie within their totals and 0 < level < 1."""
    require_binomial(count1, total1, level)
    require_binomial(count2, total2, level)


def score_difference(count1: int, total1: int, count2: int, total2: int, level: float, *, correction: bool) -> Interval:
    """Score interval of p1 - p2, limits within -1..1; ValueError for impossible counts.

    Mee, Biometrics 1984;40:1175-1176; Miettinen & Nurminen 1985.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    z = critical_value(level)
    estimate = count1 / total1 - count2 / total2

    def statistic(difference: float) -> float:
        p2 = _restricted_p2(count1, total1, count2, total2, difference)
        p1 = min(max(p2 + difference, 0.0), 1.0)
        variance = p1 * (1 - p1) / total1 + p2 * (1 - p2) / total2
        return _standardised(estimate - difference, variance, total1 + total2, correction)

    lower, upper = -1.0, 1.0
    if estimate > -1:
        lower = bracketed_root(lambda value: statistic(value) - z, -1.0, estimate, TOLERANCE)
    if estimate < 1:
        upper = bracketed_root(lambda value: statistic(value) + z, estimate, 1.0, TOLERANCE)
    return lower, upper


def _restricted_p2(count1: int, total1: int, count2: int, total2: int, difference: float) -> float:
    """Maximum likelihood estimate of p2 given p1 - p2: the cubic's root in closed form."""
    total = total1 + total2
    successes = count1 + count2
    l2 = (total1 + 2 * total2) * difference - total - successes
    l1 = (total2 * difference - total - 2 * count2) * difference + successes
    l0 = count2 * difference * (1 - difference)
    third = l2 / (3 * total)
    q = third**3 - l1 * l2 / (6 * total * total) + l0 / (2 * total)
    p = copysign(sqrt(max(third * third - l1 / (3 * total), 0.0)), q)
    root = -third
    if p != 0:
        angle = (pi + acos(min(max(q / p**3, -1.0), 1.0))) / 3
        root += 2 * p * cos(angle)
    # The arc cosine loses half its digits near a double root: polish by Newton's method.
    for _ in range(2):
        slope = (3 * total * root + 2 * l2) * root + l1
        if slope == 0:
            break
        step = (((total * root + l2) * root + l1) * root + l0) / slope
        if abs(step) > 1e-6:
            break
        root -= step
    return min(max(root, 0.0, -difference), 1.0, 1.0 - difference)


def score_risk_ratio(
    count1: int, total1: int, count2: int, total2: int, level: float, *, correction: bool
) -> Interval | None:
    """Score interval of p1 / p2, from 0 to infinity; None when neither group has an event.

    Koopman, Biometrics 1984;40:513-517; Miettinen & Nurminen 1985.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    if count1 + count2 == 0:
        return None
    p1_hat, p2_hat = count1 / total1, count2 / total2
    total = total1 + total2

    def statistic(log_ratio: float) -> float:
        ratio = exp(log_ratio)
        b = total1 * ratio + count1 + total2 + count2 * ratio
        c = count1 + count2
        p2 = min(2 * c / (b + sqrt(max(b * b - 4 * total * ratio * c, 0.0))), 1.0)
        p1 = min(ratio * p2, 1.0)
        variance = p1 * (1 - p1) / total1 + ratio * ratio * p2 * (1 - p2) / total2
        return _standardised(p1_hat - ratio * p2_hat, variance, total, correction)

    z = critical_value(level)
    start = log((count1 + 0.5) / (total1 + 0.5) * (total2 + 0.5) / (count2 + 0.5))
    lower = exp(_descending_root(lambda t: statistic(t) - z, start)) if count1 else 0.0
    upper = exp(_descending_root(lambda t: statistic(t) + z, start)) if count2 else inf
    return lower, upper


def score_odds_ratio(
    count1: int,
    total1: int,
    count2: int,
    total2: int,
    level: float,
    *,
    correction: bool,
    continuity: bool = False,
) -> Interval | None:
    """Score interval of the odds ratio, from 0 to infinity; None when a margin of the table is empty.

    `continuity` moves the observed count half a unit towards its expectation. Cornfield, Proc 3rd
    Berkeley Symp 1956;4:135-148; Miettinen & Nurminen 1985.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    successes = count1 + count2
    total = total1 + total2
    if successes in (0, total):
        return None
    shift = 0.5 if continuity else 0.0
    scale = (total - 1) / total if correction else 1.0

    def statistic(log_ratio: float, observed: float) -> float:
        expected = _expected(total1, total2, successes, exp(log_ratio))
        p1, p2 = expected / total1, (successes - expected) / total2
        information = total1 * p1 * (1 - p1), total2 * p2 * (1 - p2)
        if min(information) <= 0:
            return copysign(inf, observed - expected)
        return (observed - expected) * sqrt(scale * (1 / information[0] + 1 / information[1]))

    z = critical_value(level)
    start = half_corrected_log_ratio(count1, total1 - count1, count2, total2 - count2)
    lower, upper = 0.0, inf
    if count1 > max(0, successes - total2):
        lower = exp(_descending_root(lambda t: statistic(t, count1 - shift) - z, start))
    if count1 < min(total1, successes):
        upper = exp(_descending_root(lambda t: statistic(t, count1 + shift) + z, start))
    return lower, upper


def likelihood_odds_ratio(count1: int, total1: int, count2: int, total2: int, level: float) -> Interval | None:
    """Profile likelihood interval, as of a logistic regression on the group alone (R `confint`, SAS CLODDS=PL).

    From 0 to infinity; None when a margin of the table is empty. Venzon & Moolgavkar, Appl Stat 1988;37:87-94.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    successes = count1 + count2
    if successes in (0, total1 + total2):
        return None
    observed = count1, total1 - count1, count2, total2 - count2

    def signed_root(log_ratio: float) -> float:
        expected = _expected(total1, total2, successes, exp(log_ratio))
        cells = expected, total1 - expected, successes - expected, total2 - successes + expected
        if any(cell <= 0 < count for count, cell in zip(observed, cells, strict=True)):
            return copysign(inf, count1 - expected)
        deviance = sum(n * log(n / cell) for n, cell in zip(observed, cells, strict=True) if n)
        return copysign(sqrt(max(2 * deviance, 0.0)), count1 - expected)

    z = critical_value(level)
    start = half_corrected_log_ratio(*observed)
    lower, upper = 0.0, inf
    if count1 > max(0, successes - total2):
        lower = exp(_descending_root(lambda t: signed_root(t) - z, start))
    if count1 < min(total1, successes):
        upper = exp(_descending_root(lambda t: signed_root(t) + z, start))
    return lower, upper


def _expected(total1: int, total2: int, successes: int, ratio: float) -> float:
    """Maximum likelihood estimate of the first count given the margins' sum and the odds ratio."""
    b = total1 * ratio + total2 - successes * (ratio - 1)
    p2 = 2 * successes / (b + sqrt(max(0.0, b * b + 4 * total2 * (ratio - 1) * successes)))
    # From its own margin: the complement of p2 would cancel.
    return successes - total2 * p2 if ratio < 1 else total1 * p2 * ratio / (1 + p2 * (ratio - 1))


def _descending_root(function: Callable[[float], float], start: float) -> float:
    return unbounded_root(function, start, increasing=False, tolerance=TOLERANCE)


def half_corrected_log_ratio(a: int, b: int, c: int, d: int) -> float:
    """Log odds ratio of the table [[a, b], [c, d]] with 1/2 in each cell: finite for any table."""
    return log((a + 0.5) * (d + 0.5) / ((b + 0.5) * (c + 0.5)))


def _standardised(deviation: float, variance: float, total: int, correction: bool) -> float:
    if correction:
        variance *= total / (total - 1)
    if variance <= 0:
        # Reached where the restricted estimates are 0 or 1: any deviation is then impossible.
        return 0.0 if deviation == 0 else copysign(inf, deviation)
    return deviation / sqrt(variance)
