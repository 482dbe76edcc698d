"""Limits of observations that are not independent."""

import math

import pytest

from checker.model import Candidate, Interval
from checker.reconstruct.wider_limits import wider


def limits(lower: float, upper: float, ordinary: bool = True) -> Candidate:
    return Candidate((Interval(lower, lower), Interval(upper, upper)), "a method", "of it", ordinary)


def test_from_the_nearest_ordinary_limits_to_so_many_times_as_far_as_the_farthest():
    found = wider([limits(8, 13), limits(7, 12), limits(1, 40, ordinary=False)], 10, 10, 2)
    assert found == {"lower": Interval(4, 8), "upper": Interval(12, 16)}


@pytest.mark.parametrize(("most", "upper"), [(math.inf, 16), (15, 15)])
def test_neither_below_nought_nor_above_all(most, upper):
    found = wider([limits(2, 13)], 10, 10, 2, most)
    assert found == {"lower": Interval(0, 2), "upper": Interval(13, upper)}
