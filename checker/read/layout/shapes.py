"""Signs told by their outline, where a font does not say what its glyphs are: bars, chevrons and crosses.

Only what cannot be anything else is told: two bars are an equals sign in every font, one chevron is less or greater.
"""

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

Point = tuple[float, float]

_MOST_POINTS = 200
# A bar is flat; a chevron is not much flatter than high, nor higher than wide.
_FLAT = 0.25
_SLANT = (0.6, 2.2)
# How far the outline of a chevron may stand off two straight arms, in parts of its extent.
_OFF = 0.3
_DASH, _UNDERLINE = 0.4, 0.1
_SIGNS = {
    ("bar",): "−",
    ("bar", "bar"): "=",
    ("less",): "<",
    ("greater",): ">",
    ("bar", "less"): "≤",
    ("bar", "greater"): "≥",
    ("bar", "plus"): "±",
    ("plus",): "+",
}


def sign(handle: Any, index: int, code: int) -> str:
    """The sign that a glyph shows; an empty string where its outline is none that is known.

    Args:
        handle: of the text of a page.
        index: of the glyph.
        code: the character that its font maps it to, rightly or wrongly.
    """
    return named(_outline(handle, index, code))


def named(paths: Sequence[Sequence[Point]]) -> str:
    """The sign with this outline.

    >>> bar = [(0, 0), (10, 0), (10, 1), (0, 1)]
    >>> named([bar, [(x, y + 4) for x, y in bar]]), named([bar, bar, bar])
    ('=', '')
    """
    kinds = [_kind(path) for path in paths]
    found = _SIGNS.get(tuple(sorted(kinds)), "")
    if kinds == ["bar"]:
        return found if _is_minus(paths[0]) else ""
    extents = [(min(x for x, _ in path), max(x for x, _ in path)) for path in paths]
    if not found or len(extents) == 1:
        return found
    # The parts of one sign stand above each other, as wide as each other.
    width = max(right - left for left, right in extents)
    (left, right), (other_left, other_right) = extents
    aligned = abs(left - other_left) < 0.2 * width and abs(right - other_right) < 0.2 * width
    middles = [(min(y for _, y in path) + max(y for _, y in path)) / 2 for path in paths]
    return found if aligned and abs(middles[0] - middles[1]) > 0.15 * width else ""


def _is_minus(bar: Sequence[Point]) -> bool:
    """Whether a bar is too wide for a hyphen, and too high for a line under words; in units of the type."""
    wide = max(x for x, _ in bar) - min(x for x, _ in bar)
    return wide > _DASH and min(y for _, y in bar) > _UNDERLINE


def _kind(path: Sequence[Point]) -> str:
    left, right = min(x for x, _ in path), max(x for x, _ in path)
    low, high = min(y for _, y in path), max(y for _, y in path)
    width, height = right - left, high - low
    if width <= 0 or height <= 0:
        return ""
    if height < _FLAT * width:
        return "bar"
    if not _SLANT[0] < width / height < _SLANT[1]:
        return ""
    scaled = [((x - left) / width, abs(2 * (y - low) / height - 1)) for x, y in path]
    # On two straight arms, a point is as far from the middle as it is from the tip.
    if all(abs(across - apart) < _OFF for across, apart in scaled):
        return "less"
    if all(abs(1 - across - apart) < _OFF for across, apart in scaled):
        return "greater"
    # On a cross, one of both distances from the middle is small.
    cross = all(min(abs(2 * across - 1), apart) < _OFF for across, apart in scaled)
    return "plus" if cross and len(path) >= 12 and 0.8 < width / height < 1.25 else ""


def _outline(handle: Any, index: int, code: int) -> list[list[Point]]:
    """The closed lines of a glyph, each by its corners."""
    text = pdfium.FPDFText_GetTextObject(handle, index)
    font = pdfium.FPDFTextObj_GetFont(text) if text else None
    path = pdfium.FPDFFont_GetGlyphPath(font, code, ctypes.c_float(1000)) if font else None
    count = pdfium.FPDFGlyphPath_CountGlyphSegments(path) if path else 0
    if not 0 < count <= _MOST_POINTS:
        return []
    found: list[list[Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(count):
        segment = pdfium.FPDFGlyphPath_GetGlyphPathSegment(path, number)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO or not found:
            found.append([])
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        found[-1].append((x.value, y.value))
    return [line for line in found if len(line) > 2]
