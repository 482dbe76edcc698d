"""The change between two values: difference, percent, fold, and its logarithms.

>>> print(change("45", "60"))
from 45 to 60
<BLANKLINE>
change               value    least    most
-----------------  -------  -------  ------
difference              15       14      16
percent              33.33    30.77   35.96
fold                 1.333    1.308    1.36
symmetric percent    28.57
log2 fold            0.415
ln fold             0.2877
<BLANKLINE>
Least and most: what the last digits of both values leave open.

References: Tornqvist L, Vartia P, Vartia YO, Am Stat 1985;39:43-6.
"""

from collections.abc import Callable
from math import log

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed, figure
from checker.model import Interval
from checker.rounding import interval
from checker.statistics.changes import fold_change, percent_change, symmetric_percent_change

ALIASES = ("fold",)


def change(before: Printed, after: Printed) -> Answer:
    """The change from one value to the other, with what the rounding of both allows.

    Args:
        before: the first value, such as 45
        after: the second value, such as 60

    Raises:
        ValueError: where one is no number, or the first is 0.
    """
    one, two = figure(before), figure(after)
    if not one.value:
        raise ValueError("there is no relative change from 0")
    first, second = interval(one), interval(two)
    crosses = first.low <= 0 <= first.high
    rows: list[tuple[Cell, ...]] = [
        ("difference", two.value - one.value, second.low - first.high, second.high - first.low),
        ("percent", percent_change(one.value, two.value), *_ends(percent_change, first, second, crosses)),
        ("fold", fold_change(one.value, two.value), *_ends(fold_change, first, second, crosses)),
        ("symmetric percent", symmetric_percent_change(one.value, two.value), None, None),
    ]
    fold = two.value / one.value
    if fold > 0:
        rows += [("log2 fold", log(fold, 2), None, None), ("ln fold", log(fold), None, None)]
    return Answer(
        title=f"from {one} to {two}",
        columns=("change", "value", "least", "most"),
        rows=tuple(rows),
        notes=("Least and most: what the last digits of both values leave open.",),
    )


def _ends(
    change: Callable[[float, float], float], first: Interval, second: Interval, crosses: bool
) -> tuple[float | None, float | None]:
    """The least and the most of a change, which has its ends at those of the values; none where the first may be 0."""
    if crosses:
        return None, None
    found = [change(one, two) for one in (first.low, first.high) for two in (second.low, second.high)]
    return min(found), max(found)
