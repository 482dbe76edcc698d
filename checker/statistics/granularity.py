"""Which integer counts, sums and sums of squares a printed percentage, mean or SD leaves possible.

A printed figure comes as the closed range of values it may stand for, `low` to `high`, so that ties
are decided by the caller's rounding rule and never here. Arithmetic is exact: ends may be int, Fraction
or Decimal; a float counts as the shortest decimal that prints it (0.285 is 285/1000). Proportions are
fractions, not percentages. All raise ValueError for a reversed range or a total that is too small.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import isqrt

Exact = int | Fraction | Decimal | float


def exact(value: Exact) -> Fraction:
    """Turn a number into a fraction, floats by their shortest decimal; ValueError for nan and infinity."""
    if isinstance(value, float):
        return Fraction(repr(value))
    return Fraction(value)


def counts_within(low: Exact, high: Exact, total: int) -> range:
    """Counts 0..total whose proportion lies in low..high; an empty range when none does."""
    least, most = _range(low, high)
    _require_total(total, 1)
    return range(max(_ceiling(least * total), 0), min(_floor(most * total), total) + 1)


def totals_admitting(low: Exact, high: Exact, totals: Iterable[int]) -> list[int]:
    """Those of `totals` of which some whole count has a proportion in low..high."""
    least, most = _range(low, high)
    least, most = max(least, Fraction(0)), min(most, Fraction(1))
    a, b = least.numerator, least.denominator
    c, d = most.numerator, most.denominator
    # Plain integers: this runs over thousands of totals.
    return [total for total in totals if total > 0 and -(-a * total // b) * d <= c * total]


def totals_of_count(count: int, low: Exact, high: Exact, maximum: int = 1_000_000) -> range:
    """Totals up to `maximum` of which `count` is a proportion in low..high."""
    least, most = _range(low, high)
    if count < 0:
        raise ValueError(f"a count cannot be {count}")
    if most < 0 or (most == 0 and count):
        return range(0)
    first = max(_ceiling(count / most) if most else 1, count, 1)
    last = _floor(count / least) if least > 0 else maximum
    return range(first, min(last, maximum) + 1)


def grim(low: Exact, high: Exact, total: int, items: int = 1) -> range:
    """Sums of `total` integer scores, each of `items` items, whose mean lies in low..high (GRIM).

    A mean of several items is a sum of integers over total times items. An empty range is an
    inconsistent mean. Brown & Heathers, Soc Psychol Personal Sci 2017;8:363-369.
    """
    least, most = _range(low, high)
    _require_total(total, 1)
    _require_total(items, 1)
    units = total * items
    return range(_ceiling(least * units), _floor(most * units) + 1)


def grimmer(
    mean_low: Exact,
    mean_high: Exact,
    sd_low: Exact,
    sd_high: Exact,
    total: int,
    items: int = 1,
    *,
    scale: tuple[int, int] | None = None,
    ddof: int = 1,
) -> bool:
    """Whether integers exist with this mean and this standard deviation (GRIMMER).

    The sum of squares must be an integer of the sum's parity, no smaller than for the most even
    scores and, given the ends `scale` of the response scale, no larger than for the most extreme.
    For five or more scores without a scale that is also enough; up to four are solved outright.
    `ddof` is 1 for the sample SD, 0 for the population's. Anaya, PeerJ Preprints 2016;4:e2400v1;
    Allard 2018 (analytic GRIMMER); a parity argument as in his test 3.
    """
    least_sd, most_sd = _range(sd_low, sd_high)
    _require_total(total, ddof + 1)
    if most_sd < 0:
        return False
    least_sd = max(least_sd, Fraction(0))
    squares_per_variance = (total - ddof) * items * items
    for score_sum in grim(mean_low, mean_high, total, items):
        base = Fraction(score_sum * score_sum, total)
        first = _ceiling(base + least_sd * least_sd * squares_per_variance)
        last = _floor(base + most_sd * most_sd * squares_per_variance)
        first = max(first, _least_squares(score_sum, total))
        if scale is not None:
            most = _most_squares(score_sum, total, scale[0] * items, scale[1] * items)
            if most is None:
                continue
            last = min(last, most)
        first += (first - score_sum) % 2
        if any(_solvable(score_sum, squares, total) for squares in range(first, last + 1, 2)):
            return True
    return False


def debit(mean_low: Exact, mean_high: Exact, sd_low: Exact, sd_high: Exact, total: int, *, ddof: int = 1) -> list[int]:
    """Counts of ones among `total` zeros and ones that give this mean and this SD (DEBIT).

    The variance of binary data is total/(total - ddof) p(1 - p). Heathers & Brown 2019, OSF 5vb3u.
    """
    least, most = _range(sd_low, sd_high)
    _require_total(total, ddof + 1)
    if most < 0:
        return []
    least = max(least, Fraction(0))
    units = total * (total - ddof)
    smallest, largest = least * least * units, most * most * units
    counts = counts_within(mean_low, mean_high, total)
    return [count for count in counts if smallest <= count * (total - count) <= largest]


def _range(low: Exact, high: Exact) -> tuple[Fraction, Fraction]:
    least, most = exact(low), exact(high)
    if least > most:
        raise ValueError(f"the range {low} to {high} is reversed")
    return least, most


def _require_total(total: int, minimum: int) -> None:
    if total < minimum:
        raise ValueError(f"at least {minimum} needed, not {total}")


def _ceiling(value: Fraction) -> int:
    return -(-value.numerator // value.denominator)


def _floor(value: Fraction) -> int:
    return value.numerator // value.denominator


def _least_squares(score_sum: int, total: int) -> int:
    """Smallest sum of squares of `total` integers with this sum: all within one of each other."""
    low, above = divmod(score_sum, total)
    return (total - above) * low * low + above * (low + 1) ** 2


def _most_squares(score_sum: int, total: int, bottom: int, top: int) -> int | None:
    """Largest sum of squares on a scale: all scores at its ends but one; None for an impossible sum."""
    if not bottom * total <= score_sum <= top * total:
        return None
    if bottom == top:
        return total * bottom * bottom
    at_top, rest = divmod(score_sum - bottom * total, top - bottom)
    if at_top == total:
        return total * top * top
    return at_top * top * top + (bottom + rest) ** 2 + (total - at_top - 1) * bottom * bottom


def _solvable(score_sum: int, squares: int, total: int) -> bool:
    """Whether `total` integers have this sum and this sum of squares, their parities agreeing."""
    if total == 1:
        return score_sum * score_sum == squares
    if total == 2:
        # Of x + y = s and x^2 + y^2 = q the difference is the square root of 2q - s^2.
        square = 2 * squares - score_sum * score_sum
        return square >= 0 and isqrt(square) ** 2 == square
    if total > 4:
        # By Lagrange's theorem on four squares every such sum has a solution from five scores on.
        return True
    spread = isqrt(max(squares, 0))
    return any(
        _least_squares(score_sum - score, total - 1) <= squares - score * score
        and _solvable(score_sum - score, squares - score * score, total - 1)
        for score in range(-spread, spread + 1)
    )
