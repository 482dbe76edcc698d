"""A count against the total that it is counted in.

What it checks
--------------
``45 of 40 patients``, or a subgroup of 45 within a population of 40: a part is no larger than its whole.

Example
-------
>>> from checker.examples import example
>>> example("count_within_total", "{kind: proportion, count: 45, total: 40, percent: 47}")
discrepant (major): 45 cannot be counted among 40
>>> example("count_within_total", "{kind: proportion, count: 17, of: FLT3}", populations="{FLT3: 19}")
consistent: a count in 19 lies within 0 to 19, printed 17

Assumptions tried
-----------------
Every member is counted once. Less ordinary: another denominator that the paper states, where the claim
names it.

Limits
------
A count of events (bleedings, treatment cycles) may exceed the number of people; such a figure is no
proportion of them and should not be encoded as one.

References
----------
Schulz KF, Altman DG, Moher D. CONSORT 2010 statement. BMJ 2010;340:c332 (numbers analysed).
"""

from collections.abc import Iterator

from checker.kinds import BinomialInterval, Proportion
from checker.model import Candidate, Count, Interval, Recomputation
from checker.paper import Paper
from checker.rounding import interval

KINDS = (Proportion, BinomialInterval)


def recompute(claim: Proportion | BinomialInterval, paper: Paper) -> Iterator[Recomputation]:
    """The counts that the total leaves room for."""
    if claim.count is None:
        return
    total = paper.denominator(claim)
    if total is None:
        if isinstance(claim, Proportion) and claim.percent is None:
            yield Recomputation(fields=("count",), targets=(claim.count,), missing="the denominator")
        return
    candidates = [_room(total, "count<=total")]
    for name in claim.alternatives if isinstance(claim, Proportion) else ():
        size = paper.populations[name].size
        candidates.append(_room(size, f"denominator={size} ({name})", ordinary=False))
    yield Recomputation(
        fields=("count",),
        targets=(claim.count,),
        candidates=tuple(candidates),
        denied=lambda _: f"{claim.count} cannot be counted among {total}",
    )


def _room(total: Count, assumption: str, ordinary: bool = True) -> Candidate:
    most = interval(total).high
    return Candidate((Interval(0, most),), assumption, f"a count in {total}", ordinary, "lies within")
