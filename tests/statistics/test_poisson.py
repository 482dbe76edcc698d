"""Intervals of a Poisson mean against published tables, scipy, statsmodels and their own definitions."""

from __future__ import annotations

from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.rates import confint_poisson

from checker.statistics.poisson import METHODS, byar, garwood, score, wald, wald_log

# Exact 95% limits of a Poisson mean, as tables print them (Pearson & Hartley, Biometrika Tables I, table 40).
TABLE = [
    (0, 0.0, 3.69),
    (1, 0.0253, 5.57),
    (2, 0.242, 7.22),
    (3, 0.619, 8.77),
    (5, 1.62, 11.67),
    (10, 4.80, 18.39),
    (20, 12.22, 30.89),
    (50, 37.11, 65.92),
]
STATSMODELS = {
    "garwood": "exact-c",
    "mid-p": "midp-c",
    "wald": "wald",
    "score": "score",
    "square-root": "sqrt",
}
EVENTS = st.integers(0, 2000)
LEVELS = st.sampled_from([0.9, 0.95, 0.99])


@pytest.mark.parametrize(("events", "lower", "upper"), TABLE)
def test_exact_limits_of_the_tables(events: int, lower: float, upper: float) -> None:
    assert garwood(events) == pytest.approx((lower, upper), abs=0.006)


@given(EVENTS, LEVELS)
def test_exact_limits_are_quantiles_of_chi_squared(events: int, level: float) -> None:
    tail = (1 - level) / 2
    lower = stats.chi2.ppf(tail, 2 * events) / 2 if events else 0.0
    assert garwood(events, level) == pytest.approx((lower, stats.chi2.isf(tail, 2 * events + 2) / 2), rel=1e-9)


@pytest.mark.parametrize("name", STATSMODELS)
@pytest.mark.parametrize("events", [2, 4, 14, 52, 700])
@pytest.mark.parametrize("level", [0.9, 0.95, 0.99])
def test_agrees_with_statsmodels(name: str, events: int, level: float) -> None:
    expected = confint_poisson(events, 1.0, STATSMODELS[name], alpha=1 - level)
    found = METHODS[name](events, level)
    assert found is not None
    # statsmodels clips Wald's lower limit at 0.
    assert (max(0.0, found[0]), found[1]) == pytest.approx(expected, abs=1e-6)


@given(st.integers(5, 2000), LEVELS)
def test_byars_limits_are_near_the_exact_ones(events: int, level: float) -> None:
    assert byar(events, level) == pytest.approx(garwood(events, level), rel=0.03)


@given(st.integers(1, 2000), LEVELS)
def test_limits_by_their_definitions(events: int, level: float) -> None:
    z = stats.norm.isf((1 - level) / 2)
    for limit in score(events, level):
        assert abs(events - limit) / sqrt(limit) == pytest.approx(z)
    on_log = wald_log(events, level)
    assert on_log is not None
    for limit in on_log:
        assert abs(log(limit / events)) * sqrt(events) == pytest.approx(z)


def test_without_events() -> None:
    assert garwood(0) == pytest.approx((0.0, -log(0.025)))
    assert wald(0) is None
    assert wald_log(0) is None
    assert all(found[0] == 0 for method in METHODS.values() if (found := method(0, 0.95)) is not None)


@given(st.integers(1, 1000), LEVELS, st.sampled_from(sorted(METHODS)))
def test_limits_rise_with_the_count(events: int, level: float, name: str) -> None:
    fewer, more = METHODS[name](events, level), METHODS[name](events + 1, level)
    assert fewer is not None
    assert more is not None
    # On the log scale events · exp(z / √events) rises from z² / 4 on, and of fewer is mostly the error. Wald's lower
    # limit falls where it is below zero anyway.
    if name != "wald-log" or events >= float(stats.norm.ppf((1 + level) / 2)) ** 2 / 4:
        assert fewer[1] < more[1]
    assert max(0.0, fewer[0]) <= max(0.0, more[0])


@pytest.mark.parametrize(("events", "level"), [(-1, 0.95), (3, 1.0), (3, 0.0)])
@pytest.mark.parametrize("name", METHODS)
def test_refuses(name: str, events: int, level: float) -> None:
    with pytest.raises(ValueError, match=r"events|level"):
        METHODS[name](events, level)
