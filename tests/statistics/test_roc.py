"""Areas under ROC curves against a published example, simulation of the curves' bounds, and definitions."""

from math import log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.statistics.roc import METHODS, bounds_from_point, bounds_of_concave, hanley_mcneil_error

AREAS = st.floats(0, 1)
SIZES = st.integers(1, 2000)
RATES = st.floats(0.0, 1.0)
LEVELS = st.sampled_from([0.9, 0.95, 0.99])


def test_published_error() -> None:
    # Hanley & McNeil 1982, p. 32: an area of 0.893 of 51 abnormal and 58 normal images has an error of 0.032.
    assert hanley_mcneil_error(0.893, 51, 58) == pytest.approx(0.032, abs=0.0006)


@given(st.floats(0.05, 0.95), SIZES, SIZES)
def test_error_is_that_of_exponential_scores(area: float, ill: int, well: int) -> None:
    # Two of the ill against one of the well, and the reverse, each by the integral over exponential scores.
    q1, q2 = area / (2 - area), 2 * area**2 / (1 + area)
    variance = (area * (1 - area) + (ill - 1) * (q1 - area**2) + (well - 1) * (q2 - area**2)) / (ill * well)
    assert hanley_mcneil_error(area, ill, well) == pytest.approx(sqrt(variance))


def test_error_of_simulated_scores() -> None:
    generator = np.random.default_rng(5)
    ill, well, rate = 40, 60, 0.25
    one = generator.exponential(1 / rate, (4000, ill))
    two = generator.exponential(1.0, (4000, well))
    areas = np.array([(a[:, None] > b[None, :]).mean() for a, b in zip(one, two, strict=True)])
    assert hanley_mcneil_error(1 / (1 + rate), ill, well) == pytest.approx(areas.std(), rel=0.04)


@given(st.floats(0.01, 0.99), SIZES, SIZES, LEVELS)
def test_limits_by_their_definitions(area: float, ill: int, well: int, level: float) -> None:
    z = {0.9: 1.6448536, 0.95: 1.9599640, 0.99: 2.5758293}[level]
    error = hanley_mcneil_error(area, ill, well)
    assert METHODS["hanley-mcneil"](area, ill, well, level) == pytest.approx((area - z * error, area + z * error))
    lower, upper = METHODS["logit"](area, ill, well, level)
    if lower > 1e-9 and upper < 1 - 1e-9:
        width = log(upper / (1 - upper)) - log(lower / (1 - lower))
        assert width == pytest.approx(2 * z * error / (area * (1 - area)), rel=1e-5)
    mean = (ill + well) / 2
    for limit in METHODS["newcombe"](area, ill, well, level):
        inside = 1 + (mean - 1) * ((1 - limit) / (2 - limit) + limit / (1 + limit))
        assert abs(area - limit) == pytest.approx(z * sqrt(limit * (1 - limit) * inside / (ill * well)), abs=1e-7)


@given(RATES, RATES, st.lists(st.tuples(RATES, RATES), max_size=6))
def test_curves_through_a_point_lie_within_the_bounds(se: float, sp: float, points: list[tuple[float, float]]) -> None:
    false, hit = 1 - sp, se
    # Any steps that rise through the point.
    xs = sorted([0, *(x * false for x, _ in points), false]) + sorted(false + x * (1 - false) for x, _ in points) + [1]
    ys = sorted([0, *(y * hit for _, y in points), hit]) + sorted(hit + y * (1 - hit) for _, y in points) + [1]
    area = float(np.trapezoid(ys, xs))
    lower, upper = bounds_from_point(se, sp)
    assert lower - 1e-9 <= area <= upper + 1e-9
    assert bounds_from_point(sp, se) == pytest.approx((lower, upper))


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_concave_bounds_are_the_chords_and_the_best_tangent(se: float, sp: float) -> None:
    if se + sp < 1.001:
        return
    lower, upper = bounds_of_concave(se, sp)
    false = 1 - sp
    assert lower == pytest.approx(np.trapezoid([0, se, 1], [0, false, 1]))
    xs = np.linspace(0, 1, 4001)
    slopes = np.geomspace((1 - se) / sp, se / false, 300)
    areas = [np.trapezoid(np.clip(se + slope * (xs - false), 0, 1), xs) for slope in slopes]
    assert upper == pytest.approx(max(areas), abs=2e-3)
    wide = bounds_from_point(se, sp)
    assert wide[0] <= lower + 1e-12
    assert lower <= upper + 1e-12
    assert upper <= wide[1] + 1e-12


def test_ends_of_the_scale() -> None:
    assert METHODS["hanley-mcneil"](1.0, 10, 10, 0.95) is None
    assert METHODS["logit"](0.0, 10, 10, 0.95) is None
    assert METHODS["newcombe"](1.0, 10, 10, 0.95)[1] == 1
    assert bounds_of_concave(1, 0.3) == (0.65, 1)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: hanley_mcneil_error(1.2, 10, 10),
        lambda: hanley_mcneil_error(0.5, 0, 10),
        lambda: bounds_from_point(1.2, 0.5),
        lambda: bounds_of_concave(0.3, 0.3),
        lambda: METHODS["newcombe"](0.5, 10, 10, 1.0),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"area|group|rate|diagonal|level"):
        wrong()
