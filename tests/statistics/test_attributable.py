"""Attributable fractions against counting, numerical derivatives, and a published example."""

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checker.statistics.attributable import (
    efficacy,
    efficacy_limits,
    levin,
    miettinen,
    of_exposed,
    of_population,
    of_population_interval,
)

CELLS = st.integers(1, 2000)


def test_published_example() -> None:
    # A vaccine with 8 cases of 18,198 against 162 of 18,325: an efficacy of 95.0%.
    assert 100 * efficacy(8 * 18_325 / (18_198 * 162)) == pytest.approx(95.0, abs=0.05)
    assert efficacy_limits(0.024, 0.1) == pytest.approx((0.9, 0.976))


@given(CELLS, CELLS, CELLS, CELLS)
def test_all_three_are_one_fraction_of_a_cohort(a: int, b: int, c: int, d: int) -> None:
    n1, n2 = a + b, c + d
    ratio = a / n1 / (c / n2)
    direct = of_population(a, n1, c, n2)
    assert direct == pytest.approx(1 - (c / n2) * (n1 + n2) / (a + c), abs=1e-9)
    assert levin(n1 / (n1 + n2), ratio) == pytest.approx(direct, abs=1e-9, rel=1e-6)
    assert miettinen(a / (a + c), ratio) == pytest.approx(direct, abs=1e-9, rel=1e-6)
    # Of the exposed's cases, those above the number at the others' risk.
    assert of_exposed(ratio) == pytest.approx((a - n1 * c / n2) / a, abs=1e-9, rel=1e-6)


@given(CELLS, CELLS, CELLS, CELLS)
def test_error_is_that_of_the_delta_method(a: int, b: int, c: int, d: int) -> None:
    n = a + b + c + d
    counts = np.array([a, b, c, d], float)

    def logarithm(x) -> float:
        return log(x[2] / (x[2] + x[3]) * x.sum() / (x[0] + x[2]))

    steps = np.maximum(counts * 1e-5, 1e-7)
    slopes = np.array(
        [
            (logarithm(counts + s * e) - logarithm(counts - s * e)) / (2 * s)
            for s, e in zip(steps, np.eye(4), strict=True)
        ]
    )
    variance = (counts * slopes**2).sum() - (counts * slopes).sum() ** 2 / n
    assume(variance > 1e-9)
    found = of_population_interval(a, a + b, c, c + d)
    assert found is not None
    width = log((1 - found[0]) / (1 - found[1])) / (2 * 1.959964)
    assert width == pytest.approx(sqrt(variance), rel=1e-3)


def test_without_cases() -> None:
    assert of_population(0, 10, 0, 10) is None
    assert of_population_interval(3, 10, 0, 10) is None


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: of_exposed(0),
        lambda: efficacy(-1),
        lambda: efficacy_limits(2, 1),
        lambda: levin(1.2, 2),
        lambda: miettinen(-0.1, 2),
        lambda: of_population(11, 10, 1, 10),
        lambda: of_population_interval(1, 10, 1, 10, 1.0),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"ratio|share|reversed|proportion|level"):
        wrong()
