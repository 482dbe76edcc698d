"""Relations of summary statistics against scipy and sampled figures."""

from __future__ import annotations

from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import summary


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=40).filter(lambda x: stdev(x) > 0.01))
def test_interval_of_a_mean(sample: list[float]) -> None:
    size, centre, sd = len(sample), mean(sample), stdev(sample)
    lower, upper = summary.mean_interval((centre, centre), (sd, sd), size)
    expected = stats.ttest_1samp(sample, 0).confidence_interval(0.95)
    assert lower == pytest.approx((expected.low,) * 2, rel=1e-7, abs=1e-7)
    assert upper == pytest.approx((expected.high,) * 2, rel=1e-7, abs=1e-7)
    error = summary.standard_error((sd, sd), size)
    assert error == pytest.approx((stats.sem(sample),) * 2, rel=1e-9)
    assert summary.sd_from_error(error, size) == pytest.approx((sd, sd), rel=1e-9)


@given(
    st.floats(-10, 10),
    st.floats(0.1, 10),
    st.integers(2, 50),
    st.floats(0, 1),
    st.floats(0, 1),
    st.booleans(),
)
def test_intervals_of_ranges(centre: float, sd: float, size: int, a: float, b: float, t: bool) -> None:
    means, sds = (centre - 0.05, centre + 0.05), (sd - 0.05, sd + 0.05)
    lower, upper = summary.mean_interval(means, sds, size, 0.9, t=t)
    point = centre - 0.05 + 0.1 * a, sd - 0.05 + 0.1 * b
    low, high = summary.mean_interval((point[0],) * 2, (point[1],) * 2, size, 0.9, t=t)
    assert lower[0] - 1e-9 <= low[0] <= lower[1] + 1e-9
    assert upper[0] - 1e-9 <= high[0] <= upper[1] + 1e-9


def test_impossible_input() -> None:
    with pytest.raises(ValueError, match="reversed"):
        summary.mean_interval((2.0, 1.0), (1.0, 1.0), 10)
    with pytest.raises(ValueError, match="standard deviations"):
        summary.standard_error((-2.0, -1.0), 10)
    with pytest.raises(ValueError, match="needed"):
        summary.mean_interval((1.0, 1.0), (1.0, 1.0), 1)


@given(st.lists(st.floats(-50, 50), min_size=2, max_size=30))
def test_deviations_lie_within_their_bounds(values: list[float]) -> None:
    centre, sd = mean(values), stdev(values)
    ends = [(end(values),) * 2 for end in (min, max)]
    for total in (len(values), None):
        least, greatest = summary.deviation_bounds((centre, centre), *ends, total)
        assert least - 1e-6 <= sd <= greatest + 1e-6


def test_bounds_are_reached_by_values_at_the_ends() -> None:
    values = [0, 0, 0, 10]
    _, greatest = summary.deviation_bounds((2.5, 2.5), (0, 0), (10, 10), 4)
    assert greatest == pytest.approx(stdev(values))
    least, _ = summary.deviation_bounds((5, 5), (0, 0), (10, 10), 4)
    assert least == pytest.approx(stdev([0, 5, 5, 10]))


@given(st.lists(st.lists(st.floats(-50, 50), min_size=2, max_size=9), min_size=1, max_size=5))
def test_groups_together(groups: list[list[float]]) -> None:
    sizes = [len(group) for group in groups]
    means, sds = ([(of(group),) * 2 for group in groups] for of in (mean, stdev))
    everybody = [value for group in groups for value in group]
    assert summary.combined_mean(means, sizes) == pytest.approx((mean(everybody),) * 2, abs=1e-9)
    assert summary.combined_sd(means, sds, sizes) == pytest.approx((stdev(everybody),) * 2, abs=1e-6)
