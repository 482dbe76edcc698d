"""Kappa against statsmodels, published tables, and its bounds against all tables of given margins."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog
from statsmodels.stats.inter_rater import cohens_kappa

from checker.statistics.agreement import (
    agreement_of,
    bounds_from_margins,
    expected_agreement,
    kappa_from_agreement,
    prevalence_adjusted,
)

GENERATOR = np.random.default_rng(20261122)
TABLES = [GENERATOR.integers(0, 60, (k, k)) + np.eye(k, dtype=int) for k in (2, 3, 4, 5) for _ in range(60)]


def test_published_tables() -> None:
    # Fleiss, Cohen & Everitt 1969, table 1: shares of 200 subjects, kappa .429.
    table = [[0.53, 0.05, 0.02], [0.11, 0.14, 0.05], [0.01, 0.06, 0.03]]
    found = agreement_of([[200 * share for share in row] for row in table])
    assert found.kappa == pytest.approx(0.429, abs=0.0005)
    # Two raters' yes and no of 50 proposals.
    assert agreement_of([[20, 5], [10, 15]]).kappa == pytest.approx(0.4)


@pytest.mark.parametrize(("weights", "theirs"), [("none", None), ("linear", "linear"), ("quadratic", "quadratic")])
def test_agrees_with_statsmodels(weights, theirs) -> None:
    for table in TABLES:
        expected = cohens_kappa(table, wt=theirs)
        found = agreement_of(table.tolist(), weights)
        assert found.kappa == pytest.approx(expected.kappa, abs=1e-10)
        assert found.error == pytest.approx(expected.std_kappa, abs=1e-10)
        assert found.error0 == pytest.approx(expected.std_kappa0, abs=1e-10)
        assert found.limits() == pytest.approx((expected.kappa_low, expected.kappa_upp), abs=1e-9)
        assert found.p == pytest.approx(expected.pvalue_two_sided, abs=1e-10)


@given(st.integers(0, 25), st.integers(0, 25), st.integers(1, 25))
def test_bounds_of_two_categories_are_those_of_all_tables(row: int, column: int, size: int) -> None:
    rows, columns = (min(row, size), max(0, size - row)), (min(column, size), max(0, size - column))
    kappas = []
    for a in range(size + 1):
        b, c = rows[0] - a, columns[0] - a
        d = size - a - b - c
        if min(b, c, d) >= 0:
            found = agreement_of([[a, b], [c, d]])
            kappas += [] if found is None else [found.kappa]
    bounds = bounds_from_margins(rows, columns)
    if bounds is None:
        assert not kappas
    else:
        assert bounds == pytest.approx((min(kappas), max(kappas)))


@given(
    st.integers(3, 4).flatmap(
        lambda k: st.lists(st.lists(st.integers(0, 9), min_size=k, max_size=k), min_size=k, max_size=k)
    )
)
def test_bounds_are_the_ends_of_the_transport_problem(table: list[list[int]]) -> None:
    k, total = len(table), sum(map(sum, table))
    rows, columns = [sum(row) for row in table], [sum(row[j] for row in table) for j in range(k)]
    bounds = bounds_from_margins(rows, columns) if total else None
    if bounds is None:
        return
    trace = [float(i == j) for i, j in product(range(k), repeat=2)]
    equal = [[float(i == each) for i, _ in product(range(k), repeat=2)] for each in range(k)]
    equal += [[float(j == each) for _, j in product(range(k), repeat=2)] for each in range(k)]
    ends = [sign * linprog([sign * t for t in trace], A_eq=equal, b_eq=rows + columns).fun / total for sign in (1, -1)]
    expected = expected_agreement(rows, columns)
    assert bounds == pytest.approx([kappa_from_agreement(min(1, max(0, end)), expected) for end in ends], abs=1e-7)
    found = agreement_of(table)
    assert bounds[0] - 1e-9 <= found.kappa <= bounds[1] + 1e-9


def test_agreement_of_one_category_has_no_kappa() -> None:
    assert agreement_of([[5, 0], [0, 0]]) is None
    assert bounds_from_margins([5, 0], [5, 0]) is None
    assert prevalence_adjusted(0.9) == pytest.approx(0.8)
    assert prevalence_adjusted(1 / 3, 3) == pytest.approx(0)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: agreement_of([[1, 2]]),
        lambda: agreement_of([[1]]),
        lambda: agreement_of([[0, 0], [0, 0]]),
        lambda: agreement_of([[1, -1], [0, 1]]),
        lambda: agreement_of([[1, 1], [0, 1]], "cubic"),
        lambda: kappa_from_agreement(0.5, 1),
        lambda: bounds_from_margins([1, 2], [2, 2]),
        lambda: bounds_from_margins([1, 2], [3]),
        lambda: prevalence_adjusted(1.2),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"table|kappa|margins|weights"):
        wrong()
