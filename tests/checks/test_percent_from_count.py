from hypothesis import given
from hypothesis import strategies as st

SHOULD_PASS = [
    "{kind: proportion, count: 16, total: 30, percent: 53.3}",
    "{kind: proportion, count: 9, total: 16, percent: 56.2}",
    "{kind: proportion, count: 9, total: 16, percent: 56.3}",
    "{kind: proportion, count: 0, total: 12, percent: 0}",
    "{kind: proportion, count: 1, total: 2000, percent: <0.1}",
    "{kind: proportion, count: 21, total: 30, percent: 70.0%}",
    "{kind: proportion, count: 1024, total: '2,048', percent: '50'}",
]
SHOULD_EXPLAIN = [
    "{kind: proportion, count: 11, total: 96, percent: 11.4}",
    "{kind: proportion, count: 24, total: 37, percent: 64.8}",
]
SHOULD_FLAG = [
    "{kind: proportion, count: 10, total: 55, percent: 22}",
    "{kind: proportion, count: 0, total: 55, percent: 2}",
    "{kind: proportion, count: 7, total: 10, percent: 70.4}",
    "{kind: proportion, count: 21, total: 30, percent: <0.1}",
]
MISSING = {
    "{kind: proportion, count: 3, percent: 2}": "the denominator",
}


def test_names_the_stated_denominator_that_fits(findings_of):
    claim = "{kind: proportion, count: 12, of: all, percent: 41.4, alternatives: [evaluable]}"
    [finding] = findings_of("percent_from_count", claim, populations="{all: 33, evaluable: 29}")
    assert (finding.verdict, finding.assumption) == ("explained", "denominator=29 (evaluable)")


def test_shows_the_arithmetic_and_what_would_fit(findings_of):
    [finding] = findings_of("percent_from_count", "{kind: proportion, count: 10, total: 55, percent: 22}")
    assert finding.message == "10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46"
    assert finding.recomputed == (("18.18", "count/total"),)
    assert finding.severity == "major"


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 3))
def test_a_rounded_percentage_is_never_flagged(verdict_of, count, total, decimals):
    count = min(count, total)
    claim = f"{{kind: proportion, count: {count}, total: {total}, percent: '{100 * count / total:.{decimals}f}'}}"
    assert verdict_of("percent_from_count", claim) == "consistent"


@given(st.integers(1, 300), st.integers(1, 300), st.integers(0, 2), st.sampled_from([-2, 2, 3, -7]))
def test_a_percentage_two_units_off_is_always_flagged(verdict_of, count, total, decimals, units):
    count = min(count, total)
    wrong = round(100 * count / total, decimals) + units * 10**-decimals
    if wrong >= 0:
        claim = f"{{kind: proportion, count: {count}, total: {total}, percent: '{wrong:.{decimals}f}'}}"
        assert verdict_of("percent_from_count", claim) == "discrepant"
