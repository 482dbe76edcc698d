"""Changes and coefficients against numpy and statsmodels."""

from math import e, exp, inf, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.discrete.discrete_model import Logit

from checker.statistics.changes import (
    change_base,
    error_of_limits,
    exponentiated,
    exponentiated_limits,
    fold_change,
    percent_change,
    percent_per_unit,
    symmetric_percent_change,
)

VALUES = st.floats(0.01, 1e4)
COEFFICIENTS = st.floats(-8, 8)
BASES = st.sampled_from([2.0, 10.0, e, 0.5])


@given(VALUES, VALUES)
def test_changes_of_two_values_are_one(before: float, after: float) -> None:
    percent, fold = percent_change(before, after), fold_change(before, after)
    assert before * (1 + percent / 100) == pytest.approx(after)
    assert fold == pytest.approx(1 + percent / 100)
    assert symmetric_percent_change(before, after) == pytest.approx(-symmetric_percent_change(after, before), abs=1e-9)
    assert abs(symmetric_percent_change(before, after)) <= 200


def test_arrays_and_zero() -> None:
    before, after = np.array([10.0, 0.0, -4.0]), np.array([15.0, 5.0, -2.0])
    assert percent_change(before, after).tolist() == [50.0, inf, 50.0]
    assert fold_change(before, after)[0] == 1.5
    assert percent_change(0, -1) == -inf


@given(VALUES, BASES, BASES)
def test_logarithms_change_their_base(value: float, base: float, other: float) -> None:
    assert change_base(log(value) / log(base), base, other) == pytest.approx(np.log(value) / np.log(other), abs=1e-9)


@given(COEFFICIENTS, st.floats(0, 3), st.sampled_from([0.9, 0.95, 0.99]))
def test_limits_give_back_the_coefficient(coefficient: float, error: float, level: float) -> None:
    lower, upper = exponentiated_limits(coefficient, error, level)
    assert lower <= exponentiated(coefficient) * (1 + 1e-12)
    assert error_of_limits(lower, upper, level) == pytest.approx((coefficient, error), abs=1e-9)


@given(st.floats(-3, 3), st.floats(-5, 5), BASES)
def test_units_and_bases(coefficient: float, times: float, base: float) -> None:
    assert exponentiated(coefficient, times, base) == pytest.approx(base ** (coefficient * times))
    assert percent_per_unit(coefficient, times) == pytest.approx(100 * (exp(coefficient * times) - 1))
    lower, upper = exponentiated_limits(coefficient, 0.1, 0.95, times, base)
    assert lower <= upper


def test_odds_ratios_of_a_logistic_model() -> None:
    generator = np.random.default_rng(3)
    for _ in range(20):
        x = generator.normal(size=300)
        y = generator.random(300) < 1 / (1 + np.exp(-0.4 * x))
        fit = Logit(y.astype(float), np.column_stack([np.ones(300), x])).fit(disp=0)
        expected = np.exp(fit.conf_int()[1])
        assert exponentiated_limits(fit.params[1], fit.bse[1]) == pytest.approx(tuple(expected))
    assert exponentiated(1e4) == inf


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: change_base(1, 1, 2),
        lambda: change_base(1, 2, -1),
        lambda: exponentiated(inf),
        lambda: exponentiated_limits(1, -1),
        lambda: exponentiated_limits(1, 1, 1),
        lambda: error_of_limits(0, 1),
        lambda: error_of_limits(2, 1),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"base|ratio|error|level|limits"):
        wrong()
