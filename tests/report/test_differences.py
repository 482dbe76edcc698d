import json

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.report import differences
from checker.report.differences import Change

OLD = "Of 55 patients, 10 (22%) were at high risk. Of 96 patients, 11 (11.4%) had sepsis. Of 40 patients, 9 (30%) died."
NEW = "Of 55 patients, 12 (22%) were at high risk. Of 96 patients, 11 (11.4%) had sepsis. Of 30 patients, 4 (20%) left."


@pytest.fixture
def compare(tmp_path):
    def run(old, new, *options):
        paths = []
        for name, text in (("old", old), ("new", new)):
            folder = tmp_path / name
            folder.mkdir(exist_ok=True)
            (folder / "paper.txt").write_text(text)
            report = tmp_path / f"{name}.json"
            report.write_text(CliRunner().invoke(main, ["audit", str(folder / "paper.txt"), "--format", "json"]).output)
            paths.append(str(report))
        return CliRunner().invoke(main, ["diff", *paths, *options])

    return run


def test_mended_gone_and_new(compare):
    result = compare(OLD, NEW, "--format", "json")
    answer = json.loads(result.output)
    assert answer["summary"] == {"new": 1, "mended": 1, "gone": 1, "other": 0}
    by_change = {each["change"]: each for each in answer["differences"]}
    assert by_change["mended"]["old"]["reported"]["count"] == "10"
    assert by_change["mended"]["new"]["reported"]["count"] == "12"
    assert by_change["new"]["new"]["reported"] == {"count": "4", "total": "30", "percent": "20"}
    assert by_change["gone"]["old"]["reported"]["percent"] == "30"
    assert result.exit_code == 1


def test_nothing_new_exits_0(compare):
    result = compare(OLD, OLD)
    assert result.exit_code == 0
    assert "No finding is new, mended or gone." in result.output
    assert compare(OLD, "Of 55 patients, 12 (22%) were at high risk.").exit_code == 0


def test_what_is_wrong_otherwise(compare):
    result = compare(OLD, OLD.replace("(30%)", "(31%)"))
    assert "STILL UNMET" in result.output
    assert "was: 9/40 = 22.5%, not 30%" in result.output
    assert result.exit_code == 0


def test_fits_80_columns_and_is_markdown_too(compare):
    lines = compare(OLD, NEW).output.splitlines()
    assert all(len(line) <= 80 for line in lines if "paper.txt" not in line)
    assert "## Holds now" in compare(OLD, NEW, "--format", "markdown").output


def test_a_place_that_moved_is_no_difference(compare):
    assert "No finding" in compare(OLD, "Results\n\n\n" + OLD).output


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "expected a report written with --format json"),
        ("[1]", "expected a report written with --format json"),
        ('{"checker": "1", "schema": 9, "documents": []}', "expected a report of schema 2, not 9"),
    ],
)
def test_what_is_no_report(tmp_path, text, problem):
    path = tmp_path / "old.json"
    path.write_text(text)
    result = CliRunner().invoke(main, ["diff", str(path), str(path)])
    assert result.exit_code == 2
    assert problem in result.output
    assert len(result.output.splitlines()) == 1


def test_no_file_is_one_line(tmp_path):
    result = CliRunner().invoke(main, ["diff", str(tmp_path / "a.json"), str(tmp_path / "b.json")])
    assert (result.exit_code, result.output) == (2, f"{tmp_path / 'a.json'}: No such file or directory\n")


def document(path, sha256=None, error=None):
    return differences.Audited(path=path, sha256=sha256, error=error, findings=(KNOWN,) if error is None else ())


KNOWN = differences.Known(check="a", verdict=differences.Verdict.DISCREPANT, message="m", reported={"p": "1"})


def report(*documents):
    return differences.Report(checker="1", schema=2, documents=documents)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (report(document("a/x.txt"), document("b.txt")), report(document("b.txt"), document("c/x.txt"))),
        (
            report(document("x.txt", "1"), document("y.txt", "2")),
            report(document("z.txt", "2"), document("w.txt", "1")),
        ),
        (report(document("draft.pdf")), report(document("revision.pdf"))),
    ],
)
def test_documents_are_paired(old, new):
    assert differences.between(old, new) == []


def test_a_document_that_is_gone_takes_its_findings_along():
    found = differences.between(report(document("a.txt"), document("b.txt")), report(document("a.txt")))
    assert [(each.change, each.path) for each in found] == [(Change.GONE, "b.txt")]


def test_a_document_that_could_not_be_read_is_named_and_not_mended():
    old, new = report(document("a.txt")), report(document("a.txt", error="damaged"))
    assert differences.between(old, new) == []
    assert differences.unread(old, new) == ["a.txt: not compared, as it could not be read: damaged"]
