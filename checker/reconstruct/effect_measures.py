"""What two groups make of an effect: of risks or odds, in which unit, and what an adjusted one may be."""

import math
from collections.abc import Callable

from checker.kinds import Effect, Group
from checker.measures import Measure, ReportedMeasure
from checker.model import Candidate, Count, Interval, Reported
from checker.paper import Paper
from checker.reconstruct.group_tables import Missing
from checker.rounding import SLACK, interval, shown

ADJUSTED = "an adjusted or stratified model"

# Effects of times or of measurements, which no counts of two groups give.
OF_TIMES = frozenset({Measure.HAZARD_RATIO, Measure.RATE_RATIO, Measure.STANDARDISED_RATIO})
WITHOUT_RISKS = frozenset({Measure.MEAN_DIFFERENCE, Measure.MEDIAN_DIFFERENCE, Measure.COEFFICIENT, Measure.EFFICACY})
# What is taken of a risk ratio or difference in turn.
DERIVED = frozenset({Measure.NUMBER_NEEDED_TO_TREAT, Measure.RELATIVE_RISK_REDUCTION})
# On the scale of ratios an ARR is an adjusted risk ratio.
_OF_RISKS = frozenset({Measure.RISK_RATIO, Measure.PREVALENCE_RATIO, Measure.RISK_DIFFERENCE})


def of_groups(measure: ReportedMeasure, scale: str) -> Measure | Missing:
    """The effect of two groups that a measure is, or what it needs beside their counts."""
    if measure.kind in DERIVED:
        return measure.kind
    if measure.kind in OF_TIMES:
        return Missing(f"the times at risk behind the {measure}")
    if scale == "linear":
        return Measure.RISK_DIFFERENCE
    if measure.kind is Measure.ODDS_RATIO:
        return measure.kind
    if measure.kind in _OF_RISKS:
        return Measure.RISK_RATIO
    return Missing(f"the kind of ratio: {measure} may be of risks or of odds")


def wholes(figures: list[Reported]) -> tuple[float, ...]:
    """How much a whole is in the unit of a difference: percentage points, or fractions where none is too large.

    Unclipped, a limit of a fraction may lie beyond 1, but not beyond 2.
    """
    points = any(figure.unit == "%" or abs(figure.value) > 2 for figure in figures)
    return (100.0,) if points else (100.0, 1.0)


def risk(group: Group, total: Count | None) -> Interval | None:
    """The risks that the count or the percentage of a group of a size allows."""
    if group.count is not None:
        if total is None or not 0 < total.value >= group.count.value:
            return None
        share = group.count.value / total.value
        return Interval(share, share)
    if group.percent is None:
        return None
    printed = interval(group.percent)
    return Interval(max(0.0, printed.low / 100), min(1.0, printed.high / 100))


def complement(risks: Interval) -> Interval:
    """The risks of no event."""
    return Interval(1 - risks.high, 1 - risks.low)


def possible(effect: Measure, one: Interval, other: Interval) -> Interval:
    """The values that an effect of the first risk against the second may have."""
    if effect is Measure.NUMBER_NEEDED_TO_TREAT:
        differences = possible(Measure.RISK_DIFFERENCE, one, other)
        if differences.low <= 0 <= differences.high:
            return Interval(_over(1.0, max(-differences.low, differences.high)), math.inf)
        low, high = sorted((abs(differences.low), abs(differences.high)))
        # By custom rounded up.
        return Interval(1 / high, float(math.ceil(1 / low - SLACK)))
    # Each grows with one risk and falls with the other.
    formula = _FORMULAS[effect]
    ends = sorted((formula(one.low, other.high), formula(one.high, other.low)))
    return Interval(ends[0], ends[1])


def _over(top: float, bottom: float) -> float:
    return top / bottom if bottom > 0 else math.inf


_FORMULAS: dict[Measure, Callable[[float, float], float]] = {
    Measure.RISK_DIFFERENCE: lambda one, other: one - other,
    Measure.RISK_RATIO: _over,
    Measure.ODDS_RATIO: lambda one, other: _over(one * (1 - other), other * (1 - one)),
    Measure.RELATIVE_RISK_REDUCTION: lambda one, other: 1 - _over(one, other),
}


def unsized(claim: Effect, paper: Paper) -> bool:
    """Whether a group has a percentage only, of a number that is not known."""
    return any(
        group.percent is not None and group.count is None and paper.denominator(group) is None for group in claim.groups
    )


def adjusted(figures: tuple[Reported, ...], crude: list[Candidate], unit: str) -> Candidate:
    """Whatever a model makes of the groups, said beside what the figures make of them."""
    anything = tuple(Interval(-math.inf, math.inf) for _ in figures)
    if not crude:
        return Candidate(anything, ADJUSTED, ADJUSTED, False, "may give")
    pairs = zip(crude[0].values, figures, strict=True)
    counted = " to ".join(_range(value, figure) + unit for value, figure in pairs if isinstance(value, Interval))
    return Candidate(anything, ADJUSTED, crude[0].expression, False, f"= {counted}", "adjusted, it may be")


def _range(value: Interval, figure: Reported) -> str:
    low, high = shown(value.low, figure), shown(value.high, figure)
    return low if low == high else f"{low}-{high}"
