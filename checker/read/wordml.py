"""Word's XML: its styles, switches, rows and symbols."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SPACES = frozenset(f"{_W}{name}" for name in "tab br cr ptab".split())
_HEADING = re.compile(r"(?:heading|berschrift|titre|t[ií]tulo|titolo|kop)\s*[1-9]$", re.IGNORECASE)
_REFERENCE_STYLE = re.compile(r"bibliograph|reference|literaturverzeichnis", re.IGNORECASE)


class Style:
    """What a paragraph style says of its paragraphs."""

    def __init__(self, name: str | None, defined: Mapping[str, Any]) -> None:
        names = []
        for _ in range(8):  # a style is based on another; a damaged file may base two on each other
            style = defined.get(name) if name is not None else None
            if style is None:
                break
            names.append(_value(style, "name") or "")
            name = _value(style, "basedOn")
        own = names[0] if names else ""
        self.heading = any(_HEADING.search(name) for name in names)
        self.title = own.lower() in ("title", "titel", "titre")
        self.caption = "caption" in own.lower()
        self.listed = own.lower().startswith("list")
        self.reference = _REFERENCE_STYLE.search(own) is not None and not self.heading


def styles(parent: Any) -> dict[str, Any]:
    """The styles that a document defines, by the names under which its paragraphs and runs have them."""
    found: dict[str, Any] = {}
    for style in parent.iterchildren(f"{_W}style"):
        found.setdefault(style.get(f"{_W}styleId"), style)
    return found


def raises(style: Any) -> bool:
    """Whether a style is one of characters, and raises them."""
    look = style.find(f"{_W}rPr/{_W}vertAlign")
    return style.get(f"{_W}type") == "character" and look is not None and look.get(f"{_W}val") == "superscript"


def _value(node: Any, name: str) -> str | None:
    found = node.find(f"{_W}{name}")
    return found.get(f"{_W}val") if found is not None else None


def rows(table: Any) -> Iterator[Any]:
    """The rows of a table, also those inside content controls and insertions; not those of nested tables."""
    for node in table.iterchildren():
        if node.tag == f"{_W}tr":
            yield node
        elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from rows(node)


def cells(row: Any) -> Iterator[Any]:
    """The cells of a row, also those inside content controls and insertions."""
    for node in row.iterchildren():
        if node.tag == f"{_W}tc":
            yield node
        elif node.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"):
            yield from cells(node)


def on(switch: Any) -> bool:
    """Whether a switch of Word is there and on."""
    return switch is not None and switch.get(f"{_W}val") not in ("0", "false", "off", "none")


def value(node: Any, default: int) -> int:
    """The whole number that an element holds."""
    text = node.get(f"{_W}val") if node is not None else None
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else default


# The Symbol font's characters that papers use; Word stores them by their place in that font.
_SYMBOLS = {
    0xF0B1: "±", 0xF0A3: "≤", 0xF0B3: "≥", 0xF0B4: "×", 0xF063: "χ", 0xF06D: "μ", 0xF061: "α", 0xF062: "β",
    0xF02D: "−", 0xF0BB: "≈", 0xF0B0: "°", 0xF044: "Δ", 0xF0B7: "·", 0xF02A: "*", 0xF03C: "<", 0xF03E: ">",
}  # fmt: skip


def symbol(node: Any) -> str:
    """The character that a symbol stands for, by the Symbol font."""
    try:
        code = int(node.get(f"{_W}char") or "", 16)
    except ValueError:
        return ""
    code = code if code > 0xFF else code + 0xF000
    return _SYMBOLS.get(code, chr(code & 0xFF) if 0xF020 <= code <= 0xF07E else "")


def characters(node: Any) -> str | None:
    """The characters that an element of a run is; None where it is none by itself."""
    if node.tag in (f"{_W}t", f"{_M}t"):
        return node.text or ""
    if node.tag in _SPACES:
        return " "
    if node.tag == f"{_W}noBreakHyphen":
        return "-"
    return symbol(node) if node.tag == f"{_W}sym" else None


def numbered(root: Any, part: str) -> dict[Any, tuple[str, int, int]]:
    """The runs of a part, by the number of their paragraph in the part and theirs in the paragraph, from 0.

    Args:
        root: of the part.
        part: its name in the package.
    """
    return {
        run: (part, number, within)
        for number, paragraph in enumerate(root.iter(f"{_W}p"))
        for within, run in enumerate(paragraph.iter(f"{_W}r", f"{_M}r"))
    }
