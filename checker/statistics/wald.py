"""Wald statistics from an estimate and its standard error.

Figures known to their printed digits come as ranges `(low, high)`, and answers are ranges as well. ValueError for
reversed ranges and negative standard errors.

Wald A. Tests of statistical hypotheses concerning several parameters when the number of observations is large.
Trans Am Math Soc 1943;54:426-82.
"""

from __future__ import annotations

from math import inf

from checker.statistics.tails import Range


def wald_statistic(estimate: Range, error: Range) -> Range:
    """Estimate over standard error, to be held against t or z; infinite where the error may be 0."""
    _require(estimate, error)
    (low, high), (least, most) = estimate, error
    down = (low / least if least else -inf) if low < 0 else low / most if most else inf
    up = (high / least if least else inf) if high > 0 else high / most if most else -inf
    return down, up


def _require(estimate: Range, error: Range) -> None:
    if not (estimate[0] <= estimate[1] and error[0] <= error[1]):
        raise ValueError(f"one of the ranges {estimate}, {error} is reversed")
    if error[0] < 0:
        raise ValueError(f"{error} is no range of standard errors")
