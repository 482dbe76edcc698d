"""The counts with percentages of a sentence, each with its total where that is printed with it."""

from collections.abc import Iterator

import msgspec

from checker.extraction.arithmetic import fits, possible, telling, totals
from checker.extraction.numbers import Token
from checker.extraction.sentences import Sentence

# Between the largest and the smallest size that a figure leaves, where it tells one size from others.
_SHARP = 1.2
_BEHIND = 14


class Figure(msgspec.Struct, frozen=True):
    """A count with its percentage, or a percentage alone; where both stand in the outline of their sentence.

    Attributes:
        sentence: where they stand.
        count, percent: as printed.
        total: what is printed with them, if it is.
        first, last: the places of the first and the last of the numbers in the outline.
        index: the index of the first number.
    """

    sentence: Sentence
    count: Token | None
    percent: Token
    total: Token | None = None
    first: int = 0
    last: int = 0
    index: int = 0

    def sentence_says(self, word: str) -> bool:
        """Whether its sentence has a word."""
        return self.sentence.page.low.find(word, self.sentence.start, self.sentence.end) >= 0

    @property
    def words(self) -> str:
        """What stands between its numbers, and just behind."""
        text = self.sentence.outline.text
        return text[self.first : self.last] + text[self.last : self.last + _BEHIND]

    @property
    def sharp(self) -> bool:
        """Whether count and percentage leave few sizes."""
        if self.count is None or not 0 < self.percent.value < 100:
            return False
        least, most = totals(self.count.value, self.percent)
        return least > 0 and most / least < _SHARP

    def makes(self, size: int) -> bool:
        """Whether it may be one of so many."""
        if self.count is None:
            return possible(self.percent, size)
        return fits(self.count.value, size, self.percent)

    def tells(self, size: int) -> bool:
        """Whether it is, and would not be of any number."""
        if self.count is None:
            return possible(self.percent, size) and telling(self.percent, size)
        return 0 < self.count.value < size and self.sharp and self.makes(size)

    @property
    def key(self) -> int:
        """By which it is known."""
        return self.percent.start


def figures(sentence: Sentence) -> Iterator[Figure]:
    """The figures of a sentence in order, percentages alone left out."""
    held = [(each.count, each) for each in sentence.printed.figures if each.count is not None]
    for number, each in sorted(held, key=lambda pair: pair[0].start):
        yield placed(sentence, number, each.value, each.total)


def placed(sentence: Sentence, count: Token | None, percent: Token, total: Token | None = None) -> Figure:
    """A figure with the places of its numbers."""
    outline = sentence.outline
    tokens = [token for token in (count, percent, total) if token is not None]
    places = [outline.place(token) for token in tokens]
    return Figure(sentence, count, percent, total, min(places), max(places), min(map(outline.index, tokens)))
