"""Effects from statistics against the same effects computed from the values themselves."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import effect_sizes as es

CASES = 200
seeds = pytest.mark.parametrize("seed", range(0, CASES, 20))
sizes = st.integers(2, 400)


def drawn(seed: int):
    """Twenty samples a seed, so that each family has its 200 cases."""
    rng = np.random.default_rng(seed)
    for _ in range(20):
        yield rng


def close(found, expected, rel=1e-9):
    assert found == pytest.approx(expected, rel=rel, abs=1e-12)


@seeds
def test_two_groups(seed):
    for rng in drawn(seed):
        x, y = rng.normal(0.5, 1, rng.integers(3, 40)), rng.normal(0, 2, rng.integers(3, 40))
        t = stats.ttest_ind(x, y).statistic
        n1, n2 = len(x), len(y)
        d = (x.mean() - y.mean()) / np.sqrt(((n1 - 1) * x.var(ddof=1) + (n2 - 1) * y.var(ddof=1)) / (n1 + n2 - 2))
        close(es.d_from_t(t, n1, n2), d)
        close(es.t_from_d(d, n1, n2), t)
        r = stats.pointbiserialr(np.repeat([1, 0], [n1, n2]), np.concatenate([x, y])).statistic
        close(es.r_from_t(t, n1 + n2 - 2), r)
        close(es.t_from_r(r, n1 + n2 - 2), t)
        close(es.r_from_d(d, n1, n2), r)
        close(es.d_from_r(r, n1, n2), d)
        u = stats.mannwhitneyu(x, y).statistic
        auc = np.mean(x[:, None] > y[None, :])
        close(es.auc_from_u(u, n1, n2), auc)
        close(es.rank_biserial(u, n1, n2), np.mean(np.sign(x[:, None] - y[None, :])))
        z = x[: min(n1, n2)] - y[: min(n1, n2)]
        close(es.dz_from_t(stats.ttest_1samp(z, 0).statistic, len(z)), z.mean() / z.std(ddof=1))


@seeds
def test_groups(seed):
    for rng in drawn(seed):
        groups = [rng.normal(rng.normal(), 1, rng.integers(3, 20)) for _ in range(rng.integers(2, 6))]
        f = stats.f_oneway(*groups).statistic
        values = np.concatenate(groups)
        df1, n = len(groups) - 1, len(values)
        df2 = n - len(groups)
        total = ((values - values.mean()) ** 2).sum()
        within = sum(((g - g.mean()) ** 2).sum() for g in groups)
        close(es.partial_eta_squared(f, df1, df2), 1 - within / total)
        close(es.f_from_partial_eta_squared(1 - within / total, df1, df2), f)
        # By their definitions in squares.
        mean_square = within / df2
        close(es.partial_omega_squared(f, df1, df2, n), (total - within - df1 * mean_square) / (total + mean_square))
        close(es.epsilon_squared(f, df1, df2), (total - within - df1 * mean_square) / total)
        close(es.cohens_f(1 - within / total), np.sqrt((total - within) / within))
        h = stats.kruskal(*groups).statistic
        ranks = stats.rankdata(values)
        ends = np.cumsum([0, *map(len, groups)])
        squares = sum((b - a) * (ranks[a:b].mean() - ranks.mean()) ** 2 for a, b in pairwise(ends))
        close(es.epsilon_squared_of_ranks(h, n), squares / ((ranks - ranks.mean()) ** 2).sum())
        eta = es.eta_squared_of_ranks(h, n, len(groups))
        close(eta, es.adjusted_r_squared(es.epsilon_squared_of_ranks(h, n), n, df1))


@seeds
def test_regressions(seed):
    for rng in drawn(seed):
        n, predictors = int(rng.integers(12, 60)), int(rng.integers(1, 6))
        x = rng.normal(size=(n, predictors))
        fit = sm.OLS(x @ rng.normal(size=predictors) + rng.normal(size=n), sm.add_constant(x)).fit()
        close(es.partial_eta_squared(fit.fvalue, predictors, n - predictors - 1), fit.rsquared)
        close(es.adjusted_r_squared(fit.rsquared, n, predictors), fit.rsquared_adj)
        close(es.epsilon_squared(fit.fvalue, predictors, n - predictors - 1), fit.rsquared_adj)
        close(es.share_from_cohens_f(es.cohens_f(fit.rsquared)), fit.rsquared)


@seeds
def test_tables(seed):
    for rng in drawn(seed):
        table = rng.integers(1, 30, size=(rng.integers(2, 5), rng.integers(2, 5)))
        chi2 = stats.chi2_contingency(table, correction=False).statistic
        n, smaller = table.sum(), min(table.shape)
        v = stats.contingency.association(table, method="cramer")
        close(es.cramers_v(chi2, n, smaller), v)
        close(es.chi_square_from_v(v, n, smaller), chi2)
        close(es.contingency_coefficient(chi2, n), stats.contingency.association(table, method="pearson"))
        p = table / n
        expected = p.sum(axis=1)[:, None] * p.sum(axis=0)
        close(es.cohens_w(chi2, n), np.sqrt(((p - expected) ** 2 / expected).sum()))


@seeds
def test_concordance(seed):
    for rng in drawn(seed):
        values = rng.normal(size=(rng.integers(3, 15), rng.integers(3, 7)))
        n, k = values.shape
        sums = np.apply_along_axis(stats.rankdata, 1, values).sum(axis=0)
        w = 12 * ((sums - sums.mean()) ** 2).sum() / (n**2 * (k**3 - k))
        close(es.kendalls_w(stats.friedmanchisquare(*values.T).statistic, n, k), w)


@given(st.integers(2, 2000))
def test_hedges_factor_frees_of_bias(df):
    """The mean of a noncentral t is its noncentrality over J."""
    close(float(es.hedges_factor(df)), 1.3 / stats.nct.mean(df, 1.3), rel=1e-6)
    assert es.hedges_factor_approximate(df) == pytest.approx(es.hedges_factor(df), abs=0.008)


def test_hedges_factor_as_published():
    """Hedges and Olkin 1985, chapter 5, table 2."""
    found = es.hedges_factor(np.array([2.0, 3, 4, 5, 10, 20, 50]))
    assert found == pytest.approx([0.5642, 0.7236, 0.7979, 0.8408, 0.9228, 0.9619, 0.9849], abs=1e-4)
    with pytest.raises(ValueError, match="above 1"):
        es.hedges_factor(1)


@given(st.floats(-4, 4))
def test_d_and_what_stands_for_it(d):
    close(es.d_from_odds_ratio(es.odds_ratio_from_d(d)), d)
    close(es.d_from_auc(es.auc_from_d(d)), d, rel=1e-7)
    # Logistic distributions of one scale whose means differ so have this odds ratio at any cut.
    close(es.odds_ratio_from_d(d), np.exp(d * stats.logistic.std()))
    close(es.auc_from_d(d), stats.norm.cdf(d, 0, np.sqrt(2)))


@given(st.floats(-30, 30), sizes, st.floats(0, 200), st.integers(1, 9))
def test_all_are_monotone(t, n, f, df1):
    more = t + 0.01
    assert es.r_from_t(t, n) <= es.r_from_t(more, n)
    assert es.d_from_t(t, n, 3) <= es.d_from_t(more, n, 3)
    assert es.partial_eta_squared(f, df1, n) <= es.partial_eta_squared(f + 0.01, df1, n)
    assert es.partial_omega_squared(f, df1, n, n + df1 + 1) <= es.partial_omega_squared(f + 0.01, df1, n, n + df1 + 1)
    assert es.epsilon_squared(f, df1, n) <= es.partial_eta_squared(f, df1, n)


def test_arrays():
    f = np.array([1.0, 4.0, 9.0])
    assert es.partial_eta_squared(f, 1, 9) == pytest.approx([0.1, 4 / 13, 0.5])
    assert es.d_from_t(f, 10, np.array([10, 20, 30])).shape == (3,)
