"""What an estimate with its confidence limits implies, all three known only to their printed digits.

Every figure is a range `(low, high)` of the values that could have been printed so, and so is every
answer. `log_scale=True` is for ratios (hazard, odds, risk, rate), whose limits are symmetric about the
estimate after taking logarithms; False is for differences and means. With `degrees_of_freedom` the
limits and p values rest on Student's t instead of the normal distribution. Levels are fractions.

All raise ValueError for a reversed range, a level outside (0, 1), or a ratio whose whole range is not
above 0; where a ratio's range reaches down to 0 its logarithm is taken as minus infinity.
Sources: Altman & Bland, BMJ 2011;343:d2090 and d2304; Cochrane Handbook 6.4, section 6.3.
"""

from __future__ import annotations

from itertools import product
from math import exp, inf, log

from checker.statistics import normal
from checker.statistics.proportion import t_critical_value
from checker.statistics.tails import Range, magnitudes, share_of_sides, two_sided_t_p


def standard_error(
    lower: Range, upper: Range, level: float, *, log_scale: bool, degrees_of_freedom: float = inf
) -> Range:
    """Range of (upper - lower)/(2 z), on the log scale where asked; its low end is never below 0."""
    low, up = _scaled(lower, log_scale), _scaled(upper, log_scale)
    width = 2 * _critical(level, degrees_of_freedom)
    return max(up[0] - low[1], 0.0) / width, max(up[1] - low[0], 0.0) / width


def centre(lower: Range, upper: Range, *, log_scale: bool) -> Range:
    """Range of the limits' midpoint (geometric mean on the log scale), where the estimate should lie."""
    low, up = _scaled(lower, log_scale), _scaled(upper, log_scale)
    middle = (low[0] + up[0]) / 2, (low[1] + up[1]) / 2
    return (exp(middle[0]), exp(middle[1])) if log_scale else middle


def mirrored_limit(estimate: Range, limit: Range, *, log_scale: bool) -> Range:
    """Range of the other confidence limit, if the two are symmetric about the estimate."""
    middle, known = _scaled(estimate, log_scale), _scaled(limit, log_scale)
    other = 2 * middle[0] - known[1], 2 * middle[1] - known[0]
    return (_exp(other[0]), _exp(other[1])) if log_scale else other


def limits(
    estimate: Range, error: Range, level: float, *, log_scale: bool, degrees_of_freedom: float = inf
) -> tuple[Range, Range]:
    """Ranges of both limits from the estimate and its standard error (of the log of a ratio).

    ValueError when the standard error's whole range is negative.
    """
    middle = _scaled(estimate, log_scale)
    z = _critical(level, degrees_of_freedom)
    small, large = _error(error)
    low = middle[0] - z * large, middle[1] - z * small
    up = middle[0] + z * small, middle[1] + z * large
    if log_scale:
        return (_exp(low[0]), _exp(low[1])), (_exp(up[0]), _exp(up[1]))
    return low, up


def p_from_error(
    estimate: Range, error: Range, *, log_scale: bool, degrees_of_freedom: float = inf, sides: int = 2
) -> Range:
    """Range of the Wald test's p value from the estimate and its standard error (of a ratio's log).

    `sides=1` gives the one-sided p value in the direction of the data.
    """
    low, high = magnitudes(_scaled(estimate, log_scale))
    return _p_of_quotient(low, high, _error(error), degrees_of_freedom, sides)


def p_from_interval(
    estimate: Range,
    lower: Range,
    upper: Range,
    level: float,
    *,
    log_scale: bool,
    degrees_of_freedom: float = inf,
    sides: int = 2,
) -> Range:
    """Range of the Wald test's p value, the three figures varying freely within their digits.

    The widest range their rounding allows: the estimate need not lie midway between the limits.
    """
    error = standard_error(lower, upper, level, log_scale=log_scale, degrees_of_freedom=degrees_of_freedom)
    low, high = magnitudes(_scaled(estimate, log_scale))
    return _p_of_quotient(low, high, error, degrees_of_freedom, sides)


def p_from_symmetric_interval(
    estimate: Range,
    lower: Range,
    upper: Range,
    level: float,
    *,
    log_scale: bool,
    degrees_of_freedom: float = inf,
    sides: int = 2,
) -> Range | None:
    """Range of the Wald test's p value, the estimate lying exactly midway between the limits.

    Narrower than `p_from_interval`. None when no limits within their digits have the estimate midway,
    when a limit of a ratio may be 0, or when both limits may be the same.
    """
    middle = _scaled(estimate, log_scale)
    low, up = _scaled(lower, log_scale), _scaled(upper, log_scale)
    if -inf in (*low, *up, *middle) or low[1] >= up[0]:
        return None
    # Ranges that touch in exact arithmetic must not miss each other by a rounding error.
    slack = 1e-12 * max(map(abs, (*low, *up)))
    corners = _corners(low, up, (2 * middle[0] - slack, 2 * middle[1] + slack))
    if not corners:
        return None
    # A quotient of linear functions over a polygon has its extremes at corners, as its denominator
    # keeps its sign there; p is monotone in the quotient's size but for a change of sign inside.
    quotients = [(b + a) / (b - a) for a, b in corners]
    small, large = magnitudes((min(quotients), max(quotients)))
    z, share = _critical(level, degrees_of_freedom), share_of_sides(sides)
    return (
        share * two_sided_t_p(z * large, degrees_of_freedom),
        share * two_sided_t_p(z * small, degrees_of_freedom),
    )


def limits_from_p(estimate: Range, p: Range, level: float, *, log_scale: bool) -> tuple[Range, Range] | None:
    """Ranges of both limits from the estimate and its two-sided normal p value.

    Altman & Bland, BMJ 2011;343:d2090. None when p may be 1 or the estimate its null value, as the
    standard error is then unbounded; ValueError when p's range does not meet 0..1.
    """
    low_p, high_p = p
    if not low_p <= high_p or high_p < 0 or low_p > 1:
        raise ValueError(f"{p} is not a range of p values")
    middle = _scaled(estimate, log_scale)
    if high_p >= 1 or middle[0] <= 0 <= middle[1]:
        return None
    z = normal.critical_value(level)
    # The smallest p gives the largest statistic, hence the smallest error relative to the estimate.
    steepest = -normal.quantile(low_p / 2) if low_p > 0 else inf
    reach = z / steepest, z / -normal.quantile(high_p / 2)
    # estimate -+ |estimate| reach is linear in each factor: its extremes are at the corners.
    products = [(m, abs(m) * k) for m, k in product(middle, reach)]
    low = min(m - d for m, d in products), max(m - d for m, d in products)
    up = min(m + d for m, d in products), max(m + d for m, d in products)
    if log_scale:
        return (_exp(low[0]), _exp(low[1])), (_exp(up[0]), _exp(up[1]))
    return low, up


def _scaled(values: Range, log_scale: bool) -> Range:
    low, high = values
    if not low <= high:
        raise ValueError(f"the range {values} is reversed")
    if not log_scale:
        return values
    if high <= 0:
        raise ValueError(f"a ratio is above 0, not {values}")
    return (log(low) if low > 0 else -inf), log(high)


def _critical(level: float, degrees_of_freedom: float) -> float:
    if degrees_of_freedom == inf:
        return normal.critical_value(level)
    return t_critical_value(degrees_of_freedom, level)


def _error(error: Range) -> Range:
    low, high = error
    if not low <= high or high < 0:
        raise ValueError(f"{error} is not a range of standard errors")
    return max(low, 0.0), high


def _p_of_quotient(low: float, high: float, error: Range, degrees_of_freedom: float, sides: int) -> Range:
    """P values when |estimate| is in low..high and its error independently in its own range."""

    def quotient(distance: float, divisor: float) -> float:
        if distance == 0:
            return 0.0
        return inf if divisor == 0 else distance / divisor if divisor < inf else 0.0

    share = share_of_sides(sides)
    return (
        share * two_sided_t_p(quotient(high, error[0]), degrees_of_freedom),
        share * two_sided_t_p(quotient(low, error[1]), degrees_of_freedom),
    )


def _corners(low: Range, up: Range, total: Range) -> list[tuple[float, float]]:
    """Corners of the polygon of points (a, b) in low x up whose sum lies in `total`."""
    corners = [(a, b) for a, b in product(low, up) if total[0] <= a + b <= total[1]]
    for s in total:
        corners += [(a, s - a) for a in low if up[0] <= s - a <= up[1]]
        corners += [(s - b, b) for b in up if low[0] <= s - b <= low[1]]
    return corners


def _exp(value: float) -> float:
    return inf if value > 700 else exp(value)
