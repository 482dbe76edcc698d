"""From a printed number to the interval of true values that may have been printed so.

The only home of rounding rules. Half-up and half-even are both ordinary, so the ordinary interval is
closed at both ends. Other ways to shorten a number are less ordinary, and have names.
"""

import enum
import math
from typing import Protocol

from checker.model import Interval, Reported, Value

SLACK = 1e-9
# Rounded, a figure lies within half a unit of its last place; cut off or rounded up, within less than one: 10% is
# not printed 11%.
ROUNDED, CUT_OFF = 0.5, 0.999


class Printed(Protocol):
    """What a `Reported` and a number that was only lexed have both: all that rounding asks for."""

    @property
    def value(self) -> float:
        """The number."""

    @property
    def decimals(self) -> int:
        """Digits printed behind the decimal mark."""

    @property
    def comparator(self) -> str:
        """One of ``= < > ≤ ≥ ~``."""


class Shortening(enum.StrEnum):
    """A way in which digits were dropped, from the most ordinary to the least."""

    ROUNDED = "rounded"
    TRUNCATED = "truncated"
    ROUNDED_TWICE = "rounded twice"
    ROUNDED_UP = "rounded up"


UNUSUAL = (Shortening.TRUNCATED, Shortening.ROUNDED_TWICE, Shortening.ROUNDED_UP)
# Where a figure behind the candidates is itself a guess, rounding up, the rarest way, would explain too much.
UNUSUAL_OF_GUESSES = (Shortening.TRUNCATED, Shortening.ROUNDED_TWICE)


def interval(reported: Reported, shortening: Shortening = Shortening.ROUNDED) -> Interval:
    """The true values that are printed as ``reported`` when digits are dropped in the way named.

    A count is exact. With a comparator the interval is one-sided: ``<0.001`` is everything below 0.001,
    a hair's breadth (`slack`) included. ``~`` allows one unit of the last digit that is not a zero.

    >>> interval(Reported("70.8"))
    Interval(low=70.75, high=70.85)
    >>> interval(Reported("70"), Shortening.TRUNCATED)
    Interval(low=70.0, high=71.0)
    """
    value, place = reported.value, reported.place
    match reported.comparator:
        case "<" | "≤":
            return Interval(-math.inf, value)
        case ">" | "≥":
            return Interval(value, math.inf)
        case "~":
            return Interval(value - _last_digit(reported), value + _last_digit(reported))
    if reported.exact:
        return Interval(value, value)
    outward = math.copysign(1.0, value)
    match shortening:
        case Shortening.ROUNDED:
            return Interval(value - place / 2, value + place / 2)
        case Shortening.TRUNCATED:
            return _ordered(value, value + outward * place)
        case Shortening.ROUNDED_TWICE:
            return Interval(value - 0.55 * place, value + 0.55 * place)
        case Shortening.ROUNDED_UP:
            return _ordered(value, value - outward * place)


def slack(reported: Reported) -> float:
    """The width below which a difference is floating-point noise, for this figure."""
    return SLACK * reported.place + 1e-12 * abs(reported.value)


def unit(*printed: Printed) -> float:
    """One unit of the last printed place; of several figures, the coarsest."""
    return 10.0 ** -min(figure.decimals for figure in printed)


def rounded(value: float, printed: Reported) -> float:
    """A value rounded to the last printed place; as it is where that place is no number's, as behind a comparator.

    >>> rounded(0.0496, Reported(".04"))
    0.05
    """
    digits = printed.decimals - printed.exponent
    return round(value, digits) if math.isfinite(value) and printed.comparator == "=" else value


def near(value: float, printed: Printed, units: float = ROUNDED, roughly: float = 0.0) -> bool:
    """Whether a value lies within so many units of the last printed place; ``roughly``: what ``~`` takes for one.

    It decides between readings, where a figure may be printed in any way; what a figure stands for says `interval`.
    """
    if printed.comparator in ("<", "≤"):
        return value <= printed.value + SLACK
    if printed.comparator in (">", "≥"):
        return value >= printed.value - SLACK
    place = max(unit(printed), roughly) if printed.comparator == "~" else unit(printed)
    return abs(value - printed.value) <= units * place + SLACK


def coarse(printed: Reported, total: float, hundred: float = 1.0) -> bool:
    """Whether so few digits are printed that some count of the total fits any of them."""
    return total >= hundred / printed.place


def units_off(printed: Reported, value: Value) -> float:
    """How far a value lies outside what is printed, in units of the last printed place."""
    return interval(printed).distance(value) / printed.place


def _ordered(one: float, other: float) -> Interval:
    return Interval(min(one, other), max(one, other))


def _last_digit(reported: Reported) -> float:
    place = reported.place
    if reported.decimals == 0 and reported.value:
        while reported.value % (place * 10) == 0:
            place *= 10
    return place


def shown(value: float, reported: Reported, extra: int = 1) -> str:
    """A recomputed value as text, with ``extra`` more digits than ``reported`` has.

    >>> shown(18.1818, Reported("22"))
    '18.2'
    """
    if math.isinf(value):
        return "∞" if value > 0 else "-∞"
    digits = max(0, reported.decimals - reported.exponent)
    if reported.exact and value == int(value):
        return str(int(value))
    if value and abs(value) < 10.0 ** -(digits + extra):
        return f"{value:.1e}"
    text = f"{value:.{digits + extra}f}"
    return text.lstrip("-") if float(text) == 0 else text
