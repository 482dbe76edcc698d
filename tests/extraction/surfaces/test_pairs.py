import pytest

from checker.extraction.grammar import matches
from checker.extraction.sentences import Page
from checker.extraction.surfaces.pairs import READINGS
from checker.read.text import from_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fever was rarer (12/60 vs 20%).", [("12", "60")]),
        ("Twelve out of the 60 patients had fever.", [("Twelve", "60")]),
        ("The score was 8/10.", []),
        ("Pressure was 12/8 in most.", []),
        ("Fever was seen in 12 in 60 days.", []),
        ("A ratio of 12/60/4.", []),
        ("They were seen in 12 of the 2012 patients.", []),
        ("Acuity was 20/40 in most.", []),
    ],
)
def test_counts_of_a_total(text, expected):
    found = [match for each in Page(from_text(text)).sentences for match in matches(READINGS, each.outline)]
    assert [(match.one("count").literal, match.one("total").literal) for match in found] == expected
