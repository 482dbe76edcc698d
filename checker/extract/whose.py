"""Whom the figures of shares count, where that is not printed with them: the one place where readings ask.

It repeats what the grammars of counts and arms have found; `checker.extract.people` is to take its place.
"""

import re
from collections.abc import Sequence

from checker.extract.counted import Counted
from checker.extract.numbers import Token
from checker.extract.sentences import Page, Sentence

_CROSSED = re.compile(
    r"cross-?over|crossed over|each (?:patient|subject|participant) (?:served|received)|intra-?individual"
)


def pair(page: Page, percent: Token) -> tuple[Token, Token] | None:
    """The count and the total of a percentage."""
    return page.shares.get(percent.start)


def group(page: Page, percent: Token) -> str | None:
    """The population that a percentage alone is of, by its name in the claims file."""
    return page.of.get(percent.start)


def twice(sentence: Sentence, totals: Sequence[Token]) -> bool:
    """Whether equal totals are those of one group of people, all of them seen twice."""
    page = sentence.page
    if page.says(_CROSSED):
        return True
    populations = Counted.of(page).populations
    if populations.stated(int(sum(total.value for total in totals))):
        return False
    return bool(populations.of_people(int(totals[0].value)) - {sentence.index})
