"""Words that speak of all the people, or of nobody else."""

import pytest

from checker.extraction.people import everybody
from checker.extraction.people.known import Known
from checker.extraction.sentences import Page
from checker.read.text import from_text


def found(way, text):
    people = Known(Page(from_text(text)))
    figure = people.figures[-1]
    answer = getattr(everybody, way)(people, figure, figure.sentence.outline)
    return None if answer is None else [group.size for group in answer]


@pytest.mark.parametrize(
    ("way", "text", "expected"),
    [
        ("overall", "We studied 90 men. Overall, 18 (20%) died.", [90]),
        ("near", "We studied 90 men. Alfa was given to 40 men. Fever began in 8 (20%).", [40]),
        ("only", "We studied 90 men. Fever began in 18 (20%).", [90]),
        ("only", "We studied 90 men and 40 women. Fever began in 18 (20%).", None),
        ("whole", "We studied 90 men. Alfa was given to 40 men. Fever began in 18 (20%).", [90]),
        ("whole", "We studied 90 men. Fever began in 18 (20%) versus 5 (30%) at home.", None),
    ],
)
def test_whom_words_find(way, text, expected):
    assert found(way, text) == expected
