"""The graph of who is counted: the groups of a paper in its order, what they make together, whose parts they are."""

import bisect
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from checker.extraction.outline import Outline
from checker.extraction.people.counted import Figure, figures
from checker.extraction.people.groups import STATED, Group, read
from checker.extraction.sentences import Page, Sentence

_LEAST = 5
_LEAST_COUNT = 2
_LEAST_WHOLE = 10
_MOST_PARTS = 4
_BACK = 2
_FARTHEST = 200
# Those of whom a study was chosen, and those who were.
_SIFTED = re.compile(
    r"\b(?:(?:assessed|screened|considered|evaluated|identified|checked) for (?:eligibility|inclusion|enrol)|screened|"
    r"approached|invited|contacted|eligible)\b"
)
_CHOSEN = re.compile(
    r"\b(?:enrol+ed|included|randomi[sz]ed|recruited|analy[sz]ed|participated|agreed|consented|responded|completed)\b"
)


def _counted(found: list[Figure], groups: list[Group], outline: Outline) -> list[Group]:
    """The groups of a sentence, its counts among them, which later words may name."""
    known = {group.token.start: group for group in groups}
    for figure in found:
        number = figure.count
        if number is None or number.value < _LEAST_COUNT:
            continue
        group = known.get(number.start)
        if group is None:
            sentence = figure.sentence
            known[number.start] = Group(
                int(number.value), "counted", number, sentence.index, sentence.paragraph, outline, figure.last
            )
        else:
            group.how = "counted"
    return sorted(known.values(), key=lambda group: group.token.start)


def _studied(wholes: list[Group]) -> list[Group]:
    """Without those who were only screened or invited, where the paper says how many of them it studied."""
    chosen = max((group.size for group in wholes if _CHOSEN.search(group.context)), default=0)
    sifted = {group.size for group in wholes if group.size > chosen and _SIFTED.search(group.context)}
    return [group for group in wholes if group.size not in sifted] if chosen else wholes


class Graph:
    """The groups of a paper.

    Attributes:
        groups: those whose sizes the text prints, in its order.
        derived: sizes that arms make together, or that a whole less a part leaves.
        figures: the counts with percentages, in the order of the text.
        sizes: the first group of each size, one that is stated rather than counted or derived.
        only: the one size of people that the paper states, where it is one.
        whole: all those whom the paper speaks of.
        things: the groups of things that are no people, by what they are and by size.
        each: the size of every arm, where the paper gives one for each.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.groups: list[Group] = []
        self.derived: list[Group] = []
        self.figures: list[Figure] = []
        self._of: dict[int, list[Figure]] = {}
        for sentence in page.sentences:
            if sentence.tokens:
                self._read(sentence)
        self._starts = [group.token.start for group in self.groups]
        self._at = {group.token.start: group for group in self.groups}
        self._relate()
        self.sizes: dict[int, Group] = {}
        self._collect()

    def _read(self, sentence: Sentence) -> None:
        outline = sentence.outline
        if not outline.types["N"]:
            return
        groups = list(read(sentence, outline))
        if outline.types["P"]:
            found = list(figures(sentence))
            self._of[sentence.index] = found
            self.figures += found
            groups = _counted(found, groups, outline)
        self.groups += groups

    def _relate(self) -> None:
        """Sizes that are not printed, and which groups are some of which."""
        side: dict[int, list[Group]] = defaultdict(list)
        for group in self.groups:
            if group.how in ("sized", "arm"):
                side[group.sentence].append(group)
        for parts in side.values():
            if 2 <= len(parts) <= _MOST_PARTS and all(part.size >= _LEAST for part in parts):
                whole = self._derive("sum", sum(part.size for part in parts), parts)
                for part in parts:
                    part.parent = part.parent or whole
        for figure in self.figures:
            if figure.total is None or figure.count is None:
                continue
            total, counted = self._at.get(figure.total.start), self._at.get(figure.count.start)
            if total is None:
                continue
            if counted is not None:
                counted.parent = total
            if total.size - figure.count.value >= 2:
                known = [group for group in (total, counted) if group is not None]
                self._derive("complement", total.size - int(figure.count.value), known)

    def _derive(self, how: Literal["sum", "complement"], size: int, parts: Sequence[Group]) -> Group:
        last = max(parts, key=lambda part: part.token.start)
        group = Group(size, how, last.token, last.sentence, last.paragraph, parts=tuple(parts))
        self.derived.append(group)
        return group

    def _collect(self) -> None:
        for group in self.groups:
            known = self.sizes.get(group.size)
            if known is None or (known.how == "counted" and group.how != "counted"):
                self.sizes[group.size] = group
        for group in self.derived:
            self.sizes.setdefault(group.size, group)
        stated = [group for group in self.groups if group.how != "counted" and group.size >= _LEAST]
        self.things: dict[str, dict[int, Group]] = defaultdict(dict)
        for group in stated:
            if group.unit is not None:
                self.things[group.unit].setdefault(group.size, group)
        things = {size for found in self.things.values() for size in found}
        people = [group for group in stated if group.size not in things]
        self._spoken: dict[int, set[int]] = defaultdict(set)
        for group in people:
            if group.how == "people":
                self._spoken[group.size].add(group.sentence)
        arms = [group for group in people if group.how in ("sized", "arm")]
        whole = [group for group in people if group.how in ("people", "of", "did")]
        self.only: Group | None = None
        if whole and len({group.size for group in people}) == 1 and len(arms) < 2:
            self.only = whole[0]
        each = {group.size: group for group in stated if group.how == "each"}
        self.each: list[Group] = list(each.values()) if len(each) == 1 else []
        sums = [group for group in self.derived if group.how == "sum"]
        large = _studied([group for group in whole if group.size >= _LEAST_WHOLE])
        self.whole: Group | None = max(large, key=lambda group: group.size, default=sums[0] if sums else None)

    # What is where.

    def at(self, start: int) -> Group | None:
        """The group whose size is the number that begins at an offset."""
        return self._at.get(start)

    def between(self, start: int, end: int) -> list[Group]:
        """The groups whose sizes stand in a stretch of text."""
        return self.groups[bisect.bisect_left(self._starts, start) : bisect.bisect_left(self._starts, end)]

    def just_before(self, sentence: Sentence, offset: int) -> list[Group]:
        """The groups in front of an offset in its sentence, or else in the one before; the nearest first."""
        found = self.between(sentence.start, offset)[::-1]
        if not found and sentence.index:
            previous = self.page.sentences[sentence.index - 1]
            if previous.paragraph == sentence.paragraph:
                found = self.between(previous.start, previous.end)[::-1]
        return found

    def in_front(self, sentence: Sentence, offset: int) -> list[Group]:
        """The groups in front of an offset of which figures there may be, the likeliest first.

        The nearest in the sentence, then in the paragraph, then in the paper; counts behind sizes that are stated.
        """
        found = [
            group for group in reversed(self.between(self._reach(offset), offset)) if group.token.comparator == "="
        ]
        return sorted(
            found,
            key=lambda group: (
                (group.sentence != sentence.index) + (group.paragraph != sentence.paragraph),
                group.how not in STATED,
            ),
        )

    def _reach(self, offset: int) -> int:
        """Where the farthest group begins that is looked at from an offset."""
        at = bisect.bisect_left(self._starts, offset)
        return self._starts[max(0, at - _FARTHEST)] if self._starts else 0

    def near(self, figure: Figure) -> Group | None:
        """The people of whom the sentences up to a figure spoke last."""
        sentence = figure.sentence
        first = self.page.sentences[max(0, sentence.index - _BACK)]
        number = figure.count or figure.percent
        found: Group | None = None
        for group in reversed(self.between(first.start, min(number.start, figure.percent.start))):
            if group.how not in ("people", "of", "did") or group.size < _LEAST or group.paragraph != sentence.paragraph:
                continue
            if found is None:
                found = group
            elif group.sentence != found.sentence:
                break
            elif group.size != found.size and found.how != "of":
                return None
        return found if found is not None and found.unit is None else None

    def of(self, sentence: Sentence) -> list[Figure]:
        """The figures of a sentence."""
        return self._of.get(sentence.index, [])
