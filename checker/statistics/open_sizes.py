"""Two groups compared of whose sizes only so much is known: by how many standard errors they differ.

Figures known to their printed digits come as ranges `(low, high)`, and answers are ranges that hold every value those
allow. Sizes may be fractions: half of an odd number. The z of two shares grows as either moves away from the other, so
the ends suffice, but for shares that may be equal.
"""

from __future__ import annotations

from itertools import product
from math import inf, sqrt

from checker.statistics import tails
from checker.statistics.tails import Range

Sizes = tuple[float, float]


def z_of_shares(one: Range, other: Range, sizes: Sizes, *, corrected: bool = False) -> Range:
    """The z of two shares with their variance pooled, of which the square is chi-squared; `corrected` as by Yates.

    >>> low, high = z_of_shares((0.45, 0.45), (0.30, 0.30), (60, 60))
    >>> round(low, 4), round(high, 4)
    (1.6971, 1.6971)
    """
    found = [_z(a, b, sizes, corrected) for a, b in product(one, other)]
    return (0.0 if _meet(one, other) else min(found), max(found))


def p_of_means(
    means: tuple[Range, Range], spreads: tuple[Range, Range], sizes: Sizes, *, errors: bool = False
) -> Range:
    """The p of a t test of two means from their standard deviations and sizes; `errors`: from their standard errors.

    >>> low, high = p_of_means(((12.4, 12.4), (10.2, 10.2)), ((3.1, 3.1), (2.9, 2.9)), (30, 28))
    >>> round(low, 4), round(high, 4)
    (0.0071, 0.0071)
    """
    if min(sizes) < 1:
        raise ValueError(f"a group has a member or more, not {min(sizes)}")
    scale = [1.0 if errors else 1 / sqrt(size) for size in sizes]
    low, high = (
        sqrt(sum((spread[end] * part) ** 2 for spread, part in zip(spreads, scale, strict=True))) for end in (0, 1)
    )
    return _p(_apart(*means), (low, high), max(1.0, sum(sizes) - 2))


def p_of_pairs(
    means: tuple[Range, Range], spreads: tuple[Range, Range], size: float, correlations: Range, *, errors: bool = False
) -> Range:
    """The p of a t test of pairs, whose correlation lies in a range; `errors`: the spreads are standard errors.

    >>> low, high = p_of_pairs(((5, 5), (4, 4)), ((2, 2), (2, 2)), 16, (0.0, 0.5))
    >>> round(low, 4), round(high, 4)
    (0.0639, 0.1777)
    """
    if size < 2:
        raise ValueError(f"a test needs two pairs or more, not {size}")
    found = [
        sqrt(max(0.0, a**2 + b**2 - 2 * r * a * b)) * (1.0 if errors else 1 / sqrt(size))
        for a, b, r in product(*spreads, correlations)
    ]
    return _p(_apart(*means), (min(found), max(found)), size - 1)


def _z(a: float, b: float, sizes: Sizes, corrected: bool) -> float:
    n, m = sizes
    pooled = (a * n + b * m) / (n + m)
    variance = pooled * (1 - pooled) * (1 / n + 1 / m)
    apart = abs(a - b)
    if corrected:
        apart = max(0.0, apart - (1 / n + 1 / m) / 2)
    return apart / sqrt(variance) if variance > 0 else 0.0


def _apart(one: Range, other: Range) -> Range:
    return tails.magnitudes((one[0] - other[1], one[1] - other[0]))


def _p(apart: Range, errors: Range, freedom: float) -> Range:
    low = apart[0] / errors[1] if errors[1] else (inf if apart[0] else 0.0)
    high = apart[1] / errors[0] if errors[0] else (inf if apart[1] else 0.0)
    return tails.t_p((low, high), freedom)


def _meet(one: Range, other: Range) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
