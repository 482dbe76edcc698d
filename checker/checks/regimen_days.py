"""The days of a course of treatment: in order, without gap or overlap, as many as stated.

What it checks
--------------
``100 mg on day 1, 200 mg on day 2, 400 mg on days 3-14``: each segment begins on the day after the one before,
the first on day 1, and all together last as many days as are printed.

Example
-------
>>> from checker.examples import example
>>> ramp = "{kind: regimen, segments: [{first: 1, last: 1}, {first: 2, last: 2}, {first: 3, last: 14}], "
>>> example("regimen_days", ramp + "days: 14}")
consistent: the first day = 1, as printed
consistent: the day after day 1 = 2, as printed
consistent: the day after day 2 = 3, as printed
consistent: the number of days from 1 to 14 = 14, as printed
>>> example("regimen_days", "{kind: regimen, segments: [{first: 1, last: 3}, {first: 3, last: 14}]}")
consistent: the first day = 1, as printed
discrepant (major): the day after day 3 = 4, not 3; day 3 is in two segments
>>> example("regimen_days", "{kind: regimen, segments: [{first: 1, last: 7}], days: 14}")
consistent: the first day = 1, as printed
discrepant (major): the number of days from 1 to 7 = 7, not 14

Assumptions tried
-----------------
Days counted from 1, every day of the course in exactly one segment.

Limits
------
A course with a pause by design (days 1-5 and 8-12) is two regimens. Days counted from 0, or from a transplant,
have to be shifted before they are encoded.

References
----------
Kohler DR, Montello MJ, Green L, et al. Standardizing the expression and nomenclature of cancer treatment
regimens. J Oncol Pharm Pract 1998;4:23-31.
"""

from collections.abc import Iterator

from checker.kinds import Regimen
from checker.model import Candidate, Count, Interval, Recomputation
from checker.paper import Paper

KINDS = (Regimen,)


def recompute(claim: Regimen, paper: Paper) -> Iterator[Recomputation]:
    """The day on which each segment must begin, the earliest on which it may end, and the length of them all."""
    before = 0
    for position, segment in enumerate(claim.segments):
        first, last = int(segment.first.value), int(segment.last.value)
        expression = f"the day after day {before}" if position else "the first day"
        yield _day(f"segments[{position + 1}].first", segment.first, before + 1, before + 1, expression, before)
        if last < first:
            expression = f"the end of a segment from day {first}"
            yield _day(f"segments[{position + 1}].last", segment.last, first, float("inf"), expression, before)
        before = max(before, last)
    if claim.days is not None:
        if not claim.segments:
            yield Recomputation(fields=("days",), targets=(claim.days,), missing="the segments of the course")
            return
        start = int(claim.segments[0].first.value)
        length = before - start + 1
        yield _day("days", claim.days, length, length, f"the number of days from {start} to {before}", before)


def _day(field: str, printed: Count, low: float, high: float, expression: str, before: int) -> Recomputation:
    return Recomputation(
        fields=(field,),
        targets=(printed,),
        candidates=(Candidate((Interval(low, high),), "days in order", expression),),
        hint=lambda: _hint(field, int(printed.value), before),
    )


def _hint(field: str, first: int, before: int) -> str:
    """Which days a wrong beginning leaves without a dose, or gives two."""
    if not field.endswith("first"):
        return ""
    low, high = (before + 1, first - 1) if first > before + 1 else (first, before)
    days = f"day {low}" if low == high else f"days {low}-{high}"
    verb = "is" if low == high else "are"
    return f"{days} {verb} in no segment" if first > before + 1 else f"{days} {verb} in two segments"
