"""The authors' own PDF with a highlight on every figure of a finding, and a comment with the arithmetic.

pypdf parses the file and `increment` writes a further revision behind its bytes, so that the original is still all
there. Where pypdf cannot (encrypted files, damaged ones), PDFium writes the revision, with less control of its looks.
"""

import datetime
import io
import logging
from collections.abc import Iterable, Sequence
from typing import Any

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from checker.annotate import by_pdfium
from checker.annotate.errors import AnnotateError
from checker.annotate.increment import Increment
from checker.annotate.marks import AUTHOR, COLOURS, Mark, marks
from checker.annotate.notes import Note
from checker.document import Document

# The bit of the permissions of an encrypted file that allows comments.
_COMMENTS = 1 << 5
_PRINTED = 4


def write(source: bytes, path: str, document: Document, notes: Sequence[Note]) -> bytes:
    """The file with the notes, its own bytes in front.

    Raises:
        AnnotateError: where its permissions forbid comments, or neither library can write a revision of it.
    """
    try:
        file = pypdfium2.PdfDocument(source)
    except pypdfium2.PdfiumError:
        raise AnnotateError(path, "cannot be annotated: it does not open without a password, or is damaged") from None
    try:
        if not pdfium.FPDF_GetDocPermissions(file.raw) & _COMMENTS:
            raise AnnotateError(path, "its authors locked it against comments; ask for a copy that allows them")
        encrypted = pdfium.FPDF_GetSecurityHandlerRevision(file.raw) >= 0
        pages = len(file)
    finally:
        file.close()
    chosen = list(marks(document, notes))
    if not chosen:
        return source
    ways = [by_pdfium.write] if encrypted else [_by_pypdf, by_pdfium.write]
    for way in ways:
        try:
            written = way(source, chosen)
        except Exception:
            # Whatever a library raises at a file that only the other one understands.
            continue
        if written.startswith(source) and _holds(written, pages, chosen):
            return written
    raise AnnotateError(path, "cannot be annotated: it seems damaged")


def _holds(written: bytes, pages: int, chosen: Sequence[Mark]) -> bool:
    """Whether a file opens, with all of its pages and the comments on them."""
    file = pypdfium2.PdfDocument(written)
    try:
        if len(file) != pages:
            return False
        for number in {mark.page for mark in chosen}:
            page = file[number - 1]
            if pdfium.FPDFPage_GetAnnotCount(page.raw) < sum(mark.page == number for mark in chosen):
                return False
        return True
    finally:
        file.close()


def _by_pypdf(source: bytes, chosen: Sequence[Mark]) -> bytes:
    # What it has to say of a file that it mends is nothing to a reader of the report.
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        return _revised(source, chosen)
    finally:
        log.setLevel(level)


def _revised(source: bytes, chosen: Sequence[Mark]) -> bytes:
    reader = pypdf.PdfReader(io.BytesIO(source))
    revision = Increment(reader, source)
    date = TextStringObject(datetime.datetime.now(datetime.UTC).strftime("D:%Y%m%d%H%M%SZ"))
    for number in sorted({mark.page for mark in chosen}):
        page = reader.pages[number - 1]
        reference = page.indirect_reference
        if reference is None:
            raise ValueError("a page without a number")
        before = page.get("/Annots", ArrayObject()).get_object()
        annotations = ArrayObject(before if isinstance(before, ArrayObject) else ())
        for position, mark in enumerate(mark for mark in chosen if mark.page == number):
            annotation = _annotation(mark, revision, date)
            annotation[NameObject("/NM")] = TextStringObject(f"{AUTHOR}-{number}-{position + 1}")
            annotation[NameObject("/P")] = reference
            annotations.append(revision.add(annotation))
        changed = DictionaryObject(page)
        changed[NameObject("/Annots")] = annotations
        revision.change(reference, changed)
    return revision.written()


def _annotation(mark: Mark, revision: Increment, date: PdfObject) -> DictionaryObject:
    edges = _numbers(mark.edges)
    look = DecodedStreamObject()
    look.update({
        NameObject("/Type"): NameObject("/XObject"),
        NameObject("/Subtype"): NameObject("/Form"),
        NameObject("/BBox"): edges,
        NameObject("/Resources"): _dictionary(ExtGState=_dictionary(Mark=_dictionary(BM=NameObject("/Multiply")))),
    })  # fmt: skip
    look.set_data(_drawn(mark))
    return _dictionary(
        Type=NameObject("/Annot"),
        Subtype=NameObject("/Highlight"),
        Rect=edges,
        QuadPoints=_numbers(each for box in mark.boxes for each in _corners(box)),
        C=_numbers(COLOURS[mark.group]),
        F=NumberObject(_PRINTED),
        T=TextStringObject(AUTHOR),
        Subj=TextStringObject(mark.title),
        Contents=TextStringObject(mark.text),
        M=date,
        CreationDate=date,
        AP=_dictionary(N=revision.add(look)),
    )


def _drawn(mark: Mark) -> bytes:
    """The highlight as PDF draws it: multiplied with the page, so that what is printed stays as dark as it is."""
    fill = " ".join(f"{part:g}" for part in COLOURS[mark.group])
    filled = [f"{b.left:.2f} {b.bottom:.2f} {b.right - b.left:.2f} {b.top - b.bottom:.2f} re f" for b in mark.painted]
    return "\n".join([f"/Mark gs {fill} rg", *filled]).encode()


def _corners(box: Any) -> tuple[float, ...]:
    """The corners in the order in which viewers expect them: above the text, then below it, as it runs."""
    left, bottom, right, top = box[1:5]
    corners = [(left, top), (right, top), (left, bottom), (right, bottom)]
    order = {0: (0, 1, 2, 3), 1: (2, 0, 3, 1), 2: (3, 2, 1, 0), 3: (1, 3, 0, 2)}[box.turn]
    return tuple(each for corner in order for each in corners[corner])


def _numbers(values: Iterable[float]) -> ArrayObject:
    return ArrayObject(FloatObject(f"{value:.3f}") for value in values)


def _dictionary(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): entry for name, entry in entries.items()})
