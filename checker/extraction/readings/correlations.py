"""Correlation coefficients with their p, and the people whose values they correlate: ``r = -.22, P < .001``."""

import re
from collections.abc import Iterator

from checker.extraction import phrases
from checker.extraction.drafts import reported
from checker.extraction.grammar import Match, Reading, matches
from checker.extraction.open_sizes import everybody
from checker.extraction.outline import ANY
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.kinds.open_sizes import OpenCorrelation
from checker.model import Certainty

_R = r"(?<![a-z0-9])r(?:s|ho|-?values?)?(?<!hr) ?(?:=|:|of|was) ?"
_OTHERWISE = re.compile(
    rf"partial|adjust|{phrases.MODELS}|r2|r²|r\^2|r \(2\)|eyes|samples|cells|specimens|measurements|observations|"
    r"meta-analy|pairs|genetic|intraclass|icc\b|kappa|segments|lesions|sites|\bn ?= ?|trials|studies"
)


def no_pairs(match: Match) -> str | None:
    """Why a coefficient is no plain correlation of one value of each person with another."""
    if found := _OTHERWISE.search(match.outline.text):
        return f"{found.group()!r}: other pairs"
    return "a bound" if any(token.comparator not in "=~" for token in match.roles["values"]) else None


READINGS = (
    Reading(
        name="r = x (p), of some of N",
        shape=rf"{_R}(?P<values><:D>)[^{ANY}.;()]{{0,30}}[;,)(]{{0,2}} ?<p:Q>",
        reads=("In 692 children fever was related to age (r = {values -.22}; P < {p .001}).",),
        leaves=("Adjusted for age, fever was related to pain (r = 0.22; P < .001).",),
        unless=no_pairs,
    ),
    Reading(
        name="r = x, y, and z (p), of some of N",
        shape=rf"{_R}(?P<values><:D>(?:,? and |, ?(?:and )?)<:D>(?:,? and <:D>|, ?(?:and )?<:D>){{0,4}})"
        r"(?:,? respectively)?[;,)(]{0,2} ?<p:Q>",
        reads=("Fever, pain and age were related (r = {values .54}, {values .58}, and {values .58}; P < {p .001}).",),
        unless=no_pairs,
    ),
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every coefficient that is printed with its p."""
    for sentence in page.sentences:
        if not sentence.printed.ps or len(sentence.tokens) < 2:
            continue
        for match in matches(READINGS, sentence.brief):
            of = page.once(everybody)
            if of is None:
                return
            p = match.one("p")
            for value in match.roles["values"]:
                yield Proposal(
                    kind=OpenCorrelation,
                    within=sentence,
                    figures=(value, p),
                    own=(value,),
                    fields={
                        "value": reported(value),
                        "people": of,
                        "p": reported(p),
                    },
                    certainty=Certainty.GUESSED,
                    why="how many pairs these are is not printed with them",
                    reading=match.reading.name,
                )
