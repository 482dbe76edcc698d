"""The median of whole numbers against whether their number is odd or even.

What it checks
--------------
The median of an odd number of whole numbers (ages in years, cycles, days) is one of them; of an even number, it
is half-way between two of them: a whole number or a half, and nothing else.

Example
-------
>>> from checker.examples import example
>>> example("median_parity", "{kind: summary, statistic: median, value: 49.5, total: 30, whole: true}")
consistent: half-way between the middle two of 30 whole numbers = 49.50, as printed
>>> example("median_parity", "{kind: summary, statistic: median, value: 9.5, total: 7, whole: true}")
discrepant (major): the middle one of 7 whole numbers = 9.00 (whole number), not 9.5; 9.5 needs an even number of values
>>> example("median_parity", "{kind: summary, statistic: median, value: 39.3, whole: true}")
discrepant (major): half-way between two whole numbers = 39.50, not 39.3

Assumptions tried
-----------------
The middle value, or the mean of the two middle values.

Limits
------
Values missing for some people change the number that counts: give the number of values as ``total``. Ages
computed from dates, times in months and medians interpolated in grouped data are not medians of whole numbers;
nor is the median of a Kaplan-Meier curve.

References
----------
NIST/SEMATECH. e-Handbook of Statistical Methods, section 1.3.5.1, Measures of Location (the median).
"""

import math
from collections.abc import Iterator

import msgspec

from checker.kinds import Summary
from checker.model import Candidate, Count, Interval, Recomputation
from checker.paper import Paper

KINDS = (Summary,)


def recompute(claim: Summary, paper: Paper) -> Iterator[Recomputation]:
    """The whole numbers and halves beside the printed median, as far as the number of values allows them."""
    if claim.statistic != "median" or not claim.whole:
        return
    value, total = claim.value.value, paper.denominator(claim)
    is_half = claim.value.decimals > 0 and (2 * value) % 2 == 1
    if total is None and is_half:
        yield Recomputation(fields=("value",), targets=(claim.value,), missing="the number of values")
        return
    candidates = _medians(value, total)
    for name in claim.alternatives:
        size = paper.populations[name].size
        candidates += [_of_others(candidate, f"{size} values ({name})") for candidate in _medians(value, size)]
    yield Recomputation(
        fields=("value",),
        targets=(claim.value,),
        candidates=tuple(candidates),
        hint=lambda: f"{claim.value} needs an even number of values" if is_half else "",
    )


def _of_others(candidate: Candidate, assumption: str) -> Candidate:
    return msgspec.structs.replace(candidate, assumption=assumption, ordinary=False)


def _medians(value: float, total: Count | None) -> list[Candidate]:
    """The medians next to ``value`` that so many whole numbers can have."""
    candidates = []
    if total is None or total.value % 2 == 0:
        of = "the middle two" if total is not None else "two"
        candidates.append(_point(math.floor(value) + 0.5, "half-way", f"half-way between {of}", total))
    wholes = sorted({math.floor(value), math.ceil(value)})
    return candidates + [_point(whole, "whole number", "the middle one", total) for whole in wholes]


def _point(value: float, assumption: str, which: str, total: object) -> Candidate:
    of = f"{which} of {total} whole numbers" if total is not None else f"{which} whole numbers"
    if total is None and which == "the middle one":
        of = "a whole number"
    return Candidate((Interval(value, value),), assumption, of)
