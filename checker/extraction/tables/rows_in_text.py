"""Rows of tables whose figures a sentence says again: ``(median 320 min versus 220 min)``, ``(OR 5.83, p = 0.004)``.

One figure alone is often another quantity's. Several of one row, and words of its label, tell that a sentence speaks of
that row; where all but one of them are those of the row, that one is held against the row's own that is left.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from checker.document import Span
from checker.extraction.likeness import digits, mistyped
from checker.extraction.mentions import GENERIC, UNITS, own_sentences
from checker.extraction.numbers import Token
from checker.extraction.printed import Figure
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page, Sentence
from checker.extraction.tables.cells import Cells
from checker.extraction.tables.implied import tables
from checker.extraction.terms import Vocabulary
from checker.kinds import Mention as Printed
from checker.kinds import Repeat
from checker.model import Certainty, Places

_NAME = "a row said again"
MAKES = (_NAME,)
_WHY = "several figures of one row, and words of its label, in one sentence"

# What figures and words must weigh for a sentence to speak of a row: a digit that tells one, a word two.
_ENOUGH, _WORD, _MOST_WORDS, _LEAST_DIGITS = 6, 2, 3, 2
_LEAST_ITEMS = 2
# The digits that tie a figure to a row by themselves.
_TELLING = 3
# A slip makes a figure of another, or leaves it so near.
_NEAR = 0.25
# ``320 min versus 220 min``: of two that are set against each other, fewer digits tie one where words do as well.
_CONTRAST = re.compile(r"[^0-9;:.]{0,25}\b(?:vs|versus|v|compared (?:with|to)|as against)\b[^0-9;:.]{0,25}")
_LIMIT = re.compile(r"[-(] {0,2}\+?$")
_TELLING_WORDS, _TELLING_OF_TWO = 2, 2
# How far apart figures of one row stand in a sentence.
_FARTHEST = 90
_MOST_ITEMS = 60


class Item(NamedTuple):
    """A figure of a row or sentence with what belongs to it, by role; a p stands for itself.

    ``of``: of a p in a row, the number of the item that it belongs to; ``words``: of the heads of its column.
    """

    roles: dict[str, Token]
    of: int = -1
    words: frozenset[str] = frozenset()

    @property
    def start(self) -> int:
        """Where it begins."""
        return min(token.start for token in self.roles.values())

    @property
    def is_p(self) -> bool:
        """Whether it is a p."""
        return "p" in self.roles


class Row(NamedTuple):
    """A row of a table, what it is called, the words of its label, and its figures."""

    table: int
    title: str | None
    words: frozenset[str]
    items: list[Item]


Place = tuple[int, str]
Pairs = dict[Place, Place]


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every row that a sentence says again."""
    vocabulary = Vocabulary(page) if page.document.tables else None
    rows = [row for at, cells in enumerate(tables(page)) for row in _rows(cells, at, vocabulary)] if vocabulary else []
    if vocabulary is None or not rows:
        return
    by_value: dict[float, list[int]] = defaultdict(list)
    values: dict[int, set[float]] = defaultdict(set)
    for at, row in enumerate(rows):
        found = {abs(token.value) for item in row.items for token in item.roles.values()}
        values[row.table] |= found
        for value in found:
            by_value[value].append(at)
    for sentence, _, _ in own_sentences(page):
        items = _items(sentence.printed.figures, sentence.printed.ps)
        if _LEAST_ITEMS <= len(items) <= _MOST_ITEMS:
            words = _content(vocabulary.words(sentence.start, sentence.end))
            near = {at for item in items for token in item.roles.values() for at in by_value.get(abs(token.value), ())}
            yield from _said(page, sentence, items, words, [rows[at] for at in sorted(near)], values)


def _content(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in GENERIC | UNITS and len(word) > 1 and word[0].isalpha())


def _words(vocabulary: Vocabulary, spans: Sequence[Span]) -> frozenset[str]:
    return frozenset(word for span in spans for word in _content(vocabulary.words(span.start, span.end)))


def _items(figures: Sequence[Figure], ps: Collection[int]) -> list[Item]:
    """The figures of a sentence in order, each p by itself."""
    found: dict[int, Item] = {}
    for figure in figures:
        if figure.value.start in ps:
            found[figure.value.start] = Item({"p": figure.value})
            continue
        item = Item(_roles(figure))
        found[item.start] = item
        if figure.p is not None:
            found[figure.p.start] = Item({"p": figure.p})
    return [found[start] for start in sorted(found)]


def _roles(figure: Figure) -> dict[str, Token]:
    limits = figure.limits[0] if figure.limits else None
    held = {
        "value": figure.value,
        "count": figure.count,
        "total": figure.total,
        "spread": figure.spread,
        "lower": limits.lower if limits else None,
        "upper": limits.upper if limits else None,
    }
    return {role: token for role, token in held.items() if token is not None}


def _rows(cells: Cells, table: int, vocabulary: Vocabulary) -> Iterator[Row]:
    grid = cells.grid
    tests = set(grid.tests())
    heads = {column: _words(vocabulary, grid.head_spans(column)) for column in grid.columns}
    for row in grid.body:
        items: list[Item] = []
        taken: set[int] = set()
        for column in grid.columns:
            for entry in cells.at.get((row, column), ()):
                figure = entry.figure
                if column in tests:
                    if figure.value.start not in taken:
                        items.append(Item({"p": figure.value}))
                    continue
                items.append(Item(_roles(figure), words=heads[column]))
                if figure.p is not None:
                    taken.add(figure.p.start)
                    items.append(Item({"p": figure.p}, len(items) - 1))
        if len(items) >= _LEAST_ITEMS:
            yield Row(table, grid.title(row), _words(vocabulary, grid.label_spans(row)), items)


def _said(
    page: Page, sentence: Sentence, items: Sequence[Item], words: frozenset[str], rows: Sequence[Row],
    values: dict[int, set[float]],
) -> Iterator[Proposal]:  # fmt: skip
    weighed = []
    for row in rows:
        if words & row.words:
            pairs = _matched(items, row.items)
            about = row.words.union(*(row.items[at].words for at, _ in pairs.values()))
            figures = sum(_weight(items[at].roles[role]) for at, role in pairs)
            if figures >= _LEAST_DIGITS and figures + _WORD * min(_MOST_WORDS, len(words & about)) >= _ENOUGH:
                weighed.append((figures, len(words & row.words), row, pairs))
    taken: set[Place] = set()
    for _, _, row, pairs in sorted(weighed, key=lambda each: (-each[0], -each[1])):
        if taken & pairs.keys():
            continue
        taken |= pairs.keys()
        contrasts = _contrasts(sentence, items) if len(words & row.words) >= _TELLING_WORDS else frozenset()
        left = _left(items, row.items, pairs, values[row.table], contrasts)
        # What a row that the sentence speaks of as well prints is of that one.
        of_others = any(left.keys() & found.keys() for _, _, other, found in weighed if other is not row)
        both = {**pairs, **(left if len(left) == 1 and not of_others else {})}
        if len({at for at, _ in both}) >= _LEAST_ITEMS and len({at for at, _ in both.values()}) >= _LEAST_ITEMS:
            yield _proposal(page, sentence, items, row, both)


def _weight(token: Token) -> int:
    """The digits of a figure that tell; those of a threshold are any result's."""
    return digits(token) if token.comparator == "=" else 0


def _matched(items: Sequence[Item], others: Sequence[Item]) -> Pairs:
    """The figures of a sentence that a row prints as well, each item with the one of the row that is most alike."""
    options = []
    for at, item in enumerate(items):
        for place, other in enumerate(others):
            if both := _common(item, other):
                weight = sum(_weight(item.roles[role]) for role in both)
                options.append((-weight, abs(len(item.roles) - len(other.roles)), at, place, both))
    found: Pairs = {}
    of: dict[int, int] = {}
    for _, _, at, place, both in sorted(options, key=lambda each: each[:4]):
        # A p is that of the figure in front of it, where the row tells whose it is.
        owner = others[place].of
        if at in of or place in of.values() or (owner >= 0 and owner not in (of.get(at - 1), of.get(at - 2))):
            continue
        of[at] = place
        found.update({(at, role): (place, name) for role, name in both.items()})
    return found


def _common(item: Item, other: Item) -> dict[str, str]:
    """The roles of an item whose figures another prints, each with its role there."""
    return {
        role: name
        for role, token in item.roles.items()
        for name, held in other.roles.items()
        if _same(token, held) and _may_be(item, role, other, name)
    }


def _same(one: Token, other: Token) -> bool:
    return abs(one.value) == abs(other.value) and one.decimals == other.decimals and one.comparator == other.comparator


def _may_be(item: Item, role: str, other: Item, name: str) -> bool:
    """Whether a figure may have another role in a row than in a sentence: a count that stands alone."""
    if role == name:
        return role != "value" or item.roles["value"].unit in (None, other.roles["value"].unit) or len(other.roles) > 1
    return role == "value" and name == "count" and len(item.roles) == 1 and item.roles["value"].unit is None


def _contrasts(sentence: Sentence, items: Sequence[Item]) -> frozenset[int]:
    """The items that are set against the one behind them."""
    low = sentence.page.low
    ends = [max(token.end for token in item.roles.values()) for item in items]
    return frozenset(
        at
        for at in range(len(items) - 1)
        if _CONTRAST.fullmatch(low, ends[at], items[at + 1].start)
        and not _LIMIT.search(low[max(0, items[at].start - 4) : items[at].start])
    )


def _left(
    items: Sequence[Item], others: Sequence[Item], pairs: Pairs, known: set[float], contrasts: frozenset[int]
) -> Pairs:
    """The figures of a sentence that stand in the place of one of the row's, and are not it."""
    of = {at: place for (at, _), (place, _) in pairs.items()}
    weights = {at: sum(_weight(items[at].roles[role]) for each, role in pairs if each == at) for at in of}
    found: Pairs = {}
    for at, item in enumerate(items):
        own = weights.get(at, 0) >= _TELLING
        told = own or any(
            weights[near] >= (_TELLING_OF_TWO if min(at, near) in contrasts else _TELLING)
            and _are_near(items[near], item)
            for near in (at - 1, at + 1)
            if near in of
        )
        for role, token in item.roles.items():
            if (at, role) in pairs or not (told or item.is_p):
                continue
            # Another row has it.
            if not own and any(
                abs(each.value) in known for name, each in item.roles.items() if (at, name) not in pairs
            ):
                continue
            place = of[at] if at in of else _beside(items, others, of, at, bool({at, at - 1} & contrasts))
            other = others[place].roles.get(role) if place >= 0 else None
            if other is not None and (place, role) not in pairs.values() and _is_slip(token, other):
                found[at, role] = place, role
    return found


def _are_near(one: Item, other: Item) -> bool:
    return abs(one.start - other.start) <= _FARTHEST


def _beside(items: Sequence[Item], others: Sequence[Item], of: dict[int, int], at: int, alone: bool) -> int:
    """The one item of a row that may be meant by a figure right behind or in front of one of that row; -1 for none.

    ``alone``: a sentence that sets two against each other may leave out what the row prints with them.
    """
    near = [of[place] for place in (at - 1, at + 1) if place in of and _are_near(items[place], items[at])]
    if not near:
        return -1
    free = [
        place
        for place, other in enumerate(others)
        if place not in of.values()
        and (other.roles.keys() == items[at].roles.keys() or (alone and items[at].roles.keys() <= other.roles.keys()))
    ]
    if items[at].is_p:
        own = [place for place in free if others[place].of in near]
        return own[0] if own else free[0] if len(free) == 1 and others[free[0]].of < 0 else -1
    value = items[at].roles["value"]
    held = {place: others[place].roles["value"] for place in free}
    alike = [
        place for place, other in held.items() if other.decimals == value.decimals and other.unit in (None, value.unit)
    ]
    return alike[0] if len(alike) == 1 else -1


def _is_slip(one: Token, other: Token) -> bool:
    """Whether a figure differs from another as one does that was mistyped, or not brought up to date."""
    if one.comparator != "=" or other.comparator != "=" or one.decimals != other.decimals:
        return False
    first, second = abs(one.value), abs(other.value)
    if not one.decimals and min(digits(one), digits(other)) < _LEAST_DIGITS:
        return False
    return first != second and (abs(first - second) <= _NEAR * max(first, second) or mistyped(one, other))


def _proposal(page: Page, sentence: Sentence, items: Sequence[Item], row: Row, pairs: Pairs) -> Proposal:
    here = [items[at].roles[role] for at, role in sorted(pairs)]
    there = [row.items[at].roles[role] for at, role in (pairs[key] for key in sorted(pairs))]
    place = page.document.place
    printed = tuple(
        Printed(
            figures=tuple(_printed(token) for token in tokens),
            at=Places(place(Span(token.start, token.end)) for token in tokens),
        )
        for tokens in (here, there)
    )
    return Proposal(
        kind=Repeat,
        within=sentence,
        figures=(*here, *there),
        own=(),
        fields={"label": row.title, "mentions": printed},
        certainty=Certainty.GUESSED,
        why=_WHY,
        reading=_NAME,
    )


def _printed(token: Token) -> str:
    """A figure without its sign, which words may say, and its unit, which a head may."""
    comparator = token.comparator if token.comparator != "=" else ""
    return f"{comparator}{abs(token.value):.{token.decimals}f}"
