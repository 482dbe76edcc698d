import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import grim


def test_published_examples():
    """Brown & Heathers 2017."""
    answer = grim("5.19", 28)
    assert not any(possible for _, possible, _ in answer.rows)
    assert answer.notes[0] == "No 28 whole numbers have the mean 5.19: 145/28 = 5.179 and 146/28 = 5.214."
    assert grim("5.18", 28).notes[0] == "28 whole numbers can have the mean 5.18: 145/28 = 5.179."


def test_other_numbers_that_would_do():
    assert grim("5.19", 28).notes[1] == "Of 23-33 it is possible for 26, 27, 31, 32."


def test_items_count_as_people():
    assert [row[1:] for row in grim("5.19", 13, items=2).rows] == [row[1:] for row in grim("5.19", 26).rows]


def test_each_way_to_round():
    """Of 40 values, 289 make 7.225."""
    assert {name: sums for name, possible, sums in grim("7.22", 40).rows if possible} == {
        "half-down": "289", "half-even": "289", "truncated": "289", "rounded-twice": "289",
    }  # fmt: skip


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=90), st.integers(0, 3))
def test_a_true_mean_is_possible(values, places):
    mean = f"{sum(values) / len(values):.{places}f}"
    assert "can have the mean" in grim(mean, len(values)).notes[0]


def test_wrong_input():
    with pytest.raises(ValueError, match="expected a number"):
        grim("high", 28)
    with pytest.raises(ValueError, match="without a comparator"):
        grim("<5", 28)
    with pytest.raises(ValueError, match="at least 1"):
        grim("5", 0)
