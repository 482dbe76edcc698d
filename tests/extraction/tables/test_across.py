"""Percentages of rows."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., list[Any]]
HEAD = "Table 2. Visits\n\n| | Came, n (%) | Stayed, n (%) | Again, n (%) | Not, n (%) |\n|---|---|---|---|---|\n"
ROWS = [
    "| Rural | 34 (28.3) | 86 (71.7) | 28 (24.1) | 88 (75.9) |",
    "| Urban | 52 (30.6) | 118 (69.4) | 47 (24.2) | 147 (75.8) |",
    "| Single | 39 (29.1) | 95 (70.9) | 16 (36.4) | 28 (63.6) |",
]


def test_columns_beside_each_other_whose_counts_make_what_their_percentages_are_of(read: Read) -> None:
    found = read(HEAD + "\n".join(ROWS) + "\n", "proportion", "count", "of")
    assert [of.rpartition("-")[2] for _, of in found] == ["120"] * 2 + ["116"] * 2 + ["170"] * 2 + ["194"] * 2 + [
        "134", "134", "44", "44",
    ]  # fmt: skip


def test_a_row_that_is_another(read: Read) -> None:
    text = HEAD + "\n".join([*ROWS, "| Old | 40 (20.0) | 80 (66.7) | 20 (20.0) | 80 (80.0) |"]) + "\n"
    assert [of.rpartition("-")[2] for _, of in read(text, "proportion", "count", "of")][-4:] == ["120"] * 2 + [
        "100"
    ] * 2


def test_totals_in_a_column(read: Read) -> None:
    text = (
        "Table 1. Diaries\n\n| | Handed out | Returned, n (%) | Not returned, n (%) |\n|---|---|---|---|\n"
        "| Men | 150 | 147 (98.0) | 3 (2.0) |\n| Women | 160 | 152 (95.0) | 8 (5.0) |\n"
    )
    assert {total for (total,) in read(text, "proportion", "total")} == {"150", "160"}


def test_counts_in_front_that_the_columns_behind_them_divide(read: Read) -> None:
    rows = (
        "Base | 31 (100%) | 3 (9.7%) | 1 (3.2%)", "Year 1 | 29 (100%) | 3 (10.3%) | 2 (6.9%)",
        "Year 2 | 25 (100%) | 1 (4.0%) | 5 (20.0%)",
    )  # fmt: skip
    text = "Table 1. Glucose\n\n| | Seen | Raised | Low |\n|---|---|---|---|\n" + "".join(
        f"| {row} |\n" for row in rows
    )
    found = read(text, "proportion", "count", "total")
    assert [total for _, total in found if total] == ["31", "31", "29", "29", "25", "25"]
