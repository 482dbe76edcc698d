import random

from hypothesis import given, settings
from hypothesis import strategies as st
from lifelines import KaplanMeierFitter

from checker.statistics import survival

CHECK = "survival_interval"
POPULATIONS = "{all: 96, CRc: 68}"
SHOULD_PASS = [
    "{kind: survival, estimate: 61.5, lower: 51.0, upper: 70.4, of: all}",
    "{kind: survival, estimate: 51.0, lower: 40.7, upper: 60.5, of: all}",
    "{kind: survival, estimate: 69.4, lower: 57.4, upper: 78.7, total: 72}",
    "{kind: survival, estimate: 73.7, lower: 47.9, upper: 88.1, total: 19}",
    "{kind: survival, unit: proportion, estimate: 0.85, lower: 0.70, upper: 0.93, total: 40}",
    "{kind: survival, estimate: 80.0, lower: 62.1, upper: 97.9, total: 20, level: 95.44997}",  # plain
]
SHOULD_EXPLAIN = [
    "{kind: survival, estimate: 61.5, lower: 49.0, upper: 71.8, of: all}",
    "{kind: survival, estimate: 91.7, lower: 76.4, upper: 97.2, total: 36}",  # 76.347, rounded twice
    "{kind: survival, quantity: cumulative-incidence, estimate: 15.0, lower: 6.0, upper: 27.8, total: 40}",
    "{kind: survival, quantity: cumulative-incidence, estimate: 19.4, lower: 11.2, upper: 29.4, total: 72}",
    "{kind: survival, estimate: 61.2, lower: 51.0, upper: 69.8, total: 150}",
    "{kind: survival, estimate: 91.5, lower: 81.0, upper: 100, total: 30}",
]
SHOULD_FLAG = [
    "{kind: survival, estimate: 61.5, lower: 56.0, upper: 66.4, of: all}",
    "{kind: survival, estimate: 61.5, lower: 46.0, upper: 66.4, of: all}",
    "{kind: survival, estimate: 61.5, lower: 46.0, upper: 66.4}",
    "{kind: survival, estimate: 69.4, lower: 57.4, upper: 78.7, of: CRc}",
    "{kind: survival, quantity: cumulative-incidence, estimate: 19.4, lower: 11.2, upper: 29.4, of: CRc}",
    "{kind: survival, estimate: 61.5, lower: 70.4, upper: 51.0, of: all}",
]
MISSING = {
    "{kind: survival, lower: 51.0, upper: 70.4, of: all}": "the estimate",
    "{kind: survival, estimate: 61.5, lower: 51.0, upper: 70.4}": "the number of patients",
    "{kind: survival, estimate: 61.5, lower: 51.0, upper: 70.4, total: 0}": "a number of patients above 0",
    "{kind: survival, estimate: 100, lower: 51.0, upper: 100, of: all}": (
        "a standard error: an estimate of 100 has none"
    ),
    "{kind: survival, estimate: 61.5, lower: 51.0, upper: 70.4, of: all, level: 0}": (
        "a confidence level between 50 and 100%"
    ),
}
SILENT = [
    "{kind: survival, estimate: 61.5, total: 96}",
]


def test_names_the_denominator_that_all_three_figures_fit(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[3], populations=POPULATIONS)
    assert finding.message == (
        "log-log 95% CI of 69.4% of 68 patients = 56.97% to 78.89%, not 57.4% to 78.7%; it is narrower than 68 "
        "patients allow, as if of 72.1; all three figures fit 50/72, log-log"
    )
    assert [(edit.field, edit.value) for edit in finding.suggestions] == [("total", "72")]


def test_names_the_stated_denominator_that_fits(findings_of):
    claim = "{kind: survival, estimate: 77.5, lower: 61.2, upper: 87.6, of: CRc, alternatives: [all, HSCT]}"
    [finding] = findings_of(CHECK, claim, populations="{all: 96, CRc: 36, HSCT: 40}")
    assert finding.verdict == "explained"
    assert "log-log, denominator=40 (HSCT)" in finding.assumption
    assert finding.message.startswith("log-log 95% CI of 31/40 without censoring = 61.22% to 87.60%; printed")


def test_says_that_one_limit_was_rounded_twice(findings_of):
    [finding] = findings_of(CHECK, SHOULD_EXPLAIN[1])
    assert finding.message == (
        "log-log 95% CI of 33/36 without censoring = 76.35% to 97.23%; printed 76.4% to 97.2% is that "
        "rounded twice (lower)"
    )


def test_says_what_only_censoring_can_explain(findings_of):
    [finding] = findings_of(CHECK, SHOULD_EXPLAIN[0], populations=POPULATIONS)
    assert finding.assumption == "log-log (censoring before the time, not printed)"
    assert "69.2 of 96 patients in effect" in finding.message


@given(st.integers(2, 300), st.integers(1, 300), st.sampled_from(sorted(survival.SCALES)), st.integers(0, 2))
def test_complete_follow_up_is_never_flagged_on_any_scale(verdict_of, total, survivors, scale, decimals):
    survivors = min(survivors, total - 1)
    probability, error = survival.greenwood_complete(survivors, total)
    lower, upper = survival.SCALES[scale](probability, error, 0.95)
    figures = (f"'{100 * value:.{decimals}f}'" for value in (probability, lower, upper))
    claim = "{{kind: survival, estimate: {}, lower: {}, upper: {}, total: {}}}".format(*figures, total)
    ordinary = scale in ("log-log", "log", "plain") and 0 < float(f"{100 * probability:.{decimals}f}") < 100
    allowed = ("consistent",) if ordinary else ("consistent", "explained", "unverifiable")
    assert verdict_of(CHECK, claim) in allowed


@settings(max_examples=40, deadline=None)
@given(st.integers(10, 120), st.randoms(use_true_random=False), st.integers(0, 2))
def test_kaplan_meier_with_censoring_is_never_flagged(verdict_of, total, rng: random.Random, decimals):
    """The oracle is lifelines: exponential survival, uniform censoring, log-log limits."""
    times = [rng.expovariate(1) for _ in range(total)]
    censored = [rng.uniform(0, 3) for _ in range(total)]
    observed = [t <= c for t, c in zip(times, censored, strict=True)]
    if not any(observed):
        return
    fitter = KaplanMeierFitter().fit([min(pair) for pair in zip(times, censored, strict=True)], observed)
    at = max(t for t in fitter.survival_function_.index if t <= 0.8)
    estimate = float(fitter.survival_function_.loc[at].iloc[0])
    lower, upper = (float(limit) for limit in fitter.confidence_interval_.loc[at])
    if 0 < estimate < 1:
        figures = (f"'{100 * value:.{decimals}f}'" for value in (estimate, lower, upper))
        claim = "{{kind: survival, estimate: {}, lower: {}, upper: {}, total: {}}}".format(*figures, total)
        assert verdict_of(CHECK, claim) != "discrepant"


@given(st.integers(20, 300), st.integers(1, 300), st.floats(1.15, 3))
def test_an_interval_narrower_than_complete_follow_up_allows_is_always_flagged(verdict_of, total, survivors, factor):
    survivors = min(max(survivors, 3), total - 3)
    probability, error = survival.greenwood_complete(survivors, total)
    limits = [survival.SCALES[scale](probability, error / factor, 0.95) for scale in survival.SCALES]
    lower, upper = max(pair[0] for pair in limits), min(pair[1] for pair in limits)
    figures = (f"{100 * value:.4f}" for value in (probability, lower, upper))
    claim = "{{kind: survival, estimate: {}, lower: {}, upper: {}, total: {}}}".format(*figures, total)
    assert verdict_of(CHECK, claim) == "discrepant"
