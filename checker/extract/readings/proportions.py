"""Counts of a total with their percentage, all three printed together."""

from collections.abc import Iterator

from checker.extract import phrases
from checker.extract.drafts import count, reported
from checker.extract.numbers import Token
from checker.extract.printed import Figure
from checker.extract.proposals import Proposal
from checker.extract.sentences import Page, Sentence
from checker.kinds import Proportion
from checker.model import Certainty

_NEAR, _JUST_BEHIND = 40, 20


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every share that prints its count, its total and its percentage."""
    for sentence in page.sentences:
        if len(sentence.tokens) < 3:
            continue
        for figure in sentence.printed.figures:
            number, total, percent = figure.count, figure.total, figure.value
            if number is None or total is None or not _is_plain(number, total, percent):
                continue
            certainty, why = _certainty(sentence, figure)
            yield Proposal(
                kind=Proportion,
                within=sentence,
                figures=(number, total, percent),
                own=(number, percent),
                fields={"count": count(number), "total": count(total), "percent": reported(percent)},
                certainty=certainty,
                why=why,
                reading="shares",
            )


def _is_plain(number: Token, total: Token, percent: Token) -> bool:
    """Whether count and total are no bounds, and the percentage may be that of a count."""
    return number.comparator == "=" and total.comparator in ("=", "~") and percent.value <= 100


def _certainty(sentence: Sentence, figure: Figure) -> tuple[Certainty, str]:
    """Printed, unless words say that the percentage is no plain share of the count."""
    if figure.doubt is not None:
        return Certainty.GUESSED, figure.doubt
    if sentence.page.says(phrases.WEIGHTED):
        return Certainty.GUESSED, "the paper weights its percentages"
    tokens = figure.tokens
    around = sentence.page.low[
        max(sentence.start, tokens[0].start - _NEAR) : min(sentence.end, tokens[-1].end + _JUST_BEHIND)
    ]
    if phrases.MODELLED.search(around):
        return Certainty.GUESSED, "the percentage may come from a model, or be over time"
    return Certainty.PRINTED, "count, total and percentage are printed together"
