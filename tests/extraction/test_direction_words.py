"""Words that put one figure above or below another."""

import pytest

from checker.extraction.direction_words import SENSE, WORD, unclear_words


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("response was higher with alfa ", None),
        ("response was not higher with alfa ", "negated"),
        ("response was higher, and stay longer, with alfa ", "several words of direction, or none"),
        ("the reduction of pain was greater with alfa ", "a greater amount may be a smaller figure"),
        ("improvement was seen in a higher proportion of men ", None),
        ("response was higher in all age groups except the oldest ", "with an exception"),
    ],
)
def test_what_words_leave_open(said: str, expected: str | None) -> None:
    assert unclear_words(said, SENSE) == expected


@pytest.mark.parametrize("said", ["lower limb pain", "grade 3 or higher", "lowering of lipids", "lower utis"])
def test_no_word_of_direction(said: str) -> None:
    assert WORD.search(said) is None
