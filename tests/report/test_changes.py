from checker.model import Verdict
from checker.report import changes
from checker.report.differences import Audited, Known, Report, between

ONE = Known(check="grim", verdict=Verdict.DISCREPANT, message="a *b* \x1b[31m", reported={"mean": "1"}, page=3)
OLD = Report("0.1", 2, ())
NEW = Report("0.2", 2, (Audited("p.pdf", findings=(ONE,)),))


def test_heading_names_both_versions():
    assert changes.heading(OLD, NEW) == "checker 0.1 on 0 documents against checker 0.2 on 1 document"


def test_terminal_gets_no_control_characters_and_the_page():
    said = changes.table(OLD, NEW, between(OLD, NEW), 80)
    assert "p.pdf, page 3" in said
    assert "\x1b" not in said


def test_markdown_is_escaped():
    assert r"a \*b\*" in changes.markdown(OLD, NEW, between(OLD, NEW))
