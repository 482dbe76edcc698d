"""Estimates with intervals in cells."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]

FIELDS = ("measure", "scale", "estimate", "lower", "upper", "level", "p")


def table(heads: str, *rows: str, caption: str = "Table 2. Risk factors") -> str:
    width = heads.count("|") + 2
    return "\n".join([caption, "", f"| | {heads} |", "|---" * width + "|", *(f"| {row} |" for row in rows), ""])


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("Adjusted OR (95% CI) | p", "Age | 1.96 (1.40–2.75) | 0.001"),
        ("Adjusted OR [95% CI] | P value", "Age | 1.96 [1.40, 2.75] | 0.001"),
        ("OR | 95% CI | p-value", "Age | 1.96 | 1.40 to 2.75 | 0.001"),
        ("OR | Lower | Upper | Sig.", "Age | 1.96 | 1.40 | 2.75 | 0.001"),
        ("Odds ratio", "Age | 1.96 (95% CI 1.40–2.75; p = 0.001)"),
    ],
)
def test_however_a_ratio_is_laid_out(read: Read, heads: str, row: str) -> None:
    [(_, scale, *figures)] = read(table(heads, row), "effect", *FIELDS)
    assert (scale, *figures) == ("log", "1.96", "1.40", "2.75", "95", "0.001")


def test_the_label_may_name_the_measure(read: Read) -> None:
    found = read(table("Alfa | Beta", "HR (99% CI) | 0.70 (0.50-0.98) | 0.81 (0.60-1.09)"), "effect", *FIELDS)
    assert found == [
        ("HR", "log", "0.70", "0.50", "0.98", "99", None), ("HR", "log", "0.81", "0.60", "1.09", "99", None),
    ]  # fmt: skip


def test_crude_and_adjusted_side_by_side(read: Read) -> None:
    heads = "Crude HR (95% CI) | p | Adjusted HR (95% CI) | p"
    found = read(table(heads, "Stage | 2.00 (1.20-3.33) | 0.008 | 1.80 (1.05-3.09) | 0.033"), "effect", *FIELDS[2:])
    assert found == [("2.00", "1.20", "3.33", "95", "0.008"), ("1.80", "1.05", "3.09", "95", "0.033")]


def test_differences_need_a_word_for_the_interval(read: Read) -> None:
    assert read(table("Mean difference (95% CI)", "Pain | -1.2 (-2.0 to -0.4)"), "effect", *FIELDS[1:5]) == [
        ("linear", "-1.2", "-2.0", "-0.4")
    ]
    assert read(table("Difference (range)", "Pain | 1.2 (0.4 to 9.0)"), "effect", "estimate") == []
    assert read(table("Difference", "Pain | 1.2 (0.4, 9.0)"), "effect", "estimate") == []


def test_one_p_of_several_levels_is_the_factor_s(read: Read) -> None:
    text = table(
        "OR (95% CI) | p", "Stage | | ", "I | 1 (reference) | ", "II | 1.50 (1.10-2.05) | 0.20",
        "III | 2.00 (1.20-3.33) | ", "Sex | | ", "Male | 1.96 (1.40-2.75) | <0.001",
    )  # fmt: skip
    assert read(text, "effect", "estimate", "p") == [("1.50", None), ("2.00", None), ("1.96", "<0.001")]


@pytest.mark.parametrize(
    "caption", ["Table 2. Odds ratios with bootstrap intervals", "Table 2. Posterior odds ratios, credible intervals"]
)
def test_intervals_of_other_kinds_are_left(read: Read, caption: str) -> None:
    assert read(table("OR (95% CI)", "Age | 1.96 (1.40-2.75)", caption=caption), "effect", "estimate") == []
