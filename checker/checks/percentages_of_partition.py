"""The percentages of a partition make 100.

What it checks
--------------
``53.1% male, 46.9% female``: percentages of one whole, printed as its parts, against 100 within the
rounding of each.

Example
-------
>>> from checker.examples import example
>>> parts = "[{percent: 38.5}, {percent: 16.7}, {percent: 44.8}]"
>>> example("percentages_of_partition", f"{{kind: partition, percentages: true, parts: {parts}}}")
consistent: 38.5% + 16.7% + 44.8% gives 99.8 to 100.1%, the whole 100%
>>> parts = "[{percent: 56.8}, {percent: 34.2}]"
>>> example("percentages_of_partition", f"{{kind: partition, percentages: true, parts: {parts}}}")
discrepant (major): 56.8% + 34.2% gives 90.9 to 91.1% (sum), not 100%; the printed percentages make 91.0%

Assumptions tried
-----------------
Exclusive and complete parts: 100 lies within the sum, the rounding of every part taken through.
Incomplete (``complete: false``): the sum may be below 100. Overlapping (``exclusive: false``): the sum may
exceed 100, though no part does. Less ordinary: all parts cut off or rounded twice.

Limits
------
Percentages of different denominators need not make 100, nor those of a question with several answers;
``exclusive`` and ``complete`` say so. The counts behind the percentages are `parts_of_whole`.

References
----------
Diaconis P, Freedman D. On rounding percentages. J Am Stat Assoc 1979;74:359-64.
"""

from collections.abc import Iterator

from checker.kinds import Partition
from checker.model import Candidate, Count, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.rounding import UNUSUAL_OF_GUESSES, Shortening, interval

KINDS = (Partition,)
USES_SIZES = False


def recompute(claim: Partition, paper: Paper) -> Iterator[Recomputation]:
    """What the percentages of the parts make together."""
    if not claim.percentages:
        return
    percentages = [part.percent for part in claim.parts if part.percent is not None]
    target = _target(claim)
    if len(percentages) < len(claim.parts) or not percentages:
        yield Recomputation(fields=("whole",), targets=(target,), missing="the percentage of every part", unit="%")
        return
    if not claim.exclusive:
        largest = max(percentages, key=lambda percent: interval(percent).low)
        yield _recomputation(
            Reported("≤100"),
            (Candidate((interval(largest),), "no part above the whole", "the largest part", relation="is"),),
        )
        if not claim.complete:
            return
    candidates = [_sum(percentages, Shortening.ROUNDED)]
    if all(percent.comparator == "=" for percent in percentages):
        candidates += [_sum(percentages, shortening) for shortening in UNUSUAL_OF_GUESSES]
    total = sum(percent.value for percent in percentages)
    finest = max(percent.decimals for percent in percentages)
    yield _recomputation(target, tuple(candidates), f"the printed percentages make {total:.{finest}f}%")


def _recomputation(target: Reported, candidates: tuple[Candidate, ...], hint: str | None = None) -> Recomputation:
    return Recomputation(
        fields=("whole",),
        targets=(target,),
        candidates=candidates,
        hint=None if hint is None else lambda: hint,
        unit="%",
        standing="the whole",
    )


def _target(claim: Partition) -> Reported:
    if not claim.exclusive:
        return Reported("≥100")
    return Count("100") if claim.complete else Reported("≤100")


def _sum(percentages: list[Reported], shortening: Shortening) -> Candidate:
    intervals = [interval(percent, shortening) for percent in percentages]
    values = Interval(sum(each.low for each in intervals), sum(each.high for each in intervals))
    ordinary = shortening is Shortening.ROUNDED
    named = "sum" if ordinary else f"percentages {shortening}"
    return Candidate((values,), named, " + ".join(_shown(percent) for percent in percentages), ordinary, "gives")


def _shown(percent: Reported) -> str:
    return percent.literal.rstrip("%") + "%"
