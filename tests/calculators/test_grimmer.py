import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import grimmer


def test_published_examples():
    """Tests of R rsprite2."""
    assert grimmer("3.44", "2.47", 18).notes[0] == "No 18 whole numbers have the mean 3.44 and the SD 2.47."
    assert grimmer("5.21", "1.60", 28).notes[0] == "28 whole numbers can have the mean 5.21 and the SD 1.60."


def test_over_n():
    answer = grimmer("2.50", "0.50", 4)
    together = "the mean 2.50 and the SD 0.50"
    assert answer.notes[0] == f"4 whole numbers can have {together} only where it is over n, not n - 1."
    assert answer.rows[1] == ("n", 10, 0.5, pytest.approx(0.75**0.5), True)


def test_next_to_it():
    below, above = grimmer("3.4", "2.04", 10).rows[0][2:4]
    assert (round(below, 3), round(above, 3)) == (2.011, 2.066)
    assert grimmer("2.50", "0.1", 4).rows[0][2] is None


def test_no_sum():
    assert grimmer("5.19", "1.34", 28).notes[0] == "No 28 whole numbers have the mean 5.19: see grim."


def test_many_sums_are_not_all_shown():
    answer = grimmer("3.4", "2.04", 500)
    assert len(answer.rows) == 10
    assert answer.notes[-1] == "51 sums have the mean; the first 5 are shown."


@given(st.lists(st.integers(1, 7), min_size=2, max_size=60), st.integers(1, 3), st.integers(1, 2))
def test_true_figures_are_possible(values, items, places):
    averages = [value / items for value in values]
    mean, sd = statistics.fmean(averages), statistics.stdev(averages)
    answer = grimmer(f"{mean:.{places}f}", f"{sd:.{places}f}", len(values), items=items)
    assert "can have" in answer.notes[0]
