"""Estimates of effect with their confidence interval and p: ratios, differences, coefficients."""

import re
from collections.abc import Iterator

import msgspec

from checker.extraction import phrases, quantities
from checker.extraction.drafts import reported
from checker.extraction.numbers import Token
from checker.extraction.printed import Figure, Limits
from checker.extraction.proposals import Proposal
from checker.extraction.quantities import Meaning, Scale
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Effect
from checker.measures import ReportedMeasure
from checker.model import Certainty, Reported

# The names of its claims, of whose figures no one shape tells.
_NAME = "estimate with its interval"
MAKES = (_NAME,)
# From the name of a ratio to its value, where nothing says what the limits are: ``odds ratio (OR) for age of``.
_NAME_TO_VALUE = re.compile(r"[^0-9.;]{0,40}")
_DASH = re.compile(r" ?--? ?| to ")
_DIRECTION = re.compile(
    r"favou?r|lower|less|fewer|reduc|decreas|declin|worse|better|smaller|shorter|loss|fall|fell|drop"
)
# ``greater than that for former use (1.20, 0.91-1.58; P<.001)``: the p compares two ratios.
_AGAINST_ANOTHER = re.compile(r"(?:than|compared (?:with|to)|from) (?:that|those|the (?:risk|odds|rate))\b")
_VERSUS = re.compile(phrases.NAMED["versus"])
# ``0.91 to 0. 96``
_TORN = re.compile(r"\. [0-9]")
_WIDE, _BEHIND = 80, 30
# ``12 (95% CI - 12, 37)``: a sign, or a dash in front of the limits.
_STRAY_DASH = re.compile(r"[ (]-{1,2} $")
_SIGNED = "a sign, or a dash in front of the limits"
_TURNED = "words may give the direction of the estimate, and signs that of the interval"


class Estimate(msgspec.Struct, frozen=True):
    """An estimate with its limits and p.

    Attributes:
        doubt: why they may not be what they seem, if they may.
        turned: words give the direction of the estimate, and signs that of the interval.
    """

    sentence: Sentence
    figure: Figure
    limits: Limits
    meaning: Meaning
    scale: Scale
    p: Token | None
    doubt: str | None
    turned: bool = False

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its numbers in the order in which the claim names them."""
        found = (self.figure.value, self.limits.lower, self.limits.upper)
        return (*found, self.p) if self.p is not None else found

    def fields(self) -> dict[str, object]:
        """Those of the claim."""
        lower, upper = self.limits.ordered
        return {
            "measure": ReportedMeasure(self.meaning.words),
            "estimate": turned(self.figure.value) if self.turned else reported(self.figure.value),
            "lower": reported(lower),
            "upper": reported(upper),
            "level": Reported(self.limits.level),
            "p": reported(self.p),
            "scale": self.scale,
            "percent": self.scale == "linear" and self.figure.value.percent,
        }


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every estimate printed with its interval."""
    for sentence in page.sentences:
        for each in estimates(sentence) if len(sentence.tokens) >= 3 else ():
            yield Proposal(
                kind=Effect,
                within=sentence,
                figures=each.tokens,
                own=each.tokens[:3],
                fields=each.fields(),
                certainty=Certainty.GUESSED if each.doubt else Certainty.PRINTED,
                why=each.doubt or "estimate and interval are printed together",
                reading=_NAME,
            )


def estimates(sentence: Sentence) -> list[Estimate]:
    """The estimates of a sentence that have an interval."""
    printed, page = sentence.printed, sentence.page
    if not any(figure.limits for figure in printed.figures):
        return []
    meanings = sentence.meanings
    found: list[Estimate] = []
    for figure in printed.figures:
        meaning = quantities.of(figure, meanings)
        scale = quantities.scale_of(meaning)
        limits = figure.named("ci") or figure.named(None)
        if meaning is None or scale is None or limits is None:
            continue
        reason = _unless(sentence, figure, limits, scale)
        if reason is None and limits.name is None:
            reason = _unless_named(sentence, figure, limits, meaning, bool(found))
        page.note(figure, reason)
        if reason is None:
            before = next((each for each in reversed(printed.figures) if each.value.start < figure.value.start), None)
            is_own = not _is_of_two(sentence, figure, before) and not page.says(phrases.OF_A_MARGIN)
            p = figure.p if is_own else None
            is_turned = scale == "linear" and _is_turned(sentence, figure.value, limits)
            doubt = _TURNED if is_turned else None
            found.append(Estimate(sentence, figure, limits, meaning, scale, p, doubt, is_turned))
    return found


def _is_of_two(sentence: Sentence, figure: Figure, previous: Figure | None) -> bool:
    """Whether the p behind an estimate compares it with another: ``-3.9 (-4.8 to -3.1) vs -3.1 (-3.8 to -2.3); p``."""
    low = sentence.page.low
    if _AGAINST_ANOTHER.search(low, sentence.start, figure.value.start):
        return True
    if previous is None or previous.p is not None or not previous.limits:
        return False
    return _VERSUS.search(low, previous.tokens[-1].end, figure.value.start) is not None


def turned(value: Token) -> Reported:
    """A figure with the sign that words give it: ``lower by 2.9 (-5.3 to -0.4)`` is -2.9."""
    return Reported(f"-{value.canonical}")


def _unless(sentence: Sentence, figure: Figure, limits: Limits, scale: Scale) -> str | None:
    """Why a figure with limits is no estimate whose interval is symmetric on the scale of what its words name."""
    low, value, (lower, upper) = sentence.page.low, figure.value, limits.ordered
    if any(token.comparator != "=" for token in (value, lower, upper)):
        return "a bound"
    if _TORN.match(low, limits.upper.end):
        return "a number torn apart"
    if scale == "linear" and any(_STRAY_DASH.search(sentence.before(limit, 4)) for limit in (lower, upper)):
        return _SIGNED
    if scale == "linear" and max(abs(lower.value), abs(upper.value)) == 100:
        return "the interval is cut off where a difference of percentages can go no further"
    if scale == "log":
        if value.value <= 0 or lower.value < 0 or upper.value <= 0:
            return "below zero is no ratio"
        if value.unit not in (None, "fold", "times") or lower.unit == "%" or sentence.before(value, 1) == "/":
            return "a ratio has no unit"
        if not (value.decimals or lower.decimals or upper.decimals):
            return "a ratio of whole numbers is more likely a count"
    around = low[max(sentence.start, value.start - _WIDE) : min(sentence.end, limits.upper.end + _BEHIND)]
    return "no customary interval" if phrases.NO_CUSTOMARY_INTERVAL.search(around) else None


def _unless_named(sentence: Sentence, figure: Figure, limits: Limits, meaning: Meaning, further: bool) -> str | None:
    """Why limits that no words introduce are not those of a ratio; ``further``: of another than the first."""
    value, lower, upper = figure.value, limits.lower, limits.upper
    if quantities.scale_of(meaning) != "log":
        return "nothing says what the limits are"
    if not (value.decimals and lower.decimals and upper.decimals) or value.unit or lower.unit or upper.unit:
        return "limits of another kind"
    if "(" not in sentence.between(value, lower) and not _DASH.fullmatch(sentence.between(lower, upper)):
        return "a list"
    if meaning.carried:
        return None if further else "nothing says what the limits are"
    return None if _NAME_TO_VALUE.fullmatch(sentence.page.low, meaning.end, value.start) else "the name is far away"


def _is_turned(sentence: Sentence, value: Token, limits: Limits) -> bool:
    """``1.2% in favor of A (95% CI -7.2 to 4.8)``: whether words give a direction, and the interval the other sign."""
    middle = (limits.lower.value + limits.upper.value) / 2
    return value.value > 0 > middle and _DIRECTION.search(sentence.low) is not None
