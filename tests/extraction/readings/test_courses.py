"""Figures that words let rise or fall."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.auditing import audit_document
from checker.extraction import extract
from checker.model import Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Use rose from 45% to 60%.", [("highest", "60", ("45",))]),
        ("Flow decreased from 941 ± 76 to 729 ± 118 mL/min (p < 0.05).", [("lowest", "729", ("941",))]),
        ("The mean score fell significantly (from 7.9 to 7.1).", [("lowest", "7.1", ("7.9",))]),
        ("Use fell to 13% from 80% a year earlier.", [("lowest", "13", ("80",))]),
        ("Gastrin rose from a median of 76 to 163 pg/mL.", [("highest", "163", ("76",))]),
        ("Intervals decreased by 32%, from 31.7 to 21.6 h.", [("lowest", "21.6", ("31.7",))]),
        ("Fractional shortening rose from 13.8% to 25.5%.", [("highest", "25.5", ("13.8",))]),
        ("Costs rose from about 4100 to 4500 per patient.", [("highest", "4500", ("~4100",))]),
        (
            "Flow fell from 941 to 729 and filtration from 105 to 92.",
            [("lowest", "729", ("941",)), ("lowest", "92", ("105",))],
        ),
        ("Stay was reduced from 7.1 days to 5.0 days.", [("lowest", "5.0", ("7.1",))]),
    ],
)
def test_read(read: Read, text: str, expected: list[Any]) -> None:
    assert read(text, "ranking", "position", "value", "others") == expected


@pytest.mark.parametrize(
    "text",
    [
        # Ranges, of changes and of times.
        "Alfa achieved reductions from baseline in pressure of 6.3 to 15 mm Hg.",
        "Symptoms decreased by from 46% to 69%.",
        "The fall in pressure from 32 min to 60 min was related to age.",
        "Symptoms fell, ranging from 46% to 69%.",
        "Use fell on a scale from 0 to 10 points.",
        "Use rose from baseline to 12 months, but fell from 12 to 18 months.",
        "Use fell in the period from 12 to 18 months.",
        # A change of a change, or none.
        "Alfa attenuated the increase in flow from 50 to 30 units.",
        "Flow did not fall from 50 to 60 units.",
        "We expected that use would rise from 60% to 45%.",
        # Whose sign is another.
        "The deficit rose from 12 to 8 points.",
        "Scores rose from -2 to -5.",
        # Others than those of which the word is said.
        "Flow fell from 941 to 729, but filtration went from 92 to 105.",
        "Flow fell from 941 to 729 and led to a delay in discharge from 7 to 21 days.",
        "Flow was followed from 941 to 729.",
    ],
)
def test_left(read: Read, text: str) -> None:
    claims = read(text, "ranking", "value", "others")
    assert [claim for claim in claims if claim != ("729", ("941",))] == []


def test_a_course_the_other_way_is_flagged() -> None:
    [finding] = audit_document(from_text("Use rose from 60% to 45%."), frozenset(["ranking_of_figures"])).findings
    assert finding.verdict is Verdict.DISCREPANT


@pytest.mark.parametrize(
    "text",
    [
        "Use rose in towns and in all of the villages nearby from 60% to 45%.",
        "Flow fell from 941 to 729 and filtration from 92 to 105.",
    ],
)
def test_a_pair_at_a_distance_is_a_guess(text: str) -> None:
    findings = audit_document(from_text(text), frozenset(["ranking_of_figures"])).findings
    assert findings[-1].verdict is Verdict.QUERY


@given(
    st.lists(
        st.sampled_from(
            "rose fell reduced from to and , ; 45% 30 12.5 days ( ) ± 2.1 baseline by was p = 0.01".split()
        ),
        max_size=60,
    )
)
def test_never_fails(words: list[str]) -> None:
    extract(from_text(" ".join(words)))
