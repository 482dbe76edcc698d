"""Effects as estimated from the counts of two independent groups, group 1 against group 2.

`ESTIMATES` maps an effect to its estimators by name, `INTERVALS` to the methods of its confidence interval in
`checker.statistics.two_proportions`. Estimators take `(count1, total1, count2, total2)`, raise ValueError for
impossible counts, and return None where the estimate is undefined or infinite.
"""

from __future__ import annotations

from collections.abc import Callable
from math import isfinite

from checker.statistics.conditional_odds import conditional_odds_ratio_estimate
from checker.statistics.score_intervals import require_two_binomials
from checker.statistics.two_proportions import DIFFERENCE, ODDS_RATIO, RISK_RATIO, TwoSampleMethod

Estimator = Callable[[int, int, int, int], float | None]


def risk_difference(count1: int, total1: int, count2: int, total2: int) -> float:
    """Difference of the proportions, a fraction."""
    require_two_binomials(count1, total1, count2, total2, 0.5)
    return count1 / total1 - count2 / total2


def risk_ratio(count1: int, total1: int, count2: int, total2: int) -> float | None:
    """Ratio of the proportions; None when group 2 has no event."""
    require_two_binomials(count1, total1, count2, total2, 0.5)
    return count1 * total2 / (total1 * count2) if count2 else None


def walter_risk_ratio(count1: int, total1: int, count2: int, total2: int) -> float:
    """Risk ratio with 1/2 added to counts and totals. Walter, Biometrika 1975;62:371-374."""
    require_two_binomials(count1, total1, count2, total2, 0.5)
    return (count1 + 0.5) * (total2 + 0.5) / ((total1 + 0.5) * (count2 + 0.5))


def half_risk_ratio(count1: int, total1: int, count2: int, total2: int) -> float:
    """Risk ratio with 1/2 added to every cell, as meta-analyses do for a group without events."""
    require_two_binomials(count1, total1, count2, total2, 0.5)
    return (count1 + 0.5) * (total2 + 1) / ((total1 + 1) * (count2 + 0.5))


def odds_ratio(count1: int, total1: int, count2: int, total2: int) -> float | None:
    """Cross-product ratio; None when it would be infinite or 0/0."""
    require_two_binomials(count1, total1, count2, total2, 0.5)
    without = (total1 - count1) * count2
    return count1 * (total2 - count2) / without if without else None


def half_odds_ratio(count1: int, total1: int, count2: int, total2: int) -> float:
    """Odds ratio with 1/2 added to every cell (Haldane 1956, Anscombe 1956)."""
    require_two_binomials(count1, total1, count2, total2, 0.5)
    return (count1 + 0.5) * (total2 - count2 + 0.5) / ((total1 - count1 + 0.5) * (count2 + 0.5))


def conditional_odds_ratio(count1: int, total1: int, count2: int, total2: int) -> float | None:
    """Conditional maximum likelihood estimate (R fisher.test)."""
    found = conditional_odds_ratio_estimate(count1, total1, count2, total2)
    return found if found is not None and isfinite(found) else None


ESTIMATES: dict[str, dict[str, Estimator]] = {
    "risk difference": {"observed": risk_difference},
    "risk ratio": {"observed": risk_ratio, "walter": walter_risk_ratio, "half": half_risk_ratio},
    "odds ratio": {"observed": odds_ratio, "half": half_odds_ratio, "conditional": conditional_odds_ratio},
}
INTERVALS: dict[str, dict[str, TwoSampleMethod]] = {
    "risk difference": DIFFERENCE,
    "risk ratio": RISK_RATIO,
    "odds ratio": ODDS_RATIO,
}
