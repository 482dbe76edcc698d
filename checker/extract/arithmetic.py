"""The little arithmetic that reading needs: whether a count and a total can make a printed percentage.

It decides between readings of a sentence, never on a verdict: that is the judge's.
"""

import math

from checker.extract.numbers import Token

_NOISE = 1e-9
# Digits cut off or rounded up leave less than one unit of the last place: 10% is not printed 11%.
_CUT_OFF = 0.999


def fits(count: float, total: float, percent: Token, units: float = 0.5) -> bool:
    """Whether count/total, in percent, lies within so many units of the last printed place."""
    if total <= 0:
        return False
    share = 100 * count / total
    if percent.comparator in ("<", "≤"):
        return share <= percent.value + _NOISE
    if percent.comparator in (">", "≥"):
        return share >= percent.value - _NOISE
    place = 10.0**-percent.decimals
    if percent.comparator == "~":
        place = max(place, 5.0)
    return abs(share - percent.value) <= units * place + _NOISE


def totals(count: float, percent: Token) -> tuple[float, float]:
    """Between what totals any must lie of which the count makes the percentage."""
    if percent.comparator != "=":
        return 0.0, math.inf
    width = 0.5 * 10.0**-percent.decimals + 2 * _NOISE
    least = 100 * count / (percent.value + width)
    return least, 100 * count / (percent.value - width) if percent.value > width else math.inf


def nearly(count: float, total: float, percent: Token) -> bool:
    """Whether the percentage is at most truncated or rounded up."""
    return fits(count, total, percent, _CUT_OFF)


def ordered(lower: Token, upper: Token) -> tuple[Token, Token]:
    """The limits of an interval in ascending order; print has them reversed at times, which is no error of theirs."""
    return (lower, upper) if lower.value <= upper.value else (upper, lower)


def possible(percent: Token, total: int, units: float = 0.5) -> bool:
    """Whether some whole count of the total makes the printed percentage, within units of its last place."""
    if percent.comparator != "=" or not 0 <= percent.value <= 100 or total <= 0:
        return False
    nearest = round(percent.value * total / 100)
    return any(
        0 <= count <= total and fits(count, total, percent, units) for count in (nearest - 1, nearest, nearest + 1)
    )


# The smallest share of a group that values are usually known of.
MOST_MISSING = 0.85


def impossible(percent: Token, total: int) -> bool:
    """Whether no count makes the percentage of the total, nor of the total less missing values."""
    least = max(1, math.ceil(MOST_MISSING * total))
    # With so many sizes to choose from one always fits.
    if percent.comparator != "=" or not 0 <= percent.value <= 100 or total > 500:
        return False
    return not possible(percent, total, 1.0) and not any(possible(percent, size) for size in range(least, total))


def telling(percent: Token, total: int) -> bool:
    """Whether few percentages of so many decimals are any count of the total, so that one that is tells something."""
    return (total + 1) / (100 * 10.0**percent.decimals) <= 0.1
