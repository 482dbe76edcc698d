"""Data frames and parquet files to a sheet.

A float keeps no trailing zero. Its text is the shortest that is this float; and where most floats of a column have as
many decimals as any, the column is taken to be printed with so many (``70.0`` beside ``18.2``), which is said.
"""

import datetime
import decimal
import os
from collections.abc import Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from checker.entries.errors import TableError
from checker.entries.sheet import Sheet, checked, decimals_of, shortest
from checker.report.places import DATA_FRAME

if TYPE_CHECKING:
    import pandas as pd

# One digit in ten is a zero at the end; where more than so many have fewer decimals, none were taken off.
_MOST_SHORTER = 0.4
_MOST_DECIMALS = 6


def of_frame(frame: "pd.DataFrame", path: str = DATA_FRAME) -> Sheet:
    """A data frame as a sheet, its rows called by its index.

    Raises:
        TableError: where it has no columns or no rows, or two columns of one name.
    """
    columns = [_of_series(frame.iloc[:, position]) for position in range(frame.shape[1])]
    names = [" ".join(map(str, name)).strip() if isinstance(name, tuple) else str(name) for name in frame.columns]
    return _sheet(path, names, columns, list(frame.index))


def of_parquet(path: str | os.PathLike[str]) -> Sheet:
    """A parquet file as a sheet.

    Raises:
        TableError: where it cannot be read as one, or pyarrow is not installed.
    """
    named = os.fspath(path)
    try:
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    except ImportError:
        raise TableError(named, "reading parquet needs pyarrow: pip install 'reported-stats-checker[table]'") from None
    try:
        table = parquet.read_table(named)
    except (arrow.ArrowException, OSError, ValueError) as error:
        raise TableError(named, f"expected a parquet file: {str(error).splitlines()[0]}") from None
    columns = [_of_values(table.column(position).to_pylist()) for position in range(table.num_columns)]
    return _sheet(named, [str(name) for name in table.column_names], columns, range(table.num_rows))


class _Column:
    """The cells of a column as text, what may not be known of them, and the decimals it is taken to have."""

    def __init__(self, cells: Sequence[str], unknown: dict[int, str] | None = None, floats: bool = False) -> None:
        self.cells, self.unknown = cells, unknown or {}
        self.decimals = _column_decimals(cells) if floats else 0
        if self.decimals:
            known: dict[str, str] = {}
            for cell in cells:
                if cell not in known:
                    known[cell] = padded(cell, self.decimals)
            self.cells = [known[cell] for cell in cells]


def padded(text: str, decimals: int) -> str:
    """A number with zeros to so many decimals; as it is where it has an exponent, or is none.

    >>> padded("70", 1), padded("18.25", 1), padded("1e-06", 3)
    ('70.0', '18.25', '1e-06')
    """
    if not text or "e" in text or "inf" in text or decimals_of(text) >= decimals:
        return text
    return f"{text}{'' if '.' in text else '.'}{'0' * (decimals - decimals_of(text))}"


def _column_decimals(cells: Iterable[str]) -> int:
    """The decimals that a column of floats is taken to be printed with; 0 where its floats do not tell."""
    lengths: dict[int, int] = {}
    for cell in cells:
        if cell and "e" not in cell and "inf" not in cell:
            digits = decimals_of(cell)
            lengths[digits] = lengths.get(digits, 0) + 1
    most = max(lengths, default=0)
    shorter = sum(number for digits, number in lengths.items() if digits < most)
    return most if most <= _MOST_DECIMALS and shorter <= _MOST_SHORTER * sum(lengths.values()) else 0


def _of_series(series: "pd.Series[Any]") -> _Column:
    import numpy as np

    dtype = series.dtype
    if isinstance(dtype, np.dtype) and dtype.kind == "f":
        distinct, positions = np.unique(series.to_numpy(), return_inverse=True)
        # A 32-bit float is the shortest text that is it among 32-bit floats.
        texts = [shortest(float(str(value))) for value in distinct]
        return _Column(np.array(texts, dtype=object)[positions].tolist(), floats=True)
    if isinstance(dtype, np.dtype) and dtype.kind in "iu":
        return _Column(list(map(str, series.tolist())))
    values = series.astype(object).tolist()
    return _of_values([None if missing else value for value, missing in zip(values, series.isna(), strict=True)])


def _of_values(values: Sequence[Any]) -> _Column:
    cells, unknown, floats = [], {}, True
    for row, value in enumerate(values):
        text, problem = _text(value)
        cells.append(text)
        if problem is not None:
            unknown[row] = problem
        floats = floats and (value is None or isinstance(value, float))
    return _Column(cells, unknown, floats)


def _text(value: Any) -> tuple[str, str | None]:
    if value is None:
        return "", None
    if isinstance(value, str):
        return value, None
    if isinstance(value, bool):
        return str(value), None
    if isinstance(value, float):
        return shortest(value), None
    if isinstance(value, decimal.Decimal):
        return f"{value:f}" if value.is_finite() else "", None
    if isinstance(value, datetime.date | datetime.datetime | datetime.time):
        return str(value), f"expected a number, not the date {value}; spreadsheets make dates of entries such as 3/12"
    if isinstance(value, list | tuple | dict | set | bytes):
        return str(value), f"expected one figure, not {str(value)[:40]!r}"
    return str(value), None


def _sheet(path: str, names: Sequence[str], columns: Sequence[_Column], index: Sequence[Hashable]) -> Sheet:
    padding = {position: column.decimals for position, column in enumerate(columns) if column.decimals}
    notes = [
        f"{names[position]}: floats keep no trailing zeros, taken as printed with {decimals} "
        f"{'decimal' if decimals == 1 else 'decimals'}, the most that any has"
        for position, decimals in padding.items()
    ]
    return checked(
        Sheet(
            path=path, source="frame", names=tuple(names), columns=tuple(column.cells for column in columns),
            index=index, padded=padding, notes=tuple(notes),
            unknown={(row, place): why for place, column in enumerate(columns) for row, why in column.unknown.items()},
        )
    )  # fmt: skip
