"""The README shows what the program really prints."""

import doctest
import re
from pathlib import Path

from click.testing import CliRunner

from checker import bundle
from checker.cli import main

ROOT = Path(__file__).parents[1]


def test_the_excerpt_is_real_output():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    excerpt = re.search(r"```text\n(.*?)```", readme, re.DOTALL)[1].splitlines()
    path = str(bundle.folder() / "cav-mec-2025-interim.yaml")
    output = CliRunner().invoke(main, ["verify", path]).output.splitlines()
    shown = [line for line in excerpt if line != "…" and "cav-mec" not in line]
    assert [line for line in shown if line not in output] == []


def test_the_python_example_runs():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_examples(re.search(r"```python\n(.*?)```", readme, re.DOTALL)[1])
    assert any(each.want for each in examples)
    found = doctest.DocTest(examples, {}, "README", "README.md", 0, None)
    assert doctest.DocTestRunner(verbose=False).run(found).failed == 0
