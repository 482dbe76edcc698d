from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

CHECK = "interval_method"
POPULATIONS = "{all: 96, chemo: 36}"
STATA = [
    "{kind: interval, count: 68, of: all, lower: 60.8, upper: 79.2}",
    "{kind: interval, count: 56, of: all, lower: 48.1, upper: 67.9}",
    "{kind: interval, count: 75, of: all, lower: 68.6, upper: 85.4}",
    "{kind: interval, estimate: 63.9, of: chemo, lower: 46.8, upper: 78.1, sample: all}",
]
EXACT = "{kind: interval, count: 69, of: all, lower: 61.8, upper: 80.6}"
CURVES = [
    "{kind: survival, estimate: 61.5, lower: 51.0, upper: 70.4, of: all}",
    "{kind: survival, estimate: 51.0, lower: 40.7, upper: 60.5, of: all}",
    "{kind: survival, estimate: 85.0, lower: 69.6, upper: 93.0, total: 40}",
]
PLAIN = "{kind: survival, estimate: 85.0, lower: 73.9, upper: 96.1, total: 40}"

SHOULD_PASS = [STATA, STATA[:3], CURVES, STATA + CURVES]
SHOULD_EXPLAIN = [[*STATA, EXACT], [*CURVES, PLAIN]]
SILENT = [
    STATA[:2],
    [*STATA[:2], EXACT, "{kind: interval, count: 14, total: 22, lower: 40.7, upper: 82.8}"],
    ["{kind: interval, count: 68, of: all, lower: 1, upper: 2}"] * 4,
    ["{kind: survival, estimate: 61.5, lower: 51.0, upper: 70.4}"] * 4,
    ["{kind: survival, estimate: 61.5, of: all}"] * 4,
]


def test_names_its_method_and_that_of_the_majority(findings_of):
    finding = findings_of(CHECK, *STATA, EXACT, populations=POPULATIONS)[-1]
    assert finding.assumption == "clopper-pearson"
    assert finding.message == (
        "clopper-pearson 95% CI of 69/96 = 61.78% to 80.58%; printed 61.8% to 80.6% holds only for "
        "clopper-pearson; 4 of 5 intervals of proportions here are stata-proportion"
    )


def test_leaves_an_interval_that_no_method_gives_to_its_own_check(findings_of):
    wrong = "{kind: interval, count: 69, of: all, lower: 71.8, upper: 74.6}"
    assert len(findings_of(CHECK, *STATA, wrong, populations=POPULATIONS)) == len(STATA)


@settings(max_examples=20)
@given(
    st.lists(st.tuples(st.integers(0, 80), st.integers(10, 80)), min_size=4, max_size=8),
    st.sampled_from(["wilson", "beta", "agresti_coull"]),
)
def test_the_intervals_of_one_method_are_all_consistent(findings_of, groups, method):
    claims = []
    for count, total in groups:
        lower, upper = proportion_confint(min(count, total), total, 0.05, method)
        limits = f"lower: '{100 * lower:.2f}', upper: '{100 * upper:.2f}'"
        claims.append(f"{{kind: interval, count: {min(count, total)}, total: {total}, {limits}}}")
    assert all(finding.verdict == "consistent" for finding in findings_of(CHECK, *claims))
