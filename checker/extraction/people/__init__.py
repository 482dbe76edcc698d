"""Who is counted: one graph of the groups of a paper, each with its size, and of whom of them every figure is.

Three witnesses are heard: the words that bind a figure to a group (`bindings`), its own arithmetic, and that of other
figures which the same words bind (`resolving`). Words outrank arithmetic in what they exclude; a figure is never left
out for its own misfit alone.
"""

import functools
import re
from collections import Counter
from collections.abc import Sequence

from checker.document import Span
from checker.extraction.drafts import count
from checker.extraction.numbers import Token
from checker.extraction.people.counted import Figure, placed
from checker.extraction.people.groups import STATED, Group
from checker.extraction.people.known import Known
from checker.extraction.people.resolving import DERIVED, Resolution, Resolver
from checker.extraction.people.shares import Share, shares
from checker.extraction.people.told_apart import TwoNamed, told_apart, two_named
from checker.extraction.sentences import Page, Sentence
from checker.model import Count, Places
from checker.paper import Population

__all__ = ["Figure", "Group", "People", "Resolution", "Share", "TwoNamed"]

# Words that make no name of a group in a claims file.
_NAMELESS = frozenset(
    "the a an and or of in to for with was were is are had have has been by on at from group groups arm arms patients "
    "patient subjects participants n who received receiving either randomly randomized randomised".split()
)
_NAME = re.compile(r"[a-z][a-z0-9+-]{0,30}")


class People(Known):
    """The groups of a paper, and of which of them its figures are."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._resolver = Resolver(self)

    def figure(self, sentence: Sentence, number: Token | None, percent: Token) -> Figure:
        """A count with its percentage, or a percentage alone, to be asked about."""
        if number is not None:
            for known in self.of(sentence):
                if known.percent is percent and known.count is number:
                    return known
        return placed(sentence, number, percent)

    def resolve(self, figure: Figure) -> Resolution | None:
        """Of whom a figure is: the group, how sure that is, and the reason in words; None where nothing can be said."""
        return self._resolver.resolve(figure)

    @functools.cached_property
    def shares(self) -> list[Share]:
        """The shares of the paper, each with those of whom it is."""
        return list(shares(self._resolver))

    @functools.cached_property
    def _share_at(self) -> dict[int, Share]:
        return {share.percent.start: share for share in self.shares}

    def share(self, percent: Token) -> Share | None:
        """The share whose percentage a number is."""
        return self._share_at.get(percent.start)

    def counts(self, total: int) -> set[int]:
        """The counts that the paper gives of a total."""
        pairs = (share.pair for share in self.shares)
        return {int(pair[0].value) for pair in pairs if pair is not None and pair[1].value == total}

    @functools.cached_property
    def main(self) -> Group | None:
        """The people of whom most shares of the paper are; None where that is one share only."""
        pairs = (share.pair for share in self.shares)
        found = Counter(int(pair[1].value) for pair in pairs if pair is not None)
        ranked = [(number, size) for size, number in found.items() if self._is_stated(size)]
        number, size = max(ranked, default=(0, 0))
        return self.sizes[size] if number > 1 else None

    def _is_stated(self, size: int) -> bool:
        return size in self.sizes and self.sizes[size].how in STATED

    @functools.cached_property
    def _told_apart(self) -> dict[int, tuple[Group, Group]]:
        return told_apart(self, self.main, self.counted_of)

    def counted_of(self, number: Token) -> set[int]:
        """The totals that a number is counted of, by its percentages."""
        return self._totals.get(number.start, set())

    @functools.cached_property
    def _totals(self) -> dict[int, set[int]]:
        found: dict[int, set[int]] = {}
        for share in self.shares:
            if share.pair is not None:
                found.setdefault(share.pair[0].start, set()).add(int(share.pair[1].value))
        return found

    def two(self, sentence: Sentence) -> tuple[Group, Group] | None:
        """The two groups of a sentence that one word tells apart, in the order of its figures."""
        return self._told_apart.get(sentence.index)

    def two_named(self, sentence: Sentence, one: Sequence[Token], other: Sequence[Token], end: int) -> TwoNamed | None:
        """The groups of two figures, each given by its numbers; ``end``: where the words about them end."""
        return two_named(self, sentence, one, other, end)

    def twice(self, totals: Sequence[Token]) -> bool:
        """Whether equal totals are those of one group of people, all of them seen twice."""
        groups = [group for total in totals if (group := self.at(total.start)) is not None]
        return len(groups) < len(totals) or not self.independent(groups)

    def declare(self, group: Group) -> str:
        """The name under which the claims file has a group."""
        derived = group.how in DERIVED
        words = [word for word in _NAME.findall(group.words) if word not in _NAMELESS][:3]
        called = group.how if derived else "-".join(words) or "people"
        name = f"{called[:90]}-{group.size}"
        if name not in self.page.populations:
            place = self.page.document.place(Span(group.token.start, group.token.end))
            self.page.populations[name] = Population(
                size=Count(str(group.size)) if derived else count(group.token),
                at=Places([place]),
                inferred=DERIVED.get(group.how),
            )
        return name
