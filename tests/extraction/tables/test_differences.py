"""What two columns, or two rows, differ by."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]
FIELDS = ("before", "after", "change")


def table(heads: str, *rows: str) -> str:
    return "\n".join(["Table 2. Scores", "", f"| | {heads} |", "|---" * (heads.count("|") + 2) + "|", *rows, ""])


ROWS = (
    "| Pain | 40.0 (16.6) | 20.1 (18.4) | -19.9 |", "| Fear | 57.7 (23.1) | 35.6 (28.6) | -22.0 |",
    "| Mood | 4.0 (1.7) | 4.9 (2.2) | 0.9 |", "| Sleep | 16.3 (5.0) | 20.1 (5.5) | 4.8 |",
)  # fmt: skip


@pytest.mark.parametrize("head", ["Change", "Mean difference (95% CI)", "Improvement"])
def test_a_column_most_of_which_two_others_make(read: Read, certain: Read, head: str) -> None:
    text = table(f"Before, mean (SD) | After, mean (SD) | {head}", *ROWS)
    assert read(text, "change", *FIELDS) == [
        ("40.0", "20.1", "-19.9"), ("57.7", "35.6", "-22.0"), ("4.0", "4.9", "0.9"), ("16.3", "20.1", "4.8"),
    ]  # fmt: skip
    assert certain(text, "change", "change") == []


def test_either_may_be_taken_from_the_other(read: Read) -> None:
    rows = [row.replace("| -", "| ") for row in ROWS[:2]]
    text = table("Alfa, mean (SD) | Beta, mean (SD) | Difference", *rows, "| Mood | 4.9 (1.7) | 4.0 (2.2) | 0.9 |")
    assert [(before, after) for before, after, _ in read(text, "change", *FIELDS)] == [
        ("20.1", "40.0"), ("35.6", "57.7"), ("4.0", "4.9"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "heads", ["Before | After | Adjusted", "Before | After | Relative change, %", "Before | After | Median difference"]
)
def test_columns_that_are_none(read: Read, heads: str) -> None:
    assert read(table(heads, *ROWS), "change", *FIELDS) == []


def test_a_model_made_them(read: Read) -> None:
    rows = [row.rsplit("|", 2)[0] + f"| {value} |" for row, value in zip(ROWS, ("-15", "-9", "2", "1"), strict=True)]
    assert read(table("Before | After | Change", *rows), "change", *FIELDS) == []


def test_rows_below_the_two_that_they_are_of(read: Read) -> None:
    rows = ("| Alfa | 45.1 | 38.4 | 40.8 |", "| Beta | 44.1 | 37.1 | 30.7 |", "| Mean diff | 1.0 | 1.3 | 10.1 |")
    assert len(read(table("Week 7 | Week 12 | Week 26", *rows), "change", *FIELDS)) == 3
