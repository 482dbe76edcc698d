import pytest

from checker.extraction.numbers import lex


def only(text):
    [token] = lex(text, text)
    return token


@pytest.mark.parametrize(
    ("text", "countable", "percent"),
    [
        ("12 women", True, False),
        ("Twelve women", True, False),
        ("12.5 women", False, False),
        ("-12 women", False, False),
        ("12 mg", False, False),
        ("12% of them", False, True),
        ("grade 3", False, False),
        ("95% CI", False, False),
    ],
)
def test_what_may_be_counted_and_what_is_a_percentage(text, countable, percent):
    assert (only(text).countable, only(text).percent) == (countable, percent)


def test_a_small_power_of_ten_counts_nothing():
    assert not only("10^-4 of them").countable
