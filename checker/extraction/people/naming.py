"""Which group some words name, and which groups a paper compares."""

import functools
from collections import defaultdict
from collections.abc import Sequence

from checker.extraction.numbers import Token
from checker.extraction.people.groups import Group, stems, stems_in_order

# How groups that are compared are introduced, from ``(n = 40)`` to the columns of a table.
_COMPARED = frozenset(("sized", "arm"))
_MOST_ARMS = 12
_LEAST_ARM = 5
_MOST_NAMED = 2000
# Words beside those of the label of a row name something else.
_MOST_OTHER_WORDS = 1


class Names:
    """The words of the groups of a paper, and of the rows and columns of its tables."""

    def __init__(self, groups: Sequence[Group], columns: Sequence[Group], rows: Sequence[Group]) -> None:
        self.groups = groups
        self.columns = columns
        self.rows = rows

    def named(self, words: str, counted: Token | None = None) -> Group | None:
        """The one group that words name: no other has as many of them, nor denies one of them.

        ``counted``: the number that is some of it, and no group that its own words could name.
        """
        spoken = stems(words)
        if not spoken:
            return None
        held: dict[int, Group] = {}
        score: dict[int, int] = defaultdict(int)
        for term in spoken:
            for group in self._index.get(term, ()):
                if group.token is counted:
                    continue
                held[id(group)] = group
                score[id(group)] += 1
        best = max(score.values(), default=0)
        if 2 * best < max(len(spoken), 1):
            return None
        labels = {term for term in spoken if term.startswith("#")}
        denied = {f"-{term}" for term in spoken}
        found = [held[key] for key, value in score.items() if value == best]
        found = [
            group
            for group in found
            if labels <= group.terms
            and not denied & group.terms
            and (group.how != "row" or (group.terms <= spoken and len(spoken - group.terms) <= _MOST_OTHER_WORDS))
        ]
        # A count of some of them is meant only where no group itself has the words.
        stated = [group for group in found if group.how != "counted"] or found
        if len({group.size for group in stated}) > 1:
            # Whoever is called nothing else: the placebo group rather than those given alfa or placebo.
            stated = [group for group in stated if group.terms <= spoken]
        return stated[0] if len({group.size for group in stated}) == 1 else None

    @functools.cached_property
    def _index(self) -> dict[str, list[Group]]:
        index: dict[str, list[Group]] = defaultdict(list)
        for group in (*self.groups[:_MOST_NAMED], *self.columns, *self.rows):
            for term in group.terms:
                index[term].append(group)
        return index

    @functools.cached_property
    def compared(self) -> list[Group]:
        """The groups compared, as the paper introduces them, each once; none where it is only one."""
        named: dict[frozenset[str], Group] = {}
        for group in self.groups:
            if group.how in _COMPARED and group.size >= _LEAST_ARM and group.terms:
                named.setdefault(group.terms, group)
                if len(named) == _MOST_ARMS:
                    break
        if len(named) < 2:
            for group in self.columns[:_MOST_ARMS]:
                named.setdefault(group.terms, group)
        return list(named.values()) if len(named) > 1 else []

    @functools.cached_property
    def _by_word(self) -> dict[str, Group]:
        """The groups compared by the words that only one of them has."""
        seen: dict[str, int] = defaultdict(int)
        for group in self.compared:
            for term in group.terms:
                seen[term] += 1
        return {term: group for group in self.compared for term in sorted(group.terms) if seen[term] == 1}

    def mentioned(self, text: str) -> list[tuple[int, Group]]:
        """Where a text mentions groups that are compared, and which, in order."""
        if not self.compared:
            return []
        return [(at, group) for at, term in stems_in_order(text) if (group := self._by_word.get(term)) is not None]
