"""Texts written for this suite: 240 in which nothing is wrong though it may look so, and 80 with one error each.

Their writer knew what real print looks like, and nothing of the code. Figures are true by construction.
"""

import json
from pathlib import Path

import pytest

from checker.auditing import audit_document
from checker.model import Verdict
from checker.read.text import from_text
from checker.report import quoted

WRITTEN = Path(__file__).parent / "written"
# So many of the innocent are asked about at most; so many errors are called discrepant, and noticed at all.
ASKED, DISCREPANT, NOTICED = 5, 29, 33


def rows(name):
    return [json.loads(line) for line in (WRITTEN / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def raised(text):
    """The findings that accuse or ask: verdict, check and the characters they stand at."""
    result = audit_document(from_text(text))
    found = [finding for finding in result.findings if finding.verdict in (Verdict.DISCREPANT, Verdict.QUERY)]
    return [(finding.verdict, finding.check, quoted(result, finding)) for finding in found]


def at(row):
    """The verdicts at the wrong figure of a text."""
    start, end = row["start"], row["start"] + len(row["wrong"])
    return {verdict for verdict, _, span in raised(row["text"]) if span and span.start <= end and span.end >= start}


@pytest.mark.parametrize("row", rows("innocent"), ids=lambda row: row["id"])
def test_the_innocent_are_not_accused(row):
    assert [check for verdict, check, _ in raised(row["text"]) if verdict is Verdict.DISCREPANT] == []


def test_few_of_the_innocent_are_asked_about():
    asked = [row["id"] for row in rows("innocent") if raised(row["text"])]
    assert len(asked) <= ASKED, asked


def test_errors_that_are_noticed():
    found = [at(row) for row in rows("errors")]
    assert sum(Verdict.DISCREPANT in verdicts for verdicts in found) >= DISCREPANT
    assert sum(map(bool, found)) >= NOTICED
