"""p-values and the shares they compare, from sentences of our own."""

from collections.abc import Callable
from typing import Any

import pytest

from checker import run
from checker.extraction import extract
from checker.read.text import from_text

Read = Callable[..., list[Any]]

TWO = (("16", "30"), ("8", "25"))
COMPARED = [
    ("Fever occurred in 16/30 (53.3%) versus 8/25 (32.0%), p = 0.11.", TWO),
    ("Fever occurred in 16 (53%) out of 30 on A and 8 (32%) out of 25 patients on B (p = 0.11).", TWO),
    ("Fever occurred in 16/30 during A and 8/25 during B (P = .11).", TWO),
    ("Fever occurred in 16 of 30 with A but in 8 of 25 with B (p = 0.11).", TWO),
    ("Fever occurred in 53.3% (16/30) versus 32.0% (8/25), respectively (P = 0.11).", TWO),
    ("Fever was less common (A vs B: 16/30 vs 8/25, P = 0.11).", TWO),
    ("Fever occurred in 16 of 30 patients on A compared with 8 of 25 on B (53% versus 32%, p = 0.11).", TWO),
    ("Fever above 38 degrees occurred in 16/30 (53%) on A and 8/25 (32%) on B; p=0.11.", TWO),
    ("Rash (2/30 vs 3/25; p = 0.5), and fever (16/30 vs 8/25; p = 0.11) occurred.", TWO),
    ("Normal values (35 to 45 torr) were found in 16/30 (53%) on A and 8/25 (32%) on B (p = 0.11).", TWO),
    ("More than 20% improvement was seen in 16/30 (53%) on A and 8/25 (32%) on B (p = 0.11).", TWO),
    ("Rates were 53.3% (16/30; 95% CI 34 to 72) and 32.0% (8/25; 95% CI 15 to 54) (p = 0.11).", TWO),
]  # fmt: skip


@pytest.mark.parametrize(("text", "groups"), COMPARED)
def test_two_groups(read: Read, text: str, groups: Any) -> None:
    assert (groups, "0.11" if "0.11" in text else ".11") in read(text, "comparison", "groups", "p")


def test_groups_known_by_their_size_and_percentage(read: Read) -> None:
    text = (
        "Women received tablets (n = 60) or placebo (n = 60). "
        "Nausea was more common with tablets than with placebo (35.0% vs 15.0%, P = 0.01)."
    )
    [(groups, p)] = read(text, "comparison", "groups", "p")
    assert [group[-1] for group in groups] == ["35.0", "15.0"]
    assert p == "0.01"


@pytest.mark.parametrize(
    "text",
    [
        "Fever occurred in 16/30 on A, 8/25 on B and 4/20 on C (p = 0.04 for the overall comparison).",
        "Fever occurred in 16/30 vs 8/25 vs 4/20; p = 0.04.",
    ],
)
def test_three_groups(read: Read, text: str) -> None:
    [(groups,)] = read(text, "comparison", "groups")
    assert groups == (("16", "30"), ("8", "25"), ("4", "20"))


@pytest.mark.parametrize(
    ("text", "test", "tails"),
    [
        ("Fever occurred in 16/30 on A and 8/25 on B (p = 0.17, Fisher's exact test).", "Fisher's exact test", None),
        ("Fever occurred in 16/30 on A and 8/25 on B (chi-square test, p = 0.11).", "chi-squared test", None),
        ("Fever occurred in 16/30 on A and 8/25 on B (one-sided p = 0.06).", None, "1"),
        ("Fever occurred in 16/30 on A and 8/25 on B (p = 0.11).", None, None),
    ],
)
def test_the_test_that_the_sentence_names(read: Read, text: str, test: str | None, tails: str | None) -> None:
    assert read(text, "comparison", "test", "tails") == [(test, tails)]


NOT_COMPARED = [
    "Fever occurred in 16/30 on A, 8/25 on B, and 4/20 on C (p = 0.04).",
    "After A 19 of 22 patients had fever and after B 20 of 24 patients had no fever (p < 0.01).",
    "Fever occurred in 53.3% (16/30) and 32.0% (8/25), respectively (P = 0.11).",
    "Fever occurred in 16/30 patients before and in 8/25 after treatment (p = 0.04).",
    "Fever fell from 16/30 to 8/25 (p = 0.04).",
    "Fever occurred in 16/30 at baseline and in 8/25 later (p = 0.04).",
    "Fever occurred in 16/30 on A and 8/25 on B (log-rank p = 0.04).",
    "Fever occurred in 16/30 on A and 8/25 on B (p = 0.04, Mantel-Haenszel).",
    "Fever occurred in 16/30 on A and 8/25 on B (p = 0.04 for trend).",
    "Fever occurred in 16/30 on A and 8/25 on B (p for non-inferiority = 0.04).",
    "Fever occurred in 16/30 on A and 8/25 on B (p = 0.04, paired t test).",
    "Fever and rash occurred in 16/30 and 8/25 (p = 0.04 and 0.30, respectively).",
    "Fever occurred in 16/30 on A and 8/25 on B (OR 0.6, 0.4 to 0.9, p = 0.04).",
    "Fever occurred in 16/30 on A and 8/25 on B, both rarer than on C (p = 0.04 versus C).",
    "Fever occurred in 16/30 on A and 8/25 on B (P < 0.001 between the treated and the untreated).",
    "Fever occurred in 16/30 on A, 8/25 on B and 4/20 on C (p = 0.04).",
    "Of the 60 patients, 20 (33%) preferred A and 10 (17%) preferred B (p = 0.04).",
    "Twenty-five infants were ventilated. Both bags were tried: 21/25 in the A group, 11/25 in the B group (p < .001).",
    "In this crossover trial 21/25 in the A group and 11/25 in the B group had fever (p < .001).",
    "The tests found 16/30 by culture and 8/30 by smear (p = 0.04).",
    "The score was 8/10 and 6/10 (p = 0.04).",
    "Fever occurred in 53% and 32% (p = 0.04).",
    "After adjustment fever occurred in 16/30 on A and 8/25 on B (p = 0.04).",
    "Fever occurred in 16/30 (53.3%), 8/25 (32.0%) and 4/20 (20.0%), p = 0.04.",
    "Fever occurred in 16/30 (43%) on A and 8/25 (32%) on B (p = 0.04).",
]


@pytest.mark.parametrize("text", NOT_COMPARED)
def test_nothing_to_compare(read: Read, text: str) -> None:
    assert read(text, "comparison", "p") == []


def verdicts(text: str) -> list[str]:
    return [finding.verdict for finding in run.verify(extract(from_text(text))) if finding.check.startswith("p_from")]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Fever occurred in 16/30 on A and 8/25 on B (p = 0.11).", "consistent"),
        ("Fever occurred in 16/30 on A and 8/25 on B (p = 0.12).", "explained"),
        ("Fever occurred in 16/30 on A and 8/25 on B (p = 0.011).", "discrepant"),
        ("Fever occurred in 16/30 on A and 8/25 on B (p = 0.11, Fisher's exact test).", "explained"),
        ("Fever occurred in 16/30 vs 8/25 vs 4/20; p = 0.046.", "consistent"),
    ],
)
def test_verdicts(text: str, verdict: str) -> None:
    assert verdicts(text) == [verdict]
