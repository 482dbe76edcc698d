"""Sizes of randomised arms from their allocation ratio.

What it checks
--------------
``randomised 1:1 … 30 and 25``: whether chance alone makes the arms as unequal as that.

Example
-------
>>> from checker.examples import example
>>> example("allocation_ratio", "{kind: allocation, ratio: [1, 1], sizes: [30, 25]}")
consistent: 55 allocated 1:1 gives 13 to 42, printed 30
>>> example("allocation_ratio", "{kind: allocation, ratio: [1, 1], sizes: [80, 25]}")
discrepant (major): 105 allocated 1:1 gives 33 to 72, not 80

Assumptions tried
-----------------
Simple randomisation: the size of each arm but the last lies in the central 99.99 % of the binomial
distribution. Blocks, strata and minimisation only make arms more equal.

Limits
------
Allocation by cluster, a ratio changed during the trial and exclusions after randomisation make arms more
unequal; the limits are therefore those of near certainty.

References
----------
Schulz KF, Grimes DA. Unequal group sizes in randomised trials: guarding against guessing. Lancet
2002;359:966-70.
"""

from collections.abc import Iterator

from checker.kinds import Allocation
from checker.model import Candidate, Interval, Recomputation, Wording
from checker.paper import Paper

KINDS = (Allocation,)
_TAIL = 0.00005


def recompute(claim: Allocation, paper: Paper) -> Iterator[Recomputation]:
    """The sizes that simple randomisation in the stated ratio makes of the arms."""
    total = int(sum(size.value for size in claim.sizes))
    shares = sum(part.value for part in claim.ratio)
    ratio = ":".join(str(part) for part in claim.ratio)
    if len(claim.ratio) != len(claim.sizes) or not shares or not total:
        yield Recomputation(fields=("sizes",), targets=(Wording(ratio),), missing="an arm for each part of the ratio")
        return
    for i, (part, size) in enumerate(zip(claim.ratio[:-1], claim.sizes[:-1], strict=True)):
        low, high = _central(total, part.value / shares)
        candidate = Candidate((Interval(low, high),), "simple randomisation", f"{total} allocated {ratio}")
        yield Recomputation(fields=(f"sizes[{i}]",), targets=(size,), candidates=(candidate,))


def _central(total: int, share: float) -> tuple[int, int]:
    """The central 99.99 % of the binomial distribution."""
    from scipy.special import bdtr

    if share in (0, 1):
        return int(total * share), int(total * share)
    low, high = 0, total
    while bdtr(low, total, share) < _TAIL:
        low += 1
    while high and 1 - bdtr(high - 1, total, share) < _TAIL:
        high -= 1
    return low, high
