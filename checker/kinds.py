"""The kinds of claims: figures that must agree, with the names the field gives them."""

from typing import Literal

import msgspec

from checker.claim import Claim as Claim
from checker.claim import Expectation as Expectation
from checker.claim import Group as Group
from checker.claim import Identifier as Identifier
from checker.claim import TimeUnit as TimeUnit
from checker.continuous import MeanComparison as MeanComparison
from checker.continuous import MeanGroup as MeanGroup
from checker.continuous import Summary as Summary
from checker.model import Count, Places, Reported


class Proportion(Claim, tag="proportion", frozen=True, kw_only=True):
    """A count out of a total, its percentage, or both. ``alternatives``: other denominators the paper states."""

    count: Count | None = None
    total: Count | None = None
    of: str | None = None
    percent: Reported | None = None
    alternatives: tuple[str, ...] = ()


class Partition(Claim, tag="partition", frozen=True, kw_only=True):
    """Parts of a whole. ``exclusive: false`` when one member may be in two parts; ``complete: false`` when
    members may be in none. ``percentages``: the parts are percentages of one whole and make 100.

    With ``percent`` the whole is the denominator: the parts' members together are that percentage of it.
    ``presumed``: that the parts are exclusive and complete is how one reads them, and not said.
    """

    whole: Count | None = None
    of: str | None = None
    percent: Reported | None = None
    parts: tuple[Group, ...]
    exclusive: bool = True
    complete: bool = True
    presumed: bool = False
    percentages: bool = False


class BinomialInterval(Claim, tag="interval", frozen=True, kw_only=True):
    """A confidence interval of one proportion. Percentages unless ``unit: proportion``.

    ``sample``: the population whose size gives the degrees of freedom where a survey command estimated
    all groups at once.
    """

    count: Count | None = None
    total: Count | None = None
    of: str | None = None
    estimate: Reported | None = None
    lower: Reported
    upper: Reported
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))
    method: str | None = None
    sample: str | None = None
    unit: Literal["percent", "proportion"] = "percent"


class SurvivalInterval(Claim, tag="survival", frozen=True, kw_only=True):
    """A survival or cumulative incidence at a time, in percent, with its confidence interval if printed.

    ``reached: false``: the paper says of this rate that it was not reached.
    """

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
    nothing was adjusted for.
    """

    measure: str
    estimate: Reported | None = None
    lower: Reported | None = None
    upper: Reported | None = None
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))
    p: Reported | None = None
    scale: Literal["log", "linear"]
    df: Count | None = None
    groups: tuple[Group, ...] = ()
    crude: bool = False
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


class TestStatistic(Claim, tag="test-statistic", frozen=True, kw_only=True):
    """A test statistic, its degrees of freedom and its p."""

    __test__ = False  # keeps pytest from collecting it

    statistic: Literal["t", "F", "chi2", "z", "r", "Q"]
    value: Reported
    df: Reported | None = None
    df2: Reported | None = None
    p: Reported
    tails: Literal["1", "2"] = "2"
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


class Mention(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the places where a quantity is printed.

    ``label``: what it is called there; ``read``: what that has to be read as, where a reader can tell.
    ``document``: another claims file of the folder.
    """

    figures: tuple[str, ...]
    at: Places = Places()
    label: str | None = None
    read: str | None = None
    document: str | None = None


class Repeat(Claim, tag="repeat", frozen=True, kw_only=True):
    """One quantity printed in several places: same value, same name."""

    mentions: tuple[Mention, ...]


class Quantifier(Claim, tag="quantifier", frozen=True, kw_only=True):
    """A word that states a share (``all``, ``none``, ``half``, ``most``, ``more than``), and the figures it rests on.

    ``share``: the percentage that ``more-than`` and ``less-than`` speak of.
    """

    word: Literal["all", "none", "half", "both", "most", "majority", "minority", "more-than", "less-than"]
    count: Count | None = None
    parts: tuple[Count, ...] = ()
    total: Count | None = None
    of: str | None = None
    percent: Reported | None = None
    share: Reported | None = None


class Ranking(Claim, tag="ranking", frozen=True, kw_only=True):
    """A figure said to be the highest, or lowest, or higher or lower than others. ``ties``: or as high, or as low."""

    position: Literal["highest", "lowest"]
    value: Reported
    others: tuple[Reported, ...]
    ties: bool = False


class Significance(Claim, tag="significance", frozen=True, kw_only=True):
    """Words about significance, and the p they speak of."""

    wording: Literal["significant", "not-significant"]
    p: Reported
    alpha: Reported = msgspec.field(default_factory=lambda: Reported("0.05"))


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


class Allocation(Claim, tag="allocation", frozen=True, kw_only=True):
    """The sizes of randomised arms, in the order of the ``ratio`` in which they were to be allocated."""

    ratio: tuple[Count, ...]
    sizes: tuple[Count, ...]


class SampleSize(Claim, tag="sample-size", frozen=True, kw_only=True):
    """The planned sample of a trial, and what it is to show; rates, level, power and dropout in percent.

    A rate: ``null`` against ``alternative``, or ``difference`` in points from the null. A mean: ``difference`` and
    ``sd``. A time to an event: ``hazard_ratio``, which asks for ``events``. With ``arms: 2`` the null is the rate of
    the controls, and ``ratio`` the allocation, controls last. ``required`` is the size of a group or of both.
    """

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


class FollowUp(Claim, tag="follow-up", frozen=True, kw_only=True):
    """A calendar window and a follow-up that must fit in it. Dates as YYYY-MM-DD or YYYY-MM.

    Months unless ``unit`` says otherwise.
    """

    start: str
    end: str
    cutoff: str | None = None
    median: Reported | None = None
    longest: Reported | None = None
    unit: TimeUnit = "months"


class MedianSurvival(Claim, tag="median-survival", frozen=True, kw_only=True):
    """A median survival time and the survival at a time, in percent, of one curve.

    No ``median``: printed as not reached; likewise ``median_upper`` beside a ``median_lower``.
    """

    median: Reported | None = None
    median_lower: Reported | None = None
    median_upper: Reported | None = None
    unit: TimeUnit = "months"
    time: Reported
    time_unit: TimeUnit = "months"
    estimate: Reported
    lower: Reported | None = None
    upper: Reported | None = None


class Passage(Claim, tag="passage", frozen=True, kw_only=True):
    """A passage printed twice: how many of its ``words`` the second place ``shared`` in order."""

    words: Count
    shared: Count


class Registry(Claim, tag="registry", frozen=True, kw_only=True):
    """A trial registration number."""

    number: str


class PowerOfTen(Claim, tag="power-of-ten", frozen=True, kw_only=True):
    """A power of ten: as ``printed`` (``3.0 × 107``, ``10^7``), and the ``exponent`` that the matter demands."""

    printed: str
    exponent: str


class Segment(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The days, counted from 1, on which a dose is given."""

    first: Count
    last: Count
    dose: Reported | None = None


class Regimen(Claim, tag="regimen", frozen=True, kw_only=True):
    """The days of a course of treatment: segments that must cover it once each. ``days``: its printed length."""

    segments: tuple[Segment, ...]
    days: Count | None = None


AnyClaim = (
    Proportion
    | Partition
    | BinomialInterval
    | SurvivalInterval
    | Comparison
    | Effect
    | Summary
    | MeanComparison
    | TestStatistic
    | Coefficient
    | Repeat
    | Quantifier
    | Ranking
    | Significance
    | Change
    | Allocation
    | SampleSize
    | FollowUp
    | MedianSurvival
    | Passage
    | Registry
    | PowerOfTen
    | Regimen
)
