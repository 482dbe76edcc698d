"""A defect of the program costs the paper that meets it, and no other."""

import io
import json
import zipfile

import pytest
from click.testing import CliRunner

from checker import auditing, cli, read
from checker.api import audit
from checker.cli import main

GOOD = "Of 55 patients, 10 (22%) were at high risk."


@pytest.fixture
def brittle(monkeypatch):
    """A program that fails at every text with the word ``cursed``, and at every file that begins with ``%broken``."""
    extract, of_format = auditing.extract, read._of_format

    def failing(document):
        if "cursed" in document.text:
            raise ZeroDivisionError("of its own")
        return extract(document)

    def failing_reader(format_, data, text, path):
        if data.startswith(b"%broken"):
            raise RecursionError("too deep")
        return of_format(format_, data, text, path)

    monkeypatch.setattr(auditing, "extract", failing)
    # Other processes would not have the defects.
    monkeypatch.setattr(cli, "_audited", lambda paths, only, jobs: auditing.audit_paths(paths, only))
    monkeypatch.setattr(read, "_of_format", failing_reader)


@pytest.fixture
def papers(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    contents = {"a": GOOD, "b": "A cursed text with 3 of 4 (80%).", "c": "%broken reader", "d": GOOD}
    for name, content in contents.items():
        (folder / f"{name}.txt").write_text(content)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in contents.items():
            package.writestr(f"{name}.txt", content)
    (tmp_path / "papers.zip").write_bytes(packed.getvalue())
    return folder


@pytest.mark.parametrize("name", ["papers", "papers.zip"])
def test_the_other_papers_are_reported_all_the_same(brittle, papers, name):
    result = CliRunner().invoke(main, ["audit", str(papers.parent / name), "--format", "json"])
    assert result.exit_code == 2
    documents = json.loads(result.stdout)["documents"]
    assert [bool(document["error"]) for document in documents] == [False, True, True, False]
    assert documents[3]["findings"][0]["verdict"] == "discrepant"
    failed, unread = result.stderr.splitlines()
    assert "b.txt: checker itself failed here (ZeroDivisionError in test_crash.py:" in failed
    assert "c.txt: checker itself failed here (RecursionError" in unread
    assert "please report it with what --debug prints" in unread


def test_the_traceback_is_shown_on_request(brittle, papers):
    result = CliRunner().invoke(main, ["audit", str(papers), "--debug"])
    assert result.exit_code == 2
    assert "ZeroDivisionError: of its own" in result.stderr
    assert "RecursionError: too deep" in result.stderr


def test_python_gets_a_result_that_says_so(brittle, papers):
    assert "checker itself failed" in audit(papers / "b.txt").error


def test_a_claims_file_that_brings_it_down_costs_the_others_nothing(tmp_path, monkeypatch):
    from checker import run

    verify = run.verify
    monkeypatch.setattr(run, "verify", lambda paper, only=frozenset(): 1 / 0 if not paper.claims else verify(paper))
    (tmp_path / "a.yaml").write_text("document: {title: A}\nclaims: []\n")
    (tmp_path / "b.yaml").write_text(
        "document: {title: B}\nclaims:\n- {id: x, kind: proportion, count: 16, total: 30, percent: 53.3}\n"
    )
    result = CliRunner().invoke(main, ["verify", str(tmp_path)])
    assert result.exit_code == 2
    assert "a.yaml: checker itself failed here (ZeroDivisionError" in result.stderr
    assert "2 held; 1 file could not be read" in result.stdout
