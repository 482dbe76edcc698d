"""Confidence intervals of one binomial proportion, under every method in common use.

`METHODS` maps a method's name to a function `(count, total, level) -> (lower, upper) | None`.
Proportions and levels are fractions (0.95, not 95). Conventions shared by all:

- ValueError for a total below 1, a count outside 0..total or a level outside (0, 1).
- None where the method is undefined at that count. The scale methods (logit, probit, cloglog,
  stata-proportion) have no standard error at 0 and at `total`; R's binom prints the Clopper-Pearson
  limits there.
- Limits are not clipped to 0..1. The Wald and Agresti-Coull limits can leave that range: R's binom and
  some papers print them so, whereas Stata's `ci proportions` clips them and says so. `clipped` gives
  the second form.
"""

from __future__ import annotations

from collections.abc import Callable
from math import asin, exp, inf, log, pi, sin, sqrt
from typing import Literal

from checker.statistics.normal import critical_value, quantile
from checker.statistics.proportion_exact import (
    Interval,
    bayes_uniform,
    blaker,
    clopper_pearson,
    jeffreys,
    jeffreys_highest_density,
    likelihood_ratio,
    mid_p,
    require_binomial,
)

# Beyond it exp overflows; the limits have long reached 0 and 1.
LARGEST_EXPONENT = 700.0

Method = Callable[[int, int, float], Interval | None]


def clipped(interval: Interval) -> Interval:
    """Both limits moved into 0..1."""
    lower, upper = interval
    return min(max(lower, 0.0), 1.0), min(max(upper, 0.0), 1.0)


def wald(count: int, total: int, level: float = 0.95) -> Interval:
    """Asymptotic interval p +- z sqrt(pq/n), unclipped; of width 0 at 0 and at `total`.

    Newcombe, Stat Med 1998;17:857-872, method 1.
    """
    require_binomial(count, total, level)
    p = count / total
    half = critical_value(level) * sqrt(p * (1 - p) / total)
    return p - half, p + half


def wald_continuity(count: int, total: int, level: float = 0.95) -> Interval:
    """Wald interval widened by 1/(2n) on each side, unclipped. Newcombe 1998, method 2."""
    lower, upper = wald(count, total, level)
    return lower - 0.5 / total, upper + 0.5 / total


def wald_t(count: int, total: int, level: float = 0.95) -> Interval | None:
    """Interval of the mean of a 0/1 variable: p +- t sqrt(pq/(n-1)), n-1 degrees of freedom, unclipped.

    What a t procedure (R t.test, SPSS EXPLORE, Stata mean) prints for an indicator. None for n = 1.
    """
    require_binomial(count, total, level)
    if total < 2:
        return None
    p = count / total
    half = t_critical_value(total - 1, level) * sqrt(p * (1 - p) / (total - 1))
    return p - half, p + half


def wilson(count: int, total: int, level: float = 0.95) -> Interval:
    """Score interval; 0 and 1 are reached exactly at 0 and at `total`.

    Wilson, JASA 1927;22:209-212; Newcombe 1998, method 3.
    """
    require_binomial(count, total, level)
    z = critical_value(level)
    p = count / total
    centre = (count + z * z / 2) / (total + z * z)
    half = z / (total + z * z) * sqrt(total * p * (1 - p) + z * z / 4)
    return (0.0 if count == 0 else centre - half), (1.0 if count == total else centre + half)


def wilson_continuity(count: int, total: int, level: float = 0.95) -> Interval:
    """Score interval with continuity correction. Newcombe 1998, method 4.

    R's prop.test prints it, but at count = total/2 exactly, where it leaves the correction out: `wilson`.
    """
    require_binomial(count, total, level)
    z = critical_value(level)
    p, q = count / total, 1 - count / total
    scale = 2 * (total + z * z)
    middle = 2 * total * p + z * z
    below = z * z - 2 - 1 / total + 4 * p * (total * q + 1)
    above = z * z + 2 - 1 / total + 4 * p * (total * q - 1)
    lower = 0.0 if count == 0 else (middle - 1 - z * sqrt(below)) / scale
    upper = 1.0 if count == total else (middle + 1 + z * sqrt(above)) / scale
    return max(lower, 0.0), min(upper, 1.0)


def agresti_coull(count: int, total: int, level: float = 0.95) -> Interval:
    """Wald interval about the score interval's centre, unclipped.

    Agresti & Coull, Am Stat 1998;52:119-126: n + z^2 trials of which x + z^2/2 successes.
    """
    require_binomial(count, total, level)
    z = critical_value(level)
    size = total + z * z
    return _adjusted_wald((count + z * z / 2) / size, size, z)


def plus_four(count: int, total: int, level: float = 0.95) -> Interval:
    """Wald interval after adding two successes and two failures, at any level; unclipped.

    Agresti & Coull 1998; Agresti & Caffo, Am Stat 2000;54:280-288.
    """
    require_binomial(count, total, level)
    return _adjusted_wald((count + 2) / (total + 4), total + 4, critical_value(level))


def arcsine(count: int, total: int, level: float = 0.95) -> Interval:
    """Variance-stabilised interval sin^2(asin sqrt p +- z/(2 sqrt n)), the angle held in 0..pi/2."""
    require_binomial(count, total, level)
    return _arcsine(count / total, total, level)


def arcsine_anscombe(count: int, total: int, level: float = 0.95) -> Interval:
    """Arcsine interval about (x + 3/8)/(n + 3/4) (R DescTools). Anscombe, Biometrika 1948;35:246-254."""
    require_binomial(count, total, level)
    return _arcsine((count + 0.375) / (total + 0.75), total, level)


def logit(count: int, total: int, level: float = 0.95) -> Interval | None:
    """Wald interval on the log-odds scale; None at 0 and at `total`.

    Brown, Cai & DasGupta, Stat Sci 2001;16:101-133.
    """
    require_binomial(count, total, level)
    if not 0 < count < total:
        return None
    return logit_limits(count / total, critical_value(level) / sqrt(count * (total - count) / total))


def logit_anscombe(count: int, total: int, level: float = 0.95) -> Interval:
    """Log-odds interval with one half added to each cell; defined at every count.

    Anscombe, Biometrika 1956;43:461-464; Gart & Zweifel, Biometrika 1967;54:181-187.
    """
    require_binomial(count, total, level)
    failures = total - count
    variance = (total + 1) * (total + 2) / (total * (count + 1) * (failures + 1))
    centre = (count + 0.5) / (total + 1)
    return logit_limits(centre, critical_value(level) * sqrt(variance))


def stata_proportion(
    count: int, total: int, level: float = 0.95, *, degrees_of_freedom: float | None = None
) -> Interval | None:
    """Limits of Stata's `proportion`: log-odds scale, SE sqrt(pq/(n-1)), t quantile.

    The degrees of freedom are n - 1 unless given: under `over()` they are the whole sample's size
    minus 1, while n stays the group's. None at 0 and at `total`, and for n = 1.
    Stata Base Reference Manual, [R] proportion, Methods and formulas.
    """
    require_binomial(count, total, level)
    if not 0 < count < total:
        return None
    df = total - 1 if degrees_of_freedom is None else degrees_of_freedom
    p = count / total
    return logit_limits(p, t_critical_value(df, level) / sqrt(p * (1 - p) * (total - 1)))


def probit(count: int, total: int, level: float = 0.95) -> Interval | None:
    """Wald interval on the probit scale (R binom); None at 0 and at `total`."""
    from scipy.special import ndtr

    require_binomial(count, total, level)
    if not 0 < count < total:
        return None
    p = count / total
    centre = quantile(p)
    density = exp(-centre * centre / 2) / sqrt(2 * pi)
    half = critical_value(level) * sqrt(p * (1 - p) / total) / density
    return float(ndtr(centre - half)), float(ndtr(centre + half))


def cloglog(count: int, total: int, level: float = 0.95) -> Interval | None:
    """Wald interval on the scale log(-log p) (R binom); None at 0 and at `total`.

    Equals the log-log interval of a Kaplan-Meier estimate p without censoring, `count` being
    survivors; where `count` is events, take 1 minus the limits of `total - count`.
    Kalbfleisch & Prentice, The Statistical Analysis of Failure Time Data, 1980.
    """
    require_binomial(count, total, level)
    if not 0 < count < total:
        return None
    p = count / total
    half = critical_value(level) * sqrt((1 - p) / count) / -log(p)
    power = exp(min(half, LARGEST_EXPONENT))
    return p**power, p ** (1 / power)


def rule_of_three(count: int, total: int, level: float = 0.95) -> Interval | None:
    """Upper limit 3/n at no event (and its mirror at `total`), for level 0.95 only; else None.

    Hanley & Lippman-Hand, JAMA 1983;249:1743-1745.
    """
    require_binomial(count, total, level)
    if abs(level - 0.95) > 1e-9 or 0 < count < total:
        return None
    reach = min(3 / total, 1.0)
    return (0.0, reach) if count == 0 else (1 - reach, 1.0)


# The intervals that programs print by default, or as an option of the same command.
CUSTOMARY = (
    "clopper-pearson",
    "wilson",
    "wald",
    "stata-proportion",
    "wilson-continuity",
    "agresti-coull",
    "jeffreys",
    "wald-continuity",
    "logit",
)

METHODS: dict[str, Method] = {
    "clopper-pearson": clopper_pearson,
    "wilson": wilson,
    "wald": wald,
    "agresti-coull": agresti_coull,
    "jeffreys": jeffreys,
    "wilson-continuity": wilson_continuity,
    "wald-continuity": wald_continuity,
    "wald-t": wald_t,
    "stata-proportion": stata_proportion,
    "logit": logit,
    "cloglog": cloglog,
    "mid-p": mid_p,
    "arcsine": arcsine,
    "likelihood-ratio": likelihood_ratio,
    "blaker": blaker,
    "plus-four": plus_four,
    "logit-anscombe": logit_anscombe,
    "arcsine-anscombe": arcsine_anscombe,
    "probit": probit,
    "bayes-uniform": bayes_uniform,
    "jeffreys-highest-density": jeffreys_highest_density,
    "rule-of-three": rule_of_three,
}


def one_sided(
    method: Method, count: int, total: int, level: float = 0.95, *, side: Literal["lower", "upper"]
) -> Interval | None:
    """One-sided interval: `side` names the informative limit, the other one is 0 or 1.

    The limit is that of the two-sided interval at level 2 level - 1, so ValueError for a level of
    0.5 or less. At no event Stata calls its two-sided limits a one-sided 97.5% interval: those are
    the two-sided limits at 0.95, whereas the one-sided 95% limit is 1 - 0.05^(1/n).
    """
    if not 0.5 < level < 1:
        raise ValueError(f"a one-sided level lies between 0.5 and 1, not {level}")
    limits = method(count, total, 2 * level - 1)
    if limits is None:
        return None
    return (limits[0], 1.0) if side == "lower" else (0.0, limits[1])


def t_critical_value(degrees_of_freedom: float, level: float) -> float:
    """Two-sided critical value of Student's t; infinite degrees of freedom give the normal one.

    ValueError for degrees of freedom of 0 or below, or a level outside (0, 1).
    """
    from scipy.special import stdtrit

    if not degrees_of_freedom > 0:
        raise ValueError(f"degrees of freedom must be positive, not {degrees_of_freedom}")
    if degrees_of_freedom == inf:
        return critical_value(level)
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not {level}")
    return -float(stdtrit(degrees_of_freedom, (1 - level) / 2))


def _adjusted_wald(p: float, size: float, z: float) -> Interval:
    half = z * sqrt(p * (1 - p) / size)
    return p - half, p + half


def _arcsine(p: float, total: int, level: float) -> Interval:
    angle = asin(sqrt(p))
    half = critical_value(level) / (2 * sqrt(total))
    return sin(max(angle - half, 0.0)) ** 2, sin(min(angle + half, pi / 2)) ** 2


def logit_limits(p: float, half: float) -> Interval:
    """Limits that lie so far either way of a probability in (0, 1) on the logit scale."""
    odds = p / (1 - p)
    factor = exp(min(half, LARGEST_EXPONENT))
    return 1 / (1 + factor / odds), 1 / (1 + 1 / (factor * odds))
