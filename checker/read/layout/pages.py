"""A page as tables are looked for on it."""

from collections.abc import Sequence
from typing import NamedTuple

from checker.read import roles
from checker.read.layout.glyphs import Segment
from checker.read.layout.rules import Rule

_MOST_TABLES = 12


class Page(NamedTuple):
    """A page: its segments and rules, and the segments that repeat in the margins of other pages, by their ids."""

    segments: list[Segment]
    rules: list[Rule]
    margins: frozenset[int] = frozenset()

    def captions(self) -> list[Segment]:
        """The segments with which captions of tables begin, from top to bottom."""
        found = filter(begins_caption, self.segments)
        return sorted(found, key=lambda segment: -segment.base)[:_MOST_TABLES]


def begins_caption(segment: Segment) -> bool:
    """Whether the caption of a table begins with a segment."""
    return roles.is_table_caption(segment.text[:90])


def holds_caption(segments: Sequence[Segment]) -> bool:
    """Whether a page announces a table."""
    return any(map(begins_caption, segments))
