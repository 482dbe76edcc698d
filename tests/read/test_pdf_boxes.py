"""The boxes of figures of a PDF: read back from the page, however it is turned, cropped or shifted."""

import unicodedata

import pypdfium2
from fpdf import FPDF

from checker import read
from checker.extraction.numbers import tokens

SIZE = (595, 842)


def digits(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isdigit())


def test_what_stands_in_the_box_of_a_figure_is_the_figure(page):
    document = read.from_bytes(page, "paper.pdf")
    file = pypdfium2.PdfDocument(page)
    textpage = file[0].get_textpage()
    found = [token for token in tokens(document.text) if digits(document.text[token.start : token.end])]
    assert len(found) == 16
    for token in found:
        (box,) = document.boxes(token.start, token.end)
        inner = (box.left + 1, box.bottom + 1, box.right - 1, box.top - 1)
        assert digits(textpage.get_text_bounded(*inner)) == digits(document.text[token.start : token.end])
        assert box.page == 1
        assert 0 < (box.right - box.left) < 40
        assert 0 < (box.top - box.bottom) < 40
    file.close()


def characters(document, textpage, start, end) -> str:
    """What stands in the boxes of characters, without what stands around it."""
    found = ""
    for box in document.boxes(start, end):
        found += textpage.get_text_bounded(box.left + 0.5, box.bottom + 2, box.right - 0.5, box.top - 2)
    return "".join(found.split())


def test_a_word_cut_at_the_end_of_a_line_stands_in_two_boxes_and_the_space_between_lines_in_none():
    pdf = FPDF(unit="pt", format=SIZE)
    pdf.add_page()
    pdf.set_font("Times", size=10)
    lines = "The mobilisation of all patients was early, and this mobili-/sation was safe in 12 of 120/men".split("/")
    for number, line in enumerate(lines):
        pdf.text(50, 90 + 12 * number, line)
    content = bytes(pdf.output())
    document = read.from_bytes(content, "paper.pdf")
    start = document.text.rindex("mobilisation")
    file = pypdfium2.PdfDocument(content)
    textpage = file[0].get_textpage()
    first, second = document.boxes(start, start + len("mobilisation"))
    assert first.bottom > second.top - 3
    assert characters(document, textpage, start, start + len("mobilisation")).replace("\x02", "-") in (
        "mobilisation",
        "mobili-sation",
    )
    space = document.text.index("120 men") + 3
    assert document.boxes(space, space + 1) == ()
    file.close()


def test_cells_and_raised_figures_stand_where_they_are_printed():
    pdf = FPDF(unit="pt", format=SIZE)
    pdf.add_page()
    pdf.set_font("Times", size=10)
    pdf.text(50, 60, "Table 1. Outcomes at one year in both groups of the trial")
    for row, cells in enumerate([("Outcome", "Early", "Usual"), ("Death", "12 (10.0)", "24 (20.0)")] * 3):
        for column, cell in enumerate(cells):
            pdf.text(50 + 150 * column, 80 + 14 * row, cell)
    pdf.text(50, 200, "The smallest p value of all was 1.5 x 10")
    width = pdf.get_string_width("The smallest p value of all was 1.5 x 10")
    pdf.set_font("Times", size=6)
    pdf.text(50 + width, 196, "-4")
    content = bytes(pdf.output())
    document = read.from_bytes(content, "paper.pdf")
    file = pypdfium2.PdfDocument(content)
    textpage = file[0].get_textpage()
    (table,) = document.tables
    for cell in table.cells:
        text = document.text[cell.span.start : cell.span.end]
        assert characters(document, textpage, cell.span.start, cell.span.end) == text.replace(" ", "")
    power = document.text.index("⁻⁴")
    assert characters(document, textpage, power, power + 2) == "-4"
    file.close()
