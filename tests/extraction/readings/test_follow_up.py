"""Follow-up against the window between the first enrolment and the data cutoff."""

from collections.abc import Callable
from typing import Any

import pytest

from checker.auditing import audit_document
from checker.model import Verdict
from checker.read.text import from_text

Read = Callable[..., list[Any]]
FIELDS = ("start", "end", "cutoff", "median", "longest", "unit")
ENROLLED = "Between May 27, 2020, and June 16, 2021, we enrolled 96 adults. "
CUTOFF = "The data cutoff was 30 June 2022. "


def bounded(read: Read, text: str) -> list[Any]:
    return [claim[2:] for claim in read(text, "follow-up", *FIELDS) if claim[2] is not None]


def discrepant(text: str) -> list[str]:
    findings = audit_document(from_text(text), frozenset(["follow_up_window"])).findings
    return [finding.message for finding in findings if finding.verdict is Verdict.DISCREPANT]


def test_dates_in_order() -> None:
    assert discrepant(ENROLLED) == []


@pytest.mark.parametrize(
    "text",
    [
        "Patients were recruited from October 2022 to July 2020.",
        "Patients were recruited between 27 May 2020 and 16 May 2020.",
        "Charts of 2008 to 2004 were read; the study ran from 2008 to 2004.",
    ],
)
def test_dates_out_of_order(text: str) -> None:
    assert len(discrepant(text)) == 1


@pytest.mark.parametrize(
    "cutoff",
    [
        CUTOFF,
        "The clinical data cutoff date was June 30, 2022. ",
        "Data cut-off: 2022-06-30. ",
        "We locked the file at the database lock on June 30, 2022. ",
        "Patients were followed until June 30, 2022. ",
        "As of 30 June 2022, 40 adults were alive. ",
        "At the 30 June 2022 data cut-off 40 adults were alive. ",
    ],
)
def test_cutoffs(read: Read, cutoff: str) -> None:
    text = ENROLLED + cutoff + "Median follow-up was 14.7 months (range, 2-31)."
    assert bounded(read, text) == [("2022-06-30", "14.7", "31", "months")]
    assert len(discrepant(text)) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("At a median follow-up of 14.7 months, 40 had died.", ("14.7", None, "months")),
        ("The median duration of follow-up was 1.2 years (IQR 0.6-1.9).", ("1.2", None, "years")),
        ("Follow-up was a median of 450 days (range 3 to 700 days).", ("450", "700", "days")),
        ("Median follow-up, 14.7 months (95% CI 12-31).", ("14.7", None, "months")),
        ("Median (range) follow-up was 14.7 (2-20) months.", ("14.7", "20", "months")),
        ("The maximum follow-up was 24 months.", (None, "24", "months")),
    ],
)
def test_statements(read: Read, words: str, expected: tuple[Any, ...]) -> None:
    assert bounded(read, ENROLLED + CUTOFF + words) == [("2022-06-30", *expected)]


@pytest.mark.parametrize(
    "text",
    [
        # No upper bound without a cutoff.
        ENROLLED + "Median follow-up was 94 months (range 2-131).",
        # Counted from before enrolment, of others, or not yet done.
        ENROLLED + CUTOFF + "Median follow-up from diagnosis was 94 months.",
        ENROLLED + CUTOFF + "Median follow-up since the initial diagnosis was 94 months.",
        ENROLLED + CUTOFF + "In the previous trial, median follow-up was 94 months.",
        ENROLLED + CUTOFF + "A median follow-up of 94 months is planned.",
        ENROLLED + CUTOFF + "Smith et al. had a median follow-up of 94 months.",
        # Two cohorts, or two analyses.
        ENROLLED + "Controls were treated between 2001 and 2008. " + CUTOFF + "Median follow-up was 94 months.",
        ENROLLED + CUTOFF + "At the data cutoff of 1 May 2031, median follow-up was 94 months.",
        # No date of the study.
        ENROLLED + "Data were available as of 1 May 2022. Median survival was 94 months.",
    ],
)
def test_silent(text: str) -> None:
    assert discrepant(text) == []


def test_a_cutoff_printed_twice_is_one(read: Read) -> None:
    text = ENROLLED + CUTOFF + "As of June 2022, the median follow-up was 14.7 months."
    assert bounded(read, text) == [("2022-06-30", "14.7", None, "months")]


def test_the_literature_is_not_enrolled(read: Read) -> None:
    others = "Articles in Medline on patients treated between May 1, 2001, and June 1, 2008, were read. "
    text = f"{ENROLLED}{others}{CUTOFF}As of June 2022, the median follow-up was 14.7 months."
    assert bounded(read, text) == [("2022-06-30", "14.7", None, "months")]
