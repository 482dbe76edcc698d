"""The nouns: figures as printed, claims about them, recomputed candidates, verdicts and findings."""

import enum
from collections.abc import Callable, Iterable
from typing import Annotated, Literal, Self

import msgspec

from checker import numerals


class Reported:
    """A number as printed. Keeps its literal, so that trailing zeros live: ``70.0`` is not ``70``.

    Attributes:
        literal: the characters printed.
        value: the number they spell.
        decimals: digits printed after the decimal mark.
        comparator: one of ``= < > ≤ ≥ ~``.
        unit: ``%`` where printed, else None.
        exponent: the power of ten that scales the printed digits (``1.8e-06``: -6).

    Raises:
        ValueError: when the literal is not exactly one number.

    >>> Reported("70.0").decimals, Reported("<0.001").comparator
    (1, '<')
    """

    __slots__ = ("comparator", "decimals", "exponent", "literal", "unit", "value")
    exact = False

    def __init__(self, literal: str) -> None:
        numeral = numerals.parse(literal)
        self.literal = literal
        self.value = numeral.value
        self.decimals = numeral.decimals
        self.comparator = numeral.comparator
        self.unit = numeral.unit
        self.exponent = numeral.exponent

    @property
    def place(self) -> float:
        """The value of one unit in the last printed place: 0.1 for ``70.0``."""
        return float(f"1e{self.exponent - self.decimals}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.literal == self.literal

    def __hash__(self) -> int:
        return hash(self.literal)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.literal!r})"

    def __str__(self) -> str:
        return self.literal


class Count(Reported):
    """A printed number of things, exact unless a comparator such as ``~`` says otherwise."""

    __slots__ = ()
    exact = True

    def __init__(self, literal: str) -> None:
        super().__init__(literal)
        if self.value != int(self.value) or self.value < 0:
            raise ValueError(f"expected a whole number of 0 or more, not {literal!r}")


class Place(msgspec.Struct, frozen=True):
    """Where a figure is printed: a line of the source (from 1) and its columns (from 1, both inclusive).

    Written ``7:458-466`` in claims files; a bare ``7`` is the whole line.
    """

    line: int
    first: int | None = None
    last: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``LINE`` or ``LINE:COLUMN-COLUMN``.

        Raises:
            ValueError: for any other text, and for columns out of order.
        """
        line, _, columns = text.partition(":")
        first, _, last = columns.partition("-")
        if text.isascii() and line.isdecimal() and int(line) >= 1:
            if not columns and ":" not in text:
                return cls(int(line))
            if first.isdecimal() and last.isdecimal() and 1 <= int(first) <= int(last):
                return cls(int(line), int(first), int(last))
        raise ValueError(f"expected a place such as 7 or 7:458-466, not {text!r}")

    def __str__(self) -> str:
        return str(self.line) if self.first is None else f"{self.line}:{self.first}-{self.last}"


class Places(tuple[Place, ...]):
    """One place or several, in the order of the claim's figures."""

    __slots__ = ()


class Verdict(enum.StrEnum):
    """What recomputing says of a claim."""

    CONSISTENT = "consistent"
    EXPLAINED = "explained"
    DISCREPANT = "discrepant"
    UNVERIFIABLE = "unverifiable"


class Severity(enum.StrEnum):
    """How much a discrepancy matters: one unit of the last printed place, more, or a changed decision."""

    MINOR = "minor"
    MAJOR = "major"
    DECISION = "decision"


class Interval(msgspec.Struct, frozen=True):
    """A closed range of real values; infinite ends are allowed."""

    low: float
    high: float

    def meets(self, other: "Interval", slack: float = 0.0) -> bool:
        """Whether the two ranges share a value, or lie within ``slack`` of each other."""
        return self.low <= other.high + slack and other.low <= self.high + slack

    def distance(self, other: "Interval") -> float:
        """The gap between the two ranges; 0 when they meet."""
        return max(0.0, self.low - other.high, other.low - self.high)


class Candidate(msgspec.Struct, frozen=True):
    """Values that the targets may have, and the assumption under which they do.

    ``expression`` reads as the left side of an equation (``10/55``); ``ordinary`` says whether a reader
    would take the assumption for granted. A target that is text, not a number, has a text for its value.
    ``relation``: the verb between expression and values, where ``=`` or ``gives`` would not read well.
    """

    values: tuple[Interval | str, ...]
    assumption: str
    expression: str
    ordinary: bool = True
    relation: str | None = None


class Suggestion(msgspec.Struct, frozen=True):
    """A smallest edit that would make the figures agree: something to look at, never applied."""

    field: str
    value: str


class Recomputation(msgspec.Struct, frozen=True, kw_only=True):
    """What a check hands to the judge: the printed targets and the values they may have.

    Attributes:
        fields: the names of the targets in the claim.
        targets: the printed figures, in the order of ``fields``.
        candidates: aligned with the targets. Empty when something is missing.
        missing: what would be needed to recompute, when it is not there.
        unlikely: further candidates that are costly to compute, asked for only when no other meets.
        suggestions: the smallest edits, asked for only when no candidate meets.
        hint: a sentence on what would fit, asked for only when no ordinary candidate meets.
        threshold: a value whose crossing changes the decision (0.05 for p, 1 for a ratio).
        remark: a note that holds whatever the verdict.
        unit: what is written behind the numbers in a sentence.
        guessed: whether something behind the candidates is itself a guess, such as an unprinted count, or the test.
        standing: what the targets are in a sentence, where they are not printed themselves (``the whole``).
    """

    fields: tuple[str, ...]
    targets: tuple[Reported | str, ...]
    candidates: tuple[Candidate, ...] = ()
    missing: str | None = None
    unlikely: Callable[[], Iterable[Candidate]] | None = None
    suggestions: Callable[[], Iterable[Suggestion]] | None = None
    hint: Callable[[], str] | None = None
    threshold: float | None = None
    remark: str | None = None
    unit: str = ""
    guessed: bool = False
    standing: str = "printed"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One check of one claim, judged, with a sentence that shows the arithmetic.

    Attributes:
        fields, targets, unit: what was compared, as in the `Recomputation`.
        candidates: everything it was compared with, those that decided first.
        missing: what would be needed to recompute.
        hint, remark: the further parts of the message.
    """

    claim: "Claim"
    check: str
    verdict: Verdict
    severity: Severity | None
    reported: dict[str, str]
    recomputed: tuple[tuple[str, str], ...]
    assumption: str | None
    message: str
    suggestions: tuple[Suggestion, ...] = ()
    fields: tuple[str, ...] = ()
    targets: tuple[Reported | str, ...] = ()
    unit: str = ""
    candidates: tuple[Candidate, ...] = ()
    missing: str | None = None
    hint: str | None = None
    remark: str | None = None


Identifier = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._+-]*$", max_length=120)]
TimeUnit = Literal["days", "weeks", "months", "years"]
Expectation = Literal["explained", "discrepant", "unverifiable"]


class Claim(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Figures that must agree. ``expect`` acknowledges a verdict that a reader has looked at."""

    id: Identifier
    at: Places = Places()
    section: str | None = None
    label: str | None = None
    expect: Expectation | None = None
    note: str | None = None


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """So many of a number of people or things; the count may be left to the percentage to tell.

    ``of`` names a population of the file; ``total`` is a denominator printed with the figure itself.
    ``inferred``: how the count was found, where it is not printed.
    """

    name: str | None = None
    count: Count | None = None
    total: Count | None = None
    of: str | None = None
    percent: Reported | None = None
    inferred: str | None = None


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
    """

    whole: Count | None = None
    of: str | None = None
    percent: Reported | None = None
    parts: tuple[Group, ...]
    exclusive: bool = True
    complete: bool = True
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


class Summary(Claim, tag="summary", frozen=True, kw_only=True):
    """A median or mean with what is printed of its spread. ``whole``: the measure itself takes whole numbers only.

    ``alternatives``: other numbers of values that the paper states.
    """

    statistic: Literal["median", "mean"]
    value: Reported
    quartiles: tuple[Reported, Reported] | None = None
    range: tuple[Reported, Reported] | None = None
    interval: tuple[Reported, Reported] | None = None
    level: Reported = msgspec.field(default_factory=lambda: Reported("95"))
    sd: Reported | None = None
    se: Reported | None = None
    total: Count | None = None
    of: str | None = None
    alternatives: tuple[str, ...] = ()
    whole: bool = False


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

    ``unit``: ``points`` or ``difference`` for b - a, ``percent`` for 100 (b - a)/a, ``ratio`` for b/a.
    """

    before: Reported
    after: Reported
    change: Reported
    unit: Literal["difference", "percent", "ratio"] = "difference"


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
    | TestStatistic
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
