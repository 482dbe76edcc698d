"""The kinds of claims about the design of a study, and of what a reader can tell of one figure alone."""

from typing import ClassVar, Literal

import msgspec

from checker.kinds.claim import Claim, Example
from checker.model import Count, Reported


class Allocation(Claim, tag="allocation", frozen=True, kw_only=True):
    """The sizes of randomised arms, in the order of the ``ratio`` in which they were to be allocated."""

    example: ClassVar[Example] = Example(
        "Patients were randomised 2:1, 60 to the drug and 30 to placebo.",
        "{ratio: [2, 1], sizes: [60, 30]}",
    )

    ratio: tuple[Count, ...]
    sizes: tuple[Count, ...]


class SampleSize(Claim, tag="sample-size", frozen=True, kw_only=True):
    """The planned sample of a trial, and what it is to show; rates, level, power and dropout in percent.

    A rate: ``null`` against ``alternative``, or ``difference`` in points from the null. A mean: ``difference`` and
    ``sd``. A time to an event: ``hazard_ratio``, which asks for ``events``. With ``arms: 2`` the null is the rate of
    the controls, and ``ratio`` the allocation, controls last. ``required`` is the size of a group or of both.
    """

    example: ClassVar[Example] = Example(
        "To show a response of 40% against 20% with 80% power at a two-sided 5% level, 82 patients a group are needed.",
        "{arms: 2, null: 20, alternative: 40, significance: 5, power: 80, sides: 2, required: 82}",
    )

    arms: Literal["1", "2"] = "1"
    ratio: tuple[Count, ...] = ()
    null: Reported | None = None
    alternative: Reported | None = None
    difference: Reported | None = None
    sd: Reported | None = None
    hazard_ratio: Reported | None = None
    significance: Reported = msgspec.field(default_factory=lambda: Reported("5"))
    power: Reported | None = None
    sides: Literal["1", "2"] | None = None
    required: Count | None = None
    events: Count | None = None
    dropout: Reported | None = None
    planned: Count | None = None


class Segment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The days, counted from 1, on which a dose is given."""

    first: Count
    last: Count
    dose: Reported | None = None


class Regimen(Claim, tag="regimen", frozen=True, kw_only=True):
    """The days of a course of treatment: segments that must cover it once each. ``days``: its printed length."""

    example: ClassVar[Example] = Example(
        "Venetoclax was given at 100 mg on day 1 and 400 mg on days 2 to 28 of a course of 28 days.",
        "{segments: [{first: 1, last: 1, dose: 100}, {first: 2, last: 28, dose: 400}], days: 28}",
    )

    segments: tuple[Segment, ...]
    days: Count | None = None


class Registry(Claim, tag="registry", frozen=True, kw_only=True):
    """A trial registration number."""

    example: ClassVar[Example] = Example(
        "The trial is registered (NCT05657639).",
        "{number: NCT05657639}",
    )

    number: str


class PowerOfTen(Claim, tag="power-of-ten", frozen=True, kw_only=True):
    """A power of ten: as ``printed`` (``3.0 × 107``, ``10^7``), and the ``exponent`` that the matter demands."""

    example: ClassVar[Example] = Example(
        "Leukocytes were 3.0 × 10^9 per litre.",
        "{printed: 3.0 × 10^9, exponent: 9}",
    )

    printed: str
    exponent: str
