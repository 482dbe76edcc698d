"""Relative differences with the figures of both groups behind them: ``22% higher with A (11) than with B (9)``."""

import re
from collections.abc import Iterator

from checker.extraction.change_words import HEDGE, MORE
from checker.extraction.changed import Measured, otherwise, unit
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.outline import ANY
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.kinds import Change
from checker.model import Certainty

# Up to a figure: a p in a bracket, and names with a number, are passed over.
_TO = rf"(?: \(<:Q>[^(){ANY}]{{0,20}}\))?(?:[^{ANY};:]|<:U>|<:N>){{1,90}}?"
_OTHERWISE = re.compile(
    r"\bodds|hazard|likel|\brisk of|adjust|median|\bnot\b|respectively|\bcompared (?:with|to)[^;]{0,60}\bthan\b|"
    r"(?:more|less|fewer|higher|lower) than"
)
_WHY = "what the difference is of may be other figures than these"


def no_difference(match: Match) -> str | None:
    """Why a percentage is not the difference of the two figures behind it."""
    if found := _OTHERWISE.search(match.before(40) + match.words):
        return f"{found.group()!r}: something else"
    one, other = match.one("one"), match.one("other")
    if any(token.comparator not in "=~" or token.value <= 0 for token in (one, other, match.one("change"))):
        return "a bound, or a figure below zero"
    return "figures of two kinds" if one.unit != other.unit and None not in (one.unit, other.unit) else None


READINGS = (
    Reading(
        name="x more with A (a) than with B (b)",
        shape=(
            rf"<change:A>{HEDGE}{{0,2}}[ -]{{1,2}}(?:times |fold |significantly )?(?P<more>{MORE})(?![a-z])"
            rf"(?! than){_TO}"
            rf"\(<one:A>{{aside}}[^(){ANY}]{{0,30}}\)?,?[^;:{ANY}]{{0,50}}?{{than}}[^;:{ANY}]{{0,90}}?"
            rf"\(?<other:A>{{aside}}"
        ),
        reads=(
            "Synthesis was {change 22%} higher (P = 0.012) with alfa ({one 0.110}) than with beta ({other 0.090}).",
            "The rate was {change 25%} lower in men ({one 18}) compared with women ({other 24}).",
        ),
        leaves=("The odds were 22% higher with alfa (11%) than with beta (9%).",),
        unless=no_difference,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every relative difference in front of its two figures."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 3:
            continue
        for match in settled(list(matches(READINGS, sentence.brief))):
            proposal = _proposal(sentence, match)
            if isinstance(proposal, Proposal):
                yield proposal
            else:
                sentence.brief.note(match, proposal)


def _proposal(sentence: Sentence, match: Match) -> Proposal | str:
    change, one, other = (match.one(role) for role in ("change", "one", "other"))
    a, b, x = (Measured.of(sentence, token) for token in (other, one, change))
    if reason := otherwise(sentence, x, match.words):
        return reason
    how = unit(a, b, x, match.words)
    if how not in ("percent", "ratio", "either"):
        return "no relative difference"
    first, second = other, one
    if how == "ratio" and one.value < other.value:
        first, second = one, other
    return Proposal(
        kind=Change,
        within=sentence,
        figures=(first, second, change),
        own=(change,),
        fields={
            "before": reported(first),
            "after": reported(second),
            "change": reported(change),
            "unit": how,
            "estimated": True,
        },
        certainty=Certainty.GUESSED,
        why=_WHY,
        reading=match.reading.name,
    )
