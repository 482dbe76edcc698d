"""The horizontal rules of a page: what tables are ruled with."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

# A page of text has some hundred drawn objects; a chart may have a million, and then its rules do not matter.
MOST_OBJECTS = 20_000
_MOST_POINTS = 400
_DEEPEST = 4
_THICKEST = 3.0
_SHORTEST = 12.0


_Matrix = tuple[float, float, float, float, float, float]
_TURNS: tuple[_Matrix, ...] = (
    (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
    (0.0, -1.0, 1.0, 0.0, 0.0, 0.0),
    (-1.0, 0.0, 0.0, -1.0, 0.0, 0.0),
    (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
)


class Rule(NamedTuple):
    """A horizontal stroke."""

    x0: float
    x1: float
    y: float


def rules(page: Any, turn: int = 0) -> list[Rule]:
    """The rules along the lines of a page from top to bottom, pieces of one rule joined.

    Args:
        page: a page of pypdfium2.
        turn: the quarter turns of its text, in whose coordinates the rules are given.
    """
    found: list[Rule] = []
    for index, (x0, y0, x1, y1) in enumerate(_strokes(page.raw, page, 0, _TURNS[turn])):
        if index > MOST_OBJECTS:
            break
        if abs(y1 - y0) <= _THICKEST and abs(x1 - x0) >= 1:
            found.append(Rule(min(x0, x1), max(x0, x1), (y0 + y1) / 2))
    found.sort(key=lambda rule: (-round(rule.y), rule.x0))
    joined: list[Rule] = []
    for rule in found:
        last = joined[-1] if joined else None
        if last is not None and abs(last.y - rule.y) < 2 and rule.x0 <= last.x1 + 4:
            joined[-1] = Rule(last.x0, max(last.x1, rule.x1), last.y)
        else:
            joined.append(rule)
    return [rule for rule in joined if rule.x1 - rule.x0 >= _SHORTEST]


def _strokes(container: Any, page: Any, depth: int, matrix: _Matrix) -> Iterator[tuple[float, float, float, float]]:
    """Straight strokes and thin boxes, in the coordinates of the page."""
    if depth:
        count, get = pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject
    else:
        count, get = pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject
    for index in range(min(count(container), MOST_OBJECTS)):
        drawn = get(container, index)
        if not drawn:
            continue
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(drawn, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _strokes(drawn, page, depth + 1, _times(_matrix(drawn), matrix))


def _path(drawn: Any, outer: _Matrix) -> Iterator[tuple[float, float, float, float]]:
    count = pdfium.FPDFPath_CountSegments(drawn)
    if not 2 <= count <= _MOST_POINTS:
        return
    matrix = _times(_matrix(drawn), outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    boxes: list[list[tuple[float, float]]] = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return
        if kind == pdfium.FPDF_SEGMENT_MOVETO and points:
            boxes.append(points)
            points = []
        a, b, c, d, e, f = matrix
        points.append((a * x.value + c * y.value + e, b * x.value + d * y.value + f))
    boxes.append(points)
    for corners in boxes:
        if len(corners) < 2:
            continue
        xs, ys = [corner[0] for corner in corners], [corner[1] for corner in corners]
        if max(ys) - min(ys) <= _THICKEST:
            yield min(xs), min(ys), max(xs), max(ys)
        elif len(corners) > 2:
            for (x0, y0), (x1, y1) in pairwise(corners):
                if abs(y1 - y0) < 0.5:
                    yield x0, y0, x1, y1


def _matrix(drawn: Any) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix)):
        return (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
