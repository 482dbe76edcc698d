"""Coefficients with standard error, statistic, degrees of freedom and p."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


def test_a_model_s_rows(read: Read) -> None:
    text = (
        "Table 1: Coefficients\n\nTerm\tb\tSE\tt\tdf\tp\nIntercept\t12.10\t2.42\t5.00\t58.10\t< .001\n"
        "Dose\t-8.15\t3.58\t-2.28\t1,252.14\t.023\nTrial\t1.94\tNA\tNA\tNA\t\n"
    )
    assert read(text, "coefficient", "estimate", "error", "statistic", "value", "df") == [
        ("12.10", "2.42", "t", "5.00", "58.10"), ("-8.15", "3.58", "t", "-2.28", "1252.14"),
    ]  # fmt: skip
    assert read(text, "test-statistic", "statistic", "value", "df", "p") == [
        ("t", "5.00", "58.10", "<.001"), ("t", "-2.28", "1252.14", ".023"),
    ]  # fmt: skip


def test_two_models_side_by_side(read: Read) -> None:
    text = (
        "| | Model 1 | Model 1 | Model 1 | Model 2 | Model 2 | Model 2 |\n|---|---|---|---|---|---|---|\n"
        "| | B | SE | z | B | SE | z |\n| Age | 0.50 | 0.25 | 2.00 | 0.40 | 0.25 | 1.60 |\n"
    )
    assert read(text, "coefficient", "estimate", "value") == [("0.50", "2.00"), ("0.40", "1.60")]


@pytest.mark.parametrize(
    ("statistic", "value"), [("Wald", "4.00"), ("Wald χ2", "4.00"), ("t", "2.00"), ("z value", "2.00")]
)
def test_the_kinds_of_statistic(read: Read, statistic: str, value: str) -> None:
    text = f"| | Estimate | Std. Error | {statistic} |\n|---|---|---|---|\n| Age | 0.50 | 0.25 | {value} |\n"
    [(found,)] = read(text, "coefficient", "value")
    assert found == value


def test_an_interval_instead_of_a_statistic(read: Read) -> None:
    text = "| | Coef. | SE | 95% CI |\n|---|---|---|---|\n| Age | 0.50 | 0.25 | 0.01 to 0.99 |\n"
    assert read(text, "coefficient", "value", "lower", "upper") == [(None, "0.01", "0.99")]


def test_an_effect_without_degrees_of_freedom_has_no_p(read: Read) -> None:
    text = "| | F | p |\n|---|---|---|\n| Group | 4.00 | 0.05 |\n| Time | 5.00 | 0.03 |\n"
    assert read(text, "test-statistic", "value") == []
