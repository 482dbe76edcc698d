"""Cells set beside the middle of the rows that they are of: one p-value for all levels of a factor."""

from collections.abc import Sequence

import msgspec

from checker.read.assembly import GridCell

# So many groups of three rows or more, all with their one cell in the middle, are no chance.
_FEWEST = 2
_OFF = 0.6


def raised_to_first_rows(cells: Sequence[GridCell]) -> list[GridCell]:
    """Cells of a table, those beside the middle of the rows under a heading moved to the first, over all of them.

    Args:
        cells: as printed, each on the row beside which it stands.
    """
    texts = {(cell.row, cell.column): cell for cell in cells}
    groups = _groups(cells)
    moved: dict[tuple[int, int], GridCell] = {}
    dropped: set[tuple[int, int]] = set()
    for column in range(1, 1 + max((cell.column for cell in cells), default=0)):
        found = [[row for row in rows if (cell := texts.get((row, column))) and cell.text] for rows in groups]
        # A group may be followed by rows that are not of it, and have cells of their own.
        pairs = [(rows, at[0]) for rows, at in zip(groups, found, strict=True) if len(at) == 1]
        large = [(rows.index(at), len(rows)) for rows, at in pairs if len(rows) > 2]
        if len(large) < _FEWEST or any(not place or abs(place - (of - 1) / 2) > _OFF for place, of in large):
            continue
        for rows, at in pairs:
            cell = texts[at, column]
            if cell.colspan == 1 and rows[-1] - rows[0] == len(rows) - 1:
                dropped.update((row, column) for row in rows)
                moved[rows[0], column] = msgspec.structs.replace(cell, row=rows[0], rowspan=len(rows))
    kept = [cell for cell in cells if (cell.row, cell.column) not in dropped]
    return sorted([*kept, *moved.values()], key=lambda cell: (cell.row, cell.column))


def _groups(cells: Sequence[GridCell]) -> list[list[int]]:
    """The rows under each row that has a label and nothing else."""
    rows: dict[int, list[GridCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    groups: list[list[int]] = []
    for row in sorted(rows):
        filled = [cell.column for cell in rows[row] if cell.text]
        if any(cell.header for cell in rows[row]):
            continue
        if filled == [0]:
            groups.append([])
        elif groups:
            groups[-1].append(row)
    return [group for group in groups if group]
