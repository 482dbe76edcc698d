"""Correlation coefficients with their p, and the people whose values they correlate."""

import pytest

from checker import audit


def verdicts(text: str) -> list[str]:
    return [str(finding.verdict) for finding in audit(text).findings if finding.check == "p_from_correlation"]


ALL = "We saw 40 adults. "


def test_coefficients() -> None:
    assert verdicts(ALL + "Fever was related to age (r = -.52; P < .001).") == ["consistent"]
    assert verdicts(ALL + "Fever was related to age (r = -.12; P < .001).") == ["query"]
    assert verdicts(ALL + "Fever, cough and age were related (r = .54, .58, and .18; P less than .001).") == [
        "consistent", "consistent", "query",
    ]  # fmt: skip


def test_groups_count_together() -> None:
    text = "We gave alfa to 30 adults and beta to 28 adults. Fever was related to age (r = .{}; p = 0.01)."
    assert verdicts(text.format("34")) == ["consistent"]
    assert verdicts(text.format("05")) == ["query"]


@pytest.mark.parametrize(
    "words",
    [
        "Adjusted for age, fever was related to pain (r = 0.12; P < .001).",
        "In 90 eyes, fever was related to pain (r = 0.12; P < .001).",
        "Fever was related to pain (r = 0.12, n = 90; P < .001).",
        "Fever was related to pain (r < 0.12; P < .001).",
    ],
)
def test_other_pairs(words: str) -> None:
    assert verdicts(ALL + words) == []


def test_cases_are_too_few() -> None:
    assert verdicts("We saw 4 adults. Fever was related to age (r = .12; P < .001).") == []
    assert verdicts("Fever was related to age (r = .12; P < .001).") == []
