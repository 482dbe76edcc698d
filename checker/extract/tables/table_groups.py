"""Groups whose sizes head the columns of a table."""

import re

from checker.extract.numbers import Token
from checker.extract.populations import GROUP, Size
from checker.extract.sentences import Page
from checker.extract.tables.grid import grids

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9+]{0,30}")
_ALL = re.compile(r"total|\ball\b|overall|column")
_LEAST = 2


def columns(page: Page) -> list[tuple[tuple[str, ...], Token]]:
    """The sized columns of the first table that has several, each with the words of its head and its size."""
    for grid in grids(page):
        last = grid.body[-1] if grid.body else 0
        found: dict[str, tuple[tuple[str, ...], Token]] = {}
        for column in grid.columns:
            sized = grid.size(last, column)
            if sized is None or _ALL.search(sized.name.lower()):
                continue
            tokens = [token for token in page.within(sized.span.start, sized.span.end) if token.value == sized.size]
            words = tuple(_NAME.findall(sized.name))
            if tokens and words:
                found.setdefault(" ".join(words)[:60].lower(), (words, tokens[0]))
        if len(found) >= _LEAST:
            return list(found.values())
    return []


def arms(page: Page) -> list[Size]:
    """Those columns as the arms of a paper whose text does not state their sizes."""
    return [Size(int(size.value), size, -1, -1, GROUP, "-".join(words)[:60]) for words, size in columns(page)]
