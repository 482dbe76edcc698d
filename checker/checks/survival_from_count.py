"""A survival or cumulative incidence at a time against the number of patients.

What it checks
--------------
``1-year OS 61.5%`` of 96 patients: with complete follow-up to the time, a Kaplan-Meier estimate is a whole
count of survivors over the patients. Where the events are printed, that count is known.

Example
-------
>>> from checker.examples import example
>>> example("survival_from_count", "{kind: survival, estimate: 61.5, total: 96}")
consistent: 59/96 = 61.46%, as printed
>>> # doctest: +NORMALIZE_WHITESPACE
... example("survival_from_count", "{kind: survival, estimate: 61.7, total: 96}")
explained (major): no count of 96 gives 61.7%; with censoring an estimate may be anything from 0 to 100%; printed
61.7% holds only for censoring before the time
>>> example("survival_from_count", "{kind: survival, estimate: 161.5, total: 96}")
discrepant (major): 96/96 = 100.00%, not 161.5%; a proportion lies between 0 and 100%

Assumptions tried
-----------------
Complete follow-up to the time: k/n for a whole k, or 1 - events/n. Less ordinary: censoring before the
time, and events after it, which move the estimate off the counts. With no event, survival is 100% whatever
the censoring.

Limits
------
Unless it is impossible, an estimate is never discrepant with the number of patients alone.

References
----------
Kaplan EL, Meier P. Nonparametric estimation from incomplete observations. J Am Stat Assoc 1958;53:457-81.
"""

from collections.abc import Iterator

from checker.checks import count_from_percent
from checker.kinds import SurvivalInterval
from checker.model import Candidate, Count, Interval, Recomputation
from checker.paper import Paper

KINDS = (SurvivalInterval,)


def recompute(claim: SurvivalInterval, paper: Paper) -> Iterator[Recomputation]:
    """The estimates that whole counts of survivors give, and what censoring allows."""
    total = paper.denominator(claim)
    if claim.estimate is None or total is None or total.comparator != "=":
        return
    hundred = 100.0 if claim.unit == "percent" else 1.0
    unit = "%" if hundred == 100 else ""
    fields, targets = ("estimate",), (claim.estimate,)
    if total.value < 1 or (claim.events is not None and claim.events.value > total.value):
        missing = "a number of patients above 0" if total.value < 1 else f"a number of events of at most {total}"
        yield Recomputation(fields=fields, targets=targets, missing=missing)
        return
    anything = Interval(0, hundred)
    if claim.events is None:
        candidates = count_from_percent.shares(claim.estimate, total, hundred)
        printed = claim.estimate.literal.rstrip("%") + unit
        text = f"no count of {total} gives {printed}"
        clause = "with censoring an estimate may be anything from"
        censored = Candidate((anything,), "censoring before the time", text, False, clause=clause)
        candidates.append(censored)
    else:
        candidates = _with_events(claim, claim.events, total, hundred)
    yield Recomputation(
        fields=fields,
        targets=targets,
        candidates=tuple(candidates),
        hint=lambda: f"a proportion lies between 0 and {hundred:g}{unit}" if claim.events is None else "",
        unit=unit,
    )


def _with_events(claim: SurvivalInterval, events: Count, total: Count, hundred: float) -> list[Candidate]:
    incidence = claim.quantity == "cumulative-incidence"
    lost = hundred * events.value / total.value
    exact = lost if incidence else hundred - lost
    text = f"{events}/{total}" if incidence else f"1 - {events}/{total}"
    candidates = [Candidate((Interval(exact, exact),), "complete follow-up", text)]
    if events.value:
        fewer = "events after the time"
        below = Candidate((Interval(0, exact),), fewer if incidence else "censoring before the time", text, False)
        above = Candidate((Interval(exact, hundred),), "censoring before the time" if incidence else fewer, text, False)
        candidates += [below, above]
    return candidates
