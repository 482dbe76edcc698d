"""Confidence intervals comparing two independent proportions, group 1 against group 2.

`DIFFERENCE`, `RISK_RATIO` and `ODDS_RATIO` map a method's name to a function
`(count1, total1, count2, total2, level) -> (lower, upper) | None`. Levels and differences are fractions
(0.95, not 95). All raise ValueError for a count outside its total or a level outside (0, 1), and return
None where the method is undefined (a log scale with an empty cell). Differences are not clipped to
-1..1 by the methods that can leave it (Wald, Agresti-Caffo, Hauck-Anderson): `clipped_difference` does it.
Ratios may reach 0 and infinity.

Surveys: Newcombe, Stat Med 1998;17:873-890; Fagerland, Lydersen & Laake, Stat Methods Med Res
2015;24:224-254.
"""

from __future__ import annotations

from collections.abc import Callable
from math import asinh, exp, inf, log, sqrt

from checker.statistics.conditional_odds import conditional_odds_ratio
from checker.statistics.normal import critical_value
from checker.statistics.proportion import wilson, wilson_continuity
from checker.statistics.proportion_exact import Interval
from checker.statistics.score_intervals import (
    likelihood_odds_ratio,
    require_two_binomials,
    score_difference,
    score_odds_ratio,
    score_risk_ratio,
)

TwoSampleMethod = Callable[[int, int, int, int, float], Interval | None]


def clipped_difference(interval: Interval) -> Interval:
    """Both limits moved into -1..1."""
    return min(max(interval[0], -1.0), 1.0), min(max(interval[1], -1.0), 1.0)


def wald_difference(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Asymptotic interval, unpooled standard error, unclipped. Newcombe 1998, method 1."""
    require_two_binomials(count1, total1, count2, total2, level)
    p1, p2 = count1 / total1, count2 / total2
    half = critical_value(level) * sqrt(p1 * (1 - p1) / total1 + p2 * (1 - p2) / total2)
    return p1 - p2 - half, p1 - p2 + half


def wald_continuity_difference(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Wald interval widened by (1/n1 + 1/n2)/2 on each side, unclipped. Newcombe 1998, method 2."""
    lower, upper = wald_difference(count1, total1, count2, total2, level)
    reach = (1 / total1 + 1 / total2) / 2
    return lower - reach, upper + reach


def pooled_difference(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Wald interval with the pooled standard error of the z test, unclipped.

    Not a recommended interval, but what is printed where the test's standard error was reused.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    pooled = (count1 + count2) / (total1 + total2)
    centre = count1 / total1 - count2 / total2
    half = critical_value(level) * sqrt(pooled * (1 - pooled) * (1 / total1 + 1 / total2))
    return centre - half, centre + half


def hauck_anderson_difference(
    count1: int, total1: int, count2: int, total2: int, level: float = 0.95
) -> Interval | None:
    """Wald interval with n - 1 in the variances and correction 1/(2 min n), unclipped.

    Hauck & Anderson, Am Stat 1986;40:318-322. None when a group has one member.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    if min(total1, total2) < 2:
        return None
    p1, p2 = count1 / total1, count2 / total2
    error = sqrt(p1 * (1 - p1) / (total1 - 1) + p2 * (1 - p2) / (total2 - 1))
    half = critical_value(level) * error + 1 / (2 * min(total1, total2))
    return p1 - p2 - half, p1 - p2 + half


def agresti_caffo_difference(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Wald interval after adding a success and a failure to each group, unclipped.

    Agresti & Caffo, Am Stat 2000;54:280-288.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    return wald_difference(count1 + 1, total1 + 2, count2 + 1, total2 + 2, level)


def newcombe_difference(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Hybrid score interval, the groups' Wilson limits combined. Newcombe 1998, method 10."""
    require_two_binomials(count1, total1, count2, total2, level)
    return _square_and_add(count1, total1, count2, total2, level, wilson)


def newcombe_continuity_difference(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Hybrid score interval from continuity-corrected Wilson limits. Newcombe 1998, method 11."""
    require_two_binomials(count1, total1, count2, total2, level)
    return _square_and_add(count1, total1, count2, total2, level, wilson_continuity)


def haldane_difference(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Beal's score interval with the mean of the observed proportions (Haldane).

    Beal, Biometrics 1987;43:941-950; Newcombe 1998, method 3.
    """
    return _beal(count1, total1, count2, total2, level, 0.0)


def jeffreys_perks_difference(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Beal's score interval with half-added proportions. Beal 1987; Newcombe 1998, method 4."""
    return _beal(count1, total1, count2, total2, level, 0.5)


def miettinen_nurminen_difference(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Score interval with the N/(N - 1) correction. Miettinen & Nurminen, Stat Med 1985;4:213-226."""
    return score_difference(count1, total1, count2, total2, level, correction=True)


def mee_difference(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Score interval without that correction. Mee, Biometrics 1984;40:1175-1176."""
    return score_difference(count1, total1, count2, total2, level, correction=False)


def katz_risk_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval | None:
    """Wald interval on the log scale; None when a group has no event.

    Katz, Baptista, Azen & Pike, Biometrics 1978;34:469-474.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    if not (count1 and count2):
        return None
    error = sqrt(1 / count1 - 1 / total1 + 1 / count2 - 1 / total2)
    return _log_limits(count1 / total1 / (count2 / total2), critical_value(level) * error)


def walter_risk_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Log interval with 1/2 added to counts and totals. Walter, Biometrika 1975;62:371-374."""
    require_two_binomials(count1, total1, count2, total2, level)
    x1, n1, x2, n2 = count1 + 0.5, total1 + 0.5, count2 + 0.5, total2 + 0.5
    error = sqrt(max(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2, 0.0))
    return _log_limits(x1 / n1 / (x2 / n2), critical_value(level) * error)


def half_risk_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval:
    """Log interval with 1/2 added to every cell (RevMan, Stata metan, where a group has no event)."""
    require_two_binomials(count1, total1, count2, total2, level)
    x1, n1, x2, n2 = count1 + 0.5, total1 + 1, count2 + 0.5, total2 + 1
    error = sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2)
    return _log_limits(x1 / n1 / (x2 / n2), critical_value(level) * error)


def inverse_sinh_risk_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval | None:
    """Inverse hyperbolic sine interval; None when a group has no event.

    Newcombe, Am Stat 2001;55:200-202; Fagerland & Newcombe, Stat Med 2013;32:2823-2836.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    if not (count1 and count2):
        return None
    error = sqrt(1 / count1 - 1 / total1 + 1 / count2 - 1 / total2)
    return _log_limits(count1 / total1 / (count2 / total2), 2 * asinh(critical_value(level) * error / 2))


def mover_risk_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval | None:
    """Risk ratio from both groups' Wilson limits (MOVER-R); None when group 2 has no event.

    Donner & Zou, Stat Methods Med Res 2012;21:347-359.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    p1, p2 = count1 / total1, count2 / total2
    if p2 == 0:
        return None
    l1, u1 = wilson(count1, total1, level)
    l2, u2 = wilson(count2, total2, level)
    product = p1 * p2
    low, high = u2 * (2 * p2 - u2), l2 * (2 * p2 - l2)
    lower = (product - sqrt(max(product**2 - l1 * (2 * p1 - l1) * low, 0.0))) / low if low else 0.0
    upper = (product + sqrt(max(product**2 - u1 * (2 * p1 - u1) * high, 0.0))) / high if high > 0 else inf
    return lower, upper


def koopman_risk_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval | None:
    """Score interval of the risk ratio. Koopman, Biometrics 1984;40:513-517."""
    return score_risk_ratio(count1, total1, count2, total2, level, correction=False)


def miettinen_nurminen_risk_ratio(
    count1: int, total1: int, count2: int, total2: int, level: float = 0.95
) -> Interval | None:
    """Score interval of the risk ratio with the N/(N - 1) correction. Miettinen & Nurminen 1985."""
    return score_risk_ratio(count1, total1, count2, total2, level, correction=True)


def woolf_odds_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval | None:
    """Wald interval on the log scale; None with an empty cell. Woolf, Ann Hum Genet 1955;19:251-253."""
    require_two_binomials(count1, total1, count2, total2, level)
    return _log_odds_limits(count1, total1 - count1, count2, total2 - count2, level)


def gart_odds_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval | None:
    """Log interval with 1/2 added to every cell (Haldane-Anscombe). Gart, J R Stat Soc B 1966;28:164-179."""
    require_two_binomials(count1, total1, count2, total2, level)
    return _log_odds_limits(count1 + 0.5, total1 - count1 + 0.5, count2 + 0.5, total2 - count2 + 0.5, level)


def cornfield_odds_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval | None:
    """Score interval of the odds ratio. Cornfield, Proc 3rd Berkeley Symp 1956;4:135-148."""
    return score_odds_ratio(count1, total1, count2, total2, level, correction=False)


def cornfield_continuity_odds_ratio(
    count1: int, total1: int, count2: int, total2: int, level: float = 0.95
) -> Interval | None:
    """Score interval of the odds ratio with continuity correction. Cornfield 1956."""
    return score_odds_ratio(count1, total1, count2, total2, level, correction=False, continuity=True)


def miettinen_nurminen_odds_ratio(
    count1: int, total1: int, count2: int, total2: int, level: float = 0.95
) -> Interval | None:
    """Score interval of the odds ratio with the N/(N - 1) correction. Miettinen & Nurminen 1985."""
    return score_odds_ratio(count1, total1, count2, total2, level, correction=True)


def exact_odds_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval | None:
    """Exact conditional interval (R fisher.test, Stata cc). Cornfield 1956; Gart, Biometrika 1970;57:471-475."""
    return conditional_odds_ratio(count1, total1, count2, total2, level, mid_p=False)


def mid_p_odds_ratio(count1: int, total1: int, count2: int, total2: int, level: float = 0.95) -> Interval | None:
    """Exact conditional interval counting half the observed table's probability (mid-p)."""
    return conditional_odds_ratio(count1, total1, count2, total2, level, mid_p=True)


DIFFERENCE: dict[str, TwoSampleMethod] = {
    "wald": wald_difference,
    "newcombe": newcombe_difference,
    "miettinen-nurminen": miettinen_nurminen_difference,
    "wald-continuity": wald_continuity_difference,
    "mee": mee_difference,
    "agresti-caffo": agresti_caffo_difference,
    "newcombe-continuity": newcombe_continuity_difference,
    "hauck-anderson": hauck_anderson_difference,
    "haldane": haldane_difference,
    "jeffreys-perks": jeffreys_perks_difference,
    "wald-pooled": pooled_difference,
}

RISK_RATIO: dict[str, TwoSampleMethod] = {
    "katz-log": katz_risk_ratio,
    "koopman": koopman_risk_ratio,
    "miettinen-nurminen": miettinen_nurminen_risk_ratio,
    "walter-log": walter_risk_ratio,
    "half-log": half_risk_ratio,
    "mover-wilson": mover_risk_ratio,
    "inverse-sinh": inverse_sinh_risk_ratio,
}

ODDS_RATIO: dict[str, TwoSampleMethod] = {
    "woolf-logit": woolf_odds_ratio,
    "exact-conditional": exact_odds_ratio,
    "gart-logit": gart_odds_ratio,
    "profile-likelihood": likelihood_odds_ratio,
    "cornfield": cornfield_odds_ratio,
    "cornfield-continuity": cornfield_continuity_odds_ratio,
    "miettinen-nurminen": miettinen_nurminen_odds_ratio,
    "mid-p-conditional": mid_p_odds_ratio,
}


def _square_and_add(
    count1: int,
    total1: int,
    count2: int,
    total2: int,
    level: float,
    limits: Callable[[int, int, float], Interval],
) -> Interval:
    p1, p2 = count1 / total1, count2 / total2
    l1, u1 = limits(count1, total1, level)
    l2, u2 = limits(count2, total2, level)
    lower = p1 - p2 - sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2)
    upper = p1 - p2 + sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)
    # The hybrid cannot leave -1..1 but for rounding error in the last bit.
    return clipped_difference((lower, upper))


def _beal(count1: int, total1: int, count2: int, total2: int, level: float, added: float) -> Interval:
    require_two_binomials(count1, total1, count2, total2, level)
    z2 = critical_value(level) ** 2
    theta = count1 / total1 - count2 / total2
    psi = ((count1 + added) / (total1 + 2 * added) + (count2 + added) / (total2 + 2 * added)) / 2
    u, v = (1 / total1 + 1 / total2) / 4, (1 / total1 - 1 / total2) / 4
    tilt = 1 - 2 * psi
    spread = 4 * psi * (1 - psi)
    inside = u * (spread - theta**2) + 2 * v * tilt * theta + z2 * u**2 * spread + z2 * v**2 * tilt**2
    centre = (theta + z2 * v * tilt) / (1 + z2 * u)
    half = sqrt(z2 * max(inside, 0.0)) / (1 + z2 * u)
    return centre - half, centre + half


def _log_limits(ratio: float, half: float) -> Interval:
    return ratio * exp(-half), ratio * exp(half)


def _log_odds_limits(a: float, b: float, c: float, d: float, level: float) -> Interval | None:
    if not (a and b and c and d):
        return None
    log_ratio = log(a) - log(b) - log(c) + log(d)
    return _log_limits(exp(log_ratio), critical_value(level) * sqrt(1 / a + 1 / b + 1 / c + 1 / d))
