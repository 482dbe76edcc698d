"""A table of entries as read: every cell its text, and the way back to where it stands."""

import functools
import math
import re
from collections.abc import Hashable, Sequence
from pathlib import PurePath
from typing import Literal

import msgspec

from checker.document import Block, Cell, Document, Span, Table
from checker.entries.errors import TableError
from checker.model import Place

# What Excel has; a file with more was turned on its side, or is no table of entries.
MOST_COLUMNS = 16_384
# Tables of more cells are quoted by their rows without the headings of their columns.
_MOST_CELLS = 20_000
_BREAKS = re.compile(r"[\t\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

Source = Literal["delimited", "workbook", "frame"]


class Delimited(msgspec.Struct, frozen=True):
    """What a delimited text needs to find a cell again: its characters, its delimiter, the line of each record."""

    text: str
    delimiter: str
    lines: Sequence[int]


class Sheet(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A table: the names of its columns, and their cells as text, empty where there is nothing.

    Attributes:
        path: the file, as it was given.
        source: what kind of thing it was read from.
        names: the headings, those of several rows joined.
        columns: the cells below the headings, column by column.
        first: the number of the first row below the headings, from 1.
        sheet: the name of the sheet of a workbook.
        index: what a data frame calls its rows.
        unknown: why the text of a cell cannot be known, by row and column of ``columns``.
        decimal: the decimal mark.
        padded: the columns of floats whose figures are taken to have so many decimals.
        notes: what was assumed in reading.
        delimited: where the cells of a delimited text stand.
        qualified: whether the workbook has other sheets, so that its path alone does not name this one.
    """

    path: str
    source: Source
    names: tuple[str, ...]
    columns: tuple[Sequence[str], ...]
    first: int = 2
    sheet: str | None = None
    index: Sequence[Hashable] | None = None
    unknown: dict[tuple[int, int], str] = {}
    decimal: str = "."
    padded: dict[int, int] = {}
    notes: tuple[str, ...] = ()
    delimited: Delimited | None = None
    qualified: bool = False

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    @property
    def title(self) -> str:
        """The path, with the sheet where the workbook has several."""
        return f"{self.path}#{self.sheet}" if self.qualified else self.path

    def number(self, row: int) -> int:
        """The number of a row as a spreadsheet or an editor shows it."""
        return self.delimited.lines[row] if self.delimited is not None else self.first + row

    def key(self, row: int) -> Hashable:
        """What joins back to the row: the index of a data frame, else its number."""
        return self.index[row] if self.index is not None else self.number(row)

    def cell(self, row: int, column: int) -> str:
        """A cell in words: ``Sheet1!C7``, ``line 7, column pct``."""
        if self.source == "workbook":
            return f"{self.sheet}!{letters(column)}{self.number(row)}"
        unit = "line" if self.source == "delimited" else "row"
        return f"{unit} {self.key(row)}, column {self.names[column]}"

    def heading(self, column: int) -> str:
        """A column in words."""
        return f"{letters(column)} ({self.names[column]})" if self.source == "workbook" else self.names[column]

    @functools.cached_property
    def document(self) -> Document:
        """The table as text, one line a row, so that every report can quote it."""
        if self.delimited is not None:
            text = self.delimited.text
            return Document(path=self.path, text=text, blocks=_one_block(text))
        empty = [""] * (self.first - 2)
        head = "\t".join(map(_on_one_line, self.names))
        body = map("\t".join, zip(*map(_on_lines, self.columns), strict=True))
        text = "\n".join([*empty, head, *body]) + "\n"
        made = Document(path=self.path, text=text, blocks=_one_block(text))
        if (len(self) + 1) * len(self.columns) > _MOST_CELLS:
            return made
        return msgspec.structs.replace(made, tables=(self._table(made),))

    def _table(self, document: Document) -> Table:
        start = document.line_starts[self.first - 2]
        cells = []
        for row in range(-1, len(self)):
            position = document.line_starts[self.first + row - 1]
            texts = self.names if row < 0 else [column[row] for column in self.columns]
            for column, text in enumerate(texts):
                span = Span(position, position + len(text))
                cells.append(Cell(span=span, row=row + 1, column=column, header=row < 0))
                position = span.end + 1
        return Table(span=Span(start, len(document.text)), cells=tuple(cells))

    def place(self, row: int, column: int) -> Place:
        """The line of the text of `document`, and the columns, where a cell stands."""
        number = self.number(row)
        if self.delimited is None:
            before = sum(len(cells[row]) + 1 for cells in self.columns[:column])
            return _place(number, before, self.columns[column][row])
        start = self.document.line_starts[number - 1]
        text = self.delimited.text
        end = text.find("\n", start)
        line = text[start : end if end >= 0 else len(text)]
        if '"' in line:
            return Place(number)
        before = sum(len(part) + 1 for part in line.split(self.delimited.delimiter)[:column])
        raw = line[before:].partition(self.delimited.delimiter)[0]
        return _place(number, before + len(raw) - len(raw.lstrip()), raw.strip())


def letters(column: int) -> str:
    """The name of a column in a spreadsheet, counted from 0.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def checked(sheet: Sheet) -> Sheet:
    """The sheet, where it is a table that can be checked.

    Raises:
        TableError: where it has no columns or rows, too many columns, or two of one name.
    """
    where = sheet.sheet
    if not any(sheet.names):
        raise TableError(sheet.path, "expected a table of entries, but it is empty", where)
    if len(sheet.names) > MOST_COLUMNS:
        reason = f"expected at most {MOST_COLUMNS:,} columns, not {len(sheet.names):,}; a row is an entry"
        raise TableError(sheet.path, reason, where)
    if not len(sheet):
        raise TableError(sheet.path, "expected rows below the headings, but there are none", where)
    seen: dict[str, int] = {}
    for column, name in enumerate(sheet.names):
        if name and name in seen:
            both = f"{letters(seen[name])} and {letters(column)}"
            raise TableError(sheet.path, f"expected each heading once, but {name!r} heads columns {both}", where)
        seen.setdefault(name, column)
    return sheet


def name_of(path: str) -> str:
    """The file's name, without the folders it is in."""
    return PurePath(path).name or path


def decimals_of(text: str) -> int:
    """The digits behind the decimal mark of a plain number; 0 for a number with an exponent."""
    return 0 if "e" in text else len(text.partition(".")[2])


def shortest(value: float) -> str:
    """The shortest text that is this float, without a decimal mark where it is whole; empty for no number.

    >>> shortest(70.0), shortest(18.2), shortest(1e-06), shortest(float("nan"))
    ('70', '18.2', '1e-06', '')
    """
    if math.isnan(value):
        return ""
    text = repr(value)
    return text.removesuffix(".0")


def _one_block(text: str) -> tuple[Block, ...]:
    return (Block("table", Span(0, len(text))),)


def _place(number: int, before: int, text: str) -> Place:
    return Place(number, before + 1, before + max(1, len(text)))


def _on_lines(cells: Sequence[str]) -> Sequence[str]:
    """Cells without breaks, most often the same ones."""
    return [_on_one_line(cell) for cell in cells] if _BREAKS.search("\0".join(cells)) else cells


def _on_one_line(text: str) -> str:
    return _BREAKS.sub(" ", text)
