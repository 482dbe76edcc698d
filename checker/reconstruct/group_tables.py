"""The tables of counts that the groups of a comparison allow, when percentages stand for their counts."""

from collections.abc import Callable, Iterable
from itertools import product
from math import prod
from typing import NamedTuple

from checker.kinds import Group
from checker.model import Count
from checker.paper import Paper
from checker.reconstruct.counts import shortened

Row = tuple[int, int]

# A p of these tests needs more than the counts of the groups.
_OTHER_DATA = (
    "log-rank",
    "logrank",
    "cox",
    "regression",
    "logistic",
    "mcnemar",
    "paired",
    "mantel",
    "adjusted",
    "gray",
)
_FARTHEST_EDIT = 5


class Counted(NamedTuple):
    """The counts that one group may have; ``inferred`` where its percentage had to tell them."""

    counts: range
    total: int
    inferred: str | None = None


class Missing(NamedTuple):
    """What a group lacks for its counts to be known."""

    what: str


def counted(group: Group, paper: Paper, position: int) -> Counted | Missing:
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


def rests_on_other_data(test: str | None) -> Missing | None:
    """What a test lacks that the counts of the groups cannot give; None for a test of the counts."""
    if any(word in (test or "").lower() for word in _OTHER_DATA):
        return Missing(f"the data of each patient ({test})")
    return None


def counted_all(groups: Iterable[Group], paper: Paper) -> list[Counted] | Missing:
    """The counts of every group, or what the first lacks that lacks something."""
    found: list[Counted] = []
    for position, group in enumerate(groups):
        counts = counted(group, paper, position)
        if isinstance(counts, Missing):
            return counts
        found.append(counts)
    return found


def tables(groups: list[Counted], most: int) -> list[tuple[Row, ...]] | Missing:
    """Every table of (with, without) rows that the groups allow, unless there are more than ``most``."""
    if prod(len(group.counts) for group in groups) > most:
        return Missing("the counts: the percentages allow too many")
    totals = [group.total for group in groups]
    return [
        tuple((count, total - count) for count, total in zip(counts, totals, strict=True))
        for counts in product(*(group.counts for group in groups))
    ]


def edits(groups: list[Counted], gives: Callable[[tuple[Row, ...]], str | None]) -> dict[tuple[int, int], str]:
    """The smallest changes of one count, by group and new count, to a table of which ``gives`` says something."""
    if any(len(group.counts) > 1 for group in groups):
        return {}
    counts = [group.counts[0] for group in groups]
    for distance in range(1, _FARTHEST_EDIT + 1):
        found: dict[tuple[int, int], str] = {}
        for position, group in enumerate(groups):
            for count in (counts[position] - distance, counts[position] + distance):
                if 0 <= count <= group.total:
                    changed = [count if i == position else other for i, other in enumerate(counts)]
                    made = gives(tuple((c, g.total - c) for c, g in zip(changed, groups, strict=True)))
                    if made is not None:
                        found[position, count] = made
        if found:
            return found
    return {}


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
