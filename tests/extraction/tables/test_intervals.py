"""Shares with their confidence interval in cells."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]

FIELDS = ("count", "of", "estimate", "lower", "upper", "level")
EXPECTED = [("23", "Alfa-43", "53.5", "37.7", "68.8", "95")]


def table(*rows: str) -> str:
    return "Table 2. Response\n\n| | Alfa (n = 43) |\n|---|---|\n" + "".join(f"| {row} |\n" for row in rows)


@pytest.mark.parametrize(
    "rows",
    [
        ["ORR, n (%) [95% CI] | 23 (53.5) [37.7–68.8]"],
        ["ORR, n (%; 95% CI) | 23 (53.5; 37.7–68.8)"],
        ["ORR | 23 (53.5%; 95% CI 37.7, 68.8)"],
        ["ORR, n (%) | 23 (53.5)", "95% CI | 37.7–68.8"],
        ["ORR, n (%) | 23 (53.5)", "(95% CI) | (37.7 to 68.8)"],
        ["ORR, n (%) | 23 (53.5)", "95% confidence interval, % | 37.7, 68.8"],
    ],
)
def test_wherever_the_limits_stand(read: Read, rows: list[str]) -> None:
    assert read(table(*rows), "interval", *FIELDS) == EXPECTED
    assert read(table(*rows), "proportion", "count", "percent") == [("23", "53.5")]


def test_a_level_of_its_own(read: Read) -> None:
    assert read(table("ORR, n (%) | 23 (53.5)", "90% CI | 40.0–66.7"), "interval", "level") == [("90",)]


@pytest.mark.parametrize(
    "rows",
    [
        ["Survival at 2 years, n (%) | 23 (53.5)", "95% CI | 37.7–68.8"],
        ["ORR, n (%) | 23 (53.5)", "Odds ratio (95% CI) | 1.7 (0.7–4.1)"],
        ["ORR, n (%) | 23 (53.5)", "Range | 37.7–68.8"],
    ],
)
def test_what_is_no_interval_of_a_share(read: Read, rows: list[str]) -> None:
    assert read(table(*rows), "interval", "count") == []


def test_what_censoring_makes_is_no_share(read: Read) -> None:
    limits = "ORR, n (%) [95% CI] | 23 (53.5) [37.7–68.8]"
    assert len(read(table(limits, limits.replace("ORR", "Alive")), "interval", "count")) == 2
    assert read(table(limits, limits.replace("ORR", "Survival")), "interval", *FIELDS) == EXPECTED
