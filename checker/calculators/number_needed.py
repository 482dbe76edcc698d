"""The number needed to treat, from a ratio and the controls' risk, or from a risk reduction.

>>> print(number_needed(ratio=0.6, limits="0.4 to 0.9", risk="20%"))
a ratio of 0.6 on a risk of 20%, limits 0.4 to 0.9
<BLANKLINE>
as a            reduction (%)  number needed    interval
------------  ---------------  ---------------  -------------------
risk ratio                  8  NNTB 12.5        NNTB 8.333 to 50
odds ratio              6.957  NNTB 14.37       NNTB 9.167 to 61.25
hazard ratio            7.469  NNTB 13.39       NNTB 8.725 to 55.4
<BLANKLINE>
NNTB, NNTH: the number needed to treat for one to benefit, or to be harmed.
>>> print(number_needed(reduction="10%", limits="-5% to 25%"))
a risk reduction of 10%, limits -5% to 25%
<BLANKLINE>
as a         reduction (%)  number needed    interval
---------  ---------------  ---------------  ----------------------
reduction               10  NNTB 10          NNTB 4 to ∞ to NNTH 20
<BLANKLINE>
NNTB, NNTH: the number needed to treat for one to benefit, or to be harmed.

References: Altman DG, BMJ 1998;317:1309-12. Altman DG, Andersen PK, BMJ 1999;319:1492-5. Cochrane Handbook 6.4, 15.4.
"""

from collections.abc import Callable

from checker.calculators.frame import printed
from checker.calculators.frame.answer import Answer
from checker.calculators.frame.printed import Printed, figure, share
from checker.calculators.risk_difference import needed
from checker.statistics.number_needed import (
    reduction_from_hazard_ratio,
    reduction_from_odds_ratio,
    reduction_from_risk_ratio,
)

ALIASES = ("nnt",)
_MEASURES: dict[str, Callable[[float, float], float]] = {
    "risk ratio": reduction_from_risk_ratio,
    "odds ratio": reduction_from_odds_ratio,
    "hazard ratio": lambda ratio, risk: reduction_from_hazard_ratio(ratio, 1 - risk),
}


def number_needed(
    *,
    reduction: Printed | None = None,
    ratio: Printed | None = None,
    risk: Printed | None = None,
    limits: str | None = None,
) -> Answer:
    """The number needed that a ratio makes of the controls' risk, under each kind of ratio; or that a reduction makes.

    Args:
        reduction: the controls' risk less that of the treated, such as 10% or 0.1; below 0 treatment harms
        ratio: a risk, odds or hazard ratio of the treated to the controls
        risk: the controls' risk, such as 20%; of a hazard ratio, that of an event by the time in question
        limits: both limits of the reduction or ratio, such as "0.4 to 0.9"

    Raises:
        ValueError: where neither a reduction nor a ratio with a risk is given, or they are none.
    """
    if (reduction is None) == (ratio is None) or (ratio is not None and risk is None):
        raise ValueError("expected either a risk reduction, or a ratio and the controls' risk")
    ends = None if limits is None else printed.limits(limits)
    rows: list[tuple[str | float | None, ...]] = []
    if ratio is None:
        said = figure("" if reduction is None else reduction)
        values = [said, *(ends or ())]
        scale = 100 if any(each.unit == "%" or abs(each.value) > 1 for each in values) else 1
        reductions = [each.value / scale for each in values]
        rows.append(("reduction", *_row(reductions)))
        title = f"a risk reduction of {said}"
    else:
        said, control = figure(ratio), share(0 if risk is None else risk)
        for name, reduced in _MEASURES.items():
            try:
                reductions = [reduced(each.value, control) for each in (said, *(ends or ()))]
            except ValueError:
                continue
            rows.append((name, *_row(reductions)))
        if not rows:
            raise ValueError(f"expected a ratio above 0 and a risk between 0 and 100%, not {said} and {risk}")
        title = f"a ratio of {said} on a risk of {100 * control:g}%"
    return Answer(
        title=title if limits is None else f"{title}, limits {limits.strip()}",
        columns=("as a", "reduction (%)", "number needed", "interval"),
        rows=tuple(rows),
        notes=("NNTB, NNTH: the number needed to treat for one to benefit, or to be harmed.",),
    )


def _row(reductions: list[float]) -> tuple[str | float | None, ...]:
    value, *ends = reductions
    number = needed(value, value).partition(" to ")[0]
    return 100 * value, number, needed(min(ends), max(ends)) if ends else None
