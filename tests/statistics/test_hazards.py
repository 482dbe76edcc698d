"""Hazard ratios against the log-rank test and exponential fits of simulated times."""

from math import exp, log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lifelines.statistics import logrank_test

from checker.statistics.hazards import (
    LogRatio,
    error_from_events,
    error_from_total,
    from_medians,
    from_observed_minus_expected,
    from_p,
    from_survival,
)

EVENTS = st.integers(1, 2000)


def test_p_gives_back_the_statistic_of_a_log_rank_test() -> None:
    generator = np.random.default_rng(7)
    for _ in range(200):
        n = int(generator.integers(40, 120))
        one, two = generator.exponential(1.0, n), generator.exponential(generator.uniform(0.6, 1.6), n)
        seen1, seen2 = one < 2, two < 2
        test = logrank_test(np.minimum(one, 2), np.minimum(two, 2), seen1, seen2)
        d1, d2 = int(seen1.sum()), int(seen2.sum())
        rate1, rate2 = d1 / np.minimum(one, 2).sum(), d2 / np.minimum(two, 2).sum()
        found = from_p(float(test.p_value), d1, d2, favours_first=rate1 < rate2)
        assert (found.log / found.error) ** 2 == pytest.approx(float(test.test_statistic), rel=1e-6, abs=1e-9)
        assert found.p == pytest.approx(float(test.p_value))
        # The exponential model's own estimate is near.
        if test.p_value > 1e-6 and abs(log(rate1 / rate2)) > 0.05:
            assert found.log == pytest.approx(log(rate1 / rate2), abs=0.12)


@given(st.floats(-50, 50), st.floats(0.5, 500))
def test_peto_ratio(difference: float, variance: float) -> None:
    found = from_observed_minus_expected(difference, variance)
    assert found.log == difference / variance
    assert found.error == pytest.approx(variance**-0.5)
    lower, upper = found.limits(0.9)
    assert sqrt(lower * upper) == pytest.approx(found.ratio)
    assert log(upper / lower) == pytest.approx(2 * 1.6448536 * found.error)


@given(EVENTS, st.floats(0.1, 10))
def test_errors_agree_where_events_are_as_the_allocation(events: int, allocation: float) -> None:
    assert error_from_total(events * (1 + allocation), allocation) == pytest.approx(
        error_from_events(events, events * allocation)
    )


@given(st.floats(0.1, 50), st.floats(0.1, 50), st.floats(0.1, 20))
def test_medians_and_survival_of_exponential_times_agree(median1: float, median2: float, time: float) -> None:
    one, two = (exp(-log(2) * time / median) for median in (median1, median2))
    if min(one, two) > 1e-12 and max(one, two) < 1 - 1e-6:
        assert from_survival(one, two) == pytest.approx(from_medians(median1, median2), rel=1e-4)


@given(st.floats(1e-12, 1), EVENTS, EVENTS, st.booleans())
def test_sides_and_directions(p: float, events1: int, events2: int, better: bool) -> None:
    found = from_p(p, events1, events2, favours_first=better)
    assert found.log <= 0 if better else found.log >= 0
    assert from_p(p / 2, events1, events2, favours_first=better, sides=1) == pytest.approx(found)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: error_from_events(0, 3),
        lambda: error_from_total(10, 0),
        lambda: from_observed_minus_expected(1, 0),
        lambda: from_medians(0, 3),
        lambda: from_survival(1, 0.5),
        lambda: from_p(0, 10, 10),
        lambda: from_p(1.1, 10, 10),
        lambda: from_p(0.5, 10, 10, sides=3),
        lambda: LogRatio(0.1, 0.1).limits(1),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"above 0|between|statistic|level"):
        wrong()
