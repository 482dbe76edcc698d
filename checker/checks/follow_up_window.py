"""The follow-up that the calendar window of a study allows.

What it checks
--------------
Enrolment does not end before it starts. Nobody is followed for longer than from the first enrolment to the data
cutoff, so neither the longest nor the median follow-up is longer; nor is the median longer than the longest.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: follow-up, start: 2020-05-27, end: 2021-06-16, cutoff: 2022-05-01, "
>>> example("follow_up_window", claim + "median: 14.7}")
consistent: the end of the window from 2020-05-27 is 2021-06-16, as printed
consistent: the window from 2020-05-27 to 2022-05-01 allows 10.29 to 23.50 months, printed 14.7 months
>>> example("follow_up_window", claim + "longest: 31}")
consistent: the end of the window from 2020-05-27 is 2021-06-16, as printed
discrepant (major): the window from 2020-05-27 to 2022-05-01 allows 0 to 23.5 months, not 31 months

Assumptions tried
-----------------
Potential follow-up: at least from the last enrolment to the cutoff, at most from the first. Less ordinary: a
median below the former, of follow-up that deaths or losses ended. Months of 28 to 31 days; a date printed as a
month is any day of it.

Limits
------
A cutoff that is not printed cannot be checked against. Follow-up counted from diagnosis, or from an earlier
treatment, begins before the window.

References
----------
Schemper M, Smith TL. A note on quantifying follow-up in studies of failure time. Control Clin Trials
1996;17:343-6.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from checker.kinds import FollowUp
from checker.model import Candidate, Interval, Recomputation, Wording
from checker.paper import Paper
from checker.rounding import interval

KINDS = (FollowUp,)

_DAYS = {"days": (1.0, 1.0), "weeks": (7.0, 7.0), "months": (30.0, 31.0), "years": (365.0, 366.0)}
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


class Days(NamedTuple):
    """The first and the last day that a printed date may stand for, as ordinals."""

    first: int
    last: int


def recompute(claim: FollowUp, paper: Paper) -> Iterator[Recomputation]:
    """The order of the dates, then the longest and the median follow-up against the window they leave."""
    start, end, cutoff = _days(claim.start), _days(claim.end), _days(claim.cutoff)
    if start is None or end is None:
        yield Recomputation(
            fields=("end",), targets=(Wording(claim.end),), missing="dates such as 2020-05-27 or 2020-05"
        )
        return
    yield _order(claim, start, end)
    if cutoff is None:
        for field, printed in (("median", claim.median), ("longest", claim.longest)):
            if printed is not None:
                yield Recomputation(fields=(field,), targets=(printed,), missing="the date of the data cutoff")
    else:
        yield from _window(claim, start, end, cutoff)
    if claim.median is not None and claim.longest is not None:
        most = interval(claim.longest).high
        expression = f"a longest follow-up of {claim.longest.literal}"
        yield Recomputation(
            fields=("median",),
            targets=(claim.median,),
            candidates=(
                Candidate((Interval(0.0, most),), "median within the range", expression, relation="allows a median of"),
            ),
            unit=f" {claim.unit}",
        )


def _order(claim: FollowUp, start: Days, end: Days) -> Recomputation:
    value = claim.end if end.last >= start.first else f"{claim.start} or later"
    expression = f"the end of the window from {claim.start}"
    return Recomputation(
        fields=("end",),
        targets=(Wording(claim.end),),
        candidates=(Candidate((Wording(value),), "order of dates", expression),),
        denied=lambda _: f"the window ends ({_month(claim.end)}) before it starts ({_month(claim.start)})",
    )


def _window(claim: FollowUp, start: Days, end: Days, cutoff: Days) -> Iterator[Recomputation]:
    shortest, longest = _DAYS[claim.unit]
    most = max(0.0, (cutoff.last - start.first + 1) / shortest)
    least = max(0.0, (cutoff.first - end.last) / longest)
    expression = f"the window from {claim.start} to {claim.cutoff}"
    ended = Candidate((Interval(0.0, most),), "follow-up that deaths or losses ended", expression, False, "allows")
    if claim.longest is not None:
        possible = Candidate((Interval(0.0, most),), "within the window", expression, relation="allows")
        yield Recomputation(
            fields=("longest",), targets=(claim.longest,), candidates=(possible,), unit=f" {claim.unit}"
        )
    if claim.median is not None:
        potential = Candidate((Interval(least, most),), "potential follow-up", expression, relation="allows")
        candidates = (potential, ended) if least > 0 else (potential,)
        yield Recomputation(fields=("median",), targets=(claim.median,), candidates=candidates, unit=f" {claim.unit}")


def _month(text: str) -> str:
    """A date as people write it.

    >>> _month("1988-08"), _month("1988-08-03"), _month("1988")
    ('August 1988', '3 August 1988', '1988')
    """
    year, *rest = text.split("-")
    names = [calendar.month_name[int(rest[0])]] if rest else []
    days = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join((*days, *names, year))


def _days(text: str | None) -> Days | None:
    found = _DATE.fullmatch(text or "")
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        last = date(first.year, last_month, day or calendar.monthrange(first.year, last_month)[1])
    except ValueError:
        return None
    return Days(first.toordinal(), last.toordinal())
