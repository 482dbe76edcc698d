"""P values of printed test statistics: a range of statistics gives the range of p values it allows.

A statistic printed as 2.20 may be anything from 2.195 to 2.205: functions take `(low, high)` and return
`(smallest p, largest p)`, both in 0..1. Degrees of freedom are exact and may be fractional (Welch) or
infinite. `sides=1` gives the one-sided p value in the direction of the data, half the two-sided one.
All raise ValueError for a reversed range or degrees of freedom not above 0. The p value falls with the
size of the statistic, so ends of the range suffice, but for a range that holds 0.
Definitions: Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions, 2nd ed., 1994-1995.
"""

from __future__ import annotations

from math import inf, sqrt

from checker.statistics import normal

Range = tuple[float, float]


def z_p(statistic: Range, sides: int = 2) -> Range:
    """P values of a standard normal statistic."""
    low, high = magnitudes(statistic)
    share = share_of_sides(sides)
    return share * normal.two_sided_p(high), share * normal.two_sided_p(low)


def t_p(statistic: Range, degrees_of_freedom: float, sides: int = 2) -> Range:
    """P values of Student's t."""
    low, high = magnitudes(statistic)
    share = share_of_sides(sides)
    return (
        share * two_sided_t_p(high, degrees_of_freedom),
        share * two_sided_t_p(low, degrees_of_freedom),
    )


def r_p(correlation: Range, degrees_of_freedom: float, sides: int = 2) -> Range:
    """P values of a correlation coefficient with n - 2 degrees of freedom, by t = r sqrt(df/(1 - r^2)).

    The part of the range beyond -1..1 is ignored; ValueError when nothing is left.
    """
    low, high = magnitudes(correlation)
    if low > 1:
        raise ValueError(f"a correlation lies between -1 and 1, not at {correlation}")

    def t(r: float) -> float:
        return inf if r >= 1 else r * sqrt(degrees_of_freedom / ((1 - r) * (1 + r)))

    return t_p((t(low), t(min(high, 1.0))), degrees_of_freedom, sides)


def f_p(statistic: Range, df1: float, df2: float, sides: int = 2) -> Range:
    """P values of an F statistic, its upper tail; `sides=1` halves it, for df1 = 1 only.

    The part of the range below 0 is ignored; ValueError when nothing is left.
    """
    low, high = _non_negative(statistic)
    share = share_of_sides(sides, df1)
    return share * f_upper_tail(high, df1, df2), share * f_upper_tail(low, df1, df2)


def chi_square_p(statistic: Range, degrees_of_freedom: float, sides: int = 2) -> Range:
    """P values of a chi-square statistic, its upper tail; `sides=1` halves it, for 1 df only.

    Also Cochran's Q of k studies, with k - 1 degrees of freedom. The part of the range below 0 is
    ignored; ValueError when nothing is left.
    """
    low, high = _non_negative(statistic)
    share = share_of_sides(sides, degrees_of_freedom)
    return (
        share * chi_square_upper_tail(high, degrees_of_freedom),
        share * chi_square_upper_tail(low, degrees_of_freedom),
    )


def two_sided_t_p(t: float, degrees_of_freedom: float) -> float:
    """Two-sided p value of one t statistic."""
    from scipy.special import betainc, betaincc

    _require_positive(degrees_of_freedom)
    if degrees_of_freedom == inf:
        return normal.two_sided_p(t)
    if abs(t) == inf:
        return 0.0
    df, square = degrees_of_freedom, t * t
    # The smaller of the two complementary arguments keeps its digits.
    if square < df:
        return float(betaincc(0.5, df / 2, square / (df + square)))
    return float(betainc(df / 2, 0.5, df / (df + square)))


def f_upper_tail(statistic: float, df1: float, df2: float) -> float:
    """Upper tail of one F statistic >= 0."""
    from scipy.special import betainc, betaincc

    _require_positive(df1)
    _require_positive(df2)
    if statistic == inf:
        return 0.0
    if df2 == inf:
        return chi_square_upper_tail(statistic * df1, df1)
    explained = df1 * statistic
    if explained < df2:
        return float(betaincc(df1 / 2, df2 / 2, explained / (df2 + explained)))
    return float(betainc(df2 / 2, df1 / 2, df2 / (df2 + explained)))


def chi_square_upper_tail(statistic: float, degrees_of_freedom: float) -> float:
    """Upper tail of one chi-square statistic >= 0."""
    _require_positive(degrees_of_freedom)
    if degrees_of_freedom == 1:
        return normal.two_sided_p(sqrt(statistic))
    from scipy.special import gammaincc

    return float(gammaincc(degrees_of_freedom / 2, statistic / 2))


def magnitudes(values: Range) -> Range:
    """Range of the absolute value over a range; ValueError when its ends are reversed."""
    low, high = values
    if not low <= high:
        raise ValueError(f"the range {values} is reversed")
    if low <= 0 <= high:
        return 0.0, max(-low, high)
    return min(abs(low), abs(high)), max(abs(low), abs(high))


def share_of_sides(sides: int, df1: float = 1) -> float:
    """Return the factor that turns a two-sided p value into the one asked for: 1 or 1/2.

    ValueError for other numbers of sides, or one side of a statistic with several degrees of freedom.
    """
    if sides not in (1, 2):
        raise ValueError(f"a test has one or two sides, not {sides}")
    if sides == 1 and df1 != 1:
        raise ValueError("only a statistic with one degree of freedom has a direction")
    return sides / 2


def _non_negative(values: Range) -> Range:
    low, high = values
    if not low <= high:
        raise ValueError(f"the range {values} is reversed")
    if high < 0:
        raise ValueError(f"the statistic cannot be negative: {values}")
    return max(low, 0.0), high


def _require_positive(degrees_of_freedom: float) -> None:
    if not degrees_of_freedom > 0:
        raise ValueError(f"degrees of freedom must be positive, not {degrees_of_freedom}")
