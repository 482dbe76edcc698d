"""Differences and associations said to exist without the word significant, with the p behind them."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pain was associated with age (p = 0.40).", ["0.40"]),
        ("Stay was longer with alfa than with beta (5 vs 3 days, p = 0.40).", ["0.40"]),
        ("Pain correlated with age (r = 0.2, p = 0.30) and height (r = 0.4, p = 0.02).", ["0.30", "0.02"]),
        ("Pain was reduced by 12 points (p = 0.30).", ["0.30"]),
        ("Age (p = 0.30) and sex (p = 0.02) were independent predictors of pain.", ["0.30", "0.02"]),
        ("Pain was not associated with age (p = 0.40).", []),
        ("Stay tended to be longer with alfa (p = 0.40).", []),
        ("Stay was longer with alfa (p = 0.40), which did not reach statistical significance.", []),
        ("Stay was longer with alfa, but pain was as frequent (p = 0.40).", []),
        ("Risk was 10% lower (p = 0.34).", []),
        ("Pressure was lower by 12 mmHg with alfa and, with beta, by 10 mmHg (p = 0.36).", []),
        ("There was some evidence that pain was longer with alfa (p = 0.09).", []),
        ("Events were at least possibly related to treatment (p = 0.37).", []),
        ("Pain was reduced by 12 points with alfa and by 9 with beta (p = 0.30).", []),
        ("Age (p = 0.30), who had no pain, was no predictor of it.", []),
    ],
)
def test_read(read: Read, text: str, expected: list[str]) -> None:
    assert read(text, "significance", "p") == [(p,) for p in expected]


def test_words_about_significance_say_more(read: Read) -> None:
    text = "Stay was significantly longer with alfa (p = 0.04)."
    assert read(text, "significance", "wording", "p") == [("significant", "0.04")]
