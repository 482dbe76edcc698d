"""Columns that make up another, row by row."""

from collections.abc import Callable
from typing import Any

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
