"""Relations of summary statistics against scipy, numpy's quantiles and all small samples."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement
from math import sqrt
from statistics import mean, median, stdev

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import summary
from checker.statistics.summary import QUANTILES

NUMPY = {
    "type-1": "inverted_cdf",
    "type-2": "averaged_inverted_cdf",
    "type-4": "interpolated_inverted_cdf",
    "type-5": "hazen",
    "type-6": "weibull",
    "type-7": "linear",
    "type-8": "median_unbiased",
    "type-9": "normal_unbiased",
}
QUARTILES = [Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)]

integer_samples = st.lists(st.integers(0, 50), min_size=2, max_size=30)


@given(st.lists(st.floats(-100, 100), min_size=2, max_size=40).filter(lambda x: stdev(x) > 0.01))
def test_interval_of_a_mean(sample: list[float]) -> None:
    size, centre, sd = len(sample), mean(sample), stdev(sample)
    lower, upper = summary.mean_interval((centre, centre), (sd, sd), size)
    expected = stats.ttest_1samp(sample, 0).confidence_interval(0.95)
    assert lower == pytest.approx((expected.low,) * 2, rel=1e-7, abs=1e-7)
    assert upper == pytest.approx((expected.high,) * 2, rel=1e-7, abs=1e-7)
    assert summary.sd_from_interval(lower, upper, size) == pytest.approx((sd, sd), rel=1e-9)
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
    back = summary.sd_from_interval(lower, upper, size, 0.9, t=t)
    assert back[0] - 1e-9 <= point[1] <= back[1] + 1e-9


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6])
def test_bounds_are_reached_by_some_sample(size: int) -> None:
    low, high = 0, 4
    samples = [
        sample
        for sample in combinations_with_replacement(range(low, high + 1), size)
        if sample[0] == low and sample[-1] == high
    ]
    spreads = [stdev(sample) for sample in samples]
    assert max(spreads) == pytest.approx(summary.largest_sd(low, high, size))
    assert min(spreads) == pytest.approx(summary.smallest_sd(low, high, size))
    means = [sum(sample) / size for sample in samples]
    assert (min(means), max(means)) == pytest.approx(summary.mean_within(low, high, size))
    for middle in {median(sample) for sample in samples}:
        with_median = [sum(sample) / size for sample in samples if median(sample) == middle]
        bounds = summary.mean_within(low, high, size, middle)
        assert bounds[0] - 1e-12 <= min(with_median)
        assert max(with_median) <= bounds[1] + 1e-12
        if middle == int(middle):
            assert (min(with_median), max(with_median)) == pytest.approx(bounds)


@given(integer_samples)
def test_bounds_hold_for_every_sample(sample: list[int]) -> None:
    low, high, size, centre = min(sample), max(sample), len(sample), mean(sample)
    sd = stdev(sample)
    assert sd <= summary.largest_sd(low, high, size) * (1 + 1e-12)
    assert sd <= summary.largest_sd(low, high, size, (centre, centre)) * (1 + 1e-12) + 1e-12
    assert sd <= summary.largest_sd(low - 1, high + 2, size, (centre - 0.5, centre + 0.5)) * (1 + 1e-12)
    assert sd >= summary.smallest_sd(low, high, size) * (1 - 1e-12)
    for observed, ends in ((True, (low, high)), (False, (low - 1, high + 3))):
        for middle in (None, median(sample)):
            bounds = summary.mean_within(ends[0], ends[1], size, middle, observed=observed)
            assert bounds[0] - 1e-9 <= centre <= bounds[1] + 1e-9


def test_largest_sd_with_a_mean() -> None:
    # On 1 to 5 a mean of 2 allows at most sqrt(3 1 10/9).
    assert summary.largest_sd(1, 5, 10, (2.0, 2.0)) == pytest.approx(sqrt(3 * 10 / 9))
    assert summary.largest_sd(1, 5, 10, (1.0, 5.0)) == pytest.approx(2 * sqrt(10 / 9))
    assert summary.largest_sd(1, 5, 10, (0.5, 1.0)) == 0
    with pytest.raises(ValueError, match="outside"):
        summary.largest_sd(1, 5, 10, (5.5, 6.0))


@given(integer_samples)
def test_median_fractions(sample: list[int]) -> None:
    middle = Fraction(str(median(sample)))
    assert middle % 1 in summary.median_fractions(len(sample))
    assert len(summary.median_fractions(7)) == 1


@given(integer_samples, st.sampled_from(QUARTILES), st.sampled_from(sorted(NUMPY)))
def test_quantiles_against_numpy(sample: list[int], probability: Fraction, convention: str) -> None:
    values = sorted(sample)
    rank, weight = summary.quantile_position(len(values), probability, convention)
    following = values[min(rank, len(values) - 1)]
    ours = (1 - weight) * values[rank - 1] + weight * following
    expected = float(np.quantile(values, float(probability), method=NUMPY[convention]))
    assert float(ours) == pytest.approx(expected, abs=1e-9)
    assert ours % 1 in summary.quantile_fractions(len(values), probability, convention)


def test_other_quantile_conventions() -> None:
    # Hyndman & Fan's third: the nearest rank, the even one in a tie: 1/4 of 10 is 2.5, less 1/2 is 2.
    assert summary.quantile_position(10, Fraction(1, 4), "type-3") == (2, 0)
    assert summary.quantile_position(14, Fraction(1, 4), "type-3") == (3, 1)
    # R: fivenum(c(1:9)) has hinges 3 and 7, fivenum(1:10) 3 and 8, fivenum(1:11) 3.5 and 8.5.
    assert summary.quantile_position(9, Fraction(1, 4), "tukey") == (3, 0)
    assert summary.quantile_position(10, Fraction(3, 4), "tukey") == (8, 0)
    assert summary.quantile_position(11, Fraction(1, 4), "tukey") == (3, Fraction(1, 2))
    assert summary.quantile_position(11, Fraction(3, 4), "tukey") == (8, Fraction(1, 2))
    # The lower half of nine values without the fifth is the first four.
    assert summary.quantile_position(9, Fraction(1, 4), "moore-mccabe") == (2, Fraction(1, 2))
    assert summary.quantile_position(11, Fraction(3, 4), "moore-mccabe") == (9, 0)
    for convention in ("tukey", "moore-mccabe"):
        assert summary.quantile_position(10, Fraction(1, 2), convention) == (5, Fraction(1, 2))
    assert summary.quantile_fractions(10, Fraction(1, 4), "type-7") == tuple(Fraction(k, 4) for k in range(4))
    assert summary.quantile_fractions(9, Fraction(1, 4), "type-7") == (0,)
    assert summary.quantile_position(1, Fraction(1, 4), "type-6") == (1, 0)
    assert summary.quantile_position(2, Fraction(3, 4), "type-6") == (2, 0)


def test_impossible_input() -> None:
    with pytest.raises(ValueError, match="reversed"):
        summary.mean_interval((2.0, 1.0), (1.0, 1.0), 10)
    with pytest.raises(ValueError, match="standard deviations"):
        summary.standard_error((-2.0, -1.0), 10)
    with pytest.raises(ValueError, match="needed"):
        summary.mean_interval((1.0, 1.0), (1.0, 1.0), 1)
    with pytest.raises(ValueError, match="median"):
        summary.mean_within(0, 4, 5, 6)
    with pytest.raises(ValueError, match="convention"):
        summary.quantile_fractions(5, Fraction(1, 4), "type-10")
    with pytest.raises(ValueError, match="probability"):
        summary.quantile_position(5, Fraction(1), "type-7")
    for convention in ("tukey", "moore-mccabe"):
        with pytest.raises(ValueError, match="quartiles"):
            summary.quantile_position(5, Fraction(1, 10), convention)
    assert set(NUMPY) < set(QUANTILES)
    assert summary.mean_within(0, 4, 1) == (0, 4)
