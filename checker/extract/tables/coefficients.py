"""Rows of a model's coefficients: ``B | SE | t | df | p``, whose statistic, interval and p follow from each other."""

import re

import msgspec

from checker.extract.arithmetic import ordered
from checker.extract.drafts import Drafts, reported
from checker.extract.effects import NO_CUSTOMARY_INTERVAL
from checker.extract.numbers import Token
from checker.extract.tables.grid import Grid
from checker.extract.tables.limits import TO_UPPER
from checker.kinds import Coefficient, TestStatistic

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


class Row(msgspec.Struct):
    """The figures of a row, by their roles."""

    estimate: Token | None = None
    error: Token | None = None
    t: Token | None = None
    z: Token | None = None
    chi2: Token | None = None
    F: Token | None = None
    df: Token | None = None
    df2: Token | None = None
    p: Token | None = None
    interval: tuple[Token, Token] | None = None


def find(grid: Grid, drafts: Drafts) -> None:
    """Add a claim for every statistic that stands with its standard error, or its degrees of freedom and p."""
    roles: dict[int, str] = {}
    resampled = grid.page.says(_RESAMPLED) or NO_CUSTOMARY_INTERVAL.search(grid.about)
    for column in grid.columns:
        name = next((name for name, pattern in _ROLES.items() if pattern.match(grid.own(column))), None)
        if name is not None and not (name == "interval" and resampled):
            roles[column] = name
    named = list(roles.values())
    if len(set(named)) < len(named):
        # Several models side by side: each role belongs to the head above it.
        groups: dict[tuple[str, ...], dict[int, str]] = {}
        for column, name in roles.items():
            groups.setdefault(grid.heads(column)[:-1], {})[column] = name
    else:
        groups = {(): roles}
    for group in groups.values():
        if len(set(group.values())) == len(group):
            rows = {row: _read(grid, row, group) for row in grid.body}
            if _of_another_scale(list(rows.values())):
                for read in rows.values():
                    read.estimate = None
            for row, read in rows.items():
                _add(grid, drafts, row, read)


def _of_another_scale(rows: list[Row]) -> bool:
    """Whether no row's statistic is its estimate over its error: standardised estimates beside errors of others."""
    tested = [
        (read.estimate.value / read.error.value, value.value)
        for read in rows
        if read.estimate and read.error and read.error.value > 0 and (value := read.t or read.z) is not None
    ]
    return len(tested) > 1 and not any(
        _FAR_BELOW * abs(value) <= abs(ratio) <= _FAR_ABOVE * abs(value) for ratio, value in tested
    )


def _read(grid: Grid, row: int, roles: dict[int, str]) -> Row:
    found = Row()
    for column, name in roles.items():
        figures = grid.figures(row, column)
        if name == "interval":
            if len(figures) == 2 and TO_UPPER.fullmatch(grid.page.low[figures[0].end : figures[1].start]):
                found.interval = ordered(*figures)
        elif len(figures) == 1 and figures[0].unit is None:
            setattr(found, name, figures[0])
    return found


def _add(grid: Grid, drafts: Drafts, row: int, read: Row) -> None:
    statistic = next((name for name in _STATISTICS if getattr(read, name) is not None), None)
    value: Token | None = getattr(read, statistic) if statistic else None
    label = grid.title(row)
    if read.estimate is not None and read.error is not None and (read.interval or (value and statistic != "F")):
        limits = read.interval or (None, None)
        figures = [token for token in (read.estimate, read.error, value, *limits) if token is not None]
        if not any(token.comparator != "=" for token in figures) and read.error.value > 0:
            drafts.add(
                Coefficient,
                grid.table,
                figures,
                label=label,
                estimate=reported(read.estimate),
                error=reported(read.error),
                statistic=statistic if statistic in ("t", "z", "chi2") else "t",
                value=reported(value) if statistic != "F" else None,
                df=reported(read.df) if statistic == "t" else None,
                lower=reported(limits[0]),
                upper=reported(limits[1]),
            )
            grid.page.used.update(token.start for token in figures)
    if value is None or read.p is None or not 0 <= read.p.value <= 1:
        return
    if statistic != "z" and (read.df is None or (statistic == "F" and read.df2 is None)):
        return
    drafts.add(
        TestStatistic,
        grid.table,
        [token for token in (value, read.df, read.df2, read.p) if token is not None],
        label=label,
        statistic=statistic,
        value=reported(value),
        df=reported(read.df) if statistic != "z" else None,
        df2=reported(read.df2) if statistic == "F" else None,
        p=reported(read.p),
    )
    grid.page.used.update((value.start, read.p.start))
