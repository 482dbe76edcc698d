"""What functions of figures give that are known to their printed digits only."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

from checker.statistics.tails import Range


def over(function: Callable[..., float], *ranges: Range) -> Range:
    """The range of a function that is monotone in each of its arguments, whatever the others are.

    Arguments are ranges `(low, high)`; exact ones have equal ends. ValueError for a reversed range.

    >>> over(lambda a, b: a - b, (1, 2), (0, 1))
    (0.0, 2.0)
    """
    for low, high in ranges:
        if not low <= high:
            raise ValueError(f"the range {(low, high)} is reversed")
    found = [float(function(*corner)) for corner in product(*ranges)]
    return min(found), max(found)
