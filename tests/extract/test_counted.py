"""Which patients a survival at a time is of."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]

COHORT = (
    "We followed 80 patients. Stroke occurred in 20 of 80 patients (25.0%) and 8 of 80 patients (10.0%) fell. "
    "Of the 80 patients, 30 patients (37.5%) underwent grafting. "
)
RATES = "The 1-year OS was 80.0% (95% CI 60.8-90.5) versus 50.0% (95% CI 35.5-62.9) "


def sizes(read: Read, text: str) -> list[str]:
    return [of.partition("-of-")[0].rpartition("-")[2] if of else "" for (of,) in read(text, "survival", "of")]


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
