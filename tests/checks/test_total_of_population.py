import pytest

SHOULD_PASS = [
    "{kind: proportion, count: 16, total: 30, of: arm}",
    "{kind: proportion, total: thirty, of: arm, percent: 10}",
]
SHOULD_EXPLAIN = [
    "{kind: proportion, count: 16, total: 28, of: arm, alternatives: [evaluable]}",
    "{kind: proportion, count: 16, total: 25, of: naive}",
]
SHOULD_FLAG = [
    "{kind: proportion, count: 16, total: 28, of: arm}",
    "{kind: interval, count: 16, total: 31, of: arm, lower: 36, upper: 70}",
]
POPULATIONS = "{arm: 30, evaluable: 28, naive: {size: 25, inferred: nobody had been treated}}"


@pytest.mark.parametrize("claim", SHOULD_PASS)
def test_passes(verdict_of, claim):
    assert verdict_of("total_of_population", claim, populations=POPULATIONS) == "consistent"


@pytest.mark.parametrize("claim", SHOULD_EXPLAIN)
def test_explains(verdict_of, claim):
    assert verdict_of("total_of_population", claim, populations=POPULATIONS) == "explained"


@pytest.mark.parametrize("claim", SHOULD_FLAG)
def test_flags(verdict_of, claim):
    assert verdict_of("total_of_population", claim, populations=POPULATIONS) == "discrepant"


def test_has_nothing_to_say_without_a_printed_total(findings_of):
    claim = "{kind: proportion, count: 16, of: arm}"
    assert findings_of("total_of_population", claim, populations=POPULATIONS) == []
