"""Comments as PDFium adds and saves them, in files that pypdf cannot write: encrypted ones, damaged ones."""

import ctypes
import io
from collections.abc import Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from checker.annotate.marks import AUTHOR, COLOURS, Mark


def write(source: bytes, chosen: Sequence[Mark]) -> bytes:
    """The file with the marks, saved as a further revision.

    Raises:
        pypdfium2.PdfiumError: where it cannot be opened or saved.
        ValueError: where a comment cannot be added.
    """
    file = pypdfium2.PdfDocument(source)
    try:
        for number in sorted({mark.page for mark in chosen}):
            page = file[number - 1]
            for mark in chosen:
                if mark.page == number:
                    _add(page, mark)
            page.close()
        out = io.BytesIO()
        file.save(out, flags=pdfium.FPDF_INCREMENTAL)
        return out.getvalue()
    finally:
        file.close()


def _add(page: pypdfium2.PdfPage, mark: Mark) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_HIGHLIGHT)
    if not annotation:
        raise ValueError("no annotation")
    try:
        red, green, blue = (round(255 * part) for part in COLOURS[mark.group])
        pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, red, green, blue, 255)
        for _, left, bottom, right, top, _ in mark.painted or mark.boxes:
            corners = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
            pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, corners)
        left, bottom, right, top = mark.edges
        pdfium.FPDFAnnot_SetRect(annotation, pdfium.FS_RECTF(left, top, right, bottom))
        pdfium.FPDFAnnot_SetFlags(annotation, pdfium.FPDF_ANNOT_FLAG_PRINT)
        for key, text in (("T", AUTHOR), ("Subj", mark.title), ("Contents", mark.text)):
            wide = ctypes.create_string_buffer(text.encode("utf-16-le", "replace") + b"\0\0")
            pdfium.FPDFAnnot_SetStringValue(
                annotation, key.encode(), ctypes.cast(wide, ctypes.POINTER(ctypes.c_ushort))
            )
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)
