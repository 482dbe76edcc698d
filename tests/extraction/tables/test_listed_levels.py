"""Cells that list the counts of several levels."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]
NOTE = "Groups were compared by the chi-squared test.\n\n"
HEAD = "Table 1. Patients\n\n| | Alfa (n = 45) | Beta (n = 45) | p |\n|---|---|---|---|\n"


def text(*rows: str, head: str = HEAD) -> str:
    return NOTE + head + "".join(f"| {row} |\n" for row in rows)


@pytest.mark.parametrize("row", ["Sex (M/F) | 30/15 | 31/14 | 0.82", "ASA I/II | 30:15 | 31 / 14 | 0.82"])
def test_levels_make_everybody_and_are_compared(read: Read, certain: Callable[..., list[Any]], row: str) -> None:
    assert read(text(row), "partition", "of", "parts") == [
        ("Alfa-45", (("30",), ("15",))), ("Beta-45", (("31",), ("14",))),
    ]  # fmt: skip
    assert read(text(row), "comparison", "rows", "p") == [((("30", "15"), ("31", "14")), "0.82")]
    assert certain(text(row), "partition", "of") == []
    assert certain(text(row), "comparison", "p") == []


@pytest.mark.parametrize(
    "row",
    [
        # Counts with their totals, blood pressures, as many levels as the label does not list, another group of people.
        "Rash | 28/45 | 31/45 | 0.50", "Pressure, mmHg (systolic/diastolic) | 120/80 | 118/79 | 0.50",
        "ASA (I/II/III) | 30/15 | 31/14 | 0.82", "Trainees (M/F) | 3/2 | 3/2 | 1.0",
    ],
)  # fmt: skip
def test_what_lists_no_levels(read: Read, row: str) -> None:
    assert read(text(row), "partition", "of") == []


def test_a_size_that_most_such_rows_make(read: Read) -> None:
    head = "Table 1. Patients\n\n| | Alfa |\n|---|---|\n"
    rows = [
        "Sex (M/F) | 500/283",
        "Age (<63/>63) | 522/261",
        "Upper/middle/lower | 201/289/293",
        "Drug (yes/no) | 221/565",
    ]
    found = read(text(*rows, head=head), "partition", "of")
    assert [of.rpartition("-")[2] for (of,) in found] == ["783"] * 4
