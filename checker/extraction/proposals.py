"""What readings propose, and which of it stands: one conflict rule for all kinds of claims."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from checker.document import Span, Table
from checker.extraction.numbers import Token
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Claim
from checker.model import Certainty
from checker.paper import MOST_CLAIMS, Population

_SUREST_FIRST = tuple(Certainty)


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that a reading would make.

    Attributes:
        kind: of the claim.
        within: the sentence or table that it stands in.
        figures: what it is made of, in the order in which the claim names them; the first is the one to point at.
        own: those of which no other claim of the kind may be made: a percentage has one count, a p one comparison.
        fields: of the claim.
        populations: those that the fields name.
        certainty, why: how its figures came together.
        reading: the name of the reading.
        people: the words or the arithmetic that told whom the figures count, where that is not printed with them and
            no share among the figures tells it already.
        cause: what it shares with others that misfit as it does, if anything; one answer settles them all.
    """

    kind: type[Claim]
    within: Sentence | Table | None
    figures: tuple[Token | Span, ...]
    own: tuple[Token | Span, ...]
    fields: dict[str, Any]
    populations: dict[str, Population] = {}
    certainty: Certainty = Certainty.PRINTED
    why: str
    reading: str
    people: str = ""
    cause: str | None = None

    @property
    def weight(self) -> tuple[int, int, bool, int]:
        """How specific it is: it binds more figures, one printed elsewhere too, more surely, closer together."""
        starts = [figure.start for figure in self.figures]
        bound = len(set(starts)) + ("of" in self.fields)
        said = not self.fields.get("presumed", False)
        return bound, -_SUREST_FIRST.index(self.certainty), said, min(starts) - max(starts)


def in_one(page: Page, kind: type[Claim], span: Span, reading: str, why: str, **fields: Any) -> Proposal:
    """What one expression says, all of which is to be pointed at."""
    return Proposal(
        kind=kind,
        within=page.sentence(span.start),
        figures=(span,),
        own=(span,),
        fields=fields,
        why=why,
        reading=reading,
    )


def settled(page: Page, proposals: Iterable[Proposal]) -> list[Proposal]:
    """The proposals that stand, in the order of the text.

    A figure may serve many claims; two proposals conflict where both are of one kind and own one figure. The more
    specific stands; where neither is, one stands as a guess. The order in which they are given means nothing.
    """
    by_kind: dict[type[Claim], list[Proposal]] = defaultdict(list)
    for proposal in proposals:
        by_kind[proposal.kind].append(proposal)
    return in_order(proposal for rivals in by_kind.values() for proposal in _of_kind(page, rivals))[:MOST_CLAIMS]


def _of_kind(page: Page, proposals: Sequence[Proposal]) -> Iterator[Proposal]:
    owners: dict[int, int] = {}
    standing: list[Proposal] = []
    for proposal in sorted(in_order(proposals), key=lambda each: each.weight, reverse=True):
        held = {owners[figure.start] for figure in proposal.own if figure.start in owners}
        if not held:
            owners.update((figure.start, len(standing)) for figure in proposal.own)
            standing.append(proposal)
            continue
        for at in held:
            rival = standing[at]
            page.note(proposal, f"{rival.reading} binds its figures more closely")
            if rival.weight == proposal.weight and not _same(rival, proposal):
                standing[at] = msgspec.structs.replace(
                    rival, certainty=Certainty.GUESSED, why=f"{proposal.reading} reads it differently"
                )
    for proposal in standing:
        page.note(proposal, None)
    yield from standing


def _same(one: Proposal, other: Proposal) -> bool:
    """Whether two claims say the same of the same figures."""
    if [figure.start for figure in one.figures] != [figure.start for figure in other.figures]:
        return False
    return one.fields == other.fields


def in_order(proposals: Iterable[Proposal]) -> list[Proposal]:
    """In the order of the text, those of one place too, whatever the order in which they were made."""
    ordered: list[Proposal] = []
    for _, rivals in itertools.groupby(sorted(proposals, key=_place), key=_place):
        alike = list(rivals)
        ordered += alike if len(alike) == 1 else sorted(alike, key=lambda each: repr(sorted(each.fields.items())))
    return ordered


def _place(proposal: Proposal) -> tuple[list[int], str, str]:
    places = sorted(figure.start for figure in proposal.figures)
    return places, str(proposal.kind.__struct_config__.tag), proposal.reading


Propose = Callable[[Page], Iterable[Proposal]]
