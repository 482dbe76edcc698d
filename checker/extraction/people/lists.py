"""Lists that leave nobody out: figures side by side whose percentages make 100, or whose counts make a stated size."""

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from checker.extraction.people.counted import Figure
from checker.extraction.people.groups import STATED, Group
from checker.rounding import unit

if TYPE_CHECKING:
    from checker.extraction.people.known import Known

_LONGEST = 8
_MOST_FIGURES = 100


class List(msgspec.Struct, frozen=True):
    """Figures side by side that leave nobody out: their percentages make 100, or their counts a size that is stated."""

    members: tuple[Figure, ...]
    count: int
    hundred: bool


class Lists:
    """The lists of a paper, found once for each sentence."""

    def __init__(self, people: "Known") -> None:
        self.people = people
        self._known: dict[int, dict[int, list[List]]] = {}

    def _around(self, figure: Figure) -> list[List]:
        """The lists that a figure is one of; those of its sentence are found once."""
        sentence = figure.sentence
        known = self._known.get(sentence.index)
        if known is not None:
            return known.get(figure.key, [])
        found: dict[int, list[List]] = defaultdict(list)
        around = [other for other in self.people.of(sentence) if other.count is not None]
        for first in range(min(len(around), _MOST_FIGURES) - 1):
            count = percent = 0.0
            place = 1.0
            for last in range(first, min(len(around), first + _LONGEST)):
                member = around[last]
                count += member.count.value if member.count else 0.0
                percent += member.percent.value
                place = min(place, unit(member.percent))
                if last == first:
                    continue
                hundred = abs(percent - 100) <= place * ((last - first + 1) // 2) + 1e-9
                if hundred or (int(count) in self.people.sizes and last - first > 1):
                    held = List(tuple(around[first : last + 1]), int(count), hundred)
                    for other in held.members:
                        found[other.key].append(held)
        self._known[sentence.index] = found
        return found.get(figure.key, [])

    def hundred(self, figure: Figure) -> Group | None:
        """The size that the counts of a list make whose percentages are 100 and are all of it."""
        for found in self._around(figure):
            if not found.hundred:
                continue
            if all(member.total is None and member.makes(found.count) for member in found.members):
                known = self.people.sizes.get(found.count)
                if known is not None:
                    return known
                parts = [self.people.at(member.count.start) for member in found.members if member.count]
                held = tuple(part for part in parts if part is not None)
                last = found.members[-1].count
                assert last is not None
                return Group(found.count, "hundred", last, figure.sentence.index, figure.sentence.paragraph, parts=held)
        return None

    def complete(self, figure: Figure, size: int) -> bool:
        """Whether it is one of a list that leaves nobody out, all others of which agree."""
        for found in self._around(figure):
            if found.hundred or found.count == size:
                others = [member for member in found.members if member.key != figure.key]
                if all(
                    member.makes(size) and (member.total is None or member.total.value == size) for member in others
                ):
                    return True
        return False

    def whole(self, figure: Figure) -> Group | None:
        """The size that the counts of its list make, where all the others agree with it and it alone does not."""
        if figure.count is None:
            return None
        for found in self._around(figure):
            whole = self.people.sizes.get(found.count)
            others = [member for member in found.members if member.key != figure.key]
            if (
                len(others) == len(found.members) - 1 > 1
                and whole is not None
                and whole.how in STATED
                and all(member.total is None and member.tells(found.count) for member in others)
            ):
                return whole
        return None
