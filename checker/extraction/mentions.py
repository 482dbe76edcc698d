"""Mentions: the figures of a paper that are results, each with the words that tell what it is of."""

import functools
import re
from collections.abc import Iterable, Iterator

from checker.document import Block, Span, Table
from checker.extraction import phrases
from checker.extraction.grammar import matches
from checker.extraction.numbers import Token
from checker.extraction.parts import Parts
from checker.extraction.printed import Figure
from checker.extraction.sentences import Page, Sentence
from checker.extraction.surfaces import open_limits
from checker.extraction.terms import Vocabulary
from checker.extraction.vocabulary import MEASURES, UNITS_OF_TIME

_CLOSES = re.compile(rf" ?%?(?: ?(?:{phrases.NOUNS}))? ?\)")
# Numbers that say when, how much was given or who was looked at, rather than what was found.
_DURATION = re.compile(
    r"median|mean|average|follow|duration|surviv|\b[oepdrl]f?s\b|time to|stay|length|\bage\b|interval|delay"
)
_WHEN = re.compile(
    r"(?:\b(?:than|at|within|after|least|most|for|to|first|initial|last|every|through|until|over|during|and|or|aged|from|"
    r"next|post|day|week|month|year|time|grade|stage|phase|type|age)|[-/+±]|[a-z][0-9]*[a-z-]*/)[ ]?$"
)
_LABEL = re.compile(r"\b(?:than|least|most|aged?|day|week|month|year|time|grade|stage|phase|type)[ ]?$")
# ``CA 125``, ``IL-6``: a number that is part of a name.
_NAME = re.compile(r"\b[A-Z][A-Za-z]{0,3}[ -]$")
_DOSE = re.compile(r"[ -]?(?:mg|microg|micrograms?|mcg|ug|g|iu|gy|milligrams?)\b(?! ?/ ?(?:d?l|ml)\b)| ?x ?[0-9]")
_COUNTED = re.compile(rf"(?: [a-z-]{{2,20}}){{0,3}}? (?:{phrases.NOUNS})\b|[ )]{{0,2}}$")
_COUNTS = re.compile(
    r"(?:\bn ?= ?|\bof (?:the |these |all )?|(?:enrolled|included|recruited|randomi[sz]ed|total of) (?:all )?)$"
)
# Where the words behind a figure stop to be about it.
_STOP = re.compile(r"[.;,()]|\b(?:and|but|while|whereas|vs|versus|compared|than|or|respectively|including)\b")
# Words that any quantity may have around it.
GENERIC = frozenset(
    "patient participant subject case group arm study trial month year week day hour t median mean percent percentage "
    "ci iqr range interval total number n result after before during all each per vs versus no not without than i e "
    "g ne nr na conclusion finding main interpretation discussion".split()
)
# A unit of measure is no name of a quantity either.
UNITS = frozenset(MEASURES)
_NO_NAMES = UNITS | {"vs", "versus"}
TIME_WORD = re.compile(r"t([0-9]+)")
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
_CLAUSE, _BEHIND = 140, 90

Words = tuple[str, ...]


class Mention:
    """A figure and those that belong to it, by role.

    Attributes:
        sentence: where it stands; of a table, the cell.
        roles: the figure (``value``), or the number of people that it is (``count``), and what is printed with it.
        named: what its limits and its spread are called, where anything calls them.
        start, end: its extent, a bracket that closes behind it included.
        before, behind: where its words begin and end.
        beside: the mentions of the sentence, in order.
        heads: of a table cell, where the heads of its row and column stand.
        index: its number in the paper.
        run: which stretch of the paper it stands in, from one heading to the next.
        part: which part of the paper (``abstract results``, ``discussion``, ``table``).
    """

    def __init__(self, vocabulary: Vocabulary, sentence: Sentence, figure: Figure, lower: Token | None) -> None:
        """``lower``: its limit, where the upper is words."""
        limits = figure.limits[0] if figure.limits else None
        alone = not (lower or limits or figure.count or figure.spread) and figure.value.countable
        parts = {
            "count" if alone else "value": figure.value,
            "lower": limits.lower if limits else lower,
            "upper": limits.upper if limits else None,
            "p": figure.p,
        }
        if not alone:
            parts |= {"count": figure.count, "total": figure.total, "spread": figure.spread}
        self.vocabulary = vocabulary
        self.sentence = sentence
        self.roles = {role: token for role, token in parts.items() if token is not None}
        self.named = ("ci" if lower else limits.name if limits else None, figure.spread_name)
        self.start = min(token.start for token in self.roles.values())
        end = max(token.end for token in self.roles.values())
        closed = _CLOSES.match(sentence.page.low, end, sentence.end)
        self.end = closed.end() if closed else end
        self.before = self.behind = self.index = self.run = 0
        self.part = ""
        self.beside: list[Mention] = [self]
        self.heads: tuple[Span, ...] = ()
        self._lead: Words | None = None

    @property
    def main(self) -> Token:
        """The figure that the mention is of: a number of people or things, unless it has another one beside it."""
        return self.roles.get("value") or self.roles["count"]

    @property
    def counted(self) -> bool:
        """Whether a number without anything beside it is plainly one of people or things."""
        if "value" in self.roles or len(self.roles) > 1:
            return True
        before, after = self.sentence.before(self.main), self.sentence.after(self.main)
        return _COUNTED.match(after) is not None or _COUNTS.search(before) is not None

    @property
    def lead(self) -> Words:
        """What stands in front; members of a list share what stands before the first, each with its place."""
        if self._lead is None:
            head: Words = ()
            for each in self.beside:
                words = each._in_front()
                if each is not self.beside[0] and not {*words} - _NO_NAMES:
                    place = int(head[-1][1:]) + 1 if head and head[-1][0] == "#" else 2
                    words = (*(head[:-1] if place > 2 else head), f"#{place}")
                each._lead = head = words
        return self._lead or ()

    def _in_front(self) -> Words:
        spans = [(head.start, head.end) for head in self.heads] or [(self.before, self.start)]
        return tuple(word for span in spans for word in self.vocabulary.words(*span))

    @functools.cached_property
    def trail(self) -> Words:
        """What stands behind, up to the end of the clause."""
        stop = _STOP.search(self.sentence.page.low, self.end, self.behind)
        return self.vocabulary.words(self.end, stop.start() if stop else self.behind)

    @functools.cached_property
    def all(self) -> frozenset[str]:
        """The words on both sides, without the place in a list."""
        return frozenset(word for word in (*self.lead, *self.trail) if word[0] != "#")

    @functools.cached_property
    def content(self) -> frozenset[str]:
        """The words that tell a quantity from others."""
        return frozenset(
            word for word in self.all - GENERIC if len(word) > 1 and word[0].isalpha() and not TIME_WORD.fullmatch(word)
        )


def mentions(sentence: Sentence, vocabulary: Vocabulary) -> list[Mention]:
    """The mentions of a sentence in order."""
    printed = sentence.printed
    lowers = {match.one("value").start: match.one("lower") for match in matches(open_limits.READINGS, sentence.brief)}
    taken = {lower.start for lower in lowers.values()}
    found: list[Mention] = []
    edge = sentence.start
    for figure in sorted(printed.figures, key=_first):
        start = figure.value.start
        if start in taken:
            continue
        if start in printed.ps:
            edge = figure.value.end
            continue
        mention = Mention(vocabulary, sentence, figure, lowers.get(start))
        if not _is_result(mention):
            continue
        mention.before = max(edge, mention.start - _CLAUSE)
        edge = mention.end
        if found:
            found[-1].behind = min(mention.start, found[-1].end + _BEHIND)
        found.append(mention)
    for mention in found:
        mention.beside = found
    if found:
        found[-1].behind = min(sentence.end, found[-1].end + _BEHIND)
    return found


def _first(figure: Figure) -> int:
    return figure.tokens[0].start


def _is_result(mention: Mention) -> bool:
    """Whether a figure is a result, rather than a time, a dose, a threshold or a label."""
    if any(token.comparator != "=" for role, token in mention.roles.items() if role != "p"):
        return False
    if len(mention.roles) > 1:
        return True
    sentence, token = mention.sentence, mention.main
    before, after = sentence.before(token), sentence.after(token, 30)
    if _COUNTS.search(before):
        return True
    if before.endswith(("-", "/", "±", "+")) or after.startswith(("-", "/")) or _DOSE.match(after):
        return False
    if token.unit in UNITS_OF_TIME:
        return _DURATION.search(before) is not None and not _WHEN.search(before)
    if not token.countable:
        return True
    named = _NAME.search(sentence.page.norm, max(sentence.start, token.start - 6), token.start)
    # ``The 24 patients``: no name, but the beginning of a sentence.
    label = named is not None and named.start() > sentence.start
    return token.value > 1 and not label and not _LABEL.search(before)


def cells(page: Page, table: Table, vocabulary: Vocabulary) -> Iterator[Mention]:
    """The mentions of a table, each cell a sentence of its own, with the heads of its row and column."""
    heads = [cell for cell in table.cells if cell.header or cell.row == 0]
    labels = {cell.row: cell.span for cell in table.cells if cell.column == 0}
    block = Block("table", table.span, table.section)
    for cell in table.cells:
        found = page.within(cell.span.start, cell.span.end)
        if not found or cell.header or cell.column == 0:
            continue
        above = [head.span for head in heads if head.column <= cell.column < head.column + head.colspan]
        sentence = Sentence(page, cell.span.start, cell.span.end, found, -1, table.section, block)
        for mention in mentions(sentence, vocabulary):
            mention.heads = (labels[cell.row], *above) if cell.row in labels else tuple(above)
            yield mention


def of_others(sentence: Sentence) -> bool:
    """Whether a sentence stands where a paper tells of others, or of what it planned."""
    return sentence.section is not None and _NOT_OURS.match(sentence.section) is not None


def own_sentences(page: Page) -> Iterator[tuple[Sentence, int, str]]:
    """The sentences with figures that tell of the paper's own results, with the stretch and part that they stand in."""
    parts = Parts()
    run = -1
    key: object = None
    for sentence in page.sentences:
        where = (sentence.section, None if sentence.block.kind == "paragraph" else sentence.paragraph)
        if where != key:
            run, key = run + 1, where
        part = parts.of(sentence)
        if not sentence.tokens or of_others(sentence):
            continue
        if any(token.reason == "citation" for token in sentence.others) or _OTHERS.search(sentence.low):
            continue
        if not _CITED.search(page.norm, sentence.start, sentence.end):
            yield sentence, run, part


def results(page: Page) -> Iterator[Mention]:
    """The mentions of the paper's own results, each with the stretch of the paper it stands in."""
    vocabulary = Vocabulary(page)
    last = 0
    for sentence, run, part in own_sentences(page):
        yield from _placed(mentions(sentence, vocabulary), run, part)
        last = run
    for further, table in enumerate(page.document.tables, start=1):
        yield from _placed(cells(page, table, vocabulary), last + further, "table")


def _placed(found: Iterable[Mention], run: int, part: str) -> Iterator[Mention]:
    for mention in found:
        mention.run, mention.part = run, part
        yield mention
