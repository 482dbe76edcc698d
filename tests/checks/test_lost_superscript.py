from hypothesis import given
from hypothesis import strategies as st

CHECK = "lost_superscript"
SHOULD_PASS = [
    "{kind: power-of-ten, printed: 10^7, exponent: 7}",
    "{kind: power-of-ten, printed: 10⁻⁴, exponent: '-4'}",
    "{kind: power-of-ten, printed: 3.0 × 10^7, exponent: 7}",
    "{kind: power-of-ten, printed: 1e-04, exponent: −4}",
    "{kind: power-of-ten, printed: '10,000,000', exponent: 7}",
]
SHOULD_EXPLAIN = [
    "{kind: power-of-ten, printed: '107', exponent: 7}",
    "{kind: power-of-ten, printed: '109', exponent: ⁹}",
    "{kind: power-of-ten, printed: '104', exponent: '-4'}",
    "{kind: power-of-ten, printed: 3.0 × 107, exponent: 7}",
    "{kind: power-of-ten, printed: 3.0\u2009×\u2009107, exponent: 7}",
    "{kind: power-of-ten, printed: 10–4, exponent: '-4'}",
    "{kind: power-of-ten, printed: '1012', exponent: 12}",
]
SHOULD_FLAG = [
    "{kind: power-of-ten, printed: '106', exponent: 7}",
    "{kind: power-of-ten, printed: 10^6, exponent: 7}",
    "{kind: power-of-ten, printed: 3.0 × 10^6, exponent: 7}",
]
MISSING = {
    "{kind: power-of-ten, printed: '107', exponent: many}": "a whole exponent",
}


def test_names_the_loss(findings_of):
    [finding] = findings_of(CHECK, SHOULD_EXPLAIN[0])
    assert finding.assumption == "a superscript that was lost"


@given(st.integers(-30, 30), st.integers(-30, 30))
def test_only_the_right_exponent_passes(verdict_of, exponent, other):
    claim = f"{{kind: power-of-ten, printed: 10^{exponent}, exponent: '{other}'}}"
    assert (verdict_of(CHECK, claim) == "consistent") == (exponent == other)
