"""Measures of diagnostic accuracy from the four counts of a test against a reference, or from rates and prevalence.

`MEASURES` maps a measure's name to `(tp, fp, fn, tn) -> value`: true positives, false positives, false negatives, true
negatives. Counts are numbers of 0 or more, or numpy arrays of them, which are computed element by element; measures are
fractions, ratios and coefficients, nan where undefined (0/0) and infinite where only the divisor is 0. Intervals are in
`checker.statistics.accuracy_intervals`. ValueError for a count below 0 and a rate outside 0..1.

Altman DG, Bland JM. Diagnostic tests 1, 2. BMJ 1994;308:1552, 309:102. Deeks JJ, Altman DG. Diagnostic tests 4:
likelihood ratios. BMJ 2004;329:168-9. Powers DMW. Evaluation: from precision, recall and F-measure to ROC. J Mach
Learn Technol 2011;2:37-63. Chicco D, Jurman G. The advantages of the Matthews correlation coefficient. BMC Genomics
2020;21:6.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf, nan
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = TypeVar("Numbers", float, NDArray[np.float64])
else:
    Numbers = TypeVar("Numbers")

Measure = Callable[[Any, Any, Any, Any], Any]


def sensitivity(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """True positives over those who have the condition; recall."""
    return quotient(tp, tp + fn)


def specificity(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """True negatives over those who do not have the condition."""
    return quotient(tn, tn + fp)


def positive_predictive_value(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """True positives over all who test positive; precision."""
    return quotient(tp, tp + fp)


def negative_predictive_value(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """True negatives over all who test negative."""
    return quotient(tn, tn + fn)


def accuracy(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """Correct results over all."""
    return quotient(tp + tn, tp + fp + fn + tn)


def balanced_accuracy(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """Mean of sensitivity and specificity; the area under a ROC curve of one point."""
    return (sensitivity(tp, fp, fn, tn) + specificity(tp, fp, fn, tn)) / 2


def prevalence(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """Those who have the condition over all."""
    return quotient(tp + fn, tp + fp + fn + tn)


def positive_likelihood_ratio(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """Sensitivity/(1 - specificity), of 0 or more."""
    return quotient(tp * (fp + tn), fp * (tp + fn))


def negative_likelihood_ratio(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """(1 - sensitivity)/specificity, of 0 or more."""
    return quotient(fn * (fp + tn), tn * (tp + fn))


def diagnostic_odds_ratio(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """tp tn/(fp fn), the ratio of the likelihood ratios. Glas et al, J Clin Epidemiol 2003;56:1129-35."""
    return quotient(tp * tn, fp * fn)


def youden(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """Sensitivity + specificity - 1, in -1..1. Youden, Cancer 1950;3:32-5."""
    return sensitivity(tp, fp, fn, tn) + specificity(tp, fp, fn, tn) - 1


def f1(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """Harmonic mean of sensitivity and positive predictive value, 2 tp/(2 tp + fp + fn); Dice's coefficient."""
    return quotient(2 * tp, 2 * tp + fp + fn)


def matthews(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """Matthews' correlation coefficient, the phi of the table, in -1..1; nan where a margin is empty."""
    margins: Any = (tp + fp) * 1.0 * (tp + fn) * (tn + fp) * (tn + fn)
    root: Numbers = margins**0.5
    return quotient(tp * tn - fp * fn, root)


def kappa(tp: Numbers, fp: Numbers, fn: Numbers, tn: Numbers) -> Numbers:
    """Cohen's kappa of test and reference, in -1..1."""
    crossed = (tp + fp) * (fp + tn) + (tp + fn) * (fn + tn)
    return quotient(2 * (tp * tn - fp * fn), crossed)


MEASURES: dict[str, Measure] = {
    "sensitivity": sensitivity,
    "specificity": specificity,
    "ppv": positive_predictive_value,
    "npv": negative_predictive_value,
    "accuracy": accuracy,
    "balanced accuracy": balanced_accuracy,
    "prevalence": prevalence,
    "lr+": positive_likelihood_ratio,
    "lr-": negative_likelihood_ratio,
    "dor": diagnostic_odds_ratio,
    "youden": youden,
    "f1": f1,
    "mcc": matthews,
    "kappa": kappa,
}


_ALL = ("tp", "fp", "fn", "tn")
# The counts that each measure is of.
COUNTED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(MEASURES, _ALL),
    "sensitivity": ("tp", "fn"),
    "specificity": ("fp", "tn"),
    "ppv": ("tp", "fp"),
    "npv": ("fn", "tn"),
    "f1": ("tp", "fp", "fn"),
}


def predictive_values(sensitivity: float, specificity: float, prevalence: float) -> tuple[float, float]:
    """Positive and negative predictive value at a prevalence, by Bayes' theorem; nan where nobody tests so."""
    _require_rates(sensitivity, specificity, prevalence)
    ill, well = prevalence, 1 - prevalence
    positive = sensitivity * ill + (1 - specificity) * well
    negative = (1 - sensitivity) * ill + specificity * well
    return quotient(sensitivity * ill, positive), quotient(specificity * well, negative)


def likelihood_ratios(sensitivity: float, specificity: float) -> tuple[float, float]:
    """Positive and negative likelihood ratio; infinite where the divisor is 0, nan where both are."""
    _require_rates(sensitivity, specificity)
    return quotient(sensitivity, 1 - specificity), quotient(1 - sensitivity, specificity)


def post_test(pre_test: float, likelihood_ratio: float) -> float:
    """Probability of the condition after a result: odds times the likelihood ratio. Fagan, NEJM 1975;293:257."""
    _require_rates(pre_test)
    if not likelihood_ratio >= 0:
        raise ValueError(f"a likelihood ratio is 0 or more, not {likelihood_ratio}")
    if likelihood_ratio == inf:
        return 1.0 if pre_test else nan
    odds = pre_test * likelihood_ratio
    return quotient(odds, odds + 1 - pre_test)


def prevalence_from_predictive_value(sensitivity: float, specificity: float, ppv: float) -> float:
    """The prevalence at which a test has this positive predictive value; nan where any or none has."""
    _require_rates(sensitivity, specificity, ppv)
    false = (1 - specificity) * ppv
    return quotient(false, false + sensitivity * (1 - ppv))


def quotient(top: Numbers, bottom: Numbers) -> Numbers:
    """top/bottom, of arrays too; nan for 0/0, infinite where only the bottom is 0."""
    found: Numbers = _quotient(top, bottom)
    return found


def require_counts(*counts: float) -> None:
    """ValueError unless all are 0 or more, and some more than that."""
    if min(counts) < 0 or not sum(counts) > 0:
        raise ValueError(f"{', '.join(f'{count:g}' for count in counts)} are no counts of a table")


def _quotient(top: Any, bottom: Any) -> Any:
    if hasattr(bottom, "shape") or hasattr(top, "shape"):
        import numpy as np

        with np.errstate(divide="ignore", invalid="ignore"):
            return np.true_divide(top, bottom)
    if bottom:
        return top / bottom
    return nan if not top or top != top else inf if top > 0 else -inf


def _require_rates(*rates: float) -> None:
    for rate in rates:
        if not 0 <= rate <= 1:
            raise ValueError(f"a rate lies between 0 and 1, not at {rate}")
