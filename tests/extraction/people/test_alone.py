"""Percentages without a count, of whom lists and repetitions tell."""

import pytest

from checker.extraction.people import People
from checker.extraction.people.alone import alone
from checker.extraction.sentences import Page
from checker.read.text import from_text

STUDIED = "We screened 120 patients and enrolled 96 patients with fever. "
LIST = "Adverse events were rash (82.3%), cough (75.0%), nausea (66.7%) and chills (37.4%). "


def resolved(text: str) -> list[tuple[str, int, bool] | None]:
    """The binding, the size and whether it agrees, of the percentages alone of the last sentence."""
    people = People(Page(from_text(text)))
    sentence = people.page.sentences[-1]
    found = [people.resolve(people.figure(sentence, None, token)) for token in alone(people, sentence)]
    return [None if each is None else (each.binding, each.group.size, each.agrees) for each in found]


def test_a_list_binds_the_one_that_no_count_makes() -> None:
    assert resolved(STUDIED + LIST) == [
        ("listed", 96, True),
        ("listed", 96, True),
        ("listed", 96, True),
        ("listed", 96, False),
    ]


def test_a_list_of_others_binds_none() -> None:
    found = resolved(STUDIED + "Adverse events were rash (82.0%), cough (75.4%), nausea (66.1%) and chills (37.2%).")
    assert {each[0] for each in found if each is not None} == {"whole"}


def test_the_same_percentage_again() -> None:
    assert resolved(STUDIED + LIST + "Cough (75.0%) was mild, as was rash: 82.3% and 2.1%, respectively.")[:2] == [
        ("whole", 96, True),
        ("again", 96, True),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Previous studies reported 20.5% of patients to be ill.",
        "Survival was 61.5% (95% CI 51.0% to 70.4%).",
        "Fever occurred in 12 (12.5%).",
        "More than 20% were ill.",
    ],
)
def test_no_share_of_the_people_of_the_paper(text: str) -> None:
    people = People(Page(from_text(text)))
    assert alone(people, people.page.sentences[-1]) == []
