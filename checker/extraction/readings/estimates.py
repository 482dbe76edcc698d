"""Estimates with their confidence interval of which no word says that they are ratios, differences, shares or means.

Behind ``rose by`` or ``a reduction of`` an estimate is a change, whose interval is held against its p too; of any other
only its own interval is asked. Where the paper's limits are all confidence intervals, bare ones in brackets are taken
for such.
"""

import re
from collections.abc import Iterator

from checker.extraction import phrases, quantities
from checker.extraction.change_words import DOWN, MORE, NOUN, VERB
from checker.extraction.drafts import reported
from checker.extraction.outline import characters
from checker.extraction.printed import Figure, Limits
from checker.extraction.proposals import Proposal
from checker.extraction.quantities import Meaning
from checker.extraction.quantity_names import Quantity
from checker.extraction.readings.effects import turned
from checker.extraction.readings.summaries import of_both, with_the_one_before
from checker.extraction.sentences import Page, Sentence
from checker.kinds import BinomialInterval, Effect
from checker.measures import Measure, ReportedMeasure
from checker.model import Certainty, Reported

_FARTHEST = 90
# ``fell by``, ``an increase in weight of``, ``was greater by``: the words that make the next number a change.
_CHANGES = re.compile(rf"(?<![a-z-])(?:{VERB}|{NOUN}|{MORE})(?![a-z])")
# ``increased to 11.6``, ``the change was made in 12``: no change itself.
_NO_CHANGE = re.compile(r"\b(?:to|from|than|at|until|after|n ?=)(?: (?:an?|the|about|only|approximately))? ?$")
# ``no difference in response (complete, 63.9%``
_ASIDE = re.compile(r"\([^()]*[a-z]")
_BEHIND = re.compile(rf"[ )\]]{{0,3}}(?:[a-z/%-]{{1,12}} )?(?:{NOUN}|{MORE})(?![a-z])")
# A ratio, whose interval is symmetric on the log scale and whose null value is 1.
_OF_RATIOS = re.compile(r"ratio|risk|odds|hazard|mortality|likel|\b[a-z]?[ohrip]rr?s? ?[=:,]")
# ``n = 53``, ``34.2/40``, ``v/s 1.82``, ``30 (46.2)``: a size, or one of two.
_OF_OTHERS = re.compile(rf"(?:n ?= ?|/|v/s |[{characters('N')}] ?\()$")
_TORN = re.compile(r"[0-9]\. ?$")
_CORRELATIONS = re.compile(r"correlation|\bicc\b|concordance coefficient")
_NEEDED = re.compile(r"need(?:ed)? to\b|needed\b")
_STRAY_DASH = re.compile(r"[ (]-{1,2} $")
_DASH = re.compile(r" ?%? ?--? ?| to ")
_OPEN = re.compile(r" ?[a-z%/]{0,10} ?\(")
_OTHER_LIMITS = re.compile(f"{phrases.NAMED['quartile_words']}|{phrases.NAMED['range_words']}|percentile")
# What stands in front is asked behind the letters, which are found sooner.
_CONFIDENCE = re.compile(r"ci(?<![a-z]ci)s?(?![a-z])|confidence interval")
_LEVELS = (90, 95, 99)
_OF_LEVEL = re.compile(r"[ )\]]{0,3}(?:confidence|ci\b|c\.i)")
_WHERE = re.compile(r"\b(?:at|after|until|within|over|through)(?: the)? $")
# The p behind the second of two changes compares them.
_AGAINST = re.compile(r"\bwhile\b|\bwhereas\b|\bcompared\b|\bversus\b|\bvs\b|\bthan\b")
_NAME = "estimates of any measure"
MAKES = (_NAME,)
_NOT_ITS_OWN = "the interval may be that of another figure"


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every estimate with an interval that no other reading knows the measure of."""
    if not page.says(_CONFIDENCE):
        return
    bare = not page.says(_OTHER_LIMITS)
    for sentence in page.sentences:
        if len(sentence.tokens) < 3 or not any(figure.limits for figure in sentence.printed.figures):
            continue
        meanings = sentence.meanings
        for before, figure in with_the_one_before(sentence):
            if figure.limits:
                yield from _estimate(sentence, before, figure, quantities.of(figure, meanings), bare)


def _estimate(
    sentence: Sentence, before: Figure | None, figure: Figure, meaning: Meaning | None, bare: bool
) -> Iterator[Proposal]:
    limits = figure.named("ci") or (figure.named(None) if bare else None)
    if limits is None:
        return
    words = _words(sentence, before, figure)
    change = _is_change(sentence, words, figure, limits)
    said = words + sentence.between(figure.value, limits.lower)
    if change and _OF_RATIOS.search(said) and not figure.value.percent:
        change = False
    reason = _unless(sentence, figure, limits, meaning, change)
    if reason is None and before is not None and of_both(sentence, before, figure):
        reason = "the interval of what two figures differ by"
    sentence.page.note(figure, reason)
    if reason is not None:
        return
    lower, upper = limits.ordered
    # Of a relative change nothing says on which scale it was tested.
    of_two = (
        before is not None and bool(before.limits) and _AGAINST.search(sentence.between(before.value, figure.value))
    )
    p = figure.p if change and not of_two and not _OF_RATIOS.search(words) else None
    if figure.value.percent and not change:
        if quantities.may_be_share(f"{words}%{sentence.after(figure.tokens[-1], 40)}"):
            yield _share(sentence, figure, limits)
        return
    tokens = [figure.value, lower, upper, *([p] if p is not None else [])]
    yield Proposal(
        kind=Effect,
        within=sentence,
        figures=tuple(tokens),
        own=(figure.value, lower, upper),
        fields={
            "measure": ReportedMeasure(_measure(sentence, figure, change)),
            "estimate": _signed(sentence, figure, limits),
            "lower": reported(lower),
            "upper": reported(upper),
            "level": Reported(limits.level),
            "p": reported(p),
            "scale": "linear",
        },
        certainty=Certainty.GUESSED,
        why=_NOT_ITS_OWN,
        reading=_NAME,
    )


def _share(sentence: Sentence, figure: Figure, limits: Limits) -> Proposal:
    """The claim of a percentage of nobody known."""
    lower, upper = limits.ordered
    return Proposal(
        kind=BinomialInterval,
        within=sentence,
        figures=(figure.value, lower, upper),
        own=(figure.value, lower, upper),
        fields={
            "estimate": reported(figure.value),
            "lower": reported(lower),
            "upper": reported(upper),
            "level": Reported(limits.level),
        },
        certainty=Certainty.GUESSED,
        why=_NOT_ITS_OWN,
        reading=_NAME,
    )


def _unless(sentence: Sentence, figure: Figure, limits: Limits, meaning: Meaning | None, change: bool) -> str | None:
    """Why limits are not those of an estimate of its own, or another reading has them."""
    value, (lower, upper) = figure.value, limits.ordered
    turned = change and value.value > 0 > upper.value
    if quantities.scale_of(meaning) is not None or (
        meaning is not None and meaning.statistic is not None and not turned
    ):
        return "another reading knows what it measures"
    if value.percent and not change and not (limits.name and 0 <= lower.value <= upper.value <= 100 >= value.value):
        return "no share of anybody"
    if meaning is not None and meaning.quantity in (Quantity.SURVIVAL, Quantity.NEEDED, Quantity.RATIO):
        return "its interval is symmetric on no scale that is known"
    if figure.count is not None or figure.spread is not None or value.kind == "word":
        return "a share or a mean"
    if _TORN.search(sentence.page.low[max(0, value.start - 4) : value.start]) or sentence.after(value, 1) == "/":
        return "part of a number"
    if value.value in _LEVELS and (
        _CONFIDENCE.search(sentence.before(value, 30)) or _OF_LEVEL.match(sentence.after(value, 30))
    ):
        return "a level of confidence"
    if value.unit is not None and not value.percent and _WHERE.search(sentence.before(value, 30)):
        return "when or where something was measured"
    if value.percent and not change and lower.unit is None and lower.decimals > value.decimals + 1:
        return "limits on another scale than that of a percentage"
    if _OF_OTHERS.search(sentence.outline.before(value, 12)):
        return "part of another figure"
    if _NEEDED.search(sentence.after(limits.upper, 60)):
        return "a number needed to treat"
    if any(token.comparator != "=" for token in (value, lower, upper)):
        return "a bound"
    if len({token.unit for token in (value, lower, upper) if token.unit is not None}) > 1:
        return "of two units"
    if any(value.start < p < limits.lower.start for p in sentence.printed.ps) and limits.name is None:
        return "limits behind a p"
    if limits.name is None and not (
        _OPEN.match(sentence.between(value, limits.lower))
        and _DASH.fullmatch(sentence.between(limits.lower, limits.upper))
        and (change or lower.value < 0)
    ):
        return "nothing says what the limits are"
    if any(_STRAY_DASH.search(sentence.before(limit, 4)) for limit in (limits.lower, limits.upper)):
        return "a sign, or a dash in front of the limits"
    return None


def _measure(sentence: Sentence, figure: Figure, change: bool) -> Measure:
    if change:
        return Measure.CHANGE
    of_pairs = abs(figure.value.value) <= 1 and figure.value.unit is None
    said = _CORRELATIONS.search(sentence.page.low, sentence.start, figure.value.start)
    return Measure.CORRELATION if of_pairs and said else Measure.ESTIMATE


def _is_change(sentence: Sentence, words: str, figure: Figure, limits: Limits) -> bool:
    found = list(_CHANGES.finditer(words))
    if found and not _NO_CHANGE.search(words) and not _ASIDE.search(words, found[-1].end()):
        return True
    ends = (figure.value, limits.upper)
    return any(_BEHIND.match(sentence.after(token, 40)) for token in ends)


def _words(sentence: Sentence, before: Figure | None, figure: Figure) -> str:
    """Those that lead to a figure."""
    start = max(sentence.start, figure.value.start - _FARTHEST, before.tokens[-1].end if before is not None else 0)
    return re.split(r"[;.] ", sentence.page.low[start : figure.value.start])[-1]


def _signed(sentence: Sentence, figure: Figure, limits: Limits) -> Reported:
    """An estimate with its sign: ``a decrease of 2.9 (-5.3 to -0.4)`` is one of -2.9."""
    value, (lower, upper) = figure.value, limits.ordered
    words = (
        sentence.page.low[sentence.start : value.start] + sentence.after(value, 40) + sentence.after(limits.upper, 40)
    )
    if value.value > 0 > lower.value and lower.value + upper.value < 0 and DOWN.search(words):
        return turned(value)
    return reported(value)
