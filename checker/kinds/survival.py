"""The kinds of claims about time to an event: survival at a time, its median, the follow-up."""

from typing import ClassVar, Literal

import msgspec

from checker.kinds.claim import Claim, Example, TimeUnit
from checker.model import Count, Reported


class SurvivalInterval(Claim, tag="survival", frozen=True, kw_only=True):
    """A survival or cumulative incidence at a time, in percent, with its confidence interval if printed.

    ``reached: false``: the paper says of this rate that it was not reached.
    """

    example: ClassVar[Example] = Example(
        "Of 96 patients, 61.5% were alive at one year (95% CI 51.0 to 70.4).",
        "{total: 96, estimate: 61.5, lower: 51.0, upper: 70.4, time: 12}",
    )

    quantity: Literal["survival", "cumulative-incidence"] = "survival"
    estimate: Reported | None = None
    reached: bool = True
    lower: Reported | None = None
    upper: Reported | None = None
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))
    total: Count | None = None
    of: str | None = None
    alternatives: tuple[str, ...] = ()
    events: Count | None = None
    time: Reported | None = None
    unit: Literal["percent", "proportion"] = "percent"


class MedianSurvival(Claim, tag="median-survival", frozen=True, kw_only=True):
    """A median survival time and the survival at a time, in percent, of one curve.

    No ``median``: printed as not reached; likewise ``median_upper`` beside a ``median_lower``.
    """

    example: ClassVar[Example] = Example(
        "Median survival was 22.1 months, and survival at one year 61.5%.",
        "{median: 22.1, time: 12, estimate: 61.5}",
    )

    median: Reported | None = None
    median_lower: Reported | None = None
    median_upper: Reported | None = None
    unit: TimeUnit = "months"
    time: Reported
    time_unit: TimeUnit = "months"
    estimate: Reported
    lower: Reported | None = None
    upper: Reported | None = None


class FollowUp(Claim, tag="follow-up", frozen=True, kw_only=True):
    """A calendar window and a follow-up that must fit in it. Dates as YYYY-MM-DD or YYYY-MM.

    Months unless ``unit`` says otherwise.
    """

    example: ClassVar[Example] = Example(
        "From October 2022 to July 2024 patients were enrolled, and until May 2025 followed for a median of 14 months.",
        "{start: 2022-10, end: 2024-07, cutoff: 2025-05, median: 14}",
    )

    start: str
    end: str
    cutoff: str | None = None
    median: Reported | None = None
    longest: Reported | None = None
    unit: TimeUnit = "months"
