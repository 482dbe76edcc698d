"""The kinds of claims about measurements: medians and means, and two means compared."""

from typing import ClassVar, Literal

import msgspec

from checker.kinds.claim import Claim, Example
from checker.model import Count, Reported


class MeanGroup(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The mean of one of several groups, with its spread and the number of its values.

    ``spread``: what stands behind a plus-minus sign of which the paper does not say whether it is an SD or an SE.
    """

    name: str | None = None
    mean: Reported
    sd: Reported | None = None
    se: Reported | None = None
    spread: Reported | None = None
    total: Count | None = None
    of: str | None = None


class Summary(Claim, tag="summary", frozen=True, kw_only=True):
    """A median or mean with what is printed of its spread. ``whole``: the measure itself takes whole numbers only.

    ``statistic: value``: a figure of which nobody says what it is. ``limits``: two that stand with it, likewise.

    ``alternatives``: other numbers of values that the paper states. ``groups``: those that make up the whole, with
    their own means.
    """

    example: ClassVar[Example] = Example(
        "The median age was 39 years (range 16 to 62).",
        "{statistic: median, value: 39, range: [16, 62]}",
    )

    statistic: Literal["median", "mean", "value"]
    value: Reported
    quartiles: tuple[Reported, Reported] | None = None
    range: tuple[Reported, Reported] | None = None
    interval: tuple[Reported, Reported] | None = None
    limits: tuple[Reported, Reported] | None = None
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))
    sd: Reported | None = None
    se: Reported | None = None
    total: Count | None = None
    of: str | None = None
    alternatives: tuple[str, ...] = ()
    whole: bool = False
    groups: tuple[MeanGroup, ...] = ()


class MeanComparison(Claim, tag="mean-comparison", frozen=True, kw_only=True):
    """The means of two independent groups, the p that compares them, and their difference with its interval.

    ``test``: only where the paper states it: ``t`` for Student's or Welch's, ``welch`` for Welch's, ``other`` for
    one that needs more than means and deviations (ranks, pairs, a model). ``tails`` likewise.
    """

    example: ClassVar[Example] = Example(
        "Pain was 5.1 (SD 1.2) in 30 and 4.2 (SD 1.1) in 32 patients (P = .003).",
        "{groups: [{mean: 5.1, sd: 1.2, total: 30}, {mean: 4.2, sd: 1.1, total: 32}], p: 0.003}",
    )

    groups: tuple[MeanGroup, MeanGroup]
    p: Reported | None = None
    difference: Reported | None = None
    lower: Reported | None = None
    upper: Reported | None = None
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))
    test: Literal["t", "welch", "other"] | None = None
    tails: Literal["1", "2"] | None = None
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


class SeveralMeans(Claim, tag="several-means", frozen=True, kw_only=True):
    """The means of three or more independent groups, and the p that compares them all.

    ``test``: only where the paper states it: ``anova`` for the analysis of variance of these groups alone, ``other``
    for one that needs more than means and deviations (ranks, repeated measurements, a model).
    """

    example: ClassVar[Example] = Example(
        "Pain was 5.1 (SD 1.2), 4.2 (SD 1.1) and 4.8 (SD 1.3) in three groups of 30 (P = .02, ANOVA).",
        "{groups: [{mean: 5.1, sd: 1.2, total: 30}, {mean: 4.2, sd: 1"
        ".1, total: 30}, {mean: 4.8, sd: 1.3, total: 30}], p: 0.02, test: anova}",
    )

    groups: tuple[MeanGroup, ...]
    p: Reported
    test: Literal["anova", "other"] | None = None
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))
