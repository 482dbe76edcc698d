"""Degrees of freedom that fit, against each tried by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import fitting_freedom as fitting
from checker.statistics import tails


def expanded(runs):
    return {df for first, last in runs for df in range(first, last + 1)}


def print_of(value, decimals):
    rounded = round(value, decimals)
    return rounded - 0.5 * 10**-decimals, rounded + 0.5 * 10**-decimals


def meet(one, other):
    return one[0] <= other[1] and other[0] <= one[1]


@given(st.floats(0.05, 6), st.integers(1, 150), st.integers(2, 4))
def test_t(t, df, decimals):
    p = print_of(2 * stats.t.sf(t, df), decimals)
    t = print_of(t, 2)
    found = expanded(fitting.of_t(t, p, most=200))
    assert df in found
    assert found == {each for each in range(1, 201) if meet(tails.t_p(t, each), p)}


@given(st.floats(0.05, 0.95), st.integers(1, 150), st.integers(2, 4))
def test_correlation(r, df, decimals):
    p = print_of(2 * stats.t.sf(r * (df / (1 - r * r)) ** 0.5, df), decimals)
    r = print_of(r, 2)
    found = expanded(fitting.of_correlation(r, p, most=200))
    assert df in found
    assert found == {each for each in range(1, 201) if meet(tails.r_p(r, each), p)}


@given(st.floats(0, 100), st.integers(1, 80), st.integers(2, 4))
def test_chi_square(value, df, decimals):
    p = print_of(stats.chi2.sf(value, df), decimals)
    value = print_of(value, 2)
    found = expanded(fitting.of_chi_square(value, p, most=100))
    assert df in found
    assert found == {each for each in range(1, 101) if meet(tails.chi_square_p(value, each), p)}


@given(st.floats(0, 12), st.integers(1, 30), st.integers(1, 200), st.integers(2, 4))
def test_f(value, df1, df2, decimals):
    p = print_of(stats.f.sf(value, df1, df2), decimals)
    value = print_of(value, 2)
    first = expanded(fitting.of_numerator(value, df2, p, most=40))
    second = expanded(fitting.of_denominator(value, df1, p, most=200))
    assert df1 in first
    assert df2 in second
    assert first == {each for each in range(1, 41) if meet(tails.f_p(value, each, df2), p)}
    assert second == {each for each in range(1, 201) if meet(tails.f_p(value, df1, each), p)}


def test_what_cannot_be():
    for call in (
        lambda: fitting.of_t((2, 1), (0.1, 0.2)),
        lambda: fitting.of_t((1, 2), (0.2, 0.1)),
        lambda: fitting.of_correlation((1.1, 1.2), (0.1, 0.2)),
        lambda: fitting.of_chi_square((-2, -1), (0.1, 0.2)),
        lambda: fitting.of_chi_square((1, 2), (0.1, 0.2), most=0),
        lambda: fitting.of_numerator((2, 1), 10, (0.1, 0.2)),
    ):
        with pytest.raises(ValueError, match=r"."):
            call()
    assert fitting.of_t((2.195, 2.205), (0.5, 0.6)) == []
