"""Means of things that people have a whole number of."""

import pytest

from checker.extraction.whole_numbers import is_whole, missing_values_explain, says_nothing
from checker.model import Reported


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("the mean number of relapses was ", "", True),
        ("the mean number of asthma attacks was ", " in all", True),
        ("the mean number of relapses per year was ", "", False),
        ("the mean number of relapses was ", " per year", False),
        ("the mean change in the number of relapses was ", "", False),
        ("the mean age was ", "", False),
    ],
)
def test_words(before, behind, expected):
    assert is_whole(before, behind) is expected


def test_coarse_print_says_nothing():
    assert says_nothing(Reported("3.5"), 28)
    assert says_nothing(Reported("3.57"), 4)
    assert not says_nothing(Reported("3.57"), 28)


@pytest.mark.parametrize(("mean", "expected"), [("3.57", False), ("3.55", False), ("3.52", True)])
def test_missing_values(mean, expected):
    assert missing_values_explain(Reported(mean), None, 28) is expected
