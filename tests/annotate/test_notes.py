"""What is noted: which findings, in which words, at which figures."""

from checker.annotate.notes import notes
from checker.auditing import audit_document
from checker.finding import UNMET, Result
from checker.model import Verdict
from checker.read.text import from_text
from checker.report.statements import GROUPS

TEXT = """\
Fever occurred in 12 of 60 patients (25.0%). A cough was seen in 30 of 60 patients (50.0%).

Of all patients, fever occurred in 12 of 60 patients (25.0%).
"""


def noted(text=TEXT, verdicts=frozenset(UNMET)):
    document = from_text(text)
    return document, notes(audit_document(document), verdicts)


def test_only_the_verdicts_asked_for_are_noted():
    assert {note.group for note in noted()[1]} == {"discrepant"}
    assert {note.group for note in noted(verdicts=frozenset(Verdict))[1]} >= {"discrepant", "consistent"}
    assert noted(verdicts=frozenset({Verdict.EXPLAINED}))[1] == []


def test_the_gravest_come_first():
    groups = [note.group for note in noted(verdicts=frozenset(Verdict))[1]]
    assert groups == sorted(groups, key=GROUPS.index)


def test_a_note_has_the_arithmetic_and_every_figure():
    document, found = noted()
    first = found[0]
    assert first.title == "Cannot be right"
    assert "12 of 60 is 20.00%, not 25.0%." in first.text
    assert [document.text[span.start : span.end] for span in first.spans] == ["12", "60", "25.0%"]


def test_figures_printed_again_are_noted_there_too_and_say_so():
    _, found = noted()
    assert len(found) == 2
    assert all("The same figures are printed in" in note.text for note in found)


def test_what_is_found_of_the_same_figures_is_one_note():
    _, found = noted(verdicts=frozenset(Verdict))
    spans = [note.spans for note in found]
    assert not any(set(one) <= set(other) for i, one in enumerate(spans) for other in spans[:i])


def test_a_paper_without_its_text_has_no_notes():
    assert notes(Result(path="a"), frozenset(Verdict)) == []
