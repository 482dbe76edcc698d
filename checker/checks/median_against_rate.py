"""A median survival against the survival at a time.

What it checks
--------------
A survival curve never rises. Where it is above 50% at a time, the median lies beyond that time; where it is
below, the median was reached before; a median that was not reached goes with no rate below 50%. The limits of
the median lie where the confidence band crosses 50%, so the same holds for them and the limits of the rate.

Example
-------
>>> from checker.examples import example
>>> example("median_against_rate", "{kind: median-survival, median: 22.1, time: 12, estimate: 61.5}")
consistent: a median of 22.1 puts survival at 12 at 50 to 100%, printed 61.5%
>>> example("median_against_rate", "{kind: median-survival, median: 9.4, time: 24, estimate: 62}")
discrepant (major): a median of 9.4 puts survival at 24 at 0 to 50%, not 62%
>>> example("median_against_rate", "{kind: median-survival, time: 12, estimate: 42.0}")
discrepant (major): a median not reached puts survival at 12 at 50 to 100%, not 42.0%
>>> example("median_against_rate", "{kind: median-survival, median: 22.1, median_lower: 12.7, time: 12, "
...         "estimate: 61.5, lower: 48.0, upper: 70.4}")
consistent: a median of 22.1 puts survival at 12 at 50 to 100%, printed 61.5%
explained (major): a lower limit of the median of 12.7 puts the lower limit of survival at 12 at 40 to 100%; printed \
48.0% holds only for another confidence band than the median's
consistent: an upper limit of the median not reached puts the upper limit of survival at 12 at 50 to 100%, \
printed 70.4%

Assumptions tried
-----------------
The Kaplan-Meier median: the time at which the curve reaches 50%. Limits of the median after Brookmeyer and
Crowley, from the same band as the limits of the rate. Less ordinary: another band (log, log-log, plain), with
limits up to 10 points from the side of 50% on which they should be.

Limits
------
Median and rate must be of one curve, in one unit of time. A median computed of the deaths alone, or of the times of
follow-up, is not the median of the curve.

References
----------
Brookmeyer R, Crowley J. A confidence interval for the median survival time. Biometrics 1982;38:29-41.
"""

import math
from collections.abc import Iterator

from checker.kinds import MedianSurvival
from checker.model import Candidate, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.rounding import interval

KINDS = (MedianSurvival,)

# How far the limits of two customary bands lie apart at one time, in points, with some twenty people at risk.
_BANDS_APART = 10.0
_DAYS = {"days": 1.0, "weeks": 7.0, "months": 365.25 / 12, "years": 365.25}


def recompute(claim: MedianSurvival, paper: Paper) -> Iterator[Recomputation]:
    """The side of 50% on which the rate lies, then its two limits."""
    yield Recomputation(
        fields=("estimate",),
        targets=(claim.estimate,),
        candidates=(_side("median", claim.median, claim),),
        unit="%",
    )
    if claim.lower is not None and claim.median_lower is not None:
        yield _limit("lower", claim.lower, claim.median_lower, claim)
    if claim.upper is not None and (claim.median_upper is not None or claim.median_lower is not None):
        yield _limit("upper", claim.upper, claim.median_upper, claim)


def _limit(field: str, printed: Reported, of_median: Reported | None, claim: MedianSurvival) -> Recomputation:
    ordinary = _side(f"{field} limit of the median", of_median, claim)
    assert isinstance(ordinary.values[0], Interval)
    allowed = ordinary.values[0]
    wide = Interval(max(0.0, allowed.low - _BANDS_APART), min(100.0, allowed.high + _BANDS_APART))
    other = Candidate(
        (wide,), "another confidence band than the median's", ordinary.expression, False, ordinary.relation
    )
    return Recomputation(fields=(field,), targets=(printed,), candidates=(ordinary, other), unit="%")


def _side(name: str, median: Reported | None, claim: MedianSurvival) -> Candidate:
    """Where a curve is at the time of the rate that crosses 50% at ``median``; it does not when there is no median."""
    when = claim.time.literal if claim.unit == claim.time_unit else f"{claim.time.literal} {claim.time_unit}"
    time = claim.time.value * _DAYS[claim.time_unit] / _DAYS[claim.unit]
    limit, of, _ = name.partition(" of ")
    puts = f"puts {f'the {limit} of survival' if of else 'survival'} at {when} at"
    article = "an" if name.startswith("upper") else "a"
    if median is None:
        return Candidate((Interval(50.0, 100.0),), "curve above 50%", f"{article} {name} not reached", relation=puts)
    crossed = interval(median)
    expression = f"{article} {name} of {median.literal}"
    if crossed.low > time or math.isinf(crossed.high):
        return Candidate((Interval(50.0, 100.0),), "curve above 50% before its median", expression, relation=puts)
    if crossed.high < time:
        return Candidate((Interval(0.0, 50.0),), "curve at 50% or below after its median", expression, relation=puts)
    return Candidate((Interval(0.0, 100.0),), "median at that time, within its rounding", expression, relation=puts)
