"""Estimates of effect in the cells of a table, with their interval and p: ``1.96 (1.40-2.75) | 0.001``."""

from collections.abc import Iterator

from checker.extract import phrases, quantities
from checker.extract.drafts import reported
from checker.extract.proposals import Proposal
from checker.extract.sentences import Page
from checker.extract.tables.cells import Entry, proposal
from checker.extract.tables.implied import tables
from checker.kinds import Effect
from checker.measures import ReportedMeasure
from checker.model import Reported


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every ratio or difference printed with its interval."""
    for cells in tables(page):
        if phrases.NO_CUSTOMARY_INTERVAL.search(cells.grid.about):
            continue
        for entry in cells.entries:
            figure, measure = entry.figure, entry.said.measure if entry.figure.limits else None
            if measure is None or not _is_estimate(entry):
                continue
            [limits] = figure.limits
            lower, upper = limits.ordered
            printed = (figure.value, limits.lower, limits.upper, *((figure.p,) if figure.p is not None else ()))
            yield proposal(
                cells.grid, Effect, entry.row, printed, (figure.value,), measure=ReportedMeasure(measure.words),
                estimate=reported(figure.value), lower=reported(lower), upper=reported(upper),
                level=Reported(limits.level), p=reported(figure.p), scale=quantities.scale_of(measure),
            )  # fmt: skip


def _is_estimate(entry: Entry) -> bool:
    """Whether a value with limits may be an estimate with its customary interval."""
    figure, said = entry.figure, entry.said
    limits = figure.limits[0]
    lower, upper = limits.ordered
    if len(figure.limits) > 1 or figure.count is not None or figure.spread is not None or not entry.alone:
        return False
    if limits.name not in ("ci", None) or any(token.comparator != "=" for token in (figure.value, lower, upper)):
        return False
    if phrases.NO_CUSTOMARY_INTERVAL.search(f"{said.head} {said.label}"):
        return False
    if quantities.scale_of(said.measure) == "log":
        return figure.value.value > 0 <= lower.value < upper.value and bool(lower.decimals or upper.decimals)
    # A difference of percentages that can go no further is cut off on one side.
    return limits.name is not None and max(abs(lower.value), abs(upper.value)) != 100
