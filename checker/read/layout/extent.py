"""Which lines are rows of a table: by their gaps, by the rules between them, by what follows."""

import re
from collections.abc import Sequence
from itertools import pairwise

from checker.read import roles
from checker.read.layout.lines import Line
from checker.read.layout.rivers import CELL_GAP, runs
from checker.read.layout.rules import Rule

# Lines further apart than so many units of their type belong to different things.
_APART = 3.5
# What is longer is a line of prose.
_PROSE = 30
ITEM = re.compile(r"\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]|[•‣▪●◦■□–]")


def is_caption(line: Line) -> bool:
    """Whether a line begins the caption of a table."""
    return roles.is_table_caption(line.text)


def gapped(line: Line) -> bool:
    """Whether a line has gaps as between cells, and is not one of prose in two columns or of a list."""
    found = runs(line, CELL_GAP)
    if len(found) > 1 and ITEM.fullmatch("".join(glyph.char for glyph in found[0].glyphs)):
        found = found[1:]
    return len(found) > 1 and any(len(run.glyphs) < _PROSE for run in found)


def widest_gap(line: Line) -> float:
    """The widest gap in a line, in points."""
    found = runs(line)
    return max((right.x0 - left.x1 for left, right in pairwise(found)), default=0.0)


def tabular(rows: Sequence[Line], width: float = 0.0) -> bool:
    """Whether most lines have gaps, or are short for the width of them all or of what they stand in."""
    if not rows:
        return False
    width = max(width, max(line.x1 for line in rows) - min(line.x0 for line in rows))
    left = min(line.x0 for line in rows) + 3 * rows[0].size
    labels = gapped(rows[0])  # long lines on the left are labels where the first has figures beside it
    gaps = sum(
        gapped(line) or (line.x1 - line.x0 < 0.5 * width and (len(line.text) < _PROSE or (labels and line.x0 < left)))
        for line in rows
    )
    return gaps >= 0.5 * len(rows)


def take(rows: list[Line], rest: list[Line], upward: bool = False) -> None:
    """Move lines from what is left to the rows, as long as they have gaps, or stand among lines that have."""
    while rest and not is_caption(rest[0]):
        line = rest[0]
        apart = abs(rows[-1].base - line.base) if rows else 0.0
        if rows and apart > max(_APART * max(rows[-1].size, line.size), 2.5 * _usual_gap(rows)):
            break
        if not gapped(line):
            width = max(other.x1 for other in rows) - min(other.x0 for other in rows) if rows else 0
            short = line.x1 - line.x0 < 0.6 * width or not rows
            followed = any(map(gapped, rest[1:3])) or (rows and _ends(rows, rest))
            if not (rows and apart < 1.05 * line.size) and not (short and followed):
                break
        rows.append(rest.pop(0))
    # Lines without gaps at the end are text that stands before or behind.
    while rows and upward and not gapped(rows[-1]):
        rest.insert(0, rows.pop())


def _usual_gap(rows: Sequence[Line]) -> float:
    gaps = sorted(abs(above.base - below.base) for above, below in pairwise(rows))
    return gaps[len(gaps) // 2] if gaps else 0.0


def _ends(rows: Sequence[Line], rest: Sequence[Line]) -> bool:
    """Whether a line in the type of the rows is the last before a gap: the end of a label, or one whose rows follow."""
    above, line = rows[-1], rest[0]
    apart = above.base - line.base
    if abs(above.size - line.size) > 0.05 * line.size or apart <= 0:
        return False
    if len(rest) == 1:
        return apart <= max(1.35 * line.size, 1.5 * _usual_gap(rows))
    last = line.base - rest[1].base > 1.35 * line.size or rest[1].size < 0.95 * line.size
    return last and apart < 1.35 * line.size


def take_ruled(rows: list[Line], rest: list[Line], full: Sequence[Rule]) -> list[Line]:
    """Add to the rows the lines over each of some rules, as far as they are rows, and return what is left."""
    for rule in full:
        between = [line for line in rest if line.base > rule.y]
        prose = len(between) > 2 and not tabular(between, full[0].x1 - full[0].x0)
        if (prose and len(rows) > 1) or any(map(is_caption, between)):
            break
        rows += between
        rest = rest[len(between) :]
    return rest


def notes_under(rows: Sequence[Line], rest: Sequence[Line]) -> list[Line]:
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
