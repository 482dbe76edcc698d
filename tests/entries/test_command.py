import json

from click.testing import CliRunner

from checker.cli import main


def run(*arguments):
    return CliRunner().invoke(main, ["table", *map(str, arguments)])


def test_something_discrepant_exits_1(entries):
    result = run(entries)
    assert result.exit_code == 1
    assert "10/55 = 18.2%, not 22%" in result.output
    assert "compared in each row: proportion" in " ".join(result.output.split())


def test_a_problem_exits_2_and_the_rest_is_checked(entries):
    entries.write_text(entries.read_text() + "Ito 2021,many,55,5\n")
    result = run(entries)
    assert result.exit_code == 2
    assert "line 5, column n: expected a number, not 'many'" in result.output
    assert "10/55 = 18.2%, not 22%" in result.output


def test_every_report_of_audit(entries, tmp_path):
    assert json.loads(run(entries, "--format", "json").output)["summary"]["discrepant"] == 1
    result = run(entries, "--html", tmp_path / "r.html", "--sarif", tmp_path / "r.sarif", "--junit", tmp_path / "r.xml")
    assert result.exit_code == 1
    assert "line 2" in (tmp_path / "r.html").read_text("utf-8")


def test_other_files_are_audited_all_the_same(entries, tmp_path):
    result = run(tmp_path / "none.csv", entries)
    assert result.exit_code == 2
    assert "10/55 = 18.2%, not 22%" in result.output


def test_a_drafted_mapping_is_read_back(entries, tmp_path):
    draft = run(entries, "--mapping-draft")
    assert draft.exit_code == 0
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(draft.output)
    assert run(entries, "--mapping", mapping).exit_code == 1


def test_a_draft_is_of_one_table(workbook):
    head, row = ["study", "n", "total", "pct"], ["A", 10, 55, 22]
    notes = [["variable", "meaning"], ["n", "events"]]
    assert "kind: proportion" in run(workbook(Notes=notes, One=[head, row]), "--mapping-draft").output
    several = workbook(One=[head, row], Two=[head, row])
    assert "--sheet with one of those that have entries: One, Two" in run(several, "--mapping-draft").output
    assert run(several, "--sheet", "Two", "--mapping-draft").exit_code == 0
    assert run(several, several, "--mapping-draft").exit_code == 2


def test_a_finding_is_accepted_by_a_waiver(entries, tmp_path):
    waivers = tmp_path / "waivers.yaml"
    run(entries, "--write-waivers", waivers)
    waivers.write_text(waivers.read_text().replace("reason: ''", "reason: looked up"))
    assert run(entries, "--waive", waivers).exit_code == 0


def test_a_mapping_with_a_missing_column(entries, tmp_path):
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text("rows:\n- {kind: proportion, count: events, total: total, percent: pct}\n")
    result = run(entries, "--mapping", mapping)
    assert result.exit_code == 2
    assert "mapping.yaml: line 2: expected a column of" in result.output


def test_the_marked_table(entries, tmp_path):
    for name in ("checked.xlsx", "checked.csv"):
        assert run(entries, "--out", tmp_path / name).exit_code == 1
        assert (tmp_path / name).stat().st_size > 100


def test_a_marked_table_that_cannot_be_written(entries, tmp_path):
    for out, problem in (("x.doc", ".xlsx or .csv"), ("none/x.csv", "no such folder"), ("entries.csv", "read by this")):
        result = run(entries, "--out", tmp_path / out)
        assert result.exit_code == 2
        assert problem in result.output


def test_audit_says_that_a_table_is_one(entries, workbook):
    for path in (entries, workbook(S=[["n", "total"], [1, 2]])):
        result = CliRunner().invoke(main, ["audit", str(path)])
        assert result.exit_code == 2
        assert "which `checker table` checks" in result.output
