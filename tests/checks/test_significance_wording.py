from hypothesis import given
from hypothesis import strategies as st

CHECK = "significance_wording"
SHOULD_PASS = [
    "{kind: significance, wording: significant, p: 0.03}",
    "{kind: significance, wording: significant, p: <0.001}",
    "{kind: significance, wording: significant, p: 0.05}",
    "{kind: significance, wording: not-significant, p: 0.05}",
    "{kind: significance, wording: significant, p: <0.05}",
    "{kind: significance, wording: significant, p: ≤0.05}",
    "{kind: significance, wording: not-significant, p: '>0.05'}",
    "{kind: significance, wording: not-significant, p: 0.11}",
    "{kind: significance, wording: not-significant, p: 0.04, alpha: 0.025}",
    "{kind: significance, wording: significant, p: 0.08, alpha: 0.10}",
    "{kind: significance, wording: found, p: 0.03}",
    "{kind: significance, wording: not-found, p: 0.30}",
    "{kind: significance, wording: significant, lower: 0.56, upper: 0.98, null: 1}",
    "{kind: significance, wording: significant, lower: 0.56, upper: 1.00, null: 1}",
    "{kind: significance, wording: significant, lower: -3.2, upper: -0.4}",
    "{kind: significance, wording: not-significant, lower: 0.56, upper: 1.20, null: 1}",
]
SHOULD_FLAG = [
    "{kind: significance, wording: significant, p: 0.08}",
    "{kind: significance, wording: significant, p: 0.052}",
    "{kind: significance, wording: significant, p: '>0.05'}",
    "{kind: significance, wording: not-significant, p: 0.03}",
    "{kind: significance, wording: not-significant, p: <0.05}",
    "{kind: significance, wording: not-significant, p: <0.001}",
    "{kind: significance, wording: found, p: 0.30}",
    "{kind: significance, wording: not-found, p: 0.01}",
    "{kind: significance, wording: significant, lower: 0.56, upper: 1.01, null: 1}",
    "{kind: significance, wording: not-significant, lower: -3.2, upper: -0.4}",
]
MISSING = {"{kind: significance, wording: significant}": "a p-value, or an interval"}


def test_shows_the_arithmetic(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.message == "p = 0.08 is called significant; the level is 0.05"
    assert finding.severity == "decision"


@given(st.floats(0, 1), st.integers(1, 5), st.sampled_from([0.01, 0.025, 0.05, 0.1]))
def test_a_rounded_p_agrees_with_its_word(verdict_of, p, decimals, alpha):
    word = "significant" if p < alpha else "not-significant"
    claim = f"{{kind: significance, wording: {word}, p: '{p:.{decimals}f}', alpha: {alpha}}}"
    assert verdict_of(CHECK, claim) == "consistent"
