import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import proportion_confint

from checker.statistics.accuracy import MEASURES

CHECK = "accuracy_from_counts"
TEST = "{kind: accuracy, measure: %s, tp: 45, fp: 12, fn: 5, tn: 88, %s}"
SHOULD_PASS = [
    TEST % ("sensitivity", "estimate: 90, lower: 78.2, upper: 96.7"),
    TEST % ("specificity", "estimate: 88.0%"),
    TEST % ("specificity", "estimate: 0.88, unit: proportion"),
    TEST % ("ppv", "estimate: 78.9"),
    TEST % ("npv", "estimate: 94.6"),
    TEST % ("accuracy", "estimate: 88.7"),
    TEST % ("balanced-accuracy", "estimate: 89"),
    TEST % ("prevalence", "estimate: 33.3"),
    TEST % ("lr+", "estimate: 7.50, lower: 4.38, upper: 12.85"),
    TEST % ("lr-", "estimate: 0.11"),
    TEST % ("dor", "estimate: 66.0"),
    TEST % ("youden", "estimate: 0.78"),
    TEST % ("youden", "estimate: 78, unit: percent"),
    TEST % ("f1", "estimate: 0.841"),
    TEST % ("mcc", "estimate: 0.758"),
    TEST % ("kappa", "estimate: 0.754, lower: 0.644, upper: 0.863"),
    # Only the cells that it is of are needed.
    "{kind: accuracy, measure: npv, fn: 5, tn: 88, estimate: 94.6}",
    # 1/2 in every cell, where one is empty; a lower limit as computed, and at 0.
    "{kind: accuracy, measure: dor, tp: 20, fp: 0, fn: 4, tn: 30, estimate: 278}",
    "{kind: accuracy, measure: sensitivity, tp: 1, fn: 9, estimate: 10, lower: 0, upper: 28.6}",
    "{kind: accuracy, measure: sensitivity, tp: 1, fn: 9, estimate: 10, lower: -8.6, upper: 28.6}",
]
SHOULD_EXPLAIN = [
    # Of 89.1% and 88.3%: of 89% and 88% it is 7.42, of the counts 7.63.
    "{kind: accuracy, measure: lr+, tp: 41, fp: 11, fn: 5, tn: 83, estimate: 7.42}",
    TEST % ("specificity", "estimate: 88, lower: 80.5, upper: 93.3"),
    TEST % ("npv", "estimate: 94.7"),
]
SHOULD_ASK = [
    TEST % ("sensitivity", "estimate: 91"),
    TEST % ("kappa", "estimate: 0.70"),
    TEST % ("specificity", "estimate: 88, lower: 78.2, upper: 95.1"),
]
SHOULD_FLAG = [
    TEST % ("ppv", "estimate: 90"),
    TEST % ("specificity", "estimate: 68"),
    TEST % ("lr-", "estimate: 0.9"),
    # Narrower than any method's, and wider than any clusters'.
    TEST % ("specificity", "estimate: 88, lower: 86.0, upper: 90.0"),
    TEST % ("specificity", "estimate: 88, lower: 60.0, upper: 99.0"),
]
SILENT = [TEST % ("sensitivity", "level: 90")]
MISSING = {
    "{kind: accuracy, measure: sensitivity, tp: 45, estimate: 90}": "the false negatives",
    "{kind: accuracy, measure: sensitivity, tp: '<5', fn: 3, estimate: 90}": "the true positives",
    "{kind: accuracy, measure: sensitivity, tp: 0, fn: 0, estimate: 90}": "a count above 0",
    TEST % ("sensitivity", "lower: 1, upper: 2, level: 20"): "a confidence level between 50 and 100%",
    TEST % ("mcc", "lower: 0.6, upper: 0.9"): "a method for the interval of mcc",
}
CELLS = st.integers(1, 800)
DECIMALS = st.integers(0, 3)


def claim_of(measure, cells, figures):
    counts = ", ".join(f"{name}: {count}" for name, count in zip(("tp", "fp", "fn", "tn"), cells, strict=True))
    said = ", ".join(f"{name}: '{figure}'" for name, figure in figures.items())
    return f"{{kind: accuracy, measure: {measure}, {counts}, {said}}}"


def test_says_what_would_fit(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.message == "ppv of 45/57 = 78.9%, not 90%; 90% would be the sensitivity, or fp 5"
    [finding] = findings_of(CHECK, TEST % ("sensitivity", "estimate: 94"))
    assert [(each.field, each.value) for each in finding.suggestions] == [("fn", "3"), ("estimate", "90")]


def test_limits_across_1_change_the_decision(findings_of):
    [finding] = findings_of(CHECK, TEST % ("lr+", "lower: 0.9, upper: 40"))
    assert finding.severity == "decision"


@given(CELLS, CELLS, CELLS, CELLS, DECIMALS, st.sampled_from(sorted(MEASURES)))
def test_rounded_true_values_are_never_flagged(verdict_of, tp, fp, fn, tn, decimals, name):
    value = MEASURES[name](tp, fp, fn, tn)
    figures = {"estimate": f"{value:.{decimals}f}", "unit": "proportion"}
    assert verdict_of(CHECK, claim_of(name.replace(" ", "-"), (tp, fp, fn, tn), figures)) == "consistent"


@given(CELLS, CELLS, CELLS, CELLS, st.integers(1, 3))
def test_limits_of_other_programs_are_never_flagged(verdict_of, tp, fp, fn, tn, decimals):
    kappa = cohens_kappa([[tp, fp], [fn, tn]])
    odds = Table2x2([[tp, fp], [fn, tn]]).oddsratio_confint()
    ratio = Table2x2([[tp, fn], [fp, tn]]).riskratio_confint()
    found = {
        "specificity": proportion_confint(tn, tn + fp, method="wilson"),
        "kappa": (kappa.kappa_low, kappa.kappa_upp),
        "dor": odds,
        "lr+": ratio,
    }
    for name, limits in found.items():
        lower, upper = (f"{each:.{decimals}f}" for each in limits)
        figures = {"lower": lower, "upper": upper, "unit": "proportion"}
        assert verdict_of(CHECK, claim_of(name, (tp, fp, fn, tn), figures)) == "consistent"


@given(CELLS, CELLS, st.floats(0.2, 0.9))
def test_a_share_beyond_every_result_left_out_is_always_flagged(verdict_of, tp, fn, off):
    value = tp / (tp + fn)
    # 15% more of those with the condition, all right or all wrong.
    far = value * 0.85 - off if value > 0.5 else value * 0.85 + 0.15 + off
    assume(0.001 <= far <= 0.999)
    figures = {"estimate": f"{far:.4f}", "unit": "proportion"}
    assert verdict_of(CHECK, claim_of("sensitivity", (tp, 3, fn, 4), figures)) == "discrepant"


@pytest.mark.parametrize("name", ["sensitivity", "lr+", "kappa"])
def test_what_is_infinite_or_empty_is_no_accusation(verdict_of, name):
    figures = {"estimate": "12.5", "unit": "proportion"} if name != "kappa" else {"estimate": "0.5"}
    verdict = verdict_of(CHECK, claim_of(name, (20, 0, 0, 30), figures))
    assert verdict in ("discrepant", "query")
    assert math.isinf(MEASURES["lr+"](20, 0, 0, 30))
