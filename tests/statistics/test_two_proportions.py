"""Two-proportion intervals against published tables, statsmodels, scipy and their own definitions."""

from __future__ import annotations

from math import inf, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar
from scipy.special import xlogy
from scipy.stats import chi2, norm
from scipy.stats.contingency import odds_ratio
from statsmodels.genmod.families import Binomial
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.proportion import confint_proportions_2indep

from checker.statistics.conditional_odds import conditional_odds_ratio_estimate
from checker.statistics.two_group_effects import ESTIMATES
from checker.statistics.two_proportions import (
    DIFFERENCE,
    ODDS_RATIO,
    RISK_RATIO,
    clipped_difference,
)

# Newcombe RG, Stat Med 1998;17:873-890, Table II: difference, level 0.95, four decimals.
NEWCOMBE = [
    ((56, 70, 48, 80), "newcombe", 0.0524, 0.3339),
    ((9, 10, 3, 10), "newcombe", 0.1705, 0.8090),
    ((6, 7, 2, 7), "newcombe", 0.0582, 0.8062),
    ((5, 56, 0, 29), "newcombe", -0.0381, 0.1926),
    ((0, 10, 0, 20), "newcombe", -0.1611, 0.2775),
    ((0, 10, 0, 10), "newcombe", -0.2775, 0.2775),
    ((10, 10, 0, 20), "newcombe", 0.6791, 1.0),
    ((10, 10, 0, 10), "newcombe", 0.6075, 1.0),
    ((56, 70, 48, 80), "miettinen-nurminen", 0.0528, 0.3382),
    ((9, 10, 3, 10), "miettinen-nurminen", 0.1700, 0.8406),
    ((6, 7, 2, 7), "miettinen-nurminen", 0.0342, 0.8534),
    ((5, 56, 0, 29), "miettinen-nurminen", -0.0326, 0.1933),
    ((0, 10, 0, 20), "miettinen-nurminen", -0.1658, 0.2844),
    ((0, 10, 0, 10), "miettinen-nurminen", -0.2879, 0.2879),
    ((10, 10, 0, 20), "miettinen-nurminen", 0.7156, 1.0),
    ((10, 10, 0, 10), "miettinen-nurminen", 0.6636, 1.0),
    ((56, 70, 48, 80), "mee", 0.0533, 0.3377),
    ((9, 10, 3, 10), "mee", 0.1821, 0.8370),
    ((6, 7, 2, 7), "mee", 0.0544, 0.8478),
    ((5, 56, 0, 29), "mee", -0.0313, 0.1926),
    ((0, 10, 0, 20), "mee", -0.1611, 0.2775),
    ((0, 10, 0, 10), "mee", -0.2775, 0.2775),
    ((10, 10, 0, 20), "mee", 0.7225, 1.0),
    ((10, 10, 0, 10), "mee", 0.6777, 1.0),
]

# Garner W, WUSS 2016 paper 127, p. 9 and the HIV trial: SAS output, limits clipped to -1..1.
SAS = [
    ((56, 70, 48, 80), "wald", 0.0575, 0.3425),
    ((9, 10, 3, 10), "wald", 0.2605, 0.9395),
    ((10, 10, 0, 20), "wald", 1.0, 1.0),
    ((56, 70, 48, 80), "wald-continuity", 0.0441, 0.3559),
    ((9, 10, 3, 10), "wald-continuity", 0.1605, 1.0),
    ((10, 10, 0, 20), "wald-continuity", 0.9250, 1.0),
    ((56, 70, 48, 80), "haldane", 0.0535, 0.3351),
    ((9, 10, 3, 10), "haldane", 0.1777, 0.8289),
    ((10, 10, 0, 20), "haldane", 0.7482, 1.0),
    ((56, 70, 48, 80), "jeffreys-perks", 0.0531, 0.3355),
    ((9, 10, 3, 10), "jeffreys-perks", 0.1760, 0.8306),
    ((10, 10, 0, 20), "jeffreys-perks", 0.7431, 1.0),
    ((56, 70, 48, 80), "newcombe-continuity", 0.0428, 0.3422),
    ((9, 10, 3, 10), "newcombe-continuity", 0.1013, 0.8387),
    ((10, 10, 0, 20), "newcombe-continuity", 0.6014, 1.0),
    ((56, 70, 48, 80), "hauck-anderson", 0.0494, 0.3506),
    ((9, 10, 3, 10), "hauck-anderson", 0.1922, 1.0),
    ((10, 10, 0, 20), "hauck-anderson", 0.95, 1.0),
    ((56, 70, 48, 80), "agresti-caffo", 0.0525, 0.3358),
    ((9, 10, 3, 10), "agresti-caffo", 0.16, 0.84),
    ((10, 10, 0, 20), "agresti-caffo", 0.6922, 1.0),
    ((84, 101, 89, 105), "wald", -0.1162, 0.0843),
    ((84, 101, 89, 105), "wald-continuity", -0.1259, 0.0940),
    ((84, 101, 89, 105), "haldane", -0.1152, 0.0834),
    ((84, 101, 89, 105), "jeffreys-perks", -0.1160, 0.0843),
    ((84, 101, 89, 105), "mee", -0.1188, 0.0857),
    ((84, 101, 89, 105), "miettinen-nurminen", -0.1191, 0.0860),
    ((84, 101, 89, 105), "newcombe", -0.1177, 0.0851),
    ((84, 101, 89, 105), "newcombe-continuity", -0.1245, 0.0918),
    ((84, 101, 89, 105), "hauck-anderson", -0.1216, 0.0898),
    ((84, 101, 89, 105), "agresti-caffo", -0.1168, 0.0850),
]

FAGERLAND = "Fagerland, Lydersen & Laake, Stat Methods Med Res 2015;24:224-254"
FAGERLAND_NEWCOMBE = "Fagerland & Newcombe, Stat Med 2013;32:2823-2836"
GART_NAM = "Gart & Nam, Biometrics 1988;44:323-338"
# Both as recorded in the tests of the R package ratesci; the second are its own limits of their data.
GART = "Gart, Bull Int Stat Inst 1985, example 1"
ZOU_DONNER = "data of Zou & Donner, Stat Med 2008;27:1693-1702"
# (registry, counts, method, level, lower, upper, decimals of either limit, source)
OTHERS = [
    (DIFFERENCE, (7, 25, 2, 25), "mee", 0.95, -0.014, 0.412, 3, 3, "Gart & Nam, Biometrics 1990;46:637-643"),
    (DIFFERENCE, (7, 34, 1, 34), "wald", 0.95, 0.02916942, 0.32377176, 8, 8, "R PropCIs"),
    (DIFFERENCE, (7, 34, 1, 34), "agresti-caffo", 0.95, 0.01161167, 0.32172166, 8, 8, "R PropCIs"),
    (DIFFERENCE, (7, 34, 1, 34), "miettinen-nurminen", 0.95, 0.0270416, 0.3452912, 7, 7, "R PropCIs"),
    (DIFFERENCE, (7, 34, 1, 34), "newcombe", 0.95, 0.019, 0.34, 3, 2, FAGERLAND),
    (DIFFERENCE, (3, 29, 6, 36), "newcombe", 0.95, -0.2298067, 0.1197196, 7, 7, "R, tests of mergeron"),
    (DIFFERENCE, (3, 29, 6, 36), "mee", 0.95, -0.2355, 0.1211, 4, 4, "R, tests of mergeron"),
    (RISK_RATIO, (7, 34, 1, 34), "katz-log", 0.95, 0.91, 54, 2, 0, FAGERLAND),
    (RISK_RATIO, (7, 34, 1, 34), "walter-log", 0.95, 0.92, 27, 2, 0, FAGERLAND),
    (RISK_RATIO, (7, 34, 1, 34), "inverse-sinh", 0.95, 1.17, 42, 2, 0, FAGERLAND),
    (RISK_RATIO, (7, 34, 1, 34), "koopman", 0.95, 1.21, 43, 1, 0, FAGERLAND),
    (RISK_RATIO, (7, 34, 1, 34), "koopman", 0.95, 1.220853, 42.575718, 5, 5, "R PropCIs riskscoreci"),
    (RISK_RATIO, (36, 40, 16, 80), "koopman", 0.95, 2.940, 7.152, 3, 3, "Koopman 1984, after Nam 1995"),
    (RISK_RATIO, (8, 15, 4, 15), "koopman", 0.95, 0.815, 5.336, 3, 3, GART_NAM),
    (RISK_RATIO, (6, 10, 6, 20), "koopman", 0.95, 0.844, 4.594, 3, 3, GART_NAM),
    (RISK_RATIO, (6, 22, 112, 842), "mover-wilson", 0.95, 0.9735, 3.7295, 4, 4, ZOU_DONNER),
    (RISK_RATIO, (24, 73, 53, 65), "mover-wilson", 0.95, 0.282, 0.563, 3, 3, FAGERLAND_NEWCOMBE),
    (RISK_RATIO, (29, 55, 11, 11), "mover-wilson", 0.95, 0.398, 0.761, 3, 3, FAGERLAND_NEWCOMBE),
    (RISK_RATIO, (7, 18, 1, 18), "mover-wilson", 0.95, 1.277, 40.751, 3, 3, FAGERLAND_NEWCOMBE),
    (RISK_RATIO, (24, 73, 53, 65), "miettinen-nurminen", 0.95, 0.280, 0.560, 3, 3, FAGERLAND_NEWCOMBE),
    (RISK_RATIO, (29, 55, 11, 11), "miettinen-nurminen", 0.95, 0.397, 0.742, 3, 3, FAGERLAND_NEWCOMBE),
    (RISK_RATIO, (7, 18, 1, 18), "miettinen-nurminen", 0.95, 1.296, 42.544, 3, 3, FAGERLAND_NEWCOMBE),
    (ODDS_RATIO, (7, 34, 1, 34), "woolf-logit", 0.95, 0.99, 74, 2, 0, FAGERLAND),
    (ODDS_RATIO, (7, 34, 1, 34), "gart-logit", 0.95, 0.98, 38, 2, 0, FAGERLAND),
    (ODDS_RATIO, (7, 34, 1, 34), "exact-conditional", 0.95, 0.97, 397, 2, 0, FAGERLAND),
    (ODDS_RATIO, (7, 34, 1, 34), "mid-p-conditional", 0.95, 1.19, 200, 2, 0, FAGERLAND),
    (ODDS_RATIO, (24, 73, 53, 65), "miettinen-nurminen", 0.95, 0.050, 0.245, 3, 3, FAGERLAND_NEWCOMBE),
    (ODDS_RATIO, (29, 55, 11, 11), "miettinen-nurminen", 0.95, 0.0, 0.417, 3, 3, FAGERLAND_NEWCOMBE),
    (ODDS_RATIO, (7, 18, 1, 18), "miettinen-nurminen", 0.95, 1.416, 76.428, 3, 3, FAGERLAND_NEWCOMBE),
    (ODDS_RATIO, (28, 99, 23, 182), "cornfield-continuity", 0.95, 1.41, 5.30, 2, 2, GART),
    (ODDS_RATIO, (3, 14, 60, 92), "cornfield-continuity", 0.95, 0.0296, 0.6228, 4, 4, "Cornfield 1956"),
    (ODDS_RATIO, (3, 14, 60, 92), "cornfield-continuity", 0.99, 0.0209, 0.8797, 4, 4, "Cornfield 1956"),
    (ODDS_RATIO, (28, 51, 71, 230), "cornfield", 0.95, 1.476, 5.035, 3, 3, "Gart & Thomas 1982"),
]

groups = st.integers(1, 120).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
pairs = st.tuples(groups, groups).map(lambda pair: (*pair[0], *pair[1]))
levels = st.sampled_from([0.8, 0.9, 0.95, 0.99])
Counts = tuple[int, int, int, int]


@pytest.mark.parametrize(("counts", "method", "lower", "upper"), NEWCOMBE + SAS)
def test_published_differences(counts: Counts, method: str, lower: float, upper: float) -> None:
    limits = DIFFERENCE[method](*counts, 0.95)
    assert limits is not None
    assert clipped_difference(limits) == pytest.approx((lower, upper), abs=0.500001e-4)


@pytest.mark.parametrize(
    ("registry", "counts", "method", "level", "lower", "upper", "places1", "places2", "source"), OTHERS
)
def test_other_published_values(
    registry, counts: Counts, method: str, level, lower, upper, places1, places2, source
) -> None:
    limits = registry[method](*counts, level)
    assert limits[0] == pytest.approx(lower, abs=0.500001 * 10**-places1), source
    assert limits[1] == pytest.approx(upper, abs=0.500001 * 10**-places2), source


@pytest.mark.parametrize("counts", [(7, 34, 1, 34), (56, 70, 48, 80), (1, 40, 9, 33), (300, 1000, 280, 990)])
@pytest.mark.parametrize("level", [0.9, 0.95])
def test_statsmodels_score(counts: Counts, level: float) -> None:
    # Its difference is left out: statsmodels 0.15 has count for nobs in the cubic's linear term.
    for compare, registry, plain in (
        ("ratio", RISK_RATIO, "koopman"),
        ("odds-ratio", ODDS_RATIO, "cornfield"),
    ):
        for name, correction in (("miettinen-nurminen", True), (plain, False)):
            with np.errstate(invalid="ignore"):  # at the ends of its search
                expected = confint_proportions_2indep(*counts, "score", compare, alpha=1 - level, correction=correction)
            # The tolerance of its root finder is absolute, on the log scale.
            assert registry[name](*counts, level) == pytest.approx(expected, rel=1e-9)
    newcombe = confint_proportions_2indep(*counts, "newcomb", "diff", alpha=1 - level)
    assert DIFFERENCE["newcombe"](*counts, level) == pytest.approx(newcombe, abs=1e-12)


@pytest.mark.parametrize("counts", [(7, 34, 1, 34), (56, 70, 48, 80), (1, 40, 9, 33), (300, 1000, 280, 990)])
def test_log_intervals_and_exact_odds_ratio(counts: Counts) -> None:
    x1, n1, x2, n2 = counts
    table = [[x1, n1 - x1], [x2, n2 - x2]]
    oracle = Table2x2(table, shift_zeros=False)
    woolf = oracle.oddsratio_confint(0.05)
    assert ODDS_RATIO["woolf-logit"](*counts, 0.95) == pytest.approx(woolf, rel=1e-10)
    katz = oracle.riskratio_confint(0.05)
    assert RISK_RATIO["katz-log"](*counts, 0.95) == pytest.approx(katz, rel=1e-10)
    exact = odds_ratio(table, kind="conditional")
    interval = exact.confidence_interval(0.95)
    assert ODDS_RATIO["exact-conditional"](*counts, 0.95) == pytest.approx(tuple(interval), rel=1e-9)
    assert conditional_odds_ratio_estimate(*counts) == pytest.approx(exact.statistic, rel=1e-9)


@pytest.mark.parametrize("counts", [(7, 34, 1, 34), (56, 70, 48, 80), (1, 40, 9, 33), (0, 40, 9, 33)])
def test_half_an_event_added_to_every_cell(counts: Counts) -> None:
    x1, n1, x2, n2 = counts
    oracle = Table2x2([[x1 + 0.5, n1 - x1 + 0.5], [x2 + 0.5, n2 - x2 + 0.5]])
    assert RISK_RATIO["half-log"](*counts, 0.95) == pytest.approx(oracle.riskratio_confint(0.05), rel=1e-10)
    assert ESTIMATES["risk ratio"]["half"](*counts) == pytest.approx(oracle.riskratio, rel=1e-12)
    assert ESTIMATES["odds ratio"]["half"](*counts) == pytest.approx(oracle.oddsratio, rel=1e-12)


@pytest.mark.parametrize("counts", [(7, 34, 1, 34), (56, 70, 48, 80), (1, 40, 9, 33), (300, 1000, 280, 990)])
def test_estimates(counts: Counts) -> None:
    x1, n1, x2, n2 = counts
    table = [[x1, n1 - x1], [x2, n2 - x2]]
    oracle = Table2x2(table, shift_zeros=False)
    assert ESTIMATES["risk difference"]["observed"](*counts) == pytest.approx(x1 / n1 - x2 / n2, rel=1e-12)
    assert ESTIMATES["risk ratio"]["observed"](*counts) == pytest.approx(oracle.riskratio, rel=1e-12)
    walter = (x1 + 0.5) / (n1 + 0.5) / ((x2 + 0.5) / (n2 + 0.5))
    assert ESTIMATES["risk ratio"]["walter"](*counts) == pytest.approx(walter, rel=1e-12)
    assert ESTIMATES["odds ratio"]["observed"](*counts) == pytest.approx(oracle.oddsratio, rel=1e-12)
    conditional = odds_ratio(table, kind="conditional").statistic
    assert ESTIMATES["odds ratio"]["conditional"](*counts) == pytest.approx(conditional, rel=1e-9)


def test_estimates_that_are_undefined() -> None:
    assert ESTIMATES["risk ratio"]["observed"](3, 10, 0, 10) is None
    assert ESTIMATES["odds ratio"]["observed"](10, 10, 3, 10) is None
    assert ESTIMATES["odds ratio"]["conditional"](10, 10, 3, 10) is None
    for estimators in ESTIMATES.values():
        for estimator in estimators.values():
            with pytest.raises(ValueError, match="not a proportion"):
                estimator(5, 4, 1, 9)


@pytest.mark.parametrize("counts", [(7, 34, 1, 34), (56, 70, 48, 80), (1, 40, 9, 33), (300, 1000, 280, 990)])
@pytest.mark.parametrize("level", [0.9, 0.95])
def test_likelihood_interval_against_logistic_regressions(counts: Counts, level: float) -> None:
    """At each limit the deviance of the model with that coefficient fixed is the chi-squared quantile."""
    x1, n1, x2, n2 = counts
    outcomes, group = np.array([[x1, n1 - x1], [x2, n2 - x2]]), np.array([1.0, 0.0])
    limits = ODDS_RATIO["profile-likelihood"](*counts, level)
    assert limits is not None
    for limit in limits:
        fixed = GLM(outcomes, np.ones((2, 1)), Binomial(), offset=np.log(limit) * group).fit(tol=1e-14)
        assert fixed.deviance == pytest.approx(chi2.ppf(level, 1), rel=1e-9)


@given(pairs, levels)
def test_limits_are_ordered(counts: Counts, level: float) -> None:
    for registry in (DIFFERENCE, RISK_RATIO, ODDS_RATIO):
        for name, method in registry.items():
            limits = method(*counts, level)
            if limits is None:
                assert registry is not DIFFERENCE or name == "hauck-anderson"
                continue
            assert limits[0] <= limits[1], name
            if registry is not DIFFERENCE:
                assert limits[0] >= 0, name
            elif name in ("newcombe", "mee", "miettinen-nurminen", "newcombe-continuity"):
                assert -1 <= limits[0] <= limits[1] <= 1


@given(pairs, levels)
def test_swapping_the_groups(counts: Counts, level: float) -> None:
    swapped = counts[2:] + counts[:2]
    for name, method in DIFFERENCE.items():
        limits, other = method(*counts, level), method(*swapped, level)
        if limits is not None and other is not None:
            assert other == pytest.approx((-limits[1], -limits[0]), abs=1e-9), name
    for registry in (RISK_RATIO, ODDS_RATIO):
        for name, method in registry.items():
            limits, other = method(*counts, level), method(*swapped, level)
            if name == "mover-wilson" or limits is None or other is None:
                continue
            mirrored = tuple(inf if limit == 0 else 1 / limit for limit in reversed(limits))
            assert other == pytest.approx(mirrored, rel=1e-8), name


@given(pairs, levels)
def test_counting_failures_inverts_the_odds_ratio(counts: Counts, level: float) -> None:
    x1, n1, x2, n2 = counts
    for name, method in ODDS_RATIO.items():
        limits, other = method(*counts, level), method(n1 - x1, n1, n2 - x2, n2, level)
        if limits is None:
            assert other is None, name
            continue
        mirrored = tuple(inf if limit == 0 else 1 / limit for limit in reversed(limits))
        assert other == pytest.approx(mirrored, rel=1e-8), name


@given(pairs, st.sampled_from([0.9, 0.95]))
@settings(max_examples=30)
def test_score_difference_solves_its_equation(counts: Counts, level: float) -> None:
    x1, n1, x2, n2 = counts
    limits = DIFFERENCE["mee"](*counts, level)
    assert limits is not None

    def negative_log_likelihood(p2: float, difference: float) -> float:
        p1 = p2 + difference
        return -float(xlogy(x1, p1) + xlogy(n1 - x1, 1 - p1) + xlogy(x2, p2) + xlogy(n2 - x2, 1 - p2))

    for limit in limits:
        if not -0.99 < limit < 0.99:
            continue
        bounds = max(0.0, -limit), min(1.0, 1 - limit)
        p2 = minimize_scalar(
            negative_log_likelihood, bounds=bounds, args=(limit,), method="bounded", options={"xatol": 1e-12}
        ).x
        p1 = p2 + limit
        z = (x1 / n1 - x2 / n2 - limit) / sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
        # The numerical maximum is known to about the root of the machine precision; its variance near 0 or 1 to less.
        assert 2 * norm.sf(abs(z)) == pytest.approx(1 - level, rel=1e-3)


def test_impossible_and_undefined() -> None:
    for registry in (DIFFERENCE, RISK_RATIO, ODDS_RATIO):
        for method in registry.values():
            with pytest.raises(ValueError, match="not a proportion"):
                method(5, 4, 1, 9, 0.95)
            with pytest.raises(ValueError, match="level"):
                method(3, 4, 1, 9, 1.2)
    assert RISK_RATIO["katz-log"](0, 10, 3, 10, 0.95) is None
    assert RISK_RATIO["koopman"](0, 10, 0, 10, 0.95) is None
    assert ODDS_RATIO["woolf-logit"](10, 10, 3, 10, 0.95) is None
    assert ODDS_RATIO["exact-conditional"](10, 10, 10, 10, 0.95) is None
    upper_open = ODDS_RATIO["exact-conditional"](10, 10, 3, 10, 0.95)
    assert upper_open is not None
    assert upper_open[1] == inf
    assert conditional_odds_ratio_estimate(10, 10, 3, 10) == inf
    assert conditional_odds_ratio_estimate(0, 10, 3, 10) == 0
    assert conditional_odds_ratio_estimate(0, 10, 0, 10) is None
    assert ODDS_RATIO["exact-conditional"](60_000, 150_000, 70_000, 150_000, 0.95) is None
    assert conditional_odds_ratio_estimate(60_000, 150_000, 70_000, 150_000) is None
