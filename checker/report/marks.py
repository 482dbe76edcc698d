"""Every number of a paper's text with what became of it: checked and how, no data, or nothing to compare with."""

import bisect
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from checker.document import Document, Span
from checker.extraction.numbers import Token, tokens
from checker.figures import figures, places_of
from checker.finding import Result
from checker.kinds import Claim
from checker.model import Place
from checker.report.statements import GROUPS, Statement

OUTSIDE = "in the reference list or around the paper"
DENOMINATOR = "a denominator"


class Mark(msgspec.Struct, frozen=True):
    """A figure of the text.

    ``statement``: the number of the gravest statement it belongs to. ``reason``: why it is no data, where it
    belongs to none; neither where nothing could be done with it. ``first_of``: the statements whose first
    figure it is.
    """

    span: Span
    group: str | None = None
    statement: int | None = None
    reason: str | None = None
    first_of: tuple[int, ...] = ()


class Counted(msgspec.Struct, frozen=True):
    """How many numbers of a text are of which kind: by group of statements, by reason, and loose ones."""

    groups: dict[str, int]
    reasons: dict[str, int]
    loose: int

    @property
    def checked(self) -> int:
        """The numbers that belong to a statement."""
        return sum(self.groups.values())

    @property
    def total(self) -> int:
        """All numbers of the text."""
        return self.checked + sum(self.reasons.values()) + self.loose


def marks(result: Result, found: Sequence[Statement]) -> list[Mark]:
    """The numbers of a paper's text in order, and words that stand for one, without overlap."""
    document = result.document
    if document is None:
        return []
    numbers, ends = numbered(document)
    by_span: dict[Span, Mark] = {}
    first_of: dict[Span, tuple[int, ...]] = {}
    for statement in sorted(found, key=lambda statement: GROUPS.index(statement.group)):
        spans = list(figure_spans(document, statement.claim, numbers, ends))
        for span in spans:
            by_span.setdefault(span, Mark(span, statement.group, statement.number))
        if spans:
            first_of[spans[0]] = (*first_of.get(spans[0], ()), statement.number)
    for span, statements in first_of.items():
        by_span[span] = msgspec.structs.replace(by_span[span], first_of=statements)
    for place, reason in _other(result):
        for token in _covered(document, place, numbers, ends):
            by_span.setdefault(Span(token.start, token.end), Mark(Span(token.start, token.end), reason=reason))
    outside = _outside(result)
    for token in numbers:
        span = Span(token.start, token.end)
        if span not in by_span:
            by_span[span] = Mark(span, reason=token.reason or (OUTSIDE if outside.hold(span) else None))
    return list(_apart(sorted(by_span.values(), key=lambda mark: (mark.span.start, mark.statement is None))))


def numbered(document: Document) -> tuple[list[Token], list[int]]:
    """The numbers of a text, and where each ends."""
    numbers = tokens(document.text)
    return numbers, [token.end for token in numbers]


def count(found: Iterable[Mark]) -> Counted:
    """How many numbers are of which kind."""
    groups = dict.fromkeys(GROUPS, 0)
    reasons: dict[str, int] = {}
    loose = 0
    for mark in found:
        if mark.group is not None:
            groups[mark.group] += 1
        elif mark.reason is not None:
            reasons[mark.reason] = reasons.get(mark.reason, 0) + 1
        else:
            loose += 1
    return Counted(groups, dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))), loose)


def figure_spans(document: Document, claim: Claim, numbers: list[Token], ends: list[int]) -> Iterator[Span]:
    """The characters of a claim's figures; its place itself where no number stands there (a word such as all)."""
    values = {(figure.value, figure.decimals) for _, figure in figures(claim)}
    for place in places_of(claim):
        within = list(_covered(document, place, numbers, ends))
        printing = [token for token in within if (token.value, token.decimals) in values]
        for token in printing or within:
            yield Span(token.start, token.end)
        if not within and place.first is not None and (span := document.span(place)) is not None:
            yield span


def _other(result: Result) -> Iterator[tuple[Place, str]]:
    """Places that carry no claim, with the reason: sizes of populations, and what a curator calls context."""
    if result.paper is not None:
        for population in result.paper.populations.values():
            yield from ((place, DENOMINATOR) for place in population.at)
        for entry in result.paper.context:
            yield from ((place, entry.reason) for place in entry.at)


def _covered(document: Document, place: Place, numbers: list[Token], ends: list[int]) -> Iterator[Token]:
    span = document.span(place)
    if span is None:
        return
    position = bisect.bisect_right(ends, span.start)
    while position < len(numbers) and numbers[position].start < span.end:
        yield numbers[position]
        position += 1


class _Areas(msgspec.Struct, frozen=True):
    """Stretches of text in order, without overlap."""

    spans: tuple[Span, ...]

    def hold(self, span: Span) -> bool:
        """Whether a span begins in one of them."""
        position = bisect.bisect_right(self.spans, span.start, key=lambda area: area.start) - 1
        return position >= 0 and span.start < self.spans[position].end


def _outside(result: Result) -> _Areas:
    """The reference list, what stands around a paper, and the lines that a curator leaves out."""
    document = result.document
    spans = []
    if document is not None:
        spans += [block.span for block in document.blocks if block.kind in ("reference", "furniture")]
        for exclusion in result.paper.exclude if result.paper is not None else ():
            first, last = exclusion.bounds
            ends = document.span(Place(first)), document.span(Place(min(last, len(document.line_starts))))
            if ends[0] is not None and ends[1] is not None:
                spans.append(Span(ends[0].start, ends[1].end))
    return _Areas(tuple(sorted(spans)))


def _apart(found: Iterable[Mark]) -> Iterator[Mark]:
    position = 0
    for mark in found:
        if mark.span.start >= position and mark.span.end > mark.span.start:
            yield mark
            position = mark.span.end
