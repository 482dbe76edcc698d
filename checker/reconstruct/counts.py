"""The whole counts that a printed share of a total allows."""

import math
from collections.abc import Sequence

from checker.model import Because, Count, Excuse, Interval, Reported
from checker.rounding import UNUSUAL_OF_GUESSES, Shortening, interval, slack

# At least so much of a population is taken to have been assessed for what is counted in it.
LEAST_KNOWN = 0.85
# Other totals are looked for so far from the printed one; in millions, nobody would take one further off for near.
FARTHEST = 2_000


def fitting(
    share: Reported, total: Count, hundred: float = 100.0, shortening: Shortening = Shortening.ROUNDED
) -> range:
    """The counts of ``total`` that are printed as ``share`` when digits are dropped in the way named.

    ``hundred`` is what the whole makes: 100 for a percentage, 1 for a proportion.

    >>> fitting(Reported("52.4"), Count("42")), fitting(Reported("41.7"), Count("14"))
    (range(22, 23), range(6, 6))
    """
    printed, noise = interval(share, shortening), slack(share)
    size = total.value / hundred
    low = math.ceil((max(0.0, printed.low) - noise) * size)
    high = math.floor((min(hundred, printed.high) + noise) * size)
    return range(max(0, low), min(int(total.value), high) + 1)


def shortened(share: Reported, total: Count, hundred: float = 100.0) -> tuple[range, Shortening]:
    """The counts that fit under the mildest way of dropping digits that any count fits; empty when none does."""
    for shortening in (Shortening.ROUNDED, *UNUSUAL_OF_GUESSES):
        counts = fitting(share, total, hundred, shortening)
        if counts:
            return counts, shortening
    return range(0), Shortening.ROUNDED


def neighbours(share: Reported, total: Count, hundred: float = 100.0) -> tuple[int, ...]:
    """The counts of ``total`` just below and just above the printed share."""
    below = math.floor(share.value * total.value / hundred)
    most = int(total.value)
    return tuple(sorted({min(max(below, 0), most), min(max(below + 1, 0), most)}))


def totals_near(share: Reported, total: Count, hundred: float = 100.0, most: int = 3) -> list[tuple[int, int]]:
    """The nearest other totals of which some count makes the share, as pairs of a count and its total."""
    found: list[tuple[int, int]] = []
    size = int(total.value)
    for distance in range(1, min(max(10, size // 4), FARTHEST) + 1):
        for other in (size - distance, size + distance):
            counts = fitting(share, Count(str(other)), hundred) if other > 0 else range(0)
            if counts:
                found.append((counts[len(counts) // 2], other))
        if len(found) >= most:
            break
    return found[:most]


def span(values: Sequence[int]) -> str:
    """Successive whole numbers as text: ``12`` or ``12-15``.

    >>> span(range(12, 16))
    '12-15'
    """
    return str(values[0]) if values[0] == values[-1] else f"{values[0]}-{values[-1]}"


def missing_values(counted: str, share: Interval, assessed: Sequence[int], total: Count) -> Excuse:
    """Fewer assessed than a denominator that is printed elsewhere counts.

    Args:
        counted: the count, or those that the percentage allows, as text.
        share: the percentages that they make of ``assessed``.
        assessed: so many may have been, ascending, one at least, all below the denominator.
        total: the denominator.
    """
    lost = range(int(total.value) - assessed[-1], int(total.value) - assessed[0] + 1)
    values = "value was" if lost[-1] == 1 else "values were"
    return Excuse(
        because=Because.UNSTATED,
        reason=f"{counted} of {span(assessed)} would be, if {span(lost)} {values} missing",
        settled_by="how many were assessed",
        allows={"percent": share},
    )
