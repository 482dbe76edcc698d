"""The places that print all figures of a claim, and the words around them."""

from collections.abc import Iterator

from checker.coverage import prints, quoted_of
from checker.document import Span
from checker.extraction.numbers import Token
from checker.extraction.sentences import Page
from checker.figures import places_of
from checker.kinds import AnyClaim
from checker.model import Place, Places

_MOST_QUOTES, _LONGEST = 3, 300


def quoting(page: Page, claim: AnyClaim) -> Places:
    """The places of a claim, and those nearby of figures that it has and that are not printed at any of them.

    A size that heads a list, or the time of a rate, stands in the sentence or the block and is no figure of its own.
    """
    spans = [span for place in places_of(claim) if (span := page.document.span(place)) is not None]
    if not spans:
        return claim.at
    bound = [token for span in spans for token in page.within(span.start, span.end)]
    missing = [figure for figure in quoted_of(claim) if not any(prints(token, figure) for token in bound)]
    added = []
    first = min(span.start for span in spans)
    for figure in missing:
        nearby = (token for token in _nearby(page, spans) if prints(token, figure))
        # What a claim takes over has been said before.
        nearest = min(nearby, key=lambda token: (token.start > first, abs(token.start - first)), default=None)
        if nearest is not None:
            added.append(page.document.place(Span(nearest.start, nearest.end)))
    return Places(dict.fromkeys((*claim.at, *added)))


def _nearby(page: Page, spans: list[Span]) -> Iterator[Token]:
    """The numbers of the sentences and blocks around some places, and those of tables they stand in."""
    for span in spans:
        block = page.document.block(span.start)
        around = [block.span] if block is not None else []
        around += [
            edge
            for table in page.document.tables
            if table.span.start <= span.start < table.span.end
            for edge in (table.span, table.caption)
            if edge is not None
        ]
        for edge in around:
            yield from page.within(edge.start, edge.end)


def quoted(page: Page, claim: AnyClaim) -> str:
    """The sentences and rows of tables that print the figures of a claim, in their order, the first few of them."""
    found: dict[Span, None] = {}
    for place in places_of(claim):
        span = page.document.span(place)
        if span is None:
            continue
        sentence = page.sentence(span.start)
        line = page.document.span(Place(page.document.line(span.start)))
        around = Span(sentence.start, sentence.end) if sentence is not None else line or span
        found.setdefault(around, None)
    rows = (page.text[span.start : span.end].replace("\t", " | ") for span in list(found)[:_MOST_QUOTES])
    return " / ".join(_shortened(" ".join(text.split())) for text in rows)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: text.rfind(" ", 0, _LONGEST)] + " …"
