"""Effects from each statistic, against those of the values where there are some."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import effects_of_statistics as effects
from checker.statistics.effects_of_statistics import Design


def point(value):
    return float(value), float(value)


def by_measure(found):
    kept: dict[str, list[float]] = {}
    for each in found:
        assert each.values[0] <= each.values[1]
        kept.setdefault(each.measure, []).append(each.values[0])
    return kept


@pytest.mark.parametrize("seed", range(20))
def test_against_the_values(seed):
    rng = np.random.default_rng(seed)
    for _ in range(12):
        x, y = rng.normal(0.4, 1, rng.integers(4, 30)), rng.normal(0, 1, rng.integers(4, 30))
        n1, n2 = len(x), len(y)
        design = Design(groups=(n1, n2), n=n1 + n2)
        d = stats.ttest_ind(x, y).statistic * (1 / n1 + 1 / n2) ** 0.5
        found = by_measure(effects.of_t(point(stats.ttest_ind(x, y).statistic), n1 + n2 - 2, design))
        assert found["d"][0] == pytest.approx(d)
        f = stats.f_oneway(x, y).statistic
        again = by_measure(effects.of_f(point(f), 1, n1 + n2 - 2, design))
        assert again["d"][0] == pytest.approx(abs(d))
        for measure in ("eta2", "omega2", "epsilon2", "f"):
            assert again[measure] == pytest.approx(found[measure])
        u = stats.mannwhitneyu(x, y, method="asymptotic", use_continuity=False)
        ranks = by_measure(effects.of_u(point(u.statistic), design))
        assert ranks["AUC"] == pytest.approx([np.mean(x[:, None] > y), np.mean(x[:, None] < y)])
        assert ranks["r"][0] == pytest.approx(stats.norm.isf(u.pvalue / 2) / (n1 + n2) ** 0.5)
        table = rng.integers(2, 20, size=(3, 4))
        chi2 = stats.chi2_contingency(table, correction=False).statistic
        v = stats.contingency.association(table, method="cramer")
        known = by_measure(effects.of_chi_square(point(chi2), 6, Design(n=table.sum(), shape=(3, 4))))
        assert known["V"] == pytest.approx([v])
        # A table with 6 degrees of freedom may be two by seven, too.
        open_shape = by_measure(effects.of_chi_square(point(chi2), 6, Design(n=table.sum())))
        assert open_shape["V"] == pytest.approx([v * 2**0.5, v])


@given(st.floats(0.05, 8), st.integers(3, 300))
def test_designs_that_are_open(t, df):
    found = [each for each in effects.of_t(point(t), df) if each.measure == "d"]
    assert {each.how.partition(",")[0] for each in found} == {"2t/sqrt n", "2t/sqrt df", "t/sqrt n", "t/sqrt df"}
    paired = [each.values for each in effects.of_t(point(t), df, Design(paired=True)) if each.measure == "d"]
    assert paired[0] == pytest.approx(point(t / (df + 1) ** 0.5))
    independent = [each.values for each in effects.of_t(point(t), df, Design(paired=False)) if each.measure == "d"]
    assert independent[0] == pytest.approx(point(2 * t / (df + 2) ** 0.5))


@given(st.floats(0, 50), st.integers(1, 9), st.integers(2, 300), st.floats(0, 0.05), st.floats(0, 1))
def test_ranges_hold_all_that_may_be_printed_so(f, df1, df2, half, share):
    wide = max(0.0, f - half), f + half
    inside = wide[0] + share * (wide[1] - wide[0])
    for outer, inner in zip(effects.of_f(wide, df1, df2), effects.of_f(point(inside), df1, df2), strict=True):
        assert outer.measure == inner.measure
        assert outer.values[0] - 1e-9 <= inner.values[0] <= outer.values[1] + 1e-9


def test_what_is_not_known_is_not_answered():
    assert list(effects.of_z((2, 2))) == []
    assert list(effects.of_u((2, 2))) == []
    assert list(effects.of_chi_square((2, 2), 1)) == []
    assert list(effects.of_h((2, 2), 2)) == []
    assert [each.measure for each in effects.of_r((1.0, 1.0), 8)] == ["R2"]
    ranks = by_measure(effects.of_h((7.2, 7.2), 2, Design(n=40)))
    assert (ranks["eta2"], ranks["epsilon2"]) == ([5.2 / 37], [7.2 / 39])
    normal = by_measure(effects.of_z((2, 2), Design(groups=(8, 8))))
    assert (normal["r"], normal["d"]) == ([0.5], [1.0])


@pytest.mark.parametrize(
    "call",
    [
        lambda: effects.of_t((1, 2), 0),
        lambda: effects.of_f((-2, -1), 2, 20),
        lambda: effects.of_f((2, 1), 2, 20),
        lambda: effects.of_chi_square((1, 2), 0, Design(n=4)),
        lambda: effects.of_r((1.1, 1.2), 20),
    ],
)
def test_what_cannot_be(call):
    with pytest.raises(ValueError, match=r"."):
        list(call())
