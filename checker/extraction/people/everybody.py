"""The words, or their absence, that make a figure one of all the people of whom a paper speaks."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.extraction.outline import Outline
from checker.extraction.people.counted import Figure
from checker.extraction.people.groups import Group
from checker.extraction.people.spoken import CONTRAST, behind

if TYPE_CHECKING:
    from checker.extraction.people.known import Known

_OVERALL = re.compile(r"(?:^|[a-z]{4,12}[:.-] ?|[,;] |\band )(?:overall|in total|altogether|in all)\b,?")


def overall(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``Overall, 12 (20%)``."""
    if not _OVERALL.match(outline.text, 0, figure.first):
        return None
    return [people.whole] if people.whole is not None else []


def _contrasted(people: "Known", figure: Figure, outline: Outline) -> bool:
    """Whether a figure, or the first of its list, is set against the one in front."""
    members = people.listed(figure)
    first = members[0].first
    before = [other.last for other in people.of(figure.sentence) if other.last < first]
    if CONTRAST.search(outline.text, before[-1] if before else max(0, first - 60), figure.first):
        return True
    # ``5% and 9% of the teeth``: what stands behind the last is said of all.
    last = members[-1]
    return last.key != figure.key and behind(people, last, outline) is not None


def near(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """The people of whom the sentences just before speak."""
    group = people.near(figure)
    if group is None or _contrasted(people, figure, outline):
        return None
    return [group]


def only(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """All of the only people of whom the paper speaks, where nothing is set against them."""
    if people.only is None or _contrasted(people, figure, outline):
        return None
    return [people.only]


def whole(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """All of whom the paper speaks."""
    if people.whole is None or _contrasted(people, figure, outline):
        return None
    return [people.whole]
