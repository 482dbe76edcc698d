from hypothesis import given, settings
from hypothesis import strategies as st

CHECK = "p_from_table"
GROUPS = "groups: [{count: 12, total: 40}, {count: 18, total: 42}, {count: 25, total: 38}]"
SHOULD_PASS = [
    f"{{kind: comparison, p: 0.006, {GROUPS}}}",
    f"{{kind: comparison, p: <0.01, {GROUPS}}}",
    "{kind: comparison, p: 0.0005, rows: [[10, 20, 5], [4, 12, 22]]}",
    "{kind: comparison, p: 0.006, groups: [{percent: 30.0, total: 40}, {percent: 42.9, total: 42}, "
    "{percent: 65.8, total: 38}]}",
    f"{{kind: comparison, p: 0.0016, {GROUPS}, ordered: true}}",
]
SHOULD_EXPLAIN = [
    # Job satisfaction, Agresti, Categorical Data Analysis, 2nd ed., p. 57: exact p 0.7827 in the manual of R.
    "{kind: comparison, p: 0.7827, rows: [[1, 2, 1, 0], [3, 3, 6, 1], [10, 10, 14, 9], [6, 7, 12, 11]]}",
    f"{{kind: comparison, p: 0.0016, {GROUPS}}}",
]
SHOULD_ASK = [
    # Within half a standard error, and on the same side of the threshold; or the level that p is below.
    "{kind: comparison, p: 0.002, rows: [[10, 20, 5], [4, 12, 22]]}",
    "{kind: comparison, p: 0.05, rows: [[10, 20, 5], [4, 12, 22]]}",
]
SHOULD_FLAG = [
    "{kind: comparison, p: 0.002, test: chi-squared, rows: [[10, 20, 5], [4, 12, 22]]}",
    f"{{kind: comparison, p: 0.6, {GROUPS}}}",
    f"{{kind: comparison, p: 0.002, {GROUPS}, alpha: 0.05}}".replace("0.002", "0.0420"),
    "{kind: comparison, p: 0.02, rows: [[10, 20, 5], [4, 12, 22]]}",
]
MISSING = {
    "{kind: comparison, p: 0.02, rows: [[1, 2, 3], [4, 5]]}": "two rows or more, all of one length",
    "{kind: comparison, p: 0.02}": "the groups",
    "{kind: comparison, p: 0.02, groups: [{count: 3, total: 5}]}": "a second group",
    f"{{kind: comparison, p: 0.02, test: log-rank, {GROUPS}}}": "the data of each patient (log-rank)",
    "{kind: comparison, p: 0.02, groups: [{count: 0, total: 5}, {count: 0, total: 5}, {count: 0, total: 9}]}": (
        "a table with two outcomes that both occurred"
    ),
    "{kind: comparison, p: 0.02, groups: [{percent: 30, total: 900}, {percent: 31, total: 900}, "
    "{percent: 32, total: 900}]}": "the counts: the percentages allow too many",
}
SILENT = [
    "{kind: comparison, p: 0.02, groups: [{count: 3, total: 5}, {count: 4, total: 9}]}",
    "{kind: comparison, p: 0.02, rows: [[3, 5], [4, 9]]}",
]


def test_names_the_pair_whose_p_it_may_be(findings_of):
    claim = f"{{kind: comparison, p: 0.040, {GROUPS}}}"
    [finding] = findings_of(CHECK, claim)
    assert finding.verdict == "discrepant"
    assert "0.040 would be that of 18/42, 25/38 (Pearson chi-squared) alone" in finding.message


@settings(deadline=None, max_examples=50)
@given(st.lists(st.lists(st.integers(0, 25), min_size=3, max_size=3), min_size=2, max_size=4), st.integers(1, 4))
def test_a_rounded_p_is_never_flagged(verdict_of, rows, decimals):
    from scipy import stats

    if all(map(any, rows)) and all(map(any, zip(*rows, strict=True))):
        p = stats.chi2_contingency(rows, correction=False)[1]
        assert verdict_of(CHECK, f"{{kind: comparison, p: '{p:.{decimals}f}', rows: {rows}}}") == "consistent"
