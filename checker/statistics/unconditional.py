"""Unconditional exact tests of a two-by-two table: Barnard's and Boschloo's.

Rows are the two groups, whose sizes are fixed; columns are the outcomes. Each test orders all tables with
these group sizes and maximises the probability of those at least as extreme over the common proportion.
Slower than the tests of `checker.statistics.contingency` (milliseconds): to be tried after them.
ValueError for anything but a two-by-two table of counts; None when a row is empty or the groups are too
large (`MAXIMUM_TABLES`); 1 when a column is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.statistics.contingency import Margins, Table, TableTest, margins

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MAXIMUM_TABLES = 1_000_000
GRID = 400
ZOOM_POINTS = 41
ZOOMS = 4
# Statistics closer than this, relatively, are ties that rounding has parted.
TIE = 1e-10


def barnard(table: Table) -> float | None:
    """Barnard's test ordered by the absolute z statistic with pooled variance, two-sided.

    Barnard, Biometrika 1947;34:123-138 (scipy barnard_exact, R Exact z-pooled).
    """
    return _barnard(table, pooled=True, one_sided=False)


def barnard_unpooled(table: Table) -> float | None:
    """Barnard's test ordered by the absolute z statistic with unpooled variance, two-sided."""
    return _barnard(table, pooled=False, one_sided=False)


def barnard_one_sided(table: Table) -> float | None:
    """Barnard's test, pooled variance, in the direction of the data."""
    return _barnard(table, pooled=True, one_sided=True)


def boschloo(table: Table) -> float | None:
    """Boschloo's test as in scipy: twice the smaller one-sided p value, at most 1.

    Boschloo, Stat Neerl 1970;24:1-9: tables ordered by Fisher's one-sided p value.
    """
    p = boschloo_one_sided(table)
    return None if p is None else min(2 * p, 1.0)


def boschloo_one_sided(table: Table) -> float | None:
    """Smaller of the two one-sided Boschloo p values."""
    import numpy as np

    m = margins(table)
    if not _within_reach(m):
        return None
    if m.column1 == 0 or m.column2 == 0:
        return 1.0
    conditional = _conditional(m.row1, m.row2)
    p = 1.0
    for direction in (1, -1):
        fisher = _tails(conditional[:, ::direction])[:, ::direction]
        extreme = fisher <= fisher[m.column1, m.a] * (1 + TIE)
        p = min(p, _maximum(np.where(extreme, conditional, 0.0).sum(axis=1)))
    return p


def boschloo_two_sided_ordering(table: Table) -> float | None:
    """Boschloo's test with tables ordered by Fisher's two-sided p value (R Exact, two-sided)."""
    import numpy as np

    m = margins(table)
    if not _within_reach(m):
        return None
    if m.column1 == 0 or m.column2 == 0:
        return 1.0
    conditional = _conditional(m.row1, m.row2)
    order = np.argsort(conditional, axis=1)
    ordered = np.take_along_axis(conditional, order, axis=1)
    cumulated = np.cumsum(ordered, axis=1)
    # Equal probabilities share the sum that includes all of them: take it from the last of the tie.
    for j in range(ordered.shape[1] - 2, -1, -1):
        tied = ordered[:, j + 1] <= ordered[:, j] * (1 + 1e-7)
        cumulated[:, j] = np.where(tied, cumulated[:, j + 1], cumulated[:, j])
    fisher = np.empty_like(cumulated)
    np.put_along_axis(fisher, order, cumulated, axis=1)
    extreme = fisher <= fisher[m.column1, m.a] * (1 + TIE)
    return _maximum(np.where(extreme, conditional, 0.0).sum(axis=1))


UNCONDITIONAL: dict[str, TableTest] = {
    "barnard": TableTest(barnard, 2),
    "boschloo": TableTest(boschloo, 2),
    "barnard-unpooled": TableTest(barnard_unpooled, 2),
    "boschloo-two-sided-ordering": TableTest(boschloo_two_sided_ordering, 2),
    "one-sided barnard": TableTest(barnard_one_sided, 1),
    "one-sided boschloo": TableTest(boschloo_one_sided, 1),
}


def _within_reach(m: Margins) -> bool:
    return bool(m.row1 and m.row2) and (m.row1 + m.row2 + 1) * (m.row1 + 1) <= MAXIMUM_TABLES


def _barnard(table: Table, *, pooled: bool, one_sided: bool) -> float | None:
    import numpy as np

    m = margins(table)
    if not _within_reach(m):
        return None
    if m.column1 == 0 or m.column2 == 0:
        return 1.0
    successes = np.arange(m.total + 1.0)[:, None]
    x1 = np.arange(m.row1 + 1.0)[None, :]
    x2 = successes - x1
    p1, p2 = x1 / m.row1, x2 / m.row2
    if pooled:
        p = successes / m.total
        variance = p * (1 - p) * (1 / m.row1 + 1 / m.row2)
    else:
        variance = np.maximum(p1 * (1 - p1) / m.row1 + p2 * (1 - p2) / m.row2, 0.0)
    difference = np.where(x1 * m.row2 == x2 * m.row1, 0.0, p1 - p2)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = np.where(difference == 0, 0.0, difference / np.sqrt(variance))
    observed = z[m.column1, m.a]
    z = (z if observed >= 0 else -z) if one_sided else np.abs(z)
    extreme = z >= abs(observed) - TIE * max(abs(observed), 1.0) if np.isfinite(observed) else np.isposinf(z)
    return _maximum(np.where(extreme, _conditional(m.row1, m.row2), 0.0).sum(axis=1))


def _conditional(size1: int, size2: int) -> NDArray[np.float64]:
    """Hypergeometric probabilities: row s, column x1 holds P(x1 successes in group 1 | s in all)."""
    import numpy as np
    from scipy.special import gammaln

    def log_comb(n: int, k: NDArray[np.float64]) -> NDArray[np.float64]:
        value: NDArray[np.float64] = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
        return value

    s = np.arange(size1 + size2 + 1.0)[:, None]
    x1 = np.arange(size1 + 1.0)[None, :]
    x2 = s - x1
    possible = (x2 >= 0) & (x2 <= size2)
    x2 = np.clip(x2, 0, size2)
    logs = log_comb(size1, x1) + log_comb(size2, x2) - log_comb(size1 + size2, s)
    return np.where(possible, np.exp(np.minimum(logs, 0.0)), 0.0)


def _tails(conditional: NDArray[np.float64]) -> NDArray[np.float64]:
    """Probability of x1 or less within each row; impossible tables get 2, beyond any p value."""
    import numpy as np

    return np.where(conditional > 0, np.cumsum(conditional, axis=1), 2.0)


def _maximum(extreme_given_sum: NDArray[np.float64]) -> float:
    """Largest probability of an extreme table over the common proportion.

    Given s successes in all the probability does not depend on the proportion, so that the whole is a
    mixture over the binomial s: one polynomial, evaluated on a grid, then more finely about its peaks.
    """
    import numpy as np
    from scipy.special import gammaln, xlog1py, xlogy

    total = len(extreme_given_sum) - 1
    s = np.arange(total + 1.0)
    log_comb = gammaln(total + 1) - gammaln(s + 1) - gammaln(total - s + 1)

    def probability(angle: NDArray[np.float64]) -> NDArray[np.float64]:
        p = np.sin(angle)[:, None] ** 2
        logs = log_comb + xlogy(s, p) + xlog1py(total - s, -p)
        value: NDArray[np.float64] = np.exp(np.minimum(logs, 0.0)) @ extreme_given_sum
        return value

    # Equal steps of the angle are equal steps in standard errors of the binomial.
    angles = np.linspace(0, np.pi / 2, GRID)
    values = probability(angles)
    padded = np.concatenate(([-1.0], values, [-1.0]))
    peaks = np.flatnonzero((padded[1:-1] >= padded[:-2]) & (padded[1:-1] >= padded[2:]))
    best = float(values.max())
    for peak in peaks[np.argsort(-values[peaks])][:4]:
        centre, step = angles[peak], angles[1]
        for _ in range(ZOOMS):
            finer = np.clip(np.linspace(centre - step, centre + step, ZOOM_POINTS), 0, np.pi / 2)
            values_there = probability(finer)
            centre = finer[int(values_there.argmax())]
            step *= 2 / (ZOOM_POINTS - 1)
        best = max(best, float(values_there.max()))
    return min(best, 1.0)
