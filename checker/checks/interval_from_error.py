"""A confidence interval from an estimate and its standard error.

What it checks
--------------
``B = 7.96 (SE 3.59; 95% CI 0.92 to 15.0)``: the limits are the estimate ± quantile × standard error.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: coefficient, estimate: 7.96, error: 3.59, lower: %s, upper: %s}"
>>> example("interval_from_error", claim % ("0.92", "15.00"))
consistent: 7.96 ± 1.960 × 3.59 gives 0.909 to 0.939 and 14.981 to 15.011, printed 0.92 to 15.00
>>> example("interval_from_error", claim % ("4.37", "11.55"))
explained (major): 7.96 ± 3.59 gives 4.360 to 4.380 and 11.540 to 11.560; printed 4.37 to 11.55 holds only for \
estimate ± one standard error
>>> example("interval_from_error", claim % ("2.92", "17.00"))
discrepant (major): 7.96 ± 1.960 × 3.59 gives 0.909 to 0.939 and 14.981 to 15.011, not 2.92 to 17.00

Assumptions tried
-----------------
The normal quantile, and that of t with the degrees of freedom that are printed. Where none are printed: less
ordinary, t with any from 4 up, of which the finding names the one that fits; or one or two standard errors.

Limits
------
Profile-likelihood, bootstrap and robust intervals need not be symmetric, nor of the error printed. For ratios the
error is that of the logarithm.

References
----------
Altman DG, Machin D, Bryant TN, Gardner MJ. Statistics with confidence. 2nd ed. London: BMJ Books; 2000, chapter 8.
"""

from collections.abc import Iterator

from checker.kinds import Coefficient
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.reconstruct import coefficients
from checker.rounding import interval
from checker.statistics.normal import critical_value
from checker.statistics.proportion import t_critical_value

KINDS = (Coefficient,)

# Degrees of freedom tried where none are printed: fewer would explain too much, more are the normal quantile.
_FEWEST = 4
_MOST = 200
# Between these, quantiles differ by less than what is printed.
_MANY = range(_MOST, 3000, 20)


def recompute(claim: Coefficient, paper: Paper) -> Iterator[Recomputation]:
    """The limits by each quantile."""
    if claim.lower is None or claim.upper is None:
        return
    printed = claim.lower, claim.upper
    missing = coefficients.missing(claim)
    if missing is not None:
        yield Recomputation(fields=("lower", "upper"), targets=printed, missing=missing)
        return
    yield Recomputation(
        fields=("lower", "upper"),
        targets=printed,
        candidates=tuple(_ordinary(claim)),
        unlikely=lambda: _others(claim),
    )


def _ordinary(claim: Coefficient) -> Iterator[Candidate]:
    level = claim.level.value / 100
    yield _limits(claim, critical_value(level), "normal quantile")
    if claim.df is not None and claim.df.value > 0:
        yield _limits(claim, t_critical_value(claim.df.value, level), f"t quantile with {claim.df.literal} df")


def _others(claim: Coefficient) -> Iterator[Candidate]:
    if claim.df is None:
        for df in (*range(_FEWEST, _MOST), *_MANY):
            reach = t_critical_value(df, claim.level.value / 100)
            yield _limits(claim, reach, f"t quantile with {df} df", ordinary=False)
    yield _limits(claim, 2.0, "estimate ± two standard errors", ordinary=False)
    yield _limits(claim, 1.0, "estimate ± one standard error", ordinary=False)


def _limits(claim: Coefficient, reach: float, named: str, ordinary: bool = True) -> Candidate:
    estimate, error = interval(claim.estimate), interval(claim.error)
    least, most = reach * max(0.0, error.low), reach * error.high
    lower = Interval(estimate.low - most, estimate.high - least)
    upper = Interval(estimate.low + least, estimate.high + most)
    times = "" if reach == 1 else f"{reach:.3f} × "
    return Candidate((lower, upper), named, f"{claim.estimate.literal} ± {times}{claim.error.literal}", ordinary)
