"""Confidence intervals of shares in tables: ``23 (53.5) [37.7-68.8]``, or ``95% CI`` in the row below the share."""

import re
from collections.abc import Sequence

from checker.document import Span
from checker.extract.arithmetic import ordered
from checker.extract.drafts import Drafts, count, reported
from checker.extract.numbers import Token
from checker.extract.tables.grid import Grid, declare
from checker.extract.tables.limits import INTERVAL, INTERVAL_ALONE, LAST, TO_UPPER
from checker.extract.tables.share import Share
from checker.kinds import BinomialInterval
from checker.model import Reported

# Rates that censoring makes are no plain shares of the column.
_OF_TIME = re.compile(
    r"surviv|\b(?:os|pfs|efs|dfs|rfs|ttp)\b|month|year|week|kaplan|cumulative|hazard|ratio|difference"
)
_BEHIND = re.compile(r" ?(?:\)? ?[,;(] ?|\) )(?:95 ?% ?ci[:,]? ?)?")


def find(grid: Grid, drafts: Drafts, counted: Sequence[Share]) -> None:
    """Add a claim for every interval that stands with the count of its share."""
    position = {row: at for at, row in enumerate(grid.body)}
    for share in counted:
        if _OF_TIME.search(f"{grid.label(share.row)} {grid.heading(share.row)}"):
            continue
        limits = _within(grid, share)
        if limits is None and position[share.row] + 1 < len(grid.body):
            limits = _below(grid, share, grid.body[position[share.row] + 1])
        if limits is not None:
            _add(grid, drafts, share, *limits)


def _within(grid: Grid, share: Share) -> tuple[Token, Token, str] | None:
    """Limits behind the share in its own cell, where the label or head speaks of an interval."""
    cell = grid.cell(share.row, share.column)
    if cell is None:
        return None
    words = (grid.low(cell.span), grid.label(share.row), grid.head(share.column), grid.about)
    named = INTERVAL.search(" ".join(words))
    if named is None:
        return None
    figures = [token for token in grid.figures(share.row, share.column) if token.start >= share.percent.end]
    low = grid.page.low
    if len(figures) != 2 or not _BEHIND.fullmatch(low, share.percent.end, figures[0].start):
        return None
    if not LAST.match(low[figures[1].end : cell.span.end]):
        return None
    return _limits(grid, figures, named["level"])


def _below(grid: Grid, share: Share, row: int) -> tuple[Token, Token, str] | None:
    """Limits in the next row of the same column, labelled as an interval and nothing else."""
    named = INTERVAL_ALONE.match(grid.label(row))
    figures = grid.figures(row, share.column)
    return _limits(grid, figures, named["level"]) if named and len(figures) == 2 else None


def _limits(grid: Grid, figures: Sequence[Token], level: str | None) -> tuple[Token, Token, str] | None:
    one, other = figures
    if not TO_UPPER.fullmatch(grid.page.low[one.end : other.start]) or any(
        token.comparator != "=" for token in figures
    ):
        return None
    lower, upper = ordered(one, other)
    return (lower, upper, level or "95") if 0 <= lower.value <= upper.value <= 100 else None


def _add(grid: Grid, drafts: Drafts, share: Share, lower: Token, upper: Token, level: str) -> None:
    size = grid.size(share.row, share.column)
    if share.total is None and size is None:
        return
    of = declare(grid.page, drafts, size) if size is not None and share.total is None else None
    grid.page.used.update((lower.start, upper.start))
    drafts.add(
        BinomialInterval,
        grid.table,
        [share.span, Span(lower.start, upper.end)],
        label=grid.title(share.row),
        count=count(share.count),
        total=count(share.total),
        of=of,
        estimate=reported(share.percent),
        lower=reported(lower),
        upper=reported(upper),
        level=Reported(level),
    )
