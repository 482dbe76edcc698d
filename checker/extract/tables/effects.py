"""Estimates of effect in the cells of a table, with their interval and p: ``1.96 (1.40-2.75) | 0.001``."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from checker.extract.arithmetic import ordered
from checker.extract.drafts import Drafts, reported
from checker.extract.effects import NO_CUSTOMARY_INTERVAL, measure_of
from checker.extract.numbers import Token
from checker.extract.tables.grid import P_HEAD, Grid, p_value
from checker.extract.tables.limits import INTERVAL, INTERVAL_ALONE
from checker.kinds import Effect
from checker.measures import ReportedMeasure
from checker.model import Reported

_LOWER = re.compile(r"(?:lower|lcl|ll|low|inferior)\b|(?:2\.5 ?%)$")
_UPPER = re.compile(r"(?:upper|ucl|ul|high|superior)\b|(?:97\.5 ?%)$")
_OPEN = re.compile(r" ?(?:\(|,|;|: ) ?(?:95 ?% ?c\.?i\.?[:=,]? ?)?|\s(?=-?[0-9])")
_TO = re.compile(r" ?(?:--?|to|,|;|~|/) ?(?:\+ ?)?")
_END = re.compile(r" ?\)?[*†‡§¶#a-zᵃᵇᶜᵈᵉ ]{0,3}$")
_P_BEHIND = re.compile(r" ?\)?[;,]? ?\(?p ?(?:=|<|>|≤|≥)? ?$")
_OTHER_SPREAD = re.compile(r"\brange|\biqr\b|\bs\.?d\.?\b|\bs\.?e\.?m?\b|quartile|standard (?:deviation|error)")
_OTHER_P = re.compile(r"trend|interact|heterog|non-?inferior|overall|global")


class Estimate(msgspec.Struct):
    """An estimate with its limits, and the p printed in its cell or column."""

    row: int
    column: int
    estimate: Token
    lower: Token
    upper: Token
    p: Token | None
    measure: str
    scale: str
    level: str


def find(grid: Grid, drafts: Drafts) -> None:
    """Add a claim for every ratio or difference printed with its interval."""
    if NO_CUSTOMARY_INTERVAL.search(grid.about):
        return
    found = [estimate for row in grid.body for estimate in _row(grid, row)]
    per_group = Counter((grid.group(each.row), each.column) for each in found)
    tested = Counter((grid.group(each.row), each.column) for each in found if each.p is not None)
    untested = {(each.row, each.column) for each in found if each.p is None}
    for each in found:
        group = grid.group(each.row), each.column
        below = (each.row + 1, each.column) in untested
        if each.p is not None and (below or (group[0] >= 0 and tested[group] < per_group[group])):
            # One p of a factor stands in the row of its first level.
            each.p = None
        _add(grid, drafts, each)


def _row(grid: Grid, row: int) -> Iterator[Estimate]:
    columns = grid.columns
    for at, column in enumerate(columns):
        named = _named(grid, row, column)
        if named is None:
            continue
        measure, scale, level = named
        behind = columns[at + 1 : at + 4]
        three, last = _three(grid, row, column, behind)
        if not three or any(token.comparator != "=" for token in three[:3]):
            continue
        p = three[3] if len(three) == 4 else _p(grid, row, columns[columns.index(last) + 1 :][:2])
        estimate, (lower, upper) = three[0], ordered(three[1], three[2])
        if _possible(estimate, lower, upper, scale):
            yield Estimate(row, column, estimate, lower, upper, p, measure, scale, level)


def _named(grid: Grid, row: int, column: int) -> tuple[str, str, str] | None:
    """Measure, scale and level of a cell, from its row's label if that speaks of an interval, or its column's head."""
    head, label = grid.head(column), grid.label(row)
    if NO_CUSTOMARY_INTERVAL.search(f"{head} {label}") or _OTHER_SPREAD.search(f"{head} {label}"):
        return None
    worded = INTERVAL.search(f"{head} {label} {grid.about}")
    level = worded["level"] if worded and worded["level"] else "95"
    found = measure_of(grid.printed_label(row)) if INTERVAL.search(label) else None
    found = found or measure_of(grid.printed_head(column))
    if found is None or (found[1] == "linear" and not worded and not _LOWER.search(head)):
        return None
    return found[0], found[1], level


def _three(grid: Grid, row: int, column: int, behind: Sequence[int]) -> tuple[list[Token], int]:
    """Estimate and limits, and a p of the same cell, with the last column that they fill."""
    figures = grid.figures(row, column)
    low = grid.page.low
    cell = grid.cell(row, column)
    if cell is None or not figures or low[cell.span.start : figures[0].start].strip():
        return [], column
    gaps = [low[one.end : other.start] for one, other in pairwise(figures)]
    tail = low[figures[-1].end : cell.span.end]
    if len(figures) == 1 and _END.match(tail):
        return _beside(grid, row, column, figures[0], behind)
    if len(figures) not in (3, 4) or not (_OPEN.fullmatch(gaps[0]) and _TO.fullmatch(gaps[1]) and _END.match(tail)):
        return [], column
    if len(figures) == 4 and not (_P_BEHIND.fullmatch(gaps[2]) and 0 <= figures[3].value <= 1):
        return [], column
    return figures, column


def _beside(grid: Grid, row: int, column: int, estimate: Token, behind: Sequence[int]) -> tuple[list[Token], int]:
    """The limits in the next column, or in the next two."""
    for at, other in enumerate(behind[:2]):
        own = grid.own(other)
        figures = grid.figures(row, other)
        if INTERVAL_ALONE.match(own) and len(figures) == 2:
            if _TO.fullmatch(grid.page.low[figures[0].end : figures[1].start]):
                return [estimate, *figures], other
            return [], column
        if _LOWER.search(own) and at + 1 < len(behind) and _UPPER.search(grid.own(behind[at + 1])):
            upper = grid.figures(row, behind[at + 1])
            return ([estimate, figures[0], upper[0]] if len(figures) == len(upper) == 1 else []), behind[at + 1]
        if len(figures) != 1:
            break
    return [], column


def _p(grid: Grid, row: int, columns: Sequence[int]) -> Token | None:
    for column in columns:
        own = grid.own(column)
        if P_HEAD.match(own) and not _OTHER_P.search(f"{grid.head(column)} {grid.label(row)}"):
            return p_value(grid.figures(row, column))
        if not re.search(r"z|wald|t\b|χ|chi", own):
            break
    return None


def _possible(estimate: Token, lower: Token, upper: Token, scale: str) -> bool:
    if scale == "log":
        return estimate.value > 0 and lower.value >= 0 and upper.value > 0 and bool(lower.decimals or upper.decimals)
    return max(abs(lower.value), abs(upper.value)) != 100


def _add(grid: Grid, drafts: Drafts, each: Estimate) -> None:
    figures = [each.estimate, each.lower, each.upper, *([each.p] if each.p is not None else [])]
    if any(figure.start in grid.page.used for figure in figures):
        return
    grid.page.used.update(figure.start for figure in figures)
    drafts.add(
        Effect,
        grid.table,
        figures,
        label=grid.title(each.row),
        measure=ReportedMeasure(each.measure),
        estimate=reported(each.estimate),
        lower=reported(each.lower),
        upper=reported(each.upper),
        level=Reported(each.level),
        p=reported(each.p),
        scale=each.scale,
    )
