"""Words about an estimate and the estimate: on which side of no effect it lies, and whether its interval does."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alfa was associated with a lower risk of death (hazard ratio 1.42; 95% CI 1.10-1.83).", [("lower", "1.42")]),
        ("Mortality was higher in smokers (OR 0.42, 95% CI 0.31-0.56).", [("higher", "0.42")]),
        ("Smokers were less likely to relapse (OR 1.42, p = 0.02).", [("lower", "1.42")]),
        ("Alfa was not associated with a lower risk of death (hazard ratio 1.42).", []),
        ("Alfa may be associated with a lower risk of death (hazard ratio 1.42).", []),
        ("Alfa improved survival and reduced the risk of death (hazard ratio 1.42).", [("lower", "1.42")]),
        ("Overall survival was higher, with a lower risk of relapse per year (hazard ratio 1.42).", []),
        ("Lower weight predicted death (hazard ratio 1.42).", []),
        ("Smokers had a lower risk of death (12%).", []),
    ],
)
def test_directions(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "direction", "wording", "estimate") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pain was significantly rarer with alfa (odds ratio 0.72, 95% CI 0.46-1.12).",
            [("significant", "0.46", "1.12", "1")],
        ),
        (
            "There was no significant difference in pain (mean difference -1.2, 95% CI -2.0 to -0.4).",
            [("not-significant", "-2.0", "-0.4", "0")],
        ),
        ("Pain did not differ (odds ratio 0.72, 95% CI 0.56-0.92).", [("not-found", "0.56", "0.92", "1")]),
        ("Pain was significantly rarer with alfa (odds ratio 0.72, 99% CI 0.46-1.12).", []),
        ("Pain was significantly rarer with alfa (12%, 95% CI 8-15).", []),
    ],
)
def test_intervals(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "significance", "wording", "lower", "upper", "null") == expected


def test_a_p_of_its_own_is_asked_first(read: Read) -> None:
    text = "Pain was significantly rarer with alfa (odds ratio 0.72, 95% CI 0.46-1.12, p = 0.02)."
    assert read(text, "significance", "p", "lower") == [("0.02", None)]
