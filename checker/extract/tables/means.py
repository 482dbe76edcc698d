"""Means with their spread in the cells of a table: against the p of their row, and against whole numbers.

``| Age, mean (SD) | 62.1 (8.4) | 63.0 (9.1) | 0.45 |`` under columns that print their size. What stands in the brackets
or behind the sign is told by the row, else by the column, else by the caption and notes.
"""

import re
from typing import Literal

import msgspec

from checker.extract.drafts import Drafts, reported
from checker.extract.numbers import Token
from checker.extract.stated_tests import test_of
from checker.extract.surfaces.spreads import SpreadName
from checker.extract.tables.grid import OF_ALL, Column, Grid, declare, p_value
from checker.extract.tables.mean_cells import (
    BRACKETED,
    LABEL,
    Printed,
    agree,
    could_be_whole,
    group,
    kind_of,
    marks_spread,
    of_paper,
    show_test,
)
from checker.extract.whole_numbers import is_whole
from checker.kinds import MeanComparison, Summary

_LABELS = re.compile(LABEL)
_ANOTHER_SUMMARY = re.compile(r"median|iqr|inter-?quartile|range|\bci\b|confidence|geometric|adjusted|change|differen")
_SAYS_MEAN = re.compile(r"\bmeans?\b|±|\+/-|average")
# Columns of one group at several times; rows of part of the people.
_SAME_PEOPLE = re.compile(
    r"\b(?:before|after|baseline|pre|post|initial|final|follow-?up|admission|discharge|change|differen\w*|months?|weeks?|"
    r"days?|years?|visits?|entry|end)\b|\bpre-?op|\bpost-?op"
)
_OTHER_WEIGHTS = re.compile(r"adjust|weighted|least[- ]squares|geometric|standardi[sz]ed")
_OWN_SIZE = re.compile(r"\bn ?=")


class Cell(Printed):
    """A mean in a cell, and the size of its column."""

    column: Column


class Row(msgspec.Struct):
    """A row of means and its p.

    ``independent``: it compares two groups of people, each as large as its column. ``filled``: how many groups have
    figures in it.
    """

    number: int
    label: str
    cells: list[Cell]
    p: Token | None
    independent: bool
    filled: int


def find(grid: Grid, drafts: Drafts) -> None:
    """Add claims for means with the p of their row, and for means of whole numbers."""
    tests = grid.tests()
    groups = [column for column in grid.columns if column not in tests and not OF_ALL.search(grid.head(column))]
    rows = []
    for row in grid.body:
        cells = [made for column in groups if (made := _cell(grid, row, column)) is not None]
        if cells:
            label = f"{grid.heading(row)} {grid.label(row)}".strip()
            filled = [column for column in groups if grid.figures(row, column)]
            heads = " and ".join(grid.head(column) for column in filled)
            apart = len(filled) == 2 and not _SAME_PEOPLE.search(heads) and not _OWN_SIZE.search(label)
            p = p_value([token for column in tests for token in grid.figures(row, column)])
            rows.append(Row(row, label, cells, p, apart, len(filled)))
    if not rows:
        return
    if tests:
        _compare(grid, drafts, rows, test_of(grid.page, grid.about))
    _combine(grid, drafts, rows, [column for column in grid.columns if column not in (*tests, *groups)])
    for each in rows:
        for mean in each.cells:
            _count(grid, drafts, each, mean)


def _cell(grid: Grid, row: int, column: int) -> Cell | None:
    """The mean in a cell, where the column has a size and somebody says what the cell holds."""
    figures, size = grid.figures(row, column), grid.size(row, column)
    if len(figures) != 2 or size is None or size.size < 2:
        return None
    value, spread = figures
    if value.comparator != "=" or spread.comparator != "=" or spread.value < 0 or "%" in (value.unit, spread.unit):
        return None
    gap = grid.page.low[value.end : spread.start]
    own = f"{grid.heading(row)} {grid.label(row)}"
    told = next((words for words in (own, grid.head(column), grid.about) if _LABELS.search(words)), "")
    kinds: set[SpreadName] = {"sd" if found["sd"] else "se" for found in _LABELS.finditer(told)}
    kind = kinds.pop() if len(kinds) == 1 else None
    marked = marks_spread(gap)
    if marked:
        named = kind_of(marked) if marked["sd"] or marked["se"] else None
        return Cell(value, spread, named or kind or of_paper(grid.page), size)
    if not BRACKETED.fullmatch(gap) or kind is None or _ANOTHER_SUMMARY.search(f"{own} {grid.head(column)}"):
        return None
    if told is not own and ("%" in f"{own} {grid.head(column)}" or not value.decimals):
        # ``Values are mean (SD) or n (%)``: a whole number may be a count.
        return None
    if told is grid.about and not _SAYS_MEAN.search(told):
        return None
    return Cell(value, spread, kind, size)


def _compare(grid: Grid, drafts: Drafts, rows: list[Row], test: Literal["t", "welch"] | None) -> None:
    """Claims for the rows whose p is that of a t test; for others where the paper states it, or other rows show it."""
    pairs = [
        (row.label, row.cells[0], row.cells[1], row.p)
        for row in rows
        if row.p is not None and row.independent and len(row.cells) == 2 and row.cells[0].kind is row.cells[1].kind
    ]
    agreeing = [agree(one, other, (one.column.size, other.column.size), p) for _, one, other, p in pairs]
    shown = show_test(agreeing, [p for _, _, _, p in pairs])
    for good, (label, one, other, p) in zip(agreeing, pairs, strict=True):
        strict = test is not None and one.kind is not None and not _ANOTHER_SUMMARY.search(label)
        if not good and not strict and not shown:
            continue
        drafts.add(
            MeanComparison,
            grid.table,
            [one.value, one.spread, other.value, other.spread, p],
            label=label[:80] or None,
            groups=tuple(group(cell, None, _population(grid, drafts, cell)) for cell in (one, other)),
            p=reported(p),
            test=test if strict else None,
        )


def _combine(grid: Grid, drafts: Drafts, rows: list[Row], wholes: list[int]) -> None:
    """Claims for the mean of all beside those of the groups that make up the whole."""
    for row in rows:
        found = [made for column in wholes if (made := _cell(grid, row.number, column)) is not None]
        cells, whole = row.cells, found[0] if len(found) == 1 else None
        if whole is None or not 2 <= len(cells) == row.filled or _OWN_SIZE.search(row.label):
            continue
        if sum(cell.column.size for cell in cells) != whole.column.size or _OTHER_WEIGHTS.search(row.label):
            continue
        is_sd = {cell.kind for cell in (*cells, whole)} == {"sd"}
        drafts.add(
            Summary,
            grid.table,
            [whole.value, whole.spread, *(figure for cell in cells for figure in (cell.value, cell.spread))],
            label=row.label[:80] or None,
            statistic="mean",
            value=reported(whole.value),
            sd=reported(whole.spread) if is_sd else None,
            of=_population(grid, drafts, whole),
            groups=tuple(group(cell, None, _population(grid, drafts, cell)) for cell in cells),
        )


def _population(grid: Grid, drafts: Drafts, cell: Cell) -> str:
    return declare(grid.page, drafts, cell.column)


def _count(grid: Grid, drafts: Drafts, row: Row, cell: Cell) -> None:
    """A claim for a mean of whole numbers, unless missing values, up to half of them, explain it."""
    size = cell.column.size
    sd = reported(cell.spread) if cell.kind == "sd" else None
    if not is_whole(row.label) or not could_be_whole(reported(cell.value), sd, size, size // 2):
        return
    drafts.add(
        Summary,
        grid.table,
        [cell.value, cell.spread],
        label=row.label[:80] or None,
        statistic="mean",
        value=reported(cell.value),
        sd=sd,
        of=_population(grid, drafts, cell),
        whole=True,
    )
