"""An estimate of effect from the middle of its confidence interval.

What it checks
--------------
The limits of most intervals lie as far below the estimate as above it: in proportion for ratios (hazard, odds,
risk, rate), in absolute terms for differences. So the estimate is their geometric, or arithmetic, mean.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: effect, measure: RR, scale: log, estimate: 1.69, lower: 1.08, upper: %s}"
>>> example("estimate_from_interval", claim % "2.66")
consistent: the geometric mean of 1.08 to 2.66 gives 1.689 to 1.700, printed 1.69
>>> example("estimate_from_interval", claim % "9.66")
discrepant (major): 1.69 is not in the middle (log scale) of 1.08 to 9.66, which is 3.222 to 3.238; an upper limit \
of 2.62 to 2.67 or a lower limit of 0.29 to 0.30 would fit 1.69
>>> example("estimate_from_interval", claim % "2.95")
query (major): 1.69 is not in the middle (log scale) of 1.08 to 2.95, which is 1.779 to 1.791; an asymmetric interval \
(profile likelihood, bootstrap, exact) may have 1.69 for its estimate: how the interval was made is not stated
>>> example("estimate_from_interval", "{kind: effect, measure: mean difference, scale: linear, estimate: '-1.08', "
...         "lower: '-3.29', upper: '-0.31'}")
discrepant (major): -1.08 is not in the middle of -3.29 to -0.31, which is -1.805 to -1.795; an upper limit of 1.12 \
to 1.14 or a lower limit of -1.86 to -1.84 would fit -1.08

Assumptions tried
-----------------
The middle of the limits on the scale of the measure, with the rounding of all three figures taken through; of a
relative reduction or increase, or an efficacy, also as one less a ratio or a ratio less one (less ordinary, of any
other difference in per cent); for ratios, also limits
from the profile likelihood, with the estimate off the middle by at most 0.05 of the half-width. Less ordinary: an
interval symmetric on the other scale. A query: one that is not symmetric (profile likelihood, bootstrap, exact), its
estimate off the middle by at most 0.3 of the half-width, or 0.2 for ratios whose limits are at most a factor of 10
apart.

Limits
------
That is where asymmetric intervals end: of some 500 ratios with their intervals in abstracts, five lay farther
off than 0.16, all by more than 0.39. Exact intervals of a handful of events are wide, and may lie beyond 0.2.
Estimates outside their intervals are the business of another check.

References
----------
Altman DG, Bland JM. How to obtain the P value from a confidence interval. BMJ 2011;343:d2304.
"""

import math
from collections.abc import Iterator

from checker.checks.middle_of_interval import OF_ANY
from checker.kinds import Effect
from checker.measures import Measure
from checker.model import Because, Candidate, Excuse, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.rounding import interval

KINDS = (Effect,)
FIGURES = "estimates with their interval"

_ASYMMETRY = 0.3
# A ratio whose upper limit is at most so many times its lower one rests on more than a handful of events.
_NARROW, _ASYMMETRY_OF_NARROW = 10.0, 0.2
_NEARLY = 0.05

Range = tuple[float, float]


def recompute(claim: Effect, paper: Paper) -> Iterator[Recomputation]:
    """The middle of the printed limits, on the scale of the measure and on the other one."""
    if claim.estimate is None or claim.lower is None or claim.upper is None or claim.measure.kind in OF_ANY:
        return
    printed, low, high = interval(claim.estimate), interval(claim.lower), interval(claim.upper)
    if claim.lower.value >= claim.upper.value or printed.high < low.low or printed.low > high.high:
        return
    if claim.scale == "log" and (high.high <= 0 or claim.lower.value <= 0):
        yield Recomputation(fields=("estimate",), targets=(claim.estimate,), missing="limits of a ratio above 0")
        return
    if any(math.isinf(end) for figure in (printed, low, high) for end in (figure.low, figure.high)):
        yield Recomputation(
            fields=("estimate",), targets=(claim.estimate,), missing="an estimate and limits without < or >"
        )
        return
    estimate, lower, upper = claim.estimate, claim.lower, claim.upper
    yield Recomputation(
        fields=("estimate",),
        targets=(estimate,),
        candidates=(
            _middle(_range(low), _range(high), f"{lower} to {upper}", claim.scale == "log"),
            *_of_ratio(claim, _range(low), _range(high), f"{lower} to {upper}"),
        ),
        unlikely=lambda: _others(_range(low), _range(high), f"{lower} to {upper}", claim.scale == "log"),
        excuses=lambda: _asymmetric(claim, estimate, _range(low), _range(high)),
        hint=lambda: _hint(estimate, lower, upper, claim.scale == "log"),
        denied=lambda middle: (
            f"{estimate} is not in the middle{' (log scale)' if claim.scale == 'log' else ''} of {lower} to {upper}, "
            f"which is {middle}"
        ),
    )


def _middle(lower: Range, upper: Range, limits: str, log_scale: bool) -> Candidate:
    from checker.statistics.ratio import centre

    middle = Interval(*centre(lower, upper, log_scale=log_scale))
    mean = "geometric" if log_scale else "arithmetic"
    return Candidate(
        (middle,), f"symmetric on the {'log' if log_scale else 'linear'} scale", f"the {mean} mean of {limits}"
    )


def _of_ratio(claim: Effect, lower: Range, upper: Range, limits: str) -> Iterator[Candidate]:
    """The middle of limits that are one less a ratio, or a ratio less one: of a relative change, of an efficacy."""
    from checker.statistics.ratio import centre

    named = claim.measure.kind in (Measure.RELATIVE_RISK_REDUCTION, Measure.EFFICACY)
    in_percent = claim.percent and claim.measure.kind is not Measure.RISK_DIFFERENCE
    if claim.scale == "log" or not (named or in_percent):
        return
    whole = 100.0 if max(abs(lower[0]), abs(upper[1])) > 1 else 1.0
    for sign, as_what in ((-1, "one less a ratio"), (1, "a ratio less one")):
        ends = sorted(1 + sign * each / whole for limit in (lower, upper) for each in limit)
        if ends[0] <= 0:
            continue
        low, high = centre((ends[0], ends[1]), (ends[2], ends[3]), log_scale=True)
        middle = Interval(*sorted((sign * (low - 1) * whole, sign * (high - 1) * whole)))
        yield Candidate(
            (middle,), f"{as_what}, symmetric on the log scale", f"the middle of {limits} as {as_what}", named
        )


def _others(lower: Range, upper: Range, limits: str, log_scale: bool) -> Iterator[Candidate]:
    from checker.statistics.ratio import centre

    middle = Interval(*centre(lower, upper, log_scale=log_scale))
    if log_scale:
        name = "nearly symmetric interval (profile likelihood)"
        yield Candidate((_about(middle, lower, upper, log_scale, _NEARLY),), name, f"about the middle of {limits}")
    if log_scale or lower[0] > 0:
        other = Interval(*centre(lower, upper, log_scale=not log_scale))
        name, mean = ("linear", "arithmetic") if log_scale else ("log", "geometric")
        yield Candidate((other,), f"an interval symmetric on the {name} scale", f"the {mean} mean of {limits}", False)


def _asymmetric(claim: Effect, estimate: Reported, lower: Range, upper: Range) -> Iterator[Excuse]:
    """An interval whose limits lie somewhat farther to one side, as those of some methods do."""
    from checker.statistics.ratio import centre

    log_scale = claim.scale == "log"
    middle = Interval(*centre(lower, upper, log_scale=log_scale))
    narrow = log_scale and lower[0] > 0 and upper[1] / lower[0] <= _NARROW
    share = _ASYMMETRY_OF_NARROW if narrow else _ASYMMETRY
    about = _about(middle, lower, upper, log_scale, share)
    yield Excuse(
        because=Because.UNSTATED,
        reason=f"an asymmetric interval (profile likelihood, bootstrap, exact) may have {estimate} for its estimate",
        settled_by="how the interval was made",
        allows={"estimate": about},
    )


def _about(middle: Interval, lower: Range, upper: Range, log_scale: bool, share: float) -> Interval:
    """The middle, and what lies around it within a share of the half-width."""
    reach = share / 2
    if not log_scale:
        width = upper[1] - lower[0]
        return Interval(middle.low - reach * width, middle.high + reach * width)
    if lower[0] <= 0:
        return Interval(0.0, upper[1])
    factor = (upper[1] / lower[0]) ** reach
    return Interval(middle.low / factor, middle.high * factor)


def _hint(estimate: Reported, lower: Reported, upper: Reported, log_scale: bool) -> tuple[str, ...]:
    """What would fit: a limit that the other limit and the estimate ask for."""
    from checker.statistics.ratio import mirrored_limit

    middle = _range(interval(estimate))
    if log_scale and estimate.value <= 0:
        return ()
    parts = []
    for name, limit, known in (("upper", upper, lower), ("lower", lower, upper)):
        low, high = mirrored_limit(middle, _range(interval(known)), log_scale=log_scale)
        digits = max(0, limit.decimals)
        bounds = f"{low:.{digits}f}", f"{high:.{digits}f}"
        parts.append(f"{_article(name)} limit of {_span(*bounds)}")
    return (f"{' or '.join(parts)} would fit {estimate}",)


def _article(name: str) -> str:
    return f"an {name}" if name == "upper" else f"a {name}"


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"


def _range(values: Interval) -> Range:
    return values.low, values.high
