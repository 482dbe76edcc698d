"""How far limits may lie from an estimate where these are of observations that are not independent."""

from collections.abc import Iterable
from math import inf

from checker.model import Candidate, Interval


def wider(
    candidates: Iterable[Candidate], low: float, high: float, times: float, most: float = inf, least: float = 0.0
) -> dict[str, Interval | str]:
    """The limits that a bootstrap or clusters allow: from those of the ordinary methods to so many times as far.

    Args:
        candidates: pairs of limits, by each method.
        low, high: the least and the largest that the estimate may be.
        times: how many times as far from the estimate.
        most, least: the largest and the smallest value that there may be.
    """
    ends = [
        (lower, upper)
        for found in candidates
        if found.ordinary
        for lower, upper in [found.values]
        if isinstance(lower, Interval) and isinstance(upper, Interval)
    ]
    lowest, highest = min(lower.low for lower, _ in ends), max(upper.high for _, upper in ends)
    return {
        "lower": Interval(max(least, low - times * (low - lowest)), max(lower.high for lower, _ in ends)),
        "upper": Interval(min(upper.low for _, upper in ends), min(most, high + times * (highest - high))),
    }
