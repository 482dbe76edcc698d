import datetime
import io
import zipfile

import openpyxl
import pytest

from checker.entries.errors import TableError
from checker.entries.sheet import Sheet
from checker.entries.workbook import read

HEAD = ["study", "n", "total", "pct"]


def sheets(path, only=None):
    return list(read(path.read_bytes(), str(path), only))


def test_a_cell_is_what_it_shows(workbook):
    path = workbook(
        Responses=[HEAD, ["A", 10, 55, (18.18181818, "0.0")], ["B", 5, 50, (0.1, "0%")], ["C", 7, 10, (70, "0.0")]]
    )
    (sheet,) = sheets(path)
    assert list(sheet.columns[3]) == ["18.2", "10%", "70.0"]
    assert sheet.cell(1, 3) == "Responses!D3"
    assert sheet.title == str(path)


def test_text_stands_as_it_is(workbook):
    (sheet,) = sheets(workbook(S=[HEAD, ["A", "28 (50.9)", "70.0", "<0.001"]]))
    assert [column[0] for column in sheet.columns] == ["A", "28 (50.9)", "70.0", "<0.001"]


def test_a_date_is_named_and_not_guessed(workbook):
    (sheet,) = sheets(workbook(S=[HEAD, ["A", datetime.date(2024, 12, 3), 55, 1]]))
    assert "Excel makes dates of entries such as 3/12 or 12/3" in sheet.unknown[0, 1]


def test_a_fraction_is_not_known(workbook):
    (sheet,) = sheets(workbook(S=[HEAD, ["A", (0.25, "# ?/?"), 55, 1]]))
    assert "cannot be known" in sheet.unknown[0, 1]


def test_formulas_without_stored_values_and_errors(workbook):
    (sheet,) = sheets(workbook(S=[HEAD, ["A", "=1+1", 55, 1], ["B", "#DIV/0!", 55, 1]]))
    assert "no stored value" in sheet.unknown[0, 1]
    assert "#DIV/0!" in sheet.unknown[1, 1]


def test_a_formula_shows_its_stored_value(workbook):
    path = workbook(S=[HEAD, ["A", 10, 55, ("=B2/C2*100", "0.0")]])
    with zipfile.ZipFile(path) as package:
        members = {name: package.read(name) for name in package.namelist()}
    sheet_xml = members["xl/worksheets/sheet1.xml"].replace(b"<v />", b"<v></v>").replace(b"<v/>", b"<v></v>")
    members["xl/worksheets/sheet1.xml"] = sheet_xml.replace(
        b"<f>B2/C2*100</f><v></v>", b"<f>B2/C2*100</f><v>18.181818</v>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    (sheet,) = read(data.getvalue(), "entries.xlsx")
    assert sheet.columns[3][0] == "18.2"


def test_headings_over_several_columns_and_merged_labels(workbook):
    rows = [["study", "Arm A", None, "Arm B", None], [None, "n", "%", "n", "%"], ["A", 1, 2, 3, 4], [None, 5, 6, 7, 8]]
    (sheet,) = sheets(workbook(merged=["B1:C1", "D1:E1", "A3:A4"], S=rows))
    assert sheet.names == ("study", "Arm A n", "Arm A %", "Arm B n", "Arm B %")
    assert list(sheet.columns[0]) == ["A", "A"]
    assert sheet.first == 3


def test_a_merged_figure_is_of_no_one_entry(workbook):
    (sheet,) = sheets(workbook(merged=["C2:C3"], S=[HEAD, ["A", 1, 55, 2], ["B", 5, None, 9]]))
    assert "C2:C3 is merged" in sheet.unknown[1, 2]


def test_several_sheets_and_one_of_them(workbook):
    path = workbook(One=[HEAD, ["A", 1, 2, 50]], Two=[HEAD, ["B", 1, 4, 25]], Empty=[])
    assert [sheet.title for sheet in sheets(path)] == [f"{path}#One", f"{path}#Two"]
    assert [sheet.sheet for sheet in sheets(path, "Two")] == ["Two"]
    with pytest.raises(TableError, match="One, Two, Empty"):
        sheets(path, "Three")


def test_an_empty_sheet_and_workbook(workbook):
    with pytest.raises(TableError, match="no sheet has any"):
        sheets(workbook(One=[]))
    path = workbook(One=[HEAD, ["A", 1, 2, 50]], Two=[])
    (found,) = sheets(path, "Two")
    assert isinstance(found, TableError)
    assert "Two" in str(found)


def test_a_sheet_without_rows_costs_the_others_nothing(workbook):
    found = sheets(workbook(One=[HEAD], Two=[HEAD, ["B", 1, 4, 25]]))
    assert [type(each) for each in found] == [TableError, Sheet]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04 nothing", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "before 2007"),
    ],
)
def test_what_is_no_workbook(data, problem):
    with pytest.raises(TableError, match=problem):
        list(read(data, "entries.xlsx"))


def test_too_many_cells(workbook):
    path = workbook(S=[HEAD, ["A", 1, 2, 50]])
    book = openpyxl.load_workbook(path)
    book["S"].cell(1_048_576, 30, 1)
    book.save(path)
    (found,) = sheets(path)
    assert "cells" in str(found)
