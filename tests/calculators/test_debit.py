import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.calc import debit


@pytest.mark.parametrize(
    ("mean", "sd", "fits"),
    [("0.53", "0.50", True), ("0.44", "0.50", True), ("0.77", "0.42", True), ("0.19", "0.35", False)],
)
def test_published_examples(mean, sd, fits):
    """Heathers & Brown 2019, table 1."""
    assert ("can have" in debit(mean, sd, 1683).notes[0]) is fits


def test_over_n_and_no_count():
    assert debit("0.50", "0.50", 10).notes[0].endswith("only where it is over n, not n - 1.")
    assert debit("0.33", "0.48", 20).notes[0] == "No 20 values that are 0 or 1 have the mean 0.33: see grim."


def test_rows():
    [(ones, mean, sample, population, fits)] = debit("0.35", "0.49", 20).rows
    assert (ones, mean, round(sample, 4), round(population, 3), fits) == (7, 0.35, 0.4894, 0.477, True)


@given(st.lists(st.integers(0, 1), min_size=2, max_size=200), st.integers(1, 3))
def test_true_figures_are_possible(values, places):
    mean, sd = statistics.fmean(values), statistics.stdev(values)
    assert "can have" in debit(f"{mean:.{places}f}", f"{sd:.{places}f}", len(values)).notes[0]
