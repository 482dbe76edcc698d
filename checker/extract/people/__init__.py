"""Who is counted: one graph of the groups of a paper, each with its size, and of whom of them every figure is.

Three witnesses are heard: the words that bind a figure to a group (`bindings`), its own arithmetic, and that of other
figures which the same words bind (`resolving`). Words outrank arithmetic in what they exclude; a figure is never left
out for its own misfit alone.
"""

import re

from checker.document import Span
from checker.extract.drafts import count
from checker.extract.numbers import Token
from checker.extract.people.counted import Figure, placed
from checker.extract.people.groups import Group
from checker.extract.people.known import Known
from checker.extract.people.resolving import DERIVED, Resolution, Resolver
from checker.extract.sentences import Page, Sentence
from checker.model import Count, Places
from checker.paper import Population

__all__ = ["Figure", "Group", "People", "Resolution"]

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
