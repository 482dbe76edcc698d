"""Of whom figures are that print no size: the groups that a paper compares, or all whom it counts."""

import re
from collections.abc import Sequence

from checker.extraction.people import Group, People
from checker.extraction.sentences import Page
from checker.model import Count

_PEOPLE = frozenset(("people", "of", "did"))
_EACH = re.compile(r" (?:[a-z]{3,14} )?(?:(?:in )?each\b|per group\b)")
# What is said of those who are left of all, who are no others.
_LEFT = re.compile(r"complet|analy|evalua|remain|withdr|follow|treated|assess|eligible|enrol|random|includ|final")
_ANOTHER = 0.5
_MOST_GROUPS = 4
# Fewer people are cases, of whom several values each are told.
_LEAST = 10


def sizes(page: Page) -> Sequence[Group]:
    """The groups compared, where these are most of all; or else all, whom the paper counts."""
    people = page.once(People)
    arms = [arm for arm in {arm.token.start: arm for arm in people.arms}.values() if _is_size(page, arm)]
    whole = max(
        (group for group in people.groups if group.how in _PEOPLE and group.unit is None and _is_size(page, group)),
        key=lambda group: group.size,
        default=None,
    )
    each = people.each[:1] or [group for group in people.groups if _is_each(page, group)][:1]
    if each and (whole is None or each[0].size <= whole.size):
        return each * 2
    most = whole.size if whole is not None else 0
    if 2 <= len(arms) <= _MOST_GROUPS and 2 * sum(arm.size for arm in arms) >= most:
        return arms
    if whole is None:
        return []
    # ``41 children got alfa and 40 children beta``: the larger is not all of them.
    others = {group.size: group for group in people.groups if group is not whole and _may_be_another(group, whole)}
    return [whole, *(group for _, group in sorted(others.items(), reverse=True))][:2]


def everybody(page: Page) -> tuple[Count, ...] | None:
    """The number of the largest group, and of all groups together, whom figures of everybody may be of."""
    stated = {group.token.start: group.size for group in page.once(People).groups if _is_whole(page, group)}
    if not stated or sum(stated.values()) < _LEAST:
        return None
    return tuple(Count(str(size)) for size in sorted({max(stated.values()), sum(stated.values())}))


def _is_whole(page: Page, group: Group) -> bool:
    return group.how != "counted" and group.unit is None and _is_size(page, group)


def _may_be_another(group: Group, whole: Group) -> bool:
    """Whether a group as large as the largest is of others, and not those of it who were left."""
    if not _ANOTHER * whole.size < group.size <= whole.size:
        return False
    beside = group.sentence == whole.sentence
    return beside or (group.size < whole.size and _LEFT.search(group.context) is None and bool(group.terms))


def _is_size(page: Page, group: Group) -> bool:
    """Whether a number is a size and no value of a measurement."""
    if not group.token.countable or group.size != group.token.value:
        return False
    sentence = page.sentence(group.token.start)
    figure = sentence.printed.figure(group.token) if sentence is not None else None
    return figure is None or not (figure.spread or figure.limits)


def _is_each(page: Page, group: Group) -> bool:
    """Whether it is the size of each group: ``two groups of 24 subjects each``, ``20 per group``."""
    return _EACH.match(page.low, group.token.end) is not None
