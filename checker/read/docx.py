"""Word documents (DOCX): the text as it stands once every tracked change is accepted.

python-docx opens the package and knows its styles; the text is taken from the XML, where insertions, deletions,
notes and text boxes are. Nothing outside the package is fetched and no macro is run.
"""

import io
import lzma
import zipfile
import zlib
from typing import Any

from lxml import etree

from checker.document import Document
from checker.origin import Runs
from checker.read import packed, roles, wordml
from checker.read.assembly import Assembly, RawCell, collapse, place
from checker.read.errors import ReadError
from checker.read.inline import Line
from checker.read.placed import Placed, joined

MOST_UNPACKED = 400_000_000
# A thesis has some 20 MB of text with its markup.
MOST_IN_MEMBER = 64_000_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Deleted or moved away, instructions to Word, properties, drawings' fallback copies, notes' own marks.
_DROPPED = frozenset(
    (
        *(
            f"{_W}{name}"
            for name in "del moveFrom delText instrText delInstrText pPr rPr tblPr trPr tcPr sectPr".split()
        ),
        *(f"{_W}{name}" for name in "footnoteRef endnoteRef annotationRef commentReference sdtPr".split()),
        *(f"{_M}{name}" for name in "rPr ctrlPr sSupPr sSubPr sSubSupPr fPr oMathParaPr dPr naryPr".split()),
        f"{_MC}Fallback",
    )
)
_NOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_END = ".!?:;,"


def from_bytes(data: bytes, path: str) -> Document:
    """Read a Word document.

    Raises:
        ReadError: when it is damaged, encrypted, unpacks to too much, or has no text.
    """
    packed.check(data, path, MOST_UNPACKED, "a Word document", MOST_IN_MEMBER)
    reader = _Reader(path, *_opened(data, path))
    try:
        reader.blocks(reader.body)
        reader.notes()
    except etree.XMLSyntaxError as error:
        raise ReadError(path, f"expected a Word document; its notes seem damaged ({_said(error)})") from None
    document = reader.out.document()
    if not document.text.strip():
        raise ReadError(path, "expected a paper, but the Word document has no text")
    return document


def _opened(data: bytes, path: str) -> tuple[Any, Any, Any]:
    """A package with its styles and its body.

    Raises:
        ReadError: when it is damaged.
    """
    import docx
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError

    try:
        package = docx.Document(io.BytesIO(data))
        return package, package.styles.element, package.element.body
    except (OpcError, PythonDocxError, etree.LxmlError, KeyError, ValueError) as error:
        problem: Exception = error
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, RuntimeError) as error:
        problem = error
    except (AttributeError, TypeError) as error:
        problem = error  # python-docx takes parts and elements to be of their kinds, and names to be there
    raise ReadError(path, f"expected a Word document; it seems damaged ({_said(problem)})") from None


def _said(error: Exception) -> str:
    return str(error).splitlines()[0][:100] if str(error) else type(error).__name__


class _Reader:
    def __init__(self, path: str, package: Any, styles: Any, body: Any) -> None:
        self.origin = Runs()
        self.out = Assembly(path, self.origin)
        self.package = package
        self.body = body
        self.numbers = wordml.numbered(package.element, str(package.part.partname))
        self.styles: dict[str | None, wordml.Style] = {}
        self.defined = wordml.styles(styles)
        self.raised_styles = {name for name, style in self.defined.items() if wordml.raises(style)}
        self.boxes: list[Any] = []
        self.cited_notes: list[tuple[str, str]] = []

    def blocks(self, container: Any) -> None:
        """The paragraphs and tables of a container, in order."""
        for node in container.iterchildren():
            if node.tag == f"{_W}p":
                self.paragraph(node)
            elif node.tag == f"{_W}tbl":
                self.table(node)
            elif node.tag in (
                f"{_W}sdt",
                f"{_W}sdtContent",
                f"{_W}ins",
                f"{_W}moveTo",
                f"{_W}customXml",
                f"{_W}smartTag",
            ):
                self.blocks(node)

    def style(self, node: Any) -> wordml.Style:
        """The style of a paragraph."""
        found = node.find(f"{_W}pPr/{_W}pStyle")
        name = found.get(f"{_W}val") if found is not None else None
        if name not in self.styles:
            self.styles[name] = wordml.Style(name, self.defined)
        return self.styles[name]

    def paragraph(self, node: Any) -> None:
        """A paragraph, and the text boxes anchored in it behind it."""
        text = collapse(self.words(node))
        style = self.style(node)
        if text:
            numbered = node.find(f"{_W}pPr/{_W}numPr") is not None
            if style.title:
                self.out.add("title", text)
            elif style.caption or roles.is_caption(text):
                self.out.add("caption", text)
            elif style.heading or node.find(f"{_W}pPr/{_W}outlineLvl") is not None or self.looks_heading(node, text):
                self.out.heading(text)
            elif style.reference:
                self.out.add("reference", text)
            elif (numbered or style.listed) and not self.out.in_references:
                self.out.add("list-item", text)
            else:
                self.out.paragraph(text)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box)

    def looks_heading(self, node: Any, text: str) -> bool:
        """Whether a paragraph without a heading style is printed as one: short, all bold, no full stop."""
        if roles.opens_references(text):
            return True
        if len(text) > 90 or text[-1] in _END or text[0].islower():
            return False
        runs = [
            run for run in node.iter(f"{_W}r") if any(part.text and part.text.strip() for part in run.iter(f"{_W}t"))
        ]
        return bool(runs) and all(wordml.on(run.find(f"{_W}rPr/{_W}b")) for run in runs)

    def table(self, node: Any) -> None:
        """A table; its merged cells are those that Word merges."""
        rows: list[list[RawCell]] = []
        open_: dict[int, tuple[int, int]] = {}  # column: the row and index of the cell that continues downwards
        for row_node in wordml.rows(node):
            if row_node.find(f"{_W}trPr/{_W}del") is not None:
                continue
            row: list[RawCell] = []
            head = wordml.on(row_node.find(f"{_W}trPr/{_W}tblHeader"))
            before = row_node.find(f"{_W}trPr/{_W}gridBefore")
            column = wordml.value(before, 0)
            if column:
                row.append(RawCell("", 1, column))
            for cell in wordml.cells(row_node):
                wide = max(1, wordml.value(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1))
                merge = cell.find(f"{_W}tcPr/{_W}vMerge")
                above = open_.get(column)
                if merge is not None and merge.get(f"{_W}val") != "restart" and above is not None:
                    upper = rows[above[0]][above[1]]
                    rows[above[0]][above[1]] = RawCell(
                        upper.text, len(rows) - above[0] + 1, upper.colspan, upper.header
                    )
                else:
                    open_.pop(column, None)
                    if merge is not None:
                        open_[column] = (len(rows), len(row))
                    row.append(RawCell(collapse(self.cell(cell)), 1, wide, head))
                column += wide
            rows.append(row)
        self.out.table(place(rows))
        self.boxes = []

    def cell(self, node: Any) -> str:
        """The text of a cell in one line, nested tables and all."""
        return joined((self.words(paragraph) for paragraph in node.iter(f"{_W}p")), " ")

    def words(self, node: Any) -> str:
        """The text of a paragraph."""
        line = Line()
        self.fill(line, node)
        return line.placed

    def fill(self, line: Line, node: Any) -> None:
        """Add what an element holds to a line."""
        for child in node.iterchildren():
            tag = child.tag
            if tag == f"{_W}r":
                self.run(line, child)
            elif (text := wordml.characters(child)) is not None:
                line.text(self.placed(child, text))
            elif tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
                kind = "footnotes" if "footnote" in tag else "endnotes"
                if child.get(f"{_W}customMarkFollows") is None:
                    self.cited_notes.append((kind, child.get(f"{_W}id") or ""))
                    line.raised(str(len(self.cited_notes)), citation=True)
            elif tag == f"{_W}txbxContent":
                self.boxes.append(child)
            elif tag in (f"{_M}sSup", f"{_M}sSub", f"{_M}f", f"{_M}sSubSup"):
                self.formula(line, child)
            elif isinstance(tag, str) and tag not in _DROPPED:
                self.fill(line, child)

    def placed(self, node: Any, text: str) -> str:
        """Characters with their places in the run that holds them."""
        number = self.numbers.get(node.getparent())
        return Placed(text, self.origin.add(*number, len(text))) if number is not None else text

    def run(self, line: Line, run: Any) -> None:
        """A run of characters of one look."""
        look = run.find(f"{_W}rPr")
        if look is None:
            self.fill(line, run)
            return
        if wordml.on(look.find(f"{_W}vanish")):
            return
        height = look.find(f"{_W}vertAlign")
        name = look.find(f"{_W}rStyle")
        where = height.get(f"{_W}val") if height is not None else None
        if where is None and name is not None and name.get(f"{_W}val") in self.raised_styles:
            where = "superscript"
        noted = run.find(f"{_W}footnoteReference") is not None or run.find(f"{_W}endnoteReference") is not None
        if where in ("superscript", "subscript") and not noted:
            inner = Line()
            self.fill(inner, run)
            piece = inner.placed
            if not piece.strip():
                line.text(piece)
            elif where == "superscript":
                line.raised(piece)
            else:
                line.lowered(piece)
        else:
            self.fill(line, run)

    def formula(self, line: Line, node: Any) -> None:
        """An equation's power, index or fraction."""
        parts: dict[str, str] = {}
        for child in node.iterchildren():
            if isinstance(child.tag, str) and child.tag not in _DROPPED:
                inner = Line()
                self.fill(inner, child)
                parts[child.tag.rpartition("}")[2]] = collapse(inner.placed)
        line.text(parts.get("e", parts.get("num", "")))
        if "den" in parts:
            line.text("/")
            line.text(parts["den"])
        if "sub" in parts:
            line.lowered(parts["sub"])
        if "sup" in parts:
            line.raised(parts["sup"])

    def notes(self) -> None:
        """The footnotes and endnotes that the text refers to, in the order of their numbers."""
        texts: dict[tuple[str, str], Any] = {}
        for kind in ("footnotes", "endnotes"):
            for relation in self.package.part.rels.values():
                if relation.reltype == _NOTES + kind and not relation.is_external:
                    parser = etree.XMLParser(resolve_entities=False, no_network=True)
                    root = etree.fromstring(relation.target_part.blob, parser)
                    self.numbers |= wordml.numbered(root, str(relation.target_part.partname))
                    for note in root:
                        texts[kind, note.get(f"{_W}id") or ""] = note
        cited, self.cited_notes = self.cited_notes, []
        for number, key in enumerate(cited, start=1):
            note = texts.get(key)
            if note is not None:
                self.out.add("footnote", joined((f"{number} ", self.cell(note))))
