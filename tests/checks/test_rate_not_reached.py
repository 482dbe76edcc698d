import pytest

CHECK = "rate_not_reached"
SHOULD_PASS = ["{kind: survival, time: 12, estimate: 67.1}", "{kind: survival, estimate: 67.1, lower: 50, upper: 80}"]
SHOULD_FLAG = [
    "{kind: survival, time: 12, reached: false}",
    "{kind: survival, quantity: cumulative-incidence, reached: false}",
]


@pytest.mark.parametrize("claim", SHOULD_PASS)
def test_has_nothing_to_say_of_a_rate_with_a_value(findings_of, claim):
    assert findings_of(CHECK, claim) == []


@pytest.mark.parametrize("claim", SHOULD_FLAG)
def test_flags(verdict_of, claim):
    assert verdict_of(CHECK, claim) == "discrepant"


def test_says_what_was_meant(findings_of):
    [finding] = findings_of(CHECK, SHOULD_FLAG[0])
    assert finding.severity == "major"
    assert finding.message == (
        "the survival at time 12 is a number or not estimable, not 'not reached'; only a median is not reached"
    )
