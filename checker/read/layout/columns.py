"""The order in which the boxes of a page are read: down each column, between what stands across all of them."""

import bisect
from collections.abc import Sequence
from typing import Protocol, TypeVar

# A box counts as standing across a gutter when it reaches this far beyond it on both sides, in points.
_ACROSS = 8.0
_STEP = 3.0
# Both columns of a gutter are this wide at least, in parts of the width of the region; cells and bullets are not.
_NARROWEST = 0.22
_FEWEST = 3
_DEEPEST = 4
# More boxes than this on a page are a drawing or an attack, and have no columns.
_MOST_BOXES = 10_000


class Box(Protocol):
    """Anything with edges."""

    @property
    def x0(self) -> float:
        """Left edge."""

    @property
    def x1(self) -> float:
        """Right edge."""

    @property
    def top(self) -> float:
        """Upper edge."""

    @property
    def bottom(self) -> float:
        """Lower edge."""


B = TypeVar("B", bound=Box)


def usual_gutter(pages: Sequence[Sequence[Box]]) -> float | None:
    """The gutter that most pages with one have: where a page that is nearly empty has its own."""
    found = sorted(gutter for page in pages if (gutter := gutter_of(page)) is not None)
    return found[len(found) // 2] if len(found) > 1 else None


def ordered(boxes: Sequence[B], usual: float | None = None, depth: int = 0) -> list[list[B]]:
    """Boxes as stretches of columns in reading order, each stretch from top to bottom.

    Args:
        boxes: what stands on a page.
        usual: the gutter of the other pages, for a page that does not show its own.
    """
    gutter = gutter_of(boxes) if depth < _DEEPEST else None
    if gutter is None and usual is not None and _fits(boxes, usual):
        gutter = usual
    if gutter is None:
        return [sorted(boxes, key=lambda box: (-box.top, box.x0))] if boxes else []
    result: list[list[B]] = []
    band: list[B] = []
    for box in sorted(boxes, key=lambda box: (-box.top, box.x0)):
        if _across(box, gutter):
            if band:
                result += _both_sides(band, gutter, depth)
                band = []
            if result and all(_across(member, gutter) for member in result[-1]):
                result[-1].append(box)
            else:
                result.append([box])
        else:
            band.append(box)
    return result + _both_sides(band, gutter, depth)


def _both_sides(band: Sequence[B], gutter: float, depth: int) -> list[list[B]]:
    left = [box for box in band if (box.x0 + box.x1) / 2 < gutter]
    right = [box for box in band if (box.x0 + box.x1) / 2 >= gutter]
    return ordered(left, None, depth + 1) + ordered(right, None, depth + 1)


def _across(box: Box, gutter: float) -> bool:
    return box.x0 < gutter - _ACROSS and box.x1 > gutter + _ACROSS


def _fits(boxes: Sequence[Box], gutter: float) -> bool:
    across = sum(_across(box, gutter) for box in boxes)
    return across <= 0.2 * len(boxes) and any(box.x0 >= gutter - 1 for box in boxes)


def gutter_of(boxes: Sequence[Box]) -> float | None:
    """The x of the gutter with most text on both of its sides, if there is one."""
    if not 2 * _FEWEST <= len(boxes) <= _MOST_BOXES:
        return None
    left, right = min(box.x0 for box in boxes), max(box.x1 for box in boxes)
    width = right - left
    if width < 150:
        return None
    starts = sorted(box.x0 for box in boxes)
    ends = sorted(box.x1 for box in boxes)
    best: tuple[float, float, float] | None = None
    steps = int(0.6 * width / _STEP)
    for step in range(min(steps, 400)):
        x = left + 0.2 * width + step * _STEP
        before = bisect.bisect_right(ends, x)
        behind = len(starts) - bisect.bisect_left(starts, x)
        if min(before, behind) < _FEWEST or (best is not None and min(before, behind) <= best[0] * 0.8):
            continue
        score = _score(boxes, x, width)
        # Of equal candidates, the one nearest to the middle of the gutter: as far from the text as can be.
        clear = -abs(_nearest(starts, x) - x - (x - _nearest_below(ends, x)))
        if score and (best is None or (score, clear) > best[:2]):
            best = (score, clear, x)
    return best[2] if best is not None else None


def _nearest(starts: Sequence[float], x: float) -> float:
    return starts[min(bisect.bisect_left(starts, x), len(starts) - 1)]


def _nearest_below(ends: Sequence[float], x: float) -> float:
    return ends[max(bisect.bisect_right(ends, x) - 1, 0)]


def _score(boxes: Sequence[Box], x: float, width: float) -> int:
    """How many boxes stand side by side along a gutter at x; 0 where it is none."""
    left = [box for box in boxes if box.x1 <= x + 1]
    right = [box for box in boxes if box.x0 >= x - 1]
    if min(len(left), len(right)) < _FEWEST:
        return 0
    if min(_middling(left), _middling(right)) < _NARROWEST * width:
        return 0
    # They must stand beside each other, not one below the other.
    top = min(max(box.top for box in left), max(box.top for box in right))
    bottom = max(min(box.bottom for box in left), min(box.bottom for box in right))
    across = len(boxes) - len(left) - len(right)
    beside = min(sum(bottom <= box.bottom and box.top <= top for box in side) for side in (left, right))
    # Where nothing stands across, a column may have ended after a few lines.
    return beside if beside >= (_FEWEST if across else 1) and across <= 4 * beside else 0


def _middling(side: Sequence[Box]) -> float:
    """The width that half of the text has at least: a few short pieces of justified lines do not count for much."""
    widths = sorted(box.x1 - box.x0 for box in side)
    half = sum(widths) / 2
    for width in widths:
        half -= width
        if half <= 0:
            return width
    return widths[-1]
