"""Figures that are results, with their words."""

from typing import Any

import pytest

from checker.extraction.mentions import mentions
from checker.extraction.sentences import Page
from checker.extraction.terms import Vocabulary
from checker.read.text import from_text


def read(text: str) -> list[Any]:
    page = Page(from_text(text))
    return [mention for sentence in page.sentences for mention in mentions(sentence, Vocabulary(page))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fever fell to 20.0% (12 of 60 patients; 95% CI 10.8-32.3).",
            [{"value": "20.0%", "count": "12", "total": "60", "lower": "10.8", "upper": "32.3"}],
        ),
        ("Of these, 12 patients (20.0%) had fever.", [{"value": "20.0%", "count": "12"}]),
        ("The stay was 7.2 ± 1.3 days (p = 0.04).", [{"value": "7.2", "spread": "1.3", "p": "0.04"}]),
        ("Survival was 22.1 months (95% CI 12.7-NE).", [{"value": "22.1", "lower": "12.7"}]),
        ("We enrolled 96 women.", [{"count": "96"}]),
        # Times, doses, thresholds, names.
        ("After 24 weeks, 5 mg were given to those aged 65, with CA 125 above 35.", []),
    ],
)
def test_roles(text: str, expected: list[dict[str, str]]) -> None:
    assert [{role: token.literal for role, token in mention.roles.items()} for mention in read(text)] == expected


def test_members_of_a_list_share_the_words_before_the_first() -> None:
    first, second, third = read("Fever scored 5.1, 6.2 points and 7.3 points, and so on.")
    assert first.lead == ("fever", "scored")
    assert second.lead == ("fever", "scored", "#2")
    assert third.lead == ("fever", "scored", "#3")
    assert first.content == second.content - {"point"} == {"fever", "scored"}
