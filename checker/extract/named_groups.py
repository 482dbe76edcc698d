"""Which two groups of the paper two figures are of, where only words say so.

The one place in which readings ask who is counted.
"""

import re
from collections.abc import Sequence

import msgspec

from checker.extract import arms
from checker.extract.arms import Arm
from checker.extract.numbers import Token
from checker.extract.populations import Populations
from checker.extract.sentences import Sentence
from checker.model import Certainty
from checker.paper import Population

# Groups of so nearly one size that it matters little which figure is whose.
_ALIKE = 1.1


class Two(msgspec.Struct, frozen=True):
    """Two populations by name, in the order of their figures, and how it is known whose these are."""

    populations: tuple[tuple[str, Population], tuple[str, Population]]
    certainty: Certainty
    why: str


def two_groups(sentence: Sentence, one: Sequence[Token], other: Sequence[Token], end: int) -> Two | None:
    """The groups of two figures, each given by its numbers; ``end``: where the words about them end."""
    page = sentence.page
    populations, known = page.once(Populations), page.once(arms.of_page)
    if len(known) < 2:
        return None
    named = _named(sentence, known, (one[0].start, one[-1].end), (other[0].start, other[-1].end), end)
    certainty, why = Certainty.NAMED, "the words beside the figures name their groups"
    if named is None:
        least, most = min(known, key=_size), max(known, key=_size)
        if len(known) > 2 or _size(most) > _ALIKE * _size(least):
            return None
        named = known[0], known[1]
        certainty, why = Certainty.GUESSED, "no words beside the figures name their groups"
    first, second = (populations.described(arm.size) for arm in named)
    return Two((first, second), certainty, why)


def _named(
    sentence: Sentence, known: list[Arm], one: tuple[int, int], other: tuple[int, int], end: int
) -> tuple[Arm, Arm] | None:
    """The two arms that the sentence names for its figures, in their order."""
    places = sorted(
        (
            (found.start(), arm)
            for arm in known
            for found in re.compile(rf"(?<![a-z0-9]){re.escape(arm.word)}(?![a-z0-9])").finditer(
                sentence.page.low, sentence.start, sentence.end
            )
        ),
        key=lambda place: place[0],
    )
    if len({arm.word for _, arm in places}) != 2:
        return None
    between = [arm for at, arm in places if one[1] <= at < other[0]]
    behind = [arm for at, arm in places if other[1] <= at < end]
    before = [arm for at, arm in places if at < one[0]]
    if len(between) == len(behind) == 1 and between != behind:
        return between[0], behind[0]
    if len(between) == 1 and not behind and before and before[-1] is not between[0]:
        return before[-1], between[0]
    if not between and len({arm.word for arm in before}) == 2:
        first, second = {arm.word: arm for arm in before}.values()
        return first, second
    return None


def _size(arm: Arm) -> int:
    return arm.size.value
