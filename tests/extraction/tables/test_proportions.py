"""Counts and percentages in cells."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import audit

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


def test_percentages_of_rows_are_of_the_total_that_the_row_prints(read: Read) -> None:
    text = (
        "Table 1. Diaries\n\n| | Handed out | Returned, n (%) | Not returned, n (%) |\n|---|---|---|---|\n"
        "| Men | 150 | 147 (98.0) | 3 (2.0) |\n| Women | 160 | 152 (95.0) | 8 (6.0) |\n"
    )
    assert read(text, "proportion", "count", "total", "percent") == [
        ("147", "150", "98.0"), ("3", "150", "2.0"), ("152", "160", "95.0"), ("8", "160", "6.0"),
    ]  # fmt: skip


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


def test_brackets_without_a_sign_where_most_fit(read: Read) -> None:
    rows = "| Men | 56 (40.0) | 63 (45.0) |\n| Fever | 28 (20.0) | 36 (25.7) |\n| Rash | 7 (5.0) | 14 (21.0) |\n"
    head = "Table 1. Patients\n\n| | Alfa (n = 140) | Beta (n = 140) |\n|---|---|---|\n"
    text = f"{head}{rows}| BMI | 27 (4.1) | 28 (3.9) |\n"
    assert [count for (count,) in read(text, "proportion", "count")] == ["56", "63", "28", "36", "7", "14"]


@pytest.mark.parametrize(
    "row",
    [
        # Of the 32 who are no men; of a group that the row names.
        "Shaving, n (%) | 8 (25.0)", "Shaving (women only), n (%) | 9 (31.0)",
        "Cured among treated, n (%) | 9 (31.0)",
        # Of the 75 whose smoking is known.
        "Smoker, n (%) | 15 (20.0)",
    ],
)  # fmt: skip
def test_a_share_that_may_be_of_fewer_than_the_column_is_guessed(read: Read, certain: Read, row: str) -> None:
    text = (
        "Table 1. Patients\n\n| | Alfa (n = 80) |\n|---|---|\n| Men, n (%) | 48 (60.0) |\n"
        f"| Fever, n (%) | 16 (20.0) |\n| Rash, n (%) | 4 (5.0) |\n| {row} |\n"
    )
    assert len(read(text, "proportion", "count")) == 4
    assert len(certain(text, "proportion", "count")) == 3
    assert len(certain(text.replace(row, "Asthma, n (%) | 10 (31.0)"), "proportion", "count")) == 4
    # 20 of 76 make 26.3%, and 20 of 77 make 26.0%: no number of missing values makes 26.15%.
    assert len(certain(text.replace(row, "Asthma, n (%) | 20 (26.15)"), "proportion", "count")) == 4


def test_a_heading_that_divides_those_whose_values_are_known(read: Read, certain: Read) -> None:
    text = (
        "Table 1. Patients\n\n| | Alfa (n = 32) |\n|---|---|\n| Men, n (%) | 16 (50.0) |\n| Fever, n (%) | 8 (25.0) |\n"
        "| Stage, n (%) | |\n| I | 11 (47.8) |\n| II | 2 (8.7) |\n| III | 10 (43.5) |\n| Rash, n (%) | 4 (12.5) |\n"
    )
    assert len(certain(text, "proportion", "count")) == 6
    assert {found[0][0][-3:] for found in read(text, "proportion", "alternatives") if found[0]} == {"-23"}
    wrong = text.replace("11 (47.8)", "11 (52.0)")
    assert "11" in certain(wrong, "proportion", "count")
    assert [found for found in read(wrong, "proportion", "count", "alternatives") if found[0] == "11"] == [("11", ())]


def test_sizes_under_the_heads_of_a_table_in_columns(read: Read) -> None:
    text = (
        "Table 1. Patients\n\n                 Alfa          Beta\n                 (n = 40)      (n = 20)\n"
        "Men              10 (25%)      12 (60%)\nFever            8 (20%)       5 (25%)\n"
        "Rash             4 (10%)       2 (10%)\n"
    )
    assert read(text, "proportion", "count", "of")[:2] == [("10", "alfa-40"), ("12", "beta-20")]


def test_of_whom_only_women_are_counted(read: Read) -> None:
    text = MARKDOWN + "| Pregnant | 3 (33.3%) | 2 (6.7%) |\n"
    found = read(text, "proportion", "count", "percent", "of")
    assert ("3", "33.3", None) in found
    assert ("2", "6.7", "Beta-30") in found


def test_heads_that_stand_again_and_cells_without_a_space(read: Read) -> None:
    text = (
        "Table 1. Nausea\n\n| | Alfa (n = 17) | Beta (n = 75) | P |\n|---|---|---|---|\n"
        "| Nausea, n (%) | 10(59) | 3(4) | 0.1 |\n"
        "| With steroid | Alfa (n = 24) | Beta (n = 29) | P |\n| Nausea, n (%) | 14(58) | 12(41) | 0.2 |\n"
    )  # fmt: skip
    assert [of for (of,) in read(text, "proportion", "of")] == ["Alfa-17", "Beta-75", "Alfa-24", "Beta-29"]


def test_of_many_rows_one_fits_by_chance(read: Read) -> None:
    def doubts(percent: str) -> set[str]:
        counts = (262, 147, 127, 125, 137, 174, 94, 69, 57, 219, 113, 188, 86, 34, 20)
        rows = "".join(
            f"| Row {at} | {n} ({percent if n == 147 else round(100 * n / 274)}%) |\n" for at, n in enumerate(counts)
        )
        text = f"Table 1. Baseline, n (%)\n\n| | Alfa (n = 274) |\n|---|---|\n{rows}"
        return {str(each.verdict) for each in audit(text).findings if each.check == "percent_from_count"}

    assert doubts("54") == {"consistent"}
    # 147 of the 262 of another row is 56%, as of one row in three by chance: right below it, it is one of them.
    assert doubts("78") == {"consistent", "query"}
    assert doubts("56") == {"consistent", "explained"}


def test_levels_that_count_a_size_that_their_column_shows(read: Read) -> None:
    rows = (
        "Sex | |", "Men | 59 | 53.2", "Women | 52 | 46.8", "Sores | |", "Yes | 20 | 18.0", "No | 91 | 82.0",
        "Class | |", "I | 61 | 55.0", "II | 50 | 54.0",
    )  # fmt: skip
    text = "Table 1. Baseline\n\n| | N | % |\n|---|---|---|\n" + "".join(f"| {row} |\n" for row in rows)
    found = [each for each in audit(text).findings if each.check == "percent_from_count"]
    assert [str(each.verdict) for each in found].count("query") == 1
