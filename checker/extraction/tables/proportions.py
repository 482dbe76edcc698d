"""Counts and percentages in the cells of a table, each of its column, of its row, or of a row above it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from checker.extraction.arithmetic import LEAST_KNOWN, fits, nearly
from checker.extraction.drafts import count, reported
from checker.extraction.grids.grid import Column, population
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables.across import Base, of_rows, place
from checker.extraction.tables.agreement import sizes
from checker.extraction.tables.bases import Bases, missing
from checker.extraction.tables.cells import Cells, Entry, proposal
from checker.extraction.tables.implied import tables
from checker.kinds import Proportion
from checker.model import Certainty
from checker.paper import Population

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
# Of whom only women, or only men, are counted; how many these are is another matter.
_ONE_SEX = re.compile(
    r"prostat|gyna?ecolog|\bovar|uter|endometr|cervical (?:cancer|smear)|menopaus|pregnan|gravid|\bparity|menstru|"
    r"menarche|testic|\bfemale \w|\bmale \w|erectil|lactat|breast-?feed"
)
_OF_PART = "its row may be of some in every group"
_OF_ANOTHER = "it may be a share of those whom another row counts"
_UNSIZED = "nothing says of how many it is"
_UNSIGNED = "what its brackets hold has no sign, and may be something else than a percentage"
_LEAST_RECONCILED = 2
# How often one of the rows of a column would be what a percentage is of, by chance, at most.
_BY_CHANCE = 0.05
_MOST_OPTIONS, _MOST_ROWS = 12, 60
# How many shares of a column to each side are looked at: more than a table has.
_NEAR = 150


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every share."""
    for cells in tables(page):
        across = of_rows(cells)
        columns: dict[int, list[Entry]] = defaultdict(list)
        for share in cells.shares:
            columns[share.column].append(share)
        down = [share for share in cells.shares if share.figure.total is None and place(share) not in across]
        bases = Bases(cells, down)
        for column in columns.values():
            for at, share in enumerate(column):
                if share.figure.total is not None:
                    yield _proposal(cells, share, share.figure.total, "count, total and percentage in one row")
                elif place(share) not in across:
                    yield from _of_column(cells, share, column[max(0, at - _NEAR) : at + _NEAR], bases)
                elif isinstance(total := across[place(share)], Token):
                    yield _proposal(cells, share, total, "percentages of this row are of its total", Certainty.NAMED)
                elif total is not None:
                    of, populations = _hidden(cells, share, total)
                    yield _proposal(cells, share, None, total.inferred, Certainty.GUESSED, populations, of=of)


def _proposal(
    cells: Cells, share: Entry, total: Token | None, why: str, certainty: Certainty = Certainty.PRINTED,
    populations: dict[str, Population] | None = None, **fields: Any,
) -> Proposal:  # fmt: skip
    figures = (share.span,) if total is None or total is share.figure.total else (share.span, total)
    return proposal(
        cells.grid, Proportion, share.row, figures, (share.number, share.figure.value), why, certainty, populations,
        count=count(share.number), total=count(total), percent=reported(share.figure.value), **fields,
    )  # fmt: skip


def _of_column(cells: Cells, share: Entry, column: Sequence[Entry], bases: Bases) -> Iterator[Proposal]:
    """The share as one of the people in its column, and how sure that is."""
    grid, number, percent = cells.grid, share.number.value, share.figure.value
    size = cells.size(share.row, share.column)
    if size is not None and _makes(2 * size.size, share) and _TWO_EACH.search(f"{share.said.own} {share.said.about}"):
        return
    base = bases.of(share)
    printed = grid.size(share.row, share.column)
    if size is not None and printed is not None and _are_alike(size.size, printed.size):
        # One figure asks for its column, whose size would be wrong for most of them.
        misfits = (other for other in column if not nearly(other.number.value, printed.size, other.figure.value))
        if next(misfits, None) is share:
            why = f"most percentages of its column are of {size.size}, and not of the {printed.size} that it prints"
            of, populations = population(grid.page, printed)
            yield _proposal(cells, share, None, why, Certainty.GUESSED, populations, cause=why, of=of)
            return
    one_sex = size is not None and not cells.fits(share) and _ONE_SEX.search(share.said.own)
    larger = size is not None and base is not None and base.size > size.size
    if size is None or larger or (base is None and (one_sex or share.column in bases.strange)):
        certainty = Certainty.IMPLIED if base is not None else Certainty.GUESSED
        base = base or bases.levels.get(share.figure.value.start)
        if base is None:
            yield _proposal(cells, share, None, _UNSIZED, Certainty.NAMED)
            return
        of, populations = _hidden(cells, share, base)
        cause = base.inferred if certainty is Certainty.GUESSED else None
        yield _proposal(cells, share, None, base.inferred, certainty, populations, cause=cause, of=of)
        return
    of, populations = population(grid.page, size)
    alternatives: tuple[str, ...] = ()
    doubt = None
    if not cells.fits(share):
        part = _subtotal(share, column)
        if base is not None and (part is None or part.number.value != base.size):
            other, more = _hidden(cells, share, base)
            alternatives, populations = (other,), {**populations, **more}
        elif part is not None and not _is_of_part(cells, share, part, size, column):
            doubt = _doubt(cells, share, size, column) or _OF_ANOTHER
        elif part is not None:
            whole = Column(int(part.number.value), grid.title(part.row) or "", part.span)
            other, more = population(grid.page, whole)
            alternatives, populations = (other,), {**populations, **more}
        elif not nearly(number, size.size, percent):
            if share.row in bases.partial:
                yield _proposal(cells, share, None, _OF_PART, Certainty.NAMED)
                return
            doubt = _doubt(cells, share, size, column)
    if share.span.start in cells.unsure:
        doubt = doubt or _UNSIGNED
    certainty = Certainty.NAMED if doubt is None else Certainty.GUESSED
    why = doubt or f"counted in its column, {of}"
    cause = doubt or (base.inferred if base is not None else None)
    if size.inferred is not None:
        # Which of several misfits is to blame, nobody knows who does not know the size.
        cause = doubt or f"the size of its column is not printed: {size.inferred}"
        certainty, why = Certainty.GUESSED, doubt or f"the size of its column is not printed: {size.inferred}"
    yield _proposal(cells, share, None, why, certainty, populations, cause=cause, of=of, alternatives=alternatives)


def _hidden(cells: Cells, share: Entry, base: Base) -> tuple[str, dict[str, Population]]:
    """The size behind a percentage that is printed nowhere, and why it is that."""
    return population(
        cells.grid.page, Column(base.size, f"those with {share.said.own[:40].strip()}", share.span, base.inferred)
    )


def _are_alike(size: int, other: int) -> bool:
    """Whether one size is what a few more or fewer people make of another, or a slip of one digit or two."""
    one, two = str(size), str(other)
    slip = len(one) == len(two) and (
        sorted(one) == sorted(two) or sum(a != b for a, b in zip(one, two, strict=True)) == 1
    )
    return size != other and (slip or LEAST_KNOWN * max(size, other) <= min(size, other))


def _makes(total: float, share: Entry) -> bool:
    return fits(share.number.value, total, share.figure.value)


def _subtotal(share: Entry, column: Sequence[Entry]) -> Entry | None:
    """The row of its column of which it is a share, the nearest above before any below."""
    others = [other for other in column if other.row != share.row]
    near = [*reversed([other for other in others if other.row < share.row]), *others][:_MOST_ROWS]
    return next((other for other in near if _makes(other.number.value, share)), None)


def _is_of_part(cells: Cells, share: Entry, part: Entry, size: Column, column: Sequence[Entry]) -> bool:
    """Whether more than a chance agreement shows that a share is of those in another row of its column.

    Of many rows one fits nearly any percentage of few digits. Below that row itself, or where another share of its
    heading or of its row is of the same row, it is one of them.
    """
    if part.row == share.row - 1:
        return True
    counts = {other.number.value for other in column if share.number.value <= other.number.value < size.size}
    options = sizes(share, size.size)
    if len(counts) * len(options) <= _BY_CHANCE * (size.size - share.number.value + 1):
        return True
    heading = cells.grid.group(share.row)
    others = [
        (other, other.number.value, part.number.value)
        for other in column
        if heading >= 0 and cells.grid.group(other.row) == heading and other.row != share.row
    ]
    of_row = {other.column: other for other in cells.shares if other.row == part.row}
    others += [
        (other, other.number.value, of_row[other.column].number.value)
        for other in cells.shares
        if other.row == share.row and other.column != share.column and other.column in of_row
    ]
    return any(number and not cells.fits(other) and _makes(total, other) for other, number, total in others)


def _doubt(cells: Cells, share: Entry, size: Column, column: Sequence[Entry]) -> str | None:
    """Why a share that does not fit its column may be one of others, if it may."""
    if not sizes(share, size.size - 1):
        return None
    if _OF_SOME.search(share.said.own):
        return "its row speaks of some of those in its column"
    if missing(share, size.size):
        return "values of some may be missing"
    fitting = [other for other in column if other is not share and cells.fits(other)]
    if len(fitting) < _LEAST_RECONCILED:
        return "hardly anything shows that the percentages of this column are of its size"
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
