"""Decimals behind a comma."""

from collections.abc import Callable
from typing import Any

Read = Callable[..., list[Any]]
HEAD = "The mean was 31.3 years.\n\nTable 1. Attendance\n\n| | N | n | % |\n|---|---|---|---|\n"


def test_cells_that_hold_nothing_else_show_them(read: Read) -> None:
    rows = ["Alfa | 150 | 47 | 31,3", "Beta | 150 | 56 | 37,3", "Gamma | 100 | 38 | 38,0", "Delta | 100 | 7 | 7,0"]
    text = HEAD + "".join(f"| {row} |\n" for row in rows)
    assert read(text, "proportion", "count", "total", "percent") == [
        ("47", "150", "31.3"), ("56", "150", "37.3"), ("38", "100", "38.0"), ("7", "100", "7.0"),
    ]  # fmt: skip


def test_thousands_are_left(read: Read) -> None:
    rows = "| Alfa | 1,500 | 470 | 31.3 |\n| Beta | 1,500 | 560 | 37.3 |\n| Gamma | 1,000 | 380 | 38.0 |\n"
    assert [total for (total,) in read(HEAD + rows, "proportion", "total")] == ["1500", "1500", "1000"]
