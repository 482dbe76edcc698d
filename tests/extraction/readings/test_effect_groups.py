"""Estimates of effect and the two groups whose shares stand beside them."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import run
from checker.extraction import extract
from checker.kinds import Effect
from checker.model import Certainty, Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]

COUNTED = (("12", "60"), ("20", "58"))
PERCENTAGES = (("20",), ("34",))
BESIDE = [
    ("Relapse was rarer: 12 of 60 (20%) vs 20 of 58 (34%); RR 0.58 (95% CI 0.31-1.08); p = 0.08.", COUNTED),
    ("Relapse was rarer (12/60 [20%] v 20/58 [34%]; risk difference -14.5%, 95% CI -30 to 1).", COUNTED),
    ("Relapse was rarer (20% vs 34%; odds ratio, 0.48; 95% CI, 0.21-1.12).", PERCENTAGES),
    ("Relapse occurred in 20% on A compared with 34% on B (odds ratio [OR] 0.48; 95% CI 0.21-1.12).", PERCENTAGES),
    ("The odds ratio was 0.48 (95% CI 0.21-1.12) in cases (12/60) against controls (20/58).", COUNTED),
    ("It occurred in 20% (95% CI 11 to 32%) on A and 34% (22-48%) on B; relative risk 0.58 (0.31-1.08).", PERCENTAGES),
    ("Relapse (20% on A versus 34% on B) had a crude OR of 0.48 (95% CI 0.21-1.12).", PERCENTAGES),
    ("A failed in 20% of patients and B in 34%. The odds ratio was 0.48 (95% CI 0.21 to 1.12).", PERCENTAGES),
]  # fmt: skip


@pytest.mark.parametrize(("text", "groups"), BESIDE)
def test_groups_of_an_estimate_with_its_interval(read: Read, text: str, groups: Any) -> None:
    assert read(text, "effect", "groups") == [(groups,)]


WITHOUT_INTERVAL = [
    ("Relapse was rarer (20% vs 34%, odds ratio 0.48).", ("odds ratio", "0.48", PERCENTAGES)),
    ("Relapse was rarer (20% vs 34%; OR = 0.48, p = .08).", ("OR", "0.48", PERCENTAGES)),
    ("Relapse was rarer (20% vs 34%; relative risk reduction 41%).", ("relative risk reduction", "41", PERCENTAGES)),
    ("Relapse was rarer (20% vs 34%; risk reduction of 41%).", ("relative risk reduction", "41", PERCENTAGES)),
    ("It was rarer (20% vs 34%; absolute risk reduction 14%).", ("absolute risk reduction", "14", PERCENTAGES[::-1])),
    ("Relapse was rarer (20% vs 34%; number needed to treat 8).", ("number needed to treat", "8", PERCENTAGES)),
    ("Relapse was rarer (20% vs 34%; NNT = 7).", ("NNT", "7", PERCENTAGES)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WITHOUT_INTERVAL)
def test_an_estimate_without_an_interval(read: Read, text: str, expected: Any) -> None:
    assert read(text, "effect", "measure", "estimate", "groups") == [expected]


def test_further_measures_of_the_same_groups(read: Read) -> None:
    text = "Relapse was rarer (20% versus 34%; OR 0.48 [95% CI, 0.21-1.12]; NNT 8)."
    assert read(text, "effect", "measure", "groups") == [("OR", PERCENTAGES), ("NNT", PERCENTAGES)]


def test_the_order_that_the_estimate_speaks_of(read: Read) -> None:
    assert read("Relapse was commoner on B (20% vs 34%, OR 2.06).", "effect", "groups") == [(PERCENTAGES[::-1],)]


@pytest.mark.parametrize(
    ("text", "crude"),
    [
        ("Relapse differed (20% vs 34%; crude odds ratio 0.48; 95% CI 0.21-1.12).", True),
        ("Relapse differed (20% vs 34%; unadjusted OR 0.48; 95% CI 0.21-1.12).", True),
        ("In univariate analysis, relapse differed by stage (20% vs 34%; odds ratio 0.48; 95% CI 0.21-1.12).", True),
        ("Crude rates differed (20% vs 34%), and by regression the odds ratio was 0.48 (95% CI 0.21-1.12).", False),
        ("Relapse differed (20% vs 34%; odds ratio 0.48; 95% CI 0.21-1.12).", False),
    ],
)
def test_crude_only_where_the_paper_says_so(read: Read, text: str, crude: bool) -> None:
    assert read(text, "effect", "crude") == [(crude,)]


LEFT_ALONE = [
    "Relapse was rarer (20% vs 34%; adjusted odds ratio 0.62; 95% CI 0.31-1.12).",
    "Relapse was rarer (20% vs 34%; hazard ratio 0.52; 95% CI 0.31-1.12).",
    "By Kaplan-Meier 20% vs 34% relapsed (relative risk 0.52; 95% CI 0.31-1.12).",
    "Relapse was rarer (20% vs 34% vs 12%; OR 0.48; 95% CI 0.31-1.12).",
    "Pain (20%, OR 1.5 [95% CI 1.1-2.0]), rash (34%, OR 2.5 [95% CI 1.9-3.3]) and fever were common.",
    "A 50% or greater fall was seen in 34% (OR 0.48; 95% CI 0.31-1.12).",
    "Score was 20% better and 34% higher. The mean difference was 4.8% (95% CI 3.1 to 6.5).",
    "The odds ratio was 0.48 (95% CI 0.31-1.12). Rash occurred in 12/60 and 20/58.",
    "Relapse was rarer (20% vs 34%; aOR 0.48; 95% CI 0.21-1.12).",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_no_groups(read: Read, text: str) -> None:
    assert [groups for (groups,) in read(text, "effect", "groups") if groups] == []


def test_two_groups_of_one_size(read: Read) -> None:
    text = (
        "Women had tablets (n = 60) or placebo (n = 60). Nausea differed (tablets vs placebo: 35.0% vs 15.0%, RR 2.3)."
    )
    [(groups,)] = read(text, "effect", "groups")
    assert [group[-1] for group in groups] == ["35.0", "15.0"]


UNSURE = [
    # A paper that adjusts elsewhere, whose percentages do not make the estimate.
    "Logistic regression was used. Relapse was rarer (20% vs 34%; odds ratio 0.75; 95% CI 0.51-1.12).",
    "Relapse was rarer (20% vs 34%; absolute difference 25%).",
    "A failed in 20% of patients and B in 34%. The odds ratio was 0.98 (95% CI 0.88 to 1.09).",
]


@pytest.mark.parametrize("text", UNSURE)
def test_groups_that_may_be_of_another_estimate_are_a_guess(text: str) -> None:
    paper = extract(from_text(text))
    [claim] = [claim for claim in paper.claims if isinstance(claim, Effect) and claim.groups]
    assert paper.bindings[claim.id].certainty is Certainty.GUESSED
    assert claim.lower is None
    found = [finding.verdict for finding in run.verify(paper) if finding.check.startswith("effect_from")]
    assert Verdict.DISCREPANT not in found


def verdicts(text: str) -> list[str]:
    findings = run.verify(extract(from_text(text)))
    return [finding.verdict for finding in findings if finding.check.startswith("effect_from")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Relapse was rarer: 12 of 60 vs 20 of 58; RR 0.58 (95% CI 0.31-1.08).", ["consistent", "consistent"]),
        ("Relapse was rarer: 12 of 60 vs 20 of 58; RR 0.48 (95% CI 0.21-1.10).", ["explained", "explained"]),
        ("Relapse was rarer (20% vs 34%, odds ratio 0.48).", ["consistent"]),
        ("Relapse was rarer (20% vs 34%, odds ratio 0.84).", ["explained"]),
        ("Relapse was rarer (20% vs 34%, unadjusted odds ratio 0.84).", ["discrepant"]),
    ],
)
def test_verdicts(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


counts = st.integers(20, 400).flatmap(lambda total: st.tuples(st.integers(3, total - 3), st.just(total)))


@given(counts, counts)
def test_what_the_counts_make_is_never_flagged(one: tuple[int, int], other: tuple[int, int]) -> None:
    (a, n), (b, m) = one, other
    odds = a * (m - b) / (b * (n - a))
    if 0.05 < odds < 20:
        text = f"Relapse was seen in {a}/{n} on A and {b}/{m} on B (crude odds ratio {odds:.2f})."
        assert set(verdicts(text)) <= {"consistent"}
