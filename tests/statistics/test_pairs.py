"""Paired t tests from summaries against those of the values, for every correlation."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import pairs, two_means
from checker.statistics.open_sizes import p_of_pairs

spreads = st.floats(0.2, 5)


def point(value):
    return float(value), float(value)


def wide(value, half):
    return max(0.0, value - half), value + half


@pytest.mark.parametrize("seed", range(20))
def test_against_the_values(seed):
    rng = np.random.default_rng(seed)
    for _ in range(12):
        x = rng.normal(size=int(rng.integers(4, 40)))
        y = 0.6 * x + rng.normal(0.3, 1, size=len(x))
        r = float(np.corrcoef(x, y)[0, 1])
        means = point(x.mean()), point(y.mean())
        sds = point(x.std(ddof=1)), point(y.std(ddof=1))
        expected = stats.ttest_rel(x, y)
        found = pairs.difference(means, sds, len(x), point(r))
        assert two_means.statistic(found)[0] == pytest.approx(expected.statistic, rel=1e-8)
        assert two_means.p_value(found)[0] == pytest.approx(expected.pvalue, rel=1e-7)
        interval = expected.confidence_interval()
        assert two_means.interval(found)[0][0] == pytest.approx(interval.low, rel=1e-7)
        assert pairs.deviation(sds, point(r))[0] == pytest.approx((x - y).std(ddof=1), rel=1e-8)
        implied = pairs.correlation_from_p(means, sds, len(x), point(float(expected.pvalue)))
        assert implied == pytest.approx((r, r), abs=1e-6)
        # Over all correlations there may be, p lies between the ends.
        low, high = p_of_pairs(means, sds, len(x), (-1.0, 1.0))
        assert low <= expected.pvalue <= high


@settings(max_examples=300)
@given(spreads, spreads, st.floats(-1, 1), st.floats(-1, 1), st.floats(0, 0.3), st.data())
def test_ranges_hold_all_that_may_be_printed_so(one, other, r, s, half, data):
    sds = wide(one, half), wide(other, half)
    correlation = min(r, s), max(r, s)
    low, high = pairs.deviation(sds, correlation)
    a, b = (data.draw(st.floats(*each)) for each in sds)
    c = data.draw(st.floats(*correlation))
    at = max(0.0, a * a + b * b - 2 * c * a * b) ** 0.5
    assert low - 1e-6 <= at <= high + 1e-6
    found = pairs.correlation_from_deviation(sds, point(at))  # a correlation of 1 is found in spite of rounding
    assert found is not None
    assert found[0] - 1e-6 <= c <= found[1] + 1e-6


@settings(max_examples=300)
@given(spreads, spreads, st.floats(-0.95, 0.95), st.floats(-2, 2), st.integers(3, 80))
def test_the_correlation_behind_a_printed_p_is_found(one, other, r, apart, n):
    t = apart * n**0.5 / (one**2 + other**2 - 2 * r * one * other) ** 0.5
    p = round(2 * stats.t.sf(abs(t), n - 1), 4)
    means = (apart - 0.005, apart + 0.005), (-0.005, 0.005)
    found = pairs.correlation_from_p(means, (wide(one, 0.005), wide(other, 0.005)), n, (p - 0.00005, p + 0.00005))
    assert found is not None
    assert found[0] <= r + 1e-9
    assert r - 1e-9 <= found[1]


def test_what_no_correlation_gives():
    # Ten apart with deviations of two never has p = .9.
    assert pairs.correlation_from_p((point(20), point(10)), (point(2), point(2)), 16, (0.89, 0.91)) is None
    assert pairs.correlation_from_deviation((point(2), point(5)), (1.0, 2.0)) is None
    assert pairs.correlation_from_deviation((point(0), point(5)), (1.0, 5.0)) == (-1.0, 1.0)
    assert pairs.correlation_from_p((point(1), point(1)), (point(2), point(2)), 16, (0.9, 1.0)) == (-1.0, 1.0)


def test_what_cannot_be():
    for call in (
        lambda: pairs.deviation(((2, 1), (1, 1)), (0, 0)),
        lambda: pairs.deviation(((1, 1), (1, 1)), (0, 1.1)),
        lambda: pairs.difference((point(1), point(2)), (point(1), point(1)), 1, (0, 0)),
        lambda: pairs.correlation_from_p((point(1), point(2)), (point(1), point(1)), 1, (0, 0)),
    ):
        with pytest.raises(ValueError, match=r"."):
            call()
