"""Counts and percentages in cells."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]

MARKDOWN = """
Table 1. Baseline

| Characteristic | Alfa (n=20) | Beta (n=30) |
|---|---|---|
| Male | 10 (50%) | 12 (40%) |
| Smoker | 5 (25%) | 18 (60%) |
| Diabetes | 4 (20%) | 6 (44%) |
| Age, mean (SD) | 60 (12) | 61 (11) |
"""


def test_columns_have_their_sizes(read: Read) -> None:
    found = read(MARKDOWN, "proportion", "count", "percent", "of")
    assert [(count, of) for count, percent, of in found if of.startswith("Beta")] == [
        ("12", "Beta-30"), ("18", "Beta-30"), ("6", "Beta-30"),
    ]  # fmt: skip
    assert len(found) == 6


@pytest.mark.parametrize(
    "cells",
    [
        "12 (30.0%) | 9 (45.0%)", "12 [30.0] | 9 [45.0]", "30.0% (n = 12) | 45.0% (n = 9)",
        "12/40 (30.0%) | 9/20 (45.0%)", "30.0% (12/40) | 45.0% (9/20)",
        "12, 30.0% | 9, 45.0%", "12 (30.0)* | 9 (45.0)\u2020",
    ],
)  # fmt: skip
def test_however_a_cell_prints_a_share(read: Read, cells: str) -> None:
    head = "| | Alfa (n = 40) | Beta (n = 20) |\n|---|---|---|\n"
    text = f"Table 1. Values are counts (%).\n\n{head}| Fever (%) | {cells} |\n"
    assert read(text, "proportion", "count", "percent") == [("12", "30.0"), ("9", "45.0")]


def test_several_shares_of_one_cell(read: Read) -> None:
    text = (
        "Table 1. Weight\n\n| | Alfa | Beta |\n|---|---|---|\n| n, participants | 10 | 20 |\n"
        "| Weight | low: 20% (n = 2) normal: 80% (n = 8) | low: 25% (n = 5) normal: 75% (n = 15) |\n"
    )
    assert read(text, "proportion", "count", "percent", "of") == [
        ("2", "20", "alfa-10"), ("8", "80", "alfa-10"), ("5", "25", "beta-20"), ("15", "75", "beta-20"),
    ]  # fmt: skip


def test_counts_and_percentages_in_columns_of_their_own(read: Read) -> None:
    text = (
        "Table 2. Sample\n\n| | n | % |\n|---|---|---|\n| Men | 28 | 65.1 |\n| Women | 15 | 34.9 |\n"
        "| Smokers | 11 | 39.0 |\n| Total | 43 | 100.0 |\n"
    )
    assert [(count, percent) for count, percent in read(text, "proportion", "count", "percent")] == [
        ("28", "65.1"), ("15", "34.9"), ("11", "39.0"), ("43", "100.0"),
    ]  # fmt: skip


def test_a_row_of_sizes_within_the_table_holds_from_there(read: Read) -> None:
    text = (
        "Table 1. Homes and people\n\n| | Alfa | Beta |\n|---|---|---|\n| Homes | N = 50 | N = 40 |\n"
        "| Power | 25 (50%) | 10 (25%) |\n| People | N = 200 | N = 100 |\n| Schooled | 50 (25%) | 75 (75%) |\n"
    )
    assert [of for (of,) in read(text, "proportion", "of")] == ["alfa-50", "beta-40", "alfa-200", "beta-100"]


def test_percentages_of_rows_are_not_held_against_columns(read: Read) -> None:
    text = (
        "Table 1. Who fell\n\n| | Fell (n = 60), n (%) | Did not (n = 90), n (%) |\n|---|---|---|\n"
        "| Men | 30 (60) | 20 (40) |\n| Women | 30 (30) | 70 (70) |\n"
    )
    assert read(text, "proportion", "count") == []


def test_a_share_of_the_row_above_names_it(read: Read) -> None:
    text = (
        "Table 3. Response\n\n| | Alfa (n = 80), n (%) |\n|---|---|\n| Responded | 40 (50.0) |\n"
        "| Complete | 10 (25.0) |\n| Partial | 30 (75.0) |\n| Died | 8 (10.0) |\n"
    )
    assert read(text, "proportion", "count", "of", "alternatives") == [
        ("40", "Alfa-80", ()), ("10", "Alfa-80", ("Responded-40",)), ("30", "Alfa-80", ("Responded-40",)),
        ("8", "Alfa-80", ()),
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["Age, mean (SD)", "Score, median (range)", "Rate ratio (%)", "Change (%)"])
def test_other_figures_are_no_shares(read: Read, label: str) -> None:
    text = f"Table 1. Data\n\n| | Alfa (n = 40) | Beta (n = 20) |\n|---|---|---|\n| {label} | 12 (31) | 9 (40) |\n"
    assert read(text, "proportion", "count") == []
