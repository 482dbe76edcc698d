"""Hazard ratios and their standard errors, by every way that the figures at hand allow.

>>> print(hazard_ratio("hr=0.75", "lower=0.60", "upper=0.94", "d1=140", "d2=160", "p=0.012"))
hazard ratio from hr 0.75, lower 0.60, upper 0.94, d1 140, d2 160, p 0.012
<BLANKLINE>
from             ratio      log    SE of log    lower    upper        p
-------------  -------  -------  -----------  -------  -------  -------
limits           0.751  -0.2864       0.1145      0.6     0.94  0.01241
ratio, limits     0.75  -0.2877       0.1145   0.5992   0.9387  0.01201
ratio, events     0.75  -0.2877       0.1157   0.5978    0.941  0.01292
ratio, p          0.75  -0.2877       0.1145   0.5992   0.9387    0.012
p, events       0.7477  -0.2907       0.1157    0.596   0.9381    0.012
<BLANKLINE>
Limits are Wald's on the log scale, 95%; SE from events is sqrt(1/d1 + 1/d2).

Figures: hr, lower, upper; d1, d2 (events of the first group and of the second), d (of groups of one size together), p
(of a log-rank or Wald test); oe, v (O - E of the first group, and its variance); m1, m2 (medians); s1, s2 (survival at
one time). The first group is held
against the second. Without an estimate a p tells no direction: the ratio below 1 is shown.

References: Parmar MKB, Torri V, Stewart L, Stat Med 1998;17:2815-34. Tierney JF et al, Trials 2007;8:16.
"""

from collections.abc import Iterator
from math import exp, log

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import confidence, figure, named, share
from checker.statistics import hazards
from checker.statistics.changes import error_of_limits
from checker.statistics.hazards import LogRatio
from checker.statistics.normal import quantile

ALIASES = ("hr",)
_KNOWN = ("hr", "lower", "upper", "d1", "d2", "d", "p", "oe", "v", "m1", "m2", "s1", "s2")


def hazard_ratio(*figures: str, level: float = 95) -> Answer:
    """The ratio, the standard error of its logarithm, its limits and p, by each way.

    Args:
        *figures: such as hr=0.75 lower=0.60 upper=0.94 d1=140 d2=160
        level: the level of confidence of the limits in percent

    Raises:
        ValueError: where they are no figures of a hazard ratio, or do not suffice for any way.
    """
    given = named(figures, _KNOWN)
    values = {name: share(text) if name in ("s1", "s2") else figure(text).value for name, text in given.items()}
    sure = confidence(level)
    rows = tuple(_row(way, ratio, found, sure) for way, ratio, found in _ways(values, sure))
    if not rows:
        raise ValueError("expected limits, a ratio and events, p and events, O - E and V, medians or survival")
    return Answer(
        title=f"hazard ratio from {', '.join(f'{name} {text}' for name, text in given.items())}",
        columns=("from", "ratio", "log", "SE of log", "lower", "upper", "p"),
        rows=rows,
        notes=(f"Limits are Wald's on the log scale, {100 * sure:g}%; SE from events is sqrt(1/d1 + 1/d2).",),
    )


def _ways(values: dict[str, float], level: float) -> Iterator[tuple[str, float, LogRatio | None]]:
    """Every way, the ratio, and its logarithm with the error where that is known."""
    ratio = values.get("hr")
    if ratio is not None and not ratio > 0:
        raise ValueError(f"a hazard ratio lies above 0, not at {ratio:g}")
    events = (values["d1"], values["d2"]) if {"d1", "d2"} <= values.keys() else None
    if {"lower", "upper"} <= values.keys():
        centre, error = error_of_limits(values["lower"], values["upper"], level)
        yield from _with("limits", exp(centre), error)
        if ratio is not None:
            yield from _with("ratio, limits", ratio, error)
    if ratio is not None and events is not None:
        yield from _with("ratio, events", ratio, hazards.error_from_events(*events))
    if ratio is not None and "d" in values:
        yield from _with("ratio, all events", ratio, hazards.error_from_total(values["d"]))
    if ratio is not None and 0 < values.get("p", 0) < 1 and ratio != 1:
        yield from _with("ratio, p", ratio, abs(log(ratio)) / -quantile(values["p"] / 2))
    if "p" in values and events is not None:
        found = hazards.from_p(values["p"], *events, favours_first=ratio is None or ratio < 1)
        yield "p, events", found.ratio, found
    if {"oe", "v"} <= values.keys():
        found = hazards.from_observed_minus_expected(values["oe"], values["v"])
        yield "O - E, V", found.ratio, found
    for way, names, function in (
        ("medians", ("m1", "m2"), hazards.from_medians),
        ("survival", ("s1", "s2"), hazards.from_survival),
    ):
        if set(names) <= values.keys():
            made = function(*(values[name] for name in names))
            if events is None:
                yield way, made, None
            else:
                yield from _with(f"{way}, events", made, hazards.error_from_events(*events))


def _with(way: str, ratio: float, error: float) -> Iterator[tuple[str, float, LogRatio]]:
    yield way, ratio, LogRatio(log(ratio), error)


def _row(way: str, ratio: float, found: LogRatio | None, level: float) -> tuple[Cell, ...]:
    if found is None or not found.error:
        return way, ratio, log(ratio), None, None, None, None
    return way, ratio, found.log, found.error, *found.limits(level), found.p
