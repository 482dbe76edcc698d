"""A standard deviation against the range of the values and their mean.

What it checks
--------------
``mean 46 (SD 14; range 20-75)``: values between m and M with a given mean spread most when all lie at the two ends,
so that the SD is at most the square root of (M - mean)(mean - m) n/(n - 1), and never more than half the range times
the root of n/(n - 1). Where n is printed it is exactly that of a sample with all values but one at the ends, and there
is a least SD too: m and M themselves are among the values.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: summary, statistic: mean, value: 46, sd: %s, range: [20, 75], total: 40}"
>>> example("sd_within_range", claim % "14")
consistent: 40 values from 20 to 75 with mean 46 have an SD that lies within 6.0 to 28.3, printed 14
>>> example("sd_within_range", claim % "41")
discrepant (major): 40 values from 20 to 75 with mean 46 have an SD that lies within 6.0 to 28.3, not 41
>>> example("sd_within_range", claim % "2.2")
explained (major): the standard error of 40 values from 20 to 75 lies within 0.95 to 4.48; printed 2.2 holds only for \
SE printed as SD

Assumptions tried
-----------------
The sample standard deviation (over n - 1), for two values where n is not printed: the widest case. Less ordinary: a
standard error printed as a standard deviation, where n is printed.

Limits
------
The range must be that of the same values: limits of eligibility may be wider, which only weakens the check, and a
range of a subgroup narrower. A mean outside of its range is for `estimate_within_interval` to flag.

References
----------
Popoviciu T. Sur les équations algébriques ayant toutes leurs racines réelles. Mathematica 1935;9:129-45. Bhatia R,
Davis C. A better bound on the variance. Am Math Mon 2000;107:353-7.
"""

import math
from collections.abc import Iterator

from checker.kinds import Summary
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.rounding import interval
from checker.statistics.summary import deviation_bounds

KINDS = (Summary,)


def recompute(claim: Summary, paper: Paper) -> Iterator[Recomputation]:
    """The least and the greatest SD that values in the range with that mean can have."""
    if claim.statistic != "mean" or claim.sd is None or claim.range is None:
        return
    lower, upper = sorted((interval(limit) for limit in claim.range), key=lambda limit: limit.low)
    mean = interval(claim.value)
    total = paper.denominator(claim)
    size = int(total.value) if total is not None else None
    if not all(map(math.isfinite, (lower.low, upper.high, mean.low, mean.high))) or (size is not None and size < 2):
        return
    if mean.high < lower.low or mean.low > upper.high:
        return
    least, greatest = deviation_bounds((mean.low, mean.high), (lower.low, lower.high), (upper.low, upper.high), size)
    values = f"{total if total is not None else ''} values from {claim.range[0]} to {claim.range[1]}".strip()
    candidates = [
        Candidate((Interval(least, greatest),), "within the range", f"{values} with mean {claim.value} have an SD that",
                  relation="lies within"),
    ]  # fmt: skip
    if size is not None:
        error = Interval(least / math.sqrt(size), greatest / math.sqrt(size))
        of = f"the standard error of {values}"
        candidates.append(Candidate((error,), "SE printed as SD", of, False, "lies within"))
    yield Recomputation(fields=("sd",), targets=(claim.sd,), candidates=tuple(candidates))
