import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import percent


def test_what_does_not_fit_is_said_with_what_would():
    assert percent("10/55", printed="22%").notes == ("10/55 = 18.2%, not 22%; 22% would be 12/55 or 10 of 45-46.",)


def test_percent_sign_is_not_needed():
    assert percent("10/55", printed=22) == percent("10/55", printed="22%")


@given(st.integers(1, 5000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total))))
def test_what_it_prints_fits(pair):
    count, total = pair
    for decimals, share in percent(f"{count}/{total}").rows:
        assert abs(100 * count / total - float(share)) <= 0.5 * 10.0**-decimals + 1e-9
        assert "not" not in percent(f"{count}/{total}", printed=share).notes[0]


@pytest.mark.parametrize("wrong", ["10", "10/0", "a/b", "11/10"])
def test_what_is_no_share(wrong):
    with pytest.raises(ValueError, match=r"expected a count|no percentage|above the total"):
        percent(wrong)
