"""An estimate within its interval, the bounds in order, all of them possible.

What it checks
--------------
``HR 0.45 (95% CI 0.50-0.81)``: the estimate lies between the bounds. Lower bounds come first, percentages
lie within 0 to 100, ratios above 0; a median lies within its quartiles, and these within the range.

Example
-------
>>> from checker.examples import example
>>> figures = "estimate: 0.45, lower: 0.50, upper: 0.81"
>>> example("estimate_within_interval", f"{{kind: effect, measure: HR, scale: log, {figures}}}")
consistent: limits lie within 0 to 0.815 and at least 0.495, printed 0.50 to 0.81
discrepant (major): 0.45 lies outside its own 95% CI (0.50 to 0.81)
>>> example("estimate_within_interval", "{kind: summary, statistic: median, value: 45, quartiles: [33, 55]}")
consistent: the ends of the quartiles lie within at most 55.5 and at least 32.5, printed 33 to 55
consistent: a median within its quartiles lies within 32.5 to 55.5, printed 45

Assumptions tried
-----------------
Lower bound, estimate, upper bound, in this order, the rounding of all taken through. Less ordinary: limits
printed in reverse order; the bounds of a survival or proportion not clipped, below 0 or above 100 by no more
than half the interval's width.

Limits
------
The confidence interval of a mean may leave the range of the data only through a small sample, and is not
compared with it. A mean may lie outside the quartiles of a skewed measure. A bootstrap interval may in
principle miss its estimate.

References
----------
Altman DG, Machin D, Bryant TN, Gardner MJ. Statistics with Confidence. 2nd ed. BMJ Books, 2000.
"""

import math
from collections.abc import Iterator

from checker.kinds import BinomialInterval, Effect, Summary, SurvivalInterval
from checker.model import Candidate, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.rounding import interval

KINDS = (BinomialInterval, SurvivalInterval, Effect, Summary)
USES_SIZES = False

REVERSED = "limits printed in reverse order"
Pair = tuple[Reported, Reported]


def recompute(claim: BinomialInterval | SurvivalInterval | Effect | Summary, paper: Paper) -> Iterator[Recomputation]:
    """Where the limits and the estimate must lie, given each other."""
    if isinstance(claim, Summary):
        yield from _summary(claim)
        return
    possible = _possible(claim)
    if claim.lower is not None and claim.upper is not None:
        widened = None if isinstance(claim, Effect) else abs(claim.upper.value - claim.lower.value) / 2
        yield _limits(("lower", "upper"), (claim.lower, claim.upper), "limits", possible, widened)
        possible = _hull((claim.lower, claim.upper), possible)
        text = "an estimate within its interval"
    else:
        text = "a ratio" if isinstance(claim, Effect) else "a proportion"
    if claim.estimate is not None and (claim.lower is None or claim.upper is None) and math.isinf(possible.low):
        return
    if claim.estimate is not None:
        yield _within("estimate", claim.estimate, possible, text, _beyond(claim))


def _summary(claim: Summary) -> Iterator[Recomputation]:
    median = claim.statistic != "mean"
    anything = Interval(-math.inf, math.inf)
    around = anything if claim.range is None else _hull(claim.range, anything)
    within = around
    for field in _NAMES:
        pair = getattr(claim, field)
        if pair is None:
            continue
        inside = around if field == "quartiles" or (field == "interval" and median) else anything
        yield _limits((f"{field}[0]", f"{field}[1]"), pair, f"the ends of the {_NAMES[field]}", inside)
        if median or field in ("interval", "limits"):
            hull = _hull(pair, anything)
            within = Interval(max(within.low, hull.low), min(within.high, hull.high))
    if within != anything:
        held = [_NAMES[field] for field in _NAMES if getattr(claim, field) and (median or field != "quartiles")]
        spans = [f"{_NAMES[field]} ({_span(getattr(claim, field))})" for field in _NAMES if _NAMES[field] in held]
        beyond = f"lies outside its own {' or '.join(spans)}"
        yield _within("value", claim.value, within, f"a {claim.statistic} within its {' and '.join(held)}", beyond)


_NAMES = {"range": "range", "quartiles": "quartiles", "interval": "confidence interval", "limits": "limits"}


def _limits(
    fields: tuple[str, str], pair: Pair, text: str, possible: Interval, widened: float | None = None
) -> Recomputation:
    """Two limits in order and within what is possible; ``widened``: by how much linear limits may leave that."""
    lower, upper = pair
    in_order = _below(upper, possible), _above(lower, possible)
    reverse = _above(upper, possible), _below(lower, possible)
    candidates = [
        Candidate(in_order, "limits in order", text, relation="lie within"),
        Candidate(reverse, REVERSED, f"{text} reversed", False, "lie within"),
    ]
    if widened is not None:
        wider = Interval(possible.low - widened, possible.high + widened)
        values = _below(upper, wider), _above(lower, wider)
        candidates.append(Candidate(values, "limits not clipped", f"{text} not clipped", False, "lie within"))
    return Recomputation(
        fields=fields,
        targets=pair,
        candidates=tuple(candidates),
        denied=lambda values: f"{lower} and {upper} cannot be {text}: these lie within {values}",
    )


def _below(figure: Reported, possible: Interval) -> Interval:
    return Interval(possible.low, max(possible.low, min(interval(figure).high, possible.high)))


def _above(figure: Reported, possible: Interval) -> Interval:
    return Interval(min(possible.high, max(interval(figure).low, possible.low)), possible.high)


def _within(field: str, figure: Reported, values: Interval, text: str, beyond: str) -> Recomputation:
    candidate = Candidate((values,), "within the limits", text, relation="lies within")
    return Recomputation(
        fields=(field,), targets=(figure,), candidates=(candidate,), denied=lambda _: f"{figure} {beyond}"
    )


def _beyond(claim: BinomialInterval | SurvivalInterval | Effect) -> str:
    if claim.lower is not None and claim.upper is not None:
        return f"lies outside its own {claim.level.literal.rstrip('%')}% CI ({_span((claim.lower, claim.upper))})"
    return "is below 0, as no ratio is" if isinstance(claim, Effect) else "cannot be a proportion"


def _span(pair: Pair) -> str:
    return f"{pair[0]} to {pair[1]}"


def _hull(pair: Pair, possible: Interval) -> Interval:
    """Between two figures, whichever of them is printed first, as far as that is possible."""
    one, other = (interval(end) for end in pair)
    return Interval(max(min(one.low, other.low), possible.low), min(max(one.high, other.high), possible.high))


def _possible(claim: BinomialInterval | SurvivalInterval | Effect) -> Interval:
    if isinstance(claim, Effect):
        return Interval(0 if claim.scale == "log" else -math.inf, math.inf)
    return Interval(0, 100 if claim.unit == "percent" else 1)
