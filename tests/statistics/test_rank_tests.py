"""Rank tests against scipy, all permutations, and published critical values."""

from __future__ import annotations

from itertools import permutations
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import rank_tests as rt

seeds = pytest.mark.parametrize("seed", range(20))


def point(value):
    return value, value


@seeds
def test_u(seed):
    rng = np.random.default_rng(seed)
    for _ in range(12):
        x, y = rng.normal(size=rng.integers(2, 30)), rng.normal(0.4, 1, size=rng.integers(2, 30))
        u = float(stats.mannwhitneyu(x, y).statistic)
        side = "less" if u < len(x) * len(y) / 2 else "greater"
        # In the very middle scipy's one-sided p is of the middle value besides, and there is no direction.
        for sides, alternative in ((2, "two-sided"), (1, side))[: 1 if 2 * u == len(x) * len(y) else 2]:
            for method, found in (
                ("exact", rt.u_p_exact(point(u), len(x), len(y), sides)),
                ("asymptotic", rt.u_p(point(u), len(x), len(y), sides)),
            ):
                expected = stats.mannwhitneyu(x, y, alternative=alternative, method=method).pvalue
                assert found[0] == found[1] == pytest.approx(expected, rel=1e-9)
        plain = stats.mannwhitneyu(x, y, method="asymptotic", use_continuity=False).pvalue
        assert rt.u_p(point(u), len(x), len(y), continuity=False)[0] == pytest.approx(plain, rel=1e-9)
        z = rt.u_z(point(u), len(x), len(y))[0]
        assert 2 * stats.norm.sf(z) == pytest.approx(plain, rel=1e-9)


@seeds
def test_u_with_ties(seed):
    rng = np.random.default_rng(seed)
    for _ in range(12):
        x, y = rng.integers(0, 6, 12), rng.integers(1, 7, 15)
        _, times = np.unique(np.concatenate([x, y]), return_counts=True)
        tied = float((times**3 - times).sum() / (27**3 - 27))
        found = stats.mannwhitneyu(x, y, method="asymptotic")
        p = rt.u_p(point(float(found.statistic)), 12, 15, tied=tied)
        assert p[0] == pytest.approx(found.pvalue, rel=1e-9)
        # Where ties are unknown, the p without them is the largest.
        assert p[1] <= rt.u_p(point(float(found.statistic)), 12, 15)[1]


@seeds
def test_signed_ranks(seed):
    rng = np.random.default_rng(seed)
    for _ in range(12):
        x = rng.normal(0.3, 1, rng.integers(2, 45))
        w = float(stats.wilcoxon(x, method="exact").statistic)
        exact = stats.wilcoxon(x, method="exact").pvalue
        assert rt.signed_rank_p_exact(point(w), len(x))[0] == pytest.approx(exact, rel=1e-9)
        for correction in (False, True):
            expected = stats.wilcoxon(x, method="approx", correction=correction).pvalue
            found = rt.signed_rank_p(point(w), len(x), continuity=correction)
            assert found[0] == pytest.approx(expected, rel=1e-9)


@seeds
def test_signed_ranks_with_ties(seed):
    rng = np.random.default_rng(seed)
    x = rng.choice([-3, -2, -1, 1, 2, 3, 4], 25)
    _, times = np.unique(abs(x), return_counts=True)
    tied = float((times**3 - times).sum() / (25**3 - 25))
    found = stats.wilcoxon(x, method="approx", correction=False)
    p = rt.signed_rank_p(point(float(found.statistic)), 25, continuity=False, tied=tied)
    assert p[0] == pytest.approx(found.pvalue, rel=1e-9)


@seeds
def test_tau(seed):
    rng = np.random.default_rng(seed)
    for _ in range(12):
        n = int(rng.integers(3, 40))
        x, y = rng.permutation(n), rng.permutation(n)
        exact = stats.kendalltau(x, y, method="exact")
        assert rt.tau_p_exact(point(exact.statistic), n)[0] == pytest.approx(exact.pvalue, rel=1e-9)
        normal = stats.kendalltau(x, y, method="asymptotic").pvalue
        assert rt.tau_p(point(exact.statistic), n)[0] == pytest.approx(normal, rel=1e-9)


@pytest.mark.parametrize("n", range(2, 8))
def test_rho_by_every_permutation(n):
    ranks = np.arange(n)
    squares = np.array([((ranks - np.array(each)) ** 2).sum() for each in permutations(range(n))])
    most = (n**3 - n) // 3
    for square in np.unique(squares):
        p = min(1.0, 2 * np.mean(squares <= min(square, most - square)))
        assert rt.rho_p_exact(point(1 - 2 * square / most), n)[0] == pytest.approx(p)


@pytest.mark.parametrize(
    ("n", "five", "one"),
    [(6, 0.886, 1.0), (7, 0.786, 0.929), (8, 0.738, 0.881), (9, 0.700, 0.833), (10, 0.648, 0.794), (11, 0.618, 0.755),
     (12, 0.587, 0.727)],
)  # fmt: skip
def test_rho_against_zars_table(n, five, one):
    """Critical values of Zar 1972 for two-sided levels of 5 and 1 %; one step less is beyond the level."""
    step = 6 * 2 / (n**3 - n)
    for level, critical in ((0.05, five), (0.01, one)):
        value = 1 - round((1 - critical) / step) * step
        assert rt.rho_p_exact(point(value), n)[1] <= level < rt.rho_p_exact(point(value - step), n)[1]


@given(st.floats(-1, 1), st.integers(3, 60))
def test_rho_by_t(rho, n):
    t = inf if abs(rho) == 1 else abs(rho) * ((n - 2) / ((1 - rho) * (1 + rho))) ** 0.5
    assert rt.rho_p(point(rho), n)[0] == pytest.approx(2 * stats.t.sf(t, n - 2), rel=1e-9, abs=1e-12)


@given(st.integers(2, 20), st.integers(2, 20), st.data())
def test_ranges_hold_all_that_may_be_printed_so(n1, n2, data):
    low, at, high = sorted(data.draw(st.lists(st.integers(0, n1 * n2), min_size=3, max_size=3)))
    for p in (rt.u_p, rt.u_p_exact):
        least, most = p((low, high), n1, n2)
        assert least <= p(point(at), n1, n2)[0] <= most
        # Either group's U is the same test.
        assert p(point(at), n1, n2)[0] == pytest.approx(p(point(n1 * n2 - at), n2, n1)[0], rel=1e-9)


@pytest.mark.parametrize(
    "call",
    [
        lambda: rt.u_p((70, 80), 5, 6),
        lambda: rt.u_p((8, 7), 5, 6),
        lambda: rt.u_p((7, 8), 0, 6),
        lambda: rt.u_p((7, 8), 5, 6, tied=1.0),
        lambda: rt.u_p_exact((7.2, 7.8), 5, 6),
        lambda: rt.u_p_exact((7, 8), 200, 60),
        lambda: rt.u_p_exact((8, 7), 5, 6),
        lambda: rt.rho_p_exact((0.1, 0.2), 13),
        lambda: rt.rho_p((0.1, 0.2), 2),
        lambda: rt.tau_p((1.1, 1.2), 12),
        lambda: rt.tau_p_exact((0.1, 0.2), 151),
        lambda: rt.tau_p_exact((0.1, 0.11), 4),
        lambda: rt.signed_rank_p_exact((0, 1), 501),
        lambda: rt.signed_rank_p((7, 8), 5, 3),
    ],
)
def test_what_cannot_be(call):
    with pytest.raises(ValueError, match=r"."):
        call()
