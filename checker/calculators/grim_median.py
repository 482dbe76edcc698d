"""Whether a median of whole numbers can be as printed.

The median of an odd number of whole numbers is one of them; of an even number it may be half-way between two.

>>> print(grim_median("9.5", 7))
median 9.5 of 7
<BLANKLINE>
values      possible    steps
--------  ----------  -------
7                 no        1
odd n             no        1
even n           yes      0.5
<BLANKLINE>
No 7 whole numbers have the median 9.5: it would be one of them.

NIST/SEMATECH. e-Handbook of Statistical Methods, section 1.3.5.1.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.printed import Printed, exact, figure
from checker.statistics.granularity import grim_median as possible


def grim_median(median: Printed, n: int, *, items: int = 1) -> Answer:
    """For the number of values, and for any odd or even one, whether some values have the median.

    Args:
        median: the median as printed
        n: how many values, or people
        items: items that are averaged for each person

    Raises:
        ValueError: where the median is no figure, or there are no values.
    """
    said, either = figure(median), exact(median)
    fits = bool(possible(either, n, items))
    rows = tuple(
        (name, bool(possible(either, size, items)), 1 / (items * (1 if size % 2 else 2)))
        for name, size in ((str(n), n), ("odd n", 1), ("even n", 2))
    )
    of = f"{n} people with {items} items" if items > 1 else f"{n} whole numbers"
    where = "it would be one of them" if n % 2 else "it would be one of them, or half-way between two"
    note = f"{of} can have the median {said}." if fits else f"No {of} have the median {said}: {where}."
    title = f"median {said} of {n}" + (f" on {items} items" if items > 1 else "")
    return Answer(title=title, columns=("values", "possible", "steps"), rows=rows, notes=(note,))
