"""Percentages without a count, in columns of a known size: ``| Male | 62.5% |`` below ``(n = 24)``.

Whole counts of a small group make few percentages. That most of a table's are such ones shows that the others may be;
levels that stand side by side in most rows make 100.
"""

import math
import re
from collections.abc import Iterator, Sequence

from checker.extraction.arithmetic import chance, possible
from checker.extraction.drafts import reported
from checker.extraction.grids.grid import Column, population
from checker.extraction.grids.layout import SIZE
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables.cell import may_be_share
from checker.extraction.tables.cells import Cells, Entry, proposal
from checker.extraction.tables.headings import no_counts
from checker.extraction.tables.implied import tables
from checker.kinds import Group, Partition, Proportion
from checker.model import Certainty
from checker.rounding import SLACK, unit

# Measures that are percentages of something else than people.
_MEASURED = re.compile(
    r"a1c|ejection|fraction|\bfat\b|saturation|spo2|sao2|ha?ematocrit|predicted|fev|fvc|\bchange|loss|adheren|weight|"
    r"tbsa|burn|stenosis|\bcv\b|coefficient|accuracy|sensitivity|specificity|agreement|correct|recovery|humidity|yield"
)
_LEAST, _MOST, _BY_CHANCE = 4, 0.8, 0.01
_LEAST_ROWS, _MOST_ROWS = 3, 0.7
_LEAST_LEVELS, _ALL = 2, 100
_WHY, _ACROSS = "most percentages of the table are those of whole counts", "most rows of these columns make 100%"


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every such percentage, and for every row of such that make 100."""
    for cells in tables(page):
        bare = [entry for entry in cells.entries if _is_bare(entry)]
        if bare:
            yield from _of_columns(cells, bare)
            yield from _across(cells, bare)


def _is_bare(entry: Entry) -> bool:
    figure, said = entry.figure, entry.said
    if figure.tokens != (figure.value,) or not entry.alone or not may_be_share(figure.value):
        return False
    words = f"{said.own} {said.head}"
    marked = figure.value.unit == "%" or said.shares
    return marked and not no_counts(said.label) and _MEASURED.search(words) is None


def _of_columns(cells: Cells, bare: Sequence[Entry]) -> Iterator[Proposal]:
    sized = [(entry, size) for entry in bare if (size := _size(cells, entry)) is not None]
    made = [(entry.figure.value, size.size) for entry, size in sized if possible(entry.figure.value, size.size)]
    by_chance = math.prod(min(1.0, chance(percent, size)) for percent, size in made)
    if len(made) < max(_LEAST, _MOST * len(sized)) or by_chance > _BY_CHANCE:
        return
    for entry, size in sized:
        of, populations = population(cells.grid.page, size)
        percent = entry.figure.value
        yield proposal(
            cells.grid, Proportion, entry.row, (percent,), (percent,), _WHY, Certainty.GUESSED, populations, _WHY,
            percent=reported(percent), of=of,
        )  # fmt: skip


def _size(cells: Cells, entry: Entry) -> Column | None:
    """The size of a column, or, where none is printed, the one that the caption states."""
    grid = cells.grid
    size = cells.size(entry.row, entry.column)
    if size is not None or grid.table.caption is None or any(map(grid.sized, grid.columns)):
        return size
    stated = list(SIZE.finditer(grid.caption))
    if len(stated) != 1:
        return None
    return Column(int(re.sub(r"\D", "", stated[0]["size"])), grid.name, grid.table.caption)


def _across(cells: Cells, bare: Sequence[Entry]) -> Iterator[Proposal]:
    """Columns side by side whose percentages make 100 in most rows."""
    grid = cells.grid
    at = {(entry.row, entry.column): entry for entry in bare}
    columns = sorted({column for _, column in at})
    if len(columns) < _LEAST_LEVELS:
        return
    rows = [[at[row, column] for column in columns if (row, column) in at] for row in grid.body]
    full = [row for row in rows if len(row) == len(columns)]
    makes = [_make_hundred(row) for row in full]
    if sum(makes) < max(_LEAST_ROWS, _MOST_ROWS * len(makes)):
        return
    for row in full:
        percents = [entry.figure.value for entry in row]
        parts = tuple(Group(name=entry.said.head[:60], percent=reported(entry.figure.value)) for entry in row)
        yield proposal(
            grid, Partition, row[0].row, percents, (), _ACROSS, Certainty.GUESSED, None, _ACROSS, parts=parts,
            percentages=True,
        )  # fmt: skip


def _make_hundred(row: Sequence[Entry]) -> bool:
    """Whether percentages make 100, as far as the rounding of each allows."""
    percents = [entry.figure.value for entry in row]
    return abs(sum(percent.value for percent in percents) - _ALL) <= sum(map(unit, percents)) / 2 + SLACK
