"""Text that knows where each of its characters was printed, through all that is done to it on the way to a document.

A place is a number that the reader of a format gives out: of a glyph, of a character of a run. What the reader puts
in by itself (a space between two lines, the sign of a power) has none.
"""

from array import array
from collections.abc import Iterable, Sequence

NOWHERE = -1


class Placed(str):
    """Text with a place for each character.

    >>> text = Placed("1.5", range(7, 10))
    >>> text, list(text.places)
    ('1.5', [7, 8, 9])
    """

    __slots__ = ("places",)

    places: "array[int]"

    def __new__(cls, text: str, places: Iterable[int]) -> "Placed":
        """Text whose characters have these places, as many as it has characters."""
        placed = super().__new__(cls, text)
        placed.places = places if isinstance(places, array) else array("i", places)
        return placed


def places_of(text: str) -> "array[int]":
    """The places of the characters of a text; of plain text, none."""
    return text.places if isinstance(text, Placed) else array("i", [NOWHERE]) * len(text)


def joined(pieces: Iterable[str], between: str = "") -> str:
    """Pieces as one text, with the places that they have."""
    listed = list(pieces)
    text = between.join(listed)
    if not any(isinstance(piece, Placed) for piece in listed):
        return text
    places = array("i")
    for number, piece in enumerate(listed):
        places.extend(places_of(between if number else ""))
        places.extend(places_of(piece))
    return Placed(text, places)


def rewritten(text: str, new: str, cut: Sequence[tuple[int, int]]) -> str:
    """A placed text as a shorter one, from which stretches are cut; plain text as plain text.

    Args:
        text: as it was.
        new: as it is.
        cut: the stretches, from left to right, each without its end.
    """
    if not isinstance(text, Placed):
        return new
    places = array("i")
    position = 0
    for start, end in cut:
        places.extend(text.places[position:start])
        position = end
    places.extend(text.places[position:])
    return Placed(new, places)


def scripted(printed: str, text: str) -> str:
    """Text as it is written in raised or lowered characters, with the places that it has as printed.

    Args:
        printed: what is printed, perhaps with white space around it.
        text: as `checker.read.scripts` writes it, perhaps with a sign or a space before it.
    """
    if not isinstance(printed, Placed):
        return text
    inner = len(printed.strip())
    start = len(printed) - len(printed.lstrip())
    behind = len(text) - len(text.rstrip())
    before = len(text) - inner - behind
    nowhere = array("i", [NOWHERE])
    return Placed(text, nowhere * before + printed.places[start : start + inner] + nowhere * behind)
