"""Counts in brackets behind a count, or behind a colon: ``20 (16 by surgery and 4 by radiation)``; and the rest.

Such counts nearly always make the one in front of them. Where they do not, members in two parts or in none are the
innocent reason, and the finding says so; only arms, stages and a stated rest leave no room for them.
"""

import re
from collections.abc import Iterator, Sequence

from checker.extract import phrases
from checker.extract.drafts import Drafts, count
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.kinds import Group, Partition

_SHARE = r"(?: ?\( ?[0-9.]{1,6} ?% ?\))?"
_WORDS = r"(?:(?:,? |-)(?!(?:vs|versus|than|median|mean)\b)[a-z][a-z'/-]{0,24})"
# From a count to what opens the list of its parts.
_OPENS = re.compile(
    rf"{_SHARE}(?: of (?:the )?[0-9]{{1,5}})?"
    rf"{_WORDS}{{0,10}}{_SHARE}{_WORDS}{{0,6}}"
    r" ?(?P<open>\(|:|\(including |, including ) ?"
)
_NUMBER = r"(?:n ?= ?)?(?:[0-9]{1,5}|[a-z]{3,6}(?:-[a-z]{3,5})?)"
# ``and 4 (20%) by radiation (25%) of stage IIb``
_STAGE = r"(?: (?:[ivx]{1,4}[abc]?|[0-9][abc]?))?"
_MEMBER = rf"{_NUMBER}{_SHARE}(?: (?!and\b|vs\b)[^\s,;.:()0-9]{{1,24}}){{1,9}}{_SHARE}{_STAGE}"
_LIST = re.compile(rf"{_MEMBER}(?:(?:,|;|,? and|; and) {_MEMBER}){{1,6}}(?= ?\)|[.;] ?$)")
# ``(placebo 49, sertraline 47)``
_NAME = r"(?:[a-z][a-z-]{2,24} ){1,3}(?:n ?= ?)?[0-9]{1,5}"
_NAMED = re.compile(rf"{_NAME}(?:(?:,|;| and|, and) {_NAME}){{1,5}}(?= ?\))")
# ``(182 and 178, respectively)``
_IN_ORDER = re.compile(r"[0-9]{1,5} and [0-9]{1,5}, respectively(?= ?\))")
_LABELLED = re.compile(r"(?:grade|stage|type|class|group|arm|phase) (?:[ivx]{1,4}[abc]?|[0-9][abc]?|[a-e])\b")
_ARM = re.compile(r"\b(?:group|arm)\b")
# Counts of other things than the members of the whole, or of members in any number of parts.
_NOT_PARTS = re.compile(
    r"\bper\b|\beach\b|\bboth\b|times|years|months|weeks|days|hours|dose|mg|cycles|visits|sessions|events?\b|episodes|"
    r"symptom|complication|toxicit|adverse|\bor more\b|at least|range|median|mean|score|points"
)
_REASONS = re.compile(r"(?:because of|owing to|due to) ")
_SEXES = re.compile(r"\b(?:fe)?males?\b|\bmen\b|\bwomen\b|\bboys\b|\bgirls\b")
_SEPARATOR = re.compile(r"(?:,|;|,? and|; and) ")
_LEAST = 3
_FARTHEST = 0.8
_MOST_PARTS = 7
_REST = re.compile(r"\bthe (?:remaining|other|rest,?) $")
_NOUN = re.compile(rf" ((?:{phrases.NOUNS})\b)")
_OPENING = re.compile(rf"(?:[a-z]{{4,12}}[:.] ?)?(?:of|among|in) (?:(?:{phrases.ADJECTIVES}) ){{0,3}}$")


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every count printed with counts that one reads as its parts."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 3:
            continue
        low = sentence.low
        if "(" in low or ":" in low or "including" in low:
            for index, token in enumerate(sentence.tokens):
                if token.countable and token.value >= _LEAST and token.comparator == "=":
                    _bracketed(sentence, index, drafts)
        if "the " in low:
            _rest(sentence, drafts)


def _bracketed(sentence: Sentence, index: int, drafts: Drafts) -> None:
    whole = sentence.tokens[index]
    low = sentence.page.low
    opens = _OPENS.match(low, whole.end, min(sentence.end, whole.end + 160))
    if opens is None:
        return
    found = None
    for pattern in (_LIST, _NAMED, _IN_ORDER):
        found = pattern.match(low, opens.end(), min(sentence.end, opens.end() + 400))
        if found:
            break
    if found is None or _SEXES.search(found.group()):
        return
    if _NOT_PARTS.search(low, whole.end, found.end()) and not _REASONS.search(found.group()):
        return
    parts = list(_parts(sentence, index, opens.end(), found.end()))
    words = found.group()
    if len(parts) != len(_SEPARATOR.findall(words.replace(", respectively", ""))) + 1:
        return
    if len(parts) > _MOST_PARTS or any(part.value >= whole.value for part in parts):
        return
    together = sum(part.value for part in parts)
    plain = together == whole.value
    near = _FARTHEST * whole.value <= together <= whole.value / _FARTHEST
    # What patients have they may have together.
    had = " with " in words and " and " not in words
    if not plain and ("including" in opens["open"] or not near or had):
        return
    firm = len(_ARM.findall(words)) == len(parts) or len(_LABELLED.findall(words)) == len(parts)
    _add(drafts, sentence, whole, parts, presumed=not firm)


def _parts(sentence: Sentence, index: int, start: int, end: int) -> Iterator[Token]:
    """The counts of a list, without their percentages and the numbers of stages."""
    for token in sentence.tokens[index + 1 :]:
        if token.start >= end:
            return
        if token.start >= start and token.countable:
            yield token


def _rest(sentence: Sentence, drafts: Drafts) -> None:
    """``Of 18 patients, 3 died and the other 15 recovered``: one count, and all that are left."""
    tokens = [token for token in sentence.tokens if token.countable][:3]
    if len(tokens) < 3 or not _REST.search(sentence.before(tokens[2], 20)):
        return
    whole, one, other = tokens
    if not _OPENING.fullmatch(sentence.page.low[sentence.start : whole.start]):
        return
    named = _NOUN.match(sentence.after(other, 40))
    if one.value + other.value != whole.value and named and named[1] not in sentence.between(whole, one):
        # ``Of 30 lesions, 12 were benign; the other 20 specimens``
        return
    if max(one.value, other.value) < whole.value and not _NOT_PARTS.search(sentence.between(whole, other)):
        _add(drafts, sentence, whole, (one, other), presumed=False)


def _add(drafts: Drafts, sentence: Sentence, whole: Token, parts: Sequence[Token], presumed: bool) -> None:
    if any(part.start in sentence.page.allocated for part in parts):
        return
    drafts.add(
        Partition,
        sentence,
        [whole, *parts],
        whole=count(whole),
        parts=tuple(Group(count=count(part)) for part in parts),
        presumed=presumed,
    )
