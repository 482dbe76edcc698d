"""Counts of a total with their percentage: what is read, and what is left alone."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import run
from checker.extraction import extract
from checker.kinds import Proportion
from checker.model import Certainty, Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]

FOUND = [
    ("Fever occurred in 12/60 (20%) of them.", [("12", "60", "20")]),
    ("Fever occurred in 12 of 60 children (20%).", [("12", "60", "20")]),
    ("Fever occurred in 12 out of the 60 children treated at home (20.0%).", [("12", "60", "20.0")]),
    ("Fever occurred in 12 [20 per cent] of 60 children.", [("12", "60", "20")]),
    ("Fever occurred in 12 (20%) of the 60 children.", [("12", "60", "20")]),
    ("Fever occurred in 20% (12/60).", [("12", "60", "20")]),
    ("Fever occurred in 20% of children (12 of 60 children; 95% CI 11–32).", [("12", "60", "20")]),
    ("Fever occurred in twelve of 60 children (20%).", [("twelve", "60", "20")]),
    ("Fever occurred in 20% and 30% (12/60 and 18/60, respectively).", [("12", "60", "20"), ("18", "60", "30")]),
    ("Fever was rarer (12/60 [20%] vs. 18/60 [30%]).", [("12", "60", "20"), ("18", "60", "30")]),
    ("Fever was rare (12/60, 20%).", [("12", "60", "20")]),
    ("Fever was rare (20%, 12/60).", [("12", "60", "20")]),
    ("Fever occurred in 20% ± 3% (12 of 60).", [("12", "60", "20")]),
    ("Fever occurred in 1 224 of 2 448 children (50%).", [("1224", "2448", "50")]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(read: Read, text: str, expected: list[Any]) -> None:
    assert sorted(read(text, "proportion", "count", "total", "percent")) == sorted(expected)


LEFT_ALONE = [
    "Grade 3/4 anemia (27%) was frequent.",
    "Pressure was 26/15 mmHg (30%).",
    "Vision was 20/40 or better (55%).",
    "The test found 10/11 patients (100% sensitivity).",
    "The dose was 0.5% (1/200000).",
    "The combined success (21/26 + 3/5 = 24/31) was 77%.",
    "Of 1019 men and 1395 women (62.9%) out of 3838 invited, some came.",
    "A third of them (267/839, women: 32.2%, men: 31.4%) came.",
    "Cure was seen in 12 of 60 (25% in women, 15% in men).",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_no_false_alarm(read: Read, text: str) -> None:
    for count, total, percent in read(text, "proportion", "count", "total", "percent"):
        if total is not None:
            assert abs(100 * float(count) / float(total) - float(percent)) <= 0.5


GUESSED = [
    "HPV 16/18 (70%) was frequent.",
    "A 5-year actuarial rate of 45% (10/42) was seen.",
    "After adjustment, prevalence was 35% (15/60 unadjusted).",
    "Percentages are weighted to the population. Fever occurred in 12/60 (25%).",
]


@pytest.mark.parametrize("text", GUESSED)
def test_what_may_be_something_else_is_guessed(text: str) -> None:
    """A guess is a claim all the same, with its reason, and nobody is accused on it."""
    paper = extract(from_text(text))
    [claim] = [claim for claim in paper.claims if isinstance(claim, Proportion) and claim.total is not None]
    assert paper.bindings[claim.id].certainty is Certainty.GUESSED
    assert paper.bindings[claim.id].why
    assert not [finding for finding in run.verify(paper) if finding.verdict is Verdict.DISCREPANT]


def test_a_wrong_total_is_kept(read: Read) -> None:
    """A misfit is what the check is for: language decides, not arithmetic."""
    assert read("Fever occurred in 12 of 90 children (20%).", "proportion", "count", "total") == [("12", "90")]


def test_places_point_at_the_figures(claims: Callable[[str], Any]) -> None:
    [claim] = claims("Results\n\nFever occurred in 12/60 (20%) of them.")
    assert [str(place) for place in claim.at] == ["3:19-20", "3:22-23", "3:26-28"]
    assert claim.section == "Results"
