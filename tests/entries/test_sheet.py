import pytest

from checker.entries.sheet import Sheet, decimals_of, letters, shortest


@pytest.fixture
def sheet():
    return Sheet(
        path="DataFrame", source="frame", names=("a", "b"), columns=(("x\ty", "z"), ("10", "")), index=["r", "s"]
    )


def test_the_text_of_a_frame_has_a_line_a_row(sheet):
    assert sheet.document.text == "a\tb\nx y\t10\nz\t\n"
    assert [cell.header for cell in sheet.document.tables[0].cells] == [True, True, False, False, False, False]


def test_every_place_is_that_of_its_characters(sheet):
    document = sheet.document
    texts = []
    for row in range(2):
        for column in range(2):
            span = document.span(sheet.place(row, column))
            texts.append(document.text[span.start : span.end] if span else None)
    assert texts == ["x y", "10", "z", None]


def test_cells_in_words(sheet):
    assert sheet.cell(1, 1) == "row s, column b"
    assert sheet.heading(1) == "b"


def test_letters():
    assert [letters(column) for column in (0, 25, 26, 16_383)] == ["A", "Z", "AA", "XFD"]


def test_floats():
    assert [shortest(value) for value in (70.0, 0.1, 1e22, -0.5)] == ["70", "0.1", "1e+22", "-0.5"]
    assert [decimals_of(text) for text in ("70", "0.10", "1e-06")] == [0, 2, 0]
