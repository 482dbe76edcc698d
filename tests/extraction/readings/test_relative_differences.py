"""Relative differences in front of the figures of both groups."""

import pytest

from checker import audit


def verdicts(text: str) -> list[str]:
    return [str(finding.verdict) for finding in audit(text).findings if finding.check == "difference_of_figures"]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        (
            "Synthesis was 22% higher (P = 0.012) with alfa (0.110 ± 0.009) than with beta (0.090 ± 0.006).",
            ("22", "82"),
        ),
        ("The rate was 25% lower in men (18) compared with women (24).", ("25", "72")),
        ("Levels were 3.0 times higher in men (7.5) than in women (2.5).", ("3.0", "9.0")),
    ],
)
def test_differences(text: str, slip: tuple[str, str]) -> None:
    assert set(verdicts(text)) <= {"consistent", "explained"}
    assert verdicts(text)
    assert verdicts(text.replace(*slip)) == ["query"]


@pytest.mark.parametrize(
    "text",
    [
        "The odds were 22% higher with alfa (11%) than with beta (19%).",
        "Levels were 22% higher with alfa (11 mg) than with beta (19 days).",
        "Levels were 22% higher with alfa (<11) than with beta (19).",
    ],
)
def test_what_is_of_something_else(text: str) -> None:
    assert verdicts(text) == []
