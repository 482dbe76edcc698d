from checker import claimfile, run
from checker.extract import extract
from checker.finding import failures, worst
from checker.model import Certainty, Verdict
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


def test_findings_of_the_whole_document_have_no_certainty():
    findings = run.verify(extract(from_text(5 * TEXT)))
    of_paper = [finding for finding in findings if finding.check == "interval_method"]
    assert of_paper
    assert {finding.certainty for finding in of_paper} == {None}
    assert {finding.certainty for finding in findings if finding not in of_paper} == {Certainty.PRINTED}
