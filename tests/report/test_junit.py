from xml.etree import ElementTree

from checker.finding import Result
from checker.model import Verdict
from checker.report import junit


def test_a_case_a_finding_with_its_outcome(paper, everything):
    root = ElementTree.fromstring(junit.write([paper], everything))
    assert root.get("tests") == str(len(paper.findings))
    discrepant = [finding for finding in paper.findings if finding.verdict is Verdict.DISCREPANT]
    assert root.get("failures") == str(len(discrepant))
    failure = root.find("testsuite/testcase/failure")
    assert "10/55 = 18.2%, not 22%" in failure.get("message")
    assert failure.get("type") == "major"


def test_a_query_passes_with_a_property(asked, everything):
    root = ElementTree.fromstring(junit.write([asked], everything))
    assert (root.get("failures"), root.get("skipped")) == ("0", "0")
    assert {one.get("name"): one.get("value") for one in root.iter("property")} == {
        "because": "unstated",
        "query": "Results, line 7: 11/60 = 18.3%, not 20%; 11 of 54-56 would be, if 4-6 values were missing: "
        "how many were assessed is not stated",
    }


def test_what_cannot_be_checked_is_skipped(audited, everything):
    root = ElementTree.fromstring(junit.write([audited("A response was seen in 10 (22%).\n")], everything))
    assert root.get("skipped") == "1"


def test_hostile_text_is_text_and_xml_stays_well_formed(hostile, everything):
    unread = Result(path="\x00<&\ud800.pdf", error="\x1b<no>&\uffff")
    root = ElementTree.fromstring(junit.write([hostile, unread], everything))
    assert {element.tag for element in root.iter()} <= {
        "testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out",
    }  # fmt: skip
    assert root.get("errors") == "1"
    assert any("<img src=x onerror=" in (element.get("message") or "") for element in root.iter())
