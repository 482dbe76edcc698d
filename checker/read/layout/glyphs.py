"""The glyphs of a page, from PDFium, joined to segments: runs of text on one line without a wide gap."""

import ctypes
import math
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from checker.origin import Boxes
from checker.read.layout import shapes
from checker.read.layout.symbols import meant
from checker.read.placed import NOWHERE

# A page of print has some 10,000 glyphs; more than this is a drawing made of letters, or an attack.
MOST_GLYPHS = 400_000
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "\x02": "-", "\ufffe": "-", "\uffff": "-",  # what PDFium says of a hyphen at the end of a line
}  # fmt: skip
# Gaps in units of the size of the type: between words, and between the cells of a table.
_WORD_GAP = 0.15
_SPACED_GAP = 0.04
_WIDE_GAP = 1.0


class Glyph(NamedTuple):
    """A character as printed: where its advance starts and ends, its base line, its size, its weight and font.

    ``place``: its number among the glyphs of the document; those that are moved elsewhere keep it.
    """

    char: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    font: str
    place: int = NOWHERE


class Look(NamedTuple):
    """How a text object is printed: size, weight, font, and the quarter turns of its direction."""

    size: float
    bold: bool
    font: str
    turn: int


class Segment:
    """Glyphs that follow each other on one line.

    Attributes:
        glyphs: in order from left to right, spaces included.
        x0: left edge.
        x1: right edge.
        base: the base line of its largest type.
        size: the size of its largest type.
    """

    __slots__ = ("base", "glyphs", "size", "x0", "x1")

    def __init__(self, first: Glyph) -> None:
        self.glyphs = [first]
        self.x0, self.x1, self.base, self.size = first.x0, first.x1, first.base, first.size

    @property
    def top(self) -> float:
        """About the height of its capitals."""
        return self.base + 0.8 * self.size

    @property
    def bottom(self) -> float:
        """About the depth of its descenders."""
        return self.base - 0.2 * self.size

    @property
    def text(self) -> str:
        """Its characters, without regard to what is raised."""
        return "".join(glyph.char for glyph in self.glyphs)

    @classmethod
    def of(cls, glyphs: list[Glyph]) -> "Segment":
        """A segment of these glyphs, in order."""
        segment = cls(glyphs[0])
        segment.glyphs = glyphs
        segment.x1 = max(glyph.x1 for glyph in glyphs)
        largest = max(glyphs, key=lambda glyph: glyph.size)
        segment.size, segment.base = largest.size, largest.base
        return segment

    def takes(self, glyph: Glyph) -> bool:
        """Whether a glyph continues the segment."""
        last = self.glyphs[-1]
        if glyph.x0 == last.x0 and glyph.x1 == last.x1 and glyph.base == last.base:
            return True  # the second letter of a ligature, which has the place of the whole
        larger = max(self.size, glyph.size)
        gap = glyph.x0 - self.x1
        return -0.4 * larger < gap < _WIDE_GAP * larger and abs(glyph.base - self.base) < 0.6 * larger

    def add(self, glyph: Glyph, spaced: bool) -> None:
        """Continue with a glyph, behind a space where the gap is one or the page has one."""
        last = self.glyphs[-1]
        enough = _SPACED_GAP if spaced else _WORD_GAP
        if glyph.x0 - self.x1 > enough * min(glyph.size, self.size):
            self.glyphs.append(Glyph(" ", self.x1, glyph.x0, last.base, last.size, last.bold, last.font))
        self.glyphs.append(glyph)
        if glyph.size > self.size * 1.02:
            self.size, self.base = glyph.size, glyph.base
        self.x1 = max(self.x1, glyph.x1)


# What a glyph is read as whose font does not say what it shows.
UNKNOWN = "\ufffd"
_BLANKS = frozenset(b"\0\t\n\r ")
_SPACE = Glyph(" ", 0, 0, 0, 0, False, "")


def segments(page: Any, fonts: dict[int, Look], boxes: Boxes) -> tuple[list[Segment], int]:
    """The segments of a page in the order of its content, and the quarter turns of its text.

    Text that runs in another direction than most of the page is left out: stamps in the margin, labels of axes.

    Args:
        page: a page of pypdfium2.
        fonts: a scratch dictionary for this page.
        boxes: takes the boxes of the page's glyphs.
    """
    found, turns = _glyphs(page, fonts, boxes)
    if not turns:
        return [], 0
    turn = max(sorted(turns), key=lambda angle: turns[angle])
    boxes.turns[-1] = turn
    result: list[Segment] = []
    current: Segment | None = None
    spaced = False
    for glyph, angle in found:
        if glyph.char == " ":
            spaced = True
            continue
        if angle != turn:
            continue
        if current is not None and current.takes(glyph):
            current.add(glyph, spaced)
        else:
            current = Segment(glyph)
            result.append(current)
        spaced = False
    return _once(result), turn


def _once(found: list[Segment]) -> list[Segment]:
    """Segments without those printed a second time over the first, for boldness or a shadow."""
    seen: set[tuple[str, int, int]] = set()
    result = []
    for segment in found:
        near_by = 0.15 * segment.size
        text, x, y = segment.text, round(segment.x0 / near_by), round(segment.base / near_by)
        near = ((text, x + right, y + up) for right in (0, -1, 1) for up in (0, -1, 1))
        if not any(place in seen for place in near):
            result.append(segment)
        seen.add((text, x, y))
    return result


def _glyphs(page: Any, fonts: dict[int, Look], boxes: Boxes) -> tuple[list[tuple[Glyph, int]], dict[int, int]]:
    """The glyphs of a page with the quarter turns of each, and how many have each turn."""
    add = boxes.edges.extend
    number = boxes.begin()
    text = page.get_textpage()
    handle = text.raw
    count = min(pdfium.FPDFText_CountChars(handle), MOST_GLYPHS)
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    unicode_of, box_of, origin_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetCharOrigin,
    )
    object_of = pdfium.FPDFText_GetTextObject
    found: list[tuple[Glyph, int]] = []
    turns: dict[int, int] = {}
    for index in range(count):
        code = unicode_of(handle, index)
        if code in (0x20, 0xA0) and not pdfium.FPDFText_IsGenerated(handle, index):
            found.append((_SPACE, 0))
        if code <= 0x20 and code != 2 and (code in _BLANKS or pdfium.FPDFText_IsGenerated(handle, index)):
            continue
        pointer = object_of(handle, index)
        if not pointer:
            continue
        key = ctypes.addressof(pointer.contents)
        look = fonts.get(key)
        if look is None:
            look = fonts[key] = _look(handle, index)
        size, bold, font, turn = look
        if not box_of(handle, index, box_at) or not origin_of(handle, index, x_at, y_at) or not 0.5 < size < 2000:
            continue
        char = _character(code, font)
        if not char and (code < 0x20 or 0x7F <= code < 0xA0):
            # Printed, but what it is the font does not say: never to be passed over in silence, as "p \x03 .05" is.
            if box.right - box.left < 0.01 or not _inked(handle, index):
                found.append((_SPACE, 0))
                continue
            char = shapes.sign(handle, index, code) or UNKNOWN
        if char.isspace() or not char:
            continue
        if turn == 0:
            place = (box.left, box.right, y.value)
        elif turn == 1:
            place = (box.bottom, box.top, -x.value)
        elif turn == 2:
            place = (-box.right, -box.left, -y.value)
        else:
            place = (-box.top, -box.bottom, x.value)
        if not all(map(math.isfinite, place)):
            continue
        turns[turn] = turns.get(turn, 0) + 1
        x0, x1 = place[0], max(place[0], place[1])
        found.append((Glyph(char, x0, x1, place[2], size, bold, font, number), turn))
        add((x0, x1, place[2], size))
        number += 1
    text.close()
    return found, turns


def _inked(handle: Any, index: int) -> bool:
    """Whether a glyph is more than a space."""
    edges = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(handle, index, *map(ctypes.byref, edges))
    left, right, bottom, top = (edge.value for edge in edges)
    return (right - left) * (top - bottom) > 0.01


def _character(code: int, font: str) -> str:
    char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    if char in _LIGATURES:
        return _LIGATURES[char]
    if char:
        char = meant(char, font)
    if code < 0x20 or 0x7F <= code < 0xA0 or any("\ue000" <= one < "\uf900" for one in char):
        return ""
    return char


def _look(handle: Any, index: int) -> Look:
    """The look of the text object that a glyph belongs to."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(handle, index, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d)
    size = abs(pdfium.FPDFText_GetFontSize(handle, index)) * (scale if scale > 0 else 1.0)
    turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) % 4
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, index, name, 128, ctypes.byref(flags))
    font = name.value.decode("latin-1").lower()
    bold = pdfium.FPDFText_GetFontWeight(handle, index) >= 600 or bool(flags.value & 1 << 18)
    bold = bold or any(word in font for word in ("bold", "black", "heavy", "semibd", "demi", "-b+", "cmbx"))
    return Look(size, bold, font, turn)
