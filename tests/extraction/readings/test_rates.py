"""Shares with their confidence interval."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction import extract
from checker.kinds import BinomialInterval
from checker.model import Certainty
from checker.read.text import from_text

Read = Callable[..., list[Any]]
FIELDS = ("count", "total", "estimate", "lower", "upper")


def intervals(read: Read, text: str) -> list[Any]:
    return read(text, "interval", *FIELDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fever occurred in 12 of 60 patients (20.0%; 95% CI 10.8-32.3).", ("12", "60", "20.0", "10.8", "32.3")),
        ("Fever occurred in 20.0% (12/60, 95% CI 10.8% to 32.3%).", ("12", "60", "20.0", "10.8", "32.3")),
        ("Fever occurred in 20.0% (12 of 60 patients; 95% CI 10.8-32.3).", ("12", "60", "20.0", "10.8", "32.3")),
        ("Cure was 20.0% (12/60) [95% confidence interval (CI), 10.8-32.3%].", ("12", "60", "20.0", "10.8", "32.3")),
        ("The prevalence of fever was 20.0% (95% CI: 32.3-10.8).", (None, None, "20.0", "10.8", "32.3")),
        ("The sensitivity was 20.0% (12/60; 95% CI 10.8-32.3).", ("12", "60", "20.0", "10.8", "32.3")),
        ("The response rate (95% CI) was 20.0% (10.8-32.3).", (None, None, "20.0", "10.8", "32.3")),
    ],
)
def test_one_share(read: Read, text: str, expected: tuple[Any, ...]) -> None:
    assert intervals(read, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # What compares, or is a change.
        "There was a 20% (95% CI 10-32) reduction in falls among patients.",
        "The proportion who fell was 20% less (95% CI, 10 to 32) than in patients on placebo.",
        "Patients had 16% (95% CI 5 to 26%) and 5% (95% CI 0 to 10%) reduction in days with fever.",
        "The difference in response rates was 20% (95% CI 10-32).",
        "Response differed (16/40 [40%] vs 24/40 [60%]; 20%, 4-38).",
        # No share of one sample.
        "The pooled response rate was 20% (95% CI 10-32).",
        "The adjusted prevalence was 20% (95% CI 10-32).",
        "The mean response of patients was 20% (95% CI 10-32).",
        # A step.
        "The relative risk of patients was 0.93 per 5% increment (95% CI 0.91-0.96), rate 2%.",
        # A bracket that no word calls an interval.
        "The response rate was 20% (10-32).",
        # Of time.
        "The cumulative first relapse rate was 20% (95% CI 10-32).",
    ],
)
def test_silent(read: Read, text: str) -> None:
    assert intervals(read, text) == []


def test_a_list_goes_on_with_what_its_first_is(read: Read) -> None:
    text = "The cure rate was 20% (95% CI 10-32) vs. 30% (22-38) and 40% (32-48)."
    assert [estimate for _, _, estimate, _, _ in intervals(read, text)] == ["20", "30", "40"]


def test_the_style_of_a_paragraph(read: Read) -> None:
    text = (
        "The cure rate was 20% (95% CI 10-32). The relapse rate was 30% (22-38). Of 60 patients, 12 (20%; 9-30) fell."
    )
    assert [estimate for _, _, estimate, _, _ in intervals(read, text)] == ["20", "30"]


def test_no_difference_between_rates_is_no_difference(read: Read) -> None:
    text = "There was no difference in response among patients (20% (95% CI 10-32) vs 30% (22-38))."
    assert len(intervals(read, text)) == 2


COHORT = "Stroke occurred in 20 of 80 patients (25.0%) and 8 of 80 patients (10.0%) fell. "


@pytest.mark.parametrize(
    ("words", "of", "sample"),
    [
        ("The response rate was 62.5% (95% CI 51-73).", "patients-fell-80", None),
        ("The response rate was 61.3% (95% CI 51-73).", "patients-80", None),
        ("The response rate was 61.9% (95% CI 51-73).", None, "patients-80"),
        ("The response rate in men was 62.5% (95% CI 51-73).", None, "patients-80"),
    ],
)
def test_of_all_or_of_some_of_them(read: Read, words: str, of: str | None, sample: str | None) -> None:
    [(read_of, read_sample)] = read(COHORT + words, "interval", "of", "sample")
    assert (bool(read_of), bool(read_sample)) == (bool(of), bool(sample))


@pytest.mark.parametrize(
    "text",
    [
        # That it is of all, is not said.
        COHORT + "The response rate was 62.5% (95% CI 51-73).",
        # A bracket in the style of an interval before it.
        "Response was likely (odds ratio 2.1, 95% CI 1.2-3.6), and the response rate, 20% (22-38).",
    ],
)
def test_guesses(text: str) -> None:
    paper = extract(from_text(text))
    [claim] = [claim for claim in paper.claims if claim.id.startswith("interval")]
    assert paper.bindings[claim.id].certainty is Certainty.GUESSED


def test_limits_printed_as_fractions_beside_a_percentage() -> None:
    claims = extract(from_text("Of 40 patients, 17 (42%; 95% CI 0.29 to 0.58) responded.")).claims
    [claim] = [claim for claim in claims if isinstance(claim, BinomialInterval)]
    assert (claim.unit, str(claim.estimate), str(claim.lower)) == ("proportion", "0.42", "0.29")
