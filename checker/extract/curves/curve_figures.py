"""The figures of a sentence about survival: percentages, times, and medians that were not reached."""

import re
from collections.abc import Iterator

import msgspec

from checker.extract.drafts import reported
from checker.extract.intervals import Interval, intervals
from checker.extract.numbers import Token
from checker.extract.sentences import Sentence
from checker.kinds import TimeUnit
from checker.model import Reported

COUNT = r"(?:[0-9]{1,3}|one|two|three|four|five|six|eight|ten)"
SEVERAL_TIMES = re.compile(
    rf"\b{COUNT}(?:-|-? ?(?:years?|months?))?(?:,? ?(?:and|or|to|/|,|-|;) ?(?:and )?{COUNT}"
    r"(?:-(?!y|m)|-? ?(?:years?|months?))?){1,3}"
)
_AT_TIMES = re.compile(rf"\b(?:at|after) (?:both )?{SEVERAL_TIMES.pattern}")
_PAIR = re.compile(r" (?:and|vs\.?|versus|v) ")
_NOT_REACHED = re.compile(
    r"\b(?:not(?: yet)?(?: been)?|never|un)[ -]?(?:reached|attained|achieved)(?: \(nr\))?|"
    r"(?<![-(])(?<!- )(?<!to )\bnr\b"
)
_TO_NUMBER = re.compile(
    r" ?(?:months?|mos?\.?|years?|days?|weeks?)? ?[(,;] ?(?:95 ?% ?)?(?:ci|confidence interval)[ :,=(]{0,3}"
    r"(?P<lower>[0-9.]{1,6})?[^0-9.;)]{0,12}?(?: ?(?:to|-{1,2}|,) ?)"
    r"(?:nr|n/?a|n/?e|not[ -](?:yet )?(?:reached|estimable|estimated|evaluable|available|reach)|infinity|∞)"
)
_UNITS: dict[str, TimeUnit] = {"day": "days", "week": "weeks", "month": "months", "year": "years"}


class Figure(msgspec.Struct):
    """A figure with its interval: a percentage, a time, or a median that was not reached."""

    start: int
    end: int
    token: Token | None
    lower: Reported | None
    upper: Reported | None
    unit: TimeUnit
    percent: bool


def figures(sentence: Sentence) -> Iterator[Figure]:
    """The percentages, times and unreached medians of a sentence in order; limits belong to their figure."""
    low = sentence.page.low
    found: list[Figure] = []
    limits: dict[int, Interval] = {}
    taken: set[int] = set()
    for interval in intervals(sentence):
        taken.update((interval.lower.start, interval.upper.start))
        if interval.estimate is not None:
            limits[interval.estimate.start] = interval
    for listed in _AT_TIMES.finditer(low, sentence.start, sentence.end):
        taken.update(token.start for token in sentence.page.within(listed.start(), listed.end()))
    for index, token in enumerate(sentence.tokens):
        if token.start in taken:
            continue
        told = token
        if token.unit is None and index + 1 < len(sentence.tokens) and _PAIR.fullmatch(sentence.gap(index)):
            told = sentence.tokens[index + 1]
        unit = _UNITS.get((told.unit or "").rstrip("s"))
        if not told.percent and unit is None:
            continue
        if unit and re.search(r"(?:\bat|after|than|within|every|for|to|-)(?: a)? $", sentence.before(token, 10)):
            continue
        known = limits.get(token.start)
        lower, upper, end = None, None, token.end
        if known is not None and known.level.value == 95:
            lower, upper = reported(known.lower), reported(known.upper)
            end = known.upper.end
        elif unit and (opened := _TO_NUMBER.match(low, token.end, sentence.end)):
            taken.update(other.start for other in sentence.tokens if token.end <= other.start < opened.end())
            lower = Reported(opened["lower"]) if opened["lower"] and _is_number(opened["lower"]) else None
            end = opened.end()
        found.append(Figure(token.start, end, token, lower, upper, unit or "months", told.percent))
    for unreached in _NOT_REACHED.finditer(low, sentence.start, sentence.end):
        if not any(figure.start <= unreached.start() < figure.end for figure in found):
            opened = _TO_NUMBER.match(low, unreached.end(), sentence.end)
            lower = Reported(opened["lower"]) if opened and opened["lower"] and _is_number(opened["lower"]) else None
            end = opened.end() if opened else unreached.end()
            found.append(Figure(unreached.start(), end, None, lower, None, "months", False))
    yield from sorted(found, key=lambda figure: figure.start)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[0-9]{1,4}(?:\.[0-9]{1,2})?", text) is not None
