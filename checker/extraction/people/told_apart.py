"""Two groups that one word tells apart, ``with or without X``, and those that the words beside two figures name."""

import re
from collections.abc import Callable, Sequence

import msgspec

from checker.extraction.numbers import Token
from checker.extraction.people.groups import DERIVED, Group
from checker.extraction.people.known import Known
from checker.extraction.sentences import Sentence
from checker.model import Certainty

# Groups of so nearly one size that it matters little which figure is whose.
_ALIKE = 1.1
_MOST_GROUPS = 2000
_LONGEST = 70
_RECEIVED = re.compile(
    r"(?:received|receive|underwent|undergo|had|achieved|reached) or (?:who )?(?:did|had) not [a-z]+ "
    r"(?P<key>[a-z0-9][\w/-]{1,30})"
)
# ``without X ... with X``, in either order.
_WITH_AND_WITHOUT = re.compile(
    r"\bwith(?P<out>out)? (?P<key>[a-z0-9][\w/-]{1,30}).{0,120}?\bwith(?(out)|out) (?P=key)\b"
)
_BASE = re.compile(
    r"(?:among|in|of) (?:the )?(?:[0-9]+ )?patients (?:who )?(?:with|reached|achieved|obtained|attained) "
    r"(?P<base>[a-z0-9][\w/-]{1,30})"
)
_CONTINUES = re.compile(
    r"(?:accordingly,? |similarly,? |likewise,? )?(?:the )?(?:[0-9]{1,2}|one|two|three|five)[- ](?:year|month)"
)
# Those who relapsed after a treatment are not those who got it in the study.
_ELSEWHEN = re.compile(r"(?:after|before|prior to|following|since|despite|failed)(?: [a-z]{1,10}){0,2} $")
# Endings that do not tell a mutation or a treatment from its name.
_ENDINGS = re.compile(r"(?:mut(?:ations?|ated)?|s)$")

# Words that set groups against each other; and those that set others against each other than the arms of a study.
_GROUPS = re.compile(
    r"\bgroups?\b|\barms?\b|placebo|control|\bthan\b|compared|treated|recipients|\breceiv|assigned|"
    r"\bpatients (?:who|given|on)\b|\b(?:between|in) (?:the )?(?:two|both)\b|differ"
)
_OF_OTHERS = re.compile(r"\bthan (?:that |those )?(?:in|of|for) (?:the )?(?:[a-z]+ )?(?:with|without|who|whose)\b")
Pair = tuple[Group, Group]
Totals = Callable[[Token], set[int]]


class TwoNamed(msgspec.Struct, frozen=True):
    """The groups of two figures, in their order, and how it is known whose these are."""

    groups: Pair
    certainty: Certainty
    why: str
    binding: str


def told_apart(people: Known, main: Group | None, totals: Totals) -> dict[int, Pair]:
    """The two groups of each sentence that one word tells apart, in the order of its figures.

    Where one has a word and the other has it not, the other is the rest of those of whom it is said. A sentence about
    another year goes on about the same groups. ``totals``: of what totals a number is counted.
    """
    found: dict[int, Pair] = {}
    if main is None:
        return found
    for sentence in people.page.sentences:
        low = sentence.low
        received = _RECEIVED.search(low)
        told = received or _WITH_AND_WITHOUT.search(low)
        if told is None:
            before = found.get(sentence.index - 1)
            follows = sentence.index and people.page.sentences[sentence.index - 1].paragraph == sentence.paragraph
            if before is not None and follows and _CONTINUES.match(low):
                found[sentence.index] = before
            continue
        said = _BASE.search(low)
        base = _part(people, said["base"], main, totals) if said else main
        part = _part(people, told["key"], base, totals) if base is not None else None
        if base is None or part is None:
            continue
        rest = Group(base.size - part.size, "complement", part.token, part.sentence, part.paragraph, parts=(base, part))
        found[sentence.index] = (rest, part) if not received and told["out"] else (part, rest)
    return found


def _part(people: Known, key: str, base: Group, totals: Totals) -> Group | None:
    """The part of a group that a word names right behind its size; one counted of that group first."""
    key = _ENDINGS.sub("", key)
    low = people.page.low
    found: list[tuple[bool, int, Group]] = []
    for group in people.groups[:_MOST_GROUPS]:
        if group.how in DERIVED or group.size >= base.size:
            continue
        behind = re.sub(r"\([^)]{0,20}\)?", "", low[group.token.end : group.token.end + _LONGEST])
        # Up to the next number: what stands behind that is of another group.
        behind = re.split(r"[;]|\.(?![0-9])|(?<![a-z])[0-9]", behind)[0]
        if key not in behind or "not " in behind or "without" in behind:
            continue
        if not _ELSEWHEN.search(behind[: behind.index(key)]):
            found.append((base.size in totals(group.token), -group.token.start, group))
    return max(found, key=lambda item: item[:2])[2] if found else None


def two_named(
    people: Known, sentence: Sentence, one: Sequence[Token], other: Sequence[Token], end: int
) -> TwoNamed | None:
    """The groups of two figures, each given by its numbers; ``end``: where the words about them end."""
    arms = people.arms
    if len(arms) < 2:
        return None
    named = _named(people, sentence, (one[0].start, one[-1].end), (other[0].start, other[-1].end), end)
    if named is not None:
        return TwoNamed(named, Certainty.NAMED, "the words beside the figures name their groups", "near")
    sizes = [arm.size for arm in arms]
    if len(arms) > 2 or max(sizes) > _ALIKE * min(sizes):
        return None
    if not _GROUPS.search(sentence.low) or _OF_OTHERS.search(sentence.low):
        return None
    why = "no words beside the figures name their groups"
    return TwoNamed((arms[0], arms[1]), Certainty.GUESSED, why, "either")


def _named(people: Known, sentence: Sentence, one: tuple[int, int], other: tuple[int, int], end: int) -> Pair | None:
    """The two arms that the sentence names for its figures, in their order."""
    places = [(sentence.start + at, arm) for at, arm in people.mentioned(sentence.low)]
    if len({id(arm) for _, arm in places}) != 2:
        return None
    between = [arm for at, arm in places if one[1] <= at < other[0]]
    behind = [arm for at, arm in places if other[1] <= at < end]
    before = [arm for at, arm in places if at < one[0]]
    if between and behind and _one(between) and _one(behind) and between[0] is not behind[0]:
        return between[0], behind[0]
    if between and _one(between) and not behind and before and before[-1] is not between[0]:
        return before[-1], between[0]
    if not between and len({id(arm) for arm in before}) == 2:
        first, second = {id(arm): arm for arm in before}.values()
        return first, second
    return None


def _one(arms: Sequence[Group]) -> bool:
    return len({id(arm) for arm in arms}) == 1
