import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats.contingency import odds_ratio
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.proportion import confint_proportions_2indep

from checker.statistics.two_group_effects import ESTIMATES, INTERVALS

CHECK = "effect_from_counts"
POPULATIONS = "{CAV: 30, MEC: 25}"
ARMS = "groups: [{count: 16, of: CAV}, {count: 8, of: MEC}]"
EMPTY = "groups: [{count: 5, total: 20}, {count: 0, total: 20}]"
MEASURES = {
    "risk difference": "measure: difference, scale: linear",
    "risk ratio": "measure: RR, scale: log",
    "odds ratio": "measure: OR, scale: log",
}


def effect(name, figures, groups=ARMS):
    return f"{{kind: effect, {MEASURES[name]}, {figures}, {groups}}}"


SHOULD_PASS = [
    effect("risk ratio", "estimate: 1.67, lower: 0.86, upper: 3.23"),
    effect("odds ratio", "estimate: 2.43, lower: 0.80, upper: 7.33"),
    effect("odds ratio", "estimate: 2.43, lower: 0.71, upper: 8.56"),  # exact
    effect("risk difference", "estimate: 21.3, lower: -4.2, upper: 46.9"),
    effect("risk difference", "estimate: 21%, lower: -5%, upper: 43%"),  # Newcombe
    effect("risk difference", "estimate: 0.213, lower: -0.042, upper: 0.469"),
    effect("risk difference", "estimate: 21.3"),
    effect("risk difference", "lower: -4.2, upper: 46.9"),
    effect("risk ratio", "estimate: 1.7", "groups: [{percent: 53.3, total: 30}, {percent: 32.0, total: 25}]"),
    # Fagerland, Lydersen & Laake 2015, table 2
    effect("odds ratio", "lower: 0.99, upper: 74", "groups: [{count: 7, total: 34}, {count: 1, total: 34}]"),
    effect("risk ratio", "lower: 0.91, upper: 54", "groups: [{count: 7, total: 34}, {count: 1, total: 34}]"),
    effect("odds ratio", "lower: 0.97, upper: 397", "groups: [{count: 7, total: 34}, {count: 1, total: 34}]"),
    effect("odds ratio", "estimate: 14.55, lower: 0.75, upper: 283.4", EMPTY),
    effect("risk ratio", "estimate: 11.0", EMPTY),
    effect(
        "risk ratio", "lower: 1.04, upper: 2.7, level: 90", "groups: [{count: 20, total: 40}, {count: 12, total: 40}]"
    ),
]
SHOULD_EXPLAIN = [
    effect("risk ratio", "estimate: 2.43"),  # the odds ratio
    effect("odds ratio", "estimate: 1.67, lower: 0.86, upper: 3.23"),  # the risk ratio
    effect("risk ratio", "estimate: 0.60, lower: 0.31, upper: 1.16, crude: true"),  # MEC against CAV
    effect("risk ratio", "estimate: 0.69, crude: true"),  # of no event
    effect("odds ratio", "estimate: 2.39, crude: true"),  # R's fisher.test
    effect("odds ratio", "lower: 0.82, upper: 7.60, crude: true"),  # R's confint of a logistic regression
    effect("risk difference", "estimate: -21.3, lower: -46.9, upper: 4.2"),
    effect(
        "risk difference",
        "estimate: 20.3, crude: true",
        "groups: [{percent: 52.4, total: 42}, {percent: 32.1, total: 28}]",
    ),
    effect("odds ratio", "estimate: 3.02, lower: 1.1, upper: 8.2"),  # adjusted, perhaps
]
SHOULD_FLAG = [
    effect("risk ratio", "estimate: 1.97, crude: true"),
    effect("odds ratio", "estimate: 2.43, lower: 0.91, upper: 7.33, crude: true"),
    effect("risk difference", "estimate: 25.3, lower: -4.2, upper: 46.9, crude: true"),
    effect("risk ratio", "estimate: 3, crude: true", EMPTY),
]
MISSING = {
    effect("risk ratio", "estimate: 1.67", "groups: [{count: 16, total: 30}]"): "two groups",
    effect("risk ratio", "estimate: 1.67", "groups: [{count: 16}, {count: 8, of: MEC}]"): "the size of group 1",
    effect("risk ratio", "lower: 1, upper: 2, level: 100"): "a confidence level between 50 and 100%",
    f"{{kind: effect, measure: HR, scale: log, estimate: 0.5, {ARMS}}}": "the times at risk behind the HR",
    f"{{kind: effect, measure: ratio, scale: log, estimate: 0.5, {ARMS}}}": (
        "the kind of ratio: ratio may be of risks or of odds"
    ),
    effect("risk ratio", "estimate: 1.1", "groups: [{percent: 33, total: 5000}, {percent: 30, total: 5000}]"): (
        "the counts: the percentages allow too many"
    ),
}
SILENT = [
    "{kind: effect, measure: RR, scale: log, estimate: 1.67, lower: 0.86, upper: 3.23}",
    f"{{kind: effect, measure: mean difference, scale: linear, estimate: 3, {ARMS}}}",
    f"{{kind: effect, measure: RR, scale: log, p: 0.03, {ARMS}}}",
]


def test_says_what_the_figure_is_instead(findings_of):
    [finding] = findings_of(CHECK, effect("risk ratio", "estimate: 2.43"), populations=POPULATIONS)
    assert finding.message == "odds ratio of 16/30 against 8/25 = 2.429; printed 2.43 holds only for an odds ratio"


def test_says_that_a_model_may_give_anything(findings_of):
    findings = findings_of(CHECK, SHOULD_EXPLAIN[-1], populations=POPULATIONS)
    assert [finding.message for finding in findings] == [
        "odds ratio of 16/30 against 8/25 = 2.429; adjusted, it may be anything; "
        "printed 3.02 holds only for an adjusted or stratified model",
        "woolf-logit 95% CI of the odds ratio of 16/30 against 8/25 = 0.80 to 7.33; adjusted, it may be anything; "
        "printed 1.1 to 8.2 holds only for an adjusted or stratified model",
    ]


def test_shows_the_count_that_would_do(findings_of):
    finding = findings_of(CHECK, SHOULD_FLAG[2], populations=POPULATIONS)[0]
    assert finding.message == "risk difference of 16/30 against 8/25 = 21.33, not 25.3; 7/25 would give 25.3"
    assert [(edit.field, edit.value) for edit in finding.suggestions] == [("groups[1].count", "7")]
    assert finding.severity == "major"


def test_an_interval_on_the_other_side_of_no_effect_changes_the_decision(findings_of):
    claim = effect("odds ratio", "lower: 1.05, upper: 7.33, crude: true")
    [finding] = findings_of(CHECK, claim, populations=POPULATIONS)
    assert finding.severity == "decision"


def test_takes_the_limits_of_those_counts_alone_that_give_the_estimate(findings_of):
    groups = "groups: [{percent: 24, total: 500}, {percent: 22, total: 500}], crude: true"
    findings = findings_of(CHECK, effect("risk difference", "estimate: 2.8, lower: -2.4, upper: 8.0", groups))
    assert [finding.verdict for finding in findings] == ["consistent", "consistent"]
    assert "118/500" not in findings[1].message
    assert findings[1].message.startswith("wald 95% CI of the risk difference of 122/500 against 108/500")


counts = st.tuples(st.integers(2, 150), st.integers(2, 150)).flatmap(
    lambda totals: st.tuples(
        st.integers(1, totals[0] - 1), st.just(totals[0]), st.integers(1, totals[1] - 1), st.just(totals[1])
    )
)


def groups_of(a, n, b, m):
    return f"groups: [{{count: {a}, total: {n}}}, {{count: {b}, total: {m}}}]"


@settings(max_examples=40, deadline=None)
@given(counts, st.integers(1, 4), st.booleans())
def test_what_statsmodels_and_scipy_give_is_never_flagged(verdict_of, table, decimals, reverse):
    a, n, b, m = table
    cells = [[a, n - a], [b, m - b]]
    oracle, exact = Table2x2(cells, shift_zeros=False), odds_ratio(cells, kind="conditional").confidence_interval(0.95)
    difference = confint_proportions_2indep(a, n, b, m, "wald", "diff", correction=False)
    for name, estimate, (lower, upper) in (
        ("risk ratio", oracle.riskratio, oracle.riskratio_confint()),
        ("odds ratio", oracle.oddsratio, oracle.oddsratio_confint()),
        ("odds ratio", oracle.oddsratio, (exact.low, exact.high)),
        ("risk difference", a / n - b / m, difference),
    ):
        figures = f"estimate: '{estimate:.{decimals}f}', lower: '{lower:.{decimals}f}', upper: '{upper:.{decimals}f}'"
        swapped = groups_of(b, m, a, n)
        groups = swapped if reverse else groups_of(a, n, b, m)
        verdict = verdict_of(CHECK, effect(name, f"{figures}, crude: true", groups))
        if reverse:
            assert verdict in ("consistent", "explained")
        else:
            assert verdict == "consistent"


@settings(max_examples=40, deadline=None)
@given(counts, st.sampled_from([0.9, 0.95]), st.integers(1, 3), st.sampled_from(sorted(INTERVALS)), st.data())
def test_rounded_limits_of_any_method_are_never_flagged(verdict_of, table, level, decimals, name, data):
    method = data.draw(st.sampled_from(sorted(INTERVALS[name])))
    limits = INTERVALS[name][method](*table, level)
    if limits is not None and limits[1] < 1e6:
        lower, upper = (f"{limit * (100 if name == 'risk difference' else 1):.{decimals}f}" for limit in limits)
        figures = f"lower: '{lower}', upper: '{upper}', level: {100 * level:g}, crude: true"
        assert verdict_of(CHECK, effect(name, figures, groups_of(*table))) in ("consistent", "explained")


@given(counts, st.sampled_from(sorted(ESTIMATES)), st.sampled_from([-1, 1]))
def test_an_estimate_beyond_every_assumption_is_flagged_only_where_it_is_crude(verdict_of, table, name, sign):
    tables = (table, table[2:] + table[:2])
    fitting = [made(*each) for known in ESTIMATES.values() for made in known.values() for each in tables]
    a, n, b, m = table
    fitting += [ESTIMATES["risk ratio"]["observed"](n - a, n, m - b, m)]
    largest = max(value for value in fitting if value is not None)
    wrong = f"estimate: '{(3 * largest + 5) * (100 if name == 'risk difference' else 1):.2f}'"
    groups = groups_of(*table)
    assert verdict_of(CHECK, effect(name, wrong, groups)) == "explained"
    assert verdict_of(CHECK, effect(name, f"{wrong}, crude: true", groups)) == "discrepant"


@pytest.mark.parametrize("printed", ["53", "53.3"])
def test_percentages_that_stand_for_counts(verdict_of, printed):
    groups = f"groups: [{{percent: {printed}, of: CAV}}, {{percent: 32, of: MEC}}]"
    claim = effect("odds ratio", "estimate: 2.43, lower: 0.80, upper: 7.33, crude: true", groups)
    assert verdict_of(CHECK, claim, populations=POPULATIONS) == "consistent"
