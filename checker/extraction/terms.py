"""The words around a figure in one form: abbreviations as the paper defines them, plurals, spellings, times."""

import re
from collections.abc import Iterator

from checker.extraction.sentences import Page
from checker.extraction.times import TIME, months
from checker.numerals import UNITS_WORDS

_WORD = re.compile(r"[a-zα-ω][a-z0-9α-ω']{0,40}|[0-9]{1,6}|≥|≤|>|<|\+")
_NUMBERS = {word: str(number) for word, number in UNITS_WORDS.items()}
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
        self.short = {tuple(long.split()): short for long, short in _KNOWN.items()} | dict(_abbreviations(page))
        self.longest = max(len(words) for words in self.short)
        self.first = {words[0] for words in self.short}

    def words(self, start: int, end: int) -> tuple[str, ...]:
        """The words of a stretch of text that carry content; a time as ``t12``, in months."""
        text = TIME.sub(_time, self.page.low[start:end])
        found = [_NUMBERS.get(word, word) for word in _WORD.findall(text)]
        return tuple(word for word in map(_single, self._abbreviated(found)) if word not in _STRUCTURE)

    def _abbreviated(self, words: list[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            length = self._defined(words, at) if words[at] in self.first else 1
            name = words[at] if length == 1 else self.short[tuple(words[at : at + length])]
            at += length
            # The abbreviation may stand right behind what it stands for.
            if length == 1 or at == len(words) or words[at] != name:
                yield name

    def _defined(self, words: list[str], at: int) -> int:
        """How many words an abbreviation stands for; one where none does."""
        lengths = range(min(self.longest, len(words) - at), 1, -1)
        return next((length for length in lengths if tuple(words[at : at + length]) in self.short), 1)


def _abbreviations(page: Page) -> Iterator[tuple[tuple[str, ...], str]]:
    """What the paper abbreviates, as words, and the abbreviation."""
    for number, found in enumerate(_DEFINED.finditer(page.text)):
        if number == _MOST:
            return
        name = found["name"].lower()
        letters = re.sub(r"[^a-z]", "", name)
        before: list[str] = _WORD.findall(page.low[max(0, found.start() - 100) : found.start()])
        for length in range(2, min(len(before), len(letters) + 3) + 1):
            if _spells(before[-length:], letters):
                yield tuple(before[-length:]), name
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
