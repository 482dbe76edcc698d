"""Predictive values and likelihood ratios from sensitivity, specificity and prevalence.

>>> print(predictive_values("90%", "63%", "25%"))
sensitivity 90%, specificity 63%, prevalence 25%
<BLANKLINE>
measure      value    least    most
---------  -------  -------  ------
ppv (%)      44.78    43.65   45.91
npv (%)      94.97    94.56   95.37
lr+          2.432    2.387   2.479
lr-         0.1587   0.1496   0.168
<BLANKLINE>
Least and most: what the last digits of the figures leave open; no confidence
interval.

References: Altman DG, Bland JM, BMJ 1994;309:102. Deeks JJ, Altman DG, BMJ 2004;329:168-9.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.printed import Printed, figure, share
from checker.model import Reported
from checker.rounding import interval
from checker.statistics import accuracy

ALIASES = ("ppv", "npv")


def predictive_values(
    sensitivity: Printed, specificity: Printed, prevalence: Printed, *, ppv: Printed | None = None
) -> Answer:
    """Both predictive values by Bayes' theorem, with what the rounding of the figures allows.

    Args:
        sensitivity: such as 90% or 0.90
        specificity: such as 63%
        prevalence: such as 25%; the probability before the test
        ppv: a positive predictive value as printed, whose prevalence is asked for

    Raises:
        ValueError: where one is no share.
    """
    values = [share(each) for each in (sensitivity, specificity, prevalence)]
    ranges = [_range(figure(each)) for each in (sensitivity, specificity, prevalence)]
    (se_low, se_high), (sp_low, sp_high), (p_low, p_high) = ranges
    positive, negative = accuracy.predictive_values(*values)
    most, least = accuracy.likelihood_ratios(values[0], values[1])
    rows = (
        # Each rises, or falls, with each of the three figures.
        (
            "ppv (%)",
            100 * positive,
            100 * accuracy.predictive_values(se_low, sp_low, p_low)[0],
            100 * accuracy.predictive_values(se_high, sp_high, p_high)[0],
        ),
        (
            "npv (%)",
            100 * negative,
            100 * accuracy.predictive_values(se_low, sp_low, p_high)[1],
            100 * accuracy.predictive_values(se_high, sp_high, p_low)[1],
        ),
        ("lr+", most, accuracy.likelihood_ratios(se_low, sp_low)[0], accuracy.likelihood_ratios(se_high, sp_high)[0]),
        ("lr-", least, accuracy.likelihood_ratios(se_high, sp_high)[1], accuracy.likelihood_ratios(se_low, sp_low)[1]),
    )
    said = ", ".join(
        f"{name} {each}"
        for name, each in zip(
            ("sensitivity", "specificity", "prevalence"), (sensitivity, specificity, prevalence), strict=True
        )
    )
    return Answer(
        title=said,
        columns=("measure", "value", "least", "most"),
        rows=rows,
        notes=(
            *(() if ppv is None else (_prevalence(values[0], values[1], ppv),)),
            "Least and most: what the last digits of the figures leave open; no confidence interval.",
        ),
    )


def _prevalence(sensitivity: float, specificity: float, ppv: Printed) -> str:
    found = accuracy.prevalence_from_predictive_value(sensitivity, specificity, share(ppv))
    return f"A positive predictive value of {ppv} is that of a prevalence of {100 * found:.1f}%."


def _range(said: Reported) -> tuple[float, float]:
    scale = 100 if said.unit == "%" or said.value > 1 else 1
    ends = interval(said)
    return max(0.0, ends.low / scale), min(1.0, ends.high / scale)
