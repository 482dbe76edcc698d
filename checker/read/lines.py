"""Lines of plain text and Markdown, and the tables among them: cells between pipes, tabs or wide spaces."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.document import Cell, Span, Table
from checker.read.bounds import MOST_CELLS

# Where a cell begins and ends.
Bounds = tuple[int, int]

# An item of a list.
ITEM = re.compile(r"[ \t]{0,8}(?:[-*•·‣▪]|[0-9]{1,3}[.)])[ \t]+")
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*")
_COLUMNS = re.compile(r"\t+|[ \u00a0]{2,}")
_MOST_COLUMNS = 60
_LONGEST_HEADING = 60


class Line(NamedTuple):
    """A line without its end: offsets and characters."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        """Whether nothing is printed on it."""
        return not self.text or self.text.isspace()


def _cells(line: Line) -> list[Bounds]:
    """Offsets of the cells of a line: between pipes, tabs or wide spaces."""
    text = line.text
    found = []
    if text.count("|") >= 2 or text.lstrip().startswith("|"):
        start = 0
        edges = (found.start() for found in re.finditer(r"\|", text))
        # The empty cells outside the outer pipes come on top.
        for edge in [*itertools.islice(edges, _MOST_COLUMNS + 2), len(text)]:
            found.append((start, edge))
            start = edge + 1
        if text.lstrip().startswith("|"):
            found = found[1:]
        if text.rstrip().endswith("|"):
            found = found[:-1]
    else:
        start = len(text) - len(text.lstrip(" "))
        for gap in _COLUMNS.finditer(text, start):
            found.append((start, gap.start()))
            start = gap.end()
        if start < len(text):
            found.append((start, len(text)))
    return [(line.start + start, line.start + end) for start, end in found[:_MOST_COLUMNS]]


def _piped(line: Line) -> bool:
    return line.text.count("|") >= 2 or (line.text.lstrip().startswith("|") and "|" in line.text)


def _aligned(line: Line) -> bool:
    text = line.text.strip()
    return len(text) <= 400 and ("\t" in text or _COLUMNS.search(text) is not None) and not ITEM.match(line.text)


def table_runs(lines: list[Line]) -> dict[int, int]:
    """The line behind each table, by the line on which it starts."""
    runs = {}
    index = 0
    while index < len(lines):
        piped = _piped(lines[index])
        if not piped and not _aligned(lines[index]):
            index += 1
            continue
        end = index + 1
        while end < len(lines) and (
            _piped(lines[end]) or _RULE.fullmatch(lines[end].text)
            if piped
            else _aligned(lines[end]) or _heads_rows(lines, end)
        ):
            end += 1
        if end - index >= 2 if piped else _is_aligned_table(lines[index:end]):
            runs[index] = end
        index = end
    return runs


def _heads_rows(lines: list[Line], index: int) -> bool:
    """Whether a line between rows is short and names those below it (``Sex``)."""
    text = lines[index].text.strip()
    following = lines[index + 1] if index + 1 < len(lines) else None
    return (
        0 < len(text) <= _LONGEST_HEADING
        and text[-1] not in ".:;"
        and following is not None
        and _aligned(following)
        and any(character.isdigit() for character in following.text)
    )


def _is_aligned_table(lines: list[Line]) -> bool:
    """Whether lines with wide gaps are rows: at least three, of about as many cells, with figures."""
    if len(lines) < 3:
        return False
    widths = [len(_cells(line)) for line in lines if _aligned(line)]
    numeric = sum(any(character.isdigit() for character in line.text) for line in lines)
    return max(widths) >= 2 and min(widths) >= max(widths) - 1 and numeric >= 2


def _columns(line: Line, cells: Sequence[Bounds], full: tuple[Line, Sequence[Bounds]]) -> list[int]:
    """The columns of a line's cells: in order, but for a line set out by spaces whose first cells are empty."""
    other, bounds = full
    if len(cells) == len(bounds) or "\t" in line.text or _piped(line):
        return list(range(len(cells)))
    middles = [(start + end) / 2 - other.start for start, end in bounds]
    columns: list[int] = []
    for start, end in cells:
        middle = (start + end) / 2 - line.start
        least = columns[-1] + 1 if columns else 0
        free = range(least, len(bounds) - (len(cells) - len(columns) - 1))
        columns.append(min(free, key=lambda column: abs(middles[column] - middle)))
    return columns


def as_table(lines: list[Line], caption: Span | None, section: str | None, most: int = MOST_CELLS) -> Table | None:
    """The table that lines make, without the cells behind so many; None where they are fewer than two rows."""
    cells: list[Cell] = []
    row = 0
    printed_rows = (line for line in lines if not _RULE.fullmatch(line.text))
    rows = [(line, _cells(line)) for line in itertools.islice(printed_rows, max(most, 2))]
    full = max(rows, key=lambda row: len(row[1]), default=None)
    for line, bounds in rows:
        assert full is not None
        for column, (start, end) in zip(_columns(line, bounds, full), bounds, strict=True):
            printed = line.text[start - line.start : end - line.start]
            left = start + len(printed) - len(printed.lstrip())
            right = max(left, end - (len(printed) - len(printed.rstrip())))
            cells.append(Cell(Span(left, right), row, column, header=row == 0))
        row += 1
        if len(cells) >= most and row >= 2:
            break
    if row < 2:
        return None
    return Table(Span(lines[0].start, lines[-1].end), tuple(cells), caption, section)
