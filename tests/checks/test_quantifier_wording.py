import pytest
from hypothesis import given
from hypothesis import strategies as st

CHECK = "quantifier_wording"
POPULATIONS = "{FLT3: 19}"
SHOULD_PASS = [
    "{kind: quantifier, word: all, parts: [17, 2], of: FLT3}",
    "{kind: quantifier, word: all, percent: 100}",
    "{kind: quantifier, word: none, count: 0}",
    "{kind: quantifier, word: none, count: 0, of: FLT3}",
    "{kind: quantifier, word: none, percent: 0}",
    "{kind: quantifier, word: half, count: 9, of: FLT3}",
    "{kind: quantifier, word: half, count: 10, of: FLT3}",
    "{kind: quantifier, word: half, percent: 50.0}",
    "{kind: quantifier, word: both, count: 2, total: 2}",
    "{kind: quantifier, word: both, parts: [30, 25], total: 55}",
    "{kind: quantifier, word: both, percent: 100}",
    "{kind: quantifier, word: most, count: 10, of: FLT3}",
    "{kind: quantifier, word: majority, percent: 50.8}",
    "{kind: quantifier, word: minority, percent: 49.9}",
    "{kind: quantifier, word: more-than, percent: 55.6, share: 50}",
    "{kind: quantifier, word: more-than, percent: 50.0}",  # 50.04 is printed so
    "{kind: quantifier, word: less-than, count: 1, total: 12, share: 10}",
    "{kind: quantifier, word: all, parts: [17, 2], count: 19, total: 19}",
]
SHOULD_EXPLAIN = [
    "{kind: quantifier, word: half, percent: 53.2}",
    "{kind: quantifier, word: more-than, count: 4, total: 10, share: 40}",
]
SHOULD_ASK = [
    "{kind: quantifier, word: most, count: 9, of: FLT3}",
    "{kind: quantifier, word: most, count: 12, total: 24}",
    "{kind: quantifier, word: most, percent: 47}",
]
SHOULD_FLAG = [
    "{kind: quantifier, word: all, parts: [17, 1], of: FLT3}",
    "{kind: quantifier, word: all, percent: 99.4}",
    "{kind: quantifier, word: all, parts: [17, 1], count: 19, total: 19}",
    "{kind: quantifier, word: none, count: 1}",
    "{kind: quantifier, word: none, percent: 2.6}",
    "{kind: quantifier, word: half, count: 8, of: FLT3}",
    "{kind: quantifier, word: both, count: 1, total: 2}",
    "{kind: quantifier, word: both, count: 3, total: 3}",
    "{kind: quantifier, word: both, count: 3}",
    "{kind: quantifier, word: most, count: 6, of: FLT3}",
    "{kind: quantifier, word: majority, percent: 47}",
    "{kind: quantifier, word: minority, percent: 50.8}",
    "{kind: quantifier, word: more-than, percent: 42.9, share: 50}",
    "{kind: quantifier, word: less-than, percent: 42.9, share: 40}",
]


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        ("{kind: quantifier, word: all, parts: [17, 1], total: 19}", "“all” is said of 17 + 1 of 19 (94.7%)"),
        (
            "{kind: quantifier, word: most, count: 9, total: 19}",
            "“most” is said of 9 of 19 (47.4%); most may be said of the largest of several groups: a look at the paper "
            "shows whether there are more than two",
        ),
        (
            "{kind: quantifier, word: half, percent: 53.2}",
            "53.2% is half; printed half holds only for half, said of 45 to 55%",
        ),
        (
            "{kind: quantifier, word: all, count: 4}",
            "cannot be recomputed without a count and its total, or a percentage",
        ),
    ],
)
def test_message(findings_of, claim, message):
    [finding] = findings_of(CHECK, claim)
    assert finding.message == message


@given(st.integers(0, 500), st.integers(1, 500), st.integers(0, 2))
def test_a_percentage_is_never_flagged_where_the_counts_behind_it_are_not(verdict_of, count, total, decimals):
    count = min(count, total)
    for word in ("all", "none", "half", "most", "minority", "more-than", "less-than"):
        counts = verdict_of(CHECK, f"{{kind: quantifier, word: {word}, count: {count}, total: {total}}}")
        percent = f"{100 * count / total:.{decimals}f}"
        rounded = verdict_of(CHECK, f"{{kind: quantifier, word: {word}, percent: '{percent}'}}")
        if counts == "consistent" and not (word == "half" and 2 * count != total):
            assert rounded == "consistent"


@given(st.integers(0, 500), st.integers(1, 500))
def test_all_none_and_most_agree_with_their_definitions(verdict_of, count, total):
    for word, holds in {"all": count == total, "none": count == 0, "most": 2 * count > total}.items():
        verdict = verdict_of(CHECK, f"{{kind: quantifier, word: {word}, count: {count}, total: {total}}}")
        otherwise = "query" if word == "most" and 3 * count >= total else "discrepant"
        assert verdict == ("consistent" if holds or (word == "all" and count == total) else otherwise)
