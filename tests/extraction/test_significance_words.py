"""Words that keep a word about significance apart from a p."""

import pytest

from checker.extraction.significance_words import CONTRAST, NEGATED_SOMEWHERE, OTHER_SENSE


@pytest.mark.parametrize(
    ("words", "another"),
    [
        ("a clinically significant fall", True),
        ("a clinically and statistically significant fall", True),
        ("of clinical proteinuria was significantly", False),
        ("serum levels fell significantly", False),
        ("at the level of significance of", True),
        ("a trend towards significance", True),
    ],
)
def test_another_sense(words: str, another: bool) -> None:
    assert (OTHER_SENSE.search(words) is not None) is another


def test_what_denies_and_what_contrasts() -> None:
    assert NEGATED_SOMEWHERE.search("it was not so")
    assert CONTRAST.search("in men but in women")
    assert not CONTRAST.search("did not differ")
