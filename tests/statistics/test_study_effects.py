"""Effects of single studies against statsmodels, published figures, and the estimators of two groups."""

from math import exp, isnan, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import effectsize_2proportions, effectsize_smd

from checker.statistics.study_effects import EFFECTS_OF_COUNTS, EFFECTS_OF_MEANS, from_limits
from checker.statistics.two_group_effects import ESTIMATES, INTERVALS

SOME = st.integers(1, 500)
GENERATOR = np.random.default_rng(20261122)
SIZES = GENERATOR.integers(10, 200, (250, 2))
EVENTS = (SIZES * GENERATOR.uniform(0.1, 0.9, (250, 2))).astype(int)


def test_effects_documented_of_metafor() -> None:
    # metafor's documentation of the BCG trials, log odds ratios and their variances.
    tables = ([4, 6, 3], [123, 306, 231], [11, 29, 11], [139, 303, 220])
    found = EFFECTS_OF_COUNTS["odds ratio"](*tables)
    assert found.effect == pytest.approx([-0.9387, -1.6662, -1.3863], abs=6e-5)
    assert found.variance == pytest.approx([0.3571, 0.2081, 0.4334], abs=6e-5)


@pytest.mark.parametrize(
    ("name", "statistic"), [("odds ratio", "odds-ratio"), ("risk ratio", "risk-ratio"), ("risk difference", "diff")]
)
def test_agrees_with_statsmodels(name: str, statistic: str) -> None:
    (n1, n2), (a, c) = SIZES.T, EVENTS.T
    effect, variance = effectsize_2proportions(a, n1, c, n2, statistic=statistic, zero_correction=None)
    found = EFFECTS_OF_COUNTS[name](a, n1, c, n2)
    assert found.effect == pytest.approx(effect, abs=1e-9)
    assert found.variance == pytest.approx(variance)


def test_standardised_differences_agree_with_statsmodels() -> None:
    n1, n2 = SIZES.T
    m1, m2 = GENERATOR.normal(10, 2, (2, 250))
    s1, s2 = GENERATOR.uniform(1, 4, (2, 250))
    effect, variance = effectsize_smd(m1, s1, n1, m2, s2, n2)
    found = EFFECTS_OF_MEANS["standardised mean difference"](m1, s1, n1, m2, s2, n2)
    assert found.effect == pytest.approx(effect)
    assert found.variance == pytest.approx(variance, rel=1e-9)


@given(SOME, SOME, SOME, SOME)
def test_effects_are_those_of_two_groups(a: int, b: int, c: int, d: int) -> None:
    figures = (a, a + b, c, c + d)
    for name, method in {"odds ratio": "woolf-logit", "risk ratio": "katz-log", "risk difference": "wald"}.items():
        effect, variance = (float(each[0]) for each in EFFECTS_OF_COUNTS[name](*([each] for each in figures)))
        lower, upper = INTERVALS[name][method](*figures, 0.95)
        half = 1.959964 * variance**0.5
        if name == "risk difference":
            assert effect == pytest.approx(ESTIMATES[name]["observed"](*figures), abs=1e-12)
            assert (effect - half, effect + half) == pytest.approx((lower, upper), abs=1e-6)
        else:
            assert exp(effect) == pytest.approx(ESTIMATES[name]["observed"](*figures))
            assert (effect - half, effect + half) == pytest.approx((log(lower), log(upper)), abs=1e-6)


def test_empty_cells() -> None:
    for name, half in {"odds ratio": "half", "risk ratio": "half"}.items():
        [effect] = EFFECTS_OF_COUNTS[name]([0], [10], [3], [12]).effect
        assert exp(effect) == pytest.approx(ESTIMATES[name][half](0, 10, 3, 12))
        assert isnan(EFFECTS_OF_COUNTS[name]([0], [10], [0], [12]).effect[0])
        assert isnan(EFFECTS_OF_COUNTS[name]([10], [10], [12], [12]).variance[0])
    none = EFFECTS_OF_COUNTS["risk difference"]([0], [10], [0], [12])
    assert (none.effect[0], none.variance[0] > 0) == (0, True)
    assert isnan(EFFECTS_OF_COUNTS["peto odds ratio"]([0], [10], [0], [12]).effect[0])


@given(st.floats(0.05, 20), st.floats(0.01, 2), st.sampled_from([0.9, 0.95, 0.99]))
def test_limits_give_back_effect_and_error(ratio: float, error: float, level: float) -> None:
    z = {0.9: 1.6448536, 0.95: 1.9599640, 0.99: 2.5758293}[level]
    lower, upper = ratio * exp(-z * error), ratio * exp(z * error)
    for estimate in ([ratio], None):
        found = from_limits(estimate, [lower], [upper], level, log_scale=True)
        assert found.effect == pytest.approx([log(ratio)], abs=1e-9)
        assert found.variance == pytest.approx([error**2], rel=1e-6)
    linear = from_limits(None, [ratio - z * error], [ratio + z * error], level, log_scale=False)
    assert (linear.effect[0], linear.variance[0]) == pytest.approx((ratio, error**2), rel=1e-5)


def test_ratio_of_means() -> None:
    found = EFFECTS_OF_MEANS["ratio of means"]([12.0], [3.0], [20], [10.0], [2.0], [25])
    assert found.effect == pytest.approx([log(1.2)])
    assert found.variance == pytest.approx([9 / (20 * 144) + 4 / (25 * 100)])
    difference = EFFECTS_OF_MEANS["mean difference"]([12.0], [3.0], [20], [10.0], [2.0], [25])
    assert difference.variance == pytest.approx([9 / 20 + 4 / 25])


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: EFFECTS_OF_COUNTS["odds ratio"]([3], [2], [1], [2]),
        lambda: EFFECTS_OF_COUNTS["risk difference"]([0], [0], [1], [2]),
        lambda: EFFECTS_OF_MEANS["mean difference"]([1], [-1], [5], [1], [1], [5]),
        lambda: EFFECTS_OF_MEANS["mean difference"]([1], [1], [1], [1], [1], [5]),
        lambda: EFFECTS_OF_MEANS["ratio of means"]([-1], [1], [5], [1], [1], [5]),
        lambda: from_limits([1], [2], [1], log_scale=False),
        lambda: from_limits([1], [0], [1], log_scale=True),
        lambda: from_limits([-1], [0.5], [1], log_scale=True),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"events|group|means|limit|ratio"):
        wrong()
