"""What calculators are given: figures as printed, whose last digit says how exact they are."""

import re
from decimal import Decimal

from checker.model import Reported
from checker.rounding import Shortening, bounds
from checker.statistics.exact import Bounds

# A figure as text keeps its trailing zeros; a number has none to keep.
Printed = str | int | float | Decimal
# The ways to round by their names at the command line; the first is any of the three ways to round a half.
_SHORTENINGS = {each.value.replace(" ", "-"): each for each in Shortening}
ROUNDINGS = tuple(_SHORTENINGS)[1:]

_FRACTION = re.compile(r"\s*([0-9][0-9,]*)\s*/\s*([0-9][0-9,]*)\s*")
_RATE = re.compile(r"\s*([0-9][0-9,]*)\s*/\s*([0-9][0-9,]*\.?[0-9]*)\s*")
_NUMBER = r"([-−+]?\s*(?:[0-9][0-9,]*)?\.?[0-9]+\s*%?)"
_LIMITS = re.compile(rf"\s*[\[(]?\s*{_NUMBER}\s*(?:to|and|[-–—−;,])\s*{_NUMBER}\s*[\])]?\s*")


def figure(given: Printed) -> Reported:
    """A figure as it would be printed.

    Raises:
        ValueError: where it is no number.

    >>> figure("5.10").decimals, figure(5.1).decimals, figure("<.001").comparator
    (2, 1, '<')
    """
    text = given if isinstance(given, str) else _plain(given)
    try:
        return Reported(text.strip())
    except ValueError:
        raise ValueError(f"expected a number, not {text!r}") from None


def _plain(number: int | float | Decimal) -> str:
    """Without an exponent, in the fewest digits that are this number and no other.

    >>> _plain(1e-07), _plain(12), _plain(0.30)
    ('0.0000001', '12', '0.3')
    """
    return f"{Decimal(str(number)):f}"


def exact(given: Printed, rounding: str = "rounded") -> Bounds:
    """The true values that a figure may stand for, in whole numbers.

    Raises:
        ValueError: where it is no number, or has a comparator, or there is no such way to round.

    >>> exact("5.19"), exact("5.19", "half-up").high_open
    (Bounds(low=1037, high=1039, scale=200, low_open=0, high_open=0), 1)
    """
    if rounding not in _SHORTENINGS:
        raise ValueError(f"{rounding!r} is no way to round; expected one of {', '.join(_SHORTENINGS)}")
    found = bounds(figure(given), _SHORTENINGS[rounding])
    if found is None:
        raise ValueError(f"expected a figure without a comparator, not {given}")
    return found


def scale(given: str) -> tuple[int, int]:
    """The least and the greatest value of a scale, printed ``1-7``.

    Raises:
        ValueError: where it is anything else.

    >>> scale("1-7"), scale("-3 to 3")
    ((1, 7), (-3, 3))
    """
    found = re.fullmatch(r"\s*([-−]?[0-9]+)\s*(?:-|–|−|to|\.\.)\s*([-−]?[0-9]+)\s*", given)
    if found is None:
        raise ValueError(f"expected the ends of a scale such as 1-7, not {given!r}")
    low, high = (int(each.replace("−", "-")) for each in found.groups())
    if low >= high:
        raise ValueError(f"{given.strip()}: the second end is not above the first")
    return low, high


def fraction(given: str) -> tuple[int, int]:
    """A count and its total, printed ``23/106``.

    Raises:
        ValueError: where it is anything else, or the count is above the total.

    >>> fraction("23/106"), fraction("1,204 / 2,000")
    ((23, 106), (1204, 2000))
    """
    found = _FRACTION.fullmatch(given)
    if found is None:
        raise ValueError(f"expected a count and its total such as 23/106, not {given!r}")
    count, total = (int(each.replace(",", "")) for each in found.groups())
    if count > total:
        raise ValueError(f"{given.strip()}: the count is above the total")
    return count, total


def events(given: str) -> tuple[int, float]:
    """Events and the person-time of which they are, printed ``41/28,010.5``.

    Raises:
        ValueError: where it is anything else, or the time is 0.

    >>> events("41/28,010.5")
    (41, 28010.5)
    """
    found = _RATE.fullmatch(given)
    if found is None:
        raise ValueError(f"expected events and a person-time such as 41/28010, not {given!r}")
    count, time = (each.replace(",", "") for each in found.groups())
    if not float(time):
        raise ValueError(f"{given.strip()}: the person-time is 0")
    return int(count), float(time)


def limits(given: str) -> tuple[Reported, Reported]:
    """Both limits of an interval as printed; a per cent sign behind the second is of both.

    Raises:
        ValueError: where it is anything else, or the limits are reversed.

    >>> [str(each) for each in limits("53-73%")], [each.value for each in limits("(-0.52 to -0.10)")]
    (['53%', '73%'], [-0.52, -0.1])
    """
    found = _LIMITS.fullmatch(given)
    if found is None:
        raise ValueError(f"expected two limits such as '53% to 73%', not {given!r}")
    lower, upper = (each.replace(" ", "") for each in found.groups())
    if upper.endswith("%") and not lower.endswith("%"):
        lower += "%"
    low, high = figure(lower), figure(upper)
    if low.value > high.value:
        raise ValueError(f"{given.strip()}: the lower limit is above the upper one")
    return low, high


def share(given: Printed) -> float:
    """A share as a fraction: ``45%``, ``45`` and ``0.45`` alike; 1 is the whole.

    Raises:
        ValueError: where it is no number from 0 to 100.

    >>> share("45%"), share(0.45), share(1), share("1%")
    (0.45, 0.45, 1.0, 0.01)
    """
    said = figure(given)
    value = said.value / 100 if said.unit == "%" or said.value > 1 else float(said.value)
    if not 0 <= value <= 1 or said.comparator != "=":
        raise ValueError(f"expected a share such as 45% or 0.45, not {str(given)!r}")
    return value


def confidence(level: float) -> float:
    """A level of confidence as a fraction, from 95 or 0.95.

    Raises:
        ValueError: where it is not between 50 and 100%.

    >>> confidence(95), confidence(0.9)
    (0.95, 0.9)
    """
    found = level / 100 if level > 1 else level
    if not 0.5 <= found < 1:
        raise ValueError(f"expected a level between 50 and 100%, not {level:g}")
    return found


def named(given: tuple[str, ...], known: tuple[str, ...]) -> dict[str, str]:
    """Figures given by name, such as ``t=2.20 df=28``, in any order.

    Raises:
        ValueError: where one has no name, an unknown one, or that of another.

    >>> named(("t=2.20", "df=28"), ("t", "df", "p"))
    {'t': '2.20', 'df': '28'}
    """
    figures: dict[str, str] = {}
    for each in given:
        name, sign, text = each.partition("=")
        name = name.strip()
        if not sign:
            raise ValueError(f"expected a name and a figure such as {known[0]}=2.20, not {each!r}")
        if name not in known:
            raise ValueError(f"{name!r} is not known; expected one of {', '.join(known)}")
        if name in figures:
            raise ValueError(f"{name} is given twice")
        figures[name] = text.strip()
    return figures
