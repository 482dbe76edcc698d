"""The standard normal distribution, without importing scipy."""

from __future__ import annotations

from functools import lru_cache
from math import erfc, sqrt


@lru_cache(maxsize=1024)
def quantile(probability: float) -> float:
    """Return the standard normal quantile of a probability strictly between 0 and 1 (else ValueError)."""
    from statistics import NormalDist

    if not 0 < probability < 1:
        raise ValueError(f"a quantile needs a probability between 0 and 1, not {probability}")
    return NormalDist().inv_cdf(probability)


def critical_value(level: float) -> float:
    """Two-sided critical value: 1.959964 for a level of 0.95. ValueError unless 0 < level < 1."""
    if not 0 < level < 1:
        raise ValueError(f"a confidence level lies between 0 and 1, not {level}")
    # From the lower tail: 1 - level is exact in floating point where (1 + level) / 2 is rounded.
    return -quantile((1 - level) / 2)


def two_sided_p(z: float) -> float:
    """Two-sided p value of a standard normal statistic."""
    return erfc(abs(z) / sqrt(2))
