"""Elements of HTML within a line: what is raised, lowered, linked or left out."""

import re
from collections.abc import Callable
from typing import Any

from checker.read.assembly import collapse
from checker.read.inline import Line

_DROPPED = frozenset(
    "script style template noscript nav footer form button select textarea input iframe object embed svg canvas "
    "audio video picture img head aside dialog annotation annotation-xml -comment -doctype mjx-assistive-mml".split()
)
_DROPPED_ROLES = frozenset("navigation search banner contentinfo complementary dialog menu menubar toolbar".split())
_CHROME = re.compile(
    r"(?:^|[\s_-])(?:cookies?|breadcrumbs?|navbar|navigation|sidebar|social|share|advert\w*|banner|sr-only|"
    r"visually-hidden|skip-link|modal|popup|tooltip|usa-skipnav|pager|metrics|recommended|related-articles)(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
BLOCKS = (
    frozenset(
        "address article blockquote body center dd details div dl dt fieldset figcaption figure header hgroup hr html "
        "li main ol p pre section summary table tbody td tfoot th thead tr ul caption".split()
    )
    | HEADINGS
)
_CITATION_LINK = re.compile(r"#(?:.{0,20}?[_-])?(?:ref|cit|cr|bib|b|r|en|rf|reference)[-_A-Za-z]{0,8}\.?[0-9]+", re.I)
# Markup in one line is a few levels deep; what is deeper is read without its marks.
_DEEPEST = 40


def dropped(node: Any) -> bool:
    """Whether an element is no part of the article: scripts, navigation, what is hidden."""
    tag = node.tag
    if tag in _DROPPED:
        return True
    if tag in ("-text", "p", "b", "i", "em", "strong", "sup", "sub", "td", "tr", "a"):
        return False
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes or (attributes.get("role") or "").lower() in _DROPPED_ROLES:
        return True
    if attributes.get("aria-hidden") == "true" and tag not in ("span", "math"):
        return True
    if _HIDDEN.search(attributes.get("style") or ""):
        return True
    return tag != "body" and tag != "html" and _CHROME.search(attributes.get("class") or "") is not None


def words(node: Any, depth: int = 0) -> str:
    """The text of an element in one line."""
    line = Line()
    _fill(line, node, depth)
    return str(line)


def _fill(line: Line, node: Any, depth: int = 0) -> None:
    if depth > _DEEPEST:
        line.text(node.text(deep=True))
        return
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            line.text(child.text_content or "")
        elif dropped(child):
            continue
        elif tag in INLINE:
            INLINE[tag](line, child, depth + 1)
        else:
            apart = " " if tag in BLOCKS else ""
            line.text(apart)
            _fill(line, child, depth + 1)
            line.text(apart)


def _cites(node: Any) -> bool:
    href = node.attributes.get("href") or ""
    kind = f"{node.attributes.get('class') or ''} {node.attributes.get('role') or ''} "
    return _CITATION_LINK.search(href) is not None or "bibr" in kind or "biblioref" in kind


def _raise(line: Line, node: Any, depth: int = 0) -> None:
    links = node.css("a")
    line.raised(words(node, depth), citation=any(_cites(link) for link in links))


def _lower(line: Line, node: Any, depth: int = 0) -> None:
    line.lowered(words(node, depth))


def _link(line: Line, node: Any, depth: int = 0) -> None:
    if node.attributes.get("href") and _cites(node):
        line.cited(_flat(node), superscript=node.css_first("sup") is not None)
    else:
        _fill(line, node, depth)


def _flat(node: Any) -> str:
    return str(node.text(deep=True))


def _break(line: Line, node: Any, depth: int = 0) -> None:
    line.text(" ")


def _script(line: Line, node: Any, depth: int = 0) -> None:
    """MathML: a base with a raised or lowered part, or a fraction."""
    parts = [collapse(words(child, depth)) for child in node.iter()]
    line.text(parts[0] if parts else "")
    for part in parts[1:2]:
        if node.tag == "msup":
            line.raised(part)
        elif node.tag == "mfrac":
            line.text("/" + part)
        else:
            line.lowered(part)
    for part in parts[2:3]:
        line.raised(part)


INLINE: dict[str, Callable[..., None]] = {
    "sup": _raise, "sub": _lower, "a": _link, "br": _break, "wbr": lambda line, node, depth=0: None,
    "msup": _script, "msub": _script, "msubsup": _script, "mfrac": _script,
}  # fmt: skip
