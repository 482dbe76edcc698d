"""Figures said to be higher or lower than others."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import run
from checker.auditing import audit_document
from checker.extraction import extract
from checker.kinds import Ranking
from checker.model import Certainty, Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Both figures in one bracket, in the order in which the groups are named.
        ("Response was higher with alfa than with beta (45% vs 30%).", ("highest", "45", "30")),
        ("Stay was shorter in men than in women (5.1 versus 7.2 days, p = 0.01).", ("lowest", "5.1", "7.2")),
        ("Men were more likely to smoke than women (45% vs. 30%; OR 1.9).", ("highest", "45", "30")),
        ("Fewer patients left with alfa compared with beta (7 [12%] vs 10 [17%]).", ("lowest", "12", "17")),
        ("Levels were lower with alfa than with beta: 3.1 ± 2.5 vs 9.8 ± 6.7 ng/ml.", ("lowest", "3.1", "9.8")),
        ("Levels were lower with alfa than with beta (3.1 [1.5-4] vs 9.8 [6-11]).", ("lowest", "3.1", "9.8")),
        ("Quitting was more common in those who did not drink than others (43 vs 19%).", ("highest", "43", "19")),
        ("Survival was longer with alfa than beta (median 14.9 months vs 8.2 months).", ("highest", "14.9", "8.2")),
        ("Pain was less frequent, but not significantly so, in men than women (4% vs 6%).", ("lowest", "4", "6")),
        ("Less time was spent in bed with alfa than with beta (19 vs 31 min).", ("lowest", "19", "31")),
        ("Flow was reduced in smokers compared with others (4.1 vs 5.2).", ("lowest", "4.1", "5.2")),
        ("Akinesia was greater with alfa than with beta (mean score 1.74 vs 2.66).", None),
        ("Stay was shorter with alfa than with beta (beta 5 vs alfa 3 days).", None),
        ("Stay was shorter with alfa than with beta (beta vs alfa: days, 5 vs 3).", None),
        ("Flow was not reduced in smokers compared with others (4.1 vs 5.2).", None),
        ("We asked whether flow was reduced in smokers compared with others (4.1 vs 5.2).", None),
        (
            "Pain was similar, although sleep was longer with alfa (8.3 h) than beta (7.2 h).",
            ("highest", "8.3", "7.2"),
        ),
        # Each figure behind its group.
        ("Response was higher with alfa (45%) than with beta (30%).", ("highest", "45", "30")),
        ("A higher share quit with alfa (45 of 100 patients, 45%) than beta (30%).", ("highest", "45", "30")),
        ("Fewer men (3.7%) than women (10.8%) fell.", ("lowest", "3.7", "10.8")),
        ("Uptake was longer with alfa [13.6 (5.2) min] than beta [9.6 (2.8) min].", ("highest", "13.6", "9.6")),
        ("Tension in veins (5.0 ± 0.7 g) was lower than that of arteries (6.9 ± 0.9 g).", ("lowest", "5.0", "6.9")),
    ],
)
def test_pairs(read: Read, text: str, expected: tuple[str, str, str] | None) -> None:
    claims = [(*claim[:2], *claim[2]) for claim in read(text, "ranking", "position", "value", "others")]
    assert claims == ([expected] if expected else [])


def test_further_groups(read: Read) -> None:
    text = "Uptake was higher with alfa (9.1%) compared with beta (3.0%) and gamma (4.1%)."
    assert read(text, "ranking", "position", "value", "others") == [("highest", "9.1", ("3.0", "4.1"))]


def test_a_further_group_with_a_comparison_of_its_own(read: Read) -> None:
    text = "Uptake was higher in men (14.0%) than in women (10.6%) and in towns (15.2%) than in villages (9.8%)."
    assert read(text, "ranking", "position", "value", "others")[0] == ("highest", "14.0", ("10.6",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The most common event was fever (45%), followed by nausea (30%) and rash (12%).",
            [("highest", "45", ("30", "12"))],
        ),
        ("The most frequent cause was sepsis (n = 12), followed by falls (n = 8).", [("highest", "12", ("8",))]),
        ("Titres were lowest in Ohio (1.2%), followed by Utah (1.9%).", [("lowest", "1.2", ("1.9",))]),
        ("The most common events were fever (45%), nausea (30%) and rash (42%).", []),
        ("The most common treatment was surgery (40%), followed by irradiation (60%).", []),
        ("One of the most common events was fever (10%), followed by nausea (30%).", []),
        ("The most common event was fever (40% and 50%), followed by nausea (45% and 30%).", []),
    ],
)
def test_superlatives(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "ranking", "position", "value", "others") == expected


@pytest.mark.parametrize(
    "text",
    [
        # Which figure is whose is not said.
        "Response was lower in the later series (45% vs 30%).",
        "Compared with beta, response was lower with alfa (45% vs 30%).",
        "Response was lower with alfa than beta (beta 45% vs alfa 30%).",
        "Response was lower with alfa than with beta or gamma (45% vs 30% vs 20%).",
        "Response was lower and survival longer with alfa than with beta (45% vs 30%).",
        "Response was lower with alfa than with beta (45% beta vs 30% alfa).",
        "Levels were lower with alfa than with beta (45 (beta) vs 30 (alfa)).",
        "Levels were lower with alfa than with beta (4.5 placebo vs 3.0 active).",
        "Fewer patients in the alfa group than in the beta group left (12 vs 8).",
        # The word has another sense than the number.
        "Outcome was better with alfa than with beta (30% vs 45%).",
        "Sensitivity was lower in men than women (ED50 7.5 vs 6.0).",
        # No ranking.
        "Response was not lower with alfa than with beta (45% vs 30%).",
        "Response did not appear to be lower with alfa than with beta (45% vs 30%).",
        "Response was no lower with alfa than with beta (45% vs 30%).",
        "We asked whether response was lower with alfa than with beta (45% vs 30%).",
        "Patients with lower limb pain came more than once (45% vs 30%).",
        "Grade 3 or higher fever occurred with alfa rather than beta (12% vs 30%).",
        "A dose lower than 5 mg was compared with others (45% vs 30%).",
        # Other figures than those of the groups.
        "The rate of falls was lower with alfa than with beta (9 vs 7 patients).",
        "Response was lower with alfa than with beta (p = 0.04 vs p = 0.01).",
        "Levels below 20 units (0.70 mol) were more common in men than in women (25% vs 20%) of note.",
        "Stay was shorter with alfa than with beta (7.1 days vs 5 weeks).",
        "Response was lower with alfa than with beta (>45% vs 30%).",
        "Levels were lower with alfa than with beta (-8.1 vs -9.2).",
    ],
)
def test_silent(text: str) -> None:
    findings = audit_document(from_text(text), frozenset(["ranking_of_figures"])).findings
    assert [finding.message for finding in findings if finding.verdict is not Verdict.CONSISTENT] == []


def test_several_pairs_behind_one_comparison_are_a_guess() -> None:
    """The groups may be in another order: nobody is accused, whichever way the figures run."""
    paper = extract(
        from_text("Scores were lower with alfa than with beta (7.2 vs 5.9, p = 0.01, and 3.2 vs 1.6, p = 0.04).")
    )
    claims = [claim for claim in paper.claims if isinstance(claim, Ranking)]
    assert [paper.bindings[claim.id].certainty for claim in claims] == [Certainty.GUESSED] * 2
    assert not [finding for finding in run.verify(paper) if finding.verdict is Verdict.DISCREPANT]


def test_swapped_figures_are_flagged() -> None:
    text = "Vomiting was lower with alfa than with beta (18% vs 4%)."
    [finding] = audit_document(from_text(text), frozenset(["ranking_of_figures"])).findings
    assert finding.message.startswith("18 is not lower than 4")


@given(
    st.lists(
        st.sampled_from("higher fewer than in alfa ( ) [ ] 45% 30 vs ± 2.1 (n = 12 , followed by most common".split()),
        max_size=60,
    )
)
def test_never_fails(words: list[str]) -> None:
    extract(from_text(" ".join(words)))
