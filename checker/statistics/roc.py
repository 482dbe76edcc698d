"""The area under a ROC curve: its standard error, intervals, and bounds from one operating point.

Areas, rates and levels are fractions; group sizes whole numbers of at least 1, those with the condition (`ill`) and
those without (`well`). ValueError for anything else.

Hanley JA, McNeil BJ. The meaning and use of the area under a ROC curve. Radiology 1982;143:29-36. Newcombe RG.
Confidence intervals for an effect size measure based on the Mann-Whitney statistic, part 2. Stat Med 2006;25:559-73.
"""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt

from checker.statistics.normal import critical_value
from checker.statistics.proportion import logit_limits
from checker.statistics.roots import bracketed_root

Interval = tuple[float, float]
Method = Callable[[float, int, int, float], Interval | None]


def hanley_mcneil_error(area: float, ill: int, well: int) -> float:
    """Standard error of an area under exponential scores: Q1 = A/(2 - A), Q2 = 2A^2/(1 + A)."""
    _require(area, ill, well)
    return sqrt(_variance(area, ill - 1, well - 1, ill * well))


def wald(area: float, ill: int, well: int, level: float = 0.95) -> Interval | None:
    """Area +- z times Hanley & McNeil's error, unclipped; None at an area of 0 or 1, where it has none."""
    half = critical_value(level) * hanley_mcneil_error(area, ill, well)
    return (area - half, area + half) if 0 < area < 1 else None


def logit(area: float, ill: int, well: int, level: float = 0.95) -> Interval | None:
    """The same on the logit scale, error over A(1 - A); None at an area of 0 or 1."""
    error, z = hanley_mcneil_error(area, ill, well), critical_value(level)
    if not 0 < area < 1:
        return None
    return logit_limits(area, z * error / (area * (1 - area)))


def newcombe(area: float, ill: int, well: int, level: float = 0.95) -> Interval | None:
    """The areas from which the observed one is z errors away, sizes averaged in their error. Newcombe, method 5."""
    _require(area, ill, well)
    z, mean = critical_value(level), (ill + well) / 2 - 1

    def away(value: float) -> float:
        return (area - value) ** 2 - z * z * _variance(value, mean, mean, ill * well)

    lower = bracketed_root(away, 0.0, area, 1e-14) if area else 0.0
    return lower, bracketed_root(away, area, 1.0, 1e-14) if area < 1 else 1.0


METHODS: dict[str, Method] = {"hanley-mcneil": wald, "logit": logit, "newcombe": newcombe}


def bounds_from_point(sensitivity: float, specificity: float) -> Interval:
    """Smallest and largest area of a curve that only rises and runs through one point."""
    _require_point(sensitivity, specificity)
    return sensitivity * specificity, 1 - (1 - sensitivity) * (1 - specificity)


def bounds_of_concave(sensitivity: float, specificity: float) -> Interval:
    """The same of a curve whose slope never rises, as that of a likelihood ratio: the chords, and the best tangent.

    ValueError for a point below the diagonal, through which no such curve runs.
    """
    _require_point(sensitivity, specificity)
    hit, false, missed = sensitivity, 1 - specificity, 1 - sensitivity
    if hit + specificity < 1 - 1e-12:
        raise ValueError("no concave curve runs through a point below the diagonal")
    least = (hit + specificity) / 2
    if not false or not missed:
        return least, 1.0
    # The tangent's slope lies between those of the chords; what it cuts off is a triangle at the upper left.
    slope = min(max(missed / false, missed / (1 - false)), hit / false)
    return least, 1 - (missed + slope * false) ** 2 / (2 * slope)


def _variance(area: float, ill: float, well: float, pairs: float) -> float:
    first, second = area / (2 - area), 2 * area * area / (1 + area)
    inside = area * (1 - area) + ill * (first - area * area) + well * (second - area * area)
    return max(inside, 0.0) / pairs


def _require(area: float, ill: int, well: int) -> None:
    if not 0 <= area <= 1:
        raise ValueError(f"an area under a ROC curve lies between 0 and 1, not at {area}")
    if min(ill, well) < 1:
        raise ValueError(f"{min(ill, well)} is no size of a group")


def _require_point(sensitivity: float, specificity: float) -> None:
    for rate in (sensitivity, specificity):
        if not 0 <= rate <= 1:
            raise ValueError(f"a rate lies between 0 and 1, not at {rate}")
