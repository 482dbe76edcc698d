"""Groups whose sizes a table states and the text names: ``Adverse | 20 (25%)``, and ``in patients at adverse risk``."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from checker.extract.count_and_percent import Figure, Scope
from checker.extract.populations import GROUP, PART, Size
from checker.extract.sentences import Page
from checker.extract.tables.grid import grids

_WORD = re.compile(r"[a-z0-9][a-z0-9/+-]{1,30}")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9+]{0,30}")
_ALL = re.compile(r"total|\ball\b|overall|column")
_EMPTY = frozenset(
    "patients patient total all overall group groups subgroup no yes none missing unknown other others not with "
    "without the of and or in at to mean median age sex year years male female men women number risk".split()
)
_WHOLE = re.compile(r"total|all|overall|n\b|no\.|number|patients|frequency|count")
_BEFORE = re.compile(r"(?:^|[ (,])(?:among|of|in|for) (?P<words>(?:[^0-9;.()]|(?<=[a-z])[0-9]){3,110})$")
_BEHIND = re.compile(r" ?\) (?:of |in |among )?(?P<words>(?:[^0-9;.(),]|(?<=[a-z])[0-9]){3,90})")
_PEOPLE = re.compile(
    r"patient|women|men\b|children|those|subject|participant|group|cases|individual|people|karyotype|risk"
)
_NEGATED = re.compile(
    r"\bno[tn]?\b|without|\bnon-|\bother than|compared|versus|\bvs\b|\bwho|\bthat\b|\bwhich|\band\b|\bor\b|\bboth\b|"
    r"treated|receiv|achiev|underw|respon"
)
# A word besides the label names the same: ``lung metastases`` of the row ``Lung``. More tell of others.
_MOST_OTHER_WORDS = 1
_PEOPLE_WORDS = frozenset(
    "women men children those subjects participants cases individuals people mutation mutations mutated disease status "
    "an among for had has".split()
)
_LEAST = 2
_MOST = 300


class Row(msgspec.Struct, frozen=True):
    """A row of a table: the words of its label, those above it, and its size."""

    words: frozenset[str]
    above: frozenset[str]
    size: Size


def rows(page: Page) -> list[Row]:
    """The rows whose one column of people, or column of all, counts a group."""
    found: list[Row] = []
    for grid in grids(page):
        wholes = [column for column in grid.columns if _WHOLE.search(grid.head(column))]
        column = grid.columns[0] if len(grid.columns) == 1 else wholes[0] if len(wholes) == 1 else None
        if column is None or not _WHOLE.search(grid.head(column)):
            continue
        caption = grid.caption
        for row in grid.body:
            figures = grid.figures(row, column)
            label = grid.label(row)
            words = _words(label)
            if words and figures and figures[0].countable and figures[0].value >= _LEAST and len(found) < _MOST:
                above = _words(f"{grid.heading(row)} {caption} {grid.label(min(grid.body, default=row) - 1)}")
                name = "-".join(sorted(words)[:3])
                size = Size(int(figures[0].value), figures[0], -1, -1, PART, name)
                found.append(Row(words, above, size))
    return found


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


def scopes(figures: Sequence[Figure], known: Sequence[Row]) -> Iterator[tuple[Figure, Scope]]:
    """Figures of a group that the words before or behind them name as a table does."""
    for figure in figures:
        sentence = figure.sentence
        before = _BEFORE.search(sentence.before(figure.count, 120))
        behind = _BEHIND.match(sentence.after(figure.percent, 100))
        for found in (behind, before):
            size = _named(found["words"], known) if found else None
            if size is not None:
                yield figure, Scope(size)
                break


def _named(words: str, known: Sequence[Row]) -> Size | None:
    """The one group of which the words have the whole label."""
    if not _PEOPLE.search(words) or _NEGATED.search(words):
        return None
    spoken = _words(words)
    named = [
        row
        for row in known
        if row.words <= spoken and len(spoken - row.words - row.above - _PEOPLE_WORDS) <= _MOST_OTHER_WORDS
    ]
    most = max((len(row.words) + len(row.above & spoken) for row in named), default=0)
    sizes = {row.size.value: row.size for row in named if len(row.words) + len(row.above & spoken) == most}
    return next(iter(sizes.values())) if len(sizes) == 1 else None


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text)) - _EMPTY
