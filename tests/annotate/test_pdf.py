"""Annotated PDFs, as PDFium draws them: highlights where the figures are, every digit still there, nothing else new."""

import ctypes
import io

import numpy as np
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from fpdf import FPDF
from fpdf.enums import AccessPermission

from checker import annotate, read
from checker.annotate import by_pdfium
from checker.annotate import pdf as annotated_pdf
from checker.annotate.errors import AnnotateError
from checker.annotate.marks import COLOURS
from checker.annotate.notes import Note, notes
from checker.auditing import audit_document
from checker.document import Document
from checker.model import Verdict

SCALE = 3
FOUND = frozenset({Verdict.DISCREPANT, Verdict.QUERY})
SENTENCE = "Fever occurred in 12 of 60 patients (25.0%), and a cough in 30 of 60 patients (50.0%)."


def paper(*lines: str, password: dict | None = None) -> bytes:
    """A PDF of one page."""
    pdf = FPDF(unit="pt", format=(595, 842))
    if password:
        pdf.set_encryption(**password)
    pdf.add_page()
    pdf.set_font("Times", size=11)
    for number, line in enumerate(lines or (SENTENCE,)):
        pdf.text(50, 90 + 14 * number, line)
    return bytes(pdf.output())


def noted(content: bytes, verdicts: frozenset[Verdict] = FOUND) -> tuple[Document, list[Note]]:
    """A document and what there is to note on it."""
    document = read.from_bytes(content, "paper.pdf")
    return document, notes(audit_document(document), verdicts)


def written(content: bytes, verdicts: frozenset[Verdict] = FOUND) -> bytes:
    """The annotated paper."""
    return annotated_pdf.write(content, "paper.pdf", *noted(content, verdicts))


def drawn(content: bytes) -> np.ndarray:
    """The first page as PDFium draws it, annotations and all, from 0 (black) to 255."""
    file = pypdfium2.PdfDocument(content)
    image = np.array(file[0].render(scale=SCALE).to_pil().convert("RGB")).astype(int)
    file.close()
    return image


def on_image(content: bytes, box) -> tuple[slice, slice]:
    """The pixels of a box, however the page is turned."""
    file = pypdfium2.PdfDocument(content)
    page = file[0]
    width, height = (round(SCALE * size) for size in page.get_size())
    corners = []
    for x, y in ((box.left, box.bottom), (box.right, box.top)):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, x, y, across, down)
        corners.append((across.value, down.value))
    file.close()
    (x0, y0), (x1, y1) = corners
    return slice(min(y0, y1), max(y0, y1)), slice(min(x0, x1), max(x0, x1))


def test_highlights_are_where_the_figures_are_and_nowhere_else(page):
    document, found = noted(page)
    (note,) = found
    assert [document.text[span.start : span.end] for span in note.spans] == ["12", "60", "25.0%"]
    after = written(page)
    assert after.startswith(page)
    plain, coloured = drawn(page), drawn(after)
    assert plain.shape == coloured.shape
    expected = 255 * np.array(COLOURS["discrepant"])
    painted = np.zeros(plain.shape[:2], dtype=bool)
    for span in note.spans:
        (box,) = document.boxes(span.start, span.end)
        rows, columns = on_image(page, box)
        ground, new = plain[rows, columns], coloured[rows, columns]
        white = (ground > 250).all(axis=2)
        assert white.any()
        # The ground has the colour, and every pixel of a digit is as dark as it was or darker.
        assert np.abs(new[white] - expected).max() < 8
        dark = (ground < 90).all(axis=2)
        assert dark.sum() > 20
        assert (new[dark] <= ground[dark] + 2).all()
        painted[max(0, rows.start - 5) : rows.stop + 5, max(0, columns.start - 5) : columns.stop + 5] = True
    assert (plain[~painted] == coloured[~painted]).all()


def test_the_comment_has_the_arithmetic():
    content = paper()
    reader = pypdf.PdfReader(io.BytesIO(written(content)))
    (annotation,) = (each.get_object() for each in reader.pages[0]["/Annots"])
    assert annotation["/Subtype"] == "/Highlight"
    assert annotation["/T"] == "checker"
    assert annotation["/Subj"] == "Cannot be right"
    assert "12 of 60 is 20.00%, not 25.0%." in annotation["/Contents"]
    assert len(annotation["/QuadPoints"]) == 3 * 8
    assert reader.metadata == pypdf.PdfReader(io.BytesIO(content)).metadata


def test_what_held_is_marked_on_request():
    reader = pypdf.PdfReader(io.BytesIO(written(paper(), frozenset(Verdict))))
    subjects = [each.get_object()["/Subj"] for each in reader.pages[0]["/Annots"]]
    # The gravest comes last, and lies on top.
    assert subjects == ["Checked and held", "Cannot be right"]


def test_nothing_found_is_nothing_written():
    content = paper("Fever occurred in 15 of 60 patients (25.0%).")
    assert written(content) == content


def test_other_comments_and_pages_stay():
    pdf = FPDF(unit="pt", format=(595, 842))
    for _ in range(3):
        pdf.add_page()
        pdf.set_font("Times", size=11)
        pdf.text(50, 90, "A page of words that go on about the patients, and have no figures at all.")
    pdf.page = 2
    pdf.text(50, 110, SENTENCE)
    pdf.text_annotation(300, 300, "a comment of the authors")
    content = bytes(pdf.output())
    reader = pypdf.PdfReader(io.BytesIO(written(content)))
    kinds = [[each.get_object()["/Subtype"] for each in page.get("/Annots", [])] for page in reader.pages]
    assert kinds == [[], ["/Text", "/Highlight"], []]


def test_a_file_with_its_objects_in_streams_gets_a_table_of_its_own_form():
    content = in_streams(paper())
    assert b"\nxref" not in content
    after = written(content)
    assert after.startswith(content)
    assert b"\nxref" not in after
    assert len(pypdf.PdfReader(io.BytesIO(after), strict=True).pages[0]["/Annots"]) == 1
    assert (drawn(after) != drawn(content)).any()


def in_streams(content: bytes) -> bytes:
    """The same file with a stream for the table of its objects, as files of PDF 1.5 have it."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    objects = {number: reader.get_object(pypdf.generic.IndirectObject(number, 0, reader)) for number in reader.xref[0]}
    out = io.BytesIO()
    out.write(b"%PDF-1.5\n")
    places = {}
    for number, item in objects.items():
        if number and item is not None:
            places[number] = out.tell()
            out.write(f"{number} 0 obj\n".encode())
            item.write_to_stream(out)
            out.write(b"\nendobj\n")
    start, own = out.tell(), max(places) + 1
    places[own] = start
    rows = b"".join(b"\x01" + place.to_bytes(4, "big") + b"\0" for place in places.values())
    index = " ".join(f"{number} 1" for number in places)
    out.write(
        f"{own} 0 obj\n<< /Type /XRef /W [1 4 1] /Index [{index}] /Size {own + 1} "
        f"/Root {reader.trailer.raw_get('/Root').idnum} 0 R /Length {len(rows)} >>\nstream\n".encode()
        + rows
        + f"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return out.getvalue()


def test_a_file_locked_against_comments_is_not_annotated():
    locked = paper(password={"owner_password": "owner", "permissions": AccessPermission.PRINT_LOW_RES})
    with pytest.raises(AnnotateError, match=r"paper\.pdf: its authors locked it against comments"):
        written(locked)


def test_a_file_that_only_comments_may_change_is_annotated_and_stays_locked():
    allowed = AccessPermission.ANNOTATION | AccessPermission.PRINT_LOW_RES
    content = paper(password={"owner_password": "owner", "permissions": allowed})
    after = written(content)
    assert after.startswith(content)
    reader = pypdf.PdfReader(io.BytesIO(after))
    assert reader.is_encrypted
    (annotation,) = (each.get_object() for each in reader.pages[0]["/Annots"])
    assert "12 of 60 is 20.00%, not 25.0%." in annotation["/Contents"]
    plain, coloured = drawn(content), drawn(after)
    assert (plain != coloured).any()
    dark = (plain < 90).all(axis=2)
    assert (coloured[dark] <= plain[dark] + 2).all()


def test_a_file_that_pypdf_cannot_read_is_annotated_by_pdfium(monkeypatch):
    def broken(*_):
        raise pypdf.errors.PdfReadError("no")

    content = paper()
    monkeypatch.setattr(annotated_pdf, "_by_pypdf", broken)
    after = written(content)
    assert after.startswith(content)
    assert (drawn(after) != drawn(content)).any()


def test_a_file_that_neither_can_write_is_an_error(monkeypatch):
    def broken(*_):
        raise ValueError

    document, found = noted(paper())
    monkeypatch.setattr(annotated_pdf, "_by_pypdf", broken)
    monkeypatch.setattr(by_pdfium, "write", broken)
    with pytest.raises(AnnotateError, match="damaged"):
        annotated_pdf.write(paper(), "paper.pdf", document, found)


def test_a_damaged_table_of_objects_is_no_obstacle(caplog):
    content = paper().replace(b"startxref\n", b"startxref\n9", 1)
    after = written(content)
    assert not caplog.records
    assert after.startswith(content)
    assert (drawn(after) != drawn(content)).any()


def test_the_whole_way(tmp_path):
    source, target = tmp_path / "paper.pdf", tmp_path / "out.pdf"
    source.write_bytes(paper())
    document = read.read(source)
    result = audit_document(document)
    assert annotate.save(result, str(target), FOUND) == 1
    assert target.read_bytes().startswith(source.read_bytes())
    source.write_bytes(paper("Other words that have been written over it."))
    with pytest.raises(AnnotateError, match="changed while"):
        annotate.save(result, str(target), FOUND)
