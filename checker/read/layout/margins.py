"""What stands in the margins of pages and is not read: running heads, page numbers, numbers of lines."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from checker.read.layout.glyphs import Segment
from checker.read.layout.lines import Line, lines

_DIGITS = re.compile(r"[0-9]+|\b[ivxlc]+\b")
_PAGE_NUMBER = re.compile(
    r"(?i)(?:(?:page|p\.?|e)?\s*-?\s*[a-z]?[0-9]{1,6}(?:\s*(?:/|of|von|de)\s*[0-9]{1,5})?\s*-?|[ivxlc]{1,6})"
)
# Lines looked at from the top and the bottom of each page, and the part of the height they may stand in.
_OUTERMOST = 4
_MARGIN = 0.1
_FEWEST_NUMBERS = 5


def without_margins(pages: Sequence[list[Segment]], edges: Sequence[tuple[float, float]]) -> list[list[Segment]]:
    """The segments of each page without running heads, page numbers and numbers of lines.

    Args:
        pages: the segments of each page.
        edges: the lower and the upper edge of each page.
    """
    stripped = [_without_line_numbers(page) for page in pages]
    outer = [_outer(page, *edge) for page, edge in zip(stripped, edges, strict=True)]
    seen: Counter[str] = Counter()
    for page in outer:
        seen.update({_pattern(part) for line in page for part in _parts(line)})
    result = []
    for segments, page in zip(stripped, outer, strict=True):
        dropped: set[int] = set()
        for line in page:
            # Left and right pages differ: a head is repeated when a third of the pages have it.
            for part in _parts(line):
                pattern = _pattern(part)
                repeated = seen[pattern] >= max(2, 0.3 * len(pages)) and sum(map(str.isalpha, pattern)) >= 4
                if repeated or (part is line and _PAGE_NUMBER.fullmatch(line.text.strip())):
                    dropped.update(map(id, part.segments if isinstance(part, Line) else [part]))
        result.append([segment for segment in segments if id(segment) not in dropped])
    return result


def _outer(segments: list[Segment], bottom: float, top: float) -> list[Line]:
    """The lines in the upper and lower margin of a page."""
    if not segments:
        return []
    highest, lowest = max(segment.top for segment in segments), min(segment.bottom for segment in segments)
    if highest > top or lowest < bottom:
        # The page is turned, and its edges with it.
        bottom, top = lowest - 36, highest + 36
    reach = _MARGIN * (top - bottom)
    upper = [segment for segment in segments if segment.base > top - reach]
    lower = [segment for segment in segments if segment.base < bottom + reach]
    return lines(upper)[:_OUTERMOST] + lines(lower)[-_OUTERMOST:]


def _parts(line: Line) -> list[Line | Segment]:
    return [line, *line.segments]


def _pattern(line: Line | Segment) -> str:
    """A line with its numbers made equal."""
    return _DIGITS.sub("0", line.text.lower())


def _without_line_numbers(segments: list[Segment]) -> list[Segment]:
    """The segments without the column of rising numbers that manuscripts have beside their lines."""
    for side in (-1, 1):
        numbers = sorted((s for s in segments if _is_line_number(s)), key=lambda s: s.x0 * side)
        if len(numbers) < _FEWEST_NUMBERS:
            return segments
        outermost = numbers[-1]
        column = [s for s in numbers if abs(s.x1 - outermost.x1) < 9 or abs(s.x0 - outermost.x0) < 9]
        numbered = set(map(id, column))
        others = [s for s in segments if id(s) not in numbered]
        if len(column) < _FEWEST_NUMBERS or not others:
            continue
        body = min(s.x0 for s in others) if side < 0 else max(s.x1 for s in others)
        outside = all(s.x1 <= body + 1 for s in column) if side < 0 else all(s.x0 >= body - 1 for s in column)
        if outside and _rising(column):
            return others
    return segments


def _is_line_number(segment: Segment) -> bool:
    text = segment.text
    return len(text) <= 5 and text.isascii() and text.isdigit()


def _rising(column: list[Segment]) -> bool:
    """Whether numbers rise down the page by equal steps of 1 or 5."""
    values = [int(segment.text) for segment in sorted(column, key=lambda segment: -segment.base)]
    steps = Counter(below - above for above, below in pairwise(values))
    step, times = steps.most_common(1)[0]
    return step in (1, 2, 5, 10) and times >= 0.8 * (len(values) - 1)
