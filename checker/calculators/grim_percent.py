"""Whether a percentage of a number of people can be as printed (GRIM for percentages).

>>> print(grim_percent("22%", 50))
22% of 50
<BLANKLINE>
rounding         possible  counts
-------------  ----------  --------
half-up               yes  11
half-down             yes  11
half-even             yes  11
truncated             yes  11
rounded-twice         yes  11
rounded-up            yes  11
<BLANKLINE>
22% can be 11/50 = 22.0%.
50 people can have 50% of all percentages printed to so many places.

Brown NJL, Heathers JAJ. Soc Psychol Personal Sci 2017;8:363-369.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.printed import ROUNDINGS, Printed, exact, figure
from checker.reconstruct.counts import span
from checker.rounding import shown
from checker.statistics.granularity import counts, impossible_share
from checker.statistics.granularity import grim_percent as possible

_NEARBY = 5


def grim_percent(percent: Printed, n: int, *, items: int = 1) -> Answer:
    """Under each way to round, whether some count has the percentage.

    Args:
        percent: the percentage as printed, trailing zeros too
        n: how many people
        items: yes-or-no items that are counted for each person

    Raises:
        ValueError: where the percentage is no figure, or there are no people.
    """
    said, either = figure(percent), exact(percent)
    text = f"{said.literal.rstrip('% ')}%"
    fits, total = possible(either, n, items), n * items

    def share(count: int) -> str:
        return f"{count}/{total} = {shown(100 * count / total, said)}%"

    rows = []
    for rounding in ROUNDINGS:
        least, greatest = counts(exact(percent, rounding), total)
        rows.append((rounding, least <= greatest, span(range(least, greatest + 1)) if least <= greatest else None))
    least, greatest = counts(either, total)
    if fits:
        notes = [f"{text} can be {share((least + greatest) // 2)}."]
    else:
        below = min(max(0, greatest), total)
        beside = dict.fromkeys((below, min(max(least, below), total)))
        notes = [f"No count of {total} makes {text}: {' and '.join(map(share, beside))}."]
        others = range(max(1, n - _NEARBY), n + _NEARBY + 1)
        fitting = [str(other) for other in others if possible(either, other, items)]
        if fitting:
            notes.append(f"Of {span(others)} people it is possible for {', '.join(fitting)}.")
    some = 100 * (1 - impossible_share(either._replace(scale=100 * either.scale), n, items))
    notes.append(f"{n} people can have {some:.0f}% of all percentages printed to so many places.")
    title = f"{text} of {n}" + (f" on {items} items" if items > 1 else "")
    return Answer(title=title, columns=("rounding", "possible", "counts"), rows=tuple(rows), notes=tuple(notes))
