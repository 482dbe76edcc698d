"""A mean's confidence interval, and its standard error, from the standard deviation and the number of values.

What it checks
--------------
``mean 12.4 (SD 3.1, n = 40; 95% CI 11.4-13.4)``: the limits are the mean ± t × SD/√n; the standard error is
SD/√n.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: summary, statistic: mean, value: 12.4, sd: 3.1, total: 40, interval: [%s]}"
>>> example("interval_of_mean", claim % "11.4, 13.4")
consistent: 12.4 with SD 3.1, n = 40 gives 11.34 to 11.47 and 13.33 to 13.46 (t quantile, normal quantile), printed \
11.4 to 13.4
>>> example("interval_of_mean", claim % "9.3, 15.5")
discrepant (major): 12.4 with SD 3.1, n = 40 gives 11.34 to 11.47 and 13.33 to 13.46 (t quantile), not 9.3 to 15.5
>>> example("interval_of_mean", "{kind: summary, statistic: mean, value: 12.4, sd: 3.1, se: 0.49, total: 40}")
consistent: 3.1/sqrt 40 gives 0.482 to 0.498, printed 0.49

Assumptions tried
-----------------
The t quantile with n - 1 degrees of freedom, or the normal quantile; SD/sqrt n, or the printed standard error.

Limits
------
Adjusted means, bootstrap intervals and those of a mixed model do not follow from the SD. The rounding of mean and
SD is taken through.

References
----------
Altman DG, Bland JM. Standard deviations and standard errors. BMJ 2005;331:903.
"""

from collections.abc import Iterator

from checker.kinds import Summary
from checker.model import Candidate, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.rounding import ends

KINDS = (Summary,)

Range = tuple[float, float]


def recompute(claim: Summary, paper: Paper) -> Iterator[Recomputation]:
    """The standard error from the SD, then the limits from either."""
    if claim.statistic != "mean" or (claim.interval is None and (claim.sd is None or claim.se is None)):
        return
    total = paper.denominator(claim)
    fields: tuple[str, ...] = ("se",) if claim.interval is None else ("lower", "upper")
    targets = claim.interval if claim.interval is not None else (claim.se or claim.value,)
    if total is None or total.value < 2:
        if claim.sd is not None or claim.se is not None:
            missing = "the number of values" if total is None else "two values or more"
            yield Recomputation(fields=fields, targets=targets, missing=missing)
        return
    size = int(total.value)
    if claim.sd is not None and claim.se is not None:
        yield _standard_error(claim.sd, claim.se, size)
    if claim.interval is None:
        return
    if claim.sd is None and claim.se is None:
        yield Recomputation(fields=fields, targets=targets, missing="the standard deviation or the standard error")
        return
    yield Recomputation(fields=fields, targets=targets, candidates=tuple(_limits(claim, size)))


def _standard_error(sd: Reported, se: Reported, size: int) -> Recomputation:
    from checker.statistics.summary import standard_error

    value = Interval(*standard_error(ends(sd), size))
    return Recomputation(
        fields=("se",), targets=(se,), candidates=(Candidate((value,), "SD/sqrt n", f"{sd}/sqrt {size}"),)
    )


def _limits(claim: Summary, size: int) -> Iterator[Candidate]:
    from checker.statistics.summary import mean_interval, sd_from_error

    mean, level = ends(claim.value), claim.level.value / 100
    spreads = []
    if claim.se is not None:
        spreads.append((sd_from_error(ends(claim.se), size), f"SE {claim.se}"))
    if claim.sd is not None:
        spreads.append((ends(claim.sd), f"SD {claim.sd}"))
    for spread, named in spreads:
        for t, quantile in ((True, "t quantile"), (False, "normal quantile")):
            lower, upper = mean_interval(mean, spread, size, level, t=t)
            expression = f"{claim.value} with {named}, n = {size}"
            yield Candidate((Interval(*lower), Interval(*upper)), quantile, expression)
