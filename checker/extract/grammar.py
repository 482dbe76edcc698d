"""Readings: how a claim is put into words, as data with sentences that it reads and sentences that it leaves.

A shape is a regular expression over an outline. ``<count:N>`` is one number of a type (`checker.extract.outline`)
under the name of its role, ``<percents:P+>`` a list of them, ``<pairs:N/N+>`` a list of pairs, ``<:S>`` a number
without a role; ``{of}`` is a phrase of `checker.extract.phrases`, each of which stands once in the project.
"""

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from checker.document import Span
from checker.extract import phrases
from checker.extract.numbers import Token
from checker.extract.outline import ANY, Outline, characters

_HOLE = re.compile(r"<(?P<role>[a-z_0-9]*):(?P<types>[A-Z](?:/[A-Z])?)(?P<list>\+)?>")
_PHRASE = re.compile(r"\{(?P<name>[a-z][a-z_]*)\}")
_SYMBOL = re.compile(f"[{ANY}]")
_WORD = re.compile(r"[^\W\d_]+")


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A way of printing a claim.

    Attributes:
        name: what it looks like in print, in the fewest characters.
        shape: what it looks like in an outline.
        reads: sentences that it reads.
        leaves: sentences that look like it and that it leaves alone.
        unless: the reason why a match is something else, told by words and places only, never by arithmetic.
        doubt: the reason why a match may be something else, so that its claim is guessed.
        hints: pieces of text of which an outline has one wherever the shape fits; most outlines are passed over by
            these.
    """

    name: str
    shape: str
    reads: tuple[str, ...]
    leaves: tuple[str, ...] = ()
    unless: "Callable[[Match], str | None] | None" = None
    doubt: "Callable[[Match], str | None] | None" = None
    hints: tuple[str, ...] = ()


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
    return re.compile(_HOLE.sub(_hole, _spelled(shape)))


def _spelled(shape: str) -> str:
    return _PHRASE.sub(lambda found: f"(?:{_spelled(phrases.NAMED[found['name']])})", shape)


def _hole(found: re.Match[str]) -> str:
    one = _spelled("{of}").join(f"[{characters(types)}]" for types in found["types"].split("/"))
    several = f"(?:{_spelled('{and}')}{one})+" if found["list"] else ""
    return f"(?P<{found['role']}>{one}{several})" if found["role"] else f"(?:{one}{several})"


@functools.cache
def _needs(shape: str) -> tuple[tuple[str, int], ...]:
    """The least numbers of each set of types that an outline must have for the shape to fit."""
    found: Counter[str] = Counter()
    for hole in _HOLE.finditer(shape):
        if not hole["role"]:
            continue
        for types in hole["types"].split("/"):
            found[types] += 2 if hole["list"] else 1
    return tuple(found.items())


def _may_fit(reading: Reading, outline: Outline) -> bool:
    for types, least in _needs(reading.shape):
        if outline.types[types] < least:
            return False
    return not reading.hints or any(hint in outline.text for hint in reading.hints)


def matches(readings: Iterable[Reading], outline: Outline) -> Iterator[Match]:
    """Everywhere that a reading fits an outline and nothing says that it is something else."""
    for reading in readings:
        if not _may_fit(reading, outline):
            continue
        for match in _everywhere(reading, outline):
            reason = reading.unless(match) if reading.unless is not None else None
            outline.note(match, reason)
            if reason is None:
                doubt = reading.doubt(match) if reading.doubt is not None else None
                yield match if doubt is None else msgspec.structs.replace(match, doubt=doubt)


def _everywhere(reading: Reading, outline: Outline) -> Iterator[Match]:
    text = outline.text
    pattern = compiled(reading.shape)
    found = pattern.search(text)
    last: dict[str, tuple[Token, ...]] = {}
    while found:
        roles, texts = {}, {}
        for role in pattern.groupindex:
            if found[role] is None:
                continue
            if held := tuple(outline.at(found.start(role) + at.start()) for at in _SYMBOL.finditer(found[role])):
                roles[role] = held
            else:
                texts[role] = found[role]
        # The same numbers behind fewer words are the same match.
        if roles != last or not roles:
            yield Match(reading, outline, roles, texts, found.start(), found.end())
            last = roles
        found = pattern.search(text, found.start() + 1)


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


def _rank(item: tuple[tuple[int, int, int], int, str, Match]) -> tuple[tuple[int, int, int], int, str]:
    return item[:3]


def _share(one: Match, other: Match) -> bool:
    return not {token.start for token in one.tokens}.isdisjoint(token.start for token in other.tokens)
