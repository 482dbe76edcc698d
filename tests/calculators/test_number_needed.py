import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import number_needed


def test_published_example():
    # Altman, BMJ 1998;317:1309: a reduction of 10% (-5 to 25%).
    [row] = number_needed(reduction="10%", limits="-5% to 25%").rows
    assert row == ("reduction", 10, "NNTB 10", "NNTB 4 to ∞ to NNTH 20")


@given(st.floats(0.1, 1.9), st.floats(0.01, 0.5))
def test_three_kinds_of_ratio(ratio, risk):
    rows = {row[0]: row[1] for row in number_needed(ratio=ratio, risk=risk).rows}
    assert rows["risk ratio"] == pytest.approx(100 * risk * (1 - ratio), abs=1e-6)
    odds = ratio * risk / (1 - risk)
    assert rows["odds ratio"] == pytest.approx(100 * (risk - odds / (1 + odds)), abs=1e-6)
    assert rows["hazard ratio"] == pytest.approx(100 * ((1 - risk) ** ratio - (1 - risk)), abs=1e-6)


def test_a_risk_ratio_beyond_a_risk_of_1_is_left_out():
    assert [row[0] for row in number_needed(ratio=3, risk="50%").rows] == ["odds ratio", "hazard ratio"]
    [row] = number_needed(reduction="-0.1").rows
    assert row == ("reduction", -10, "NNTH 10", None)


@pytest.mark.parametrize(
    "given_",
    [{}, {"ratio": 2}, {"reduction": 1, "ratio": 2, "risk": 0.1}, {"ratio": -1, "risk": 0.5}, {"reduction": "x"}],
)
def test_what_is_wrong(given_):
    with pytest.raises(ValueError, match="expected"):
        number_needed(**given_)
