"""Elements of JATS within a line: what is raised, cited, a formula, a footnote."""

import html.entities
from collections.abc import Iterator
from typing import Any

from lxml import etree

from checker.read import tex
from checker.read.assembly import collapse
from checker.read.inline import Line
from checker.read.xmltree import name_of

# What has no words of the paper in it, or has its words elsewhere.
DROPPED = frozenset(
    "graphic media inline-graphic object-id index-term contrib-group aff author-notes permissions history "
    "custom-meta-group related-article related-object self-uri processing-meta journal-meta article-id "
    "article-categories counts funding-group alt-text long-desc annotation annotation-xml sub-article response "
    "table-wrap table-wrap-group fig fig-group supplementary-material fn label".split()
)


def line_of(node: Any, notes: list[Any]) -> str:
    """The text of an element in one line; footnotes met on the way are added to the notes."""
    line = Line()
    _content(node, line, notes)
    return collapse(str(line))


def _content(node: Any, line: Line, notes: list[Any]) -> None:
    line.text(node.text or "")
    for child in node:
        add(child, line, notes)
        line.text(child.tail or "")


def add(node: Any, line: Line, notes: list[Any]) -> None:
    """Add an element to a line; footnotes met on the way are added to the notes."""
    name = name_of(node)
    if node.tag is etree.Entity:
        line.text(html.entities.html5.get(node.name + ";", ""))
    elif not name:
        return
    elif name == "sup":
        line.raised(line_of(node, notes), citation=any(True for _ in _citations(node)))
    elif name in ("sub", "inf"):
        line.lowered(line_of(node, notes))
    elif name == "xref" and node.get("ref-type") == "bibr":
        line.cited("".join(node.itertext()), superscript=next(node.iter("{*}sup"), None) is not None)
    elif name == "xref" and node.get("ref-type") in ("table-fn", "fn"):
        line.raised("".join(node.itertext()))
    elif name in ("msup", "msub", "msubsup", "mfrac"):
        _formula(node, name, line, notes)
    elif name == "alternatives":
        math = next(node.iter("{*}math"), None)
        _content(math if math is not None else node, line, notes)
    elif name == "tex-math":
        line.text(tex.plain("".join(node.itertext())))
    elif name == "fn":
        notes.append(node)
    elif name in ("break", "br", "p", "title", "list-item", "disp-formula", "td", "def"):
        line.text(" ")
        _content(node, line, notes)
        line.text(" ")
    elif name not in DROPPED or (name == "label" and name_of(node.getparent()) == "label"):
        _content(node, line, notes)


def _formula(node: Any, name: str, line: Line, notes: list[Any]) -> None:
    parts = [line_of(child, notes) for child in node if name_of(child)]
    line.text(parts[0] if parts else "")
    for part, role in zip(parts[1:], {"msup": "^", "msub": "_", "mfrac": "/"}.get(name, "_^"), strict=False):
        if role == "/":
            line.text("/" + part)
        elif role == "^":
            line.raised(part)
        else:
            line.lowered(part)


def _citations(node: Any) -> Iterator[Any]:
    return (child for child in node.iter("{*}xref") if child.get("ref-type") == "bibr")
