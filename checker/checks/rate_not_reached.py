"""A rate at a time is not something that is reached.

What it checks
--------------
``The 1-year survival rate was not reached``: a median is not reached while more than half survive; a rate
at a time is a number, or not estimable when nobody has been followed for so long.

Example
-------
>>> from checker.examples import example
>>> # doctest: +NORMALIZE_WHITESPACE
... example("rate_not_reached", "{kind: survival, time: 12, reached: false}")
discrepant (major): a rate of survival at a given time is a number or not estimable, not 'not reached'; only a median
is not reached

Assumptions tried
-----------------
None: the words are at odds with the definition.

Limits
------
Usually the median was meant, or follow-up is too short for the rate; which of them, the paper must say.

References
----------
Clark TG, Bradburn MJ, Love SB, Altman DG. Survival analysis part I. Br J Cancer 2003;89:232-8.
"""

from collections.abc import Iterator

from checker.kinds import SurvivalInterval
from checker.model import Candidate, Recomputation, Wording
from checker.paper import Paper

KINDS = (SurvivalInterval,)
USES_SIZES = False

_MEANT = Wording("a number or not estimable")


def recompute(claim: SurvivalInterval, paper: Paper) -> Iterator[Recomputation]:
    """What can be said of a rate at a time."""
    if claim.reached:
        return
    yield Recomputation(
        fields=("estimate",),
        targets=(Wording("not reached"),),
        candidates=(Candidate((_MEANT,), "a rate", f"a rate of {claim.quantity.replace('-', ' ')} at a given time"),),
        hint=lambda: "only a median is not reached",
    )
