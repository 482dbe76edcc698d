"""Mentions: a figure with those that belong to it (limits, count and total, p), in a sentence or a table cell."""

import re
from collections.abc import Iterator

import msgspec

from checker.document import Block, Span, Table
from checker.extract import phrases
from checker.extract.intervals import bare_limits, intervals, is_p
from checker.extract.measurements.summaries import with_limits
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.extract.vocabulary import TIMES

# ``12 (45%)``, ``12 patients (45%)``; ``45% (12 of 27``, ``45% (12/27``; ``12 of 27 (45%)``, ``12/27 patients (45%)``.
_OPENS = re.compile(r"(?: [a-z]{2,16}){0,2} ?\( ?")
_OUT_OF = re.compile(r" ?/ ?| (?:out )?of (?:the )?")
# An upper limit that is words: ``12.7-not estimated``, ``7.0 to NE``.
_OPEN_ENDED = re.compile(r" ?(?:-{1,2}|to|,) ?(?:not |n\.?[eraco]\b)")
_ONE_LIMIT = re.compile(
    r"[ ]?[a-z]{0,10}[ ]?[,;(]{1,2}[ ]?[89][0-9](?:\.[0-9])?[ ]?%[ ]?(?:ci|confidence interval)[ :=,]{0,3}"
)
_TO_P = re.compile(r"[ ]?%?[ ]?[,;] ?(?:log[- ]?rank )?p ?(?:-?value)? ?[<=>≤≥]? ?")
_CLOSES = re.compile(r" ?%?(?: ?(?:patients|participants|subjects|cases|women|men|children))? ?\)?")

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

_TIMES = frozenset(TIMES.values())
_CLAUSE = 140
_BEHIND = 90


class Mention(msgspec.Struct):
    """A figure and those that belong to it, by role.

    Attributes:
        sentence: where it stands; of a table, the cell.
        roles: the figure (``value``), its limits (``lower``, ``upper``), what it is counted from (``count``,
            ``total``) and its ``p``.
        limits: what the limits are called, where anything calls them.
        start: offset of its first character.
        end: offset behind its last.
        before: where its words begin.
        behind: where its words end.
        heads: of a table cell, where the heads of its row and column stand.
        index: its number in the paper.
        run: which stretch of the paper it stands in, from one heading to the next.
        part: which part of the paper (``abstract results``, ``discussion``, ``table``).
    """

    sentence: Sentence
    roles: dict[str, Token]
    limits: str | None
    start: int
    end: int
    before: int = 0
    behind: int = 0
    heads: tuple[Span, ...] = ()
    index: int = 0
    run: int = 0
    part: str = ""

    @property
    def counted(self) -> bool:
        """Whether a number without anything beside it is plainly one of people or things."""
        if "value" in self.roles or len(self.roles) > 1:
            return True
        before, after = self.sentence.before(self.main), self.sentence.after(self.main)
        return _COUNTED.match(after) is not None or _COUNTS.search(before) is not None

    @property
    def main(self) -> Token:
        """The figure that the mention is of: a number of people or things, unless it has another one beside it."""
        return self.roles.get("value") or self.roles["count"]


def mentions(sentence: Sentence) -> list[Mention]:
    """The mentions of a sentence in order."""
    tokens = sentence.tokens
    low = sentence.page.low
    named = {}
    if len(tokens) > 2:
        named = {each.lower.start: "ci" for each in intervals(sentence)}
        named |= {each.lower.start: each.name for each in with_limits(sentence)}
    found: list[Mention] = []
    index = 0
    edge = sentence.start
    while index < len(tokens):
        if is_p(sentence, tokens[index]):
            edge = tokens[index].end
            index += 1
            continue
        first = tokens[index]
        roles, last = _share(sentence, index)
        kind = None
        if last + 2 < len(tokens) and tokens[last + 1].start in named and len(roles) == 1:
            # A whole number with limits is a measurement, no number of people.
            roles = {"value": first}
        if last + 2 < len(tokens) and tokens[last + 1].start in named:
            kind = named[tokens[last + 1].start]
            roles |= {"lower": tokens[last + 1], "upper": tokens[last + 2]}
            last += 2
        elif last + 2 < len(tokens) and bare_limits(sentence, last + 1):
            roles = {"value": first} if len(roles) == 1 else roles
            roles |= {"lower": tokens[last + 1], "upper": tokens[last + 2]}
            last += 2
        elif lower := _open_ended(sentence, tokens[last]):
            kind = "ci"
            roles = {"value": first, "lower": lower}
        if last + 1 < len(tokens) and is_p(sentence, tokens[last + 1]) and _TO_P.fullmatch(sentence.gap(last)):
            roles["p"] = tokens[last + 1]
            last += 1
        end = max(token.end for token in roles.values())
        closed = _CLOSES.match(low, end, sentence.end)
        end = closed.end() if closed and closed.group().endswith(")") else end
        if not _found(sentence, first, roles):
            index = last + 1
            continue
        if found:
            found[-1].behind = min(first.start, found[-1].end + _BEHIND)
        found.append(Mention(sentence, roles, kind, first.start, end, max(edge, first.start - _CLAUSE)))
        edge = end
        index = last + 1
    if found:
        found[-1].behind = min(sentence.end, found[-1].end + _BEHIND)
    return found


def _found(sentence: Sentence, token: Token, roles: dict[str, Token]) -> bool:
    """Whether a figure is a result, rather than a time, a dose, a threshold or a label."""
    if any(figure.comparator != "=" for role, figure in roles.items() if role != "p"):
        return False
    if len(roles) > 1:
        return True
    before, after = sentence.before(token), sentence.after(token, 30)
    if _COUNTS.search(before):
        return True
    if before.endswith(("-", "/", "±", "+")) or after.startswith(("-", "/")) or _DOSE.match(after):
        return False
    if token.unit in _TIMES:
        return _DURATION.search(before) is not None and not _WHEN.search(before)
    if not token.countable:
        return True
    named = _NAME.search(sentence.page.norm, max(sentence.start, token.start - 6), token.start)
    # ``The 24 patients``: no name, but the beginning of a sentence.
    label = named is not None and named.start() > sentence.start
    return token.value > 1 and not label and not _LABEL.search(before)


def _open_ended(sentence: Sentence, value: Token) -> Token | None:
    """The lower limit of an interval whose upper limit is words."""
    low = sentence.page.low
    found = _ONE_LIMIT.match(low, value.end, sentence.end)
    lower = sentence.page.token(found.end()) if found else None
    return lower if lower is not None and _OPEN_ENDED.match(low, lower.end, sentence.end) else None


def _share(sentence: Sentence, index: int) -> tuple[dict[str, Token], int]:
    """A percentage with its count and total, or the figure alone; and the position of its last number."""
    tokens = sentence.tokens
    first = tokens[index]
    second = tokens[index + 1] if index + 1 < len(tokens) else None
    third = tokens[index + 2] if index + 2 < len(tokens) else None
    alone = {"count" if first.countable else "value": first}
    if second is None:
        return alone, index
    gap = sentence.gap(index)
    if first.countable and second.percent and _OPENS.fullmatch(gap):
        return {"value": second, "count": first}, index + 1
    if third is not None:
        behind = sentence.gap(index + 1)
        if first.countable and second.countable and third.percent:
            if _OUT_OF.fullmatch(gap) and _OPENS.fullmatch(behind):
                return {"value": third, "count": first, "total": second}, index + 2
        elif first.percent and second.countable and _OPENS.fullmatch(gap) and _OUT_OF.fullmatch(behind):
            return {"value": first, "count": second, "total": third}, index + 2
    return alone, index


def cells(page: Page, table: Table) -> Iterator[Mention]:
    """The mentions of a table, each cell a sentence of its own, with the heads of its row and column."""
    heads = [cell for cell in table.cells if cell.header or cell.row == 0]
    labels = {cell.row: cell.span for cell in table.cells if cell.column == 0}
    block = Block("table", table.span, table.section)
    for cell in table.cells:
        found = page.within(cell.span.start, cell.span.end)
        if not found or cell.header or cell.column == 0:
            continue
        above = [head.span for head in heads if head.column <= cell.column < head.column + head.colspan]
        of = (labels[cell.row], *above) if cell.row in labels else tuple(above)
        sentence = Sentence(page, cell.span.start, cell.span.end, found, -1, table.section, block)
        for mention in mentions(sentence):
            mention.heads = of
            yield mention
