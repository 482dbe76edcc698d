"""Why a number of a table that no claim binds claims nothing: it heads a column, labels a row, or stands alone.

What the print says decides, never whether figures agree: a row beside whose figures no percentage, spread, test,
difference or total is printed has nothing that could be recomputed, whatever its figures are.
"""

import re
from collections.abc import Iterator, Sequence

from checker.document import Cell
from checker.extraction.grids.grid import Grid
from checker.extraction.grids.layout import P_HEAD, SIZE
from checker.extraction.numbers import Token

HEAD = "heading of a column"
LABEL = "label of a row"
SIZE_OF = "size of a group, in its heading or label"
SPREAD = "means with spreads, without a test, an interval or a range"
BRACKETS = "figures with others in brackets, without a test, an interval or a range"
ALONE = "figures without a spread, a count, a percentage or a test"
NO_SPREAD = "figures without a spread or a count, and their p"
NO_SIZE = "means with spreads, and their test, in a table without sizes of groups"
ONLY_NS = "means with spreads, whose test is said in words alone"
NONE = "none"
LISTED = "value of a single subject, listed one by one"

_MARKS = r"\s*[a-zα-ωᵃ-ᶻ⁰-⁹¹²³*†‡§#¶,\s]{0,6}\s*"
_NUMBER = r"[-−–+]?\s?[0-9][0-9.,·]*"
_WITH_SPREAD = re.compile(rf"\s*{_NUMBER}\s*(?:±|\+/-|\()\s*(?:sd ?)?[0-9][0-9.,·]*\s*\)?{_MARKS}")
_PLAIN = re.compile(rf"\s*{_NUMBER}{_MARKS}")
_PLUS_MINUS = re.compile(r"±|\+/-")
_SAYS_TEST = re.compile(r"\b(?:f|t|z|χ2|statistics?)\b")
_SAYS_SPREAD = re.compile(r"\bsd\b|\bs\.d\b|\bsem?\b|standard (?:deviation|error)|±|\+/-")
# What could be recomputed, or compared: where any of it is named, the row is left for a reader.
_SAYS_OTHER = re.compile(
    r"\bci\b|confidence|range|iqr|quartile|percentile|%|per ?cent|proportion|differ|chang|diff\b|median|\bp\b|total|"
    r"delta|Δ|δ|ratio|\bsum\b|\ball\b|overall|combined|pooled|\bn\b|number|count|frequenc|reduc|increas|decreas|\bor\b|"
    r"\brr\b|\bhr\b|beta|coefficient|estimate|\brates?\b"
)
# Names of measurements, of which a decimal is no percentage.
_MEASURED = re.compile(
    r"\b(?:m?g|kg|[cm]?m|m?l|dl|years?|yrs?|months?|weeks?|days?|hours?|hrs?|min(?:utes)?|sec(?:onds)?|mmol|[µμu]mol|"
    r"mmhg|bpm|kcal|kj|scores?|scale|index|levels?|concentrations?|means?|age|weight|height|bmi|pressure|temperature)\b"
)
_OWN_MEAN = re.compile(r"\bmeans?\b|\bsd\b|±")
_DECIMAL = re.compile(r"[0-9][.·][0-9]|[0-9],[0-9]{1,2}(?![0-9])")
_SUBJECTS = re.compile(
    r"(?:patients?|subjects?|cases?|participants?|pts?|id|no\.?|number|#|animals?)?[ .:]*(?:no\.?|id|number|#)?[. ]*$"
)
_STATISTIC = re.compile(r"(?:t|z|f|χ2?|t[ -]values?|statistics?)$")
_TOTAL = re.compile(r"(?:total|all|overall|sum|combined|both)\b")
_LEAST_SUBJECTS = 4


def reasons(grid: Grid, numbers: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The offsets of numbers of a table with the reason that is known; ``numbers`` are those of the table."""
    body = set(grid.body)
    rows = {row: _of_row(grid, row) for row in body}
    listed = _lists_subjects(grid)
    for cell in grid.table.cells:
        inside = [token for token in numbers if cell.span.start <= token.start and token.end <= cell.span.end]
        for token in inside:
            size = _is_size(grid, cell, token)
            if size or cell.row not in body or not grid.columns or cell.column < grid.columns[0]:
                yield token.start, SIZE_OF if size else HEAD if cell.row not in body else LABEL
            elif listed and grid.label(cell.row).isdigit():
                yield token.start, LISTED
            elif (reason := rows[cell.row]) is not None:
                yield token.start, reason
            elif grid.low(cell.span) == "0":
                yield token.start, NONE


def _is_size(grid: Grid, cell: Cell, token: Token) -> bool:
    """Whether a number is the size of a group (``n = 24``)."""
    sizes = SIZE.finditer(grid.page.low, cell.span.start, cell.span.end)
    return any(size.start("size") <= token.start < size.end("size") for size in sizes)


def _of_row(grid: Grid, row: int) -> str | None:
    """Why none of the figures of a row can be recomputed, if it is plain that none can."""
    cells = [cell for column in grid.columns if (cell := grid.cell(row, column)) is not None and grid.low(cell.span)]
    tested = [cell for cell in cells if P_HEAD.match(grid.own(cell.column))]
    tests = [cell for cell in tested if grid.figures(row, cell.column)]
    others = [
        cell
        for cell in cells
        if cell not in tested and not _STATISTIC.match(grid.own(cell.column)) and _has_digit(grid, cell)
    ]
    texts = [grid.page.low[cell.span.start : cell.span.end] for cell in others]
    heads = " ".join(grid.head(cell.column) for cell in others)
    # A label that says mean or SD stands for itself, whatever heads the rows of counts.
    above = "" if _OWN_MEAN.search(grid.label(row)) else f"{grid.heading(row)} {grid.stub}"
    said = f"{grid.label(row)} {above} {heads}"
    if not texts:
        return None
    sized = any(grid.size(row, cell.column) is not None for cell in others)
    bare = SIZE.sub("", said)
    if all(map(_WITH_SPREAD.fullmatch, texts)):
        return _with_spread(texts, bare, bool(grid.tests()), len(tests), sized) if tested or not grid.tests() else None
    if (
        not all(map(_PLAIN.fullmatch, texts))
        or _SAYS_OTHER.search(bare)
        or _SAYS_SPREAD.search(bare)
        or _SAYS_TEST.search(bare)
    ):
        return None
    if not tested and {text.strip() for text in texts} == {"0"}:
        return NONE
    measured = _MEASURED.search(grid.label(row)) is not None
    if not measured and (not any(map(_DECIMAL.search, texts)) or (sized and not _MEASURED.search(bare))):
        return None
    if tests and len(others) <= 2 * len(tests):
        return NO_SPREAD
    return ALONE if not grid.tests() and not _has_totals(grid) else None


def _with_spread(texts: Sequence[str], said: str, tested: bool, tests: int, sized: bool) -> str | None:
    """The same of a row of means, each with its spread behind it."""
    spread = all(map(_PLUS_MINUS.search, texts)) or _SAYS_SPREAD.search(said) is not None
    # ``12 (20.0)`` is a count and its percentage.
    if _SAYS_OTHER.search(said) or not (spread or all(_DECIMAL.search(text.partition("(")[0]) for text in texts)):
        return None
    if not tested:
        return SPREAD if spread else BRACKETS
    if not tests:
        return ONLY_NS
    return NO_SIZE if not sized else None


def _has_digit(grid: Grid, cell: Cell) -> bool:
    return any(character.isdigit() for character in grid.page.low[cell.span.start : cell.span.end])


def _has_totals(grid: Grid) -> bool:
    """Whether a row or a column sums others up."""
    heads = (grid.own(column) for column in grid.columns)
    return any(_TOTAL.match(text) for text in (*heads, *map(grid.label, grid.body)))


def _lists_subjects(grid: Grid) -> bool:
    """Whether the rows are subjects by number: 1, 2, 3 under ``Patient``."""
    if not _SUBJECTS.fullmatch(grid.stub):
        return False
    numbers = [int(label) for row in grid.body if (label := grid.label(row)).isdigit()]
    return len(numbers) >= _LEAST_SUBJECTS and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
