"""Standard deviations and standard errors behind their mean.

Which of the two a plus-minus sign or a bracket stands for is told by the words beside it, or by those in front of the
list (``mean (SD) age 62.1 (8.4)``), or else by the paper's own (``values are mean ± SEM``), where it has one way only.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from checker.extraction import literals
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.numbers import Token
from checker.extraction.outline import ANY, Outline, characters
from checker.extraction.phrases import NAMED

SpreadName = Literal["sd", "se"]

_A = characters("A")
_LABEL, _UNITS, _SIGN = (NAMED[name] for name in ("spread_label", "units", "plus_minus"))
# What a sentence, a paper or a table says of the figures that follow.
_HEADER = re.compile(
    rf"\b(?:means?|averages?|values?)\b[^0-9.;{ANY}]{{0,50}}?(?:[(,/]|and|{_SIGN})[ ]?\(?[ ]?{_SIGN}?[ ]?{_LABEL}"
)
# A list in which the first member has the words: ``12.4 (SD 3.1), 10.2 (2.9)``.
_FIRST = re.compile(rf"{_LABEL}[ ]?[=:,]?[ ]?{_SIGN}?[ ]?(?=[{ANY}])")
_LABEL_BEHIND = re.compile(
    rf"{_UNITS}[ ]?\)?[ ,]{{0,2}}\(?[ ]?(?:(?:values? (?:are )?)?means?[ ]?)?{_SIGN}?[ ]?{_LABEL}(?=[ ]?[);,.])"
)
# From a header to a figure in its style, past others of them.
_LIST = re.compile(rf"(?:[^{ANY}.;]{{0,90}}[{_A}][^{ANY}.;]{{0,30}}[{ANY}])*[^{ANY}.;]{{0,90}}")
# ``9 years 10 months``, ``6 ft 2 in``: one value in two numbers.
_COMPOUND = re.compile(rf"[{_A}][ ]?(?:years?|yrs?|months?|weeks?|ft|h|hours?|min)[ ](?:and[ ])?$")
_LEFT = 700


class Spread(msgspec.Struct, frozen=True, gc=False):
    """A number and its spread; ``name`` None where only a sign says that it is one.

    ``error``: the standard error behind a standard deviation. ``start``, ``end``: what is printed of the
    spread, in the outline.
    """

    value: Token
    spread: Token
    error: Token | None
    name: SpreadName | None
    start: int
    end: int


def no_spread(match: Match) -> str | None:
    """Why two numbers are no mean with its spread."""
    value, spread = match.one("value"), match.one("spread")
    before = match.before(30)
    if "word" in (value.kind, spread.kind) or value.comparator not in "=~" or spread.comparator != "=":
        return "no measurements"
    if spread.value < 0 or before.endswith("- "):
        return "a minus sign of its own"
    return "one value in two numbers" if _COMPOUND.search(before) else None


def no_header(match: Match) -> str | None:
    """Why a bracket behind a number is no spread: nothing in front says what such brackets hold."""
    style = _in_front(match.outline, match.start)
    if style is None:
        return "no words say what the bracket holds"
    value, spread = match.one("value"), match.one("spread")
    if spread.unit == "%" and value.unit != "%":
        return "a percentage"
    if value.decimals + spread.decimals == 0 and not _LIST.fullmatch(match.outline.text, style[0], match.start):
        return "a count and its percentage"
    return no_spread(match)


_MARKS = (
    "sd", "s.d", "sem", "s.e.", "(se", " se ", " se=", "standard dev", "standard err", "standard-", "std", "st. dev",
    "st dev",
)  # fmt: skip
# What stands with every spread that is no type of its own.
_SAID = literals.sought([(*_MARKS, "±", "+/-", "+-", "-/+")])
READINGS = (
    Reading(
        name="x ± s",
        shape="<value:A>{units}[ ]?[,(]?[ ]?(?:{spread_label}[ ]?=?)?[ ]?{plus_minus}[ ]?<spread:S>",
        reads=("Mean age was {value 62.1} ± {spread 8.4} years.", "It was {value 12.4} (SD ± {spread 3.1})."),
        leaves=("It was measured to ±0.5 mm.",),
        unless=no_spread,
    ),
    Reading(
        name="x ± SD s",
        shape="<value:A>{units}[ ]?\\(?[ ]?{plus_minus}[ ]?\\(?{spread_label}\\)?[ ]?=?[ ]?<spread:A>",
        reads=("Mean age was {value 62.1} (±SD {spread 8.4}) years.",),
        unless=no_spread,
    ),
    Reading(
        name="x (SD s)",
        shape=(
            r"<value:A>{units}[ ]?(?:of age|old)?[ ]?\)?(?:\(|[,;:]|[ ]with an?|(?=[ ]s[^()=;,]{1,20}=))[ ]?"
            "{spread_label}[ ]?(?:=|:|of|was|,)?[ ]?<spread:A>"
        ),
        reads=(
            "Mean age was {value 62.1} years (SD {spread 8.4}).",
            "It was high (M = {value 12.4}, SD = {spread 3.1}).",
        ),
        leaves=("There were 20 SD rats (10 male).", "The mean age was 9 years 10 months (SD 2 years)."),
        hints=_MARKS,
        unless=no_spread,
    ),
    Reading(
        name="x (SD s; SE e)",
        shape=(
            r"<value:A>{units}[ ]?(?:\(|,)[ ]?{spread_label}[ ]?[=:,]?[ ]?<spread:A>{units}[ ]?[,;][ ]?"
            "{error_label}[ ]?[=:,]?[ ]?<error:A>"
        ),
        reads=("The mean score was {value 12.4} (SD {spread 3.1}; SE {error 0.49}).",),
        hints=_MARKS,
        unless=no_spread,
    ),
    Reading(
        name="mean (SD) ... x (s)",
        shape=r"<value:A>{units}[ ]?\([ ]?<spread:A>(?=[ ]?[);])",
        reads=(
            "The mean (SD) age was {value 62.1} ({spread 8.4}) years.",
            "The mean (SD) score was {value 12} ({spread 3}) points in men.",
            "The score (mean [±SD]) was {value 12.4} [{spread 3.1}] points.",
        ),
        leaves=("Men numbered 15 (30).", "The mean (SD) age was high and 62 (8%) were men."),
        hints=_MARKS,
        unless=no_header,
    ),
)


def spreads(outline: Outline) -> Iterator[Spread]:
    """The numbers of an outline that are printed with their spread."""
    if not outline.types["S"] and not literals.has(outline.text, _SAID):
        return
    for match in settled(list(matches(READINGS, outline))):
        start, end = outline.place(match.one("value")) + 1, match.end
        name = _name(match.texts)
        if name is None and (behind := _LABEL_BEHIND.match(outline.text, end)):
            name, end = _name(behind.groupdict()), behind.end()
        if name is None and (style := _in_front(outline, match.start)):
            name = style[1]
        error = match.one("error") if "error" in match.roles else None
        yield Spread(match.one("value"), match.one("spread"), error, name, start, end)


@functools.lru_cache(maxsize=1)
def of_paper(low: str) -> SpreadName | None:
    """What a text says of all its plus-minus signs, where it says one thing only."""
    names = {_name(found.groupdict()) for found in _HEADER.finditer(low)}
    return names.pop() if len(names) == 1 else None


def _in_front(outline: Outline, end: int) -> tuple[int, SpreadName] | None:
    """What words in front say of the spreads that follow, and where these words end."""
    last = None
    for pattern in (_HEADER, _FIRST):
        for found in pattern.finditer(outline.text, max(0, end - _LEFT), end):
            if last is None or found.end() > last.end():
                last = found
    name = _name(last.groupdict()) if last is not None else None
    return (last.end(), name) if last is not None and name is not None else None


def _name(groups: Mapping[str, str | None]) -> SpreadName | None:
    return "sd" if groups.get("sd") else "se" if groups.get("se") else None
