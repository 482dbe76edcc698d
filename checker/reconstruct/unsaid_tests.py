"""What a p may be that the figures beside it do not give, where the paper does not say which test it is from."""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.model import Because, Candidate, Excuse, Interval, Reported
from checker.statistics.normal import quantile, two_sided_p

# The levels that a p is said to be below, and that are at times printed for the p itself.
LEVELS = (0.05, 0.01, 0.001, 0.0001)
_SMALLEST = 1e-300
# So that a p on one side of the threshold does not touch `< 0.05` on the other.
_INSIDE = 1e-6


class Reach(NamedTuple):
    """How far a test of more than these figures lies from one of them, in standard errors.

    ``shift``: up or down. ``factor``: by how much it may be sharper or blunter besides. ``crosses``: whether it may lie
    on the other side of the threshold. ``tests``: what such tests are called.
    """

    shift: float
    factor: float
    crosses: bool
    tests: str


# Adjusting for what explains a share R² of the outcome shifts the statistic with a standard deviation of √R² standard
# errors and divides its standard error by √(1 - R²). Of a yes or no little is explained: 0.5 is a quarter.
OF_COUNTS = Reach(0.5, 1.0, False, "a test that is adjusted, stratified, paired or of times")
# Exact, rank and likelihood-ratio tests beside the interval of a model, in few data.
OF_INTERVALS = Reach(0.5, 1.0, False, "an exact, rank or likelihood-ratio test of few data")
# Fisher's p beside chi-squared, an exact p beside Wilcoxon's z.
BESIDE_EXACT = Reach(0.35, 1.0, False, "an exact test of the same data")
# A rank test's z is at times printed with its exact p, which differs in the second digit.
BESIDE_RANKS = Reach(0.1, 1.0, False, "an exact test of ranks")
# A baseline value that correlates with the outcome at 0.7 explains half; twice that standard deviation is 1.4.
OF_MEANS = Reach(1.4, math.sqrt(2), True, "a test of ranks, of pairs or adjusted for a baseline value")
# Tests of ranks are sharper where the values are skewed: three times, as of exponential values, is sqrt 3 of the error.
OF_SKEWED = Reach(1.4, 3.0, True, "a test of ranks or logarithms (these values are skewed), of pairs or adjusted")


def excuses(p: Reported, customary: Iterable[Candidate], alpha: float, reach: Reach) -> Iterator[Excuse]:
    """Why a printed p may be right though no customary test gives it."""
    found = [value for candidate in customary for value in candidate.values if isinstance(value, Interval)]
    if not found:
        return
    low, high = min(values.low for values in found), max(values.high for values in found)
    given = shown(low) if shown(low) == shown(high) else f"{shown(low)} to {shown(high)}"
    if p.comparator == "=" and p.value in LEVELS and high < p.value:
        yield Excuse(
            because=Because.UNSTATED,
            reason=f"the customary tests give {given}, and {p.literal} may be the level that p is below",
            settled_by="p itself",
            allows={"p": Interval(p.value, p.value)},
        )
    yield Excuse(
        because=Because.UNSTATED,
        reason=f"the customary tests give {given}, and {reach.tests} may give {p.literal}",
        settled_by="which test was used",
        allows={"p": reached(low, high, alpha, reach)},
    )


def reached(low: float, high: float, alpha: float, reach: Reach) -> Interval:
    """The p that such a test may give of figures for which the customary tests give one between two ends."""
    blunt = max(0.0, _z(high) - reach.shift) / reach.factor
    sharp = (_z(low) + reach.shift) * reach.factor
    least, most = two_sided_p(sharp), two_sided_p(blunt)
    if not reach.crosses and high < alpha:
        most = min(most, alpha * (1 - _INSIDE))
    if not reach.crosses and low >= alpha:
        least = max(least, alpha * (1 + _INSIDE))
    return Interval(least, most)


def _z(p: float) -> float:
    return -quantile(min(max(p, _SMALLEST), 1.0) / 2)


def shown(p: float) -> str:
    """A p in a sentence."""
    return f"{p:.1e}" if p < 0.0001 else f"{p:.4f}"
