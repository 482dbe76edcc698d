"""A sentence, or a cell of a table, as words and typed figures: what readings match against.

Every number that is data becomes one symbol, whose code says of what type it is, so that a shape need not know the
many ways to print a number. Numbers that are no data (``grade 3``, dates) stay words.
"""

import bisect
import functools
import re
from collections.abc import Mapping, Sequence

from checker.extraction.numbers import Token
from checker.extraction.sieve import Sieve, Sieved

# The symbols of each type are a block of the characters that no text has (typography makes spaces of them).
_FIRST, _BLOCK = 0xF0000, 0x2000
# ``N``: a number of things; ``P``: a percentage; ``D``: another bare number; ``U``: one with a unit of measure;
# ``S``: what stands behind a plus-minus sign; ``Q``, in brief outlines: a p-value, with the words before it.
TYPES = {letter: _FIRST + place * _BLOCK for place, letter in enumerate("NPDUSQ")}
# Types that are several: ``V``, any bare number; ``C``, in brief outlines, what may have a count; ``A``, any number but
# spreads and p-values.
SETS = {**{letter: letter for letter in TYPES}, "V": "ND", "C": "NP", "A": "NPDU"}


def characters(types: str) -> str:
    """The symbols of a type as the inside of a character class."""
    return "".join(f"{chr(first)}-{chr(last)}" for each in types for first, last in symbols(each))


def symbols(types: str) -> tuple[tuple[int, int], ...]:
    """The codes of the symbols of a type, from the first to the last of each block."""
    return tuple((TYPES[letter], TYPES[letter] + _BLOCK - 1) for letter in SETS[types])


def marks(types: str) -> frozenset[str]:
    """What stands for the numbers of a type in the marked text of an outline."""
    return frozenset(_MARKS["".join(TYPES).index(letter)] for letter in SETS[types])


def within(types: str, others: str) -> bool:
    """Whether all of a type are of another: of ``C`` are all of ``N``."""
    return set(SETS[types]) <= set(SETS[others])


# Control characters, which typography makes spaces of too; ASCII, which is searched fastest.
_MARKS = "".join(map(chr, range(1, len(TYPES) + 1)))
ANY = f"{chr(_FIRST)}-{chr(_FIRST + len(TYPES) * _BLOCK - 1)}"
_SYMBOL = re.compile(f"[{ANY}]")


# What readings need of the marked text of an outline.
SIEVE = Sieve()
# No shape asks for more numbers of a set of types.
_MOST = 16


@functools.lru_cache(maxsize=4096)
def _of_sets(counts: tuple[int, ...]) -> tuple[Mapping[str, int], int]:
    """How many numbers there are of each set of types, for those of each type; the same as bits."""
    each = dict(zip(TYPES, counts, strict=True))
    many = {name: sum(each[letter] for letter in letters) for name, letters in SETS.items()}
    return many, at_least(many)


def at_least(many: Mapping[str, int]) -> int:
    """As many bits as there are numbers, for each set of types: what has as many or more has all of them.

    >>> at_least({"P": 2}) & at_least({"P": 3, "N": 1}) == at_least({"P": 2})
    True
    """
    return sum(((1 << min(count, _MOST)) - 1) << _MOST * list(SETS).index(name) for name, count in many.items())


def type_of(token: Token) -> str:
    """The letter of the type of a number."""
    if token.kind == "spread":
        return "S"
    if token.percent:
        return "P"
    if token.countable:
        return "N"
    return "D" if token.unit is None else "U"


class Outline(Sieved):
    """The outline of a stretch of text.

    Attributes:
        text: its characters in lower case, each data number one symbol.
        tokens: the numbers, in the order of the text.
        places: the positions of their symbols.
        types: how many there are of each type, those that are several included.
        counted: the same as bits (`at_least`).
        norm: the plain form of the whole document, in its own letters.
        start: where it begins in the document.
        log: where what was matched, and what was set aside and why, is noted for ``--trace``; None where nobody asks.
    """

    __slots__ = (
        "_starts",
        "counted",
        "log",
        "norm",
        "places",
        "start",
        "text",
        "tokens",
        "types",
    )

    def __init__(self, norm: str, text: str, tokens: Sequence[Token], places: Sequence[int], start: int = 0) -> None:
        """``places``: the position in the text of the symbol of each number."""
        super().__init__(SIEVE)
        self.norm = norm
        self.start = start
        self.text = text
        self.tokens = tokens
        self.places = places
        self._starts = [token.start for token in tokens]
        found = [(ord(text[place]) - _FIRST) // _BLOCK for place in places]
        self.types, self.counted = _of_sets(tuple(map(found.count, range(len(TYPES)))))
        self.log: list[tuple[object, str | None]] | None = None

    @classmethod
    def of(cls, norm: str, low: str, start: int, end: int, numbers: Sequence[Token]) -> "Outline":
        """The outline of a document from one offset to another.

        Args:
            norm: the plain form of the document.
            low: the same as readings compare it.
            start, end: offsets.
            numbers: the numbers between them that are data, spreads included.
        """
        pieces: list[str] = []
        places, length, position = [], 0, start
        kept = [token for token in numbers[: _BLOCK - 1] if token.start >= start and token.end <= end]
        for index, token in enumerate(kept):
            piece = low[position : token.start]
            pieces += (piece, chr(TYPES[type_of(token)] + index))
            length += len(piece)
            places.append(length)
            length += 1
            position = token.end
        pieces.append(low[position:end])
        return cls(norm, "".join(pieces), kept, places, start)

    @property
    def marked(self) -> str:
        """The text with one and the same mark for all numbers of a type."""
        pieces: list[str] = []
        position = 0
        for place in self.places:
            pieces += (self.text[position:place], _MARKS[(ord(self.text[place]) - _FIRST) // _BLOCK])
            position = place + 1
        return "".join((*pieces, self.text[position:]))

    def _searched(self) -> str:
        # A space stands before every word, the first one too.
        return f" {self.marked}"

    def at(self, position: int) -> Token:
        """The number whose symbol stands at a position of the text."""
        return self.tokens[bisect.bisect_left(self.places, position)]

    def offset(self, position: int) -> int:
        """Where a position of the text is in the document; of an outline that is not brief."""
        index = bisect.bisect_left(self.places, position) - 1
        if index < 0:
            return self.start + position
        return self.tokens[index].end + position - self.places[index] - 1

    def place(self, token: Token) -> int:
        """The position of the symbol of a number.

        Raises:
            ValueError: where the outline does not have it.
        """
        index = bisect.bisect_left(self._starts, token.start)
        if index == len(self._starts) or self._starts[index] != token.start:
            raise ValueError(f"no symbol of {token.literal!r} in this outline")
        return self.places[index]

    def index(self, token: Token) -> int:
        """Which of the numbers of the outline it is."""
        return bisect.bisect_left(self._starts, token.start)

    def between(self, left: Token, right: Token) -> str:
        """What stands between two numbers."""
        return self.text[self.place(left) + 1 : self.place(right)]

    def before(self, token: Token, width: int = 60) -> str:
        """What stands in front of a number."""
        place = self.place(token)
        return self.text[max(0, place - width) : place]

    def after(self, token: Token, width: int = 60) -> str:
        """What stands behind a number."""
        place = self.place(token) + 1
        return self.text[place : place + width]

    def note(self, match: object, reason: str | None) -> None:
        """Remember a match, and why it was set aside if it was, where somebody asks."""
        if self.log is not None:
            self.log.append((match, reason))

    def symbol(self, token: Token, letter: str) -> str:
        """The symbol of a number as one of another type."""
        return chr(TYPES[letter] + (ord(self.text[self.place(token)]) - _FIRST) % _BLOCK)

    def retold(self, text: str) -> "Outline":
        """An outline of another text that has some of the same symbols, each once."""
        tokens = {
            (ord(self.text[place]) - _FIRST) % _BLOCK: token
            for place, token in zip(self.places, self.tokens, strict=True)
        }
        found = [(match.start(), tokens[(ord(match.group()) - _FIRST) % _BLOCK]) for match in _SYMBOL.finditer(text)]
        made = Outline(self.norm, text, [token for _, token in found], [place for place, _ in found], self.start)
        made.log = self.log
        return made
