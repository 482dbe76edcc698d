"""Analysis of variance from summaries against that of the values (scipy, statsmodels)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.oneway import anova_oneway

from checker.statistics import one_way, two_means
from checker.statistics.two_means import Sample


def point(value):
    return float(value), float(value)


def sample(values):
    return Sample(point(values.mean()), point(values.std(ddof=1)), len(values))


@pytest.mark.parametrize("seed", range(20))
def test_against_the_values(seed):
    rng = np.random.default_rng(seed)
    for _ in range(12):
        groups = [
            rng.normal(rng.normal(), rng.uniform(0.5, 3), rng.integers(3, 30)) for _ in range(rng.integers(2, 16))
        ]
        samples = [sample(each) for each in groups]
        fisher = one_way.anova(samples)
        expected = stats.f_oneway(*groups)
        assert fisher.f == pytest.approx((expected.statistic, expected.statistic), rel=1e-8)
        assert one_way.p_value(fisher) == pytest.approx((expected.pvalue, expected.pvalue), rel=1e-7)
        welch = one_way.welch(samples)
        expected = anova_oneway(groups, use_var="unequal", welch_correction=True)
        assert welch.f == pytest.approx((expected.statistic, expected.statistic), rel=1e-8)
        assert welch.df2 == pytest.approx((expected.df_denom, expected.df_denom), rel=1e-8)
        assert one_way.p_value(welch) == pytest.approx((expected.pvalue, expected.pvalue), rel=1e-7)
        errors = [each._replace(sd=point(each.sd[0] / each.size**0.5)) for each in samples]
        assert one_way.anova(one_way.from_errors(errors)).f == pytest.approx(fisher.f, rel=1e-9)


figures = st.tuples(st.floats(-5, 5), st.floats(0.3, 4), st.integers(2, 40))


@settings(max_examples=300, deadline=None)
@given(st.lists(figures, min_size=2, max_size=14), st.floats(0, 0.2), st.randoms(use_true_random=False))
def test_ranges_hold_all_that_may_be_printed_so(groups, half, random):
    wide = [Sample((m - half, m + half), (s - half, s + half), n) for m, s, n in groups]
    inside = [Sample(point(random.uniform(*each.mean)), point(random.uniform(*each.sd)), each.size) for each in wide]
    for test in (one_way.anova, one_way.welch):
        outer, inner = test(wide), test(inside)
        for name in ("between", "f", "df2"):
            found, at = getattr(outer, name), getattr(inner, name)[0]
            assert found[0] <= at * (1 + 1e-9) + 1e-9
            assert at <= found[1] * (1 + 1e-9) + 1e-9
        low, high = one_way.p_value(outer)
        assert low - 1e-9 <= one_way.p_value(inner)[0] <= high + 1e-9


@settings(max_examples=200)
@given(figures, figures)
def test_of_two_groups_it_is_t_squared(one, other):
    pair = [Sample(point(m), point(s), n) for m, s, n in (one, other)]
    for anova, t in ((one_way.anova, two_means.student), (one_way.welch, two_means.welch)):
        assert anova(pair).f[0] == pytest.approx(two_means.statistic(t(*pair))[0] ** 2, rel=1e-7, abs=1e-12)
        assert one_way.p_value(anova(pair))[0] == pytest.approx(two_means.p_value(t(*pair))[0], rel=1e-6)


def test_the_bound_of_many_means_is_no_less_than_that_of_few():
    rng = np.random.default_rng(3)
    for _ in range(40):
        means = [(m - 0.3, m + 0.3) for m in rng.normal(size=12)]
        weights = rng.integers(2, 30, 12).tolist()
        exact = one_way.between(means, weights)
        # A group more that weighs nothing to speak of.
        loose = one_way.between([*means, (0.0, 0.0)], [*weights, 1e-12])
        assert loose[0] == pytest.approx(exact[0], abs=1e-6)
        assert exact[1] <= loose[1] + 1e-9
        assert loose[1] <= exact[1] * 1.1


def test_the_ends_are_reached():
    apart = [Sample((1.0, 1.5), (1.0, 1.0), 10), Sample((2.0, 2.5), (1.0, 1.0), 20), Sample((2.2, 3.0), (1.0, 1.0), 10)]

    def f(*means):
        return one_way.anova([Sample(point(m), (1.0, 1.0), n) for m, n in zip(means, (10, 20, 10), strict=True)]).f[0]

    assert one_way.anova(apart).f == pytest.approx((f(1.5, 2.0, 2.2), f(1.0, 2.5, 3.0)))
    together = [Sample((1.0, 2.0), (1.0, 1.0), 10)] * 3
    assert one_way.anova(together).f[0] == 0


def test_the_most_is_not_where_the_order_of_the_means_puts_it():
    """Of ranges that lie in one place, the large group stands against both small ones."""
    same = [Sample((1.0, 2.0), (1.0, 1.0), n) for n in (10, 30, 10)]
    assert one_way.anova(same).between[1] == pytest.approx(30 * 20 / 50)


def test_ends():
    same = [Sample(point(1), point(0), 5)] * 2
    assert one_way.anova(same).f == (0.0, 0.0)
    apart = [Sample(point(1), point(0), 5), Sample(point(2), point(0), 5)]
    assert one_way.p_value(one_way.anova(apart)) == (0.0, 0.0)


def test_what_cannot_be():
    for call in (
        lambda: one_way.anova([Sample((1, 1), (1, 1), 4)]),
        lambda: one_way.anova([Sample((1, 1), (1, 1), 4), Sample((1, 1), (1, 1), 1)]),
        lambda: one_way.anova([Sample((1, 1), (1, 1), 4), Sample((1, 1), (-1, 1), 4)]),
        lambda: one_way.welch([Sample((1, 1), (1, 1), 4), Sample((1, 1), (0, 1), 4)]),
    ):
        with pytest.raises(ValueError, match=r"."):
            call()
