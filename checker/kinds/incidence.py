"""The kind of claims about events in person-time."""

from typing import ClassVar

import msgspec

from checker.kinds.claim import Claim, Example
from checker.model import Count, Reported


class IncidenceRate(Claim, tag="incidence-rate", frozen=True, kw_only=True):
    """Events over the person-time in which they occurred: a rate ``per`` so many units of the same person-time.

    ``per``: 1000 for a rate per 1000 person-years; 100 for one printed as a percentage a year.
    """

    example: ClassVar[Example] = Example(
        "There were 24 falls in 1,200 person-years, 20 per 1,000.",
        "{events: 24, person_time: '1200', rate: 20, per: 1000}",
    )

    events: Count
    person_time: Reported
    rate: Reported
    per: Count = msgspec.field(default_factory=lambda: Count("1"))
    lower: Reported | None = None
    upper: Reported | None = None
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))
