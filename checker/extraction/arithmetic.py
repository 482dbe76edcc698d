"""The little arithmetic that reading needs: whether a count and a total can make a printed percentage.

It decides between readings of a sentence, never on a verdict: that is the judge's.
"""

import math

from checker.extraction.numbers import Token
from checker.rounding import CUT_OFF, ROUNDED, SLACK, near, unit

# What ``about`` leaves open, in percentage points: twice as much as a half.
_ROUGHLY = 5.0
# The smallest share of a group that values are believably known of: of more missing values, a paper tells.
LEAST_KNOWN = 0.85


def fits(count: float, total: float, percent: Token, units: float = ROUNDED) -> bool:
    """Whether count/total, in percent, lies within so many units of the last printed place."""
    return total > 0 and near(100 * count / total, percent, units, _ROUGHLY)


def totals(count: float, percent: Token) -> tuple[float, float]:
    """Between what totals any must lie of which the count makes the percentage."""
    if percent.comparator != "=":
        return 0.0, math.inf
    width = ROUNDED * unit(percent) + 2 * SLACK
    least = 100 * count / (percent.value + width)
    return least, 100 * count / (percent.value - width) if percent.value > width else math.inf


def nearly(count: float, total: float, percent: Token) -> bool:
    """Whether the percentage is at most truncated or rounded up."""
    return fits(count, total, percent, CUT_OFF)


def ordered(lower: Token, upper: Token) -> tuple[Token, Token]:
    """The limits of an interval in ascending order; print has them reversed at times, which is no error of theirs."""
    return (lower, upper) if lower.value <= upper.value else (upper, lower)


def possible(percent: Token, total: int, units: float = ROUNDED) -> bool:
    """Whether some whole count of the total makes the printed percentage, within units of its last place."""
    if percent.comparator != "=" or not 0 <= percent.value <= 100 or total <= 0:
        return False
    nearest = round(percent.value * total / 100)
    return any(
        0 <= count <= total and fits(count, total, percent, units) for count in (nearest - 1, nearest, nearest + 1)
    )


def chance(percent: Token, total: int) -> float:
    """How often a percentage with so many decimals is some count of the total by chance."""
    return (total + 1) / (100 / unit(percent))


def telling(percent: Token, total: int) -> bool:
    """Whether few percentages of so many decimals are any count of the total, so that one that is tells something."""
    return chance(percent, total) <= 0.1
