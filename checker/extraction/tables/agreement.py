"""With what sizes counts and percentages agree, and whether so many would agree with one by chance."""

import itertools
import math
from collections.abc import Collection, Iterator, Sequence

from checker.extraction.arithmetic import totals
from checker.extraction.tables.cells import Cells, Entry
from checker.rounding import unit

_LONGEST_RUN = 15
# Percentages that are of something else lie about so far from what a wrong size would give, in percentage points.
_APART = 10.0
_BY_CHANCE = 0.02
_LEAST_ALIKE, _LEAST_OF_KNOWN = 3, 2


def sizes(share: Entry, most: float = math.inf) -> range:
    """The whole numbers, up to one, of which a count makes its percentage."""
    least, greatest = totals(share.number.value, share.figure.value)
    greatest = min(greatest, most, 1000 * share.number.value)
    return range(math.ceil(max(least, share.number.value)), math.floor(greatest) + 1)


def agreed(
    shares: Sequence[Entry], most: float = math.inf, known: Collection[int] = ()
) -> tuple[int, list[Entry]] | None:
    """The size that most of some shares agree with, and those that do, where that is hardly by chance.

    ``known``: sizes that are printed somewhere; without one of them, exactly one size must be possible.
    """
    exact = [share for share in shares if share.figure.value.comparator == "="]
    found = [(options, share) for share in exact if (options := sizes(share, most))]
    segments = list(_segments([options for options, _ in found]))
    if not segments:
        return None
    number = max(votes for votes, _ in segments)
    best = [options for votes, options in segments if votes == number]
    printed = sorted({size for size in known for options in best if size in options})
    if len(printed) == 1:
        [size], tried, least = printed, len(known), _LEAST_OF_KNOWN
    elif len(best) == 1 and len(best[0]) == 1:
        size, tried, least = best[0][0], 0, _LEAST_ALIKE
    else:
        return None
    agreeing = [(options, share) for options, share in found if size in options]
    rarities = sorted(min(1.0, unit(share.figure.value) / _APART) for _, share in agreeing)
    by_chance = tried * math.prod(rarities)
    if not tried:
        by_chance = min(len(options) for options, _ in agreeing) * math.prod(rarities[:-1])
    # Of many figures, some agree with anything.
    by_chance *= math.comb(len(shares), len(agreeing)) if len(shares) < 60 else 1
    return (size, [share for _, share in agreeing]) if len(agreeing) >= least and by_chance <= _BY_CHANCE else None


def _segments(ranges: Sequence[range]) -> Iterator[tuple[int, range]]:
    """How many of some ranges hold the numbers between any two of their ends."""
    ends = sorted([(options.start, 1) for options in ranges] + [(options.stop, -1) for options in ranges])
    votes = 0
    for (start, change), (stop, _) in itertools.pairwise(ends):
        votes += change
        if stop > start and votes:
            yield votes, range(start, stop)


def runs(cells: Cells, column: Sequence[Entry]) -> Iterator[tuple[Sequence[Entry], int]]:
    """Rows below each other, under one heading, whose counts make a size of which each is its percentage."""
    at = 0
    while at < len(column):
        heading = cells.grid.group(column[at].row)
        least, most, size, length = 0.0, math.inf, 0, 0
        for last, share in enumerate(column[at : at + _LONGEST_RUN]):
            low, high = totals(share.number.value, share.figure.value)
            least, most, size = max(least, low), min(most, high), size + int(share.number.value)
            exact = share.figure.value.comparator == "="
            if cells.grid.group(share.row) != heading or not exact or least > most or size > most:
                break
            if last and least <= size:
                length = last + 1
        if length:
            run = column[at : at + length]
            yield run, int(sum(share.number.value for share in run))
        at += length or 1
