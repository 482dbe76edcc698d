"""Groups whose sizes a table states: the columns of its arms, and the rows of a column of everybody."""

import re

from checker.extraction.grids.grid import grids
from checker.extraction.people.groups import Group
from checker.extraction.sentences import Page

_WHOLE = re.compile(r"total|all|overall|n\b|no\.|number|patients|frequency|count")
_ALL = re.compile(r"total|\ball\b|overall|column")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9+]{0,30}")
_LEAST = 2
_MOST = 300


def columns(page: Page) -> list[Group]:
    """The sized columns of the first table that has several: the arms, where the text does not state their sizes."""
    for grid in grids(page):
        last = grid.body[-1] if grid.body else 0
        found: dict[str, Group] = {}
        for column in grid.columns:
            sized = grid.size(last, column)
            if sized is None or _ALL.search(sized.name.lower()):
                continue
            tokens = [token for token in page.within(sized.span.start, sized.span.end) if token.value == sized.size]
            name = " ".join(_NAME.findall(sized.name))[:60].lower()
            if tokens and name:
                found.setdefault(name, Group(int(tokens[0].value), "column", tokens[0], -1, -1, said=name))
        if len(found) >= _LEAST:
            return list(found.values())
    return []


def rows(page: Page) -> list[Group]:
    """The rows whose one column of people, or column of all, counts a group."""
    found: list[Group] = []
    for grid in grids(page):
        wholes = [column for column in grid.columns if _WHOLE.search(grid.head(column))]
        column = grid.columns[0] if len(grid.columns) == 1 else wholes[0] if len(wholes) == 1 else None
        if column is None or not _WHOLE.search(grid.head(column)):
            continue
        for row in grid.body:
            figures = grid.figures(row, column)
            if figures and figures[0].countable and figures[0].value >= _LEAST and len(found) < _MOST:
                group = Group(int(figures[0].value), "row", figures[0], -1, -1, said=grid.label(row))
                if group.terms:
                    found.append(group)
    return found
