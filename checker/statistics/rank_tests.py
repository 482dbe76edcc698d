"""P values of rank statistics: Mann and Whitney's U, Wilcoxon's signed ranks, Spearman's rho, Kendall's tau.

Statistics are ranges `(low, high)` of what may be printed so, answers `(smallest p, largest p)`; `sides=1` is the
one-sided p in the direction of the data. Exact p are those without ties, twice the smaller tail where two-sided.
Normal ones take `tied`, the share by which ties lessen the variance, sum(t^3 - t)/(N^3 - N), 0 without: where it is
unknown, the p without ties is the largest there may be. ValueError for reversed ranges, sizes too small, statistics
out of reach, sizes beyond those that exact p are computed for, and a range without any attainable value.

Sources: Mann & Whitney, Ann Math Stat 1947;18:50-60; Wilcoxon, Biometrics 1945;1:80-83; Kendall, Rank Correlation
Methods, 4th ed., 1970; Zar, JASA 1972;67:578-580.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil, factorial, floor, sqrt
from typing import Any

from checker.statistics.tails import Range, magnitudes, r_p, share_of_sides, z_p

# Products of sizes, and sizes, up to which exact distributions are laid out.
MOST_PAIRS = 10_000
MOST_SIGNED = 500
MOST_RHO = 12
MOST_TAU = 150
# So that sums such as 0.1 + 0.2 are where they belong.
_SLACK = 1e-9


def u_p(statistic: Range, n1: int, n2: int, sides: int = 2, *, continuity: bool = True, tied: float = 0.0) -> Range:
    """Normal p of U of either group, with or without the correction for continuity."""
    _sizes(n1, n2)
    distance = _distances(statistic, n1 * n2, "U")
    error = sqrt(n1 * n2 * (n1 + n2 + 1) / 12 * _untied(tied))
    return _normal(distance, 0.5 if continuity else 0.0, error, sides)


def u_p_exact(statistic: Range, n1: int, n2: int, sides: int = 2) -> Range:
    """Exact p of U without ties; only whole numbers are attainable. For n1 n2 up to 10,000."""
    _sizes(n1, n2)
    if n1 * n2 > MOST_PAIRS:
        raise ValueError(f"the exact distribution of U is laid out up to n1 n2 = {MOST_PAIRS}")
    return _exact(statistic, _u_distribution(min(n1, n2), max(n1, n2)), n1 * n2, sides, "U")


def u_z(statistic: Range, n1: int, n2: int, *, tied: float = 0.0) -> Range:
    """The size of the normal statistic of U, without the correction for continuity."""
    _sizes(n1, n2)
    low, high = _distances(statistic, n1 * n2, "U")
    error = sqrt(n1 * n2 * (n1 + n2 + 1) / 12 * _untied(tied))
    return low / error, high / error


def signed_rank_p(statistic: Range, n: int, sides: int = 2, *, continuity: bool = True, tied: float = 0.0) -> Range:
    """Normal p of the sum of either sign's ranks, of `n` differences that are not 0."""
    _sizes(n)
    most = n * (n + 1) // 2
    # The variance loses sum(t^3 - t)/48 of n(n + 1)(2n + 1)/24.
    variance = n * (n + 1) * (2 * n + 1) / 24 - (n**3 - n) * (1 - _untied(tied)) / 48
    return _normal(_distances(statistic, most, "the rank sum"), 0.5 if continuity else 0.0, sqrt(variance), sides)


def signed_rank_p_exact(statistic: Range, n: int, sides: int = 2) -> Range:
    """Exact p of the sum of either sign's ranks, without ties; for up to 500 differences."""
    _sizes(n)
    if n > MOST_SIGNED:
        raise ValueError(f"the exact distribution of signed ranks is laid out up to n = {MOST_SIGNED}")
    return _exact(statistic, _signed_distribution(n), n * (n + 1) // 2, sides, "the rank sum")


def rho_p(rho: Range, n: int, sides: int = 2) -> Range:
    """P of Spearman's rho by its t with n - 2 degrees of freedom, as most programs give."""
    if n < 3:
        raise ValueError(f"three pairs or more are needed, not {n}")
    return r_p(rho, n - 2, sides)


def rho_p_exact(rho: Range, n: int, sides: int = 2) -> Range:
    """Exact p of Spearman's rho without ties, for up to 12 pairs."""
    if not 2 <= n <= MOST_RHO:
        raise ValueError(f"the exact distribution of rho is laid out for 2 to {MOST_RHO} pairs, not {n}")
    # The sum of squared differences of ranks is even, and lies the other way round.
    step = (n**3 - n) / 6
    squares = (1 - rho[1]) * step / 2, (1 - rho[0]) * step / 2
    return _exact(squares, _rho_distribution(n), (n**3 - n) // 6, sides, "rho")


def tau_p(tau: Range, n: int, sides: int = 2) -> Range:
    """Normal p of Kendall's tau, variance 2(2n + 5)/(9n(n - 1)): without ties."""
    _sizes(n, least=2)
    error = sqrt(2 * (2 * n + 5) / (9 * n * (n - 1)))
    low, high = magnitudes(tau)
    if low > 1:
        raise ValueError(f"a rank correlation lies between -1 and 1, not at {tau}")
    return z_p((low / error, min(high, 1.0) / error), sides)


def tau_p_exact(tau: Range, n: int, sides: int = 2) -> Range:
    """Exact p of Kendall's tau without ties, for up to 150 pairs."""
    if not 2 <= n <= MOST_TAU:
        raise ValueError(f"the exact distribution of tau is laid out for 2 to {MOST_TAU} pairs, not {n}")
    most = n * (n - 1) // 2
    discordant = (1 - tau[1]) * most / 2, (1 - tau[0]) * most / 2
    return _exact(discordant, _tau_distribution(n), most, sides, "tau")


def _exact(statistic: Range, chances: Any, most: int, sides: int, name: str) -> Range:
    """P of the whole numbers in a range, where the distribution over 0..most is symmetric."""
    share = share_of_sides(sides)
    if not statistic[0] <= statistic[1]:
        raise ValueError(f"the range {statistic} is reversed")
    low, high = max(0, ceil(statistic[0] - _SLACK)), min(most, floor(statistic[1] + _SLACK))
    if low > high:
        raise ValueError(f"no value of {name} without ties lies there: {statistic}")
    below = chances.cumsum()

    def p(value: int) -> float:
        return float(min(1.0, 2 * below[min(value, most - value)]) * share)

    middle = min(max(most // 2, low), high)
    return min(p(low), p(high)), max(p(low), p(high), p(middle))


@lru_cache(maxsize=64)
def _u_distribution(few: int, many: int) -> Any:
    """The chance of each U: the largest value is of one group or of the other."""
    import numpy as np

    # rows[i]: the chances of U of i values of the first group and as many of the other as were added.
    rows = [np.zeros(few * many + 1) for _ in range(few + 1)]
    for row in rows:
        row[0] = 1.0
    for j in range(1, many + 1):
        for i in range(1, few + 1):
            row = rows[i] * (j / (i + j))
            row[j:] += rows[i - 1][: len(row) - j] * (i / (i + j))
            rows[i] = row
    return rows[few]


@lru_cache(maxsize=64)
def _signed_distribution(n: int) -> Any:
    import numpy as np

    chances = np.zeros(n * (n + 1) // 2 + 1)
    chances[0] = 1.0
    for rank in range(1, n + 1):
        chances[rank:] = (chances[rank:] + chances[:-rank]) / 2
        chances[:rank] /= 2
    return chances


@lru_cache(maxsize=16)
def _rho_distribution(n: int) -> Any:
    """The chance of each half sum of squared differences: ranks are given out one by one, to what is left."""
    import numpy as np

    size = (n**3 - n) // 3 + 1
    found = {0: np.zeros(size)}
    found[0][0] = 1.0
    for position in range(n):
        following: dict[int, Any] = {}
        for used, counts in found.items():
            for rank in range(n):
                if used >> rank & 1:
                    continue
                square = (rank - position) ** 2
                row = following.setdefault(used | 1 << rank, np.zeros(size))
                row[square:] += counts[: size - square]
        found = following
    return found[(1 << n) - 1][::2] / factorial(n)


@lru_cache(maxsize=64)
def _tau_distribution(n: int) -> Any:
    """The chance of each number of inversions: a value is put in any of the places between those before it."""
    import numpy as np

    chances = np.ones(1)
    for size in range(2, n + 1):
        chances = np.convolve(chances, np.full(size, 1 / size))
    return chances


def _distances(statistic: Range, most: int, name: str) -> Range:
    """How far a statistic lies from the middle of 0..most."""
    low, high = statistic
    if not low <= high:
        raise ValueError(f"the range {statistic} is reversed")
    if high < 0 or low > most:
        raise ValueError(f"{name} lies between 0 and {most}, not at {statistic}")
    return magnitudes((max(low, 0.0) - most / 2, min(high, most) - most / 2))


def _normal(distance: Range, correction: float, error: float, sides: int) -> Range:
    low, high = (max(0.0, each - correction) / error for each in distance)
    return z_p((low, high), sides)


def _untied(tied: float) -> float:
    if not 0 <= tied < 1:
        raise ValueError(f"the share of ties lies in 0..1, 1 excluded, not at {tied}")
    return 1 - tied


def _sizes(*sizes: int, least: int = 1) -> None:
    if min(sizes) < least:
        raise ValueError(f"{least} or more values are needed, not {min(sizes)}")
