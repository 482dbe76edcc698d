"""Percentages that only name their group: ``52.4% vs 32.1%``, ``10% in the CAV group``, ``respectively``.

A percentage goes to an arm by its name in the text, or by the order in which two arms are named. It becomes
a claim only where some count of that arm makes it: a percentage may always be of something else.
"""

import re
from collections.abc import Sequence

import msgspec

from checker.extract.arithmetic import impossible, possible, telling
from checker.extract.drafts import Drafts, reported
from checker.extract.numbers import Token
from checker.extract.percentages import at_a_time
from checker.extract.populations import GROUP, LETTERED, Populations, Size
from checker.extract.sentences import Page, Sentence
from checker.kinds import Proportion

_VERSUS = re.compile(r"[ ,]{0,2}(?:vs\.?|versus|compared (?:with|to)|as compared with|against)[ ]")
_AND = re.compile(r"[ ,]{0,2}and[ ]")
NOT_A_SHARE = re.compile(
    r"increase|decrease|reduc|improv|declin|change|surviv|mean|median|hazard|ratio|(?<!or )higher|(?<!or )lower|less|"
    r"difference|mortality at|free|probabilit|\b[oedp]fs\b|\bos\b|weight|hba1c|ejection"
)


# Estimates that no count need give.
_ESTIMATED = re.compile(
    r"estimat|kaplan|actuarial|cumulative|adjusted|weighted|predicted|probabil|surviv|incidence|free|per |"
    r"rate of change|\d[- ](?:year|month)|"
    r"events|episode|cycle|sample|specimen|eyes|lesion|site|mean|median|coverage|adheren|complian"
)
_MOST_ARMS = 12
_LEAST_ARMS = 2


class Arm(msgspec.Struct, frozen=True):
    """A group of the paper: the word that tells it from the others, and its size."""

    word: str
    size: Size


def arms(populations: Populations, in_table: Sequence[Size] = ()) -> list[Arm]:
    """The groups that the paper names with their size, each by a word that no other has; or else those of a table."""
    named: dict[str, Size] = {}
    for size in populations.sizes:
        if size.rank == GROUP and size.value >= 5 and not size.name.startswith("people"):
            named.setdefault(size.name.lower(), size)
            if len(named) == _MOST_ARMS:
                break
    if len(named) < _LEAST_ARMS:
        named.update((size.name.lower(), size) for size in in_table[:_MOST_ARMS])
    words = {name: set(name.split("-")) for name in named}
    found = []
    for name, size in named.items():
        if LETTERED.fullmatch(name.replace("-", " ")):
            found.append(Arm(name.replace("-", " "), size))
            continue
        own = [
            word
            for word in name.split("-")
            if len(word) >= 2 and not any(word in others for other, others in words.items() if other != name)
        ]
        if own:
            found.append(Arm(max(own, key=len), size))
    return found


def find(page: Page, drafts: Drafts, populations: Populations, known: list[Arm]) -> None:
    """Add claims for percentages of named arms, and for p-values that compare two of them."""
    if len(known) < 2:
        return
    pattern = re.compile(r"(?<![a-z0-9])(" + "|".join(re.escape(arm.word) for arm in known) + r")(?![a-z0-9])")
    by_word = {arm.word: arm for arm in known}
    previous: list[Arm] = []
    for sentence in page.sentences:
        mentions = [
            (found.start(), by_word[found.group()])
            for found in pattern.finditer(page.low, sentence.start, sentence.end)
        ]
        order = list({arm.word: arm for _, arm in mentions}.values())
        _pairs(sentence, mentions, order if len(order) == 2 else previous if not order else [], drafts, populations)
        _named(sentence, mentions, drafts, populations)
        if len(order) == 2:
            previous = order
        elif order:
            previous = []


def _pairs(
    sentence: Sentence, mentions: list[tuple[int, Arm]], order: list[Arm], drafts: Drafts, populations: Populations
) -> None:
    """``52.4% vs 32.1%`` and ``30% and 4%, respectively`` of two arms, in the order in which they are named."""
    if len(order) != 2:
        return
    tokens = sentence.tokens
    used = sentence.page.used
    for index in range(len(tokens) - 1):
        one, other = tokens[index], tokens[index + 1]
        if not (one.percent and other.percent) or one.start in used or other.start in used:
            continue
        gap = sentence.gap(index)
        versus = _VERSUS.fullmatch(gap)
        if not versus and not (_AND.fullmatch(gap) and "respectively" in sentence.after(other, 30)):
            continue
        if index and tokens[index - 1].percent and len(sentence.gap(index - 1)) < 8:
            continue
        if any(one.start > at and at > other.end and at - other.end < 30 for at, _ in mentions):
            continue
        begin = max(sentence.start, one.start - 60)
        if NOT_A_SHARE.search(_since_number(sentence, index, begin)):
            continue
        fitting = [possible(figure, arm.size.value) for figure, arm in zip((one, other), order, strict=True)]
        if not all(fitting) and not (any(fitting) and _held(sentence, (one, other), order, fitting, populations)):
            continue
        for figure, arm in zip((one, other), order, strict=True):
            _add(sentence, figure, arm, drafts, populations)


def _held(
    sentence: Sentence, figures: Sequence[Token], order: Sequence[Arm], fitting: list[bool], populations: Populations
) -> bool:
    """Whether a share of one of two arms is impossible and that of the other cannot fit by chance."""
    at = fitting.index(False)
    good, arm = figures[1 - at], order[1 - at]
    bad, size = figures[at], order[at].size.value
    return (
        good.decimals > 0
        and telling(good, arm.size.value)
        and impossible(bad, size)
        and not any(possible(bad, value) for value in populations.by_value if value >= 5)
        and not _ESTIMATED.search(sentence.low)
    )


def _since_number(sentence: Sentence, index: int, begin: int) -> str:
    """The words in front of a number, back to the number before."""
    if index:
        begin = max(begin, sentence.tokens[index - 1].end)
    return sentence.page.low[begin : sentence.tokens[index].start]


def _named(sentence: Sentence, mentions: list[tuple[int, Arm]], drafts: Drafts, populations: Populations) -> None:
    """``10% in the CAV group``: the first arm named behind the percentage, nothing numeric between."""
    found: list[tuple[Token, Arm]] = []
    for index, token in enumerate(sentence.tokens):
        if not token.percent or token.start in sentence.page.used:
            continue
        following = sentence.tokens[index + 1].start if index + 1 < len(sentence.tokens) else sentence.end
        behind = [(at, arm) for at, arm in mentions if token.end < at < min(following, token.end + 50)]
        if not behind:
            continue
        at, arm = behind[0]
        words = sentence.page.low[token.end : at]
        if not re.match(
            r" ?\)? ?(?:of (?:the )?(?:patients|subjects|participants|those) )?(?:in|of|with|for|on|among) ", words
        ):
            continue
        if at_a_time(sentence.page, sentence, token) is not None:
            continue
        if not NOT_A_SHARE.search(_since_number(sentence, index, token.start - 60)):
            found.append((token, arm))
    fitting = [possible(token, arm.size.value) for token, arm in found]
    if len(found) == 2 and any(fitting) and not all(fitting) and found[0][1] is not found[1][1]:
        figures, order = zip(*found, strict=True)
        if _held(sentence, figures, order, fitting, populations):
            fitting = [True, True]
    for (token, arm), fits in zip(found, fitting, strict=True):
        if fits:
            _add(sentence, token, arm, drafts, populations)


def _add(sentence: Sentence, token: Token, arm: Arm, drafts: Drafts, populations: Populations) -> str:
    name = populations.declare(arm.size, drafts)
    sentence.page.used.add(token.start)
    sentence.page.of[token.start] = name
    drafts.add(Proportion, sentence, [token], of=name, percent=reported(token))
    return name
