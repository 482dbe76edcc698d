"""A table as readers see it: what heads a column, what labels a row, and how many people are in each."""

import bisect
import functools
import itertools
import re
from collections.abc import Sequence

import msgspec

from checker.document import Cell, Span, Table
from checker.extraction.grids.layout import MARKS, P_HEAD, SIZE, Layout
from checker.extraction.numbers import Token
from checker.extraction.sentences import Page
from checker.model import Count, Places
from checker.paper import Population

_SIZE_ROW = re.compile(
    # ``No`` alone is an answer.
    r"(?:n|no\.|number|total|(?:total )?(?:no\.?|number) of (?:the )?(?:patients|participants|subjects|cases|women|"
    r"men|children|infants|individuals|respondents)|patients|participants|subjects|(?:sample|group) size|"
    r"(?:n|no\.?|number),? (?:patients|participants|subjects)|(?:patients|participants|subjects),? (?:n|no\.?|number))"
    r" ?(?:\(n\))?[.:]?$"
)
_TOTAL_ROW = re.compile(r"(?:total|all|overall|all patients|n)(?: \(?n\)?)?[.:]?$")
# Heads of a column that counts everybody, or of what several columns count.
OF_ALL = re.compile(r"\b(?:total|all|overall|entire|whole|cohort|combined|pooled|full sample|both)\b")
_COUNTS = re.compile(r"\(?(?:n|no\.?)\)?[.:]?$")
_NUMBER = re.compile(r"(?:supplementary |e-?)?table ?[a-z]{0,2}[0-9]{0,3}\b")
_LONGEST_TITLE = 80
# Heads that stand again within a table: ``Alfa (n = 24)``.
_NAMED_SIZE = re.compile(r"^[^0-9]{1,40}\bn ?[=:] ?[0-9][0-9, ]*\)?(?: ?(?:n|no\.?)? ?\(?%\)?)?$")
_LEAST_NAMED, _SHORTEST_NAME = 2, 3
_NO_NAME = re.compile(r"\(? ?(?:n|no\.?)?,? ?[(,]? ?%\)?|[()*†‡§¶#,;:=]")
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


class Grid(Layout):
    """The rows and columns of a table, and how many people or things are in each.

    Attributes:
        name: by which causes call it, ``Table 2``.
        caption: as readings compare it.
        about: caption and footnotes, likewise.
    """

    def __init__(self, page: Page, table: Table) -> None:
        super().__init__(page, table)
        self._size_rows = self._sizes()
        self._sized = any(sizes for _, sizes in self._size_rows)
        self.caption = self.low(table.caption) if table.caption else ""
        numbered = _NUMBER.match(self.caption)
        self.name = numbered.group().capitalize() if numbered else f"table at {table.span.start}"
        self.about = f"{self.caption} {self._footnotes()}"

    def title(self, row: int) -> str | None:
        """What a reader is told of a row: its heading and its label, in their own letters."""
        label = self.printed_label(row).strip(MARKS)
        above = self._heading(row)
        heading = self.page.norm[above.span.start : above.span.end].strip(MARKS) if above is not None else ""
        both = f"{heading}, {label}" if heading and label else heading or label
        return (both if len(both) <= _LONGEST_TITLE else label[:_LONGEST_TITLE]) or None

    def tests(self) -> list[int]:
        """The columns of p-values."""
        return [column for column in self.columns if P_HEAD.match(self.own(column))]

    def size(self, row: int, column: int) -> Column | None:
        """How many people or things are in a column, at a row."""
        at = bisect.bisect_right(self._size_rows, row, key=lambda sizes: sizes[0])
        above = (
            sizes[column] for _, sizes in reversed(self._size_rows[max(0, at - _MOST_SIZES) : at]) if column in sizes
        )
        return next(above, None) or self._of_label(row)

    @functools.cached_property
    def numbers(self) -> dict[int, int]:
        """The columns of figures that have one of numbers beside them, ``Alfa | n | Beta | n``, each with that one."""
        groups: dict[str, list[int]] = {}
        for column in self.columns:
            groups.setdefault(next(iter(self.heads(column)), ""), []).append(column)
        pairs = [columns for columns in groups.values() if len(columns) == 2]
        found: dict[int, int] = {}
        for one, other in pairs:
            counts = [_COUNTS.match(self.own(column)) is not None for column in (one, other)]
            if sum(counts) == 1 and other == one + 1 and not any("%" in self.own(column) for column in (one, other)):
                found.update({other: one} if counts[0] else {one: other})
        return found if len(found) > 1 else {}

    def beside(self, row: int, column: int) -> Column | None:
        """The number of those whose figures stand in a cell, where a column beside it prints such numbers."""
        column = self.numbers.get(column, -1)
        cell, tokens = self.cell(row, column), self.figures(row, column)
        if cell is None or len(tokens) != 1 or not tokens[0].countable or tokens[0].literal != self.low(cell.span):
            return None
        return Column(int(tokens[0].value), next(iter(self.heads(column)), "group"), cell.span)

    def sized(self, column: int) -> bool:
        """Whether a column has a size of its own anywhere."""
        return any(column in sizes for _, sizes in self._size_rows)

    def in_head(self, column: int) -> Column | None:
        """The size that a head of a column states, ``Alfa (n = 24)``."""
        return self._in_head.get(column)

    def names(self, column: int) -> tuple[str, ...]:
        """What stands above a column, each text without sizes and signs of percentages."""
        texts = (_NO_NAME.sub(" ", SIZE.sub(" ", text)) for text in self.heads(column))
        return tuple(name for text in texts if len(name := " ".join(text.split())) >= _SHORTEST_NAME)

    def _of_label(self, row: int) -> Column | None:
        """The size that the label of a row states: ``Alfa (n = 24) | 12 (50%)``."""
        if self._sized:
            return None
        size = SIZE.search(self.label(row))
        cell = self._label(row)
        if size is None or cell is None:
            return None
        name = self.printed_label(row)[: size.start()].strip(" (,;:-") or "row"
        return Column(int(re.sub(r"\D", "", size["size"])), name, cell.span)

    def _sizes(self) -> list[tuple[int, dict[int, Column]]]:
        """The sizes of the columns, with the row from which on they hold: a header's, those of a row of sizes."""
        found: list[tuple[int, dict[int, Column]]] = []
        in_head: dict[int, Column] = {}
        for row in self._heads:
            for cell in self._rows[row]:
                in_head.update(self._stated(cell))
        self._in_head = in_head
        if in_head:
            found.append((0, in_head))
        for row in self.body:
            stated: dict[int, Column] = {}
            others = [cell for cell in self._rows[row] if cell.column and self.low(cell.span)]
            heads = [cell for cell in others if not P_HEAD.match(self.low(cell.span))]
            named = len(heads) >= _LEAST_NAMED and all(_NAMED_SIZE.search(self.low(cell.span)) for cell in heads)
            for cell in heads:
                stated.update(self._stated(cell, whole=not named))
            if heads and len(stated) >= len(heads):
                found.append((row, stated))
            elif not found and _SIZE_ROW.match(self.label(row)):
                plain = self._plain_sizes(others)
                if plain:
                    found.append((0, plain))
        return found or [(0, self._totals())]

    def _stated(self, cell: Cell, whole: bool = False) -> dict[int, Column]:
        """``CAV (n = 30)``: the size, for every column that the cell covers."""
        size = SIZE.search(self.page.low, cell.span.start, cell.span.end)
        if size is None or (whole and self.page.low[cell.span.start : size.start()].strip(" (")):
            return {}
        name = self.page.norm[cell.span.start : size.start()].strip(" (,;:-") or self._name(cell.column)
        column = Column(int(re.sub(r"\D", "", size["size"])), name, cell.span)
        return dict.fromkeys(range(cell.column, cell.column + min(cell.colspan, 50)), column)

    def _name(self, column: int) -> str:
        """What a column is called where its size stands alone."""
        named = (text for text in reversed(self.heads(column)) if not SIZE.search(text))
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
