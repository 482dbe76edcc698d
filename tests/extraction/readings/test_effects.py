"""Ratios, differences and shares with their interval and p, in every bracket and separator style."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import run
from checker.extraction import extract
from checker.model import Certainty, Reported, Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]

RATIOS = [
    "Age mattered (HR 1.50, 95% CI 1.20-1.90; p=0.001).",
    "Age mattered (hazard ratio [HR], 1.50; 95% confidence interval [CI], 1.20 to 1.90; P = 0.001).",
    "Age mattered: HR = 1·50 [95% CI 1·20–1·90], p=0·001.",
    "Age mattered (HR 1.50; CI95% 1.20, 1.90; p = 0.001).",
    "The hazard ratio for age was 1.50 (95 % CI: 1.20; 1.90), p = 0.001.",
    "The hazard ratio was 1.50 with a 95 percent confidence interval of 1.20 to 1.90 (P = 0.001).",
    "Age mattered (HR 1.50; p = 0.001; 95% CI, 1.20~1.90).",
    "Age mattered (HR: 1.50 [1.20–1.90], 95% CI 1.20-1.90, P=0.001).",
]


@pytest.mark.parametrize("text", RATIOS)
def test_ratios(read: Read, text: str) -> None:
    found = read(text, "effect", "estimate", "lower", "upper", "scale")
    assert found[:1] == [("1.50", "1.20", "1.90", "log")]


def test_further_intervals_in_the_same_style(read: Read) -> None:
    text = "Odds ratios were 1.50 (95% CI 1.20-1.90), 2.10 (1.40-3.10) and 0.70 (0.50-1.00)."
    assert [estimate for (estimate,) in read(text, "effect", "estimate")] == ["1.50", "2.10", "0.70"]


def test_without_a_word_for_the_interval(read: Read) -> None:
    assert read("Risk rose (odds ratio 2.2, 1.2 to 4.3).", "effect", "lower", "upper") == [("1.2", "4.3")]


DIFFERENCES = [
    ("The mean difference was -4.8 (95% CI, -7.5 to -2.1).", ("-4.8", "-7.5", "-2.1")),
    ("Scores differed (mean difference −0.52 [95% CI −0.68 to −0.36]).", ("-0.52", "-0.68", "-0.36")),
    ("Costs differed (mean difference -0.85, 95% CI -1.70;0.01).", ("-0.85", "-1.70", "0.01")),
    ("The risk difference was 9.7%, 95% CI 3.5 to 15.9.", ("9.7", "3.5", "15.9")),
]


@pytest.mark.parametrize(("text", "expected"), DIFFERENCES)
def test_differences(read: Read, text: str, expected: tuple[str, ...]) -> None:
    assert read(text, "effect", "estimate", "lower", "upper") == [expected]
    assert read(text, "effect", "scale") == [("linear",)]


FURTHER = [
    ("Pain fell (mean difference (95% CI) -1.8 (-3.5 to -0.1)) and at rest (-2.0 (-3.8 to -0.2)).", ["-1.8", "-2.0"]),
    ("Risk rose (OR [95% CI], 1.50 [1.20, 1.90]).", ["1.50"]),
    ("The relative risk was 1.50 (95% C.I. 1.20-1.90).", ["1.50"]),
    ("Risk rose (OR 1.50, p = 0.001, 95% CI 1.20-1.90).", ["1.50"]),
    ("It rose with A (HR 1.50, 95% CI 1.20-1.90) and with B (7 vs 9 months; 0.58, 0.31-1.07).", ["1.50", "0.58"]),
    ("ORs were: fracture, 1.50 (95% CI 1.20-1.90); low weight (<58 kg), 0.58 (95% CI 0.31-1.07).", ["1.50", "0.58"]),
    ("RRs for 10 to 19 years and 20 or more years were 1.50 (95% CI 1.20-1.90) and 0.58 (95% CI 0.31-1.07).",
     ["1.50", "0.58"]),
    ("Differences were, for weight, -0.12 (95% CI -0.40 to 0.16); for steps, 24 (-4 to 52).", ["-0.12", "24"]),
    ("The difference in mean change was 4.5 (95% CI 1.0 to 8.0).", ["4.5"]),
    ("The odds ratio was 1.50, 95 confidence interval 1.20-1.90.", ["1.50"]),
    ("The RR for 4 cups or more against none: 0.58; 95% CI: 0.31, 1.07.", ["0.58"]),
    ("Relapse was 1.50 (95% CI 1.20-1.90) times more likely.", ["1.50"]),
    ("Users had a 1.50-fold (95% CI 1.20-1.90) increased rate of falls.", ["1.50"]),
    ("Delirium was reduced (-4.9 cases per 100 patients; 95% CI, -9.0 to -0.7).", ["-4.9"]),
    ("Risk rose (odds ratio = 1.50 (1.61-1.90)).", ["1.50"]),
    ("Hazard ratios (95% CIs) were as follows: stroke, 1.50 (1.20-1.90) with 90 cases; death, 0.58 (0.31-1.07).",
     ["1.50", "0.58"]),
    ("Pressure fell (−4.7 mm Hg (95% CI −6.9 to −2.6) and −4.8 mm Hg (–8.2 to −1.5)).", ["-4.7", "-4.8"]),
    ("Carriers had a 1.50-fold increase in risk of falls (95% CI 1.20 to 1.90).", ["1.50"]),
    ("The mean (95% CI) noise was 3.0 (0.3 to 5.7) dB.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "estimates"), FURTHER)
def test_further_ways_to_print_them(read: Read, text: str, estimates: list[str]) -> None:
    assert [estimate for (estimate,) in read(text, "effect", "estimate")] == estimates


LEFT_ALONE = [
    "The difference was 12% (95% CI - 12, 37).",
    "The median difference was 2.0 (95% CI 0.1 to 9.0).",
    "There was no difference in response (CRc, 63.9% (95% CI 46.8 to 78.1)).",
    "The geometric mean of the difference was 290 units (95% CI 110 to 720).",
    "The relative risk was 0.93 per 5% increment (95% CI 0.91 to 0. 96).",
    "A difference was seen (70% versus 51%, 95% CI 3 to 36%).",
    "The odds ratio was higher in 12 (10-14) of them.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(read: Read, text: str) -> None:
    assert read(text, "effect", "estimate") == []


def test_signs_or_words_may_give_the_direction() -> None:
    paper = extract(from_text("The difference was 1.2% in favor of A (95% CI -7.2 to 4.8)."))
    [claim] = paper.claims
    assert paper.bindings[claim.id].certainty is Certainty.GUESSED
    assert "direction" in paper.bindings[claim.id].why
    assert claim.estimate == Reported("-1.2")
    assert not [finding for finding in run.verify(paper) if finding.verdict is Verdict.DISCREPANT]


def test_a_p_of_two_ratios_is_not_that_of_one(read: Read) -> None:
    text = "The risk was greater than that for former use (RR 1.20, 95% CI 0.91-1.58; P<.001)."
    assert read(text, "effect", "estimate", "p") == [("1.20", None)]


def test_another_kind_of_figure_ends_a_list(read: Read) -> None:
    text = "The OR was 1.50 (95% CI 1.20-1.90); the mean score, 2.20 (95% CI 1.28-9.77)."
    assert read(text, "effect", "estimate") == [("1.50",)]


def test_interval_of_a_share(read: Read) -> None:
    text = "The rate was 70.8% (68 of 96 patients; 95% CI 60.8–79.2)."
    assert read(text, "interval", "count", "total", "estimate", "lower", "upper") == [
        ("68", "96", "70.8", "60.8", "79.2")
    ]


@pytest.mark.parametrize("rate", ["The 2-year overall survival", "Survival (OS) at 24 months", "OS at 2 years"])
def test_survival_at_a_time(read: Read, rate: str) -> None:
    text = f"{rate} was 61.5% (95% CI 51.0–70.4)."
    assert read(text, "survival", "estimate", "lower", "upper", "time") == [("61.5", "51.0", "70.4", "24")]


def test_limits_in_reverse_order_are_put_in_order(read: Read) -> None:
    assert read("The odds ratio was 1.5 (95% CI 1.9 to 1.2).", "effect", "lower", "upper") == [("1.2", "1.9")]


def test_the_p_of_two_estimates_is_of_neither(read: Read) -> None:
    text = "The mean difference was -3.9 kg (95% CI -4.8 to -3.1) vs -3.1 kg (95% CI -3.8 to -2.3); p = 0.139."
    assert read(text, "effect", "estimate", "p") == [("-3.9", None), ("-3.1", None)]


def test_a_ratio_for_the_difference_between_groups(read: Read) -> None:
    text = "The rate was the same (IRR for the difference between groups 1.01, 95% CI 1.00-1.02; p = 0.105)."
    assert read(text, "effect", "estimate", "scale") == [("1.01", "log")]


def test_no_p_of_a_margin(read: Read) -> None:
    text = "In this non-inferiority trial the mean difference was 8.0 points (95% CI -0.9 to 16.8; P < 0.0001)."
    assert read(text, "effect", "estimate", "p") == [("8.0", None)]
