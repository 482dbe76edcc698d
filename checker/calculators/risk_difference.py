"""The difference of two proportions and the number needed to treat, with intervals by every method.

>>> print(risk_difference("12/120", "24/118", printed="-19.4 to -1.3"))
12/120 less 24/118 = -10.34 points, 95% CI; NNTB 9.672
<BLANKLINE>
method                 lower (%)    upper (%)    as printed  numbers needed
-------------------  -----------  -----------  ------------  -------------------
wald                      -19.37       -1.308           yes  NNTB 5.163 to 76.45
newcombe                   -19.5       -1.184            no  NNTB 5.129 to 84.46
miettinen-nurminen        -19.69       -1.253            no  NNTB 5.079 to 79.8
wald-continuity           -20.21      -0.4677            no  NNTB 4.948 to 213.8
mee                       -19.67       -1.273            no  NNTB 5.085 to 78.57
agresti-caffo             -19.28        -1.08            no  NNTB 5.188 to 92.63
newcombe-continuity       -20.05      -0.5789            no  NNTB 4.988 to 172.7
hauck-anderson            -19.83      -0.8461            no  NNTB 5.042 to 118.2
haldane                   -19.14       -1.224            no  NNTB 5.223 to 81.71
jeffreys-perks            -19.22       -1.153            no  NNTB 5.204 to 86.74
wald-pooled               -19.44       -1.235            no  NNTB 5.143 to 81
<BLANKLINE>
-19.4 to -1.3 is what wald gives.
NNTB, NNTH: the number needed to treat for one to benefit, or to be harmed.

The first group is held against the second, the controls; events are what treatment is to prevent. An
interval of numbers needed that goes through infinity is of a difference whose interval goes through 0.

References: Newcombe RG, Stat Med 1998;17:873-90. Altman DG, BMJ 1998;317:1309-12.
"""

from checker.calculators.frame.answer import Answer, shown
from checker.calculators.frame.methods import compared
from checker.calculators.frame.printed import confidence, fraction
from checker.statistics.number_needed import number_needed, numbers_needed
from checker.statistics.two_proportions import DIFFERENCE, clipped_difference

ALIASES = ("rd",)


def risk_difference(one: str, other: str, *, level: float = 95, printed: str | None = None) -> Answer:
    """The difference in percentage points, its limits under every method, and the numbers needed that these make.

    Args:
        one: the first group, a count of events and its total such as 12/120
        other: the second group, the controls, such as 24/118
        level: the level of confidence in percent
        printed: both limits as printed, such as "-19% to -1%"

    Raises:
        ValueError: where they are no counts and totals, or no limits.
    """
    (a, n1), (c, n2), sure = fraction(one), fraction(other), confidence(level)
    if not n1 or not n2:
        raise ValueError("there is no proportion of 0")
    difference = a / n1 - c / n2
    found = {name: method(a, n1, c, n2, sure) for name, method in DIFFERENCE.items()}
    columns, rows, notes = compared(found, printed, whole=100, clipped=clipped_difference)
    made = [each for each in found.values() if each is not None]
    return Answer(
        title=f"{a}/{n1} less {c}/{n2} = {100 * difference:.2f} points, {100 * sure:g}% CI; {_needed(-difference)}",
        columns=(*columns, "numbers needed"),
        rows=tuple((*row, needed(-upper, -lower)) for row, (lower, upper) in zip(rows, made, strict=True)),
        notes=(*notes, "NNTB, NNTH: the number needed to treat for one to benefit, or to be harmed."),
    )


def needed(lower: float, upper: float) -> str:
    """The interval of numbers needed that an interval of the risk reduction makes, in words.

    >>> needed(0.05, 0.25), needed(-0.05, 0.25), needed(-0.25, -0.05)
    ('NNTB 4 to 20', 'NNTB 4 to ∞ to NNTH 20', 'NNTH 4 to 20')
    """
    benefit, harm = numbers_needed(lower, upper)
    if benefit is None or harm is None:
        side, ends = ("NNTH", harm) if benefit is None else ("NNTB", benefit)
        return "∞" if ends is None else f"{side} {_number(ends[0])} to {_number(ends[1])}"
    return f"NNTB {_number(benefit[0])} to ∞ to NNTH {_number(harm[0])}"


def _needed(reduction: float) -> str:
    number = number_needed(reduction)
    return (
        "no number needed"
        if abs(number) == float("inf")
        else f"{'NNTB' if number > 0 else 'NNTH'} {_number(abs(number))}"
    )


def _number(number: float) -> str:
    return "∞" if number == float("inf") else shown(float(number))
