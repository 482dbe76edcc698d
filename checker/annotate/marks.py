"""Notes on the pages of a PDF: what is highlighted on each, and with which comment."""

from collections.abc import Iterator, Sequence

import msgspec

from checker.annotate.notes import AUTHOR, Note
from checker.document import Document
from checker.origin import Box

__all__ = ["AUTHOR", "COLOURS", "Mark", "marks"]

# Pastel, so that black print on them keeps a contrast of more than 12 to 1.
COLOURS = {
    "discrepant": (1.0, 0.74, 0.71),
    "query": (0.97, 0.78, 0.92),
    "explained": (1.0, 0.9, 0.62),
    "unverifiable": (0.76, 0.88, 0.98),
    "accepted": (0.87, 0.81, 0.97),
    "consistent": (0.78, 0.94, 0.8),
}
# What a highlight reaches beyond its figure, in points.
_AROUND = 0.8


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A highlight on a page, with its comment.

    Attributes:
        page: from 1.
        boxes: the figures.
        painted: those of them that no graver mark has painted.
    """

    page: int
    group: str
    title: str
    text: str
    boxes: tuple[Box, ...]
    painted: tuple[Box, ...]

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, lower, right and upper edge of the boxes."""
        lefts, bottoms, rights, tops = zip(*(box[1:5] for box in self.boxes), strict=True)
        return min(lefts), min(bottoms), max(rights), max(tops)


def marks(document: Document, notes: Sequence[Note]) -> Iterator[Mark]:
    """The marks of notes, the mildest first, so that the graver lie on top; a note has one on each of its pages."""
    painted: set[Box] = set()
    found: list[Mark] = []
    for note in notes:
        boxes = [_wider(box) for span in note.spans for box in document.boxes(span.start, span.end)]
        for page in sorted({box.page for box in boxes}):
            on_page = tuple(dict.fromkeys(box for box in boxes if box.page == page))
            found.append(
                Mark(
                    page=page,
                    group=note.group,
                    title=note.title,
                    text=note.text,
                    boxes=on_page,
                    painted=tuple(box for box in on_page if box not in painted),
                )
            )
            painted.update(on_page)
    return reversed(found)


def _wider(box: Box) -> Box:
    along, across = (0.0, _AROUND) if box.turn % 2 else (_AROUND, 0.0)
    return box._replace(
        left=box.left - along, right=box.right + along, bottom=box.bottom - across, top=box.top + across
    )
