"""Figures that can only lie in a certain range: ``r = 0.36``, ``P = 1.00``, ``kappa = 0.81``.

P-values are read only where they are printed at an end of their range or beyond it, or as above next to nothing. Where
a decimal point may be lost, or the letter may be that of something else (power, phosphorus, a garbled rho), the claim
is a guess.
"""

import re
from collections.abc import Iterator

from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches, settled
from checker.extraction.numbers import Token
from checker.extraction.outline import ANY
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.extraction.surfaces import p_values
from checker.kinds.possible import Bounded, PossibleValue
from checker.model import Certainty

BRIEF = False

# Levels above which a p is hardly ever said to be.
_NEXT_TO_NOTHING = 0.005

# What may follow a figure that is whole: no power of ten, no unit, no rest of a number that fonts broke.
_ENDS = re.compile(r" ?(?:[);,\]](?! ?\d)|\.(?: |$)|$)| (?:and|but|vs\.?|versus) [a-z(]")
_OTHER_LETTER = re.compile(
    r"power|parit|parous|pressure|phosph|protein|placebo|percentile|persist|momentum|watt|permeab"
)
_SIGN = re.compile(r"[=<>≤≥]|\b(?:less|greater|equal|lower)\b")
# ``.01 > p > .001``, ``p > .001 but < .05``; and levels that are corrected or strict.
_BOUND = re.compile(rf"[{ANY}] ?[<>≤≥]? ?$")
_OTHER_BOUND = re.compile(r",? ?(?:and|but|or)?,? ?(?:p ?)?(?:<|≤|less)")
_STRICTER = re.compile(
    r"bonferroni|correct|adjust|threshold|genome|neither|none\b|non-?significan|not (?:statistically )?significan"
)
# A statistic right in front in the same bracket or clause: what stands behind it is its p.
_STATISTIC = re.compile(
    r"(?:(?<![a-z])(?:t|f|z|r|χ2?|chi2?|or|hr|rr|ci|sd)|difference|significant\w*|correlat\w+|associat\w+)[^a-z]{0,24}\(?$"
)


def no_range(match: Match) -> str | None:
    """Why a figure may have any value."""
    return None if _ENDS.match(match.after(8)) else "more of the figure may follow"


def no_p(match: Match) -> str | None:
    """Why a number is no p."""
    if not _SIGN.search(match.words):
        return "no sign between the letter and the number"
    return p_values.with_unit(match) or no_range(match)


def another_letter(match: Match) -> str | None:
    """Why a p may be something else, or damaged."""
    p = match.one("p")
    if p.value < 0:
        return "the letter may be a rho"
    if not p.decimals and (p.value > 1 or p.comparator != "="):
        return "a decimal point may be lost"
    if p.value > 1 and (_OTHER_LETTER.search(match.outline.text) or not _STATISTIC.search(match.before(40))):
        return "the letter may be no p-value"
    return None


def stricter_level(match: Match) -> str | None:
    """Why a p may well be said to be above a very small number."""
    if _BOUND.search(match.before(4)) or _OTHER_BOUND.match(match.after(12)):
        return "one of two bounds"
    return "a stricter level" if _STRICTER.search(match.outline.text) else no_p(match)


def _may_be_meant(match: Match) -> str | None:
    return "a level so small may have been chosen"


def no_coefficient(match: Match) -> str | None:
    """Why a letter is no coefficient."""
    if found := re.search(r"\br2|ratio|\brate|radius|light chain|lambda|fisher|transform|resist", match.outline.text):
        return f"{found.group()!r}: another quantity"
    return no_range(match)


def apart_from_p(match: Match) -> str | None:
    """Why a letter may be none of a correlation."""
    value = match.one("value")
    if abs(value.value) > 1 and not re.match(r"[;,] ?p ?[=<]", match.after(12)):
        return "the letter may be of something else"
    return None


PS = Reading(
    name="p at an end of its range",
    shape="{p_is}<p:A>",
    reads=(
        "Fever was rarer (P < {p .000}).",
        "Fever was as rare (P = {p 1.00}).",
        "Fever was rarer (t = 3.2, P = {p 8.16}).",
        "Fever was rarer (P<{p 05}).",
    ),
    leaves=(
        "The P3 and the P2 were unchanged.",
        "Sodium rose (P = 1.38 times).",
        "Fever fell (P < 0.00 1).",
    ),
    unless=no_p,
    doubt=another_letter,
)
ABOVE = Reading(
    name="p > .001",
    shape="{p_is}<p:A>",
    reads=("Fever was rarer with alfa (P > {p 0.001}).", "Fever was rarer (P greater than {p .0001})."),
    leaves=(
        "Fever was not significantly rarer (P > 0.001).",
        "Fever was as rare at the corrected level (P > 0.001).",
        "Fever was rarer (0.01 > P > 0.001).",
        "Fever was rarer (P > 0.001 and < 0.05).",
    ),
    unless=stricter_level,
    doubt=_may_be_meant,
)
COEFFICIENTS = (
    Reading(
        name="r = x",
        shape=r"(?<![a-z0-9'])r(?:s|ho)? ?= ?<value:D>",
        reads=("Fever was related to age (r = {value 0.36}, p < 0.001).", "It was weak (r={value -.12})."),
        leaves=("Fever fell (r = 45%).", "In the active group (r = 86) fever fell.", "The ratio was high (r = 5.4)."),
        unless=no_coefficient,
        doubt=apart_from_p,
    ),
    Reading(
        name="kappa = x",
        shape=r"(?<![a-z0-9'])(?P<what>kappa|κ|icc|intra-?class correlation(?: coefficient)?)(?: ?\((?:κ|k|icc)\))?"
        r"(?: ?[=:] ?| (?:of|was) )<value:D>",
        reads=("Two readers agreed well (kappa = {value 0.81}).", "The ICC was {value 0.92}."),
        leaves=("The kappa light chain was 3.4.",),
        unless=no_coefficient,
    ),
)
READINGS = (PS, ABOVE, *COEFFICIENTS)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every coefficient, and for every p at an end of its range or beyond."""
    for sentence in page.sentences:
        if not sentence.tokens:
            continue
        for match in matches(COEFFICIENTS, sentence.outline):
            what = match.texts.get("what", "r")
            quantity = Bounded.CORRELATION if what == "r" else Bounded.INTRACLASS if what[0] == "i" else Bounded.KAPPA
            yield _proposal(sentence, match, match.one("value"), quantity)
        for reading, printed_so in ((PS, _at_end), (ABOVE, _above)):
            if not any(printed_so(token) for token in sentence.tokens):
                continue
            for match in settled(list(matches((reading,), sentence.outline))):
                p = match.one("p")
                if printed_so(p):
                    yield _proposal(sentence, match, p, Bounded.P)


def _at_end(p: Token) -> bool:
    """Whether a p is at an end of its range or beyond; a bare nought has lost its decimals."""
    return not 0 < p.value < 1 and p.comparator not in "~>≥" and bool(p.value or p.decimals)


def _above(p: Token) -> bool:
    return p.comparator == ">" and 0 < p.value <= _NEXT_TO_NOTHING


def _proposal(sentence: Sentence, match: Match, value: Token, quantity: Bounded) -> Proposal:
    return Proposal(
        kind=PossibleValue,
        within=sentence,
        figures=(value,),
        own=(value,),
        fields={"quantity": quantity, "value": reported(value)},
        certainty=Certainty.PRINTED if match.doubt is None else Certainty.GUESSED,
        why=match.doubt or "a figure beside its name",
        reading=match.reading.name,
    )
