"""A standard deviation of whole numbers against their mean and number.

What it checks
--------------
The squares of n whole numbers add up to a whole number that is odd or even as their sum is. So only some standard
deviations go with a mean and an n.

Example
-------
>>> from checker.examples import example
>>> example("grimmer", "{kind: summary, statistic: mean, value: 3.4, sd: 2.01, total: 10, whole: true}")
consistent: the SD of 10 whole numbers with sum 34 and sum of squares 152 = 2.011, as printed
>>> example("grimmer", "{kind: summary, statistic: mean, value: 3.4, sd: 2.04, total: 10, whole: true}")
discrepant (major): the SD of 10 whole numbers with sum 34 and sum of squares 154 = 2.066, not 2.04; no 10 whole \
numbers have the mean 3.4 and the SD 2.04

Assumptions tried
-----------------
The sample standard deviation (over n - 1), for every whole sum that has the printed mean. Less ordinary: the
population's (over n).

Limits
------
It says nothing where the print has too few digits for n; a mean that no whole sum has is for GRIM to flag.

References
----------
Anaya J. The GRIMMER test: a method for testing the validity of reported measures of variability. PeerJ Preprints
2016;4:e2400v1. Allard A. Analytic-GRIMMER: a new way of testing the possibility of standard deviations. 2018
(web page; R scrutiny, vignette GRIMMER).
"""

import math
from collections.abc import Iterator

from checker.kinds import Summary
from checker.model import Candidate, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.rounding import bounds
from checker.statistics.granularity import sums
from checker.statistics.grimmer import squares_beside

KINDS = (Summary,)

# With more sums than this the standard deviations lie closer than any print tells apart.
_MOST_SUMS = 20


def recompute(claim: Summary, paper: Paper) -> Iterator[Recomputation]:
    """The standard deviations next to the printed one that whole numbers with that mean can have."""
    if claim.statistic != "mean" or not claim.whole or claim.sd is None:
        return
    total = paper.denominator(claim)
    if total is None or total.value < 2:
        missing = "the number of values" if total is None else "two values or more"
        yield Recomputation(fields=("sd",), targets=(claim.sd,), missing=missing)
        return
    size = int(total.value)
    printed = bounds(claim.value)
    if printed is None:
        return
    first, last = sums(printed, size)
    if not 0 <= last - first < _MOST_SUMS:
        return
    wholes = range(first, last + 1)
    candidates = [found for ddof in (1, 0) for whole in wholes for found in _deviations(claim.sd, whole, size, ddof)]
    if candidates:
        yield Recomputation(
            fields=("sd",),
            targets=(claim.sd,),
            candidates=tuple(candidates),
            hint=lambda: f"no {size} whole numbers have the mean {claim.value} and the SD {claim.sd}",
        )


def _deviations(sd: Reported, whole: int, size: int, ddof: int) -> Iterator[Candidate]:
    """The SDs below and above the printed one whose sum of squares is a whole number of the right parity."""
    centred = whole * whole / size
    for squares in squares_beside(centred + sd.value**2 * (size - ddof), whole, size):
        value = math.sqrt(max(0.0, squares - centred) / (size - ddof))
        assumption = "sample SD" if ddof else "SD over n instead of n - 1"
        expression = f"the SD of {size} whole numbers with sum {whole} and sum of squares {squares}"
        yield Candidate((Interval(value, value),), assumption, expression, ddof == 1)
