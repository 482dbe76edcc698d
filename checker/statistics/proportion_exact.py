"""Binomial intervals that need the beta or binomial distribution: exact, Bayesian, likelihood.

Arguments, units, errors and the meaning of None are those of `checker.statistics.proportion`.
"""

from __future__ import annotations

from bisect import bisect_right
from math import exp, inf, log, log1p

from checker.statistics.normal import critical_value
from checker.statistics.roots import bracketed_root

Interval = tuple[float, float]


def require_binomial(count: int, total: int, level: float) -> None:
    """Raise ValueError unless 0 <= count <= total, total >= 1 and 0 < level < 1."""
    if total < 1 or not 0 <= count <= total:
        raise ValueError(f"{count} of {total} is not a proportion")
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not {level}")


def clopper_pearson(count: int, total: int, level: float = 0.95) -> Interval:
    """Exact interval: both one-sided binomial tests inverted; limits 0 and 1 at the extreme counts.

    Clopper & Pearson, Biometrika 1934;26:404-413.
    """
    from scipy.special import betaincinv

    require_binomial(count, total, level)
    tail = (1 - level) / 2
    failures = total - count
    lower = 0.0 if count == 0 else float(betaincinv(count, failures + 1, tail))
    # By the mirror image, as 1 - tail would lose the tail's last digits.
    upper = 1.0 if failures == 0 else 1 - float(betaincinv(failures, count + 1, tail))
    return lower, upper


def mid_p(count: int, total: int, level: float = 0.95) -> Interval:
    """Exact interval counting half the probability of the observed count in each tail.

    Berry & Armitage, Statistician 1995;44:417-423; Newcombe, Stat Med 1998;17:857-872, method 6.
    """
    require_binomial(count, total, level)
    lower = _mid_p_lower(count, total, level)
    return lower, 1 - _mid_p_lower(total - count, total, level)


def _mid_p_lower(count: int, total: int, level: float) -> float:
    from scipy.special import betainc

    alpha = 1 - level
    if count == 0:
        return 0.0
    if count == total:
        return exp(log(alpha) / total)
    failures = total - count

    def excess(p: float) -> float:
        at_least = float(betainc(count, failures + 1, p))
        above = float(betainc(count + 1, failures, p))
        return (at_least + above) - alpha

    return bracketed_root(excess, 0.0, count / total, 1e-14)


def blaker(count: int, total: int, level: float = 0.95) -> Interval:
    """Exact interval nested in Clopper-Pearson's: Blaker's acceptability inverted.

    Blaker, Can J Stat 2000;28:783-798; the piecewise search follows Klaschka, Technical Report 1099, Inst
    Comput Sci, Acad Sci Czech Rep, 2010. As in his R package BlakerCI, the limits are those of the smallest
    interval that holds every accepted value.
    """
    require_binomial(count, total, level)
    return _blaker_lower(count, total, level), 1 - _blaker_lower(total - count, total, level)


def _blaker_lower(count: int, total: int, level: float) -> float:
    from scipy.special import betainc

    alpha = 1 - level
    if count == 0:
        return 0.0

    def at_least(p: float) -> float:
        return float(betainc(count, total - count + 1, p))

    def at_most(x: int, p: float) -> float:
        return 0.0 if x < 0 else float(betainc(total - x, x + 1, 1 - p))

    # While the opposite tail is "at most x", the acceptability is 1 - P(x < X < count): it falls,
    # then rises in p, so that only the ends of the piece and its rising branch can reach alpha.
    start = clopper_pearson(count, total, level)[0]
    tail = at_least(start)
    other = bisect_right(range(count), tail, key=lambda x: at_most(x, start)) - 1
    while other < count - 1:
        if at_least(start) + at_most(other, start) >= alpha * (1 - 1e-13):
            return start

        def tail_gap(p: float, x: int = other + 1) -> float:
            return at_least(p) - at_most(x, p)

        def excess(p: float, x: int = other) -> float:
            return at_least(p) + at_most(x, p) - alpha

        end = bracketed_root(tail_gap, start, count / total, 1e-14)
        if excess(end) >= 0:
            return bracketed_root(excess, start, end, 1e-14)
        start, other = end, other + 1
    return start


def jeffreys(count: int, total: int, level: float = 0.95) -> Interval:
    """Equal-tailed posterior interval under the Beta(1/2, 1/2) prior; 0 and 1 at the extreme counts.

    Brown, Cai & DasGupta, Stat Sci 2001;16:101-133. Setting the lower limit at count 0 to 0 (and the
    mirror) is theirs, and Stata's and R DescTools'; statsmodels prints the quantile, near 0.
    """
    lower, upper = _equal_tailed(count, total, level, 0.5)
    return (0.0 if count == 0 else lower), (1.0 if count == total else upper)


def bayes_uniform(count: int, total: int, level: float = 0.95) -> Interval:
    """Equal-tailed posterior interval under the uniform Beta(1, 1) prior."""
    return _equal_tailed(count, total, level, 1.0)


def _equal_tailed(count: int, total: int, level: float, prior: float) -> Interval:
    from scipy.special import betaincinv

    require_binomial(count, total, level)
    tail = (1 - level) / 2
    a, b = count + prior, total - count + prior
    return float(betaincinv(a, b, tail)), 1 - float(betaincinv(b, a, tail))


def jeffreys_highest_density(count: int, total: int, level: float = 0.95) -> Interval:
    """Shortest posterior interval under the Beta(1/2, 1/2) prior (R binom.bayes).

    At the extreme counts the density has its peak at 0 or 1 and the interval starts there.
    """
    from scipy.special import betaincinv

    require_binomial(count, total, level)
    a, b = count + 0.5, total - count + 0.5
    alpha = 1 - level
    if count == 0:
        return 0.0, 1 - float(betaincinv(b, a, alpha))
    if count == total:
        return float(betaincinv(a, b, alpha)), 1.0

    def limits(tail: float) -> Interval:
        return float(betaincinv(a, b, tail)), 1 - float(betaincinv(b, a, alpha - tail))

    def density_gap(tail: float) -> float:
        lower, upper = limits(tail)
        if lower <= 0:
            return -inf if a > 1 else inf
        if upper >= 1:
            return inf if b > 1 else -inf
        return (a - 1) * log(lower / upper) + (b - 1) * (log1p(-lower) - log1p(-upper))

    # At count 1 or total - 1 the density is unbounded at neither end (a, b > 1), so a root exists.
    return limits(bracketed_root(density_gap, alpha * 1e-12, alpha * (1 - 1e-12), alpha * 1e-14))


def likelihood_ratio(count: int, total: int, level: float = 0.95) -> Interval:
    """Values whose binomial deviance stays below the chi-square quantile (profile likelihood).

    Cox & Hinkley, Theoretical Statistics, 1974; R binom.lrt, SAS PROC FREQ.
    """
    require_binomial(count, total, level)
    return _deviance_lower(count, total, level), 1 - _deviance_lower(total - count, total, level)


def _deviance_lower(count: int, total: int, level: float) -> float:
    half_deviance = critical_value(level) ** 2 / 2
    if count == 0:
        return 0.0
    if count == total:
        return exp(-half_deviance / total)
    p = count / total
    failures = total - count

    def excess(log_ratio: float) -> float:
        candidate = p * exp(log_ratio)
        return -count * log_ratio - failures * (log1p(-candidate) - log1p(-p)) - half_deviance

    # Dropping the failures' part, at most -failures log(1 - p), gives a point below the root.
    far = -(half_deviance - failures * log1p(-p)) / count
    return p * exp(bracketed_root(excess, far, 0.0))
