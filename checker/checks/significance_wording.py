"""Words about significance against the p, or the interval, they speak of.

What it checks
--------------
``significantly better (p = 0.08)``: a result called significant has a p below the level of significance, one
called not significant has a p above it. ``significantly lower (RR 0.75, 95% CI 0.56-1.01)``: the interval of the one
leaves out the null value, that of the other holds it. So too, as a question, where a difference is said to exist, or
not to, without that word: ``correlated (p = 0.30)``, ``did not differ (p = 0.001)``.

Example
-------
>>> from checker.examples import example
>>> example("significance_wording", "{kind: significance, wording: significant, p: 0.08}")
discrepant (decision): p = 0.08 is called significant; the level is 0.05
>>> example("significance_wording", "{kind: significance, wording: significant, p: 0.03}")
consistent: a p called significant at the 0.05 level is at most 0.050, printed 0.03
>>> example("significance_wording", "{kind: significance, wording: not-significant, p: <0.001}")
discrepant (decision): p <0.001 is called not significant; the level is 0.05; a level adjusted for multiple \
comparisons would have to lie below it
>>> example("significance_wording", "{kind: significance, wording: significant, lower: 0.56, upper: 1.01, null: 1}")
discrepant (decision): the interval 0.56 to 1.01 includes 1, and is called significant
>>> example("significance_wording", "{kind: significance, wording: found, p: 0.07}")
consistent: a p of a difference that was found at a level of 0.1 is at most 0.100, printed 0.07
>>> example("significance_wording", "{kind: significance, wording: not-found, p: 0.001}")
discrepant (decision): p = 0.001 is printed for a difference that was not found; the level is 0.05; a level adjusted \
for multiple comparisons would have to lie below it

Assumptions tried
-----------------
The level of significance that the claim states, 0.05 where it states none. A p printed as the level itself
(``0.05``) may have been rounded from either side and agrees with both words. Where a difference is only said to exist,
a level of 0.10, at which some speak of a trend. Of an interval the limit that is nearer to
the null value is held against it; a limit printed as that value agrees with both.

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
from checker.model import Candidate, Interval, Recomputation, Reported
from checker.paper import Paper

KINDS = (Significance,)

# A p of exactly alpha belongs to neither word, so `<0.05` and `not significant` must not meet at their ends.
_HAIR = 1e-6
_BELOW = ("significant", "found")
_LENIENT = 0.1

_SAID = {
    "significant": "called significant",
    "not-significant": "called not significant",
    "found": "printed for a difference that was found",
    "not-found": "printed for a difference that was not found",
}
_CALLED = {
    "significant": "called significant",
    "not-significant": "called not significant",
    "found": "of a difference that was found",
    "not-found": "of a difference that was not found",
}


def recompute(claim: Significance, paper: Paper) -> Iterator[Recomputation]:
    """The range of p, and of the limit nearer to the null value, that the word allows."""
    if claim.p is not None:
        yield _of_p(claim, claim.p)
    if claim.lower is not None and claim.upper is not None:
        yield _of_limits(claim, claim.lower, claim.upper)
    if claim.p is None and (claim.lower is None or claim.upper is None):
        yield Recomputation(fields=(), targets=(), missing="a p-value, or an interval")


def _of_p(claim: Significance, p: Reported) -> Recomputation:
    alpha = claim.alpha.value
    below = claim.wording in _BELOW
    allowed = Interval(-math.inf, alpha * (1 - _HAIR)) if below else Interval(alpha * (1 + _HAIR), math.inf)
    expression = f"a p {_CALLED[claim.wording]} at the {claim.alpha.literal} level"
    candidates = [Candidate((allowed,), claim.wording.replace("-", " "), expression, relation="is")]
    if claim.wording == "found" and alpha < _LENIENT:
        # Who does not say "significant" may speak of what nearly is.
        lenient = f"a p of a difference that was found at a level of {_LENIENT}"
        candidates.append(Candidate((Interval(-math.inf, _LENIENT),), f"a level of {_LENIENT}", lenient, relation="is"))
    return Recomputation(
        fields=("p",),
        targets=(p,),
        candidates=tuple(candidates),
        threshold=None if len(candidates) > 1 else alpha,
        denied=lambda _: f"{_printed(p)} is {_SAID[claim.wording]}; the level is {claim.alpha.literal}",
        hint=lambda: "" if below else "a level adjusted for multiple comparisons would have to lie below it",
    )


def _of_limits(claim: Significance, lower: Reported, upper: Reported) -> Recomputation:
    null = claim.null.value
    # The limit nearer to the null value, and whether it lies above where the interval leaves that value out.
    is_lower = abs(lower.value - null) <= abs(upper.value - null)
    above = is_lower == (claim.wording in _BELOW)
    name, limit = ("lower", lower) if is_lower else ("upper", upper)
    allowed = Interval(null, math.inf) if above else Interval(-math.inf, null)
    what = _CALLED[claim.wording].replace("called", "of a result called")
    return Recomputation(
        fields=(name,),
        targets=(limit,),
        candidates=(Candidate((allowed,), claim.wording.replace("-", " "), f"the {name} limit {what}", relation="is"),),
        threshold=null,
        denied=lambda _: (
            f"the interval {lower} to {upper} {'includes' if claim.wording in _BELOW else 'excludes'} "
            f"{claim.null.literal}, and is {_SAID[claim.wording]}"
        ),
    )


def _printed(p: Reported) -> str:
    return f"p {p}" if p.comparator != "=" else f"p = {p.literal}"
