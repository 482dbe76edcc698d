"""The arms of a study, and the number of people that a sentence before has."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import run
from checker.extraction import extract
from checker.model import Certainty
from checker.read.text import from_text

Read = Callable[..., list[Any]]

READ = [
    ("Forty women took part. They were randomly divided into alfa (n = 22) and beta (n = 18).", "40", ["22", "18"]),
    ("We enrolled 60 patients. The patients were randomly allocated to group I and group II of 30 patients each.",
     "60", ["30", "30"]),
    ("Twenty patients were treated. They were assigned to 2 groups: group 1 with 11 patients and group 2 with 9 "
     "patients treated otherwise.", "20", ["11", "9"]),
    ("A total of 210 adult patients were included. They were randomised into three groups. Fentanyl was given. "
     "Pain was noted. There were 68 patients in group 1, 70 in group 2, and 72 in group 3.", "210", ["68", "70", "72"]),
]  # fmt: skip


def partitions(text: str) -> list[tuple[str, list[str]]]:
    claims = [claim for claim in extract(from_text(text)).claims if type(claim).__name__ == "Partition"]
    return [(f"{claim.whole.value:g}", [f"{part.count.value:g}" for part in claim.parts]) for claim in claims]


@pytest.mark.parametrize(("text", "whole", "parts"), READ)
def test_read(text: str, whole: str, parts: list[str]) -> None:
    assert partitions(text) == [(whole, parts)]


LEFT = [
    "We wrote to 400 women. Some 95 pregnant pilots met the criteria. They were divided into alfa (n = 48) and beta "
    "(n = 47).",
    "Ninety women took part. They were randomised to alfa (n = 22) or beta (n = 28). Those assigned to gamma (n = 40) "
    "were told.",
    "Ninety women took part in the follow-up. They were randomised to alfa (n = 55) and beta (n = 52).",
    "Forty women took part. They were randomised to alfa (n = 22) and beta (n = 18); 3 withdrew before.",
    "Forty women and 30 men took part. All 50 patients met the criteria. They were divided into alfa (n = 22) and beta "
    "(n = 18).",
    "Forty women took part. They were randomised to three groups: alfa (n = 22), beta (n = 18).",
    "Women from 40 clinics took part. They were randomised to alfa (n = 22) and beta (n = 18).",
    "Ninety women took part. They were randomised to alfa, beta or gamma (n = 12, 13, and 15) or to delta (n = 18) or "
    "none (n = 18).",
    "Forty women took part. Fever was seen with alfa (n = 22) and beta (n = 18).",
]


@pytest.mark.parametrize("text", LEFT)
def test_left(text: str) -> None:
    assert partitions(text) == []


def test_what_does_not_add_up_is_asked_about() -> None:
    paper = extract(from_text(READ[0][0].replace("22", "24")))
    [claim] = [claim for claim in paper.claims if type(claim).__name__ == "Partition"]
    assert paper.certainty(claim) is Certainty.GUESSED
    assert "query" in {str(finding.verdict) for finding in run.verify(paper)}
