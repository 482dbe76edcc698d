import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.rates import confint_poisson_2indep

from checker.calc import rate_ratio

SOME = st.integers(1, 300)
TIMES = st.integers(10, 100_000)


@given(SOME, TIMES, SOME, TIMES)
def test_agrees_with_statsmodels(a, t, b, u):
    rows = {row[:2]: row[2:] for row in rate_ratio(f"{a}/{t}", f"{b}/{u}").rows}
    assert rows["ratio", "wald-log"] == pytest.approx(confint_poisson_2indep(a, t, b, u, "wald-log"), rel=1e-6)
    wald = confint_poisson_2indep(a, t, b, u, "wald", compare="diff")
    assert rows["difference", "wald"] == pytest.approx(wald, rel=1e-6)


def test_limits_of_the_ratio_and_of_the_difference():
    answer = rate_ratio("41/28010", "15/19017", per=10000, printed="1.03 to 3.35")
    assert answer.notes[0] == "1.03 to 3.35 is what wald-log gives."
    answer = rate_ratio("41/28010", "15/19017", per=10000, printed="0.7 to 12.8", difference=True)
    assert answer.notes[0] == "0.7 to 12.8 is what wald gives."
    assert len({len(row) for row in answer.rows}) == 1


def test_without_events():
    assert "undefined" in rate_ratio("3/10", "0/10.5").title


@pytest.mark.parametrize("wrong", [("3", "1/10"), ("3/0", "1/10"), ("3/x", "1/10")])
def test_what_is_wrong(wrong):
    with pytest.raises(ValueError, match=r"expected events|person-time is 0"):
        rate_ratio(*wrong)
    with pytest.raises(ValueError, match="above 0"):
        rate_ratio("3/10", "3/10", per=0)
