import xml.etree.ElementTree as ElementTree

import pytest

pytest_plugins = ["pytester"]

CLAIMS = """\
document: {title: A trial}
populations: {randomised: 55}
claims:
- {id: wrong, kind: proportion, count: 10, of: randomised, percent: 22}
- {id: right, kind: proportion, count: 16, total: 30, percent: 53.3}
- {id: known, kind: proportion, count: 10, of: randomised, percent: 22, expect: discrepant, note: looked at}
- {id: stale, kind: proportion, count: 11, of: randomised, percent: 20, expect: discrepant, note: looked at}
- {id: unknown, kind: proportion, count: 11, percent: 11.4}
"""


QUERIES = """\
document: {title: A trial}
populations: {all: 60}
claims:
- {id: asked, kind: proportion, count: 11, of: all, percent: 20}
- {id: expected, kind: proportion, count: 11, of: all, percent: 20, expect: query}
- {id: stale, kind: proportion, count: 12, of: all, percent: 20, expect: query}
"""


@pytest.fixture
def run(pytester):
    def run(*arguments, **files):
        pytester.makefile(".yaml", **(files or {"trial": CLAIMS}))
        return pytester.runpytest("-p", "no:cacheprovider", *arguments)

    return run


def test_one_item_a_claim(run):
    result = run("-v")
    result.assert_outcomes(passed=1, failed=2, xfailed=1, skipped=1)
    result.stdout.fnmatch_lines(["*trial.yaml::right PASSED*"])


def test_a_discrepancy_shows_its_arithmetic_and_no_traceback(run):
    output = run().stdout.str()
    assert "10/55 = 18.2%, not 22%" in output
    assert "Traceback" not in output
    assert "pytest_plugin.py:" not in output.split("short test summary")[0]
    assert "trial.yaml:4: percent_from_count: 10/55" in output


def test_junit_carries_the_message(run, pytester):
    run("--junitxml=report.xml")
    cases = ElementTree.parse(pytester.path / "report.xml").getroot().iter("testcase")
    failure = next(case for case in cases if case.get("name") == "wrong").find("failure")
    assert "10/55 = 18.2%, not 22%" in failure.get("message") + failure.text


def test_a_stale_acknowledgement_fails_and_says_so(run):
    assert "acknowledged as discrepant, but it is consistent" in run().stdout.str()


def test_a_query_passes_and_is_counted(run, pytester):
    result = run("-v", "-W", "error", "--junitxml=report.xml", trial=QUERIES)
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        ["2 queries: worth asking the authors", "*trial.yaml::asked: percent_from_count: 11/60*"]
    )
    assert "acknowledged as query, but it is consistent" in result.stdout.str()
    properties = list(ElementTree.parse(pytester.path / "report.xml").getroot().iter("property"))
    assert [one.get("name") for one in properties] == ["checker_query"] * 2
    assert "how many were assessed is not stated" in properties[0].get("value")


def test_skips_say_what_is_missing(run):
    assert "the denominator" in run("-rs").stdout.str()


def test_selects_one_claim(run):
    run("trial.yaml::right").assert_outcomes(passed=1)


def test_an_unreadable_claims_file_is_an_error_in_one_line(run):
    result = run(bad="document: {title: x}\nclaims: [{id: a, kind: proprtion}]\n", good=CLAIMS)
    assert "did you mean 'proportion'" in result.stdout.str()
    assert "Traceback" not in result.stdout.str()


def test_leaves_other_yaml_alone(run):
    run(settings="a: 1\n").assert_outcomes()
