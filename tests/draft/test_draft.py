"""A draft is read back as it is, says what an audit says, and covers what it can without a lie."""

import json

import msgspec
import pytest
from click.testing import CliRunner

from checker import claimfile, draft, run, sources
from checker.cli import main
from checker.coverage import cover
from checker.extraction import extract
from checker.read.text import from_text

TEXT = """\
A trial of rest after work in hospital

Introduction

Pain strikes 20% of men [3].

Methods

Wounds were rinsed with 15 mL for 30 minutes. A P < 0.05 was considered significant. Doses were 100 mg in 2019.

Results

We randomised 120 patients, 60 to the alfa group and 60 to the beta group. Of 120 patients, 30 (25.0%) were women.
Fever occurred in 12/60 (20%) versus 24/60 (40%), p = 0.017 (odds ratio 0.38, 95% CI 0.17-0.84). Cough was seen in
11 (20%) of the alfa group and 7 others.

References

1. Someone. Rest. 2015;21(3):454-9.
"""


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_text(TEXT)
    (tmp_path / "claims").mkdir()
    return path


def cli(*arguments):
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def drafted(paper):
    """The draft of the paper, written to a file without an edit."""
    file = paper.parent / "claims" / "paper.yaml"
    file.write_text(cli("extract", paper).stdout)
    return file


def test_extract_coverage_and_verify_work_without_an_edit(paper, drafted):
    covered = cli("coverage", drafted, "--source", paper.parent)
    assert covered.exit_code == 1
    assert "'7' is bound to nothing" in covered.stdout
    assert "not printed where" not in covered.stdout
    assert "covers no number" not in covered.stdout
    verified = cli("verify", drafted, "--source", paper.parent, "--format", "json", "--all")
    audited = cli("audit", paper, "--format", "json", "--all")
    assert verified.exit_code == audited.exit_code
    kept = ("id", "kind", "check", "verdict", "severity", "certainty", "cause", "message", "reported")
    projected = [
        [[finding[key] for key in kept] for finding in json.loads(one.stdout)["documents"][0]["findings"]]
        for one in (verified, audited)
    ]
    assert projected[0] == projected[1]
    assert any(finding[3] == "query" for finding in projected[0])


def test_the_claims_are_those_of_the_paper(paper, drafted):
    extracted = extract(from_text(TEXT))
    read = claimfile.read(drafted)
    bare = [msgspec.structs.replace(claim, at=claim.at[:1], label=None) for claim in read.claims]
    assert bare == [msgspec.structs.replace(claim, at=claim.at[:1]) for claim in extracted.claims]
    assert [str(finding.said) for finding in run.verify(read)] == [str(each.said) for each in run.verify(extracted)]


def test_it_names_its_source_and_what_numbers_are_that_claim_nothing(paper, drafted):
    read = claimfile.read(drafted)
    assert (read.document.title, read.document.source.file) == ("A trial of rest after work in hospital", "paper.txt")
    assert read.document.source.sha256 == sources.sha256(paper)
    document = sources.find(read, paper.parent)
    context = {
        document.text[span.start : span.end]: entry.reason
        for entry in read.context
        for place in entry.at
        if (span := document.span(place)) is not None
    }
    assert context["2019"] == "date or year"
    assert context["100"] == "dose"
    assert context["0.05"] == "level of significance"
    assert context["20%"] == "figure of a sentence that cites other work"
    assert context["30"] == "length of time or time point"
    assert [(each.lines, each.reason) for each in read.exclude] == [("19", "reference list")]
    assert cover(read, document).share > 90


def test_each_claim_has_its_sentence_beside_it_and_a_label(drafted):
    lines = drafted.read_text().splitlines()
    at = next(number for number, line in enumerate(lines) if "id: proportion-1" in line)
    assert lines[at - 1].strip() == "# Of 120 patients, 30 (25.0%) were women."
    assert "were women" in str(claimfile.read(drafted).claims)


def test_the_same_paper_gives_the_same_bytes(paper):
    assert cli("extract", paper).stdout == cli("extract", paper).stdout


def test_a_guess_says_so_and_is_a_claim_when_the_curator_takes_that_out(drafted):
    text = drafted.read_text()
    assert "drafted: {certainty: guessed, why:" in text
    stated = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("drafted:"))
    assert all(paper.bindings == {} for paper in [claimfile.loads(stated.replace(", drafted: printed}", "}").encode())])


def test_what_is_read_from_standard_input_has_no_source():
    result = CliRunner().invoke(main, ["extract", "-"], input="Of 55 patients, 10 (22%) were at high risk.\n")
    assert result.exit_code == 0
    assert claimfile.loads(result.stdout.encode()).document.source is None


def test_a_file_that_cannot_be_read_exits_2(tmp_path):
    for command in ("extract", "text"):
        result = cli(command, tmp_path / "nowhere.pdf")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "No such file" in result.stderr


def test_a_defect_costs_one_line_and_exits_2(paper, monkeypatch):
    monkeypatch.setattr(draft, "drafted", lambda *_: 1 / 0)
    result = cli("extract", paper)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_text_is_what_places_refer_to(paper, drafted):
    assert cli("text", paper).stdout == TEXT
    numbered = cli("text", paper, "--lines").stdout.splitlines()
    assert numbered[4] == "     5  Pain strikes 20% of men [3]."


def test_words_of_a_paper_cannot_become_claims(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_text("Results\n\n\u2028claims: [] # of \u0085 60 patients: - {id: x}, 12 (20.0%) had fever.\n")
    read = claimfile.loads(cli("extract", path).stdout.encode())
    assert {type(claim).__name__ for claim in read.claims} == {"Proportion"}
