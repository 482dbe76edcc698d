import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import Table2x2

CHECK = "effect_from_percentages"
BOTH = "groups: [{percent: 20}, {percent: 34}]"
RATIO, DIFFERENCE = "scale: log", "scale: linear"


def effect(measure, figures, groups=BOTH):
    scale = RATIO if measure in ("RR", "OR", "HR", "ratio", "prevalence ratio") else DIFFERENCE
    return f"{{kind: effect, measure: {measure}, {scale}, {figures}, {groups}}}"


COUNTED = "groups: [{count: 12, total: 60}, {count: 20, total: 58}]"
SHOULD_PASS = [
    effect("number needed to treat", "estimate: 7, crude: true", COUNTED),
    effect("RR", "estimate: 0.58, crude: true"),
    effect("OR", "estimate: 0.48, crude: true"),
    effect("difference", "estimate: -14%, crude: true"),
    effect("difference", "estimate: -14.9, crude: true"),
    effect("difference", "estimate: -0.14, crude: true"),
    effect("relative risk reduction", "estimate: 41%, crude: true"),
    effect("RRR", "estimate: 0.41, crude: true"),
    effect("NNT", "estimate: 7, crude: true"),
    effect("NNT", "estimate: 8, crude: true"),
    effect("NNT", "estimate: 900, crude: true", "groups: [{percent: 20}, {percent: 20}]"),
    effect("OR", "estimate: 0.17, crude: true", "groups: [{percent: 1}, {percent: 4}]"),
    effect("RR", "estimate: 0.58, crude: true", "groups: [{count: 12, total: 60}, {percent: 34}]"),
]
SHOULD_EXPLAIN = [
    effect("RR", "estimate: 0.48, crude: true"),  # the odds ratio
    effect("OR", "estimate: 0.59, crude: true"),  # the risk ratio
    effect("RR", "estimate: 1.70, crude: true"),  # the other way round
    effect("RR", "estimate: 1.21, crude: true"),  # of no event
    effect("difference", "estimate: 14%, crude: true"),
    effect("relative risk reduction", "estimate: -70%, crude: true"),
    effect("OR", "estimate: 0.8"),  # adjusted, perhaps
]
SHOULD_FLAG = [
    effect("RR", "estimate: 0.68, crude: true"),
    effect("OR", "estimate: 0.84, crude: true"),
    effect("difference", "estimate: -24%, crude: true"),
    effect("relative risk reduction", "estimate: 14%, crude: true"),
    effect("NNT", "estimate: 70, crude: true"),
]
MISSING = {
    effect("HR", "estimate: 0.58"): "the times at risk behind the HR",
    effect("ratio", "estimate: 0.58"): "the kind of ratio: ratio may be of risks or of odds",
    effect("NNT", "estimate: 7", "groups: [{count: 12}, {count: 20}]"): "the percentages of both groups",
}
SILENT = [
    effect("RR", "estimate: 0.58", "groups: [{count: 12, total: 60}, {count: 20, total: 58}]"),
    effect("RR", "estimate: 0.58", "groups: [{percent: 20, total: 60}, {percent: 34, total: 58}]"),
    effect("mean difference", "estimate: 5"),
    effect("RR", "lower: 0.3, upper: 1.1"),
    effect("RR", "estimate: 0.58", "groups: []"),
]


def test_what_counts_make_is_left_to_the_other_check(findings_of):
    assert findings_of("effect_from_counts", SHOULD_PASS[0]) == []
    assert findings_of("effect_from_counts", effect("NNT", "estimate: 7")) == []


def test_says_what_the_percentages_make(findings_of):
    [finding] = findings_of(CHECK, effect("OR", "estimate: 0.8"))
    assert finding.message == (
        "odds ratio of 20% against 34% = 0.46-0.51; adjusted, it may be anything; "
        "printed 0.8 holds only for an adjusted or stratified model"
    )


@settings(max_examples=60, deadline=None)
@given(
    st.tuples(st.integers(1, 300), st.integers(1, 300), st.integers(1, 300), st.integers(1, 300)),
    st.integers(0, 2),
    st.integers(1, 3),
)
def test_what_statsmodels_gives_is_never_flagged(verdict_of, cells, places, decimals):
    a, b, c, d = cells
    oracle = Table2x2([[a, b], [c, d]], shift_zeros=False)
    one, other = a / (a + b), c / (c + d)
    groups = f"groups: [{{percent: '{100 * one:.{places}f}'}}, {{percent: '{100 * other:.{places}f}'}}]"
    for measure, estimate in (
        ("RR", oracle.riskratio),
        ("OR", oracle.oddsratio),
        ("difference", 100 * (one - other)),
        ("RRR", 100 * (1 - one / other)),
    ):
        figures = f"estimate: '{estimate:.{decimals}f}{'%' if measure in ('difference', 'RRR') else ''}', crude: true"
        assert verdict_of(CHECK, effect(measure, figures, groups)) == "consistent"


@pytest.mark.parametrize("factor", [0.5, 2])
@given(st.tuples(st.integers(10, 60), st.integers(10, 60)))
def test_a_ratio_far_from_every_reading_is_flagged_where_it_is_crude(verdict_of, factor, percents):
    one, other = (percent / 100 for percent in percents)
    readings = (one / other, other / one, (1 - one) / (1 - other), one * (1 - other) / (other * (1 - one)))
    readings += (1 / readings[3], 1 / readings[2])
    wrong = (max(readings) + 0.5) * 2 if factor > 1 else min(readings) / 2 - 0.05
    if wrong > 0:
        groups = f"groups: [{{percent: {percents[0]}}}, {{percent: {percents[1]}}}]"
        assert verdict_of(CHECK, effect("OR", f"estimate: '{wrong:.2f}', crude: true", groups)) == "discrepant"
        assert verdict_of(CHECK, effect("OR", f"estimate: '{wrong:.2f}'", groups)) == "explained"
