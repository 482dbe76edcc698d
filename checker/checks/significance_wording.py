"""Words about significance against the p they speak of.

What it checks
--------------
``significantly better (p = 0.08)``: a result called significant has a p below the level of significance, one
called not significant has a p above it.

Example
-------
>>> from checker.examples import example
>>> example("significance_wording", "{kind: significance, wording: significant, p: 0.08}")
discrepant (decision): a p called significant at the 0.05 level is at most 0.050, not 0.08
>>> example("significance_wording", "{kind: significance, wording: significant, p: 0.03}")
consistent: a p called significant at the 0.05 level is at most 0.050, printed 0.03
>>> example("significance_wording", "{kind: significance, wording: not-significant, p: <0.001}")
discrepant (decision): a p called not significant at the 0.05 level is at least 0.0500, not <0.001; a level adjusted \
for multiple comparisons would have to lie below it

Assumptions tried
-----------------
The level of significance that the claim states, 0.05 where it states none. A p printed as the level itself
(``0.05``) may have been rounded from either side and agrees with both words.

Limits
------
"Significant" in the sense of "important" is not a statement about a p. A level adjusted for multiple
comparisons or interim analyses belongs into the claim as ``alpha``.

References
----------
Nuijten MB, Hartgerink CHJ, van Assen MALM, Epskamp S, Wicherts JM. The prevalence of statistical reporting
errors in psychology (1985-2013). Behav Res Methods 2016;48:1205-26.
"""

import math
from collections.abc import Iterator

from checker.kinds import Significance
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper

KINDS = (Significance,)

# A p of exactly alpha belongs to neither word, so `<0.05` and `not significant` must not meet at their ends.
_HAIR = 1e-6


def recompute(claim: Significance, paper: Paper) -> Iterator[Recomputation]:
    """The range of p that the word allows."""
    alpha = claim.alpha.value
    words = claim.wording.replace("-", " ")
    significant = claim.wording == "significant"
    allowed = Interval(-math.inf, alpha * (1 - _HAIR)) if significant else Interval(alpha * (1 + _HAIR), math.inf)
    expression = f"a p called {words} at the {claim.alpha.literal} level"
    yield Recomputation(
        fields=("p",),
        targets=(claim.p,),
        candidates=(Candidate((allowed,), words, expression, relation="is"),),
        threshold=alpha,
        hint=lambda: "" if significant else "a level adjusted for multiple comparisons would have to lie below it",
    )
