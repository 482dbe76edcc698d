"""Standardised differences against statsmodels, scipy's noncentral t and a published example."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.meta_analysis import effectsize_smd

from checker.statistics import standardised_means as sm
from checker.statistics.two_means import Sample

means, sds, sizes = st.floats(-20, 20), st.floats(0.2, 9), st.integers(3, 200)


def point(value):
    return float(value), float(value)


@settings(max_examples=300)
@given(means, sds, sizes, means, sds, sizes)
def test_against_statsmodels(m1, s1, n1, m2, s2, n2):
    one, other = Sample(point(m1), point(s1), n1), Sample(point(m2), point(s2), n2)
    d = sm.difference(one, other)[0]
    g, variance = effectsize_smd(np.array([m1]), np.array([s1]), n1, np.array([m2]), np.array([s2]), n2)
    # There J is by the approximation of RevMan, and the variance its own.
    low, high = sm.interval_of_g_revman(d, n1, n2)
    assert (low + high) / 2 == pytest.approx(g[0], rel=1e-9, abs=1e-12)
    assert ((high - low) / (2 * stats.norm.isf(0.025))) ** 2 == pytest.approx(variance[0], rel=1e-9)
    assert sm.hedges_g(point(d), n1, n2)[0] == pytest.approx(g[0], rel=0.02, abs=1e-9)
    assert sm.difference(one, other, sm.second)[0] == pytest.approx((m1 - m2) / s2)
    assert sm.difference(one, other, sm.average)[0] == pytest.approx((m1 - m2) / ((s1**2 + s2**2) / 2) ** 0.5)


@settings(max_examples=200, deadline=None)
@given(st.floats(-3, 3), sizes, sizes, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_the_exact_interval_by_its_definition(d, n1, n2, level):
    low, high = sm.interval_exact(d, n1, n2, level)
    scale = (1 / n1 + 1 / n2) ** 0.5
    tail = (1 - level) / 2
    assert stats.nct.sf(d / scale, n1 + n2 - 2, low / scale) == pytest.approx(tail, rel=1e-4)
    assert stats.nct.cdf(d / scale, n1 + n2 - 2, high / scale) == pytest.approx(tail, rel=1e-4)
    for name, interval in sm.INTERVALS.items():
        lower, upper = interval(d, n1, n2, level)
        # All are of one effect, and lie about where the others do.
        assert lower < upper, name
        assert lower < sm.hedges_g(point(d), n1, n2)[0] < upper, name


def test_as_in_kelleys_mbess():
    """conf.limits.nct(2.83, 126), Kelley, J Stat Softw 2007;20(8)."""
    assert sm.noncentralities(2.83, 126) == pytest.approx((0.8337502, 4.815359), rel=1e-6)


def test_as_in_borenstein():
    """Borenstein et al. 2009, pages 26 to 28: 103 and 100, SD 5.5 and 4.5, 50 each."""
    one, other = Sample(point(103), point(5.5), 50), Sample(point(100), point(4.5), 50)
    d = sm.difference(one, other)[0]
    assert d == pytest.approx(0.5970, abs=5e-5)
    assert sm.variance_of_d(d, 50, 50) == pytest.approx(0.0418, abs=5e-5)
    assert sm.hedges_g(point(d), 50, 50)[0] == pytest.approx(0.5924, abs=5e-5)
    low, high = sm.interval_of_g(d, 50, 50)
    assert ((high - low) / 2 / 1.959964) ** 2 == pytest.approx(0.0411, abs=1e-4)


@given(means, sds, means, sds, st.floats(0, 0.1), st.randoms(use_true_random=False))
def test_ranges_hold_all_that_may_be_printed_so(m1, s1, m2, s2, half, random):
    wide = [Sample((m - half, m + half), (s - half, s + half), 9) for m, s in ((m1, s1), (m2, s2))]
    inside = [Sample(point(random.uniform(*w.mean)), point(random.uniform(*w.sd)), 9) for w in wide]
    for standardiser in (sm.pooled, sm.average, sm.second):
        low, high = sm.difference(*wide, standardiser)
        assert low - 1e-9 <= sm.difference(*inside, standardiser)[0] <= high + 1e-9
    low, high = sm.average_of_pairs((wide[0].mean, wide[1].mean), (wide[0].sd, wide[1].sd))
    at = sm.average_of_pairs((inside[0].mean, inside[1].mean), (inside[0].sd, inside[1].sd))
    assert low - 1e-9 <= at[0] <= high + 1e-9


def test_what_cannot_be():
    still = Sample(point(1), point(0), 9)
    for call in (
        lambda: sm.difference(still, still),
        lambda: sm.average_of_pairs((point(1), point(2)), (point(0), point(0))),
        lambda: sm.interval_exact(0.4, 9, 9, 1.0),
        lambda: sm.noncentralities(0.4, 0),
        lambda: sm.hedges_g((0.1, 0.2), 1, 2),
    ):
        with pytest.raises(ValueError, match=r"."):
            call()
