"""Whether a mean of whole numbers can be as printed (GRIM).

The mean of n whole numbers is a whole number over n; with several items a person, over n times the items. Each way to
round is tried, none with floating-point digits.

>>> print(grim("5.19", 28))
mean 5.19 of 28
<BLANKLINE>
rounding         possible    sums
-------------  ----------  ------
half-up                no
half-down              no
half-even              no
truncated              no
rounded-twice          no
rounded-up             no
<BLANKLINE>
No 28 whole numbers have the mean 5.19: 145/28 = 5.179 and 146/28 = 5.214.
Of 23-33 it is possible for 26, 27, 31, 32.
28 whole numbers can have 28% of all means printed to so many places.

Brown NJL, Heathers JAJ. Soc Psychol Personal Sci 2017;8:363-369.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.printed import ROUNDINGS, Printed, exact, figure
from checker.model import Reported
from checker.reconstruct.counts import span
from checker.rounding import shown
from checker.statistics.granularity import grim as possible
from checker.statistics.granularity import impossible_share, sums

_NEARBY = 5


def grim(mean: Printed, n: int, *, items: int = 1) -> Answer:
    """Under each way to round, whether some whole sum has the mean.

    Args:
        mean: the mean as printed, trailing zeros too
        n: how many values, or people
        items: items that are averaged for each person

    Raises:
        ValueError: where the mean is no figure, or there are no values.
    """
    said, either = figure(mean), exact(mean)
    fits = possible(either, n, items)
    count = n * items
    rows = []
    for rounding in ROUNDINGS:
        first, last = sums(exact(mean, rounding), count)
        rows.append((rounding, first <= last, span(range(first, last + 1)) if first <= last else None))
    of = f"{n} people with {items} items" if items > 1 else f"{n} whole numbers"
    first, last = sums(either, count)
    if fits:
        notes = [f"{of} can have the mean {said}: {_over((first + last) // 2, count, said)}."]
    else:
        notes = [f"No {of} have the mean {said}: {_over(last, count, said)} and {_over(first, count, said)}."]
        others = range(max(1, n - _NEARBY), n + _NEARBY + 1)
        fitting = [str(other) for other in others if possible(either, other, items)]
        if fitting:
            notes.append(f"Of {span(others)} it is possible for {', '.join(fitting)}.")
    notes.append(
        f"{of} can have {100 * (1 - impossible_share(either, n, items)):.0f}% of all means printed to so many places."
    )
    title = f"mean {said} of {n}" + (f" on {items} items" if items > 1 else "")
    return Answer(title=title, columns=("rounding", "possible", "sums"), rows=tuple(rows), notes=tuple(notes))


def _over(score_sum: int, count: int, said: Reported) -> str:
    return f"{score_sum}/{count} = {shown(score_sum / count, said)}"
