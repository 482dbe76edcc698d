import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extraction.outline import Outline, type_of
from checker.extraction.sentences import Page
from checker.read.text import from_text


def outline(text):
    [sentence] = Page(from_text(text)).sentences
    return sentence.outline


def letters(outline):
    """The outline with the letter of each type for its symbol."""
    return "".join(
        type_of(outline.at(place)) if char >= "\U000f0000" else char for place, char in enumerate(outline.text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fever in 12 of the 60 patients (20.0%)", "fever in N of the N patients (P)"),
        ("It fell from 8.3 ± 0.4 to -6.9 mg/dl", "it fell from D ± S to U mg/dl"),
        ("Grade 3 events in 12%", "grade 3 events in P"),
        ("Twenty-one of 40", "N of N"),
        ("no figures", "no figures"),
    ],
)
def test_every_data_number_is_one_typed_symbol(text, expected):
    assert letters(outline(text)) == expected


def test_every_position_has_an_offset_in_the_document():
    text = "None fell. Fever in 12 of the 60 patients (20.0%) fell"
    second = Page(from_text(text)).sentences[1].outline
    assert [text[second.offset(place)] for place in (0, 9, 14, 20)] == ["F", "1", "t", "p"]
    assert second.offset(len(second.text)) == len(text)


def test_types_are_counted_those_that_are_several_too():
    types = outline("Fever in 12 of 60 (20.0%), OR 2.4").types
    assert (types["N"], types["P"], types["D"], types["V"], types["A"]) == (2, 1, 1, 3, 4)


def test_what_stands_around_a_number():
    made = outline("Fever in 12 of 60 patients")
    one, other = made.tokens
    assert made.between(one, other) == " of "
    assert made.before(one) == "fever in "
    assert made.after(other) == " patients"
    assert made.index(other) == 1


def test_a_number_of_another_sentence_has_no_place():
    one, other = Page(from_text("Fever in 12. Cough in 13.")).sentences
    with pytest.raises(ValueError, match="no symbol of '13'"):
        one.outline.place(other.tokens[0])


@given(st.text(), st.integers(min_value=0, max_value=10))
def test_symbols_and_numbers_are_one_to_one_whatever_the_text(text, repeats):
    for sentence in Page(from_text(text + " 12 (20%) \uf0b7 1.2 " * repeats)).sentences:
        made: Outline = sentence.outline
        assert [made.at(made.place(token)) for token in made.tokens] == list(made.tokens)
        assert sum(char >= "\U000f0000" for char in made.text) == len(made.tokens)
