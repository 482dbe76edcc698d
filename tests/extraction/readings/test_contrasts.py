"""Pairs of figures behind a word of direction that names one group only."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import run
from checker.extraction import extract
from checker.kinds import Ranking
from checker.model import Certainty, Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Stay was shorter with alfa (median 3 vs 5 days).", [("lowest", "3", ("5",))]),
        ("Smokers were older (median age, 64 vs. 57 years; p = 0.04).", [("highest", "64", ("57",))]),
        ("Men had lower pressure (systolic 154 vs. 163 mmHg).", [("lowest", "154", ("163",))]),
        ("Fever was rarer with a lower rate of rash (9% vs 17% in the control group).", [("lowest", "9", ("17",))]),
        ("Compared with beta, alfa had a higher incidence of cough (8.9% vs 0.8%).", [("highest", "8.9", ("0.8",))]),
        ("Scores were lower in the alfa group at discharge (3.3 vs 3.9).", [("lowest", "3.3", ("3.9",))]),
        (
            "Survivors were younger (58 v 67 years) and, with a median of 14 v 9 days, stayed longer than others.",
            [("lowest", "58", ("67",))],
        ),
        ("Scores were lower with alfa (3.3 with alfa vs 3.9 with beta).", [("lowest", "3.3", ("3.9",))]),
        (
            "Alfa led to lower pain (35 ± 18 vs. 49 ± 16, p = 0.01) and nausea scores (1.7 vs. 2.2, p = 0.02).",
            [("lowest", "35", ("49",)), ("lowest", "1.7", ("2.2",))],
        ),
        (
            "More men than women (66% versus 58%, p = .04), boys than girls (68% versus 57%) had slept.",
            [("highest", "66", ("58",)), ("highest", "68", ("57",))],
        ),
    ],
)
def test_read(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "ranking", "position", "value", "others") == expected


@pytest.mark.parametrize(
    "text",
    [
        # The other group may have the first figure.
        "Compared with beta, response was lower with alfa (45% vs 30%).",
        "Response was lower in the later series (45% vs 30%).",
        "Response was lower after alfa (45% vs 30%).",
        "Response was lower with alfa (45% with beta vs 30%).",
        "Compared with beta, response was lower for alfa (45% vs 30%).",
        "Response was lower with alfa (placebo 45% vs 30%).",
        "Between 1981 and 1987, patients were more often diabetic (15% vs 24%).",
        "Response was lower in the alfa group than before (45% vs 30%).",
        # The word has another sense than the number, or is said of another thing.
        "Reduction of pain was smaller with alfa (45% vs 30%).",
        "Men were older, whereas response was the same (45% vs 30%).",
        "Men reported greater satisfaction (13% vs 50%).",
        "Response was similar (45% vs 30%).",
        "Levels were lower with alfa (-8.1 vs -9.2).",
    ],
)
def test_left(read: Read, text: str) -> None:
    assert read(text, "ranking", "value", "others") == []


def test_which_group_has_which_figure_is_a_guess() -> None:
    paper = extract(from_text("Stay was shorter with alfa (median 7 vs 5 days)."))
    [claim] = [claim for claim in paper.claims if isinstance(claim, Ranking)]
    assert paper.bindings[claim.id].certainty is Certainty.GUESSED
    assert [finding.verdict for finding in run.verify(paper) if finding.claim is claim] == [Verdict.QUERY]


@given(
    st.lists(
        st.sampled_from("higher older fewer patients with alfa ( ) 45% 30 vs ± 2.1 , ; and p = 0.01 whereas".split()),
        max_size=60,
    )
)
def test_never_fails(words: list[str]) -> None:
    extract(from_text(" ".join(words)))
