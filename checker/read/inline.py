"""A line of text under construction, with its raised and lowered parts: shared by the formats with markup."""

import re

from checker.read import scripts
from checker.read.placed import joined, scripted

_CITES = re.compile(r"[0-9]{1,3}[a-z]?(?:\s*[,;–—-]\s*[0-9]{1,3}[a-z]?)*,?")
_NAMED = re.compile(r"(?i)(?:\bref(?:erence)?s?\.?|\bnumbers?|\bno\.?)\s*$")
_DIGITS = re.compile(r"[0-9]+")


class Line:
    """Text that grows piece by piece and knows what it ends with."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._tail = ""

    def __str__(self) -> str:
        return "".join(self._parts)

    @property
    def placed(self) -> str:
        """The text, with the places that its pieces have."""
        return joined(self._parts)

    @property
    def tail(self) -> str:
        """The last characters, as many as rules about what stands before something need."""
        return self._tail

    def text(self, piece: str) -> None:
        """Add plain text."""
        if piece:
            self._parts.append(piece)
            self._tail = (self._tail + piece[-80:])[-80:]

    def raised(self, piece: str, citation: bool = False) -> None:
        """Add superscript text."""
        self.text(scripted(piece, scripts.raised(piece, self._tail, citation)))

    def lowered(self, piece: str) -> None:
        """Add subscript text."""
        self.text(scripted(piece, scripts.lowered(piece, self._tail)))

    def cited(self, piece: str, superscript: bool = False) -> None:
        """Add a reference to the reference list: numbers of references are printed so that they are no data.

        In square brackets behind a word they may stay as they are; elsewhere they are raised, as journals print them.
        """
        stripped = piece.strip()
        if not _CITES.fullmatch(stripped):
            self.text(piece)
            return
        if superscript:
            self.raised(piece, citation=True)
            return
        bracket = max(self._tail.rfind("["), self._tail.rfind("("))
        open_ = bracket >= 0 and max(self._tail.rfind("]"), self._tail.rfind(")")) < bracket
        if open_ and self._tail[bracket] == "[":
            if self._tail[:bracket].rstrip()[-1:] in "0123456789%" and bracket:
                self.text(_DIGITS.sub(lambda found: scripts.raised(found.group()), piece))
            else:
                self.text(piece)
        elif _NAMED.search(self._tail):
            self.text(piece)
        else:
            self.raised(piece, citation=True)
