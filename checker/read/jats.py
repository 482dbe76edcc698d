"""JATS XML: the articles of PubMed Central and of most publishers' archives."""

from typing import Any

from checker.document import Document
from checker.read.assembly import Assembly, RawCell, collapse, place
from checker.read.errors import ReadError
from checker.read.inline import Line
from checker.read.jatslines import DROPPED, add, line_of
from checker.read.xmltree import child_of, name_of, parsed, span_of

_FLOATS = frozenset("table-wrap table-wrap-group fig fig-group supplementary-material boxed-text".split())
_BREAKING = frozenset(
    "list def-list disp-quote boxed-text table-wrap table-wrap-group fig fig-group supplementary-material "
    "verse-group speech statement array p".split()
)


def from_bytes(data: bytes, path: str) -> Document:
    """Read an article in JATS XML.

    Raises:
        ReadError: when it is too large, not well-formed, declares entities of its own, or holds no article.
    """
    root = parsed(data, path)
    articles = [root] if name_of(root) == "article" else list(root.iter("{*}article"))
    if len(articles) != 1:
        raise ReadError(path, f"expected one JATS article, found {len(articles) or f'XML of <{name_of(root)}>'}")
    return _Article(path).read(articles[0])


class _Article:
    def __init__(self, path: str) -> None:
        self.out = Assembly(path)
        self.notes: list[Any] = []

    def read(self, article: Any) -> Document:
        front = child_of(article, "front")
        meta = child_of(front, "article-meta") if front is not None else None
        if meta is not None:
            self._front(meta)
        for part in ("body", "back", "floats-group"):
            node = child_of(article, part)
            if node is not None:
                self._blocks(node)
                self._footnotes()
        return self.out.document()

    def _front(self, meta: Any) -> None:
        titles = child_of(meta, "title-group")
        if titles is not None:
            title = child_of(titles, "article-title")
            subtitle = child_of(titles, "subtitle")
            words = [line_of(node, self.notes) for node in (title, subtitle) if node is not None]
            self.out.add("title", ": ".join(words))
        for node in meta:
            if name_of(node) in ("abstract", "trans-abstract"):
                if child_of(node, "title") is None:
                    self.out.heading("Abstract")
                self._blocks(node)
            elif name_of(node) == "kwd-group":
                words = [line_of(word, self.notes) for word in node.iter("{*}kwd")]
                self.out.add("furniture", "Keywords: " + "; ".join(words) if words else "")
        self._footnotes()

    def _blocks(self, node: Any) -> None:
        """The blocks inside a section or another container, in order."""
        for child in node:
            name = name_of(child)
            if name in ("title", "sec-title"):
                label = child_of(node, "label")
                numbered = f"{line_of(label, self.notes)} " if label is not None else ""
                self.out.heading(numbered + line_of(child, self.notes))
            elif name == "p":
                self._paragraph(child, "paragraph")
            elif name == "ref-list":
                self._references(child)
            elif name in _FLOATS:
                self._float(child)
            elif name in ("list", "def-list"):
                self._list(child)
            elif name in ("fn-group", "fn"):
                self._note(child)
            elif name in ("disp-formula", "disp-formula-group", "preformat", "code", "verse-line"):
                self.out.add("paragraph", line_of(child, self.notes))
            elif name == "table":
                self._table(child)
            elif name == "ack" and child_of(child, "title") is None:
                self.out.heading("Acknowledgements")
                self._blocks(child)
            elif name and name not in DROPPED:
                self._blocks(child)

    def _paragraph(self, node: Any, kind: Any) -> None:
        """A paragraph; lists inside cut it, tables and figures inside follow it."""
        line = Line()
        floats = []

        def flush() -> None:
            nonlocal line
            if kind == "paragraph":
                self.out.paragraph(str(line))
            else:
                self.out.add(kind, str(line))
            line = Line()

        line.text(node.text or "")
        for child in node:
            name = name_of(child)
            if name in _FLOATS:
                floats.append(child)
            elif name in _BREAKING:
                flush()
                if name == "p":
                    self._paragraph(child, kind)
                elif name in ("list", "def-list"):
                    self._list(child)
                else:
                    self._blocks(child)
            else:
                add(child, line, self.notes)
            line.text(child.tail or "")
        flush()
        for child in floats:
            self._float(child)

    def _list(self, node: Any) -> None:
        for item in node:
            if name_of(item) == "def-item":
                parts = [line_of(part, self.notes) for part in item if name_of(part) in ("term", "def")]
                self.out.add("list-item", ": ".join(parts))
            elif name_of(item) == "list-item":
                for child in item:
                    if name_of(child) == "p":
                        self._paragraph(child, "list-item")
                    elif name_of(child) in ("list", "def-list"):
                        self._list(child)
            elif name_of(item) == "title":
                self.out.add("paragraph", line_of(item, self.notes))

    def _references(self, node: Any) -> None:
        if child_of(node, "title") is None and not self.out.in_references:
            self.out.heading("References")
        for child in node:
            name = name_of(child)
            if name == "title":
                self.out.heading(line_of(child, self.notes))
            elif name == "ref-list":
                self._references(child)
            elif name == "ref":
                words = " ".join(text for text in child.itertext() if isinstance(text, str))
                self.out.add("reference", words)
            elif name:
                self.out.add("reference", line_of(child, self.notes))

    def _float(self, node: Any) -> None:
        name = name_of(node)
        if name in ("table-wrap-group", "fig-group"):
            self._captioned(node)
            for child in node:
                if name_of(child) in _FLOATS:
                    self._float(child)
        elif name == "boxed-text":
            self._blocks(node)
        else:
            caption = self._captioned(node)
            for table in node.iter("{*}table"):
                self._table(table, caption)
                caption = None
            for foot in node.iter("{*}table-wrap-foot"):
                self._note(foot)
            self._footnotes()

    def _captioned(self, node: Any) -> Any:
        label, caption = child_of(node, "label"), child_of(node, "caption")
        words = [line_of(label, self.notes)] if label is not None else []
        if caption is not None:
            words += [line_of(part, self.notes) for part in caption if name_of(part)]
        return self.out.add("caption", " ".join(word for word in words if word))

    def _note(self, node: Any) -> None:
        """Footnotes: each paragraph with the label of its note."""
        notes = list(node.iter("{*}fn")) or [node]
        for note in notes:
            title = child_of(note, "title")
            if title is not None:
                self.out.heading(line_of(title, self.notes))
            label = child_of(note, "label")
            mark = line_of(label, self.notes) if label is not None else ""
            for part in note:
                if name_of(part) and name_of(part) not in ("label", "title"):
                    self.out.add("footnote", f"{mark} {line_of(part, self.notes)}")
                    mark = ""

    def _footnotes(self) -> None:
        """The notes met in passing, behind the part that refers to them."""
        notes, self.notes = self.notes, []
        for note in notes:
            self._note(note)

    def _table(self, node: Any, caption: Any = None) -> None:
        rows = []
        for row in node.iter("{*}tr"):
            head = any(name_of(parent) == "thead" for parent in row.iterancestors("{*}thead", "{*}table"))
            cells = [cell for cell in row if name_of(cell) in ("td", "th")]
            rows.append(
                [
                    RawCell(
                        collapse(line_of(cell, self.notes)),
                        span_of(cell.get("rowspan")),
                        span_of(cell.get("colspan")),
                        head or name_of(cell) == "th",
                    )
                    for cell in cells
                ]
            )
        self.out.table(place(rows), caption)
