import pytest

from checker.entries.auditing import audit_paths
from checker.entries.errors import TableError
from checker.entries.result import TableResult
from checker.finding import Result


def test_an_entry_that_cannot_be_right(verdicts_of):
    assert verdicts_of("study,n,total,pct\nA,10,55,22\nB,28,55,50.9\n") == {
        "2.proportion percent_from_count": "discrepant"
    }


@pytest.mark.parametrize(
    "text",
    [
        'study,"CR, n (%)",total\nA,28 (50.9),55\n',
        "study;n;total;pct\nA;28;55;50,9\n",
        "study,mean,sd,n,se\nA,5.1,0.90,25,0.18\n",
        "study,HR (95% CI),p\nA,0.68 (0.48-0.97),0.033\n",
        "study,t,df,p\nA,2.20,28,.036\n",
        "study,events_t,n_t,events_c,n_c,p\nA,16,30,8,25,0.11\n",
    ],
)
def test_what_holds(audit_of, verdicts_of, text):
    assert verdicts_of(text) == {}
    assert audit_of(text).findings


@pytest.mark.parametrize(
    "text",
    [
        'study,"CR, n (%)",total\nA,28 (51.9),55\nB,10 (18.2),55\n',
        "study;n;total;pct\nA;28;55;51,9\nB;10;55;18,2\n",
        "study,mean,sd,n,se\nA,5.1,0.90,25,0.81\n",
        "study,HR (95% CI)\nA,1.69 (1.08-9.66)\n",
        "study,t,df,p\nA,2.20,28,.36\n",
    ],
)
def test_what_does_not(verdicts_of, text):
    assert "discrepant" in verdicts_of(text).values()


ARMS = "study,events_t,n_t,events_c,n_c,p\nA,16,30,8,25,0.0011\n"


def test_a_p_that_no_heading_binds_to_two_arms_is_asked_about_unless_a_mapping_does(verdicts_of):
    assert verdicts_of(ARMS) == {"2.comparison p_from_two_by_two": "query"}
    groups = "[{count: events_t, total: n_t}, {count: events_c, total: n_c}]"
    mapping = f"rows:\n- {{kind: comparison, groups: {groups}, p: p}}\n"
    assert verdicts_of(ARMS, mapping) == {"2.comparison p_from_two_by_two": "discrepant"}


def test_a_cell_that_is_no_figure_is_a_problem_with_its_place(audit_of):
    result = audit_of("study,n,total,pct\nA,10,55,18.2\nB,many,55,50.9\nC,12-Mar,55,5\nD,NR,55,50.9\n")
    assert result.problems == (
        "entries.csv: line 3, column n: expected a number, not 'many'",
        "entries.csv: line 4, column n: expected a number, not the date '12-Mar'; spreadsheets make dates of entries "
        "such as 3/12",
    )
    assert {finding.claim.id for finding in result.findings} == {
        "2.proportion",
        "3.proportion",
        "4.proportion",
        "5.proportion",
    }


def test_a_count_that_is_not_whole_is_a_problem(audit_of):
    assert "whole number" in audit_of("study,n,total,pct\nA,10.5,55,18.2\n").problems[0]


def test_a_comma_that_may_be_either_is_a_problem(audit_of):
    assert "--decimal" in audit_of("study;n;total;pct\nA;1,234;5000;25\n").problems[0]


def test_columns_that_most_rows_deny_are_doubted(verdicts_of):
    text = "study,n,total,pct\n" + "".join(f"S{i},{i},50,{i + 7}\n" for i in range(1, 9))
    assert set(verdicts_of(text).values()) == {"query"}


def test_nothing_to_compare_is_an_error(audit_of):
    with pytest.raises(TableError, match="the headings are study, dose"):
        audit_of("study,dose\nA,10\n")


def test_what_cannot_be_read_costs_the_others_nothing(entries, tmp_path):
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    found = list(audit_paths([empty, tmp_path / "none.csv", entries]))
    assert [type(each) for each in found] == [Result, Result, TableResult]
    assert "empty" in found[0].error
    assert "No such file" in found[1].error


def test_a_defect_costs_one_file(entries, monkeypatch):
    monkeypatch.setattr("checker.entries.auditing.guess", lambda sheet: 1 / 0)
    (found,) = audit_paths([entries])
    assert "checker itself failed here (ZeroDivisionError" in found.error
    assert found.trace


def test_the_notes_say_what_was_compared_and_what_was_left(audit_of):
    result = audit_of("study,n,total,pct,dose\nA,10,55,18.2,5\nB,,,50,5\n")
    assert result.notes == (
        "compared in each row: proportion (count: n, percent: pct, total: total)",
        "not mapped: dose, its heading is no usual name, its cells are such as '5'",
        "left out: 1 row lacks a figure for the proportion (count: n, percent: pct, total: total)",
    )


def test_a_sheet_of_notes_is_named_and_is_no_error(workbook):
    head = ["study", "n", "total", "pct"]
    path = workbook(Notes=[["variable", "meaning"], ["n", "events"]], One=[head, ["A", 10, 55, 22]])
    (result,) = audit_paths([path])
    assert result.findings
    assert result.notes[-1] == "not mapped: sheet Notes, which has no columns whose figures must agree"
    (result,) = audit_paths([workbook(Notes=[["variable", "meaning"], ["n", "events"]])])
    assert "Notes: expected columns" in result.error


def test_two_sheets_are_two_results(workbook):
    head = ["study", "n", "total", "pct"]
    path = workbook(One=[head, ["A", 10, 55, 22]], Two=[head, ["B", 28, 55, 50.9]])
    found = list(audit_paths([path]))
    assert [result.path for result in found] == [f"{path}#One", f"{path}#Two"]
    assert found[0].findings[0].claim.section == "One"
