"""The number randomised and its arms: ``80 patients were randomised to A (n = 41) or B (n = 39)``.

Where words tell of fewer, or of others, than those randomised, the claim is a guess; where they tell of an arm whose
number is not printed, of two splits, or of what became of some, no number is that of these arms together.
"""

import itertools
import re
from collections.abc import Iterator

from checker.extraction import phrases, wholes
from checker.extraction.grammar import Match, Reading, compiled, matches, settled
from checker.extraction.numbers import Token
from checker.extraction.outline import characters
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page

_N = characters("N")
_RANDOMISED = re.compile(
    r"\b(?:random(?:ly (?:assigned|allocated|divided|selected|distributed)|i[sz]ed)|"
    r"(?:assigned|allocated|divided) randomly|randomly)\b"
)
_PEOPLE = re.compile(rf"(?: (?!their\b|agreed\b)[a-z0-9/+'()-]{{1,24}}){{0,5}}? (?:{phrases.PERSONS})\b")
_THEMSELVES = (" were ", " ")
_JUST_BEHIND = 24
# From one number to the next: past figures that count nobody, the number of the groups, and what stands in brackets.
_GROUPED = r"<:N>(?= (?:of |[a-z-]{1,20} ){0,3}(?:groups?|arms?|treatments?|regimens?|doses|conditions|<:N>))"
_ON = rf"(?:[^{_N}]|{_GROUPED}|\((?!n ?=)[^()]{{0,160}}\)){{0,220}}?"
_GROUPS = re.compile(rf"[{_N}] (?:[a-z-]{{1,20}} ){{0,3}}(?:groups|arms)\b")
# Words that tell of fewer, or of others, than those randomised.
_OTHERS = re.compile(
    r"analy[sz]|complet|evalua|withdr|exclu|dropp?ed|\blost\b|follow|protocol|availab|cross-?over|\beach\b|of whom|"
    r"\bwho\b|whose|remain|\bothers?\b|\beyes\b|subgroup|phase|pseudo|respon"
)
_TRIALS = re.compile(r"\b(?:trials|studies)\b")
_LAST = re.compile(r"\b(?:and|or|vs|versus|with)\b|,|;|&")
_TO_THIS = re.compile(rf"{_RANDOMISED.pattern} to (?!(?:one|each|either|receive (?:one|either))\b|[{_N}])")
_SENT_TO = r" (?:[a-z]+ ){0,2}(?:to (?!<:N>)|in the [a-z -]{1,40}(?:group|arm)|receiv)"
_PATIENTS = rf" (?:{phrases.NOUNS}|people) ?\)"
_FURTHER = re.compile(r" ?\)?,? (?:and|or) (?!(?:were|was|had|then|both|[a-z]{2,12}ed)\b)")
_SOME = re.compile(
    rf"[{characters('C')}] (?:(?:{phrases.PERSONS}) )?(?:were|was|met|had|agreed|completed|consented|underwent|"
    r"entered)\b"
)
_ANY_ARM = re.compile(r"\bn ?= ?[0-9]")
_SIZE = re.compile(r"\bn ?= ?$")
_SEVERAL = re.compile(rf"[{_N}](?: [a-z-]{{1,20}}){{1,5}}? and $")
# Behind the last arm, what became of those just counted: ``2 in alfa and 1 in beta did not complete it``.
_BECAME = re.compile(
    r"[^.;,()]{0,50}\b(?:did not|died|withdrew|dropped|discontinued|completed|failed|refused|declined|relapsed|"
    r"(?:were|was) (?:lost|excluded|withdrawn|not))\b"
)


def not_randomised(match: Match) -> str | None:
    """Why the number in front of the arms is not that of all who were randomised."""
    outline, whole = match.outline, match.one("whole")
    before, after = outline.before(whole, 90), outline.between(whole, _arms(match)[0])
    behind = _RANDOMISED.search(after)
    if whole.comparator != "=" or _SIZE.search(before) or not (behind or _PEOPLE.match(after)):
        return "nobody is said to be randomised"
    if behind and after.count(")", 0, behind.start()) > after.count("(", 0, behind.start()):
        return "some of them, in a bracket"
    if _SOME.search(after):
        return "some of them were"
    if match.reading is _SENT and _TO_THIS.search(after):
        # ``63 were randomised to alfa, 66 to beta``
        return "the number of one arm"
    if _SEVERAL.search(before):
        return "one of several numbers of people"
    if _TRIALS.search(outline.text):
        return "of several trials"
    if not (_PEOPLE.match(after) or _is_said(match)):
        return "not a number of people"
    return _of_other_arms(match)


def _of_other_arms(match: Match) -> str | None:
    """Why the arms with numbers are not those, and all of those, that so many were split into."""
    outline, arms, whole = match.outline, _arms(match), match.one("whole")
    if outline.before(whole, 3).endswith(("(", "( ")) and match.reading.name == _BRACKETS:
        return "the number of one arm"
    if match.reading is _SENT and _BECAME.match(outline.after(arms[-1], 120)):
        return "what became of some of them"
    told = [outline.between(one, other) for one, other in itertools.pairwise(arms)]
    if match.reading is not _SENT and any(map(_RANDOMISED.search, told)):
        return "split twice"
    said = _GROUPS.search(outline.text)
    if said and outline.at(said.start()).value != len(arms):
        return "another number of groups is said"
    if _LAST.search(told[-1]) is None or _FURTHER.match(outline.after(arms[-1], 12)):
        return "an arm may be printed without its number"
    return "a factorial design" if sum(" or " in words for words in told) > 1 and " and " in "".join(told) else None


def _is_said(match: Match) -> bool:
    """Whether the words say that so many people were randomised."""
    outline, whole = match.outline, match.one("whole")
    before, after = outline.before(whole, 90), outline.between(whole, _arms(match)[0])
    behind, people = _RANDOMISED.search(after), _PEOPLE.match(after) is not None
    in_front = any(len(before) - found.end() <= _JUST_BEHIND for found in _RANDOMISED.finditer(before))
    return (in_front and people) or (behind is not None and (people or after[: behind.start()] in _THEMSELVES))


def _arms(match: Match) -> list[Token]:
    """The numbers of a list that are arms, without those that stand between them."""
    outline, pattern = match.outline, _IS_ARM[match.reading.name]
    return [
        token
        for token in match.roles["parts"]
        if token.countable and pattern.search(f"{outline.before(token, 6)}#{outline.after(token, 90)}")
    ]


def left_open(match: Match) -> str | None:
    """Why the arms need not make the number."""
    outline, arms = match.outline, _arms(match)
    if not _is_said(match):
        return "so many are not said to be randomised"
    found = _OTHERS.search(outline.text[: outline.place(arms[-1]) + 60])
    return f"the words {found.group()!r} may tell of others" if found else None


_BRACKETS = "N randomised to A (a patients), B (b patients)"
READINGS = (
    Reading(
        name="N randomised to A (n = a), B (n = b)",
        shape=rf"<whole:C>(?P<parts>(?:{_ON}\bn ?= ?<:N>){{2,12}})",
        reads=("{whole 80} patients were randomly allocated to alfa (n = {parts 41}) or beta (n = {parts 39}).",),
        leaves=(
            "80 patients got alfa (n = 41) or beta (n = 39).",
            "Fifty girls and 45 boys were randomised to alfa (n = 47) or beta (n = 49).",
        ),
        unless=not_randomised,
        doubt=left_open,
        hints=("random",),
    ),
    Reading(
        name=_BRACKETS,
        shape=rf"<whole:C>(?P<parts>(?:{_ON}\( ?<:N>{_PATIENTS}){{2,12}})",
        reads=("We randomly assigned {whole 60} adults to alfa ({parts 29} patients) or beta ({parts 31} patients).",),
        unless=not_randomised,
        doubt=left_open,
        hints=("random",),
    ),
    Reading(
        name="N randomised, a to A and b to B",
        shape=(rf"<whole:C>{_ON}(?P<parts>(?:[^{_N};]{{0,160}}?<:N>(?={_SENT_TO})){{2,12}})"),
        reads=("We randomised {whole 200} women, {parts 102} to alfa and {parts 98} to beta.",),
        unless=not_randomised,
        doubt=left_open,
        hints=("random",),
    ),
)
_SENT = READINGS[-1]
# An arm of each reading: a sentence with fewer than two is not searched.
_ARM = {
    reading.name: compiled(shape)
    for reading, shape in zip(READINGS, (r"\bn ?= ?<:N>", rf"\( ?<:N>{_PATIENTS}", f"<:N>{_SENT_TO}"), strict=True)
}
# What stands in front of an arm, and behind it.
_IS_ARM = {
    reading.name: re.compile(pattern)
    for reading, pattern in zip(
        READINGS, (r"\bn ?= ?#", rf"\( ?#{_PATIENTS}", f"#{_SENT_TO.replace('(?!<:N>)', '')}"), strict=True
    )
}


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every number randomised that is printed with its arms."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 3 or "random" not in sentence.low:
            continue
        outline = sentence.brief
        likely = [reading for reading in READINGS if len(_ARM[reading.name].findall(outline.text)) > 1]
        for match in settled(list(matches(likely, outline))):
            whole = sentence.printed.figure(match.one("whole"))
            if whole is not None and whole.number is not None:
                if len(_ANY_ARM.findall(page.low, whole.value.end, match.tokens[-1].end)) > len(_arms(match)):
                    # ``0.25% ropivacaine (n = 42)``: one of the arms is part of another figure.
                    continue
                yield from wholes.proposals(sentence, whole.number, _arms(match), match.reading.name, match.doubt)
