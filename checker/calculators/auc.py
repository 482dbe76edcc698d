"""The confidence interval of an area under a ROC curve, and the areas that one operating point allows.

>>> print(auc("0.893", 51, 58))
AUC 0.893 of 51 with the condition and 58 without, 95% CI
<BLANKLINE>
method           lower    upper
-------------  -------  -------
hanley-mcneil   0.8293   0.9567
logit           0.8107   0.9421
newcombe        0.8115   0.9399
<BLANKLINE>
The standard error is 0.0325 (Hanley & McNeil).
>>> print(auc(sensitivity="90%", specificity="63%"))
AUC of a ROC curve through sensitivity 90%, specificity 63%
<BLANKLINE>
a curve                least    most
-------------------  -------  ------
that rises             0.567   0.963
that is concave too    0.765   0.926
<BLANKLINE>
Of the point alone, two straight lines, it is 0.7650.

References: Hanley JA, McNeil BJ, Radiology 1982;143:29-36. Newcombe RG, Stat Med 2006;25:559-73.
"""

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.methods import compared
from checker.calculators.frame.printed import Printed, confidence, share
from checker.statistics.proportion import clipped
from checker.statistics.roc import METHODS, bounds_from_point, bounds_of_concave, hanley_mcneil_error


def auc(
    area: Printed | None = None,
    ill: int | None = None,
    well: int | None = None,
    *,
    sensitivity: Printed | None = None,
    specificity: Printed | None = None,
    level: float = 95,
    printed: str | None = None,
) -> Answer:
    """The limits of an area from the sizes of both groups; or the bounds of the area from one point of the curve.

    Args:
        area: the area, such as 0.893
        ill: how many have the condition
        well: how many do not
        sensitivity: that of one operating point, such as 90%
        specificity: that of the same point, such as 63%
        level: the level of confidence in percent
        printed: both limits as printed, such as "0.82 to 0.95"

    Raises:
        ValueError: where they are no area and sizes, no point, or no limits.
    """
    if area is not None and ill is not None and well is not None:
        value, sure = share(area), confidence(level)
        found = {name: method(value, ill, well, sure) for name, method in METHODS.items()}
        columns, rows, notes = compared(found, printed, clipped=clipped)
        error = hanley_mcneil_error(value, ill, well)
        return Answer(
            title=f"AUC {area} of {ill} with the condition and {well} without, {100 * sure:g}% CI",
            columns=columns,
            rows=rows,
            notes=(*notes, f"The standard error is {error:.4f} (Hanley & McNeil)."),
        )
    if sensitivity is None or specificity is None:
        raise ValueError("expected an area and both sizes, or a sensitivity and a specificity")
    point = share(sensitivity), share(specificity)
    bounds: list[tuple[Cell, ...]] = [("that rises", *bounds_from_point(*point))]
    if sum(point) >= 1:
        bounds.append(("that is concave too", *bounds_of_concave(*point)))
    return Answer(
        title=f"AUC of a ROC curve through sensitivity {sensitivity}, specificity {specificity}",
        columns=("a curve", "least", "most"),
        rows=tuple(bounds),
        notes=(f"Of the point alone, two straight lines, it is {sum(point) / 2:.4f}.",),
    )
