"""The columns that the cells of a head stand over: by the rules under them, else by their middle or left edge."""

from collections import Counter
from collections.abc import Sequence

from checker.read.layout.lines import Line
from checker.read.layout.rivers import Piece
from checker.read.layout.rows import Rows, is_figure
from checker.read.layout.rules import Rule

# How far a cell stands off the middle of the columns under it, or the left edge of the first, in units of its type.
_OFF = 0.35
_EDGE = 0.25


def head_spans(
    lines: Sequence[Line], split: Sequence[Sequence[Piece]], rows: Rows, ruled: Sequence[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """The first and last column of pieces of the head that stand over more columns than they reach into.

    Args:
        lines: of the table.
        split: the pieces of each line.
        rows: the rows of the lines.
        ruled: the rules of the table.

    Returns:
        By the number of the line and the first column of the piece.
    """
    heads = [index for index in range(len(lines)) if rows.in_head(index)]
    if not heads or rows.numbers[heads[-1]] == rows.numbers[heads[0]]:
        return {}
    extents = _extents(split)
    body = [piece for index, parts in enumerate(split) if index not in heads for piece in parts]
    weights = Counter(piece.first for piece in body)
    weights.subtract({column: 2 * count for column, count in Counter(p.first for p in body if is_figure(p)).items()})
    figures = {column for column, weight in weights.items() if weight <= 0}
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(rows.numbers[heads[0]], rows.numbers[heads[-1]]):
        mine = [index for index in heads if rows.numbers[index] == row]
        below = [piece for index in heads if rows.numbers[index] == row + 1 for piece in split[index]]
        under = {column for piece in below for column in range(piece.first, piece.last + 1)}
        taken = sorted({(piece.first, piece.last) for index in mine for piece in split[index]})
        left: dict[int, tuple[int, int]] = {}
        middle: dict[int, tuple[int, int]] = {}
        for first, last in taken:
            # A head over a column of labels may be that of a table beside another.
            if first not in under or first not in figures:
                continue
            low = max((b + 1 for _, b in taken if b < first), default=1)
            high = min((a - 1 for a, _ in taken if a > last), default=max(extents))
            while low < first and not set(range(low, first)) <= under:
                low += 1
            while high > last and not set(range(last + 1, high + 1)) <= under:
                high -= 1
            parts = [piece.segment for index in mine for piece in split[index] if piece.first == first]
            edges = min(part.x0 for part in parts), max(part.x1 for part in parts)
            line = lines[mine[-1]]
            span = _ruled(edges, (low, high), extents, line, ruled)
            if span is not None and span[0] <= first and span[1] >= last:
                found.update({(index, first): span for index in mine})
                continue
            if any(abs(piece.segment.x0 - edges[0]) <= _EDGE * line.size for piece in below if piece.first == first):
                left[first] = first, high
            middle[first] = _centred(edges, (first, last), (low, high), extents, line.size)
        # By their left edges, groups are told where all are as wide.
        regular = len(left) > 1 and left.keys() == middle.keys() and len({b - a for a, b in left.values()}) == 1
        for first, span in (left if regular else middle).items():
            found.update({(index, first): span for index in mine})
    return found


def _extents(split: Sequence[Sequence[Piece]]) -> dict[int, tuple[float, float]]:
    result: dict[int, tuple[float, float]] = {}
    for parts in split:
        for piece in parts:
            if piece.first == piece.last:
                x0, x1 = result.get(piece.first, (piece.segment.x0, piece.segment.x1))
                result[piece.first] = min(x0, piece.segment.x0), max(x1, piece.segment.x1)
    return result


def _ruled(
    edges: tuple[float, float],
    room: tuple[int, int],
    extents: dict[int, tuple[float, float]],
    line: Line,
    ruled: Sequence[Rule],
) -> tuple[int, int] | None:
    """The columns over a rule that stands under a cell, and under no other cell of its row."""
    for rule in ruled:
        if line.base - line.size < rule.y < line.base + 1 and rule.x0 < edges[0] + 3 and rule.x1 > edges[1] - 3:
            inside = [column for column in sorted(extents) if rule.x0 - 3 < sum(extents[column]) / 2 < rule.x1 + 3]
            if inside and room[0] <= inside[0] and inside[-1] <= room[1]:
                return inside[0], inside[-1]
    return None


def _centred(
    edges: tuple[float, float],
    own: tuple[int, int],
    room: tuple[int, int],
    extents: dict[int, tuple[float, float]],
    size: float,
) -> tuple[int, int]:
    """The columns over whose middle a cell stands; its own where it stands over the middle of none."""
    columns = [column for column in range(room[0], room[1] + 1) if column in extents]
    fits = [
        (round(off / (_OFF * size)), low - high, (low, high))
        for low in columns
        for high in columns
        if low <= own[0] and high >= own[1]
        for off in [abs(extents[low][0] + extents[high][1] - edges[0] - edges[1]) / 2]
        if off <= 2 * _OFF * size
    ]
    return min(fits)[2] if fits else own
