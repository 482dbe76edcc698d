import pandas as pd
import pytest

import checker
from checker.entries import TableError, audit_table, audit_tables


def test_the_name_in_the_package_is_what_one_calls(entries):
    assert checker.table(entries).findings == audit_table(entries).findings


def test_only_some_checks(entries):
    found = audit_table(entries, only=["percent_from_count"]).findings
    assert {finding.check for finding in found} == {"percent_from_count"}


def test_a_table_that_cannot_be_read_raises(tmp_path):
    with pytest.raises(TableError, match="No such file"):
        audit_table(tmp_path / "none.csv")
    with pytest.raises(TableError, match="empty"):
        audit_table(pd.DataFrame())


def test_several_files(entries, tmp_path):
    found = audit_tables([entries, tmp_path / "none.csv"])
    assert [result.error is None for result in found] == [True, False]


def test_one_sheet_of_several_has_to_be_named(workbook):
    head = ["study", "n", "total", "pct"]
    path = workbook(One=[head, ["A", 10, 55, 22]], Two=[head, ["B", 28, 55, 50.9]])
    with pytest.raises(TableError, match="One, Two"):
        audit_table(path)
    assert audit_table(path, sheet="Two").sheet.sheet == "Two"


def test_unknown_names():
    with pytest.raises(AttributeError):
        checker.entries.nothing  # noqa: B018
