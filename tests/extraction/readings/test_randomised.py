"""The number randomised and its arms."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import run
from checker.extraction import extract
from checker.kinds import Partition
from checker.model import Certainty, Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]

ARMS = [
    ("We randomised 200 women, 102 to alfa and 88 to beta.", ("200", ("102", "88"))),
    ("Eighty men were randomly allocated to receive alfa (n = 41) or beta (n = 49).", ("eighty", ("41", "49"))),
    ("We randomly assigned 60 adults with asthma to alfa (29 patients) or beta (32 patients).", ("60", ("29", "32"))),
    ("A total of 120 women were randomly assigned: 61 to surgery and 49 to drugs.", ("120", ("61", "49"))),
    ("Of 150 men screened, 100 were randomised, 50 to alfa and 50 to beta.", ("100", ("50", "50"))),
    ("90 dogs were randomised into three groups: A (n=30), B (n=30) and C (n=33).", ("90", ("30", "30", "33"))),
    ("Of the 50 assessed, 36 met the criteria and were randomised: 18 to alfa and 18 to beta.", ("36", ("18", "18"))),
]


@pytest.mark.parametrize(("text", "expected"), ARMS)
def test_arms(read: Read, text: str, expected: tuple[Any, ...]) -> None:
    whole, counts = expected
    assert read(text, "partition", "whole", "parts") == [(whole, tuple((count,) for count in counts))]


# Words leave room for others: the claim is a guess, and nobody is accused.
GUESSED = [
    "100 men were randomised to alfa (n = 45) or beta (n = 46), not counting those who withdrew.",
    "100 men were randomised; 45 to alfa and 46 to beta were analysed.",
]


@pytest.mark.parametrize("text", GUESSED)
def test_what_words_leave_open_is_guessed(text: str) -> None:
    paper = extract(from_text(text))
    [claim] = [claim for claim in paper.claims if isinstance(claim, Partition)]
    assert paper.bindings[claim.id].certainty is Certainty.GUESSED
    assert not [finding for finding in run.verify(paper) if finding.verdict is Verdict.DISCREPANT]


LEFT_ALONE = [
    "Eighty men were randomised to alfa (n = 41), beta (n = 20) or gamma.",
    "120 men were randomised into three groups, alfa (n = 50), beta (n = 50) and gamma.",
    "Ninety women were randomised; 2 in the alfa group and 1 in the beta group did not complete the diary.",
    "90 women were randomised to alfa (n = 44) or beta (n = 46) and to diet (n = 45) or no diet (n = 45).",
    "Of 45 rats fed fat (n = 40) or chow (n = 5), all were then randomised to alfa (n = 20) or beta (n = 20).",
    "We randomly assigned men to alfa (90 men), beta (88 men), or both (90 men).",
    "Fifty girls and 45 boys were randomised to alfa (n = 47) or beta (n = 49).",
    "In all 40 men were randomised to alfa, 41 to beta and 42 to gamma.",
    "Of 100 men, 80 (80%) were randomised to alfa (n = 40) or beta (n = 40).",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    paper = extract(from_text(text))
    assert not [finding for finding in run.verify(paper) if finding.verdict is Verdict.DISCREPANT]
    assert not [
        claim for claim in paper.claims if isinstance(claim, Partition) and claim.whole and claim.whole.value != 80
    ]
