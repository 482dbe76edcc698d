"""Two rates against statsmodels, scipy's binomial distribution and their own definitions."""

from math import exp, inf, log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.rates import confint_poisson_2indep

from checker.statistics.two_rates import (
    RATE_DIFFERENCE,
    RATE_RATIO,
    exact_p,
    exact_ratio,
    rate_difference,
    rate_ratio,
    score_difference,
    wald_log_ratio,
)

EVENTS = st.integers(0, 400)
TIMES = st.floats(1, 1e5)
LEVELS = st.sampled_from([0.9, 0.95, 0.99])
GENERATOR = np.random.default_rng(20261122)
CASES = [
    (int(a), float(t), int(b), float(u), level)
    for a, t, b, u, level in zip(
        GENERATOR.integers(1, 200, 250),
        GENERATOR.uniform(10, 5000, 250).round(1),
        GENERATOR.integers(1, 200, 250),
        GENERATOR.uniform(10, 5000, 250).round(1),
        GENERATOR.choice([0.9, 0.95, 0.99], 250),
        strict=True,
    )
]


@pytest.mark.parametrize(
    ("name", "compare", "method", "mover"),
    [
        ("wald-log", "ratio", "wald-log", None),
        ("score", "ratio", "score", None),
        ("wald", "diff", "wald", None),
        ("score", "diff", "score", None),
        ("mover-score", "diff", "mover", "score"),
        ("mover-garwood", "diff", "mover", "exact-c"),
    ],
)
def test_agrees_with_statsmodels(name: str, compare: str, method: str, mover: str | None) -> None:
    methods = RATE_RATIO if compare == "ratio" else RATE_DIFFERENCE
    for a, t, b, u, level in CASES:
        options = {} if mover is None else {"method_mover": mover}
        expected = confint_poisson_2indep(a, t, b, u, method=method, compare=compare, alpha=1 - level, **options)
        found = methods[name](a, t, b, u, level)
        assert found == pytest.approx(expected, rel=2e-5, abs=1e-7 / min(t, u))


def test_rate_ratio_of_a_textbook() -> None:
    # Rothman, Modern Epidemiology, breast cancer after fluoroscopy: 41 in 28,010 against 15 in 19,017 women-years.
    assert rate_ratio(41, 28_010, 15, 19_017) == pytest.approx(1.86, abs=0.005)
    assert wald_log_ratio(41, 28_010, 15, 19_017, 0.9) == pytest.approx((1.14, 3.04), abs=0.011)
    assert 1e4 * rate_difference(41, 28_010, 15, 19_017) == pytest.approx(6.8, abs=0.06)


@given(EVENTS, TIMES, EVENTS, TIMES, LEVELS)
def test_exact_limits_are_those_of_the_binomial_test(a: int, t: float, b: int, u: float, level: float) -> None:
    limits = exact_ratio(a, t, b, u, level)
    if limits is None:
        assert a + b == 0
        return
    tail = (1 - level) / 2
    for limit, left in zip(limits, (True, False), strict=True):
        if limit in (0, inf):
            assert (a if left else b) == 0
            continue
        share = limit * t / (limit * t + u)
        beyond = stats.binom.sf(a - 1, a + b, share) if left else stats.binom.cdf(a, a + b, share)
        assert beyond == pytest.approx(tail, rel=1e-6)


@given(st.integers(0, 60), TIMES, st.integers(0, 60), TIMES)
def test_exact_p_is_below_5_percent_where_the_exact_interval_leaves_1_out(a: int, t: float, b: int, u: float) -> None:
    p = exact_p(a, t, b, u)
    limits = exact_ratio(a, t, b, u)
    assert 0 <= p <= 1
    if limits is not None and abs(p - 0.05) > 1e-6:
        assert (p < 0.05) == (limits[0] > 1 or limits[1] < 1)


@given(EVENTS, TIMES, EVENTS, TIMES, LEVELS, st.sampled_from(sorted(RATE_RATIO)))
def test_ratios_turned_over_swap_their_limits(a: int, t: float, b: int, u: float, level: float, name: str) -> None:
    one, other = RATE_RATIO[name](a, t, b, u, level), RATE_RATIO[name](b, u, a, t, level)
    assert (one is None) == (other is None)
    if one is not None and other is not None and 0 not in (*one, *other):
        assert one == pytest.approx((1 / other[1], 1 / other[0]), rel=1e-6)


@given(EVENTS, TIMES, EVENTS, TIMES, LEVELS, st.sampled_from(sorted(RATE_DIFFERENCE)))
def test_differences_turned_over_swap_their_limits(a: int, t: float, b: int, u: float, level: float, name: str) -> None:
    one, other = RATE_DIFFERENCE[name](a, t, b, u, level), RATE_DIFFERENCE[name](b, u, a, t, level)
    if one is not None and other is not None:
        assert one == pytest.approx((-other[1], -other[0]), rel=1e-6, abs=1e-9)
        assert one[0] <= rate_difference(a, t, b, u) <= one[1]


@given(st.integers(0, 50), st.floats(1, 1e4), st.integers(0, 50), st.floats(1, 1e4))
def test_score_limits_are_where_the_statistic_is_the_quantile(a: int, t: float, b: int, u: float) -> None:
    difference = a / t - b / u
    for limit in score_difference(a, t, b, u):
        # Of all rates with this difference, none makes the events likelier than the restricted estimate.
        grid = np.linspace(max(0, -limit), max(0, -limit) + 2 * (a + b + 5) / min(t, u), 20001)
        one = grid + limit
        with np.errstate(divide="ignore", invalid="ignore"):
            likelihood = stats.poisson.logpmf(a, one * t) + stats.poisson.logpmf(b, grid * u)
        best = int(np.nanargmax(likelihood))
        variance = max(one[best], 0) / t + grid[best] / u
        if variance > 0:
            assert abs(difference - limit) / sqrt(variance) == pytest.approx(1.96, rel=0.02)


def test_without_events() -> None:
    assert rate_ratio(3, 10, 0, 10) is None
    assert exact_ratio(0, 10, 0, 10) is None
    assert exact_ratio(3, 10, 0, 10)[1] == inf
    assert wald_log_ratio(3, 10, 0, 10) is None
    assert exact_p(0, 10, 0, 12) == 1
    half = RATE_RATIO["half-log"](3, 10, 0, 10, 0.95)
    assert half == pytest.approx(tuple(7 * exp(s * 1.959964 * sqrt(1 / 3.5 + 2)) for s in (-1, 1)))
    assert log(half[1] / half[0]) > 0


@pytest.mark.parametrize("wrong", [(-1, 1, 1, 1, 0.95), (1, 0, 1, 1, 0.95), (1, 1, 1, inf, 0.95), (1, 1, 1, 1, 1.0)])
@pytest.mark.parametrize("method", [*RATE_RATIO.values(), *RATE_DIFFERENCE.values()])
def test_refuses(method, wrong) -> None:
    with pytest.raises(ValueError, match=r"events|person-time|level"):
        method(*wrong)
