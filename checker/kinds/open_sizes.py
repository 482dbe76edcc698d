"""The kinds of claims about two groups compared, where it is open how large each of them is."""

import msgspec

from checker.kinds.claim import Claim
from checker.kinds.measurements import MeanGroup
from checker.model import Count, Reported


class PercentContrast(Claim, tag="percent-contrast", frozen=True, kw_only=True):
    """The percentages of two groups, and the p that compares them.

    ``people``: the sizes that the paper gives of its groups, of which nobody says which is whose; or one number, of
    all of them together.
    """

    percents: tuple[Reported, Reported]
    people: tuple[Count, ...]
    p: Reported
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


class MeanContrast(Claim, tag="mean-contrast", frozen=True, kw_only=True):
    """Two means with their spreads, and the p that compares them; ``people`` likewise.

    ``paired``: of the same people twice, so that their spreads do not tell that of the differences.
    """

    groups: tuple[MeanGroup, MeanGroup]
    people: tuple[Count, ...]
    p: Reported
    paired: bool = False
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


class OpenCorrelation(Claim, tag="open-correlation", frozen=True, kw_only=True):
    """A correlation coefficient and its p, where the number of its pairs is not printed with it.

    ``people``: the fewest and the most whom the paper counts, of each of whom there may be a pair.
    """

    value: Reported
    people: tuple[Count, ...]
    p: Reported
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))
