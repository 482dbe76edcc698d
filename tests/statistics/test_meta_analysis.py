"""Pooled effects against metafor's documented results, statsmodels, and their own identities."""

from math import exp, inf, log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from scipy.optimize import minimize_scalar
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.meta_analysis import combine_effects

from checker.statistics.heterogeneity import (
    TAU2,
    Heterogeneity,
    dersimonian_laird,
    heterogeneity,
    i2_from_tau2,
    maximum_likelihood,
    paule_mandel,
    q_profile,
    restricted_likelihood,
    typical_variance,
)
from checker.statistics.meta_analysis import (
    cochran_q,
    hartung_knapp,
    inverse_variance,
    mantel_haenszel_odds_ratio,
    mantel_haenszel_risk_difference,
    mantel_haenszel_risk_ratio,
    peto,
    prediction_interval,
)
from checker.statistics.study_effects import EFFECTS_OF_COUNTS

# Colditz et al, JAMA 1994;271:698-702: 13 trials of BCG vaccine, cases and sizes of the vaccinated and the controls.
BCG = (
    [4, 6, 3, 62, 33, 180, 8, 505, 29, 17, 186, 5, 27],
    [123, 306, 231, 13598, 5069, 1541, 2545, 88391, 7499, 1716, 50634, 2498, 16913],
    [11, 29, 11, 248, 47, 372, 10, 499, 45, 65, 141, 3, 29],
    [139, 303, 220, 12867, 5808, 1451, 629, 88391, 7277, 1665, 27338, 2341, 17854],
)
GENERATOR = np.random.default_rng(20261122)


def _random(k: int) -> tuple[np.ndarray, np.ndarray]:
    variances = GENERATOR.uniform(0.01, 0.5, k)
    return GENERATOR.normal(0.3, np.sqrt(variances + GENERATOR.choice([0.0, 0.05, 0.3]))), variances


SETS = [_random(int(k)) for k in GENERATOR.integers(2, 25, 200)]
COUNTS = [
    tuple(map(np.asarray, zip(*rows, strict=True)))
    for rows in (
        [
            (int(GENERATOR.integers(0, n1 + 1)), int(n1), int(GENERATOR.integers(0, n2 + 1)), int(n2))
            for n1, n2 in GENERATOR.integers(5, 120, (int(k), 2))
        ]
        for k in GENERATOR.integers(2, 12, 200)
    )
]
STUDIES = st.lists(st.tuples(st.floats(-5, 5), st.floats(0.001, 4)), min_size=2, max_size=15)


def test_results_documented_of_metafor() -> None:
    # metafor's test suite and documentation of `confint` and `rma.mh`, log risk ratios.
    effects = EFFECTS_OF_COUNTS["risk ratio"](*BCG)
    found = heterogeneity(*effects)
    fixed = inverse_variance(*effects)
    assert (fixed.estimate, *fixed.limits()) == pytest.approx((-0.4303, -0.5097, -0.3509), abs=6e-5)
    assert fixed.estimate / fixed.error == pytest.approx(-10.6247, abs=6e-5)
    assert found.q == pytest.approx(152.2330, abs=6e-5)
    tau2 = dersimonian_laird(*effects)
    assert tau2 == pytest.approx(0.3088, abs=6e-5)
    assert q_profile(*effects) == pytest.approx((0.1197, 1.1115), abs=6e-5)
    shares = [100 * i2_from_tau2(each, effects.variance) for each in (tau2, *q_profile(*effects))]
    # The limits of metafor are roots found to about four digits.
    assert shares == pytest.approx([92.1173, 81.9177, 97.6781], abs=0.005)
    assert 100 * found.i2 == pytest.approx(shares[0])
    random = inverse_variance(*effects, tau2)
    assert [exp(each) for each in (random.estimate, *random.limits())] == pytest.approx(
        [0.4896, 0.3449, 0.6950], abs=6e-5
    )
    reml = restricted_likelihood(*effects)
    assert reml == pytest.approx(0.3132, abs=6e-5)
    assert i2_from_tau2(reml, effects.variance) == pytest.approx(0.9222139, abs=6e-8)
    assert inverse_variance(*effects, reml).estimate == pytest.approx(-0.7145, abs=6e-5)


def test_mantel_haenszel_and_peto_documented_of_metafor() -> None:
    ratio = mantel_haenszel_risk_ratio(*BCG)
    assert (ratio.estimate, *ratio.limits()) == pytest.approx((-0.4537, -0.5308, -0.3766), abs=6e-5)
    assert ratio.estimate / ratio.error == pytest.approx(-11.5338, abs=6e-5)
    assert cochran_q(*EFFECTS_OF_COUNTS["risk ratio"](*BCG), ratio.estimate) == pytest.approx(152.5676, abs=6e-5)
    odds = mantel_haenszel_odds_ratio(*BCG)
    assert (odds.estimate, odds.limits()[0]) == pytest.approx((-0.4734, -0.5538), abs=6e-5)
    found = peto(*BCG)
    assert (found.estimate, *found.limits()) == pytest.approx((-0.4744, -0.5541, -0.3948), abs=6e-5)
    assert found.estimate / found.error == pytest.approx(-11.6689, abs=6e-5)
    assert cochran_q(*EFFECTS_OF_COUNTS["peto odds ratio"](*BCG), found.estimate) == pytest.approx(167.7302, abs=6e-5)


def test_agrees_with_statsmodels() -> None:
    for effects, variances in SETS:
        with np.errstate(invalid="ignore"):
            dl = combine_effects(effects, variances, method_re="dl")
        pm = combine_effects(effects, variances, method_re="pm", atol=1e-12, maxiter=500)
        assert heterogeneity(effects, variances).q == pytest.approx(dl.q)
        assert dersimonian_laird(effects, variances) == pytest.approx(max(0, dl.tau2), abs=1e-10)
        tau2 = paule_mandel(effects, variances)
        excess = cochran_q(effects, variances + tau2, inverse_variance(effects, variances, tau2).estimate)
        assert excess == pytest.approx(len(effects) - 1) or (tau2 == 0 and excess < len(effects) - 1)
        # Their steps end at 0 now and then.
        assert tau2 == pytest.approx(pm.tau2, abs=1e-5) or pm.tau2 == 0
        tau2 = dersimonian_laird(effects, variances)
        for pooled, mean, sd in (
            (inverse_variance(effects, variances), dl.mean_effect_fe, dl.sd_eff_w_fe),
            (inverse_variance(effects, variances, tau2), dl.mean_effect_re, dl.sd_eff_w_re),
            (hartung_knapp(effects, variances, tau2), dl.mean_effect_re, dl.sd_eff_w_re_hksj),
        ):
            # Theirs may lie below 0.
            if dl.tau2 >= 0 or mean == dl.mean_effect_fe:
                assert pooled.estimate == pytest.approx(mean)
                assert pooled.error == pytest.approx(sd)


def test_likelihoods_are_at_their_maximum() -> None:
    for effects, variances in SETS:

        def deviance(tau2: float, restricted: bool, y=effects, v=variances) -> float:
            w = 1 / (v + tau2)
            mean = (w * y).sum() / w.sum()
            total = (w * (y - mean) ** 2).sum() - np.log(w).sum()
            return float(total + (np.log(w.sum()) if restricted else 0))

        for estimator, restricted in ((restricted_likelihood, True), (maximum_likelihood, False)):
            found = estimator(effects, variances)
            best = minimize_scalar(
                lambda tau2, r=restricted: deviance(tau2, r), bounds=(0, 5), method="bounded", options={"xatol": 1e-10}
            )
            assert deviance(found, restricted) <= best.fun + 1e-7


def test_mantel_haenszel_agrees_with_statsmodels() -> None:
    for counts in COUNTS:
        tables = [[[a, n1 - a], [c, n2 - c]] for a, n1, c, n2 in zip(*counts, strict=True)]
        with np.errstate(divide="ignore", invalid="ignore"):
            theirs = StratifiedTable([np.array(table, float) for table in tables])
            odds, ratio = theirs.logodds_pooled, theirs.riskratio_pooled
        found = mantel_haenszel_odds_ratio(*counts)
        if found is None:
            assert not np.isfinite(odds)
        else:
            assert (found.estimate, found.error) == pytest.approx((odds, theirs.logodds_pooled_se))
        risk = mantel_haenszel_risk_ratio(*counts)
        if risk is not None:
            assert exp(risk.estimate) == pytest.approx(ratio)


@given(st.integers(1, 400), st.integers(1, 400), st.integers(1, 400), st.integers(1, 400))
def test_one_study_is_itself(a: int, b: int, c: int, d: int) -> None:
    counts = ([a], [a + b], [c], [c + d])
    n1, n2 = a + b, c + d
    odds, ratio, difference = mantel_haenszel_odds_ratio(*counts), mantel_haenszel_risk_ratio(*counts), None
    difference = mantel_haenszel_risk_difference(*counts)
    assert odds.estimate == pytest.approx(log(a * d / b / c), abs=1e-9)
    assert odds.error == pytest.approx(sqrt(1 / a + 1 / b + 1 / c + 1 / d))
    assert ratio.estimate == pytest.approx(log(a * n2 / n1 / c), abs=1e-9)
    assert ratio.error == pytest.approx(sqrt(1 / a - 1 / n1 + 1 / c - 1 / n2), rel=1e-6)
    assert difference.estimate == pytest.approx(a / n1 - c / n2, abs=1e-12)
    assert difference.error == pytest.approx(sqrt(a * b / n1**3 + c * d / n2**3))
    assert odds.weights == ratio.weights == difference.weights == (1.0,)
    assert peto(*counts).error ** -2 == pytest.approx(n1 * n2 * (a + c) * (b + d) / ((n1 + n2) ** 2 * (n1 + n2 - 1)))


@given(STUDIES, st.floats(0, 3))
def test_identities(studies: list[tuple[float, float]], tau2: float) -> None:
    effects, variances = map(list, zip(*studies, strict=True))
    found, pooled = heterogeneity(effects, variances), inverse_variance(effects, variances, tau2)
    assert sum(pooled.weights) == pytest.approx(1)
    assert np.dot(effects, pooled.weights) == pytest.approx(pooled.estimate, abs=1e-9)
    assert min(effects) - 1e-9 <= pooled.estimate <= max(effects) + 1e-9
    assert pooled.p == pytest.approx(2 * stats.norm.sf(abs(pooled.estimate) / pooled.error))
    assert found.p == pytest.approx(stats.chi2.sf(found.q, len(effects) - 1))
    assert found.i2 == pytest.approx(1 - found.h**-2)
    assert cochran_q(effects, variances, inverse_variance(effects, variances).estimate) == pytest.approx(
        found.q, abs=1e-9
    )
    mean = dersimonian_laird(effects, variances)
    assert i2_from_tau2(mean, variances) == pytest.approx(found.i2, abs=1e-9)
    assert typical_variance(variances) <= max(variances) * (1 + 1e-9)
    adjusted = hartung_knapp(effects, variances, tau2)
    assert hartung_knapp(effects, variances, tau2, at_least_wald=True).error >= max(adjusted.error, pooled.error) * (
        1 - 1e-9
    )
    if len(effects) > 2:
        lower, upper = prediction_interval(pooled, tau2)
        assert lower <= pooled.limits()[0]
        assert upper >= pooled.limits()[1]
        narrow = prediction_interval(pooled, 0.0, df=inf)
        assert narrow == pytest.approx(pooled.limits())


@given(STUDIES)
def test_tau2_is_at_least_0_and_0_of_equal_effects(studies: list[tuple[float, float]]) -> None:
    effects, variances = map(list, zip(*studies, strict=True))
    for estimator in TAU2.values():
        assert estimator(effects, variances) >= 0
        assert estimator([1.0] * len(effects), variances) == pytest.approx(0, abs=1e-9)
        assert estimator([1.0], [0.5]) == 0
    limits = q_profile(effects, variances)
    assert limits[0] <= paule_mandel(effects, variances) <= limits[1] or limits == (0, 0)


def test_limits_of_h_and_i2() -> None:
    # Higgins & Thompson 2002, by hand: Q = 30 of 11 studies.
    error = 0.5 * (log(30) - log(10)) / (sqrt(60) - sqrt(19))
    expected = tuple(exp(log(sqrt(3)) + sign * 1.959964 * error) for sign in (-1, 1))
    found = Heterogeneity(30.0, 10)
    assert found.h_limits() == pytest.approx(expected)
    assert found.i2_limits() == pytest.approx(tuple(1 - each**-2 for each in expected))
    homogeneous = Heterogeneity(4.0, 4)
    error = sqrt(1 / 6 * (1 - 1 / 27))
    assert homogeneous.h_limits() == pytest.approx((1, exp(1.959964 * error)))
    assert Heterogeneity(0.5, 1).h_limits() is None
    assert Heterogeneity(0.0, 0).h_limits() is None
    assert Heterogeneity(0.0, 0).i2 == 0
    assert q_profile([1.0], [1.0]) is None


def test_without_events() -> None:
    assert mantel_haenszel_odds_ratio([0], [10], [3], [10]) is None
    assert mantel_haenszel_risk_ratio([0, 0], [10, 9], [0, 0], [10, 8]) is None
    assert peto([0], [10], [0], [10]) is None
    assert mantel_haenszel_risk_difference([0], [10], [0], [10]).estimate == 0


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: inverse_variance([], []),
        lambda: inverse_variance([1], [1, 2]),
        lambda: inverse_variance([1, 2], [1, 0]),
        lambda: inverse_variance([1, inf], [1, 1]),
        lambda: inverse_variance([1, 2], [1, 1], -1),
        lambda: hartung_knapp([1], [1], 0),
        lambda: prediction_interval(inverse_variance([1, 2], [1, 1]), 0),
        lambda: mantel_haenszel_odds_ratio([11], [10], [1], [10]),
        lambda: typical_variance([1]),
        lambda: i2_from_tau2(-1, [1, 2]),
    ],
)
def test_refuses(wrong) -> None:
    with pytest.raises(ValueError, match=r"stud|variance|events|weight"):
        wrong()
