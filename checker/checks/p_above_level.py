"""A p-value that is only said to be above a very small number.

What it checks
--------------
``P > 0.001``: nobody learns from it whether the p is .002 or .9, so that ``P < 0.001`` is nearly always meant.

Example
-------
>>> from checker.examples import example
>>> example("p_above_level", "{kind: possible-value, quantity: p, value: '>0.001'}")
discrepant (major): >0.001 says that p is above that level; <0.001 is usual
>>> example("p_above_level", "{kind: possible-value, quantity: p, value: '<0.001'}")
consistent: a p that is compared with 0.001 is below it, as printed

Assumptions tried
-----------------
None. `audit` makes such claims as guesses, and none where the text speaks of a corrected or a stricter level.

Limits
------
Levels of .01 and more are not looked at: they are in use.

References
----------
Lang TA, Altman DG. Basic statistical reporting for articles published in biomedical journals: the SAMPL guidelines.
Int J Nurs Stud 2015;52:5-9.
"""

from collections.abc import Iterator

from checker.kinds.possible import Bounded, PossibleValue
from checker.model import Candidate, Recomputation, Wording
from checker.paper import Paper

KINDS = (PossibleValue,)

# The largest level above which a p is hardly ever said to be.
LARGEST = 0.005
_BELOW = Wording("below it")


def recompute(claim: PossibleValue, paper: Paper) -> Iterator[Recomputation]:
    """On which side of its level the p is."""
    value = claim.value
    if claim.quantity is not Bounded.P or value.comparator not in "<>" or not 0 < value.value <= LARGEST:
        return
    target = _BELOW if value.comparator == "<" else Wording(value.literal)
    expression = f"a p that is compared with {value.literal.lstrip('<> ')}"
    yield Recomputation(
        fields=("value",),
        targets=(target,),
        candidates=(Candidate((_BELOW,), "custom", expression, relation="is"),),
        denied=lambda _: f"{value.literal} says that p is above that level; {value.literal.replace('>', '<')} is usual",
    )
