import pytest

from checker.extraction.sentences import Page
from checker.read.text import from_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fever was rarer (P = 0.03).", ["0.03"]),
        ("Fever was rarer, p < .001.", [".001"]),
        ("The P value for trend was 0.2.", ["0.2"]),
        ("Fever was rarer (P less than 0.05).", ["0.05"]),
        # The unit of the next number of a list.
        ("Pain fell, p = .035, by 0.47 points.", [".035"]),
        ("Group 0.03 was small.", []),
        ("The p of 20% was high.", []),
    ],
)
def test_p_values(text, expected):
    [sentence] = Page(from_text(text)).sentences
    found = [token.literal for token in sentence.tokens if token.start in sentence.printed.ps]
    assert found == expected
