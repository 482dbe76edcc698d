"""Changes said to be greater or smaller in one group than in another: ``greater reduction with A (28%) than B (9%)``.

Where changes are printed with their minus, the greater reduction is the lower figure.
"""

import re
from collections.abc import Iterator

from checker.extraction.direction_words import (
    BELONGS,
    CLAUSE,
    CLOSED,
    DIRECTION,
    END,
    FIGURE,
    LABEL,
    SHORT,
    THAN,
    UNITS,
    alone,
    lead,
    unclear_words,
)
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Ranking
from checker.model import Certainty

_FALL = re.compile(r"reduc|decreas|declin|\bfall\b|\bloss|chang|diminution|lowering")
_RISE = re.compile(r"improve|\bgain|increas|\brise\b")
# Comparisons of something else than two changes, or of changes that figures of another sense stand for.
_SENSE = re.compile(
    r"ratio|\bfold\b|hazard|\brank|\bp[- ]values?|poten|affinity|sensitiv|dilution|effective|effects? on|effic|better|"
    r"worse|correlat|threshold|quartile|tertile|quintile|suppress|inhibit|respectively|preced|tit(?:er|re)|deficit|delay|"
    r"differen|risk|odds|proportion|percentage of|patients with|likel|often|frequen"
)


def no_change(match: Match) -> str | None:
    """Why the two figures are no changes of which the words say which is the greater."""
    said = lead(match)
    if not _FALL.search(said) and not _RISE.search(said):
        return "no changes"
    if any(token.comparator != "=" for token in match.tokens):
        return "a bound"
    negative = {token.value < 0 for token in match.tokens}
    if len(negative) > 1 or (negative == {True} and _RISE.search(said)):
        return "changes of several signs"
    if len({token.unit for token in match.tokens if token.unit is not None}) > 1:
        return "figures of two units"
    return unclear_words(said, _SENSE)


def no_pair(match: Match) -> str | None:
    """The same where both figures share a bracket."""
    return no_change(match) if len(list(THAN.finditer(lead(match)))) == 1 else "compared with several, or with none"


def no_each(match: Match) -> str | None:
    """The same where each figure stands behind its group."""
    return "compared with another" if THAN.search(lead(match)) else no_change(match)


def other_figures(match: Match) -> str:
    """Why the claim is a guess."""
    return "the figures may be those that the changes led to"


READINGS = (
    Reading(
        name="greater fall in A (a) than in B (b)",
        shape=(
            rf"{DIRECTION}{CLAUSE}{alone('value', LABEL)}(?(value_opens){CLOSED}),? {{than}} {SHORT}"
            rf"{alone('other', LABEL)}(?! ?,? ?{{versus}}|(?! ?[;,] ?n ?=)[^()]{{0,9}}[{FIGURE}])"
        ),
        reads=("The reduction of pain was larger with alfa ({value 28.3%}) than with beta ({other 9.2%}).",),
        leaves=(
            "The reduction of pain was not larger with alfa (28.3%) than with beta (9.2%).",
            "The increase of flow was larger with alfa (-28.3%) than with beta (-9.2%).",
        ),
        unless=no_each,
        doubt=other_figures,
    ),
    Reading(
        name="greater fall in A than in B (a vs b)",
        shape=(
            rf"{DIRECTION}{CLAUSE}{{than}}{CLAUSE}[(:;,] ?{LABEL}<value:A>{{aside}}{UNITS} ?[,;]? ?{{versus}} "
            rf"(?:(?:only|just|a|of) )?<other:A>{{aside}}{UNITS}{BELONGS}{END}"
        ),
        reads=("A greater fall in weight was seen with alfa than with beta ({value -6.6} vs {other -5.1} kg).",),
        leaves=("A greater fall in weight was seen with alfa (-6.6 vs -5.1 kg).",),
        unless=no_pair,
        doubt=other_figures,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every two changes that words compare."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 2:
            continue
        for match in settled(list(matches(READINGS, sentence.brief))):
            yield _proposal(sentence, match)


def _proposal(sentence: Sentence, match: Match) -> Proposal:
    value, other = match.one("value"), match.one("other")
    above = ("high" in match.texts) != (value.value < 0)
    return Proposal(
        kind=Ranking,
        within=sentence,
        figures=(value, other),
        own=(value,),
        fields={
            "position": "highest" if above else "lowest",
            "value": reported(value),
            "others": (reported(other),),
        },
        certainty=Certainty.GUESSED,
        why=match.doubt or "",
        reading=match.reading.name,
    )
