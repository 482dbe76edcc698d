"""Counts whose percentages make 100 are the parts of a whole."""

import pytest

from checker.extraction import extract
from checker.read.text import from_text

NAME = "a (p%) and b (q%) that make 100%"


def wholes(text):
    paper = extract(from_text(text))
    return [
        (claim.whole.literal, [part.count.literal for part in claim.parts], str(paper.certainty(claim)))
        for claim in paper.claims
        if claim.__struct_config__.tag == "partition" and paper.binding(claim).reading == NAME
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Care was good in 12/60 (20%), fair in 18/60 (30%) and poor in 30/60 (50%) of homes.",
            [("60", ["12", "18", "30"], "printed")],
        ),
        (
            "We treated 60 women. Pain was mild in 12 (20%), strong in 18 (30%) and worst in 30 (50%).",
            [("60", ["12", "18", "30"], "guessed")],
        ),
        # Either two of three make 100, or are of two groups.
        ("We treated 60 women. In 23 (39%) we saw mould, in 37 (61%) yeast and in 23 (39%) both.", []),
        ("We treated 70 women. It fell in 25 (36%) in the alfa group and 43 (64%) in the beta group.", []),
        # One is set against the other.
        ("We visited 60 homes. Care was good in 12 (20%) compared with 48 (80%).", []),
        # Two do not make 100.
        ("We treated 60 women. Pain was mild in 12 (20%), fair in 18 (30%) and poor in 24 (40%).", []),
        # Each is of its own.
        ("Care was good in 16 (40%) of the 40 men and 12 (60%) of the 20 women.", []),
    ],
)
def test_parts_that_make_100(text, expected):
    assert wholes(text) == expected
