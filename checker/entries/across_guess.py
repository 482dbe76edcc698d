"""Rows that seem to make a whole: one of them is called the total."""

from checker.entries.mapping import Across, Figure
from checker.entries.sheet import Sheet
from checker.model import Certainty

_TOTALS = frozenset("total overall all everybody sum combined".split())


def totals_in_rows(sheet: Sheet, labels: tuple[int, ...], fields: dict[str, Figure]) -> tuple[Across, ...]:
    """The rows that the row of a total is the whole of, as far as their labels tell; a guess."""
    count = fields.get("count") or fields.get("total")
    if count is None or not labels:
        return ()
    for column in labels:
        names = {cell.strip().casefold(): cell.strip() for cell in sheet.columns[column] if _is_total(cell)}
        if len(names) == 1:
            by = tuple(other for other in labels if other != column and _repeats(sheet, other))
            why = f"the rows called {next(iter(names.values()))!r} are taken for the sum of the others"
            return (
                Across(
                    kind="partition", by=by, count=count, parts=column, whole=next(iter(names.values())),
                    certainty=Certainty.GUESSED, why=why,
                ),
            )  # fmt: skip
    return ()


def _is_total(cell: str) -> bool:
    return cell.strip().casefold() in _TOTALS


def _repeats(sheet: Sheet, column: int) -> bool:
    """Whether several rows have the same cell, as rows that belong together do."""
    cells = [cell.strip() for cell in sheet.columns[column] if cell.strip()]
    return len(set(cells)) < len(cells)
