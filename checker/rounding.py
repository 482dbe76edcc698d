"""From a printed number to the interval of true values that may have been printed so.

The only home of rounding rules. Half-up and half-even are both ordinary, so the ordinary interval is
closed at both ends. Other ways to shorten a number are less ordinary, and have names.
"""

import enum
import math
from decimal import Decimal
from typing import Protocol

from checker.model import Interval, Reported, Value
from checker.statistics.exact import Bounds, Whole, larger, smallest, whole

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
    """A way in which digits were dropped, from the most ordinary to the least.

    Rounded is any of the three ways to round a half, of which a paper seldom says which; they are known by name to
    those who ask. All are symmetric: up is away from nought.
    """

    ROUNDED = "rounded"
    HALF_UP = "half up"
    HALF_DOWN = "half down"
    HALF_EVEN = "half even"
    TRUNCATED = "truncated"
    ROUNDED_TWICE = "rounded twice"
    ROUNDED_UP = "rounded up"


UNUSUAL = (Shortening.TRUNCATED, Shortening.ROUNDED_TWICE, Shortening.ROUNDED_UP)
# Where a figure behind the candidates is itself a guess, rounding up, the rarest way, would explain too much.
UNUSUAL_OF_GUESSES = (Shortening.TRUNCATED, Shortening.ROUNDED_TWICE)


def ends(reported: Reported) -> tuple[float, float]:
    """Both ends of the values that are printed so, as functions of `checker.statistics` take them.

    >>> ends(Reported("70.8"))
    (70.75, 70.85)
    """
    values = interval(reported)
    return values.low, values.high


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
        case Shortening.ROUNDED | Shortening.HALF_UP | Shortening.HALF_DOWN | Shortening.HALF_EVEN:
            return Interval(value - place / 2, value + place / 2)
        case Shortening.TRUNCATED:
            return _ordered(value, value + outward * place)
        case Shortening.ROUNDED_TWICE:
            return Interval(value - 0.55 * place, value + 0.55 * place)
        case Shortening.ROUNDED_UP:
            return _ordered(value, value - outward * place)


def bounds(reported: Reported, shortening: Shortening = Shortening.ROUNDED) -> Bounds | None:
    """The same as whole numbers, for arithmetic that is exact; None where a comparator leaves an end open.

    >>> bounds(Reported("70.8"))
    Bounds(low=1415, high=1417, scale=20, low_open=0, high_open=0)
    >>> bounds(Reported("<0.05"))
    """
    places = reported.decimals - reported.exponent
    units = int(Decimal(repr(reported.value)).scaleb(places))
    if reported.comparator == "~":
        last = round(_last_digit(reported) / reported.place)
        return _scaled(units - last, units + last, 1, places)
    if reported.comparator != "=":
        return None
    return _scaled(units, units, 1, places) if reported.exact else printed_bounds(units, places, shortening)


def printed_bounds(units: Whole, places: Whole, shortening: Shortening = Shortening.ROUNDED) -> Bounds:
    """The true values behind figures printed as so many units of their last place, for columns too.

    Args:
        units: the digits printed as a whole number, 519 for 5.19; an array for a column.
        places: how many of them are decimals; fewer than none where the last ones are not printed; an array where the
            figures of a column have their own.
        shortening: how digits were dropped.

    >>> printed_bounds(519, 2, Shortening.HALF_UP)
    Bounds(low=1037, high=1039, scale=200, low_open=0, high_open=1)
    """
    units, places = whole(units), whole(places)
    if shortening is Shortening.ROUNDED_TWICE:
        return _scaled(20 * units - 11, 20 * units + 11, 20, places)
    twice = 2 * units
    if shortening is Shortening.ROUNDED:
        return _scaled(twice - 1, twice + 1, 2, places)
    if shortening is Shortening.HALF_EVEN:
        return _scaled(twice - 1, twice + 1, 2, places, units & 1, units & 1)
    # Of a positive figure the end away from nought is the high one.
    positive, negative = (units > 0) * 1, (units < 0) * 1
    match shortening:
        case Shortening.HALF_UP:
            return _scaled(twice - 1, twice + 1, 2, places, 1 - positive, 1 - negative)
        case Shortening.HALF_DOWN:
            return _scaled(twice - 1, twice + 1, 2, places, positive, negative)
        case Shortening.TRUNCATED:
            low, high = twice - 2 * (1 - positive), twice + 2 * (1 - negative)
            return _scaled(low, high, 2, places, 1 - positive, 1 - negative)
        case Shortening.ROUNDED_UP:
            return _scaled(twice - 2 * positive, twice + 2 * negative, 2, places, positive, negative)


def _scaled(low: Whole, high: Whole, parts: int, places: Whole, low_open: Whole = 0, high_open: Whole = 0) -> Bounds:
    """Bounds in parts of the last place, which may lie before the decimal mark."""
    if smallest(places) < 0:
        coarse = 10 ** larger(-places, 0)
        low, high, places = low * coarse, high * coarse, larger(places, 0)
    return Bounds(low, high, parts * 10**places, low_open, high_open)


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
