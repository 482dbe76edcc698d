"""The kind of claims about figures that can only lie in a certain range."""

import enum
from typing import ClassVar

from checker.kinds.claim import Claim, Example
from checker.model import Reported


class Bounded(enum.StrEnum):
    """What has a range by its definition."""

    P = "p"
    CORRELATION = "correlation"
    KAPPA = "kappa"
    INTRACLASS = "intraclass correlation"


class PossibleValue(Claim, tag="possible-value", frozen=True, kw_only=True):
    """A figure of a quantity that has a range by its definition."""

    example: ClassVar[Example] = Example(
        "The readers agreed (kappa 0.81).",
        "{quantity: kappa, value: 0.81}",
    )

    quantity: Bounded
    value: Reported
