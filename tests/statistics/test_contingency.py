"""Two-by-two tests against scipy, statsmodels, published examples and their own symmetries."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.contingency_tables import Table2x2

from checker.statistics.contingency import (
    TWO_BY_TWO,
    expected_counts,
    fisher,
    fisher_against,
    fisher_mid_p,
    fisher_mid_p_doubled,
    fisher_one_sided,
    likelihood_ratio,
    margins,
    minimum_expected_count,
    n_minus_1,
    pearson,
    student_t,
    wald_log_odds,
    wald_log_risk,
    yates,
    z_unpooled,
)

Table2 = list[list[int]]
TABLES = [
    [[3, 1], [1, 3]],
    [[7, 8], [12, 3]],
    [[10, 20], [0, 25]],
    [[43, 57], [61, 39]],
    [[1, 499], [12, 480]],
    [[812, 1188], [900, 1100]],
]
# Groups in rows and outcomes in columns matter to these: exchanging the two changes their p value.
ROWWISE = {"z-unpooled", "wald-log-risk", "one-sided z-unpooled"}
# Exchanging the two outcomes changes the risk ratio.
OUTCOMEWISE = {"wald-log-risk"}

cells = st.integers(0, 60)
tables = st.tuples(cells, cells, cells, cells).filter(any).map(lambda t: [[t[0], t[1]], [t[2], t[3]]])


@pytest.mark.parametrize("table", TABLES)
def test_scipy(table: Table2) -> None:
    assert pearson(table) == pytest.approx(stats.chi2_contingency(table, correction=False).pvalue, rel=1e-10)
    assert yates(table) == pytest.approx(stats.chi2_contingency(table, correction=True).pvalue, rel=1e-10)
    g = stats.chi2_contingency(table, correction=False, lambda_="log-likelihood")
    assert likelihood_ratio(table) == pytest.approx(g.pvalue, rel=1e-9)
    assert fisher(table) == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-9)
    tails = [stats.fisher_exact(table, alternative=side).pvalue for side in ("less", "greater")]
    assert fisher_one_sided(table) == pytest.approx(min(tails), rel=1e-9)


@pytest.mark.parametrize("table", TABLES)
def test_student_t_is_the_t_test_of_indicators(table: Table2) -> None:
    first, second = ([1] * row[0] + [0] * row[1] for row in table)
    assert student_t(table) == pytest.approx(stats.ttest_ind(first, second).pvalue, rel=1e-9)


@pytest.mark.parametrize("table", [TABLES[0], TABLES[1], TABLES[3], TABLES[5]])
def test_wald_tests_on_log_scales(table: Table2) -> None:
    oracle = Table2x2(table, shift_zeros=False)
    assert wald_log_odds(table) == pytest.approx(oracle.log_oddsratio_pvalue(), rel=1e-9)
    assert wald_log_risk(table) == pytest.approx(oracle.log_riskratio_pvalue(), rel=1e-9)


def test_published_examples() -> None:
    # Fisher's tea tasting (R, ?fisher.test): one-sided 0.2429, two-sided 0.4857.
    assert fisher([[3, 1], [1, 3]]) == pytest.approx(0.4857, abs=5e-5)
    assert fisher_one_sided([[3, 1], [1, 3]]) == pytest.approx(0.2429, abs=5e-5)
    # Convictions of like-sex twins (R, ?fisher.test): one-sided 0.0004652.
    assert fisher_one_sided([[2, 15], [10, 3]]) == pytest.approx(0.0004652, abs=5e-8)


def test_by_hand() -> None:
    table = [[7, 8], [12, 3]]
    chi_square = 30 * (7 * 3 - 8 * 12) ** 2 / (15 * 15 * 19 * 11)
    assert n_minus_1(table) == pytest.approx(stats.chi2.sf(chi_square * 29 / 30, 1), rel=1e-12)
    z = (7 / 15 - 12 / 15) / (7 * 8 / 15**3 + 12 * 3 / 15**3) ** 0.5
    assert z_unpooled(table) == pytest.approx(2 * stats.norm.sf(abs(z)), rel=1e-12)
    observed = stats.hypergeom.pmf(7, 30, 19, 15)
    assert fisher_mid_p(table) == pytest.approx(fisher(table) - observed / 2, rel=1e-12)
    assert fisher_mid_p_doubled(table) == pytest.approx(2 * fisher_one_sided(table) - observed, rel=1e-12)


def test_expected_counts() -> None:
    assert expected_counts([[7, 8], [12, 3]]) == [[9.5, 5.5], [9.5, 5.5]]
    assert minimum_expected_count([[7, 8], [12, 3]]) == 5.5
    assert minimum_expected_count([[1, 2, 3], [4, 5, 6]]) == pytest.approx(6 * 5 / 21)
    with pytest.raises(ValueError, match="no count"):
        expected_counts([[0, 0], [0, 0]])


@given(tables)
def test_p_values_are_probabilities(table: Table2) -> None:
    for name, test in TWO_BY_TWO.items():
        p = test.p_value(table)
        if p is None:
            assert min(map(min, table)) == 0 or "wald" in name
            continue
        assert 0 <= p <= 1, name
        assert test.sides == (1 if name.startswith("one-sided") else 2)
        if test.sides == 1 and "fisher" not in name:
            assert (p >= 0.5) if name.endswith("against the data") else (p <= 0.5)


@given(tables)
def test_symmetries(table: Table2) -> None:
    (a, b), (c, d) = table
    for name, test in TWO_BY_TWO.items():
        p = test.p_value(table)
        same = [[[c, d], [a, b]]]
        if name not in OUTCOMEWISE:
            same.append([[b, a], [d, c]])
        if name not in ROWWISE:
            same.append([[a, c], [b, d]])
        for other in same:
            q = test.p_value(other)
            assert (p is None) == (q is None), name
            if p is not None:
                assert q == pytest.approx(p, rel=1e-9, abs=1e-300), name


@given(tables)
def test_fisher_against_scipy(table: Table2) -> None:
    assert fisher(table) == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-7)
    one_sided = sorted(stats.fisher_exact(table, side).pvalue for side in ("less", "greater"))
    assert fisher_one_sided(table) == pytest.approx(one_sided[0], rel=1e-7)
    assert fisher_against(table) == pytest.approx(one_sided[1], rel=1e-7)


@given(tables)
def test_orderings_between_tests(table: Table2) -> None:
    plain, corrected = pearson(table), yates(table)
    assume(plain is not None)
    assert plain is not None
    assert corrected is not None
    assert plain <= corrected + 1e-15
    assert fisher_mid_p(table) <= fisher(table)
    assert fisher_one_sided(table) <= fisher(table) + 1e-12


def test_undefined_and_impossible() -> None:
    assert pearson([[5, 0], [7, 0]]) is None
    assert fisher([[5, 0], [7, 0]]) == pytest.approx(1.0)
    assert student_t([[1, 0], [0, 1]]) is None
    assert student_t([[3, 0], [0, 4]]) == 0.0
    assert wald_log_odds([[0, 5], [3, 4]]) is None
    assert wald_log_risk([[5, 0], [4, 0]]) is None
    assert z_unpooled([[5, 0], [0, 5]]) == 0.0
    for bad in ([[1, 2]], [[1, 2, 3], [4, 5, 6]], [[-1, 2], [3, 4]], [[0, 0], [0, 0]]):
        with pytest.raises(ValueError, match="table"):
            margins(bad)


def test_large_tables() -> None:
    table = [[50_000, 450_000], [50_900, 449_100]]
    assert fisher(table) == pytest.approx(stats.fisher_exact(table).pvalue, rel=1e-6)
    assert fisher([[0, 500_000], [250_000, 250_000]]) == 0
    assert fisher_one_sided([[250_000, 250_000], [0, 500_000]]) == 0
