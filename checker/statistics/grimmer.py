"""Which standard deviations whole numbers can have with a given mean and number (GRIMMER, DEBIT).

Of n whole numbers with sum T and sum of squares Q, the variance is C/(n(n - 1)) with C = nQ - T^2, a whole number. C
does not change when all numbers move by one, so T counts only by its distance f from the nearest multiple of n. C is
least for numbers as even as may be, f(n - f), and goes up in steps of 2n, as every number is odd or even with its
square. From five numbers on, every such C is possible; for fewer, squares and sums of squares have gaps.

Anaya J. PeerJ Preprints 2016;4:e2400v1. Allard A. Analytic-GRIMMER, 2018. Heathers JAJ, Brown NJL. DEBIT, 2019.
"""

from __future__ import annotations

from functools import lru_cache
from math import floor, isqrt, sqrt
from typing import Any

from checker.statistics.exact import Bounds, Truth, Whole, chosen, larger, require, rowwise, smaller, square_root
from checker.statistics.granularity import sums

# So many whole numbers have every sum of squares that parity and evenness allow (Lagrange's four squares, and one).
_NO_GAPS = 5
# After so many sums of a column's row, the rest is looked at by itself.
_LOOKS = 64


def grimmer(mean: Bounds, sd: Bounds, total: Whole, items: Whole = 1, ddof: int = 1) -> Truth:
    """Whether ``total`` people can have the mean and the SD on a scale that averages ``items`` whole numbers of each.

    ``ddof``: 1 for the sample's SD, over n - 1; 0 for the population's, over n. False also where no sum has the mean.

    >>> mean, sd = Bounds(687, 689, 200), Bounds(493, 495, 200)  # 3.44 and 2.47
    >>> grimmer(mean, sd, 18)
    False
    """
    _require(total, items, ddof)
    return rowwise(_grimmer, _reach, mean, sd, total, items, ddof, many=_grimmer_many)


def debit(mean: Bounds, sd: Bounds, total: Whole, ddof: int = 1) -> Truth:
    """Whether ``total`` values that are all 0 or 1 can have the mean and the SD.

    >>> debit(Bounds(69, 71, 200), Bounds(35, 37, 200), 20)  # 0.35 and 0.18
    False
    """
    _require(total, 1, ddof)
    return rowwise(_debit, _reach, mean, sd, total, 1, ddof)


def squares_beside(squares: float, score_sum: int, total: int) -> tuple[int, ...]:
    """The nearest sums of squares at or below `squares` and above it that whole numbers with this sum can have.

    One result alone where that is the least of all.
    """
    fold = _fold(score_sum, total)
    wanted = total * floor(squares) - score_sum**2
    spread = greatest_spread(wanted, total, fold)
    found = [] if spread is None else [spread]
    more = fold * (total - fold) if spread is None else spread + 2 * total
    while total > 1 and not _possible(more, total):
        more += 2 * total
    found += [more] if total > 1 or spread is None else []
    return tuple((each + score_sum**2) // total for each in found)


def deviations_beside(sd: float, score_sum: int, total: int, ddof: int = 1) -> tuple[float | None, float | None]:
    """The nearest SDs at or below ``sd`` and above it that whole numbers with this sum can have; None for no such.

    >>> [f"{each:.3f}" for each in deviations_beside(2.04, 34, 10)]
    ['2.011', '2.066']
    """
    found: list[float | None] = [None, None]
    for squares in squares_beside(sd * sd * (total - ddof) + score_sum**2 / total, score_sum, total):
        value = sqrt((total * squares - score_sum**2) / (total * (total - ddof)))
        found[value > sd] = value
    return found[0], found[1]


def greatest_spread(limit: int, total: int, fold: int) -> int | None:
    """The greatest possible C up to a limit, or None where all are above it."""
    least = fold * (total - fold)
    if limit < least:
        return None
    if total == 1:
        return 0
    if total == 2:
        root = isqrt(limit)
        return (root - (root - fold) % 2) ** 2
    spread = least + (limit - least) // (2 * total) * 2 * total
    while not _possible(spread, total):
        spread -= 2 * total
    return spread


@lru_cache(maxsize=1 << 16)
def _possible(spread: int, total: int) -> bool:
    """Whether a C in step is that of so many whole numbers: for few of them, numbers that are no such sum are gaps."""
    if total >= _NO_GAPS:
        return True
    match total:
        case 1:
            return spread == 0
        case 2:
            # The square of the difference.
            return isqrt(spread) ** 2 == spread
        case 3:
            # Twice u^2 + uv + v^2 of the differences u and v.
            half = spread // 2
            return any(_is_square(4 * half - 3 * v * v) for v in range(isqrt(half // 3) + 1))
    # Sums of three squares of one parity; odd ones have no gaps, and of others half as large are Legendre's.
    rest = spread // 4
    if spread % 2 or rest == 0:
        return True
    while rest % 4 == 0:
        rest //= 4
    return rest % 8 != 7


def _is_square(value: int) -> bool:
    return isqrt(value) ** 2 == value


def spread_limits(sd: Bounds, total: Whole, items: Whole, ddof: int) -> tuple[Whole, Whole, Whole]:
    """Twice: the squared ends of the SD on the scale of C; and what to multiply C with to compare."""
    size = total * (total - ddof) * items * items
    low, high = larger(sd.low, 0), sd.high
    # An end below nought is no end.
    at_least = low * low * size + chosen(sd.low >= 0, sd.low_open, 0)
    at_most = high * high * size - sd.high_open
    return at_least, chosen(high >= 0, at_most, -1), sd.scale * sd.scale


def _folds(mean: Bounds, total: Whole, items: Whole) -> tuple[Whole, Whole, Truth]:
    """The least and the greatest distance from a multiple of n that a sum with the mean has, and whether there is one.

    The distances of successive sums leave no gap, so that all between the two are had.
    """
    first, last = sums(mean, total * items)
    low, high = first % total, last % total
    low, high = smaller(low, total - low), smaller(high, total - high)
    wraps = last // total > (first - 1) // total
    middle = total // 2
    passes = (last - middle) // total > (first - middle - 1) // total
    return chosen(wraps, 0, smaller(low, high)), chosen(passes, middle, larger(low, high)), first <= last


def _fold(score_sum: int, total: int) -> int:
    return min(score_sum % total, -score_sum % total)


def _grimmer(mean: Bounds, sd: Bounds, total: int, items: int, ddof: int) -> bool:
    fold, last, any_sum = _folds(mean, total, items)
    at_least, at_most, scale = spread_limits(sd, total, items, ddof)
    if not any_sum:
        return False
    limit = at_most // scale
    # Beyond, numbers as even as may be differ too much already.
    while fold <= last and fold * (total - fold) <= limit:
        spread = greatest_spread(limit, total, fold)
        if spread is not None and spread * scale >= at_least:
            return True
        fold += 1
    return False


def _grimmer_many(mean: Bounds, sd: Bounds, total: Whole, items: Whole, ddof: int) -> Truth:
    import numpy as np

    first, last = sums(mean, total * items)
    at_least, at_most, scale = spread_limits(sd, total, items, ddof)
    figures = (first, total, at_least, at_most // scale, scale)
    found = _with_sum(*figures) & (first <= last)
    # The first sum settles most rows; those that have further sums are looked at again.
    left = np.flatnonzero(~found & (first < last))
    for more in range(1, _LOOKS):
        if not left.size:
            return found
        score_sum, *others = (_at(figure, left) for figure in figures)
        found[left] = _with_sum(score_sum + more, *others)
        left = left[~found[left] & (_at(first, left) + more < _at(last, left))]
    columns = (mean, sd, total, items, ddof)
    found[left] = [_grimmer(*(_row(column, row) for column in columns)) for row in left.tolist()]
    return found


def _with_sum(score_sum: Whole, total: Whole, at_least: Whole, limit: Whole, scale: Whole) -> Truth:
    """Whether a possible C of numbers with this sum lies in the range."""
    import numpy as np

    over = score_sum % total
    least = over * (total - over)
    room = limit - least
    spread = limit - room % (2 * total)
    found = (room >= 0) & (spread * scale >= at_least)
    few = found & (total < _NO_GAPS)
    if few.any():
        rows = np.flatnonzero(few)
        columns = (total, least, spread, at_least, scale)
        found[rows] = _beside_gaps(*(np.broadcast_to(column, found.shape)[rows] for column in columns))
    return found


def _beside_gaps(total: Whole, least: Whole, spread: Whole, at_least: Whole, scale: Whole) -> Truth:
    """The same of few numbers, where the greatest C in step may be a gap."""
    import numpy as np

    found = np.zeros(total.shape, dtype=bool)
    left = np.flatnonzero(spread >= least)
    while left.size:
        for size in range(1, _NO_GAPS):
            of_size = left[total[left] == size]
            distinct, places = np.unique(spread[of_size], return_inverse=True)
            possible = np.array([_possible(int(each), size) for each in distinct], dtype=bool)
            found[of_size] = possible[places]
        left = left[~found[left]]
        spread[left] -= 2 * total[left]
        left = left[(spread[left] >= least[left]) & (spread[left] * scale[left] >= at_least[left])]
    return found


def _at(column: Whole, rows: Any) -> Whole:
    return column[rows] if hasattr(column, "ndim") and column.ndim else column


def _row(column: Any, row: int) -> Any:
    if isinstance(column, Bounds):
        return Bounds(*(_row(each, row) for each in column))
    return int(column[row]) if hasattr(column, "ndim") else column


def _debit(mean: Bounds, sd: Bounds, total: Whole, items: Whole, ddof: int) -> Truth:
    first, last = sums(mean, total)
    first, last = larger(first, 0), smaller(last, total)
    at_least, at_most, scale = spread_limits(sd, total, items, ddof)
    # Of so many ones, C is their number times that of the noughts: it grows up to the middle and falls again.
    middle = total // 2
    one, other = smaller(first, total - first), smaller(last, total - last)
    high = chosen((first <= middle) & (middle <= last), middle, larger(one, other))
    needed = -(-at_least // scale)
    under = larger(total * total - 4 * needed, 0)
    root = square_root(under) if hasattr(under, "ndim") else isqrt(under)
    fold = larger(smaller(one, other), (total - root) // 2)
    fold = fold + (fold * (total - fold) < needed)
    spread = fold * (total - fold)
    return (first <= last) & (fold <= high) & (spread >= needed) & (spread * scale <= at_most)


def _reach(mean: Bounds, sd: Bounds, total: Any, items: Any, ddof: Any) -> Any:
    size = total * (total + ddof) * items * items
    spread = (sd.low + sd.high) * (sd.low + sd.high) * size
    return (mean.low + mean.high + mean.scale) * total * items + spread + 4 * sd.scale * sd.scale * total * total


def _require(total: Whole, items: Whole, ddof: int) -> None:
    if ddof not in (0, 1):
        raise ValueError(f"an SD is over n - 1 or over n: ddof is 1 or 0, not {ddof}")
    require(total, 1 + ddof, "values")
    require(items, 1, "items")
