"""Means whose spread must agree with a range, an interval, a standard error, or with whole numbers."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import audit

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


def test_a_size_of_the_paper_that_makes_the_interval(read: Read) -> None:
    text = "We enrolled 40 patients, and 38 were treated. The mean score was 12.4 (SD 3.1; 95% CI 11.4 to 13.4)."
    [(of,)] = read(text, "summary", "of")
    assert of is not None
    text = "We enrolled 90 patients. The mean score was 12.4 (SD 3.1; 95% CI 11.4 to 13.4)."
    assert read(text, "summary", "of") == [(None,)]


def test_whole_numbers(read: Read) -> None:
    text = "The mean number of relapses was {} (SD 2.1; n = 28)."
    assert read(text.format("3.57"), "summary", "value", "total", "whole") == [("3.57", "28", True)]
    # 28 values cannot have the mean 3.52 and 27 can: one may be missing. Of 26 to 28 none can have 3.55.
    assert read(text.format("3.52"), "summary", "value") == []
    assert read(text.format("3.55"), "summary", "value") == [("3.55",)]
    assert read("The mean age was 3.57 years (SD 2.1; n = 28).", "summary", "value") == []
    assert read("The number of relapses per year was 3.57 (SD 2.1; n = 28).", "summary", "value") == []


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
        "The adjusted mean was 12.4 (SD 3.1, n = 40; 95% CI 10.4 to 14.4).",
        "The difference was -0.5 ± 0.9 (95% confidence interval -2.3, 1.3).",
    ],
)
def test_left_alone(read: Read, text: str) -> None:
    assert read(text, "summary", "value") == []
