"""Counts in a row whose percentages make 100: so they are all parts of one whole, which their counts must make.

The percentages tell that nobody is left out; whether the counts make the whole is what is then asked.
"""

import re
from collections.abc import Iterator, Sequence

from checker.extraction import wholes
from checker.extraction.arithmetic import fits
from checker.extraction.numbers import Token
from checker.extraction.people import Group, People
from checker.extraction.phrases import COMPARED
from checker.extraction.printed import Figure
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.rounding import unit

_OF_ANOTHER = re.compile(r" ?\)? (?:out )?of (?:the |these |all )?[0-9]")
# Shares that are compared, or of the same people at several times and by several readers, make no whole.
_COMPARED = re.compile(
    rf"{COMPARED}|^[ )]{{0,2}}to\b|whereas|control|placebo|"
    r"\bin (?:the )?(?:[a-z0-9-]{1,20} ){1,4}(?:group|arm|sample|cohort)\b|"
    r"\b(?:readers?|raters?|observers?|examiners?|visits?) [0-9]"
)
_FARTHEST, _ROUNDED = 160, 0.6
_NAME = "a (p%) and b (q%) that make 100%"
MAKES = (_NAME,)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every such row."""
    known = page.once(People)
    for sentence in page.sentences:
        if len(sentence.tokens) > 3:
            yield from _hundred(sentence, known)


def _hundred(sentence: Sentence, known: People) -> Iterator[Proposal]:
    """Counts in a row whose percentages make 100, so that they are all parts of one whole."""
    for row in _rows(sentence):
        first = 0
        while first < len(row) - 1:
            together, most, ends = 0.0, 0.0, 0
            for end, figure in enumerate(row[first:], first + 1):
                together += figure.value.value
                most += _ROUNDED * unit(figure.value)
                ends = end if end > first + 1 and abs(together - 100) <= most else ends
            if ends and not _overlaps(row, first, ends):
                yield from _made(sentence, row[first:ends], known)
            first = ends or first + 1


def _overlaps(row: Sequence[Figure], first: int, ends: int) -> bool:
    """Whether as many of those from the second on make 100 as well, so that either may be the parts."""
    others = row[first + 1 : ends + 1]
    most = sum(_ROUNDED * unit(figure.value) for figure in others)
    return ends < len(row) and abs(sum(figure.value.value for figure in others) - 100) <= most


def _rows(sentence: Sentence) -> Iterator[list[Figure]]:
    """Neighbouring shares that may be of one whole: near, of no two totals, and not compared with each other."""
    row: list[Figure] = []
    total: float | None = None
    for figure in sentence.printed.figures:
        if figure.count is None or figure.doubt is not None:
            continue
        if figure.total is None and _OF_ANOTHER.match(sentence.page.low, figure.tokens[-1].end, sentence.end):
            # ``16 (40%) of the 40 men and 12 (60%) of the 20 women``
            continue
        own = figure.total.value if figure.total is not None else None
        words = sentence.page.low[row[-1].tokens[-1].end : figure.tokens[0].start] if row else ""
        if len(words) > _FARTHEST or _COMPARED.search(words) or (None not in (own, total) and own != total):
            yield row
            row, total = [], None
        row.append(figure)
        total = own if total is None else total
    yield row


def _made(sentence: Sentence, row: Sequence[Figure], known: People) -> Iterator[Proposal]:
    counts = [each.count for each in row if each.count is not None]
    if row[0].total is not None:
        yield from wholes.proposals(sentence, row[0].total, counts, _NAME)
    elif any(each.total is not None for each in row):
        # ``16 (80%) took part, 4 (20%) of these 16 twice``
        return
    elif (chosen := _fitting(row[0], known.in_front(sentence, counts[0].start))) is not None:
        yield from wholes.proposals(sentence, chosen, counts, _NAME, "their whole is chosen among those in front")


def _fitting(figure: Figure, sizes: Sequence[Group]) -> Token | None:
    """The number in front that the first of the parts is its percentage of."""
    number = figure.count.value if figure.count is not None else 0
    return next((size.token for size in sizes if fits(number, size.size, figure.value)), None)
