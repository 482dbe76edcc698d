"""People, and the sizes of their parts in the same sentence: ``40 adults with asthma (n = 25) or COPD (n = 15)``.

Nothing says that these are all of them, so the claim is a guess. It is made only where the sentence counts nobody
else: no other number stands between, no size is part of another figure, and as many groups are said as have a size.
"""

import re
from collections.abc import Iterator, Sequence

from checker.extraction import phrases, wholes
from checker.extraction.numbers import Token
from checker.extraction.people import Group, People
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.numerals import number_of_words

_NAME = "N people ... (n = a) ... (n = b)"
MAKES = (_NAME,)
_SIZE = re.compile(r"(?<![a-z])n ?= ?(?=[0-9])")
_SIZED = re.compile(r"(?<![a-z])n ?= ?$")
_WHOLES = frozenset(("people", "of", "did"))
_SAID = re.compile(
    r"\b(?P<number>two|three|four|five|six|seven|eight|[2-8]) (?:[a-z-]{1,20} ){0,3}?(?:groups|arms|regimens|"
    r"treatments)\b"
)
_GROUPS = re.compile(rf"(?:groups|arms|{phrases.PERSONS}) ?\( ?$")
_EACH = re.compile(r"\beach\b|\bper (?:group|arm)\b|\bin (?:both|all)\b|respectively")
# What some of them had, or not all of them had.
_OF_SOME = re.compile(
    r"agreed|\brisks?\b|withdr|dropp?ed|exclu|refus|reason|complication|adverse|side.effect|events?\b|\bdied|deaths?\b|"
    r"\bsome\b|\bmost\b|\bof (?:whom|these|those|them|which)\b|\bwho\b[^()]*\bwho\b|matched|controls?\b.{0,20}\(|eyes|"
    r"subset|subgroup|remaining|\bonly\b|including|such as|e\.g|both\b|at least|symptom|score|"
    r"because|analy|complet|\bthen\b|thereafter|subsequently"
)
# ``20 per group``, ``24 subjects each``; and a choice of two.
_OF_EACH = re.compile(r" (?:[a-z]{3,14} )?(?:(?:in |to |for )?each (?:group|arm)|each\b|per (?:group|arm)\b)")
_TWO = re.compile(r"\b(?:either|receive|to|with) [^;.]{3,140} or (?!n\b)")
_OR = re.compile(r" or (?!more|less|few|great)")
_BOUND = re.compile(r" or (?:more|less|few|great)")
_PERSONS = re.compile(rf"\b(?:{phrases.PERSONS})\b")
_LONGEST = 420
_WHY = "nothing says that these are all of them"


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every number of people with sizes behind it that nothing else can be counted of."""
    if not page.says(_SIZE) and not page.says(_OF_EACH):
        return
    by_sentence: dict[int, list[Group]] = {}
    for group in page.once(People).groups:
        by_sentence.setdefault(group.sentence, []).append(group)
    for index, groups in by_sentence.items():
        if index < 0 or groups[0].how not in _WHOLES:
            continue
        sentence, whole = page.sentences[index], groups[0]
        parts = _parts(sentence, whole) or _equal(sentence, whole)
        if len(parts) < 2:
            continue
        reason = _unless(sentence, whole, parts)
        page.note(parts[0], reason)
        if reason is None:
            yield from wholes.proposals(sentence, whole.token, parts, _NAME, _WHY)


def _parts(sentence: Sentence, whole: Group) -> list[Token]:
    """The sizes in the sentence behind the whole."""
    return [
        token
        for token in sentence.tokens
        if token.start > whole.token.end and token.countable and _SIZED.search(sentence.before(token, 6))
    ]


def _equal(sentence: Sentence, whole: Group) -> list[Token]:
    """The size of each group as often as groups are said, or as there are two to choose from."""
    each = [
        token
        for token in sentence.tokens
        if token.start > whole.token.end and token.countable and _OF_EACH.match(sentence.after(token, 40))
    ]
    said = _SAID.search(sentence.low)
    choices = 2 if _TWO.search(sentence.low) else 0
    return each * (_number(said) if said else choices) if len(each) == 1 else []


def _number(said: re.Match[str]) -> int:
    return number_of_words(said["number"]) or int(said["number"])


def _unless(sentence: Sentence, whole: Group, parts: Sequence[Token]) -> str | None:
    """Why the parts need not make the whole."""
    low, begin, end = sentence.page.low, whole.token.end, parts[-1].end
    words = low[begin:end]
    if (
        whole.unit is not None
        or not whole.token.countable
        or whole.token.comparator != "="
        or whole.size <= max(part.value for part in parts)
    ):
        return "no number of people above each of them"
    if end - begin > _LONGEST or any(part.comparator != "=" for part in parts):
        return "too far away, or a bound"
    if len(_SIZE.findall(sentence.low)) not in (0, len(parts)):
        return "a size is part of another figure"
    said = _SAID.search(sentence.low)
    if said and _number(said) != len(parts):
        return "another number of groups is said"
    passed = {said.start() + sentence.start} if said else set()
    held = {part.start for part in parts} | {whole.token.start} | passed
    between = [token for token in sentence.tokens if token.start < end and token.start not in held]
    if any((token.unit is None or token.percent) and not _BOUND.match(sentence.after(token, 9)) for token in between):
        return "another number stands among them"
    if any(_GROUPS.search(sentence.before(part, 40).rpartition("n")[0]) for part in parts):
        return "the size of each of several"
    each = parts[0] is not parts[-1] and _EACH.search(words)
    if each or _OF_SOME.search(sentence.low[: end - sentence.start + 40]):
        return "of each, or of some of them"
    if len(_OR.findall(words)) > 1:
        return "two ways of dividing them"
    listed = len(_PERSONS.findall(low[begin : parts[0].start]))
    return "others are spoken of" if listed > 1 else None
