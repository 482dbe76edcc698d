"""Shares: a count of a total with its percentage, where the total is printed with them or is that of a group."""

from collections.abc import Iterator
from typing import Any

from checker.extract import phrases
from checker.extract.arithmetic import telling
from checker.extract.drafts import count, reported
from checker.extract.numbers import Token
from checker.extract.people import Figure as Counted
from checker.extract.people import People, Resolution
from checker.extract.printed import Figure
from checker.extract.proposals import Proposal
from checker.extract.quantities import Quantity, meanings
from checker.extract.sentences import Page, Sentence
from checker.kinds import Proportion
from checker.model import Certainty

_NEAR, _JUST_BEHIND = 40, 20
_SHORTEST_LIST = 3
# What is no share of people though it is a percentage.
_NO_SHARE = frozenset(
    (
        Quantity.DIFFERENCE,
        Quantity.REDUCTION,
        Quantity.RATIO,
        Quantity.SURVIVAL,
        Quantity.INCIDENCE,
        Quantity.COEFFICIENT,
        Quantity.MEAN,
        Quantity.MEDIAN,
        Quantity.ACCURACY,
    )
)


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
        yield from _alone(people, sentence, {figure.percent.start for figure in people.of(sentence)})


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
    if found is not None and (found.agrees or found.close or found.certainty != "guessed"):
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


def _alone(people: People, sentence: Sentence, counted: set[int]) -> Iterator[Proposal]:
    """Percentages without a count, of a group that the words name."""
    page = sentence.page
    alone = [token for token in sentence.tokens if token.percent and token.start not in counted and token.value <= 100]
    if not alone or page.says(phrases.WEIGHTED):
        return
    found = [(token, people.resolve(people.figure(sentence, None, token))) for token in _shares(sentence, alone)]
    named = {group.binding for _, group in found if group is not None and group.certainty == "named"}
    listed = _listed(found)
    for token, group in found:
        # Words may speak of no share at all: a percentage that no count of the group makes is held against it only
        # where another of the sentence, which the same words bind, shows that they are shares of people.
        held = group is not None and group.close and (group.agrees or (token.decimals and group.binding in named))
        if group is not None and (held or token in listed):
            yield Proposal(
                kind=Proportion, within=sentence, figures=(token,), own=(token,),
                fields={"of": people.declare(group.group), "percent": reported(token)},
                certainty=Certainty(group.certainty), why=group.why, reading=f"p%: {group.binding}",
            )  # fmt: skip


def _listed(found: list[tuple[Token, Resolution | None]]) -> list[Token]:
    """Three or more percentages with decimals of all, most of which are shares of them that few others would be."""
    of_all = [(token, group) for token, group in found if group is not None and not group.close and token.decimals]
    agreeing = [group for token, group in of_all if group.agrees and telling(token, group.group.size)]
    if len(of_all) < _SHORTEST_LIST or 2 * len(agreeing) < len(of_all):
        return []
    return [token for token, _ in of_all] if len({group.group.size for _, group in of_all}) == 1 else []


def _shares(sentence: Sentence, alone: list[Token]) -> Iterator[Token]:
    """The percentages that may be shares of people."""
    meant = meanings(sentence.printed, sentence.page.norm, sentence.start)
    for token in alone:
        figure = sentence.printed.figure(token)
        if figure is None or figure.limits or figure.spread or token.comparator != "=":
            continue
        meaning = meant.get(token.start)
        if meaning is None or meaning.quantity not in _NO_SHARE:
            yield token


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
