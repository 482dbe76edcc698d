"""Rates with their events and person-time in one phrase."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.auditing import audit_document
from checker.extraction import extract
from checker.model import Certainty, Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]
FIELDS = ("events", "person_time", "rate", "per", "lower", "upper")


def rates(read: Read, text: str) -> list[Any]:
    return read(text, "incidence-rate", *FIELDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fifty-two falls occurred in 3,850 person-years (13.5 per 1000; 95% CI 10.1 to 17.7).",
            ("fifty-two", "3850", "13.5", "1000", "10.1", "17.7"),
        ),
        (
            "The incidence was 2.3 per 100 patient-years (14 falls in 609 patient-years; 95% CI 1.3 to 3.9).",
            ("14", "609", "2.3", "100", "1.3", "3.9"),
        ),
        (
            "There were 52 deaths in 3,850 person-years, for a rate of 13.5 (95% CI, 10.1-17.7) per 1000 person-years.",
            ("52", "3850", "13.5", "1000", "10.1", "17.7"),
        ),
        # ``over`` is no bound here.
        (
            "A total of 14 women had gout over 609 woman-years (2.3 per 100 woman-years).",
            ("14", "609", "2.3", "100", None, None),
        ),
        (
            "The rate was 12 per 1000 person-years in men (24 cases in 2000 person-years).",
            ("24", "2000", "12", "1000", None, None),
        ),
        # A percentage a year, and a million.
        ("There were 14 falls in 609 patient-years (2.3%/year).", ("14", "609", "2.3", "100", None, None)),
        (
            "The rate was 31 per million person-years (14 falls in 451,000 person-years).",
            ("14", "451000", "31", "1000000", None, None),
        ),
    ],
)
def test_one_rate(read: Read, text: str, expected: tuple[Any, ...]) -> None:
    assert rates(read, text) == [expected]


def test_two_groups(read: Read) -> None:
    text = (
        "Rates were 3.1 per 100 patient-years (11 falls in 350 patient-years) with alfa and 1.5 per 100 patient-years "
        "(5 in 340 patient-years) with beta."
    )
    assert [found[:3] for found in rates(read, text)] == [("11", "350", "3.1"), ("5", "340", "1.5")]


@pytest.mark.parametrize(
    "text",
    [
        "There were 14 vs 7 falls in 609 and 610 person-years (2.3 vs 1.1 per 100 person-years).",
        "The age-adjusted rate was 3.1 per 100 person-years (14 falls in 609 person-years).",
        "There were 14 falls in 609 person-years, against 25 expected (4.1 per 100 person-years).",
        "In 14 men during 609 person-years (3.1 falls per 100 person-years), it was rare.",
        # Of no person-time.
        "A total of 14 women fell over 609 years (2.3 per 100 years).",
        "There were 14 falls in 609 person-years; women had 3.1 per 100 person-years.",
    ],
)
def test_rates_of_others_are_left(read: Read, text: str) -> None:
    assert rates(read, text) == []


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("There were 14 falls in 609 patient-years (3.2 per 100 patient-years).", Certainty.PRINTED),
        ("During 609 patient-years, 14 falls occurred (3.2 per 100 patient-years).", Certainty.GUESSED),
    ],
)
def test_how_sure_it_is(text: str, certainty: Certainty) -> None:
    paper = extract(from_text(text))
    assert paper.certainty(paper.claims[0]) is certainty
    [finding] = audit_document(from_text(text), frozenset(["rate_from_events"])).findings
    assert finding.verdict is (Verdict.DISCREPANT if certainty is Certainty.PRINTED else Verdict.QUERY)
