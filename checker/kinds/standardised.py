"""The kind of claims about standardised effects: what a test statistic gives of them."""

from typing import ClassVar, Literal

from checker.kinds.claim import Claim, Example
from checker.model import Count, Reported


class EffectSize(Claim, tag="effect-size", frozen=True, kw_only=True):
    """A standardised effect and the test statistic that it is of.

    ``measure``: ``partial-eta2`` only where the paper says so. ``total``: the number of subjects; ``sizes``: those of
    the two groups; ``shape``: rows and columns of the table; ``design``: only where the paper states it.
    """

    example: ClassVar[Example] = Example(
        "Scores differed, t(28) = 2.20, r = .38.",
        "{statistic: t, value: 2.20, df: 28, measure: r, effect: 0.38}",
    )

    statistic: Literal["t", "F", "chi2", "z", "r", "U", "H"]
    value: Reported
    df: Reported | None = None
    df2: Reported | None = None
    measure: Literal[
        "d", "g", "r", "eta2", "partial-eta2", "omega2", "epsilon2", "R2", "adjusted-R2", "f", "V", "phi", "w", "C",
        "rank-biserial", "AUC",
    ]  # fmt: skip
    effect: Reported
    total: Count | None = None
    sizes: tuple[Count, Count] | None = None
    shape: tuple[Count, Count] | None = None
    design: Literal["independent", "paired"] | None = None
