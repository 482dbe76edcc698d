import pytest

from checker.entries.errors import TableError
from checker.entries.reading import Reading, sheets


def test_the_content_tells_the_format(entries, workbook, tmp_path):
    book = workbook(name="book.csv", S=[["n", "total"], [1, 2]])
    assert [sheet.source for sheet in sheets(book)] == ["workbook"]
    assert [sheet.source for sheet in sheets(entries)] == ["delimited"]


def test_what_is_said_is_not_found_out(tmp_path):
    path = tmp_path / "entries.txt"
    path.write_bytes("n|pct\n1|1,5\n".encode("utf-16-le"))
    (sheet,) = sheets(path, Reading(encoding="utf-16-le", delimiter="|", decimal=","))
    assert sheet.names == ("n", "pct")
    assert sheet.decimal == ","


@pytest.mark.parametrize(("content", "problem"), [(b"%PDF-1.7", "not a PDF"), (b"{\\rtf1", "not RTF"), (b"", "empty")])
def test_other_files(tmp_path, content, problem):
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(TableError, match=problem):
        list(sheets(path))


def test_a_folder(tmp_path):
    with pytest.raises(TableError, match="not a folder"):
        list(sheets(tmp_path))
