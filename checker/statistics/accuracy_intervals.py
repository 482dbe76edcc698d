"""Confidence intervals of measures of diagnostic accuracy, from the four counts of a test against a reference.

`limits(measure, tp, fp, fn, tn, level)` gives a dict of the methods' names and limits, for each measure in
`checker.statistics.accuracy.MEASURES` that has an interval: proportions by the methods of
`checker.statistics.proportion`, likelihood ratios by those of risk ratios, the diagnostic odds ratio by those of odds
ratios, Youden's index by those of risk differences. Levels and measures are fractions; methods undefined for the counts
are left out. ValueError for counts below 0, an unknown measure or a level outside (0, 1).
"""

from __future__ import annotations

from math import sqrt

from checker.statistics.accuracy import (
    MEASURES,
    balanced_accuracy,
    f1,
    predictive_values,
    require_counts,
)
from checker.statistics.agreement import agreement_of
from checker.statistics.normal import critical_value
from checker.statistics.proportion import METHODS, logit_limits
from checker.statistics.proportion_exact import Interval, clopper_pearson
from checker.statistics.two_group_effects import INTERVALS

# Of which counts a proportion is one: those it counts, and those it leaves.
_PROPORTIONS = {
    "sensitivity": ("tp", "fn"),
    "specificity": ("tn", "fp"),
    "ppv": ("tp", "fp"),
    "npv": ("tn", "fn"),
}
# Which effect a measure is, of two groups: the ill and the well, or the reverse.
_EFFECTS = {"lr+": "risk ratio", "lr-": "risk ratio", "dor": "odds ratio", "youden": "risk difference"}


def limits(measure: str, tp: int, fp: int, fn: int, tn: int, level: float = 0.95) -> dict[str, Interval]:
    """The limits of a measure under every method; empty where it has none, or nothing to count."""
    require_counts(tp, fp, fn, tn)
    critical_value(level)
    if measure not in MEASURES:
        raise ValueError(f"{measure} is no measure of accuracy")
    counts = {"tp": tp, "fp": fp, "fn": fn, "tn": tn}
    if measure in _PROPORTIONS:
        there, others = (counts[name] for name in _PROPORTIONS[measure])
        return _of_proportion(there, there + others, level)
    ill, well = tp + fn, fp + tn
    match measure:
        case "accuracy":
            return _of_proportion(tp + tn, ill + well, level)
        case "prevalence":
            return _of_proportion(ill, ill + well, level)
        case "lr+" | "dor" | "youden":
            return _of_effect(_EFFECTS[measure], (tp, ill, fp, well), level)
        case "lr-":
            return _of_effect(_EFFECTS[measure], (fn, ill, tn, well), level)
        case "balanced accuracy":
            return _named("wald", _balanced(tp, fp, fn, tn, level))
        case "f1":
            return _of_f1(tp, fp, fn, level)
        case "kappa":
            found = agreement_of([[tp, fp], [fn, tn]])
            return {} if found is None else {"wald": found.limits(level), "wald (SE under 0)": found.limits0(level)}
    return {}


def logit_predictive_values(
    tp: int, fp: int, fn: int, tn: int, prevalence: float, level: float = 0.95
) -> tuple[Interval, Interval] | None:
    """Limits of both predictive values at a prevalence from outside, on the logit scale; None with an empty cell.

    Mercaldo ND, Lau KF, Zhou XH. Confidence intervals for predictive values with an emphasis to case-control studies.
    Stat Med 2007;26:2170-83.
    """
    require_counts(tp, fp, fn, tn)
    z = critical_value(level)
    if not (tp and fp and fn and tn):
        return None
    ill, well = tp + fn, fp + tn
    se, sp = tp / ill, tn / well
    positive = sqrt((1 - se) / (se * ill) + sp / ((1 - sp) * well))
    negative = sqrt(se / ((1 - se) * ill) + (1 - sp) / (sp * well))
    ppv, npv = predictive_values(se, sp, prevalence)
    return logit_limits(ppv, z * positive), logit_limits(npv, z * negative)


def _of_proportion(count: int, total: int, level: float) -> dict[str, Interval]:
    if not total:
        return {}
    found = {name: method(count, total, level) for name, method in METHODS.items()}
    return {name: each for name, each in found.items() if each is not None}


def _of_effect(effect: str, figures: tuple[int, int, int, int], level: float) -> dict[str, Interval]:
    if not figures[1] or not figures[3]:
        return {}
    found = {_name(name): method(*figures, level) for name, method in INTERVALS[effect].items()}
    return {name: each for name, each in found.items() if each is not None}


def _name(method: str) -> str:
    """What the field calls Katz's method where it is of likelihood ratios. Simel et al, 1991."""
    return "simel-log" if method == "katz-log" else method


def _balanced(tp: int, fp: int, fn: int, tn: int, level: float) -> Interval | None:
    """Half the interval of the sum of sensitivity and specificity, which are independent."""
    ill, well = tp + fn, fp + tn
    if not ill or not well:
        return None
    half = critical_value(level) * sqrt(tp * fn / ill**3 + fp * tn / well**3) / 2
    centre = balanced_accuracy(tp, fp, fn, tn)
    return centre - half, centre + half


def _of_f1(tp: int, fp: int, fn: int, level: float) -> dict[str, Interval]:
    """F1 rises with F* = tp/(tp + fp + fn), which is a proportion of those counted: F1 = 2 F*/(1 + F*).

    Hand DJ, Christen P, Kirielle N. F*: an interpretable transformation of the F-measure. Mach Learn 2021;110:451-6.
    The delta method: Takahashi K et al. Confidence interval for micro-averaged F1 and macro-averaged F1 scores. Appl
    Intell 2022;52:4961-72.
    """
    total = tp + fp + fn
    if not total:
        return {}
    value = f1(tp, fp, fn, 0)
    half = critical_value(level) * sqrt(value * (1 - value) * (2 - value) / (tp + total))
    low, high = clopper_pearson(tp, total, level)
    lower, upper = METHODS["wilson"](tp, total, level) or (0.0, 1.0)
    return {
        "delta": (value - half, value + half),
        "wilson of F*": (2 * lower / (1 + lower), 2 * upper / (1 + upper)),
        "clopper-pearson of F*": (2 * low / (1 + low), 2 * high / (1 + high)),
    }


def _named(name: str, interval: Interval | None) -> dict[str, Interval]:
    return {} if interval is None else {name: interval}
