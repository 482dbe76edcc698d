"""Which fractions a printed percentage can be: of each number of people up to a largest, the counts that make it.

>>> print(which_n("22%", max=30))
22% of up to 30
<BLANKLINE>
  n  counts    of n
---  --------  ------
  9  2         22.2%
 18  4         22.2%
 23  5         21.7%
 27  6         22.2%
<BLANKLINE>
4 of the numbers up to 30 have a count that makes 22%; the least is 2 of 9.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.printed import Printed, exact, figure
from checker.reconstruct.counts import span
from checker.rounding import shown
from checker.statistics.granularity import fractions_of


def which_n(percent: Printed, *, max: int = 60, rounding: str = "rounded") -> Answer:
    """The numbers of people, and the counts of them, that make a percentage.

    Args:
        percent: the percentage as printed, trailing zeros too
        max: the largest number of people
        rounding: how it was rounded: rounded (any half), half-up, half-down, half-even, truncated, rounded-up

    Raises:
        ValueError: where it is no percentage, or the largest number is below 1.
    """
    said = figure(percent)
    if max < 1:
        raise ValueError(f"the largest number of people is at least 1, not {max}")
    text = f"{said.literal.rstrip('% ')}%"
    found = fractions_of(exact(percent, rounding), max)
    rows = []
    for n, least, most in found:
        share = 100 * ((least + most) // 2) / n
        rows.append((n, span(range(least, most + 1)), f"{shown(share, said)}%"))
    note = f"No number up to {max} has a count that makes {text}."
    if found:
        n, least, _ = found[0]
        note = f"{len(found)} of the numbers up to {max} have a count that makes {text}; the least is {least} of {n}."
    return Answer(title=f"{text} of up to {max}", columns=("n", "counts", "of n"), rows=tuple(rows), notes=(note,))
