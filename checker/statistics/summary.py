"""Relations between mean, SD, standard error, confidence limits, range, median and quartiles.

Figures known to their printed digits come as ranges `(low, high)`, and answers are ranges as well.
ValueError for reversed ranges, sizes too small, or levels outside (0, 1).
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import inf, sqrt

from checker.statistics.normal import critical_value
from checker.statistics.proportion import t_critical_value
from checker.statistics.tails import Range

Position = Callable[[int, Fraction], tuple[Fraction, Fraction]]


def standard_error(sd: Range, total: int) -> Range:
    """Standard error of a mean, SD/sqrt n; negative parts of the range count as 0."""
    low, high = _spread(sd)
    _require_total(total, 1)
    return low / sqrt(total), high / sqrt(total)


def sd_from_error(error: Range, total: int) -> Range:
    """SD from the standard error of the mean, SE sqrt n."""
    low, high = _spread(error)
    _require_total(total, 1)
    return low * sqrt(total), high * sqrt(total)


def sd_from_interval(lower: Range, upper: Range, total: int, level: float = 0.95, *, t: bool = True) -> Range:
    """SD from the limits of a mean's interval by the t (or normal) quantile. Cochrane Handbook 6.5.2.2."""
    _ordered(lower)
    _ordered(upper)
    _require_total(total, 2)
    factor = sqrt(total) / (2 * _quantile(total, level, t))
    return max(upper[0] - lower[1], 0.0) * factor, max(upper[1] - lower[0], 0.0) * factor


def mean_interval(mean: Range, sd: Range, total: int, level: float = 0.95, *, t: bool = True) -> tuple[Range, Range]:
    """Ranges of both confidence limits of a mean, mean -+ t SD/sqrt n (z for `t=False`)."""
    _ordered(mean)
    low, high = _spread(sd)
    _require_total(total, 2)
    reach = _quantile(total, level, t) / sqrt(total)
    return (mean[0] - reach * high, mean[1] - reach * low), (mean[0] + reach * low, mean[1] + reach * high)


def largest_sd(minimum: float, maximum: float, total: int, mean: Range | None = None) -> float:
    """Upper bound of the sample SD of `total` values within minimum..maximum.

    Without a mean half the observations lie at either end (Popoviciu, Mathematica 1935;9:129-145, times
    sqrt(n/(n - 1))); for an odd number one fewer at one end. With a mean's range the bound is that of
    Bhatia & Davis, Am Math Mon 2000;107:353-357: (maximum - mean)(mean - minimum) n/(n - 1). ValueError
    when the mean's range does not meet minimum..maximum.
    """
    _ordered((minimum, maximum))
    _require_total(total, 2)
    span = maximum - minimum
    half = total // 2
    bound = span * sqrt(half * (total - half) / (total * (total - 1)))
    if mean is None:
        return bound
    _ordered(mean)
    if mean[1] < minimum or mean[0] > maximum:
        raise ValueError(f"a mean within {mean} lies outside {minimum} to {maximum}")
    # The product is largest at the middle of the scale, else at the end nearest to it.
    closest = min(max((minimum + maximum) / 2, mean[0], minimum), mean[1], maximum)
    product = (maximum - closest) * (closest - minimum)
    return min(bound, sqrt(product * total / (total - 1)))


def smallest_sd(minimum: float, maximum: float, total: int) -> float:
    """Lower bound of the sample SD when both ends of minimum..maximum were observed.

    All other values then lie midway: span/sqrt(2(n - 1)). Thomson, Biometrika 1955;42:268-269.
    """
    _ordered((minimum, maximum))
    _require_total(total, 2)
    return (maximum - minimum) / sqrt(2 * (total - 1))


def mean_within(
    minimum: float, maximum: float, total: int, median: float | None = None, *, observed: bool = True
) -> Range:
    """Range of the mean of `total` values with this minimum, maximum and, if given, median.

    `observed=True` when the two ends were attained, as a printed range was; else they are the ends of
    a scale. With a median half of the values lie on either side. Hozo, Djulbegovic & Hozo, BMC Med Res
    Methodol 2005;5:13.
    """
    _ordered((minimum, maximum))
    _require_total(total, 1)
    if median is not None and not minimum <= median <= maximum:
        raise ValueError(f"a median of {median} lies outside {minimum} to {maximum}")
    if median is None:
        if not observed or total == 1:
            return minimum, maximum
        return (
            (minimum * (total - 1) + maximum) / total,
            (maximum * (total - 1) + minimum) / total,
        )
    middle = 1 if total % 2 else 2
    outer = (total - middle) // 2
    ends = 1 if observed and outer else 0
    # At the extremes the values on one side lie at its end, those on the other at the median, but for
    # the observed end itself; parting the two middle values of an even number moves neither extreme out.
    at_median = median * (middle + outer - ends)
    return (
        (minimum * outer + at_median + maximum * ends) / total,
        (maximum * outer + at_median + minimum * ends) / total,
    )


def median_fractions(total: int) -> tuple[Fraction, ...]:
    """Fractional parts a median of `total` integers can have: 0, and 1/2 if `total` is even."""
    _require_total(total, 1)
    return (Fraction(0),) if total % 2 else (Fraction(0), Fraction(1, 2))


def quantile_fractions(total: int, probability: Fraction, convention: str) -> tuple[Fraction, ...]:
    """Fractional parts, ascending, that a quantile of `total` integers can have under a convention.

    A quantile lies a share g of the way from one sorted value to the next; over integers their gap can
    be any whole number, so that it can have the fractional parts of all multiples of g. `convention`
    is a key of `QUANTILES`; ValueError if it is not, or for a probability outside (0, 1).
    """
    weight = quantile_position(total, probability, convention)[1]
    return tuple(Fraction(k, weight.denominator) for k in range(weight.denominator))


def quantile_position(total: int, probability: Fraction, convention: str) -> tuple[int, Fraction]:
    """Rank j and weight g of a sample quantile (1 - g) x_j + g x_(j+1), j held within 1..total.

    Hyndman & Fan, Am Stat 1996;50:361-365, definitions 1-9; R's `quantile` types. SAS's default is
    definition 2, SPSS's 6, R's, numpy's and Excel's QUARTILE.INC 7; `tukey` gives the hinges (R
    fivenum) and `moore-mccabe` the medians of the halves without the middle value, both for quartiles.
    """
    _require_total(total, 1)
    if convention not in QUANTILES:
        raise ValueError(f"no convention for quantiles is called {convention!r}")
    if not 0 < probability < 1:
        raise ValueError(f"a quantile's probability lies between 0 and 1, not at {probability}")
    whole, weight = QUANTILES[convention](total, probability)
    rank = int(whole)
    if rank < 1:
        return 1, Fraction(0)
    if rank >= total:
        return total, Fraction(0)
    return rank, weight


def _split(position: Fraction) -> tuple[Fraction, Fraction]:
    rank = Fraction(position.numerator // position.denominator)
    return rank, position - rank


def _inverse_cdf(total: int, p: Fraction) -> tuple[Fraction, Fraction]:
    rank, rest = _split(total * p)
    return rank, Fraction(1 if rest else 0)


def _averaged_inverse_cdf(total: int, p: Fraction) -> tuple[Fraction, Fraction]:
    rank, rest = _split(total * p)
    return rank, Fraction(1) if rest else Fraction(1, 2)


def _nearest_even(total: int, p: Fraction) -> tuple[Fraction, Fraction]:
    rank, rest = _split(total * p - Fraction(1, 2))
    return rank, Fraction(0 if rest == 0 and rank % 2 == 0 else 1)


def _hinges(total: int, p: Fraction) -> tuple[Fraction, Fraction]:
    if p not in (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)):
        raise ValueError("Tukey's hinges are quartiles")
    if p == Fraction(1, 2):
        return _split(Fraction(total + 1, 2))
    depth = Fraction((total + 3) // 2, 2)
    return _split(depth if p < Fraction(1, 2) else total + 1 - depth)


def _halves(total: int, p: Fraction) -> tuple[Fraction, Fraction]:
    if p not in (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)):
        raise ValueError("medians of halves are quartiles")
    if p == Fraction(1, 2):
        return _split(Fraction(total + 1, 2))
    depth = Fraction(total // 2 + 1, 2)
    return _split(depth if p < Fraction(1, 2) else total + 1 - depth)


def _linear(alpha: Fraction, beta: Fraction) -> Position:
    def position(total: int, p: Fraction) -> tuple[Fraction, Fraction]:
        return _split(alpha + p * (total + 1 - alpha - beta))

    return position


QUANTILES: dict[str, Position] = {
    "type-1": _inverse_cdf,
    "type-2": _averaged_inverse_cdf,
    "type-3": _nearest_even,
    "type-4": _linear(Fraction(0), Fraction(1)),
    "type-5": _linear(Fraction(1, 2), Fraction(1, 2)),
    "type-6": _linear(Fraction(0), Fraction(0)),
    "type-7": _linear(Fraction(1), Fraction(1)),
    "type-8": _linear(Fraction(1, 3), Fraction(1, 3)),
    "type-9": _linear(Fraction(3, 8), Fraction(3, 8)),
    "tukey": _hinges,
    "moore-mccabe": _halves,
}


def _quantile(total: int, level: float, t: bool) -> float:
    return t_critical_value(total - 1, level) if t else critical_value(level)


def _ordered(values: Range) -> None:
    if not values[0] <= values[1]:
        raise ValueError(f"the range {values} is reversed")


def _spread(values: Range) -> Range:
    _ordered(values)
    if values[1] < 0 or values[1] == inf:
        raise ValueError(f"{values} is not a range of standard deviations")
    return max(values[0], 0.0), values[1]


def _require_total(total: int, minimum: int) -> None:
    if total < minimum:
        raise ValueError(f"at least {minimum} values are needed, not {total}")
