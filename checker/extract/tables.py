"""Tables with cells: columns to their N, ``n (p%)`` to its column.

A column has a size where its header prints one (``CAV (n = 30)``) or a row of sizes does. A cell that does
not fit is held against its column only where two others of that column fit, and missing values, the usual
reason, do not explain it.
"""

import re
from collections import defaultdict

import msgspec

from checker.claimfile import Population
from checker.document import Span, Table
from checker.extract.arithmetic import fits, nearly
from checker.extract.drafts import Drafts, count, reported
from checker.extract.numbers import Token
from checker.extract.sentences import Page
from checker.kinds import Proportion
from checker.model import Count, Places

_SIZE = re.compile(r"\bn ?(?:=|:) ?(?P<size>[0-9][0-9, ]{0,9})", re.IGNORECASE)
_SIZE_ROW = re.compile(
    r"(?:n|no\.?|number|total|(?:no\.?|number) of (?:patients|participants|subjects|cases|women)|patients|participants|"
    r"sample size|patients?,? (?:n|no\.?|number))(?: ?\(n\))?[.:]?$"
)
_COUNT_PERCENT = re.compile(r"\(? ?%|percent")
_OTHER_SHARE = re.compile(r"mean|median|sd\b|iqr|range|±|\bci\b|score|years|ratio|\bage\b")
_LEAST_RECONCILED = 2
_MISSING = 0.8


class Column(msgspec.Struct):
    """A column with its size and the name that its header gives it."""

    size: int
    name: str
    span: Span


class Entry(msgspec.Struct):
    """A cell ``n (p%)`` or ``n/N (p%)``."""

    column: int
    count: Token
    percent: Token
    total: Token | None


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every share in the cells of a table."""
    for table in page.document.tables:
        _read(page, drafts, table)


def _read(page: Page, drafts: Drafts, table: Table) -> None:
    grid = {(cell.row, cell.column): cell for cell in table.cells}
    columns = _columns(page, table)
    labels = {cell.row: _low(page, cell.span) for cell in table.cells if cell.column == 0}
    heads: dict[int, str] = defaultdict(str)
    for cell in table.cells:
        if cell.header or cell.row == 0:
            for column in range(cell.column, cell.column + cell.colspan):
                heads[column] += " " + _low(page, cell.span)
    caption = _low(page, table.caption) if table.caption else ""
    entries: list[tuple[str, Entry]] = []
    for (row, column), cell in sorted(grid.items()):
        if column == 0:
            continue
        label = labels.get(row, "")
        context = f"{label} {heads[column]}"
        entry = _entry(page, cell.span, column, context, caption)
        if entry is not None and not _OTHER_SHARE.search(label):
            entries.append((label, entry))
    good: dict[int, int] = defaultdict(int)
    for _, entry in entries:
        size = columns.get(entry.column)
        if size is not None and fits(entry.count.value, size.size, entry.percent):
            good[entry.column] += 1
    for label, entry in entries:
        _add(page, drafts, table, entry, columns.get(entry.column), good[entry.column], label)


def _low(page: Page, span: Span) -> str:
    return page.low[span.start : span.end].strip()


def _columns(page: Page, table: Table) -> dict[int, Column]:
    """The sizes of columns, from their headers or from a row of sizes."""
    found: dict[int, Column] = {}
    for cell in table.cells:
        if cell.row > 3 or not (cell.header or cell.row <= 1):
            continue
        size = _SIZE.search(page.low, cell.span.start, cell.span.end)
        if size:
            digits = re.sub(r"\D", "", size["size"])
            name = page.norm[cell.span.start : size.start()].strip(" (,;:-") or f"column {cell.column}"
            for column in range(cell.column, cell.column + cell.colspan):
                found.setdefault(column, Column(int(digits), name, cell.span))
    if found:
        return found
    for cell in table.cells:
        if cell.column == 0 and _SIZE_ROW.match(_low(page, cell.span)):
            row = [other for other in table.cells if other.row == cell.row and other.column > 0]
            sizes = [page.within(other.span.start, other.span.end) for other in row]
            if row and all(len(size) == 1 and size[0].countable for size in sizes):
                heads = {other.column: other for other in table.cells if other.row == 0}
                for other, size_tokens in zip(row, sizes, strict=True):
                    head = heads.get(other.column)
                    name = _low(page, head.span) if head else ""
                    found[other.column] = Column(int(size_tokens[0].value), name, other.span)
                return found
    return found


def _entry(page: Page, span: Span, column: int, context: str, caption: str) -> Entry | None:
    """The share that a cell prints, if it is one."""
    figures = [token for token in page.within(span.start, span.end) if token.reason in (None, "label")]
    low = page.low
    if not 2 <= len(figures) <= 3 or figures[0].decimals or figures[0].unit is not None:
        return None
    if low[span.start : figures[0].start].strip() or low[figures[-1].end : span.end].strip(" )%") != "":
        return None
    percent = figures[-1]
    if low[figures[-2].end : percent.start].strip() != "(" or not 0 <= percent.value <= 100:
        return None
    total = None
    if len(figures) == 3:
        if low[figures[0].end : figures[1].start].strip() not in ("/", "of"):
            return None
        total = figures[1]
    marked = percent.unit == "%" or (_COUNT_PERCENT.search(context) and not _OTHER_SHARE.search(context))
    if not marked and not ("%" in caption and percent.decimals):
        return None
    if any(token.comparator != "=" or token.value < 0 for token in figures):
        return None
    return Entry(column, figures[0], percent, total)


def _add(page: Page, drafts: Drafts, table: Table, entry: Entry, column: Column | None, good: int, label: str) -> None:
    of = None
    total = count(entry.total) if entry.total is not None else None
    if total is None:
        if column is None:
            return
        fitting = fits(entry.count.value, column.size, entry.percent)
        if not fitting and not nearly(entry.count.value, column.size, entry.percent):
            implied = 100 * entry.count.value / entry.percent.value if entry.percent.value else 0.0
            if good - fitting < _LEAST_RECONCILED or _MISSING * column.size <= implied <= column.size:
                return
        of = declare(page, drafts, column.name, column.size, column.span)
    page.used.update((entry.count.start, entry.percent.start))
    figures = [entry.count, *([entry.total] if entry.total is not None else []), entry.percent]
    drafts.add(
        Proportion,
        None,
        figures,
        section_name=table.section,
        label=label[:80] or None,
        count=count(entry.count),
        total=total,
        of=of,
        percent=reported(entry.percent),
    )


def declare(page: Page, drafts: Drafts, name: str, size: int, span: Span) -> str:
    """The name under which the claims file has the population of a column."""
    slug = re.sub(r"[^A-Za-z0-9]+", "-", name).strip("-")[:60] or "column"
    full = f"{slug}-{size}"
    if full not in drafts.populations:
        drafts.populations[full] = Population(size=Count(str(size)), at=Places([page.document.place(span)]))
    return full
