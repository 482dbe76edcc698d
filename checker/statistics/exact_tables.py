"""Fisher-Freeman-Halton exact test of tables larger than two-by-two."""

from __future__ import annotations

from math import comb, lgamma
from typing import TYPE_CHECKING

from checker.statistics.contingency import Table, occupied

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# About half a second at worst; five million takes R's 4 x 4 example in one second.
DEFAULT_LIMIT = 1_000_000
# Log of R's relative tolerance for "as probable as the table observed".
LOG_TIE = 1e-7


def fisher_freeman_halton(table: Table, limit: int = DEFAULT_LIMIT) -> float | None:
    """Probability, given all margins, of the tables no more probable than that observed.

    The columns are split into two halves whose fillings are enumerated apart and then joined where
    their row sums add up, so that the work grows with the square root of the number of tables. None
    when a half has more than `limit` fillings, or when fewer than two rows or columns hold counts.
    ValueError for ragged rows or negative counts. Freeman & Halton, Biometrika 1951;38:141-149.
    """
    import numpy as np

    rows = occupied(table)
    if min(len(rows), len(rows[0]) if rows else 0) < 2:
        return None
    if len(rows) > len(rows[0]):
        rows = [list(column) for column in zip(*rows, strict=True)]
    row_sums = [sum(row) for row in rows]
    column_sums = [sum(column) for column in zip(*rows, strict=True)]
    halves = _balanced(column_sums, len(rows))
    left = _fillings(halves[0], row_sums, limit)
    right = _fillings(halves[1], row_sums, limit)
    if left is None or right is None:
        return None
    constant = sum(lgamma(size + 1) for size in row_sums + column_sums) - lgamma(sum(row_sums) + 1)
    observed = -sum(lgamma(cell + 1) for row in rows for cell in row)
    radix = np.array([1, *np.cumprod([size + 1 for size in row_sums[:-2]])], dtype=np.int64)
    full = int(np.array(row_sums[:-1]) @ radix)
    left_keys, left_weights = _sorted_groups(left, radix)
    right_keys, right_weights = _sorted_groups(right, radix)
    p = 0.0
    keys, starts = np.unique(left_keys, return_index=True)
    ends = np.append(starts[1:], len(left_keys))
    firsts = np.searchsorted(right_keys, full - keys, side="left")
    lasts = np.searchsorted(right_keys, full - keys, side="right")
    for start, end, first, last in zip(starts, ends, firsts, lasts, strict=True):
        if first == last:
            continue
        ours, theirs = left_weights[start:end], right_weights[first:last]
        # Scaled within the group: each factor stays below 1, as each table's probability does.
        scale = ours[-1]
        cumulated = np.concatenate(([0.0], np.cumsum(np.exp(theirs + (constant + scale)))))
        reach = np.searchsorted(theirs, observed + LOG_TIE - ours, side="right")
        p += float(np.exp(ours - scale) @ cumulated[reach])
    return min(p, 1.0)


def _balanced(column_sums: list[int], row_count: int) -> tuple[list[int], list[int]]:
    """Columns in two halves with about equal numbers of fillings."""
    halves: tuple[list[int], list[int]] = [], []
    sizes = [1, 1]
    for column in sorted(column_sums, reverse=True):
        smaller = 0 if sizes[0] <= sizes[1] else 1
        halves[smaller].append(column)
        sizes[smaller] *= comb(column + row_count - 1, row_count - 1)
    return halves


def _fillings(
    columns: list[int], row_sums: list[int], limit: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]] | None:
    """Row sums (one row a filling) and log weights -sum log x! of all fillings of these columns."""
    import numpy as np
    from scipy.special import gammaln

    capacity = np.array(row_sums)
    sums = np.zeros((1, len(row_sums)), dtype=np.int64)
    weights = np.zeros(1)
    for column in columns:
        if comb(column + len(row_sums) - 1, len(row_sums) - 1) > limit:
            return None
        parts = _compositions(column, row_sums)
        if len(sums) * len(parts) > limit:
            return None
        part_weights = -gammaln(parts + 1.0).sum(axis=1)
        sums = (sums[:, None, :] + parts[None, :, :]).reshape(-1, len(row_sums))
        weights = (weights[:, None] + part_weights[None, :]).reshape(-1)
        possible = (sums <= capacity).all(axis=1)
        sums, weights = sums[possible], weights[possible]
    return sums, weights


def _compositions(size: int, capacity: list[int]) -> NDArray[np.int64]:
    """All ways to place `size` in the rows within their capacities, one way a row."""
    import numpy as np

    ways = np.zeros((1, 0), dtype=np.int64)
    remaining = np.array([size])
    for room in capacity[:-1]:
        counts = np.minimum(remaining, room) + 1
        index = np.repeat(np.arange(len(ways)), counts)
        value = np.arange(len(index)) - np.repeat(np.cumsum(counts) - counts, counts)
        ways = np.column_stack([ways[index], value])
        remaining = remaining[index] - value
    fits = remaining <= capacity[-1]
    return np.column_stack([ways[fits], remaining[fits]])


def _sorted_groups(
    fillings: tuple[NDArray[np.int64], NDArray[np.float64]], radix: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the number that stands for each filling's row sums, and its weight, sorted by both."""
    import numpy as np

    sums, weights = fillings
    keys = sums[:, :-1] @ radix
    order = np.lexsort((weights, keys))
    return keys[order], weights[order]
