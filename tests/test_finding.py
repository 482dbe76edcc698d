import msgspec
import pytest

from checker import claimfile, run
from checker.extraction import extract
from checker.finding import FailOn, failures, stale, worst
from checker.model import Because, Certainty, Excuse, Interval, Reported, Verdict
from checker.paper import Binding
from checker.read.text import from_text

TEXT = "The rate was 70.8% (68/96; 95% CI 60.8-79.2). "
PAPER = claimfile.loads(
    b"document: {title: A}\nclaims:\n"
    b"- {id: a, kind: proportion, count: 10, total: 55, percent: 22}\n"
    b"- {id: b, kind: proportion, count: 10, total: 55, percent: 22, expect: discrepant}\n"
)


def test_what_it_says_is_that_of_its_recomputation_and_judgement():
    [finding, _] = run.verify(PAPER, frozenset({"percent_from_count"}))
    assert finding.fields == finding.recomputation.fields == ("percent",)
    assert finding.verdict is finding.judgement.verdict is Verdict.DISCREPANT
    assert finding.recomputed == (("18.18", "count/total"),)
    assert finding.message == str(finding.said)
    assert finding.candidates[: len(finding.decisive)] == finding.decisive


def test_two_runs_find_the_same():
    """Nothing of a finding is a function that another run would make anew."""
    assert run.verify(PAPER) == run.verify(PAPER)


def test_failures_are_what_nobody_acknowledged():
    findings = run.verify(PAPER)
    assert {finding.claim.id for finding in failures(findings)} == {"a"}
    assert worst(findings) is Verdict.DISCREPANT


def test_claims_of_a_file_are_stated():
    assert {finding.certainty for finding in run.verify(PAPER)} == {Certainty.STATED}


QUERY = (
    b"document: {title: A}\npopulations: {all: 60}\nclaims:\n"
    b"- {id: a, kind: proportion, count: 11, of: all, percent: 20}\n"
)
SHARE = frozenset({"percent_from_count"})


def asked(expect=b""):
    return claimfile.loads(QUERY.replace(b"20}", b"20" + expect + b"}"))


@pytest.mark.parametrize(
    ("fail_on", "figures", "fails"),
    [
        ("discrepant", "count: 11, of: all, percent: 20", False),
        ("query", "count: 11, of: all, percent: 20", True),
        ("query", "count: 11, of: all, percent: 30", True),
        ("decision", "count: 11, of: all, percent: 30", False),
        ("never", "count: 11, of: all, percent: 30", False),
    ],
)
def test_what_counts_as_a_failure(fail_on, figures, fails):
    paper = claimfile.loads(QUERY.replace(b"count: 11, of: all, percent: 20", figures.encode()))
    assert bool(failures(run.verify(paper, SHARE), FailOn(fail_on))) is fails


def test_a_changed_decision_counts_also_where_it_is_explained():
    groups = "[{count: 10, total: 15}, {count: 8, total: 25}]"
    text = f"document: {{title: A}}\nclaims:\n- {{id: a, kind: comparison, p: 0.03, test: Fisher, groups: {groups}}}"
    findings = run.verify(claimfile.loads(text.encode()), frozenset({"p_from_two_by_two"}))
    assert [(finding.verdict, finding.severity) for finding in findings] == [("explained", "decision")]
    assert failures(findings) == []
    assert failures(findings, FailOn.DECISION) == findings


def test_an_expected_query_is_strict():
    for expect, verdict in ((b", expect: query", None), (b", expect: discrepant", Verdict.QUERY)):
        paper = asked(expect)
        assert [found for _, found in stale(paper, run.verify(paper, SHARE))] == ([verdict] if verdict else [])
    holds = claimfile.loads(QUERY.replace(b"count: 11", b"count: 12").replace(b"20}", b"20, expect: query}"))
    assert [found for _, found in stale(holds, run.verify(holds, SHARE))] == [Verdict.CONSISTENT]
    wrong = claimfile.loads(QUERY.replace(b"percent: 20", b"percent: 40, expect: query"))
    assert failures(run.verify(wrong, SHARE))


def test_extraction_hands_excuses_with_its_bindings():
    excuse = Excuse(
        because=Because.READING, reason="the rate may be a Kaplan-Meier estimate", settled_by="how it was had",
        allows={"percent": Interval(15.0, 40.0)},
    )  # fmt: skip
    paper = asked()
    bound = msgspec.structs.replace(paper, bindings={"a": Binding(Certainty.NAMED, excuses=(excuse,))})
    other = msgspec.structs.replace(bound, claims=(msgspec.structs.replace(paper.claims[0], percent=Reported("30")),))
    [own], [handed] = run.verify(bound, SHARE), run.verify(other, SHARE)
    assert (own.query.because, handed.query.because) == ("unstated", "reading")
    assert handed.message.endswith("the rate may be a Kaplan-Meier estimate: a look at the paper shows how it was had")


def test_findings_of_the_whole_document_have_no_certainty():
    findings = run.verify(extract(from_text(5 * TEXT)))
    of_paper = [finding for finding in findings if finding.check == "interval_method"]
    assert of_paper
    assert {finding.certainty for finding in of_paper} == {None}
    assert {finding.certainty for finding in findings if finding not in of_paper} == {Certainty.PRINTED}


def test_notebooks_show_a_finding():
    [finding, _] = run.verify(PAPER, frozenset({"percent_from_count"}))
    labelled = msgspec.structs.replace(finding.claim, label="<b>high</b> risk")
    shown = msgspec.structs.replace(finding, claim=labelled)._repr_html_()
    assert "&lt;b&gt;high" in shown
    assert "10 of 55 is 18.2%, not 22%." in shown
    assert "Cannot be right" in shown
