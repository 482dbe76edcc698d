"""Medians, and means, with their quartiles, range or interval in the cells of a table: ``56 (47-68)``."""

from collections.abc import Iterator
from typing import Any

from checker.extraction.drafts import reported
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables.cells import proposal
from checker.extraction.tables.implied import tables
from checker.kinds import Summary
from checker.model import Reported

_FIELDS = {"iqr": "quartiles", "range": "range", "ci": "interval"}


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every median or mean with two limits."""
    for cells in tables(page):
        for entry in cells.entries:
            figure, said = entry.figure, entry.said
            names = [limits.name for limits in figure.limits]
            if not names or figure.count is not None or figure.spread is not None or not entry.alone:
                continue
            # A confidence interval may be of anything: only row or column can say that it is of a mean.
            statistic = said.own_statistic if "ci" in names else said.statistic
            if None in names or len(set(names)) < len(names) or statistic is None or said.measure is not None:
                continue
            if any(token.comparator != "=" for token in figure.tokens if token is not figure.p):
                continue
            named: dict[str, Any] = {
                _FIELDS[limits.name]: tuple(map(reported, limits.ordered)) for limits in figure.limits if limits.name
            }
            both = [token for limits in figure.limits for token in (limits.lower, limits.upper)]
            yield proposal(
                cells.grid, Summary, entry.row, (figure.value, *both), (figure.value,), statistic=statistic,
                value=reported(figure.value), level=Reported(figure.limits[0].level), **named,
            )  # fmt: skip
