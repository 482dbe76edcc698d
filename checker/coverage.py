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
from checker.extraction.numbers import Token, tokens
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
    found = tokens(document.text)
    excluded = [_lines(document, *exclusion.bounds) for exclusion in paper.exclude]
    outside = [token for token in found if not any(_inside(token, span) for span in excluded)]
    bound: set[int] = set()
    misquoted: list[tuple[str, str]] = []
    for name, printed, places in _quotations(paper):
        within = _covered(document, outside, places)
        for figure, demanded in printed:
            matching = {token.start for token in within if _prints(token, figure)}
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


def _quotations(paper: Paper) -> Iterator[tuple[str, list[tuple[Reported | str, bool]], Sequence[Place]]]:
    """What is quoted where: a name, figures with whether they must be found, and the places.

    A level, an alpha or a population's size may be printed at the claim or not.
    """
    for name, population in paper.populations.items():
        if population.inferred is None and population.assumed is None:
            yield name, [(population.size, True)], population.at
    for claim in paper.claims:
        printed: list[tuple[Reported | str, bool]] = [(text, False) for text in _texts(claim)]
        # How many words a passage shares is counted, not printed.
        printed += [] if isinstance(claim, Passage) else [(figure, True) for _, figure in figures(claim)]
        printed += [
            (getattr(claim, field.name), False)
            for field in msgspec.structs.fields(claim)
            if field.default_factory is not msgspec.NODEFAULT
        ]
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


def _prints(token: Token, figure: Reported | str) -> bool:
    if isinstance(figure, str):
        return token.literal.translate(_BLANKS) in figure.translate(_BLANKS)
    return token.value == figure.value and token.decimals == figure.decimals


def _floored(share: float) -> str:
    """A percentage that says 100 only when it is."""
    return f"{math.floor(share * 10) / 10:.1f}".removesuffix(".0")
