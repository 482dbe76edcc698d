"""Where the tables of a page are: under their captions, or over them where the paper sets captions below."""

from collections.abc import Sequence

from checker.read.layout.columns import gutter_of
from checker.read.layout.extent import gapped, is_caption, notes_under, tabular, take, take_ruled, widest_gap
from checker.read.layout.glyphs import Segment
from checker.read.layout.lines import Line, lines
from checker.read.layout.overpages import join
from checker.read.layout.pages import Page
from checker.read.layout.rules import Rule
from checker.read.layout.tables import Grid

_MOST_CAPTION_LINES = 14
_MOST_HEAD_LINES = 4


def grids(pages: Sequence[Page], gutter: float | None) -> tuple[list[list[Grid]], set[int]]:
    """The tables of each page, from top to bottom; one that goes on over pages stands on its first.

    Args:
        pages: of one paper, whose captions stand all above or all below its tables.
        gutter: the middle between its columns, if it has two.

    Returns:
        The tables of each page, and the ids of all segments that are theirs.
    """
    if gutter is None and len(pages) == 1:
        gutter = gutter_of(pages[0].segments)
    votes = 0
    for page in pages:
        for start in page.captions():
            below, above = _under(start, page, page.segments, gutter), _over(start, page, page.segments, gutter)
            votes += (below is not None) - (above is not None)
    found = [_on_page(page, gutter, votes >= 0) for page in pages]
    taken = {id(segment) for on_page in found for grid in on_page for segment in grid.segments}
    join(pages, found, taken)
    return found, taken


def _on_page(page: Page, gutter: float | None, captions_above: bool) -> list[Grid]:
    left = list(page.segments)
    taken: set[int] = set()
    found: list[Grid] = []
    for start in page.captions():
        if id(start) in taken:
            continue
        first, second = (_under, _over) if captions_above else (_over, _under)
        grid = first(start, page, left, gutter) or second(start, page, left, gutter, only_ruled=True)
        if grid is not None:
            taken.update(map(id, grid.segments))
            left = [segment for segment in left if id(segment) not in taken]
            found.append(grid)
    return found


def _under(
    start: Segment, page: Page, segments: Sequence[Segment], gutter: float | None, only_ruled: bool = False
) -> Grid | None:
    """The table under a caption that starts with this segment."""
    ruled = [rule for rule in page.rules if rule.y < start.base and rule.x0 < start.x0 + 60 and rule.x1 > start.x0 + 20]
    near = [rule for rule in ruled if rule.y > start.base - _MOST_CAPTION_LINES * 1.6 * start.size]
    width = max((rule.x1 - rule.x0 for rule in near), default=0.0)
    if near and width > 80:
        first = next(rule for rule in near if rule.x1 - rule.x0 > 0.8 * width)
        x0, x1 = first.x0 - 6, first.x1 + 6
        inside = [
            segment
            for segment in segments
            if segment.base <= start.base + 1
            # The caption may be wider than the table, or set to its left.
            and (segment.x0 > x0 or (segment.base > first.y and segment.x0 > start.x0 - 6))
            and segment.x1 < (x1 if segment.base <= first.y else max(x1, start.x1 + 6))
        ]
        full = [rule for rule in ruled if abs(rule.x0 - first.x0) < 8 and abs(rule.x1 - first.x1) < 8]
        grid = _ruled(lines(inside), first, full, page.rules)
        if grid is not None and grid.sound:
            return grid
    if only_ruled:
        return None
    low, high = _column(start, segments, gutter, below=True)
    inside = [s for s in segments if s.base <= start.base + 1 and s.x0 > low and s.x1 < high]
    grid = _unruled(lines(inside), start, page.rules)
    return grid if grid is not None and grid.sound else None


def _column(start: Segment, segments: Sequence[Segment], gutter: float | None, below: bool) -> tuple[float, float]:
    """The left and right edge of what stands under or over a caption: its column, or the width of the page."""
    left, right = start.x0 - 30, float("inf")
    if gutter is None or start.x0 < gutter < start.x1 - 6:
        return left, right
    if start.x0 >= gutter - 6:
        return max(left, gutter - 6), right
    reach = 12 * start.size
    near = [s for s in segments if (0 < start.base - s.base < reach if below else 0 < s.base - start.base < reach)]
    across = any(s.x0 < gutter - 8 and s.x1 > gutter + 8 for s in near)
    beside = [s for s in near if s.x0 >= gutter - 6]
    prose = sum(len(s.glyphs) > 35 for s in beside) > 0.5 * len(beside)
    return (left, gutter + 6) if prose and not across else (left, right)


def _ruled(below: list[Line], first: Rule, full: list[Rule], rules: Sequence[Rule]) -> Grid | None:
    """A table that begins at its first rule and ends at the last one that still has rows above it."""
    caption = [line for line in below if line.base > first.y]
    rest = [line for line in below if line.base <= first.y]
    rows: list[Line] = []
    while len(caption) > 1 and len(rows) < _MOST_HEAD_LINES and widest_gap(caption[-1]) > 1.5 * caption[-1].size:
        rows.insert(0, caption.pop())  # the first rule stands under the head, not over it
    if not caption or not rest or len(caption) > _MOST_CAPTION_LINES:
        return None
    rest = take_ruled(rows, rest, [rule for rule in full if rule.y < first.y - 2])
    last = min((rule.y for rule in full if rows and rule.y < rows[-1].base), default=None)
    closed = last is not None and len(rows) > 2 and rest and rows[-1].base > last > rest[0].base
    if not closed or tabular(rest[:4]):
        take(rows, rest)
    return _grid(caption, rows, rest, rules)


def _unruled(below: list[Line], start: Segment, rules: Sequence[Rule]) -> Grid | None:
    """A table without rules: the lines with gaps, from the first one under the caption to the last."""
    caption: list[Line] = []
    rest = list(below)
    while rest and len(caption) < _MOST_CAPTION_LINES and (not caption or not gapped(rest[0])):
        if caption and caption[-1].base - rest[0].base > 3 * start.size:
            break
        caption.append(rest.pop(0))
    if any(widest_gap(line) > 1.5 * line.size for line in caption):
        return None
    rows: list[Line] = []
    take(rows, rest)
    return _grid(caption, rows, rest, rules) if tabular(rows) else None


def _over(
    start: Segment, page: Page, segments: Sequence[Segment], gutter: float | None, only_ruled: bool = False
) -> Grid | None:
    """The table over a caption that starts with this segment."""
    near = [
        rule
        for rule in page.rules
        if start.base < rule.y < start.base + 4 * start.size and rule.x0 < start.x0 + 60 and rule.x1 > start.x0 + 20
    ]
    low, high = _column(start, segments, gutter, below=False)
    full: list[Rule] = []
    if near:
        last = max(near, key=lambda rule: rule.x1 - rule.x0)
        full = [rule for rule in page.rules if abs(rule.x0 - last.x0) < 8 and abs(rule.x1 - last.x1) < 8]
        low, high = last.x0 - 6, last.x1 + 6
    elif only_ruled:
        return None
    inside = [
        s for s in segments if s.base > start.base + 1 and s.x0 > low and s.x1 < high and id(s) not in page.margins
    ]
    rest = list(reversed(lines(inside)))
    rows: list[Line] = []
    for rule in [rule for rule in reversed(full) if rule.y > start.base]:
        between = [line for line in rest if line.base < rule.y]
        if len(between) > 2 and not tabular(between, high - low):
            break
        if any(is_caption(line) for line in between):
            break
        rows += between
        rest = rest[len(between) :]
    if len(full) < 2:
        take(rows, rest, upward=True)
    elif rows and not any(rows[0].base < rule.y < rows[-1].base for rule in full):
        # The upper rule stands under the head, not over it.
        for _ in range(_MOST_HEAD_LINES):
            if rest and gapped(rest[0]) and rest[0].base - rows[-1].base < 2 * rest[0].size:
                rows.append(rest.pop(0))
    rows.reverse()
    if not tabular(rows):
        return None
    grid = _grid(_caption(start, segments), rows, [], page.rules)
    return grid if grid is not None and grid.sound else None


def _caption(start: Segment, segments: Sequence[Segment]) -> list[Line]:
    """The lines of a caption that stands below its table."""
    found: list[Line] = []
    for line in lines([s for s in segments if s.base <= start.base + 1 and s.x0 > start.x0 - 12]):
        if found:
            above = found[-1]
            short = above.x1 < max(other.x1 for other in found) - 3 * above.size
            ends = short or (len(found) == 1 and above.text.endswith(".") and above.font != line.font)
            far = above.base - line.base > 1.6 * above.size or abs(line.size - above.size) > 0.04 * above.size
            if far or ends or len(found) == _MOST_CAPTION_LINES:
                break
        found.append(line)
    return found


def _grid(caption: list[Line], rows: list[Line], rest: Sequence[Line], rules: Sequence[Rule]) -> Grid | None:
    if len(rows) < 2 or not caption:
        return None
    top, bottom = rows[0].top + rows[0].size, rows[-1].bottom
    inside = [rule for rule in rules if bottom < rule.y < top]
    return Grid(caption, rows, notes_under(rows, rest), inside)
