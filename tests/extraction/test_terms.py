"""Words in one form."""

import pytest

from checker.extraction.sentences import Page
from checker.extraction.terms import Vocabulary
from checker.read.text import from_text

DEFINED = "The duration of fever (DF) was measured. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the 2-year overall survival rates", ("t24", "os")),
        ("overall survival (OS) of two groups", ("os", "2", "group")),
        ("duration of fever", ("df",)),
        ("randomised tumours of three bodies", ("randomized", "tumor", "3", "body")),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    page = Page(from_text(DEFINED + text))
    assert Vocabulary(page).words(len(DEFINED), len(page.text)) == words
