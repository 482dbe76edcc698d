"""The arms of a study, and the number of people who a sentence before says were taken into it.

``Forty patients were enrolled. They were divided into alfa (n = 22) and beta (n = 18).`` Nothing says that these are
all of them: some may have been left out, and an arm may be told of elsewhere. So the claim is a guess, and is made
only where the sentences before have one number of people that may be the whole.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from checker.extraction import wholes
from checker.extraction.numbers import Token
from checker.extraction.people import People
from checker.extraction.people.groups import Group
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.numerals import number_of_words

_SPLIT = re.compile(
    r"\brandom|\bdivided\b|\bassigned\b|\ballocated\b|\bsplit\b|\bclassified into\b|\bgrouped\b|"
    r"\bthere were\b[^.]{0,40}\bgroup\b"
)
# Words that tell of fewer, or of others, than all of them, or of arms that are not told of here.
_OTHERS = re.compile(
    r"analy[sz]|complet|evaluable|withdr|exclu|dropp?ed|\blost\b|per.protocol|availab|cross-?over|of whom|"
    r"remain|\bothers?\b|\beyes\b|subgroup|subset|matched|\bdied\b|deaths?\b|events?\b|screened|agreed|run-in|"
    r"those with|\btrials\b|in (?:the )?follow"
)
_LIST = re.compile(r"\bn ?= ?[0-9]+(?:, ?(?:and )?[0-9]| and [0-9])")
_ANY_ARM = re.compile(r"\bn ?= ?[0-9]")
_LETTERED = re.compile(r"\bgroups? (?:[a-f]|[1-6]|i{1,3}|iv)\b")
# ``group 2 with 9 patients``
_NAMED = re.compile(
    rf"{_LETTERED.pattern} ?(?:\([^()]{{1,20}}\) )?"
    r"(?:,? ?with|consist\w{2,4} of|compris\w{2,4}|includ\w{2,3}|had|of|:) $"
)
_SAID = re.compile(r"\b(?P<number>two|three|four|five|six|[2-6]) (?:[a-z-]{1,20} ){0,3}(?:groups|arms)\b")
_PLACES = re.compile(
    r" (?:[a-z-]{2,20} ){0,3}(?:settings|hospitals|clinics|centers|centres|sites|practices|countries)\b"
)
# Of so many something is told: ``95 met the criteria``.
_TOLD_OF = re.compile(
    r"(?: (?!and\b|or\b|to\b)[a-z-]{2,20}){0,5}? (?:were|was|met|agreed|consented|gave|completed|fulfilled|remained|"
    r"entered)\b"
)
_ARMS = frozenset(("sized", "arm"))
_PEOPLE = frozenset(("people", "did"))
_TOTAL = re.compile(r"\btotal of $")
_BACK = 3
_NAME = "arms of a number before them"
MAKES = (_NAME,)
_NOT_SAID = "nothing says that these are all of the number before them"


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for the arms of every sentence that says of nobody how many they are together."""
    if not page.says(_SPLIT):
        return
    groups = [group for group in page.once(People).groups if group.sentence >= 0]
    for index, members in itertools.groupby(groups, lambda group: group.sentence):
        sentence = page.sentences[index]
        if not _SPLIT.search(sentence.low):
            continue
        arms = _arms(sentence, list(members))
        if not arms:
            continue
        whole = _whole(page, groups, sentence, arms)
        reason = "no one number of people stands in front" if whole is None else _unless(page, sentence, whole, arms)
        page.note(arms[0], reason)
        if whole is not None and reason is None:
            yield from wholes.proposals(sentence, whole, arms, _NAME, _NOT_SAID)


def _arms(sentence: Sentence, members: Sequence[Group]) -> list[Token]:
    """The sizes of the arms that a sentence tells of; that of each as often as there are groups."""
    each = [group for group in members if group.how == "each" or _is_each(sentence, group)]
    said = _number(sentence)
    if len(each) == 1 and said:
        return [each[0].token] * said
    arms = [
        group
        for group in members
        if group.how in _ARMS
        or (group.how == "people" and (group.lettered or _NAMED.search(sentence.before(group.token, 40))))
    ]
    tokens = sorted({group.token.start: group.token for group in arms}.values(), key=lambda token: token.start)
    return tokens if len(tokens) > 1 and (not said or said == len(tokens)) else []


def _is_each(sentence: Sentence, group: Group) -> bool:
    return (
        group.how in ("people", "of")
        and re.match(r" [a-z]{3,14} (?:in )?each\b", sentence.after(group.token, 30)) is not None
    )


def _number(sentence: Sentence) -> int:
    """How many groups the sentence says there are, or names by a letter; 0 where it does not say."""
    if said := _SAID.search(sentence.low):
        return number_of_words(said["number"]) or int(said["number"])
    return len({found.group() for found in _LETTERED.finditer(sentence.low)})


def _whole(page: Page, groups: Sequence[Group], sentence: Sentence, arms: Sequence[Token]) -> Token | None:
    """The one number of people that the sentences before tell of and that is above each of the arms."""
    largest, first = max(arm.value for arm in arms), arms[0].start
    before = [
        group
        for group in groups
        if (
            group.how in _PEOPLE
            or group.sentence == sentence.index
            or _TOTAL.search(page.low, max(0, group.token.start - 9), group.token.start)
        )
        and group.unit is None
        and group.token.start < first
        and group.size > largest
        and group.token.comparator == "="
        and not _PLACES.match(page.low, group.token.end)
    ]
    near = [group for group in before if sentence.index - _BACK <= group.sentence] or before
    if any(group.sentence == sentence.index for group in near):
        # What stands in the sentence of the arms is its own business.
        return None
    return near[-1].token if len({group.size for group in near}) == 1 else None


def _unless(page: Page, sentence: Sentence, whole: Token, arms: Sequence[Token]) -> str | None:
    """Why the arms need not make the number."""
    begin = page.sentence(whole.start)
    start = begin.start if begin is not None else whole.start
    if found := _OTHERS.search(page.low, start, min(sentence.end, arms[-1].end + 60)):
        return f"the words {found.group()!r} may tell of others"
    if _LIST.search(sentence.low):
        return "sizes in a list"
    following = page.sentences[sentence.index + 1] if sentence.index + 1 < len(page.sentences) else None
    if following is not None and _SPLIT.search(following.low) and _ANY_ARM.search(following.low):
        return "another arm may be told of in the next sentence"
    largest = max(arm.value for arm in arms)
    if any(
        token.countable and token.value > largest and _TOLD_OF.match(page.low, token.end)
        for token in page.within(whole.end, arms[0].start)
    ):
        return "a number that is nearer may be the whole"
    different = len({arm.start for arm in arms})
    return "another size stands among them" if len(_ANY_ARM.findall(sentence.low)) > different else None
