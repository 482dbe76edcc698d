"""Figures side by side, and the groups whose order they have: ``12 (24%) versus 9 (30%)``, ``respectively``."""

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.extraction.outline import Outline, characters
from checker.extraction.people.counted import Figure
from checker.extraction.people.groups import Group

if TYPE_CHECKING:
    from checker.extraction.people.known import Known

_ANY = characters("A")
_VERSUS = re.compile(r"\bvs\b|versus|compared (?:with|to)|against")
_JUST_BEHIND = 60
# ``The alfa group felt less pain (26% vs 58%)``: the one is named, and the other is meant.
_COMPARED = re.compile(
    r"\b(?:less|more|fewer|than|compared|superior|inferior|similar|differ\w{0,6}|[a-z]{3,12}er|prolonged|reduced|"
    r"increased|respectively)\b(?<!other)(?<!under)(?<!after)(?<!number)"
)
_CLOSES = re.compile(r"[);.]")
_RESPECTIVELY = re.compile(rf"[^{_ANY}]{{0,120}}\brespectively\b")


def _is_of_one(people: "Known", members: Sequence[Figure], outline: Outline) -> bool:
    """Whether all of a list is of the one group that is named at it: ``in group A - mild: 69% vs 77%``."""
    others = [each.last for each in people.of(members[0].sentence) if each.last < members[0].first]
    begin = max(others[-1] + 1 if others else 0, outline.text.rfind(";", 0, members[0].first) + 1)
    words = outline.text[begin : members[0].first]
    if _COMPARED.search(words):
        return False
    front = people.mentions(words)
    behind = people.mentions(_CLOSES.split(outline.text[members[0].last : members[-1].last + _JUST_BEHIND])[0])
    return len(front) == 1 and not behind


def order(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """The groups in the order of a list: as the sentence mentions them, or else as the paper introduces them."""
    members = people.listed(figure)
    if not 2 <= len(members) <= 4:
        return None
    text = outline.text
    gaps = [text[one.last + 1 : other.first] for one, other in itertools.pairwise(members)]
    if not all(_VERSUS.search(gap) for gap in gaps) and not _RESPECTIVELY.match(text, members[-1].last + 1):
        return None
    if _is_of_one(people, members, outline):
        return []
    names = people.mentions(outline.text)
    if len(names) != len(members):
        arms = people.arms
        names = list(arms) if not names and len(arms) == len(members) else []
    if not names and people.each:
        return people.each
    at = next((place for place, member in enumerate(members) if member.key == figure.key), None)
    return [names[at]] if names and at is not None else []
