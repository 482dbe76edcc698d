"""Student's and Welch's t against scipy, at points and over every figure that a print allows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from checker.statistics import two_means
from checker.statistics.two_means import Difference, Sample

# No mean is printed nearer to 0; of smaller differences scipy has no interval.
MEANS = st.floats(-20, 20).map(lambda mean: round(mean, 6))
SDS = st.floats(0.1, 20)
SIZES = st.integers(2, 200)
PLACE = st.sampled_from([0.0, 0.005, 0.05, 0.5])
WITHIN = st.floats(-1, 1).map(lambda share: round(share, 6))


def point(mean: float, sd: float, size: int) -> Sample:
    return Sample((mean, mean), (sd, sd), size)


def oracle(one: Sample, other: Sample, equal: bool) -> tuple[float, tuple[float, float]]:
    found = stats.ttest_ind_from_stats(
        one.mean[0], one.sd[0], one.size, other.mean[0], other.sd[0], other.size, equal_var=equal
    )
    if equal:
        freedom = float(one.size + other.size - 2)
    else:
        parts = one.sd[0] ** 2 / one.size, other.sd[0] ** 2 / other.size
        freedom = sum(parts) ** 2 / (parts[0] ** 2 / (one.size - 1) + parts[1] ** 2 / (other.size - 1))
    difference = one.mean[0] - other.mean[0]
    reach = stats.t.ppf(0.975, freedom) * abs(difference / found.statistic) if found.statistic else float("nan")
    return float(found.pvalue), (difference - reach, difference + reach)


def of(test: str, one: Sample, other: Sample) -> Difference:
    return {"student": two_means.student, "welch": two_means.welch}[test](one, other)


@pytest.mark.parametrize("test", ["student", "welch"])
@given(st.tuples(MEANS, SDS, SIZES), st.tuples(MEANS, SDS, SIZES))
def test_points_agree_with_scipy(test: str, one: tuple[float, float, int], other: tuple[float, float, int]) -> None:
    samples = point(*one), point(*other)
    made = of(test, *samples)
    p, limits = oracle(*samples, test == "student")
    assert two_means.p_value(made) == pytest.approx((p, p), rel=1e-6, abs=1e-12)
    if abs(one[0] - other[0]) > 1e-3:
        lower, upper = two_means.interval(made)
        assert lower == pytest.approx((limits[0],) * 2, rel=1e-5, abs=1e-5)
        assert upper == pytest.approx((limits[1],) * 2, rel=1e-5, abs=1e-5)


@pytest.mark.parametrize("test", ["student", "welch"])
@given(st.tuples(MEANS, SDS, SIZES), st.tuples(MEANS, SDS, SIZES), PLACE, st.tuples(WITHIN, WITHIN, WITHIN, WITHIN))
def test_whatever_was_rounded_lies_within(
    test: str,
    one: tuple[float, float, int],
    other: tuple[float, float, int],
    place: float,
    shifts: tuple[float, float, float, float],
) -> None:
    ranges = [
        Sample((mean - place, mean + place), (max(0.0, sd - place), sd + place), size)
        for mean, sd, size in (one, other)
    ]
    true = [
        point(mean + place * shift, max(0.01, sd + place * spread), size)
        for (mean, sd, size), shift, spread in zip((one, other), shifts[:2], shifts[2:], strict=True)
    ]
    low, high = two_means.p_value(of(test, *ranges))
    p, limits = oracle(true[0], true[1], test == "student")
    assert low * (1 - 1e-6) - 1e-12 <= p <= high * (1 + 1e-6) + 1e-12
    for (least, most), limit in zip(two_means.interval(of(test, *ranges)), limits, strict=True):
        assert limit != limit or least - 1e-5 <= limit <= most + 1e-5


def test_published_example() -> None:
    """Altman and others 2000, chapter 4: systolic pressure of 100 diabetic and 100 other men, 146.4 and 140.4."""
    made = two_means.student(point(146.4, 18.5, 100), point(140.4, 16.8, 100))
    lower, upper = two_means.interval(made)
    assert (round(lower[0], 1), round(upper[0], 1)) == (1.1, 10.9)
    assert two_means.p_value(made)[0] == pytest.approx(0.0173, abs=5e-4)


def test_no_spread_at_all() -> None:
    made = two_means.welch(point(1, 0, 5), point(2, 0, 5))
    assert two_means.p_value(made) == (0.0, 0.0)
    assert two_means.p_value(two_means.student(point(1, 0, 5), point(1, 0, 5))) == (1.0, 1.0)


@pytest.mark.parametrize("sample", [Sample((1, 1), (1, 1), 1), Sample((2, 1), (1, 1), 5), Sample((1, 1), (-1, 1), 5)])
def test_what_is_no_sample(sample: Sample) -> None:
    with pytest.raises(ValueError, match=r"group|ranges"):
        two_means.student(sample, point(1, 1, 5))
