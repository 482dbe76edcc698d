"""Whether a claims file accounts for every number of its source.

A number is bound when a claim has a place that covers it and a figure of that value; or it is context, with
a reason; or its lines are excluded. The other way round, a figure that is not printed where its claim says
is a misquotation.
"""

import bisect
import math
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from checker.document import Document, Span
from checker.extraction.grids.commas import has_decimal_commas, with_commas
from checker.extraction.numbers import Token
from checker.extraction.sentences import Page
from checker.figures import figures, places_of, populations_of
from checker.kinds import AnyClaim, FollowUp, Passage, PowerOfTen, Registry, Repeat
from checker.model import Place, Reported
from checker.numerals import SPACES
from checker.paper import Paper

_MOST_LISTED = 50
_BLANKS = str.maketrans(dict.fromkeys(SPACES, " "))


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """How the numbers of a source are accounted for.

    Attributes:
        bound, context, excluded: how many numbers each accounts for.
        unbound: places and literals of numbers that nothing accounts for.
        misquoted: claim ids and figures that are not printed where the claim says.
        idle: places of context entries that cover no number.
    """

    bound: int
    context: int
    excluded: int
    unbound: tuple[tuple[Place, str], ...]
    misquoted: tuple[tuple[str, str], ...]
    idle: tuple[tuple[Place, str], ...]

    @property
    def complete(self) -> bool:
        """Whether every number is accounted for and every claim quotes its source."""
        return not (self.unbound or self.misquoted or self.idle)

    @property
    def share(self) -> float:
        """The percentage of the numbers outside excluded lines that are accounted for."""
        counted = self.bound + self.context + len(self.unbound)
        return 100.0 if not counted else 100 * (self.bound + self.context) / counted

    def text(self, path: str) -> str:
        """The coverage as lines for a terminal."""
        total = self.bound + self.context + self.excluded + len(self.unbound)
        head = (
            f"{path}: {_floored(self.share)} % of {total - self.excluded} numbers: {self.bound} in claims, "
            f"{self.context} context, {len(self.unbound)} bound to nothing ({self.excluded} more in excluded lines)"
        )
        rows = [f"  {place}: {literal!r} is bound to nothing" for place, literal in self.unbound]
        rows += [f"  {claim}: {figure} is not printed where the claim says" for claim, figure in self.misquoted]
        rows += [f"  {place}: context ({reason}) covers no number" for place, reason in self.idle]
        more = [f"  … and {len(rows) - _MOST_LISTED} more"] if len(rows) > _MOST_LISTED else []
        return "\n".join([head, *rows[:_MOST_LISTED], *more])


def cover(paper: Paper, document: Document) -> Coverage:
    """Account for every number of the document, digits and number words alike."""
    return cover_page(paper, Page(document))


def cover_page(paper: Paper, page: Page) -> Coverage:
    """The same of a document prepared for reading."""
    document, found = page.document, numbers(page)
    excluded = [_lines(document, *exclusion.bounds) for exclusion in paper.exclude]
    outside = [token for token in found if not any(_inside(token, span) for span in excluded)]
    bound: set[int] = set()
    misquoted: list[tuple[str, str]] = []
    for name, printed, places in _quotations(paper):
        within = _covered(document, outside, places)
        for figure, demanded in printed:
            matching = {token.start for token in within if prints(token, figure)}
            bound |= matching
            if demanded and not matching:
                misquoted.append((name, str(figure)))
    context: set[int] = set()
    idle = []
    for entry in paper.context:
        for place in entry.at:
            covered = {token.start for token in _covered(document, outside, [place])}
            context |= covered
            if not covered:
                idle.append((place, entry.reason))
    context -= bound
    unbound = [token for token in outside if token.start not in bound and token.start not in context]
    return Coverage(
        bound=len(bound),
        context=len(context),
        excluded=len(found) - len(outside),
        unbound=tuple((document.place(Span(token.start, token.end)), token.literal) for token in unbound),
        misquoted=tuple(misquoted),
        idle=tuple(idle),
    )


def numbers(page: Page) -> list[Token]:
    """The numbers of a text in order, those of tables put together where their decimals stand behind a comma."""
    cells = [cell.span for table in page.document.tables if has_decimal_commas(page, table) for cell in table.cells]
    if not cells:
        return page.tokens
    inside = [token for span in cells for token in with_commas(page, page.within(span.start, span.end))]
    covered = sorted((span.start, span.end) for span in cells)
    ends = [end for _, end in covered]

    def outside(token: Token) -> bool:
        at = bisect.bisect_right(ends, token.start)
        return at == len(covered) or token.start < covered[at][0]

    return sorted([*filter(outside, page.tokens), *inside], key=lambda token: token.start)


def _quotations(paper: Paper) -> Iterator[tuple[str, list[tuple[Reported | str, bool]], Sequence[Place]]]:
    """What is quoted where: a name, figures with whether they must be found, and the places.

    A level, an alpha or a population's size may be printed at the claim or not.
    """
    for name, population in paper.populations.items():
        if population.inferred is None and population.assumed is None:
            yield name, [(population.size, True)], population.at
    for claim in paper.claims:
        printed: list[tuple[Reported | str, bool]] = [(text, False) for text in _texts(claim)]
        printed += [(figure, False) for figure in _taken(claim).values()]
        printed += [(figure, True) for figure in quoted_of(claim)]
        printed += [(paper.populations[name].size, False) for name in populations_of(claim)]
        yield claim.id, printed, places_of(claim)


def _texts(claim: AnyClaim) -> Iterator[str]:
    """Figures that are no numbers: identifiers, dates, and whatever a mention quotes as text."""
    if isinstance(claim, Registry):
        yield claim.number
    elif isinstance(claim, PowerOfTen):
        yield claim.printed
    elif isinstance(claim, FollowUp):
        yield from filter(None, (claim.start, claim.end, claim.cutoff))
    elif isinstance(claim, Repeat):
        for mention in claim.mentions:
            yield from mention.figures


def _lines(document: Document, first: int, last: int) -> Span:
    start = document.span(Place(first))
    end = document.span(Place(min(last, len(document.line_starts))))
    return Span(start.start, end.end) if start is not None and end is not None else Span(0, 0)


def _inside(token: Token, span: Span) -> bool:
    return span.start <= token.start and token.end <= span.end


def _covered(document: Document, found: list[Token], places: Iterable[Place]) -> list[Token]:
    """The numbers that overlap the places; ``found`` is in order."""
    within = []
    for place in places:
        span = document.span(place)
        if span is not None:
            first = bisect.bisect_left(found, span.start + 1, key=lambda token: token.end)
            last = bisect.bisect_left(found, span.end, key=lambda token: token.start)
            within += found[first:last]
    return within


def quoted_of(claim: AnyClaim) -> list[Reported]:
    """The figures that must be printed where a claim says; how many words a passage shares is counted, not printed."""
    if isinstance(claim, Passage):
        return []
    taken = _taken(claim)
    return [figure for name, figure in figures(claim) if name not in taken]


def _taken(claim: AnyClaim) -> dict[str, Reported]:
    """The figures of a claim that are taken for granted, printed or not, by their names."""
    return {
        field.name: getattr(claim, field.name)
        for field in msgspec.structs.fields(claim)
        if field.default_factory is not msgspec.NODEFAULT
    }


def prints(token: Token, figure: Reported | str) -> bool:
    """Whether a number of the text is a figure of a claim."""
    if isinstance(figure, str):
        return token.literal.translate(_BLANKS) in figure.translate(_BLANKS)
    if (token.unit == "years" or token.reason == "duration") and 0 < 12 * token.value == figure.value:
        # The rate at one year, the 1-year rate, of which a claim says 12 months.
        return True
    if token.kind == "fraction":
        # Half, of whom a claim says 50%.
        return abs(100 * token.value - figure.value) <= figure.place / 2
    return token.value == figure.value and token.decimals == figure.decimals


def _floored(share: float) -> str:
    """A percentage that says 100 only when it is."""
    return f"{math.floor(share * 10) / 10:.1f}".removesuffix(".0")
