"""Of whom a figure is: words, its own arithmetic and that of the other figures which the same words bind, weighed.

``named``: the words leave one group, and the figure agrees with it; or it does not, but others do that the same words
bind, no other size makes it, and no values can be missing. ``implied``: no words decide, but of all sizes of the paper
exactly one makes the percentage, and hardly by chance. ``guessed``: anything else that can be said.
"""

import functools
from collections.abc import Sequence
from typing import Literal

import msgspec

from checker.extraction.arithmetic import nearly
from checker.extraction.people import misfits
from checker.extraction.people.alone import Alone
from checker.extraction.people.bindings import BINDINGS, PAPER, Binding, Name
from checker.extraction.people.counted import Figure
from checker.extraction.people.groups import PERSONS, STATED, Group
from checker.extraction.people.hearing import Hearing, Held, may
from checker.extraction.people.inferences import INFERENCES
from checker.extraction.people.known import Known
from checker.extraction.people.spoken import CONTRAST, others

Certainty = Literal["named", "implied", "guessed"]
DERIVED: dict[str, str] = {
    "sum": "the sum of the groups",
    "complement": "a whole less a part of it",
    "hundred": "the sum of the counts of a list whose percentages make 100",
}
WHY: dict[str, str] = {
    **{binding.name: binding.why for binding in BINDINGS},
    **{inference.name: inference.why for inference in INFERENCES},
}
# So many other figures of a sentence tell of whom of several it speaks.
_LEAST_BESIDE = 2
_MOST_ASKED = 40
# By chance a figure may fit so many of the sizes of a paper at most, to be of the one that it fits.
_MOST_CHANCE = 0.15
# Words that are hardly ever misheard.
_CLOSE = frozenset(binding.name for binding in BINDINGS if binding.level < PAPER) | {"beside", "beyond"}
_PLAINLY = frozenset(("behind", "inside", "sized", "front", "title", "opening", "siblings"))


class Resolution(msgspec.Struct, frozen=True):
    """Of whom a figure is.

    Attributes:
        group: the group.
        certainty: ``named`` by words, ``implied`` by arithmetic that leaves one possibility, or ``guessed``.
        why: the reason in words for a reader.
        binding: the name of the words, or of the arithmetic, that found it.
        alternatives: other groups that may be meant.
        agrees: whether the figure's own arithmetic does.
        close: whether the words stand in its sentence.
    """

    group: Group
    certainty: Certainty
    why: str
    binding: Name
    alternatives: tuple[Group, ...] = ()
    agrees: bool = True
    close: bool = False


def described(group: Group) -> str:
    """A group in words for a reader."""
    words = " ".join(group.words.split())[:60]
    return f"“{words}” (n = {group.size})" if words else f"the {group.size}"


class Resolver(Hearing):
    """The answers about the figures of one paper."""

    def __init__(self, people: Known) -> None:
        super().__init__(people)
        self._resolved: dict[tuple[int, bool], Resolution | None] = {}

    @functools.cached_property
    def _alone(self) -> Alone:
        """What percentages without counts tell of each other."""

        def heard(figure: Figure) -> tuple[Group, bool] | None:
            found = self._heard(figure)
            return None if found is None else (found.group, found.close)

        return Alone(self.people, heard)

    def resolve(self, figure: Figure) -> Resolution | None:
        """Of whom a figure is; None where nothing can be said."""
        found = self._heard(figure)
        if figure.count is None:
            return self._without_count(figure, found)
        if found is None or not (found.close or found.agrees or found.certainty != "guessed"):
            beside = self._beside(figure)
            if beside is not None:
                return _result(beside, "guessed", "beside", (), agrees=figure.makes(beside.size))
        return found

    def _without_count(self, figure: Figure, found: Resolution | None) -> Resolution | None:
        """The same of a percentage alone, of which others of the paper may tell."""
        percent = figure.percent
        if not percent.decimals:
            # Too many numbers of people make it, so that it tells of no other.
            return found
        listed = self._alone.of.get(percent.start)
        if listed is not None:
            return _result(listed, "implied", "listed", (), agrees=figure.makes(listed.size))
        if found is not None and found.agrees:
            return found
        again = list(self._alone.again.get(percent.canonical, {}).values())
        if len(again) != 1:
            return found
        if found is not None and found.close:
            return _result(found.group, found.certainty, found.binding, again, agrees=False)
        return _result(again[0], "implied", "again", (), agrees=figure.makes(again[0].size))

    def _heard(self, figure: Figure) -> Resolution | None:
        """The same without what the other figures of its sentence are of."""
        key = figure.key, figure.count is None
        if key not in self._resolved:
            self._resolved[key] = self._resolve(figure)
        return self._resolved[key]

    def _resolve(self, figure: Figure) -> Resolution | None:
        if figure.total is not None:
            total = self.people.at(figure.total.start)
            return _result(total, "named", "printed", (), figure.makes(total.size)) if total is not None else None
        if self._above_all(figure) and self.people.whole is not None:
            return _result(self.people.whole, "guessed", "beyond", (), agrees=False)
        said = self.said(figure)
        held = said.held if said is not None else ()
        groups = [group for _, group in held]
        fitting = {group.size: (binding, group) for binding, group in reversed(held) if figure.makes(group.size)}
        decided = said is not None and not said.others
        if decided and len(fitting) == 1:
            [(binding, group)] = fitting.values()
            if self._certain(figure, binding, group):
                return _result(group, "named", binding.name, groups)
        if decided and not fitting:
            left = self._only_one(figure, held)
            if left is not None and misfits.upheld(self, figure, *left):
                return _result(left[1], "named", left[0].name, (), agrees=False)
        whole = self.lists.whole(figure) if not fitting and not self.candidates(figure) else None
        if whole is not None:
            return _result(whole, "implied", "list", groups, agrees=False)
        implied = self._implied(figure)
        if implied is not None:
            group, name = implied
            if name != "hundred" and decided and held and not fitting and held[0][0].name in _PLAINLY:
                # The words say the one, arithmetic the other.
                return _result(held[0][1], "guessed", held[0][0].name, [*groups, group], agrees=False)
            return _result(group, "implied", name, groups)
        if fitting:
            binding, group = next(iter(fitting.values()))
            return _result(group, "guessed", binding.name, groups)
        if not held:
            return None
        binding, group = held[0]
        near = figure.count is None or nearly(figure.count.value, group.size, figure.percent)
        if not near and (misfits.of_another(figure, group) or not misfits.askable(self, figure, binding, group)):
            return None
        return _result(group, "guessed", binding.name, groups, agrees=False)

    def _beside(self, figure: Figure) -> Group | None:
        """The one group of which all other figures of the sentence are: lists seldom change whom they count.

        Or, where it stands alone in a paper that states one size, of which all others of the paper are.
        """
        if figure.count is None:
            return None
        others = [other for other in self.people.of(figure.sentence) if other.key != figure.key]
        if not others and self.people.only is not None:
            others = [other for other in self.people.figures[:_MOST_ASKED] if other.key != figure.key]
        found: dict[int, Group] = {}
        for other in others:
            known = self._heard(other)
            if known is None or not known.agrees or known.certainty == "guessed":
                return None
            found[known.group.size] = known.group
        if len(found) != 1:
            return None
        [group] = found.values()
        if not may(figure, group):
            return None
        agrees = nearly(figure.count.value, group.size, figure.percent)
        if not agrees and misfits.of_another(figure, group):
            return None
        return group if agrees or self._of_arms_alike(figure) or self._goes_on(figure) else None

    def _of_arms_alike(self, figure: Figure) -> bool:
        """Whether it is of an arm, and all of them are of one size."""
        sizes = {arm.size for arm in self.people.arms} | {group.size for group in self.people.each}
        return len(sizes) == 1 and misfits.of_an_arm(figure)

    def _goes_on(self, figure: Figure) -> bool:
        """Whether its sentence sets nobody against others, nor speaks of several sizes."""
        sentence = figure.sentence
        text = sentence.outline.text
        if not misfits.plainly(self, figure) or CONTRAST.search(text) or others(text[: figure.first]):
            return False
        stated = self.people.between(sentence.start, sentence.end)
        return len({group.size for group in stated if group.how in STATED}) <= 1

    def _above_all(self, figure: Figure) -> bool:
        """Whether a count of people is above the one number that the paper states, and of which others are."""
        if figure.count is None or self.people.only is None or figure.count.value <= self.largest:
            return False
        told = any(other.tells(self.largest) for other in self.people.figures[:_MOST_ASKED])
        return told and PERSONS.search(figure.words) is not None

    def _only_one(self, figure: Figure, held: Held) -> tuple[Binding, Group] | None:
        """The one group that words leave, or of several the one that the other figures of the sentence are of."""
        sizes = {group.size for _, group in held}
        if len(sizes) > 1:
            beside = [other for other in self.people.of(figure.sentence) if other.key != figure.key]
            sizes = {size for size in sizes if sum(other.tells(size) for other in beside) >= _LEAST_BESIDE}
        if len(sizes) != 1:
            return None
        return next((binding, group) for binding, group in held if group.size in sizes)

    def _certain(self, figure: Figure, binding: Binding, group: Group) -> bool:
        """Whether words and arithmetic that agree do so hardly by chance."""
        if figure.count is None:
            return binding.level < PAPER and figure.tells(group.size)
        return figure.sharp or self.support(figure, binding, group)[0] > 0

    def _implied(self, figure: Figure) -> tuple[Group, Name] | None:
        """The one size that makes a percentage, where that is no chance."""
        if figure.count is None or not 0 < figure.percent.value < 100:
            return None
        whole = self.lists.hundred(figure)
        if whole is not None:
            return whole, "hundred"
        found = self.candidates(figure)
        if len(found) != 1 or self.chance(figure) > _MOST_CHANCE:
            return None
        [group] = found
        if group.how == "sum":
            return group, "sum"
        return group, "complement" if group.how == "complement" else "fits"


def _result(group: Group, certainty: Certainty, name: Name, others: Sequence[Group], agrees: bool = True) -> Resolution:
    alternatives = {other.size: other for other in others if other.size != group.size}
    why = WHY[name].format(group=described(group))
    return Resolution(group, certainty, why, name, tuple(alternatives.values()), agrees, name in _CLOSE)
