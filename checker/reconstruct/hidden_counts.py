"""Hidden counts: every k of n that gives a rate with its confidence interval to each printed digit."""

import functools
from collections import Counter
from collections.abc import Iterator
from math import sqrt

import msgspec

from checker.kinds import BinomialInterval
from checker.model import Count, Interval, Reported
from checker.paper import Paper
from checker.reconstruct.counts import fitting
from checker.rounding import interval, slack
from checker.statistics import proportion
from checker.statistics.normal import critical_value
from checker.statistics.proportion import CUSTOMARY, Method

# The largest group searched for where nothing says how large the whole is.
LARGEST = 1000
# Groups looked at under every method. Where more come near the figures, these are too coarse to tell anything.
_MOST_TRIED = 100
# No customary limit lies farther from Wilson's than this over n: what lies farther need not be tried.
_NEAR = 4.0
_MOST_READ = 100


class Fit(msgspec.Struct, frozen=True, order=True):
    """A count and a group that give the figures under a method."""

    total: int
    count: int
    method: str


def whole(claim: BinomialInterval, paper: Paper) -> int:
    """The largest group that a rate can be of: the whole sample where the claim names it."""
    size = paper.populations[claim.sample].size.value if claim.sample is not None else LARGEST
    return int(min(size, LARGEST))


def own_methods(paper: Paper) -> tuple[str, ...]:
    """The methods that reproduce most of the intervals whose count and denominator the paper prints; often one."""
    found: Counter[str] = Counter()
    read = 0
    for claim in paper.claims:
        if (
            not isinstance(claim, BinomialInterval)
            or claim.count is None
            or (total := paper.denominator(claim)) is None
        ):
            continue
        read += 1
        if read > _MOST_READ:
            break
        if claim.count.comparator == total.comparator == "=" and total.value > 0 and claim.count.value <= total.value:
            count, size = int(claim.count.value), int(total.value)
            sample = whole(claim, paper) if claim.sample is not None else None
            found.update({name.partition(" ")[0] for name, _ in _giving(claim, count, size, sample, CUSTOMARY)})
    most = max(found.values(), default=0)
    return tuple(name for name in CUSTOMARY if found[name] == most) if 2 * most > read else ()


def fits(claim: BinomialInterval, paper: Paper, own: tuple[str, ...]) -> list[Fit] | None:
    """The groups up to the whole that give the estimate and both limits; None where the figures are too coarse.

    The paper's ``own`` methods are asked first, the others only where these give nothing.
    """
    near = list(_near(claim, whole(claim, paper)))
    if len(near) > _MOST_TRIED:
        return None
    sample = whole(claim, paper) if claim.sample is not None else None
    for methods in (own, tuple(name for name in CUSTOMARY if name not in own)) if own else (CUSTOMARY,):
        found = [
            Fit(total, count, name)
            for count, total in near
            for name, _ in _giving(claim, count, total, sample, methods)
        ]
        if found:
            return sorted(found, key=lambda fit: (fit.total, fit.count))
    return []


def limits(claim: BinomialInterval, paper: Paper, fit: Fit) -> tuple[Interval, Interval]:
    """The limits of a fit, in the unit of the claim."""
    sample = whole(claim, paper) if claim.sample is not None else None
    found = dict(_giving(claim, fit.count, fit.total, sample, (fit.method.partition(" ")[0],)))
    low, high = found[fit.method]
    hundred = _hundred(claim)
    return Interval(hundred * low, hundred * low), Interval(hundred * high, hundred * high)


def is_searchable(claim: BinomialInterval) -> bool:
    """Whether the figures are such that a search for their counts makes sense."""
    figures = (claim.lower, claim.upper, *((claim.estimate,) if claim.estimate is not None else ()))
    return (
        claim.estimate is not None
        and all(figure.comparator == "=" and 0 <= figure.value <= _hundred(claim) for figure in figures)
        and claim.lower.value < claim.upper.value
        and 0.5 <= level(claim) < 1
    )


def level(claim: BinomialInterval) -> float:
    """The confidence level as a fraction."""
    return claim.level.value / 100 if claim.level.value >= 1 else claim.level.value


def _hundred(claim: BinomialInterval) -> float:
    return 100.0 if claim.unit == "percent" else 1.0


def _near(claim: BinomialInterval, most: int) -> Iterator[tuple[int, int]]:
    """The counts and totals whose share is printed so and whose Wilson limits lie near the printed ones."""
    if claim.estimate is None:
        return
    hundred = _hundred(claim)
    lower, upper = claim.lower.value / hundred, claim.upper.value / hundred
    place = 2 * max(claim.lower.place, claim.upper.place) / hundred
    z = critical_value(level(claim))
    square = z * z
    tried = 0
    share = claim.estimate.value / hundred
    for total in range(1, most + 1):
        # The printed share first: it tells most sizes off at once.
        size = total + square
        centre = (share * total + square / 2) / size
        half = z / size * sqrt(max(0.0, total * share * (1 - share)) + square / 4)
        reach = _NEAR / total + place + claim.estimate.place / hundred
        if abs(centre - half - lower) > reach or abs(centre + half - upper) > reach:
            continue
        for count in fitting(claim.estimate, Count(str(total)), hundred):
            if claim.count is None or count == claim.count.value:
                yield count, total
                tried += 1
        if tried > _MOST_TRIED:
            return


def _giving(
    claim: BinomialInterval, count: int, total: int, sample: int | None, methods: tuple[str, ...]
) -> Iterator[tuple[str, tuple[float, float]]]:
    """The methods that give both printed limits, and those limits."""
    hundred = _hundred(claim)
    for name, method in _named(claim, total, sample, methods):
        found = method(count, total, level(claim))
        if found is None:
            continue
        for ends in dict.fromkeys((found, proportion.clipped(found))):
            if _prints(hundred * ends[0], claim.lower) and _prints(hundred * ends[1], claim.upper):
                yield name, ends
                break


def _named(
    claim: BinomialInterval, total: int, sample: int | None, methods: tuple[str, ...]
) -> Iterator[tuple[str, Method]]:
    for name in methods:
        if name != "stata-proportion":
            yield name, proportion.METHODS[name]
        elif total > 1:
            # Estimated over all groups at once, the usual way to get intervals of several.
            if sample is not None and sample > 1 and sample != total:
                over = functools.partial(proportion.stata_proportion, degrees_of_freedom=sample - 1)
                yield f"{name} over({claim.sample})", over
            yield name, proportion.stata_proportion


def _prints(value: float, printed: Reported) -> bool:
    return interval(printed).meets(Interval(value, value), slack(printed))
