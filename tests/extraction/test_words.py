"""Partitions, summaries, repeats."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


def test_sexes_of_a_stated_number(read: Read) -> None:
    text = "We studied 41 patients (26 men and 14 women)."
    assert read(text, "partition", "whole", "parts") == [("41", (("26",), ("14",)))]


def test_randomised_arms(read: Read) -> None:
    text = "In all 55 patients were randomly assigned, 30 to the alfa group and 25 to the beta group."
    assert read(text, "partition", "whole", "parts") == [("55", (("30",), ("25",)))]


def test_parts_that_may_overlap_are_left_alone(read: Read) -> None:
    assert read("Of 40 patients, 30 had fever and 25 had cough.", "partition", "whole") == []


def test_limits_with_two_names(read: Read) -> None:
    text = (
        "Median follow-up was 14.7 months (95% CI 6.6–22.8) here.\n\nWithin a median follow-up of 14.7 months (IQR, "
        "6.6–22.8), all was well."
    )
    assert len(read(text, "repeat", "mentions")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The median (IQR) stay was 7 (5–10) days.", [("median", "7")]),
        ("The mean (range) duration was 45 days (18-70).", [("mean", "45")]),
        ("The median PFS was 7 months (95% CI 5-10) with alfa and 9 months (95% CI 6-12) with beta.",
         [("median", "7"), ("median", "9")]),
        ("The median PFS was 7 months (95% CI 5-10); the score, 9 points (95% CI 6-12).", [("median", "7")]),
    ],
)  # fmt: skip
def test_summaries(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "summary", "statistic", "value") == expected
