"""The kinds for people: every example is a claim of its kind that holds, and the page is the one in `docs/`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from checker import claimfile, run
from checker.cli import main
from checker.kinds import KINDS
from checker.model import Verdict
from checker.report import guide

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("kind", KINDS, ids=guide.tag)
def test_every_kind_has_an_example_that_holds(kind):
    text = f"document: {{title: example}}\nclaims:\n{guide._claim(kind)}\n"
    paper = claimfile.loads(text.encode())
    assert type(paper.claims[0]) is kind
    findings = run.verify(paper)
    assert findings
    assert {finding.verdict for finding in findings} == {Verdict.CONSISTENT}, [str(each.said) for each in findings]
    assert kind.example.printed.endswith(".")


def test_the_page_is_up_to_date():
    printed = CliRunner().invoke(main, ["guide", "kinds", "--format", "markdown"]).output
    assert (DOCS / "claims.md").read_text("utf-8") == printed


def test_the_example_of_a_file_is_one():
    paper = claimfile.loads(guide._FILE.encode())
    assert {finding.verdict for finding in run.verify(paper)} == {Verdict.CONSISTENT}


def test_the_terminal_shows_every_kind_with_its_example():
    output = CliRunner().invoke(main, ["guide", "kinds"]).output
    assert output.count("- {id: example, kind: ") == len(KINDS)
    assert all(len(line) <= 80 for line in output.splitlines())


def test_another_topic_is_wrong_usage():
    assert CliRunner().invoke(main, ["guide", "nothing"]).exit_code == 2
