"""From the lines of columns to the blocks of a paper: paragraphs, headings, captions, joined over columns and pages."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from checker.document import BlockKind
from checker.read import roles
from checker.read.layout.lines import Line
from checker.read.layout.tables import Grid

_ENDS = (".", "?", "!", ":", ";", ".”", ".)", '."', ".]")
_ITEM = re.compile(r"(?:[•‣▪●◦■□–-]|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S")
_NUMBERED = re.compile(r"\[?(?P<number>[0-9]{1,3})(?:[\].]{1,2}\s*|\s+)[^\s0-9]")
_BULLETS = "•‣▪●◦■□"
_LONGEST_HEADING = 160


class Look:
    """What the type of the body of a paper is: its size, and how far its lines stand apart."""

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
        self.size = sizes.most_common(1)[0][0] if sizes else 10.0
        fonts: Counter[str] = Counter()
        for line in lines:
            if line.font is not None and line.size == self.size:
                fonts[line.font] += len(line.text)
        self.font = fonts.most_common(1)[0][0] if fonts else None
        bold = sum(len(line.text) for line in lines if line.bold and line.size == self.size)
        self.bold = bold > 0.5 * sizes[self.size]


class Piece:
    """A block under construction: its kind, and its parts with the pages (from 0) on which they stand."""

    def __init__(
        self, kind: BlockKind | None, page: int, lines: list[Line], right: float, grid: Grid | None = None
    ) -> None:
        self.kind = kind
        self.parts: list[tuple[int, list[Line]]] = [(page, lines)]
        self.right = right  # of the column in which its last line stands
        self.grid = grid

    @property
    def page(self) -> int:
        """The page on which it ends."""
        return self.parts[-1][0]

    @property
    def lines(self) -> list[Line]:
        """Its lines."""
        return [line for _, lines in self.parts for line in lines]

    @property
    def text(self) -> str:
        """Its lines, joined by spaces: what its role is told by."""
        return " ".join(line.text for line in self.lines)


class Flow:
    """Cuts the columns of one page after another into blocks; knows whether the reference list has begun."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.pieces: list[Piece] = []
        self.in_references = False
        self.in_body = False
        self._reference = 0
        self._open: int | None = None  # the place of the last piece that the next column may continue

    def column(self, lines: Sequence[Line], page: int) -> None:
        """Add a stretch of one column, from top to bottom."""
        if not lines:
            return
        left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
        leading = _leading(lines)
        hanging = sum(line.x0 > left + 0.5 * line.size for line in lines) > 0.3 * len(lines)
        current: list[Line] = []
        for line in lines:
            if current and self._begins(current, line, left, right, leading, hanging):
                self._close(current, page, right, left)
                current = []
            if self.in_references and (found := _NUMBERED.match(line.text)) and not current:
                self._reference = int(found["number"])
            current.append(line)
        self._close(current, page, right, left)

    def table(self, grid: Grid, page: int) -> None:
        """Add a table."""
        self.pieces.append(Piece("table", page, [], 0, grid))

    def _begins(self, block: list[Line], line: Line, left: float, right: float, leading: float, hanging: bool) -> bool:
        """Whether a line begins a new block below the lines of one."""
        above = block[-1]
        size = self.look.size
        gap = above.base - line.base
        if abs(above.size - line.size) > 0.08 * max(above.size, line.size) and len(line.text) > 3:
            return True
        if above.bold != line.bold and len(line.text) > 3:
            return True
        if _other_font(above, line) and self._stands_alone(above if len(block) == 1 else line, right):
            return True
        apart = _ended(above.text) or line.bold or line.size > 1.08 * size
        if (roles.is_section(line.text) and apart) or (len(block) == 1 and roles.is_section(above.text)):
            return True
        if gap > 1.35 * max(leading, above.size) * max(1.0, line.size / size):
            return True
        if self.in_references:
            found = _NUMBERED.match(line.text)
            if found and int(found["number"]) == self._reference + 1 and line.x0 < left + 2.5 * size:
                return True
            return hanging and not self._reference and line.x0 < left + 0.3 * size
        if roles.is_caption(line.text) and (above.text.endswith((".", "?", "!")) or above.x1 < right - 2 * size):
            return True
        if line.text[0] in _BULLETS:
            return True
        if _ITEM.match(line.text) and above.text.endswith((".", ":", ";")):
            return True
        if _ended(above.text) and above.x1 < right - 2.5 * size:
            return True
        listed = _ITEM.match(block[0].text) is not None
        indented = left + 0.6 * size < line.x0 < left + 5 * size
        return indented and above.x0 < left + 0.4 * size and not listed

    def _stands_alone(self, line: Line, right: float) -> bool:
        """Whether a line in a font of its own is a short one, as headings are."""
        return line.font != self.look.font and line.x1 < right - 2 * line.size and line.text[:1].isupper()

    def _close(self, lines: list[Line], page: int, right: float, left: float) -> None:
        """End a block: tell its kind, and join it to what it continues."""
        piece = Piece(None, page, lines, right)
        text = piece.text
        heading = self._is_heading(lines, text)
        if heading:
            piece.kind = "heading"
            self.in_references = roles.opens_references(text)
            self._reference = 0
            self.in_body = self.in_body or roles.is_section(text)
            self._open = None
        elif not self.in_references and roles.is_caption(text):
            piece.kind = "caption"
        elif lines[0].text[0] in _BULLETS:
            piece.kind = "list-item"
        if piece.kind in (None, "list-item"):
            if self._open is not None and self._continues(self.pieces[self._open], piece, left):
                self._join(self._open, piece)
                return
            self._open = len(self.pieces)
        self.pieces.append(piece)

    def _is_heading(self, lines: list[Line], text: str) -> bool:
        first = lines[0]
        if len(lines) > 3 or len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
            return False
        if roles.is_section(text):
            return True
        if not self.in_body or roles.is_caption(text) or (text.endswith((".", ",", ";", ")")) and not first.bold):
            return False
        if first.size < 0.92 * self.look.size or not (text[0].isupper() or text[0].isdigit()):
            return False
        if sum(char.isdigit() for char in text) > 0.3 * len(text):
            return False
        larger = first.size >= 1.08 * self.look.size
        bold = all(line.bold for line in lines) and not self.look.bold
        capitals = text.isupper() and len(text) > 4
        alone = len(lines) == 1 and first.font is not None and first.font != self.look.font and len(text) < 80
        return larger or bold or capitals or alone

    def _continues(self, above: Piece, piece: Piece, left: float) -> bool:
        """Whether a block at the top of a column continues the last one of the column before."""
        if above.grid is not None or piece.kind is not None:
            return False
        last, first = above.lines[-1], piece.lines[0]
        if last.base > first.base and above.page == piece.page and abs(last.x0 - first.x0) < 40:
            return False  # below it in the same column, and parted from it for a reason
        if abs(last.size - first.size) > 0.07 * last.size or last.bold != first.bold or _ended(last.text):
            return False
        if self.in_references:
            found = _NUMBERED.match(first.text)
            return not (found and int(found["number"]) == self._reference + 1)
        small = first.text[0].islower() or first.text[0].isdigit() or first.text[0] in "([<>=≥≤–−-"
        return small or last.x1 > above.right - 2 * last.size or last.text.endswith("-")

    def _join(self, index: int, piece: Piece) -> None:
        """Join a piece to the one at this place; what stood between stays on its own page."""
        above = self.pieces[index]
        between = self.pieces[index + 1 :]
        earlier = [other for other in between if other.page < piece.page]
        later = [other for other in between if other.page >= piece.page]
        above.parts += piece.parts
        above.right = piece.right
        self.pieces[index:] = [*earlier, above, *later]
        self._open = index + len(earlier)


def _other_font(above: Line, line: Line) -> bool:
    return above.font is not None and line.font is not None and above.font != line.font


def _ended(text: str) -> bool:
    return text.endswith(_ENDS)


def _leading(lines: Sequence[Line]) -> float:
    """How far the lines of a column usually stand apart."""
    gaps = sorted(
        above.base - below.base
        for above, below in pairwise(lines)
        if abs(above.size - below.size) < 0.5 and above.base - below.base < 4 * above.size
    )
    return gaps[len(gaps) // 2] if gaps else 1.2 * lines[0].size
