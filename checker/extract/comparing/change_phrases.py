"""Two figures that a sentence compares, and the change printed beside them: language alone, no arithmetic."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from checker.extract.comparing.outlines import FIGURE
from checker.extract.numbers import Token

_VERB = (
    r"(?:increas(?:ed|es|ing|e)|r(?:ose|isen|ises|ising)|grew|grown|climb(?:ed|ing)|improv(?:ed|es|ing|e)|gain(?:ed|ing)|"
    r"decreas(?:ed|es|ing|e)|reduc(?:ed|es|ing|e)|f(?:ell|allen|alls|alling)|drop(?:ped|s|ping)|declin(?:ed|es|ing|e)|"
    r"lower(?:ed|s|ing)|chang(?:ed|es|ing)|shorten(?:ed|ing)|diminish(?:ed|ing)|differ(?:ed|s)|rais(?:ed|es|ing)|"
    r"doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|halv(?:ed|es|ing))"
)
_NOUN = (
    r"(?:increases?|increments?|rise|gains?|growth|improvements?|decreases?|reductions?|declines?|drops?|falls?|loss(?:es)?|"
    r"changes?|differences?|shortening|savings?|arr|rrr)"
)
_MORE = r"(?:lower|higher|greater|less|fewer|shorter|longer|increased|reduced)"
_KIND = (
    r"(?:(?:absolute|relative|proportional|risk|rate|mean|average|percentage|percent|points?|overall|net|crude|further|fold|"
    r"significant|statistically|highly|estimated|adjusted|unadjusted|treatment)[ -]{1,2})"
)
_HEDGE = r"(?:[ ]{1,2}(?:an?|the|about|approximately|nearly|almost|only|mean|average|of|by|at least|further))"

_TO = re.compile(r"([^;:{}]{0,90}?)(?:[ ,]to|-{1,2}>)(?![a-z])([^;:{}]{0,40})")
_TO_FIRST = re.compile(r"\bto\b([^;:{}]{0,40})$")
_FROM_SECOND = re.compile(r"([^;:{}]{0,50}?)[ ,{]from(?![a-z])([^;:{}]{0,50})")
_VERSUS = re.compile(
    r"[^;:{}]{0,60}[ ,(](?:vs?\b\.?|versus|(?:as )?compared (?:with|to)|against|as opposed to|in contrast to)(?![a-z])"
    r"[^;:{}]{0,60}"
)
_AND = re.compile(r"[^;:{}.]{0,110}[ ,]and [^;:{}.]{0,110}")
_OTHER_CLAUSE = re.compile(r"\b(?:but|between|contrast|while|whereas|because|which)\b")
_LISTED = re.compile(r"[^;:{}.]{0,40}(?:,|\band\b|\bvs?\b|\bversus\b|/)[^;:{}.]{0,30}")
_NO_CHANGE = re.compile(r"\b(?:rang(?:e[ds]?|ing)|varied|varying|var(?:y|ies)|aged?|ci|interval|iqr|limits|between)\b")

# Words that bring in another subject, group or change.
_SUBJECT = (
    rf"while|whereas|although|despite|including|respectively|between|ci|interval|iqr|confidence|annual(?:ly)?|yearly|"
    rf"each|every|range|sd|se|median|ratio|thresholds?|{_VERB}|{_NOUN}"
)
_CLAUSE = r"[.;:{}] .{0,90}[.;:{}]"
_RANGE = re.compile(r"[ ]?%?[ ]?--?[ ]?")
# ``by 22% and 17%``: the figures are changes themselves. ``3.5 vs 2.0 mg``: a dose is no figure.
_IS_CHANGE = re.compile(rf"\b{_VERB}\b[^;:{{}}]{{0,60}}\bby{_HEDGE}{{0,4}}[ ]{{0,2}}$")
_BY_END = re.compile(rf"\bby{_HEDGE}{{0,4}}[ ]{{0,2}}$")
_NO_FIGURE = re.compile(r"(?:\bvs?\b\.?|versus|with|to|and) ?[0-9]")
# ``(8 vs 24), a 76% reduction in duration (50 vs 205)``: the second change is of the second pair.
_OWN_PAIR = re.compile(r"[^;:,{}]{0,90}\{[^;:{}]{0,30}")
# Between the groups of a comparison the words that compare may stand.
_ELSE_COMPARED = re.compile(rf"\b(?:but|from|{_SUBJECT})\b|{_CLAUSE}")
_ELSE = re.compile(rf"\b(?:and|or|but|from|versus|vs?|than|compared|per|{_SUBJECT})\b|{_CLAUSE}")
_ELSE_ONWARD = re.compile(rf"\b(?:and|or|but|from|versus|vs?|than|compared|{_SUBJECT})\b|{_CLAUSE}")
_COMPARES = re.compile(rf"\b(?:{_NOUN}|{_VERB})\b")
_BY = re.compile(
    rf"(?P<what>\b{_VERB})(?:[ ][a-z]{{3,14}}ly)?"
    rf"(?:(?:[ ](?!{_SUBJECT}|and\b|but\b|by\b)[^\s;:{{}}\ue000-\uf8ff]{{1,24}}){{0,9}}[ ]by{_HEDGE}{{0,4}})?"
    r"[ ]{0,2}\+?$"
)
_FOLD = re.compile(rf"(?P<what>\b{_VERB})(?:[ ](?!{_SUBJECT}|and\b|but\b)[^\s;:{{}}\ue000-\uf8ff]{{1,24}}){{0,7}}[ ]$")
_BY_AFTER = re.compile(rf"^(?P<gap>.{{0,50}}?)[ {{,]by{_HEDGE}{{0,3}}[ ]{{0,2}}$")
_OF = re.compile(
    rf"(?P<what>(?<![a-z-])(?:{_NOUN}))(?: \([a-z]{{2,4}}\))?(?P<matter>[ ](?:in|for|from)[ ][^;:,{{}}]{{1,70}}?)?"
    rf"(?:[ ](?:of|was|were|is|by)|[ ]?[=:,])?{_HEDGE}{{0,3}}[ ]{{0,2}}\+?$"
)
_APART = re.compile(r"[{,;:]|--| - |\b(?:for|with|giving|yielding|leaving) an? ")
_OF_BETWEEN = re.compile(r"\bdifferences?\b[^;:.{}]{0,40}\bbetween\b[^;:.{}]{0,60}$")
_WAS = re.compile(rf"[ %]{{0,3}}(?:[ ][a-z]{{1,14}}){{0,3}}(?:[ ](?:was|is|of)|,|:| ?=){_HEDGE}{{0,2}}[ ]{{0,2}}")
_BEHIND = re.compile(
    rf"[ -]{{0,2}}(?:(?!(?:and|or|but|with|was|in|of|on|at|to|for|by|had)\b)[a-z/]{{1,8}}[ -]{{1,2}})?"
    rf"{_KIND}{{0,4}}(?P<what>{_NOUN}|{_MORE}(?![ ]than[ ]{{0,2}}{FIGURE}))(?![a-z])"
)
_VERB_BEHIND = re.compile(r"(?P<what>doubl|tripl|quadrupl|halv)(?:ed|es|ing)(?: again)?")
_SIGNED = re.compile(r"[^;:{}]{0,50}\{[ ]?\+?")
_SIGNED_BESIDE = re.compile(r"[^;:{}]{0,30}[;,][ ]?\+")
_AGAINST = re.compile(
    r"[^.;{}]{0,30}\b(?:compared|versus|vs?|relative to|than|between|over placebo|per|/|a year|annually|each)\b"
    r"(?! (?:with |to )?(?:the )?(?:baseline|before|initial|pre-?treatment|entry))"
)
_BETWEEN_GROUPS = re.compile(r"between|treatment|group|arms?\b|adjusted|net")
# What may lead from a pair to its change, or open a bracket in front of the pair; other words name another outcome.
_LEADING = frozenset(
    "a an the mean means average absolute relative percent percentage proportional risk rate rates incidence "
    "proportion proportions overall net or i.e ie that is representing represents corresponding to resulting in "
    "giving yielding for with equivalent which was this treatment group groups between-group between inter-group "
    "intergroup statistically significant significantly clinically relevant estimated crude unadjusted adjusted "
    "weighted total cost reflecting indicating translating into constituting amounting equal about approximately "
    "nearly almost only score scores value values and from further overall raw unweighted highly by event "
    "percentage-point point % vs versus respectively range baseline standardized simple actual euro euros eur usd ~ "
    "- -- = of p pounds".split()
)
_LISTED_CHANGE = re.compile(r"[ ]?%?[^;:.{}]{0,14}(?:,|\band\b|\bor\b|/|&)[ ]{0,2}(?:and )?(?:by |of )?")


class Pair(msgspec.Struct):
    """Two figures that are compared: positions of the first among the figures, and by which words."""

    index: int
    start: int
    end: int
    kind: Literal["from", "versus", "and"]
    listed: bool
    backward: bool = False


class Beside(msgspec.Struct):
    """A change printed beside a pair: its position among the figures, its noun or verb, and the words around."""

    index: int
    what: str
    words: str


def pairs(text: str, marks: list[int]) -> Iterator[Pair]:
    """Neighbouring figures of which one follows or faces the other."""
    for index in range(len(marks) - 1):
        a, b = marks[index], marks[index + 1]
        gap = text[a + 1 : b]
        previous = marks[index - 1] + 1 if index else 0
        if len(gap) > 220 or (index and _RANGE.fullmatch(text[previous:a])):
            continue
        if index + 2 < len(marks) and _RANGE.fullmatch(text[b + 1 : marks[index + 2]]):
            continue
        before = text[max(previous, a - 80) : a]
        lead, word, words = before.rpartition("from")
        onward = _TO.fullmatch(gap)
        if (
            onward
            and word
            and not any(_ELSE_ONWARD.search(part) for part in (words, onward[1], onward[2]))
            and not re.search("[;:{}]", words)
            and not _NO_CHANGE.search(lead[-30:])
        ):
            if (label := _last_word(words)) not in _MEANS and label.isalpha() and label == _last_word(onward[2]):
                # ``from visit 1 to visit 2``
                continue
            yield Pair(index, a - len(words) - 4, b + 1, "from", False)
            continue
        back = _FROM_SECOND.fullmatch(gap)
        if back and (led := _TO_FIRST.search(before)) is not None:
            if not any(_ELSE_ONWARD.search(part) for part in (led[1], back[1], back[2])):
                yield Pair(index, a - len(led[0]), b + 1, "from", False, backward=True)
            continue
        listed = bool(index) and _LISTED.fullmatch(text[previous:a]) is not None
        if index + 2 < len(marks):
            listed = (
                listed
                or re.fullmatch(r"[^;:.{}]{0,30}\b(?:and|vs?|versus)\b[^;:.{}]{0,30}", text[b + 1 : marks[index + 2]])
                is not None
            )
        if _COMPARES.search(gap) or _IS_CHANGE.search(before) or _BY_END.search(gap) or _NO_FIGURE.search(gap):
            continue
        if _VERSUS.fullmatch(gap):
            yield Pair(index, a, b + 1, "versus", listed)
        elif _AND.fullmatch(gap) and not _OTHER_CLAUSE.search(gap):
            yield Pair(index, a, b + 1, "and", listed)


# What a figure may be introduced with on both sides of a change.
_MEANS = frozenset(["", "mean", "average", "of", "a", "an", "the", "about", "approximately", "only"])


def _last_word(words: str) -> str:
    return words.strip(" ").rpartition(" ")[2]


def beside(text: str, marks: list[int], figures: list[Token], pair: Pair) -> Iterator[Beside]:
    """The figures that are printed as the change between a pair."""
    if pair.listed:
        return
    behind = pair.index + 2
    if behind < len(marks):
        found = _after(text, marks, pair, behind)
        if found:
            yield Beside(behind, *found)
            further = behind + 1
            if further < len(marks) and len(text[marks[behind] + 1 : marks[further]]) < 60:
                found = _second(text, marks, further)
                if found:
                    yield Beside(further, *found)
    if pair.index:
        found = _before(text, marks, pair, pair.index - 1, figures[pair.index - 1].unit == "fold")
        if found:
            yield Beside(pair.index - 1, *found)


def _tail(text: str, marks: list[int], at: int) -> str:
    end = marks[at + 1] if at + 1 < len(marks) else len(text)
    return text[marks[at] + 1 : min(end, marks[at] + 80)]


def _after(text: str, marks: list[int], pair: Pair, at: int) -> tuple[str, str] | None:
    """A change behind its pair: ``(an increase of 15%``, ``, a 15% increase``, ``(-15``, ``(by 15``."""
    gap, tail = text[pair.end : marks[at]], _tail(text, marks, at)
    if len(gap) > 110:
        return None
    rest = tail
    lead = text[max(0, marks[pair.index] - 90) : marks[pair.index]]
    if pair.kind == "and" and _WAS.fullmatch(gap) and (found := _OF_BETWEEN.search(lead)) is not None:
        return "difference", found.group()
    if _RANGE.fullmatch(gap) or (pair.kind != "from" and not _APART.search(re.sub(",? respectively", "", gap))):
        return None
    if (found := _BEHIND.match(tail)) is not None and not gap.endswith("+ "):
        what, words, rest = found["what"], gap[-30:] + found.group(), tail[found.end() :]
    elif (found := _OF.search(gap)) is not None and not found["matter"]:
        what, words, gap = found["what"], gap[max(0, found.start() - 30) :], gap[: found.start()]
    elif (found := _BY_AFTER.match(gap)) is not None and pair.kind == "from":
        what, words, gap = "change", found.group(), found["gap"]
    elif _SIGNED.fullmatch(gap) if pair.kind == "from" else _SIGNED_BESIDE.fullmatch(gap):
        what, words, gap = "signed", "", gap.rstrip("+{ ")
    else:
        return None
    first = re.search(r"[{},;:]", gap)
    cut = first.start() if first else len(gap)
    beside, onward = gap[:cut], gap[cut:]
    if pair.kind != "from":
        beside, onward = (re.sub(r"respectively|between[- ]", "", part) for part in (beside, onward))
    if (_ELSE_ONWARD if pair.kind == "from" else _ELSE_COMPARED).search(beside) or _ELSE.search(onward):
        return None
    if not _leads(onward, text[: marks[pair.index]]) or (
        at + 1 < len(marks) and _LISTED_CHANGE.fullmatch(text[marks[at] + 1 : marks[at + 1]])
    ):
        return None
    if "{" not in onward and at + 1 < len(marks) and _OWN_PAIR.fullmatch(text[marks[at] + 1 : marks[at + 1]]):
        return None
    if pair.kind == "from" and (_AGAINST.match(rest) or _BETWEEN_GROUPS.search(words)):
        return None
    return what, words + rest[:25]


def _second(text: str, marks: list[int], at: int) -> tuple[str, str] | None:
    """``a 25% relative and 10% absolute increase``: the other change of the same pair."""
    gap, tail = text[marks[at - 1] + 1 : marks[at]], _tail(text, marks, at)
    if not re.search(r"absolute|relative", gap + tail[:30]):
        return None
    if (found := _BEHIND.match(tail)) is not None:
        return found["what"], found.group()
    if (found := _OF.search(gap)) is not None and not found["matter"]:
        return found["what"], gap[max(0, found.start() - 20) :]
    return None


def _before(text: str, marks: list[int], pair: Pair, at: int, fold: bool) -> tuple[str, str] | None:
    """A change in front of its pair: ``by 15% from``, ``a 15% increase (``, ``an increase in use of 15%, from``."""
    gap = text[marks[at] + 1 : pair.start]
    start = marks[at - 1] + 1 if at else 0
    lead = text[max(start, marks[at] - 110) : marks[at]]
    if len(gap) > 110:
        return None
    if pair.kind != "from" and not re.search(r"[{:][^;:{}]{0,40}$", gap):
        return None
    if pair.kind == "and" and "{" not in gap:
        return None
    if (found := _BEHIND.match(gap) or _VERB_BEHIND.match(gap)) is not None:
        what, words, gap = found["what"], lead[-20:] + found.group(), gap[found.end() :]
    elif (found := _BY.search(lead) or _OF.search(lead) or (_FOLD.search(lead) if fold else None)) is not None:
        what, words = found["what"], lead[max(0, found.start() - 30) :] + gap[:20]
    else:
        return None
    if pair.kind == "from":
        if _ELSE.search(gap):
            return None
    elif _ELSE_COMPARED.search(gap):
        return None
    return (what, words) if _leads(gap.rpartition("{")[2] if "{" in gap else "", text[: marks[at]]) else None


def _leads(words: str, before: str) -> bool:
    """Whether words only lead on to a figure, or say again what it is of."""
    return all(word in _LEADING or word in before for word in re.split(r"[ ,;:{}()]+", words) if word.strip(".$€£+"))
