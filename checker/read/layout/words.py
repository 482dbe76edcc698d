"""Lines joined to running text: words cut at the end of a line made whole, ranges and fractions kept together."""

import re
from array import array
from collections.abc import Iterable, Sequence

from checker.read.layout.lines import Line
from checker.read.placed import Placed, places_of, rewritten

_HYPHENS = "-‐‑\u00ad"
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)+")
_LEFT = re.compile(r"([^\W_]+)[-‐‑\u00ad]$")
_RIGHT = re.compile(r"[^\W\d_]+")


class Words:
    """The words of a paper, by which a hyphen at the end of a line is told from the hyphen of a compound."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.words: set[str] = set()
        self.compounds: set[str] = set()
        for line in lines:
            text = line.text.lower()
            # The first and the last word of a line may be parts of words.
            inner = text[text.find(" ") + 1 : text.rfind(" ") + 1 if text[-1:] in _HYPHENS else len(text)]
            self.words.update(_WORD.findall(inner))
            self.compounds.update(_COMPOUND.findall(inner))

    def phrase(self, parts: Sequence[str]) -> Placed:
        """Pieces of one cell as its text."""
        joined = _Joined()
        above = ""
        for part in parts:
            joined.add(part, *(self._seam(above, part) if joined.pieces else (False, "")))
            above = joined.text
        return joined.placed

    def join(self, parts: Sequence[tuple[int, Sequence[Line]]]) -> tuple[Placed, list[tuple[int, int]]]:
        """The text of lines, and where in it each of the pages (from 0) begins.

        Args:
            parts: pages with the lines on them.
        """
        joined = _Joined()
        begins: list[tuple[int, int]] = []
        above = ""
        for page, lines in parts:
            for index, line in enumerate(lines):
                text: str = line.placed
                if text[-1:] != "\u00ad":
                    text = _without_soft_hyphens(text)
                cut, glue = self._seam(above, text) if joined.pieces else (False, "")
                if not index:
                    begins.append((page, joined.size - cut + len(glue)))
                joined.add(text, cut, glue)
                above = text
        return joined.placed, begins

    def _seam(self, above: str, below: str) -> tuple[bool, str]:
        """Whether to drop the last character of a line, and what to put between it and the next line."""
        last, first = above[-1:], below[:1]
        if last == "\u00ad":
            return True, ""
        if last in _HYPHENS and first.isalpha():
            return self._cut(above, below), ""
        if last in "-‐‑–−/" and first.isdigit() and above[-2:-1].strip():
            return False, ""
        if last == "/" or (first in "–−" and above[-1:].isdigit() and below[1:2].isdigit()):
            return False, ""
        return False, " "

    def _cut(self, above: str, below: str) -> bool:
        """Whether the hyphen at the end of a line only cuts a word."""
        before, behind = _LEFT.search(above), _RIGHT.match(below)
        if before is None or behind is None or not below[0].islower():
            return False
        left, right = before.group(1).lower(), behind.group().lower()
        if left + right in self.words:
            return True
        if any(f"{left}{hyphen}{right}" in self.compounds for hyphen in "-‐‑"):
            return False
        if any(char.isdigit() for char in left) or (before.group(1).isupper() and len(left) > 1):
            return False
        return not (left in self.words and right in self.words)


def _without_soft_hyphens(text: str) -> str:
    found = [(at, at + 1) for at, char in enumerate(text) if char == "\u00ad"]
    return rewritten(text, text.replace("\u00ad", ""), found) if found else text


class _Joined:
    """Text that grows, with the places of its characters."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.places = array("i")

    def add(self, text: str, cut: bool, glue: str) -> None:
        """Add a piece behind some glue, perhaps in the place of the last character."""
        if cut:
            self.pieces[-1] = self.pieces[-1][:-1]
            self.places.pop()
        self.pieces += [glue, text]
        self.places.extend(places_of(glue))
        self.places.extend(places_of(text))

    @property
    def size(self) -> int:
        """How many characters it has."""
        return len(self.places)

    @property
    def text(self) -> str:
        """The text as it stands."""
        return "".join(self.pieces)

    @property
    def placed(self) -> Placed:
        """The text with its places."""
        return Placed(self.text, self.places)
