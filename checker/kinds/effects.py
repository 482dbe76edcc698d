"""The kinds of claims that hold figures against each other: tests, effects, changes, ranks."""

from typing import ClassVar, Literal

import msgspec

from checker.kinds.claim import Claim, Example, Group
from checker.measures import ReportedMeasure
from checker.model import Count, Reported


class Comparison(Claim, tag="comparison", frozen=True, kw_only=True):
    """A p-value and the groups whose proportions it compares. ``tails`` and ``test`` only where the paper states them.

    ``rows`` holds a table of more than two outcomes, one row a group.
    """

    example: ClassVar[Example] = Example(
        "Sepsis was seen in 23 of 106 and 33 of 239 patients (P = .08, Fisher).",
        "{groups: [{count: 23, total: 106}, {count: 33, total: 239}], p: 0.08, test: Fisher}",
    )

    groups: tuple[Group, ...] = ()
    rows: tuple[tuple[Count, ...], ...] = ()
    p: Reported
    test: str | None = None
    tails: Literal["1", "2"] | None = None
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))
    ordered: bool = False


class Effect(Claim, tag="effect", frozen=True, kw_only=True):
    """An estimate of effect, its confidence interval and p. ``scale: log`` for ratios.

    ``groups``: the two whose counts it compares, the first against the second. ``crude``: the paper says that
    nothing was adjusted for. ``percent``: it is printed in per cent, so that it may be a ratio less one. ``test``: of
    the p, where the paper states that it is the interval's own, or nearly all others beside show it.
    """

    example: ClassVar[Example] = Example(
        "The hazard ratio was 0.66 (95% CI 0.45 to 0.97, P = .034).",
        "{measure: hazard ratio, scale: log, estimate: 0.66, lower: 0.45, upper: 0.97, p: 0.034}",
    )

    measure: ReportedMeasure
    estimate: Reported | None = None
    lower: Reported | None = None
    upper: Reported | None = None
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))
    p: Reported | None = None
    scale: Literal["log", "linear"]
    df: Count | None = None
    test: Literal["wald"] | None = None
    groups: tuple[Group, ...] = ()
    crude: bool = False
    percent: bool = False
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


class TestStatistic(Claim, tag="test-statistic", frozen=True, kw_only=True):
    """A test statistic, its degrees of freedom and its p; of ranks, ``total`` values or pairs, ``sizes`` of two groups.

    ``U`` is Mann and Whitney's, ``W`` Wilcoxon's sum of signed ranks, ``deviance`` a difference of two. ``corrected``:
    for what the p was corrected besides. ``exact``: the paper has p-values of exact tests.
    """

    example: ClassVar[Example] = Example(
        "Scores differed, t(28) = 2.20, P = .036.",
        "{statistic: t, value: 2.20, df: 28, p: 0.036}",
    )

    __test__ = False  # keeps pytest from collecting it

    statistic: Literal["t", "F", "chi2", "z", "r", "Q", "H", "U", "W", "rho", "tau", "wald", "deviance"]
    value: Reported
    df: Reported | None = None
    df2: Reported | None = None
    total: Count | None = None
    sizes: tuple[Count, Count] | None = None
    p: Reported
    tails: Literal["1", "2"] = "2"
    corrected: Literal["multiplicity", "sphericity"] | None = None
    exact: bool = False
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


class Coefficient(Claim, tag="coefficient", frozen=True, kw_only=True):
    """A coefficient of a model with its standard error (``error``), the test statistic and interval made of them."""

    example: ClassVar[Example] = Example(
        "The slope was 1.50 (SE 0.50, t = 3.00).",
        "{estimate: 1.50, error: 0.50, value: 3.00}",
    )

    estimate: Reported
    error: Reported
    statistic: Literal["t", "z", "chi2"] = "t"
    value: Reported | None = None
    df: Reported | None = None
    lower: Reported | None = None
    upper: Reported | None = None
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))


class Significance(Claim, tag="significance", frozen=True, kw_only=True):
    """Words about significance, and the p that they speak of, or the interval (``lower``, ``upper``) and its ``null``.

    ``found``, ``not-found``: a difference or an association that is said to exist, or not to, without that word.
    """

    example: ClassVar[Example] = Example(
        "The difference was significant (P = .03).",
        "{wording: significant, p: 0.03}",
    )

    wording: Literal["significant", "not-significant", "found", "not-found"]
    p: Reported | None = None
    lower: Reported | None = None
    upper: Reported | None = None
    null: Reported = msgspec.field(default_factory=lambda: Reported("0"))
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


class Direction(Claim, tag="direction", frozen=True, kw_only=True):
    """An estimate that words put above or below the null value: a lower risk has a ratio below 1."""

    example: ClassVar[Example] = Example(
        "The risk was lower (odds ratio 0.66).",
        "{wording: lower, estimate: 0.66}",
    )

    wording: Literal["higher", "lower"]
    estimate: Reported
    null: Reported = msgspec.field(default_factory=lambda: Reported("1"))


class Change(Claim, tag="change", frozen=True, kw_only=True):
    """A printed difference or ratio of two printed figures (``an increase of 15% from 45% to 60%``).

    ``unit``: ``difference`` for b - a, ``percent`` for 100 (b - a)/a, ``ratio`` for b/a; ``either`` for a change in %
    of two percentages that may be points or relative. ``estimated``: the change was estimated by itself (the mean
    of changes in pairs, an adjusted difference), and need not be that of the two figures; ``lower`` and ``upper``: its
    confidence interval.
    """

    example: ClassVar[Example] = Example(
        "Adherence rose by 15 points, from 45% to 60%.",
        "{before: 45, after: 60, change: 15}",
    )

    before: Reported
    after: Reported
    change: Reported
    unit: Literal["difference", "percent", "ratio", "either"] = "difference"
    estimated: bool = False
    lower: Reported | None = None
    upper: Reported | None = None


class Ranking(Claim, tag="ranking", frozen=True, kw_only=True):
    """A figure said to be the highest, or lowest, or higher or lower than others. ``ties``: or as high, or as low."""

    example: ClassVar[Example] = Example(
        "Response was highest with A (62%), against 48% with B and 40% with C.",
        "{position: highest, value: 62, others: [48, 40]}",
    )

    position: Literal["highest", "lowest"]
    value: Reported
    others: tuple[Reported, ...]
    ties: bool = False
