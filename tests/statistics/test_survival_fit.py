import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.statistics import survival, survival_fit

SCALES = sorted(survival.SCALES)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize(("survivors", "total"), [(59, 96), (13, 68), (5, 9), (90, 96)])
def test_limits_at_a_size_are_those_of_complete_follow_up(scale, survivors, total):
    probability, error = survival.greenwood_complete(survivors, total)
    expected = survival.SCALES[scale](probability, error, 0.95)
    fit = survival_fit.at_size(probability, total, scale)
    assert (fit.lower, fit.upper) == pytest.approx(expected, rel=1e-12)


def test_limits_agree_with_lifelines():
    """Kaplan-Meier's log-log limits with censoring, from lifelines, are those of some smaller size."""
    from lifelines import KaplanMeierFitter

    durations = [1, 2, 2, 3, 4, 5, 6, 6, 7, 8, 9, 10, 11, 12, 12]
    observed = [1, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0]
    fitter = KaplanMeierFitter().fit(durations, observed)
    probability = float(fitter.survival_function_.loc[10].iloc[0])
    lower, upper = (float(x) for x in fitter.confidence_interval_.loc[10])
    around = [(value - 1e-7, value + 1e-7) for value in (lower, upper, probability)]
    fit = survival_fit.fitted(*around, "log-log", largest=15)
    assert fit is not None
    assert fit.lower == pytest.approx(lower, abs=1e-6)
    assert fit.size < 15


@given(
    st.floats(0.1, 0.9),
    st.floats(20, 500),
    st.sampled_from(SCALES),
    st.lists(st.integers(2, 4), min_size=3, max_size=3),
)
def test_finds_a_size_for_rounded_limits(probability, size, scale, decimals):
    fit = survival_fit.at_size(probability, size, scale)
    ranges = []
    for value, digits in zip((fit.lower, fit.upper, probability), decimals, strict=True):
        half = 0.5 * 10**-digits * (1 + 1e-9)
        ranges.append((round(value, digits) - half, round(value, digits) + half))
    if all(low > 0 and high < 1 for low, high in ranges):
        assert survival_fit.fitted(*ranges, scale) is not None


def test_finds_none_where_the_estimate_is_off_centre_or_the_interval_too_narrow():
    assert survival_fit.fitted((0.50, 0.51), (0.70, 0.71), (0.68, 0.69), "log-log") is None
    assert survival_fit.fitted((0.5095, 0.5105), (0.7035, 0.7045), (0.6145, 0.6155), "log-log", largest=60) is None
    assert survival_fit.fitted((0.0, 0.01), (0.2, 0.21), (0.1, 0.11), "plain") is None
    assert survival_fit.at_size(1.0, 20, "plain") is None
