from hypothesis import given, settings
from hypothesis import strategies as st

CHECK = "p_from_two_by_two"


def comparison(p, *groups, rest=""):
    return f"{{kind: comparison, p: '{p}', groups: [{', '.join(groups)}]{rest}}}"


def group(count, total):
    return f"{{count: {count}, total: {total}}}"


SHOULD_PASS = [
    comparison("0.11", group(16, 30), group(8, 25)),
    comparison("0.03", group(10, 15), group(8, 25)),
    comparison("0.0567", group(6, 8), group(2, 9)),
    comparison("0.112", "{percent: 53.3, total: 30}", "{percent: 32.0, total: 25}"),
    comparison("<0.001", group(114, 172), group(30, 172)),
    comparison("0.000", group(114, 172), group(30, 172)),
    comparison(">0.05", group(16, 30), group(8, 25)),
    comparison("0.056", group(16, 30), group(8, 25), rest=", tails: 1, test: chi-square"),
    comparison("0.644", group(55, 133), group(48, 112), rest=", tails: 1, test: Fisher"),
    comparison("1.0", group(25, 25), group(30, 30)),
    "{kind: comparison, p: 0.11, rows: [[16, 14], [8, 17]]}",
]
SHOULD_EXPLAIN = [
    comparison("0.03", group(10, 15), group(8, 25), rest=", test: Fisher"),
    comparison("0.056", group(16, 30), group(8, 25)),
    comparison("0.5", group(1, 2), group(1, 5)),
]
SHOULD_ASK = [
    # Within half a standard error, and on the same side of the threshold; or the level that p is below.
    comparison(".025", "{percent: 71, total: 84}", "{percent: 48, total: 52}"),
    comparison("0.01", group(114, 172), group(30, 172)),
    comparison(".05", group(114, 172), group(30, 172)),
]
SHOULD_FLAG = [
    comparison("0.03", "{percent: 52.4, total: 42}", "{percent: 32.1, total: 28}"),
    comparison("0.0012", group(16, 30), group(8, 25)),
    comparison("0.9", group(10, 15), group(8, 25)),
    comparison("<0.001", group(16, 30), group(8, 25)),
    comparison(">0.05", group(114, 172), group(30, 172)),
    # The paper says which test; the p is on the other side; it is a level, but the customary tests are above it.
    comparison(".025", "{percent: 71, total: 84}", "{percent: 48, total: 52}", rest=", test: Fisher"),
    comparison("<0.05", group(86, 125), group(78, 133)),
    comparison(">0.05", group(60, 84), group(25, 52)),
    comparison("0.02", group(114, 172), group(30, 172)),
    comparison("0.01", group(16, 30), group(8, 25)),
]
MISSING = {
    comparison("0.03", "{percent: 30}", group(8, 25)): "the size of group 1",
    comparison("0.03", "{name: CAV, total: 30}", group(8, 25)): "a count or percentage of CAV",
    comparison(
        "0.03", "{percent: 33.0, total: 8}", group(8, 25)
    ): "a whole-number count in group 1: none of 8 makes 33.0%",
    comparison("0.03", group(31, 30), group(8, 25)): "a count of group 1 within its total of 30",
    comparison(
        "0.03", "{percent: 33, total: 5000}", "{percent: 21, total: 5000}"
    ): "the counts: the percentages allow too many",
    comparison("0.03", group(16, 30), group(8, 25), rest=", test: log-rank"): "the data of each patient (log-rank)",
}
SILENT = [
    comparison("0.03", group(1, 5), group(2, 6), group(3, 7)),
]


def test_shows_every_customary_test_and_the_edit_that_would_do(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.severity == "decision"
    assert finding.message == (
        "Pearson chi-squared of 22/42, 9/28 = 0.095, not 0.03; customary tests: Pearson chi-squared 0.0949, "
        "Yates-corrected chi-squared 0.1543, Fisher's exact test 0.1405; 7/28 would give 0.03 (Fisher's exact test); "
        "counts inferred: 52.4% of 42 is 22, 32.1% of 28 is 9"
    )
    assert [(s.field, s.value) for s in finding.suggestions] == [("groups[1].count", "7")]


def test_names_the_tests_that_give_the_digits(findings_of):
    [finding] = findings_of(CHECK, comparison("0.8", group(10, 20), group(9, 20)))
    assert finding.assumption == "Pearson chi-squared"
    [finding] = findings_of(CHECK, comparison("0.0005", group(40, 100), group(65, 100)))
    assert finding.assumption == "Fisher's mid-p, Wald test of the log odds ratio"


def test_cautions_when_only_the_uncorrected_test_gives_it(findings_of):
    [finding] = findings_of(CHECK, comparison("0.030", group(6, 8), group(2, 9)))
    assert finding.verdict == "consistent"
    assert finding.message.endswith(
        "only the uncorrected chi-squared gives that; Fisher's exact test, as an expected count of 3.8 asks for, "
        "gives 0.0567, not below 0.05"
    )


@settings(deadline=None, max_examples=60)
@given(st.data(), st.sampled_from(["pearson", "yates", "fisher"]), st.integers(1, 4))
def test_a_rounded_p_is_never_flagged(verdict_of, data, test, decimals):
    """scipy's p of a random table, rounded, passes whichever customary test gave it."""
    from scipy import stats

    totals = [data.draw(st.integers(2, 80)) for _ in range(2)]
    counts = [data.draw(st.integers(0, total)) for total in totals]
    if 0 < sum(counts) < sum(totals):
        table = [[c, t - c] for c, t in zip(counts, totals, strict=True)]
        p = stats.fisher_exact(table)[1] if test == "fisher" else stats.chi2_contingency(table, test == "yates")[1]
        groups = [group(*pair) for pair in zip(counts, totals, strict=True)]
        assert verdict_of(CHECK, comparison(f"{p:.{decimals}f}", *groups)) == "consistent"


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_percentages_that_stand_for_counts_are_never_flagged(verdict_of, data):
    from scipy import stats

    totals = [data.draw(st.integers(5, 120)) for _ in range(2)]
    counts = [data.draw(st.integers(1, total - 1)) for total in totals]
    p = stats.fisher_exact([[c, t - c] for c, t in zip(counts, totals, strict=True)])[1]
    groups = [f"{{percent: '{100 * c / t:.0f}', total: {t}}}" for c, t in zip(counts, totals, strict=True)]
    assert verdict_of(CHECK, comparison(f"{p:.3f}", *groups)) == "consistent"


def test_a_p_beyond_every_test_is_always_flagged(verdict_of):
    for a in range(5, 26, 5):
        assert verdict_of(CHECK, comparison("0.9321", group(a, 30), group(a + 4, 30))) == "discrepant"
