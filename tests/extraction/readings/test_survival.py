"""Survival and cumulative incidence at a time."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]
ARMS = "We randomised 40 patients to the alfa group (n = 20) or the beta group (n = 20). "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 2-year overall survival was 61.5% (95% CI 51.0-70.4).", [("survival", "24", "61.5", "51.0", "70.4")]),
        ("Survival at 5 years was 72% (95% CI 63-81).", [("survival", "60", "72", "63", "81")]),
        (
            "The 1-year cumulative incidence of relapse was 19.4% (95% CI 11.2-29.4).",
            [("cumulative-incidence", "12", "19.4", "11.2", "29.4")],
        ),
        (
            "The 2-year actuarial risk of bleeding was 6.2% (95% CI 2.0-15.0).",
            [("cumulative-incidence", "24", "6.2", "2.0", "15.0")],
        ),
        (
            "The 1-, 3- and 5-year survival rates were 92% (95% CI 90-94), 63% (95% CI 59-67) and 39% (95% CI 35-43).",
            [
                ("survival", "12", "92", "90", "94"),
                ("survival", "36", "63", "59", "67"),
                ("survival", "60", "39", "35", "43"),
            ],
        ),
        (
            "The 2-year PFS was 56% (95% CI 50-62) with alfa and 51% (45-57) with beta.",
            [("survival", "24", "56", "50", "62"), ("survival", "24", "51", "45", "57")],
        ),
    ],
)
def test_with_intervals(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "survival", "quantity", "time", "estimate", "lower", "upper") == expected


@pytest.mark.parametrize(
    "text",
    [
        # A change of survival, and a share at a time.
        "Two-year survival rose by 12% (95% CI 4-20).",
        "The difference in 2-year survival was 12% (95% CI 4-20).",
        "The response rate at 2 years was 61.5% (95% CI 51.0-70.4).",
    ],
)
def test_no_survival(read: Read, text: str) -> None:
    assert read(text, "survival", "estimate") == []


def test_survival_in_a_sentence_about_differences(read: Read) -> None:
    text = "There was a difference in 2-year survival (7.5%, 95% CI 2.5-10.6 vs 33.0%, 95% CI 15-49)."
    assert read(text, "survival", "estimate", "time") == [("7.5", "24"), ("33.0", "24")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Survival at 4 years was 72% in the alfa group and 67% in the beta group.", [("48", "72"), ("48", "67")]),
        ("The 2-year cumulative incidence of relapse was 30% in the alfa group.", [("24", "30")]),
        # No time, a median, a plan, a share, a list whose groups follow it.
        ("Survival was 72% in the alfa group.", []),
        ("Survival at a median of 4 years was 72% in the alfa group.", []),
        ("We assumed that survival at 4 years was 72% in the alfa group.", []),
        ("At 4 years 70% in the alfa group had no pain.", []),
        ("The 4-year survival was 72% and 67% in the alfa and beta groups.", []),
    ],
)
def test_of_a_group_without_an_interval(read: Read, words: str, expected: list[Any]) -> None:
    assert read(ARMS + words, "survival", "time", "estimate") == expected


def test_rates_of_two_groups_at_two_times(read) -> None:
    text = (
        "The 1- and 2-year overall survival was 80.0% (95% CI 60.8-90.5) vs 50.0% (95% CI 35.5-62.9) and 70.0% "
        "(95% CI 50.3-83.1) vs 40.0% (95% CI 26.5-53.1) with alfa vs beta."
    )
    assert [estimate for (estimate,) in read(text, "survival", "estimate")] == ["80.0", "50.0", "70.0", "40.0"]
