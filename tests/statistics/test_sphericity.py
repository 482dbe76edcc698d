"""Corrections for lack of sphericity against their definitions and a published example."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import sphericity
from checker.statistics.tails import f_p


@pytest.mark.parametrize("seed", range(20))
def test_epsilon_from_eigenvalues(seed):
    """Box's definition: the squared sum of the eigenvalues of orthonormal contrasts over their sum of squares."""
    rng = np.random.default_rng(seed)
    for _ in range(12):
        levels = int(rng.integers(2, 7))
        values = rng.normal(size=(levels + 8, levels)) @ rng.normal(size=(levels, levels))
        matrix = np.cov(values, rowvar=False)
        contrasts = np.linalg.qr(np.column_stack([np.ones(levels), np.eye(levels)[:, 1:]]))[0][:, 1:]
        eigenvalues = np.linalg.eigvalsh(contrasts.T @ matrix @ contrasts)
        expected = eigenvalues.sum() ** 2 / ((levels - 1) * (eigenvalues**2).sum())
        found = sphericity.greenhouse_geisser(matrix.tolist())
        assert found == pytest.approx(expected, rel=1e-9)
        assert 1 / (levels - 1) - 1e-9 <= found <= 1 + 1e-9
        subjects = len(values)
        wider = sphericity.huynh_feldt(found, levels, subjects)
        assert found <= wider + 1e-9
        assert wider == sphericity.lecoutre(found, levels, subjects)


def test_of_compound_symmetry():
    assert sphericity.greenhouse_geisser([[2.0, 1, 1], [1, 2, 1], [1, 1, 2]]) == pytest.approx(1)


def test_huynh_feldt_by_hand():
    # (12 * 2 * 0.6 - 2)/(2 (11 - 2 * 0.6)) of 12 subjects, and of two groups with Lecoutre's 11 for 12.
    assert sphericity.huynh_feldt(0.6, 3, 12) == pytest.approx(12.4 / 19.6)
    assert sphericity.huynh_feldt(0.6, 3, 12, groups=2) == pytest.approx(12.4 / 17.6)
    assert sphericity.lecoutre(0.6, 3, 12, groups=2) == pytest.approx(11.2 / 17.6)
    assert sphericity.huynh_feldt(0.99, 3, 12) == 1.0


@given(st.floats(0.2, 12), st.integers(1, 6), st.integers(4, 30), st.floats(0, 1))
def test_the_epsilon_used_is_found(f, df1, between, share):
    epsilon = 1 / df1 + (1 - 1 / df1) * share
    df2 = df1 * between
    first, second = sphericity.corrected(df1, df2, epsilon)
    p = stats.f.sf(f, first, second)
    rounded = round(p, 3)
    statistic = (round(f, 2) - 0.005, round(f, 2) + 0.005)
    low, high = sphericity.corrected_p(statistic, df1, df2)
    assert low - 1e-4 <= p <= high + 1e-4
    found = sphericity.fitting_epsilons(statistic, df1, df2, (rounded - 0.0006, rounded + 0.0006))
    assert found is not None
    assert found[0] - 0.002 <= epsilon <= found[1] + 0.002


@given(st.integers(1, 8), st.integers(3, 60), st.floats(0, 1))
def test_whole_freedom_is_among_those_found(df1, between, share):
    epsilon = 1 / df1 + (1 - 1 / df1) * share
    first, second = (round(each, 2) for each in sphericity.corrected(df1, df1 * between, epsilon))
    found = sphericity.uncorrected((first - 0.005, first + 0.005), (second - 0.005, second + 0.005))
    assert (df1, df1 * between) in {(each.df1, each.df2) for each in found}
    for each in found:
        assert each.epsilon[0] <= each.epsilon[1] <= 1


def test_least_and_most_are_at_the_ends_here():
    low, high = sphericity.corrected_p((4.1, 4.1), 3, 57)
    assert low == pytest.approx(f_p((4.1, 4.1), 3, 57)[0])
    assert high == pytest.approx(f_p((4.1, 4.1), 1, 19)[0])
    assert sphericity.fitting_epsilons((4.1, 4.1), 3, 57, (0.2, 0.3)) is None


def test_what_cannot_be():
    for call in (
        lambda: sphericity.greenhouse_geisser([[1.0]]),
        lambda: sphericity.greenhouse_geisser([[1.0, 1.0], [1.0, 1.0]]),
        lambda: sphericity.huynh_feldt(0.2, 3, 12),
        lambda: sphericity.huynh_feldt(0.9, 5, 4),
        lambda: sphericity.corrected(2, 50, 0.4),
        lambda: sphericity.uncorrected((0, 0.5), (1, 2)),
        lambda: sphericity.fitting_epsilons((1, 2), 2, 28, (0.2, 0.1)),
    ):
        with pytest.raises(ValueError, match=r"."):
            call()
