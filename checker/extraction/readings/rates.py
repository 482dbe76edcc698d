"""Confidence intervals of one proportion: of a count and its total, or of a percentage alone."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from checker.extraction import quantities
from checker.extraction.arithmetic import possible
from checker.extraction.drafts import count
from checker.extraction.numbers import Token
from checker.extraction.people import People
from checker.extraction.percentages import Rate, rates
from checker.extraction.printed import Figure
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.kinds import BinomialInterval
from checker.model import Certainty

# The names of its claims, of whose figures no one shape tells.
_NAME = "share with its interval"
MAKES = (_NAME,)
# Words that speak of some of the patients only.
SUBGROUP = re.compile(
    r"versus|\bvs\b|respectively|group|\barms?\b|\bwith(?:out)?\b|\bwho\b|whom|among|subset|cohort|men\b|women|"
    r"stage|grade|positive|negative|responders|between|\bif\b|older|younger|treated|receiv|"
    # At risk of a later event are those who had the one before.
    r"(?:second|third|subsequent) (?:relapse|recurrence|event)"
)


class Share(msgspec.Struct, frozen=True):
    """A share with its interval.

    ``counted``: its count and total; ``whole``: its sentence speaks of no part of the patients.
    """

    rate: Rate
    counted: tuple[Token, Token] | None
    whole: bool


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every share that is printed with its confidence interval."""
    for found in shares(page):
        for share in found:
            yield proposal(page, share)


def shares(page: Page) -> Iterator[list[Share]]:
    """The shares with an interval, list by list."""
    if "%" not in page.low:
        return
    people = page.once(People)
    for found in rates(page):
        whole = is_whole(found)
        for run in _runs(found):
            words = " ".join(rate.words for rate in run)
            of = [_pair(people, rate.figure) for rate in run]
            # What is said of one of a list is said of all: ``16% (5-26) and 5% (0-10) reduction``.
            listed = [
                Share(rate, each, whole)
                for rate, each in zip(run, of, strict=True)
                # A bracket behind a count that no word of its own sentence calls an interval may be a range.
                if quantities.is_share(each is not None, run[0].meaning, words) and (rate.own or each is None)
            ]
            if listed:
                yield listed


def _pair(people: People, figure: Figure) -> tuple[Token, Token] | None:
    """The count and the total of a percentage, printed with it or found elsewhere."""
    if figure.count is not None and figure.total is not None:
        return figure.count, figure.total
    share = people.share(figure.value)
    return share.pair if share is not None else None


def _runs(found: Sequence[Rate]) -> Iterator[list[Rate]]:
    """The rates of a sentence, list by list."""
    run: list[Rate] = []
    for rate in found:
        if run and not (rate.listed and (rate.meaning is None or rate.meaning.carried)):
            yield run
            run = []
        run.append(rate)
    if run:
        yield run


def is_whole(found: Sequence[Rate]) -> bool:
    """Whether nothing in the sentence of some rates speaks of a part of the patients."""
    return not SUBGROUP.search(found[0].sentence.low) and not any(rate.listed for rate in found)


def proposal(page: Page, share: Share) -> Proposal:
    """The claim of a share."""
    rate = share.rate
    number, total = share.counted or (None, None)
    people = page.once(People)
    fields: dict[str, Any] = {
        "count": count(number),
        "total": count(total),
        **rate.printed,
    }
    certainty, why, told = Certainty.PRINTED, "a percentage and its interval in one phrase", ""
    if total is not None and total is not rate.figure.total:
        certainty, why = Certainty.NAMED, "its total stands elsewhere"
    if number is None and people.main is not None:
        name = people.declare(people.main)
        if share.whole and possible(rate.estimate, people.main.size):
            fields["of"], told = name, "whole"
            certainty, why = Certainty.GUESSED, "of all patients, as the sentence names no group of them"
        else:
            fields["sample"] = name
    if rate.doubt is not None:
        certainty, why = Certainty.GUESSED, rate.doubt
    held = (number, total, rate.estimate, rate.lower, rate.upper)
    return Proposal(
        kind=BinomialInterval,
        within=rate.sentence,
        figures=tuple(token for token in held if token is not None),
        own=(rate.estimate, rate.lower, rate.upper),
        fields=fields,
        certainty=certainty,
        why=why,
        reading=_NAME,
        people=told,
    )
