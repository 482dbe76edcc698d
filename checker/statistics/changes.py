"""Changes between two values, coefficients of models on a log scale, and logarithms of other bases.

Values have any unit, both the same; percentages are in percent (15, not 0.15); fold changes and ratios lie above 0.
Coefficients and their errors are on the scale of a natural logarithm unless a `base` is given. All functions but those
of one logarithm take numpy arrays as well. ValueError for a base that is not above 0, or is 1.
"""

from __future__ import annotations

from math import inf, isfinite, log

from checker.statistics.accuracy import Numbers, quotient
from checker.statistics.normal import critical_value
from checker.statistics.ratio import exponential

Interval = tuple[float, float]


def percent_change(before: Numbers, after: Numbers) -> Numbers:
    """100 (after - before)/|before|; infinite, or nan for no change, from 0."""
    return quotient(100 * (after - before), abs(before))


def fold_change(before: Numbers, after: Numbers) -> Numbers:
    """after/before; infinite from 0."""
    return quotient(after, before)


def symmetric_percent_change(before: Numbers, after: Numbers) -> Numbers:
    """200 (after - before)/(|after| + |before|), in -200..200. Tornqvist et al, Am Stat 1985;39:43-6."""
    return quotient(200 * (after - before), abs(after) + abs(before))


def exponentiated(coefficient: float, times: float = 1.0, base: float | None = None) -> float:
    """exp(times x coefficient), the ratio for so many units of the predictor; of another base where one is given."""
    exponent = times * coefficient * (1.0 if base is None else log(_base(base)))
    if not isfinite(exponent):
        raise ValueError(f"a coefficient of {coefficient} has no ratio")
    return exponential(exponent)


def exponentiated_limits(
    coefficient: float, error: float, level: float = 0.95, times: float = 1.0, base: float | None = None
) -> Interval:
    """Confidence limits of the ratio, exp(b -+ z SE). ValueError for an error below 0 or a level outside (0, 1)."""
    if not 0 <= error < inf:
        raise ValueError(f"{error} is no standard error")
    half = critical_value(level) * error
    ends = [exponentiated(coefficient + sign * half, times, base) for sign in (-1, 1)]
    return min(ends), max(ends)


def percent_per_unit(coefficient: float, times: float = 1.0, base: float | None = None) -> float:
    """Percent change of a log-transformed outcome for so many units of the predictor, 100 (exp(b) - 1)."""
    return 100 * (exponentiated(coefficient, times, base) - 1)


def change_base(logarithm: float, base: float, other: float) -> float:
    """A logarithm of one base as one of another: log2 of what log10 is 1 is 3.3219."""
    return logarithm * log(_base(base)) / log(_base(other))


def error_of_limits(lower: float, upper: float, level: float = 0.95) -> tuple[float, float]:
    """Coefficient and standard error, on the natural log scale, of a ratio's limits. ValueError unless 0 < lower."""
    if not 0 < lower <= upper < inf:
        raise ValueError(f"{lower} and {upper} are no limits of a ratio")
    low, high = log(lower), log(upper)
    return (low + high) / 2, (high - low) / (2 * critical_value(level))


def _base(base: float) -> float:
    if not 0 < base < inf or base == 1:
        raise ValueError(f"a logarithm has no base of {base}")
    return base
