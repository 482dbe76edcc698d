"""Numbers needed to treat, to benefit or to harm, from a risk reduction, a ratio or a survival probability.

Risks, reductions and levels are fractions (0.05, not 5). A reduction is the risk of the controls less that of the
treated: above 0 treatment benefits, below 0 it harms. Numbers needed are not rounded; 1 is the least there is.

Altman DG. Confidence intervals for the number needed to treat. BMJ 1998;317:1309-12.
"""

from __future__ import annotations

from math import inf
from typing import NamedTuple

Interval = tuple[float, float]


class NumbersNeeded(NamedTuple):
    """An interval of numbers needed: those to benefit and those to harm, each (smallest, largest) or None.

    Where both are there, the interval runs through infinity, at which treatment makes no difference: from the smallest
    number needed to benefit up to infinity, and from infinity down to the smallest number needed to harm.
    """

    benefit: Interval | None
    harm: Interval | None


def number_needed(reduction: float) -> float:
    """1/reduction: to benefit above 0, to harm below 0, infinite at no reduction. ValueError beyond -1..1."""
    _require_reduction(reduction)
    return 1 / reduction if reduction else inf


def numbers_needed(lower: float, upper: float) -> NumbersNeeded:
    """The interval of numbers needed that an interval of the risk reduction makes.

    Limits beyond -1..1, which Wald's can be, are moved to its ends. ValueError where the limits are reversed.

    >>> numbers_needed(0.05, 0.25)
    NumbersNeeded(benefit=(4.0, 20.0), harm=None)
    >>> numbers_needed(-0.1, 0.25)
    NumbersNeeded(benefit=(4.0, inf), harm=(10.0, inf))
    """
    if not lower <= upper:
        raise ValueError(f"the limits {lower} and {upper} are reversed")
    low, high = max(lower, -1.0), min(upper, 1.0)
    benefit = (1 / high, 1 / low if low > 0 else inf) if high > 0 else None
    harm = (-1 / low, -1 / high if high < 0 else inf) if low < 0 else None
    return NumbersNeeded(benefit, harm)


def reduction_from_risk_ratio(ratio: float, control_risk: float) -> float:
    """Risk reduction that a risk ratio makes of the controls' risk. ValueError where the treated's is beyond 1."""
    _require(ratio, control_risk)
    if ratio * control_risk > 1:
        raise ValueError(f"a risk ratio of {ratio} makes more than 1 of a risk of {control_risk}")
    return control_risk * (1 - ratio)


def reduction_from_odds_ratio(ratio: float, control_risk: float) -> float:
    """Risk reduction that an odds ratio makes of the controls' risk. Cochrane Handbook 6.4, section 15.4.4."""
    _require(ratio, control_risk)
    return control_risk - ratio * control_risk / (1 - control_risk + ratio * control_risk)


def reduction_from_hazard_ratio(ratio: float, control_survival: float) -> float:
    """Reduction of the risk of an event by a time, of which the controls' survival is known; hazards proportional.

    Altman DG, Andersen PK. Calculating the number needed to treat for trials where the outcome is time to an event.
    BMJ 1999;319:1492-5.
    """
    _require(ratio, control_survival)
    treated: float = control_survival**ratio
    return treated - control_survival


def _require_reduction(reduction: float) -> None:
    if not -1 <= reduction <= 1:
        raise ValueError(f"a risk reduction lies between -1 and 1, not at {reduction}")


def _require(ratio: float, risk: float) -> None:
    if not 0 < ratio < inf or not 0 < risk < 1:
        raise ValueError(f"a ratio of {ratio} and a probability of {risk} make no risk reduction")
