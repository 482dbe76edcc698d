"""Sample sizes against R's documented examples, statsmodels, enumeration and hand calculation."""

from __future__ import annotations

from math import asin, log, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.power import NormalIndPower, TTestIndPower, TTestPower
from statsmodels.stats.proportion import proportion_effectsize

from checker.statistics import power, power_means
from checker.statistics.power import ONE_PROPORTION, TWO_PROPORTIONS, USUAL, Errors

PROPORTION = st.floats(0.02, 0.98)
ALPHA = st.sampled_from([0.01, 0.025, 0.05, 0.1])
POWER = st.sampled_from([0.7, 0.8, 0.9, 0.95])
Z = stats.norm.ppf(0.975) + stats.norm.ppf(0.8)


@pytest.mark.parametrize(
    ("method", "size", "printed"),
    [
        ("null-variance", 86.3377, 87),
        ("arcsine", 86.3297, 87),
        ("both-variances", 85.5475, 86),
        ("alternative-variance", 83.7214, 84),
        ("both-variances-continuity", 92.0935, 93),
    ],
)
def test_single_arm_from_45_to_60_percent(method: str, size: float, printed: int) -> None:
    unrounded = ONE_PROPORTION[method](0.45, 0.60, USUAL)
    assert unrounded == pytest.approx(size, abs=5e-5)
    assert power.whole(unrounded)["up"] == printed


def test_single_arm_by_hand() -> None:
    assert power.null_variance(0.45, 0.6) == pytest.approx(Z**2 * 0.2475 / 0.0225, rel=1e-12)
    assert power.alternative_variance(0.45, 0.6) == pytest.approx(Z**2 * 0.24 / 0.0225, rel=1e-12)
    h = 2 * (asin(sqrt(0.6)) - asin(sqrt(0.45)))
    assert power.arcsine(0.45, 0.6) == pytest.approx((Z / h) ** 2, rel=1e-12)


@pytest.mark.parametrize(
    ("p0", "p1", "alpha", "target", "sides"),
    [(0.45, 0.6, 0.05, 0.8, 2), (0.05, 0.2, 0.05, 0.8, 1), (0.3, 0.1, 0.05, 0.9, 1), (0.2, 0.4, 0.1, 0.9, 2)],
)
def test_exact_single_arm(p0: float, p1: float, alpha: float, target: float, sides: int) -> None:
    reached = []
    for size in range(1, 160):
        counts = range(size + 1)
        if p1 > p0:
            tails = [stats.binom.sf(k - 1, size, p0) for k in counts]
            rejecting = [k for k in counts if tails[k] <= alpha / sides]
        else:
            rejecting = [k for k in counts if stats.binom.cdf(k, size, p0) <= alpha / sides]
        exact = float(sum(stats.binom.pmf(rejecting, size, p1))) if rejecting else 0.0
        reached.append(exact >= target)
    sizes = power.exact_one_proportion(p0, p1, Errors(alpha, target, sides))
    assert sizes["first"] == reached.index(True) + 1
    assert sizes["lasting"] == len(reached) - reached[::-1].index(False) + 1


def test_two_proportions_of_r_example() -> None:
    # R, example(power.prop.test): p1 = .50, p2 = .75, power = .90 gives n = 76.7.
    assert power.pooled(0.5, 0.75, Errors(power=0.9)) == pytest.approx(76.7, abs=0.05)


@given(PROPORTION, PROPORTION, ALPHA, POWER, st.sampled_from([1.0, 0.5, 2.0]))
@settings(max_examples=40)
def test_arcsine_against_statsmodels(p1: float, p2: float, alpha: float, target: float, ratio: float) -> None:
    if abs(p1 - p2) < 0.02:
        return
    effect = abs(proportion_effectsize(p1, p2))
    size = power.arcsine_two(p1, p2, Errors(alpha, target, 1), ratio)
    reached = NormalIndPower().power(effect, size, alpha, ratio, alternative="larger")
    assert reached == pytest.approx(target, abs=1e-9)


@given(PROPORTION, PROPORTION, ALPHA, POWER, st.floats(0.25, 4))
def test_two_proportion_formulas(p1: float, p2: float, alpha: float, target: float, ratio: float) -> None:
    if abs(p1 - p2) < 0.01:
        return
    z_alpha, z_beta = stats.norm.isf(alpha / 2), stats.norm.ppf(target)
    mean = (p1 + ratio * p2) / (1 + ratio)
    unpooled = sqrt(p1 * (1 - p1) + p2 * (1 - p2) / ratio)
    pooled = sqrt(mean * (1 - mean) * (1 + 1 / ratio))
    expected = {
        "pooled": ((z_alpha * pooled + z_beta * unpooled) / (p1 - p2)) ** 2,
        "unpooled": ((z_alpha + z_beta) * unpooled / (p1 - p2)) ** 2,
        "pooled-throughout": ((z_alpha + z_beta) * pooled / (p1 - p2)) ** 2,
    }
    for name, size in expected.items():
        assert TWO_PROPORTIONS[name](p1, p2, Errors(alpha, target), ratio) == pytest.approx(size, rel=1e-9)
    for name in ("pooled", "unpooled"):
        corrected = TWO_PROPORTIONS[f"{name}-continuity"](p1, p2, Errors(alpha, target), ratio)
        # The correction undone: n' = n (1 - (1 + 1/r)/(2 n d))^2.
        undone = corrected * (1 - (1 + 1 / ratio) / (2 * corrected * abs(p1 - p2))) ** 2
        assert undone == pytest.approx(expected[name], rel=1e-9)


@given(PROPORTION, PROPORTION, ALPHA, POWER, st.sampled_from([1, 2]))
def test_symmetries(p1: float, p2: float, alpha: float, target: float, sides: int) -> None:
    if abs(p1 - p2) < 0.01:
        return
    for one in ONE_PROPORTION.values():
        mirrored = one(1 - p1, 1 - p2, Errors(alpha, target, sides))
        assert one(p1, p2, Errors(alpha, target, sides)) == pytest.approx(mirrored, rel=1e-6)
    for two in TWO_PROPORTIONS.values():
        size = two(p1, p2, Errors(alpha, target, sides), 1.0)
        assert size == pytest.approx(two(p2, p1, Errors(alpha, target, sides), 1.0), rel=1e-9)
        assert size == pytest.approx(two(1 - p1, 1 - p2, Errors(alpha, target, sides), 1.0), rel=1e-6)


def test_dropouts_and_whole_numbers() -> None:
    assert power.inflated(90, 0.1) == pytest.approx({"divided": 100, "multiplied": 99})
    assert power.whole(86.34) == {"up": 87, "nearest": 86, "down": 86}
    assert power.whole(100.00000000000001) == {"up": 100, "nearest": 100, "down": 100}
    with pytest.raises(ValueError, match="dropouts"):
        power.inflated(90, 1.0)


@pytest.mark.parametrize("sides", [1, 2])
@pytest.mark.parametrize(("effect", "ratio"), [(0.5, 1.0), (0.8, 2.0), (1.5, 1.0), (0.2, 0.5)])
def test_two_means_against_statsmodels(effect: float, ratio: float, sides: int) -> None:
    alternative = "two-sided" if sides == 2 else "larger"
    size = power_means.two_means_t(effect, 1.0, Errors(0.05, 0.9, sides), ratio)
    oracle = TTestIndPower()
    assert oracle.power(effect, size, 0.05, ratio, alternative=alternative) >= 0.9
    assert oracle.power(effect, size - 1, 0.05, ratio, alternative=alternative) < 0.9
    normal = power_means.two_means(effect, 1.0, Errors(0.05, 0.9, sides), ratio)
    z = stats.norm.isf(0.05 / sides) + stats.norm.ppf(0.9)
    assert normal == pytest.approx(z**2 * (1 + 1 / ratio) / effect**2, rel=1e-12)


@pytest.mark.parametrize(("effect", "sides"), [(0.3, 2), (0.9, 1), (3.0, 2)])
def test_one_mean_against_statsmodels(effect: float, sides: int) -> None:
    alternative = "two-sided" if sides == 2 else "larger"
    size = power_means.one_mean_t(2 * effect, 2.0, Errors(sides=sides))
    oracle = TTestPower()
    assert oracle.power(effect, size, 0.05, alternative=alternative) >= 0.8
    assert size == 2 or oracle.power(effect, size - 1, 0.05, alternative=alternative) < 0.8


def test_means_of_r_example() -> None:
    # R, example(power.t.test): delta = 1, power = .90 gives n = 22.02 in each group.
    assert power_means.two_means_t(1.0, 1.0, Errors(power=0.9)) == 23
    assert power_means.t_power(sqrt(22.02110 / 2), 2 * 22.02110 - 2) == pytest.approx(0.9, abs=1e-5)


def test_events() -> None:
    assert power_means.events_schoenfeld(0.5) == pytest.approx(4 * Z**2 / log(0.5) ** 2, rel=1e-12)
    assert power_means.events_freedman(0.5) == pytest.approx(9 * Z**2, rel=1e-12)
    assert power_means.events_schoenfeld(0.5, allocation=2.0) == pytest.approx(
        Z**2 / (2 / 9 * log(0.5) ** 2), rel=1e-12
    )
    assert power_means.events_schoenfeld(0.5) == pytest.approx(power_means.events_schoenfeld(2.0))
    assert power_means.events_freedman(0.5) == pytest.approx(power_means.events_freedman(2.0))


def test_impossible_input() -> None:
    for one in ONE_PROPORTION.values():
        with pytest.raises(ValueError, match="equal"):
            one(0.4, 0.4, USUAL)
        with pytest.raises(ValueError, match="power"):
            one(0.4, 0.5, Errors(power=80))
        with pytest.raises(ValueError, match="sides"):
            one(0.4, 0.5, Errors(sides=3))
    for two in TWO_PROPORTIONS.values():
        with pytest.raises(ValueError, match="proportions"):
            two(0.4, 1.0, USUAL, 1.0)
        with pytest.raises(ValueError, match="allocation"):
            two(0.4, 0.5, USUAL, 0.0)
    with pytest.raises(ValueError, match="beyond"):
        power.exact_one_proportion(0.5, 0.501)
    with pytest.raises(ValueError, match="difference"):
        power_means.two_means(0.0, 1.0)
    with pytest.raises(ValueError, match="freedom"):
        power_means.t_power(1.0, 0)
    with pytest.raises(ValueError, match="events"):
        power_means.events_schoenfeld(1.0)
    with pytest.raises(ValueError, match="beyond"):
        power_means.two_means_t(0.001, 1.0)
    with pytest.raises(ValueError, match="beyond"):
        power_means.one_mean_t(0.001, 1.0)
