"""Groups whose sizes head the columns of a table."""

import re

from checker.extract.populations import GROUP, Size
from checker.extract.sentences import Page
from checker.extract.tables.grid import grids

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9+]{0,30}")
_ALL = re.compile(r"total|\ball\b|overall|column")
_LEAST = 2


def arms(page: Page) -> list[Size]:
    """The sized columns of the first table that has several: the arms, where the text does not state their sizes."""
    for grid in grids(page):
        last = grid.body[-1] if grid.body else 0
        found: dict[str, Size] = {}
        for column in grid.columns:
            sized = grid.size(last, column)
            if sized is None or _ALL.search(sized.name.lower()):
                continue
            tokens = [token for token in page.within(sized.span.start, sized.span.end) if token.value == sized.size]
            name = "-".join(_NAME.findall(sized.name))[:60]
            if tokens and name:
                found.setdefault(name, Size(sized.size, tokens[0], -1, -1, GROUP, name))
        if len(found) >= _LEAST:
            return list(found.values())
    return []
