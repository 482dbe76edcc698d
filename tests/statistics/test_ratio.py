"""Ranges implied by an estimate and its limits: worked examples and sampled figures."""

from __future__ import annotations

from math import exp, inf, log

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import ratio

Z = stats.norm.ppf(0.975)
TEN = st.floats(0, 1)


def printed(value: float, decimals: int) -> tuple[float, float]:
    rounded = round(value, decimals)
    return rounded - 0.5 * 10**-decimals, rounded + 0.5 * 10**-decimals


def exactly(value: float) -> tuple[float, float]:
    return value, value


def test_altman_and_bland_p_from_interval() -> None:
    # BMJ 2011;343:d2304: ratio 0.81 (0.70 to 0.94) gives z = 2.80, P = 0.005.
    low, high = ratio.p_from_interval(exactly(0.81), exactly(0.70), exactly(0.94), 0.95, log_scale=True)
    assert low == high == pytest.approx(0.005, abs=5e-4)
    low, high = ratio.p_from_interval(printed(0.81, 2), printed(0.70, 2), printed(0.94, 2), 0.95, log_scale=True)
    assert low < 0.005 < high


@given(
    st.floats(-1.5, 1.5),
    st.floats(0.05, 0.8),
    st.sampled_from([0.9, 0.95, 0.99]),
    st.sampled_from([2, 3]),
    st.sampled_from([inf, 12.0, 150.0]),
    st.booleans(),
)
def test_true_values_are_covered(
    effect: float, error: float, level: float, decimals: int, df: float, log_scale: bool
) -> None:
    critical = stats.norm.ppf((1 + level) / 2) if df == inf else stats.t.ppf((1 + level) / 2, df)
    figures = [effect, effect - critical * error, effect + critical * error]
    if log_scale:
        figures = [exp(figure) for figure in figures]
    estimate, lower, upper = (printed(figure, decimals) for figure in figures)
    slack = 1e-9
    low, high = ratio.standard_error(lower, upper, level, log_scale=log_scale, degrees_of_freedom=df)
    assert low - slack <= error <= high + slack
    low, high = ratio.centre(lower, upper, log_scale=log_scale)
    assert low - slack <= figures[0] <= high + slack
    low, high = ratio.mirrored_limit(estimate, lower, log_scale=log_scale)
    assert low - slack <= figures[2] <= high + slack
    p = 2 * (stats.norm if df == inf else stats.t(df)).sf(abs(effect / error))
    wide = ratio.p_from_interval(estimate, lower, upper, level, log_scale=log_scale, degrees_of_freedom=df)
    assert wide[0] - slack <= p <= wide[1] + slack


@given(TEN, TEN, TEN)
def test_p_range_is_reached_and_not_passed(a: float, b: float, c: float) -> None:
    estimate, lower, upper = (1.395, 1.405), (0.995, 1.005), (1.955, 1.965)
    wide = ratio.p_from_interval(estimate, lower, upper, 0.95, log_scale=True)

    def p(e: float, low: float, up: float) -> float:
        return float(2 * stats.norm.sf(abs(log(e)) / (log(up / low) / (2 * Z))))

    assert wide[0] == pytest.approx(p(1.405, 1.005, 1.955), rel=1e-12)
    assert wide[1] == pytest.approx(p(1.395, 0.995, 1.965), rel=1e-12)
    low, up = lower[0] + b * 0.01, upper[0] + c * 0.01
    assert wide[0] - 1e-12 <= p(estimate[0] + a * 0.01, low, up) <= wide[1] + 1e-12


def test_estimate_that_may_be_null() -> None:
    p = ratio.p_from_interval((0.95, 1.05), (0.8, 0.9), (1.1, 1.2), 0.95, log_scale=True)
    assert p[1] == 1
    half = ratio.p_from_interval((0.95, 1.05), (0.8, 0.9), (1.1, 1.2), 0.95, log_scale=True, sides=1)
    assert half == pytest.approx((p[0] / 2, p[1] / 2))


def test_lower_limit_printed_as_zero() -> None:
    error = ratio.standard_error((-0.005, 0.005), (1.5, 1.6), 0.95, log_scale=True)
    assert error[1] == inf
    p = ratio.p_from_interval((0.2, 0.3), (-0.005, 0.005), (1.5, 1.6), 0.95, log_scale=True)
    assert p[1] == 1
    # A standard error that may be 0 makes p as small as may be.
    assert ratio.p_from_interval((1.0, 1.1), (0.9, 1.1), (1.0, 1.2), 0.95, log_scale=False)[0] == 0


def test_impossible_input() -> None:
    with pytest.raises(ValueError, match="reversed"):
        ratio.centre((2.0, 1.0), (3.0, 4.0), log_scale=False)
    with pytest.raises(ValueError, match="above 0"):
        ratio.centre((-2.0, -1.0), (3.0, 4.0), log_scale=True)
    with pytest.raises(ValueError, match="level"):
        ratio.standard_error((1.0, 1.1), (3.0, 4.0), 95, log_scale=True)
    with pytest.raises(ValueError, match="sides"):
        ratio.p_from_interval((1.0, 1.1), (0.8, 0.9), (1.1, 1.2), 0.95, log_scale=True, sides=0)
