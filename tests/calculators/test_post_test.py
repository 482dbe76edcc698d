import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import post_test


@given(st.integers(1, 99), st.floats(0.01, 50), st.floats(0.01, 50))
def test_odds_are_multiplied(before, ratio, negative):
    for each, after in post_test(f"{before}%", ratio, negative).rows:
        assert after / (100 - after) == pytest.approx(each * before / (100 - before))


@pytest.mark.parametrize("wrong", [("x", 2), ("25%", -1), ("-3", 2)])
def test_what_is_wrong(wrong):
    with pytest.raises(ValueError, match=r"expected|0 or more"):
        post_test(*wrong)
