"""Medians and rates of one survival curve."""

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


def pairs(read: Read, text: str) -> list[Any]:
    return read(text, "median-survival", "median", "time", "estimate")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Median overall survival was 22.1 months and 12-month OS was 61.5%.", [("22.1", "12", "61.5")]),
        ("Median survival was not reached; survival at 2 years was 72%.", [(None, "24", "72")]),
        ("Median PFS was 9.4 months. The 2-year PFS rate was 42%.", [("9.4", "24", "42")]),
        ("Progression-free survival (PFS) at 1 year was 30%, and the median PFS, 8 months.", [("8", "12", "30")]),
        ("Median recurrence-free survival was 3 years, with a 5-year RFS of 31%.", [("3", "60", "31")]),
        ("Survival was 61% at 1 year; median survival, 22 months.", [("22", "12", "61")]),
        (
            "Median OS was 22.1 months, and EFS was 14.3 months. The 1-year OS was 61.5%, and EFS was 51.0%.",
            [("22.1", "12", "61.5"), ("14.3", "12", "51.0")],
        ),
        (
            "Median overall survival was 10 months (95% CI 7-12) in arm A and 17 months (95% CI 13-21) in arm B; "
            "the 1-year survival rates were 34% and 63%, respectively.",
            [("10", "12", "34"), ("17", "12", "63")],
        ),
        ("Median PFS was 5.6 v 4.1 months, and 1-year PFS 22% v 15%.", [("5.6", "12", "22"), ("4.1", "12", "15")]),
        (
            "Survival at 5 years was 40% with alfa and 20% with beta; median survival was 48 months with alfa and "
            "20 months with beta.",
            [("48", "60", "40"), ("20", "60", "20")],
        ),
        ("Median OS was 8 months; 6-month and 1-year OS were 61% and 43%.", [("8", "6", "61"), ("8", "12", "43")]),
        ("At 1 and 2 years, OS was 30% and 12%; median OS, 8 months.", [("8", "12", "30"), ("8", "24", "12")]),
        (
            "Median OS was 30 months; 1-, 2- and 3-year OS were 80% (95% CI 70-90), 60% (95% CI 50-70) and "
            "45% (95% CI 30-50), respectively.",
            [("30", "12", "80"), ("30", "24", "60"), ("30", "36", "45")],
        ),
        ("Among smokers, median OS was 8 months and 1-year OS was 30%.", [("8", "12", "30")]),
    ],
)
def test_pairs(read: Read, text: str, expected: list[Any]) -> None:
    assert pairs(read, text) == expected


def test_limits(read: Read) -> None:
    text = "Median OS was 22.1 months (95% CI, 12.7-NR). The 1-year OS was 61.5% (95% CI 51.0-70.4)."
    fields = ("median", "median_lower", "median_upper", "lower", "upper")
    assert read(text, "median-survival", *fields) == [("22.1", "12.7", None, "51.0", "70.4")]
    text = text.replace("22.1 months (95% CI, 12.7-NR)", "not reached (95% CI 12.7 to not estimable)")
    assert read(text, "median-survival", *fields) == [(None, "12.7", None, "51.0", "70.4")]


@pytest.mark.parametrize(
    "text",
    [
        # Another quantity.
        "Median PFS was 8 months and 1-year OS was 70%.",
        "Median local PFS was 8 months and 1-year PFS was 70%.",
        "Median OS was 8 months and 1-year graft survival was 90%.",
        "Median time to progression was 8 months and 1-year PFS was 70%.",
        "Median follow-up was 8 months; 1-year OS was 70%.",
        "Median OS was 8 months; the 1-year cumulative incidence of relapse was 70%.",
        "Median OS was 8 months; 70% had no relapse at 1 year.",
        # Other patients.
        "Median OS was 8 months. Among responders, 1-year OS was 70%.",
        "Median OS was 8 months. Survival was best in stage I: the 1-year OS was 70%.",
        "Median OS was 8 months in stage IV, and the 1-year OS in stage I was 70%.",
        "In stage IV, median OS was 8 months. The 1-year OS was 70%.",
        "Median OS was 8 months in stage IV. The 1-year OS was 70%.",
        "Median OS was 8 months, and shorter in smokers. The 1-year OS was 70%.",
        "Median OS was 8 months, against a 1-year OS of 70% in historical controls.",
        "Median OS from diagnosis was 48 months and 2-year OS from grafting was 40%.",
        "Median OS was 8 months. Twelve patients responded. Their 1-year OS was 70%.",
        "Median OS in arm B was 8 months and 1-year OS in arm A was 70%.",
        "Median survival of patients who died was 8 months, and 1-year survival was 70%.",
        # Another list.
        "Median OS was 10 months with alfa and 17 months with beta; OS was 61% at 1 year and 40% at 2 years.",
        "Median OS was 10 months with alfa and 17 months with beta; 1-year OS was 63% with beta and 34% with alfa.",
        "Median OS was 8 months with alfa and 7 months with beta; 1-year OS was 63%.",
        "Median OS and PFS were 30 and 8 months, and 1-year OS and PFS were 70% and 60%.",
        "Median OS was 8 months; 1- and 2-year OS rates were 61% and 43% vs 50% and 30%.",
        "Median OS was 8 months; 1- and 2-year OS rates were 61% and 43% in men.",
        # No figures of these patients.
        "A median OS of 8 months was assumed, with an expected 1-year OS of 70%.",
        "Median OS rose from 8 to 20 months and 1-year OS from 40% to 70%.",
        "The median age was 8 years and 1-year survival was 70%.",
    ],
)
def test_silent(read: Read, text: str) -> None:
    assert pairs(read, text) == []


def test_verdicts() -> None:
    text = "Median OS was {} months and the 2-year OS rate was {}%."
    for median, rate, discrepant in [("9.4", "42", 0), ("9.4", "62", 1), ("30", "42", 1), ("24", "50", 0)]:
        findings = audit_document(from_text(text.format(median, rate)), frozenset(["median_against_rate"])).findings
        assert sum(finding.verdict is Verdict.DISCREPANT for finding in findings) == discrepant


@given(st.lists(st.sampled_from("median OS PFS was 8 months 1-year 70% with alfa and beta not reached ; , vs".split())))
def test_never_fails(words: list[str]) -> None:
    extract(from_text(" ".join(words) + " survival."))
