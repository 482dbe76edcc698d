"""What the words around a figure say of whom it is: each function hears one way of saying it.

The answer is the groups that the words may mean, none where they name somebody of whom the paper states no number, and
None where they say nothing. None of them looks whether the arithmetic agrees.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.extraction import literals, phrases
from checker.extraction.outline import Outline, characters
from checker.extraction.people import ordered
from checker.extraction.people.counted import Figure
from checker.extraction.people.groups import Group, stems, unit_of

if TYPE_CHECKING:
    from checker.extraction.people.known import Known


_N, _ANY = characters("N"), characters("A")
_NOUNS = rf"(?:(?:[a-z-]{{3,20}} )?(?:{phrases.NOUNS}|people|those))"
_LINK = (
    r"(?:(?:who|that|which) (?:were |was |had )?(?:received |underwent |took |on |in |given )?|of|in|among|for|"
    r"with|on|from|at|"
    r"receiving|given|taking|undergoing|having|(?:treated|managed|randomi[sz]ed|assigned|allocated) (?:with|to|"
    r"in|into))"
)
_BEHIND = re.compile(
    rf"[ ]?[)\]]?,? ?(?P<noun>{_NOUNS} )?(?P<link>{_LINK})(?![a-z]) ?(?P<the>the |all |those |these |all the |each |"
    rf"either |both )?"
    rf"(?P<words>[^,;:.(){_ANY}]{{2,90}})"
)
_ADJECTIVE = re.compile(
    rf"[ ]?[)\]]? (?P<words>(?:(?!of|in|had|were|was|and|to|with|did|who)[a-z0-9-]{{2,20}} "
    rf"){{1,3}})(?:{phrases.NOUNS})\b"
)
_QUALIFIED = re.compile(rf" (?P<words>(?:[a-z0-9-]{{2,20}} ){{1,3}}?)(?:{phrases.NOUNS}) ?,? ?\(")
_TITLE = re.compile(
    r"(?:^|[,;(] |\b(?:and|with|for|vs\.?|versus|than|to|in|of|on|the|by) )(?P<words>[a-z][a-z0-9+-]*(?: "
    r"[a-z0-9+-]+){0,3}) \( ?$"
)
_INSIDE = re.compile(
    rf" (?:(?:{phrases.NOUNS}|cases|events|deaths) )?(?:of|in|on|from|among|receiving|given|taking|treated with|"
    rf"who received) (?:the )?"
    rf"(?P<words>[^,;:.(){_ANY}]{{2,70}}?) ?,? ?\("
)
_SIZED_BEHIND = re.compile(rf"[ ]?[)\]]?,? ?[^;.{_ANY}]{{0,80}}\( ?n ?= ?(?=[{_N}])")
_AT_SIZED = re.compile(rf"(?<=[{_N}]) ?\)?[,:;]? ?(?:(?!and\b|vs\b|versus\b|or\b)[a-z'-]{{1,20}},? ){{0,7}}(?:\( ?)?$")
_END = re.compile(
    r"(?<! who)(?<! that)(?<! which) (?:had|have|has|were|was|are|is|did|died|developed|experienced|reported|"
    r"received|required|showed|achieved|"
    r"completed|responded|survived|reached|attained|obtained|discontinued|withdrew|relapsed|recovered|underwent|also|"
    r"only|during|after|before|at|by|because|due|"
    r"than|compared|whereas|while|but|as|respectively|remained|who|that|which|when|within) "
)
_WHO = re.compile(r"^(?:(?:the |those |all )?(?:[a-z]{3,14} )?(?:who|that|which) )(?:had |have |has |were |was )?")
_AND = re.compile(r" (?:and|or|vs\.?|versus) ")
_EVERYBODY = re.compile(
    rf"(?:(?:our|study|enrolled|included|treated|randomi[sz]ed|evaluable) )?(?:{phrases.NOUNS}|the series|cohort|"
    r"population|sample)(?: (?:studied|overall|enrolled))?$"
)
_KIND = re.compile(
    r"\b(?:(?:wo)?men|children|infants|neonates|newborns|adults|boys|girls|(?:fe)?males|controls|mothers)\b"
)
_SOMEBODY = re.compile(
    rf"\b(?:groups?|arms?|cohorts?|those|recipients?|{phrases.NOUNS}|people|[a-z]+-treated|series|population|"
    rf"controls?)\b"
)
_FRAME = literals.compiled(
    rf"(?:^|[,;:.] |\band |\bbut |\bwhile |\bwhereas |\bthat |\bin contrast,? )(?:in|among|amongst|of|for|with|within) "
    rf"(?P<words>[^,;:.(){_ANY}]{{3,90}}),"
)
_FRONT = literals.compiled(
    rf"(?:^|[ ,;(])(?:in|among|amongst|of|for|with) (?P<words>[^,;:.(){_ANY}]{{3,70}}?),? (?:only |about )?$"
)
_THESE = re.compile(
    rf"(?:^|[ ,;:(-])(?:of|among|amongst|in|from|with) (?:(?:whom|which)\b|(?:these|them|those)(?=,| [{_N}]|"
    rf" (?:[a-z-]{{3,14}} )?(?:{phrases.NOUNS})\b(?! (?:who|with|in|not|without|of|treated)))|the latter\b)"
)
_NUMBERED = re.compile(rf" [{_N}]")
_OTHERS = literals.compiled(
    r"of whom|of which|of these|of those|of them|\bamong\b|responders|remaining|\brest\b|\bothers?\b|subgroup|"
    r"\blatter\b|\bformer\b|\beach\b|\bin the [a-z0-9 -]{1,30}(?:group|arm)"
)
# ``Of 80, 20 (25%) relapsed, the remaining 60 (75%) did not``: what is counted, and not of whom.
_REST = re.compile(r"(?<!\bof )(?<!\bin )(?<!\bamong )\bthe (?:remaining|other|rest,?) $")
CONTRAST = literals.compiled(
    r"whereas|\bwhile\b|compared|versus|\bvs\b|\bthan\b|in contrast|\bbut\b|as opposed|against"
)
_OPENING = re.compile(
    rf"(?:^|[,;:.] ?|\band |\bwhile |\bwhereas )(?:[a-z]{{4,12}}[:.-] ?)?(?:of|among|amongst|out of|in)(?: "
    rf"(?:{phrases.ADJECTIVES}))* "
    r"?(?:a total of )?$"
)
_AHEAD = re.compile(r" [a-z][a-z0-9 '/-]{2,80}(?:,|:) ?(?:of (?:whom|which|these),? )?")
_FAR = 400
_LEAST_ARM = 5
# What befalls people is counted of these.
_BEFALLS = frozenset(("death", "event", "infection", "response", "incident", "seizure"))
_ARMS = frozenset(("sized", "arm", "column"))


def others(words: str) -> bool:
    """Whether words in front of a figure lead to others than those spoken of before."""
    return _OTHERS.search(_REST.sub("", words)) is not None


def _named(people: "Known", figure: Figure, words: str) -> Sequence[Group] | None:
    """The group that a phrase names; none of them where it names people of another number."""
    words = _END.split(f" {_WHO.sub('', words)} ")[0].strip()
    if not words:
        return None
    if _AND.search(words):
        # Two of them: which of the figures is whose only their order tells.
        return []
    if _EVERYBODY.fullmatch(words):
        kin = _KIND.search(words)
        if people.whole is not None and kin and kin.group() not in people.whole.words:
            # The infants among children are some of them.
            return []
        return [people.whole] if people.whole is not None else None
    group = people.named(words, figure.count) or people.named(words)
    if group is not None:
        return [group]
    return [] if _SOMEBODY.search(words) and stems(words) else None


def _somebody(people: "Known", figure: Figure, words: str) -> Sequence[Group] | None:
    """The same in front of a figure, where a phrase may be of a place or a time as well."""
    answer = _named(people, figure, words)
    if answer and answer[0].how not in _ARMS and not _SOMEBODY.search(words):
        return None
    return answer


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last match in a stretch of text."""
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found


def behind(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``12 (30%) in the placebo group``, ``of those who took alfa``."""
    text, end = outline.text, figure.last + 1
    found = _BEHIND.match(text, end, end + 150)
    if found is None:
        return None
    words = found["words"]
    link = found["link"]
    if found["the"] == "these ":
        if not _SOMEBODY.match(words) and unit_of(f" {words}") is None:
            return []
        return people.just_before(figure.sentence, outline.tokens[figure.index].start)[:2]
    if found["the"] in ("each ", "either ", "both "):
        return people.each if found["the"] == "each " else []
    if _AND.search(words) and figure.sentence_says("respectively"):
        return None
    words = _AND.split(words)[0]
    answer = _named(people, figure, words)
    if link == "of" or not answer:
        # ``12 (20%) patients with fever``: those who are counted, unless an arm is meant.
        return answer if answer or link == "of" or re.search(r"\b(?:group|arm)\b", words) else None
    describes = link.endswith(("with", "had", "having", "from", "for", "at"))
    if describes and figure.count is not None and figure.count.value == answer[0].size:
        return None
    return None if describes and answer[0].how not in _ARMS | {"row"} else answer


def sized(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``(n = 40), 12 (30%)``, ``12 (30%) in the late cohort (n = 40)``."""
    text = outline.text
    if _AT_SIZED.search(text[max(0, figure.first - 90) : figure.first]):
        index = figure.index - 1
        if index >= 0:
            group = people.at(outline.tokens[index].start)
            if group is not None and group.how == "sized":
                return [group]
    behind = _SIZED_BEHIND.match(text, figure.last + 1)
    if behind and not CONTRAST.search(behind.group()) and behind.group().count("(") == 1:
        group = people.at(outline.at(behind.end()).start)
        return [group] if group is not None and group.how == "sized" else None
    return None


def front(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``In the placebo group, 12 (30%)``, and where the clause opens so, what follows."""
    before = outline.text[max(0, figure.first - 100) : figure.first]
    found = _FRONT.search(before)
    if found is not None and not _THESE.search(before) and not _END.search(f" {found['words']} "):
        answer = _somebody(people, figure, found["words"])
        if answer is not None:
            return answer
    start = max(0, figure.first - _FAR)
    last = _last(_FRAME, outline.text, start, figure.first)
    if last is None or CONTRAST.search(outline.text, last.end(), figure.first):
        return None
    if others(outline.text[last.end() : figure.first]):
        return None
    if _AND.search(last["words"]) and ordered.order(people, figure, outline):
        return None
    return _somebody(people, figure, last["words"])


def inside(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``12 patients of group B (30%)``."""
    found = _INSIDE.match(outline.text, figure.first + 1, figure.last)
    return _named(people, figure, found["words"]) if found is not None else None


def title(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``placebo (12, 20%)``: the name right in front of the bracket."""
    before = outline.text[max(0, figure.first - 60) : figure.first]
    found = _TITLE.search(before) if before.endswith(("(", "( ")) else None
    if found is None or (len(people.listed(figure)) > 1 and ordered.order(people, figure, outline)):
        # ``in A than in B (20% vs 30%)``: their order tells.
        return None
    group = people.named(found["words"], figure.count)
    # ``sepsis (n = 3)`` counts what they had.
    return [group] if group is not None and group.how in _ARMS and group.size >= _LEAST_ARM else None


def adjective(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``12 younger patients (20%)``, ``12 (20%) younger patients``: of these, unless only these are counted."""
    text = outline.text
    found = _QUALIFIED.match(text, figure.first + 1, figure.last) or _ADJECTIVE.match(text, figure.last + 1)
    group = people.named(found["words"], figure.count) if found is not None else None
    return [group] if group is not None and group.how != "counted" else None


def these(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``Of these, 12 (30%)``: of those counted or stated just before."""
    start = max(0, figure.first - _FAR)
    last = _last(_THESE, outline.text, start, figure.first)
    if last is None or CONTRAST.search(outline.text, last.end(), figure.first):
        return None
    counted = _NUMBERED.match(outline.text, last.end())
    if counted and counted.end() - 1 < figure.first:
        # ``Of these 60 patients, 12 (20%)``
        group = people.at(outline.at(counted.end() - 1).start)
        return [group] if group is not None else []
    at = outline.offset(last.start())
    return [group for group in people.just_before(figure.sentence, at) if group.size >= 2][:2]


def unit(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``12 eyes (30%)``, of the eyes, where the paper counts them once."""
    unit = people.unit(figure)
    if unit is None or unit in _BEFALLS:
        return None
    found = list(people.things.get(unit, {}).values())
    return found if len(found) <= 1 else []


def ahead(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``80 consecutive procedures, 12 (15%) in smokers``."""
    if not figure.index:
        return None
    group = people.at(outline.tokens[figure.index - 1].start)
    if group is None or group.how not in ("people", "did"):
        return None
    between = outline.text[outline.places[figure.index - 1] + 1 : figure.first]
    return [group] if _AHEAD.fullmatch(between) and not CONTRAST.search(between) else None


def opening(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``Of the 60 patients, 12 (20%) smoked and 9 (15%) drank``."""
    text = outline.text
    inside = people.between(figure.sentence.start, outline.tokens[figure.index].start)
    for group in reversed(inside):
        if group.how == "counted" or group.size < 2:
            continue
        at = outline.place(group.token)
        if group.how != "of" or not _OPENING.search(text[max(0, at - 60) : at]):
            return None
        between = text[at + 1 : figure.first]
        if len(between) > _FAR or others(between) or CONTRAST.search(between):
            return []
        return [group]
    return None


def siblings(people: "Known", figure: Figure, outline: Outline) -> Sequence[Group] | None:
    """``12 of the 60 patients (20%) had fever and 9 (15%) a rash``."""
    before = [other for other in people.of(figure.sentence) if other.last < figure.first and other.total is not None]
    if not before or figure.first - before[-1].last > _FAR:
        return None
    if len({other.total.value for other in before if other.total is not None}) > 1:
        # Each has a total of its own.
        return None
    between = outline.text[before[-1].last + 1 : figure.first]
    if others(between) or CONTRAST.search(between):
        return None
    group = people.at(before[-1].total.start) if before[-1].total is not None else None
    return [group] if group is not None else None
