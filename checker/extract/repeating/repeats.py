"""One quantity printed in several places of a paper: abstract, results, discussion, conclusions, tables.

Two mentions are taken for one quantity by their other figures and by their words. The same figures are shown
as checked. Another figure is held against a mention only where one part of the paper says again what another
says, nothing but that figure differs, what either prints is not said again in the part of the other, and no
third mention could be meant.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.document import Span
from checker.extract.drafts import Drafts
from checker.extract.numbers import Token
from checker.extract.repeating.headings import Parts
from checker.extract.repeating.mentions import Mention, cells, mentions
from checker.extract.repeating.quantities import Quantities, differ, digits, mistyped, plain
from checker.extract.sentences import Page
from checker.extract.tables.grid import OF_ALL
from checker.kinds import Mention as Printed
from checker.kinds import Repeat
from checker.model import Places
from checker.rounding import unit

# Other people's figures, and figures that are assumed rather than found.
_OTHERS = re.compile(
    r"\b(?:et al|previous(?:ly)?|prior (?:stud|report|trial)|earlier (?:stud|report|trial)|literature|historical|"
    r"other (?:stud|trial|report|author|investigator)|another (?:stud|trial)|meta-?analys|expected|hypothes|assum|"
    r"to detect|power of|sample size|powered)"
)
# ``[12]``, ``[3, 14-16]``, ``(Smith and Jones, 2010)``.
_CITED = re.compile(
    r"\[[0-9]{1,3}(?:[ ]?[,-]{1,2}[ ]?[0-9]{1,3}){0,8}\][ ]?[.,;:)]|"
    r"\([A-Z][a-z]{1,20}[^()]{0,60}[ ,](?:19|20)[0-9]{2}[a-z]?\)"
)
_NOT_OURS = re.compile(
    r"(?:[0-9][0-9.]{0,5} ?)?(?:background|introduction|objective|aim|purpose|sample size|statistic|power|references?)",
    re.IGNORECASE,
)
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

Roles = tuple[str, ...]


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every quantity that is printed in several places."""
    if not page.document.tables and not _said_again(page):
        return
    found = list(itertools.islice(_mentions(page), _MOST_MENTIONS))
    for index, mention in enumerate(found):
        mention.index = index
    if not found or found[0].run == found[-1].run:
        return
    quantities = Quantities(page, found)
    links = Links(quantities, found)
    for repeated, roles in itertools.chain(links.agreeing(), _differing(quantities, links, found)):
        _add(page, drafts, repeated, roles, quantities.label(repeated))


def _said_again(page: Page) -> bool:
    """Whether a text has headings, a figure in two of its sections, or one in a section that concludes."""
    if any(block.kind == "heading" for block in page.document.blocks):
        return True
    first: dict[float, str | None] = {}
    for sentence in page.sentences:
        section = sentence.section
        if not sentence.tokens or (section and _NOT_OURS.match(section)):
            continue
        if section and _CONCLUDING.search(section):
            return True
        for token in sentence.tokens:
            if (token.value > 1 or token.decimals) and first.setdefault(token.value, section) != section:
                return True
    return False


def _mentions(page: Page) -> Iterator[Mention]:
    """The mentions of the paper's own results, each with the stretch of the paper it stands in."""
    parts = Parts()
    run = -1
    key: object = None
    for sentence in page.sentences:
        where = (sentence.section, None if sentence.block.kind == "paragraph" else sentence.paragraph)
        if where != key:
            run, key = run + 1, where
        part = parts.of(sentence)
        if not sentence.tokens or (sentence.section and _NOT_OURS.match(sentence.section)):
            continue
        if any(token.reason == "citation" for token in sentence.others) or _OTHERS.search(sentence.low):
            continue
        if _CITED.search(page.norm, sentence.start, sentence.end):
            continue
        for mention in mentions(sentence):
            mention.run, mention.part = run, part
            yield mention
    for table in page.document.tables:
        run += 1
        for mention in cells(page, table):
            mention.run, mention.part = run, "table"
            yield mention


class Links:
    """The mentions that print the same figures of one quantity."""

    def __init__(self, quantities: Quantities, found: Iterable[Mention]) -> None:
        self.quantities = quantities
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
                roles = self._same(other, mention)
                if roles:
                    self._link(other, mention, roles)

    def _link(self, one: Mention, other: Mention, roles: Roles) -> None:
        self.mentions[one.index] = one
        self.later[one.index].append((other, roles))
        self.parts[one.index].add(other.part)
        self.parts[other.index].add(one.part)

    def _same(self, one: Mention, other: Mention) -> Roles:
        """The figures that two mentions of one quantity share; none where they may be of two."""
        roles = tuple(role for role in one.roles if role in other.roles)
        if any(plain(one.roles[role]) != plain(other.roles[role]) for role in roles):
            return ()
        if one.limits and other.limits and one.limits != other.limits:
            roles = tuple(role for role in roles if role not in ("lower", "upper"))
        weight = _weight(one, roles)
        if weight < (_ENOUGH_DIGITS if one.part == other.part else 2) or not (one.counted or other.counted):
            # Within one part of a paper few say the same twice, and many figures coincide.
            return ()
        if (one.heads and other.heads) or (
            (one.heads or other.heads) and len(one.roles) != len(other.roles) and roles == ("count",)
        ):
            return ()
        return roles if len(self.quantities.shared(one, other)) >= (1 if weight >= 3 else 2) else ()

    def agreeing(self) -> Iterator[tuple[list[Mention], Roles]]:
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


def _differing(quantities: Quantities, links: Links, found: Iterable[Mention]) -> Iterator[tuple[list[Mention], Roles]]:
    """Pairs of mentions of one quantity that cannot both be right."""
    contrary = []
    meant: dict[int, set[object]] = defaultdict(set)
    for one, other in _comparable(quantities, found):
        roles = _contrary(quantities, links, one, other)
        if roles:
            contrary.append(([one, other], roles))
            meant[one.index].add(tuple(plain(other.roles[role]) for role in roles))
            meant[other.index].add(tuple(plain(one.roles[role]) for role in roles))
    # Of several figures that might be meant, no one can tell which.
    yield from (pair for pair in contrary if all(len(meant[mention.index]) == 1 for mention in pair[0]))


def _comparable(quantities: Quantities, found: Iterable[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of which one part says again what another says, with two figures or the nearest word in common."""
    earlier: dict[object, list[Mention]] = defaultdict(list)
    for mention in found:
        if not mention.part or _HEDGED.search(mention.sentence.before(mention.main, 16)):
            continue
        figures = sorted((role, plain(token)) for role, token in mention.roles.items() if role != "p")
        keys: list[object] = list(itertools.combinations(figures, 2)) if len(figures) > 2 else []
        lead = quantities.words(mention)[0]
        if lead and not mention.heads:
            keys.append((mention.main.unit, lead[-1]))
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


def _contrary(quantities: Quantities, links: Links, one: Mention, other: Mention) -> Roles:
    """The figures of which all but one agree, where both mentions are of one quantity; none otherwise."""
    roles = tuple(role for role in one.roles if role in other.roles)
    differing = [role for role in roles if differ(one.roles[role], other.roles[role])]
    same = tuple(role for role in roles if plain(one.roles[role]) == plain(other.roles[role]))
    if len(differing) != 1 or differing == ["p"] or len(same) + 1 != len(roles):
        return ()
    if (one.limits and other.limits and one.limits != other.limits) or not (one.counted and other.counted):
        return ()
    if other.part in links.parts[one.index] or one.part in links.parts[other.index]:
        # What is said again is said of another mention.
        return ()
    shared = quantities.shared(one, other)
    first, second = one.roles[differing[0]], other.roles[differing[0]]
    analysed_alike = quantities.analysis(one) == quantities.analysis(other)
    if not shared or not (analysed_alike or _far(first, second)):
        return ()
    figures = [role for role in same if role != "p"]
    if "ci" not in (one.limits, other.limits) and _of_a_group(other) and not one.heads:
        # The quartiles of a group, of whole years and the like, are often two of the three of everybody.
        return ()
    if len(figures) >= 2 and "range" not in (one.limits, other.limits):
        lacking = _ENOUGH_DIGITS - _weight(one, same)
        if lacking <= 0 or (lacking == 1 and len(quantities.alone(shared)) >= 2):
            return roles
    if not analysed_alike:
        return ()
    words = quantities.alike(one, other)
    beside = quantities.beside(one, other)
    opening = one.index not in quantities.before and other.index not in quantities.before
    # Behind another figure, what names the quantity may stand in front of that one.
    named = opening or True in beside or _weight(one, same) > 1 or quantities.named(words)
    if not words & shared or False in beside or not named:
        return ()
    slip = min(digits(first), digits(second)) >= _FEWEST_DIGITS and mistyped(first, second)
    figures = [role for role in figures if digits(one.roles[role]) > 1]
    evidence = len(words) + _FIGURE * (len(figures) + len(beside)) + _SLIP * slip
    return roles if evidence >= _ENOUGH else ()


def _of_a_group(mention: Mention) -> bool:
    """Whether it is a cell of quartiles in a column of one group with a size of its own."""
    heads = [mention.sentence.page.low[head.start : head.end] for head in mention.heads]
    sized = [head for head in heads if _SIZED.search(head)]
    return len(mention.roles) == 3 and "lower" in mention.roles and any(not OF_ALL.search(head) for head in sized)


def _far(one: Token, other: Token) -> bool:
    """Whether two figures differ by more than two analyses do whose other figures are the same."""
    return abs(one.value - other.value) >= _FAR * unit(one)


def _weight(mention: Mention, roles: Iterable[str]) -> int:
    """How many digits figures have in all; those of a p are any result's."""
    return sum(digits(mention.roles[role]) for role in roles if role != "p")


def _add(page: Page, drafts: Drafts, found: list[Mention], roles: Roles, label: str) -> None:
    drafts.add(
        Repeat,
        found[0].sentence,
        [each.roles[role] for each in found for role in roles],
        label=label or None,
        mentions=tuple(
            Printed(
                figures=tuple(each.roles[role].canonical for role in roles),
                at=Places(page.document.place(Span(each.roles[role].start, each.roles[role].end)) for role in roles),
            )
            for each in found
        ),
    )
