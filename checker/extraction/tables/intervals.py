"""Confidence intervals of shares in tables: ``23 (53.5) [37.7-68.8]``, or ``95% CI`` in the row below the share."""

import re
from collections.abc import Iterator

from checker.document import Span
from checker.extraction.drafts import count, reported
from checker.extraction.grids.grid import population
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables.cells import proposal
from checker.extraction.tables.implied import tables
from checker.kinds import BinomialInterval
from checker.model import Certainty, Reported

# Rates that censoring makes are no plain shares of the column.
_OF_TIME = re.compile(
    r"surviv|\b(?:os|pfs|efs|dfs|rfs|ttp)\b|month|year|week|kaplan|cumulative|hazard|ratio|difference"
)


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every interval that stands with the count of its share."""
    for cells in tables(page):
        for share in cells.shares:
            figure, grid = share.figure, cells.grid
            limits, size = figure.named("ci"), grid.size(share.row, share.column)
            if limits is None or (figure.total is None and size is None) or _OF_TIME.search(share.said.own):
                continue
            lower, upper = limits.ordered
            if not 0 <= lower.value <= upper.value <= 100 or not lower.comparator == upper.comparator == "=":
                continue
            of, populations = population(page, size) if size is not None and figure.total is None else (None, {})
            printed = (share.span, Span(limits.lower.start, limits.upper.end))
            why = "in one row" if of is None else f"counted in its column, {of}"
            yield proposal(
                grid, BinomialInterval, share.row, printed, (lower, upper), why,
                Certainty.PRINTED if of is None else Certainty.NAMED, populations, count=count(share.number),
                total=count(figure.total), of=of, estimate=reported(figure.value), lower=reported(lower),
                upper=reported(upper), level=Reported(limits.level),
            )  # fmt: skip
