"""Segments joined to lines, and lines as text with what is raised and lowered."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from checker.read import scripts
from checker.read.layout.glyphs import Glyph, Segment
from checker.read.placed import NOWHERE, Placed, places_of, scripted


class Line:
    """What is printed on one base line of a column, or of a cell.

    Attributes:
        segments: from left to right.
        x0: left edge.
        x1: right edge.
        base: the base line of most of it.
        size: the size of most of it.
        bold: whether nearly all of it is bold.
        font: the font of nearly all of it, if there is one.
    """

    __slots__ = ("_text", "base", "bold", "font", "segments", "size", "x0", "x1")

    def __init__(self, segments: Iterable[Segment]) -> None:
        self.segments = sorted(segments, key=lambda segment: segment.x0)
        self.x0 = min(segment.x0 for segment in self.segments)
        self.x1 = max(segment.x1 for segment in self.segments)
        glyphs = [glyph for segment in self.segments for glyph in segment.glyphs]
        self.size, self.base = _main(glyphs)
        letters = [glyph.bold for glyph in glyphs if glyph.char != " "]
        self.bold = sum(letters) > 0.9 * len(letters)
        fonts = Counter(glyph.font for glyph in glyphs if glyph.char != " ")
        font, times = fonts.most_common(1)[0]
        self.font = font if times > 0.9 * len(letters) else None
        self._text: str | None = None

    @property
    def text(self) -> str:
        """Its text."""
        if self._text is None:
            self._text = "".join(text for text, _ in self._pieces()).strip()
        return self._text

    @property
    def placed(self) -> Placed:
        """Its text, with the places of its glyphs."""
        places = array("i")
        texts: list[str] = []
        for text, glyphs in self._pieces():
            texts.append(text)
            if not glyphs:
                places.append(NOWHERE)
                continue
            printed = _printed(glyphs)
            places.extend(places_of(printed if text == printed else scripted(printed, text)))
        whole = "".join(texts)
        start = len(whole) - len(whole.lstrip())
        self._text = whole.strip()
        return Placed(self._text, places[start : start + len(self._text)])

    def _pieces(self) -> Iterator[tuple[str, Sequence[Glyph]]]:
        """Its text in pieces, with the glyphs of each; the space between two segments has none."""
        before = ""
        for number, segment in enumerate(self.segments):
            if number:
                before = " "
                yield before, ()
            for text, glyphs in _rendered(segment.glyphs, self.size, self.base, before):
                before = text or before
                yield text, glyphs

    @property
    def top(self) -> float:
        """About the height of its capitals."""
        return self.base + 0.8 * self.size

    @property
    def bottom(self) -> float:
        """About the depth of its descenders."""
        return self.base - 0.2 * self.size


def lines(segments: Sequence[Segment]) -> list[Line]:
    """The lines that segments of one column stand on, from top to bottom."""
    groups: list[list[Segment]] = []
    largest: list[Segment] = []  # of each group
    # A raised citation comes before its line: the few groups above are looked at, and the larger type decides.
    for segment in sorted(segments, key=lambda segment: (-segment.base, segment.x0)):
        for index in range(len(groups) - 1, max(len(groups) - 4, -1), -1):
            if _same_line(largest[index], segment):
                groups[index].append(segment)
                if segment.size > largest[index].size:
                    largest[index] = segment
                break
        else:
            groups.append([segment])
            largest.append(segment)
    return sorted((Line(group) for group in groups), key=lambda line: -line.base)


def _same_line(one: Segment, other: Segment) -> bool:
    apart = abs(one.base - other.base)
    larger, smaller = max(one.size, other.size), min(one.size, other.size)
    # Raised or lowered type may stand off the base line; type of one size may not.
    return apart < (0.25 if smaller > 0.85 * larger else 0.55) * larger


def _main(glyphs: Sequence[Glyph]) -> tuple[float, float]:
    """The size that most glyphs have, and the base line of those."""
    weights: dict[float, int] = {}
    for glyph in glyphs:
        size = round(glyph.size * 4) / 4
        weights[size] = weights.get(size, 0) + 1
    # Where a tie must be broken (a letter and its mark), the larger type is the text.
    main = max(weights, key=lambda size: (weights[size] * (2 if size == max(weights) else 1), size))
    bases = sorted(glyph.base for glyph in glyphs if abs(glyph.size - main) < 0.2)
    return main, bases[len(bases) // 2]


def _rendered(glyphs: Sequence[Glyph], size: float, base: float, before: str) -> Iterator[tuple[str, Sequence[Glyph]]]:
    """Glyphs as text; neighbouring glyphs of one height are one piece."""
    start = height = 0
    for end, glyph in enumerate(glyphs):
        raised = height if glyph.char == " " else _height(glyph, size, base)
        if raised == height:
            continue
        if end > start:
            text = _written(glyphs[start:end], height, before)
            before = text or before
            yield text, glyphs[start:end]
        start, height = end, raised
    yield _written(glyphs[start:], height, before), glyphs[start:]


def _written(glyphs: Sequence[Glyph], height: int, before: str) -> str:
    """Glyphs of one height as text."""
    text = "".join(glyph.char for glyph in glyphs)
    if not height or not text.strip():
        return text
    return (scripts.raised if height > 0 else scripts.lowered)(text, before) + " " * text.endswith(" ")


def _printed(glyphs: Sequence[Glyph]) -> Placed:
    """Glyphs as text; a ligature has the place of the whole in each of its letters."""
    text = "".join([glyph.char for glyph in glyphs])
    if len(text) == len(glyphs):
        return Placed(text, array("i", [glyph.place for glyph in glyphs]))
    return Placed(text, (glyph.place for glyph in glyphs for _ in glyph.char))


def _height(glyph: Glyph, size: float, base: float) -> int:
    """1 where a glyph is raised, -1 where lowered, 0 where it stands on the line."""
    off = (glyph.base - base) / size
    small = glyph.size < 0.87 * size
    if off > (0.15 if small else 0.28):
        return 1
    if off < (-0.06 if small else -0.2) and small:
        return -1
    return 0
