"""Whether the mean and standard deviation of values that are all 0 or 1 can be as printed together (DEBIT).

>>> print(debit("0.35", "0.18", 20))
mean 0.35, SD 0.18 of 20 values that are 0 or 1
<BLANKLINE>
  ones    mean    SD over n - 1    SD over n    possible
------  ------  ---------------  -----------  ----------
     7    0.35           0.4894        0.477          no
<BLANKLINE>
No 20 values that are 0 or 1 have the mean 0.35 and the SD 0.18.

Heathers JAJ, Brown NJL. DEBIT: a simple consistency test for binary data. 2019.
"""

from math import sqrt

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.printed import Printed, exact, figure
from checker.statistics.exact import Bounds
from checker.statistics.granularity import sums
from checker.statistics.grimmer import debit as possible

_MOST_COUNTS = 10


def debit(mean: Printed, sd: Printed, n: int, *, rounding: str = "rounded") -> Answer:
    """For each number of ones that has the mean, the SD that it makes.

    Args:
        mean: the mean as printed, which is the share of ones
        sd: the standard deviation as printed
        n: how many values
        rounding: how both were rounded: rounded (any half), half-up, half-down, half-even, truncated, rounded-up

    Raises:
        ValueError: where a figure is none, or there are fewer than two values.
    """
    said, spread = figure(mean), figure(sd)
    figures = exact(mean, rounding), exact(sd, rounding)
    fits, over_n = (bool(possible(*figures, n, ddof)) for ddof in (1, 0))
    first, last = sums(figures[0], n)
    ones = range(max(first, 0), min(last, n) + 1)
    rows = tuple(
        (each, each / n, sqrt(each * (n - each) / n / (n - 1)), sqrt(each * (n - each)) / n, _fits(figures[1], each, n))
        for each in ones[:_MOST_COUNTS]
    )
    of = f"{n} values that are 0 or 1"
    together = f"the mean {said} and the SD {spread}"
    if not ones:
        notes = [f"No {of} have the mean {said}: see grim."]
    elif fits:
        notes = [f"{of} can have {together}."]
    elif over_n:
        notes = [f"{of} can have {together} only where it is over n, not n - 1."]
    else:
        notes = [f"No {of} have {together}."]
    if len(ones) > _MOST_COUNTS:
        notes.append(f"{len(ones)} numbers of ones have the mean; the first {_MOST_COUNTS} are shown.")
    columns = ("ones", "mean", "SD over n - 1", "SD over n", "possible")
    return Answer(title=f"mean {said}, SD {spread} of {of}", columns=columns, rows=rows, notes=tuple(notes))


def _fits(sd: Bounds, ones: int, n: int) -> bool:
    return bool(possible(Bounds(ones, ones, n), sd, n))
