"""Means whose spread must agree with a range, an interval, a standard error, or with whole numbers."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import audit
from checker.extraction import extract
from checker.read.text import from_text

Read = Callable[..., list[Any]]

RANGES = [
    "They were 46 years old (SD 14; range 20-75).",
    "The mean age was 46 (SD 14; range, 20 to 75) years.",
    "The mean age was 46 ± 14 (SD) years (range 20-75).",
    "The age was 46 ± 14 years (mean ± SD; range, 20-75 years).",
    "We studied women aged 20-75 years (mean 46, SD 14).",
    "We studied women (age range 20 to 75 years; mean age 46 years, SD 14 years).",
]


@pytest.mark.parametrize("text", RANGES)
def test_ranges(read: Read, text: str) -> None:
    assert read(text, "summary", "value", "sd", "range") == [("46", "14", ("20", "75"))]


def test_intervals_and_errors(read: Read) -> None:
    text = "The mean score was 12.4 (SD 3.1, n = 40; 95% CI 11.4 to 13.4)."
    assert read(text, "summary", "sd", "total", "interval") == [("3.1", "40", ("11.4", "13.4"))]
    text = "The mean score was 12.4 (SD 3.1, n = 40), 95% CI 11.4-13.4."
    assert read(text, "summary", "sd", "total", "interval") == [("3.1", "40", ("11.4", "13.4"))]
    text = "The mean score was 12.4 (SD 3.1; SE 0.49)."
    assert read(text, "summary", "sd", "se") == [("3.1", "0.49")]


def test_no_size_of_the_paper_is_chosen_because_it_makes_the_interval(read: Read) -> None:
    text = "We enrolled 40 patients, and 38 were treated. The mean score was 12.4 (SD 3.1; 95% CI 11.4 to 13.4)."
    assert read(text, "summary", "sd", "interval", "of") == [("3.1", ("11.4", "13.4"), None)]


def test_whole_numbers(read: Read) -> None:
    text = "The mean number of relapses was {} (SD 2.1; n = 28)."
    assert read(text.format("3.57"), "summary", "value", "total", "whole") == [("3.57", "28", True)]
    assert read(text.format("3.55"), "summary", "value") == [("3.55",)]
    assert read("The mean age was 3.57 years (SD 2.1; n = 28).", "summary", "value") == []
    assert read("The number of relapses per year was 3.57 (SD 2.1; n = 28).", "summary", "value") == []


def test_a_whole_number_that_a_missing_value_explains_is_guessed() -> None:
    # 28 values cannot have the mean 3.52 and 27 can: one may be missing. Of 26 to 28 none can have 3.55.
    for value, certainty in (("3.57", "printed"), ("3.55", "printed"), ("3.52", "guessed")):
        paper = extract(from_text(f"The mean number of relapses was {value} (SD 2.1; n = 28)."))
        assert [str(binding.certainty) for binding in paper.bindings.values()] == [certainty]


def test_a_modelled_mean_has_limits_only(read: Read) -> None:
    text = "The adjusted mean was 12.4 (SD 3.1, n = 40; 95% CI 10.4 to 14.4)."
    assert read(text, "summary", "sd", "total", "interval") == [(None, None, ("10.4", "14.4"))]


INTERVALS = [
    ("They took 2.6 ± 2.5 versus 4.5 ± 2.3 days (P < 0.001, 95% CI 1-2.5).", "of what the p compares"),
    ("It rose from 9.4 ± 2.9 to 19.0 ± 5.2 mg/l (95% CI 7.9 to 11.2).", "of the change"),
    ("Mean times were 121 minutes before vs. 65 minutes after it (95% CI 0.32 to 0.91).", "of a ratio"),
    ("The mean number of points was 2.3 (95% CI - 3.3 to 7.9).", "with a sign that came off"),
    ("The mean decrease was 0.15% (95% CI -0.56 to 0.26).", "with a sign that words tell"),
    ("The mean shift was the same (at 1 and dose 2: 0.24 mV; CI -0.10 to 0.25 mV).", "of the change"),
    ("The odds ratio was 1.73, SE = 0.60 (95% CI 0.84 to 3.57).", "of a ratio"),
    ("Means differed across six groups of points (range 6.35 to 36.00).", "of things that were measured"),
]


@pytest.mark.parametrize(("text", "which"), INTERVALS)
def test_limits_that_are_not_its_own(read: Read, text: str, which: str) -> None:
    assert read(text, "summary", "value") == [], which


VERDICTS = [
    ("The mean age was 46 (SD 14; range 20-75) years.", "consistent"),
    ("The mean age was 46 (SD 41; range 20-75) years.", "discrepant"),
    ("The mean age was 86 (SD 14; range 20-75) years.", "discrepant"),
    ("The mean score was 12.4 (SD 3.1, n = 40; 95% CI 11.4 to 13.4).", "consistent"),
    ("The mean score was 12.4 (SD 3.1, n = 40; 95% CI 10.4 to 14.4).", "discrepant"),
    ("The mean number of visits was 3.57 (SD 2.1; n = 28).", "consistent"),
    # Limits of eligibility, which no patient need have reached.
    ("We studied women aged 18-80 years (mean 30, SD 5; n = 12).", "consistent"),
]


@pytest.mark.parametrize(("text", "verdict"), VERDICTS)
def test_verdicts(text: str, verdict: str) -> None:
    found = {
        str(finding.verdict) for finding in audit(text).findings if finding.claim.__struct_config__.tag == "summary"
    }
    assert found == {verdict} if verdict == "consistent" else verdict in found


@pytest.mark.parametrize(
    "text",
    [
        "The mean age was 46 years (SD 14).",
        "The age was 8.7 ± 6.7 years (range 4 days to 31 years).",
        "The difference was -0.5 ± 0.9 (95% confidence interval -2.3, 1.3).",
    ],
)
def test_left_alone(read: Read, text: str) -> None:
    assert read(text, "summary", "value") == []
