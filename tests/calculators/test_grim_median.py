import statistics

from hypothesis import given
from hypothesis import strategies as st

from checker.calc import grim_median


def test_odd_and_even():
    assert grim_median("9.5", 7).notes == ("No 7 whole numbers have the median 9.5: it would be one of them.",)
    assert grim_median("9.5", 8).notes == ("8 whole numbers can have the median 9.5.",)
    assert [possible for _, possible, _ in grim_median("9.3", 8).rows] == [False, False, False]
    assert grim_median("9.25", 8, items=2).rows[0] == ("8", True, 0.25)


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=60), st.integers(0, 2))
def test_a_true_median_is_possible(values, places):
    median = statistics.median(values)
    assert "can have" in grim_median(f"{median:.{places}f}", len(values)).notes[0]
