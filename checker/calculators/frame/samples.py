"""What several calculators are given: figures as ranges, and groups as their mean, spread and size."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from checker.calculators.frame.printed import Printed, figure
from checker.model import Reported
from checker.rounding import ends
from checker.statistics.tails import Range
from checker.statistics.two_means import Sample, require_sample

_ERROR = re.compile(r"(?i)\s*sem?\s*")


class Given(NamedTuple):
    """A group as it was given; ``error`` says that its spread is the standard error of the mean."""

    mean: Reported
    spread: Reported
    error: bool
    size: int

    def __str__(self) -> str:
        return f"{self.mean} ({'SE' if self.error else 'SD'} {self.spread}, n = {self.size})"

    def sample(self, *, exactly: bool = False, swapped: bool = False) -> Sample:
        """The values that its print allows, or those printed; ``swapped`` takes its SD for an SE and the reverse."""
        scale = self.size**0.5 if self.error is not swapped else 1.0
        mean, spread = (_exactly(each) if exactly else span(each) for each in (self.mean, self.spread))
        return Sample(mean, (max(0.0, spread[0]) * scale, spread[1] * scale), self.size)


def span(printed: Printed | Reported) -> Range:
    """The values that a printed figure may stand for.

    >>> span("2.25"), span(3)
    ((2.245, 2.255), (2.5, 3.5))
    """
    return ends(printed if isinstance(printed, Reported) else figure(printed))


def chances(printed: Printed) -> Range:
    """The same of a p-value, within 0..1.

    Raises:
        ValueError: where there is none.

    >>> chances("<.001")
    (0.0, 0.001)
    """
    low, high = span(printed)
    if high < 0 or figure(printed).value > 1:
        raise ValueError(f"{printed} is no p-value")
    return max(0.0, low), min(1.0, high)


def group(given: str) -> Given:
    """A group printed ``5.1/1.2/30``: mean, SD and n; ``5.1/se0.22/30`` where it has a standard error.

    Raises:
        ValueError: where it is anything else.

    >>> str(group("5.1/1.2/30")), str(group("5.1/SE 0.22/30"))
    ('5.1 (SD 1.2, n = 30)', '5.1 (SE 0.22, n = 30)')
    """
    parts = given.split("/")
    if len(parts) != 3:
        raise ValueError(f"expected mean/SD/n such as 5.1/1.2/30, not {given!r}")
    mean, spread, size = parts
    marked = _ERROR.match(spread)
    found = Given(figure(mean), figure(spread[marked.end() :] if marked else spread), marked is not None, whole(size))
    if found.mean.comparator != "=" or found.spread.comparator != "=":
        raise ValueError(f"{given}: a mean and a spread are numbers, without a sign of comparison")
    if found.spread.value < 0:
        raise ValueError(f"{given}: a spread is not below 0")
    require_sample(found.sample())
    return found


def whole(given: Printed) -> int:
    """A number of people or of groups.

    Raises:
        ValueError: where it is no whole number above 0.
    """
    number = figure(given)
    if number.comparator != "=" or number.value != int(number.value) or number.value < 1:
        raise ValueError(f"expected a whole number above 0, not {str(given).strip()!r}")
    return int(number.value)


def runs(found: Sequence[tuple[int, int]], most: int) -> str:
    """Whole numbers in print; a run that ends where the search did is open.

    >>> runs([(2, 2), (5, 9), (40, 50)], 50)
    '2, 5 to 9, 40 or more'
    """
    return ", ".join(
        f"{low} or more" if high == most and low < high else str(low) if low == high else f"{low} to {high}"
        for low, high in found
    )


def meet(one: Range, other: Range) -> bool:
    """Whether two ranges share a value."""
    return one[0] <= other[1] and other[0] <= one[1]


def _exactly(printed: Reported) -> Range:
    return printed.value, printed.value
