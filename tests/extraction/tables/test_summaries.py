"""Medians with two limits in cells."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]

FIELDS = ("statistic", "value", "quartiles", "range", "interval")


def table(label: str, cell: str, caption: str = "Table 1. Patients") -> str:
    return f"{caption}\n\n| | Alfa (n = 40) |\n|---|---|\n| {label} | {cell} |\n"


@pytest.mark.parametrize(
    ("label", "cell", "limits"),
    [
        ("Age, median (IQR)", "56 (47–68)", (("47", "68"), None, None)),
        ("Age, median [Q1, Q3]", "56 [47, 68]", (("47", "68"), None, None)),
        ("Age, median (range)", "56 (19 to 87)", (None, ("19", "87"), None)),
        ("Median survival, months (95% CI)", "11.4 (6.6-22.8)", (None, None, ("6.6", "22.8"))),
    ],
)
def test_the_label_names_the_limits(read: Read, label: str, cell: str, limits: tuple[object, ...]) -> None:
    value = cell.split(" ")[0]
    assert read(table(label, cell), "summary", *FIELDS) == [("median", value, *limits)]


def test_the_cell_itself_may_name_them(read: Read) -> None:
    text = table("Age, years", "56 [IQR: 47 - 68] range: 19 - 87", "Table 1. Numbers are medians.")
    assert read(text, "summary", *FIELDS) == [("median", "56", ("47", "68"), ("19", "87"), None)]


@pytest.mark.parametrize(
    ("label", "cell"),
    [("Age", "56 (47-68)"), ("Age, median (IQR or range)", "56 (47-68)"), ("Age, mean (SD)", "56 (12)")],
)
def test_nothing_where_the_limits_have_no_name(read: Read, label: str, cell: str) -> None:
    assert read(table(label, cell), "summary", "value") == []
