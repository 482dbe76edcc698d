"""The kind of claims about how well a test, or a classifier, agrees with a reference."""

from typing import ClassVar, Literal

import msgspec

from checker.kinds.claim import Claim, Example
from checker.model import Count, Reported


class Accuracy(Claim, tag="accuracy", frozen=True, kw_only=True):
    """A measure of a test's accuracy, or its interval, and the counts of the table: true and false positives, false and
    true negatives; only those that the measure is of are needed.

    ``unit``: percent where nothing is said for sensitivity, specificity, predictive values, accuracy, balanced accuracy
    and prevalence; a plain number for the rest (likelihood and odds ratios, Youden's index, F1, MCC, kappa).
    """

    example: ClassVar[Example] = Example(
        "Of 60 with the disease the test found 48, a sensitivity of 80%.",
        "{measure: sensitivity, tp: 48, fn: 12, estimate: 80}",
    )

    measure: Literal[
        "sensitivity", "specificity", "ppv", "npv", "accuracy", "balanced-accuracy", "prevalence", "lr+", "lr-", "dor",
        "youden", "f1", "mcc", "kappa",
    ]  # fmt: skip
    tp: Count | None = None
    fp: Count | None = None
    fn: Count | None = None
    tn: Count | None = None
    estimate: Reported | None = None
    lower: Reported | None = None
    upper: Reported | None = None
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))
    unit: Literal["percent", "proportion"] | None = None
