"""Counts with a percentage whose denominator stands elsewhere: ``n (p%)``, ``n = 36, 83.7%``."""

import re

import msgspec

from checker.extract import phrases
from checker.extract.arithmetic import fits, nearly
from checker.extract.drafts import Drafts, count, reported
from checker.extract.numbers import Token
from checker.extract.populations import PEOPLE, STATED, Populations, Size
from checker.extract.sentences import Page, Sentence
from checker.model import Proportion

_AFTER_COUNT = re.compile(rf"{phrases.WORDS}{phrases.OPEN}|, ?(?:or )?")
# Between ``of the 96`` and a figure, words that start a smaller group.
_NESTED = re.compile(
    r"of whom|of which|of these|of those|of them|among them|among these|among those|including|included|whose|"
    r"responders|remaining|rest|others?\b|respectively|subgroup|in the .{0,30}(?:group|arm)|latter|former|each|\bboth\b"
)
_OTHER_THINGS = re.compile(
    r"increase|decrease|reduc|improv|declin|change|sensitiv|specific|accura|event|episode|specimen|sample|lesion|site"
)
_LEAST_RECONCILED = 2


class Figure(msgspec.Struct):
    """A count and its percentage."""

    sentence: Sentence
    count: Token
    percent: Token
    size: Size | None = None


def find(page: Page, drafts: Drafts, populations: Populations) -> None:
    """Add a claim for every count with a percentage but no denominator of its own."""
    figures = [figure for sentence in page.sentences for figure in _figures(sentence)]
    for figure in figures:
        figure.size = _fitting(figure, populations)
    weighted = phrases.WEIGHTED.search(page.low) is not None
    for figure in figures:
        name = None
        size = figure.size
        if size is None and not weighted:
            size = _governing(figure, figures, populations)
        if size is not None:
            name = populations.declare(size, drafts)
        page.used.update((figure.count.start, figure.percent.start))
        drafts.add(
            Proportion,
            figure.sentence,
            [figure.count, figure.percent],
            count=count(figure.count),
            of=name,
            percent=reported(figure.percent),
        )
        if size is not None:
            page.shares[figure.percent.start] = (figure.count, size.token)


def _figures(sentence: Sentence) -> list[Figure]:
    found = []
    used = sentence.page.used
    tokens = sentence.tokens
    for index in range(len(tokens) - 1):
        number, percent = tokens[index], tokens[index + 1]
        if (
            not number.countable
            or not percent.percent
            or number.start in used
            or percent.start in used
            or number.comparator != "="
            or percent.value > 100
        ):
            continue
        gap = sentence.gap(index)
        if not _AFTER_COUNT.fullmatch(gap):
            continue
        if gap.startswith(",") and not re.search(r"\bn ?= ?$", sentence.before(number, 6)):
            continue
        following = sentence.after(percent, 24)
        if not re.match(r" ?(?:\)|;|,)", following) and not gap.startswith(","):
            continue
        if re.search(r"[-/]$|±|\bto $", sentence.before(number, 4)) or following.lstrip(" )").startswith(("/", "-")):
            continue
        found.append(Figure(sentence, number, percent))
    return found


def _fitting(figure: Figure, populations: Populations) -> Size | None:
    """The likeliest stated size of which the count makes the percentage."""
    for size in populations.before(figure.sentence, figure.count.start):
        if (
            size.value >= figure.count.value
            and size.token is not figure.count
            and fits(figure.count.value, size.value, figure.percent)
        ):
            return size
    return None


def _governing(figure: Figure, figures: list[Figure], populations: Populations) -> Size | None:
    """The size that the text says the count is of, though it does not fit; None unless the text is plain.

    Either the sentence itself says ``of the N``, or at least two other figures around belong to one size.
    """
    sentence = figure.sentence
    low = sentence.page.low
    for size in populations.before(sentence, figure.count.start):
        if size.sentence != sentence.index or size.token.start > figure.count.start:
            break
        if size.rank != STATED or size.value <= figure.count.value:
            continue
        between = low[size.token.end : figure.count.start]
        if _NESTED.search(between) or _OTHER_THINGS.search(between) or len(between) > 200:
            return None
        return size if _plain(figure, size) else None
    around = [
        other.size
        for other in figures
        if other is not figure and other.size is not None and abs(other.sentence.index - sentence.index) <= 1
    ]
    sizes = {size.value for size in around}
    if len(around) < _LEAST_RECONCILED or len(sizes) != 1:
        return None
    size = around[0]
    words = low[sentence.start : figure.count.start]
    if size.rank > PEOPLE or _NESTED.search(words) or size.value <= figure.count.value:
        return None
    return size if _plain(figure, size) else None


def _plain(figure: Figure, size: Size) -> bool:
    """Whether nothing innocent explains the misfit: no missing values, no whole made of several counts."""
    if nearly(figure.count.value, size.value, figure.percent):
        return True
    if figure.percent.value <= 0 or figure.percent.comparator != "=":
        return False
    implied = 100 * figure.count.value / figure.percent.value
    return not 0.85 * size.value <= implied < size.value
