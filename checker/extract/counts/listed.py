"""Percentages without count or group, of all the paper's patients: ``sepsis (11.4%), pneumonia (21.9%)``.

Whole people make only some percentages of a small number. Where most members of a list are percentages of
the paper's main population, the others are held against it too.
"""

import itertools
import re

from checker.extract import phrases
from checker.extract.arithmetic import chance, fits, impossible, possible, telling
from checker.extract.arms import NOT_A_SHARE
from checker.extract.counted import Counted
from checker.extract.drafts import Drafts, reported
from checker.extract.numbers import Token
from checker.extract.populations import PART, Populations, Size
from checker.extract.sentences import Page, Sentence
from checker.kinds import Proportion

# A share that a random figure would fit by chance more often than this tells nothing.
_CHANCE = 0.34
_SHORTEST_LIST = 3
_PEOPLE_WORDS = re.compile(
    r"patients|participants|subjects|women|children|cases|adverse events?|toxicit|rate\b|occurred|observed|developed|"
    r"reported|discontinu|death|infection"
)
_OF_PATIENTS = re.compile(r" of (?:the |all )?patients\b(?! (?:with|who|in))")
# ``58.8% of CRc patients``: the group by its name.
_OF_NAMED = re.compile(r" of (?:the )?(?P<key>[a-z0-9][\w/-]{1,30}) patients\b")
# Members of such lists are shares of different groups.
_CONTRAST = re.compile(r"\bthan\b|\bvs\b|versus|compared|whereas|while|respectively|those|group")
_ELSEWHERE = re.compile(
    r"previous|et al|literature|historical|other studies|reported by|threshold|defined|at least|blasts?\b"
)


def find(page: Page, drafts: Drafts, populations: Populations) -> None:
    """Add claims for percentages of the paper's main population."""
    main = populations.main()
    if main is None:
        _of_only(page, drafts, populations)
        return
    counted = Counted.of(page)
    weighted = page.says(phrases.WEIGHTED)
    for sentence in page.sentences:
        cited = any(token.reason == "citation" for token in sentence.others)
        free = [token for token in sentence.tokens if token.percent and token.start not in page.used]
        if not free or cited or sentence.block.kind == "title" or _ELSEWHERE.search(sentence.low):
            continue
        _list(sentence, [token for token in free if _bracketed(sentence, token)], main, drafts, populations, weighted)
        _of_named(sentence, free, counted, drafts, populations)
        if _PEOPLE_WORDS.search(sentence.low):
            _single(sentence, free, main, drafts, populations)
    _again(page, main, drafts, populations)


def _of_only(page: Page, drafts: Drafts, populations: Populations) -> None:
    """Lists of the only size that a paper states, where nearly all members fit and none can by chance."""
    only = populations.only
    if only is None or page.says(phrases.WEIGHTED):
        return
    for sentence in page.sentences:
        members = [
            token
            for token in sentence.tokens
            if token.percent and token.start not in page.used and _bracketed(sentence, token)
        ]
        if len(members) < _SHORTEST_LIST or sentence.block.kind == "title" or _ELSEWHERE.search(sentence.low):
            continue
        misfits = [member for member in members if not possible(member, only.value)]
        if (
            len(misfits) <= 1
            and all(telling(member, only.value) for member in members)
            and all(impossible(member, only.value) for member in misfits)
        ):
            _list(sentence, members, only, drafts, populations, weighted=False)


def _again(page: Page, main: Size, drafts: Drafts, populations: Populations) -> None:
    """A percentage with decimals that is printed before, of one known size: the same figure again."""
    known = page.known
    for start, (number, total) in page.shares.items():
        token = page.token(start)
        # The nearest size to a share need not be its own.
        if token is not None and token.decimals and fits(number.value, total.value, token):
            known.setdefault(token.canonical, set()).add(int(total.value))
    for sentence in page.sentences:
        cited = any(token.reason == "citation" for token in sentence.others)
        for token in sentence.tokens:
            if not token.percent or token.start in page.used or cited or len(known.get(token.canonical, ())) != 1:
                continue
            if NOT_A_SHARE.search(sentence.page.low[max(sentence.start, token.start - 60) : token.start]):
                continue
            [value] = known[token.canonical]
            size = populations.by_value.get(value)
            if size is None:
                continue
            if value != main.value and _OF_PATIENTS.match(sentence.after(token)) and not possible(token, main.value):
                # ``58.8% of patients``, of the responders in truth.
                _add(sentence, token, main, drafts, populations, (populations.declare(size, drafts),))
            else:
                _add(sentence, token, size, drafts, populations, ())


def _bracketed(sentence: Sentence, token: Token) -> bool:
    """``word (12.5%)``, nothing else in the brackets."""
    before = sentence.before(token, 3).rstrip(" ")
    return before.endswith("(") and sentence.after(token, 2).lstrip(" ").startswith(")")


def _list(
    sentence: Sentence, members: list[Token], main: Size, drafts: Drafts, populations: Populations, weighted: bool
) -> None:
    if len(members) < _SHORTEST_LIST or any(member.comparator != "=" for member in members):
        return
    if any(chance(member, main.value) > _CHANCE for member in members):
        return
    begin = max(sentence.start, members[0].start - 100)
    if NOT_A_SHARE.search(sentence.page.low[begin : members[0].start]):
        return
    if _CONTRAST.search(sentence.page.low, members[0].end, members[-1].start):
        return
    fitting = [member for member in members if possible(member, main.value)]
    cut_off = [member for member in members if member not in fitting and possible(member, main.value, 1.0)]
    if not fitting or 2 * (len(fitting) + len(cut_off)) < len(members):
        return
    for member in members:
        alternatives: tuple[str, ...] = ()
        if member not in fitting:
            if weighted:
                continue
            others = (
                size
                for size in itertools.islice(populations.by_value.values(), 200)
                if size.rank < PART and size.value != main.value and size.value >= 5 and possible(member, size.value)
            )
            alternatives = tuple(populations.declare(size, drafts) for size in itertools.islice(others, 3))
        _add(sentence, member, main, drafts, populations, alternatives)


def _of_named(
    sentence: Sentence, free: list[Token], counted: Counted, drafts: Drafts, populations: Populations
) -> None:
    """A percentage of a group that the words behind it name, where some count of the group makes it."""
    for token in free:
        named = _OF_NAMED.match(sentence.after(token))
        size = counted.named(named["key"]) if named and token.start not in sentence.page.used else None
        if size is not None and possible(token, size.value):
            _add(sentence, token, size, drafts, populations, ())


def _single(sentence: Sentence, free: list[Token], main: Size, drafts: Drafts, populations: Populations) -> None:
    """A percentage in a sentence about patients that a count of them makes, and that few others would."""
    for token in free:
        if token.start in sentence.page.used or chance(token, main.value) > _CHANCE / 2:
            continue
        begin = max(sentence.start, token.start - 60)
        around = sentence.page.low[begin : min(sentence.end, token.end + 20)]
        if possible(token, main.value) and not NOT_A_SHARE.search(around) and not phrases.MODELLED.search(around):
            _add(sentence, token, main, drafts, populations, ())


def _add(
    sentence: Sentence,
    token: Token,
    main: Size,
    drafts: Drafts,
    populations: Populations,
    alternatives: tuple[str, ...],
) -> None:
    sentence.page.used.add(token.start)
    if token.decimals:
        sentence.page.known.setdefault(token.canonical, set()).add(main.value)
    drafts.add(
        Proportion,
        sentence,
        [token],
        of=populations.declare(main, drafts),
        percent=reported(token),
        alternatives=alternatives,
    )
