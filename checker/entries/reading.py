"""A file to its sheets: the format by its content, and by its name where text is meant."""

import os
from collections.abc import Iterator

import msgspec

from checker import files
from checker.entries.errors import TableError
from checker.entries.sheet import Sheet

MOST_BYTES = 1_000_000_000
_NOT_TABLES = {b"%PDF-": "a PDF", b"{\\rtf": "RTF", b"SQLite": "a database"}


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """How a file is to be read, where that is said and not to be found out.

    Attributes:
        sheet: the sheet of a workbook.
        encoding: of delimited text.
        delimiter: of delimited text.
        decimal: the decimal mark of delimited text.
    """

    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None


def sheets(path: str | os.PathLike[str], how: Reading | None = None) -> Iterator[Sheet | TableError]:
    """The tables of a file, or the reason why one of them cannot be checked.

    Raises:
        TableError: where the file as a whole cannot be read.
    """
    how = how or Reading()
    named = os.fspath(path)
    data = _content(named)
    if data.startswith(b"PAR1"):
        from checker.entries import frames

        yield frames.of_parquet(named)
    elif data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        from checker.entries import workbook

        yield from workbook.read(data, named, how.sheet)
    else:
        from checker.entries import delimited

        for magic, kind in _NOT_TABLES.items():
            if data.startswith(magic):
                raise TableError(named, f"expected a table of entries (CSV, TSV, XLSX or parquet), not {kind}")
        yield delimited.read(data, named, encoding=how.encoding, delimiter=how.delimiter, decimal=how.decimal)


def _content(path: str) -> bytes:
    try:
        return files.content(path, MOST_BYTES)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        if isinstance(error, IsADirectoryError) or reason == files.NO_FILE:
            reason = "expected a file (CSV, TSV, XLSX or parquet), not a folder or a device"
        raise TableError(path, reason) from None
