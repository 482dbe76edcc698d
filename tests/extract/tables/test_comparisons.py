"""The p-value of a row of counts."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]

NOTE = "Groups were compared by the chi-squared test.\n\n"
HEAD = "Table 1. Patients\n\n| | All (n = 60) | Alfa (n = 40) | Beta (n = 20) | {p} |\n|---|---|---|---|---|\n"


def table(*rows: str, note: str = NOTE, p: str = "P value") -> str:
    return note + HEAD.format(p=p) + "".join(f"| {row} |\n" for row in rows)


def test_a_row_of_two_outcomes(read: Read) -> None:
    found = read(table("Men | 30 (50%) | 16 (40%) | 14 (70%) | 0.03"), "comparison", "groups", "p")
    assert found == [((("16", "Alfa-40"), ("14", "Beta-20")), "0.03")]


def test_the_levels_under_a_heading(read: Read) -> None:
    rows = ["II | 20 (33%) | 10 (25%) | 10 (50%) | ", "III | 10 (17%) | 8 (20%) | 2 (10%) | "]
    heading = table("Stage | | | | 0.12", "I | 30 (50%) | 22 (55%) | 8 (40%) | ", *rows)
    first = table("Stage | | | | ", "I | 30 (50%) | 22 (55%) | 8 (40%) | 0.12", *rows)
    for text in (heading, first):
        assert read(text, "comparison", "rows", "p") == [((("22", "10", "8"), ("8", "10", "2")), "0.12")]


@pytest.mark.parametrize(
    ("note", "p"),
    [("", "P value"), (NOTE, "P for trend"), (NOTE + "\nTable 1. Bonferroni-corrected p-values\n", "Adjusted P")],
)
def test_no_p_that_another_test_may_have_given(read: Read, note: str, p: str) -> None:
    assert read(table("Men | 30 (50%) | 16 (40%) | 14 (70%) | 0.03", note=note, p=p), "comparison", "p") == []


def test_a_row_with_its_own_p_is_no_level_of_the_heading_above(read: Read) -> None:
    rows = ["II | 20 (33%) | 10 (25%) | 10 (50%) | ", "III | 10 (17%) | 8 (20%) | 2 (10%) | "]
    men = "Men | 30 (50%) | 16 (40%) | 14 (70%) | 0.03"
    text = table("Stage | | | | 0.12", "I | 30 (50%) | 22 (55%) | 8 (40%) | ", *rows, men)
    assert [p for (p,) in read(text, "comparison", "p")] == ["0.12", "0.03"]
