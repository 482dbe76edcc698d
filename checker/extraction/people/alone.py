"""Percentages without a count, in lists of what people had: ``sepsis (11.4%), pneumonia (21.9%)``.

Whole people make only some percentages of a small number. Where nearly all of the lists of a paper, and its counts
with percentages, are shares of all its people, those that no count of them makes are held against these people too.
"""

import re
from collections import defaultdict
from collections.abc import Callable

from checker.extraction.arithmetic import possible, telling
from checker.extraction.numbers import Token
from checker.extraction.people.counted import Figure, placed
from checker.extraction.people.groups import Group
from checker.extraction.people.known import Known
from checker.extraction.quantity_names import Quantity
from checker.extraction.sentences import Sentence
from checker.rounding import CUT_OFF

_SHORTEST_LIST = 3
# Of the different percentages so many are shares that few others would be, and at most one in so many is none.
_LEAST_TELLING = 3
_MOST_MISFITS = 4
_MOST_ASKED = 40
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
# Sentences whose figures are of other papers.
_ELSEWHERE = re.compile(
    r"previous(?:ly)? (?:studies|study|reports?|reported|published|trials?|series|work|data)|et al\b|literature|"
    r"historical|other (?:studies|trials|series|authors)"
)
# Of whom words say a percentage is: the group, and whether the words stand in its sentence.
Heard = Callable[[Figure], tuple[Group, bool] | None]


class Alone:
    """The percentages without a count of one paper.

    Attributes:
        of: the people of whom all of a list are, by the offsets of its percentages.
        again: the people of whom a percentage with decimals is wherever words name them, by its digits.
    """

    def __init__(self, people: Known, heard: Heard) -> None:
        self.of: dict[int, Group] = {}
        self.again: dict[str, dict[int, Group]] = defaultdict(dict)
        lists: dict[int, tuple[Group, list[Token]]] = {}
        for sentence in people.page.sentences:
            if not any(token.percent and token.decimals for token in sentence.tokens):
                continue
            members: list[tuple[Token, Group]] = []
            for token in alone(people, sentence):
                if not token.decimals:
                    continue
                found = heard(placed(sentence, None, token))
                if found is None:
                    continue
                group, close = found
                if not close:
                    members.append((token, group))
                elif possible(token, group.size):
                    self.again[token.canonical][group.size] = group
            if len(members) >= _SHORTEST_LIST and len({group.size for _, group in members}) == 1:
                group = members[0][1]
                lists.setdefault(group.size, (group, []))[1].extend(token for token, _ in members)
        for size, (group, tokens) in lists.items():
            with_count = [figure.percent for figure in people.figures[:_MOST_ASKED] if figure.tells(size)]
            if _are_shares([*tokens, *with_count], size):
                for token in tokens:
                    self.of[token.start] = group
                    self.again[token.canonical][size] = group


def alone(people: Known, sentence: Sentence) -> list[Token]:
    """The percentages of a sentence without a count, that may be shares of people."""
    counted = {figure.percent.start for figure in people.of(sentence)}
    found = [token for token in sentence.tokens if token.percent and token.start not in counted and token.value <= 100]
    if not found:
        return []
    if any(token.reason == "citation" for token in sentence.others) or _ELSEWHERE.search(sentence.low):
        return []
    meant = sentence.meanings
    kept = []
    for token in found:
        figure = sentence.printed.figure(token)
        if figure is None or figure.limits or figure.spread or token.comparator != "=":
            continue
        meaning = meant.get(token.start)
        if meaning is None or meaning.quantity not in _NO_SHARE:
            kept.append(token)
    return kept


def _are_shares(tokens: list[Token], size: int) -> bool:
    """Whether nearly all are shares of so many people that few other percentages would be."""
    different = {token.canonical: token for token in tokens}.values()
    telltale = sum(telling(token, size) and possible(token, size) for token in different)
    misfits = sum(not possible(token, size, CUT_OFF) for token in different)
    return telltale >= _LEAST_TELLING and misfits * _MOST_MISFITS <= len(different)
