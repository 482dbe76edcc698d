import csv
import io

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.entries import marked
from checker.entries.api import audit_table, audit_tables
from checker.entries.errors import TableError

ENTRIES = "study,n,total,pct\n=cmd|'/c calc'!A1,10,55,22\n-Jones,28,55,50.9\nChen,many,30,53.3\n"


@pytest.fixture
def result(tmp_path):
    path = tmp_path / "entries.csv"
    path.write_text(ENTRIES)
    return audit_table(path)


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def formulas(book):
    return [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_cell_in_question_is_coloured_and_commented(result):
    sheet = opened(marked.as_workbook([result], "checked.xlsx"))["entries"]
    assert sheet["D2"].fill.fgColor.rgb == "00FFC7CE"
    assert sheet["D2"].comment.text.startswith("discrepant: 10/55 = 18.2%, not 22%")
    assert sheet["D3"].fill.fgColor.rgb == "00E8F5E9"
    assert sheet["D3"].comment is None
    assert "expected a number, not 'many'" in sheet["B4"].comment.text
    assert (sheet["D3"].value, sheet["D3"].number_format) == (50.9, "0.0")


def test_a_sheet_of_findings_the_gravest_first(result):
    sheet = opened(marked.as_workbook([result], "checked.xlsx"))[marked.FINDINGS]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:4] == ["verdict", "severity", "cell", "row"]
    assert rows[1][:4] == ["discrepant", "major", "D2", "2"]
    assert sheet["C2"].hyperlink.location == "'entries'!D2"


def test_no_cell_is_a_formula(result):
    book = opened(marked.as_workbook([result], "checked.xlsx", everything=True))
    assert formulas(book) == []
    assert book["entries"]["A2"].value == "=cmd|'/c calc'!A1"
    assert book["entries"]["A2"].quotePrefix


def test_the_curators_own_workbook_keeps_its_sheets_and_formats(workbook):
    head = ["study", "n", "total", "pct"]
    path = workbook(
        Notes=[["keep this"]], Entries=[["Title"], head, ["A", 10, 55, (22, "0.0")], ["=1+1", 28, 55, 50.9]]
    )
    result = audit_table(path, sheet="Entries")
    book = opened(marked.as_workbook([result], "checked.xlsx"))
    assert book.sheetnames == ["Notes", "Entries", marked.FINDINGS]
    assert book["Entries"]["D3"].fill.fgColor.rgb == "00FFC7CE"
    assert book["Entries"]["D3"].number_format == "0.0"
    assert formulas(book) == []


def test_csv_has_the_rows_with_their_verdicts_and_a_byte_order_mark(result, tmp_path):
    marked.save([result], str(tmp_path / "checked.csv"))
    data = (tmp_path / "checked.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["study", "n", "total", "pct", "checker verdict", "checker message"]
    assert rows[1][-2] == "discrepant"
    assert [row[0] for row in rows[1:3]] == ["'=cmd|'/c calc'!A1", "'-Jones"]
    assert "expected a number, not 'many'" in rows[3][-1]


def test_several_tables_are_several_sheets_and_no_csv(result, workbook, tmp_path):
    head = ["study", "n", "total", "pct"]
    others = audit_tables([workbook(One=[head, ["A", 10, 55, 22]], Two=[head, ["B", 1, 2, 50]])])
    book = opened(marked.as_workbook([result, *others], "checked.xlsx"))
    assert book.sheetnames == ["entries", "One", "Two", marked.FINDINGS]
    assert book[marked.FINDINGS]["C2"].value in ("entries!D2", "One!D2")
    with pytest.raises(TableError, match="one table"):
        marked.save(others, str(tmp_path / "checked.csv"))


def test_a_table_too_large_for_a_workbook(result, monkeypatch):
    monkeypatch.setattr(marked, "_MOST_CELLS", 5)
    with pytest.raises(TableError, match=r"12; write \.csv"):
        marked.as_workbook([result], "checked.xlsx")


def test_a_negative_number_is_no_formula_and_text_that_begins_so_is_text():
    assert [marked._kept(cell) for cell in ("-1.2", "-1,2", "-1+1", "@a", "70.0", "")] == [
        "-1.2", "-1,2", "'-1+1", "'@a", "70.0", "",
    ]  # fmt: skip


hostile = st.sampled_from(
    ["=1+1", "@SUM(A1)", "+1+1", "-1+1", "\t=1", "|cmd", "\x00=1", "%0A=1", "'=1", "＝1", "\r\n=2", "a"]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(hostile, min_size=2, max_size=2, unique=True), st.lists(hostile, min_size=2, max_size=2))
def test_whatever_the_cells_hold_nothing_we_write_is_a_formula(names, cells):
    frame = pd.DataFrame({names[0]: cells, "n": [10, 5], "total": [55, 10], "pct": ["22", cells[0]]})
    result = audit_table(frame)
    assert formulas(opened(marked.as_workbook([result], "checked.xlsx", everything=True))) == []
    rows = list(csv.reader(io.StringIO(marked.as_csv(result), newline="")))
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "|", "%", "＝"))]
