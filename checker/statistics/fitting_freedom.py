"""With which degrees of freedom a statistic has the p that is printed with it.

Statistic and p are ranges `(low, high)` of what may be printed so; answers are runs `(first, last)` of whole degrees
of freedom, in order, empty where none fits, searched from 1 to `most`. A run that ends at `most` may go on. ValueError
for reversed ranges, a statistic that cannot be, and a `most` below 1. Every whole number is tried, as the p of F
neither only falls nor only rises with either of its degrees of freedom.
"""

from __future__ import annotations

from math import inf
from typing import Any

from checker.statistics.tails import Range, magnitudes, share_of_sides

Runs = list[tuple[int, int]]

# Beyond, the p of t and that of z differ by less than printed digits show.
MOST = 5000
# A table of more rows and columns, or a model of more terms, is rarely tested as a whole.
MOST_NUMERATORS = 200


def of_t(statistic: Range, p: Range, sides: int = 2, most: int = MOST) -> Runs:
    """Degrees of freedom of Student's t.

    >>> of_t((2.195, 2.205), (0.0355, 0.0365))
    [(27, 32)]
    """
    from scipy.special import stdtr

    share = share_of_sides(sides)
    return _runs(lambda value, df: 2 * share * stdtr(df, -value), magnitudes(statistic), p, most)


def of_correlation(statistic: Range, p: Range, sides: int = 2, most: int = MOST) -> Runs:
    """Degrees of freedom of a correlation, two less than its pairs."""
    import numpy as np
    from scipy.special import stdtr

    share = share_of_sides(sides)
    low, high = magnitudes(statistic)
    if low > 1:
        raise ValueError(f"a correlation lies between -1 and 1, not at {statistic}")

    def tail(value: float, df: Any) -> Any:
        square = min(value * value, 1.0)
        t = np.sqrt(df * (square / (1 - square))) if square < 1 else np.full(df.shape, inf)
        return 2 * share * stdtr(df, -t)

    return _runs(tail, (low, high), p, most)


def of_chi_square(statistic: Range, p: Range, most: int = MOST) -> Runs:
    """Degrees of freedom of chi-squared, Q, H or a difference of deviances."""
    from scipy.special import chdtrc

    return _runs(lambda value, df: chdtrc(df, value), _not_negative(statistic), p, most)


def of_numerator(statistic: Range, df2: float, p: Range, most: int = MOST_NUMERATORS) -> Runs:
    """First degrees of freedom of F, where the second are right.

    >>> of_numerator((3.585, 3.595), 361, (0.0285, 0.0295))
    [(2, 2)]
    """
    from scipy.special import fdtrc

    return _runs(lambda value, df: fdtrc(df, df2, value), _not_negative(statistic), p, most)


def of_denominator(statistic: Range, df1: float, p: Range, most: int = MOST) -> Runs:
    """Second degrees of freedom of F, where the first are right."""
    from scipy.special import fdtrc

    return _runs(lambda value, df: fdtrc(df1, df, value), _not_negative(statistic), p, most)


def _runs(tail: Any, statistic: Range, p: Range, most: int) -> Runs:
    import numpy as np

    if most < 1:
        raise ValueError(f"1 or more degrees of freedom are tried, not up to {most}")
    if not p[0] <= p[1]:
        raise ValueError(f"the range {p} is reversed")
    df = np.arange(1.0, most + 1)
    fits = (tail(statistic[1], df) <= p[1]) & (tail(statistic[0], df) >= p[0])
    # Where it begins to fit and where it ends to.
    edges = np.flatnonzero(np.diff(np.concatenate(([0], fits.astype(np.int8), [0]))))
    return [(int(first) + 1, int(last)) for first, last in zip(edges[::2], edges[1::2], strict=True)]


def _not_negative(values: Range) -> Range:
    low, high = values
    if not low <= high:
        raise ValueError(f"the range {values} is reversed")
    if high < 0:
        raise ValueError(f"the statistic cannot be negative: {values}")
    return max(low, 0.0), high
