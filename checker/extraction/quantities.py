"""What a figure measures: the word nearest in front of it says so, or that of the list it continues.

``the odds ratio was 2.2 (1.2-4.1) and, after adjustment, 1.9 (1.0-3.6)``: two odds ratios. Decided once for each
figure; whether it is then an effect, a rate or a summary is no longer a matter of words.
"""

import re
from typing import Literal

import msgspec

from checker.extraction import phrases
from checker.extraction.numbers import Token
from checker.extraction.printed import Figure, Printed
from checker.extraction.quantity_names import Quantity, names
from checker.extraction.vocabulary import UNITS_OF_TIME

Scale = Literal["log", "linear"]


class Meaning(msgspec.Struct, frozen=True, gc=False):
    """What a figure measures, in the paper's words; ``start`` and ``end``: where these stand.

    ``statistic``: whether it is a median or a mean of that. ``carried``: they stand before another figure of the same
    list.
    """

    quantity: Quantity
    words: str
    start: int
    end: int
    statistic: Literal["median", "mean"] | None = None
    carried: bool = False


_STATISTICS: dict[str | None, Literal["median", "mean"]] = {"MEDIAN": "median", "MEAN": "mean"}
# A percentage among these words compares, or is a change: no share of anybody.
_COMPARES = re.compile(
    r"efficacy|effectiveness|reduc|increase|decrease|declin|improve|change|differen|lower(?!ing)|higher|greater|excess|"
    r"% (?:less|more|fewer)\b"
)
# ``survival improved by 12%``, ``a gain in survival of 12%``, up to the percentage.
_CHANGES = re.compile(
    r"(?:\bby|(?:improvement|increase|gain|benefit|reduction|difference)s? in [^.;%]{0,60} (?:of|was|were))"
    r"(?: an?| about| only)? ?%"
)
_NO_DIFFERENCE = re.compile(r"\bno (?:[a-z]{1,15} ){0,2}differen\w{1,6}")
# Its interval is not that of a share of one sample.
_NOT_OF_ONE_SAMPLE = re.compile(
    r"bootstrap|bayes|credib|pooled|meta-|random[- ]effects|cluster|gee|capture|vaccine|heritab|attributable|variance|"
    r"\bmodel|standardi[sz]ed|explain"
)
_A_SHARE = re.compile(
    r"prevalen|proportion|incidence|frequency|rate|percentage|positiv|patients|women|men|children|participants|respon|"
    r"remission|\bcr[ci]?\b|\borr\b"
)
_OVER_TIME = (Quantity.SURVIVAL, Quantity.INCIDENCE)
_NO_SHARES = (*_OVER_TIME, Quantity.REDUCTION)
# The sensitivity of a test is of the ill alone, whom only printed counts tell.
_NO_SHARES_UNCOUNTED = (Quantity.ACCURACY, Quantity.RATIO, Quantity.COEFFICIENT, Quantity.MEAN, Quantity.MEDIAN)
_FARTHEST, _FARTHEST_CARRIED, _NEAR, _NEXT = 120, 90, 60, 24
# From one figure of a list to the next that has no name of its own. Ratios are listed with semicolons too, unless
# words say that the next is of another kind.
_ENDS_LIST = re.compile(r";|(?<!\bvs)\.(?![0-9])")
_ENDS_SENTENCE = re.compile(r"(?<!\bvs)\.(?![0-9])")
_ANOTHER_KIND = re.compile(
    r"(?i:mean|score|level|concentration|index|statistic|cost|duration|time|rate\b|%|coefficient)"
)
# ``no difference in response (64%, 95% CI 47 to 78)``: a difference that is spoken of, and no value of it.
_SPOKEN_OF = re.compile(
    r"(?i:\b(?:no|not|without|any|significant|statistically|significantly|were)(?: [a-z]{1,16}){0,2} $)"
)
# A ratio in words behind its figures: ``5.6 (95% CI 4.5-7.0) times more likely``, ``a 1.5-fold increase``.
_TIMES_BEHIND = re.compile(
    r"[ ]?[)(]{0,2}[ ]?(?:-?fold|times)?[ ]?\)?[ ](?:more\b|higher|greater|as\b|the (?:risk|odds|rate|hazard)|likelier|"
    r"increase|elevated|excess|risk)"
)
_TIMES_WORD = re.compile(r"[ ]?[)(]{0,2}[ ]?(?:-?fold|times)\b")
# In front of a figure below zero, which is no ratio.
_ABOUT_DIFFERENCE = re.compile(
    r"(?i:differ|change|reduc|decreas|increas|improv|declin|lower|higher|effect(?!iv)|mean|loss|gain|compared|fell\b|"
    r"rose\b)"
)

_SCALES: dict[Quantity, Scale] = {Quantity.RATIO: "log", Quantity.DIFFERENCE: "linear", Quantity.COEFFICIENT: "linear"}
# Of what a difference is none whose interval is symmetric.
_OF_OTHERS = (Quantity.MEDIAN.name, Quantity.OTHER.name)
_POSITIVE = (Quantity.MEAN, Quantity.SURVIVAL)


def meanings(printed: Printed, norm: str, start: int) -> dict[int, Meaning]:
    """What each figure measures, by the offset of its value, where words say so.

    Args:
        printed: the figures of a sentence or cell.
        norm: the plain form of the document, in its own letters.
        start: where the sentence or cell begins.
    """
    found: dict[int, Meaning] = {}
    previous: Meaning | None = None
    percent = False
    begin = start
    for figure in printed.figures:
        if figure.value.start in printed.ps:
            begin = figure.value.end
            continue
        tokens = figure.tokens
        first = tokens[0].start
        words = norm[begin:first]
        own = _nearest(norm, max(begin, first - _FARTHEST), figure) or _behind(printed, figure)
        if own is None and previous is not None and figure.value.percent is percent:
            own = msgspec.structs.replace(previous, carried=True) if _continues(previous, figure, words) else None
        if _may_be_below_zero(own, figure) and (about := _ABOUT_DIFFERENCE.search(norm, start, first)):
            own = Meaning(Quantity.DIFFERENCE, "difference", about.start(), about.end())
        if own is not None:
            found[figure.value.start] = own
        if len(tokens) > 1 or not _is_time(figure.value):
            # ``differences after 12 weeks were 4.2``: the time is no figure of another result.
            begin, percent = tokens[-1].end, figure.value.percent
            previous = _carried_on(own, previous, figure, words)
    return found


def nearest(norm: str, start: int, end: int) -> Meaning | None:
    """What the last word in a stretch of text that says so says that a figure behind it measures."""
    last, statistic = None, None
    for found in names(norm, start, end):
        last = found
        statistic = _STATISTICS.get(last.lastgroup, statistic)
    if last is None:
        return None
    return Meaning(Quantity[last.lastgroup or ""], last.group(), last.start(), last.end(), statistic)


def _may_be_below_zero(own: Meaning | None, figure: Figure) -> bool:
    """Whether its sign says what a figure with limits is: below zero no ratio can be, and hardly any mean."""
    if figure.value.value >= 0 or not figure.limits:
        return False
    return own is None or own.quantity in _POSITIVE or (own.carried and own.quantity is Quantity.RATIO)


def _carried_on(own: Meaning | None, previous: Meaning | None, figure: Figure, words: str) -> Meaning | None:
    """What a further figure without a name of its own may measure."""
    if own is not None and own.quantity is not Quantity.OTHER:
        # ``a difference was seen (70% v 51%, 95% CI 3 to 36)``: neither is the difference.
        return own if own.carried or figure.limits or _SCALES.get(own.quantity) != "linear" else None
    if own is not None or previous is None:
        return None
    ends = _ENDS_SENTENCE if _is_listed(previous) else _ENDS_LIST
    return None if ends.search(words) else previous


def _is_signed(figure: Figure) -> bool:
    """Whether it may lie to either side of zero."""
    return any(token.value < 0 for token in figure.tokens)


def _behind(printed: Printed, figure: Figure) -> Meaning | None:
    """The ratio that the words behind a figure with limits, or behind these, speak of."""
    outline, value = printed.outline, figure.value
    for token in (value, figure.limits[-1].upper) if figure.limits else ():
        words = outline.after(token, 40)
        word = _TIMES_WORD.match(words)
        if _TIMES_BEHIND.match(words) and (word or value.unit in ("fold", "times")):
            return Meaning(Quantity.RATIO, "times", token.end, token.end + (word.end() if word else 0))
    return None


def _is_listed(name: Meaning) -> bool:
    """Whether semicolons may part a list of what it names: ratios, and differences in the plural."""
    return name.quantity is Quantity.RATIO or name.words.lower().endswith("differences")


_RATIO_FOR = re.compile(r" (?:for|of) (?:the )?")


def _nearest(norm: str, start: int, figure: Figure) -> Meaning | None:
    found = names(norm, start, figure.tokens[0].start)
    if not found:
        return None
    at = len(found) - 1
    if figure.limits and at and Quantity[found[at].lastgroup or ""] is Quantity.MEAN:
        # ``the difference in mean change was``: a mean is what the difference is of.
        at -= Quantity[found[at - 1].lastgroup or ""] in _SCALES
    if at and (found[at - 1].lastgroup, found[at].lastgroup) == ("RATIO", "DIFFERENCE"):
        # ``IRR for difference between groups``
        at -= _RATIO_FOR.fullmatch(norm, found[at - 1].end(), found[at].start()) is not None
    name, quantity = found[at], Quantity[found[at].lastgroup or ""]
    if _SCALES.get(quantity) == "linear":
        if (
            quantity is Quantity.DIFFERENCE
            and not _is_signed(figure)
            and _SPOKEN_OF.search(norm, max(0, name.start() - 24), name.start())
        ):
            return None
        if any(other.lastgroup in _OF_OTHERS and name.start() - other.end() < _NEXT for other in found[:at]):
            # ``the geometric mean of the difference``, ``the median difference``, ``correlation coefficients``
            quantity = Quantity.OTHER
    statistic = next((said for each in reversed(found) if (said := _STATISTICS.get(each.lastgroup))), None)
    return Meaning(quantity, name.group(), name.start(), name.end(), statistic)


def _continues(previous: Meaning, figure: Figure, words: str) -> bool:
    """Whether a figure is a further one of a list, for words between them."""
    value = figure.value
    if len(words) > _FARTHEST_CARRIED:
        return False
    if not _is_listed(previous):
        return not _ENDS_LIST.search(words)
    if previous.quantity is not Quantity.RATIO:
        return not _ENDS_SENTENCE.search(words)
    if value.value < 0:
        return False
    if len(words) <= _NEAR and not _ENDS_LIST.search(words):
        return True
    return value.decimals > 0 and not _ENDS_SENTENCE.search(words) and not _ANOTHER_KIND.search(words)


def _is_time(token: Token) -> bool:
    return token.unit in UNITS_OF_TIME


def of(figure: Figure, found: dict[int, Meaning]) -> Meaning | None:
    """What a figure measures."""
    return found.get(figure.value.start)


def scale_of(meaning: Meaning | None) -> Scale | None:
    """The scale on which the customary interval of an estimate of effect is symmetric; None of anything else."""
    return _SCALES.get(meaning.quantity) if meaning is not None else None


def named(words: str) -> list[Meaning]:
    """All quantities that words name."""
    found = names(words, 0, len(words))
    return [Meaning(Quantity[each.lastgroup or ""], each.group(), *each.span()) for each in found]


def headed(words: str) -> Meaning | None:
    """The estimates of effect that the head of a column or row names, where it names nothing but what they are of.

    >>> headed("Adjusted OR (95% CI)").words, headed("OS, HR (95% CI)").words, headed("Median survival, HR")
    ('OR', 'HR', None)
    """
    found = named(words)
    if any(each.quantity not in (*_SCALES, Quantity.MEAN, Quantity.SURVIVAL) for each in found):
        return None
    effects = [each for each in found if each.quantity in _SCALES]
    return max(effects, key=lambda each: (each.quantity is Quantity.RATIO, each.start), default=None)


def is_rate(meaning: Meaning | None, words: str) -> bool:
    """Whether a percentage is survival or a cumulative incidence itself, and no change of it.

    Args:
        meaning: what it measures, where a word says so.
        words: those in front of it and behind it, in lower case, a percent sign between.
    """
    return meaning is not None and meaning.quantity in _OVER_TIME and not _CHANGES.search(words)


def may_be_share(words: str) -> bool:
    """Whether nothing around a percentage, a percent sign for itself, says that it compares or comes from a model."""
    words = _NO_DIFFERENCE.sub("", words)
    return not any(pattern.search(words) for pattern in (_COMPARES, _NOT_OF_ONE_SAMPLE, phrases.MODELLED))


def is_share(counted: bool, meaning: Meaning | None, words: str) -> bool:
    """Whether a percentage with an interval is a share of people or things, as drawn in one sample.

    Args:
        counted: whether its count and total are known.
        meaning: what it measures, where a word says so.
        words: those in front of it and right behind it, in lower case.
    """
    quantity = meaning.quantity if meaning is not None else None
    if meaning is not None and meaning.carried and quantity in (Quantity.RATIO, Quantity.COEFFICIENT):
        # A percentage in a list of ratios is none of them.
        quantity = None
    if quantity in _NO_SHARES or not may_be_share(words):
        return False
    return counted or (quantity not in _NO_SHARES_UNCOUNTED and _A_SHARE.search(words) is not None)
