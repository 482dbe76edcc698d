"""A percentage from its count and denominator.

What it checks
--------------
``10/55 (22%)``: the printed percentage against 100 x count / denominator.

Example
-------
>>> from checker.examples import example
>>> example("percent_from_count", "{kind: proportion, count: 10, total: 55, percent: 22}")
discrepant (major): 10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46
>>> example("percent_from_count", "{kind: proportion, count: 11, total: 96, percent: 11.4}")
explained (minor): 11/96 = 11.46%; printed 11.4% is that truncated
>>> example("percent_from_count", "{kind: proportion, count: 16, total: 30, percent: 53.3}")
consistent: 16/30 = 53.33%, as printed
>>> example("percent_from_count", "{kind: proportion, count: 11, of: all, percent: 20}", "{all: 60}")
query (major): 11/60 = 18.3%, not 20%; 11 of 54-56 would be, if 4-6 values were missing: how many were assessed is \
not stated

Assumptions tried
-----------------
The count over the denominator, rounded half up or half to even. Less ordinary: digits cut off, rounded
twice or rounded up; another denominator that the paper states, where the claim names it. A query: up to 15% of the
values missing, where the denominator is the size of a population that is printed elsewhere, and the count makes the
percentage of a whole number of those who are left. Where count and denominator are printed together, nothing is
missing.

Limits
------
A weighted percentage (survey weights, inverse probability weights), or one of events rather than people,
need not be the count over the denominator.

References
----------
Brown NJL, Heathers JAJ. The GRIM test. Soc Psychol Personal Sci 2017;8:363-9.
"""

import math
from collections.abc import Iterator

from checker.kinds import Proportion
from checker.model import Candidate, Certainty, Count, Excuse, Interval, Recomputation, Reported, Suggestion
from checker.numerals import LARGEST
from checker.paper import Paper
from checker.reconstruct.counts import LEAST_KNOWN, fitting, missing_values, span
from checker.rounding import SLACK, interval

KINDS = (Proportion,)
FIGURES = "percentages of counts"


def recompute(claim: Proportion, paper: Paper) -> Iterator[Recomputation]:
    """The percentage that the count makes of each denominator the paper offers for it."""
    if claim.count is None or claim.percent is None:
        return
    total = paper.denominator(claim)
    if total is None or total.value == 0:
        missing = "the denominator" if total is None else "a denominator above 0"
        yield Recomputation(fields=("percent",), targets=(claim.percent,), missing=missing)
        return
    count, percent = claim.count, claim.percent
    candidates = [_share(count, total, "count/total")]
    for name in claim.alternatives:
        size = paper.populations[name].size
        if size.value:
            candidates.append(_share(count, size, f"denominator={size} ({name})", ordinary=False))
    yield Recomputation(
        fields=("percent",),
        targets=(percent,),
        candidates=tuple(candidates),
        excuses=lambda: _missing_values(count, total, percent) if _is_elsewhere(claim, paper) else (),
        possible=Interval(0, 100),
        suggestions=lambda: _suggestions(count, total, percent),
        hint=lambda: _hint(count, total, percent),
        unit="%",
    )


def _share(count: Count, total: Count, assumption: str, ordinary: bool = True) -> Candidate:
    share = 100 * count.value / total.value
    return Candidate((Interval(share, share),), assumption, f"{count}/{total}", ordinary)


def _is_elsewhere(claim: Proportion, paper: Paper) -> bool:
    """Whether the denominator is printed elsewhere, so that some whom it counts may not have been assessed."""
    return claim.total is None and paper.certainty(claim) is not Certainty.PRINTED


def _missing_values(count: Count, total: Count, percent: Reported) -> Iterator[Excuse]:
    """The numbers assessed, below the denominator, of which the count makes the percentage."""
    least = math.ceil(max(count.value, LEAST_KNOWN * total.value))
    found = totals(percent, count)
    assessed = range(max(found.start, least), min(found.stop, math.ceil(total.value)))
    if assessed:
        share = Interval(100 * count.value / assessed[-1], 100 * count.value / assessed[0])
        yield missing_values(str(count), share, assessed, total)


def _suggestions(count: Count, total: Count, percent: Reported) -> Iterator[Suggestion]:
    for field, values in (("count", fitting(percent, total)), ("total", totals(percent, count))):
        if values and values[0] == values[-1]:
            yield Suggestion(field, str(values[0]))
    digits = percent.decimals
    yield Suggestion("percent", f"{100 * count.value / total.value:.{digits}f}")


def _hint(count: Count, total: Count, percent: Reported) -> str:
    others = fitting(percent, total)
    fits = [f"{span(others)}/{total}"] if others else []
    denominators = totals(percent, count)
    if denominators:
        fits.append(f"{count} of {span(denominators)}")
    if not fits:
        return f"no count of {total} makes {percent.literal.rstrip('%')}%"
    return f"{percent.literal.rstrip('%')}% would be {' or '.join(fits)}"


def totals(percent: Reported, count: Count) -> range:
    """The denominators of which ``count`` makes the printed percentage; empty for a percentage of 0."""
    printed = interval(percent)
    if printed.low <= 0 or math.isinf(printed.high) or count.value == 0:
        return range(0)
    return range(
        math.ceil(min(100 * count.value / printed.high, LARGEST) - SLACK),
        math.floor(min(100 * count.value / printed.low, LARGEST) + SLACK) + 1,
    )
