"""The t test that a paper states."""

import pytest

from checker.extraction.sentences import Page
from checker.extraction.stated_tests import test_of as stated
from checker.read.text import from_text


@pytest.mark.parametrize(
    ("paper", "words", "expected"),
    [
        ("Groups were compared by Student's t test.", "", "t"),
        ("Groups were compared by Welch's t-test.", "", "welch"),
        ("Groups were compared by t tests or the Mann-Whitney test.", "", None),
        ("Groups were compared by t tests or the Mann-Whitney test.", "unpaired t test, p = ", "t"),
        ("Visits were compared by a paired t test.", "", None),
        ("In this crossover trial Student's t test was used.", "", None),
        ("Groups were compared.", "", None),
    ],
)
def test_what_is_stated(paper, words, expected):
    assert stated(Page(from_text(paper)), words) == expected
