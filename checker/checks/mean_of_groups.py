"""A mean, and its standard deviation, from those of the groups that make up the whole.

What it checks
--------------
``37.7 (SD 13.7) of 862 and 38.0 (13.8) of 874 make 37.9 (13.8) of all 1736``: the mean of all is that of the groups,
weighted by their sizes. The squares add up too: those within the groups and those between them.

Example
-------
>>> from checker.examples import example
>>> groups = "[{mean: 37.7, sd: 13.7, total: 862}, {mean: 38.0, sd: 13.8, total: 874}]"
>>> claim = "{kind: summary, statistic: mean, value: %s, sd: %s, groups: " + groups + "}"
>>> example("mean_of_groups", claim % ("37.9", "13.8"))
consistent: the mean of 37.7 (n = 862) and 38.0 (n = 874) gives 37.80 to 37.90, printed 37.9
consistent: the SD of the groups together gives 13.70 to 13.80, printed 13.8
>>> example("mean_of_groups", claim % ("38.9", "18.3"))
discrepant (major): the mean of 37.7 (n = 862) and 38.0 (n = 874) gives 37.80 to 37.90 (weights by size), \
not 38.9
discrepant (major): the SD of the groups together gives 13.70 to 13.80, not 18.3

Assumptions tried
-----------------
Weights by the printed sizes, the rounding of all figures taken through. Less ordinary: up to half of the values of a
group missing, where the size is that of a population; groups that count alike.

Limits
------
The groups must share nobody and leave nobody out. Adjusted or weighted means follow other weights.

References
----------
Higgins JPT, Li T, Deeks JJ. Choosing effect measures and computing estimates of effect. In: Cochrane Handbook for
Systematic Reviews of Interventions, chapter 6.5.2.10 (combining groups).
"""

from collections.abc import Iterator

from checker.kinds import Summary
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.reconstruct.mean_groups import fewer_values
from checker.rounding import ends
from checker.statistics.summary import combined_mean, combined_sd
from checker.statistics.tails import Range

KINDS = (Summary,)

_MOST_GROUPS = 4


def recompute(claim: Summary, paper: Paper) -> Iterator[Recomputation]:
    """The mean of all, then the SD of all."""
    if claim.statistic != "mean" or len(claim.groups) < 2 or len(claim.groups) > _MOST_GROUPS:
        return
    totals = [paper.denominator(group) for group in claim.groups]
    sizes = [int(total.value) for total in totals if total is not None and total.value >= 1]
    if len(sizes) < len(claim.groups):
        yield Recomputation(fields=("value",), targets=(claim.value,), missing="the size of each group")
        return
    means = [ends(group.mean) for group in claim.groups]
    named = [f"{group.mean} (n = {size})" for group, size in zip(claim.groups, sizes, strict=True)]
    of = f"the mean of {', '.join(named[:-1])} and {named[-1]}"
    fewer = fewer_values(claim.groups, sizes)
    found = [combined_mean(means, each) for each in fewer]
    candidates = [Candidate((Interval(*combined_mean(means, sizes)),), "weights by size", of)]
    candidates += _hull(found, of)
    alike = combined_mean(means, [1] * len(sizes))
    candidates.append(Candidate((Interval(*alike),), "groups that count alike", of, ordinary=False))
    yield Recomputation(fields=("value",), targets=(claim.value,), candidates=tuple(candidates))
    spreads = [group.sd for group in claim.groups if group.sd is not None]
    if claim.sd is None or len(spreads) < len(sizes):
        return
    sds = [(max(0.0, low), high) for low, high in map(ends, spreads)]
    of = "the SD of the groups together"
    found = [combined_sd(means, sds, each) for each in fewer]
    candidates = [Candidate((Interval(*combined_sd(means, sds, sizes)),), "squares within and between groups", of)]
    candidates += _hull(found, of)
    yield Recomputation(fields=("sd",), targets=(claim.sd,), candidates=tuple(candidates))


def _hull(found: list[Range], of: str) -> Iterator[Candidate]:
    if found:
        value = Interval(min(low for low, _ in found), max(high for _, high in found))
        yield Candidate((value,), "up to half of the values missing", of, ordinary=False)
