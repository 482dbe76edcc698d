"""Two groups' means with their spreads, and the p or the difference printed for them.

Many tests can be behind such a p. Where the paper states none, or the sizes are not printed with the means, a claim
is made only of figures that agree: anything else would be as well explained by a rank test, pairs or a model.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any, Literal

import msgspec

from checker.extract.arithmetic import ordered
from checker.extract.arms import Arm
from checker.extract.drafts import Drafts, count, reported
from checker.extract.intervals import Interval, intervals, is_p
from checker.extract.measurements.means import Mean, Printed
from checker.extract.numbers import Token
from checker.extract.populations import Populations
from checker.extract.sentences import Page
from checker.kinds import MeanComparison, MeanGroup
from checker.model import Count
from checker.rounding import interval
from checker.statistics import two_means
from checker.statistics.two_means import Sample

_VERSUS = re.compile(r"\bvs?\b\.?|versus|compared|than|\band\b|whereas|while|but|against|,|;|relative to|respectively")
# Means of the same people, of a model, or compared by another test than Student's.
DEPENDENT = re.compile(
    r"paired(?<!unpaired)|\bbefore\b|baseline|\bpre-?(?:op|treat|test|inter|proc)?\w{0,10}\b(?=.{0,40}\bpost)|"
    r"\bfrom\b|\binitial|cross-?over|same (?:patients|subjects|eye)|matched|repeated|contralateral|fellow eye|"
    r"time points?|admission|discharge|\bthen\b"
)
OTHER_TEST = re.compile(
    r"adjust|ancova|covarian|regress|\bmodel|mixed|mann|wilcoxon|rank|kruskal|non-?parametric|log-?(?:transf|rank)|"
    r"transformed|geometric|bonferroni|tukey|scheff|dunnett|newman|duncan|anova|analysis of variance|f-test|trend|"
    r"interaction|non-?inferior|equivalen|permutation|bootstrap|bayes|medians?\b|signed|estimating equation|"
    r"least[- ]squares|propensity|weighted|stratif|friedman|log[- ]?rank"
)
T_TEST = re.compile(r"(?<![a-z])t[- ]?tests?(?![a-z])|student'?s|\bunpaired t\b")
# Papers in which somebody is compared with himself.
_ONE_GROUP = re.compile(
    r"cross-?over|latin square|own controls?|within[- ](?:subject|patient|person)|\bmatched|twins?\b"
)
_WELCH = re.compile(r"welch|unequal variance|satterthwaite")
_ONE_SIDED = re.compile(r"\b(?:one|1|single)[- ](?:tailed|sided)")
_FARTHEST = 110
_ALIKE = 1.1
# So many figures whose p is that of a t test, and such a share, show which test the others have.
_LEAST_AGREEING = 2
_SHARE_AGREEING = 0.75


class Pair(msgspec.Struct):
    """Two means that a sentence sets against each other, and what it says of them."""

    one: Mean
    other: Mean
    p: Token | None
    difference: Interval | None


def find(drafts: Drafts, populations: Populations, known: list[Arm], found: list[Mean]) -> None:
    """Add a claim for every p or difference that two printed means can be held against."""
    by_sentence: dict[int, list[Mean]] = {}
    for mean in found:
        by_sentence.setdefault(mean.sentence.index, []).append(mean)
    pairs = [pair for means in by_sentence.values() if len(means) >= 2 for pair in _pairs(means) if _independent(pair)]
    for pair in pairs:
        _add_sized(drafts, pair)
    of_arms = [(pair, arms) for pair in pairs if (arms := _arms(pair, known)) is not None]
    agreeing = [pair.p is not None and agree(pair.one, pair.other, _sizes(arms), pair.p) for pair, arms in of_arms]
    shows = show_test(agreeing, [pair.p for pair, _ in of_arms])
    for good, (pair, arms) in zip(agreeing, of_arms, strict=True):
        if good or shows:
            first, second = (populations.declare(arm.size, drafts) for arm in arms)
            _add(drafts, pair, (group(pair.one, None, first), group(pair.other, None, second)))


def show_test(agreeing: Sequence[bool], printed: Sequence[Token | None]) -> bool:
    """Whether so many p-values in digits are those of a t test that the others must be of one too, or need a reason."""
    in_digits = [good for good, p in zip(agreeing, printed, strict=True) if p is not None and p.comparator == "="]
    return sum(in_digits) >= max(_LEAST_AGREEING, _SHARE_AGREEING * len(in_digits))


def test_of(page: Page, words: str) -> Literal["t", "welch"] | None:
    """The t test of independent groups that the words beside figures state, or else the paper as a whole."""
    has_one_group, test = _of_text(page.low)
    return None if has_one_group else _stated(words) or test


@functools.lru_cache(maxsize=1)
def _of_text(low: str) -> tuple[bool, Literal["t", "welch"] | None]:
    return _ONE_GROUP.search(low) is not None, _stated(low)


def _stated(text: str) -> Literal["t", "welch"] | None:
    if not T_TEST.search(text) or OTHER_TEST.search(text) or re.search(r"(?<!un)paired", text):
        return None
    return "welch" if _WELCH.search(text) else "t"


def _pairs(means: list[Mean]) -> Iterator[Pair]:
    sentence = means[0].sentence
    low = sentence.page.low
    tokens = means[0].numbers
    differences = [interval for interval in intervals(sentence) if interval.estimate is not None]
    for index, (one, other) in enumerate(pairwise(means)):
        begin, end = _end(one), other.value.start
        between = low[begin:end]
        sized = (one.size, other.size)
        if len(between) > _FARTHEST or not _VERSUS.search(between):
            continue
        if _figures(tokens[one.position : other.position], begin, end, sized) or _is_listed(means, index):
            continue
        limit = means[index + 2].value.start if index + 2 < len(means) else sentence.end
        behind = [
            token for token in tokens[other.position :] if _end(other) <= token.start < limit and token not in sized
        ]
        difference = next((found for found in differences if found.estimate in behind[:1]), None)
        if difference is not None:
            words = low[_end(other) : behind[0].start]
            difference = difference if len(words) <= _FARTHEST and "differen" in words else None
            behind = [token for token in behind if difference is None or token.start > difference.upper.start]
        p = behind[0] if behind and is_p(sentence, behind[0]) else None
        if p is not None and (p.start - (difference.upper.end if difference else _end(other)) > _FARTHEST):
            p = None
        if p is not None or difference is not None:
            yield Pair(one, other, p, difference)


def _end(mean: Mean) -> int:
    return mean.size.end if mean.size is not None else mean.spread.end


def _figures(tokens: list[Token], begin: int, end: int, leaving: tuple[Token | None, ...]) -> bool:
    return any(begin <= token.start < end and token not in leaving for token in tokens)


def _is_listed(means: list[Mean], index: int) -> bool:
    """Whether the pair is the end of a longer list, whose p is that of all."""
    if not index:
        return False
    words = means[index].sentence.page.low[_end(means[index - 1]) : means[index].value.start]
    return len(words) < 40 and not re.search(r"\bp[ ]?[=<>]", words)


def _independent(pair: Pair) -> bool:
    """Whether the words around two means allow that a t test of two groups compared them."""
    one, other = pair.one, pair.other
    words = _words(pair)
    return not DEPENDENT.search(words) and not OTHER_TEST.search(words) and one.kind is other.kind


def _words(pair: Pair) -> str:
    sentence = pair.one.sentence
    last = max(token.end for token in (pair.other.spread, pair.p, pair.difference and pair.difference.upper) if token)
    begin = max(sentence.start, pair.one.value.start - 140)
    return sentence.page.low[begin : min(sentence.end, last + 40)]


def _add_sized(drafts: Drafts, pair: Pair) -> None:
    one, other = pair.one, pair.other
    if one.size is None or other.size is None or min(one.size.value, other.size.value) < 2:
        return
    stated = test_of(one.sentence.page, _words(pair)) if one.stated and other.stated else None
    fields: dict[str, Any] = {"test": stated}
    figures = [one.size, other.size]
    difference = pair.difference
    if difference is not None and difference.estimate is not None:
        lower, upper = ordered(difference.lower, difference.upper)
        fields |= {"lower": reported(lower), "upper": reported(upper), "level": difference.level}
        fields["difference"] = reported(difference.estimate)
        figures += [difference.estimate, lower, upper]
    _add(drafts, pair, (group(one, count(one.size), None), group(other, count(other.size), None)), figures, **fields)


def _add(
    drafts: Drafts, pair: Pair, groups: tuple[MeanGroup, MeanGroup], figures: Sequence[Token] = (), **fields: Any
) -> None:
    one, other, p, sentence = pair.one, pair.other, pair.p, pair.one.sentence
    if not one.value.comparator == other.value.comparator == "=":
        return
    drafts.add(
        MeanComparison,
        sentence,
        [one.value, one.spread, other.value, other.spread, *figures, *([p] if p is not None else [])],
        groups=groups,
        p=reported(p),
        tails="1" if _ONE_SIDED.search(sentence.page.low, sentence.start, sentence.end) else None,
        **fields,
    )


def _arms(pair: Pair, known: list[Arm]) -> tuple[Arm, Arm] | None:
    """The two arms that the sentence names for its means, in their order."""
    one, other, sentence = pair.one, pair.other, pair.one.sentence
    if len(known) < 2 or pair.p is None or one.size is not None or other.size is not None:
        return None
    places = [
        (found.start(), arm)
        for arm in known
        for found in re.compile(rf"(?<![a-z0-9]){re.escape(arm.word)}(?![a-z0-9])").finditer(
            sentence.page.low, sentence.start, sentence.end
        )
    ]
    places.sort(key=lambda place: place[0])
    order = list({arm.word: arm for _, arm in places}.values())
    if len(order) != 2:
        # Two arms of nearly one size: it matters little which mean is whose.
        least, most = min(known, key=_size), max(known, key=_size)
        return (known[0], known[1]) if len(known) == 2 and _size(most) <= _ALIKE * _size(least) else None
    end = pair.p.start if pair.p is not None else sentence.end
    between = [arm for at, arm in places if one.spread.end <= at < other.value.start]
    behind = [arm for at, arm in places if other.spread.end <= at < end]
    before = [arm for at, arm in places if at < one.value.start]
    if len(between) == len(behind) == 1 and between != behind:
        return between[0], behind[0]
    if len(between) == 1 and not behind and before and before[-1] is not between[0]:
        return before[-1], between[0]
    if not between and len({arm.word for arm in before}) == 2:
        first, second = list({arm.word: arm for arm in before}.values())
        return first, second
    return None


def _size(arm: Arm) -> int:
    return arm.size.value


def _sizes(arms: tuple[Arm, Arm]) -> tuple[int, int]:
    return _size(arms[0]), _size(arms[1])


def agree(one: Printed, other: Printed, sizes: tuple[int, int], p: Token) -> bool:
    """Whether a t test of the printed means gives the printed p, under either reading of spreads that nobody names."""
    printed = interval(reported(p))
    for kind in (one.kind,) if one.kind is not None else ("sd", "se"):
        samples = []
        for mean, size in zip((one, other), sizes, strict=True):
            value, spread = interval(reported(mean.value)), interval(reported(mean.spread))
            scale = size**0.5 if kind == "se" else 1.0
            samples.append(Sample((value.low, value.high), (max(0.0, spread.low) * scale, spread.high * scale), size))
        for test in (two_means.student, two_means.welch):
            low, high = two_means.p_value(test(*samples))
            if printed.low <= high and low <= printed.high:
                return True
    return False


def group(mean: Printed, total: Count | None, of: str | None) -> MeanGroup:
    """A printed mean as one of the groups of a claim."""
    spread = reported(mean.spread)
    return MeanGroup(
        mean=reported(mean.value),
        sd=spread if mean.kind == "sd" else None,
        se=spread if mean.kind == "se" else None,
        spread=spread if mean.kind is None else None,
        total=total,
        of=of,
    )
