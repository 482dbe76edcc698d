"""Columns and rows that count all that the others count: ``All 48 | A 28 | B 20``, and a last row ``Total``."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from checker.document import Span
from checker.extraction.arithmetic import fits
from checker.extraction.drafts import count
from checker.extraction.grids.grid import OF_ALL, population
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables.cells import Cells, Entry, proposal
from checker.extraction.tables.implied import tables
from checker.kinds import Group, Partition
from checker.model import Certainty
from checker.rounding import SLACK, unit

_TOTAL_ROW = re.compile(
    r"(?:grand |sub)?-?totals?(?: (?:number|no\.?|n))?(?:,? ?\(?n\)?)?[:.]?$|(?:all|overall|sum)$|sub-?totals?\b"
)
_LEAST_GROUPS, _MOST_LEVELS = 2, 15
_ALL, _MOST_FITTING = 100, 0.5
_SLIP, _MOST_TWICE = 2, 0.01
_MAKE_ALL = "levels whose percentages make 100"
# Where other columns add up, a column that does not is no table of another kind.
_LEAST_ADDING_UP = 2


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every row whose groups make up the column of all, and every column with its row of totals."""
    for cells in tables(page):
        yield from _across(cells)
        yield from _levels(cells)
        start = 0
        for at, row in enumerate(cells.grid.body):
            if found := _TOTAL_ROW.match(cells.grid.label(row)):
                above = cells.grid.body[start:at]
                if found.group().startswith("sub") and cells.grid.group(row) >= 0:
                    above = [each for each in above if cells.grid.group(each) == cells.grid.group(row)]
                yield from _down(cells, above, row)
                start = at + 1


def _proposal(
    cells: Cells, row: int, figures: Sequence[Token | Span], whole: Token, parts: Sequence[tuple[str, Token]], why: str,
    certainty: Certainty = Certainty.NAMED, **label: Any,
) -> Proposal:  # fmt: skip
    groups = tuple(Group(name=name[:60], count=count(part)) for name, part in parts)
    return proposal(cells.grid, Partition, row, figures, (), why, certainty, whole=count(whole), parts=groups, **label)


def _down(cells: Cells, rows: Sequence[int], total: int) -> Iterator[Proposal]:
    """The columns of counts above a row of totals; guessed unless this or other columns show that the rows add up."""
    grid = cells.grid
    columns: list[tuple[int, list[tuple[str, Token]], Token]] = []
    for column in grid.columns:
        cell = grid.cell(total, column)
        # A total across several columns is that of them all.
        whole = _counted(cells, total, column) if cell is not None and cell.colspan == 1 else None
        filled = [row for row in rows if grid.figures(row, column)]
        parts = [(grid.label(row), part) for row in filled if (part := _counted(cells, row, column)) is not None]
        if whole is not None and len(parts) == len(filled) and len(parts) >= _LEAST_GROUPS:
            columns.append((column, parts, whole))
    adding_up = sum(_adds_up(parts, whole) for _, parts, whole in columns)
    over = [sum(part.value for _, part in parts) - whole.value for _, parts, whole in columns]
    # Where the rows of every column make more, some are in two of them; where they make less, some are in none.
    several = len(columns) > 1
    made = {"exclusive": not (several and min(over) > 0), "complete": not (several and max(over) < 0)}
    for column, parts, whole in columns:
        certainty, why, cause = Certainty.NAMED, "above its row of totals", None
        if adding_up < _LEAST_ADDING_UP and not _adds_up(parts, whole) and all(made.values()):
            certainty, cause = Certainty.GUESSED, "no other column shows that these rows make up the total"
            why = cause
        figures = [*(part for _, part in parts), whole]
        label = grid.head(column)[:80] or None
        yield _proposal(cells, total, figures, whole, parts, why, certainty, label=label, cause=cause, **made)


def _levels(cells: Cells) -> Iterator[Proposal]:
    """The levels of one variable, whose percentages make 100: their counts make all in the column."""
    grid = cells.grid
    levels: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    columns: dict[int, list[Entry]] = defaultdict(list)
    for share in cells.shares:
        if share.figure.total is None:
            columns[share.column].append(share)
            if grid.group(share.row) >= 0:
                levels[share.column, grid.group(share.row)].append(share)
    found = [shares for shares in levels.values() if _LEAST_GROUPS <= len(shares) <= _MOST_LEVELS and _hundred(shares)]
    made = {share.span for shares in found for share in shares}
    for shares in [*found, *_runs(columns, made)]:
        size = cells.size(shares[0].row, shares[0].column)
        if size is None:
            continue
        together = sum(share.number.value for share in shares)
        # Of those with values, who are what the levels count.
        known = together != size.size and all(
            fits(share.number.value, together, share.figure.value) for share in shares
        )
        of_column = sum(map(cells.fits, shares)) >= _MOST_FITTING * len(shares)
        # Who is counted twice is of no levels that exclude each other.
        twice = together > size.size + max(_SLIP, _MOST_TWICE * size.size)
        if of_column and not known and not twice:
            of, populations = population(grid.page, size)
            groups = tuple(Group(name=share.said.label[:60], count=count(share.number)) for share in shares)
            yield proposal(
                grid, Partition, shares[0].row, [share.span for share in shares], (), _MAKE_ALL, Certainty.GUESSED,
                populations, _MAKE_ALL, of=of, parts=groups, label=grid.heading(shares[0].row)[:80] or None,
            )  # fmt: skip


def _runs(columns: dict[int, list[Entry]], made: Collection[Span]) -> Iterator[list[Entry]]:
    """Rows right below each other whose percentages make 100, in every column where there are several."""
    runs: dict[tuple[int, ...], list[list[Entry]]] = defaultdict(list)
    for column in columns.values():
        at = 0
        while at < len(column):
            run = first_hundred(column[at : at + _MOST_LEVELS])
            if run and not any(share.span in made for share in run):
                runs[tuple(share.row for share in run)].append(run)
            at += len(run) or 1
    for several in runs.values():
        if len(several) == len(columns) and (
            len(several) > 1 or all(unit(each.figure.value) < 1 for each in several[0])
        ):
            yield from several


def first_hundred(column: Sequence[Entry]) -> list[Entry]:
    """The first rows of a column that stand right below each other and whose percentages make 100."""
    for last, share in enumerate(column):
        if share.figure.value.comparator != "=" or (last and share.row != column[last - 1].row + 1):
            break
        if last and _hundred(column[: last + 1]):
            return list(column[: last + 1])
    return []


def _hundred(shares: Sequence[Entry]) -> bool:
    """Whether percentages make 100, within a unit of the last printed place."""
    percents = [share.figure.value for share in shares]
    return abs(sum(percent.value for percent in percents) - _ALL) <= max(map(unit, percents)) + SLACK


def _adds_up(parts: Sequence[tuple[str, Token]], whole: Token) -> bool:
    return sum(part.value for _, part in parts) == whole.value


def _counted(cells: Cells, row: int, column: int) -> Token | None:
    """The one count that a cell prints, alone or with its percentage."""
    figure = cells.one(row, column)
    if figure is None or figure.total is not None:
        return None
    if figure.count is not None:
        return figure.count
    value = figure.value
    return value if len(figure.tokens) == 1 and value.countable and value.comparator == "=" else None


def _across(cells: Cells) -> Iterator[Proposal]:
    """The rows of counts whose groups make up the column of all."""
    grid = cells.grid
    last = grid.body[-1] if grid.body else 0
    sizes = {column: size.size for column in grid.columns if (size := grid.size(last, column))}
    wholes = [column for column in sizes if OF_ALL.search(grid.head(column))]
    if len(wholes) != 1:
        return
    [whole] = wholes
    groups = [column for column in sizes if column != whole]
    if len(groups) < _LEAST_GROUPS or sum(sizes[column] for column in groups) != sizes[whole]:
        return
    printed: dict[tuple[int, int], list[Entry]] = {}
    for share in cells.shares:
        if share.figure.total is None:
            printed.setdefault((share.row, share.column), []).append(share)
    for row in grid.body:
        columns = [printed.get((row, column), []) for column in (whole, *groups)]
        if len({len(each) for each in columns}) != 1:
            continue
        for shares in zip(*columns, strict=True):
            of_all, *parts = [share.number for share in shares]
            named = [(grid.head(column), part) for column, part in zip(groups, parts, strict=True)]
            spans = [share.span for share in shares]
            why = "the groups of the table, and all of them"
            yield _proposal(cells, row, spans, of_all, named, why)
