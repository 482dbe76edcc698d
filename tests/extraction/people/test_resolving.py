import pytest

from checker.extraction.people.known import Known
from checker.extraction.people.resolving import Resolver, described
from checker.extraction.sentences import Page
from checker.read.text import from_text

ARMS = "We compared alfa (n = 50) with placebo (n = 40). "


def last(text):
    people = Known(Page(from_text(text)))
    found = Resolver(people).resolve(people.figures[-1])
    return found and (found.group.size, found.certainty, found.binding, found.agrees)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words and arithmetic agree.
        (f"{ARMS}Fever occurred in 12 (30%) in the placebo group.", (40, "named", "behind", True)),
        # The figure does not make it, and nothing else upholds the words.
        (f"{ARMS}Fever occurred in 12 (37%) in the placebo group.", (40, "guessed", "behind", False)),
        # No words decide, and one size makes it.
        ("We followed 60 men and 90 women. Fever was seen in 13 (21.7%).", (60, "implied", "fits", True)),
        # More than all of whom the paper speaks, of whom others are.
        ("We studied 90 men. Fever began in 18 (20%). Cough began in 120 men (60%).", (90, "guessed", "beyond", False)),
    ],
)
def test_of_whom_a_figure_is(text, expected):
    assert last(text) == expected


def test_a_group_in_words():
    people = Known(Page(from_text(ARMS)))
    assert described(people.arms[0]) == "“we compared alfa” (n = 50)"


def test_the_same_question_has_the_same_answer():
    people = Known(Page(from_text(f"{ARMS}Fever occurred in 12 (30%) in the placebo group.")))
    resolver = Resolver(people)
    assert resolver.resolve(people.figures[0]) == resolver.resolve(people.figures[0])
