"""Effect sizes behind their test statistic, as journals print them."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction import extract
from checker.read.text import from_text
from checker.run import verify

Read = Callable[..., list[Any]]
FIELDS = ("statistic", "value", "df", "df2", "measure", "effect", "total")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t(28) = 2.20, p = .036, d = 0.83", ("t", "2.20", "28", None, "d", "0.83", None)),
        ("t(28) = −2.20, p = .036, Cohen’s d = −0.83", ("t", "-2.20", "28", None, "d", "-0.83", None)),
        ("t(28) = 2.20, p = .036, Hedges' g = 0.78", ("t", "2.20", "28", None, "g", "0.78", None)),
        ("t(28) = 2.20 P < 0.05 (eta(2) = 0.147)", ("t", "2.20", "28", None, "eta2", "0.147", None)),
        ("F(2, 28) = 4.10, p = .027, ηp2 = .23", ("F", "4.10", "2", "28", "partial-eta2", ".23", None)),
        ("F(2, 28) = 4.10, p = .027, ηp² = .23", ("F", "4.10", "2", "28", "partial-eta2", ".23", None)),
        ("F(2, 28) = 4.10, p = .027, η²p = .23", ("F", "4.10", "2", "28", "partial-eta2", ".23", None)),
        ("F(2, 28) = 4.10; p = .027; partial eta squared = .23", ("F", "4.10", "2", "28", "partial-eta2", ".23", None)),
        ("F(2, 28) = 4.10, p = .027, partial η2 = .23", ("F", "4.10", "2", "28", "partial-eta2", ".23", None)),
        ("F(2, 28) = 4.10, η2 = .23, p = .027", ("F", "4.10", "2", "28", "eta2", ".23", None)),
        ("F(2,28) = 4.10; P = .027; Eta2 = .23", ("F", "4.10", "2", "28", "eta2", ".23", None)),
        ("F(2, 28) = 4.10, p = .027, ω2 = .17", ("F", "4.10", "2", "28", "omega2", ".17", None)),
        ("F(1.71, 296.4) = 4.10, p = .02, ηp² = .023", ("F", "4.10", "1.71", "296.4", "partial-eta2", ".023", None)),
        (
            "F(2, 28) = 4.10, p = .027; Wilks' Λ = 0.77; ηp² = .23",
            ("F", "4.10", "2", "28", "partial-eta2", ".23", None),
        ),
        ("F1,96=37.54, P<.001, ηp2=.28]", ("F", "37.54", "1", "96", "partial-eta2", ".28", None)),
        ("F(1, 28) = 4.84, p = .036, d = 0.80", ("F", "4.84", "1", "28", "d", "0.80", None)),
        ("F(3, 96) = 5.20, p < .001, R² = .14", ("F", "5.20", "3", "96", "R2", ".14", None)),
        ("F(3, 96) = 5.20, p < .001, adjusted R2 = .11", ("F", "5.20", "3", "96", "adjusted-R2", ".11", None)),
        ("χ2(4, N = 120) = 9.10, p = .059, Cramér's V = .28", ("chi2", "9.10", "4", None, "V", ".28", "120")),
        ("χ²(1, N = 1,204) = 6.53, p = .011, φ = .07", ("chi2", "6.53", "1", None, "phi", ".07", "1204")),
    ],
)
def test_read(read: Read, text: str, expected: tuple[Any, ...]) -> None:
    assert read(f"It differed, {text}.", "effect-size", *FIELDS) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "F(2, 28) = 4.10, p = .027, d = 0.83",
        "F(2, 28) = 4.10, p = .027, ηG² = .23",
        "F(2, 28) = 4.10, p = .027, ΔR² = .23",
        "F(2, 28.3) = 4.10, p = .027, η² = .23",
        "t(28.4) = 2.20, p = .036, d = 0.83",
        "t(28) > 2.20, p < .036, d > 0.83",
        "t(28) = 2.20, p = .036, SD = 0.83",
        "t(28) = 2.20, p = .036. It fell by d = 0.83",
        "χ2(1) = 6.53, p = .011, φ = .26",
        "χ2(1, N = 100) = 6.53, p = .011, d = .26",
        "r(28) = .38, p = .04, d = 0.83",
    ],
)
def test_left_alone(read: Read, text: str) -> None:
    assert read(f"It differed, {text}.", "effect-size", "effect") == []


def test_what_fails_is_asked() -> None:
    paper = extract(from_text("It differed, F(2, 28) = 4.10, p = .027, ηp² = .32."))
    [found] = [each for each in verify(paper) if each.check == "effect_size_from_statistic"]
    assert found.verdict == "query"
    assert found.message == (
        "F(2, 28) = 4.10 gives partial-eta2 0.226 to 0.227, not .32; the effect may be of another model or design than "
        "the test: a look at the paper shows what each of these figures is of"
    )


def test_the_p_between_is_read_as_before(read: Read) -> None:
    text = "It differed, F(2, 28) = 4.10, p = .027, ηp² = .23, and t(28) = 2.20, d = 0.83, p = .036."
    assert read(text, "test-statistic", "statistic", "p") == [("F", ".027"), ("t", ".036")]
    assert read(text, "effect-size", "measure", "effect") == [("partial-eta2", ".23"), ("d", "0.83")]
