"""Shares over several columns."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., list[Any]]


def table(head: str, *rows: str) -> str:
    rule = "|---" * (head.count("|") + 2) + "|\n"
    return f"Table 2. Outcomes\n\n| | {head} |\n{rule}" + "".join(f"| {row} |\n" for row in rows)


def test_counts_and_percentages_in_columns_of_their_own(read: Read) -> None:
    text = table("n | %", "Men | 28 | 65.1", "Women | 15 | 34.9", "Smokers | 11 | 39.0", "Total | 43 | 100.0")
    assert read(text, "proportion", "count", "percent") == [
        ("28", "65.1"), ("15", "34.9"), ("11", "39.0"), ("43", "100.0"),
    ]  # fmt: skip


def test_quotients(read: Read) -> None:
    text = table("Cured | %", "Alfa | 24/40 | 60.0", "Beta | 10/40 | 35.0")
    assert read(text, "proportion", "count", "total", "percent") == [("24", "40", "60.0"), ("10", "40", "35.0")]


def test_totals_in_the_column_before(read: Read) -> None:
    rows = ["I | 40 | 24 | 60.0", "II | 50 | 10 | 20.0", "III | 30 | 15 | 50.0", "IV | 20 | 5 | 35.0"]
    assert read(table("Patients | Died | %", *rows), "proportion", "count", "total", "percent") == [
        ("24", "40", "60.0"), ("10", "50", "20.0"), ("15", "30", "50.0"), ("5", "20", "35.0"),
    ]  # fmt: skip


def test_a_column_in_front_that_holds_no_totals(read: Read) -> None:
    rows = ["I | 40 | 24 | 12.0", "II | 50 | 10 | 5.0", "III | 30 | 15 | 7.5"]
    assert read(table("Patients | Died | %", *rows), "proportion", "count") == []
