"""Tables: what a page has between a caption and the end of the rows under or over it, and its cells."""

from collections.abc import Sequence
from itertools import pairwise

from checker.read.assembly import GridCell
from checker.read.layout.extent import ITEM
from checker.read.layout.glyphs import Segment
from checker.read.layout.lines import Line
from checker.read.layout.middles import raised_to_first_rows
from checker.read.layout.rivers import Piece, pieces, rivers
from checker.read.layout.rows import Rows, is_figure
from checker.read.layout.rules import Rule
from checker.read.layout.spans import head_spans

_MOST_HEAD_LINES = 8
_TIGHT = 1.3
# Of the rows of a table, so many have two cells at least.
_CELLED = 0.4


class CellText(str):
    """What a cell has, each piece on a line of its own; ``segments``: the pieces as they are printed."""

    __slots__ = ("segments",)

    segments: list[Segment]

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "CellText":
        """The text of pieces."""
        text = cls("\n".join(piece.text for piece in pieces))
        text.segments = [piece.segment for piece in pieces]
        return text


class Grid:
    """A table on a page, as one box in the order of reading.

    Attributes:
        caption: the lines of its caption.
        cells: its cells, the pieces of each on lines of their own.
        notes: the lines of the notes under it.
        segments: everything that it takes from the page.
        columns: how many columns it has.
        later: the first row on each further page that it goes on, with the page's number, from 0.
        x0: left edge.
        x1: right edge.
        top: upper edge.
        bottom: lower edge.
    """

    def __init__(
        self,
        caption: list[Line],
        rows: list[Line],
        notes: list[Line],
        ruled: Sequence[Rule],
        breaks: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Tell its cells.

        Args:
            caption: the lines of its caption.
            rows: its lines, from top to bottom, those of further pages set below those of the first.
            notes: the lines of the notes under it.
            ruled: the rules between its lines.
            breaks: the number of the first line on each further page, with the number of the page.
        """
        head = _ruled_head(rows, ruled)
        body = [line for line in rows if head is None or line.base < head]
        parted = rivers(body if len(body) > 2 else rows) or rivers(rows)
        split = [pieces(line, parted) for line in rows]
        end = _end(split)
        rows, split, notes = rows[:end], split[:end], notes if end == len(rows) else []
        self.caption, self.rows, self.notes = caption, rows, notes
        self.ruled, self.breaks = tuple(ruled), tuple((line, page) for line, page in breaks if line < end)
        self.columns = len(parted) + 1
        placed = Rows(rows, split, _head(rows, split, head), ruled)
        self.cells = raised_to_first_rows(_cells(rows, split, placed, ruled))
        self.later = [(placed.numbers[line], page) for line, page in self.breaks]
        first = self.breaks[0][0] if self.breaks else end
        everything = [*caption, *rows[:first], *([] if self.breaks else notes)]
        self.segments = [segment for line in everything for segment in line.segments]
        self.x0 = min(line.x0 for line in everything)
        self.x1 = max(line.x1 for line in everything)
        self.top = max(line.top for line in everything)
        self.bottom = min(line.bottom for line in everything)

    @property
    def edges(self) -> tuple[float, float]:
        """The left and right edge of its rows."""
        return min(line.x0 for line in self.rows), max(line.x1 for line in self.rows)

    @property
    def sound(self) -> bool:
        """Whether it has rows and columns, rather than being lines of prose, or a list."""
        first = [word for cell in self.cells if not cell.column for word in cell.text.split("\n") if word]
        if self.columns == 2 and all(map(ITEM.fullmatch, first)):
            return False
        filled: dict[int, int] = {}
        for cell in self.cells:
            filled[cell.row] = filled.get(cell.row, 0) + bool(cell.text)
        celled = sum(count > 1 for count in filled.values())
        return self.columns > 1 and len(filled) > 1 and celled >= max(2, _CELLED * len(filled))

    def extended(self, rows: Sequence[Line], notes: list[Line], ruled: Sequence[Rule], page: int) -> "Grid":
        """The table with its rows on a further page, without the head where that repeats.

        Args:
            rows: lines on the page.
            notes: the lines of the notes under them.
            ruled: the rules between them.
            page: its number, from 0.
        """
        heads = {_plain(line) for line in self.rows[:_MOST_HEAD_LINES]}
        repeated = next((index for index, line in enumerate(rows) if _plain(line) not in heads), len(rows))
        rest = rows[repeated:]
        if not rest:
            return self
        right = min(line.x0 for line in self.rows) - min(line.x0 for line in rows)
        # As far below the last row as rows may stand, so that its cells do not go on.
        size = self.rows[-1].size
        apart = [above.base - line.base for above, line in pairwise(self.rows)]
        down = self.rows[-1].base - min(3 * size, max(2 * size, *apart)) - rest[0].base
        moved = [_moved(line, right, down) for line in rest]
        rules = [Rule(rule.x0 + right, rule.x1 + right, rule.y + down) for rule in ruled if rule.y < rest[0].top]
        breaks = [*self.breaks, (len(self.rows), page)]
        return Grid(self.caption, [*self.rows, *moved], self.notes or notes, [*self.ruled, *rules], breaks)


def _plain(line: Line) -> str:
    return "".join(line.text.split())


def _moved(line: Line, right: float, up: float) -> Line:
    return Line(
        Segment.of(
            [glyph._replace(x0=glyph.x0 + right, x1=glyph.x1 + right, base=glyph.base + up) for glyph in one.glyphs]
        )
        for one in line.segments
    )


def _ruled_head(rows: Sequence[Line], ruled: Sequence[Rule]) -> float | None:
    """The height of the rule under the head, where a rule over the whole table stands under its first lines."""
    x0, x1 = min(line.x0 for line in rows), max(line.x1 for line in rows)
    full = [rule.y for rule in ruled if rule.x0 < x0 + 0.1 * (x1 - x0) and rule.x1 > x1 - 0.1 * (x1 - x0)]
    for y in full:
        above = sum(line.base > y for line in rows)
        if above:
            return y if above <= min(_MOST_HEAD_LINES, len(rows) - 1) else None
    return None


def _head(rows: Sequence[Line], split: Sequence[Sequence[Piece]], ruled: float | None) -> float:
    """The height above which the head stands: over a rule, and over the first line with figures."""
    if not any(is_figure(piece) for parts in split[1:] for piece in parts[1:]):
        return ruled if ruled is not None else rows[0].base - 1
    end = 1
    if ruled is not None:
        end = sum(line.base > ruled for line in rows)
    while end < min(_MOST_HEAD_LINES, len(rows) - 1):
        parts = split[end]
        # Under a rule, a head goes on where its first column is empty: "Mean", "SD" under the names of groups.
        if any(is_figure(piece) for piece in parts) or len(parts) < 2 or (ruled is not None and not parts[0].first):
            break
        # A second label is the first row's, unless it reads on in the same cell.
        labelled = not parts[0].first and any(not above[0].first for above in split[:end])
        if labelled and rows[end - 1].base - rows[end].base > _TIGHT * rows[end].size:
            break
        end += 1
    return (rows[end - 1].base + rows[end].base) / 2 if end < len(rows) else rows[-1].base - 1


def _end(split: Sequence[Sequence[Piece]]) -> int:
    """How many lines the table has: lines that run over its columns and have no cells beside them end it."""
    end = len(split)
    last = max((index for index, parts in enumerate(split) if len(parts) > 1), default=end - 1)
    for index in range(last + 1, end):
        if split[index][0].last > 1:
            return index
    return end


def _cells(
    rows: Sequence[Line], split: Sequence[Sequence[Piece]], placed: Rows, ruled: Sequence[Rule]
) -> list[GridCell]:
    """The cells of a table, those between the ones that it prints being empty."""
    texts: dict[tuple[int, int], tuple[int, list[Piece], bool]] = {}
    columns = 1 + max((piece.last for parts in split for piece in parts), default=0)
    spans = head_spans(rows, split, placed, ruled)
    for index, (parts, row) in enumerate(zip(split, placed.numbers, strict=True)):
        for piece in parts:
            first, last = spans.get((index, piece.first), (piece.first, piece.last))
            span, lines, head = texts.get((row, first), (1, [], placed.in_head(index)))
            texts[row, first] = (max(span, last - first + 1), [*lines, piece], head)
    result = []
    for row in range(placed.numbers[-1] + 1 if placed.numbers else 0):
        column = 0
        head = any(texts[place][2] for place in texts if place[0] == row) if row < _MOST_HEAD_LINES else False
        taken = [place[1] for place in texts if place[0] == row]
        while column < columns:
            span, lines, _ = texts.get((row, column), (1, [], head))
            span = max(1, min([span, columns - column, *(c - column for c in taken if c > column)]))
            result.append(GridCell(CellText.of(lines), row, column, 1, span, head))
            column += span
    return result
