"""Ratios of means against statsmodels on logarithms, scipy's lognormal, and their definitions."""

from __future__ import annotations

from math import inf, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

from checker.statistics import geometric_means as gm
from checker.statistics import two_means

means, sds = st.floats(0.5, 200), st.floats(0.05, 90)


def point(value):
    return float(value), float(value)


@pytest.mark.parametrize("seed", range(20))
def test_geometric_means_against_the_values(seed):
    rng = np.random.default_rng(seed)
    for _ in range(12):
        x, y = (rng.lognormal(rng.normal(), 0.6, rng.integers(3, 30)) for _ in range(2))
        one, other = (gm.of_geometric(point(stats.gmean(v)), point(stats.gstd(v)), len(v)) for v in (x, y))
        compared = CompareMeans(DescrStatsW(np.log(x)), DescrStatsW(np.log(y)))
        for test, usevar in ((two_means.student, "pooled"), (two_means.welch, "unequal")):
            found = test(one, other)
            assert two_means.p_value(found)[0] == pytest.approx(compared.ttest_ind(usevar=usevar)[1], rel=1e-7)
            low, high = two_means.interval(found)
            expected = np.exp(compared.tconfint_diff(usevar=usevar))
            assert (gm.exponential(low)[0], gm.exponential(high)[0]) == pytest.approx(tuple(expected), rel=1e-8)
        limits = np.exp(DescrStatsW(np.log(x)).tconfint_mean())
        again = gm.of_interval(point(stats.gmean(x)), point(limits[0]), point(limits[1]), len(x))
        assert again.sd[0] == pytest.approx(one.sd[0], rel=1e-8)


@settings(max_examples=300)
@given(st.floats(-2, 5), st.floats(0.05, 1.5))
def test_logarithms_of_a_lognormal(centre, sd):
    made = stats.lognorm(s=sd, scale=np.exp(centre))
    found = gm.logarithms(point(made.mean()), point(made.std()), 12)
    assert found.mean[0] == pytest.approx(centre, abs=1e-7)
    assert found.sd[0] == pytest.approx(sd, rel=1e-6)
    assert gm.coefficient_of_variation(found)[0] == pytest.approx(made.std() / made.mean(), rel=1e-6)


@settings(max_examples=300)
@given(means, sds, means, sds, st.integers(2, 90), st.integers(2, 90))
def test_the_log_ratio_by_the_delta_method(m1, s1, m2, s2, n1, n2):
    one = two_means.Sample(point(m1), point(s1), n1)
    other = two_means.Sample(point(m2), point(s2), n2)
    found = gm.log_ratio(one, other)
    assert found.difference[0] == pytest.approx(log(m1 / m2), abs=1e-12)
    # The gradient by finite differences.
    step = 1e-6
    gradient = [(log(m + step * m) - log(m - step * m)) / (2 * step * m) for m in (m1, m2)]
    variance = gradient[0] ** 2 * s1**2 / n1 + gradient[1] ** 2 * s2**2 / n2
    assert found.error[0] ** 2 == pytest.approx(variance, rel=1e-6)


@settings(max_examples=300)
@given(means, st.floats(0.01, 20), means, st.floats(0.01, 20), st.integers(3, 60))
def test_fieller_by_its_definition(m1, e1, m2, e2, df):
    low, high = gm.fieller(m1, e1, m2, e2, 0.95, df)
    critical = stats.t.isf(0.025, df)
    if low == -inf:
        assert abs(m2 / e2) <= critical * (1 + 1e-9)
        return
    for ratio in (low, high):
        # A ratio is within where the combination that is then 0 does not differ from it.
        assert abs(m1 - ratio * m2) / (e1**2 + (ratio * e2) ** 2) ** 0.5 == pytest.approx(critical, rel=1e-5)


@given(means, sds, st.floats(0, 0.04), st.randoms(use_true_random=False))
def test_ranges_hold_all_that_may_be_printed_so(m, s, half, random):
    wide = (m - half, m + half), (s - half, s + half)
    inside = point(random.uniform(*wide[0])), point(random.uniform(*wide[1]))
    outer, inner = gm.logarithms(*wide, 9), gm.logarithms(*inside, 9)
    assert outer.mean[0] - 1e-9 <= inner.mean[0] <= outer.mean[1] + 1e-9
    assert outer.sd[0] - 1e-9 <= inner.sd[0] <= outer.sd[1] + 1e-9


def test_what_cannot_be():
    fine = two_means.Sample(point(2), point(1), 9)
    for call in (
        lambda: gm.logarithms((0, 1), (1, 1), 9),
        lambda: gm.logarithms((1, 1), (-1, 1), 9),
        lambda: gm.of_geometric((1, 1), (0.9, 1.2), 9),
        lambda: gm.of_interval((2, 2), (3, 3), (1, 1), 9),
        lambda: gm.of_interval((2, 2), (1, 1), (3, 3), 1),
        lambda: gm.log_ratio(fine, fine._replace(mean=(-1, 1))),
        lambda: gm.log_ratio(fine, fine._replace(size=0)),
        lambda: gm.fieller(1, 1, 0, 1),
    ):
        with pytest.raises(ValueError, match=r"."):
            call()
