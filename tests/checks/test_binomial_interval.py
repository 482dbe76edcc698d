import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from checker.checks import binomial_interval
from checker.statistics import proportion

CHECK = "binomial_interval"
POPULATIONS = "{all: 96, chemo: 36, none: 60}"
# Stata's proportion, with and without over(): a phase 2 trial of 96 patients.
SHOULD_PASS = [
    "{kind: interval, count: 68, of: all, estimate: 70.8, lower: 60.8, upper: 79.2}",
    "{kind: interval, count: 56, of: all, lower: 48.1, upper: 67.9}",
    "{kind: interval, estimate: 78.1, of: all, lower: 68.6, upper: 85.4}",
    "{kind: interval, estimate: 71.9, of: all, lower: 61.9, upper: 80.1}",
    "{kind: interval, estimate: 63.9, of: chemo, lower: 46.8, upper: 78.1%, sample: all}",
    "{kind: interval, estimate: 75.0, of: none, lower: 62.3, upper: 84.5, sample: all}",
    "{kind: interval, count: 16, total: 17, lower: 66.0, upper: 99.2, sample: all}",
    "{kind: interval, count: 14, total: 22, lower: 41.6, upper: 81.2, sample: all}",
    "{kind: interval, count: 38, total: 57, lower: 53.3, upper: 77.8, sample: all}",
    "{kind: interval, count: 4, total: 9, lower: 16.3, upper: 76.7, sample: all}",
    "{kind: interval, count: 3, total: 7, lower: 12.7, upper: 79.4, sample: all}",
    # Newcombe 1998, table I: 81/263 and 0/20 by Wald, Wald with continuity correction, score, exact
    "{kind: interval, unit: proportion, count: 81, total: 263, estimate: 0.308, lower: 0.2522, upper: 0.3638}",
    "{kind: interval, unit: proportion, count: 81, total: 263, lower: 0.2503, upper: 0.3657}",
    "{kind: interval, unit: proportion, count: 81, total: 263, lower: 0.2553, upper: 0.3662}",
    "{kind: interval, unit: proportion, count: 81, total: 263, lower: 0.2527, upper: 0.3676}",
    "{kind: interval, unit: proportion, count: 0, total: 20, lower: 0.0000, upper: 0.1684}",
    "{kind: interval, unit: proportion, count: 0, total: 20, lower: 0.0000, upper: 0.1611}",
    "{kind: interval, count: 1, total: 30, lower: -3.1, upper: 9.8}",  # Wald, as computed
    "{kind: interval, count: 1, total: 30, lower: 0.0, upper: 9.8}",  # and clipped
    "{kind: interval, count: 68, total: 96, lower: 62.3, upper: 78.4, level: 90}",
    "{kind: interval, count: <3, total: 30, estimate: <7, lower: 0.8, upper: 22.1}",
    "{kind: interval, estimate: 45, total: 20000, lower: 44.4, upper: 45.8}",
]
SHOULD_EXPLAIN = [
    "{kind: interval, unit: proportion, count: 81, total: 263, lower: 0.2544, upper: 0.3658}",  # mid-P
    "{kind: interval, count: 0, total: 17, lower: 0, upper: 16.2}",
    "{kind: interval, count: 68, of: all, lower: 60.8, upper: 79.2, method: wilson}",
    "{kind: interval, count: 75, of: all, lower: 68.5, upper: 85.4}",
]
SHOULD_ASK = [
    # Wald's limits about the estimate as printed; limits of a bootstrap, or of clusters.
    "{kind: interval, count: 445, total: 2111, estimate: 21.0, lower: 19.3, upper: 22.7}",
    "{kind: interval, count: 6, total: 24, lower: 10, upper: 42}",
    "{kind: interval, count: 30, total: 33, lower: 71, upper: 97}",
]
SHOULD_FLAG = [
    "{kind: interval, count: 68, of: all, lower: 64.8, upper: 76.4}",
    "{kind: interval, count: 68, of: all, estimate: 72.8, lower: 60.8, upper: 79.2}",
    "{kind: interval, estimate: 63.6, of: chemo, lower: 46.8, upper: 78.1, sample: all}",
    "{kind: interval, count: 16, total: 17, lower: 66.0, upper: 92.2, sample: all}",
    "{kind: interval, count: 56, of: all, lower: 84.1, upper: 67.9}",
    # Narrower than those of any method, about another estimate, too wide for clusters; and the method is stated.
    "{kind: interval, count: 35, total: 52, lower: 58, upper: 73}",
    "{kind: interval, count: 46, total: 50, lower: 89.5, upper: 94.5}",
    "{kind: interval, count: 2595, total: 3671, lower: 68.5, upper: 71.5}",
    "{kind: interval, count: 30, total: 33, lower: 61, upper: 97}",
    "{kind: interval, count: 30, total: 33, lower: 71, upper: 97, method: exact}",
]
MISSING = {
    "{kind: interval, count: 5, lower: 4, upper: 9}": "the denominator",
    "{kind: interval, total: 0, count: 0, lower: 4, upper: 9}": "a denominator above 0",
    "{kind: interval, total: ~50, count: 3, lower: 4, upper: 9}": "an exact denominator",
    "{kind: interval, total: 50, lower: 4, upper: 9}": "the count or the estimate",
    "{kind: interval, total: 50, count: 51, lower: 4, upper: 9}": "a count of at most 50",
    "{kind: interval, total: 50, count: 5, lower: 4, upper: 9, level: 100}": "a confidence level between 50 and 100%",
}


def test_an_estimate_that_no_count_gives_leaves_the_limits_open(findings_of):
    estimate, limits = findings_of(CHECK, "{kind: interval, estimate: 41.7, total: 14, lower: 20, upper: 60}")
    assert estimate.verdict == "discrepant"
    assert "no count of 14 makes 41.7%" in estimate.message
    assert limits.message == "cannot be recomputed without a count of 14 that makes 41.7"


def test_names_the_methods_that_reproduce_every_digit(findings_of):
    [finding] = findings_of(
        CHECK, "{kind: interval, count: 16, total: 17, lower: 66.0, upper: 99.2, sample: all}", populations=POPULATIONS
    )
    assert finding.assumption == "stata-proportion over(all)"
    assert finding.message == "stata-proportion over(all) 95% CI of 16/17 = 66.00% to 99.25%, as printed"


def test_names_the_stated_method_and_the_one_that_fits(findings_of):
    [finding] = findings_of(CHECK, SHOULD_EXPLAIN[2], populations=POPULATIONS)
    assert "stata-proportion" in finding.message
    assert finding.message.endswith("the paper states wilson")


def test_shows_the_nearest_method(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0], populations=POPULATIONS)
    assert finding.severity == "major"
    assert "wald 95% CI of 68/96 = 61.74% to 79.93%" in finding.message


ORACLE = {
    "wald": "normal",
    "wilson": "wilson",
    "clopper-pearson": "beta",
    "agresti-coull": "agresti_coull",
    "jeffreys": "jeffreys",
}


@pytest.mark.parametrize("name", ORACLE)
@pytest.mark.parametrize(("count", "total", "level"), [(68, 96, 0.95), (1, 30, 0.95), (16, 17, 0.9), (3, 7, 0.99)])
def test_candidates_agree_with_statsmodels(name, count, total, level):
    subject = binomial_interval.Subject(range(count, count + 1), total, level, 100.0)
    tried = binomial_interval.limits(subject, costly=False)
    found = [candidate for candidate in tried if binomial_interval.family(candidate.assumption) == name]
    lower, upper = proportion_confint(count, total, 1 - level, ORACLE[name])
    # statsmodels clips, so that the clipped candidate, where there is one, is the one to compare
    assert found[-1].values[0].low / 100 == pytest.approx(lower, abs=1e-9)
    assert found[-1].values[1].low / 100 == pytest.approx(upper, abs=1e-9)


@settings(max_examples=60)
@given(
    st.integers(1, 400),
    st.integers(0, 400),
    st.sampled_from([90, 95, 99]),
    st.integers(0, 2),
    st.booleans(),
    st.sampled_from(sorted(proportion.METHODS)),
)
def test_rounded_limits_of_any_method_are_never_flagged(verdict_of, total, count, level, decimals, bare, name):
    count = min(count, total)
    limits = proportion.METHODS[name](count, total, level / 100) if (name, total) != ("stata-proportion", 1) else None
    if limits is None:
        return
    lower, upper = (f"{100 * limit:.{decimals}f}" for limit in limits)
    estimate = f"{100 * count / total:.{decimals}f}"
    given_count = f"estimate: '{estimate}'" if bare else f"count: {count}"
    claim = f"{{kind: interval, {given_count}, total: {total}, lower: '{lower}', upper: '{upper}', level: {level}}}"
    assert verdict_of(CHECK, claim) in ("consistent", "explained")


@settings(max_examples=30)
@given(st.integers(1, 400), st.integers(0, 400), st.integers(1, 2))
def test_limits_beyond_every_method_are_always_flagged(verdict_of, total, count, decimals):
    count = min(count, total)
    subject = binomial_interval.Subject(range(count, count + 1), total, 0.95, 100.0)
    tried = [*binomial_interval.limits(subject, costly=False), *binomial_interval.limits(subject, costly=True)]
    # A design effect may widen the limits of one sample by a fifth.
    centre = 100 * count / total
    lower = centre - 1.2 * (centre - min(c.values[0].low for c in tried)) - 3 * 10**-decimals
    upper = centre + 1.2 * (max(c.values[1].high for c in tried) - centre) + 3 * 10**-decimals
    limits = f"lower: '{lower:.{decimals}f}', upper: '{upper:.{decimals}f}'"
    claim = f"{{kind: interval, count: {count}, total: {total}, {limits}}}"
    assert verdict_of(CHECK, claim) == "discrepant"


@given(st.integers(5000, 50000), st.floats(0.001, 0.999), st.sampled_from(["wald", "wilson", "clopper-pearson"]))
def test_many_counts_behind_a_coarse_estimate_are_bounded_not_skipped(verdict_of, total, share, name):
    count = int(share * total)
    lower, upper = proportion.METHODS[name](count, total, 0.95)
    claim = (
        f"{{kind: interval, estimate: '{100 * count / total:.0f}', total: {total}, "
        f"lower: '{100 * lower:.2f}', upper: '{100 * upper:.2f}'}}"
    )
    assert verdict_of(CHECK, claim) == "consistent"
