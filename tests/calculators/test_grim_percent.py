from hypothesis import given
from hypothesis import strategies as st

from checker.calc import grim_percent


def test_what_no_count_makes():
    answer = grim_percent("33%", 7)
    assert answer.notes[:2] == (
        "No count of 7 makes 33%: 2/7 = 28.6% and 3/7 = 42.9%.",
        "Of 2-12 people it is possible for 3, 6, 9, 12.",
    )
    assert not any(possible for _, possible, _ in answer.rows)


def test_counts():
    assert grim_percent("22", 55).rows[0] == ("half-up", True, "12")
    assert grim_percent("50", 300).rows[0] == ("half-up", True, "149-151")


def test_no_more_than_all():
    assert grim_percent("101", 7).notes[0] == "No count of 7 makes 101%: 7/7 = 100.0%."


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.integers(0, 3))
def test_a_true_percentage_is_possible(pair, places):
    count, n = pair
    assert " can be " in grim_percent(f"{100 * count / n:.{places}f}%", n).notes[0]
