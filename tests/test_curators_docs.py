"""The curator's guide does what it says: its commands and its Python run, its mappings are read."""

import doctest
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import main
from checker.entries.delimited import read
from checker.entries.mappingfile import loads

GUIDE = (Path(__file__).parent.parent / "docs" / "curators.md").read_text("utf-8")
HEADINGS = 'study,arm,variable,n,pct,N,doi,events_a,n_a,events_b,n_b,p,"CR, n (%)"'


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    (tmp_path / "entries.csv").write_text(blocks("csv")[0])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_its_commands_run(desk):
    commands = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("checker ")]
    assert len(commands) >= 4
    for command in commands:
        arguments, _, target = command.removeprefix("checker ").partition(" > ")
        result = CliRunner().invoke(main, arguments.split())
        assert result.exit_code in (0, 1), result.output
        if target:
            (desk / target).write_text(result.output)
    assert (desk / "checked.xlsx").exists()
    assert (desk / "checked.csv").exists()


def test_what_it_shows_is_found(desk):
    output = CliRunner().invoke(main, ["table", "entries.csv"]).output
    assert "10/55 = 18.2%, not 22%" in output


def test_its_mappings_are_read(desk):
    own, *others = blocks("yaml")
    mapping = loads(own, read((desk / "entries.csv").read_bytes(), "entries.csv"))
    assert [relation.kind for relation in mapping.relations] == ["proportion", "effect"]
    table = f"{HEADINGS}\nA,x,y,1,2,3,4,5,6,7,8,.9,11 (12)\n".encode()
    assert all(loads(text, read(table, "entries.csv")) for text in others)


def test_its_python_runs():
    parsed = doctest.DocTestParser().get_doctest("\n".join(blocks("python")), {}, "curators", None, 0)
    runner = doctest.DocTestRunner()
    runner.run(parsed)
    assert runner.summarize().failed == 0
