"""Pairs of figures behind a word of direction that names one group only: ``shorter stay with alfa (3 vs 5 days)``."""

import re
from collections.abc import Iterator

from checker.extraction.direction_words import (
    BELONGS,
    CLAUSE,
    DIRECTION,
    END,
    LABEL,
    NAME,
    THAN,
    UNITS,
    WORD,
    in_turn,
    lead,
    unclear,
)
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, compiled, matches, over, settled
from checker.extraction.outline import ANY
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Ranking
from checker.model import Certainty

_OLDER = r"\b(?:(?P<older>older)|(?P<younger>younger))\b(?! ?\((?:greater|more|over|aged?\b|[<>≥≤]))"
_PAIR = (
    rf"(?:{LABEL}(?:[a-z-]{{1,14}}[ ,:]{{1,2}}){{0,2}}|{NAME})<value:A>{{aside}}{UNITS}{BELONGS} ?[,;]? ?{{versus}} "
    rf"(?:{LABEL}|{NAME})<other:A>{{aside}}{UNITS}{BELONGS}{END}"
)
# ``with a median of 14 v 9 days, stayed longer``
_WORD_BEHIND = re.compile(rf" ?,[^,;:()]{{0,24}}?{DIRECTION}")
_WAY = re.compile(f"{DIRECTION}|{_OLDER}")
_VERSUS = compiled(f"[{ANY}]{{aside}} ?[,;]? ?{{versus}} (?:(?:only|just|a|of) )?[{ANY}]{{aside}}")
_OTHER_CLAUSE = re.compile(
    r"\b(?:whereas|while|whilst|but|although|though|however|not|no|nor|neither|similar\w{0,2}|differ\w{0,6}|unchanged|"
    r"reduc\w{1,5}|decreas\w{1,3}|increas\w{1,3}|improv\w{1,6}|declin\w{1,3}|fell|rose|drop\w{0,4}|better|worse|"
    r"satisf\w{1,7}|comparable|equal\w{0,2}|except|less|more|longer|thus|because|between|respectively|"
    r"better|worse|poorer|superior|inferior|highest|lowest|lesser|smaller)\b|n't|\. [a-z]"
)


# The earlier may have the first figure.
_IN_TIME = re.compile(
    r"\b(?:before|baseline|base-line|pre|later|earlier|initial\w{0,2}|previous\w{0,2}|prior|new|old|entry|admission|"
    r"(?:pre|post)-?(?:op|treat|interv|test|dos|infus|oper|surg|train)[a-z]{0,9}|over time|"
    r"\(?19[0-9]{2}|20[0-2][0-9])\b"
)
_YEARS = re.compile(r"\b(?:19|20)[0-9]{2} (?:and|to|versus|vs\.?) (?:19|20)[0-9]{2}\b")
# The same, unless the clause names a group: both figures are then of one time.
_AFTERWARDS = re.compile(r"\b(?:after|post|follow-up|discharge|first|last)\b")
_GROUP = re.compile(
    r"\b(?:groups?|arms?|patients|participants|subjects|women|men|children|controls|cases|those|users|recipients|"
    r"(?:treated|receiving) with)\b"
)
_WHOSE = re.compile(r"\b(?:for|with|in|among|after|on) ")


_FAVOURED = re.compile(r"\bfavou?r")


def one_group(match: Match) -> str | None:
    """Why the first figure is not that of the group of which the word is said."""
    held = lead(match)
    if reason := _other_order(match, _way(match)):
        return reason
    words = match.words[: match.outline.place(match.one("value")) - match.start]
    if THAN.search(words):
        return "compared with another group by name"
    if THAN.search(held[: -len(words)]) and _WHOSE.search(words):
        return "the other group is named first"
    rest = words.partition(" ")[2]
    if found := _OTHER_CLAUSE.search(rest) or WORD.search(rest):
        return f"{found.group()!r}: another clause"
    if reason := in_turn(match, held):
        return reason
    return unclear(match) if "older" not in match.texts and "younger" not in match.texts else None


def further(match: Match) -> str | None:
    """Why a further pair does not share the word of those in front."""
    way = _way(match)
    if way is None:
        return "no word of direction that it shares"
    if reason := _other_order(match, way):
        return reason
    if _WORD_BEHIND.match(match.after(60)):
        return "a word of direction behind"
    tokens = match.tokens
    if len({token.unit for token in tokens if token.unit is not None}) > 1:
        return "figures of two units"
    if any(token.comparator != "=" or token.value < 0 for token in tokens):
        return "a bound, or a negative figure, whose size words may mean"
    return None


def _other_order(match: Match, way: re.Match[str] | None) -> str | None:
    """Why the other group may have the first figure."""
    text = match.outline.text
    if _FAVOURED.search(text, 0, match.start):
        return "which group was favoured is said, and not which comes first"
    start = way.start() if way else match.start
    clause = max(text.rfind(mark, 0, start) for mark in ",;:") + 1
    if _YEARS.search(text):
        return "two years, of which the earlier may stand first"
    said = text[max(clause, start - 120) : match.end + 40]
    if _IN_TIME.search(said) or (_AFTERWARDS.search(said) and not _GROUP.search(said)):
        return "an order in time, in which the earlier may stand first"
    return None


def _way(match: Match) -> re.Match[str] | None:
    """The word of direction of a match, or the one that a further pair shares with those in front."""
    outline = match.outline
    texts = match.texts
    if not {"high", "low", "older", "younger"}.isdisjoint(texts):
        return _WAY.match(outline.text, match.start)
    held = list(_WAY.finditer(outline.text, 0, outline.place(match.one("value"))))
    if not held:
        return None
    between = outline.text[held[-1].end() : outline.place(match.one("value"))]
    return held[-1] if _VERSUS.search(between) and not _OTHER_CLAUSE.search(_VERSUS.sub("", between)) else None


READINGS = (
    Reading(
        name="lower in A (a vs b)",
        shape=rf"{DIRECTION}{CLAUSE}[(:;,] ?{_PAIR}",
        reads=("Stay was shorter with alfa (median {value 3} vs {other 5} days).",),
        leaves=(
            "None of these favoured alfa but the time, which was shorter (9 vs 5 days).",
            "Alfa had higher levels and a score which was worse (6 vs 8).",
        ),
        unless=one_group,
    ),
    Reading(
        name="older (a vs b)",
        shape=rf"{_OLDER}{CLAUSE}[(:;,] ?{_PAIR}",
        reads=("Smokers were older (median age {value 64} vs {other 57} years).",),
        unless=one_group,
        hints=("older", "younger"),
    ),
    Reading(
        name="lower x (a vs b), y (c vs d)",
        shape=rf"(?:,|;|\band\b|\bor\b)(?:[^{ANY};:()]|<:U>|<:N>){{1,90}}?[ (,]{_PAIR}",
        reads=("Alfa had lower pain (35 vs 49, p = 0.01), nausea ({value 12%} vs {other 17%}) scores.",),
        leaves=("Alfa had a higher score (35 vs 49) and a lesser rate of nausea (12% vs 17%).",),
        unless=further,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every pair of figures behind a word of direction."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 2:
            continue
        for match in settled(list(matches(READINGS, sentence.brief)), over("value")):
            yield _proposal(sentence, match)


def _proposal(sentence: Sentence, match: Match) -> Proposal:
    value, other = match.one("value"), match.one("other")
    way = _way(match)
    assert way is not None
    return Proposal(
        kind=Ranking,
        within=sentence,
        figures=(value, other),
        own=(value,),
        fields={
            "position": "highest" if way["high"] or way["older"] else "lowest",
            "value": reported(value),
            "others": (reported(other),),
        },
        certainty=Certainty.GUESSED,
        why="which group has which figure is told by their order only",
        reading=match.reading.name,
    )
