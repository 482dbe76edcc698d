from hypothesis import given
from hypothesis import strategies as st

CHECK = "count_within_total"
SHOULD_PASS = [
    "{kind: proportion, count: 40, total: 40}",
    "{kind: proportion, count: 0, total: 40}",
    "{kind: proportion, count: 0, total: 0}",
    "{kind: proportion, count: 41, total: ~40}",
    "{kind: interval, count: 17, total: 17, lower: 80.5, upper: 100}",
]
SHOULD_EXPLAIN = ["{kind: proportion, count: 45, of: arm, alternatives: [all]}"]
SHOULD_FLAG = [
    "{kind: proportion, count: 45, total: 40}",
    "{kind: proportion, count: 45, of: arm, percent: 81.8}",
    "{kind: proportion, count: 1, total: 0}",
    "{kind: interval, count: 18, total: 17, lower: 80.5, upper: 100}",
]
POPULATIONS = "{all: 55, arm: 40}"
MISSING = {
    "{kind: proportion, count: 4}": "the denominator",
}
SILENT = [
    "{kind: proportion, percent: 4, total: 10}",
]


def test_checks_the_nesting_of_populations(findings_of):
    claim = "{kind: proportion, percent: 4, total: 10}"
    [finding] = findings_of(CHECK, claim, populations="{all: 30, naive: {size: 31, within: all}}")
    assert (finding.verdict, finding.severity) == ("discrepant", "major")
    assert finding.message == "31 cannot be counted among 30"


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_flags_exactly_the_counts_above_the_total(verdict_of, count, total):
    verdict = verdict_of(CHECK, f"{{kind: proportion, count: {count}, total: {total}}}")
    assert verdict == ("discrepant" if count > total else "consistent")
