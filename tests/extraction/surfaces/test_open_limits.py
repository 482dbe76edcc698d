import pytest

from checker.extraction.grammar import matches
from checker.extraction.sentences import Page
from checker.extraction.surfaces.open_limits import READINGS
from checker.read.text import from_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Median survival was 22.1 months (95% CI 12.7-not reached).", [("22.1", "12.7")]),
        ("Median survival was 22.1 months (95% CI, 12.7 to NR).", [("22.1", "12.7")]),
        ("Median survival was 22.1 months (95% CI 12.7-30.4).", []),
    ],
)
def test_a_limit_that_is_words(text, expected):
    found = [match for each in Page(from_text(text)).sentences for match in matches(READINGS, each.outline)]
    assert [(match.one("value").literal, match.one("lower").literal) for match in found] == expected
