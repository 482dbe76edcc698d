"""Measures of accuracy against a published table, numpy's correlation, and their own identities."""

from math import inf, isnan, nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.statistics.accuracy import (
    MEASURES,
    likelihood_ratios,
    post_test,
    predictive_values,
    prevalence_from_predictive_value,
    require_counts,
)

CELLS = st.integers(0, 3000)
SOME = st.integers(1, 3000)
RATES = st.floats(0.01, 0.99)
GENERATOR = np.random.default_rng(20261122)
TABLES = GENERATOR.integers(1, 300, (250, 4))


def test_published_table() -> None:
    # Altman & Bland, BMJ 1994: liver scans, 231 and 32 abnormal, 27 and 54 normal, of 258 ill and 86 well.
    table = (231, 32, 27, 54)
    expected = {"sensitivity": 0.90, "specificity": 0.63, "ppv": 0.88, "npv": 0.67, "prevalence": 0.75}
    for name, value in expected.items():
        assert MEASURES[name](*table) == pytest.approx(value, abs=0.005)
    assert MEASURES["lr+"](*table) == pytest.approx(2.4, abs=0.05)
    # At a prevalence of 0.25 the predictive values are 0.45 and 0.95.
    assert predictive_values(0.90, 0.63, 0.25) == pytest.approx((0.45, 0.95), abs=0.005)


def test_agrees_with_correlations_and_counting() -> None:
    for tp, fp, fn, tn in TABLES:
        test = np.repeat([1, 1, 0, 0], [tp, fp, fn, tn])
        truth = np.repeat([1, 0, 1, 0], [tp, fp, fn, tn])
        found = {name: measure(int(tp), int(fp), int(fn), int(tn)) for name, measure in MEASURES.items()}
        assert found["mcc"] == pytest.approx(np.corrcoef(test, truth)[0, 1], abs=1e-9)
        assert found["sensitivity"] == pytest.approx(test[truth == 1].mean())
        assert found["specificity"] == pytest.approx(1 - test[truth == 0].mean())
        assert found["ppv"] == pytest.approx(truth[test == 1].mean())
        assert found["npv"] == pytest.approx(1 - truth[test == 0].mean())
        assert found["accuracy"] == pytest.approx((test == truth).mean())
        assert found["youden"] == pytest.approx(test[truth == 1].mean() - test[truth == 0].mean(), abs=1e-12)
        assert found["f1"] == pytest.approx(2 / (1 / found["ppv"] + 1 / found["sensitivity"]))


def test_arrays_are_computed_element_by_element() -> None:
    columns = TABLES.T
    for measure in MEASURES.values():
        expected = [measure(*map(int, table)) for table in TABLES]
        assert measure(*columns) == pytest.approx(expected)
    assert np.isnan(MEASURES["sensitivity"](np.array([0, 3]), np.array([1, 1]), np.array([0, 1]), np.array([1, 1]))[0])


@given(SOME, SOME, SOME, SOME)
def test_identities(tp: int, fp: int, fn: int, tn: int) -> None:
    found = {name: measure(tp, fp, fn, tn) for name, measure in MEASURES.items()}
    se, sp, p = found["sensitivity"], found["specificity"], found["prevalence"]
    assert found["dor"] == pytest.approx(found["lr+"] / found["lr-"])
    assert likelihood_ratios(se, sp) == pytest.approx((found["lr+"], found["lr-"]), rel=1e-6)
    assert predictive_values(se, sp, p) == pytest.approx((found["ppv"], found["npv"]))
    assert post_test(p, found["lr+"]) == pytest.approx(found["ppv"])
    assert 1 - post_test(p, found["lr-"]) == pytest.approx(found["npv"])
    assert prevalence_from_predictive_value(se, sp, found["ppv"]) == pytest.approx(p)
    assert found["balanced accuracy"] == pytest.approx((found["youden"] + 1) / 2)


@given(CELLS, CELLS, CELLS, CELLS)
def test_what_the_test_and_the_reference_change_places(tp: int, fp: int, fn: int, tn: int) -> None:
    one = {name: measure(tp, fp, fn, tn) for name, measure in MEASURES.items()}
    other = {name: measure(tp, fn, fp, tn) for name, measure in MEASURES.items()}
    for name, swapped in {"sensitivity": "ppv", "specificity": "npv", "kappa": "kappa", "mcc": "mcc"}.items():
        assert one[name] == pytest.approx(other[swapped], nan_ok=True)


def test_nothing_to_divide_by() -> None:
    assert isnan(MEASURES["sensitivity"](0, 3, 0, 4))
    assert MEASURES["lr+"](3, 0, 1, 4) == inf
    assert isnan(MEASURES["mcc"](0, 0, 3, 4))
    assert likelihood_ratios(1, 1) == (inf, 0)
    assert post_test(0.3, inf) == 1
    assert post_test(0, inf) == pytest.approx(nan, nan_ok=True)


@given(RATES, st.floats(0, 1e6))
def test_a_result_moves_the_probability_as_its_ratio_says(before: float, ratio: float) -> None:
    after = post_test(before, ratio)
    assert 0 <= after <= 1
    assert (after > before) == (ratio > 1) or ratio == pytest.approx(1)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: require_counts(-1, 2, 3, 4),
        lambda: require_counts(0, 0, 0, 0),
        lambda: predictive_values(1.1, 0.5, 0.5),
        lambda: likelihood_ratios(0.5, -0.1),
        lambda: post_test(0.5, -1),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"counts|rate|ratio"):
        wrong()
