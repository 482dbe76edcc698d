"""A mean of whole numbers against how many there are.

What it checks
--------------
The mean of n whole numbers (cycles, events, items of a scale) is a whole number over n: of 28 values, 3.57 is
possible (100/28) and 3.55 is not.

Example
-------
>>> from checker.examples import example
>>> example("grim", "{kind: summary, statistic: mean, value: 3.57, total: 28, whole: true}")
consistent: 100/28 = 3.571, as printed
>>> example("grim", "{kind: summary, statistic: mean, value: 3.55, total: 28, whole: true}")
discrepant (minor): 99/28 = 3.536, not 3.55; no whole sum of 28 values has the mean 3.55; of 29, 31, 33 values, one does

Assumptions tried
-----------------
The two whole sums next to the printed mean. Less ordinary: another number of values that the claim names; digits cut
off, rounded twice or rounded up.

Limits
------
It says nothing where the print has fewer steps than n: with one decimal from n = 10, with two from n = 100. Values
missing for some people change n. Means of several items per person are whole numbers over n times the items.

References
----------
Brown NJL, Heathers JAJ. The GRIM test: a simple technique detects numerous anomalies in the reporting of results
in psychology. Soc Psychol Personal Sci 2017;8:363-9.
"""

import math
from collections.abc import Iterator

from checker.kinds import Summary
from checker.model import Candidate, Count, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.rounding import bounds, coarse
from checker.statistics.granularity import grim

KINDS = (Summary,)

_NEARBY = 5


def recompute(claim: Summary, paper: Paper) -> Iterator[Recomputation]:
    """The means that whole sums next to the printed one make."""
    if claim.statistic != "mean" or not claim.whole:
        return
    total, value = paper.denominator(claim), claim.value
    if total is None or total.value == 0:
        yield Recomputation(fields=("value",), targets=(value,), missing="the number of values")
        return
    candidates = list(_means(value, total))
    for name in claim.alternatives:
        if paper.populations[name].size.value:
            candidates += _means(value, paper.populations[name].size, name)
    yield Recomputation(
        fields=("value",),
        targets=(value,),
        candidates=tuple(candidates),
        hint=lambda: _hint(value, int(total.value)),
        remark=f"any mean so printed fits {total} values" if coarse(value, total.value) else None,
    )


def _means(value: Reported, total: Count, name: str | None = None) -> Iterator[Candidate]:
    size = total.value
    below = math.floor(value.value * size)
    assumption = "whole sum" if name is None else f"{total} values ({name})"
    for whole in sorted({below, math.ceil(value.value * size)}):
        mean = whole / size
        yield Candidate((Interval(mean, mean),), assumption, f"{whole}/{total}", name is None)


def _hint(value: Reported, total: int) -> tuple[str, ...]:
    """The numbers of values near n of which some whole sum has the printed mean."""
    printed = bounds(value)
    if printed is None:
        return ()
    nearby = range(max(1, total - _NEARBY), total + _NEARBY + 1)
    fitting = [str(other) for other in nearby if grim(printed, other)]
    none = f"no whole sum of {total} values has the mean {value}"
    return (none, f"of {', '.join(fitting)} values, one does") if fitting else (none,)
