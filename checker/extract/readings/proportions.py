"""Shares: a count of a total with its percentage, where the total is printed with them or is that of a group."""

from collections.abc import Iterator
from typing import Any

from checker.extract import phrases
from checker.extract.arithmetic import nearly, possible
from checker.extract.drafts import count, reported
from checker.extract.numbers import Token
from checker.extract.people import Figure as Counted
from checker.extract.people import People
from checker.extract.people.alone import alone
from checker.extract.printed import Figure
from checker.extract.proposals import Proposal
from checker.extract.sentences import Page, Sentence
from checker.kinds import Proportion
from checker.model import Certainty

_NEAR, _JUST_BEHIND = 40, 20


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every share that is printed with its count, or whose group the words name."""
    people = page.once(People)
    for sentence in page.sentences:
        if not any(token.percent for token in sentence.tokens):
            continue
        for figure in sentence.printed.figures:
            number, total, percent = figure.count, figure.total, figure.value
            if number is not None and total is not None and _is_plain(number, total, percent):
                yield _printed(sentence, figure, number, total)
        counted = [figure for figure in people.of(sentence) if figure.total is None]
        for each in counted:
            if each.count is not None and each.percent.value <= 100:
                yield _of_group(people, each, each.count)
        yield from _alone(people, sentence)


def _printed(sentence: Sentence, figure: Figure, number: Token, total: Token) -> Proposal:
    certainty, why = _certainty(sentence, figure)
    return Proposal(
        kind=Proportion,
        within=sentence,
        figures=(number, total, figure.value),
        own=(number, figure.value),
        fields={"count": count(number), "total": count(total), "percent": reported(figure.value)},
        certainty=certainty,
        why=why,
        reading="n/N (p%)",
    )


def _of_group(people: People, figure: Counted, number: Token) -> Proposal:
    """A count and its percentage, of the group that words name; of nobody where that would be no more than a guess."""
    found = people.resolve(figure)
    fields: dict[str, Any] = {"count": count(number), "percent": reported(figure.percent)}
    certainty, why, reading = Certainty.PRINTED, "count and percentage are printed together", "n (p%)"
    if found is not None and (
        found.agrees
        or found.close
        or found.certainty != "guessed"
        or (figure.sharp and nearly(number.value, found.group.size, figure.percent))
    ):
        certainty, why, reading = Certainty(found.certainty), found.why, f"n (p%): {found.binding}"
        if not found.agrees and figure.percent.start < number.start:
            certainty, why = Certainty.GUESSED, "the number behind the percentage may be that of those it is of"
        group = found.group
        if not found.agrees and certainty is Certainty.GUESSED:
            fitting = [other for other in found.alternatives if figure.makes(other.size)]
            if found.close:
                fields["alternatives"] = tuple(map(people.declare, fitting))
            elif fitting:
                # Words that are far away bind less than a size that makes the percentage.
                group = fitting[0]
        if certainty is not Certainty.GUESSED or not people.page.says(phrases.WEIGHTED):
            fields["of"] = people.declare(group)
    return Proposal(
        kind=Proportion, within=figure.sentence, figures=(number, figure.percent), own=(number, figure.percent),
        fields=fields, certainty=certainty, why=why, reading=reading,
    )  # fmt: skip


def _alone(people: People, sentence: Sentence) -> Iterator[Proposal]:
    """Percentages without a count, of a group that the words name, or of all, where their list is."""
    page = sentence.page
    if page.says(phrases.WEIGHTED):
        return
    found = [(token, people.resolve(people.figure(sentence, None, token))) for token in alone(people, sentence)]
    named = {group.binding for _, group in found if group is not None and group.certainty == "named"}
    for token, group in found:
        if group is None or not (group.close or group.certainty == "implied"):
            continue
        # Words may speak of no share at all: a percentage that no count of the group makes is held against it only
        # where another of the sentence, which the same words bind, shows that they are shares of people.
        fitting = [other for other in group.alternatives if possible(token, other.size)]
        held = group.agrees or group.certainty == "implied" or (token.decimals and group.binding in named) or fitting
        if held:
            fields: dict[str, Any] = {"of": people.declare(group.group), "percent": reported(token)}
            if not group.agrees:
                fields["alternatives"] = tuple(map(people.declare, fitting))
            yield Proposal(
                kind=Proportion, within=sentence, figures=(token,), own=(token,), fields=fields,
                certainty=Certainty(group.certainty), why=group.why, reading=f"p%: {group.binding}",
            )  # fmt: skip


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
