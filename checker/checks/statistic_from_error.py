"""A test statistic from an estimate and its standard error.

What it checks
--------------
``B = 7.96, SE = 3.59, t = 2.22``: t and z are the estimate over its standard error, a Wald chi-squared the square of
that. Both figures may be anything that is rounded to their print.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: coefficient, estimate: 7.96, error: 3.59, statistic: t, value: %s}"
>>> example("statistic_from_error", claim % "2.22")
consistent: 7.96/3.59 gives 2.213 to 2.222, printed 2.22
>>> example("statistic_from_error", claim % "2.62")
discrepant (major): 7.96/3.59 gives 2.213 to 2.222, not 2.62
>>> example("statistic_from_error", claim % "-2.22")
explained (major): the other way round, -7.96/3.59 gives -2.222 to -2.213; printed -2.22 holds only for the opposite \
sign

Assumptions tried
-----------------
Estimate over standard error, against a null value of 0. Less ordinary: the opposite sign; the square, where t or z is
stated, and the root, where chi-squared is.

Limits
------
A standardised coefficient is not the one whose standard error is printed. A likelihood-ratio or score statistic is no
Wald statistic. The standard error of a ratio is mostly that of its logarithm.

References
----------
Altman DG, Bland JM. Standard deviations and standard errors. BMJ 2005;331:903. Wald A. Tests of statistical
hypotheses concerning several parameters when the number of observations is large. Trans Am Math Soc 1943;54:426-82.
"""

from collections.abc import Iterator

from checker.kinds import Coefficient
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.reconstruct import coefficients
from checker.rounding import interval
from checker.statistics.wald import wald_statistic

KINDS = (Coefficient,)


def recompute(claim: Coefficient, paper: Paper) -> Iterator[Recomputation]:
    """The statistic, its opposite, and its square or root."""
    if claim.value is None:
        return
    missing = coefficients.missing(claim)
    if missing is not None:
        yield Recomputation(fields=("value",), targets=(claim.value,), missing=missing)
        return
    estimate, error = interval(claim.estimate), interval(claim.error)
    low, high = wald_statistic((estimate.low, estimate.high), (max(0.0, error.low), error.high))
    squared = _square(low, high)
    expression = f"{claim.estimate.literal}/{claim.error.literal}"
    square = f"({expression}) squared"
    if claim.statistic == "chi2":
        candidates = [
            Candidate((squared,), "Wald chi-squared", square),
            Candidate((Interval(low, high),), "the statistic before it is squared", expression, ordinary=False),
        ]
    else:
        sign = "" if claim.estimate.value < 0 else "-"
        opposite = f"the other way round, {sign}{expression.lstrip('-+')}"
        candidates = [
            Candidate((Interval(low, high),), "estimate over standard error", expression),
            Candidate((Interval(-high, -low),), "the opposite sign", opposite, ordinary=False),
            Candidate((squared,), "the square of the statistic", square, ordinary=False),
        ]
    yield Recomputation(fields=("value",), targets=(claim.value,), candidates=tuple(candidates))


def _square(low: float, high: float) -> Interval:
    ends = low * low, high * high
    return Interval(0.0 if low <= 0 <= high else min(ends), max(ends))
