"""PDF: the text layer of a paper, in reading order, with its tables and pages.

PDFium reads the file; the stages in `checker.read.layout` find lines, columns, tables and paragraphs. pdfplumber,
the usual tool for tables, wants every cell ruled: most tables of medical papers have three rules, of which it finds
no table, and its strategy for text alone cuts through words. Their gaps tell the cells, and PDFium gives those.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import pypdfium2

from checker.document import Document
from checker.origin import Boxes
from checker.read import streams
from checker.read.assembly import Assembly, collapse
from checker.read.bounds import MOST_CHARACTERS
from checker.read.errors import ReadError
from checker.read.layout.columns import ordered, usual_gutter
from checker.read.layout.flow import Flow, Look, Piece
from checker.read.layout.glyphs import Segment, segments
from checker.read.layout.lines import Line, lines
from checker.read.layout.margins import without_margins
from checker.read.layout.pages import Page, holds_caption
from checker.read.layout.regions import grids
from checker.read.layout.rules import rules
from checker.read.layout.tables import CellText, Grid
from checker.read.layout.words import Words

MOST_PAGES = 3_000
# What is drawn on all pages together: text, lines, pictures. A page of text has hundreds, a drawing 100,000.
MOST_OBJECTS = 4_000_000
# PDFium's number for a file that needs a password.
_PASSWORD = 4
# A page of text has hundreds of characters; stamps on scanned pages have a few.
_FEWEST_CHARACTERS = 20


def from_bytes(data: bytes, path: str) -> Document:
    """Read the text layer of a PDF.

    Raises:
        ReadError: when it is damaged, encrypted or scanned, or longer than any paper.
    """
    streams.check(data, path)
    try:
        file = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise ReadError(path, "expected a PDF that opens without a password; this one is encrypted") from None
        raise ReadError(path, "expected a PDF; it seems damaged") from None
    try:
        count = len(file)
        if count > MOST_PAGES:
            raise ReadError(path, f"expected a paper of at most {MOST_PAGES:,} pages, not {count:,}")
        if not count:
            raise ReadError(path, "expected a PDF with pages; it seems damaged")
        return _document(file, path)
    except pypdfium2.PdfiumError:
        raise ReadError(path, "expected a PDF; it seems damaged") from None
    finally:
        file.close()


def _document(file: Any, path: str) -> Document:
    pages: list[Page] = []
    edges: list[tuple[float, float]] = []
    characters = drawn = 0
    glyphs = Boxes()
    for page in _pages(file):
        drawn += pypdfium2.raw.FPDFPage_CountObjects(page) if page is not None else 0
        if drawn > MOST_OBJECTS:
            raise ReadError(path, f"expected a paper on whose pages at most {MOST_OBJECTS:,} things are drawn")
        on_page, turn = segments(page, {}, glyphs) if page is not None else ([], glyphs.begin() and 0)
        # Rules are looked for only where a caption announces a table, or may have on the page before.
        announced = holds_caption(on_page) or any(holds_caption(before.segments) for before in pages[-1:])
        pages.append(Page(on_page, rules(page, turn) if page is not None and announced else []))
        edges.append(_edges(page))
        characters += sum(len(segment.glyphs) for segment in on_page)
        if characters > MOST_CHARACTERS:
            raise ReadError(path, f"expected a paper of at most {MOST_CHARACTERS:,} characters")
    if characters < _FEWEST_CHARACTERS:
        raise ReadError(path, "expected a PDF with text; this one has none (scanned pages need text recognition first)")
    stripped = without_margins([page.segments for page in pages], edges)
    for number, (page, kept) in enumerate(zip(pages, stripped, strict=True)):
        staying = set(map(id, kept))
        pages[number] = page._replace(margins=frozenset(map(id, page.segments)) - staying)
    tables, taken = grids(pages, usual_gutter(stripped))
    boxes: list[list[Segment | Grid]] = []
    for on_page, on_grids in zip(stripped, tables, strict=True):
        boxes.append([*(segment for segment in on_page if id(segment) not in taken), *on_grids])
    usual = usual_gutter(boxes)
    stretches = [[_stretch(stretch) for stretch in ordered(on_page, usual)] for on_page in boxes]
    everything = [
        line for page in stretches for stretch in page for item in stretch if isinstance(item, list) for line in item
    ]
    flow = Flow(Look(everything))
    for number, stretched in enumerate(stretches):
        for stretch in stretched:
            for item in stretch:
                if isinstance(item, Grid):
                    flow.table(item, number)
                else:
                    flow.column(item, number)
    return _assembled(flow, Words(everything), path, len(stretches), glyphs)


def _edges(page: Any) -> tuple[float, float]:
    """The lower and upper edge of a page."""
    if page is None:
        return 0.0, 0.0
    _, bottom, _, top = page.get_cropbox()
    return min(bottom, top), max(bottom, top)


def _pages(file: Any) -> Iterator[Any]:
    """Each page, or None for one that cannot be loaded."""
    for number in range(len(file)):
        try:
            page = file[number]
        except pypdfium2.PdfiumError:
            yield None
            continue
        yield page
        page.close()


def _stretch(boxes: Sequence[Segment | Grid]) -> list[list[Line] | Grid]:
    """The lines of a stretch of a column, and the tables between them."""
    result: list[list[Line] | Grid] = []
    current: list[Segment] = []
    for box in boxes:
        if isinstance(box, Grid):
            if current:
                result.append(lines(current))
                current = []
            result.append(box)
        else:
            current.append(box)
    if current:
        result.append(lines(current))
    return result


def _assembled(flow: Flow, words: Words, path: str, pages: int, glyphs: Boxes) -> Document:
    out = Assembly(path, glyphs)
    title = _title(flow)
    before_title = title is not None
    for piece in flow.pieces:
        before_title = before_title and piece is not title and piece.parts[0][0] == 0
        if piece.grid is not None:
            _table(piece.grid, piece.page, words, out)
            continue
        text, begins = words.join(piece.parts)
        for page, within in begins:
            out.page(page, within)
        if piece is title:
            out.add("title", text)
        elif before_title and piece.lines[0].size < 0.92 * flow.look.size:
            out.add("furniture", text)  # the running head of a paper of one page, or the journal's banner
        elif piece.kind == "heading":
            out.heading(text)
        elif piece.kind is None:
            out.paragraph(text)
        else:
            out.add(piece.kind, text)
    out.page(pages - 1)
    return out.document()


def _title(flow: Flow) -> Piece | None:
    """The piece in the largest type on the first page, if it is larger than the body's."""
    front = [piece for piece in flow.pieces if piece.grid is None and piece.parts[0][0] == 0 and len(piece.text) >= 15]
    best = max(front, key=lambda piece: piece.lines[0].size, default=None)
    return best if best is not None and best.lines[0].size >= 1.15 * flow.look.size else None


def _table(grid: Grid, page: int, words: Words, out: Assembly) -> None:
    out.page(page)
    caption = out.add("caption", words.join([(page, grid.caption)])[0])
    cells = [msgspec.structs.replace(cell, text=words.phrase(_lines(cell.text))) for cell in grid.cells]
    for row, later in grid.later:
        out.page(later, sum(len(collapse(cell.text)) + 1 for cell in cells if cell.row < row))
    out.table(cells, caption)
    if grid.notes:
        out.add("footnote", words.join([(page, grid.notes)])[0])


def _lines(text: str) -> Sequence[str]:
    """The text of a cell as it stands on its lines."""
    return [Line([segment]).placed for segment in text.segments] if isinstance(text, CellText) else [text]
