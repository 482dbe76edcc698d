"""A figure that is ranked against others, with its spread: ``6 (17%)``, ``13.6 (5.2) min``, ``3.1 ± 2.5``."""

import re

import msgspec

from checker.extract import phrases
from checker.extract.intervals import is_p
from checker.extract.numbers import Token
from checker.extract.sentences import Sentence
from checker.extract.vocabulary import MEASURES

_NUMBER = r"[0-9]{1,6}(?:,[0-9]{3}){0,2}(?:\.[0-9]{1,4})?"
_UNITS = "|".join(sorted((unit for unit in MEASURES if unit.isalpha()), key=len, reverse=True))
# Behind a figure: its spread, its unit, and a bracket with its interval, deviation or counts. Any other word, there
# or in the bracket, may name a group.
_TAIL = re.compile(
    rf"(?: ?(?:±|\+/-|\+-) ?{_NUMBER} ?%?)?"
    rf"(?: ?(?:[a-z²°%]{{1,12}}/[a-z0-9²]{{1,6}}(?:/[a-z0-9²]{{1,6}})?|{_UNITS}|mm hg|torr|ohms?|"
    r"points?|patients|cases|subjects)"
    r"(?= ?[(),;.]| v| c))?"
    r"(?: ?\( ?(?:(?:sd|sem?|iqr|range|n|95 ?% ci|ci|±|\+/-)[ =:,±]{0,3})?[-.0-9][^()]{0,50}\))?"
)


class Figure(msgspec.Struct, frozen=True):
    """A figure with its spread, and where that ends."""

    token: Token
    first: int
    next: int
    end: int
    counted: bool


def figure_at(sentence: Sentence, index: int) -> Figure | None:
    """The figure that begins at a position: a value with its spread, or the percentage of a count."""
    tokens = sentence.tokens
    low = sentence.page.low
    token = tokens[index]
    at = index
    closing = ""
    for ahead in (1, 2):
        if token.percent or index + ahead >= len(tokens) or not token.countable:
            break
        share = tokens[index + ahead]
        if not share.percent or not re.fullmatch(
            r" ?(?:[a-z]{3,15} ?){0,2}\( ?", low[tokens[index + ahead - 1].end : share.start]
        ):
            continue
        if ahead == 2 and not phrases.OF_GAP.fullmatch(sentence.gap(index)):
            continue
        closing = low[share.end : share.end + 2]
        if ")" in closing:
            at = index + ahead
            break
    token = tokens[at]
    if token.comparator != "=" or token.value < 0 or token.reason is not None or is_p(sentence, token):
        return None
    end = token.end if at == index else token.end + closing.index(")") + 1
    tail = _TAIL.match(low, end, sentence.end)
    inside = low[end : tail.end()] if tail else ""
    end += len(inside)
    following = at + 1
    while following < len(tokens) and tokens[following].start < end:
        following += 1
    # ``12 (8)`` may be a number and its percentage; ``12/40`` is a share left to the reader.
    counted = token.unit is None and token.decimals == 0 and following > at + 1 and "sd" not in inside
    if low[end : end + 1] == "/" or (
        following < len(tokens) and phrases.OF_GAP.fullmatch(low[end : tokens[following].start])
    ):
        counted = True
    return Figure(token, index, following, end, counted)
