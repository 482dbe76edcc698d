"""A denominator printed with a figure, from the size of the population it counts.

What it checks
--------------
``16/30`` of an arm of 30: the printed denominator against the size of the population that the claim names.

Example
-------
>>> from checker.examples import example
>>> example("total_of_population", "{kind: proportion, count: 16, total: 30, of: CAV}", "{CAV: 30}")
consistent: the size of CAV = 30, as printed
>>> example("total_of_population", "{kind: proportion, count: 16, total: 31, of: CAV}", "{CAV: 30}")
discrepant (major): the size of CAV = 30, not 31

Assumptions tried
-----------------
The size of the named population. Less ordinary: the size of another population that the claim names
among its alternatives.

Limits
------
Denominators shrink for missing values; a claim that counts the evaluable must name them.

References
----------
Altman DG, Bland JM. Missing data. BMJ 2007;334:424.
"""

from collections.abc import Iterator

from checker.kinds import BinomialInterval, Proportion, SurvivalInterval
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper

KINDS = (Proportion, BinomialInterval, SurvivalInterval)


def recompute(claim: Proportion | BinomialInterval | SurvivalInterval, paper: Paper) -> Iterator[Recomputation]:
    """The sizes of the populations that the claim names, for the total it prints."""
    if claim.total is None or claim.of is None:
        return
    candidates = [_size(paper, claim.of, ordinary=True)]
    candidates += [_size(paper, name, ordinary=False) for name in getattr(claim, "alternatives", ())]
    yield Recomputation(fields=("total",), targets=(claim.total,), candidates=tuple(candidates))


def _size(paper: Paper, name: str, ordinary: bool) -> Candidate:
    size = paper.populations[name].size.value
    return Candidate((Interval(size, size),), name, f"the size of {name}", ordinary)
