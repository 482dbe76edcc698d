"""An incidence rate, and its confidence interval, from the events and the person-time.

What it checks
--------------
``13.5 per 1000 person-years (52 events in 3,850 person-years; 95% CI 10.1-17.7)``: the rate is the events over the
person-time, times what it is printed per; the limits are those of a Poisson count over the same person-time.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: incidence-rate, events: 52, person_time: '3,850', rate: %s, per: 1000%s}"
>>> example("rate_from_events", claim % ("13.5", ""))
consistent: 1000 x 52/3,850 gives 13.50 to 13.51, printed 13.5
>>> example("rate_from_events", claim % ("15.3", ""))
discrepant (major): 1000 x 52/3,850 gives 13.50 to 13.51 (events/person-time), not 15.3; 15.3 would be 59 events or a \
person-time of 3388 to 3410
>>> example("rate_from_events", claim % ("13.5", ", lower: 10.1, upper: 17.7"))
consistent: 1000 x 52/3,850 gives 13.50 to 13.51, printed 13.5
consistent: garwood 95% CI of 52 events in 3,850 gives 10.09 to 17.71 (garwood, byar), printed 10.1 to 17.7

Assumptions tried
-----------------
The rate: events over person-time, which is anything that is rounded to what is printed. Less ordinary: a person-time
that ends in zeros was rounded to them, two digits being kept at least. The limits, ordinary: garwood, the exact ones
(R `poisson.test`, Stata `ci means, poisson`), byar, wald on the rate and wald-log on its logarithm (SAS `PROC STDRATE`,
any Poisson regression), and score; Wald's lower limit as computed and cut off at 0. Less ordinary: mid-p, square-root,
and the one-sided exact limit without events. Where none does, a query: limits up to twice as far from the rate as the
farthest ordinary ones, since events that come back in the same person, and clusters, vary more than Poisson's do.
Narrower limits have no such excuse.

Limits
------
A rate that is standardised, adjusted or estimated by a model is another one. The events must be those of just this
person-time: first events over the time until them, or all events over all time. Where the units of the rate and of the
person-time differ (months and years) the claim has to be written in one of them.

References
----------
Garwood F. Fiducial limits for the Poisson distribution. Biometrika 1936;28:437-42.
Breslow NE, Day NE. Statistical methods in cancer research II: the design and analysis of cohort studies. IARC 1987.
Ulm K. A simple method to calculate the confidence interval of a standardized mortality ratio. Am J Epidemiol
1990;131:373-5.
"""

import math
from collections.abc import Iterator

from checker.kinds.incidence import IncidenceRate
from checker.model import Because, Candidate, Excuse, Interval, Recomputation, Suggestion
from checker.numerals import LARGEST
from checker.paper import Paper
from checker.reconstruct.counts import span
from checker.reconstruct.wider_limits import wider
from checker.rounding import SLACK, interval
from checker.statistics.poisson import CUSTOMARY, METHODS

KINDS = (IncidenceRate,)
USES_SIZES = False

_WIDER = 2.0
# Of a person-time that ends in zeros so many digits are taken to be known.
_KNOWN = 2


def recompute(claim: IncidenceRate, paper: Paper) -> Iterator[Recomputation]:
    """The rate that events and person-time make, and its limits."""
    missing = _missing(claim)
    limits = (claim.lower, claim.upper)
    if missing is not None:
        yield Recomputation(fields=("rate",), targets=(claim.rate,), missing=missing)
        return
    yield Recomputation(
        fields=("rate",),
        targets=(claim.rate,),
        candidates=tuple(_rates(claim)),
        possible=Interval(0, math.inf),
        suggestions=lambda: _suggestions(claim),
        hint=lambda: _hint(claim),
    )
    if limits[0] is None or limits[1] is None:
        return
    level = claim.level.value / 100
    if not 0.5 <= level < 1:
        yield Recomputation(
            fields=("lower", "upper"), targets=(limits[0], limits[1]), missing="a confidence level between 50 and 100%"
        )
        return
    yield Recomputation(
        fields=("lower", "upper"),
        targets=(limits[0], limits[1]),
        candidates=tuple(_limits(claim, level)),
        excuses=lambda: _excuses(claim, level),
        possible=Interval(0, math.inf),
    )


def _missing(claim: IncidenceRate) -> str | None:
    if claim.events.comparator != "=":
        return "an exact number of events"
    if claim.person_time.comparator not in ("=", "~"):
        return "an exact person-time"
    return None if interval(claim.person_time).low > 0 else "a person-time above 0"


def _times(claim: IncidenceRate) -> Iterator[tuple[Interval, str, bool]]:
    """The person-times that may have been printed so, the assumption of each, and whether that is ordinary."""
    printed, time = interval(claim.person_time), claim.person_time
    yield printed, "", True
    place = _zeros(time.value) if time.decimals == 0 and not time.exponent else 1.0
    if place > 1:
        yield Interval(time.value - place / 2, time.value + place / 2), f"person-time rounded to {place:,.0f}", False


def _zeros(value: float) -> float:
    """The place of the last digit of a whole number that is not zero, two digits being kept at least."""
    place, least = 1.0, 10.0 ** (math.floor(math.log10(value)) - _KNOWN + 1)
    while place < least and value % (10 * place) == 0:
        place *= 10
    return place


def _rates(claim: IncidenceRate) -> Iterator[Candidate]:
    for time, assumption, ordinary in _times(claim):
        value = _over(claim, (claim.events.value, claim.events.value), time)
        yield Candidate((value,), assumption or "events/person-time", _expression(claim), ordinary)


def _expression(claim: IncidenceRate) -> str:
    quotient = f"{claim.events}/{claim.person_time}"
    return quotient if claim.per.value == 1 else f"{claim.per} x {quotient}"


def _over(claim: IncidenceRate, events: tuple[float, float], time: Interval) -> Interval:
    """Numbers of events over the person-time, as the rate is printed; a limit may lie below 0."""
    ends = [claim.per.value * number / length for number in events for length in (time.low, time.high)]
    return Interval(min(ends), max(ends))


def _limits(claim: IncidenceRate, level: float) -> Iterator[Candidate]:
    """The limits under every method, and under the customary ones for a person-time that was rounded."""
    events = int(claim.events.value)
    for time, assumption, ordinary in _times(claim):
        for name, method in (METHODS if ordinary else CUSTOMARY).items():
            found = method(events, level)
            if found is None:
                continue
            expression = f"{name} {100 * level:g}% CI of {claim.events} events in {claim.person_time}"
            named = f"{name}, {assumption}" if assumption else name
            yield _candidate(claim, found, time, named, expression, ordinary and name in CUSTOMARY)
            if found[0] < 0:
                clipped = (0.0, found[1])
                yield _candidate(claim, clipped, time, f"{named} (clipped)", expression, ordinary)
    if not events:
        found = METHODS["garwood"](0, 2 * level - 1)
        if found is not None:
            expression = f"garwood {100 * level:g}% CI of {claim.events} events in {claim.person_time}"
            yield _candidate(claim, found, interval(claim.person_time), "garwood (one-sided)", expression, False)


def _candidate(
    claim: IncidenceRate, limits: tuple[float, float], time: Interval, name: str, expression: str, ordinary: bool
) -> Candidate:
    lower, upper = limits
    values = _over(claim, (lower, lower), time), _over(claim, (upper, upper), time)
    return Candidate(values, name, expression, ordinary)


def _excuses(claim: IncidenceRate, level: float) -> Iterator[Excuse]:
    """Limits wider than Poisson's, as those are of events that are not independent."""
    rate = claim.per.value * claim.events.value / claim.person_time.value
    yield Excuse(
        because=Because.UNSTATED,
        reason="events that come back in the same person, or clusters, may give these limits",
        settled_by="how the interval was made",
        allows=wider(_limits(claim, level), rate, rate, _WIDER),
    )


def _fitting(claim: IncidenceRate) -> range:
    """The numbers of events that make the printed rate."""
    printed, time = interval(claim.rate), interval(claim.person_time)
    if math.isinf(printed.low) or math.isinf(printed.high):
        return range(0)
    low, high = (end * length / claim.per.value for end, length in ((printed.low, time.low), (printed.high, time.high)))
    return range(math.ceil(max(0.0, low) - SLACK), math.floor(min(high, LARGEST) + SLACK) + 1)


def _lengths(claim: IncidenceRate) -> Interval | None:
    """The person-times that make the printed rate."""
    printed = interval(claim.rate)
    if printed.low <= 0 or math.isinf(printed.high) or not claim.events.value:
        return None
    events = claim.per.value * claim.events.value
    return Interval(events / printed.high, events / printed.low)


def _suggestions(claim: IncidenceRate) -> Iterator[Suggestion]:
    events = _fitting(claim)
    if len(events) == 1:
        yield Suggestion("events", str(events[0]))
    rate = claim.per.value * claim.events.value / claim.person_time.value
    yield Suggestion("rate", f"{rate:.{claim.rate.decimals}f}")


def _hint(claim: IncidenceRate) -> str:
    events, lengths = _fitting(claim), _lengths(claim)
    fits = [f"{span(events)} events"] if events else []
    if lengths is not None:
        digits = claim.person_time.decimals
        fits.append(f"a person-time of {lengths.low:.{digits}f} to {lengths.high:.{digits}f}")
    return f"{claim.rate} would be {' or '.join(fits)}" if fits else ""
