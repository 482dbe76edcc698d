"""A p-value or a coefficient against the range that it can have.

What it checks
--------------
``r = 5.36``, ``P < .000``: a p-value is more than nought and at most one, a correlation coefficient, kappa or
intraclass correlation at most one on either side of nought.

Example
-------
>>> from checker.examples import example
>>> example("possible_value", "{kind: possible-value, quantity: correlation, value: -0.36}")
consistent: a correlation lies within -1 to 1, printed -0.36
>>> example("possible_value", "{kind: possible-value, quantity: correlation, value: 5.36}")
discrepant (major): 5.36 is no correlation, which lies within -1 to 1
>>> example("possible_value", "{kind: possible-value, quantity: p, value: <0.000}")
discrepant (major): <0.000 is no p, which is more than 0; a p that rounds to 0.000 is <0.001

Assumptions tried
-----------------
Rounding: 0.000 is the print of a small p, ``< 0.000`` that of none. A bound beyond one is none, though what is below
one is below it too.

Limits
------
Nothing is said of values that are possible. `audit` reads p-values only where they are printed at or beyond the ends
of their range, and asks where the letter may be that of something else, or a decimal point may be lost.

References
----------
Cohen J. A coefficient of agreement for nominal scales. Educ Psychol Meas 1960;20:37-46.
"""

from collections.abc import Iterator

from checker.kinds.possible import Bounded, PossibleValue
from checker.model import Candidate, Interval, Recomputation, Reported, Target, Wording
from checker.paper import Paper

KINDS = (PossibleValue,)


def recompute(claim: PossibleValue, paper: Paper) -> Iterator[Recomputation]:
    """The range of the quantity."""
    value = claim.value
    name = f"{'an' if claim.quantity is Bounded.INTRACLASS else 'a'} {claim.quantity}"
    if claim.quantity is Bounded.P and value.comparator == "<" and value.value <= 0:
        # The range of what is below nought ends where that of a p begins, which is never nought itself.
        target: Target = Wording(value.literal)
        candidate = Candidate((Wording("more than 0"),), "definition", name, relation="is")
    else:
        target = _bound(value)
        within = Interval(0.0 if claim.quantity is Bounded.P else -1.0, 1.0)
        candidate = Candidate((within,), "definition", name, relation="lies within")
    yield Recomputation(
        fields=("value",),
        targets=(target,),
        candidates=(candidate,),
        hint=lambda: _hint(claim),
        denied=lambda values: f"{value} is no {claim.quantity}, which {candidate.relation} {values}",
    )


def _bound(value: Reported) -> Reported:
    """The figure, or the bound itself where that is no value of the quantity either."""
    if value.comparator in "<≤" and value.value <= 1:
        return value
    if value.comparator in ">≥" and value.value >= -1:
        return value
    return Reported.lexed(value.literal.lstrip("<>≤≥~ "), value.value, value.decimals, exponent=value.exponent)


def _hint(claim: PossibleValue) -> str:
    value = claim.value
    if claim.quantity is not Bounded.P or value.value or not value.decimals or value.exponent:
        return ""
    digits = value.literal.lstrip("<≤ ")
    return f"a p that rounds to {digits} is <{digits[:-1]}1"
