"""A word of direction against the estimate it is said of.

What it checks
--------------
``associated with a lower risk (OR 1.42)``: the ratio of a lower risk is below 1, that of a higher one above it.

Example
-------
>>> from checker.examples import example
>>> example("direction_wording", "{kind: direction, wording: lower, estimate: 1.42}")
discrepant (decision): 1.42 is called lower, but lies above 1, the value of no effect; or it is that of the other group
>>> example("direction_wording", "{kind: direction, wording: higher, estimate: 1.42}")
consistent: an estimate called higher is at least 1, printed 1.42

Assumptions tried
-----------------
The null value of the estimate: 1 for a ratio, 0 for a difference. An estimate printed as the null value agrees with
both words.

Limits
------
Which group is held against which, and whether the outcome was turned round (survival for death), words alone say.

References
----------
Altman DG, Deeks JJ, Sackett DL. Odds ratios should be avoided when events are common. BMJ 1998;317:1318 (the ratio
turned round with its outcome).
"""

import math
from collections.abc import Iterator

from checker.kinds.effects import Direction
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper

KINDS = (Direction,)


def recompute(claim: Direction, paper: Paper) -> Iterator[Recomputation]:
    """The side of the null value that the word names."""
    null = claim.null.value
    allowed = Interval(null, math.inf) if claim.wording == "higher" else Interval(-math.inf, null)
    expression = f"an estimate called {claim.wording}"
    yield Recomputation(
        fields=("estimate",),
        targets=(claim.estimate,),
        candidates=(Candidate((allowed,), claim.wording, expression, relation="is"),),
        threshold=null,
        hint=lambda: "or it is that of the other group",
        denied=lambda _: (
            f"{claim.estimate} is called {claim.wording}, but lies {'below' if claim.wording == 'higher' else 'above'} "
            f"{claim.null}, the value of no effect"
        ),
    )
