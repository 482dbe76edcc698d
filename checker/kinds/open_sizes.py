"""The kinds of claims about two groups compared, where it is open how large each of them is."""

from typing import ClassVar

import msgspec

from checker.kinds.claim import Claim, Example
from checker.kinds.measurements import MeanGroup
from checker.model import Count, Reported


class PercentContrast(Claim, tag="percent-contrast", frozen=True, kw_only=True):
    """The percentages of two groups, and the p that compares them.

    ``people``: the sizes that the paper gives of its groups, of which nobody says which is whose; or one number, of
    all of them together.
    """

    example: ClassVar[Example] = Example(
        "In two groups of 60 and 58, fever was seen in 20% and 41% (P = .01).",
        "{percents: [20, 41], people: [60, 58], p: 0.01}",
    )

    percents: tuple[Reported, Reported]
    people: tuple[Count, ...]
    p: Reported
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


class MeanContrast(Claim, tag="mean-contrast", frozen=True, kw_only=True):
    """Two means with their spreads, and the p that compares them; ``people`` likewise.

    ``paired``: of the same people twice, so that their spreads do not tell that of the differences.
    """

    example: ClassVar[Example] = Example(
        "In 62 patients, pain was 5.1 ± 1.2 against 4.2 ± 1.1 (P = .003).",
        "{groups: [{mean: 5.1, sd: 1.2}, {mean: 4.2, sd: 1.1}], people: [62], p: 0.003}",
    )

    groups: tuple[MeanGroup, MeanGroup]
    people: tuple[Count, ...]
    p: Reported
    paired: bool = False
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


class OpenCorrelation(Claim, tag="open-correlation", frozen=True, kw_only=True):
    """A correlation coefficient and its p, where the number of its pairs is not printed with it.

    ``people``: the fewest and the most whom the paper counts, of each of whom there may be a pair.
    """

    example: ClassVar[Example] = Example(
        "Among 40 patients, pain and sleep were correlated (r = -0.45, P = .004).",
        "{value: -0.45, people: [40, 40], p: 0.004}",
    )

    value: Reported
    people: tuple[Count, ...]
    p: Reported
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))
