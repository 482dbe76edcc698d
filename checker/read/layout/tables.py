"""Tables: where one begins and ends under its caption, and its cells by the gaps between columns."""

from collections.abc import Sequence
from itertools import pairwise

from checker.read import roles
from checker.read.assembly import GridCell
from checker.read.layout.glyphs import Segment
from checker.read.layout.lines import Line, lines
from checker.read.layout.rules import Rule

_MOST_CAPTION_LINES = 14
_MOST_HEAD_LINES = 4
_MOST_COLUMNS = 40
# Rows are parted by rules where there are so many rules for each line of text.
_RULED = 0.3
_MOST_TABLES = 12  # on a page
# A gap between cells that stand close, in units of the type: more than the space between words.
_CELL_GAP = 0.42


class Grid:
    """A table on a page, as one box in the order of reading.

    Attributes:
        caption: the lines of its caption.
        cells: its cells, the pieces of each on lines of their own.
        notes: the lines of the notes under it.
        segments: everything that it takes from the page.
        x0: left edge.
        x1: right edge.
        top: upper edge.
        bottom: lower edge.
    """

    def __init__(
        self, caption: list[Line], rows: list[Line], notes: list[Line], header: float, between: Sequence[float] = ()
    ) -> None:
        self.caption = caption
        self.notes = notes
        self.cells = _cells(rows, header, between)
        everything = [*caption, *rows, *notes]
        self.segments = [segment for line in everything for segment in line.segments]
        self.x0 = min(line.x0 for line in everything)
        self.x1 = max(line.x1 for line in everything)
        self.top = max(line.top for line in everything)
        self.bottom = min(line.bottom for line in everything)


def is_caption(line: Line) -> bool:
    """Whether a line begins the caption of a table."""
    return roles.is_table_caption(line.text)


def holds_caption(segments: Sequence[Segment]) -> bool:
    """Whether a page announces a table."""
    return any(roles.is_table_caption(segment.text[:90]) for segment in segments)


def grids(segments: Sequence[Segment], rules: Sequence[Rule]) -> list[Grid]:
    """The tables among the segments of a page, from top to bottom.

    A table is what stands under its caption: between rules where it is ruled, else as long as lines have gaps.
    """
    left = list(segments)
    found: list[Grid] = []
    taken: set[int] = set()
    captions = sorted((s for s in segments if roles.is_table_caption(s.text[:90])), key=lambda s: -s.base)
    for start in captions[:_MOST_TABLES]:
        if id(start) not in taken:
            grid = _under(start, left, rules)
            if grid is not None:
                taken.update(map(id, grid.segments))
                left = [segment for segment in left if id(segment) not in taken]
                found.append(grid)
    return found


def _under(start: Segment, segments: Sequence[Segment], rules: Sequence[Rule]) -> Grid | None:
    """The table under a caption that starts with this segment."""
    ruled = [rule for rule in rules if rule.y < start.base and rule.x0 < start.x0 + 60 and rule.x1 > start.x0 + 20]
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
        return _ruled(lines(inside), first, full)
    column = [segment for segment in segments if segment.base <= start.base + 1 and segment.x0 > start.x0 - 30]
    return _unruled(lines(column), start)


def _ruled(below: list[Line], first: Rule, full: list[Rule]) -> Grid | None:
    """A table that begins at its first rule and ends at the last one that still has rows above it."""
    caption = [line for line in below if line.base > first.y]
    body = [line for line in below if line.base <= first.y]
    rows: list[Line] = []
    if len(caption) > 1 and _widest_gap(caption[-1]) > 1.5 * caption[-1].size:
        rows = [caption.pop()]  # the first rule stands under the head, not over it
    if not caption or not body or len(caption) > _MOST_CAPTION_LINES:
        return None
    headed = bool(rows)
    rest = list(body)
    end = 0
    for rule in [rule for rule in full if rule.y < first.y - 2]:
        between = [line for line in rest if line.base > rule.y]
        if between and not _tabular(between) and len(rows) > 1:
            break
        if any(is_caption(line) for line in between):
            break
        rows += between
        rest = rest[len(between) :]
        end += 1
    if end == 0 or (end == 1 and len(rows) <= _MOST_HEAD_LINES and _tabular(rest[:4] or rows)):
        # No rule at the end: the rows are the lines with gaps, and those between them.
        while rest and (
            len(rest[0].segments) > 1
            or (len(rest) > 1 and len(rest[1].segments) > 1)
            or (rows and _within(rows[-1], rest[0]))
        ):
            if rows and rows[-1].base - rest[0].base > 3.5 * rows[-1].size:
                break
            rows.append(rest.pop(0))
    if len(rows) < 2:
        return None
    under = [rule.y for rule in full if rule.y < first.y - 2]
    head = under[0] if len(under) > 1 else rows[0].base - 1
    head = first.y if headed else head
    return Grid(caption, rows, _notes(rows, rest), head, [y for y in under if y > rows[-1].base])


def _unruled(below: list[Line], start: Segment) -> Grid | None:
    """A table without rules: the lines with gaps, from the first one under the caption to the last."""
    caption: list[Line] = []
    rest = list(below)
    while rest and len(caption) < _MOST_CAPTION_LINES and (not caption or len(rest[0].segments) == 1):
        if caption and caption[-1].base - rest[0].base > 3 * start.size:
            break
        caption.append(rest.pop(0))
    rows: list[Line] = []
    while rest and not is_caption(rest[0]):
        gap = rows[-1].base - rest[0].base if rows else 0
        if rows and gap > 3.5 * rows[-1].size:
            break
        following = len(rest) > 1 and len(rest[1].segments) > 1
        if len(rest[0].segments) < 2 and not following:
            break
        rows.append(rest.pop(0))
    if len(rows) < 2 or not _tabular(rows) or any(len(line.segments) > 1 for line in caption):
        return None
    return Grid(caption, rows, _notes(rows, rest), rows[0].base - 1)


def _widest_gap(line: Line) -> float:
    return max((right.x0 - left.x1 for left, right in pairwise(line.segments)), default=0.0)


def _tabular(rows: Sequence[Line]) -> bool:
    """Whether most lines have gaps, or are short."""
    width = max(line.x1 for line in rows) - min(line.x0 for line in rows)
    gaps = sum(len(line.segments) > 1 or line.x1 - line.x0 < 0.5 * width for line in rows)
    return gaps >= 0.5 * len(rows)


def _notes(rows: Sequence[Line], rest: Sequence[Line]) -> list[Line]:
    """The lines under a table, in type no larger than its own, down to the first gap."""
    notes: list[Line] = []
    above = rows[-1]
    size = sorted(row.size for row in rows)[len(rows) // 2]
    for line in rest:
        gap = above.base - line.base
        if gap > (2.6 if not notes else 1.6) * max(line.size, 6) or line.size > 0.97 * size or is_caption(line):
            break
        notes.append(line)
        above = line
    return notes


def _cells(rows: list[Line], header: float, between: Sequence[float]) -> list[GridCell]:
    """Cells by column; lines that no rule parts where rows are ruled, or set closer than rows are, are one row."""
    columns = _columns(rows)
    rows = [Line([part for segment in line.segments for part in _split(segment, columns)]) for line in rows]
    if len(between) >= max(3, _RULED * len(rows)):
        starts = [sum(y > line.base for y in between) for line in rows]
    else:
        starts = _row_numbers(rows, header, columns)
    texts: dict[tuple[int, int], tuple[int, list[str], bool]] = {}
    for line, row in zip(rows, starts, strict=True):
        for segment in line.segments:
            covered = _covered(segment, columns) or [_closest(segment, columns)]
            key = (row, covered[0])
            span, parts, head = texts.get(key, (1, [], line.base > header))
            texts[key] = (max(span, len(covered)), [*parts, Line([segment]).text], head)
    result = []
    count = max(starts) + 1
    for row in range(count):
        column = 0
        while column < len(columns):
            span, parts, head = texts.get((row, column), (1, [], False))
            span = max(
                1, min([span, len(columns) - column, *(c - column for r, c in texts if r == row and c > column)])
            )
            result.append(GridCell("\n".join(parts), row, column, 1, span, head))
            column += span
    return result


def _columns(rows: Sequence[Line]) -> list[tuple[float, float]]:
    """The extent of each column: from the rows with most cells, widened by cells that lie in one column only."""
    columns: list[tuple[float, float]] = []
    for line in sorted(rows, key=lambda line: -len(line.segments)):
        for segment in line.segments:
            covered = _covered(segment, columns)
            if not covered and len(columns) < _MOST_COLUMNS:
                columns.append((segment.x0, segment.x1))
                columns.sort()
            elif len(covered) == 1:
                index = covered[0]
                left = columns[index - 1][1] if index else float("-inf")
                right = columns[index + 1][0] if index + 1 < len(columns) else float("inf")
                low, high = columns[index]
                columns[index] = (min(low, max(segment.x0, left)), max(high, min(segment.x1, right)))
    return columns


def _split(segment: Segment, columns: Sequence[tuple[float, float]]) -> list[Segment]:
    """A segment over several columns as the cells it is made of, where a gap wider than a space parts them."""
    if len(_covered(segment, columns)) < 2:
        return [segment]
    for gap in sorted(segment.glyphs, key=lambda glyph: glyph.x0 - glyph.x1):
        if gap.char != " " or gap.x1 - gap.x0 < _CELL_GAP * segment.size:
            continue
        left, right = segment.parted(gap)
        before, behind = _covered(left, columns), _covered(right, columns)
        if before and behind and max(before) < min(behind):
            return _split(left, columns) + _split(right, columns)
    return [segment]


def _covered(segment: Segment, columns: Sequence[tuple[float, float]]) -> list[int]:
    return [
        index
        for index, (x0, x1) in enumerate(columns)
        if min(segment.x1, x1) - max(segment.x0, x0) > min(2.0, 0.4 * (segment.x1 - segment.x0))
    ]


def _closest(segment: Segment, columns: Sequence[tuple[float, float]]) -> int:
    middle = (segment.x0 + segment.x1) / 2
    return min(range(len(columns)), key=lambda index: abs((columns[index][0] + columns[index][1]) / 2 - middle))


def _row_numbers(rows: Sequence[Line], header: float, columns: Sequence[tuple[float, float]]) -> list[int]:
    """The row of each line: a line much closer to the one above than rows are, or that reads on, continues it."""
    full = max(len(line.segments) for line in rows)
    between = sorted(
        above.base - line.base
        for above, line in pairwise(rows)
        if len(line.segments) >= max(2, 0.6 * full) and line.base <= header and not _within(above, line)
    )
    usual = between[len(between) // 2] if between else 0.0
    numbers = [0]
    for above, line in pairwise(rows):
        gap = above.base - line.base
        continues = (gap < 0.82 * usual and len(line.segments) < full) or _within(above, line)
        if not continues and above.base <= header and gap <= 1.1 * usual:
            continues = _reads_on(above, line, columns)
        numbers.append(numbers[-1] + (0 if continues else 1))
    return numbers


def _within(above: Line, line: Line) -> bool:
    """Whether lines stand closer than two lines of one cell do: figures centred beside a label of two lines."""
    if above.base - line.base > 1.05 * line.size:
        return False
    return all(one.x1 < other.x0 or one.x0 > other.x1 for one in above.segments for other in line.segments)


def _reads_on(above: Line, line: Line, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a line of a table ends what the cells above it begin: a label or a figure too long for its column."""
    low, high = columns[0]
    upper, lower = above.segments[0], line.segments[0]
    if upper.x0 >= high:
        return False
    if lower.x0 >= high:
        # Figures without a label: limits in brackets under their estimates.
        return all(segment.text.startswith(("(", "[")) for segment in line.segments)
    small = lower.text[:1].islower() or lower.text[:1] in "(["
    alone = len(above.segments) == 1 or len(line.segments) == 1
    wide = upper.x1 - low > 0.7 * (high - low)
    return small and alone and wide and abs(upper.x0 - lower.x0) < 12
