import pytest

from checker.extraction.sentences import Page
from checker.extraction.times import TIME, months, only_time, several, time_before
from checker.read.text import from_text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2-year survival", "24"),
        ("survival at 18 months", "18"),
        ("the seven-month rate", "7"),
        ("at 1 year, or 12 months,", "12"),
        ("1-year and 2-year survival", None),
        ("survival", None),
    ],
)
def test_the_one_time_that_words_name(words, expected):
    assert only_time(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("1-, 2- and 3-year survival", ("12", "24", "36")),
        ("survival at 6 and 12 months", ("6", "12")),
        ("survival at 6 months and 2 years", ("6", "24")),
        ("survival at 6 and 12 weeks", ()),
    ],
)
def test_a_list_of_times(words, expected):
    assert several(words) == expected


def test_the_time_in_front_of_a_number():
    page = Page(from_text("At 1 year 40% and at 2 years 30% were alive."))
    percents = [token for token in page.tokens if token.percent]
    assert [time_before(page, token) for token in percents] == ["12", "24"]


def test_years_are_so_many_months():
    assert [months(found) for found in TIME.finditer("three-year, 6 months")] == ["36", "6"]
