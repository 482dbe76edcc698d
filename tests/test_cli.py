import csv
import io
import json

import pytest
from click.testing import CliRunner

import checker
from checker.cli import main

CLAIMS = """\
document: {title: A trial}
populations: {randomised: 55}
claims:
- {id: high-risk, kind: proportion, section: Results, at: 7, label: high risk, count: 10, of: randomised, percent: 22}
- {id: response, kind: proportion, count: 16, total: 30, percent: 53.3}
- {id: sepsis, kind: proportion, count: 11, total: 96, percent: 11.4}
- {id: unknown, kind: proportion, count: 11, percent: 11.4}
"""
KEYS = [
    "id", "check", "kind", "verdict", "certainty", "cause", "query", "severity", "start", "end", "line", "claim",
    "page", "section", "quote", "reported", "recomputed", "assumption", "message", "suggestions",
]  # fmt: skip


@pytest.fixture
def verify(tmp_path):
    def run(*options, text=CLAIMS, **files):
        (tmp_path / "claims.yaml").write_text(text)
        for name, content in files.items():
            (tmp_path / f"{name}.yaml").write_bytes(content)
        return CliRunner().invoke(main, ["verify", str(tmp_path), *options])

    return run


def test_something_discrepant_exits_1(verify):
    result = verify()
    assert result.exit_code == 1
    assert "10/55 = 18.2%, not 22%" in result.output


def test_fits_80_columns_without_colour(verify):
    result = verify("--all")
    assert all(len(line) <= 80 for line in result.output.splitlines() if "/claims.yaml" not in line)
    assert "\x1b" not in result.output


def test_discrepant_comes_first_and_what_held_is_counted(verify):
    output = verify().output
    assert output.index("CANNOT BE RIGHT") < output.index("EXPLAINED") < output.index("UNVERIFIABLE")
    assert "CONSISTENT" not in output
    assert " held" in output
    assert "CONSISTENT" in verify("--all").output


def test_json_has_exactly_the_documented_keys(verify):
    report = json.loads(verify("--format", "json", "--only", "percent_from_count").output)
    assert list(report) == ["checker", "schema", "documents", "summary"]
    assert report["checker"] == checker.__version__
    [document] = report["documents"]
    assert list(document) == ["path", "sha256", "characters", "error", "notes", "habits", "findings"]
    assert list(document["findings"][0]) == KEYS
    assert report["summary"] == {
        "documents": 1, "findings": 4, "consistent": 1, "explained": 1, "query": 0, "discrepant": 1, "unverifiable": 1,
    }  # fmt: skip
    finding = document["findings"][0]
    assert finding["reported"] == {"count": "10", "percent": "22", "total": "55"}
    assert finding["recomputed"] == [{"value": "18.18", "assumption": "count/total"}]
    assert finding["suggestions"] == [{"field": "count", "value": "12"}, {"field": "percent", "value": "18"}]


def test_findings_say_where_their_claim_stands_in_the_claims_file(verify, tmp_path):
    [document] = json.loads(verify("--format", "json", "--only", "percent_from_count").stdout)["documents"]
    claims = [finding["claim"] for finding in document["findings"] if finding["id"] == "high-risk"]
    assert claims == [{"file": str(tmp_path / "claims.yaml"), "line": 4}]
    assert "claims.yaml:4" in [line.strip() for line in verify().stdout.splitlines()]
    [annotation] = [line for line in verify("--format", "github").stdout.splitlines() if "10/55" in line]
    assert f"file={tmp_path}/claims.yaml,line=4,title=" in annotation


def test_a_population_that_is_a_claim_stands_where_it_is_named(verify):
    text = "document: {title: A trial}\npopulations:\n  all: 20\n  arm: {size: 30, within: all}\n"
    [document] = json.loads(verify("--format", "json", text=text).stdout)["documents"]
    assert [finding["claim"]["line"] for finding in document["findings"]] == [4]


def test_an_explained_finding_that_changes_a_conclusion_comes_first(verify):
    text = (
        "document: {title: A trial}\nclaims:\n"
        "- {id: cut, kind: proportion, at: 1, count: 11, total: 96, percent: 11.4}\n"
        "- {id: grave, kind: comparison, at: 9, p: 0.03, test: Fisher, "
        "groups: [{count: 10, total: 15}, {count: 8, total: 25}]}\n"
    )
    result = verify("--format", "csv", "--verdict", "explained", text=text)
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert [(row["id"], row["severity"]) for row in rows] == [("grave", "decision"), ("cut", "minor")]
    assert result.exit_code == 0


ASKED = """\
document: {title: A trial}
populations: {all: 60}
claims: [{id: fever, kind: proportion, count: 11, of: all, percent: 20}]
"""


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((), 0), (("--fail-on", "discrepant"), 0), (("--fail-on", "query"), 1), (("--fail-on", "decision"), 0),
        (("--fail-on", "never"), 0),
    ],
)  # fmt: skip
def test_a_query_passes_unless_asked_to_fail(verify, options, code):
    result = verify(*options, text=ASKED)
    assert result.exit_code == code
    assert "WORTH ASKING THE AUTHORS (1)" in result.output


def test_nothing_fails_a_run_that_never_fails_but_what_cannot_be_read(verify):
    assert verify().exit_code == 1
    assert verify("--fail-on", "never").exit_code == 0
    assert verify("--fail-on", "never", text="claims: []").exit_code == 2


def test_json_says_what_would_settle_a_query(verify):
    report = json.loads(verify("--format", "json", "--verdict", "query", text=ASKED).output)
    [finding] = report["documents"][0]["findings"]
    assert report["schema"] == 2
    assert report["summary"]["query"] == 1
    assert finding["cause"] is None
    assert finding["query"] == {
        "because": "unstated",
        "reason": "11 of 54-56 would be, if 4-6 values were missing",
        "settled_by": "how many were assessed",
    }


def test_csv_says_what_would_settle_a_query(verify):
    rows = csv.DictReader(io.StringIO(verify("--format", "csv", "--verdict", "query", text=ASKED).output))
    assert [(row["because"], row["settled_by"]) for row in rows] == [("unstated", "how many were assessed")]


def test_csv_is_a_table_without_formulas(verify):
    result = verify("--format", "csv", text=CLAIMS.replace("label: high risk", "label: '=1+1'"))
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert rows[0]["id"] == "high-risk"
    assert rows[0]["label"] == "'=1+1"


def test_markdown_escapes_markup(verify):
    result = verify("--format", "markdown", text=CLAIMS.replace("label: high risk", "label: <b>*high*</b>"))
    assert r"\<b\>\*high\*\</b\>" in result.output


def test_only_and_verdict_choose(verify):
    assert verify("--only", "percent_from_count", "--verdict", "explained").output.count("EXPLAINED") == 1
    assert "DISCREPANT" not in verify("--verdict", "explained").output
    assert verify("--only", "percent_from_cuont").exit_code == 2
    assert "did you mean 'percent_from_count'" in verify("--only", "percent_from_cuont").output
    assert verify("--verdict", "wrong").exit_code == 2


def test_an_acknowledged_discrepancy_is_listed_and_passes(verify):
    text = CLAIMS.replace("percent: 22}", "percent: 22, expect: discrepant, note: known}")
    result = verify(text=text)
    assert result.exit_code == 0
    assert "acknowledged" in result.output


def test_an_acknowledged_claim_that_holds_fails(verify):
    text = CLAIMS.replace("percent: 22}", "percent: 18, expect: discrepant}")
    result = verify(text=text)
    assert result.exit_code == 1
    assert "high-risk: acknowledged as discrepant, but it is consistent" in result.output


def test_a_bad_file_costs_nothing_but_itself(verify):
    result = verify("--format", "json", bad=b"\xff", worse=b"a: &a [*a]")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert [bool(document["error"]) for document in report["documents"]] == [True, False, True]
    assert report["summary"]["findings"] > 0
    assert len(result.stderr.splitlines()) == 2


@pytest.mark.parametrize("arguments", [["verify"], ["verify", "nowhere.yaml"], ["explain", "nothing"], ["bogus"]])
def test_wrong_usage_exits_2(arguments):
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_explain_prints_the_documentation():
    result = CliRunner().invoke(main, ["explain", "percent_from_count"])
    assert result.exit_code == 0
    assert "Assumptions tried" in result.output


def test_lists_the_checks():
    output = CliRunner().invoke(main, ["checks"]).output
    assert "percent_from_count" in output
    assert all(len(line) <= 80 for line in output.splitlines())


def test_the_same_input_gives_the_same_bytes(verify):
    assert verify("--format", "json").output == verify("--format", "json").output
