"""Two groups that one word tells apart, and two that the words beside two figures name."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction import extract
from checker.extraction.people import People, TwoNamed
from checker.extraction.sentences import Page
from checker.model import Certainty
from checker.read.text import from_text

Read = Callable[..., list[Any]]

ARMS = "Patients received either alfa (n = 30) or beta (n = {}). "
COHORT = (
    "We followed 80 patients. Stroke occurred in 20 of 80 patients (25.0%) and 8 of 80 patients (10.0%) fell. "
    "Of the 80 patients, 30 patients (37.5%) underwent grafting. "
)
RATES = "The 1-year OS was 80.0% (95% CI 60.8-90.5) versus 50.0% (95% CI 35.5-62.9) "


def sizes(read: Read, text: str) -> list[str]:
    return [of.rpartition("-")[2] if of else "" for (of,) in read(text, "survival", "of")]


def test_those_who_got_a_treatment_and_the_rest(read: Read) -> None:
    text = COHORT + RATES + "for patients who received or did not receive grafting (P = 0.01)."
    assert sizes(read, text) == ["30", "50"]


def test_pairs_that_share_their_groups(read: Read) -> None:
    text = COHORT + RATES + "for patients who received or did not receive grafting (P = 0.01) "
    text += "The 1-year EFS was 70.0% (95% CI 50.3-83.1) versus 40.0% (95% CI 26.5-53.1) (P = 0.02)."
    assert sizes(read, text) == ["30", "50", "30", "50"]


@pytest.mark.parametrize("when", ["after", "before", "after a second"])
def test_a_treatment_of_another_time_names_no_group(read: Read, when: str) -> None:
    cohort = COHORT.replace("Of the 80", f"Relapse in 12 of 80 patients (15.0%); 9 relapsed {when} grafting. Of the 80")
    text = cohort + RATES + "for patients who received or did not receive grafting (P = 0.01)."
    assert sizes(read, text) == ["30", "50"]


def test_lists_of_other_groups_get_no_size(read: Read) -> None:
    text = COHORT + RATES + "in smokers and others (P = 0.01)."
    assert sizes(read, text) == ["", ""]


def two(text: str, size: int = 60) -> TwoNamed | None:
    page = Page(from_text(ARMS.format(size) + text))
    sentence = page.sentences[-1]
    one, other, *_ = sentence.printed.figures
    return page.once(People).two_named(sentence, one.tokens, other.tokens, sentence.end)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took 12.4 days with alfa and 10.2 days with beta.", [30, 60]),
        ("It took 12.4 days with beta and 10.2 days with alfa.", [60, 30]),
        ("With beta it took 12.4 days, with alfa 10.2 days.", [60, 30]),
        ("With alfa and beta it took 12.4 and 10.2 days, respectively.", [30, 60]),
    ],
)
def test_words_beside_the_figures_name_their_groups(text: str, expected: list[int]) -> None:
    found = two(text)
    assert found is not None
    assert [group.size for group in found.groups] == expected
    assert found.certainty is Certainty.NAMED


def test_no_words_name_groups() -> None:
    assert two("It took 12.4 days in women and 10.2 days in men.") is None
    # Others are compared.
    assert two("It took 12.4 days, more than in women with asthma, 10.2 days.", 31) is None
    found = two("It took 12.4 days in one group and 10.2 days in the other.", 31)
    assert found is not None
    assert found.certainty is Certainty.GUESSED
    assert found.why


def test_a_population_is_declared_once() -> None:
    text = ARMS.format(28) + "It took 12.4 ± 3.1 days with alfa vs 10.2 ± 2.9 days with beta (P = 0.007). "
    paper = extract(from_text(text + "Fever occurred in 20% with alfa and 25% with beta."))
    sizes = [population.size.literal for population in paper.populations.values()]
    assert len(sizes) == len(set(sizes)) == 2
