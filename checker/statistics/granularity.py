"""Which sums, and sums of squares, whole numbers can have with a given mean and standard deviation."""

from __future__ import annotations

from math import ceil, floor


def sums_within(low: float, high: float, total: int) -> range:
    """Sums of `total` whole numbers whose mean lies in low..high (GRIM); an empty range when there is none.

    ValueError for fewer than one. Brown & Heathers, Soc Psychol Personal Sci 2017;8:363-369.
    """
    if total < 1:
        raise ValueError(f"at least 1 needed, not {total}")
    return range(ceil(low * total), floor(high * total) + 1)


def squares_beside(squares: float, score_sum: int, total: int) -> tuple[int, ...]:
    """The nearest sums of squares at or below `squares` and above it that whole numbers with this sum can have.

    One has the parity of the sum, as every number has that of its square, and is no less than for the most even
    numbers (one result alone where that is above). From five numbers on all such are possible, by Lagrange's
    theorem on four squares; for fewer they are only necessary. Anaya, PeerJ Preprints 2016;4:e2400v1 (GRIMMER);
    Allard 2018.
    """
    quotient, rest = divmod(score_sum, total)
    least = rest * (quotient + 1) ** 2 + (total - rest) * quotient**2
    below = floor(squares)
    below -= (below - score_sum) % 2
    return tuple(sorted({max(below, least), max(below + 2, least)}))
