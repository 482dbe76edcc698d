"""Groups of open sizes against scipy, where the sizes are known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics.open_sizes import p_of_means, p_of_pairs, z_of_shares

COUNTS = st.tuples(st.integers(2, 60), st.integers(2, 60), st.floats(0, 1), st.floats(0, 1))


@given(COUNTS, st.booleans())
def test_the_square_of_z_is_chi_squared(drawn, corrected):
    n, m, a, b = drawn
    k, other = round(a * n), round(b * m)
    if k + other in (0, n + m):
        return
    found = stats.chi2_contingency([[k, n - k], [other, m - other]], correction=corrected).statistic
    shares = (k / n, k / n), (other / m, other / m)
    low, high = z_of_shares(*shares, (n, m), corrected=corrected)
    assert low**2 == pytest.approx(found, abs=1e-9)
    assert high**2 == pytest.approx(found, abs=1e-9)


def test_shares_that_may_be_equal_may_differ_by_nothing():
    assert z_of_shares((0.4, 0.5), (0.45, 0.55), (20, 20))[0] == 0.0
    assert z_of_shares((0.0, 0.0), (0.0, 0.0), (20, 20)) == (0.0, 0.0)


@given(st.floats(-5, 5), st.floats(0.5, 5), st.floats(0.5, 5), st.integers(3, 60))
def test_means_of_equal_groups(mean, sd, other, size):
    found = stats.ttest_ind_from_stats(mean, sd, size, 0.0, other, size).pvalue
    means, spreads = ((mean, mean), (0.0, 0.0)), ((sd, sd), (other, other))
    assert p_of_means(means, spreads, (size, size)) == pytest.approx((found, found), abs=1e-9)
    errors = tuple((low / size**0.5, high / size**0.5) for low, high in spreads)
    assert p_of_means(means, errors, (size, size), errors=True) == pytest.approx((found, found), abs=1e-9)


def test_pairs():
    values = np.random.default_rng(20261121).normal([[5.0, 4.0]], 1.0, (12, 2)) + np.arange(12)[:, None] / 4
    found = stats.ttest_rel(values[:, 0], values[:, 1]).pvalue
    r = float(np.corrcoef(values.T)[0, 1])
    means = tuple((float(each), float(each)) for each in values.mean(axis=0))
    spreads = tuple((float(each), float(each)) for each in values.std(axis=0, ddof=1))
    assert p_of_pairs(means, spreads, 12, (r, r)) == pytest.approx((found, found))
    errors = tuple((low / 12**0.5, high / 12**0.5) for low, high in spreads)
    assert p_of_pairs(means, errors, 12, (r, r), errors=True) == pytest.approx((found, found))


def test_figures_that_are_not_known_give_a_range():
    low, high = p_of_means(((12.35, 12.45), (10.15, 10.25)), ((3.05, 3.15), (2.85, 2.95)), (30, 28))
    assert low < 0.007 < high
    assert p_of_means(((5, 5), (5, 5)), ((0, 0), (0, 0)), (5, 5)) == (1.0, 1.0)
    assert p_of_means(((6, 6), (5, 5)), ((0, 0), (0, 0)), (5, 5)) == (0.0, 0.0)


def test_what_is_no_group():
    with pytest.raises(ValueError, match="a member or more"):
        p_of_means(((6, 6), (5, 5)), ((1, 1), (1, 1)), (5, 0))
    with pytest.raises(ValueError, match="two pairs or more"):
        p_of_pairs(((6, 6), (5, 5)), ((1, 1), (1, 1)), 1, (0, 1))
