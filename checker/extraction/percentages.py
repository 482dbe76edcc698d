"""Percentages printed with a confidence interval, each with what it is of: a share of people, survival, or neither."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from checker.extraction import quantities
from checker.extraction.drafts import reported
from checker.extraction.numbers import Token
from checker.extraction.printed import Figure, Limits
from checker.extraction.quantities import Meaning
from checker.extraction.quantity_names import Quantity
from checker.extraction.sentences import Page, Sentence
from checker.extraction.times import TIME, only_time
from checker.extraction.vocabulary import UNITS_OF_TIME
from checker.model import Reported

CURVES = {Quantity.SURVIVAL: "survival", Quantity.INCIDENCE: "cumulative-incidence"}
# From one percentage of a list to the next: ``(46.8-78.1%) vs``, ``(16.3-76.7) for one and``.
_LISTED = re.compile(
    r" ?%?[) ]{0,2}(?: (?:for|in|among|with|of|on) [^.;:()]{1,60}?)?(?: ?, ?| ?; ?| )"
    r"(?:and |vs\.? |versus |compared (?:with|to) |or )?(?:and )?"
)
_VERSUS = re.compile(r" ?%?[) ]{0,2}(?:vs\.?|versus) ")
# Words in front of the value say for all brackets behind it what they hold: ``response rates (95% CI) were``.
_HEADED = re.compile(r"(?:\bcis?|intervals?|limits)\)[^0-9.;]{0,70}$")
_IN_FRONT, _BEHIND, _AT_A_TIME = 120, 40, 80


class Rate(msgspec.Struct, frozen=True):
    """A percentage with its confidence interval.

    Attributes:
        lower, upper: its limits in ascending order.
        meaning: what it measures, where words say so.
        begin: where the words in front of it begin, behind the figure of another result.
        words: those in front of it, and a few behind.
        listed: whether it goes on with the list that the rate before is of.
        worded: whether words say that the limits are those of a confidence interval.
        own: whether they stand in its own sentence.
    """

    sentence: Sentence
    figure: Figure
    limits: Limits
    meaning: Meaning | None
    begin: int
    words: str
    listed: bool
    worded: bool
    own: bool

    @property
    def estimate(self) -> Token:
        """The percentage."""
        return self.figure.value

    @property
    def lower(self) -> Token:
        """Its lower limit."""
        return self.limits.ordered[0]

    @property
    def upper(self) -> Token:
        """Its upper limit."""
        return self.limits.ordered[1]

    @property
    def doubt(self) -> str | None:
        """Why the limits may not be those of the percentage, if they may not."""
        if not self.worded and not (
            self.lower.value <= self.estimate.value <= self.upper.value or "unit" in self.printed
        ):
            return "only an interval before says what the bracket holds"
        return None

    @property
    def printed(self) -> dict[str, Any]:
        """The fields of its figures; of a percentage whose limits are fractions, ``42% (0.29 to 0.58)``, as one too."""
        limits = {"lower": reported(self.lower), "upper": reported(self.upper), "level": Reported(self.limits.level)}
        bare = self.lower.unit is self.upper.unit is None and min(self.lower.decimals, self.upper.decimals) > 0
        if not bare or not 0 <= self.lower.value <= self.upper.value <= 1 < self.estimate.value:
            return {"estimate": reported(self.estimate), **limits}
        sign = "" if self.estimate.comparator == "=" else self.estimate.comparator
        fraction = f"{sign}{self.estimate.value / 100:.{self.estimate.decimals + 2}f}"
        return {"estimate": Reported(fraction), **limits, "unit": "proportion"}

    @property
    def of_time(self) -> bool:
        """Whether it is survival or a cumulative incidence."""
        return quantities.is_rate(self.meaning, self.words)


def rates(page: Page) -> Iterator[list[Rate]]:
    """The rates of each sentence that has any.

    What limits in brackets are, an interval in words before says for the rest of its paragraph.
    """
    known: Limits | None = None
    paragraph = -1
    for sentence in page.sentences:
        if sentence.paragraph != paragraph:
            known, paragraph = None, sentence.paragraph
        if len(sentence.tokens) < 3 or "%" not in sentence.low:
            continue
        found = list(_rates(sentence, known))
        if found:
            yield found
            known = next((rate.limits for rate in reversed(found) if rate.own and not rate.of_time), known)


def side_by_side(sentence: Sentence, one: Rate, other: Rate) -> bool:
    """Whether two rates are compared: ``63.9% (46.8-78.1) vs 75.0% (62.3-84.5)``."""
    return _VERSUS.fullmatch(sentence.page.low, one.figure.tokens[-1].end, other.figure.tokens[0].start) is not None


def at_a_time(page: Page, within: Sentence | None, token: Token) -> dict[str, Any] | None:
    """The fields of a claim of survival at a time without an interval, if the words in front of a number say so."""
    start = max(within.start if within is not None else 0, token.start - _AT_A_TIME)
    meaning = quantities.nearest(page.norm, start, token.start)
    words = page.low[start : token.start]
    times = list(TIME.finditer(words))
    if (
        meaning is None
        or not quantities.is_rate(meaning, f"{words}%")
        or not times
        or "median" in words[times[-1].start() :]
    ):
        return None
    time = only_time(words)
    return {
        "quantity": CURVES[meaning.quantity],
        "estimate": reported(token),
        "time": Reported(time) if time else None,
    }


def _rates(sentence: Sentence, known: Limits | None) -> Iterator[Rate]:
    figures = [figure for figure in sentence.printed.figures if figure.value.start not in sentence.printed.ps]
    if not any(figure.value.percent and figure.limits for figure in figures):
        return
    low = sentence.page.low
    meanings = sentence.meanings
    inside = False
    previous: Figure | None = None
    for at, figure in enumerate(figures):
        named = figure.named("ci")
        styled = named is not None and named.styled
        worded = (named is not None and not styled) or _HEADED.search(
            low, max(sentence.start, _first(figure) - 90), _first(figure)
        )
        inside = inside or bool(worded)
        limits = named or (figure.named(None) if inside or known is not None else None)
        if limits is None or not _may_be(figure, limits) or low.endswith("per ", 0, _first(figure)):
            # ``0.93 per 5% increment (0.91-0.96)``: a step, and the interval of the ratio.
            continue
        begin = _begin(sentence, figures, at)
        behind = low[figure.tokens[-1].end : min(sentence.end, figure.tokens[-1].end + _BEHIND)]
        between = low[figure.value.end : _first_limit(limits)] if figure.count is None else ""
        yield Rate(
            sentence, figure, limits, meanings.get(figure.value.start), begin,
            f"{low[begin:_first(figure)]}%{between} {behind}",
            previous is not None and _LISTED.fullmatch(low, begin, _first(figure)) is not None,
            bool(worded), inside,
        )  # fmt: skip
        previous = figure


def _may_be(figure: Figure, limits: Limits) -> bool:
    """Whether all three can be of a rate: percentages, none of them a bound.

    Behind a p, ``50% (p = 0.001, 95% CI 2.9-9.1)``, an interval is that of a comparison.
    """
    if figure.p is not None and figure.p.start < _first_limit(limits):
        return False
    return figure.value.percent and all(
        each.comparator == "=" and 0 <= each.value <= 100 and each.unit in ("%", None)
        for each in (figure.value, limits.lower, limits.upper)
    )


def _begin(sentence: Sentence, figures: list[Figure], at: int) -> int:
    """Where the words in front of a rate begin.

    ``survival at 5 years was 72%``, ``100%, 77.4% (63.9-86.8)``: a time, and a member of the same list without an
    interval of its own, are no figures of another result.
    """
    first = _first(figures[at])
    while at and (figures[at - 1].value.unit in UNITS_OF_TIME or _is_member(sentence, figures[at - 1], figures[at])):
        at -= 1
    return max(sentence.start, figures[at - 1].tokens[-1].end if at else sentence.start, first - _IN_FRONT)


def _is_member(sentence: Sentence, one: Figure, other: Figure) -> bool:
    between = sentence.page.low[one.tokens[-1].end : _first(other)]
    return one.value.percent and len(one.tokens) == 1 and between.strip(" ,") in ("", "and", "vs", "vs.")


def _first(figure: Figure) -> int:
    return figure.tokens[0].start


def _first_limit(limits: Limits) -> int:
    return min(limits.lower.start, limits.upper.start)
