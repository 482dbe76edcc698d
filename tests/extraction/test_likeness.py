"""Whether mentions are of one quantity."""

import pytest

from checker.extraction.likeness import alike, analysis, digits, mistyped, shared
from checker.extraction.mentions import Mention, mentions
from checker.extraction.numbers import tokens
from checker.extraction.sentences import Page
from checker.extraction.terms import Vocabulary
from checker.read.text import from_text


def read(text: str) -> Mention:
    page = Page(from_text(text))
    return mentions(page.sentences[0], Vocabulary(page))[0]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Overall survival was 61.5%.", "The OS at home was 61.5%.", {"os"}),
        ("Mean stay was 7.5 days.", "Median stay was 7.5 days.", set()),
        ("The 1-year survival was 61.5%.", "The 2-year survival was 61.5%.", set()),
        ("Of those bridged, 36 (90.0%) slept.", "Of those bridged, 36 (90.0%) died.", set()),
        ("Stay in bed was 7.5 min.", "Stay in bed was 7.5 minutes.", {"stay", "bed"}),
    ],
)
def test_shared(one: str, other: str, words: set[str]) -> None:
    assert shared(read(one), read(other)) == words


def test_alike() -> None:
    one = read("The OS was 61.5% with alfa.")
    assert alike(one, read("OS was 65.1% with alfa.")) == {"os", "alfa"}
    assert alike(one, read("In women, OS was 65.1% with alfa.")) == set()


def test_analysis() -> None:
    assert analysis(read("Adjusting for age, fever fell by 12.5%.")) == {"adjusted"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("61.5", "72.5", 0), ("61.5", "65.1", 1), ("61.5", "61.9", 1), ("61.5", "611.5", 1), ("6.5", "6.51", 0)],
)  # fmt: skip
def test_mistyped(one: str, other: str, expected: bool) -> None:
    [first], [second] = tokens(one), tokens(other)
    assert mistyped(first, second) == expected


@pytest.mark.parametrize(("printed", "expected"), [("0.65", 2), ("100", 1), ("70.0", 3), ("120", 2)])
def test_digits(printed: str, expected: int) -> None:
    assert digits(tokens(printed)[0]) == expected
