"""The least and greatest SD on a scale against all small samples."""

from __future__ import annotations

import statistics
from itertools import combinations_with_replacement
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rounding import printed_bounds
from checker.statistics.deviation import greatest_sd, whole_sd_bounds


def test_published_examples() -> None:
    # Tests of R rsprite2: limits of the SD of 5 values of 1 to 7 with mean 4.2, and of 100 that are all 1.
    least, greatest = whole_sd_bounds(printed_bounds(42, 1), 5, 1, 7)
    assert (round(least, 2), round(greatest, 2)) == (0.45, 3.03)
    assert whole_sd_bounds(printed_bounds(100, 2), 100, 1, 7) == (0, 0)


@pytest.mark.parametrize("attained", [False, True])
@pytest.mark.parametrize("width", range(5))
def test_all_small_samples(width: int, attained: bool) -> None:
    means = np.arange(0, 10 * width + 1)
    for total in range(2, 8):
        every: dict[int, list[float]] = {}
        for sample in combinations_with_replacement(range(width + 1), total):
            if not attained or (sample[0] == 0 and sample[-1] == width):
                every.setdefault(sum(sample), []).append(statistics.stdev(sample))
        least, greatest = whole_sd_bounds(printed_bounds(means + 30, 1), total, 3, 3 + width, attained=attained)
        for at, mean in enumerate(means.tolist()):
            fitting = [sd for score, sds in every.items() for sd in sds if abs(20 * score - 2 * mean * total) <= total]
            if fitting:
                assert (least[at], greatest[at]) == (pytest.approx(min(fitting)), pytest.approx(max(fitting)))
            else:
                assert isnan(least[at])
                assert isnan(greatest[at])


def test_items_are_steps_of_the_scale() -> None:
    steps = whole_sd_bounds(printed_bounds(90, 1), 5, 2, 14)
    items = whole_sd_bounds(printed_bounds(45, 1), 5, 1, 7, items=2)
    assert items == tuple(pytest.approx(each / 2) for each in steps)


def test_the_population_s_is_smaller() -> None:
    one, other = (whole_sd_bounds(printed_bounds(42, 1), 5, 1, 7, ddof=ddof) for ddof in (1, 0))
    assert other == tuple(pytest.approx(each * 0.8**0.5) for each in one)


def test_large_numbers() -> None:
    column = whole_sd_bounds(printed_bounds(np.array([5 * 10**9]), 1), 10**6, 0, 10**9)
    alone = whole_sd_bounds(printed_bounds(5 * 10**9, 1), 10**6, 0, 10**9)
    assert [each[0] for each in column] == pytest.approx(list(alone))


values = st.lists(st.floats(-5, 7, width=32), min_size=2, max_size=20)


@given(values, st.floats(0, 1))
def test_no_sample_goes_beyond(sample: list[float], about: float) -> None:
    mean, sd = statistics.fmean(sample), statistics.stdev(sample)
    low, high = min(sample), max(sample)
    assert sd <= greatest_sd((mean - about, mean + about), low, high, len(sample)) + 1e-6


@given(st.integers(2, 30), st.floats(0, 10))
def test_the_greatest_is_reached(total: int, mean: float) -> None:
    """By a sample with all values but one at the ends."""
    at_top = int(total * mean // 10)
    between = total * mean - 10 * at_top
    sample = [10.0] * at_top + [between] * (at_top < total)
    sample += [0.0] * (total - len(sample))
    assert statistics.stdev(sample) == pytest.approx(greatest_sd((mean, mean), 0.0, 10.0, total), abs=1e-5)


def test_between_whole_shares_less_is_possible_than_bhatia_and_davis_allow() -> None:
    assert greatest_sd((5.0, 5.0), 0.0, 10.0, 3) == pytest.approx(5.0)
    assert greatest_sd((4.0, 6.0), 0.0, 10.0, 3) == pytest.approx(statistics.stdev([0, 2, 10]))
    assert greatest_sd((5.0, 5.0), 5.0, 5.0, 3) == 0
