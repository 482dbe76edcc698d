"""The columns of a table by the white rivers between them, and the pieces of its lines that stand in each."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.read.layout.glyphs import Glyph, Segment
from checker.read.layout.lines import Line
from checker.read.placed import NOWHERE

# Gaps in units of the size of the type: no more than between words; between cells, where nothing else tells.
WORD_GAP = 0.42
CELL_GAP = 0.62
_MOST_COLUMNS = 40
# A river between few lines may be chance: its least width by the number of lines along it.
_WIDTHS = ((8, 0.42), (5, 0.55), (3, 0.8), (0, 1.0))
_MANY = 8
_WIDE = 1.0
# A river that a line crosses has cells on both sides in so many of the others.
_BESIDE = 0.15
# The least of a river that a line without gaps leaves free.
_SLACK = 0.3
# Words of a justified line may stand so far apart.
_JUSTIFIED = 0.55
# Figures of one cell that stand apart in all rows: what opens the second part, or ends the first.
_OPENS, _LEADS = tuple("([±%)],;/"), tuple("(±<>=≤≥[")


class Piece(NamedTuple):
    """What one line has in a cell: the columns that it covers, from 0, the last included."""

    first: int
    last: int
    segment: Segment
    text: str


class _Run(NamedTuple):
    """Words of a line with no more than spaces between them."""

    x0: float
    x1: float
    glyphs: list[Glyph]


def runs(line: Line, gap: float = WORD_GAP) -> list[_Run]:
    """The stretches of a line between gaps that are wider than so many units of its type."""
    found: list[_Run] = []
    for segment in line.segments:
        current: list[Glyph] = []
        for glyph in segment.glyphs:
            if glyph.char == " " and current and glyph.x1 - glyph.x0 > gap * min(glyph.size, segment.size):
                found.append(_run(current))
                current = []
            elif glyph.char != " " or current:
                current.append(glyph)
        if current:
            found.append(_run(current))
    return found


def _run(glyphs: list[Glyph]) -> _Run:
    return _Run(min(glyph.x0 for glyph in glyphs), max(glyph.x1 for glyph in glyphs), glyphs)


def rivers(lines: Sequence[Line]) -> list[float]:
    """Where the columns of a table are parted, from left to right, by the lines that have gaps."""
    split = [found for line in lines if len(found := runs(line)) > 1]
    if not split:
        return []
    few = len(split) < _MANY
    if few:
        split = [found for line in lines if len(found := runs(line, _JUSTIFIED)) > 1]
    size = sorted(line.size for line in lines)[len(lines) // 2]
    narrowest = (_JUSTIFIED if few else WORD_GAP) * size
    most = max(len(split) // 10, 1 if len(split) > 4 else 0)
    least = next(width for count, width in _WIDTHS if len(split) >= count) * size
    alone = [(found[0].x0, found[0].x1) for line in lines if len(found := runs(line)) == 1]
    parted: list[float] = []
    for left, right in _gaps([(run.x0, run.x1) for line in split for run in line], most, narrowest):
        beside = [
            (before, behind)
            for line in split
            for before, behind in pairwise(line)
            if before.x1 <= left + 1 and behind.x0 >= right - 1
        ]
        crossed = any(run.x0 < left + 1 and run.x1 > right - 1 for line in split for run in line)
        if len(beside) < (max(2, _BESIDE * len(split)) if crossed else 1):
            continue
        if right - left < least and max(behind.x0 - before.x1 for before, behind in beside) < _WIDE * size:
            continue
        if right - left > size or not _within_cells(beside):
            parted.append(_middle(left, right, alone, _SLACK * size))
    return parted[: _MOST_COLUMNS - 1]


def _middle(left: float, right: float, alone: Sequence[tuple[float, float]], slack: float) -> float:
    """The middle of a river, as far as lines without gaps leave it free that end or begin in it."""
    left = max([left, *(x1 for x0, x1 in alone if x0 < left < x1 < right - slack)])
    right = min([right, *(x0 for x0, x1 in alone if x1 > right > x0 > left + slack)])
    return (left + right) / 2


def _within_cells(beside: Sequence[tuple[_Run, _Run]]) -> bool:
    """Whether a narrow river runs through figures: between counts and their percentages, say."""
    joined = sum(before.glyphs[-1].char in _LEADS or behind.glyphs[0].char in _OPENS for before, behind in beside)
    return joined > 0.7 * len(beside)


def _gaps(covered: Sequence[tuple[float, float]], most: int, width: float) -> list[tuple[float, float]]:
    """The stretches at least so wide that no more than so many extents cover: of each, its emptiest parts."""
    events = sorted([(x0, 1) for x0, _ in covered] + [(x1, -1) for _, x1 in covered])
    steps: list[tuple[float, float, int]] = []
    depth = 0
    for (x, change), (following, _) in pairwise(events):
        depth += change
        if following > x:
            steps.append((x, following, depth))
    result: list[tuple[float, float]] = []
    stretch: list[tuple[float, float, int]] = []
    for step in [*steps, (0.0, 0.0, most + 1)]:
        if step[2] <= most:
            stretch.append(step)
            continue
        if stretch and stretch[-1][1] - stretch[0][0] >= width:
            result += _emptiest(stretch, width)
        stretch = []
    return result


def _emptiest(stretch: Sequence[tuple[float, float, int]], width: float) -> list[tuple[float, float]]:
    for depth in sorted({covered for _, _, covered in stretch}):
        parts: list[tuple[float, float]] = []
        for x0, x1, covered in stretch:
            if covered <= depth:
                if parts and parts[-1][1] == x0:
                    parts[-1] = (parts[-1][0], x1)
                else:
                    parts.append((x0, x1))
        wide = [part for part in parts if part[1] - part[0] >= width]
        if wide:
            return wide
    return []


def pieces(line: Line, parted: Sequence[float]) -> list[Piece]:
    """A line as pieces of cells: cut where a gap lies on a river, or is wider than between words."""
    found: list[list[_Run]] = []
    for run in runs(line):
        if found and not _cut(found[-1][-1], run, parted, line.size):
            found[-1].append(run)
        else:
            found.append([run])
    result: list[Piece] = []
    for group in found:
        glyphs = list(group[0].glyphs)
        for before, behind in pairwise(group):
            last = before.glyphs[-1]
            glyphs += [_space(last, before.x1, behind.x0), *behind.glyphs]
        while glyphs[-1].char == " ":
            glyphs.pop()
        segment = Segment.of(glyphs)
        first, last_column = _columns(segment, parted, line.size)
        if result and first <= result[-1].last:
            # What is cut off from a long label stands in its own column.
            left = result[-1]
            if left.first < first:
                result[-1] = left._replace(last=first - 1)
            else:
                joined = [*left.segment.glyphs, _space(glyphs[0], left.segment.x1, segment.x0)]
                segment = Segment.of([*joined, *glyphs])
                first, last_column = left.first, max(left.last, last_column)
                result.pop()
        result.append(Piece(first, last_column, segment, Line([segment]).text))
    return result


def _space(beside: Glyph, x0: float, x1: float) -> Glyph:
    """A space in the type of the glyph beside it."""
    return beside._replace(char=" ", x0=x0, x1=x1, place=NOWHERE)


def _cut(before: _Run, behind: _Run, parted: Sequence[float], size: float) -> bool:
    on_river = any(before.x1 <= x <= behind.x0 for x in parted)
    return on_river or behind.x0 - before.x1 > CELL_GAP * size


def _columns(segment: Segment, parted: Sequence[float], size: float) -> tuple[int, int]:
    """The first and the last column in which most of a letter or more of it stands."""
    slack = min(0.5 * size, 0.3 * (segment.x1 - segment.x0))
    first = sum(x < segment.x0 + slack for x in parted)
    last = sum(x < segment.x1 - slack for x in parted)
    return first, max(first, last)
