"""Collects the claims that the grammars find, with the places of their figures."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, TypeVar, overload

import msgspec

from checker.document import Span, Table
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.figures import places_of, populations_of
from checker.kinds import AnyClaim, Claim
from checker.model import Certainty, Count, Places, Reported
from checker.paper import Binding, Description, Paper

# A page of text has a few hundred claims at most; a hostile file must not make the checks run for days.
MOST_CLAIMS = 20_000
Figure = TypeVar("Figure", bound=Reported)


class Drafts:
    """The claims and populations found so far."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.claims: list[tuple[int, AnyClaim]] = []
        self.populations = page.populations
        self._bindings: dict[int, Binding] = {}
        self._made: set[tuple[type[Claim], frozenset[int]]] = set()

    def add(
        self,
        kind: type[Claim],
        within: Sentence | Table | None,
        figures: Sequence[Token | Span],
        certainty: Certainty | None = None,
        why: str = "",
        reading: str = "",
        cause: str | None = None,
        **fields: Any,
    ) -> bool:
        """Add a claim of a kind whose figures stand in a sentence or table, unless two grammars read it there.

        ``certainty``, ``why``, ``reading``: how its figures came together, where the grammar knows; else it is told by
        their places. ``cause``: what it shares with others that misfit as it does.
        """
        key = kind, frozenset(figure.start for figure in figures)
        if key in self._made or len(self.claims) >= MOST_CLAIMS:
            return False
        self._made.add(key)
        document = self.page.document
        places = Places(document.place(Span(figure.start, figure.end)) for figure in figures)
        start = min(figure.start for figure in figures)
        made: Any = kind(
            id="draft",
            at=places,
            section=within.section if within is not None else None,
            **fields,
        )
        if certainty is not None:
            self._bindings[len(self.claims)] = Binding(certainty, why, reading, cause=cause)
        self.claims.append((start, made))
        return True

    def file(self, title: str) -> Paper:
        """The claims in the order of the text, numbered by kind."""
        numbers: Counter[str] = Counter()
        claims, bindings = [], {}
        for position, (_, claim) in sorted(enumerate(self.claims), key=lambda item: item[1][0]):
            tag = str(claim.__struct_config__.tag)
            numbers[tag] += 1
            named = f"{tag}-{numbers[tag]}"
            claims.append(msgspec.structs.replace(claim, id=named))
            bindings[named] = self._bindings.get(position) or self._binding(claim)
        counted = {name for claim in claims for name in (*populations_of(claim), *getattr(claim, "alternatives", ()))}
        populations = {name: size for name, size in self.populations.items() if name in counted}
        return Paper(
            document=Description(title=title), populations=populations, claims=tuple(claims), bindings=bindings
        )

    def _binding(self, claim: AnyClaim) -> Binding:
        """Printed where all its figures stand in one sentence or table row, and none is that of a population."""
        populations = populations_of(claim)
        if populations:
            return Binding(Certainty.NAMED, f"counted in {', '.join(populations)}")
        places = places_of(claim)
        spans = [span for place in places if (span := self.page.document.span(place)) is not None]
        sentence = self.page.sentence(spans[0].start) if spans else None
        if sentence is not None and all(sentence.start <= span.start < sentence.end for span in spans):
            return Binding(Certainty.PRINTED, "in one sentence")
        if sentence is None and len({place.line for place in places}) == 1:
            return Binding(Certainty.PRINTED, "in one row")
        return Binding(Certainty.NAMED, "figures of several places")


@overload
def count(token: Token) -> Count: ...
@overload
def count(token: None) -> None: ...
def count(token: Token | None) -> Count | None:
    """A number of things as printed, if it is."""
    return _printed(Count, token) if token is not None else None


@overload
def reported(token: Token) -> Reported: ...
@overload
def reported(token: None) -> None: ...
def reported(token: Token | None) -> Reported | None:
    """A figure as printed, without its unit, if it is printed."""
    return _printed(Reported, token) if token is not None else None


def _printed(kind: type[Figure], token: Token) -> Figure:
    return kind.lexed(
        token.canonical, token.value, token.decimals, comparator=token.comparator, exponent=token.exponent
    )
