"""Medians and means with their range, quartiles or interval, and limits that have two names in one paper."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from checker.document import Span
from checker.extract.arithmetic import ordered
from checker.extract.drafts import Drafts, reported
from checker.extract.intervals import is_p
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.kinds import Mention, Repeat, Summary
from checker.model import Places, Reported

_STATISTIC = re.compile(r"\b(?P<name>median|mean|average)s?\b(?P<words>[^0-9;]{0,70})$")
# The name of the limits in front of the value: ``median (IQR) age 62 (54-70)``.
_HEADED = re.compile(
    r"\b(?P<name>median|mean|average)s? ?\( ?(?P<limits>iqr|inter-?quartile range|range) ?\)[^0-9;()]{0,70}$"
)
_ONLY_BRACKET = re.compile(r" ?(?:years?|months?|weeks?|days?|hours?|minutes?|%|[a-z]{1,6})? ?\( ?")
# From the limits of one value to the next of the same list.
_NEXT = re.compile(r"[^.;0-9]{0,70}?(?:,|and|vs\.?|versus|compared with)(?: and)?(?: [a-z]{2,12}){0,3} $")
_LIMITS = re.compile(r"[ ]?(?:%|[a-z]{1,10})?[ ]?(?:--?|to|,|;|~|and)[ ]?")
# Between the value and its limits: a unit, a bracket or comma, and what the limits are.
_UNIT = r"(?:years?(?: old)?|months?|weeks?|days?|hours?|minutes?|min|points?|%|[a-z][a-z0-9/.^]{0,10})?[ ]?(?:of age)?"
_NAME = re.compile(
    rf"[ ]?{_UNIT}[ ]?[,;:(]{{1,2}}[ ]?"
    r"(?:(?P<iqr>iqr|inter-?quartile (?:range|interval)|25th.{0,12}75th percentiles?|q1.{0,4}q3|quartiles)"
    r"|(?P<ci>(?P<level>[89][0-9](?:\.[0-9])?)[ ]?%[ ]?(?:ci|c\.i\.|confidence (?:interval|limits))(?: ?\(ci\))?)"
    r"|(?P<range>range|min.{0,4}max|ranging))[ ]?(?:=|:|,|from|of|was)?[ ]?"
)
_LABELS = {"iqr": "IQR", "ci": "CI", "range": "range"}


class Limits(msgspec.Struct):
    """A value with two limits, and what the limits are called."""

    sentence: Sentence
    value: Token
    lower: Token
    upper: Token
    name: Literal["iqr", "ci", "range"]
    level: str


def find(page: Page, drafts: Drafts) -> None:
    """Add claims for medians and means with limits, and for limits that are called two things."""
    found = [limits for sentence in page.sentences for limits in with_limits(sentence)]
    previous: tuple[Limits, str] | None = None
    for limits in found:
        previous = _summary(limits, drafts, previous)
    _two_names(page, found, drafts)


def with_limits(sentence: Sentence) -> Iterator[Limits]:
    """The values of a sentence that are printed with two named limits."""
    tokens = sentence.tokens
    for index in range(len(tokens) - 2):
        value, one, other = tokens[index : index + 3]
        name = _NAME.fullmatch(sentence.gap(index)) or _headed(sentence, index)
        if name is None or not _LIMITS.fullmatch(sentence.gap(index + 1)) or is_p(sentence, value):
            continue
        if any(token.comparator not in ("=", "~") for token in (value, one, other)):
            continue
        lower, upper = ordered(one, other)
        if isinstance(name, str):
            yield Limits(sentence, value, lower, upper, "range" if name == "range" else "iqr", "95")
            continue
        kind: Literal["iqr", "ci", "range"] = "iqr" if name["iqr"] else "ci" if name["ci"] else "range"
        yield Limits(sentence, value, lower, upper, kind, name["level"] or "95")


def _headed(sentence: Sentence, index: int) -> str | None:
    """What limits in brackets are called, where that stands in front of their value."""
    value, _, upper = sentence.tokens[index : index + 3]
    if not _ONLY_BRACKET.fullmatch(sentence.gap(index)) or not sentence.after(upper, 2).lstrip().startswith(")"):
        return None
    begin = max(sentence.start, sentence.tokens[index - 1].end if index else 0, value.start - 100)
    found = _HEADED.search(sentence.page.low, begin, value.start)
    return found["limits"] if found else None


def _summary(limits: Limits, drafts: Drafts, previous: tuple[Limits, str] | None) -> tuple[Limits, str] | None:
    """Add the claim; the limits and their statistic for the next member of a list."""
    sentence = limits.sentence
    at = sentence.tokens.index(limits.value)
    begin = max(sentence.start, sentence.tokens[at - 1].end if at else 0, limits.value.start - 90)
    found = _STATISTIC.search(sentence.page.low, begin, limits.value.start)
    name = found["name"] if found else _carried(limits, previous)
    if name is None or limits.lower.start in sentence.page.used:
        return None
    if limits.value.value > 0 > limits.upper.value:
        # ``a mean decrease of 2.86 (-5.3 to -0.4)``: the word has the sign.
        return None
    pair = (reported(limits.lower), reported(limits.upper))
    sentence.page.used.update(token.start for token in (limits.value, limits.lower, limits.upper))
    drafts.add(
        Summary,
        sentence,
        [limits.value, limits.lower, limits.upper],
        statistic="median" if name == "median" else "mean",
        value=reported(limits.value),
        quartiles=pair if limits.name == "iqr" else None,
        range=pair if limits.name == "range" else None,
        interval=pair if limits.name == "ci" else None,
        level=Reported(limits.level),
    )
    return limits, name


def _carried(limits: Limits, previous: tuple[Limits, str] | None) -> str | None:
    """The statistic of the list that a value continues: ``10.7 months (95% CI 1.8-28.5) and 8.9 months (...)``."""
    if previous is None or previous[0].sentence is not limits.sentence or previous[0].name != limits.name:
        return None
    last = max(previous[0].lower, previous[0].upper, key=lambda token: token.start)
    between = limits.sentence.between(last, limits.value)
    return previous[1] if len(between) <= 90 and _NEXT.fullmatch(between) else None


def _two_names(page: Page, found: list[Limits], drafts: Drafts) -> None:
    """One value with the same limits in two places, an interval in one and quartiles or a range in the other."""
    first: dict[tuple[str, str, str], Limits] = {}
    for limits in found:
        if limits.lower.decimals + limits.upper.decimals == 0:
            # Whole numbers agree by chance too easily.
            continue
        key = (limits.value.canonical, limits.lower.canonical, limits.upper.canonical)
        earlier = first.setdefault(key, limits)
        if earlier.name == limits.name or earlier.sentence.index == limits.sentence.index:
            continue
        drafts.add(
            Repeat,
            limits.sentence,
            [limits.value, limits.upper],
            mentions=tuple(
                Mention(
                    figures=(each.lower.canonical, each.upper.canonical),
                    at=Places([page.document.place(Span(each.lower.start, each.upper.end))]),
                    label=_LABELS[each.name],
                )
                for each in (earlier, limits)
            ),
        )
