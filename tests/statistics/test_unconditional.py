"""Barnard's and Boschloo's tests against scipy and a direct sum over all tables."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from checker.statistics.contingency import fisher, fisher_one_sided
from checker.statistics.unconditional import (
    UNCONDITIONAL,
    barnard,
    barnard_one_sided,
    barnard_unpooled,
    boschloo,
    boschloo_one_sided,
    boschloo_two_sided_ordering,
)

TABLES = [[[7, 8], [12, 3]], [[3, 1], [1, 5]], [[23, 17], [10, 25]], [[0, 12], [4, 9]]]

groups = st.integers(1, 25).flatmap(lambda n: st.integers(0, n).map(lambda x: [x, n - x]))


def largest_probability(extreme: list[tuple[int, int]], n1: int, n2: int) -> float:
    x1, x2 = np.array(extreme).T
    grid = np.linspace(0, 1, 2001)[:, None]
    return float((stats.binom.pmf(x1, n1, grid) * stats.binom.pmf(x2, n2, grid)).sum(axis=1).max())


@pytest.mark.parametrize("table", TABLES)
def test_scipy(table: list[list[int]]) -> None:
    columns = np.array(table).T
    # scipy parts ties that differ by rounding error only, hence the wider tolerance.
    assert barnard(table) == pytest.approx(stats.barnard_exact(columns).pvalue, abs=1e-4)
    unpooled = stats.barnard_exact(columns, pooled=False).pvalue
    assert barnard_unpooled(table) == pytest.approx(unpooled, abs=1e-4)
    assert boschloo(table) == pytest.approx(stats.boschloo_exact(columns).pvalue, abs=1e-7)
    sides = [stats.barnard_exact(columns, alternative=side).pvalue for side in ("less", "greater")]
    assert barnard_one_sided(table) == pytest.approx(min(sides), abs=1e-4)


@pytest.mark.parametrize("table", TABLES)
def test_barnard_with_exact_ties(table: list[list[int]]) -> None:
    n1, n2 = sum(table[0]), sum(table[1])

    def squared_z(x1: int, x2: int) -> Fraction:
        if x1 + x2 in (0, n1 + n2):
            return Fraction(0)
        p = Fraction(x1 + x2, n1 + n2)
        return (Fraction(x1, n1) - Fraction(x2, n2)) ** 2 / (p * (1 - p))

    observed = squared_z(table[0][0], table[1][0])
    extreme = [(x1, x2) for x1 in range(n1 + 1) for x2 in range(n2 + 1) if squared_z(x1, x2) >= observed]
    assert barnard(table) == pytest.approx(largest_probability(extreme, n1, n2), abs=1e-6)


def test_published_examples() -> None:
    # Mehta & Senchaudhuri, Cytel 2003 (Chan 1998): vaccine 7/15, placebo 12/15, one-sided 0.0341.
    assert barnard_one_sided([[7, 8], [12, 3]]) == pytest.approx(0.0341, abs=5e-5)
    # The documentation of scipy's boschloo_exact: 74 of 117, 31 of 63, one-sided.
    assert boschloo_one_sided([[74, 43], [31, 32]]) == pytest.approx(0.03556, abs=5e-6)


@pytest.mark.parametrize("table", TABLES)
def test_ordering_by_two_sided_fisher(table: list[list[int]]) -> None:
    n1, n2 = sum(table[0]), sum(table[1])
    observed = fisher(table)
    extreme = [
        (x1, x2)
        for x1 in range(n1 + 1)
        for x2 in range(n2 + 1)
        if fisher([[x1, n1 - x1], [x2, n2 - x2]]) <= observed * (1 + 1e-9)
    ]
    expected = largest_probability(extreme, n1, n2)
    assert boschloo_two_sided_ordering(table) == pytest.approx(expected, abs=1e-6)


@given(groups, groups)
@settings(max_examples=50)
def test_probabilities_and_symmetries(first: list[int], second: list[int]) -> None:
    for name, test in UNCONDITIONAL.items():
        p = test.p_value([first, second])
        assert p is not None
        assert 0 <= p <= 1, name
        assert test.p_value([second, first]) == pytest.approx(p, abs=1e-9), name
        assert test.p_value([first[::-1], second[::-1]]) == pytest.approx(p, abs=1e-9), name


@given(groups, groups)
@settings(max_examples=50)
def test_boschloo_is_never_above_fisher(first: list[int], second: list[int]) -> None:
    p = boschloo_one_sided([first, second])
    assert p is not None
    assert p <= fisher_one_sided([first, second]) + 1e-9


def test_undefined() -> None:
    for test in UNCONDITIONAL.values():
        assert test.p_value([[0, 0], [3, 4]]) is None
        assert test.p_value([[5, 0], [3, 0]]) == 1
        assert test.p_value([[5000, 5000], [3000, 7000]]) is None
        with pytest.raises(ValueError, match="two-by-two"):
            test.p_value([[1, 2, 3], [4, 5, 6]])
