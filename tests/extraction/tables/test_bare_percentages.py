"""Percentages of columns without counts."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]
HEAD = "Table 1. Those enrolled\n\n| | Alfa | Beta |\n|---|---|---|\n| | (n = 24) | (n = 39) |\n"
ROWS = "| Women | 62.5% | 69.2% |\n| Fallen | 37.5% | 35.9% |\n| Stick | 16.7% | 23.1% |\n| Alone | 41.7% | 30.7% |\n"


def test_of_their_columns(read: Read, certain: Read) -> None:
    found = read(HEAD + ROWS, "proportion", "percent", "of")
    assert [of for _, of in found] == ["alfa-24", "beta-39"] * 4
    assert certain(HEAD + ROWS, "proportion", "percent") == []


@pytest.mark.parametrize("label", ["HbA1c", "Ejection fraction", "Mean oxygen saturation"])
def test_percentages_that_are_measured(read: Read, label: str) -> None:
    found = read(f"{HEAD}{ROWS}| {label} | 7.4% | 55.3% |\n", "proportion", "percent")
    assert len(found) == 8


def test_percentages_of_something_else(read: Read) -> None:
    rows = "| A | 61.1% | 68.3% |\n| B | 33.9% | 34.2% |\n| C | 15.5% | 21.7% |\n| D | 40.2% | 31.3% |\n"
    assert read(HEAD + rows, "proportion", "percent") == []


SCALE = (
    "Table 4. Ratings of teachers (N = 75)\n\n| Percent | Never | Weekly | Daily |\n|---|---|---|---|\n"
    "| Moved | 1.3% | 9.3% | 89.3% |\n| Sang | 0% | 4.0% | 96.0% |\n| Ran | 6.7% | 13.3% | 80.0% |\n"
    "| Read | 4.0% | 10.7% | 87.3% |\n"
)


def test_rows_that_make_a_hundred(read: Read) -> None:
    assert [percentages for (percentages,) in read(SCALE, "partition", "percentages")] == [True] * 4


def test_the_size_that_a_caption_states(read: Read) -> None:
    assert {of for _, of in read(SCALE, "proportion", "percent", "of")} == {"Table-4-75"}
