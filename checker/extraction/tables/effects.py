"""Estimates of effect in the cells of a table, with their interval and p: ``1.96 (1.40-2.75) | 0.001``.

Where nothing names the measure, the table shows on which scale the intervals of a column are symmetric; where it does
not, or nothing says that these are intervals, a value lies between its limits all the same, as most of the table do.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from checker.extraction import phrases, quantities
from checker.extraction.drafts import reported
from checker.extraction.numbers import Token
from checker.extraction.proposals import Proposal
from checker.extraction.sentences import Page
from checker.extraction.tables import wald_tests
from checker.extraction.tables.cells import Cells, Entry, proposal
from checker.extraction.tables.implied import tables
from checker.extraction.tables.wald_tests import Shown
from checker.kinds import Effect, Summary
from checker.measures import ReportedMeasure
from checker.model import Certainty, Count, Reported
from checker.rounding import unit

Scale = Literal["log", "linear"]
# So many intervals, and such a share of them, that are symmetric on one scale and not on the other show which it is.
_LEAST_SHOWN, _MOST_SHOWN = 3, 0.8
_LEAST_ASYMMETRIC = 4
_ASYMMETRIC = "most intervals of its column are not symmetric, and may have been made in another way"
_BETWEEN = "most values of the table lie between the two figures behind them"
_FIELDS = {"ci": "interval", "iqr": "quartiles", "range": "range"}
_SHOWN = "the measure is not named; most intervals of its column are symmetric on the {} scale"


def propose(page: Page) -> Iterator[Proposal]:
    """A claim for every ratio or difference printed with its interval."""
    for cells in tables(page):
        if phrases.NO_CUSTOMARY_INTERVAL.search(cells.grid.about):
            continue
        unnamed: dict[int, list[Entry]] = defaultdict(list)
        named: dict[tuple[int, Scale], list[tuple[Entry, str]]] = defaultdict(list)
        rest: list[Entry] = []
        for entry in cells.entries:
            measure = entry.said.measure if entry.figure.limits else None
            scale = quantities.scale_of(measure)
            if measure is not None and scale is not None:
                if _is_estimate(entry, scale):
                    named[entry.column, scale].append((entry, measure.words))
                else:
                    rest.append(entry)
            elif scale is None and entry.figure.limits and (entry.said.statistic is None or _are_unnamed(entry)):
                unnamed[entry.column].append(entry)
        tested = {
            scale: wald_tests.shown(
                cells.grid,
                [entry for (_, of), several in named.items() if of == scale for entry, _ in several],
                log_scale=scale == "log",
            )
            for scale in {scale for _, scale in named}
        }
        for (_, scale), several in named.items():
            doubt = _ASYMMETRIC if _are_asymmetric([entry for entry, _ in several], scale) else None
            yield from (_claim(cells, entry, words, scale, doubt, tested[scale]) for entry, words in several)
        # Of a few intervals in each of several columns, only all of them together can show a scale.
        together = _scale_shown([entry for entries in unnamed.values() for entry in entries])
        for entries in unnamed.values():
            shown = _scale_shown(entries) or together
            for entry in entries:
                if shown is not None and entry.figure.limits[0].name == "ci" and _is_estimate(entry, shown):
                    doubt = _SHOWN.format("logarithmic" if shown == "log" else "linear")
                    yield _claim(cells, entry, "ratio" if shown == "log" else "estimate", shown, doubt)
                else:
                    rest.append(entry)
        yield from _within(cells, rest)


def _claim(
    cells: Cells, entry: Entry, measure: str, scale: Scale, doubt: str | None = None, tested: Shown | None = None
) -> Proposal:
    figure = entry.figure
    [limits] = figure.limits
    lower, upper = limits.ordered
    # Without a name, nobody knows what there would be without an effect: an area under a curve is 0.5 then.
    p = figure.p if doubt in (None, _ASYMMETRIC) and not cells.grid.page.says(phrases.OF_A_MARGIN) else None
    printed = (figure.value, limits.lower, limits.upper, *((p,) if p is not None else ()))
    certainty = Certainty.PRINTED if doubt is None else Certainty.GUESSED
    test: dict[str, Any] = {}
    if p is not None and tested is not None and tested.wald:
        test = {"test": "wald", "df": Count(str(tested.df)) if tested.df is not None else None}
    return proposal(
        cells.grid, Effect, entry.row, printed, (figure.value,), doubt or "", certainty, None, doubt,
        measure=ReportedMeasure(measure), estimate=reported(figure.value), lower=reported(lower),
        upper=reported(upper), level=Reported(limits.level), p=reported(p), scale=scale,
        **test,
    )  # fmt: skip


def _are_unnamed(entry: Entry) -> bool:
    return any(limits.name is None for limits in entry.figure.limits)


def _within(cells: Cells, entries: Sequence[Entry]) -> Iterator[Proposal]:
    """Values between their limits, whatever both are, in a table most of whose values are so."""
    found = [entry for entry in entries if _has_limits(entry)]
    inside = [
        lower.value <= entry.figure.value.value <= upper.value for entry in found for lower, upper in [_ends(entry)]
    ]
    if sum(inside) < max(_LEAST_SHOWN, _MOST_SHOWN * len(found)):
        return
    for entry in found:
        figure, (lower, upper) = entry.figure, _ends(entry)
        name = figure.limits[0].name
        limits: dict[str, Any] = {_FIELDS.get(name or "", "limits"): (reported(lower), reported(upper))}
        yield proposal(
            cells.grid, Summary, entry.row, (figure.value, lower, upper), (figure.value,), _BETWEEN, Certainty.GUESSED,
            statistic=entry.said.statistic or "value", value=reported(figure.value),
            level=Reported(figure.limits[0].level), **limits,
        )  # fmt: skip


def _has_limits(entry: Entry) -> bool:
    figure = entry.figure
    if len(figure.limits) > 1 or figure.count is not None or figure.spread is not None or not entry.alone:
        return False
    return all(token.comparator == "=" for token in (figure.value, *_ends(entry)))


def _ends(entry: Entry) -> tuple[Token, Token]:
    return entry.figure.limits[0].ordered


def _is_estimate(entry: Entry, scale: Scale) -> bool:
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
    if scale == "log":
        return figure.value.value > 0 <= lower.value < upper.value and bool(lower.decimals or upper.decimals)
    # A difference of percentages that can go no further is cut off on one side.
    return limits.name is not None and max(abs(lower.value), abs(upper.value)) != 100


def _scale_shown(entries: Sequence[Entry]) -> Scale | None:
    """The one scale on which most intervals are symmetric, as print tells, and some that are not on the other."""
    fitting: dict[Scale, list[bool]] = {"log": [], "linear": []}
    for entry in entries:
        if entry.figure.limits[0].name == "ci" and len(entry.figure.limits) == 1 and entry.figure.value.unit != "%":
            for scale, found in fitting.items():
                found.append(_is_symmetric(entry, scale))
    alone: dict[Scale, int] = {"log": _only(fitting, "log", "linear"), "linear": _only(fitting, "linear", "log")}
    for scale, number in alone.items():
        usual = sum(fitting[scale]) >= _MOST_SHOWN * len(fitting[scale])
        if usual and number >= max(_LEAST_SHOWN, _MOST_SHOWN * sum(alone.values())):
            return scale
    return None


def _is_symmetric(entry: Entry, scale: Scale) -> bool:
    """Whether an estimate lies in the middle of its interval on a scale, within the rounding of all three."""
    lower, upper = entry.figure.limits[0].ordered
    value, rounding = entry.figure.value.value, unit(entry.figure.value) / 2
    if scale == "linear":
        return abs((lower.value + upper.value) / 2 - value) <= rounding + unit(lower) / 2
    if not (0 < lower.value < upper.value and value > 0):
        return False
    rounding += (unit(lower) / 4) * (math.sqrt(upper.value / lower.value) + math.sqrt(lower.value / upper.value))
    return abs(math.sqrt(lower.value * upper.value) - value) <= rounding


def _are_asymmetric(entries: Sequence[Entry], scale: Scale) -> bool:
    """Whether most intervals of a column were made in some other way than their measure's usually are."""
    symmetric = sum(_is_symmetric(entry, scale) for entry in entries)
    return len(entries) >= _LEAST_ASYMMETRIC and 2 * symmetric < len(entries)


def _only(fitting: dict[Scale, list[bool]], scale: Scale, other: Scale) -> int:
    """How many intervals are symmetric on one scale and not on the other."""
    return sum(one and not two for one, two in zip(fitting[scale], fitting[other], strict=True))
