"""Rows of a model's coefficients: ``B | SE | t | df | p``, whose statistic, interval and p follow from each other."""

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from checker.extraction import phrases
from checker.extraction.arithmetic import ordered
from checker.extraction.drafts import reported
from checker.extraction.grids.grid import Grid, grids
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables.cell import TO_UPPER
from checker.extraction.tables.cells import proposal
from checker.kinds import Coefficient, TestStatistic
from checker.model import Certainty

_ROLES = {
    "estimate": re.compile(r"(?:b|beta|β|coef(?:f|ficient|f\.|\.)?|estimate|est\.?|unstandardi[sz]ed b|slope)$"),
    "error": re.compile(r"(?:[bβ] )?\(?(?:s\.?e\.?|std\.? ?err(?:or)?\.?|standard error)(?: ?\(?[bβ]\)?)?\)?$"),
    "t": re.compile(r"t(?:[ -](?:value|statistic|stat|ratio))?$"),
    "z": re.compile(r"z(?:[ -](?:value|statistic|score|stat))?$"),
    "chi2": re.compile(r"(?:wald ?)?(?:χ ?2|χ²|chi[- ]?squared?)$|wald$"),
    "F": re.compile(r"f(?:[ -](?:value|ratio|statistic))?$"),
    "df": re.compile(r"d\.?f\.?(?: ?1)?$|degrees of freedom$"),
    "df2": re.compile(r"d\.?f\.? ?2$|d\.?f\.? ?\(?(?:error|den(?:ominator)?|residual)\)?$"),
    "p": re.compile(r"p(?:[ -]?values?)?$|sig\.?$|pr ?\(?> ?\|?[tz]\|?\)?$"),
    "interval": re.compile(r"(?:95 ?% ?)(?:c\.?i\.?|confidence interval)$"),
}  # fmt: skip
# How far an estimate over its error may lie from its statistic for both to be of one scale.
_FAR_BELOW, _FAR_ABOVE = 0.7, 1.4
# What a paper says whose intervals need not come from standard errors.
_RESAMPLED = re.compile(r"bootstrap|bias[- ]corrected|credible interval")
_STATISTICS = ("t", "z", "chi2", "F")


Row = dict[str, Token]


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every statistic that stands with its standard error, or its degrees of freedom and p."""
    for grid in grids(page):
        for roles in _models(grid):
            rows = {row: _read(grid, row, roles) for row in grid.body}
            doubt = "estimates may be standardised, and errors not" if _of_another_scale(list(rows.values())) else None
            for number, row in rows.items():
                yield from _coefficient(grid, number, row, doubt)
                yield from _test(grid, number, row)


def _models(grid: Grid) -> Iterator[dict[int, str]]:
    """What each column holds; of several models side by side, each by the head above it."""
    resampled = grid.page.says(_RESAMPLED) or phrases.NO_CUSTOMARY_INTERVAL.search(grid.about)
    roles: dict[int, str] = {}
    for column in grid.columns:
        name = next((name for name, pattern in _ROLES.items() if pattern.match(grid.own(column))), None)
        if name is not None and not (name == "interval" and resampled):
            roles[column] = name
    groups: dict[tuple[str, ...], dict[int, str]] = {}
    side_by_side = len(set(roles.values())) < len(roles)
    for column, name in roles.items():
        groups.setdefault(grid.heads(column)[:-1] if side_by_side else (), {})[column] = name
    return (group for group in groups.values() if len(set(group.values())) == len(group))


def _read(grid: Grid, row: int, roles: dict[int, str]) -> Row:
    """The figures of a row, by their roles; the limits of an interval have two."""
    found: Row = {}
    for column, name in roles.items():
        figures = grid.figures(row, column)
        if name == "interval":
            if len(figures) == 2 and TO_UPPER.fullmatch(grid.page.low, figures[0].end, figures[1].start):
                found["lower"], found["upper"] = ordered(*figures)
        elif len(figures) == 1 and figures[0].unit is None:
            found[name] = figures[0]
    return found


def _of_another_scale(rows: Sequence[Row]) -> bool:
    """Whether no row's statistic is its estimate over its error."""
    tested = [
        abs(row["estimate"].value / row["error"].value / (value.value or math.inf))
        for row in rows
        if {"estimate", "error"} <= row.keys() and row["error"].value > 0 and (value := row.get("t", row.get("z")))
    ]
    return len(tested) > 1 and not any(_FAR_BELOW <= ratio <= _FAR_ABOVE for ratio in tested)


def _coefficient(grid: Grid, number: int, row: Row, doubt: str | None) -> Iterator[Proposal]:
    """The estimate with its error, and the statistic or the interval that follow from both."""
    name = next((name for name in _STATISTICS if name in row), None)
    names = ("estimate", "error", *((name,) if name not in (None, "F") else ()), "lower", "upper")
    figures = tuple(row[each] for each in names if each in row)
    if not {"estimate", "error"} <= row.keys() or len(figures) < 3 or row["error"].value <= 0:
        return
    if any(token.comparator != "=" for token in figures):
        return
    statistic = name if name not in (None, "F") else "t"
    named: dict[str, Any] = {each: reported(row.get(each)) for each in ("estimate", "error", "lower", "upper")}
    yield proposal(
        grid, Coefficient, number, figures, (row["estimate"],), doubt or "",
        Certainty.PRINTED if doubt is None else Certainty.GUESSED, statistic=statistic,
        value=reported(row.get(statistic)), df=reported(row.get("df")) if name == "t" else None, **named,
    )  # fmt: skip


def _test(grid: Grid, number: int, row: Row) -> Iterator[Proposal]:
    """The statistic with its degrees of freedom and p."""
    name = next((name for name in _STATISTICS if name in row), None)
    needed = {"t": ("df",), "chi2": ("df",), "F": ("df", "df2"), "z": (), None: ()}[name]
    if name is None or not row.keys() >= {"p", *needed} or not 0 <= row["p"].value <= 1:
        return
    fields: dict[str, Any] = {each: reported(row[each]) for each in ("p", *needed)}
    figures = [row[each] for each in (name, "df", "df2", "p") if each in row]
    own = (row[name], row["p"])
    yield proposal(grid, TestStatistic, number, figures, own, statistic=name, value=reported(row[name]), **fields)
