"""Tests of larger tables against scipy, statsmodels, R's examples and enumeration."""

from __future__ import annotations

from itertools import product
from math import lgamma

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.contingency_tables import Table

from checker.statistics import tables
from checker.statistics.contingency import fisher
from checker.statistics.exact_tables import fisher_freeman_halton
from checker.statistics.tables import R_BY_C

Counts = list[list[int]]
TABLES = [
    [[10, 5, 3], [4, 8, 9]],
    [[30, 20, 10, 5], [20, 25, 15, 10]],
    [[12, 8, 5], [6, 10, 9], [3, 7, 14]],
    [[83, 3], [90, 3], [129, 7], [70, 12]],
]
ORDER_FREE = ["pearson", "likelihood-ratio", "fisher-freeman-halton"]

small_tables = st.tuples(st.integers(2, 3), st.integers(2, 3)).flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(0, 4), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


def enumerated_exact_p(table: Counts) -> float:
    """Sum over all tables with the margins, filled row by row."""
    row_sums = [sum(row) for row in table]
    column_sums = [sum(column) for column in zip(*table, strict=True)]

    def fillings(size: int, room: list[int]) -> list[tuple[int, ...]]:
        ranges = (range(min(size, r) + 1) for r in room)
        return [way for way in product(*ranges) if sum(way) == size]

    logs: list[float] = []

    def descend(row: int, room: list[int], log_weight: float) -> None:
        if row == len(row_sums):
            logs.append(log_weight)
            return
        for way in fillings(row_sums[row], room):
            left = [r - x for r, x in zip(room, way, strict=True)]
            descend(row + 1, left, log_weight - sum(lgamma(x + 1) for x in way))

    descend(0, column_sums, 0.0)
    observed = -sum(lgamma(x + 1) for row in table for x in row)
    from math import exp

    total = sum(exp(log) for log in logs)
    return sum(exp(log) for log in logs if log <= observed + 1e-7) / total


@pytest.mark.parametrize("table", TABLES)
def test_scipy_and_statsmodels(table: Counts) -> None:
    assert tables.pearson(table) == pytest.approx(stats.chi2_contingency(table).pvalue, rel=1e-9)
    g = stats.chi2_contingency(table, lambda_="log-likelihood", correction=False)
    assert tables.likelihood_ratio(table) == pytest.approx(g.pvalue, rel=1e-9)
    samples = [[j for j, cell in enumerate(row) for _ in range(cell)] for row in table]
    assert tables.kruskal_wallis(table) == pytest.approx(stats.kruskal(*samples).pvalue, rel=1e-9)
    trend = Table(table, shift_zeros=False).test_ordinal_association()
    assert tables.linear_by_linear(table) == pytest.approx(trend.pvalue, rel=1e-9)


@pytest.mark.parametrize("table", TABLES[:2])
def test_mann_whitney(table: Counts) -> None:
    first, second = ([j for j, cell in enumerate(row) for _ in range(cell)] for row in table)
    expected = stats.mannwhitneyu(first, second, method="asymptotic", use_continuity=True)
    assert tables.mann_whitney_continuity(table) == pytest.approx(expected.pvalue, rel=1e-9)
    plain = stats.mannwhitneyu(first, second, method="asymptotic", use_continuity=False)
    assert tables.kruskal_wallis(table) == pytest.approx(plain.pvalue, rel=1e-9)


def test_trend_of_r_example() -> None:
    # R, example(prop.trend.test), smokers: X-squared = 8.2249, p-value = 0.004132.
    assert tables.cochran_armitage([[83, 3], [90, 3], [129, 7], [70, 12]]) == pytest.approx(0.004132, abs=5e-7)
    assert tables.cochran_armitage([[83, 90, 129, 70], [3, 3, 7, 12]]) == pytest.approx(0.004132, abs=5e-7)
    assert tables.cochran_armitage([[1, 2, 3], [4, 5, 6], [7, 8, 9]]) is None
    one_sided = tables.cochran_armitage_one_sided([[83, 3], [90, 3], [129, 7], [70, 12]])
    assert one_sided == pytest.approx(0.002066, abs=5e-7)


@given(small_tables)
@settings(max_examples=60)
def test_exact_test_against_enumeration(table: Counts) -> None:
    p = fisher_freeman_halton(table)
    rows = [row for row in table if any(row)]
    if len(rows) < 2 or sum(map(any, zip(*table, strict=True))) < 2:
        assert p is None
    else:
        assert p == pytest.approx(enumerated_exact_p(table), rel=1e-9)


@pytest.mark.parametrize("table", [[[10, 5, 3], [4, 8, 9]], [[3, 5, 2], [6, 0, 4], [1, 7, 5]]])
def test_exact_test_of_larger_tables(table: Counts) -> None:
    assert fisher_freeman_halton(table) == pytest.approx(enumerated_exact_p(table), rel=1e-9)


def test_exact_test_of_r_example() -> None:
    # R, ?fisher.test: job satisfaction (Agresti 2002, p. 57), p-value = 0.7827.
    job = [[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]]
    assert fisher_freeman_halton(job) is None
    assert fisher_freeman_halton(job, limit=5_000_000) == pytest.approx(0.7827, abs=5e-5)


def test_exact_test_reduces_to_fisher() -> None:
    for table in ([[7, 8], [12, 3]], [[143, 57], [161, 39]]):
        assert fisher_freeman_halton(table) == pytest.approx(fisher(table), rel=1e-9)


def test_exact_test_gives_up() -> None:
    assert fisher_freeman_halton([[40, 50, 30], [35, 45, 38], [50, 30, 41]]) is None
    assert fisher_freeman_halton([[40, 50, 30, 20], [35, 45, 38, 20]], limit=1000) is None


@given(small_tables)
def test_p_values_are_probabilities_and_symmetric(table: Counts) -> None:
    for name, test in R_BY_C.items():
        p = test.p_value(table)
        assert p is None or 0 <= p <= 1, name
        if name in ORDER_FREE:
            transposed = [list(column) for column in zip(*table, strict=True)]
            for other in (transposed, table[::-1], [row[::-1] for row in table]):
                q = test.p_value(other)
                assert (q is None) == (p is None), name
                assert q is None or q == pytest.approx(p, rel=1e-9)


def test_undefined_and_impossible() -> None:
    for test in R_BY_C.values():
        assert test.p_value([[3, 4, 0], [0, 0, 0]]) is None
        with pytest.raises(ValueError, match="one length"):
            test.p_value([[1, 2], [3, 4, 5]])
        with pytest.raises(ValueError, match="negative"):
            test.p_value([[1, 2], [3, -4]])
    assert tables.mann_whitney_continuity([[1, 2], [3, 4], [5, 6]]) is None
    # Empty columns are dropped; scores keep their places.
    assert tables.pearson([[3, 0, 4], [6, 0, 1]]) == tables.pearson([[3, 4], [6, 1]])
