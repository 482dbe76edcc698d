import pytest

from checker.entries.delimited import read, sniffed
from checker.entries.errors import TableError

ROWS = [["Smith", "10", "55", "22.0"], ["Jones", "28", "55", "50.9"]]


def rows(sheet):
    return [list(cells) for cells in zip(*sheet.columns, strict=True)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_same_cells_from_any_delimiter_encoding_and_line_end(delimiter, encoding, end):
    text = end.join(delimiter.join(row) for row in [["study", "n", "total", "pct"], *ROWS]) + end
    sheet = read(text.encode(encoding), "entries.csv")
    assert sheet.names == ("study", "n", "total", "pct")
    assert rows(sheet) == ROWS
    assert [sheet.number(row) for row in range(2)] == [2, 3]


def test_a_literal_keeps_its_zeros_and_marks(sheet_of):
    assert rows(sheet_of("a,b\n70.0,<0.001*\n")) == [["70.0", "<0.001*"]]


def test_decimal_commas_are_found_behind_semicolons(sheet_of):
    sheet = sheet_of("study;n;total;pct\nSmith;10;55;18,2\n")
    assert sheet.decimal == ","
    assert "decimal commas" in sheet.notes[0]


@pytest.mark.parametrize("text", ["a;b\n1;18.2\n", "a;b\n1;1,234\n", "a,b\n1,18.2\n", 'a,b\n1,"1,234"\n'])
def test_other_commas_are_none(sheet_of, text):
    assert sheet_of(text).decimal == "."


def test_a_quoted_decimal_comma(sheet_of):
    assert sheet_of('a,b\n1,"18,2"\n').decimal == ","


def test_windows_1252_is_said():
    assert "Windows-1252" in read("étude,n\nA,1\n".encode("cp1252"), "entries.csv").notes[0]


def test_row_names_of_r(sheet_of):
    sheet = sheet_of('"n","pct"\n"A",1,2\n"B",3,4\n')
    assert sheet.names == ("column 1", "n", "pct")
    assert rows(sheet) == [["A", "1", "2"], ["B", "3", "4"]]


def test_sep_line_of_excel(sheet_of):
    sheet = sheet_of("sep=;\nstudy;n\nA, B;1\n")
    assert sheet.names == ("study", "n")
    assert sheet.number(0) == 3


def test_blank_lines_and_short_rows_keep_the_line_numbers(sheet_of):
    sheet = sheet_of("study,n,pct\nA,1,2\n\nB,3\n")
    assert rows(sheet) == [["A", "1", "2"], ["B", "3", ""]]
    assert [sheet.number(row) for row in range(2)] == [2, 4]


def test_a_cell_of_several_lines_moves_those_below(sheet_of):
    sheet = sheet_of('study,n\n"A\nB",1\nC,2\n')
    assert [sheet.number(row) for row in range(2)] == [2, 4]
    assert sheet.place(1, 1) == sheet.document.place(sheet.document.span(sheet.place(1, 1)))


def test_a_place_is_that_of_the_characters(sheet_of):
    sheet = sheet_of("study, n ,pct\nA, 10 ,22\n")
    document = sheet.document
    spans = [document.span(sheet.place(0, column)) for column in range(3)]
    assert [document.text[span.start : span.end] for span in spans] == ["A", "10", "22"]


def test_a_longer_row_is_an_error_with_its_line(sheet_of):
    with pytest.raises(TableError, match="line 3: expected 2 cells"):
        sheet_of("a,b\n1,2\n1,2,3\n")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "the file is empty"),
        (b"\n\n", "the file is empty"),
        (b"study,n,pct\n", "there are none"),
        (b"\x00\x01\x02\x03" * 50, "no text"),
        (b"n,n\n1,2\n", "'n' heads columns A and B"),
        (",".join(f"c{i}" for i in range(100_000)).encode() + b"\n" + b",".join([b"1"] * 100_000), "16,384 columns"),
    ],
)
def test_bad_input_is_one_clear_error(data, problem):
    with pytest.raises(TableError, match=problem):
        read(data, "entries.csv")


def test_an_unknown_encoding_is_an_error():
    with pytest.raises(TableError, match="utf-99"):
        read(b"a,b\n1,2\n", "entries.csv", encoding="utf-99")


def test_sniffing_prefers_what_divides_every_line():
    assert sniffed("a;b\n1,5;2\n1,5;3\n", "x.csv") == ";"
    assert sniffed("only one column\n1\n", "x.csv") == ","
