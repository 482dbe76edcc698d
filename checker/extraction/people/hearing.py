"""What is heard of whom a figure is: the nearest words, its own arithmetic, and that of other figures."""

import bisect
import math
from collections.abc import Sequence

import msgspec

from checker.extraction.arithmetic import nearly, totals
from checker.extraction.people.bindings import BINDINGS, Binding
from checker.extraction.people.counted import Figure
from checker.extraction.people.groups import Group
from checker.extraction.people.known import Known
from checker.extraction.people.lists import Lists

# Sizes differ about so many-fold (e^3) within a paper.
_RANGE = 3
_FIGURES_AROUND = 20
_MOST_FITTING = 20
_MOST_STATED = 40
# Words between the numbers, or right behind them, outrank those in front.
_NEAREST = frozenset(("behind", "inside", "sized"))
_FARTHER = frozenset(("front", "title", "adjective"))


Held = Sequence[tuple[Binding, Group]]


class Said(msgspec.Struct, frozen=True):
    """What the nearest words say: the groups that they may mean, and whether they name others too."""

    held: tuple[tuple[Binding, Group], ...]
    others: bool


def may(figure: Figure, group: Group) -> bool:
    """Whether a group can be meant at all: a count is of no fewer than itself, nor of itself."""
    return figure.count is None or (group.size >= figure.count.value and group.token is not figure.count)


def _rest(group: Group, number: float) -> bool:
    """Whether a group is what so many leave of a whole: those many are none of it."""
    return group.how == "complement" and any(part.size == number for part in group.parts)


class Hearing:
    """What is heard about the figures of one paper."""

    def __init__(self, people: Known) -> None:
        self.people = people
        self.values = sorted(people.sizes)
        self._told: dict[tuple[int, bool], Said | None] = {}
        self.lists = Lists(people)
        sizes = people.sizes
        self.largest = max((value for value in self.values if sizes[value].how != "counted"), default=0)
        self.stated = [value for value in self.values if sizes[value].how != "counted"][:_MOST_STATED]
        self._keys = [figure.key for figure in people.figures]

    def said(self, figure: Figure) -> Said | None:
        """What the nearest words say, those farther away left out."""
        key = figure.key, figure.count is None
        if key not in self._told:
            self._told[key] = self._hear(figure)
        return self._told[key]

    def _hear(self, figure: Figure) -> Said | None:
        people = self.people
        outline = figure.sentence.outline
        held: list[tuple[Binding, Group]] = []
        others = beside = False
        level = None
        for binding in BINDINGS:
            if level is not None and binding.level != level:
                break
            if beside and binding.name in _FARTHER:
                continue
            answer = binding.find(people, figure, outline)
            if answer is None:
                continue
            level = binding.level
            beside = beside or binding.name in _NEAREST
            others = others or not answer
            held += [(binding, group) for group in answer if may(figure, group)]
        return None if level is None else Said(tuple(held), others)

    def candidates(self, figure: Figure) -> list[Group]:
        """The sizes, stated or derived, of which the count makes the percentage."""
        if figure.count is None:
            return []
        least, most = totals(figure.count.value, figure.percent)
        if not math.isfinite(most):
            return []
        values = self.values[bisect.bisect_left(self.values, least) : bisect.bisect_right(self.values, most)]
        values = values[:_MOST_FITTING]
        found = (self.people.sizes[value] for value in values)
        return [
            group
            for group in found
            if may(figure, group) and figure.makes(group.size) and not _rest(group, figure.count.value)
        ]

    def chance(self, figure: Figure) -> float:
        """About how many of the sizes of the paper would make a percentage by chance."""
        if figure.count is None:
            return 1.0
        least, most = totals(figure.count.value, figure.percent)
        if not math.isfinite(most) or least <= 0:
            return 1.0
        larger = len(self.values) - bisect.bisect_left(self.values, figure.count.value)
        return larger * max(math.log(most / least), 1 / least) / _RANGE

    def support(self, figure: Figure, binding: Binding, group: Group) -> tuple[int, int]:
        """How many figures around agree with the group that words bind them to, and how many do not."""
        support = against = 0
        at = bisect.bisect_left(self._keys, figure.key)
        for other in self.people.figures[max(0, at - _FIGURES_AROUND) : at + _FIGURES_AROUND]:
            if other.key == figure.key:
                continue
            if other.total is not None:
                support += other.total.value == group.size and other.tells(group.size)
                continue
            said = self.said(other)
            if said is None or said.others or len({held.size for _, held in said.held}) != 1:
                continue
            words, held = said.held[0]
            if (words.name == binding.name or held.size == group.size) and other.tells(held.size):
                support += 1
            elif words.name == binding.name and other.count and not nearly(other.count.value, held.size, other.percent):
                against += 1
        return support, against
