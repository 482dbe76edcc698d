"""Counts and percentages in the cells of a table, each of its column, of its row, or of a row above it."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from checker.extract.arithmetic import LEAST_KNOWN, fits, nearly
from checker.extract.drafts import count, reported
from checker.extract.numbers import Token
from checker.extract.proposals import Proposal
from checker.extract.sentences import Page
from checker.extract.tables.cells import Cells, Entry, proposal, tables
from checker.extract.tables.grid import Column, population
from checker.kinds import Proportion
from checker.model import Certainty
from checker.paper import Population
from checker.rounding import unit

# Words that make a row's denominator a part of the column.
_OF_SOME = re.compile(
    r"\bamong\b|\bof (?:those|these|whom|them|the )|\bif\b|\bonly\b|evaluable|available|assessable|\bin (?:women|men|"
    r"females|males|girls|boys|patients|those|cases|survivors|responders)\b|\bwho\b|\bwith known\b|n ?="
)
# Of which everybody has two.
_TWO_EACH = re.compile(
    r"\b(?:alleles?|allelic|chromosomes?|haplotypes?|eyes?|ears?|knees?|hips?|kidneys?|breasts?|hands?|feet|legs?|limbs?|"
    r"ovar(?:y|ies)|arms|sides|parents)\b"
)
_LEAST_RECONCILED = 2
# So many percentages, and so much of them, must be of a column's totals.
_LEAST_OF_ROWS, _MOST_OF_ROWS = 3, 0.7
_MOST_OPTIONS, _MOST_ROWS = 12, 60
# How many shares of a column to each side are looked at: more than a table has.
_NEAR = 150


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every share."""
    for cells in tables(page):
        across = _of_rows(cells)
        columns: dict[int, list[Entry]] = defaultdict(list)
        for share in cells.shares:
            columns[share.column].append(share)
        for column in columns.values():
            for at, share in enumerate(column):
                if share.figure.total is not None:
                    yield _proposal(cells, share, share.figure.total, "count, total and percentage in one row")
                elif share.row not in across:
                    yield from _of_column(cells, share, column[max(0, at - _NEAR) : at + _NEAR])
                elif (total := across[share.row]) is not None:
                    yield _proposal(cells, share, total, "percentages of this row are of its total", Certainty.NAMED)


def _proposal(
    cells: Cells, share: Entry, total: Token | None, why: str, certainty: Certainty = Certainty.PRINTED,
    populations: dict[str, Population] | None = None, **fields: Any,
) -> Proposal:  # fmt: skip
    figures = (share.span,) if total is None or total is share.figure.total else (share.span, total)
    return proposal(
        cells.grid, Proportion, share.row, figures, (share.number, share.figure.value), why, certainty, populations,
        count=count(share.number), total=count(total), percent=reported(share.figure.value), **fields,
    )  # fmt: skip


def _of_rows(cells: Cells) -> dict[int, Token | None]:
    """The rows whose percentages are of the row (``12 (40%) | 18 (60%)`` of 30) rather than of the columns.

    With the total that the row prints in the column that holds the totals of most rows, where one does.
    """
    rows: dict[int, list[Entry]] = defaultdict(list)
    for share in cells.shares:
        if share.figure.total is None:
            rows[share.row].append(share)
    across: dict[int, Token | None] = {}
    most = 0
    for column in cells.grid.columns:
        alone = {row: figure for row in rows if (figure := cells.one(row, column)) is not None}
        totals = {row: figure.value for row, figure in alone.items() if figure.count is None and figure.value.countable}
        shares = [share for row in totals for share in rows[row]]
        fitting = sum(_makes(totals[share.row].value, share) for share in shares)
        if fitting > max(most, sum(map(cells.fits, shares))) and fitting >= max(
            _LEAST_OF_ROWS, _MOST_OF_ROWS * len(shares)
        ):
            most, across = fitting, {**totals}
    for row, several in rows.items():
        counts = [share.number.value for share in several]
        if row not in across and len(several) > 1:
            # The last column may be that of all.
            fitting = max(sum(_makes(total, share) for share in several) for total in (sum(counts), max(counts)))
            if fitting > sum(map(cells.fits, several)):
                across[row] = None
    return across


def _of_column(cells: Cells, share: Entry, column: Sequence[Entry]) -> Iterator[Proposal]:
    """The share as one of the people in its column, and how sure that is."""
    grid, number, percent = cells.grid, share.number.value, share.figure.value
    size = grid.size(share.row, share.column)
    if size is None or (_makes(2 * size.size, share) and _TWO_EACH.search(f"{share.said.own} {share.said.about}")):
        return
    of, populations = population(grid.page, size)
    alternatives: tuple[str, ...] = ()
    doubt = None
    if not cells.fits(share):
        part = _subtotal(share, column)
        if part is not None:
            whole = Column(int(part.number.value), grid.title(part.row) or "", part.span)
            other, more = population(grid.page, whole)
            alternatives, populations = (other,), {**populations, **more}
        elif not nearly(number, size.size, percent):
            doubt = _doubt(cells, share, size, column)
    certainty = Certainty.NAMED if doubt is None else Certainty.GUESSED
    why = doubt or f"counted in its column, {of}"
    yield _proposal(cells, share, None, why, certainty, populations, of=of, alternatives=alternatives)


def _makes(total: float, share: Entry) -> bool:
    return fits(share.number.value, total, share.figure.value)


def _subtotal(share: Entry, column: Sequence[Entry]) -> Entry | None:
    """The row of its column of which it is a share, the nearest above before any below."""
    others = [other for other in column if other.row != share.row]
    near = [*reversed([other for other in others if other.row < share.row]), *others][:_MOST_ROWS]
    return next((other for other in near if _makes(other.number.value, share)), None)


def _doubt(cells: Cells, share: Entry, size: Column, column: Sequence[Entry]) -> str | None:
    """Why a share that does not fit its column may be one of others, if it may."""
    if _OF_SOME.search(share.said.own):
        return "its row speaks of some of those in its column"
    fitting = [other for other in column if other is not share and cells.fits(other)]
    if len(fitting) < _LEAST_RECONCILED:
        return "hardly anything shows that the percentages of this column are of its size"
    percent, place = share.figure.value.value, unit(share.figure.value)
    least = 100 * share.number.value / (percent + place)
    most = 100 * share.number.value / (percent - place) if percent > place else float(size.size)
    if math.ceil(max(least, LEAST_KNOWN * size.size)) <= min(most, size.size):
        return "values of some may be missing"
    if _of_its_heading(cells, share, size.size, column):
        return "it may be a share of those whom its heading divides"
    # ``postmenopausal 12 (30)`` of the 40 who are not among the 40 men of a row.
    if any(_makes(size.size - other.number.value, share) for other in fitting[:_MOST_ROWS]):
        return "it may be a share of those whom another row leaves"
    return None


def _of_its_heading(cells: Cells, share: Entry, size: int, column: Sequence[Entry]) -> bool:
    """Whether it is a share of all that its heading divides, however many values are missing."""
    heading = cells.grid.group(share.row)
    alike = [other for other in column if heading >= 0 and cells.grid.group(other.row) == heading][:_MOST_OPTIONS]
    # The rows that a heading divides end before those that have it above them: nothing else says where.
    for last in range(2, len(alike) + 1):
        options = alike[:last]
        total = sum(other.number.value for other in options)
        fitting = [other for other in options if _makes(total, other)]
        if share in fitting and total <= size and 2 * len(fitting) > len(options):
            return True
    return False
