import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.rates import confint_poisson

from checker.calc import rate


@given(st.integers(1, 500), st.floats(10, 1e5), st.sampled_from([1, 100, 1000]))
def test_agrees_with_statsmodels(events, time, per):
    rows = {row[0]: row[1:] for row in rate(events, time, per=per).rows}
    for name, method in {"garwood": "exact-c", "score": "score"}.items():
        expected = [per * each for each in confint_poisson(events, time, method)]
        assert rows[name] == pytest.approx(expected, rel=1e-5)


def test_names_the_methods_of_printed_limits():
    assert rate(52, 3850, per=1000, printed="10.1 to 17.7").notes[0] == "10.1 to 17.7 is what garwood and byar give."
    assert "wald" in rate(2, 100, per=100, printed="0 to 4.77").notes[0]


@pytest.mark.parametrize("wrong", [{"events": -1}, {"person_time": 0}, {"per": 0}, {"level": 20}])
def test_what_is_wrong(wrong):
    figures = {"events": 3, "person_time": 10.0} | wrong
    with pytest.raises(ValueError, match=r"events|above 0|level"):
        rate(figures.pop("events"), figures.pop("person_time"), **figures)
