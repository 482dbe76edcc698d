"""The least and the greatest standard deviation of values on a scale, given their mean and number.

Values spread most when all but one lie at the ends of the scale, so that for each sum there is one greatest SD; between
the sums that put all of them there, it is less than the bound of Bhatia & Davis (Am Math Mon 2000;107:353-357). Whole
numbers spread least when they are as even as may be. C is that of `grimmer`: n times the sum of squares, less the
square of the sum.
"""

from __future__ import annotations

from math import nan
from typing import Any

from checker.statistics.exact import Bounds, Whole, chosen, larger, require, rowwise, smaller
from checker.statistics.granularity import sums


def whole_sd_bounds(
    mean: Bounds,
    total: Whole,
    lowest: Whole,
    highest: Whole,
    *,
    items: Whole = 1,
    ddof: int = 1,
    attained: bool = False,
) -> tuple[Any, Any]:
    """The least and the greatest SD of ``total`` whole numbers from ``lowest`` to ``highest`` with the mean.

    Args:
        mean: as printed.
        total: how many there are; with several items, people.
        lowest: the least that an item can be.
        highest: the most that an item can be.
        items: whole numbers that are averaged for each person.
        ddof: 1 for the sample's SD, 0 for the population's.
        attained: whether the lowest and the highest are known to be among the values.

    Returns:
        Numbers, or arrays of them; not a number where no such values have the mean.

    >>> low, high = whole_sd_bounds(Bounds(83, 85, 20), 5, 1, 7)  # 4.2
    >>> f"{low:.2f} to {high:.2f}"
    '0.45 to 3.03'
    """
    require(total, 2 if attained else 1 + ddof, "values")
    require(items, 1, "items")
    figures = (mean, total, lowest, highest, items, ddof, int(attained))
    return rowwise(_least, _reach, *figures, to=float), rowwise(_greatest, _reach, *figures, to=float)


def _least(mean: Bounds, total: Whole, lowest: Whole, highest: Whole, items: Whole, ddof: int, attained: int) -> Any:
    first, last, width = _above_lowest(mean, total, lowest, highest, items, attained)
    if attained:
        others = larger(total - 2, 1)
        # One of the others more or less costs less the nearer their sum is to a multiple of their number, and all
        # cost least half-way between the ends.
        fewest, most = -(-(first - width) // others), (last - width) // others
        least = smaller(_evenly(first, total, width), _evenly(last, total, width))
        for half in (width // 2, width - width // 2):
            share = smaller(larger(half, fewest), most)
            spread = _evenly(width + share * others, total, width)
            least = chosen(fewest <= most, smaller(least, spread), least)
    else:
        one, other = first % total, last % total
        least = smaller(one * (total - one), other * (total - other))
        least = chosen(last // total > (first - 1) // total, 0, least)
    return _deviation(least, total, items, ddof, first <= last)


def _evenly(score_sum: Whole, total: Whole, width: Whole) -> Whole:
    """C where one value is at each end and the others are as even as may be."""
    others = larger(total - 2, 1)
    share, over = (score_sum - width) // others, (score_sum - width) % others
    squares = width * width + (others - over) * share * share + over * (share + 1) * (share + 1)
    return total * squares - score_sum * score_sum


def _greatest(mean: Bounds, total: Whole, lowest: Whole, highest: Whole, items: Whole, ddof: int, attained: int) -> Any:
    first, last, width = _above_lowest(mean, total, lowest, highest, items, attained)
    return _deviation(_most(first, last, total, width), total, items, ddof, first <= last)


def _most(first: Any, last: Any, total: Any, width: Any) -> Any:
    """The greatest C of values from 0 to ``width``, whole numbers or not, with a sum in a range."""
    step = chosen(width > 0, width, 1)
    fewest, most = -(-first // step), last // step
    at_top = smaller(larger(total // 2, fewest), most)
    ends = larger(_apart(first, total, step), _apart(last, total, step))
    return chosen(fewest <= most, larger(ends, at_top * (total - at_top) * width * width), ends)


def _apart(score_sum: Any, total: Any, width: Any) -> Any:
    """C where all values but one are at the ends."""
    at_top, between = score_sum // width, score_sum % width
    return total * (at_top * width * width + between * between) - score_sum * score_sum


def _above_lowest(
    mean: Bounds, total: Whole, lowest: Whole, highest: Whole, items: Whole, attained: int
) -> tuple[Whole, Whole, Whole]:
    """The sums above those of the lowest value alone, and the width of the scale, for persons' sums of items."""
    first, last = sums(mean, total * items)
    width = (highest - lowest) * items
    base = total * lowest * items
    nearest, farthest = (width, (total - 1) * width) if attained else (0, total * width)
    return larger(first - base, nearest), smaller(last - base, farthest), width


def _deviation(spread: Any, total: Any, items: Any, ddof: int, possible: Any) -> Any:
    size = total * (total - ddof)
    variance = chosen(possible, spread, 0) / size
    return chosen(possible, variance**0.5 / items, nan)


def _reach(mean: Bounds, total: Any, lowest: Any, highest: Any, items: Any, ddof: Any, attained: Any) -> Any:
    width = (highest + lowest) * items + 1
    score_sum = (mean.low + mean.high + mean.scale) * total * items + total * (lowest + highest) * items
    return 4 * total * total * (width + 1) * (width + 1) + 4 * score_sum * score_sum


def greatest_sd(mean: tuple[Any, Any], lowest: Any, highest: Any, total: Any, ddof: int = 1) -> Any:
    """The greatest SD of ``total`` values, whole or not, between two ends with a mean in a range.

    >>> f"{greatest_sd((5.0, 5.0), 0.0, 10.0, 3):.1f}"
    '5.0'
    """
    require(total, 1 + ddof, "values")
    width = highest - lowest
    first = smaller(larger(mean[0] - lowest, 0.0), width) * total
    last = smaller(larger(mean[1] - lowest, 0.0), width) * total
    return (larger(_most(first, last, total, width), 0.0) / (total * (total - ddof))) ** 0.5
