"""Binomial intervals against published tables, statsmodels, scipy and their own definitions."""

from __future__ import annotations

from math import asin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from checker.statistics.proportion import (
    METHODS,
    bayes_uniform,
    blaker,
    clipped,
    clopper_pearson,
    likelihood_ratio,
    mid_p,
    one_sided,
    stata_proportion,
    t_critical_value,
    wald,
    wald_t,
    wilson,
)

# Newcombe RG, Stat Med 1998;17:857-872, Table I (four decimals, level 0.95).
NEWCOMBE = [
    ("wald", 81, 263, 0.2522, 0.3638),
    ("wald", 15, 148, 0.0527, 0.1500),
    ("wald-continuity", 81, 263, 0.2503, 0.3657),
    ("wilson", 81, 263, 0.2553, 0.3662),
    ("wilson", 15, 148, 0.0624, 0.1605),
    ("wilson", 0, 20, 0.0, 0.1611),
    ("wilson", 1, 29, 0.0061, 0.1718),
    ("wilson-continuity", 81, 263, 0.2535, 0.3682),
    ("wilson-continuity", 15, 148, 0.0598, 0.1644),
    ("wilson-continuity", 0, 20, 0.0, 0.2005),
    ("wilson-continuity", 1, 29, 0.0018, 0.1963),
    ("mid-p", 81, 263, 0.2544, 0.3658),
    ("mid-p", 15, 148, 0.0601, 0.1581),
    ("mid-p", 0, 20, 0.0, 0.1391),
    ("mid-p", 1, 29, 0.0017, 0.1585),
    ("clopper-pearson", 81, 263, 0.2527, 0.3676),
    ("clopper-pearson", 15, 148, 0.0578, 0.1617),
    ("clopper-pearson", 0, 20, 0.0, 0.1684),
    ("clopper-pearson", 1, 29, 0.0009, 0.1776),
]

# Output of R binom::binom.confint, as recorded in statsmodels 0.15 results_proportion.py. The three rows
# of "jeffreys" are its "bayes" rows whose shortest interval had not converged: equal tails.
R_BINOM = [
    ("agresti-coull", 18, 20, 0.6867561125596077, 0.984343760998137),
    ("wald", 18, 20, 0.768521618913513, 1.031478381086487),
    ("jeffreys", 18, 20, 0.716146742695748, 0.97862751197755),
    ("cloglog", 18, 20, 0.656030707261567, 0.974010174395775),
    ("clopper-pearson", 18, 20, 0.6830172859809176, 0.9876514728297052),
    ("logit", 18, 20, 0.676197991611287, 0.974866415649319),
    ("probit", 18, 20, 0.7027685414174645, 0.978858461808406),
    ("likelihood-ratio", 18, 20, 0.7220576251734515, 0.982639913376776),
    ("wilson-continuity", 18, 20, 0.668722403162941, 0.982487361226571),
    ("wilson", 18, 20, 0.6989663547715128, 0.972133518786232),
    ("agresti-coull", 4, 20, 0.0749115102767071, 0.4217635845549845),
    ("jeffreys", 4, 20, 0.07152005247873425, 0.4082257625169254),
    ("cloglog", 4, 20, 0.0623757232566298, 0.393143902056907),
    ("logit", 4, 20, 0.0771334546771001, 0.427846901518118),
    ("probit", 4, 20, 0.0710801045992076, 0.4147088121599544),
    ("likelihood-ratio", 4, 20, 0.0668375191189685, 0.405364309586823),
    ("jeffreys", 4, 200, 0.00678759879519299, 0.0468465669668423),
    ("cloglog", 4, 200, 0.006650668467968445, 0.04722535678688564),
    ("likelihood-ratio", 4, 200, 0.00625223049303646, 0.0458490848884339),
    ("cloglog", 190, 200, 0.909066091776046, 0.972780587302479),
    ("logit", 190, 200, 0.9095820742314172, 0.9728891271086528),
    ("probit", 190, 200, 0.9118101288857796, 0.973671370402242),
    ("wilson-continuity", 190, 200, 0.9073089225133698, 0.974392083257476),
    ("agresti-coull", 1, 30, -0.008305484, 0.18091798),
    ("jeffreys-highest-density", 1, 30, 6.903016e-05, 0.1231438),
    ("cloglog", 1, 30, 0.002494567, 0.14513807),
    ("likelihood-ratio", 1, 30, 0.00193243, 0.13868375),
    ("jeffreys-highest-density", 29, 30, 0.8768562, 0.999931),
    ("jeffreys-highest-density", 0, 30, 0.0, 0.06151672),
    ("jeffreys-highest-density", 30, 30, 0.9384833, 1.0),
    ("likelihood-ratio", 0, 30, 0.0, 0.06201781),
    ("likelihood-ratio", 30, 30, 0.9379822, 1.0),
    ("wilson-continuity", 0, 30, 0.0, 0.14132048),
    ("wilson", 0, 30, 0.0, 0.11351339),
    ("wald", 0, 30, 0.0, 0.0),
    ("wald", 30, 30, 1.0, 1.0),
]

# Other published values: (method, count, total, lower, upper, decimals, source), level 0.95.
OTHERS = [
    ("mid-p", 5, 20, 0.098, 0.470, 3, "Berry & Armitage, Statistician 1995;44:417-423"),
    ("mid-p", 4, 10, 0.142, 0.709, 3, "Agresti & Gottard, Stat Sci 2005;20:367-371"),
    ("clopper-pearson", 7, 50, 0.05819170033997, 0.26739600249701, 12, "scipy documentation, binomtest"),
    ("clopper-pearson", 5, 25, 0.068, 0.407, 3, "influentialpoints.com, from Conover's tables"),
    ("plus-four", 4, 10, 0.16934656404, 0.687796293102, 11, "reference value in the tests of mergeron"),
    ("jeffreys", 100, 200, 0.4311217, 0.5688783, 7, "R DescTools::BinomCI, in statsmodels 0.15"),
    ("rule-of-three", 0, 300, 0.0, 0.01, 12, "Hanley & Lippman-Hand 1983"),
]

# R DescTools::BinomCI(100, 200, sides = ...), as recorded in statsmodels 0.15 test_proportion.py.
ONE_SIDED = [
    ("wald", 0.4418456, 0.5581544),
    ("agresti-coull", 0.442235, 0.557765),
    ("clopper-pearson", 0.439641, 0.560359),
    ("wilson", 0.442235, 0.557765),
    ("jeffreys", 0.4421138, 0.5578862),
]

STATSMODELS = {
    "wald": "normal",
    "wilson": "wilson",
    "agresti-coull": "agresti_coull",
    "clopper-pearson": "beta",
    "jeffreys": "jeffreys",
}

# These are undefined at the extreme counts and elsewhere.
PARTIAL = {"logit", "cloglog", "probit", "stata-proportion", "wald-t", "rule-of-three"}
ASYMMETRIC = {"cloglog"}
MAY_LEAVE_UNIT_RANGE = {"wald", "wald-continuity", "wald-t", "agresti-coull", "plus-four"}

binomials = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
levels = st.sampled_from([0.8, 0.9, 0.95, 0.975, 0.99, 0.999])


@pytest.mark.parametrize(("method", "count", "total", "lower", "upper"), NEWCOMBE)
def test_newcombe_table(method: str, count: int, total: int, lower: float, upper: float) -> None:
    assert METHODS[method](count, total, 0.95) == pytest.approx((lower, upper), abs=0.500001e-4)


@pytest.mark.parametrize(("method", "count", "total", "lower", "upper"), R_BINOM)
def test_r_binom(method: str, count: int, total: int, lower: float, upper: float) -> None:
    assert METHODS[method](count, total, 0.95) == pytest.approx((lower, upper), abs=5e-7)


@pytest.mark.parametrize(("method", "count", "total", "lower", "upper", "decimals", "source"), OTHERS)
def test_other_published_values(
    method: str, count: int, total: int, lower: float, upper: float, decimals: int, source: str
) -> None:
    limits = METHODS[method](count, total, 0.95)
    assert limits == pytest.approx((lower, upper), abs=0.500001 * 10**-decimals), source


@pytest.mark.parametrize(("method", "lower", "upper"), ONE_SIDED)
def test_one_sided(method: str, lower: float, upper: float) -> None:
    function = METHODS[method]
    assert one_sided(function, 100, 200, 0.95, side="lower") == pytest.approx((lower, 1.0), abs=5e-7)
    assert one_sided(function, 100, 200, 0.95, side="upper") == pytest.approx((0.0, upper), abs=5e-7)


def test_one_sided_at_no_event() -> None:
    limits = one_sided(clopper_pearson, 0, 20, 0.95, side="upper")
    assert limits == pytest.approx((0.0, 1 - 0.05 ** (1 / 20)), abs=1e-12)
    assert clopper_pearson(0, 20, 0.95) == one_sided(clopper_pearson, 0, 20, 0.975, side="upper")


@pytest.mark.parametrize("level", [0.8, 0.95, 0.999])
@pytest.mark.parametrize(("count", "total"), [(1, 3), (7, 50), (37, 151), (999, 1000), (1, 10_000)])
@pytest.mark.parametrize(("name", "oracle"), STATSMODELS.items())
def test_statsmodels(name: str, oracle: str, count: int, total: int, level: float) -> None:
    expected = proportion_confint(count, total, 1 - level, oracle)
    ours = METHODS[name](count, total, level)
    assert ours is not None
    # statsmodels clips, and its quantiles of 1 - alpha/2 lose digits that ours keep.
    assert clipped(ours) == pytest.approx(expected, abs=1e-12)


@given(binomials, levels)
def test_limits_are_ordered_and_within_range(case: tuple[int, int], level: float) -> None:
    count, total = case
    for name, method in METHODS.items():
        limits = method(count, total, level)
        if limits is None:
            assert name in PARTIAL
            continue
        lower, upper = limits
        assert lower <= upper, name
        if name not in MAY_LEAVE_UNIT_RANGE:
            assert lower >= -1e-12, name
            assert upper <= 1 + 1e-12, name


@given(binomials, levels)
def test_mirror_image(case: tuple[int, int], level: float) -> None:
    count, total = case
    for name, method in METHODS.items():
        limits, mirrored = method(count, total, level), method(total - count, total, level)
        if name in ASYMMETRIC or limits is None or mirrored is None:
            continue
        assert mirrored == pytest.approx((1 - limits[1], 1 - limits[0]), abs=1e-10), name


@given(binomials, levels)
def test_estimate_lies_inside(case: tuple[int, int], level: float) -> None:
    count, total = case
    for name in ("clopper-pearson", "wilson", "blaker", "likelihood-ratio", "mid-p"):
        limits = METHODS[name](count, total, level)
        assert limits is not None
        assert limits[0] - 1e-12 <= count / total <= limits[1] + 1e-12, name


@given(binomials, levels)
def test_exact_family_is_nested(case: tuple[int, int], level: float) -> None:
    outer = clopper_pearson(*case, level)
    for inner in (mid_p(*case, level), blaker(*case, level)):
        assert outer[0] - 1e-12 <= inner[0]
        assert inner[1] <= outer[1] + 1e-12


@given(binomials, levels)
def test_mid_p_solves_its_equation(case: tuple[int, int], level: float) -> None:
    count, total = case
    lower, upper = mid_p(count, total, level)
    tail = (1 - level) / 2
    if count:
        tail_at_lower = stats.binom.sf(count, total, lower) + stats.binom.pmf(count, total, lower) / 2
        assert tail_at_lower == pytest.approx(tail, abs=1e-9)
    if count < total:
        tail_at_upper = stats.binom.cdf(count - 1, total, upper) + stats.binom.pmf(count, total, upper) / 2
        assert tail_at_upper == pytest.approx(tail, abs=1e-9)


@given(binomials, levels)
def test_likelihood_ratio_solves_its_equation(case: tuple[int, int], level: float) -> None:
    count, total = case
    cutoff = stats.chi2.ppf(level, 1)
    for limit in likelihood_ratio(count, total, level):
        if 1e-9 < limit < 1 - 1e-9:
            best = stats.binom.logpmf(count, total, count / total)
            deviance = 2 * (best - stats.binom.logpmf(count, total, limit))
            assert deviance == pytest.approx(cutoff, rel=1e-7)


@pytest.mark.parametrize(("count", "total"), [(1, 10), (3, 10), (5, 30), (2, 7), (9, 40), (20, 41)])
@pytest.mark.parametrize("level", [0.9, 0.95, 0.99])
def test_blaker_is_the_hull_of_accepted_values(count: int, total: int, level: float) -> None:
    support = range(total + 1)

    def acceptability(p: float) -> float:
        def smaller_tail(x: int) -> float:
            return min(float(stats.binom.cdf(x, total, p)), float(stats.binom.sf(x - 1, total, p)))

        observed = smaller_tail(count)
        return sum(float(stats.binom.pmf(x, total, p)) for x in support if smaller_tail(x) <= observed * (1 + 1e-12))

    lower, upper = blaker(count, total, level)
    step = 1e-6
    assert acceptability(lower + step) >= 1 - level
    assert acceptability(upper - step) >= 1 - level
    outer = clopper_pearson(count, total, level)
    for i in range(1, 60):
        below = lower - step - (lower - outer[0]) * i / 60
        above = upper + step + (outer[1] - upper) * i / 60
        assert acceptability(below) < 1 - level
        assert acceptability(above) < 1 - level


def test_stata_proportion() -> None:
    limits = stata_proportion(22, 74, 0.95)
    p, df = 22 / 74, 73
    se = sqrt(p * (1 - p) / df)
    scale = stats.t.ppf(0.975, df) * se / (p * (1 - p))
    logit = stats.logistic.ppf(p)
    expected = stats.logistic.cdf(logit - scale), stats.logistic.cdf(logit + scale)
    assert limits == pytest.approx(expected, abs=1e-12)
    wider = stata_proportion(22, 74, 0.95, degrees_of_freedom=10)
    assert wider is not None
    assert limits is not None
    assert wider[0] < limits[0] < limits[1] < wider[1]


def test_wald_t_is_the_t_interval_of_an_indicator() -> None:
    sample = [1] * 9 + [0] * 14
    expected = stats.ttest_1samp(sample, 0).confidence_interval(0.95)
    assert wald_t(9, 23, 0.95) == pytest.approx((expected.low, expected.high), abs=1e-12)
    assert wald_t(1, 1, 0.95) is None


def test_bayes_uniform() -> None:
    assert bayes_uniform(3, 12, 0.9) == pytest.approx(stats.beta.interval(0.9, 4, 10), abs=1e-12)


def test_arcsine_by_hand() -> None:
    expected = asin(sqrt(0.25)) - 1.959963984540054 / (2 * sqrt(40))
    limits = METHODS["arcsine"](10, 40, 0.95)
    assert limits is not None
    assert asin(sqrt(limits[0])) == pytest.approx(expected, abs=1e-12)


def test_t_critical_value() -> None:
    assert t_critical_value(7, 0.95) == pytest.approx(stats.t.ppf(0.975, 7), abs=1e-12)
    assert t_critical_value(float("inf"), 0.95) == pytest.approx(1.959963984540054, abs=1e-12)
    with pytest.raises(ValueError, match="positive"):
        t_critical_value(0, 0.95)


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize(
    ("count", "total", "level"), [(-1, 10, 0.95), (11, 10, 0.95), (0, 0, 0.95), (5, 10, 1.0), (5, 10, 95)]
)
def test_impossible_input(name: str, count: int, total: int, level: float) -> None:
    with pytest.raises(ValueError, match=r"not a proportion|level"):
        METHODS[name](count, total, level)


def test_undefined_at_the_extremes() -> None:
    for name in ("logit", "cloglog", "probit", "stata-proportion"):
        assert METHODS[name](0, 12, 0.95) is None
        assert METHODS[name](12, 12, 0.95) is None
    assert wilson(0, 12, 0.95)[0] == 0.0
    assert wilson(12, 12, 0.95)[1] == 1.0
    assert clipped(wald(1, 30, 0.95))[0] == 0.0


def test_two_observations_at_a_high_level() -> None:
    for method in METHODS.values():
        limits = method(1, 2, 0.9999)
        if limits is not None:
            assert limits[0] <= 0.5 <= limits[1]


def test_millions_of_observations() -> None:
    for name in ("clopper-pearson", "mid-p", "blaker", "likelihood-ratio", "jeffreys-highest-density"):
        limits = METHODS[name](1_234_567, 10_000_000, 0.95)
        assert limits == pytest.approx(wilson(1_234_567, 10_000_000, 0.95), abs=1e-7), name
