"""Test statistics from printed p values: the inverse of `checker.statistics.tails`.

A p printed as .036 may be anything from .0355 to .0365: functions take `(low, high)` and return the range of the
statistic, by its size: 0 or more, infinite for a p of 0. `sides=1` takes the p for half the two-sided one. All raise
ValueError for a reversed range or one without a probability, and for degrees of freedom not above 0.
"""

from __future__ import annotations

from math import inf, sqrt

from checker.statistics.tails import Range, share_of_sides


def z_from_p(p: Range, sides: int = 2) -> Range:
    """The size of a standard normal statistic."""
    return t_from_p(p, inf, sides)


def t_from_p(p: Range, degrees_of_freedom: float, sides: int = 2) -> Range:
    """The size of Student's t."""
    from scipy.special import ndtri, stdtrit

    low, high = _two_sided(p, sides)
    _require_positive(degrees_of_freedom)

    def t(each: float) -> float:
        if each <= 0 or each >= 1:
            return inf if each <= 0 else 0.0
        if degrees_of_freedom == inf:
            return -float(ndtri(each / 2))
        return abs(float(stdtrit(degrees_of_freedom, each / 2)))

    return t(high), t(low)


def r_from_p(p: Range, degrees_of_freedom: float, sides: int = 2) -> Range:
    """The size of a correlation with n - 2 degrees of freedom."""
    low, high = t_from_p(p, degrees_of_freedom, sides)

    def r(t: float) -> float:
        return 1.0 if t == inf else t / sqrt(t * t + degrees_of_freedom)

    return r(low), r(high)


def f_from_p(p: Range, df1: float, df2: float, sides: int = 2) -> Range:
    """F, of which p is the upper tail; `sides=1` for df1 = 1 only."""
    from scipy.special import betainccinv, betaincinv

    share_of_sides(sides, df1)
    low, high = _two_sided(p, sides)
    _require_positive(df1)
    _require_positive(df2)
    if df2 == inf:
        smallest, largest = chi_square_from_p((low, high), df1)
        return smallest / df1, largest / df1

    def f(each: float) -> float:
        if each <= 0 or each >= 1:
            return inf if each <= 0 else 0.0
        unexplained = float(betaincinv(df2 / 2, df1 / 2, each))
        if unexplained < 0.5:
            return df2 * (1 - unexplained) / (df1 * unexplained) if unexplained else inf
        explained = float(betainccinv(df1 / 2, df2 / 2, each))
        return df2 * explained / (df1 * (1 - explained))

    return f(high), f(low)


def chi_square_from_p(p: Range, degrees_of_freedom: float, sides: int = 2) -> Range:
    """Chi-squared, of which p is the upper tail; `sides=1` for 1 df only."""
    from scipy.special import gammainccinv

    share_of_sides(sides, degrees_of_freedom)
    low, high = _two_sided(p, sides)
    _require_positive(degrees_of_freedom)

    def chi_square(each: float) -> float:
        return inf if each <= 0 else 2 * float(gammainccinv(degrees_of_freedom / 2, min(each, 1.0)))

    return chi_square(high), chi_square(low)


def _two_sided(p: Range, sides: int) -> Range:
    """The two-sided p values within 0..1."""
    low, high = p
    if not low <= high or high < 0 or low > 1:
        raise ValueError(f"{p} is no range of p-values")
    share = share_of_sides(sides)
    return max(low / share, 0.0), min(high / share, 1.0)


def _require_positive(degrees_of_freedom: float) -> None:
    if not degrees_of_freedom > 0:
        raise ValueError(f"degrees of freedom must be positive, not {degrees_of_freedom}")
