"""The figures of one cell: what its print leaves apart is put together by the words about it."""

import re

import msgspec

from checker.extraction import phrases
from checker.extraction.grammar import Match, matches, settled
from checker.extraction.numbers import Token
from checker.extraction.printed import Figure, Limits, Printed
from checker.extraction.surfaces.cells import LIMITS, READINGS, SHARE, SPREAD, UNSIGNED_IN_FRONT
from checker.extraction.tables import headings
from checker.extraction.tables.headings import Said

OUT_OF = re.compile(r" ?/ ?| of ")
TO_UPPER = re.compile(phrases.NAMED["to_limit"])
# A number may be both at once: the percentage of a count, and what an interval is of.
_OF_BOTH = {"percent", "value"}


def together(printed: Printed, said: Said) -> list[Figure]:
    """The figures of a cell, in the order of its print."""
    figures = {figure.value.start: figure for figure in printed.figures if figure.value.start not in printed.ps}
    ps = [token for token in printed.outline.tokens if token.start in printed.ps]
    for figure in figures.values():
        figure.p = None
    meant = [match for match in matches(READINGS, printed.brief) if _is_meant(match, figures, said)]
    # Counts before limits, as these are of the percentage then.
    for match in sorted(settled(meant, _conflict), key=lambda match: match.reading is LIMITS):
        roles = {role: held[0] for role, held in match.roles.items()}
        value = roles.get("percent") or roles["value"]
        figure = figures[value.start]
        for role, token in roles.items():
            if token is not value:
                del figures[token.start]
            if role in ("count", "total", "spread"):
                setattr(figure, role, token)
        if match.reading is LIMITS:
            figure.limits = (Limits(roles["lower"], roles["upper"]),)
    found = sorted(figures.values(), key=lambda figure: figure.tokens[0].start)
    _beside(found, said)
    for figure, behind in zip(found, [*found[1:], None], strict=False):
        _name(figure, said)
        own = [p for p in ps if figure.value.start < p.start and (behind is None or p.start < behind.tokens[0].start)]
        figure.p = own[0] if len(own) == 1 else figure.p
    return found


def _beside(figures: list[Figure], said: Said) -> None:
    """Give an estimate the p or the number of people that its column's head names behind it, ``OR (95% CI), p``."""
    if len(figures) != 2 or not figures[0].limits or len(figures[1].tokens) > 1:
        return
    figure, other = figures[0], figures[1].value
    if headings.ends_with_p(said.head) and other.unit is None and other.decimals and 0 <= other.value <= 1:
        figure.p = other
    elif not (headings.ends_with_size(said.head) and is_count(other)):
        return
    del figures[1]


def _is_meant(match: Match, figures: dict[int, Figure], said: Said) -> bool:
    """Whether the words about a cell allow that its figures are put together so."""
    roles = {role: held[0] for role, held in match.roles.items()}
    held = [figures.get(token.start) for token in roles.values()]
    value, *inside = roles.values()
    whole = len(figures) == 2 and "%" not in {token.unit for token in roles.values()}
    spread = said.spread(value.decimals) if whole and value.comparator == "=" else None
    if match.reading is SPREAD:
        return spread is not None and all(figure is not None and len(figure.tokens) == 1 for figure in held)
    if any(figure is None or figure.count is not None or figure.spread is not None for figure in held):
        return False
    if match.reading is LIMITS:
        return all(len(figure.tokens) == 1 for figure in held if figure is not None)
    percent = roles["percent"]
    if any(len(figure.tokens) > 1 for figure in held if figure is not None and figure.value is not percent):
        return False
    if match.reading in (SHARE, UNSIGNED_IN_FRONT) and said.percent_first is (match.reading is SHARE):
        return False
    if said.says_no_counts and (percent.unit != "%" or headings.no_counts(said.label)):
        return False
    counts = [roles[role] for role in ("count", "total") if role in roles]
    return spread is None and may_be_share(percent) and all(map(is_count, counts)) and bool(inside)


def _conflict(one: Match, other: Match) -> bool:
    """Whether two readings of a cell need one number for different things."""
    for role, [token] in one.roles.items():
        for other_role, [other_token] in other.roles.items():
            if token is other_token and {role, other_role} != _OF_BOTH:
                return True
    return False


def _name(figure: Figure, said: Said) -> None:
    """Call spreads and limits what the words about the cell call them, where its own do not."""
    if figure.spread is not None and figure.spread_name is None:
        figure.spread_name = said.spread(figure.value.decimals) or said.signed_spread
    if any(limits.name is None for limits in figure.limits):
        figure.limits = tuple(
            limits if limits.name else msgspec.structs.replace(limits, name=said.limits, level=said.level)
            for limits in figure.limits
        )


def is_count(token: Token) -> bool:
    """Whether a number may count people or things."""
    return token.decimals == 0 and token.unit is None and token.value >= 0 and token.comparator == "="


def may_be_share(token: Token) -> bool:
    """Whether a number may be the percentage of a count."""
    return token.comparator == "=" and 0 <= token.value <= 100 and token.unit in (None, "%")
