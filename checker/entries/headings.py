"""Where the headings of a table stand, and what its columns are called."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"\s*[<>≤≥=~(]*[-+−–]?\d")
# A table of entries begins within so many rows; what stands above it is its title.
_DEEPEST = 20


def found(records: Sequence[Sequence[str]]) -> tuple[int, int]:
    """The first row of headings, and how many there are: one, or two where groups stand above their columns.

    >>> found([["Table 1"], [], ["study", "n", "pct"], ["a", "1", "10"]])
    (2, 1)
    >>> found([["", "Arm A", "", "Arm B", ""], ["study", "n", "%", "n", "%"], ["a", "1", "10", "2", "20"]])
    (0, 2)
    """
    filled = [[cell.strip() for cell in record] for record in records[:_DEEPEST]]
    widest = max((sum(map(bool, record)) for record in filled), default=0)
    if not widest:
        return len(records), 0
    least = min(2, widest)
    top = next(row for row, record in enumerate(filled) if sum(map(bool, record)) >= least)
    head, below = filled[top], filled[top + 1] if top + 1 < len(filled) else []
    gaps = not all(head) or len(head) < len(below)
    words = [cell for cell in below if cell]
    heads_again = len(words) > sum(map(bool, head)) and not any(map(_NUMBER.match, words))
    return top, 2 if gaps and heads_again and len(filled) > top + 2 else 1


def joined(rows: Sequence[Sequence[str]], records: Sequence[Sequence[str]]) -> tuple[list[str], int]:
    """The heading of each column, with the group above it; and how many columns there are.

    >>> joined([["", "Arm A", "", "Arm B"], ["study", "n", "%", "n"]], [])
    (['study', 'Arm A n', 'Arm A %', 'Arm B n'], 4)
    """
    width = max(map(len, rows))
    if len(rows) == 1:
        last = max((column for column, name in enumerate(rows[0]) if name.strip()), default=-1) + 1
        filled = max((_width(record) for record in records[:_DEEPEST]), default=0) if last < width else 0
        width = max(last, min(width, filled))
    names = [""] * width
    for position, row in enumerate(rows):
        cells = [" ".join(cell.split()) for cell in row] + [""] * (width - len(row))
        if position < len(rows) - 1:
            for column in range(1, width):
                cells[column] = cells[column] or cells[column - 1]
        names = [" ".join(filter(None, pair)) for pair in zip(names, cells, strict=False)]
    return names, width


def named(names: Sequence[str], columns: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names, one made up for a column that has cells and no heading."""
    return tuple(
        name or (f"column {position}" if any(cell.strip() for cell in cells) else "")
        for position, (name, cells) in enumerate(zip(names, columns, strict=True), 1)
    )


def _width(record: Sequence[str]) -> int:
    return max((column for column, cell in enumerate(record) if cell.strip()), default=-1) + 1
