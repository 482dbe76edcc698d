"""Figures that can only lie in a certain range."""

import pytest

from checker import audit


def verdicts(text: str) -> list[str]:
    return [str(finding.verdict) for finding in audit(text).findings if finding.check == "possible_value"]


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Fever was rarer (P = 1.00).", "consistent"),
        ("Fever was rarer (P = 0.000).", "consistent"),
        ("Fever was rarer (P < .000).", "discrepant"),
        ("Fever was rarer (P less than 0.0000).", "discrepant"),
        ("Fever was rarer (t = 3.2, P = 8.16).", "discrepant"),
        ("Fever was rarer (P = 8.16).", "query"),
        ("A difference in phosphorus was seen (difference, P = 2.16).", "query"),
        ("Fever was rarer (P<05).", "query"),
        ("Fever was rarer (P = -0.03).", "query"),
        ("Fever was related to age (r = 5.36, p < 0.001).", "discrepant"),
        ("Fever was related to age (r = 5.36).", "query"),
        ("Two readers agreed well (kappa = 1.81).", "discrepant"),
        ("The ICC was 0.92.", "consistent"),
    ],
)
def test_beyond_the_range(words: str, verdict: str) -> None:
    assert verdicts(words) == [verdict]


@pytest.mark.parametrize(
    "words",
    [
        "Fever was rarer (P = 0.03).",
        "Fever was rarer (P < 0. 01).",
        "Fever was rarer (P < 0 . 01).",
        "Fever was rarer (P < 0/01).",
        "Fever was rarer (P < 10(-4)).",
        "Fever was rarer (P = 8.16 x 10-5).",
        "The interval was Xp22.1-p22.3.",
        "Risk fell (P: 1.75, 1.21 to 2.54).",
        "Clearance fell (p = 115 +/- 5.8 ml/min).",
        "In the active group (r = 86) fever fell.",
    ],
)
def test_left(words: str) -> None:
    assert verdicts(words) == []


def test_above_next_to_nothing() -> None:
    def found(words: str) -> list[str]:
        return [str(finding.verdict) for finding in audit(words).findings if finding.check == "p_above_level"]

    assert found("Fever was rarer with alfa (P > 0.001).") == ["query"]
    assert found("Fever was rarer with alfa (P greater than 0.0001).") == ["query"]
    assert found("Fever was as rare (P > 0.01).") == []
    assert found("Fever was not significantly rarer (P > 0.001).") == []
    assert found("Fever was rarer (0.01 > P > 0.001).") == []
