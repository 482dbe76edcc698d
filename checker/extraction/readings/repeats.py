"""One quantity printed in several places of a paper: abstract, results, discussion, conclusions, tables.

Two mentions are taken for one quantity by their other figures and by their words. The same figures are shown
as checked. Another figure is held against a mention only where one part of the paper says again what another
says, nothing but that figure differs, what either prints is not said again in the part of the other, and no
third mention could be meant.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checker.document import Span
from checker.extraction.grids.grid import OF_ALL
from checker.extraction.likeness import (
    STATISTICS,
    alike,
    analysis,
    beside,
    differ,
    digits,
    label,
    mistyped,
    plain,
    shared,
)
from checker.extraction.mentions import TIME_WORD, Mention, of_others, results
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.kinds import Mention as Printed
from checker.kinds import Repeat
from checker.model import Certainty, Places
from checker.rounding import unit

# The names of its claims, of whose figures no one shape tells.
_NAME = "said again"
MAKES = (_NAME,)

_CONCLUDING = re.compile(r"conclu|discuss|interpret|abstract|summary|comment", re.IGNORECASE)
_HEDGED = re.compile(
    r"(?:about|approximately|nearly|almost|around|roughly|over|up to|at least|between|from|some|close to) $"
)
_SIZED = re.compile(r"\bn ?= ?[0-9]")
# Earlier mentions that one is compared with, and mentions in all: a hostile text must not make it more.
_MOST = 12
_MOST_MENTIONS = 4000
# Digits that two figures must share before others are held to be of one quantity by figures alone.
_ENOUGH_DIGITS = 5
# So much must speak for two mentions with one figure: a word each, more for figures.
_ENOUGH = 5.0
_FIGURE = 1.5
_SLIP = 3.0
_FEWEST_DIGITS = 3
# Units of the last printed place.
_FAR = 8.5
# What may be printed of the same figure in two ways: a p of another test, an error for a deviation.
_BESIDE_IT = {"p", "spread"}

Roles = tuple[str, ...]
Repeated = tuple[Sequence[Mention], Roles]


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every quantity that is printed in several places."""
    if not page.document.tables and not _may_repeat(page):
        return
    found = list(itertools.islice(results(page), _MOST_MENTIONS))
    for index, mention in enumerate(found):
        mention.index = index
    if not found or found[0].run == found[-1].run:
        return
    links = Links(found)
    for repeated, roles in itertools.chain(links.agreeing(), _differing(links, found)):
        yield _proposal(page, repeated, roles)


def _may_repeat(page: Page) -> bool:
    """Whether a text has headings, a figure in two of its sections, or one in a section that concludes."""
    if any(block.kind == "heading" for block in page.document.blocks):
        return True
    first: dict[float, str | None] = {}
    for sentence in page.sentences:
        if sentence.tokens and not of_others(sentence):
            if sentence.section and _CONCLUDING.search(sentence.section):
                return True
            for token in sentence.tokens:
                if (token.value > 1 or token.decimals) and first.setdefault(token.value, sentence.section) != (
                    sentence.section
                ):
                    return True
    return False


class Links:
    """The mentions that print the same figures of one quantity."""

    def __init__(self, found: Iterable[Mention]) -> None:
        self.later: dict[int, list[tuple[Mention, Roles]]] = defaultdict(list)
        self.mentions: dict[int, Mention] = {}
        # The parts of the paper in which each mention is said again.
        self.parts: dict[int, set[str]] = defaultdict(set)
        earlier: dict[object, list[Mention]] = defaultdict(list)
        for mention in found:
            near: dict[int, Mention] = {}
            for role in ("value", "count"):
                if role in mention.roles:
                    same = earlier[role, plain(mention.roles[role])]
                    near.update((other.index, other) for other in same[-_MOST:] if other.run != mention.run)
                    same.append(mention)
            for other in near.values():
                if roles := _same(other, mention):
                    self.mentions[other.index] = other
                    self.later[other.index].append((mention, roles))
                    self.parts[other.index].add(mention.part)
                    self.parts[mention.index].add(other.part)

    def agreeing(self) -> Iterator[Repeated]:
        """Each quantity once: its first mention and the later ones that print the same figures of it."""
        taken: set[int] = set()
        for index, links in sorted(self.later.items()):
            if index in taken:
                continue
            by_roles: dict[Roles, list[Mention]] = defaultdict(list)
            for other, roles in links:
                if other.index not in taken:
                    by_roles[roles].append(other)
            for roles, later in by_roles.items():
                taken.update(other.index for other in later)
                yield [self.mentions[index], *later], roles

    def said_again(self, one: Mention, other: Mention) -> bool:
        """Whether what one of two prints is said again in the part of the other: of a third mention."""
        return other.part in self.parts[one.index] or one.part in self.parts[other.index]


def _roles(one: Mention, other: Mention) -> Roles:
    """The roles that both have and call by the same names."""
    left_out: set[str] = set()
    for roles, name, named in zip((("lower", "upper"), ("spread",)), one.named, other.named, strict=True):
        if name and named and name != named:
            left_out.update(roles)
    return tuple(role for role in one.roles if role in other.roles and role not in left_out)


def _same(one: Mention, other: Mention) -> Roles:
    """The figures that two mentions of one quantity share; none where they may be of two."""
    both = [role for role in one.roles if role in other.roles]
    apart = {role for role in both if plain(one.roles[role]) != plain(other.roles[role])}
    if apart - _BESIDE_IT:
        return ()
    roles = tuple(role for role in _roles(one, other) if role not in apart)
    weight = _weight(one, roles)
    if weight < (_ENOUGH_DIGITS if one.part == other.part else 2) or not (one.counted or other.counted):
        # Within one part of a paper few say the same twice, and many figures coincide.
        return ()
    if (one.heads and other.heads) or (
        (one.heads or other.heads) and len(one.roles) != len(other.roles) and roles == ("count",)
    ):
        return ()
    return roles if len(shared(one, other)) >= (1 if weight >= 3 else 2) else ()


def _weight(mention: Mention, roles: Iterable[str]) -> int:
    """How many digits figures have in all; those of a p are any result's."""
    return sum(digits(mention.roles[role]) for role in roles if role != "p")


def _differing(links: Links, found: Iterable[Mention]) -> Iterator[Repeated]:
    """Pairs of mentions of one quantity that cannot both be right."""
    contrary = []
    meant: dict[int, set[object]] = defaultdict(set)
    for one, other in _comparable(found):
        if roles := _contrary(links, one, other):
            contrary.append(([one, other], roles))
            meant[one.index].add(tuple(plain(other.roles[role]) for role in roles))
            meant[other.index].add(tuple(plain(one.roles[role]) for role in roles))
    # Of several figures that might be meant, no one can tell which.
    yield from (pair for pair in contrary if all(len(meant[mention.index]) == 1 for mention in pair[0]))


def _comparable(found: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of which one part says again what another says, with two figures or the nearest word in common."""
    earlier: dict[object, list[Mention]] = defaultdict(list)
    for mention in found:
        if not mention.part or _HEDGED.search(mention.sentence.before(mention.main, 16)):
            continue
        figures = sorted((role, plain(token)) for role, token in mention.roles.items() if role != "p")
        keys: list[object] = list(itertools.combinations(figures, 2)) if len(figures) > 2 else []
        if mention.lead and not mention.heads:
            keys.append((mention.main.unit, mention.lead[-1]))
        near: dict[int, Mention] = {}
        for key in keys:
            near.update((other.index, other) for other in earlier[key][-_MOST:])
            earlier[key].append(mention)
        for other in near.values():
            if _summarises(other.part, mention.part) or _summarises(mention.part, other.part):
                yield other, mention


def _summarises(one: str, other: str) -> bool:
    """Whether one part of a paper says again what another says."""
    if one in ("title", "conclusion", "abstract conclusion"):
        return other not in (one, "introduction")
    if one.startswith("abstract"):
        return not other.startswith("abstract")
    return (one, other) in (("discussion", "results"), ("discussion", "table"), ("results", "table"))


def _contrary(links: Links, one: Mention, other: Mention) -> Roles:
    """The figures of which all but one agree, where both mentions are of one quantity; none otherwise."""
    roles = tuple(role for role in one.roles if role in other.roles)
    differing = [role for role in roles if differ(one.roles[role], other.roles[role])]
    same = tuple(role for role in roles if plain(one.roles[role]) == plain(other.roles[role]))
    if len(differing) != 1 or differing == ["p"] or len(same) + 1 != len(roles) or roles != _roles(one, other):
        return ()
    if not (one.counted and other.counted) or links.said_again(one, other):
        return ()
    words = shared(one, other)
    first, second = one.roles[differing[0]], other.roles[differing[0]]
    analysed_alike = analysis(one) == analysis(other)
    # Two analyses whose other figures are the same differ by little.
    if not words or not (analysed_alike or abs(first.value - second.value) >= _FAR * unit(first)):
        return ()
    limits = one.named[0], other.named[0]
    if "ci" not in limits and _of_a_group(other) and not one.heads:
        # The quartiles of a group, of whole years and the like, are often two of the three of everybody.
        return ()
    figures = [role for role in same if role != "p"]
    if len(figures) >= 2 and "range" not in limits:
        lacking = _ENOUGH_DIGITS - _weight(one, same)
        if lacking <= 0 or (lacking == 1 and len(words - STATISTICS) >= 2):
            return roles
    if not analysed_alike:
        return ()
    return roles if _told_by_words(one, other, words, figures, _slip(first, second)) else ()


def _slip(one: Token, other: Token) -> bool:
    return min(digits(one), digits(other)) >= _FEWEST_DIGITS and mistyped(one, other)


def _told_by_words(one: Mention, other: Mention, words: frozenset[str], figures: Roles | list[str], slip: bool) -> bool:
    """Whether the words and the figures beside two mentions leave no doubt that they are of one quantity."""
    same_words = alike(one, other)
    neighbours = beside(one, other)
    opening = one is one.beside[0] and other is other.beside[0]
    # Behind another figure, what names the quantity may stand in front of that one.
    named = opening or True in neighbours or _weight(one, figures) > 1
    named = named or any(word in STATISTICS or TIME_WORD.fullmatch(word) for word in same_words)
    if not same_words & words or False in neighbours or not named:
        return False
    telling = sum(digits(one.roles[role]) > 1 for role in figures) + len(neighbours)
    return len(same_words) + _FIGURE * telling + _SLIP * slip >= _ENOUGH


def _of_a_group(mention: Mention) -> bool:
    """Whether it is a cell of quartiles in a column of one group with a size of its own."""
    heads = [mention.sentence.page.low[head.start : head.end] for head in mention.heads]
    sized = [head for head in heads if _SIZED.search(head)]
    return len(mention.roles) == 3 and "lower" in mention.roles and any(not OF_ALL.search(head) for head in sized)


def _proposal(page: Page, found: Sequence[Mention], roles: Roles) -> Proposal:
    place = page.document.place
    printed = tuple(
        Printed(
            figures=tuple(each.roles[role].canonical for role in roles),
            at=Places(place(Span(each.roles[role].start, each.roles[role].end)) for role in roles),
        )
        for each in found
    )
    return Proposal(
        kind=Repeat,
        within=found[0].sentence,
        figures=tuple(each.roles[role] for each in found for role in roles),
        own=(),
        fields={"label": label(found) or None, "mentions": printed},
        certainty=Certainty.NAMED,
        why="the same words and figures in several places",
        reading=_NAME,
    )
