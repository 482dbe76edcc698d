"""The highest or lowest of several figures.

What it checks
--------------
``The most common adverse event was febrile neutropenia (37.4%)``, beside pneumonia (21.9%) and sepsis
(11.4%): the figure said to be the highest, or lowest, against the others.

Example
-------
>>> from checker.examples import example
>>> example("ranking_of_figures", "{kind: ranking, position: highest, value: 37.4, others: [11.4, 21.9]}")
consistent: the highest beside 11.4, 21.9 is at least 21.85, printed 37.4
>>> example("ranking_of_figures", "{kind: ranking, position: highest, value: 11.4, others: [37.4, 21.9]}")
discrepant (major): 11.4 is not the highest of 11.4, 37.4, 21.9
>>> example("ranking_of_figures", "{kind: ranking, position: lowest, value: 18, others: [4]}")
discrepant (major): 18 is not lower than 4; or the two figures stand in the other order

Assumptions tried
-----------------
Above (below) every other figure, the rounding of all taken through. Less ordinary: a tie in the digits
printed.

Limits
------
Only the figures that the paper prints are compared; a higher one may have gone unprinted.

References
----------
Moore RE, Kearfott RB, Cloud MJ. Introduction to Interval Analysis. SIAM, 2009 (the order of intervals).
"""

import math
from collections.abc import Iterator

from checker.kinds import Ranking
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.rounding import interval

KINDS = (Ranking,)


def recompute(claim: Ranking, paper: Paper) -> Iterator[Recomputation]:
    """The values that leave the figure above, or below, all others."""
    if not claim.others:
        yield Recomputation(fields=("value",), targets=(claim.value,), missing="the figures it is compared with")
        return
    ranges = [interval(other) for other in claim.others]
    if claim.position == "highest":
        values = Interval(max(other.low for other in ranges), math.inf)
    else:
        values = Interval(-math.inf, min(other.high for other in ranges))
    tied = claim.value.value in {other.value for other in claim.others if other.comparator == "="}
    single = len(claim.others) == 1 and not claim.ties
    word = ("higher" if claim.position == "highest" else "lower") if single else claim.position
    lead = f"a figure {word} than" if single else f"the {word} beside"
    expression = f"{lead} {', '.join(str(other) for other in claim.others)}"
    ordinary = claim.ties or not tied
    named = claim.position if ordinary else "a tie in the digits printed"
    yield Recomputation(
        fields=("value",),
        targets=(claim.value,),
        candidates=(Candidate((values,), named, expression, ordinary, "is"),),
        hint=(lambda: "or the two figures stand in the other order") if single else None,
        denied=lambda _: f"{claim.value} is not {_than(claim) if single else _of_all(claim)}",
    )


def _than(claim: Ranking) -> str:
    return f"{'higher' if claim.position == 'highest' else 'lower'} than {claim.others[0]}"


def _of_all(claim: Ranking) -> str:
    return f"the {claim.position} of {', '.join(map(str, (claim.value, *claim.others)))}"
