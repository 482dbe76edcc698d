"""A p-value from the confidence interval of the same effect.

What it checks
--------------
``HR 0.68 (95% CI 0.48-0.97), p = 0.033``: the width of the interval gives the standard error, that and the
estimate give the test statistic, on the log scale for ratios; the p is compared with the one that this implies.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: effect, measure: HR, scale: log, estimate: 0.68, lower: 0.48, upper: 0.97, p: %s}"
>>> example("p_from_interval", claim % "0.033")
consistent: HR 0.68 (0.48 to 0.97) implies p 0.0251 to 0.0392, printed 0.033
>>> example("p_from_interval", claim % "0.012")
explained (major): HR 0.68 (0.48 to 0.97) allows p 0.0051 to 0.0558; printed 0.012 holds only for a p from another \
test than the interval's (e.g. log-rank or likelihood ratio)
>>> example("p_from_interval", claim % "0.33")
discrepant (decision): HR 0.68 (0.48 to 0.97) excludes 1, so p should be 0.025 to 0.039 (Wald test), not 0.33
>>> claim = "{kind: effect, measure: difference, scale: linear, lower: 0.2, upper: 3.1, df: 18, p: 0.028}"
>>> example("p_from_interval", claim)
consistent: difference 0.2 to 3.1 implies p 0.0201 to 0.0379, printed 0.028
>>> claim = "{kind: effect, measure: HR, scale: log, estimate: 0.68, lower: 0.48, upper: 0.97, p: 0.012, test: wald}"
>>> example("p_from_interval", claim)
query (major): HR 0.68 (0.48 to 0.97) implies p 0.0251 to 0.0392 (Wald test), not 0.012; the customary tests give \
0.0251 to 0.0392, and an exact, rank or likelihood-ratio test of few data may give 0.012: which test was used is not \
stated

Assumptions tried
-----------------
The Wald test by the normal distribution, or by Student's t where the claim gives degrees of freedom, with the
rounding of all figures taken through. Less ordinary: half of it, for a one-sided test; and a p from another test
than the interval's (log-rank beside a Cox model, likelihood ratio, score, exact, bootstrap), whose z statistic
differs by at most a quarter, or 0.35, and by at most 0.15 where that changes the significance; or the p of a
customary test of the two groups' counts, where these are printed. A query: a p within 0.5 standard errors on the same
side of the threshold, as Fisher's test of few data gives beside Wald's interval; and .05, .01 or .001 where the
interval implies less, since that may be the level that p is below. Where nearly all p-values of a table are those of
their intervals (``test: wald``), another test is no explanation, but a query.

Limits
------
A p for another hypothesis than no effect (non-inferiority, trend, interaction) has nothing to do with the
interval; nor has one corrected for multiple comparisons beside an interval that is not.

References
----------
Altman DG, Bland JM. How to obtain the P value from a confidence interval. BMJ 2011;343:d2304.
"""

import math
from collections.abc import Iterator

from checker.kinds import Effect
from checker.model import Because, Candidate, Excuse, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.reconstruct import group_tables, unsaid_tests
from checker.reconstruct.unsaid_tests import OF_INTERVALS
from checker.rounding import interval

KINDS = (Effect,)
FIGURES = "p-values beside intervals"

# In z, between tests of one hypothesis on one set of data. Of 73 ratios printed with interval and p in abstracts,
# 71 lie within; the smallest slip of the pen worth finding is 0.85 away.
_RELATIVE, _LEAST, _ACROSS = 0.25, 0.35, 0.15
# Keeps `>0.05` from meeting a p of at most 0.05 at its end.
_HAIR = 1e-6
_LARGEST_EXACT = 20_000

Range = tuple[float, float]


def recompute(claim: Effect, paper: Paper) -> Iterator[Recomputation]:
    """The p that the interval implies, two-sided, one-sided, and as another test might give it."""
    p = claim.p
    if p is None or (claim.lower is None and claim.upper is None):
        return
    if claim.lower is None or claim.upper is None:
        yield Recomputation(fields=("p",), targets=(p,), missing="both limits of the interval")
        return
    if claim.lower.value >= claim.upper.value or _is_outside(claim.estimate, claim.lower, claim.upper):
        return
    log_scale = claim.scale == "log"
    if log_scale and claim.lower.value <= 0:
        yield Recomputation(fields=("p",), targets=(p,), missing="limits of a ratio above 0")
        return
    if claim.df is not None and claim.df.value == 0:
        yield Recomputation(fields=("p",), targets=(p,), missing="degrees of freedom above 0")
        return
    low, high = interval(claim.lower), interval(claim.upper)
    both = tuple(_implied(claim, (low.low, low.high), (high.low, high.high), log_scale, sides) for sides in (2, 1))
    between = f"{claim.lower} to {claim.upper}"
    named = f"{claim.estimate} ({between})" if claim.estimate is not None else between
    expression = f"{claim.measure} {named}"
    test = "Wald test" if claim.df is None else f"t test with {claim.df} degrees of freedom"
    another = "a p from another test than the interval's (e.g. log-rank or likelihood ratio)"
    candidates = [Candidate((Interval(*both[0]),), test, expression, relation="implies p")]
    others = _other_tests(both[0], claim.alpha.value)
    if claim.test is None:
        candidates.append(Candidate((others,), another, expression, False, "allows p"))
    # Digits tell that a test had one tail; `<0.05` would be had too cheaply by halving.
    if p.comparator == "=" and claim.test is None:
        candidates.append(Candidate((Interval(*both[1]),), f"one-sided {test}", expression, False, "implies p"))
    yield Recomputation(
        fields=("p",),
        targets=(p,),
        candidates=tuple(candidates),
        unlikely=lambda: _of_counts(claim, paper),
        excuses=lambda: _excuses(claim, p, candidates[:1], others),
        denied=lambda values: f"{expression} {_tells(claim, p, both[0])} {values} ({test}), not {p}",
        threshold=claim.alpha.value,
    )


def _tells(claim: Effect, p: Reported, implied: Range) -> str:
    """What the interval says of p; of its side of the null value where p is on the other one."""
    alpha, printed = claim.alpha.value, interval(p)
    null = 1 if claim.scale == "log" else 0
    if implied[1] < alpha <= printed.low:
        return f"excludes {null}, so p should be"
    if printed.high <= alpha < implied[0]:
        return f"includes {null}, so p should be"
    return "implies p"


def _excuses(claim: Effect, p: Reported, customary: list[Candidate], others: Interval) -> Iterator[Excuse]:
    """What a test of few data may give, and, beside p-values that are the intervals' own, another test."""
    yield from unsaid_tests.excuses(p, customary, claim.alpha.value, OF_INTERVALS)
    if claim.test is not None:
        yield Excuse(
            because=Because.UNSTATED,
            reason="a p of another test than the interval's may differ so, which nearly all others beside it are not",
            settled_by="which test was used",
            allows={"p": others},
        )


def _of_counts(claim: Effect, paper: Paper) -> Iterator[Candidate]:
    """The p of the customary tests of the two groups printed beside, whose counts no interval restates exactly."""
    from checker.statistics.contingency import TWO_BY_TWO

    groups = group_tables.counted_all(claim.groups, paper) if len(claim.groups) == 2 else None
    if groups is None or isinstance(groups, group_tables.Missing) or not all(group.total for group in groups):
        return
    possible = group_tables.tables(groups, 1)
    if isinstance(possible, group_tables.Missing) or sum(map(sum, possible[0])) > _LARGEST_EXACT:
        return
    for test in ("pearson", "fisher", "yates"):
        p = TWO_BY_TWO[test].p_value(possible[0])
        if p is not None:
            shown = f"{test.capitalize()} test of {group_tables.shown(possible[0])}"
            yield Candidate((Interval(p, p),), "a test of the counts, not of the interval", shown, False)


def _implied(claim: Effect, lower: Range, upper: Range, log_scale: bool, sides: int) -> Range:
    from checker.statistics import ratio

    if claim.estimate is not None and not (log_scale and claim.estimate.value <= 0):
        printed = interval(claim.estimate)
        estimate = printed.low, printed.high
    else:
        estimate = ratio.centre(lower, upper, log_scale=log_scale)
    freedom = math.inf if claim.df is None else claim.df.value
    return ratio.p_from_interval(
        estimate,
        lower,
        upper,
        claim.level.value / 100,
        log_scale=log_scale,
        degrees_of_freedom=freedom,
        sides=sides,
    )


def _is_outside(estimate: Reported | None, lower: Reported, upper: Reported) -> bool:
    """Whether no p at all can be had from the three figures, as another check will say."""
    if estimate is None:
        return False
    printed = interval(estimate)
    return printed.high < interval(lower).low or printed.low > interval(upper).high


def _other_tests(implied: Range, alpha: float) -> Interval:
    """The p of other tests of the same hypothesis, which seldom fall on the other side of ``alpha``."""
    largest, smallest = _z(implied[0]), _z(implied[1])
    high = _p(smallest - max(_LEAST, _RELATIVE * smallest))
    low = _p(largest + max(_LEAST, _RELATIVE * largest))
    if implied[1] <= alpha:
        high = min(high, max(alpha * (1 - _HAIR), _p(smallest - _ACROSS)))
    if implied[0] >= alpha:
        low = max(low, min(alpha * (1 + _HAIR), _p(largest + _ACROSS)))
    return Interval(low, high)


def _z(p: float) -> float:
    from checker.statistics import normal

    # Beyond 38 standard deviations a p is 0 in floating point.
    return 38.0 if p / 2 <= 0 else max(0.0, -normal.quantile(min(p, 1.0) / 2))


def _p(z: float) -> float:
    from checker.statistics import normal

    return normal.two_sided_p(max(0.0, z))
