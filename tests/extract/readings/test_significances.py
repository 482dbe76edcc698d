"""Words about significance with the p that they are said of."""

from collections.abc import Callable
from typing import Any

import pytest

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
    ],
)
def test_read(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "significance", "wording", "p") == expected


def test_the_word_and_its_p_are_pointed_at(claims: Callable[[str], Any]) -> None:
    [claim] = claims("Fever was significantly rarer with alfa (p = 0.01).")
    assert [str(place) for place in claim.at] == ["1:11-23", "1:46-49"]
