import doctest
import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import checker.calc
from checker.calculators.frame import discovery, examples, guide
from checker.calculators.frame.answer import Answer
from checker.calculators.frame.rows import answered
from checker.cli import main

HERE = Path(__file__).parent
NAMES = discovery.names()


def run(*words):
    return CliRunner().invoke(main, ["calc", *words])


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "study.csv"
    path.write_text("id,responders,pct\na,10/55,22%\nb,12/55,22%\n")
    return path


@pytest.mark.parametrize("name", NAMES)
def test_has_a_test_beside_its_mirror(name):
    assert (HERE / f"test_{name}.py").exists()


@pytest.mark.parametrize("name", NAMES)
def test_says_what_it_answers_and_what_each_parameter_is(name):
    calculator = discovery.load(name)
    assert calculator.title
    assert len(calculator.title) <= 110
    assert [each.name for each in calculator.parameters if not each.help] == []
    assert "Raises:" in (calculator.function.__doc__ or "")


@pytest.mark.parametrize("name", NAMES)
def test_example_is_the_same_at_the_command_line(name):
    calculator = discovery.load(name)
    _, shown = examples.split(calculator.documentation)
    assert shown
    for each in shown:
        line = examples.typed(calculator, each)
        result = CliRunner().invoke(main, f"calc {line}")
        assert result.exit_code == 0, result.output
        same = doctest.OutputChecker().check_output
        assert same(each.want, result.output, doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
        assert max(map(len, result.output.splitlines())) <= 80
        assert f"checker calc {line}" in run(calculator.command, "--help").output


@pytest.mark.parametrize("name", NAMES)
def test_is_a_function_of_the_namespace(name):
    assert getattr(checker.calc, name) is discovery.load(name).function
    assert name in dir(checker.calc)


def test_names_are_found_without_dashes_and_by_their_further_names():
    for calculator in discovery.every().values():
        for name in (calculator.command, *calculator.aliases):
            assert run(name, "--help").exit_code == 0


def test_unknown_name_is_answered_with_those_that_are_close():
    result = run("percnt")
    assert result.exit_code == 2
    assert "did you mean 'percent'?" in result.output
    with pytest.raises(AttributeError, match="no calculator 'percnt'"):
        _ = checker.calc.percnt


def test_wrong_figure_is_one_line_and_exits_2():
    result = run("percent", "55/10")
    assert (result.exit_code, result.output) == (2, "checker calc percent: 55/10: the count is above the total\n")


def test_missing_argument_is_named():
    result = run("percent")
    assert result.exit_code == 2
    assert "Missing argument 'COUNT'" in result.output


def test_json_and_csv():
    answer = json.loads(run("percent", "10/55", "--format", "json").output)
    assert answer["title"] == "10 of 55"
    assert answer["rows"][1] == {"decimals": 1, "percent": "18.2"}
    assert run("percent", "10/55", "--format", "csv").output.splitlines()[:2] == ["decimals,percent", "0,18"]


def test_rows_of_a_table(table):
    result = run("percent", "--rows", str(table), "--column", "count=responders", "--column", "printed=pct")
    lines = result.output.splitlines()
    assert lines[0] == "row,decimals,percent,note"
    assert lines[1].startswith('1,0,18,"10/55 = 18.2%, not 22%')
    assert {line[0] for line in lines[1:]} == {"1", "2"}


@pytest.mark.parametrize(
    ("columns", "problem"),
    [
        ({}, "there is no column 'count'"),
        ({"count": "nobody"}, "there is no column 'nobody'"),
        ({"counts": "responders"}, "'counts' is not known"),
        ({"count": "pct"}, "row 1: expected a count and its total"),
    ],
)
def test_rows_that_cannot_be_answered_are_named(table, columns, problem):
    with pytest.raises(ValueError, match=problem):
        answered(discovery.load("percent"), table, columns, {})


def test_empty_cell_is_named():
    frame = pd.DataFrame({"count": ["10/55", " "]})
    with pytest.raises(ValueError, match="row 2: count is empty"):
        answered(discovery.load("percent"), frame, {}, {})


def test_answer_in_a_notebook_escapes():
    shown = Answer(title="<b>", columns=("a<",), rows=((1.5,), (None,)), notes=("x\n|", "y & z"))._repr_html_()
    assert "<b>" not in shown
    assert "a&lt;" in shown
    assert "<pre>x\n|</pre><p>y &amp; z</p>" in shown


def test_answer_without_bound_is_valid_json():
    answer = Answer(title="t", columns=("lower", "upper"), rows=((float("nan"), float("inf")),))
    assert json.loads(answer.json())["rows"] == [{"lower": None, "upper": "inf"}]
    assert "no bound" in str(answer)


def test_the_namespace_loads_no_frames():
    code = "import sys, checker.calc; dir(checker.calc); assert not {'pandas', 'scipy.stats'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_guide_has_every_calculator_with_its_example():
    text = guide.markdown()
    for calculator in discovery.every().values():
        assert f"\n## checker calc {calculator.command}\n\n{calculator.title}." in text
        assert f"$ checker calc {calculator.command} " in text
    assert "<BLANKLINE>" not in text
    assert ">>>" not in text
