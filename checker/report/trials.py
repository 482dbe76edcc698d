"""What a printed figure was compared with, one row an assumption, with a small picture.

What gives the printed digits comes first, then what is ordinary, then the rest; the nearest first among each.
"""

import math
from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from checker import message
from checker.finding import Finding
from checker.model import Candidate, Interval, Reported
from checker.report import words
from checker.rounding import SLACK, interval, units_off

_MOST_SHOWN = 5
_WIDTH, _HEIGHT, _MARGIN = 160, 18, 6


class Trial(msgspec.Struct, frozen=True):
    """An assumption, what it gives, whether a reader would take it for granted, and its picture."""

    assumption: str
    values: str
    ordinary: bool
    picture: Markup


class Trials(msgspec.Struct, frozen=True):
    """The printed figures and what each assumption gives: the nearest, and the rest."""

    printed: str
    picture: Markup
    nearest: tuple[Trial, ...]
    rest: tuple[Trial, ...]


def trials(finding: Finding) -> Trials | None:
    """What a finding was compared with; None where there was nothing."""
    compared = finding.recomputation
    targets = [target for target in compared.targets if isinstance(target, Reported)]
    if not finding.candidates or len(targets) != len(compared.targets) or not targets:
        return None
    ordered: dict[tuple[str, str], Candidate] = {}
    for candidate in sorted(finding.candidates, key=lambda candidate: _rank(targets, candidate)):
        ordered.setdefault((candidate.assumption, message.values(compared, candidate)), candidate)
    printed = [interval(target) for target in targets]
    drawn = [_intervals(candidate) for candidate in list(ordered.values())[:_MOST_SHOWN]]
    is_interval = len(targets) == 2 and finding.fields[0].endswith("lower")
    scale = _Scale.fitting([printed, *drawn]) if is_interval or len(targets) == 1 else None
    found = [
        Trial(words.assumption(name), values, candidate.ordinary, _picture(scale, _intervals(candidate), is_interval))
        for (name, values), candidate in ordered.items()
    ]
    return Trials(
        message.printed(compared),
        _picture(scale, printed, is_interval, "printed"),
        tuple(found[:_MOST_SHOWN]),
        tuple(found[_MOST_SHOWN:]),
    )


class _Scale(msgspec.Struct, frozen=True):
    """From values to horizontal positions in a picture."""

    low: float
    high: float

    @classmethod
    def fitting(cls, rows: Sequence[Sequence[Interval]]) -> "_Scale | None":
        ends = [end for row in rows for values in row for end in (values.low, values.high) if math.isfinite(end)]
        if not ends or not math.isfinite(max(ends) - min(ends)) or max(ends) == min(ends):
            return None
        return cls(min(ends), max(ends))

    def __call__(self, value: float) -> float:
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return round(_MARGIN + share * (_WIDTH - 2 * _MARGIN), 1)


def _picture(scale: _Scale | None, row: Sequence[Interval], is_interval: bool, kind: str = "tried") -> Markup:
    """A row of marks. What they show stands in words beside it, so that it is hidden from screen readers."""
    if scale is None or not row:
        return Markup("")
    middle = _HEIGHT / 2
    parts = [f'<line class="axis" x1="{_MARGIN}" y1="{middle}" x2="{_WIDTH - _MARGIN}" y2="{middle}"/>']
    if is_interval:
        first, last = scale(_middle(row[0])), scale(_middle(row[1]))
        parts.append(f'<line class="{kind}" x1="{first}" y1="{middle}" x2="{last}" y2="{middle}"/>')
    for values in row:
        low, high = scale(values.low), scale(values.high)
        if kind == "printed" or high - low > 2:
            x, width = (low, high - low) if high - low > 3 else ((low + high) / 2 - 1.5, 3.0)
            parts.append(
                f'<rect class="{kind}" x="{round(x, 1)}" y="3" width="{round(width, 1)}" height="{_HEIGHT - 6}"/>'
            )
        else:
            parts.append(f'<circle class="{kind}" cx="{round((low + high) / 2, 1)}" cy="{middle}" r="3.5"/>')
    body = "".join(parts)
    # Numbers and names of this module only, nothing of a paper.
    return Markup(
        f'<svg aria-hidden="true" width="{_WIDTH}" height="{_HEIGHT}" viewBox="0 0 {_WIDTH} {_HEIGHT}">{body}</svg>'
    )


def _intervals(candidate: Candidate) -> list[Interval]:
    return [value for value in candidate.values if isinstance(value, Interval)]


def _middle(values: Interval) -> float:
    if math.isinf(values.low) or math.isinf(values.high):
        return values.high if math.isinf(values.low) else values.low
    return (values.low + values.high) / 2


def _rank(targets: Sequence[Reported], candidate: Candidate) -> tuple[bool, bool, float]:
    units = _units_off(targets, candidate)
    return units > SLACK, not candidate.ordinary, units


def _units_off(targets: Sequence[Reported], candidate: Candidate) -> float:
    values = _intervals(candidate)
    if len(values) != len(targets):
        return math.inf
    return max(units_off(target, value) for target, value in zip(targets, values, strict=True))
