"""The kind of claims about figures that can only lie in a certain range."""

import enum

from checker.kinds.claim import Claim
from checker.model import Reported


class Bounded(enum.StrEnum):
    """What has a range by its definition."""

    P = "p"
    CORRELATION = "correlation"
    KAPPA = "kappa"
    INTRACLASS = "intraclass correlation"


class PossibleValue(Claim, tag="possible-value", frozen=True, kw_only=True):
    """A figure of a quantity that has a range by its definition."""

    quantity: Bounded
    value: Reported
