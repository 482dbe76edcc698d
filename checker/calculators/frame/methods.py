"""Limits by every method side by side, and those methods that give the limits as they are printed."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from checker.calculators.frame.answer import Cell
from checker.calculators.frame.printed import limits
from checker.judge import judge
from checker.model import Candidate, Interval, Recomputation, Reported, Verdict
from checker.rounding import Shortening, shown

Limits = tuple[float, float]


class Compared(NamedTuple):
    """The head and the rows of a table of methods, and what follows from printed limits: nothing without any."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...]


def compared(
    found: Mapping[str, Limits | None],
    reported: str | None,
    *,
    whole: float = 1.0,
    clipped: Callable[[Limits], Limits] | None = None,
) -> Compared:
    """The limits of every method, and which of them prints the limits that are reported.

    Args:
        found: the limits by method; None where a method is undefined.
        reported: both limits as printed, if they are.
        whole: what 1 is shown as: 100 for percentages.
        clipped: moves limits into the range that is possible, as some programs do.

    Raises:
        ValueError: where what is reported are no limits.
    """
    made = {name: each for name, each in found.items() if each is not None}
    unit = " (%)" if whole == 100 else ""
    columns: tuple[str, ...] = ("method", f"lower{unit}", f"upper{unit}")
    scaled = {name: (whole * low, whole * high) for name, (low, high) in made.items()}
    if reported is None:
        return Compared(columns, tuple((name, *ends) for name, ends in scaled.items()), ())
    fitting, note = _fitting(made, limits(reported), reported.strip(), whole, clipped)
    rows = tuple((name, *ends, name in fitting) for name, ends in scaled.items())
    return Compared((*columns, "as printed"), rows, (note,))


def _fitting(
    found: Mapping[str, Limits],
    printed: tuple[Reported, Reported],
    reported: str,
    whole: float,
    clipped: Callable[[Limits], Limits] | None,
) -> tuple[set[str], str]:
    """The methods that print these limits, and a sentence that names them or the nearest."""
    scale = whole if any(each.unit == "%" or abs(each.value) > 1 for each in printed) else 1.0
    candidates = []
    for name, ends in found.items():
        for low, high in dict.fromkeys((ends, ends if clipped is None else clipped(ends))):
            values = Interval(scale * low, scale * low), Interval(scale * high, scale * high)
            candidates.append(Candidate(values, name, name))
    judged = judge(Recomputation(fields=("lower", "upper"), targets=printed, candidates=tuple(candidates)))
    names = list(dict.fromkeys(each.assumption for each in judged.matched))
    if judged.verdict is Verdict.CONSISTENT:
        return set(names), f"{reported} is what {_listed(names)} {'gives' if len(names) == 1 else 'give'}."
    if names:
        how = {Shortening.TRUNCATED: "cut off", Shortening.ROUNDED_TWICE: "rounded twice"}.get(
            judged.shortening or Shortening.ROUNDED, "rounded up"
        )
        return set(names), f"{reported} is what {_listed(names)} {'gives' if len(names) == 1 else 'give'}, {how}."
    if not judged.nearest:
        return set(), f"No method has limits to hold against {reported}."
    nearest = judged.nearest[0]
    gives = [
        shown(each.low, figure)
        for each, figure in zip(nearest.values, printed, strict=True)
        if isinstance(each, Interval)
    ]
    unit = "%" if scale == 100 else ""
    return (
        set(),
        f"No method gives {reported}; the nearest, {nearest.assumption}, gives {gives[0]}{unit} to {gives[1]}{unit}.",
    )


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
