"""Collects the claims that the readings make, with the places of their figures and how these came together."""

from collections import Counter
from typing import Any, TypeVar, overload

import msgspec

from checker.document import Span
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.figures import populations_of
from checker.kinds import AnyClaim, Claim, Proportion
from checker.model import Count, Places, Reported
from checker.paper import MOST_CLAIMS, Binding, Description, Paper

Figure = TypeVar("Figure", bound=Reported)


class Drafts:
    """The claims and populations found so far, which are added in the order of the text."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.populations = page.populations
        self._claims: list[tuple[AnyClaim, Proposal]] = []
        self._made: set[tuple[type[Claim], frozenset[int]]] = set()

    def add(self, proposal: Proposal) -> None:
        """Add the claim of a proposal, unless there is one of its kind and figures."""
        key = proposal.kind, frozenset(figure.start for figure in proposal.figures)
        if key in self._made or len(self._claims) >= MOST_CLAIMS:
            return
        self._made.add(key)
        document, within = self.page.document, proposal.within
        made: Any = proposal.kind(
            id="draft",
            at=Places(document.place(Span(figure.start, figure.end)) for figure in proposal.figures),
            section=within.section if within is not None else None,
            **proposal.fields,
        )
        self._claims.append((made, proposal))

    def file(self, title: str) -> Paper:
        """The claims in the order of the text, numbered by kind."""
        numbers: Counter[str] = Counter()
        claims, bindings = [], {}
        people = self._people()
        for claim, proposal in self._claims:
            tag = str(claim.__struct_config__.tag)
            numbers[tag] += 1
            named = f"{tag}-{numbers[tag]}"
            claims.append(msgspec.structs.replace(claim, id=named))
            told = {people[figure.start] for figure in proposal.figures if figure.start in people}
            shares = (told.pop() if len(told) == 1 else "several") if told and _is_counted(claim) else ""
            whose = proposal.people or shares
            bindings[named] = Binding(proposal.certainty, proposal.why, proposal.reading, whose, cause=proposal.cause)
        counted = (name for claim in claims for name in (*populations_of(claim), *getattr(claim, "alternatives", ())))
        populations = {name: self.populations[name] for name in dict.fromkeys(counted)}
        return Paper(
            document=Description(title=title), populations=populations, claims=tuple(claims), bindings=bindings
        )

    def _people(self) -> dict[int, str]:
        """What told of whom the shares are: figures of other claims are of the same people."""
        return {
            figure.start: proposal.people
            for claim, proposal in self._claims
            if isinstance(claim, Proportion) and proposal.people
            for figure in proposal.figures
        }


def _is_counted(claim: Claim) -> bool:
    """Whether a claim rests on how many people there are."""
    return any(
        getattr(part, "total", None) or getattr(part, "of", None) for part in (claim, *getattr(claim, "groups", ()))
    )


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
