"""The tables of counts that the groups of a comparison allow, when percentages stand for their counts."""

from itertools import product
from math import prod
from typing import NamedTuple

from checker.claimfile import ClaimFile
from checker.counts import shortened
from checker.model import Count, Group

Row = tuple[int, int]


class Counted(NamedTuple):
    """The counts that one group may have; ``inferred`` where its percentage had to tell them."""

    counts: range
    total: int
    inferred: str | None = None


class Missing(NamedTuple):
    """What a group lacks for its counts to be known."""

    what: str


def counted(group: Group, paper: ClaimFile, position: int) -> Counted | Missing:
    """The counts of a group: printed, or all those that make its percentage of its total."""
    name = group.name or group.of or f"group {position + 1}"
    total = paper.denominator(group)
    if total is None or total.value == 0:
        return Missing(f"the size of {name}")
    size = int(total.value)
    if group.count is not None:
        count = int(group.count.value)
        if count > size:
            return Missing(f"a count of {name} within its total of {size}")
        return Counted(range(count, count + 1), size)
    if group.percent is None:
        return Missing(f"a count or percentage of {name}")
    counts, _ = shortened(group.percent, Count(str(size)))
    printed = group.percent.literal.rstrip("%") + "%"
    if not counts:
        return Missing(f"a whole-number count in {name}: none of {size} makes {printed}")
    return Counted(counts, size, f"{printed} of {size}")


def tables(groups: list[Counted], most: int) -> list[tuple[Row, ...]] | None:
    """Every table of (with, without) rows that the groups allow; None when there are more than ``most``."""
    if prod(len(group.counts) for group in groups) > most:
        return None
    totals = [group.total for group in groups]
    return [
        tuple((count, total - count) for count, total in zip(counts, totals, strict=True))
        for counts in product(*(group.counts for group in groups))
    ]


def shown(table: tuple[tuple[int, ...], ...]) -> str:
    """A table in a sentence: ``16/30, 8/25`` for two outcomes, rows of counts for more."""
    if all(len(row) == 2 for row in table):
        return ", ".join(f"{row[0]}/{sum(row)}" for row in table)
    return ", ".join("+".join(map(str, row)) for row in table)


def inference(groups: list[Counted]) -> str | None:
    """A note on the counts that percentages had to tell; None when all are printed."""
    told = []
    for group in groups:
        if group.inferred is not None:
            low, high = group.counts[0], group.counts[-1]
            told.append(f"{group.inferred} is {low if low == high else f'{low}-{high}'}")
    return f"counts inferred: {', '.join(told)}" if told else None
