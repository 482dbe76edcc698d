"""What a paper is to us: the populations it counts people in, what its numbers are that claim nothing, its claims."""

from collections.abc import Iterator
from typing import Any

import msgspec

from checker.kinds import AnyClaim, Group, Identifier, Proportion
from checker.model import Certainty, Count, Excuse, Places

# A page of text has a few hundred claims at most; a hostile file must not make the checks run for days.
MOST_CLAIMS = 20_000


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The text that the places point into: its file name and SHA-256."""

    file: str
    sha256: str = ""


class Description(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Bibliographic facts that identify the paper."""

    title: str
    authors: str | None = None
    year: str | None = None
    journal: str | None = None
    doi: str | None = None
    source: Source | None = None


class Population(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of people or things that figures are counted in.

    ``within``: the population it is part of. ``inferred``: how the size follows from printed figures, where it
    is not printed itself. ``assumed``: why it is taken to be that, where it does not follow; what is counted in
    such a population holds at best under this assumption.
    """

    size: Count
    at: Places = Places()
    within: str | None = None
    inferred: str | None = None
    assumed: str | None = None
    note: str | None = None


class Exclusion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Lines of the source that carry none of the paper's own figures, such as its reference list."""

    lines: str
    reason: str

    @property
    def bounds(self) -> tuple[int, int]:
        """The first and last line excluded."""
        first, _, last = self.lines.partition("-")
        return int(first), int(last or first)


class Context(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Numbers of the source that claim nothing checkable, with the reason."""

    reason: str
    at: Places


class Binding(msgspec.Struct, frozen=True):
    """How the figures of a claim came together, why a reader would think so, and what may excuse them.

    ``reading``: the name of the reading that says so. ``people``: by which words or arithmetic it is known whom the
    figures count, where that is not printed with them. ``cause``: what the
    claim shares with others that misfit as it does, where one answer would settle them all.
    """

    certainty: Certainty
    why: str = ""
    reading: str = ""
    people: str = ""
    excuses: tuple[Excuse, ...] = ()
    cause: str | None = None


class Drafted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the figures of a claim that `checker extract` drafted came together; a curator who agrees takes it out.

    ``why``: the reason of a guess. ``cause``: what the claim shares with others that misfit as it does.
    """

    certainty: Certainty
    why: str = ""
    cause: str | None = None

    def binding(self) -> Binding:
        """The same, as the rest of the program knows it."""
        return Binding(self.certainty, self.why, cause=self.cause)


_STATED = Binding(Certainty.STATED)


class Paper(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The claims of one paper, with the populations they are counted in.

    ``bindings``: how the figures of a claim came together, by its id; a claim without an entry is stated. In claims
    files these are the claims that say ``drafted``; whatever else stands in one is its curator's statement.
    """

    document: Description
    populations: dict[Identifier, Population] = {}
    exclude: tuple[Exclusion, ...] = ()
    context: tuple[Context, ...] = ()
    claims: tuple[AnyClaim, ...] = ()
    bindings: dict[str, Binding] = {}

    def certainty(self, claim: AnyClaim) -> Certainty:
        """How the figures of a claim came together."""
        return self.binding(claim).certainty

    def binding(self, claim: AnyClaim) -> Binding:
        """How the figures of a claim came together, with the reason."""
        return self.bindings.get(claim.id, _STATED)

    def denominator(self, figure: Proportion | Group | Any) -> Count | None:
        """The total that a claim or group prints itself, or else the size of the population it names."""
        if figure.total is not None:
            total: Count = figure.total
            return total
        return self.populations[figure.of].size if figure.of is not None else None

    def to_yaml(self) -> str:
        """A claims file of them, for a curator to edit."""
        from checker import claimtext

        return claimtext.dumps(self)

    def all_claims(self) -> Iterator[AnyClaim]:
        """The claims written down, and those that the nesting of the populations makes."""
        for name, population in self.populations.items():
            if population.within is not None and population.assumed is None:
                yield Proportion(id=f"population-{name}", at=population.at, count=population.size, of=population.within)
        yield from self.claims
