"""The one method behind most intervals of a paper, and the interval that stands alone.

What it checks
--------------
The intervals of one paper usually come from one command of one program. Of all intervals of proportions in
a paper, and apart from them all intervals of survival curves, the method that reproduces most is named, and
every interval that it does not reproduce though another does.

Example
-------
>>> from checker.examples import example
>>> paper = '''{kind: interval, count: 68, total: 96, lower: 60.8, upper: 79.2}
... - {id: b, kind: interval, count: 56, total: 96, lower: 48.1, upper: 67.9}
... - {id: c, kind: interval, count: 75, total: 96, lower: 68.6, upper: 85.4}
... - {id: d, kind: interval, count: 69, total: 96, lower: 61.8, upper: 80.6}'''
>>> # doctest: +ELLIPSIS, +NORMALIZE_WHITESPACE
... example("interval_method", paper)
consistent: stata-proportion 95% CI of 68/96 = 60.81% to 79.17%, as printed; 3 of 4 intervals of proportions here
are stata-proportion
consistent: ...
consistent: ...
explained: clopper-pearson 95% CI of 69/96 = 61.78% to 80.58%; printed 61.8% to 80.6% holds only for
clopper-pearson; 3 of 4 intervals of proportions here are stata-proportion

Assumptions tried
-----------------
Those of `binomial_interval` and `survival_interval`. Stata's proportion command with and without `over()`
is one method. Less ordinary: any other method that gives the printed limits of one interval.

Limits
------
Needs three intervals that tell the methods apart, most of which one method reproduces. Two methods in one
paper are no error: a table from another program, or a group of which none responded, may be the reason.

References
----------
Newcombe RG. Two-sided confidence intervals for the single proportion. Stat Med 1998;17:857-72.
"""

from collections.abc import Callable, Iterator

import msgspec

from checker.checks import binomial_interval, survival_interval
from checker.kinds import AnyClaim, BinomialInterval, SurvivalInterval
from checker.model import Candidate, Recomputation
from checker.paper import Paper
from checker.rounding import interval, slack

KINDS = (BinomialInterval, SurvivalInterval)

_FEWEST = 3


class Explained(msgspec.Struct, frozen=True):
    """An interval, and the candidates that reproduce both of its limits, by method."""

    claim: AnyClaim
    recomputation: Recomputation
    methods: dict[str, Candidate]
    tried: int


def recompute_paper(paper: Paper) -> Iterator[tuple[AnyClaim, Recomputation]]:
    """The method of the majority, against every interval that some method reproduces."""
    binomial: list[Explained] = []
    survival: list[Explained] = []
    for claim in paper.all_claims():
        if isinstance(claim, BinomialInterval):
            binomial += _explained(claim, binomial_interval.recompute(claim, paper), binomial_interval.family)
        elif isinstance(claim, SurvivalInterval):
            survival += _explained(claim, survival_interval.recompute(claim, paper), _scale)
    for intervals, noun in ((binomial, "intervals of proportions"), (survival, "intervals of survival curves")):
        yield from _compare(intervals, noun)


def _scale(assumption: str) -> str:
    """The scale behind an assumption's name: ``log-log`` for ``log-log (clipped)``."""
    return assumption.partition(",")[0].partition(" (")[0]


def _explained(
    claim: AnyClaim, recomputations: Iterator[Recomputation], method: Callable[[str], str]
) -> Iterator[Explained]:
    for recomputation in recomputations:
        if recomputation.fields != ("lower", "upper") or recomputation.missing is not None:
            continue
        candidates = list(recomputation.candidates)
        fits = [candidate for candidate in candidates if _meets(recomputation, candidate)]
        if not fits and recomputation.unlikely is not None:
            further = list(recomputation.unlikely())
            candidates += further
            fits = [candidate for candidate in further if _meets(recomputation, candidate)]
        methods: dict[str, Candidate] = {}
        for candidate in fits:
            methods.setdefault(method(candidate.assumption), candidate)
        if methods:
            tried = len({method(candidate.assumption) for candidate in candidates})
            yield Explained(claim, recomputation, methods, tried)


def _meets(recomputation: Recomputation, candidate: Candidate) -> bool:
    return all(interval(target).meets(value, slack(target)) for target, value in recomputation.numbers(candidate))


def _compare(intervals: list[Explained], noun: str) -> Iterator[tuple[AnyClaim, Recomputation]]:
    if sum(len(each.methods) < each.tried for each in intervals) < _FEWEST:
        return
    counts: dict[str, int] = {}
    for each in intervals:
        for name in each.methods:
            counts[name] = counts.get(name, 0) + 1
    # Candidates come in the order of how usual they are, so that the first of equals is the most usual one.
    majority = max(counts, key=counts.__getitem__)
    if counts[majority] < _FEWEST or 2 * counts[majority] <= len(intervals):
        return
    for each in intervals:
        yield each.claim, _against(each, majority, f"{counts[majority]} of {len(intervals)} {noun} here are {majority}")


def _against(each: Explained, majority: str, tally: str) -> Recomputation:
    if majority in each.methods:
        candidates = [msgspec.structs.replace(each.methods[majority], assumption=majority, ordinary=True)]
    else:
        candidates = [
            msgspec.structs.replace(candidate, assumption=name, ordinary=False)
            for name, candidate in each.methods.items()
        ]
    return Recomputation(
        fields=each.recomputation.fields,
        targets=each.recomputation.targets,
        candidates=tuple(candidates),
        unit=each.recomputation.unit,
        remark=tally,
    )
