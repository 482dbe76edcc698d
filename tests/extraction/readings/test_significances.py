"""Words about significance with the p that they are said of."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.extraction import extract
from checker.kinds import Significance
from checker.model import Certainty
from checker.read.text import from_text

Read = Callable[..., list[Any]]


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
        ("Scores fell nonsignificantly (p = 0.20).", [("not-significant", "0.20")]),
        ("The fall in scores was insignificant (p = 0.20).", [("not-significant", "0.20")]),
        ("Pain in three groups was significantly less (0.8 vs 1.2, p = 0.05).", [("significant", "0.05")]),
        ("Doses were not significantly different (p = NS), in contrast to pain (p < 0.01).", []),
        # Several words and p-values of one sentence, each with its own.
        (
            "Fever was significantly rarer (p = 0.20), but there was no significant difference in cough (p = 0.01).",
            [("significant", "0.20"), ("not-significant", "0.01")],
        ),
        (
            "Alfa led to significantly less pain (35 vs 49; p = 0.01), fever (p = 0.03), and cough (p = 0.40).",
            [("significant", "0.01"), ("significant", "0.03"), ("significant", "0.40")],
        ),
        ("However, scores were significantly better with alfa (p = 0.20).", [("significant", "0.20")]),
        ("Although pain was not significantly less, scores were better (p = 0.01).", []),
        ("Cough fell by 4% (not significant) and 16% (p = 0.01), fever by 5% (p = 0.02).", []),
        ("Fever but not cough significantly fell (p = 0.02).", []),
        ("However, none of the differences was significant (p = 0.40).", []),
        ("However, fever did not significantly fall until day 3 (p = 0.02).", []),
        ("The difference was significant (p = 0.01), and fever fell slightly (p = 0.20).", [("significant", "0.01")]),
        # No difference.
        ("The three were significantly correlated (r = 0.5, 0.6, and 0.7; p = 0.20).", [("significant", "0.20")]),
        (
            "No significant difference was seen in pain, either at rest (p = 0.01) or later (p = 0.30).",
            [("not-significant", "0.01"), ("not-significant", "0.30")],
        ),
        ("Serum levels were significantly lower (p = 0.20).", [("significant", "0.20")]),
        ("One was unchanged (sign test, p = 0.01).", []),
        ("The two did not differ significantly (p = 0.28 v p < 0.001 before).", [("not-significant", "0.28")]),
        ("Fever significantly fell while cough was not significantly rarer (p = 0.01 and p = 0.20, respectively).", []),
        ("Scores did not change in the alfa group (p = 0.01).", []),
        ("Scores did not differ between men and women (p = 0.01).", [("not-found", "0.01")]),
        ("The groups were comparable in age and sex (p = 0.03).", [("not-found", "0.03")]),
        ("There were similar reductions in both groups (p = 0.01).", []),
        ("Response was similar and lower than before (p = 0.01).", []),
        ("Response was similar in men, but was higher in women (p = 0.01).", [("found", "0.01")]),
        ("Response did not change with alfa (p = 0.01 versus beta).", []),
        ("There was no difference for non-inferiority (p = 0.01).", []),
    ],
)
def test_read(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "significance", "wording", "p") == expected


def test_the_word_and_its_p_are_pointed_at(claims: Callable[[str], Any]) -> None:
    [claim] = claims("Fever was significantly rarer with alfa (p = 0.01).")
    assert [str(place) for place in claim.at] == ["1:46-49", "1:11-23"]


def test_the_word_nearest_to_the_p_is_pointed_at(claims: Callable[[str], Any]) -> None:
    found = claims("Fever was significantly rarer (p = 0.01), but pain was not significantly less (p = 0.30).")
    assert [str(claim.at[0]) for claim in found] == ["1:36-39", "1:84-87"]


@pytest.mark.parametrize(
    ("said", "alpha"),
    [
        ("A p value of less than 0.01 was considered significant.", "0.01"),
        ("Significance was set at 0.10.", "0.10"),
        ("P < 0.05 was considered statistically significant.", "0.05"),
        ("The difference of p = 0.01 was significant.", "0.05"),
        ("With a power of 80% and an alpha of 0.10 we needed 200 patients.", "0.05"),
    ],
)
def test_the_level_that_the_paper_states(read: Read, said: str, alpha: str) -> None:
    text = f"{said} Scores were significantly better with alfa (p = 0.03)."
    assert ("0.03", alpha) in read(text, "significance", "p", "alpha")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Scores were not significantly better with alfa (p = 0.02).", Certainty.PRINTED),
        ("With Bonferroni limits all was judged. Scores were not significantly better (p = 0.02).", Certainty.GUESSED),
        ("P < 0.01 was considered significant. Scores were significantly better (p = 0.02).", Certainty.GUESSED),
        ("Fever was significantly rarer (p = 0.20) and so was cough (p = 0.30).", Certainty.PRINTED),
        ("Fever was rarer (p = 0.20) and cough significantly rarer (p = 0.30).", Certainty.PRINTED),
        ("Fever was rarer (p = 0.20) and cough significantly rarer in men (p = 0.30).", Certainty.GUESSED),
        ("Scores did not differ (p = 0.01).", Certainty.GUESSED),
    ],
)
def test_certainty(text: str, certainty: Certainty) -> None:
    paper = extract(from_text(text))
    held = [paper.bindings[claim.id].certainty for claim in paper.claims if isinstance(claim, Significance)]
    assert held[-1] is certainty
