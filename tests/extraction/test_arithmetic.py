import math

import pytest

from checker.extraction.arithmetic import chance, fits, nearly, ordered, possible, telling, totals
from checker.extraction.sentences import Page
from checker.read.text import from_text


def percent(literal):
    [token] = Page(from_text(f"Fever occurred in {literal} of them.")).tokens
    return token


@pytest.mark.parametrize(
    ("count", "total", "printed", "rounded", "cut"),
    [
        (12, 60, "20%", True, True),
        (1, 3, "33%", True, True),
        (2, 3, "66%", False, True),  # cut off
        (1, 3, "34%", False, True),  # rounded up
        (12, 60, "25%", False, False),
        (12, 0, "20%", False, False),
    ],
)
def test_whether_a_count_makes_a_percentage(count, total, printed, rounded, cut):
    assert fits(count, total, percent(printed)) is rounded
    assert nearly(count, total, percent(printed)) is cut


def test_the_totals_that_a_count_may_be_of():
    least, most = totals(12, percent("20%"))
    assert least < 60 < most
    assert all(fits(12, total, percent("20%")) for total in range(math.ceil(least), math.floor(most) + 1))
    assert totals(12, percent("<20%")) == (0.0, math.inf)


def test_whether_any_count_makes_a_percentage():
    assert possible(percent("33%"), 3)
    assert not possible(percent("40%"), 3)
    assert not possible(percent("<40%"), 5)


def test_few_percentages_with_decimals_are_some_count_of_a_small_group():
    assert telling(percent("33.33%"), 60)
    assert not telling(percent("33%"), 60)
    assert chance(percent("33.3%"), 99) == pytest.approx(0.1)


def test_limits_in_reverse():
    low, high = Page(from_text("They were 12.5 and 20.5 of something.")).tokens
    assert ordered(high, low) == ordered(low, high) == (low, high)
