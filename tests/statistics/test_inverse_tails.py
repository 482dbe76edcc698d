"""Statistics from p against scipy's own inverses, and against the p that they have."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import inverse_tails as inverse
from checker.statistics import tails

# Nearer to 0 scipy loses digits of its own inverse of F, and a correlation near 1 those of 1 - r.
probabilities = st.floats(1e-5, 1 - 1e-6)
degrees = st.one_of(st.integers(1, 500).map(float), st.floats(0.5, 300))


def point(value):
    return value, value


@given(probabilities, degrees)
def test_t_z_and_r(p, df):
    assert inverse.t_from_p(point(p), df)[0] == pytest.approx(stats.t.isf(p / 2, df), rel=1e-6)
    assert inverse.z_from_p(point(p))[0] == pytest.approx(stats.norm.isf(p / 2), rel=1e-6, abs=1e-9)
    assert inverse.t_from_p(point(p / 2), df, sides=1) == inverse.t_from_p(point(p), df)
    if df >= 2:
        assert tails.r_p(inverse.r_from_p(point(p), df), df)[0] == pytest.approx(p, rel=1e-5)


@given(probabilities, st.integers(1, 60), st.integers(1, 500))
def test_f_and_chi_square(p, df1, df2):
    f = inverse.f_from_p(point(p), df1, df2)
    assert f[0] == pytest.approx(stats.f.isf(p, df1, df2), rel=1e-6)
    assert tails.f_p(f, df1, df2)[0] == pytest.approx(p, rel=1e-6)
    chi2 = inverse.chi_square_from_p(point(p), df1)
    assert chi2[0] == pytest.approx(stats.chi2.isf(p, df1), rel=1e-6)
    assert inverse.f_from_p(point(p), df1, inf)[0] == pytest.approx(chi2[0] / df1, rel=1e-9)


@given(st.floats(0.02, 6), st.integers(1, 200))
def test_back_and_forth(t, df):
    assert inverse.t_from_p(tails.t_p((t, t + 0.1), df), df) == pytest.approx((t, t + 0.1), rel=1e-6)


def test_ends_and_what_cannot_be():
    assert inverse.t_from_p((0.0, 1.0), 12) == (0.0, inf)
    assert inverse.r_from_p((0.0, 1.0), 12) == (0.0, 1.0)
    assert inverse.f_from_p((0.0, 1.0), 2, 12) == (0.0, inf)
    assert inverse.chi_square_from_p((0.0, 1.0), 2) == (0.0, inf)
    # Below a printed bound is everything down to 0.
    assert inverse.t_from_p((-inf, 0.001), 12)[1] == inf
    for call in (
        lambda: inverse.t_from_p((0.2, 0.1), 12),
        lambda: inverse.t_from_p((1.1, 1.2), 12),
        lambda: inverse.t_from_p((0.1, 0.2), 0),
        lambda: inverse.f_from_p((0.1, 0.2), 2, 10, sides=1),
        lambda: inverse.f_from_p((0.1, 0.2), 2, -1),
        lambda: inverse.chi_square_from_p((0.1, 0.2), 0),
    ):
        with pytest.raises(ValueError, match=r"."):
            call()
