"""A count with its percentage whose denominator stands elsewhere, and the size that the words around name for it."""

import re

import msgspec

from checker.extract import phrases
from checker.extract.arithmetic import fits
from checker.extract.numbers import Token
from checker.extract.populations import Size
from checker.extract.sentences import Sentence

# Behind a percentage, those it is of: ``18 (95%) of the primary grafts``.
OF_OTHERS = re.compile(
    rf" ?\) of (?:(?:the|those|these|all|all the) (?!(?:{phrases.NOUNS})\b)|(?:all |the )?(?:{phrases.NOUNS}) "
    r"(?:with|who|whose|in|on|aged|younger|older|under|over|treated|given|receiving|undergoing)\b)"
)


class Figure(msgspec.Struct):
    """A count and its percentage; the stated size that it fits, if any."""

    sentence: Sentence
    count: Token
    percent: Token
    size: Size | None = None

    def makes(self, size: int) -> bool:
        """Whether the count makes the percentage of a size."""
        return self.count.value <= size and fits(self.count.value, size, self.percent)

    def tells(self, size: int) -> bool:
        """Whether it makes that, and would not of any size: no one, or all of them."""
        return 0 < self.count.value < size and self.makes(size)


class Scope(msgspec.Struct, frozen=True):
    """The size that the words name for a figure.

    ``firm``: no other size may be meant. ``complete``: the figure belongs to a list that leaves nobody out, so that no
    values can be missing.
    """

    size: Size
    firm: bool = False
    complete: bool = False
