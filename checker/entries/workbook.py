"""Excel workbooks to sheets, every cell the text that it shows.

What a cell shows follows from its number format. Where it cannot be known (a date that Excel made of ``3/12``, a
formula whose value was never stored, a fraction), the cell says so instead, and is an error once it is to be checked.
"""

import datetime
import io
import itertools
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from checker.entries import headings
from checker.entries.errors import TableError
from checker.entries.number_formats import displayed
from checker.entries.sheet import MOST_COLUMNS, Sheet, checked, letters

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_UNPACKED = 1_000_000_000
_MOST_CELLS = 20_000_000
_EXTRA = "pip install 'reported-stats-checker[table]'"

# A cell: its text, and why that cannot be known.
Shown = tuple[str, str | None]


def read(data: bytes, path: str, only: str | None = None) -> Iterator[Sheet | TableError]:
    """The sheets of a workbook that have entries, or the reason why one cannot be checked; ``only`` names one.

    Raises:
        TableError: where it is no workbook, has a password, has no such sheet, or nothing in any.
    """
    workbook = _opened(data, path)
    names = workbook.sheetnames
    if only is not None and only not in names:
        raise TableError(path, f"expected one of its sheets ({', '.join(names)}), not {only!r}")
    chosen = [name for name in names if only in (None, name) and hasattr(workbook[name], "iter_rows")]
    filled = [name for name in chosen if only is not None or _has_entries(workbook[name])]
    if not filled:
        raise TableError(path, "expected a table of entries, but no sheet has any")
    values: Any = None
    for name in filled:
        sheet = workbook[name]
        try:
            _check_size(sheet, path, name)
            if values is None and _has_formula(sheet):
                values = _opened(data, path, stored=True)
            stored = values[name] if values is not None else None
            yield _read(sheet, stored, path, name, qualified=len(filled) > 1)
        except TableError as error:
            yield error


def _opened(data: bytes, path: str, stored: bool = False) -> Any:
    try:
        import openpyxl
    except ImportError:
        raise TableError(path, f"reading XLSX needs openpyxl: {_EXTRA}") from None
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise TableError(path, "expected a workbook without a password; this one is encrypted")
        raise TableError(path, "expected XLSX or CSV, not a file of Excel before 2007, which can be saved as XLSX")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            unpacked = sum(member.file_size for member in package.infolist())
        if unpacked > _MOST_UNPACKED:
            raise TableError(path, f"expected at most {_MOST_UNPACKED:,} bytes unpacked, not {unpacked:,}")
        with warnings.catch_warnings():
            # Of what a workbook may hold besides cells, and openpyxl leaves out.
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(io.BytesIO(data), data_only=stored)
    except TableError:
        raise
    except Exception as error:  # whatever the library makes of a file that nobody foresaw
        raise TableError(path, f"expected an XLSX workbook; this one is damaged ({type(error).__name__})") from None


def _has_entries(sheet: Any) -> bool:
    return any(cell is not None for row in itertools.islice(sheet.values, 200) for cell in row)


def _check_size(sheet: Any, path: str, name: str) -> None:
    if sheet.max_column > MOST_COLUMNS or sheet.max_row * sheet.max_column > _MOST_CELLS:
        reason = f"expected at most {_MOST_CELLS:,} cells, not {sheet.max_row:,} rows of {sheet.max_column:,}"
        raise TableError(path, reason, name)


def _has_formula(sheet: Any) -> bool:
    return any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def _read(sheet: Any, stored: Any, path: str, name: str, qualified: bool) -> Sheet:
    merged = {
        cell: (span.min_row, span.min_col, span.max_row, span.max_col)
        for span in sheet.merged_cells.ranges
        for cell in itertools.product(range(span.min_row, span.max_row + 1), range(span.min_col, span.max_col + 1))
    }
    cells = [[_shown(cell, stored) for cell in row] for row in sheet.iter_rows()]
    texts = [[text for text, _ in row] for row in cells]
    if not any(map(any, texts)):
        raise TableError(path, "expected a table of entries, but it is empty", name)
    top, height = headings.found(texts)
    for row in range(top, top + height):
        _fill_across(texts[row], row, merged)
    names, width = headings.joined(texts[top : top + height], texts)
    below = top + height
    last = max((row for row in range(below, len(texts)) if any(texts[row])), default=below - 1) + 1
    unknown = {}
    for row in range(below, last):
        for column in range(min(width, len(cells[row]))):
            why = cells[row][column][1]
            if why is None and (row + 1, column + 1) in merged:
                why = _of_merged(texts, row, column, merged[row + 1, column + 1])
            if why is not None:
                unknown[row - below, column] = why
    columns: tuple[Sequence[str], ...] = tuple(zip(*(row[:width] for row in texts[below:last]), strict=True))
    if not columns:
        columns = ((),) * width
    return checked(
        Sheet(
            path=path, source="workbook", names=headings.named(names, columns), columns=columns, first=below + 1,
            sheet=name, unknown=unknown, qualified=qualified,
        )
    )  # fmt: skip


def _fill_across(texts: list[str], row: int, merged: dict[tuple[int, int], tuple[int, int, int, int]]) -> None:
    """A heading over several columns is the heading of each."""
    for column in range(len(texts)):
        if span := merged.get((row + 1, column + 1)):
            texts[column] = texts[span[1] - 1] if span[0] == row + 1 else ""


def _of_merged(texts: list[list[str]], row: int, column: int, span: tuple[int, int, int, int]) -> str:
    """Fills the cell with the text that all of its merged cells show; says why a figure there is none of one entry."""
    top, left, bottom, right = span
    texts[row][column] = texts[top - 1][left - 1]
    merged = f"{letters(left - 1)}{top}:{letters(right - 1)}{bottom}"
    return f"expected a cell of its own for each entry, but {merged} is merged"


def _shown(cell: Any, stored: Any) -> Shown:
    value = cell.value
    if value is None:
        return "", None
    if cell.data_type == "f":
        value = stored[cell.coordinate].value
        if value is None:
            return "", "the formula has no stored value; open the file in a spreadsheet program and save it"
        if isinstance(value, str) and value.startswith("#"):
            return value, f"expected a figure, not the error {value}"
    if cell.data_type == "e":
        return str(value), f"expected a figure, not the error {value}"
    return _text(value, cell.number_format or "General")


def _text(value: Any, code: str) -> Shown:
    if isinstance(value, bool):
        return str(value).upper(), None
    if isinstance(value, int | float):
        text = displayed(value, code)
        if text is None:
            return str(value), f"what it shows cannot be known: {value} in the number format {code}"
        return text, None
    if isinstance(value, datetime.datetime):
        shown = f"{value:%Y-%m-%d}" if (value.hour, value.minute) == (0, 0) else f"{value:%Y-%m-%d %H:%M}"
        made = f"{value.day}/{value.month} or {value.month}/{value.day}"
        return shown, f"expected a figure, not the date {shown}; Excel makes dates of entries such as {made}"
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return str(value), f"expected a figure, not the date or time {value}"
    return str(value), None
