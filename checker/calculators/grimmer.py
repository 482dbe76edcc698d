"""Whether a mean and a standard deviation of whole numbers can be as printed together (GRIMMER).

The squares of whole numbers add up to a whole number that is odd or even as their sum is, so that only some SDs go with
a mean and a number. Exact for any number of values, also for fewer than five, where further SDs are gaps.

>>> print(grimmer("3.44", "2.47", 18))
mean 3.44, SD 2.47 of 18
<BLANKLINE>
SD over      sum    next below    next above    possible
---------  -----  ------------  ------------  ----------
n - 1         62         2.455         2.479          no
n             62         2.455         2.477          no
<BLANKLINE>
No 18 whole numbers have the mean 3.44 and the SD 2.47.

Anaya J. PeerJ Preprints 2016;4:e2400v1. Allard A. Analytic-GRIMMER, 2018.
"""

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed, exact, figure
from checker.reconstruct.counts import span
from checker.statistics.granularity import sums
from checker.statistics.grimmer import deviations_beside
from checker.statistics.grimmer import grimmer as possible

_NEARBY, _MOST_SUMS = 5, 5


def grimmer(mean: Printed, sd: Printed, n: int, *, items: int = 1, rounding: str = "rounded") -> Answer:
    """For each sum that has the mean, the possible SDs next to the printed one.

    Args:
        mean: the mean as printed, trailing zeros too
        sd: the standard deviation as printed
        n: how many values, or people
        items: items that are averaged for each person
        rounding: how both were rounded: rounded (any half), half-up, half-down, half-even, truncated, rounded-up

    Raises:
        ValueError: where a figure is none, or there are fewer than two values.
    """
    said, spread = figure(mean), figure(sd)
    figures = exact(mean, rounding), exact(sd, rounding)
    fits = {ddof: bool(possible(*figures, n, items, ddof)) for ddof in (1, 0)}
    first, last = sums(figures[0], n * items)
    of = f"{n} people with {items} items" if items > 1 else f"{n} whole numbers"
    together = f"{of} {{}} the mean {said} and the SD {spread}"
    rows: list[tuple[Cell, ...]] = []
    for ddof, over in ((1, "n - 1"), (0, "n")):
        for score_sum in range(first, min(last, first + _MOST_SUMS - 1) + 1):
            below, above = deviations_beside(spread.value * items, score_sum, n, ddof)
            ends = tuple(None if each is None else each / items for each in (below, above))
            rows.append((over, score_sum, *ends, fits[ddof]))
    if first > last:
        notes = [f"No {of} have the mean {said}: see grim."]
    elif fits[1]:
        notes = [f"{together.format('can have')}."]
    elif fits[0]:
        notes = [f"{together.format('can have')} only where it is over n, not n - 1."]
    else:
        notes = [f"No {together.format('have')}."]
    if not fits[1]:
        others = range(max(2, n - _NEARBY), n + _NEARBY + 1)
        fitting = [str(other) for other in others if possible(*figures, other, items)]
        if fitting:
            notes.append(f"Of {span(others)} it is possible for {', '.join(fitting)}.")
    if last - first >= _MOST_SUMS:
        notes.append(f"{last - first + 1} sums have the mean; the first {_MOST_SUMS} are shown.")
    title = f"mean {said}, SD {spread} of {n}" + (f" on {items} items" if items > 1 else "")
    columns = ("SD over", "sum", "next below", "next above", "possible")
    return Answer(title=title, columns=columns, rows=tuple(rows), notes=tuple(notes))
