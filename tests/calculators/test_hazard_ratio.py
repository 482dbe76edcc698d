from math import exp, log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from checker.calc import hazard_ratio


def rows_of(*figures):
    return {row[0]: row[1:] for row in hazard_ratio(*figures).rows}


@given(st.floats(0.2, 5), st.floats(0.05, 0.5))
def test_limits_give_back_ratio_error_and_p(ratio, error):
    lower, upper = ratio * exp(-1.959964 * error), ratio * exp(1.959964 * error)
    rows = rows_of(f"hr={ratio:.12f}", f"lower={lower:.12f}", f"upper={upper:.12f}")
    for way in ("limits", "ratio, limits"):
        p = 2 * norm.sf(abs(log(ratio)) / error)
        assert rows[way] == pytest.approx((ratio, log(ratio), error, lower, upper, p), rel=1e-4, abs=1e-6)


@given(st.floats(0.2, 0.9), st.integers(5, 500), st.integers(5, 500))
def test_p_and_events_give_back_the_ratio(ratio, d1, d2):
    error = sqrt(1 / d1 + 1 / d2)
    p = 2 * norm.sf(abs(log(ratio)) / error)
    if p > 1e-12:
        rows = rows_of(f"hr={ratio}", f"d1={d1}", f"d2={d2}", f"p={p:.17f}")
        assert rows["p, events"][0] == pytest.approx(ratio, rel=1e-3)
        assert rows["ratio, events"][2] == pytest.approx(error)


def test_other_ways():
    rows = rows_of("oe=-18", "v=31", "m1=10", "m2=7", "s1=60%", "s2=0.5")
    assert rows["O - E, V"][:3] == pytest.approx((exp(-18 / 31), -18 / 31, 31**-0.5))
    assert rows["medians"][0] == pytest.approx(0.7)
    assert rows["medians"][2] is None
    assert rows["survival"][0] == pytest.approx(log(0.6) / log(0.5))
    assert rows_of("m1=10", "m2=7", "d1=20", "d2=20")["medians, events"][2] == pytest.approx(sqrt(0.1))
    assert rows_of("hr=0.8", "d=100")["ratio, all events"][2] == pytest.approx(0.2)
    assert rows_of("hr=1.4", "d1=30", "d2=40", "p=0.2")["p, events"][0] > 1


@pytest.mark.parametrize(
    ("figures", "problem"),
    [
        (("hr=0.7",), "expected limits"),
        (("hr=-1", "d1=3", "d2=4"), "above 0"),
        (("x=1",), "not known"),
        (("lower=2", "upper=1"), "limits of a ratio"),
    ],
)
def test_what_is_wrong(figures, problem):
    with pytest.raises(ValueError, match=problem):
        hazard_ratio(*figures)
