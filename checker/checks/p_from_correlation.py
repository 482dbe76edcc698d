"""A p-value from a correlation coefficient, where the number of its pairs is not printed with it.

What it checks
--------------
``In 692 children ... r = -.22, P < .001``: of no more pairs than there were people, a correlation has a p of no less
than so much.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: open-correlation, value: %s, people: [%s], p: %s}"
>>> example("p_from_correlation", claim % ("-.22", "692", "<.001"))
consistent: the t test of r = -.22 of 692 people gives p 2.2e-09 to 1.1e-08, printed <.001
>>> example("p_from_correlation", claim % ("0.22", "40", "<.001"))
discrepant (decision): the t test of r = 0.22 of 40 people gives p 0.1628 to 0.1828, not <.001

Assumptions tried
-----------------
The t test of as many pairs as the paper has people: from the number of all to the sum of its groups. Less ordinary: one
side of it; fewer pairs, down to a twentieth of all; up to twice as many, of two eyes or visits; .05, .01 or .001 where
the p is below it. `audit` makes such claims as guesses: that nothing of this gives the p is a query.

Limits
------
Several values of each person make more pairs, and a partial correlation has another p.

References
----------
Fisher RA. Frequency distribution of the values of the correlation coefficient in samples from an indefinitely large
population. Biometrika 1915;10:507-21.
"""

from collections.abc import Iterator

from checker.kinds.open_sizes import OpenCorrelation
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.reconstruct import open_sizes
from checker.rounding import interval
from checker.statistics.tails import r_p

KINDS = (OpenCorrelation,)

_FEWEST, _LEAST, _MOST = 0.05, 4.0, 2.0


def recompute(claim: OpenCorrelation, paper: Paper) -> Iterator[Recomputation]:
    """The p of the coefficient, for as many pairs as there are people."""
    printed = interval(claim.value)
    if printed.low > 1 or printed.high < -1:
        return
    sizes = sorted(max(_LEAST, each.value) for each in claim.people)
    of = f"the t test of r = {claim.value} of {' to '.join(f'{size:.0f}' for size in sizes)} people"
    candidates = [Candidate((_p(claim, sizes[0], sizes[-1]),), "t test", of, True, "gives p")]
    yield open_sizes.recomputation(claim, candidates, of, lambda: _unlikely(claim, sizes, of))


def _unlikely(claim: OpenCorrelation, sizes: list[float], of: str) -> Iterator[Candidate]:
    fewest = max(_LEAST, _FEWEST * sizes[0])
    yield Candidate((_p(claim, fewest, sizes[-1]),), "fewer pairs", of, False, "gives p")
    yield Candidate((_p(claim, sizes[-1], _MOST * sizes[-1]),), "two pairs of each", of, False, "gives p")
    if claim.p.comparator == "=":
        yield Candidate((_p(claim, sizes[0], sizes[-1], 1),), "one-sided t test", of, False, "gives p")


def _p(claim: OpenCorrelation, fewest: float, most: float, sides: int = 2) -> Interval:
    printed = interval(claim.value)
    value = max(-1.0, printed.low), min(1.0, printed.high)
    return Interval(r_p(value, most - 2, sides)[0], r_p(value, fewest - 2, sides)[1])
