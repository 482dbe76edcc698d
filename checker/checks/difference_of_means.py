"""The difference of two groups' means, and its confidence interval from their deviations and sizes.

What it checks
--------------
``12.4 ± 3.1 (n = 30) vs 10.2 ± 2.9 (n = 28); difference 2.2 (95% CI 0.6 to 3.8)``: the difference is one mean less the
other; the limits lie a quantile of t times its standard error from it.

Example
-------
>>> from checker.examples import example
>>> groups = "[{mean: 12.4, sd: 3.1, total: 30}, {mean: 10.2, sd: 2.9, total: 28}]"
>>> claim = "{kind: mean-comparison, groups: " + groups + ", difference: %s, lower: %s, upper: %s, test: t}"
>>> example("difference_of_means", claim % ("2.2", "0.6", "3.8"))
consistent: 12.4 less 10.2 gives 2.10 to 2.30, printed 2.2
consistent: CI by Student's t of 12.4 (SD 3.1, n = 30) and 10.2 (SD 2.9, n = 28) gives 0.49 to 0.74 and 3.66 to 3.91 \
(Student's t, Welch's t, normal distribution), printed 0.6 to 3.8
>>> example("difference_of_means", claim % ("3.2", "1.6", "4.8"))
discrepant (major): 12.4 less 10.2 gives 2.10 to 2.30, not 3.2
discrepant (major): CI by Student's t of 12.4 (SD 3.1, n = 30) and 10.2 (SD 2.9, n = 28) gives 0.49 to 0.74 and 3.66 \
to 3.91 (Student's t), not 1.6 to 4.8

Assumptions tried
-----------------
Either mean less the other. The quantile of Student's t with equal variances, of Welch's, or of the normal distribution,
under each reading of the spreads that `p_from_means` has. Less ordinary: a difference estimated by itself (adjusted, or
the mean of differences in pairs), where the paper does not state a t test.

Limits
------
An adjusted difference, one of medians or of transformed values does not follow from the means.

References
----------
Altman DG, Machin D, Bryant TN, Gardner MJ. Statistics with Confidence. 2nd ed. BMJ Books, 2000.
"""

from collections.abc import Iterator

from checker.kinds import MeanComparison
from checker.model import Candidate, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.reconstruct import mean_groups
from checker.rounding import interval
from checker.statistics import two_means

KINDS = (MeanComparison,)

_TESTS = (
    ("Student's t", two_means.student, False),
    ("Welch's t", two_means.welch, False),
    ("normal distribution", two_means.welch, True),
)
_ANYTHING = Interval(float("-inf"), float("inf"))
_ANOTHER = "a difference estimated by itself, such as an adjusted one"


def recompute(claim: MeanComparison, paper: Paper) -> Iterator[Recomputation]:
    """The difference of the means, and then the limits of its interval."""
    if claim.test == "other":
        return
    if claim.difference is not None:
        yield _difference(claim, claim.difference)
    if claim.lower is None or claim.upper is None:
        return
    targets = claim.lower, claim.upper
    missing = mean_groups.missing(claim, paper)
    if missing is not None:
        yield Recomputation(fields=("lower", "upper"), targets=targets, missing=missing)
        return
    candidates = list(_limits(claim, paper))
    if claim.test is None:
        candidates.append(Candidate((_ANYTHING, _ANYTHING), _ANOTHER, _ANOTHER, False, "has"))
    yield Recomputation(
        fields=("lower", "upper"), targets=targets, candidates=tuple(candidates), guessed=claim.test is None
    )


def _difference(claim: MeanComparison, difference: Reported) -> Recomputation:
    one, other = claim.groups
    candidates = []
    for first, second in ((one, other), (other, one)):
        low, high = interval(first.mean), interval(second.mean)
        value = Interval(low.low - high.high, low.high - high.low)
        candidates.append(Candidate((value,), f"{first.mean} less {second.mean}", f"{first.mean} less {second.mean}"))
    if claim.test is None:
        candidates.append(Candidate((_ANYTHING,), _ANOTHER, _ANOTHER, False, "has"))
    return Recomputation(fields=("difference",), targets=(difference,), candidates=tuple(candidates))


def _limits(claim: MeanComparison, paper: Paper) -> Iterator[Candidate]:
    of, level = mean_groups.shown(claim, paper), claim.level.value / 100
    for reading in mean_groups.readings(claim, paper):
        for name, test, z in _TESTS:
            named = f"{name}, {reading.name}" if reading.name else name
            pairs = [reading.samples, *(mean_groups.fewer(claim, reading.samples) if reading.ordinary else ())]
            for position, pair in enumerate(pairs):
                made = test(*pair)
                # Nobody need print the difference in the order of the groups.
                for difference in (made, made.turned()):
                    lower, upper = (Interval(*limit) for limit in two_means.interval(difference, level, z=z))
                    assumption = named if not position else f"{named} with up to half of the values missing"
                    expression = f"CI by {name} of {of}"
                    yield Candidate((lower, upper), assumption, expression, reading.ordinary and not position)
