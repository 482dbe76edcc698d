"""The arms of a randomised trial, and the number randomised.

``80 patients were randomly allocated to alfa (n = 41) or beta (n = 39)``, ``we randomised 60 women, 31 to alfa and
29 to beta``. Arms that make the number are a claim that holds. Arms that do not are one only where the words leave no
room: one number of people, every arm with its number, nobody left out or analysed.
"""

import itertools
import re

from checker.extract import phrases
from checker.extract.drafts import Drafts, count
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence
from checker.kinds import Group, Partition

_RANDOMISED = re.compile(r"\brandom(?:ly (?:assigned|allocated|divided|selected|distributed)|i[sz]ed)\b")
_ASSIGNED_RANDOMLY = re.compile(r"\b(?:assigned|allocated|divided) randomly\b|\brandomly\b")
_PEOPLE = re.compile(rf"(?: [a-z0-9/+'()-]{{1,24}}){{0,5}}? (?:{phrases.NOUNS}|people|volunteers|pairs)\b")
_N = re.compile(r"(?:^|[^a-z])n ?= ?$")
_PATIENTS = re.compile(r" (?:patients|subjects|participants|women|men|children|infants|people) ?\)")
_TO_ARM = re.compile(r" (?:[a-z]+ ){0,2}(?:to (?![0-9])|in the [a-z -]{1,40}(?:group|arm)|receiv)")
_THEMSELVES = (" were ", " ")
_GROUPS = re.compile(r"\b(?P<number>two|three|four|five|six|[2-6]) (?:[a-z-]{1,20} ){0,3}(?:groups|arms)\b")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
# Words that tell of fewer, or of others, than those randomised.
_OTHERS = re.compile(
    r"analy[sz]|complet|evalua|withdr|exclu|dropp?ed|\blost\b|follow|protocol|availab|cross-?over|\beach\b|of whom|"
    r"\bwho\b|whose|remain|\bothers?\b|\beyes\b|trials|studies|subgroup|phase|pseudo|\. |respon"
)
_LAST = re.compile(r"\b(?:and|or|vs|versus|with)\b|,|;|&")
# How far arms may lie from the whole before it is likelier that one of them is printed elsewhere.
_LEAST, _MOST = 0.8, 1.25
_MOST_ARMS = 6


def find(page: Page, drafts: Drafts) -> None:
    """Add a claim for every number randomised that is printed with its arms."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 3 or "random" not in sentence.low:
            continue
        tokens = [token for token in sentence.tokens if token.countable]
        for style in (_is_n, _is_bracketed, _is_sent):
            arms = [token for token in tokens if style(sentence, token)]
            if 2 <= len(arms) <= _MOST_ARMS:
                _read(sentence, tokens, arms, drafts)
                break


def _is_n(sentence: Sentence, token: Token) -> bool:
    return _N.search(sentence.before(token, 6)) is not None


def _is_bracketed(sentence: Sentence, token: Token) -> bool:
    return sentence.before(token, 2).endswith("(") and _PATIENTS.match(sentence.after(token, 20)) is not None


def _is_sent(sentence: Sentence, token: Token) -> bool:
    return _TO_ARM.match(sentence.after(token, 60)) is not None


def _read(sentence: Sentence, tokens: list[Token], arms: list[Token], drafts: Drafts) -> None:
    before = [token for token in tokens if token.start < arms[0].start]
    whole = _whole(sentence, before)
    sums = list(itertools.accumulate(arm.value for arm in arms))
    if whole is not None and whole.value in sums[1:]:
        # ``..., 67 to alfa and 34 to placebo; 3 in the alfa group were not treated``
        arms = arms[: sums.index(whole.value) + 1]
    together = sum(arm.value for arm in arms)
    if whole is None or whole.value != together:
        whole = next((token for token in before[::-1] if token.value == together), whole)
    if whole is None or max(arm.value for arm in arms) >= whole.value:
        return
    if together != whole.value and not _leaves_no_room(sentence, tokens, whole, arms):
        return
    sentence.page.allocated.update(arm.start for arm in arms)
    drafts.add(
        Partition,
        sentence,
        [whole, *arms],
        whole=count(whole),
        parts=tuple(Group(count=count(arm)) for arm in arms),
    )


def _whole(sentence: Sentence, before: list[Token]) -> Token | None:
    """The number of people that the words about randomising are said of, among those in front of the arms."""
    low = sentence.page.low
    for pattern in (_RANDOMISED, _ASSIGNED_RANDOMLY):
        for found in pattern.finditer(low, sentence.start, sentence.end):
            for token in before:
                near = token.start - found.end()
                if token.comparator == "=" and 0 < near <= 24 and _PEOPLE.match(sentence.after(token, 90)):
                    return token
            people = [
                token
                for token in before
                if token.end <= found.start()
                and token.comparator == "="
                and (_PEOPLE.match(sentence.after(token, 90)) or low[token.end : found.start()] in _THEMSELVES)
            ]
            if people and found.start() - people[-1].end <= 160:
                return people[-1]
    return None


def _leaves_no_room(sentence: Sentence, tokens: list[Token], whole: Token, arms: list[Token]) -> bool:
    """Whether the arms must make the whole, though they do not."""
    low = sentence.page.low
    end = min(sentence.end, arms[-1].end + 60)
    if _OTHERS.search(low, sentence.start, end - 1) or not _RANDOMISED.search(low, sentence.start, arms[0].start):
        return False
    if not _LEAST * whole.value <= sum(arm.value for arm in arms) <= _MOST * whole.value:
        return False
    others = [token for token in tokens if token not in arms and token is not whole and token.start < arms[-1].end]
    if any(_PEOPLE.match(sentence.after(token, 60)) for token in others):
        return False
    said = _GROUPS.search(low, sentence.start, sentence.end)
    if said and _NUMBERS.get(said["number"], 0) != len(arms) and said["number"] != str(len(arms)):
        return False
    return _LAST.search(sentence.between(arms[-2], arms[-1])) is not None
