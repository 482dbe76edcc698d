"""Confidence intervals as printed: level, limits, and the estimate and p-value beside them.

What the interval is of, the families decide: `effects`, `rates`, `summaries`.
"""

import re
from collections.abc import Iterator

import msgspec

from checker.extract.numbers import Token
from checker.extract.sentences import Sentence
from checker.model import Reported

# The word for the interval, with its level on either side, and whatever leads to its lower limit.
_WORD = (
    r"(?:c\.i\.(?: |s|$)?|cis?(?![a-z])|conf(?:idence|\.)[ -]{0,2}(?:interval|limit|bound|range|level)s?|"
    r"confidence int\.?|c\.l\.|\bcls?(?![a-z])|cri(?![a-z])|credib(?:le|ility) (?:interval|limit)s?|"
    r"(?:uncertainty|bayesian|posterior|probability) intervals?|\bui(?![a-z])|\bbci(?![a-z])|\bhdi(?![a-z]))"
)
_INTRODUCTION = re.compile(
    rf"""
    (?: (?P<level> [5-9][0-9](?:\.[0-9]{{1,2}})? ) [ ]?(?:%|per[ ]?cent)[ -]{{0,2}}
        (?:(?:two-sided|one-sided|bootstrap(?:ped)?|exact|bayesian|wald|profile|corrected|adjusted)[ ]){{0,2}} \(? )?
    (?<![a-z]) (?P<word> {_WORD} )
    (?: [ ]?\( [ ]?(?:95[ ]?%[ ]?)?(?:ci|cis|c\.i\.|cl|cri|ui)[ ]?\) )?
    (?: [ ]?\(?(?P<behind> [5-9][0-9](?:\.[0-9])? )[ ]?(?:%|per[ ]?cent)\)? )?
    (?: [ ]for[ ](?:the[ ])?[a-z ]{{1,30}} )?
    (?P<lead> [ ]?(?:[:=,;(]|of|was|were|is|are|from|between|ranging|range|ranged|at|-(?=[ ]))?[ ]? ){{0,4}}$
    """,
    re.VERBOSE,
)
_LIMITS = re.compile(r"[ ]?(?:%|[a-z/%²°]{1,12})?[ ]?(?:--?|to|,|;|~|and|up to|through|\.\.|, to|/)[ ]?(?:\+ ?)?")
_BARE_LIMITS = re.compile(r"[ ]?(?:%)?[ ]?(?:--?|to|~|, ?)[ ]?")
# Without a bracket of their own only a dash or ``to`` tells limits from a list.
_DASHED = re.compile(r" ?%? ?--? ?| to ")
# Each begins with a letter, as such patterns are found fast.
_MAYBE = re.compile(r"ci|c\.i|confidence|conf\.|limits|credib|cri\b|ui\b(?<=\bui)|interval|cl(?<=\bcl)")

# Between the words that introduce an interval and its estimate, where they stand in front of both.
_HEAD = re.compile(r"(?:\bcis?|intervals?|limits|c\.i\.)(?P<words>[^a-z0-9.;][^0-9.;]{0,70})$")

# From an estimate to the interval: units, a few words, brackets and stops. Atomic, since a word must not be tried in
# pieces.
_TO_INTERVAL = re.compile(
    r"(?:-fold)?(?:[ ]?(?>%|per 10[0, ]{1,7}|[a-z][\w²°/%.-]{0,24}|\([a-z][\w /-]{0,20}\))){0,8}"
    r"[ ]?[,;:(]{0,2}[ ]?"
    r"(?:\(|with (?:a |an )?|and (?:a )?|or )?(?:the )?[ (]{0,2}(?:two-sided )?"
)
_PER = re.compile(r"\bper $")
_OPENS = re.compile(r"[ ]?(?:%|[a-z][a-z/]{0,12}(?: hg| h2o)?)?[ ]?[(,;:][ ]?")
_P = re.compile(
    r"(?:^|[^a-z])p(?:[ -]?values?)?(?:[ ]?\([a-z -]{1,16}\))?[ ]?(?:for [a-z]{3,20} )?"
    r"(?:=|<|>|≤|≥|≈|~|of|was|is|were|,|:|less|greater|than|or|equal|to|[ ]){0,9}$"
)
_TO_P = re.compile(
    r"[ ]?[%)a-z/]{0,12}[ )]{0,3}(?:[,;:.]|and|with)?[ ]?\(?(?:and |with |a |an )?(?:two-(?:sided|tailed) )?\(?p.{0,24}"
)
_OTHER_P = re.compile(
    r"[^.;()]{0,12}(?:trend|interaction|heterogen|non-?inferior|linear|overall|homogen|between|all comp|equival)"
)


class Interval(msgspec.Struct):
    """A printed interval, and what stands beside it.

    ``first`` and ``last`` are positions of the limits among the sentence's numbers; ``start`` is where the
    words that introduce it begin; ``worded`` whether there are any.
    """

    first: int
    last: int
    lower: Token
    upper: Token
    level: Reported
    start: int
    estimate: Token | None
    p: Token | None
    worded: bool


def is_p(sentence: Sentence, token: Token) -> bool:
    """Whether a number is printed as a p-value."""
    if token.unit is not None or not 0 <= token.value <= 1:
        return False
    before = sentence.before(token, 40)
    return "p" in before and _P.search(before) is not None


def intervals(sentence: Sentence, known: Interval | None = None) -> Iterator[Interval]:
    """The intervals of a sentence that words introduce, and further ones in the same style behind them.

    ``known``: one that a sentence before introduced.
    """
    tokens = sentence.tokens
    low = sentence.page.low
    if len(tokens) < 2 or (known is None and not _MAYBE.search(low, sentence.start, sentence.end)):
        return
    position = 0
    while position < len(tokens) - 1:
        token = tokens[position]
        begin = max(sentence.start, tokens[position - 1].end if position else 0, token.start - 110)
        before = low[begin : token.start]
        introduction = _INTRODUCTION.search(before) if _MAYBE.search(before) else None
        if introduction and _LIMITS.fullmatch(sentence.gap(position)):
            level = introduction["level"] or introduction["behind"] or "95"
            start = begin + introduction.start()
            known = Interval(
                position, position + 1, token, tokens[position + 1], Reported(level), start,
                _estimate(sentence, position, start), _p(sentence, position + 1) or _p_before(sentence, position), True,
            )  # fmt: skip
            yield known
            position += 2
        elif (level := _headed(before)) and _follows(sentence, position + 1):
            known = Interval(
                position + 1, position + 2, tokens[position + 1], tokens[position + 2], Reported(level),
                tokens[position + 1].start, token, _p(sentence, position + 2), True,
            )  # fmt: skip
            yield known
            position += 3
        elif known is not None and _follows(sentence, position):
            yield Interval(
                position, position + 1, token, tokens[position + 1], known.level, token.start,
                tokens[position - 1], _p(sentence, position + 1), False,
            )  # fmt: skip
            position += 2
        else:
            position += 1


def _headed(before: str) -> str | None:
    """The level of an interval whose words stand in front of the estimate: ``mean difference (95% CI) -1.8 (``."""
    if not _MAYBE.search(before):
        return None
    head = _HEAD.search(before, max(0, len(before) - 90))
    introduction = _INTRODUCTION.search(before[: head.start("words")]) if head and head["words"].strip() else None
    return (introduction["level"] or introduction["behind"] or "95") if introduction else None


def bare_limits(sentence: Sentence, position: int) -> bool:
    """Whether the numbers at a position and behind it are limits in brackets, right behind another number."""
    return _follows(sentence, position)


def _follows(sentence: Sentence, position: int) -> bool:
    """``0.7 (0.5-1.1)`` where an interval has been introduced before."""
    if not position or position + 1 >= len(sentence.tokens):
        return False
    opening = sentence.gap(position - 1)
    if not opening.endswith("("):
        return _in_one_bracket(sentence, position)
    if not _OPENS.fullmatch(opening) or not _BARE_LIMITS.fullmatch(sentence.gap(position)):
        return False
    return sentence.after(sentence.tokens[position + 1], 2).lstrip()[:1] in (")", ";", ",")


def _in_one_bracket(sentence: Sentence, position: int) -> bool:
    """``(0.61, 0.49-0.75; ...)`` and ``(36%; 17-59)``: an estimate and its limits share one bracket."""
    estimate, lower, upper = sentence.tokens[position - 1 : position + 2]
    return (
        sentence.gap(position - 1) in (", ", "; ")
        and _DASHED.fullmatch(sentence.gap(position)) is not None
        and sentence.before(estimate, 3).endswith(("(", "; "))
        and sentence.after(upper, 2).lstrip(" %")[:1] in (")", ";", ",")
        and lower.value <= estimate.value <= upper.value
    )


def _estimate(sentence: Sentence, position: int, start: int) -> Token | None:
    """The number that the interval at a position is of."""
    tokens = sentence.tokens
    at = position - 1
    if at >= 0 and is_p(sentence, tokens[at]):
        start = sentence.page.low.rfind("p", tokens[at - 1].end if at else sentence.start, tokens[at].start)
        at -= 1
    if at > 0 and _PER.search(sentence.before(tokens[at], 5)):
        at -= 1
    if at < 0:
        return None
    between = sentence.page.low[tokens[at].end : start]
    return tokens[at] if len(between) <= 110 and _TO_INTERVAL.fullmatch(between) else None


def _p_before(sentence: Sentence, first: int) -> Token | None:
    """The p-value between the estimate and its interval: ``HR 0.72, p = 0.006, 95% CI 0.57-0.91``."""
    if first < 2 or not is_p(sentence, sentence.tokens[first - 1]) or len(sentence.gap(first - 2)) > 16:
        return None
    return sentence.tokens[first - 1]


def _p(sentence: Sentence, last: int) -> Token | None:
    """The p-value behind the upper limit."""
    if last + 1 >= len(sentence.tokens):
        return None
    token = sentence.tokens[last + 1]
    gap = sentence.gap(last)
    if len(gap) > 60 or not is_p(sentence, token) or not _TO_P.fullmatch(gap):
        return None
    if _OTHER_P.match(sentence.after(token, 40)) or "for " in gap or re.search(r"trend|interact|heterog", gap):
        return None
    return token
