"""What an estimate with its confidence limits implies, all three known only to their printed digits.

Every figure is a range `(low, high)` of the values that could have been printed so, and so is every
answer. `log_scale=True` is for ratios (hazard, odds, risk, rate), whose limits are symmetric about the
estimate after taking logarithms; False is for differences and means. With `degrees_of_freedom` the
limits and p values rest on Student's t instead of the normal distribution. Levels are fractions.

All raise ValueError for a reversed range, a level outside (0, 1), or a ratio whose whole range is not
above 0; where a ratio's range reaches down to 0 its logarithm is taken as minus infinity.
Sources: Altman & Bland, BMJ 2011;343:d2304; Cochrane Handbook 6.4, section 6.3.
"""

from __future__ import annotations

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
    return (exponential(other[0]), exponential(other[1])) if log_scale else other


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


def exponential(value: float) -> float:
    """exp of a value, infinite where that is beyond what a number can hold."""
    return inf if value > 700 else exp(value)
