import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import sd_bounds


def test_published_example():
    """Tests of R rsprite2: .45 to 3.03."""
    least, greatest = sd_bounds("4.2", 5, scale="1-7").rows[0][2:]
    assert (round(least, 2), round(greatest, 2)) == (0.45, 3.03)


def test_ends_that_were_seen():
    values, over, least, _ = sd_bounds("4.0000", 5, scale="1-7", observed=True).rows[2]
    assert (values, over, round(least, 3)) == ("any", "n - 1", round(statistics.stdev([1, 4, 4, 4, 7]), 3))


def test_no_sum():
    answer = sd_bounds("5.19", 28, scale="1-9")
    assert answer.notes[0] == "No whole values of 1 to 9 have the mean 5.19: see grim."
    assert [row[0] for row in answer.rows] == ["any", "any"]


def test_beyond_the_scale():
    with pytest.raises(ValueError, match="the mean 8 is beyond the scale of 1 to 7"):
        sd_bounds("8", 5, scale="1-7")
    with pytest.raises(ValueError, match="the ends of a scale"):
        sd_bounds("8", 5, scale="7")


@given(st.lists(st.integers(1, 7), min_size=2, max_size=60), st.booleans())
def test_true_deviations_lie_within(values, observed):
    if observed:
        values = [1, 7, *values]
    sd = statistics.stdev(values), statistics.pstdev(values)
    answer = sd_bounds(f"{statistics.fmean(values):.2f}", len(values), scale="1-7", observed=observed)
    assert all(low - 1e-9 <= sd[over == "n"] <= high + 1e-9 for _, over, low, high in answer.rows)
