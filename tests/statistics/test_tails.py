"""P values of statistics against scipy.stats, and their ranges against sampled statistics."""

from __future__ import annotations

from math import inf, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import tails

# Nearer to 0, but not at 0, scipy rounds its own tail of t to one half.
statistics = st.one_of(st.just(0.0), st.floats(1e-6, 30), st.floats(-30, -1e-6))
degrees = st.one_of(st.integers(1, 500).map(float), st.floats(0.5, 300))


def point(value: float) -> tuple[float, float]:
    return value, value


@given(statistics, degrees)
def test_t(statistic: float, df: float) -> None:
    expected = 2 * stats.t.sf(abs(statistic), df)
    assert tails.t_p(point(statistic), df)[0] == pytest.approx(expected, rel=1e-9, abs=1e-300)
    assert tails.t_p(point(statistic), df, sides=1)[1] == pytest.approx(expected / 2, rel=1e-9, abs=1e-300)


# Nearer to 0 scipy's own upper tail loses the ninth digit.
@given(st.floats(1e-6, 60), degrees, degrees)
def test_f(statistic: float, df1: float, df2: float) -> None:
    expected = stats.f.sf(statistic, df1, df2)
    assert tails.f_p(point(statistic), df1, df2)[0] == pytest.approx(expected, rel=1e-9, abs=1e-300)


@given(st.floats(0, 200), degrees)
def test_chi_square(statistic: float, df: float) -> None:
    expected = stats.chi2.sf(statistic, df)
    assert tails.chi_square_p(point(statistic), df)[0] == pytest.approx(expected, rel=1e-9, abs=1e-300)


@given(statistics)
def test_z(statistic: float) -> None:
    expected = 2 * stats.norm.sf(abs(statistic))
    assert tails.z_p(point(statistic))[0] == pytest.approx(expected, rel=1e-9)


@given(st.integers(0, 2**32 - 1), st.integers(4, 40))
def test_r(seed: int, n: int) -> None:
    x, y = np.random.default_rng(seed).normal(size=(2, n))
    result = stats.pearsonr(x, y)
    p = tails.r_p(point(float(result.statistic)), n - 2)
    assert p[0] == pytest.approx(result.pvalue, rel=1e-8)


def test_printed_digits() -> None:
    # t(28) printed as 2.20 lies in 2.195..2.205.
    low, high = tails.t_p((2.195, 2.205), 28)
    assert low == pytest.approx(2 * stats.t.sf(2.205, 28), rel=1e-12)
    assert high == pytest.approx(2 * stats.t.sf(2.195, 28), rel=1e-12)


@given(st.tuples(statistics, statistics).map(sorted), st.floats(0, 1), degrees)
def test_every_statistic_of_the_range_is_covered(ends: list[float], share: float, df: float) -> None:
    statistic = min(max(ends[0] + share * (ends[1] - ends[0]), ends[0]), ends[1])
    p = tails.two_sided_t_p(statistic, df)
    low, high = tails.t_p((ends[0], ends[1]), df)
    assert low <= p <= high
    if ends[0] <= 0 <= ends[1]:
        assert high == pytest.approx(1.0)


def test_limits_of_the_ranges() -> None:
    assert tails.r_p((0.995, 1.005), 10)[0] == 0
    assert tails.chi_square_p((-0.05, 0.05), 3)[1] == 1
    assert tails.f_p((-0.005, 0.005), 1, 10)[1] == 1
    assert tails.t_p((1.9, 2.0), inf) == tails.z_p((1.9, 2.0))
    assert tails.f_p((4.0, 4.0), 1, inf)[0] == pytest.approx(tails.z_p((2.0, 2.0))[0], rel=1e-12)
    assert tails.f_p((inf, inf), 1, 5)[0] == 0
    assert tails.chi_square_p((6.25, 6.25), 1)[0] == pytest.approx(tails.z_p((2.5, 2.5))[0], rel=1e-12)
    assert tails.f_p((4.84, 4.84), 1, 28)[0] == pytest.approx(tails.t_p((2.2, 2.2), 28)[0], rel=1e-12)
    assert tails.chi_square_p((4.0, 4.0), 1, sides=1)[0] == pytest.approx(stats.norm.sf(2), rel=1e-12)
    assert tails.magnitudes((-3.0, -2.0)) == (2.0, 3.0)
    assert tails.r_p((0.5, 0.5), 30)[0] == pytest.approx(2 * stats.t.sf(0.5 * sqrt(30 / 0.75), 30), rel=1e-12)


def test_impossible_input() -> None:
    with pytest.raises(ValueError, match="reversed"):
        tails.t_p((2.0, 1.0), 10)
    with pytest.raises(ValueError, match="reversed"):
        tails.f_p((2.0, 1.0), 1, 10)
    with pytest.raises(ValueError, match="positive"):
        tails.t_p((1.0, 2.0), 0)
    with pytest.raises(ValueError, match="negative"):
        tails.chi_square_p((-3.0, -2.0), 2)
    with pytest.raises(ValueError, match="correlation"):
        tails.r_p((1.2, 1.3), 5)
    with pytest.raises(ValueError, match="sides"):
        tails.z_p((1.0, 2.0), sides=3)
    with pytest.raises(ValueError, match="direction"):
        tails.f_p((1.0, 2.0), 2, 10, sides=1)
