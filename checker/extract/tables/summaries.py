"""Medians, and means, with their quartiles, range or interval in the cells of a table: ``56 (47-68)``."""

import re
from collections.abc import Iterator
from typing import Any, Literal

from checker.document import Cell
from checker.extract.arithmetic import ordered
from checker.extract.drafts import Drafts, reported
from checker.extract.numbers import Token
from checker.extract.tables.grid import Grid
from checker.extract.tables.limits import LAST, TO_UPPER
from checker.kinds import Summary
from checker.model import Reported

Name = Literal["quartiles", "range", "interval"]
_LIMITS: tuple[Name, ...] = ("quartiles", "range", "interval")

_QUARTILES = r"\biqrs?\b|inter-?quartile(?: (?:range|interval)s?)?|\bq1\b|25th|quartiles"
_NAMES = re.compile(rf"(?P<quartiles>{_QUARTILES})|(?P<interval>95 ?% ?c\.?i\.?)|(?P<range>\brange\b|min.{{1,4}}max)")
_STATISTIC = re.compile(r"\b(?P<name>median|mean)s?\b")
_OPENING = re.compile(r" ?(?:\(|,|;)? ?(?:(?:iqr|range|95 ?% ?ci)[:=,]? ?)?")
_BETWEEN = re.compile(r" ?\)?[,;]? ?\(?(?:iqr|range|95 ?% ?ci)[:=,]? ?")


def find(grid: Grid, drafts: Drafts) -> None:
    """Add a claim for every median or mean with two limits."""
    about = grid.about
    for row in grid.body:
        for column in grid.columns:
            cell = grid.cell(row, column)
            if cell is not None:
                _read(grid, drafts, cell, about)


def _read(grid: Grid, drafts: Drafts, cell: Cell, about: str) -> None:
    low = grid.page.low
    figures = grid.figures(cell.row, cell.column)
    if len(figures) not in (3, 5) or any(token.comparator != "=" for token in figures):
        return
    if low[cell.span.start : figures[0].start].strip() or not LAST.match(low[figures[-1].end : cell.span.end]):
        return
    context = (grid.label(cell.row), grid.head(cell.column), grid.heading(cell.row), about)
    statistic = next((found["name"] for text in context if (found := _STATISTIC.search(text))), None)
    if statistic is None:
        return
    limits: dict[Name, tuple[Token, Token]] = {}
    for name, one, other in _limits(low, figures, context):
        if name is None or name in limits:
            return
        limits[name] = ordered(one, other)
    if not limits or any(token.start in grid.page.used for token in figures):
        return
    size = grid.size(cell.row, cell.column)
    if size is not None and size.size == figures[0].value:
        return
    grid.page.used.update(token.start for token in figures)
    named: dict[str, Any] = {name: (reported(lower), reported(upper)) for name, (lower, upper) in limits.items()}
    drafts.add(
        Summary,
        grid.table,
        figures,
        label=grid.title(cell.row),
        statistic=statistic,
        value=reported(figures[0]),
        **named,
        level=Reported("95"),
    )


def _limits(low: str, figures: list[Token], context: tuple[str, ...]) -> Iterator[tuple[Name | None, Token, Token]]:
    """Each pair of limits with its name: that in front of it, or else the one that the table's words give."""
    for at in range(1, len(figures), 2):
        gap = low[figures[at - 1].end : figures[at].start]
        one, other = figures[at : at + 2]
        opens = (_OPENING if at == 1 else _BETWEEN).fullmatch(gap)
        if not opens or not gap.strip() or not TO_UPPER.fullmatch(low[one.end : other.start]):
            yield None, one, other
            continue
        found = _NAMES.search(gap)
        texts = [gap] if found else context
        yield _name(texts), one, other


def _name(texts: tuple[str, ...] | list[str]) -> Name | None:
    """What the first text that names limits calls them; None where it names several, or none does."""
    for text in texts:
        named = {found.lastgroup for found in _NAMES.finditer(text)}
        if named:
            return next((name for name in _LIMITS if named == {name}), None)
    return None
