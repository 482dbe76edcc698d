"""Means with their spread in the cells of a table: the p of their row, the mean of all, and means of whole numbers.

``| Age, mean (SD) | 62.1 (8.4) | 63.0 (9.1) | 0.45 |`` under columns that print their size.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from checker.extraction import whole_numbers
from checker.extraction.arithmetic import LEAST_KNOWN
from checker.extraction.drafts import reported
from checker.extraction.grids.grid import OF_ALL, Column, p_value, population
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.stated_tests import test_of
from checker.extraction.surfaces.spreads import SpreadName, of_paper
from checker.extraction.tables.cells import Cells, proposal
from checker.extraction.tables.headings import ANOTHER_SUMMARY
from checker.extraction.tables.implied import tables
from checker.kinds import MeanComparison, MeanGroup, Summary
from checker.model import Certainty
from checker.paper import Population
from checker.rounding import interval
from checker.statistics import two_means
from checker.statistics.two_means import Sample

# Columns of one group at several times; rows of part of the people.
_SAME_PEOPLE = re.compile(
    r"\b(?:before|after|baseline|pre|post|initial|final|follow-?up|admission|discharge|change|differen\w*|months?|weeks?|"
    r"days?|years?|visits?|entry|end)\b|\bpre-?op|\bpost-?op"
)
_OTHER_WEIGHTS = re.compile(r"adjust|weighted|least[- ]squares|geometric|standardi[sz]ed")
_OWN_SIZE = re.compile(r"\bn ?=")
_FEWEST = 2
# So many figures whose p is that of a t test, and such a share, show which test the others have.
_WORD = re.compile(r"[a-z]{4,}")
_LEAST_AGREEING, _SHARE_AGREEING = 2, 0.75
# Where fewer do so of so many, it is another.
_LEAST_TESTED, _FEW_AGREEING = 3, 0.4


class Mean(msgspec.Struct):
    """A mean in a cell with its spread, an SD or SE where somebody says which, and the size of its column."""

    value: Token
    spread: Token
    kind: SpreadName | None
    column: Column

    def sample(self, kind: SpreadName) -> Sample:
        """What it is to a t test, as such a spread."""
        value, spread = interval(reported(self.value)), interval(reported(self.spread))
        scale = self.column.size**0.5 if kind == "se" else 1.0
        return Sample((value.low, value.high), (max(0.0, spread.low) * scale, spread.high * scale), self.column.size)

    def group(self, of: str) -> MeanGroup:
        """What it is in a claim."""
        spread: dict[str, Any] = {self.kind or "spread": reported(self.spread)}
        return MeanGroup(mean=reported(self.value), of=of, **spread)


class Row(msgspec.Struct):
    """A row of means and its p.

    ``columns``: those of the means. ``independent``: its groups are of different people, each as large as its column.
    ``filled``: how many groups have figures in it. ``whole``: the mean of all of them, where the row has one.
    """

    number: int
    label: str
    columns: list[int]
    means: list[Mean]
    p: Token | None
    independent: bool
    filled: int
    whole: Mean | None


def propose(page: Page) -> Iterator[Proposal]:
    """Claims for means with the p of their row, for the mean of all, and for means of whole numbers."""
    for cells in tables(page):
        found = rows(cells)
        if found:
            yield from _compared(cells, found, test_of(page, cells.grid.about))
        for row in found:
            yield from _combined(cells, row)
            for mean in row.means:
                yield from _counted(cells, row, mean)


def rows(cells: Cells) -> list[Row]:
    """The rows of a table that print means."""
    return list(_rows(cells))


def _rows(cells: Cells) -> Iterator[Row]:
    grid = cells.grid
    tests = grid.tests()
    wholes = [column for column in grid.columns if column not in tests and OF_ALL.search(grid.head(column))]
    groups = [column for column in grid.columns if column not in (*tests, *wholes)]
    # ``Second attempt, seconds`` is of those of whom another row says that they had one.
    counted = {
        frozenset(_WORD.findall(share.said.label))
        for share in cells.shares
        if (size := cells.size(share.row, share.column)) is not None and share.number.value < LEAST_KNOWN * size.size
    }
    for row in grid.body:
        found = {column: mean for column in groups if (mean := _mean(cells, row, column)) is not None}
        if found:
            label = f"{grid.heading(row)} {grid.label(row)}".strip()
            filled = [column for column in groups if grid.figures(row, column)]
            heads = " and ".join(grid.head(column) for column in filled)
            own = frozenset(_WORD.findall(grid.label(row)))
            of_some = bool(own) and any(own < words for words in counted)
            apart = not of_some and not _SAME_PEOPLE.search(heads) and not _OWN_SIZE.search(label)
            p = p_value([token for column in tests for token in grid.figures(row, column)])
            of_all = [mean for column in wholes if (mean := _mean(cells, row, column)) is not None]
            whole = of_all[0] if len(of_all) == 1 else None
            yield Row(row, label, list(found), list(found.values()), p, apart, len(filled), whole)


def _mean(cells: Cells, row: int, column: int) -> Mean | None:
    """The mean in a cell, where the column has a size."""
    figure, size = cells.one(row, column), cells.size(row, column)
    if figure is None or figure.spread is None or len(figure.tokens) != 2 or size is None or size.size < _FEWEST:
        return None
    value, spread = figure.value, figure.spread
    if value.comparator != "=" or spread.comparator != "=" or spread.value < 0 or "%" in (value.unit, spread.unit):
        return None
    kind: SpreadName | None = figure.spread_name or of_paper(cells.grid.page.low)
    return Mean(value, spread, kind, size)


def _proposal(
    cells: Cells, kind: type[Summary | MeanComparison], row: Row, figures: Sequence[Token], doubt: str | None,
    populations: dict[str, Population], **fields: Any,
) -> Proposal:  # fmt: skip
    own = figures[-1] if kind is MeanComparison else figures[0]
    why = doubt or "means of groups whose sizes their columns print"
    certainty = Certainty.NAMED if doubt is None else Certainty.GUESSED
    label = row.label[:80] or None
    return proposal(
        cells.grid, kind, row.number, figures, (own,), why, certainty, populations, **{"label": label, **fields}
    )


def grouped(cells: Cells, means: Sequence[Mean]) -> tuple[tuple[MeanGroup, ...], dict[str, Population]]:
    """The groups of a claim, and the populations that their columns are."""
    declared = [population(cells.grid.page, mean.column) for mean in means]
    groups = tuple(mean.group(name) for mean, (name, _) in zip(means, declared, strict=True))
    return groups, {name: each for _, populations in declared for name, each in populations.items()}


def _compared(cells: Cells, rows: Sequence[Row], test: Literal["t", "welch"] | None) -> Iterator[Proposal]:
    """Rows with a p: that of a t test where the paper states one or other rows show it; else nobody knows which."""
    pairs = [
        (row, row.means[0], row.means[1], row.p)
        for row in rows
        if row.p is not None
        and row.independent
        and len(row.means) == row.filled == 2
        and row.means[0].kind is row.means[1].kind
    ]
    agreeing = [_agree(one, other, p) for _, one, other, p in pairs]
    in_digits = [good for good, (_, _, _, p) in zip(agreeing, pairs, strict=True) if p.comparator == "="]
    shown = sum(in_digits) >= max(_LEAST_AGREEING, _SHARE_AGREEING * len(in_digits))
    if test is None and len(in_digits) >= _LEAST_TESTED and sum(in_digits) < _FEW_AGREEING * len(in_digits):
        # Nothing names a t test, and what most rows print is of another one.
        return
    for good, (row, one, other, p) in zip(agreeing, pairs, strict=True):
        strict = test is not None and one.kind is not None and not ANOTHER_SUMMARY.search(row.label)
        doubt = None if good or strict or shown else "another test than Student's may have given this p"
        groups, populations = grouped(cells, (one, other))
        figures = (one.value, one.spread, other.value, other.spread, p)
        stated = test if strict else None
        yield _proposal(
            cells, MeanComparison, row, figures, doubt, populations, groups=groups, p=reported(p), test=stated
        )


def _agree(one: Mean, other: Mean, p: Token) -> bool:
    """Whether a t test of the printed means gives the printed p, under either reading of spreads that nobody names."""
    printed = interval(reported(p))
    kinds: tuple[SpreadName, ...] = (one.kind,) if one.kind is not None else ("sd", "se")
    made = [
        two_means.p_value(test(one.sample(kind), other.sample(kind)))
        for kind in kinds
        for test in (two_means.student, two_means.welch)
    ]
    return any(printed.low <= high and low <= printed.high for low, high in made)


def _combined(cells: Cells, row: Row) -> Iterator[Proposal]:
    """The mean of all beside those of the groups that make up the whole."""
    whole, means = row.whole, row.means
    if whole is None or not _FEWEST <= len(means) == row.filled or _OWN_SIZE.search(row.label):
        return
    if sum(mean.column.size for mean in means) != whole.column.size or _OTHER_WEIGHTS.search(row.label):
        return
    groups, populations = grouped(cells, means)
    of, more = population(cells.grid.page, whole.column)
    figures = [whole.value, whole.spread, *(figure for mean in means for figure in (mean.value, mean.spread))]
    is_sd = {mean.kind for mean in (*means, whole)} == {"sd"}
    sd = reported(whole.spread) if is_sd else None
    yield _proposal(
        cells, Summary, row, figures, None, {**populations, **more}, statistic="mean", value=reported(whole.value),
        sd=sd, of=of, groups=groups,
    )  # fmt: skip


def _counted(cells: Cells, row: Row, mean: Mean) -> Iterator[Proposal]:
    """A mean of whole numbers; missing values, up to half of them, may explain one that is impossible."""
    size, value = mean.column.size, reported(mean.value)
    sd = reported(mean.spread) if mean.kind == "sd" else None
    if not whole_numbers.is_whole(row.label) or whole_numbers.says_nothing(value, size):
        return
    missing = whole_numbers.missing_values_explain(value, sd, size, size // 2)
    of, populations = population(cells.grid.page, mean.column)
    doubt = "values of some may be missing" if missing else None
    figures = (mean.value, mean.spread)
    yield _proposal(
        cells, Summary, row, figures, doubt, populations, statistic="mean", value=value, sd=sd, of=of, whole=True
    )
