import re

import msgspec
import pytest

from checker.finding import Result
from checker.model import Severity, Verdict
from checker.report import Options, github

COMMAND = re.compile(r"::(error|warning|notice) file=[^\s:,]+(,(line|col|endColumn)=\d+)*,title=[^:,\n]+::[^\n]*")
USUAL = Options(verdicts=frozenset(Verdict) - github.QUIET)


def test_one_annotation_a_finding_at_its_characters(paper):
    lines = github.write([paper], USUAL).splitlines()
    assert lines[0] == (
        "::error file=paper.txt,line=5,col=17,endColumn=18,title=percent_from_count%3A discrepant"
        "::Abstract, line 5: 10/55 = 18.2%25, not 22%25; 22%25 would be 12/55 or 10 of 45-46"
    )
    assert [line.split()[0] for line in lines] == ["::error", "::error", "::notice"]


def test_a_query_is_a_notice(asked):
    [line] = github.write([asked], USUAL).splitlines()
    assert line.startswith("::notice ")
    assert "title=percent_from_count%3A query" in line


def test_nothing_of_a_paper_is_a_command_of_its_own(hostile, everything):
    lines = github.write([hostile], everything).split("\n")
    assert len(lines) == len(hostile.findings)
    assert all(COMMAND.fullmatch(line) for line in lines)
    assert all("%0A" not in line.replace("%250A", "") for line in lines)


@pytest.mark.parametrize("path", ["a,line=1::error::b.txt", "a\nb.txt", "a%0Ab.txt"])
def test_a_name_of_a_file_stays_one_property(path):
    [line] = github.write([Result(path=path, error="no\r\n::error::such file")], USUAL).split("\n")
    assert re.fullmatch(r"::error file=[^\s,:]+,title=could not be read::no%0D%0A::error::such file", line)


def test_a_page_has_no_line_of_the_file(paper):
    document = msgspec.structs.replace(paper.document, path="paper.pdf", pages=(0,))
    annotation = github.write([msgspec.structs.replace(paper, document=document)], USUAL)
    assert "file=paper.pdf,title=" in annotation
    assert "page 1" in annotation


def test_off_by_one_unit_is_a_warning(paper):
    finding = next(finding for finding in paper.findings if finding.verdict is Verdict.DISCREPANT)
    judgement = msgspec.structs.replace(finding.judgement, severity=Severity.MINOR)
    minor = msgspec.structs.replace(finding, judgement=judgement)
    assert github.write([msgspec.structs.replace(paper, findings=(minor,))], USUAL).startswith("::warning ")
