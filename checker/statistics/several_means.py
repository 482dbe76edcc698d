"""One-way analysis of variance from the means, standard deviations and sizes of several independent groups.

Figures known to their printed digits come as ranges, and answers are ranges that hold every value those allow. F rises
with the scatter of the means and falls with each deviation. The scatter is greatest where each mean lies at that end of
its range which is farther from the common mean, and least where each lies as near to one value as its range allows.
Fisher RA. Statistical Methods for Research Workers. Oliver and Boyd, 1925.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from checker.statistics import tails
from checker.statistics.tails import Range
from checker.statistics.two_means import Sample

_LEAST_GROUPS = 2


class Variances(NamedTuple):
    """F, and the degrees of freedom between and within groups."""

    f: Range
    between: int
    within: int


def anova(samples: Sequence[Sample]) -> Variances:
    """F of several groups; ValueError for fewer than two of them, or for a group of fewer than two."""
    if len(samples) < _LEAST_GROUPS or any(sample.size < 2 for sample in samples):
        raise ValueError("an analysis of variance needs two groups of two values or more")
    between, within = len(samples) - 1, sum(sample.size - 1 for sample in samples)
    inside = [sum((sample.size - 1) * sample.sd[end] ** 2 for sample in samples) / within for end in (0, 1)]
    least, most = (scatter / between for scatter in (_least(samples), _most(samples)))
    return Variances((_ratio(least, inside[1]), _ratio(most, inside[0])), between, within)


def p_value(found: Variances) -> Range:
    """The p values that the test allows."""
    return tails.f_p(found.f, found.between, found.within)


def _ratio(between: float, within: float) -> float:
    if within:
        return between / within
    return inf if between else 0.0


def _scatter(values: Sequence[tuple[float, int]]) -> float:
    """The sum of squares of means about the mean of all, each as often as its group has values."""
    number = sum(size for _, size in values)
    middle = sum(value * size for value, size in values) / number
    return sum(size * (value - middle) ** 2 for value, size in values)


def _most(samples: Sequence[Sample]) -> float:
    """The greatest scatter: means above some value at their upper ends, those below it at their lower ones."""
    by_place = sorted(samples, key=lambda sample: sum(sample.mean))
    return max(
        _scatter([(sample.mean[at >= first], sample.size) for at, sample in enumerate(by_place)])
        for first in range(len(by_place) + 1)
    )


def _least(samples: Sequence[Sample]) -> float:
    """The least scatter: about the best of the ends of all ranges, and of the middles of what lies outside them."""

    def about(value: float) -> float:
        return sum(sample.size * (value - _nearest(sample, value)) ** 2 for sample in samples)

    ends = sorted({end for sample in samples for end in sample.mean})
    middles = []
    for low, high in pairwise(ends):
        outside = [(_nearest(sample, (low + high) / 2), sample) for sample in samples]
        outside = [(end, sample) for end, sample in outside if end <= low or end >= high]
        if outside:
            number = sum(sample.size for _, sample in outside)
            middles.append(sum(end * sample.size for end, sample in outside) / number)
    return min(map(about, [*ends, *middles]))


def _nearest(sample: Sample, value: float) -> float:
    return min(max(value, sample.mean[0]), sample.mean[1])
