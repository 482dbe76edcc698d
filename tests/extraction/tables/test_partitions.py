"""Columns that make up another, row by row."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]

TABLE = (
    "Table 1. Patients\n\n| | All (n = 60) | Alfa (n = 40) | Beta (n = {beta}) |\n|---|---|---|---|\n"
    "| Men | 30 (50%) | 20 (50%) | 10 (50%) |\n| Smokers | 15 (25%) | 8 (20%) | 6 (30%) |\n"
)


def test_every_row_must_add_up(read: Read) -> None:
    assert read(TABLE.format(beta=20), "partition", "whole", "parts") == [
        ("30", (("20",), ("10",))), ("15", (("8",), ("6",))),
    ]  # fmt: skip


def test_only_where_the_sizes_do(read: Read) -> None:
    assert read(TABLE.format(beta=22), "partition", "whole") == []


COLUMNS = (
    "Table 2. Sites\n\n| Site | Screened | Enrolled | Died |\n|---|---|---|---|\n| A | 40 | 20 | 3 |\n"
    "| B | 35 | 15 (43%) | 2 |\n| C | 25 | 15 | - |\n| Total | {screened} | 50 | 5 |\n"
)


def test_columns_with_a_row_of_totals(read: Read) -> None:
    assert read(COLUMNS.format(screened=100), "partition", "whole", "parts") == [
        ("100", (("40",), ("35",), ("25",))), ("50", (("20",), ("15",), ("15",))), ("5", (("3",), ("2",))),
    ]  # fmt: skip


def test_one_column_that_does_not_add_up_where_the_others_do(read: Read) -> None:
    assert ("110", (("40",), ("35",), ("25",))) in read(COLUMNS.format(screened=110), "partition", "whole", "parts")


EVENTS = (
    "Table 2. Events\n\n| Event | Alfa | Beta |\n|---|---|---|\n| Fever | 4 | 6 |\n| Rash | 5 | 7 |\n"
    "| Total | {} | {} |\n"
)


def test_a_guess_where_no_other_column_adds_up(certain: Read) -> None:
    assert certain(EVENTS.format(8, 15), "partition", "whole") == []


def test_rows_that_make_more_in_every_column_share_members(read: Read) -> None:
    for totals, exclusive, complete in (((8, 10), False, True), ((10, 15), True, False), ((8, 15), True, True)):
        held = read(EVENTS.format(*totals), "partition", "exclusive", "complete")
        assert held == [(exclusive, complete)] * 2


LEVELS = (
    "Table 1. Patients\n\n| | Alfa (n = 60) |\n|---|---|\n| Men | 30 (50%) |\n| Stage | |\n| I | 30 (50.0%) |\n"
    "| II | 20 (33.3%) |\n| III | {} (16.7%) |\n"
)


def test_levels_whose_percentages_make_a_hundred(read: Read, certain: Callable[..., list[Any]]) -> None:
    assert read(LEVELS.format(10), "partition", "of", "parts") == [("Alfa-60", (("30",), ("20",), ("10",)))]
    assert certain(LEVELS.format(10), "partition", "of") == []
    assert len(read(LEVELS.format(12), "partition", "of")) == 1


def test_levels_of_those_with_values_make_no_more(read: Read) -> None:
    more = "| Fever | 6 (10%) |\n| Rash | 12 (20%) |\n| Pain | 15 (25%) |\n"
    text = (
        LEVELS.replace("| Stage", f"{more}| Stage")
        .replace("30 (50.0%)", "29 (50.0%)")
        .replace("20 (33.3%)", "19 (32.8%)")
        .replace("16.7", "17.2")
    )
    assert read(text.format(10), "partition", "of") == []


def test_subtotals_are_of_the_rows_under_their_heading(read: Read) -> None:
    rows = "| Heart | |\n| Infarct | 12 |\n| Other | 8 |\n| Subtotal: heart | 20 |\n| Lung | |\n| Embolism | 3 |\n"
    text = f"Table 2. Deaths\n\n| Cause | Alfa |\n|---|---|\n{rows}| Other | 4 |\n| Subtotal: lung | 7 |\n"
    assert read(text, "partition", "whole", "parts") == [("20", (("12",), ("8",))), ("7", (("3",), ("4",)))]


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        ("| Alone | 12 (60) | 18 (60) |\n| Together | 8 (40) | 12 (40) |\n", 2),
        ("| Alone | 12 (60) | 15 (50) |\n| Together | 8 (40) | 12 (40) |\n", 0),
        # Who is counted twice excludes nobody.
        ("| Older | 12 (60) | 18 (60) |\n| Young | 4 (20) | 9 (30) |\n| Aged 40 | 8 (20) | 15 (10) |\n", 0),
    ],
)  # fmt: skip
def test_levels_without_a_heading_in_every_column(read: Read, rows: str, number: int) -> None:
    head = "Table 1. Homes, n (%)\n\n| | Alfa (n = 20) | Beta (n = 30) |\n|---|---|---|\n"
    assert len(read(f"{head}{rows}| Cat | 5 (25) | 6 (20) |\n", "partition", "parts")) == number
