"""The kinds of claims that hold figures against each other: tests, effects, changes, ranks."""

from typing import Literal

import msgspec

from checker.kinds.claim import Claim, Group
from checker.measures import ReportedMeasure
from checker.model import Count, Reported


class Comparison(Claim, tag="comparison", frozen=True, kw_only=True):
    """A p-value and the groups whose proportions it compares. ``tails`` and ``test`` only where the paper states them.

    ``rows`` holds a table of more than two outcomes, one row a group.
    """

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

    wording: Literal["significant", "not-significant", "found", "not-found"]
    p: Reported | None = None
    lower: Reported | None = None
    upper: Reported | None = None
    null: Reported = msgspec.field(default_factory=lambda: Reported("0"))
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


class Direction(Claim, tag="direction", frozen=True, kw_only=True):
    """An estimate that words put above or below the null value: a lower risk has a ratio below 1."""

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

    before: Reported
    after: Reported
    change: Reported
    unit: Literal["difference", "percent", "ratio", "either"] = "difference"
    estimated: bool = False
    lower: Reported | None = None
    upper: Reported | None = None


class Ranking(Claim, tag="ranking", frozen=True, kw_only=True):
    """A figure said to be the highest, or lowest, or higher or lower than others. ``ties``: or as high, or as low."""

    position: Literal["highest", "lowest"]
    value: Reported
    others: tuple[Reported, ...]
    ties: bool = False
