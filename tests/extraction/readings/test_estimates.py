"""Estimates with their interval of which no word says that they are ratios, differences, shares or means."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import run
from checker.extraction import extract
from checker.model import Certainty
from checker.read.text import from_text

Read = Callable[..., list[Any]]
FIELDS = ("estimate", "lower", "upper", "p")

CHANGES = [
    ("Walking rose by 4.9 minutes a day (95% CI 0.5 to 9.3; p = 0.03).", ("4.9", "0.5", "9.3", "0.03")),
    ("There was a rise of 32.5 mmHg (95% CI 24, 44.5).", ("32.5", "24", "44.5", None)),
    ("Weight decreased by 2.9 kg (95% CI -5.3 to -0.5; p = 0.02).", ("-2.9", "-5.3", "-0.5", "0.02")),
    ("The mean decrease was 2.9 kg (95% CI -5.3 to -0.5).", ("-2.9", "-5.3", "-0.5", None)),
    ("A 13.2% (95% CI -27.9 to 1.5) decline in cortisol was seen.", ("-13.2", "-27.9", "1.5", None)),
    ("Exercise was 45.3 seconds (95% CI 16.2-74.4) longer with alfa.", ("45.3", "16.2", "74.4", None)),
    ("The relative risk reduction was 30% (95% CI 10 to 45).", ("30", "10", "45", None)),
    ("The risk of falls fell by 24% (95% CI 5 to 39; p = 0.02).", ("24", "5", "39", None)),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes(read: Read, text: str, expected: tuple[str | None, ...]) -> None:
    assert read(text, "effect", *FIELDS, "measure") == [(*expected, "change")]


OTHERS = [
    ("Onset took 17 minutes (95% CI, 15-19 minutes).", ("17", "15", "19")),
    ("Kappa was 0.70 (95% CI 0.55 to 0.82).", ("0.70", "0.55", "0.82")),
    ("The area under the curve was 0.75 (95% CI 0.72-0.78).", ("0.75", "0.72", "0.78")),
    ("Use was 4.5 (95% CI 4.0 to 5.0) items, and quality of life as before. It was 0.03 (-0.02 to 0.08).",
     ("0.03", "-0.02", "0.08")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_others(read: Read, text: str, expected: tuple[str, ...]) -> None:
    assert read(text, "effect", *FIELDS[:3], "measure")[-1] == (*expected, "estimate")


def test_a_share_of_nobody_known(read: Read) -> None:
    text = "The specificity was 94% (95% CI 69 to 99)."
    assert read(text, "interval", "estimate", "lower", "upper", "total") == [("94", "69", "99", None)]
    assert read(text, "effect", "estimate") == []


LEFT = [
    "The relative risk was 0.49 (95%) confidence interval 0.11 to 2.20.",
    "Glucose was higher at 13 km (95% CI 0.11 to 1.53).",
    "It was the same (test 1 and test 2: 48 s; 95% CI -7.5 to 7.5 s).",
    "It rose (at rest: 37 s; in stress: 48 s; 95% CI 0.0 to 15.0 s).",
    "The median stay was 17 days (95% CI 15-20).",
    "Stay was 12.4 versus 10.2 days (95% CI 0.6 to 3.8).",
    "Of those seen (n = 53) (95% CI 1.2 to 6.3) few fell.",
    "It was 0. 51 (95% CI 0.28 to 0.93).",
    "It was seen in 30 (46.2) (95% CI 0.38 to 1.49).",
    "To prevent one, 43 patients (95% CI 31 to 69) needed to be treated.",
    "Onset took 17 minutes (15-19).",
    "Onset took <17 minutes (95% CI 15-19).",
    "Onset took 17 minutes (95% CI - 15, 19).",
    "Onset took 17 min (range 3-90; 15 to 19 in 95% CI).",
]


@pytest.mark.parametrize("text", LEFT)
def test_left(read: Read, text: str) -> None:
    assert read(text, "effect", "estimate") == []


def test_a_correlation(read: Read) -> None:
    text = "The intraclass correlation was 0.80 (95% CI 0.50 to 0.93)."
    assert read(text, "effect", *FIELDS[:3], "measure") == [("0.80", "0.50", "0.93", "correlation")]


def test_the_p_of_two_changes_is_of_neither(read: Read) -> None:
    text = "Weight fell by 0.5 kg (95% CI 0.1 to 0.9) while it rose by 0.4 kg (95% CI 0.1 to 0.7; p = 0.05) in others."
    assert read(text, "effect", *FIELDS)[1:] == [("0.4", "0.1", "0.7", None)]


def test_a_decrease_in_odds_is_a_ratio(read: Read) -> None:
    text = "A 0.89 decrease in odds was seen (95% CI 0.82 to 0.96, p = 0.002)."
    assert read(text, "effect", "p", "measure") == [(None, "estimate")]


def test_a_sign_that_words_tell(read: Read) -> None:
    text = "Pulse fell by 6.9 bpm (95% CI -11.6 to -2.2) with alfa, and by 2.5 bpm (95% CI -9.2 to 4.2) with beta."
    assert read(text, "effect", "estimate") == [("-6.9",), ("-2.5",)]


def test_limits_on_another_scale_than_a_percentage(read: Read) -> None:
    assert read("In all 55% (95% CI 1.26 to 5.74) had won.", "interval", "estimate") == []


def test_what_misses_its_interval_is_asked_about() -> None:
    paper = extract(from_text("Walking rose by 14.9 minutes a day (95% CI 0.5 to 9.3)."))
    [claim] = paper.claims
    assert paper.certainty(claim) is Certainty.GUESSED
    assert {str(finding.verdict) for finding in run.verify(paper)} == {"consistent", "query"}
