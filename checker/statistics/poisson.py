"""Confidence intervals of the mean of one Poisson count; over the person-time, those of an incidence rate.

`METHODS` maps a method's name to a function `(events, level) -> (lower, upper) | None`. Levels are fractions.
Conventions shared by all: ValueError for a count below 0 or a level outside (0, 1); None where the method is
undefined, as those that need a standard error are without events. Limits are not clipped at 0: Wald's lower one
falls below it where events are few.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, log, sqrt

from checker.statistics.normal import critical_value
from checker.statistics.roots import bracketed_root

Interval = tuple[float, float]
Method = Callable[[int, float], Interval | None]


def garwood(events: int, level: float = 0.95) -> Interval:
    """Exact interval: both one-sided Poisson tests inverted, by the gamma or chi-squared distribution.

    Garwood, Biometrika 1936;28:437-442.
    """
    from scipy.special import gammainccinv, gammaincinv

    _require(events, level)
    tail = (1 - level) / 2
    return (float(gammaincinv(events, tail)) if events else 0.0), float(gammainccinv(events + 1, tail))


def mid_p(events: int, level: float = 0.95) -> Interval:
    """Exact interval counting half the probability of the observed count in each tail. Rothman & Boice 1979."""
    from scipy.special import gammainc, gammaincc

    _require(events, level)
    tail = (1 - level) / 2
    # The exact limits lie outside of these.
    low, high = garwood(events, level)

    def above(mean: float) -> float:
        at_least = float(gammainc(events, mean)) if events else 1.0
        return (at_least + float(gammainc(events + 1, mean))) / 2 - tail

    def below(mean: float) -> float:
        at_most = float(gammaincc(events, mean)) if events else 0.0
        return (at_most + float(gammaincc(events + 1, mean))) / 2 - tail

    lower = bracketed_root(above, low, events, 1e-13) if events else 0.0
    return lower, bracketed_root(below, events or 1e-9, high, 1e-13)


def byar(events: int, level: float = 0.95) -> Interval:
    """Byar's approximation of the exact limits, by the cube root of a chi-squared variable.

    Breslow & Day, Statistical Methods in Cancer Research II, IARC 1987, formula 2.13.
    """
    z = _require(events, level)
    lower = events * (1 - 1 / (9 * events) - z / (3 * sqrt(events))) ** 3 if events else 0.0
    above = events + 1
    return lower, above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3


def wald(events: int, level: float = 0.95) -> Interval | None:
    """Asymptotic interval of the rate itself: x +- z sqrt(x), unclipped."""
    z = _require(events, level)
    return (events - z * sqrt(events), events + z * sqrt(events)) if events else None


def wald_log(events: int, level: float = 0.95) -> Interval | None:
    """Asymptotic interval of the logarithm of the rate: x exp(+-z / sqrt(x)), as Poisson regression gives it."""
    z = _require(events, level)
    return (exp(log(events) - z / sqrt(events)), exp(log(events) + z / sqrt(events))) if events else None


def score(events: int, level: float = 0.95) -> Interval:
    """The means that a score test does not reject: (x - m)^2 / m = z^2 solved for m."""
    z = _require(events, level)
    middle, half = events + z * z / 2, z * sqrt(events + z * z / 4)
    return max(0.0, middle - half), middle + half


def square_root(events: int, level: float = 0.95) -> Interval | None:
    """Symmetric on the scale of the square root, which stabilises the variance; its ends not below 0.

    Vandenbroucke, Am J Epidemiol 1982;115:303-304.
    """
    z = _require(events, level)
    return (max(0.0, sqrt(events) - z / 2) ** 2, (sqrt(events) + z / 2) ** 2) if events else None


# The customary ones, and those that few papers use.
CUSTOMARY: dict[str, Method] = {
    "garwood": garwood,
    "byar": byar,
    "wald": wald,
    "wald-log": wald_log,
    "score": score,
}
METHODS: dict[str, Method] = {**CUSTOMARY, "mid-p": mid_p, "square-root": square_root}


def _require(events: int, level: float) -> float:
    """The critical value, for a count and a level that can be."""
    if events < 0:
        raise ValueError(f"{events} is no number of events")
    return critical_value(level)
