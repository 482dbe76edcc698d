"""Which means, percentages and medians of whole numbers can be printed as they are, by how many there are (GRIM).

Figures are ranges in whole numbers (`exact.Bounds`), so that no answer hangs on a floating-point digit. Numbers of
values, items and figures may be arrays of integers; so is the answer then.

Brown NJL, Heathers JAJ. Soc Psychol Personal Sci 2017;8:363-369.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from checker.statistics.exact import Bounds, Truth, Whole, larger, require, rowwise, smaller

_HUNDRED = 100


def sums(mean: Bounds, count: Whole) -> tuple[Whole, Whole]:
    """The first and the last sum of ``count`` whole numbers that have the mean; the last is below where none has.

    Exact for Python's integers; of arrays as far as 64 bits reach.

    >>> sums(Bounds(1037, 1039, 200), 28), sums(Bounds(1035, 1037, 200), 28)  # 5.19 and 5.18
    ((146, 145), (145, 145))
    """
    first = -((-(mean.low * count + mean.low_open)) // mean.scale)
    return first, (mean.high * count - mean.high_open) // mean.scale


def counts(percent: Bounds, total: Whole) -> tuple[Whole, Whole]:
    """The least and the greatest count of ``total`` that make the percentage; the greatest is below where none does."""
    first, last = sums(percent._replace(scale=_HUNDRED * percent.scale), total)
    return larger(first, 0), smaller(last, total)


def grim(mean: Bounds, total: Whole, items: Whole = 1) -> Truth:
    """Whether ``total`` people can have the mean on a scale that averages ``items`` whole numbers of each.

    >>> mean = Bounds(1037, 1039, 200)  # 5.19
    >>> grim(mean, 28), grim(mean, 13), grim(mean, 13, items=2)
    (False, False, True)
    """
    require(total, 1, "values")
    require(items, 1, "items")
    return rowwise(_grim, _reach, mean, total, items)


def _grim(mean: Bounds, total: Whole, items: Whole) -> Truth:
    count = total * items
    # The greatest sum that is not too great is great enough: one division instead of two.
    last = (mean.high * count - mean.high_open) // mean.scale
    return last * mean.scale >= mean.low * count + mean.low_open


def _reach(mean: Bounds, total: Any, items: Any) -> Any:
    return (mean.low + mean.high + mean.scale) * total * items


def grim_percent(percent: Bounds, total: Whole, items: Whole = 1) -> Truth:
    """Whether some count of ``total``, times ``items``, makes the percentage."""
    require(total, 1, "values")
    require(items, 1, "items")
    return rowwise(_grim_percent, _percent_reach, percent, total, items)


def _grim_percent(percent: Bounds, total: Whole, items: Whole) -> Truth:
    first, last = counts(percent, total * items)
    return first <= last


def _percent_reach(percent: Bounds, total: Any, items: Any) -> Any:
    return _HUNDRED * _reach(percent, total, items)


def grim_median(median: Bounds, total: Whole, items: Whole = 1) -> Truth:
    """Whether the median of ``total`` people can be so on a scale that averages ``items`` whole numbers of each.

    It is one of the values where their number is odd, and half-way between two of them where it is even.

    >>> half = Bounds(95, 95, 10)
    >>> grim_median(half, 30), grim_median(half, 7)
    (True, False)
    """
    require(total, 1, "values")
    require(items, 1, "items")
    return rowwise(_grim, _reach, median, 2 - total % 2, items)


def fractions_of(percent: Bounds, largest: int) -> list[tuple[int, int, int]]:
    """The totals up to ``largest`` of which some count makes the percentage, with the least and the greatest such."""
    found = ((*counts(percent, total), total) for total in range(1, largest + 1))
    return [(total, least, greatest) for least, greatest, total in found if least <= greatest]


def splits(fitting: Sequence[Sequence[int]], total: int) -> list[list[int]]:
    """The sizes that each of several groups can have, where only their sum is known.

    Args:
        fitting: for each group the sizes that its own figures allow.
        total: the sum of the sizes.

    Returns:
        For each group those of its sizes that some sizes of the others make the total with.

    >>> splits([[2, 5, 7], [3, 4]], 9)
    [[5], [4]]
    """
    mask = (1 << (total + 1)) - 1
    from_left = [1]
    for sizes in fitting:
        from_left.append(_shifted(from_left[-1], sizes) & mask)
    from_right = [1]
    for sizes in reversed(fitting):
        from_right.append(_shifted(from_right[-1], sizes) & mask)
    kept = []
    for position, sizes in enumerate(fitting):
        others = _convolved(from_left[position], from_right[len(fitting) - 1 - position]) & mask
        kept.append([size for size in sizes if size <= total and others >> (total - size) & 1])
    return kept


def _shifted(reached: int, sizes: Sequence[int]) -> int:
    """The sums that are reached with one more group, as the bits of a number."""
    more = 0
    for size in sizes:
        more |= reached << size
    return more


def _convolved(one: int, other: int) -> int:
    return _shifted(one, [bit for bit in range(other.bit_length()) if other >> bit & 1])


def impossible_share(mean: Bounds, total: int, items: int = 1) -> float:
    """The share of all means printed to so many places that ``total`` people cannot have; 0 where they can have any.

    >>> impossible_share(Bounds(1037, 1039, 200), 28)
    0.72
    """
    width = float(mean.high - mean.low) / mean.scale
    return float(max(0.0, 1.0 - total * items * width))
