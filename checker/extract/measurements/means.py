"""Means with their standard deviation or standard error: ``12.4 (SD 3.1)``, ``12.4 ± 3.1``, ``mean (SE) 12.4 (0.5)``.

Whether a plus-minus sign stands before a standard deviation or a standard error, the words beside it tell, or else
the paper's own (``values are mean ± SEM``), where it has one way only; or nobody does.
"""

import functools
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence

Spread = Literal["sd", "se"]

_SD = r"s\.?d\.?s?|std\.?(?: ?dev(?:iation)?\.?)?|st\.? ?dev\.?|standard[ -]deviations?"
_SE = r"s\.?e\.?m?\.?|standard[ -]errors?(?: of (?:the )?means?)?|std\.? ?err(?:or)?\.?"
LABEL = rf"(?<![a-z])(?:(?P<sd>{_SD})|(?P<se>{_SE}))(?![a-z])(?: ?\((?:s\.?d\.?|s\.?e\.?m?\.?)\))?"
PLUS_MINUS = r"(?:±|\+/-|\+-|-/\+)"
# Up to three words of measure: ``mg/dl``, ``ml per minute``.
UNIT = (
    r"(?:[ ]?(?!(?:vs|versus|and|to|or|than|in|of|for|with|was|were|from|by|but|compared)\b)"
    r"(?:%|[a-z°²/][a-z0-9²³°/.%*^-]{0,14})){0,3}"
)
# From a value to its spread.
_SIGNED = re.compile(rf"{UNIT}[ ]?[,(]?[ ]?(?:{LABEL}[ ]?=?)?[ ]?{PLUS_MINUS}[ ]?")
_SIGNED_LABEL = re.compile(rf"{UNIT}[ ]?\(?[ ]?{PLUS_MINUS}[ ]?\(?{LABEL}\)?[ ]?=?[ ]?")
LABELLED = re.compile(
    rf"{UNIT}[ ]?(?:of age|old)?[ ]?\)?(?:(?P<open>\()|[,;:]|[ ]with an?)[ ]?{LABEL}[ ]?"
    rf"(?:=|:|of|was|(?(open),|=))?[ ]?{PLUS_MINUS}?[ ]?"
)
_EQUATED = re.compile(rf"{UNIT}[ ]?{LABEL}[ ]?=[ ]?")
BRACKETED = re.compile(rf"{UNIT}[ ]?\([ ]?")
# What a sentence or a table says of the figures that follow.
HEADER = re.compile(
    rf"\b(?:means?|averages?|values?)\b[^0-9.;]{{0,50}}?(?:[(,/]|and|{PLUS_MINUS})[ ]?\(?[ ]?{PLUS_MINUS}?[ ]?{LABEL}"
)
_LABEL_BEHIND = re.compile(
    rf"{UNIT}[ ]?\)?[ ,]{{0,2}}\(?[ ]?(?:(?:values? (?:are )?)?means?[ ]?)?{PLUS_MINUS}?[ ]?{LABEL}[ ]?[);,.]"
)
_SIZE_BEHIND = re.compile(rf"{UNIT}[ ]?\)?[ ,;:(]{{0,3}}n[ ]?[=:][ ]?")
# One of these is in any text that prints a spread: a search for each is faster than one for their pattern.
_MARKS = (
    "±", "+/-", "+-", "-/+", "sd", "s.d", "sem", "s.e.", "(se", " se ", " se=", "standard dev", "standard err",
    "standard-", "std", "st. dev", "st dev",
)  # fmt: skip
# A bracket behind a value that a header speaks of is a spread only in the style of the header.
_LINK = re.compile(r"[^.;0-9]{0,90}")
_NO_DATA = frozenset(("citation", "identifier", "figure number", "ordinal", "level"))
# ``9 years 10 months``, ``6 ft 2 in``: one value in two numbers.
_COMPOUND = re.compile(r"[ ]?(?:years?|yrs?|months?|weeks?|ft|h|hours?|min)[ ](?:and[ ])?")


class Printed(msgspec.Struct):
    """A mean and its spread: a standard deviation or standard error as ``kind`` says, None where nobody says."""

    value: Token
    spread: Token
    kind: Spread | None


class Mean(Printed, kw_only=True):
    """A mean and its spread in a sentence.

    ``stated``: whether the words beside the figures say what the spread is. ``numbers``: those of the
    sentence; ``position``: that of the spread among them. ``size``: the number of values, where it is printed there.
    """

    sentence: Sentence
    stated: bool
    numbers: list[Token]
    position: int
    size: Token | None = None


def numbers(sentence: Sentence) -> list[Token]:
    """The numbers of a sentence that may be means or spreads: those behind a plus-minus sign and ages too."""
    found = sentence.page.within(sentence.start, sentence.end)
    return [token for token in found if token.reason not in _NO_DATA and token.canonical]


def means(page: Page) -> list[Mean]:
    """Every mean of the running text that is printed with its spread."""
    marks = [mark for mark in _MARKS if mark in page.low]
    if not marks:
        return []
    paper = of_paper(page)
    found: list[Mean] = []
    for sentence in page.sentences:
        low = sentence.low
        if any(mark in low for mark in marks):
            found += _of_sentence(sentence, paper)
    return found


def of_paper(page: Page) -> Spread | None:
    """What a paper says of its plus-minus signs, where it says one thing only."""
    return _of_text(page.low)


@functools.lru_cache(maxsize=1)
def _of_text(low: str) -> Spread | None:
    kinds = {kind_of(header) for header in HEADER.finditer(low)}
    return kinds.pop() if len(kinds) == 1 else None


def marks_spread(gap: str) -> re.Match[str] | None:
    """Whether what stands between two numbers says that the second is the spread of the first."""
    return _SIGNED.fullmatch(gap) or _SIGNED_LABEL.fullmatch(gap) or LABELLED.fullmatch(gap) or _EQUATED.fullmatch(gap)


def kind_of(found: re.Match[str]) -> Spread:
    """Which spread a label names."""
    return "sd" if found["sd"] else "se"


def _of_sentence(sentence: Sentence, paper: Spread | None) -> Iterator[Mean]:
    low = sentence.page.low
    tokens = numbers(sentence)
    headers = [(found.end(), kind_of(found)) for found in HEADER.finditer(low, sentence.start, sentence.end)]
    last: Mean | None = None
    position = 0
    while position < len(tokens) - 1:
        value = tokens[position]
        header = next((kind for end, kind in reversed(headers) if end <= value.start), None)
        style = header or (last.kind if last is not None and last.stated else None)
        made = _read(sentence, tokens, position, style, last)
        if made is None:
            position += 1
            continue
        if made.kind is None:
            made.kind, made.stated = (header, True) if header else (paper, False)
        made.size = _size(sentence, tokens, position + 1)
        yield made
        last = made
        position += 2


def _read(
    sentence: Sentence, tokens: list[Token], position: int, style: Spread | None, last: Mean | None
) -> Mean | None:
    """The mean at a position, if it is one; ``style``: what the words before say of spreads in brackets."""
    value, spread = tokens[position : position + 2]
    low = sentence.page.low
    gap = low[value.end : spread.start]
    if len(gap) > 60 or not _may_be(value, spread) or low[value.start - 2 : value.start] == "- ":
        return None
    if position and _COMPOUND.fullmatch(low, tokens[position - 1].end, value.start):
        return None
    marked = marks_spread(gap)
    if marked:
        kind = kind_of(marked) if marked["sd"] or marked["se"] else None
        if kind is None:
            behind = _LABEL_BEHIND.match(low, spread.end, min(sentence.end, spread.end + 70))
            kind = kind_of(behind) if behind else None
        return Mean(
            value, spread, kind, sentence=sentence, stated=kind is not None, numbers=tokens, position=position + 1
        )
    if style is None or not BRACKETED.fullmatch(gap) or low[spread.end : spread.end + 2].strip()[:1] not in (")", ";"):
        return None
    if spread.unit == "%" and value.unit != "%":
        return None
    if value.decimals + spread.decimals == 0:
        # ``mean (SD) age 62 (8) and 15 (30) were men``: whole numbers only where nothing but a link stands between.
        begin = last.spread.end if last is not None else max(sentence.start, value.start - 90)
        if not _LINK.fullmatch(low, begin, value.start):
            return None
    return Mean(value, spread, style, sentence=sentence, stated=True, numbers=tokens, position=position + 1)


def _may_be(value: Token, spread: Token) -> bool:
    plain = value.comparator in ("=", "~") and spread.comparator == "="
    return plain and "word" not in (value.kind, spread.kind) and value.kind != "spread" and spread.value >= 0


def _size(sentence: Sentence, tokens: list[Token], position: int) -> Token | None:
    """The number of values printed right behind a figure: ``12.4 (SD 3.1, n = 40)``."""
    if position + 1 >= len(tokens) or not tokens[position + 1].countable:
        return None
    gap = sentence.page.low[tokens[position].end : tokens[position + 1].start]
    return tokens[position + 1] if _SIZE_BEHIND.fullmatch(gap) else None
