"""What the name of an effect says: which of risks or odds it is of, in which unit, and what an adjusted one may be."""

import math
import re
from collections.abc import Callable

from checker.kinds import Effect, Group
from checker.model import Candidate, Count, Interval, Reported
from checker.paper import Paper
from checker.reconstruct.group_tables import Missing
from checker.rounding import interval, shown

ADJUSTED = "an adjusted or stratified model"

WITHOUT_RISKS = re.compile(r"(?i:\bmeans?\b|beta|β|coefficient|slope|median|efficacy)|\b[WS]?MDs?\b")
_REDUCTION = re.compile(r"(?i:relative.*(?:reduction|increase|decrease))|\bRRR\b")
_NEEDED = re.compile(r"(?i:numbers?[ -]needed)|\bNN[TH]s?\b")
_OF_TIMES = re.compile(
    r"(?i:hazard|\brate ratio|incidence (?:rate|density)|standardi[sz]ed)|\b\w?S?HRs?\b|\bS?[MI]R?Rs?\b"
)
_ODDS = re.compile(r"(?i:\bodds)|\b\w{0,4}ORs?\b")
_RISKS = re.compile(r"(?i:\brisk|relative|prevalence|proportion)|\b\w{0,4}[RP]Rs?\b")


def effect_named(measure: str, scale: str) -> str | Missing:
    """The effect that a measure names, or what it needs beside the counts."""
    if _OF_TIMES.search(measure):
        return Missing(f"the times at risk behind the {measure}")
    if scale == "linear":
        return "risk difference"
    if _ODDS.search(measure):
        return "odds ratio"
    if _RISKS.search(measure):
        return "risk ratio"
    return Missing(f"the kind of ratio: {measure} may be of risks or of odds")


def derived(measure: str) -> str | None:
    """What is taken of a risk ratio or difference in turn, if the measure names such."""
    if _NEEDED.search(measure):
        return "number needed to treat"
    return "relative risk reduction" if _REDUCTION.search(measure) else None


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


def possible(effect: str, one: Interval, other: Interval) -> Interval:
    """The values that an effect of the first risk against the second may have."""
    if effect == "number needed to treat":
        differences = possible("risk difference", one, other)
        if differences.low <= 0 <= differences.high:
            return Interval(_over(1.0, max(-differences.low, differences.high)), math.inf)
        low, high = sorted((abs(differences.low), abs(differences.high)))
        # By custom rounded up.
        return Interval(1 / high, float(math.ceil(1 / low - _NOISE)))
    # Each grows with one risk and falls with the other.
    formula = _FORMULAS[effect]
    ends = sorted((formula(one.low, other.high), formula(one.high, other.low)))
    return Interval(ends[0], ends[1])


def _over(top: float, bottom: float) -> float:
    return top / bottom if bottom > 0 else math.inf


_NOISE = 1e-9
_FORMULAS: dict[str, Callable[[float, float], float]] = {
    "risk difference": lambda one, other: one - other,
    "risk ratio": _over,
    "odds ratio": lambda one, other: _over(one * (1 - other), other * (1 - one)),
    "relative risk reduction": lambda one, other: 1 - _over(one, other),
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
