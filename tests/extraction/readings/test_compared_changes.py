"""Changes said to be greater or smaller in one group than in another."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.auditing import audit_document
from checker.extraction import extract
from checker.kinds import Ranking
from checker.model import Certainty
from checker.read.text import from_text

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The reduction of pain was larger with alfa (28.3%) than with beta (9.2%).", ("highest", "28.3", ("9.2",))),
        ("Pain fell more, a greater fall with alfa (-6.6 mm) than with beta (-5.1 mm).", ("lowest", "-6.6", ("-5.1",))),
        ("A smaller loss of weight was seen in men than women (-5.1 vs -6.6 kg).", ("highest", "-5.1", ("-6.6",))),
        ("Weight gain was lower with alfa than with beta (6.0 vs 7.5 kg).", ("lowest", "6.0", ("7.5",))),
    ],
)
def test_read(read: Read, text: str, expected: Any) -> None:
    assert read(text, "ranking", "position", "value", "others") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The reduction of pain was not larger with alfa (28.3%) than with beta (9.2%).",
        "The increase of flow was larger with alfa (-28.3%) than with beta (-9.2%).",
        "The reduction of pain was larger with alfa (-2.3%) than with beta (9.2%).",
        "The reduction of risk was larger with alfa (28.3%) than with beta (9.2%).",
        "Reduction of pain was greater with alfa (45% vs 30%).",
        "Improvement was better and greater with alfa than with beta (30% vs 45%).",
    ],
)
def test_left(read: Read, text: str) -> None:
    assert read(text, "ranking", "value", "others") == []


def test_the_changes_are_a_guess() -> None:
    text = "The reduction of pain was larger with alfa (9.2%) than with beta (28.3%)."
    paper = extract(from_text(text))
    [claim] = [claim for claim in paper.claims if isinstance(claim, Ranking)]
    assert paper.bindings[claim.id].certainty is Certainty.GUESSED
    [finding] = audit_document(from_text(text), frozenset(["ranking_of_figures"])).findings
    assert finding.verdict == "query"
