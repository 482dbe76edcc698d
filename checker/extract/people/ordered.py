"""Figures side by side, and the groups whose order they have: ``12 (24%) versus 9 (30%)``, ``respectively``."""

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.extract.outline import Outline, characters
from checker.extract.people.counted import Figure
from checker.extract.people.groups import Group

if TYPE_CHECKING:
    from checker.extract.people.known import Known

_ANY = characters("A")
_VERSUS = re.compile(r"\bvs\b|versus|compared (?:with|to)|against")
_RESPECTIVELY = re.compile(rf"[^{_ANY}]{{0,120}}\brespectively\b")


def order(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """The groups in the order of a list: as the sentence mentions them, or else as the paper introduces them."""
    members = people.listed(figure)
    if not 2 <= len(members) <= 4:
        return None
    text = outline.text
    gaps = [text[one.last + 1 : other.first] for one, other in itertools.pairwise(members)]
    if not all(_VERSUS.search(gap) for gap in gaps) and not _RESPECTIVELY.match(text, members[-1].last + 1):
        return None
    names = people.mentions(outline.text)
    if len(names) != len(members):
        arms = people.arms
        names = list(arms) if not names and len(arms) == len(members) else []
    if not names and people.each:
        return people.each
    at = next((place for place, member in enumerate(members) if member.key == figure.key), None)
    return [names[at]] if names and at is not None else []
