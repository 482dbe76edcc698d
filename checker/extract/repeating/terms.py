"""The words around a figure in one form: abbreviations as the paper defines them, plurals, spellings, times."""

import re
from collections.abc import Iterator

from checker.extract.curves.times import TIME, months
from checker.extract.repeating.mentions import Mention
from checker.extract.sentences import Page

# Where the words behind a figure stop to be about it.
_STOP = re.compile(r"[.;,()]|\b(?:and|but|while|whereas|vs|versus|compared|than|or|respectively|including)\b")
_WORD = re.compile(r"[a-zα-ω][a-z0-9α-ω']{0,40}|[0-9]{1,6}|≥|≤|>|<|\+")
_NUMBERS = {word: str(at) for at, word in enumerate("zero one two three four five six seven eight nine ten".split())}
# Words that carry no content of a quantity.
_STRUCTURE = frozenset(
    "the a an of was were is are had have has been be being did do in at for with to from by on and or that this these "
    "those which who whom whose it its their our we there as so rate rates value values estimated estimate "
    "observed found showed shown reported reached achieved remained overall respectively also both were "
    "however moreover furthermore notably accordingly finally thus only more".split()
)
_DEFINED = re.compile(r"[(\[](?P<name>[A-Z][A-Za-z0-9/-]{1,9})(?=[)\];,:])")
_KNOWN = {
    "overall survival": "os", "progression free survival": "pfs", "event free survival": "efs",
    "disease free survival": "dfs", "relapse free survival": "rfs", "overall response": "orr",
    "hazard ratio": "hr", "odds ratio": "or", "relative risk": "rr", "risk ratio": "rr",
    "confidence interval": "ci", "interquartile range": "iqr",
}  # fmt: skip
# A paper defines a few dozen; more are no abbreviations.
_MOST = 200


class Vocabulary:
    """The words of a paper in one form: its abbreviations for what they stand for, plurals, spellings, times."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.short = dict(_abbreviations(page))
        self.longest = max((len(words) for words in self.short), default=0)
        self.first = {words[0] for words in self.short}

    def lead(self, mention: Mention) -> tuple[str, ...]:
        """The words in front of a figure, back to the figure before it; of a cell, its heads."""
        if mention.heads:
            return tuple(word for head in mention.heads for word in self.words(head.start, head.end))
        return self.words(mention.before, mention.start)

    def trail(self, mention: Mention) -> tuple[str, ...]:
        """The words behind a figure, up to the end of the clause."""
        stop = _STOP.search(self.page.low, mention.end, mention.behind)
        return self.words(mention.end, stop.start() if stop else mention.behind)

    def words(self, start: int, end: int) -> tuple[str, ...]:
        """The words of a stretch of text that carry content."""
        text = TIME.sub(_time, self.page.low[start:end])
        found = [_NUMBERS.get(word, word) for word in _WORD.findall(text)]
        found = [_single(word) for word in self._abbreviated(found)]
        return tuple(word for word in found if word not in _STRUCTURE)

    def _abbreviated(self, words: list[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            if words[at] in self.first:
                for length in range(min(self.longest, len(words) - at), 1, -1):
                    name = self.short.get(tuple(words[at : at + length]))
                    if name is not None:
                        if at + length >= len(words) or words[at + length] != name:
                            yield name
                        at += length
                        break
                else:
                    yield words[at]
                    at += 1
            else:
                yield words[at]
                at += 1


def _abbreviations(page: Page) -> Iterator[tuple[tuple[str, ...], str]]:
    """What the paper abbreviates, as words, and the abbreviation."""
    for long, short in _KNOWN.items():
        yield tuple(long.split()), short
    for number, found in enumerate(_DEFINED.finditer(page.text)):
        if number == _MOST:
            return
        name = found["name"].lower()
        letters = re.sub(r"[^a-z]", "", name)
        before: list[str] = _WORD.findall(page.low[max(0, found.start() - 100) : found.start()])
        for length in range(2, min(len(before), len(letters) + 3) + 1):
            words = before[-length:]
            if _spells(words, letters):
                yield tuple(words), name
                break


def _spells(words: list[str], letters: str) -> bool:
    """Whether an abbreviation is made of letters of these words, in order, the first of each word or of two."""
    if not letters or words[0][0] != letters[0]:
        return False
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
            inside = 1
            while at < len(letters) and (found := word.find(letters[at], inside)) > 0 and len(words) < len(letters):
                at, inside = at + 1, found + 1
    return at == len(letters)


def _time(found: re.Match[str]) -> str:
    return f" t{months(found)} "


def _single(word: str) -> str:
    """A word in the singular, as spelt in America."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and word[-2] not in "sui":
        word = word[:-1]
    return word.replace("isation", "ization").replace("ised", "ized").replace("our", "or") if len(word) > 5 else word
