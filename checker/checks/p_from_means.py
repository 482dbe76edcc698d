"""A p-value from two groups' means, their standard deviations and their sizes.

What it checks
--------------
``12.4 ± 3.1 (n = 30) vs 10.2 ± 2.9 (n = 28), p = 0.007``: the p of a t test follows from these six figures, each of
which may be anything that is rounded to its print.

Example
-------
>>> from checker.examples import example
>>> groups = "[{mean: 12.4, sd: 3.1, total: 30}, {mean: 10.2, sd: 2.9, total: 28}]"
>>> claim = "{kind: mean-comparison, groups: " + groups + ", p: %s}"
>>> example("p_from_means", claim % "0.007, test: t")
consistent: Student's t test of 12.4 (SD 3.1, n = 30) and 10.2 (SD 2.9, n = 28) gives p 0.0045 to 0.0114 (Student's t \
test, Welch's t test), printed 0.007
>>> example("p_from_means", claim % "0.07, test: t")
discrepant (decision): Student's t test of 12.4 (SD 3.1, n = 30) and 10.2 (SD 2.9, n = 28) gives p 0.004 to 0.011, not \
0.07
>>> example("p_from_means", claim % "0.07")
query (decision): Student's t test of 12.4 (SD 3.1, n = 30) and 10.2 (SD 2.9, n = 28) gives p 0.004 to 0.011, not \
0.07; the customary tests give 0.0044 to 0.0114, and a test of ranks, of pairs or adjusted for a baseline \
value may give 0.07: which test was used is not stated

Assumptions tried
-----------------
Student's and Welch's t test, two-sided; one-sided where the claim says ``tails: 1``. Where the paper does not say what
stands behind the plus-minus sign, SD and SE both. Less ordinary: the normal distribution; the other number of tails, or
SD and SE taken for each other, where the p is printed in digits; up to half of the values missing, where the size is
that of a population. A query, where the paper does not state that it is a t test: a p up to 1.4 standard errors farther
or nearer, and sharper by √2, as adjusting for a baseline value makes it that correlates with the outcome at 0.7
(it explains half, R² = 0.5: the shift has a standard deviation of √R² standard errors, and the error is divided by
√(1 - R²)); sharper or blunter by 3 where an SD above half of its mean says that the values are skewed, for tests of
ranks.

Limits
------
Paired, adjusted and rank tests need more than means and deviations, and so do those on transformed values. A p that is
corrected for multiple comparisons does not follow either.

References
----------
Student. The probable error of a mean. Biometrika 1908;6:1-25. Welch BL. The generalization of "Student's" problem when
several different population variances are involved. Biometrika 1947;34:28-35. Carlisle JB. Data fabrication and other
reasons for non-random sampling in 5087 randomised, controlled trials. Anaesthesia 2017;72:944-52.
"""

from collections.abc import Iterator

from checker.kinds import MeanComparison
from checker.model import Candidate, Excuse, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.reconstruct import mean_groups, unsaid_tests
from checker.reconstruct.mean_groups import Reading, Samples
from checker.reconstruct.unsaid_tests import OF_MEANS, OF_SKEWED
from checker.statistics import two_means

KINDS = (MeanComparison,)
FIGURES = "p-values of two means"

TESTS = {"Student's t test": two_means.student, "Welch's t test": two_means.welch}


def recompute(claim: MeanComparison, paper: Paper) -> Iterator[Recomputation]:
    """The p of each t test, under each reading of the spreads."""
    p = claim.p
    if p is None:
        return
    missing = mean_groups.missing(claim, paper)
    if missing is not None:
        yield Recomputation(fields=("p",), targets=(p,), missing=missing)
        return
    yield Recomputation(
        fields=("p",),
        targets=(p,),
        candidates=tuple(_ordinary(claim, paper)),
        unlikely=lambda: _unlikely(claim, paper, p),
        excuses=lambda: _excuses(claim, paper, p),
        possible=Interval(0, 1),
        threshold=claim.alpha.value,
        guessed=claim.test is None,
    )


def _ordinary(claim: MeanComparison, paper: Paper) -> Iterator[Candidate]:
    """The stated test, or either, under each reading of spreads that the paper leaves open."""
    of, sides = mean_groups.shown(claim, paper), int(claim.tails or "2")
    for reading in mean_groups.readings(claim, paper):
        for test in TESTS:
            if reading.ordinary and not (claim.test == "welch" and test != "Welch's t test"):
                yield _candidate([reading.samples], test, _named(test, reading), of, sides)


def _unlikely(claim: MeanComparison, paper: Paper, p: Reported) -> Iterator[Candidate]:
    """What differs from that in one assumption."""
    of, sides = mean_groups.shown(claim, paper), int(claim.tails or "2")
    # Digits tell that a test had one tail or that SE stands for SD; `<0.05` would be had too cheaply so.
    in_digits = p.comparator == "="
    for reading in mean_groups.readings(claim, paper):
        for test in TESTS:
            name, pair = _named(test, reading), reading.samples
            if not reading.ordinary:
                if in_digits:
                    yield _candidate([pair], test, name, of, sides, ordinary=False)
                continue
            if claim.test == "welch" and test != "Welch's t test":
                yield _candidate([pair], test, name, of, sides, ordinary=False)
            if in_digits:
                sided = f"{'one' if sides == 2 else 'two'}-sided {name}"
                yield _candidate([pair], test, sided, of, 3 - sides, ordinary=False)
            fewer = mean_groups.fewer(claim, pair)
            if fewer:
                missing = f"{name} with up to half of the values missing"
                yield _candidate(fewer, test, missing, of, sides, ordinary=False)
        if reading.ordinary:
            normal = two_means.p_value(two_means.welch(*reading.samples), sides, z=True)
            yield Candidate((Interval(*normal),), "normal distribution", f"z test of {of}", False, "gives p")


def _excuses(claim: MeanComparison, paper: Paper, p: Reported) -> Iterator[Excuse]:
    """What a test may give that needs more than means and deviations, where the paper states none."""
    if claim.test is None:
        reach = OF_SKEWED if mean_groups.skewed(claim, paper) else OF_MEANS
        yield from unsaid_tests.excuses(p, _ordinary(claim, paper), claim.alpha.value, reach)


def _named(test: str, reading: Reading) -> str:
    return f"{test}, {reading.name}" if reading.name else test


def _candidate(pairs: list[Samples], test: str, name: str, of: str, sides: int, ordinary: bool = True) -> Candidate:
    found = [two_means.p_value(TESTS[test](*pair), sides) for pair in pairs]
    value = Interval(min(low for low, _ in found), max(high for _, high in found))
    return Candidate((value,), name, f"{test} of {of}", ordinary, "gives p")
