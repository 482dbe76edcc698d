"""exp(coefficient) and its interval: the ratio that a model on a log scale estimates.

>>> print(coefficient("0.470", "0.180", printed="1.12 to 2.28"))
exp(0.470) = 1.6, 95% CI
<BLANKLINE>
method      lower    upper    as printed
--------  -------  -------  ------------
wald        1.124    2.277           yes
<BLANKLINE>
1.12 to 2.28 is what wald gives.
The ratio is 1.6, a change of 60%; the digits of 0.470 allow 1.599 to 1.601.
P: Wald 0.009025.
>>> print(coefficient("0.0296", "0.0105", times=10))
exp(10 x 0.0296) = 1.344, 95% CI
<BLANKLINE>
method      lower    upper
--------  -------  -------
wald        1.094    1.652
<BLANKLINE>
The ratio is 1.344, a change of 34.45%; the digits of 0.0296 allow 1.344 to
1.345.
P: Wald 0.004817.

A coefficient of a model of a logarithm is the ratio of geometric means; 100 (exp(b) - 1) is that in percent.
"""

from math import e

from checker.calculators.frame.answer import Answer, shown
from checker.calculators.frame.methods import compared
from checker.calculators.frame.printed import Printed, confidence, figure
from checker.rounding import interval
from checker.statistics.changes import change_base, exponentiated, exponentiated_limits, percent_per_unit
from checker.statistics.normal import two_sided_p

ALIASES = ("exp",)


def coefficient(
    estimate: Printed,
    error: Printed | None = None,
    *,
    times: float = 1,
    base: float | None = None,
    level: float = 95,
    printed: str | None = None,
) -> Answer:
    """The ratio, the change in percent, the limits from the standard error, and the p of Wald's test.

    Args:
        estimate: the coefficient, on a log scale, such as 0.470
        error: its standard error, such as 0.180
        times: for how many units of the predictor
        base: the base of the logarithm, where it is not the natural one, such as 2 or 10
        level: the level of confidence in percent
        printed: both limits of the ratio as printed, such as "1.12 to 2.28"

    Raises:
        ValueError: where they are no coefficient and standard error, or no limits.
    """
    said, sure = figure(estimate), confidence(level)
    ratio = exponentiated(said.value, times, base)
    ends = interval(said)
    around = sorted(exponentiated(end, times, base) for end in (ends.low, ends.high))
    found = {}
    if error is not None:
        found["wald"] = exponentiated_limits(said.value, figure(error).value, sure, times, base)
    elif printed is not None:
        raise ValueError("limits cannot be held against anything without a standard error")
    columns, rows, notes = compared(found, printed)
    percent = percent_per_unit(said.value, times, base)
    further = [
        f"The ratio is {shown(ratio)}, a change of {shown(percent)}%; the digits of {said} allow "
        f"{shown(around[0])} to {shown(around[1])}."
    ]
    if base is not None and times == 1:
        further.append(f"On the natural scale the coefficient is {shown(change_base(said.value, base, e))}.")
    if error is not None and figure(error).value > 0:
        further.append(f"P: Wald {shown(two_sided_p(said.value / figure(error).value))}.")
    power = f"{base:g}^" if base is not None else "exp"
    exponent = f"{said}" if times == 1 else f"{times:g} x {said}"
    return Answer(
        title=f"{power}({exponent}) = {shown(ratio)}" + (f", {100 * sure:g}% CI" if found else ""),
        columns=columns if found else (),
        rows=rows,
        notes=(*notes, *further),
    )
