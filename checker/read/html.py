"""HTML: article pages of journals and archives, without the site around them.

Nothing is fetched and no script is run: the page is taken as it is in the file.
"""

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from checker.document import BlockKind, Document
from checker.read import nesting, roles
from checker.read.assembly import Assembly, RawCell, collapse, place
from checker.read.errors import ReadError
from checker.read.hypertext import BLOCKS, HEADINGS, INLINE, dropped, words
from checker.read.inline import Line

MOST_BYTES = 5_000_000
# Images inside a page that was saved as one file: most of its bytes, and none of its text.
_INLINED = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]+")
_REFERENCE_LIST = re.compile(
    r"(?:^|[\s_-])(?:references?|ref-list|reflist|bibliography|citation-list)(?:$|[\s_-])", re.I
)
_CAPTION = re.compile(r"(?:^|[\s_-])(?:caption|table-caption|fig-caption|legend)(?:$|[\s_-])", re.IGNORECASE)
_FOOTNOTE = re.compile(
    r"(?:^|[\s_-])(?:footnotes?|tblfn|tfoot|table-wrap-foot|table-foot\w*|fn-group|fn)(?:$|[\s_-])", re.IGNORECASE
)


def from_text(text: str, path: str) -> Document:
    """Read an article page.

    Raises:
        ReadError: when it is too large, nested too deep, or has no text.
    """
    if len(text) > MOST_BYTES:
        text = _INLINED.sub("", text)
    if len(text) > MOST_BYTES:
        raise ReadError(path, f"expected HTML of at most {MOST_BYTES // 1_000_000} MB")
    if nesting.too_deep(text):
        raise ReadError(
            path,
            f"expected an article page, but its elements are nested deeper than {nesting.DEEPEST} "
            f"or have more than {nesting.MOST_ATTRIBUTES:,} attributes",
        )
    tree = LexborHTMLParser(text)
    page = _Page(path)
    root = _article(tree)
    if root is not None:
        page.walk(root)
    document = page.out.document()
    if not document.text.strip():
        raise ReadError(path, "expected an article, but the HTML page has no text")
    return document


def _article(tree: LexborHTMLParser) -> Any:
    """The element that holds the paper: the largest article or main part, if it has most of the page's text."""
    body = tree.body
    if body is None:
        return tree.root
    whole = len(body.text(deep=True))
    candidates = tree.css("article, main, [role=main], #main-content, .article, #article")
    sizes = [(len(node.text(deep=True)), -index, node) for index, node in enumerate(candidates[:200])]
    best = max(sizes, default=None, key=lambda item: item[:2])
    return best[2] if best is not None and best[0] > whole * 0.4 else body


def _named(node: Any) -> str:
    attributes = node.attributes
    return f"{attributes.get('class') or ''} {attributes.get('id') or ''}"


class _Page:
    def __init__(self, path: str) -> None:
        self.out = Assembly(path)
        self.line = Line()
        self.titled = False
        # The kinds of the blocks we are inside of, outermost first; the innermost decides.
        self.kinds: list[BlockKind] = []

    def flush(self) -> None:
        """End the block under construction."""
        text, self.line = collapse(str(self.line)), Line()
        if not text:
            return
        kind = self.kinds[-1] if self.kinds else None
        if self.out.in_references and kind in (None, "list-item", "footnote"):
            kind = "reference"
        if kind == "list-item" and (roles.is_caption(text) or roles.is_furniture(text)):
            kind = None
        if kind is None:
            self.out.paragraph(text)
        else:
            self.out.add(kind, text)

    def walk(self, root: Any) -> None:
        """Add everything under an element, in order."""
        stack: list[tuple[Any, bool]] = [(root, False)]
        while stack:
            node, leaving = stack.pop()
            tag = node.tag
            if leaving:
                self.leave(node, tag)
                continue
            if tag == "-text":
                self.line.text(node.text_content or "")
            elif dropped(node):
                continue
            elif tag == "table" and _is_data(node):
                self.flush()
                self.table(node)
            elif tag in HEADINGS:
                self.flush()
                self.heading(node, tag)
            elif tag in INLINE:
                INLINE[tag](self.line, node)
            elif self.enter(node, tag):
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(list(node.iter(include_text=True))))

    def enter(self, node: Any, tag: str) -> bool:
        """Begin a block or a span; says whether to go inside."""
        if tag in BLOCKS:
            self.flush()
            kind = self.kind(node, tag)
            if kind is not None:
                self.kinds.append(kind)
        return True

    def kind(self, node: Any, tag: str) -> BlockKind | None:
        """The kind that an element gives to the blocks inside it."""
        if tag in ("figcaption", "caption"):
            return "caption"
        if tag == "li":
            return None if self.kinds and self.kinds[-1] == "reference" else "list-item"
        named = _named(node) if node.attributes else ""
        if not named.strip():
            return None
        if tag in ("ol", "ul", "section", "div") and _REFERENCE_LIST.search(named) and self.out.in_references:
            return "reference"
        if tag in ("ol", "ul") and _REFERENCE_LIST.search(named):
            return "reference"
        if tag in ("div", "p", "section") and _CAPTION.search(named):
            return "caption"
        if tag in ("div", "p", "section", "ul", "ol") and _FOOTNOTE.search(named):
            return "footnote"
        return None

    def leave(self, node: Any, tag: str) -> None:
        """End a block or a span."""
        if tag in BLOCKS:
            # Asked before the flush as when it began: a heading inside may since have changed the answer.
            self.flush()
            if self.kinds and (tag in ("figcaption", "caption", "li") or _named(node).strip()):
                kind = self.kind(node, tag)
                if kind is not None and self.kinds[-1] == kind:
                    self.kinds.pop()

    def heading(self, node: Any, tag: str) -> None:
        """A heading; the first of the highest level is the paper's title."""
        text = collapse(words(node))
        if roles.is_caption(text):
            self.out.add("caption", text)
        elif tag == "h1" and not self.titled:
            self.titled = True
            self.out.add("title", text)
        else:
            self.out.heading(text)

    def table(self, node: Any) -> None:
        """A table of data, its caption before it and the notes in its foot behind it."""
        caption = None
        rows = []
        notes = []
        for part in _inside(node, {"caption", "tr"}):
            if part.tag == "caption":
                caption = self.out.add("caption", words(part))
                continue
            section = part.parent.tag if part.parent is not None else ""
            cells = [cell for cell in part.iter() if cell.tag in ("td", "th")]
            if section == "tfoot" and len(cells) == 1:
                notes.append(words(cells[0]))
                continue
            rows.append(
                [
                    RawCell(
                        collapse(words(cell)),
                        _number(cell.attributes.get("rowspan")),
                        _number(cell.attributes.get("colspan")),
                        section == "thead" or cell.tag == "th",
                    )
                    for cell in cells
                ]
            )
        self.out.table(place(rows), caption)
        for note in notes:
            self.out.add("footnote", note)


def _inside(node: Any, tags: set[str]) -> Iterator[Any]:
    """The elements of these tags under a node, in order, none of them inside another."""
    stack = [node]
    while stack:
        current = stack.pop()
        if current.tag in tags:
            yield current
        else:
            stack.extend(reversed(list(current.iter())))


def _is_data(node: Any) -> bool:
    """Whether a table holds data, not the layout of the page."""
    if (node.attributes.get("role") or "") in ("presentation", "none"):
        return False
    cells = _inside(node, {"td", "th"})
    return all(cell.css_first("table, h1, h2, h3, article, section") is None for cell in cells)


def _number(text: str | None) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
