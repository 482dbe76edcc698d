"""Numpy looks first: which rows of a long table surely hold, so that claims are made of the others only.

No verdict is given here. A row is passed over where the first, ordinary candidate of every check of its claim meets the
printed figure by a clear margin; the judge would say `consistent` of it. Whatever is near the edge, printed with a
comparator, missing or strange goes the way of every claim. `benchmarks/table_speed.py` shows that the verdicts are the
same.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from checker import checks
from checker.checks.middle_of_interval import OF_ANY
from checker.entries.mapping import BY_TAG, Figure, Path, Relation, figure_fields, names_of
from checker.entries.rows import Rows
from checker.measures import Measure
from checker.model import Count, Reported
from checker.statistics import normal

# So much of a last printed place, or of a value, a figure must lie inside what it is compared with.
_MARGIN = 1e-6

Floats = NDArray[np.float64]
Booleans = NDArray[np.bool_]


class Held(NamedTuple):
    """The rows that surely hold, and the checks that each of them passes, one entry a finding."""

    rows: Booleans
    checks: tuple[str, ...]


class _Figures(NamedTuple):
    """A column of figures: their values, half of their last places (0 for counts), and which are plain numbers.

    ``below``: which are printed with ``<``.
    """

    values: Floats
    halves: Floats
    plain: Booleans
    below: Booleans

    @property
    def low(self) -> Floats:
        return self.values - self.halves

    @property
    def high(self) -> Floats:
        return self.values + self.halves


def surely(rows: Rows, position: int) -> Held | None:
    """The rows in which the claim of a relation surely holds; None where the relation has no screen.

    A relation whose kind has a check that the screen does not know of has none.
    """
    relation = rows.mapping.relations[position]
    screen, known = _SCREENS.get(relation.kind, (None, frozenset()))
    if screen is None or not {check.name for check in checks.of_kind(BY_TAG[relation.kind])} <= known:
        return None
    types = figure_fields(BY_TAG[relation.kind])
    figures = {
        path: _figures(rows, figure, types.get(names_of(path), Reported)) for path, figure in relation.figures.items()
    }
    for path, text in relation.constants.items():
        if names_of(path) in types:
            figures[path] = _constant(text, types[names_of(path)], len(rows.sheet))
    with np.errstate(all="ignore"):
        held = screen(relation, figures)
    if held is None:
        return None
    return Held(held.rows & _known(rows, relation), held.checks)


def _known(rows: Rows, relation: Relation) -> Booleans:
    """The rows in which no cell of the relation is of unknown text."""
    known = np.ones(len(rows.sheet), dtype=bool)
    columns = set(relation.columns)
    for row, column in rows.sheet.unknown:
        if column in columns:
            known[row] = False
    return known


def _figures(rows: Rows, figure: Figure, kind: type[Reported]) -> _Figures:
    """The figures of a column; each text that occurs is parsed once, as it is for claims."""
    cells: Sequence[str] = rows.sheet.columns[figure.column]
    form = rows.mapping.forms.get(figure.column)
    codes: dict[str, int] = {}
    positions = np.fromiter((codes.setdefault(cell, len(codes)) for cell in cells), dtype=np.intp, count=len(cells))
    table = np.zeros((len(codes), 4))
    for text, code in codes.items():
        parsed = rows.parsed(text, form, kind is Count)
        if not isinstance(parsed, str) and (literal := parsed.get(figure.part)) is not None:
            table[code] = _read(literal, kind)
    found = table[positions]
    return _Figures(found[:, 0], found[:, 1], found[:, 2] > 0, found[:, 3] > 0)


def _constant(text: str, kind: type[Reported], length: int) -> _Figures:
    value, half, plain, below = _read(text, kind)
    numbers = np.full(length, value), np.full(length, half)
    return _Figures(*numbers, np.full(length, plain > 0), np.full(length, below > 0))


def _read(literal: str, kind: type[Reported]) -> tuple[float, float, float, float]:
    try:
        figure = kind(literal)
    except ValueError:
        return 0.0, 0.0, 0.0, 0.0
    half = 0.0 if figure.exact else figure.place / 2
    return figure.value, half, float(figure.comparator == "="), float(figure.comparator == "<")


def _proportion(relation: Relation, figures: dict[Path, _Figures]) -> Held | None:
    """A count, its total and its percentage."""
    if set(figures) != {("count",), ("total",), ("percent",)} or set(relation.constants) - {("total",)}:
        return None
    count, total, percent = figures["count",], figures["total",], figures["percent",]
    plain = count.plain & total.plain & percent.plain & (total.values > 0) & (count.values <= total.values)
    share = 100 * count.values / total.values
    near = np.abs(share - percent.values) <= percent.halves * (1 - _MARGIN)
    return Held(plain & near, ("count_within_total", "percent_from_count"))


def _partition(relation: Relation, figures: dict[Path, _Figures]) -> Held | None:
    """Counts that make a whole."""
    parts = [each for path, each in figures.items() if path[0] == "parts" and path[-1] == "count"]
    if len(parts) < 2 or len(parts) + 1 != len(figures) or ("whole",) not in figures or relation.constants:
        return None
    whole = figures["whole",]
    held = whole.plain & (whole.values == np.sum([part.values for part in parts], axis=0))
    for part in parts:
        held &= part.plain
    return Held(held, ("parts_of_whole",))


def _effect(relation: Relation, figures: dict[Path, _Figures]) -> Held | None:
    """An estimate in the middle of its interval, and the p that these imply."""
    said = dict(relation.constants)
    measure, scale, level = said.pop(("measure",), ""), said.pop(("scale",), ""), said.pop(("level",), "95")
    wanted = {("estimate",), ("lower",), ("upper",)}
    given = set(figures) - {("level",)}
    if said or not wanted <= given or given - wanted - {("p",)} or Measure.named(measure) in OF_ANY:
        return None
    estimate, lower, upper = figures["estimate",], figures["lower",], figures["upper",]
    log = scale == "log"
    held = estimate.plain & lower.plain & upper.plain & (lower.values < upper.values)
    ends = [estimate.low, estimate.high, lower.low, lower.high, upper.low, upper.high]
    if log:
        held &= (estimate.low > 0) & (lower.low > 0)
        ends = [np.log(end) for end in ends]
    middle_low, middle_high = (ends[2] + ends[4]) / 2, (ends[3] + ends[5]) / 2
    slack = _MARGIN * (ends[1] - ends[0])
    held &= (ends[0] + slack <= middle_high) & (middle_low <= ends[1] - slack)
    passed = ("estimate_within_interval", "estimate_within_interval", "estimate_from_interval")
    if ("p",) not in figures:
        return Held(held, passed)
    p = figures["p",]
    critical = normal.critical_value(float(level) / 100)
    low, high = _implied(ends, critical)
    met = (p.low + _MARGIN * p.halves <= high * (1 - _MARGIN)) & (low * (1 + _MARGIN) <= p.high - _MARGIN * p.halves)
    met = np.where(p.below, low < p.values * (1 - _MARGIN), met & p.plain)
    return Held(held & met, (*passed, "p_from_interval"))


def _implied(ends: list[Floats], critical: float) -> tuple[Floats, Floats]:
    """The p that the Wald test gives at the least and at the most, the figures varying within their digits."""
    from scipy.special import erfc

    smallest = np.where((ends[0] <= 0) & (ends[1] >= 0), 0.0, np.minimum(np.abs(ends[0]), np.abs(ends[1])))
    largest = np.maximum(np.abs(ends[0]), np.abs(ends[1]))
    narrow = np.maximum(ends[4] - ends[3], 0.0) / (2 * critical)
    wide = np.maximum(ends[5] - ends[2], 0.0) / (2 * critical)
    return erfc(largest / narrow / np.sqrt(2)), erfc(smallest / wide / np.sqrt(2))


_Screen = Callable[[Relation, dict[Path, Any]], Held | None]
_SCREENS: dict[str, tuple[_Screen, frozenset[str]]] = {
    "proportion": (
        _proportion,
        frozenset(("count_from_percent", "count_within_total", "percent_from_count", "total_of_population")),
    ),
    "partition": (_partition, frozenset(("parts_of_whole", "percent_from_parts", "percentages_of_partition"))),
    "effect": (
        _effect,
        frozenset(
            ("effect_from_counts", "effect_from_percentages", "estimate_from_interval", "estimate_within_interval")
        ) | {"middle_of_interval", "p_from_interval"},
    ),
}  # fmt: skip
