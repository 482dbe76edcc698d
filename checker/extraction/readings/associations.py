"""Differences and associations that are said to exist without the word significant, and the p behind them.

``correlated with age (p = 0.01)``, ``longer with alfa (p = 0.03)``. Words may say what was seen, whatever its p: all
such claims are guesses.
"""

import re
from collections.abc import Iterator

from checker.extraction.direction_words import DIRECTION
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches, over, settled
from checker.extraction.outline import ANY, characters
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.extraction.significance_words import (
    CLAUSE,
    CONTRAST,
    NEGATED_SOMEWHERE,
    OF_ONE,
    OTHER_CLAUSE,
    OTHER_SENSE,
    OTHER_TEST,
    PREDICATED,
    UNNUMBERED,
)
from checker.kinds import Significance
from checker.model import Certainty

_Q = characters("Q")
_ASSOCIATED = (
    r"(?:(?:correlated (?:with|to)|associated with)(?! (?:an? )?mean)|predict(?:ed|ors?|ive)|risk factors?|"
    r"differed(?! by)|(?:was|were) different|"
    r"(?:was|were|found|showed|is) an? (?:[a-z]+ )?(?:correlation|association|difference|relationship)s?|"
    r"(?:correlation|association|difference|relationship)s? (?:was|were) (?:found|seen|observed|noted|detected)|"
    r"(?:were|found|showed) (?:[a-z]+ )?(?:correlations|associations|differences|relationships))"
)
_BETTER = r"\b(?:better|worse|superior|inferior|faster|slower|poorer|stronger|weaker)\b"
_CHANGED = (
    r"(?:\b(?:was|were|had|has|have) (?:been )?(?:[a-z]+ly )?)?(?:increas|decreas|reduc|improv|declin|worsen)ed "
    r"(?:from|by|in|to|after|with|during|at|on|\()|\b(?:rose|fell) (?:from|by|in|to|after|with|during|\()"
)
_SAME = rf"(?:(?!significan)(?:[^{_Q};:]|[;:](?= ?[{_Q}])))"
_ARE = (
    r"\b(?:was|were|is|are) (?:(?:all|also|both|each|found to be|the|an?|significant|significantly|independent|"
    r"independently|strong|strongly|important|only|main) ){0,4}(?:predict(?:ors?|ive)|associated with|risk factors?|"
    r"correlated|related to|determinants|prognostic)"
)
_HEDGED = re.compile(
    r"\b(?:trend\w{0,3}|tend\w{0,3}|slight\w{0,2}|numerical\w{0,2}|somewhat|similar\w{0,2}|comparable|may|might|could|if|"
    r"whether|seem\w{0,2}|appear\w{0,2}|marginal\w{0,2}|unlikely|equal\w{0,2}|hypothes\w{1,5}|expect\w{0,3}|unchanged|"
    r"evidence|suggest\w{0,3}|small|modest\w{0,2}|insignifican\w{1,3}|prevent\w{0,3}|should|would|to be)\b"
)
# Groups of which the p may compare the changes.
_AGAINST = re.compile(r"\b(?:vs?|versus|(?:when |as )?compared|than|respectively|and)\b")
_BY_AND_BY = re.compile(r"\bby\b[^;]*\band\b[^;]*\bby\b")
_SAID_OTHERWISE = re.compile(
    r"[^.]{0,140}\b(?:n\.?s\b|not (?:[a-z]{1,9} )?(?:statistical|significan)|not reach|non-?significan|trend|only\))"
)
_WHICH = re.compile(r"\b(?:which|who|that)\b")
_TREND = re.compile(r"\b(?:trend|tend)")
# ``was 10% lower (p``: how much, whatever the p.
_BY_HOW_MUCH = re.compile(rf"[{ANY}](?: (?!(?:was|were|had|has|is|are|in|with|and)\b)[a-z0-9/%-]{{1,12}}){{0,5}} $")
_P = re.compile(f"[{_Q}]")
_WORD = re.compile(f"{_ASSOCIATED}|{DIRECTION}|{_BETTER}|{_CHANGED}")
_NEAR, _FAR = 60, 120


def apart(match: Match) -> str | None:
    """Why the p may not be of what is said to exist."""
    return _apart(match, match.start, match.words)


def apart_in_time(match: Match) -> str | None:
    """The same of a change: the p may compare the changes of two groups."""
    if _AGAINST.search(match.words):
        return "the p may compare changes"
    return apart(match)


def apart_behind(match: Match) -> str | None:
    """The same where the words follow their p."""
    between = match.words.rpartition(match.texts["are"])[0]
    if (
        CONTRAST.search(between)
        or _WHICH.search(between)
        or NEGATED_SOMEWHERE.search(match.before(_NEAR) + match.words)
    ):
        return "the p may be of another clause"
    return "another sense" if OTHER_SENSE.search(match.words) or UNNUMBERED.search(match.outline.text) else None


def not_shared(match: Match) -> str | None:
    """Why a further p does not share the words of those in front."""
    text, place = match.outline.text, match.outline.place(match.one("p"))
    held = list(_WORD.finditer(text, 0, place))
    first = _P.search(text, held[-1].end(), place) if held else None
    if first is None:
        return "the first p behind the words, or no words"
    if found := PREDICATED.search(text, first.end(), place):
        return f"{found.group()!r}: something is said of it by itself"
    return _apart(match, held[-1].start(), text[held[-1].start() : place])


def _apart(match: Match, start: int, between: str) -> str | None:
    text = match.outline.text
    clause = CLAUSE.split(text[max(0, start - _FAR) : start])[-1]
    said = clause + between
    if "significan" in said or UNNUMBERED.search(text) or _SAID_OTHERWISE.match(match.after(180)):
        return "words about significance say more"
    if _BY_AND_BY.search(between):
        return "the p may compare two groups"
    if _TREND.search(text, 0, start) or _BY_HOW_MUCH.search(text, 0, start):
        return "a trend, or a size stated with its p"
    if found := OTHER_SENSE.search(said) or OTHER_TEST.search(said) or _HEDGED.search(said):
        return f"{found.group()!r}: another test, or said with reserve"
    if found := CONTRAST.search(between) or OTHER_CLAUSE.search(between):
        return f"{found.group()!r}: the p may be of another clause"
    if NEGATED_SOMEWHERE.search(text[max(0, start - _NEAR) : start] + clause) or _none(
        match, start - len(clause), start
    ):
        return "negated"
    if OF_ONE.match(match.after(30)) or match.after(1) == "/" or _AGAINST.match(match.after(12).strip(" ,;")):
        return "a p of one part of what is said"
    return "no p-value" if match.one("p").value >= 1 else None


def _none(match: Match, start: int, end: int) -> bool:
    """Whether there is a ``none`` between two places: it is a number."""
    return any(token.value == 0 and start <= match.outline.place(token) < end for token in match.outline.tokens)


READINGS = (
    Reading(
        name="associated (p)",
        shape=rf"\b{_ASSOCIATED}{_SAME}{{0,160}}?<p:Q>",
        reads=("Pain was associated with age (p = {p 0.01}).",),
        leaves=(
            "Pain was not associated with age (p = 0.41).",
            "Pain tended to be associated with age (p = 0.06).",
        ),
        unless=apart,
    ),
    Reading(
        name="higher (p)",
        shape=rf"(?:{DIRECTION}|{_BETTER}){_SAME}{{0,160}}?<p:Q>",
        reads=("Stay was longer with alfa (p = {p 0.03}).",),
        leaves=("Stay was slightly longer with alfa (p = 0.30).",),
        unless=apart,
    ),
    Reading(
        name="rose (p)",
        shape=rf"(?:{_CHANGED}){_SAME}{{0,120}}?<p:Q>",
        reads=("Pain was reduced by 12 points (p = {p 0.03}).",),
        leaves=("Pain was reduced by 12 points with alfa and 9 with beta (p = 0.30).",),
        unless=apart_in_time,
    ),
    Reading(
        name="higher (p), (p)",
        shape=rf"(?:,|\band\b|\bor\b|<:Q>){_SAME}{{0,120}}?<p:Q>",
        reads=("Pain was associated with age (p = 0.01) and sex (p = {p 0.03}).",),
        leaves=("Pain was associated with age (p = 0.01), and fever was as frequent (p = 0.40).",),
        unless=not_shared,
    ),
    Reading(
        name="(p) were predictors",
        shape=rf"<p:Q>(?:[^;:.{ANY}]{{0,90}}<:Q>){{0,5}}[^;:.{ANY}]{{0,40}} (?P<are>{_ARE})",
        reads=("Age (p = {p 0.01}) and sex (p = 0.02) were independent predictors of pain.",),
        leaves=("Age (p = 0.41), which was associated with pain.", "Age (p = 0.41) and sex were not related to pain."),
        unless=apart_behind,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for each p of which words say that there is a difference or an association."""
    for sentence in page.sentences:
        if not sentence.tokens or not sentence.brief.types["Q"]:
            continue
        for match in settled(list(matches(READINGS, sentence.brief)), over("p")):
            yield _proposal(sentence, match)


def _proposal(sentence: Sentence, match: Match) -> Proposal:
    p = match.one("p")
    return Proposal(
        kind=Significance,
        within=sentence,
        figures=(p,),
        own=(p,),
        fields={"wording": "found", "p": reported(p)},
        certainty=Certainty.GUESSED,
        why="words may say what was seen, whatever its p",
        reading=match.reading.name,
    )
