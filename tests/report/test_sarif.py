"""SARIF against the schema of version 2.1.0, which lies beside this test.

The copy is the one in Microsoft's package @microsoft/sarif-multitool-linux 5.7.0, under the MIT licence beside it.
"""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from checker.finding import Result
from checker.model import Verdict
from checker.report import Options, sarif

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.validators.validator_for(SCHEMA)(SCHEMA)
USUAL = Options(verdicts=frozenset(Verdict) - sarif.QUIET)


def written(results, options=USUAL):
    text = sarif.write(results, options)
    report = json.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(report)] == []
    return report["runs"][0]


def test_a_query_is_a_note(asked):
    [result] = written([asked])["results"]
    assert (result["kind"], result["level"]) == ("fail", "note")
    assert result["properties"]["because"] == "unstated"


def test_a_result_a_finding_at_its_characters(paper):
    run = written([paper])
    first = run["results"][0]
    assert first["ruleId"] == run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "percent_from_count"
    assert (first["kind"], first["level"]) == ("fail", "error")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "paper.txt"
    region = place["region"]
    line = paper.document.text.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"] == "10 (22%)"


def test_every_verdict_has_its_kind(paper, audited, everything):
    run = written([paper, audited("A response was seen in 10 (22%).\n")], everything)
    assert {result["kind"] for result in run["results"]} == {"fail", "review", "open", "pass"}
    assert all((result["kind"] == "fail") == (result["level"] != "none") for result in run["results"])


def test_hostile_text_is_text(hostile, everything):
    run = written([hostile, Result(path="javascript:x", error="no")], everything)
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("%3Cb%3E")
    assert not run["invocations"][0]["executionSuccessful"]
    notice = run["invocations"][0]["toolExecutionNotifications"][0]
    assert notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "javascript%3Ax"
    for result in run["results"]:
        assert "](" not in result["message"]["text"]


def test_the_fingerprint_stays_when_text_moves(audited, paper):
    moved = audited(paper.document.text.replace("## Abstract", "A new paragraph.\n\n## Abstract"))
    prints = [[result["partialFingerprints"] for result in written([one])["results"]] for one in (paper, moved)]
    assert prints[0] == prints[1]


def test_accepted_is_suppressed_with_its_reason(paper):
    finding = next(finding for finding in paper.findings if finding.verdict is Verdict.DISCREPANT)
    claim = msgspec.structs.replace(finding.claim, expect="discrepant", note="asked")
    known = msgspec.structs.replace(paper, findings=(msgspec.structs.replace(finding, claim=claim),))
    [result] = written([known])["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "asked"}]


@pytest.mark.parametrize(("path", "uri"), [("a b.txt", "a%20b.txt"), ("/a.txt", "file:///a.txt"), ("a\\b", "a/b")])
def test_paths_are_references(path, uri):
    assert sarif._uri(path) == uri


def test_nothing_found_is_valid_too():
    assert written([])["results"] == []
