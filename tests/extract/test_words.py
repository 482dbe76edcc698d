"""Partitions, words about shares and significance, repeated passages, test statistics, design."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[..., list[Any]]


def test_sexes_of_a_stated_number(read: Read) -> None:
    text = "We studied 41 patients (26 men and 14 women)."
    assert read(text, "partition", "whole", "parts") == [("41", (("26",), ("14",)))]


def test_randomised_arms(read: Read) -> None:
    text = "In all 55 patients were randomly assigned, 30 to the alfa group and 25 to the beta group."
    assert read(text, "partition", "whole", "parts") == [("55", (("30",), ("25",)))]


def test_parts_that_may_overlap_are_left_alone(read: Read) -> None:
    assert read("Of 40 patients, 30 had fever and 25 had cough.", "partition", "whole") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Scores were significantly better with alfa (p = 0.20).", [("significant", "0.20")]),
        ("Scores were not significantly different (p = 0.001).", [("not-significant", "0.001")]),
        ("The difference was clinically significant (p = 0.20).", []),
        ("Scores were significant, and pain fell slightly (p = 0.20).", []),
        ("The significance level was p = 0.01.", []),
        ("Scores did not differ significantly (p = 0.40).", [("not-significant", "0.40")]),
        ("Scores did not improve, which was significant (p = 0.40).", []),
        ("There was no significant difference in scores (p = 0.04 for age).", []),
        ("Significance will be taken as a two-sided p < 0.05.", []),
        ("A result is called significant when the p value is below 0.05 (p < 0.05).", []),
    ],
)
def test_significance(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "significance", "wording", "p") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The majority of patients (45%) were men.", [("majority", "45")]),
        ("Less than half of the women (55%) smoked.", [("less-than", "55")]),
        ("The most common event was fever (30%).", []),
        ("Most patients took alfa (34%) or beta (25%).", []),
    ],
)
def test_quantifiers(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "quantifier", "word", "percent") == expected


def test_rate_that_was_not_reached(read: Read) -> None:
    text = "While the 1-year overall survival rate was 67.1% with alfa, it was not yet reached with beta."
    assert (False, "12") in read(text, "survival", "reached", "time")
    assert read("The median survival at 1-year follow-up was not reached.", "survival", "reached") == []


def test_repeated_passage(read: Read) -> None:
    passage = "".join(f"Sentence number {word} tells of something that nobody else has told. " for word in "abcdef")
    assert read(passage + "\n\nBetween them.\n\n" + passage, "passage", "words") == [("66",)]
    assert read(passage, "passage", "words") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t(28) = 2.20, p = .036", ("t", "2.20", "28", None, ".036")),
        ("F(2, 28) = 4.10, p < .05", ("F", "4.10", "2", "28", "<.05")),
        ("χ2(1, N = 100) = 6.53, p = .011", ("chi2", "6.53", "1", None, ".011")),
        ("χ2 = 6.53, 1 df, p = .011", ("chi2", "6.53", "1", None, ".011")),
        ("chi(2) = 5.24, df = 1, p <.05", ("chi2", "5.24", "1", None, "<.05")),
        ("r(28) = −.22, p = .26", ("r", "-.22", "28", None, ".26")),
        ("Z = 2.10, p = .036", ("z", "2.10", None, None, ".036")),
        ("Q(4) = 9.10, p = .06", ("Q", "9.10", "4", None, ".06")),
        ("t(28) = 0.20, n.s.", ("t", "0.20", "28", None, ">.05")),
        ("*t*(28) = 2.20, *p* = .036", ("t", "2.20", "28", None, ".036")),
    ],
)
def test_test_statistics(read: Read, text: str, expected: tuple[Any, ...]) -> None:
    assert read(f"It rose, {text}.", "test-statistic", "statistic", "value", "df", "df2", "p") == [expected]


@pytest.mark.parametrize("text", ["r(2) = 0.79, p < .0001", "t(2, 28) = 2.20, p = .03", "t(28) = 2.20, p = 1.03"])
def test_no_test_statistics(read: Read, text: str) -> None:
    assert read(f"It rose, {text}.", "test-statistic", "p") == []


def test_design(read: Read) -> None:
    text = (
        "Registered as NCT01234567. Drug A was given at 100 mg on day 1, 200 mg on day 2, and 400 mg on days 3-14. "
        "Cells were given at 3.0 × 107/kg."
    )
    assert read(text, "registry", "number") == [("NCT01234567",)]
    assert len(read(text, "regimen", "segments")[0][0]) == 3
    assert read(text, "power-of-ten", "printed", "exponent") == [("3.0 × 107", "7")]


def test_limits_with_two_names(read: Read) -> None:
    text = (
        "Median follow-up was 14.7 months (95% CI 6.6–22.8) here.\n\nWithin a median follow-up of 14.7 months (IQR, "
        "6.6–22.8), all was well."
    )
    assert len(read(text, "repeat", "mentions")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The median (IQR) stay was 7 (5–10) days.", [("median", "7")]),
        ("The mean (range) duration was 45 days (18-70).", [("mean", "45")]),
        ("The median PFS was 7 months (95% CI 5-10) with alfa and 9 months (95% CI 6-12) with beta.",
         [("median", "7"), ("median", "9")]),
        ("The median PFS was 7 months (95% CI 5-10); the score, 9 points (95% CI 6-12).", [("median", "7")]),
    ],
)  # fmt: skip
def test_summaries(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "summary", "statistic", "value") == expected
