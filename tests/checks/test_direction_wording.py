from hypothesis import given
from hypothesis import strategies as st

CHECK = "direction_wording"
SHOULD_PASS = [
    "{kind: direction, wording: lower, estimate: 0.72}",
    "{kind: direction, wording: higher, estimate: 1.72}",
    "{kind: direction, wording: higher, estimate: 1.0}",
    "{kind: direction, wording: lower, estimate: -2.1, null: 0}",
]
SHOULD_FLAG = [
    "{kind: direction, wording: lower, estimate: 1.72}",
    "{kind: direction, wording: higher, estimate: 0.72}",
    "{kind: direction, wording: higher, estimate: -2.1, null: 0}",
]


def test_shows_the_arithmetic(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert (
        finding.message
        == "1.72 is called lower, but lies above 1, the value of no effect; or it is that of the other group"
    )
    assert finding.severity == "decision"


@given(st.floats(0.01, 9), st.integers(0, 4))
def test_a_rounded_ratio_agrees_with_its_word(verdict_of, ratio, decimals):
    word = "higher" if ratio > 1 else "lower"
    assert verdict_of(CHECK, f"{{kind: direction, wording: {word}, estimate: {ratio:.{decimals}f}}}") == "consistent"
