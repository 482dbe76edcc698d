"""A table as readers see it: what heads a column, what labels a row, and how many people are in each."""

import bisect
import functools
import itertools
import re
from collections import defaultdict
from collections.abc import Sequence

import msgspec

from checker.document import Cell, Span, Table
from checker.extract.numbers import Token
from checker.extract.sentences import Page
from checker.extract.tables.commas import has_decimal_commas, with_commas
from checker.model import Count, Places
from checker.paper import Population

_SIZE = re.compile(r"\bn {0,2}(?:=|:) {0,2}(?P<size>[0-9][0-9, ]{0,9})", re.IGNORECASE)
_SIZE_ROW = re.compile(
    # ``No`` alone is an answer.
    r"(?:n|no\.|number|total|(?:total )?(?:no\.?|number) of (?:the )?(?:patients|participants|subjects|cases|women|"
    r"men|children|infants|individuals|respondents)|patients|participants|subjects|sample size|"
    r"(?:n|no\.?|number),? (?:patients|participants|subjects)|(?:patients|participants|subjects),? (?:n|no\.?|number))"
    r" ?(?:\(n\))?[.:]?$"
)
_TOTAL_ROW = re.compile(r"(?:total|all|overall|all patients|n)(?: \(?n\)?)?[.:]?$")
P_HEAD = re.compile(
    r"\(?(?:adjusted |unadjusted |univaria(?:te|ble) |multivaria(?:te|ble) )?p(?: ?-? ?values?)?"
    r"(?: ?for chi-squared(?: test)?)?\)?(?: ?\((?:two|2)-(?:sided|tailed)\))?$|"
    r"(?:statistical |between-group )?sig(?:nificance|nif|n)?\.?(?: \(2-tailed\))?$"
)
# Numbers that the words around make something else in sentences, and that are data in the cells of a table.
_DATA = (None, "label", "weak label", "time point", "age")
# Heads of a column that counts everybody, or of what several columns count.
OF_ALL = re.compile(r"\b(?:total|all|overall|entire|whole|cohort|combined|pooled|full sample|both)\b")
# Rows above the figures are hardly ever more.
_MOST_HEADER_ROWS = 5
_NUMBER = re.compile(r"(?:supplementary |e-?)?table ?[a-z]{0,2}[0-9]{0,3}\b")
_MARKS = "ᵃᵇᶜᵈᵉᶠᵍʰ*†‡§¶#^ "
_LONGEST_TITLE = 80
# A column of so many words, and hardly any figures, labels rows.
_LEAST_LABELS, _USUALLY, _MOST_WORDS = 3, 0.5, 0.8
# Rows of sizes above a row that are looked at: more than a table has.
_MOST_SIZES = 8
# Footnotes below a table are read this far for what the figures are.
_NOTES = 1500
# A paragraph below a table that is short, or begins with a mark or as notes do, is a note to it.
_NOTE = re.compile(
    r"\s{0,9}(?:[*†‡§¶#‖]|[a-f](?:[,.)]| (?![a-z]+ (?:of|was|were|is)\b))|(?:foot)?notes?[.:]|abbreviations?\b|"
    r"p[ -]values?\b|(?:values|data|figures|numbers) are\b|(?!table|fig)[^\n]{1,90}$)"
)


class Column(msgspec.Struct):
    """A column's size, the name that its header gives it, where the size stands, and how it follows if not printed."""

    size: int
    name: str
    span: Span
    inferred: str | None = None


class Grid:
    """The rows and columns of a table, its headers told from its figures.

    Attributes:
        page: the text it stands in.
        table: the table as read.
        body: the rows of figures, in order.
        columns: the columns that figures may stand in, in order; column 0 labels the rows, and column 1 may as well.
        name: by which causes call it, ``Table 2``.
        caption: as readings compare it.
        about: caption and footnotes, likewise.
    """

    def __init__(self, page: Page, table: Table) -> None:
        self.page = page
        self.table = table
        self._cells: dict[tuple[int, int], Cell] = {}
        self._figures: dict[tuple[int, int], list[Token]] = {}
        self._covering: dict[tuple[int, int], Cell] = {}
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
        self._size_rows = self._sizes()
        self.caption = self.low(table.caption) if table.caption else ""
        numbered = _NUMBER.match(self.caption)
        self.name = numbered.group().capitalize() if numbered else f"table at {table.span.start}"
        self.about = f"{self.caption} {self._footnotes()}"

    def low(self, span: Span) -> str:
        """Characters of the text as grammars compare them, without footnote marks at the end."""
        return self.page.low[span.start : span.end].strip().rstrip(_MARKS)

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
                token if token.reason is None else msgspec.structs.replace(token, reason=None)
                for token in found
                if token.reason in _DATA and token.end <= cell.span.end  # type: ignore[union-attr]
            ]
            self._figures[key] = with_commas(self.page, read) if self._commas else read
        return self._figures[key]

    def label(self, row: int) -> str:
        """What stands in front of a row."""
        cell = self._label(row)
        return self.low(cell.span) if cell is not None else ""

    def printed_label(self, row: int) -> str:
        """What stands in front of a row, in its own letters."""
        cell = self._label(row)
        return self.page.norm[cell.span.start : cell.span.end] if cell is not None else ""

    def heading(self, row: int) -> str:
        """The row without figures under which a row stands, or the first of its two labels."""
        cell = self._heading(row)
        return self.low(cell.span) if cell is not None else ""

    def _label(self, row: int) -> Cell | None:
        """The cell right in front of the figures of a row."""
        both = (self._covering.get((row, column)) for column in reversed(range(self._labels)))
        return next((cell for cell in both if cell is not None and self.low(cell.span)), None)

    def _heading(self, row: int) -> Cell | None:
        above = self._headings.get(row)
        return self._covering.get((above, 0)) if above is not None else None

    def title(self, row: int) -> str | None:
        """What a reader is told of a row: its heading and its label, in their own letters."""
        label = self.printed_label(row).strip(_MARKS)
        above = self._heading(row)
        heading = self.page.norm[above.span.start : above.span.end].strip(_MARKS) if above is not None else ""
        both = f"{heading}, {label}" if heading and label else heading or label
        return (both if len(both) <= _LONGEST_TITLE else label[:_LONGEST_TITLE]) or None

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

    def printed_head(self, column: int) -> str:
        """All that stands above a column, in its own letters."""
        cells = [self._covering.get((row, column)) for row in self._heads]
        return " ".join(self.page.norm[cell.span.start : cell.span.end] for cell in cells if cell is not None)

    def tests(self) -> list[int]:
        """The columns of p-values."""
        return [column for column in self.columns if P_HEAD.match(self.own(column))]

    def size(self, row: int, column: int) -> Column | None:
        """How many people or things are in a column, at a row."""
        at = bisect.bisect_right(self._size_rows, row, key=lambda sizes: sizes[0])
        above = (
            sizes[column] for _, sizes in reversed(self._size_rows[max(0, at - _MOST_SIZES) : at]) if column in sizes
        )
        return next(above, None)

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
        text = _SIZE.sub("", self.low(cell.span)).replace("95% ci", "")
        return any(character.isdigit() for character in text)

    def _has_two_labels(self) -> bool:
        """Whether the second column names what the first one groups: ``Sex | Male``, then `` | Female``."""
        second = [cell for row in self.body for cell in self._rows[row] if cell.column == 1 and self.low(cell.span)]
        words = [cell for cell in second if not self.page.within(cell.span.start, cell.span.end)]
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

    def _sizes(self) -> list[tuple[int, dict[int, Column]]]:
        """The sizes of the columns, with the row from which on they hold: a header's, those of a row of sizes."""
        found: list[tuple[int, dict[int, Column]]] = []
        in_head: dict[int, Column] = {}
        for row in self._heads:
            for cell in self._rows[row]:
                in_head.update(self._stated(cell))
        if in_head:
            found.append((0, in_head))
        for row in self.body:
            stated: dict[int, Column] = {}
            others = [cell for cell in self._rows[row] if cell.column and self.low(cell.span)]
            for cell in others:
                stated.update(self._stated(cell, whole=True))
            if len(others) >= 1 and len(stated) >= len(others):
                found.append((row, stated))
            elif not found and _SIZE_ROW.match(self.label(row)):
                plain = self._plain_sizes(others)
                if plain:
                    found.append((0, plain))
        return found or [(0, self._totals())]

    def _stated(self, cell: Cell, whole: bool = False) -> dict[int, Column]:
        """``CAV (n = 30)``: the size, for every column that the cell covers."""
        size = _SIZE.search(self.page.low, cell.span.start, cell.span.end)
        if size is None or (whole and self.page.low[cell.span.start : size.start()].strip(" (")):
            return {}
        name = self.page.norm[cell.span.start : size.start()].strip(" (,;:-") or self._name(cell.column)
        column = Column(int(re.sub(r"\D", "", size["size"])), name, cell.span)
        return dict.fromkeys(range(cell.column, cell.column + min(cell.colspan, 50)), column)

    def _name(self, column: int) -> str:
        """What a column is called where its size stands alone."""
        named = (text for text in reversed(self.heads(column)) if not _SIZE.search(text))
        return next(named, f"column {column}")

    def _plain_sizes(self, others: Sequence[Cell]) -> dict[int, Column]:
        """A row of nothing but numbers, as many as the columns that are no test's."""
        found = {}
        for cell in others:
            tokens = self.page.within(cell.span.start, cell.span.end)
            if len(tokens) != 1 or not tokens[0].countable or tokens[0].literal != self.low(cell.span):
                return {}
            found[cell.column] = Column(int(tokens[0].value), self._name(cell.column), cell.span)
        return found

    def _totals(self) -> dict[int, Column]:
        """The sizes that a row of totals tells where nothing else does: ``Total | 120 | 100.0``."""
        found: dict[int, Column] = {}
        for row in self.body:
            if _TOTAL_ROW.match(self.label(row)):
                for cell in self._rows[row]:
                    figures = self.figures(row, cell.column)
                    if cell.column and figures and figures[0].countable:
                        size = Column(int(figures[0].value), self._name(cell.column), cell.span)
                        found.setdefault(cell.column, size)
        return found

    def _footnotes(self) -> str:
        """What is printed right below, where it is no running text."""
        end = self.table.span.end
        found = []
        blocks = self.page.document.blocks
        at = bisect.bisect_left(blocks, end, key=lambda block: block.span.start)
        for block in itertools.islice(blocks, at, None):
            noted = block.kind == "paragraph" and _NOTE.match(self.page.low, block.span.start, block.span.end)
            if not (block.kind == "footnote" or noted) or block.span.start - end > _NOTES:
                break
            found.append(self.low(block.span)[:_NOTES])
        last = [self.label(row) for row in self.body[-3:] if len(self._rows[row]) == 1]
        return " ".join([*found, *last])


def p_value(figures: Sequence[Token]) -> Token | None:
    """The one p that a cell prints."""
    return figures[0] if len(figures) == 1 and figures[0].unit is None and 0 <= figures[0].value <= 1 else None


def population(page: Page, column: Column) -> tuple[str, dict[str, Population]]:
    """The name under which the claims file has the population of a column, and what it says of it."""
    slug = re.sub(r"[^A-Za-z0-9]+", "-", column.name).strip("-")[:60] or "column"
    name = f"{slug}-{column.size}"
    at = Places([page.document.place(column.span)])
    return name, {name: Population(size=Count(str(column.size)), at=at, inferred=column.inferred)}


@functools.lru_cache(maxsize=1)
def grids(page: Page) -> tuple[Grid, ...]:
    """The tables of a paper, read once for all that ask."""
    return tuple(Grid(page, table) for table in page.document.tables)
