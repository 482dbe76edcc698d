"""TEI XML as GROBID writes it of a PDF: what statcheck, metacheck and most corpora of parsed papers start from.

GROBID does not keep what is raised or lowered: numbers that it knows to cite are raised again. Its figures and tables
stand behind the text; a figure without a name is text that it took for one.
"""

import re
from typing import Any

from checker.document import BlockKind, Document
from checker.read import roles
from checker.read.assembly import Assembly, RawCell, collapse, place
from checker.read.errors import ReadError
from checker.read.inline import Line
from checker.read.xmltree import child_of, name_of, parsed, span_of

# What the divisions behind the text are called where they have no heading of their own.
_BACK = {
    "acknowledgement": "Acknowledgements",
    "funding": "Funding",
    "availability": "Data availability",
    "conflict": "Conflicts of interest",
    "contribution": "Author contributions",
}
_DROPPED = frozenset("graphic label listOrg listPerson listPlace org media".split())
_BRACKETED = re.compile(r"(?P<open>\s*[(\[]\s*)(?P<inside>[^()\[\]]*)(?P<close>\s*[)\]]\s*)")
# "Table 1 . Outcomes"
_APART = re.compile(r"(?<=\S)\s+(?=[.:](?:\s|$))")


def from_bytes(data: bytes, path: str) -> Document:
    """Read a paper in TEI XML.

    Raises:
        ReadError: when it is too large, not well-formed, declares entities of its own, or holds no paper or several.
    """
    root = parsed(data, path)
    papers = [root] if name_of(root) == "TEI" else list(root.iter("{*}TEI"))
    if len(papers) != 1:
        raise ReadError(path, f"expected one paper in TEI, found {len(papers) or f'XML of <{name_of(root)}>'}")
    return _Paper(path).read(papers[0])


class _Paper:
    def __init__(self, path: str) -> None:
        self.out = Assembly(path)

    def read(self, paper: Any) -> Document:
        header = child_of(paper, "teiHeader")
        if header is not None:
            self._header(header)
        text = child_of(paper, "text")
        for part in text if text is not None else ():
            name = name_of(part)
            if name in ("front", "body"):
                self._blocks(part)
            elif name == "back":
                self._back(part)
        return self.out.document()

    def _header(self, header: Any) -> None:
        titles = [title for titles in header.iter("{*}titleStmt") for title in titles if name_of(title) == "title"]
        self.out.add("title", ": ".join(filter(None, map(_line, titles))))
        for abstract in header.iter("{*}abstract"):
            if any(True for _ in abstract.itertext() if _.strip()) and next(abstract.iter("{*}head"), None) is None:
                self.out.heading("Abstract")
            self._blocks(abstract)
        words = [_line(term) for keywords in header.iter("{*}keywords") for term in keywords.iter("{*}term")]
        self.out.add("furniture", "Keywords: " + "; ".join(words) if words else "")

    def _back(self, back: Any) -> None:
        for part in back:
            kind = part.get("type", "")
            if kind in _BACK and next(part.iter("{*}head"), None) is None and "".join(part.itertext()).strip():
                self.out.heading(_BACK[kind])
            if name_of(part) == "div" and child_of(part, "listBibl") is None:
                self._blocks(part)
            for references in part.iter("{*}listBibl"):
                self._references(references)

    def _blocks(self, node: Any) -> None:
        """The blocks inside a division or another container, in order."""
        for child in node:
            name = name_of(child)
            if name == "head":
                self.out.heading(f"{child.get('n', '')} {_line(child)}")
            elif name == "p":
                self._paragraph(child)
            elif name == "figure":
                self._figure(child)
            elif name == "table":
                self._table(child, None)
            elif name == "formula":
                self.out.add("paragraph", _line(child))
            elif name == "note":
                self._note(child)
            elif name == "item":
                self._paragraph(child, "list-item")
            elif name == "listBibl":
                self._references(child)
            elif name and name not in _DROPPED:
                self._blocks(child)

    def _paragraph(self, node: Any, kind: BlockKind = "paragraph") -> None:
        """A paragraph; lists inside it, notes, figures and tables follow it."""
        words = _line(node)
        if kind == "paragraph":
            self.out.paragraph(words)
        else:
            self.out.add(kind, words)
        for child in node:
            if name_of(child) in _BLOCKS:
                self._blocks([child])

    def _figure(self, node: Any) -> None:
        head, said = (_line(part) if (part := child_of(node, name)) is not None else "" for name in ("head", "figDesc"))
        table = child_of(node, "table")
        head = _APART.sub("", head)
        repeated = _plain(said).startswith(_plain(head))
        words = said if repeated else f"{head} {said}"
        label = child_of(node, "label")
        if table is None and not head and (label is None or not _line(label)) and not roles.is_caption(said):
            self.out.paragraph(said)
            return
        caption = self.out.add("caption", words)
        if table is not None:
            self._table(table, caption)
        for note in node:
            if name_of(note) == "note":
                self._note(note)

    def _note(self, node: Any) -> None:
        """A footnote of the text or of a table, with the mark that it begins with."""
        mark = node.get("n", "")
        parts = [part for part in node if name_of(part) == "p"] or [node]
        for part in parts:
            self.out.add("footnote", f"{mark} {_line(part)}")
            mark = ""

    def _table(self, node: Any, caption: Any) -> None:
        rows: list[list[RawCell]] = []
        for row in node.iter("{*}row"):
            head = row.get("role") == "label"
            rows.append(
                [
                    RawCell(
                        collapse(_line(cell)),
                        span_of(cell.get("rows")),
                        span_of(cell.get("cols")),
                        head or (cell.get("role") == "label" and not rows),
                    )
                    for cell in row
                    if name_of(cell) == "cell"
                ]
            )
        self.out.table(place(rows), caption)

    def _references(self, node: Any) -> None:
        if not self.out.in_references:
            self.out.heading("References")
        for entry in node:
            if name_of(entry):
                raw = next((note for note in entry.iter("{*}note") if note.get("type") == "raw_reference"), entry)
                self.out.add("reference", " ".join(raw.itertext()))


_BLOCKS = frozenset(("figure", "table", "list", "note", "formula"))


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _line(node: Any) -> str:
    """The text of an element in one line, without the blocks inside it."""
    line = Line()
    _content(node, line)
    return collapse(str(line))


def _content(node: Any, line: Line) -> None:
    line.text(node.text or "")
    for child in node:
        _add(child, line)
        line.text(child.tail or "")


def _add(node: Any, line: Line) -> None:
    name = name_of(node)
    if not name or name in _DROPPED:
        return
    if name in _BLOCKS:
        line.text(" ")
        if name == "formula":
            _content(node, line)
            line.text(" ")
    elif name == "ref" and node.get("type") == "bibr":
        words = "".join(node.itertext())
        found = _BRACKETED.fullmatch(words)
        line.text(found["open"] if found else "")
        line.cited(found["inside"] if found else words)
        line.text(found["close"] if found else "")
    elif name == "ref" and node.get("type") == "foot":
        line.raised("".join(node.itertext()))
    elif name == "hi" and node.get("rend") in ("superscript", "sup"):
        line.raised(_line(node))
    elif name == "hi" and node.get("rend") in ("subscript", "sub"):
        line.lowered(_line(node))
    elif name in ("s", "p", "lb", "head", "item"):
        # Sentences may follow each other without a space.
        _content(node, line)
        line.text(" ")
    else:
        _content(node, line)
