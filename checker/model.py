"""The nouns: figures as printed, recomputed candidates, verdicts."""

import enum
import functools
import math
from collections.abc import Callable, Iterable
from typing import ClassVar, Self

import msgspec

from checker import numerals


@functools.cache
def _power_of_ten(exponent: int) -> float:
    """The float nearest to it."""
    return float(f"1e{exponent}")


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
        self._print(literal, *numerals.parse(literal))

    @classmethod
    def lexed(
        cls, literal: str, value: float, decimals: int, *, comparator: str = "=", unit: str | None = None,
        exponent: int = 0,
    ) -> Self:  # fmt: skip
        """A number that somebody, such as the lexer, has read from its literal already.

        Raises:
            ValueError: when there is no literal, since that is no number as printed.

        >>> Reported.lexed("70.0", 70.0, 1) == Reported("70.0")
        True
        """
        if not literal:
            raise ValueError("expected a printed number")
        made = cls.__new__(cls)
        made._print(literal, value, decimals, comparator, unit, exponent)
        return made

    def _print(
        self, literal: str, value: float, decimals: int, comparator: str, unit: str | None, exponent: int
    ) -> None:
        self.literal = literal
        self.value = value
        self.decimals = decimals
        self.comparator = comparator
        self.unit = unit
        self.exponent = exponent

    @property
    def place(self) -> float:
        """The value of one unit in the last printed place: 0.1 for ``70.0``."""
        return _power_of_ten(self.exponent - self.decimals)

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

    def _print(
        self, literal: str, value: float, decimals: int, comparator: str, unit: str | None, exponent: int
    ) -> None:
        super()._print(literal, value, decimals, comparator, unit, exponent)
        if not math.isfinite(self.value) or self.value != int(self.value) or self.value < 0:
            raise ValueError(f"expected a whole number of 0 or more, not {literal!r}")


class Place(msgspec.Struct, frozen=True, gc=False):
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
    """What recomputing says of a claim.

    Query: nothing tried meets it, but an innocent reason that the paper leaves unsaid could; what an editor calls an
    author query.
    """

    CONSISTENT = "consistent"
    EXPLAINED = "explained"
    QUERY = "query"
    DISCREPANT = "discrepant"
    UNVERIFIABLE = "unverifiable"


class Severity(enum.StrEnum):
    """How much it matters that figures do not agree: one unit of the last printed place, more, or a changed decision.

    What is explained has one too: how far the figures lie from what a reader would take for granted.
    """

    MINOR = "minor"
    MAJOR = "major"
    DECISION = "decision"


class Certainty(enum.StrEnum):
    """How the figures of a claim came together, from the surest way to the least.

    Stated: a claims file or a table's mapping says so. Printed: in one phrase, row or bracket. Named: the words name
    the other figure's place. Implied: exactly one value is possible. Guessed: chosen among several.
    """

    STATED = "stated"
    PRINTED = "printed"
    NAMED = "named"
    IMPLIED = "implied"
    GUESSED = "guessed"


class Interval(msgspec.Struct, frozen=True, gc=False):
    """A closed range of real values; infinite ends are allowed."""

    low: float
    high: float

    def meets(self, other: "Value", slack: float = 0.0) -> bool:
        """Whether the two ranges share a value, or lie within ``slack`` of each other."""
        if isinstance(other, Wording):
            return False
        return self.low <= other.high + slack and other.low <= self.high + slack

    def distance(self, other: "Value") -> float:
        """The gap between the two ranges; 0 when they meet, infinite from words."""
        if isinstance(other, Wording):
            return math.inf
        return max(0.0, self.low - other.high, other.low - self.high)


class Wording(msgspec.Struct, frozen=True):
    """Words where others have a figure: a registration number, a name, ``most``. They are the same or are not."""

    text: str
    exact: ClassVar[bool] = True

    def meets(self, other: "Value", slack: float = 0.0) -> bool:
        """Whether the other says the same."""
        return self == other

    def distance(self, other: "Value") -> float:
        """0 from the same words, infinite from anything else."""
        return 0.0 if self == other else math.inf

    def __str__(self) -> str:
        return self.text


Target = Reported | Wording
Value = Interval | Wording
# What is said in one clause of a sentence, or in several.
Clauses = str | tuple[str, ...]


class Candidate(msgspec.Struct, frozen=True):
    """Values that the targets may have, and the assumption under which they do.

    ``expression`` reads as the left side of an equation (``10/55``); ``ordinary`` says whether a reader
    would take the assumption for granted. A target in words has words for its value.
    ``relation``: the verb between expression and values, where ``=`` or ``gives`` would not read well.
    ``clause``: the words before the values, where what comes before is a clause of its own (``adjusted, it may be``).
    """

    values: tuple[Value, ...]
    assumption: str
    expression: str
    ordinary: bool = True
    relation: str | None = None
    clause: str | None = None


class Suggestion(msgspec.Struct, frozen=True):
    """A smallest edit that would make the figures agree: something to look at, never applied."""

    field: str
    value: str


class Because(enum.StrEnum):
    """Who settles a query: a look at the paper does, or only its authors can."""

    READING = "reading"
    UNSTATED = "unstated"


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """Why figures that do not agree may be right all the same.

    Attributes:
        because: who settles it.
        reason: the innocent reason, a clause (``11 of 55 would be, if 5 values were missing``).
        settled_by: what has to be known, as a noun (``how many were assessed``).
    """

    because: Because
    reason: str
    settled_by: str


class Excuse(Query, frozen=True, kw_only=True):
    """An innocent reason for just these figures, which the paper leaves unsaid, and the values that it would allow.

    ``allows``: a range for each figure that it speaks of, by the figure's name in the claim; words where it is words.

    Raises:
        ValueError: where it names no figure or gives one no bounds: what admits anything excuses nothing.

    >>> values = {"percent": Interval(19.8, 20.4)}
    >>> Excuse(because=Because.UNSTATED, reason="5 values may be missing", settled_by="how many", allows=values).because
    <Because.UNSTATED: 'unstated'>
    """

    allows: dict[str, Interval | str]

    def __post_init__(self) -> None:
        ends = [end for value in self.allows.values() if isinstance(value, Interval) for end in (value.low, value.high)]
        if not self.allows or not all(map(math.isfinite, ends)):
            raise ValueError(f"expected bounds of what would be excused, but {self.reason!r} admits anything")


class Recomputation(msgspec.Struct, frozen=True, kw_only=True):
    """What a check hands to the judge: the printed targets and the values they may have.

    Attributes:
        fields: the names of the targets in the claim.
        targets: the printed figures, in the order of ``fields``.
        candidates: aligned with the targets. Empty when something is missing.
        missing: what would be needed to recompute, when it is not there.
        unlikely: further candidates that are costly to compute, asked for only when no other meets.
        excuses: innocent reasons that the paper leaves unsaid, asked for only when no candidate meets.
        possible: the values that such a figure can have at all; an excuse that allows all of them excuses nothing.
        suggestions: the smallest edits, asked for only when no candidate meets.
        hint: what would fit, asked for only when no candidate meets.
        threshold: a value whose crossing changes the decision (0.05 for p, 1 for a ratio).
        denied: what to say where no candidate meets, in place of an equation; of the nearest values, in words.
        remark: a note that holds whatever the verdict.
        unit: what is written behind the numbers in a sentence.
        guessed: whether something behind the candidates is itself a guess, such as an unprinted count, or the test.
        standing: what the targets are in a sentence, where they are not printed themselves (``the whole``).
    """

    fields: tuple[str, ...]
    targets: tuple[Target, ...]
    candidates: tuple[Candidate, ...] = ()
    missing: str | None = None
    unlikely: Callable[[], Iterable[Candidate]] | None = None
    excuses: Callable[[], Iterable[Excuse]] | None = None
    possible: Interval = Interval(-math.inf, math.inf)
    suggestions: Callable[[], Iterable[Suggestion]] | None = None
    hint: Callable[[], Clauses] | None = None
    denied: Callable[[str], str] | None = None
    threshold: float | None = None
    remark: Clauses | None = None
    unit: str = ""
    guessed: bool = False
    standing: str = "printed"

    def numbers(self, candidate: Candidate) -> list[tuple[Reported, Interval]]:
        """The printed numbers, each with what the candidate makes of it; what is words is left out."""
        pairs = zip(self.targets, candidate.values, strict=True)
        return [
            (target, value) for target, value in pairs if isinstance(target, Reported) and isinstance(value, Interval)
        ]
