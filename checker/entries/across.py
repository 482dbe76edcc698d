"""Rows that claim something together: parts that make a whole, repeated entries that must agree."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from checker.entries.mapping import Across, Figure
from checker.entries.rows import Origin, Rows
from checker.kinds import Claim, Group, Mention, Partition, Repeat
from checker.model import Certainty, Count, Places, Reported

_NO_SLUG = re.compile(r"[^A-Za-z0-9]+")


def claims(across: Across, position: int, rows: Rows) -> Iterator[Claim]:
    """The claims that one entry of the mapping makes of the rows that belong together."""
    for number, (key, members) in enumerate(_together(across, rows)):
        if across.kind == "repeat":
            yield from _repeats(across, rows, members, f"across-{position + 1}.{number + 1}", key)
        else:
            yield from _wholes(across, rows, members, f"across-{position + 1}.{number + 1}", key)


def _together(across: Across, rows: Rows) -> list[tuple[str, list[int]]]:
    """The rows with the same cells in the columns that tell, and what they have in common."""
    columns = [rows.sheet.columns[column] for column in across.by]
    groups: dict[tuple[str, ...], list[int]] = {}
    for row in range(len(rows.sheet)):
        groups.setdefault(tuple(column[row].strip().casefold() for column in columns), []).append(row)
    return [
        (", ".join(filter(None, (column[members[0]].strip() for column in columns))), members)
        for key, members in groups.items()
        if len(members) > 1 and (any(key) or not columns)
    ]


def _wholes(across: Across, rows: Rows, members: Sequence[int], name: str, label: str) -> Iterator[Claim]:
    """What the counts of the parts make, and what their percentages do."""
    whole_rows = [row for row in members if _is_whole(across, rows, row)]
    parts = [row for row in members if row not in whole_rows]
    if len(parts) < 2 or len(whole_rows) > 1:
        return
    if across.count is not None:
        yield from _counted(across, across.count, rows, parts, whole_rows, f"{name}.count", label)
    if across.percent is not None:
        cells = {f"parts[{at}].percent": (row, across.percent.column) for at, row in enumerate(parts)}
        percents = [_figure(rows, row, across.percent) for row in parts]
        if all(percents):
            groups = tuple(
                Group(name=_name(across, rows, row), percent=Reported(percent))
                for row, percent in zip(parts, percents, strict=True) if percent is not None
            )  # fmt: skip
            yield _made(
                rows, f"{name}.percent", label, cells, parts=groups, percentages=True,
                exclusive=across.exclusive, complete=across.complete,
            )  # fmt: skip


def _counted(
    across: Across, count: Figure, rows: Rows, parts: Sequence[int], whole_rows: Sequence[int], name: str, label: str
) -> Iterator[Claim]:
    found: dict[str, tuple[int, int]] = {}
    whole = None
    if whole_rows:
        whole = _figure(rows, whole_rows[0], count, Count)
        found["whole"] = (whole_rows[0], count.column)
    elif across.total is not None:
        totals = {_figure(rows, row, across.total, Count): row for row in parts}
        totals.pop(None, None)
        if len(totals) == 1:
            whole, row = next(iter(totals.items()))
            found["whole"] = (row, across.total.column)
    counts = [_figure(rows, row, count, Count) for row in parts]
    if whole is None or not all(counts):
        return
    found |= {f"parts[{at}].count": (row, count.column) for at, row in enumerate(parts)}
    groups = tuple(
        Group(name=_name(across, rows, row), count=Count(text))
        for row, text in zip(parts, counts, strict=True) if text is not None
    )  # fmt: skip
    yield _made(
        rows, name, label, found, whole=Count(whole), parts=groups, exclusive=across.exclusive,
        complete=across.complete, presumed=across.certainty is not Certainty.STATED,
    )  # fmt: skip


def _repeats(across: Across, rows: Rows, members: Sequence[int], name: str, label: str) -> Iterator[Claim]:
    """That the rows of one thing have the same in a column."""
    for field in across.same:
        column = rows.sheet.columns[field.column]
        filled = [row for row in members if column[row].strip()]
        if len(filled) < 2:
            continue
        heading = rows.sheet.names[field.column]
        mentions = tuple(
            Mention(figures=(column[row].strip(),), at=Places((rows.sheet.place(row, field.column),))) for row in filled
        )
        slug = _NO_SLUG.sub("-", heading).strip("-") or f"c{field.column + 1}"
        cells = {f"mentions[{at}]": (row, field.column) for at, row in enumerate(filled)}
        said = ", ".join(filter(None, (label, heading)))
        claim = Repeat(id=f"{name}.{slug}"[:120], label=said, section=rows.sheet.sheet, mentions=mentions)
        rows.origins[claim.id] = Origin(tuple(filled), cells)
        yield claim


def _made(rows: Rows, name: str, label: str, cells: dict[str, tuple[int, int]], **fields: Any) -> Claim:
    claim = Partition(id=name, label=label or None, section=rows.sheet.sheet, at=rows.places(cells.values()), **fields)
    rows.origins[claim.id] = Origin(tuple(dict.fromkeys(row for row, _ in cells.values())), cells)
    return claim


def _figure(rows: Rows, row: int, figure: Figure, kind: type[Reported] = Reported) -> str | None:
    return rows.figure(row, figure, kind)


def _is_whole(across: Across, rows: Rows, row: int) -> bool:
    if across.parts is None or across.whole is None:
        return False
    return rows.sheet.columns[across.parts][row].strip().casefold() == across.whole.casefold()


def _name(across: Across, rows: Rows, row: int) -> str | None:
    return rows.sheet.columns[across.parts][row].strip() or None if across.parts is not None else None
