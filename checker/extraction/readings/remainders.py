"""Those who are left when some of a number are gone: ``of 120 screened, 20 were excluded, leaving 100``.

Some may have gone for more than one reason, or at another step than the words tell, so every claim is a guess.
"""

import itertools
import re
from collections.abc import Iterator

from checker.extraction import wholes
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.outline import ANY
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence

_GONE = re.compile(
    r"exclu(?!sion)|withdr|drop|lost|missing|declin|refus|died|ineligib|discontinu|unavailable|removed|omitted|failed|"
    r"without|non-?respon|not (?:eligible|meet|consent|complet|return|respond|participat|evaluable|available)"
)
_LEFT = re.compile(rf"(?: [a-z'-]{{1,20}}){{0,5}}? (?:{_GONE.pattern})")
_LEAVING = r"(?:leaving|(?:which|this|that) left|so that)(?: us with)?"
# Neither across sentences and brackets nor other numbers.
_WORDS = rf"[^.;:(){ANY}]"
_PARTS = rf"(?P<gone><:C>{_WORDS}{{3,110}}?(?:<:C>{_WORDS}{{3,90}}?){{0,3}}?)"
_STAYED = r"(?:randomi[sz]ed|enrol+ed|included|eligible|assigned|allocated|analy[sz]ed|evaluable|evaluated|remained)"
_BEGINS = (
    rf"(?:of|from|among) (?:(?:the|these|all|an?|total|initial|of|original) ){{0,4}}<whole:C>(?: {_WORDS}{{1,90}}?)?"
)
_ARMS = re.compile(rf"{_WORDS}{{0,60}}(?:and|vs\.?|versus|,|or) [{ANY}]|.{{0,80}}respectively")
_OTHER_NUMBERS = re.compile(
    r"\beach\b|\bper\b|\bboth\b|respectively|%|times|years|months|weeks|days|visits|events|twice"
)
_OF_THEM = re.compile(rf"[{ANY}][^{ANY}]{{0,20}} (?:of whom|of which|of these|of them|including|includes)\b")
_TWICE = "some may have gone at another step, or for two reasons"


def no_remainder(match: Match) -> str | None:
    """Why what is left is not the whole without those who are gone."""
    words = match.words
    if found := _OTHER_NUMBERS.search(words):
        return f"{found.group()!r}: other numbers"
    if _OF_THEM.search(words):
        return "some of a part"
    gone = (*match.roles["gone"], match.one("left"))
    if not all(_LEFT.match(match.outline.between(one, other)) for one, other in itertools.pairwise(gone)):
        return "some are not said to be gone"
    return "those left are in several groups" if _ARMS.match(match.after(100)) else None


def _always(match: Match) -> str | None:
    return _TWICE


READINGS = (
    Reading(
        name="of N, a excluded, leaving b",
        shape=rf"{_BEGINS},? ?{_PARTS},? {_LEAVING} {_WORDS}{{0,40}}?(?P<left><:C>)",
        reads=(
            "Of the {whole 120} adults screened, {gone 20} were excluded, leaving {left 100} for analysis.",
            "Of {whole 120} adults, {gone 12} declined and {gone 8} were lost to follow-up, leaving {left 100}.",
        ),
        leaves=(
            "Of 120 adults, 20 were excluded, leaving 48 in the alfa group and 52 in the beta group.",
            "Of 120 adults, 20 had fever, leaving 100 for analysis.",
            "Of 120 adults, 80 replied, and without those who were ill, leaving 60 for analysis.",
        ),
        unless=no_remainder,
        doubt=_always,
    ),
    Reading(
        name="of N, a excluded and b randomised",
        shape=rf"{_BEGINS},? ?{_PARTS}(?:,? and|,) (?:the remaining )?(?P<left><:C>)"
        rf"(?: [a-z]{{2,15}}){{0,3}}? {_STAYED}",
        reads=("Of {whole 120} adults screened, {gone 20} were excluded and {left 100} were randomised.",),
        leaves=("Of 120 adults screened, 20 were excluded and 48 were randomised to alfa and 52 to beta.",),
        unless=no_remainder,
        doubt=_always,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every number of those left that is printed with the whole and with those who are gone."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 3 or not _GONE.search(sentence.low):
            continue
        for match in settled(list(matches(READINGS, sentence.brief))):
            yield from _proposals(sentence, match)


def _proposals(sentence: Sentence, match: Match) -> Iterator[Proposal]:
    held = [sentence.printed.figure(token) for role in ("whole", "gone", "left") for token in match.roles[role]]
    counts = [figure.number for figure in held if figure is not None and figure.number is not None]
    if len(counts) == len(held) and all(each.comparator == "=" for each in counts):
        yield from wholes.proposals(sentence, counts[0], counts[1:], match.reading.name, match.doubt)
