"""Tables that go on over pages: the rows on the next page are added to those on the first."""

import re
from collections.abc import Sequence

from checker.read.layout.extent import notes_under, tabular, take, take_ruled
from checker.read.layout.lines import Line, lines
from checker.read.layout.pages import Page, begins_caption
from checker.read.layout.rivers import CELL_GAP, runs
from checker.read.layout.tables import Grid

_CONTINUED = re.compile(r"\bcont(?:inued|inuation|['’]?d|\.|\))", re.IGNORECASE)
_LABEL = re.compile(r"\D*[A-Za-z]?[0-9IVX]+")


def join(pages: Sequence[Page], found: list[list[Grid]], taken: set[int]) -> None:
    """Add to a table that ends a page its rows on the next, whether a caption says that it is continued or none."""
    last: tuple[int, int] | None = None  # the page and the place on it of a table that ends a page
    for number, page in enumerate(pages):
        if last is not None:
            joined = _continued(found[last[0]][last[1]], page, number, taken, found[number])
            if joined is not None:
                found[last[0]][last[1]] = joined
        left = [s for s in page.segments if id(s) not in page.margins and id(s) not in taken]
        if last is not None and joined is not None and not left and not found[number]:
            continue
        last = None
        for place, grid in enumerate(found[number]):
            below = grid.rows[-1].base
            if not any(s.base < below and s.x1 > grid.x0 and s.x0 < grid.x1 for s in left):
                last = number, place


def _continued(last: Grid, page: Page, number: int, taken: set[int], found: list[Grid]) -> Grid | None:
    """A table with its rows on the next page, which are taken from that page; None where it does not go on."""
    label = _LABEL.match(last.caption[0].text)
    for grid in found:
        words = " ".join(line.text for line in grid.caption)
        same = _LABEL.match(words)
        if label and same and label.group() == same.group() and _CONTINUED.search(words):
            joined = last.extended(grid.rows, grid.notes, grid.ruled, number)
            if joined.columns != max(last.columns, grid.columns):
                return None
            found.remove(grid)
            return joined
    left = [s for s in page.segments if id(s) not in page.margins and id(s) not in taken]
    rest = lines(left)
    if not rest or any(begins_caption(s) for s in left if s.base > rest[0].base - 3 * rest[0].size):
        return None
    rows: list[Line] = []
    x0, x1 = last.edges
    full = [rule for rule in page.rules if rule.x1 - rule.x0 > 0.85 * (x1 - x0) and rule.y < rest[0].base]
    rest = take_ruled(rows, rest, full)
    if not full or len(rows) < 2:
        take(rows, rest)
    size = last.rows[-1].size
    if not rows or not tabular(rows) or abs(rows[0].size - size) > 0.1 * size:
        return None
    inside = [rule for rule in page.rules if rows[-1].bottom < rule.y < rows[0].top + rows[0].size]
    notes = notes_under(rows, rest)
    joined = last.extended(rows, notes, inside, number)
    if joined is last or joined.columns < last.columns - 1 or not joined.breaks or not joined.sound:
        return None
    behind = [run for line in rows for run in runs(line, CELL_GAP)[1:]]
    if sum(any(glyph.char.isdigit() for glyph in run.glyphs) for run in behind) < 0.5 * len(behind):
        return None
    taken.update(id(segment) for line in [*rows, *notes] for segment in line.segments)
    return joined
