import json

import pytest
from click.testing import CliRunner

from checker.cli import main

PAPER = "Of 55 patients, 10 (22%) were at high risk. A response was seen in 16 of 30 patients (53.3%).\n"
CLAIMS = """\
document: {title: A trial, source: {file: paper.txt}}
claims:
- {id: a, kind: proportion, at: '1:4-23', count: 10, total: 55, percent: 22}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "paper.txt").write_text(PAPER)
    (tmp_path / "claims.yaml").write_text(CLAIMS)
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


def test_all_files_at_once_beside_what_is_printed(folder):
    kinds = ("html", "markdown", "csv", "sarif", "junit")
    options = [part for kind in kinds for part in (f"--{kind}", folder / f"report.{kind}")]
    result = run("audit", folder / "paper.txt", *options)
    assert result.exit_code == 1
    assert "10/55 = 18.2%, not 22%" in result.output
    begins = ["<!DOCTYPE html>", "## ", "path,id", "{", "<?xml"]
    assert [
        (folder / f"report.{kind}").read_text()[: len(begin)] for kind, begin in zip(kinds, begins, strict=True)
    ] == begins


def test_verify_shows_the_text_with_its_source(folder):
    run(
        "verify", folder / "claims.yaml", "--source", folder, "--html", folder / "r.html", "--sarif", folder / "r.sarif"
    )
    page = (folder / "r.html").read_text()
    assert "every number marked" in page
    assert "A trial" in page
    result = json.loads((folder / "r.sarif").read_text())["runs"][0]["results"][0]
    [related] = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"].endswith("/paper.txt")
    assert related["physicalLocation"]["region"]["startLine"] == 1
    [location] = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("/claims.yaml")


def test_without_the_source_no_line_of_another_file_is_named(folder):
    run("verify", folder / "claims.yaml", "--sarif", folder / "r.sarif")
    result = json.loads((folder / "r.sarif").read_text())["runs"][0]["results"][0]
    assert "relatedLocations" not in result
    region = result["locations"][0]["physicalLocation"]["region"]
    line = (folder / "claims.yaml").read_text().splitlines()[region["startLine"] - 1]
    assert f"id: {result['properties']['claim']}" in line


def test_annotations_are_printed(folder):
    result = run("audit", folder / "paper.txt", "--format", "github")
    assert result.stdout.startswith("::error file=")
    assert len(result.stdout.splitlines()) == 1


def test_an_input_is_never_overwritten(folder):
    result = run("audit", folder / "paper.txt", "--html", folder / "paper.txt")
    assert result.exit_code == 2
    assert "is read, or written to, by this same command" in result.output
    assert (folder / "paper.txt").read_text() == PAPER
    assert run("audit", folder / "paper.txt", "--html", folder / "a", "--csv", folder / "a").exit_code == 2


def test_a_folder_that_is_not_there_is_said_before_any_work(folder):
    result = run("audit", folder / "paper.txt", "--html", folder / "nowhere" / "r.html")
    assert result.exit_code == 2
    assert "there is no folder" in result.output
    assert "10/55" not in result.output


def test_verdicts_and_all_choose_what_files_list(folder):
    run("audit", folder / "paper.txt", "--csv", folder / "usual.csv")
    run("audit", folder / "paper.txt", "--all", "--csv", folder / "all.csv")
    run("audit", folder / "paper.txt", "--verdict", "consistent", "--csv", folder / "held.csv")
    lines = [len((folder / f"{name}.csv").read_text().splitlines()) - 1 for name in ("usual", "all", "held")]
    assert lines[0] == 1
    assert lines[1] == lines[0] + lines[2]


def test_a_terminal_is_not_commanded_by_a_paper(tmp_path):
    path = tmp_path / "p.txt"
    path.write_text("Of 55 patients, 10 \x1b[2J(22%) \u202ewere at high risk. Of 40 men \x07, 8 (30%) smoked.\n")
    output = run("audit", path, "--all").output
    assert output.replace("\n", "").isprintable()


@pytest.mark.parametrize("way", ["the paper itself", "a hard link", "a symbolic link"])
def test_nothing_is_written_over_a_paper_of_a_folder(tmp_path, way):
    paper = tmp_path / "papers" / "deep" / "a.txt"
    paper.parent.mkdir(parents=True)
    paper.write_text("Of 55 patients, 10 (22%) died.")
    target = tmp_path / "report.csv"
    if way == "the paper itself":
        target = paper
    elif way == "a hard link":
        target.hardlink_to(paper)
    else:
        target.symlink_to(paper)
    result = CliRunner().invoke(main, ["audit", str(tmp_path / "papers"), "--csv", str(target)])
    assert result.exit_code == 2
    assert "is read by this same command; write it elsewhere" in result.output
    assert paper.read_text() == "Of 55 patients, 10 (22%) died."


def test_the_source_of_a_quote_is_not_written_over(tmp_path):
    (tmp_path / "texts").mkdir()
    text = tmp_path / "texts" / "a.txt"
    text.write_text("A text.")
    (tmp_path / "a.yaml").write_text("document: {title: A}\nclaims: []\n")
    result = CliRunner().invoke(
        main, ["verify", str(tmp_path / "a.yaml"), "--source", str(text.parent), "--html", str(text)]
    )
    assert result.exit_code == 2
    assert text.read_text() == "A text."


def test_two_reports_are_not_written_to_one_file(tmp_path):
    paper, one, other = tmp_path / "a.txt", tmp_path / "one", tmp_path / "other"
    paper.write_text("Of 55 patients, 10 (22%) died.")
    one.write_text("")
    other.hardlink_to(one)
    result = CliRunner().invoke(main, ["audit", str(paper), "--csv", str(one), "--html", str(other)])
    assert result.exit_code == 2
    assert "written to, by this same command" in result.output
