"""Groups whose sizes a table states: the columns of its arms, and the rows of a column of everybody."""

import re

from checker.extract.people.groups import Group
from checker.extract.sentences import Page
from checker.extract.tables import table_groups
from checker.extract.tables.grid import grids

_WHOLE = re.compile(r"total|all|overall|n\b|no\.|number|patients|frequency|count")
_LEAST = 2
_MOST = 300


def columns(page: Page) -> list[Group]:
    """The sized columns of a table: the arms, where the text does not state their sizes."""
    return [
        Group(int(size.value), "column", size, -1, -1, said=" ".join(words)[:60].lower())
        for words, size in table_groups.columns(page)
    ]


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
