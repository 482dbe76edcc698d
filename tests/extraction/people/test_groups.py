"""Groups of people as a text states them: size, words, unit, parent."""

import pytest

from checker.extraction.people import Group, People
from checker.extraction.people.groups import stems
from checker.extraction.sentences import Page
from checker.read.text import from_text


def groups(text: str) -> list[Group]:
    return People(Page(from_text(text))).groups


@pytest.mark.parametrize(
    ("text", "size", "how", "word"),
    [
        ("We compared alfa (n = 40) with nothing.", 40, "sized", "alfa"),
        ("The late arm (40 patients) did well.", 40, "sized", "late arm"),
        ("Of the 60 nurses, many smoked.", 60, "of", "nurses"),
        ("We enrolled 60 adults with asthma.", 60, "people", "adults with asthma"),
        ("Forty were randomized to placebo.", 40, "did", "placebo"),
        ("There were 40 in the placebo group.", 40, "arm", "placebo"),
        ("Forty patients were treated with alfa (alfa group).", 40, "people", "alfa group"),
        ("There were 30 patients in each group.", 30, "each", ""),
        ("Rash was seen in 12 patients (20%).", 12, "counted", ""),
    ],
)
def test_sizes(text: str, size: int, how: str, word: str) -> None:
    found = [group for group in groups(text) if group.size == size]
    assert [group.how for group in found] == [how]
    assert word in found[0].words


@pytest.mark.parametrize(
    "text",
    [
        "They walked for 40 weeks.",
        "At least 40 patients were needed.",
        "It took 12 centres.",
        "Between 20 and 40 sheep grazed.",
        "The dose was 40 mg.",
    ],
)
def test_no_groups(text: str) -> None:
    assert groups(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("We operated on 80 eyes of 50 patients.", "eye"),
        ("We operated on 80 patients with painful eyes.", None),
        ("There were 80 lesions.", "lesion"),
    ],
)
def test_units(text: str, unit: str | None) -> None:
    assert groups(text)[0].unit == unit


def test_treatments_of_parts_are_no_words_of_the_whole() -> None:
    [whole] = groups("Sixty women with asthma were randomly assigned to alfa or to placebo.")
    assert whole.terms == stems("women with asthma")


def test_parents() -> None:
    part, whole = groups("Twelve of the 60 nurses (20%) smoked.")
    assert (part.size, whole.size) == (12, 60)
    assert part.parent is whole


def test_sums_and_complements() -> None:
    people = People(Page(from_text("Alfa (n = 40) met beta (n = 42). Fever began in 12 of 60 women (20%).")))
    assert {(group.size, group.how) for group in people.derived} == {(82, "sum"), (48, "complement")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the responders", "those who responded"),
        ("in the placebo group", "patients receiving placebo"),
        ("group A", "patients of arm a"),
    ],
)
def test_words_that_name_the_same(one: str, other: str) -> None:
    assert stems(one) == stems(other)


@pytest.mark.parametrize(("one", "other"), [("with fever", "without fever"), ("group A", "group B"), ("men", "women")])
def test_words_that_name_others(one: str, other: str) -> None:
    assert stems(one) != stems(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Patients received alfa 10 mg (n = 40).", "alfa"),
        ("They had usual care (UC), n = 40.", "usual care UC"),
        ("Group (S), (n = 40) received alfa.", "alfa"),
    ],
)
def test_name_of_a_size_in_brackets(text: str, words: str) -> None:
    assert groups(text)[-1].terms == stems(words)


def test_a_group_is_called_what_the_bracket_behind_it_says(read) -> None:
    text = "We studied 26 patients (the early group). Of these, fever began in 12 (46.2%)."
    assert read(text, "proportion", "of") == [("early-26",)]
