"""Readings: how a claim is put into words, as data with sentences that it reads and sentences that it leaves.

A shape is a regular expression over an outline. ``<count:N>`` is one number of a type (`checker.extraction.outline`)
under the name of its role, ``<percents:P+>`` a list of them, ``<pairs:N/N+>`` a list of pairs, ``<:S>`` a number
without a role; ``{of}`` is a phrase of `checker.extraction.phrases`, each of which stands once in the project.
"""

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from checker.document import Span
from checker.extraction import literals, phrases
from checker.extraction.numbers import Token
from checker.extraction.outline import ANY, SETS, SIEVE, Outline, at_least, characters, marks, symbols, within

_HOLE = re.compile(r"<(?P<role>[a-z_0-9]*):(?P<types>[A-Z](?:/[A-Z])?)(?P<list>\+)?>")
_PHRASE = re.compile(r"\{(?P<name>[a-z][a-z_]*)\}")
_SYMBOL = re.compile(f"[{ANY}]")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = sorted(phrases.NAMED)
# Characters of no text, which stand for phrases.
_FIRST_PHRASE = 0xE000
_MARKS = {symbols(types): marks(types) for types in SETS}


class Reading(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A way of printing a claim.

    Attributes:
        name: what it looks like in print, in the fewest characters.
        shape: what it looks like in an outline.
        reads: sentences that it reads.
        leaves: sentences that look like it and that it leaves alone.
        unless: the reason why a match is something else, told by words and places only, never by arithmetic.
        doubt: the reason why a match may be something else, so that its claim is guessed.
        hints: pieces of text of which an outline must have one, where the shape itself asks for none.
    """

    name: str
    shape: str
    reads: tuple[str, ...]
    leaves: tuple[str, ...] = ()
    unless: "Callable[[Match], str | None] | None" = None
    doubt: "Callable[[Match], str | None] | None" = None
    hints: tuple[str, ...] = ()

    @functools.cached_property
    def pattern(self) -> re.Pattern[str]:
        """The shape as a regular expression over outlines."""
        return compiled(self.shape)

    @functools.cached_property
    def numbers(self) -> tuple[tuple[str, int], ...]:
        """The least numbers of each set of types that an outline must have for the shape to fit."""
        # Phrases ask for none, and are long.
        least = literals.classes(_PHRASE.sub("(?:)", _holes(self.shape)))
        found = {name: sum(least[symbols(other)] for other in SETS if within(other, name)) for name in SETS}
        # What narrower types say already need not be said again.
        narrower = {name: [found[other] for other in SETS if other != name and within(other, name)] for name in SETS}
        return tuple((name, many) for name, many in found.items() if many and many not in narrower[name])

    @functools.cached_property
    def least(self) -> int:
        """The same as the bits that the numbers of such an outline have."""
        return at_least(dict(self.numbers))

    @functools.cached_property
    def needs(self) -> int:
        """The bits of the pieces that the marked text of an outline must have for the shape to fit."""
        hinted = (self.hints,) if self.hints else ()
        return SIEVE.asked((*hinted, *literals.needed(_parsed(self.shape), _MARKS)))


class Match(msgspec.Struct, frozen=True):
    """A reading that fits an outline.

    Attributes:
        roles: the numbers of each role, in the order of the text.
        texts: the named pieces of the shape that hold no number.
        start, end: where it begins and ends in the outline.
        doubt: why it may be something else, if it may.
    """

    reading: Reading
    outline: Outline
    roles: dict[str, tuple[Token, ...]]
    texts: dict[str, str]
    start: int
    end: int
    doubt: str | None = None

    def one(self, role: str) -> Token:
        """The number of a role that is no list."""
        return self.roles[role][0]

    def before(self, width: int = 60) -> str:
        """What stands in front, as the outline has it."""
        return self.outline.text[max(0, self.start - width) : self.start]

    def after(self, width: int = 60) -> str:
        """What stands behind."""
        return self.outline.text[self.end : self.end + width]

    @property
    def span(self) -> Span:
        """Where it stands in the document; in an outline that is not brief."""
        return Span(self.outline.offset(self.start), self.outline.offset(self.end))

    @property
    def words(self) -> str:
        """What it spans."""
        return self.outline.text[self.start : self.end]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All its numbers, in the order of the text."""
        return tuple(sorted((token for held in self.roles.values() for token in held), key=lambda token: token.start))

    @property
    def weight(self) -> tuple[int, int, int]:
        """How specific it is: it binds more numbers, crosses fewer edges of brackets, passes over fewer words."""
        words = self.words
        return len(self.tokens), -abs(words.count("(") - words.count(")")), -len(_WORD.findall(words))


@functools.cache
def compiled(shape: str) -> re.Pattern[str]:
    """The shape as a regular expression over outlines.

    Raises:
        KeyError: where it names a phrase or a type that there is not.
    """
    return literals.compiled(_spelled(_holes(shape)), pieces=_parsed(shape))


@functools.lru_cache(maxsize=8)
def _parsed(shape: str) -> literals.Pieces:
    # What is asked of a shape is asked of it at about one time.
    return _with_phrases(_holes(shape))


@functools.cache
def _phrase(name: str) -> literals.Pieces:
    return _with_phrases(_holes(phrases.NAMED[name]))


def _with_phrases(expression: str) -> literals.Pieces:
    """The pieces of an expression that names phrases, each of which is parsed once."""
    names = {found["name"]: chr(_FIRST_PHRASE + _NAMES.index(found["name"])) for found in _PHRASE.finditer(expression)}
    parts = {ord(code): _phrase(name) for name, code in names.items()}
    return literals.parsed(_PHRASE.sub(lambda found: names[found["name"]], expression), parts)


def _spelled(expression: str) -> str:
    return _PHRASE.sub(lambda found: f"(?:{_spelled(_holes(phrases.NAMED[found['name']]))})", expression)


def _holes(shape: str) -> str:
    return _HOLE.sub(_hole, shape)


def _hole(found: re.Match[str]) -> str:
    one = "{of}".join(f"[{characters(types)}]" for types in found["types"].split("/"))
    several = f"(?:{{and}}{one})+" if found["list"] else ""
    return f"(?P<{found['role']}>{one}{several})" if found["role"] else f"(?:{one}{several})"


def matches(readings: Iterable[Reading], outline: Outline) -> Iterator[Match]:
    """Everywhere that a reading fits an outline and nothing says that it is something else."""
    counted, text = outline.counted, outline.text
    for reading in readings:
        if (least := reading.least) & counted == least and outline.has(reading.needs):
            yield from _standing(reading, outline, reading.pattern.search(text))


def _standing(reading: Reading, outline: Outline, found: re.Match[str] | None) -> Iterator[Match]:
    """The matches of a reading from the first place on where it fits."""
    last: dict[str, tuple[Token, ...]] = {}
    while found:
        roles, texts = {}, {}
        for role, words in found.groupdict().items():
            if words is None:
                continue
            if held := tuple(outline.at(found.start(role) + at.start()) for at in _SYMBOL.finditer(words)):
                roles[role] = held
            else:
                texts[role] = words
        # The same numbers behind fewer words are the same match.
        if roles != last or not roles:
            match = Match(reading, outline, roles, texts, found.start(), found.end())
            reason = reading.unless(match) if reading.unless is not None else None
            outline.note(match, reason)
            if reason is None:
                doubt = reading.doubt(match) if reading.doubt is not None else None
                yield match if doubt is None else msgspec.structs.replace(match, doubt=doubt)
            last = roles
        found = reading.pattern.search(outline.text, found.start() + 1)


def settled(found: Sequence[Match], conflict: "Callable[[Match, Match], bool] | None" = None) -> list[Match]:
    """The matches that stand, in the order of the text.

    Of two that conflict (by default: that share a number) the more specific stands, in whatever order they are given;
    where neither is, one stands in doubt.
    """
    if len(found) < 2:
        return list(found)
    conflict = conflict or _share
    standing: list[Match] = []
    ranked = sorted(
        ((match.weight, -match.start, match.reading.name, match) for match in found), key=_rank, reverse=True
    )
    for weight, _, _, match in ranked:
        rivals = [other for other in standing if conflict(match, other)]
        if not rivals:
            standing.append(match)
            continue
        match.outline.note(match, f"{rivals[0].reading.name!r} binds its numbers more closely")
        if any(rival.weight == weight for rival in rivals):
            doubt = f"{match.reading.name!r} has as good a title to its numbers"
            standing = [msgspec.structs.replace(each, doubt=doubt) if each in rivals else each for each in standing]
    return sorted(standing, key=lambda match: match.start)


def over(role: str) -> "Callable[[Match, Match], bool]":
    """That two matches conflict where they have one number of a role, whatever else they share."""
    return lambda one, other: one.one(role).start == other.one(role).start


def _rank(item: tuple[tuple[int, int, int], int, str, Match]) -> tuple[tuple[int, int, int], int, str]:
    return item[:3]


def _share(one: Match, other: Match) -> bool:
    return not {token.start for token in one.tokens}.isdisjoint(token.start for token in other.tokens)
