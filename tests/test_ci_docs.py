"""The examples of docs/ci.md and the hooks are what they claim to be."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from checker import waivers
from checker.cli import main

ROOT = Path(__file__).parent.parent
EXAMPLES = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "ci.md").read_text("utf-8"), re.DOTALL)
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_are_yaml(example):
    assert yaml.safe_load(example)


def test_the_example_of_a_waiver_is_one(tmp_path):
    [example] = [example for example in EXAMPLES if example.startswith("waivers:")]
    (tmp_path / "waivers.yaml").write_text(example)
    assert waivers.read(tmp_path / "waivers.yaml")[0].check == "percent_from_count"


def test_the_options_named_are_options():
    options = set(re.findall(r"(?<![\w-])--[a-z-]+", "".join(EXAMPLES)))
    known = CliRunner().invoke(main, ["audit", "--help"]).output
    assert options
    assert all(option in known for option in options)


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks_take_the_files_that_pre_commit_hands_them(hook, tmp_path):
    path = tmp_path / "claims" / "a.yaml"
    path.parent.mkdir()
    path.write_text("document: {title: A}\nclaims: [{id: a, kind: proportion, count: 12, total: 55, percent: 22}]\n")
    name = "claims/a.yaml" if "verify" in hook["id"] else "paper.md"
    assert re.search(hook["files"], name)
    result = CliRunner().invoke(main, [*hook["entry"].split()[1:], str(path)])
    assert result.exit_code == 0
