"""Odds ratio of a two-by-two table given both margins (noncentral hypergeometric distribution)."""

from __future__ import annotations

from math import exp, inf
from typing import TYPE_CHECKING

from checker.statistics.proportion_exact import Interval
from checker.statistics.roots import unbounded_root
from checker.statistics.score_intervals import TOLERANCE, half_corrected_log_ratio, require_two_binomials

# Larger tables take tenths of a second, and their limits are those of the score methods.
MAXIMUM_SUPPORT = 50_000

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def conditional_odds_ratio(
    count1: int, total1: int, count2: int, total2: int, level: float, *, mid_p: bool
) -> Interval | None:
    """Exact conditional limits, each with probability (1 - level)/2 beyond; from 0 to infinity.

    None when a margin is empty or all exceed `MAXIMUM_SUPPORT`; ValueError for impossible counts.
    Cornfield, Proc 3rd Berkeley Symp 1956;4:135-148; mid-p: Agresti, Categorical Data Analysis, 2013,
    section 16.6.
    """
    require_two_binomials(count1, total1, count2, total2, level)
    successes = count1 + count2
    if successes in (0, total1 + total2):
        return None
    if min(total1, total2, successes, total1 + total2 - successes) > MAXIMUM_SUPPORT:
        return None
    support, log_weights = _support(total1, total2, successes)
    position = count1 - int(support[0])
    tail = (1 - level) / 2
    here = 0.5 if mid_p else 1.0

    def upper_tail(log_ratio: float) -> float:
        weights = _weights(support, log_weights, log_ratio)
        return float(here * weights[position] + weights[position + 1 :].sum()) - tail

    def lower_tail(log_ratio: float) -> float:
        weights = _weights(support, log_weights, log_ratio)
        return float(here * weights[position] + weights[:position].sum()) - tail

    start = half_corrected_log_ratio(count1, total1 - count1, count2, total2 - count2)
    lower, upper = 0.0, inf
    if position > 0:
        lower = exp(unbounded_root(upper_tail, start, increasing=True, tolerance=TOLERANCE))
    if position < len(support) - 1:
        upper = exp(unbounded_root(lower_tail, start, increasing=False, tolerance=TOLERANCE))
    return lower, upper


def conditional_odds_ratio_estimate(count1: int, total1: int, count2: int, total2: int) -> float | None:
    """Conditional maximum likelihood estimate of the odds ratio, as R's fisher.test prints it.

    0 or infinity at the ends of the support; None when a margin is empty or all exceed `MAXIMUM_SUPPORT`.
    """
    require_two_binomials(count1, total1, count2, total2, 0.5)
    successes = count1 + count2
    if successes in (0, total1 + total2):
        return None
    if min(total1, total2, successes, total1 + total2 - successes) > MAXIMUM_SUPPORT:
        return None
    support, log_weights = _support(total1, total2, successes)
    if count1 == support[0]:
        return 0.0
    if count1 == support[-1]:
        return inf

    def excess(log_ratio: float) -> float:
        return float((_weights(support, log_weights, log_ratio) * support).sum()) - count1

    start = half_corrected_log_ratio(count1, total1 - count1, count2, total2 - count2)
    return exp(unbounded_root(excess, start, increasing=True, tolerance=TOLERANCE))


def _support(total1: int, total2: int, successes: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    import numpy as np
    from scipy.special import gammaln

    k = np.arange(max(0, successes - total2), min(total1, successes) + 1.0)
    cells = np.array([k, total1 - k, successes - k, total2 - successes + k])
    return k, -gammaln(cells + 1).sum(axis=0)


def _weights(support: NDArray[np.float64], log_weights: NDArray[np.float64], log_ratio: float) -> NDArray[np.float64]:
    import numpy as np

    exponents = log_weights + support * log_ratio
    # Anything 600 below the largest is 0 to every digit; exp would signal underflow.
    weights = np.exp(np.maximum(exponents - exponents.max(), -600.0))
    normalised: NDArray[np.float64] = weights / weights.sum()
    return normalised
