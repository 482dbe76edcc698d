"""What heads the columns of a table, and what labels its rows."""

import functools
import re
from collections import defaultdict

import msgspec

from checker.document import Cell, Span, Table
from checker.extraction.grids.commas import has_decimal_commas, with_commas
from checker.extraction.numbers import Token
from checker.extraction.sentences import Page

SIZE = re.compile(r"\bn {0,2}(?:=|:) {0,2}(?P<size>[0-9]{1,3}(?:[, ][0-9]{3}){1,2}(?![0-9])|[0-9]{1,7})", re.IGNORECASE)
P_HEAD = re.compile(
    r"\(?(?:adjusted |unadjusted |univaria(?:te|ble) |multivaria(?:te|ble) )?p(?: ?-? ?values?)?"
    r"(?: ?for chi-squared(?: test)?)?\)?(?: ?\((?:two|2)-(?:sided|tailed)\))?$|"
    r"(?:statistical |between-group )?sig(?:nificance|nif|n)?\.?(?: \(2-tailed\))?$"
)
# Numbers that the words around make something else in sentences, and that are data in the cells of a table.
_DATA = (None, "label", "weak label", "time point", "age")
_BRACKETED = re.compile(r"\s?[0-9]{1,7}\([0-9]{1,3}(?:\.[0-9]{1,2})?%?\)[^0-9a-z]{0,4}")
# Classes of a measure, which label rows: ``<50``, ``50-70``, ``70+``.
_CLASS = re.compile(r"[<>≤≥] ?[0-9]|[0-9]+(?:\.[0-9]+)? ?(?:-|to) ?[0-9]+(?:\.[0-9]+)?$|[0-9]+ ?\+$")
# Rows above the figures are hardly ever more.
_MOST_HEADER_ROWS = 5
MARKS = "ᵃᵇᶜᵈᵉᶠᵍʰ*†‡§¶#^ "
# A column of so many words, and hardly any figures, labels rows.
_LEAST_LABELS, _USUALLY, _MOST_WORDS = 3, 0.5, 0.8


class Layout:
    """The cells of a table, its headers told from its figures.

    Attributes:
        page: the text it stands in.
        table: the table as read.
        body: the rows of figures, in order.
        columns: the columns that figures may stand in, in order; column 0 labels the rows, and column 1 may as well.
    """

    def __init__(self, page: Page, table: Table) -> None:
        self.page = page
        self.table = table
        self._cells: dict[tuple[int, int], Cell] = {}
        self._figures: dict[tuple[int, int], list[Token]] = {}
        self._covering: dict[tuple[int, int], Cell] = {}
        self._low_labels: dict[int, str] = {}
        for cell in table.cells:
            self._cells.setdefault((cell.row, cell.column), cell)
            for row in range(cell.row, cell.row + min(cell.rowspan, 50)):
                for column in range(cell.column, cell.column + min(cell.colspan, 50)):
                    self._covering.setdefault((row, column), cell)
        self._commas = has_decimal_commas(page, table)
        self._rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            self._rows[cell.row].append(cell)
        heads = self._header_rows()
        self.body = [row for row in sorted(self._rows) if row not in heads]
        self._heads = sorted(heads)
        self._labels = 2 if self._has_two_labels() else 1
        self.columns = sorted({cell.column for cell in table.cells if cell.column >= self._labels})
        self._above = {column: self._read_heads(column) for column in self.columns}
        self._headings = self._section_rows()

    def low(self, span: Span) -> str:
        """Characters of the text as grammars compare them, without footnote marks at the end."""
        return self.page.low[span.start : span.end].strip().rstrip(MARKS)

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell that begins at a row and column, if any."""
        return self._cells.get((row, column))

    def figures(self, row: int, column: int) -> list[Token]:
        """The numbers of a cell that may be data."""
        key = row, column
        if key not in self._figures:
            cell = self._cells.get(key)
            found = self.page.within(cell.span.start, cell.span.end) if cell is not None else []
            read = [
                self._as_data(token, cell)
                for token in found
                if cell is not None and token.end <= cell.span.end and self._is_data(token, cell)
            ]
            self._figures[key] = with_commas(self.page, read) if self._commas else read
        return self._figures[key]

    def _is_data(self, token: Token, cell: Cell) -> bool:
        """Whether a number is data in its cell, whatever it would be in a sentence."""
        if token.reason in _DATA:
            return True
        # ``3(4)``, where no space tells it from a name.
        return (
            token.reason == "name" and _BRACKETED.fullmatch(self.page.low, cell.span.start, cell.span.end) is not None
        )

    def _as_data(self, token: Token, cell: Cell) -> Token:
        """A number without the words of other cells: ``12 or above`` in the one before it makes it no minimum."""
        begins = not self.page.low[cell.span.start : token.start].strip(" ([")
        comparator = "=" if begins and token.comparator in ("<", ">", "~", "≤", "≥") else token.comparator
        if comparator == token.comparator and token.reason is None:
            return token
        canonical = token.canonical if comparator == token.comparator else token.canonical.lstrip("<>~≤≥")
        return msgspec.structs.replace(token, reason=None, comparator=comparator, canonical=canonical)

    def label(self, row: int) -> str:
        """What stands in front of a row."""
        if row not in self._low_labels:
            cell = self._label(row)
            self._low_labels[row] = self.low(cell.span) if cell is not None else ""
        return self._low_labels[row]

    def printed_label(self, row: int) -> str:
        """What stands in front of a row, in its own letters."""
        cell = self._label(row)
        return self.page.norm[cell.span.start : cell.span.end] if cell is not None else ""

    def heading(self, row: int) -> str:
        """The row without figures under which a row stands, or the first of its two labels."""
        cell = self._heading(row)
        return self.low(cell.span) if cell is not None else ""

    def label_spans(self, row: int) -> list[Span]:
        """Where the label of a row stands, and the heading above it."""
        return [cell.span for cell in (self._heading(row), self._label(row)) if cell is not None]

    def head_spans(self, column: int) -> list[Span]:
        """Where the heads of a column stand."""
        return [cell.span for row in self._heads if (cell := self._covering.get((row, column))) is not None]

    def _label(self, row: int) -> Cell | None:
        """The cell right in front of the figures of a row."""
        if self._labels == 1:
            return self._covering.get((row, 0))
        both = (self._covering.get((row, column)) for column in reversed(range(self._labels)))
        return next((cell for cell in both if cell is not None and self.low(cell.span)), None)

    def _heading(self, row: int) -> Cell | None:
        above = self._headings.get(row)
        return self._covering.get((above, 0)) if above is not None else None

    def group(self, row: int) -> int:
        """The number of the row that heads a row; -1 where none does."""
        return self._headings.get(row, -1)

    def heads(self, column: int) -> tuple[str, ...]:
        """What stands above a column, from the top down, each text once."""
        return self._above.get(column, ())

    def head(self, column: int) -> str:
        """All that stands above a column."""
        return " ".join(self.heads(column))

    def own(self, column: int) -> str:
        """What stands right above a column's figures."""
        heads = self.heads(column)
        return heads[-1] if heads else ""

    @functools.cached_property
    def stub(self) -> str:
        """What stands above the labels of the rows: ``Variable, n (%)``."""
        found = dict.fromkeys(
            self.low(cell.span)
            for row in self._heads
            for column in range(self._labels)
            if (cell := self._covering.get((row, column))) is not None
        )
        return " ".join(found).strip()

    def printed_head(self, column: int) -> str:
        """All that stands above a column, in its own letters."""
        cells = [self._covering.get((row, column)) for row in self._heads]
        return " ".join(self.page.norm[cell.span.start : cell.span.end] for cell in cells if cell is not None)

    def _read_heads(self, column: int) -> tuple[str, ...]:
        found: list[str] = []
        for row in self._heads:
            cell = self._covering.get((row, column))
            text = self.low(cell.span) if cell is not None else ""
            if text and text not in found:
                found.append(text)
        return tuple(found)

    def _header_rows(self) -> set[int]:
        found = {row for row, cells in self._rows.items() if any(cell.header for cell in cells)}
        found = {row for row in found if all(cell.header or not self.low(cell.span) for cell in self._rows[row][1:])}
        if not found and self._rows:
            found = {min(self._rows)}
        for row in sorted(self._rows)[:_MOST_HEADER_ROWS]:
            if row in found or row - 1 not in found:
                continue
            filled = [cell for cell in self._rows[row] if cell.column and self.low(cell.span)]
            if len(filled) >= 2 and not any(self._is_figure(cell) for cell in filled):
                found.add(row)
        return found

    def _is_figure(self, cell: Cell) -> bool:
        text = SIZE.sub("", self.low(cell.span)).replace("95% ci", "")
        return any(character.isdigit() for character in text)

    def _has_two_labels(self) -> bool:
        """Whether the second column names what the first one groups: ``Sex | Male``, then `` | Female``."""
        second = [cell for row in self.body for cell in self._rows[row] if cell.column == 1 and self.low(cell.span)]
        words = [
            cell
            for cell in second
            if _CLASS.match(self.low(cell.span)) or not self.page.within(cell.span.start, cell.span.end)
        ]
        continued = [
            cell for cell in second
            if (front := self._covering.get((cell.row, 0))) is None or front.row < cell.row or not self.low(front.span)
        ]  # fmt: skip
        others = any(cell.column > 1 for row in self.body for cell in self._rows[row])
        usual = len(second) >= max(_LEAST_LABELS, _USUALLY * len(self.body))
        return others and usual and bool(continued) and len(words) >= _MOST_WORDS * len(second)

    def _section_rows(self) -> dict[int, int]:
        """The row without figures, but for a p-value, above each row, if any."""
        found: dict[int, int] = {}
        heading = None
        for row in self.body:
            figures = any(
                self.low(cell.span) and not P_HEAD.match(self.own(cell.column))
                for cell in self._rows[row]
                if cell.column >= self._labels
            )
            front = self._covering.get((row, 0))
            if self._labels == 2 and front is not None and self.low(front.span):
                # What covers both labels and has figures stands for itself.
                heading = front.row if not figures or self._covering.get((row, 1)) is not front else None
            if figures:
                if heading is not None:
                    found[row] = heading
            elif self.label(row):
                heading = row
        return found
