"""A p-value from the means of three or more groups, their standard deviations and their sizes.

What it checks
--------------
``| 80.1 (6.3) | 82.5 (7.0) | 80.2 (6.5) | 0.195 |`` below groups of 24, 39 and 61: the p of a one-way analysis of
variance follows from these figures, each of which may be anything that is rounded to its print.

Example
-------
>>> from checker.examples import example
>>> groups = "[{mean: 80.1, sd: 6.3, total: 24}, {mean: 82.5, sd: 7.0, total: 39}, {mean: 80.2, sd: 6.5, total: 61}]"
>>> claim = "{kind: several-means, groups: " + groups + ", p: %s}"
>>> example("p_from_several_means", claim % "0.195")
consistent: analysis of variance of 80.1 (SD 6.3, n = 24), 82.5 (SD 7.0, n = 39) and 80.2 (SD 6.5, n = 61) gives p \
0.1656 to 0.2291, printed 0.195
>>> example("p_from_several_means", claim % "0.004, test: anova")
discrepant (decision): analysis of variance of 80.1 (SD 6.3, n = 24), 82.5 (SD 7.0, n = 39) and 80.2 (SD 6.5, n = 61) \
gives p 0.1656 to 0.2291, not 0.004
>>> example("p_from_several_means", claim % "0.04")
explained (decision): analysis of variance of 80.1 (SD 6.3, n = 24), 82.5 (SD 7.0, n = 39) and 80.2 (SD 6.5, n = 61) \
gives p 8.1e-05 to 1; printed 0.04 holds only for a test of ranks, of pairs or adjusted for a baseline value

Assumptions tried
-----------------
One-way analysis of variance; where the paper does not say what stands behind the plus-minus sign, of SD and SE both.
Less ordinary: SD and SE taken for each other, where the p is printed in digits; up to half of the values missing in all
groups, where the sizes are those of populations; where the paper does not state that it is an analysis of variance, a
test of ranks or an adjusted one, as far away as `p_from_means` has it.

Limits
------
Repeated measurements and adjusted tests need more than means and deviations. A p of two of the groups only does not
follow, nor does one that is corrected for multiple comparisons.

References
----------
Fisher RA. Statistical Methods for Research Workers. Oliver and Boyd, 1925. Carlisle JB. Data fabrication and other
reasons for non-random sampling in 5087 randomised, controlled trials. Anaesthesia 2017;72:944-52.
"""

from collections.abc import Iterator

from checker.kinds import SeveralMeans
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.reconstruct import mean_groups
from checker.reconstruct.mean_groups import Reading, Samples
from checker.reconstruct.unsaid_tests import OF_MEANS, OF_SKEWED, reached
from checker.statistics import one_way

KINDS = (SeveralMeans,)
FIGURES = "p-values of several means"

_TEST = "analysis of variance"


def recompute(claim: SeveralMeans, paper: Paper) -> Iterator[Recomputation]:
    """The p of an analysis of variance, under each reading of the spreads."""
    missing = mean_groups.missing(claim, paper)
    if missing is not None:
        yield Recomputation(fields=("p",), targets=(claim.p,), missing=missing)
        return
    yield Recomputation(
        fields=("p",),
        targets=(claim.p,),
        candidates=tuple(
            _candidate([reading.samples], _named(reading), mean_groups.shown(claim, paper))
            for reading in mean_groups.readings(claim, paper)
            if reading.ordinary
        ),
        unlikely=lambda: _unlikely(claim, paper),
        possible=Interval(0, 1),
        threshold=claim.alpha.value,
        guessed=claim.test is None,
    )


def _unlikely(claim: SeveralMeans, paper: Paper) -> Iterator[Candidate]:
    """What differs from that in one assumption."""
    of = mean_groups.shown(claim, paper)
    # Digits tell that SE stands for SD; `<0.05` would be had too cheaply so.
    in_digits = claim.p.comparator == "="
    for reading in mean_groups.readings(claim, paper):
        if not reading.ordinary:
            if in_digits:
                yield _candidate([reading.samples], _named(reading), of, ordinary=False)
            continue
        if fewer := mean_groups.fewer(claim, reading.samples):
            yield _candidate(fewer, f"{_named(reading)} with up to half of the values missing", of, ordinary=False)
        if claim.test is None:
            reach = OF_SKEWED if mean_groups.skewed(claim, paper) else OF_MEANS
            low, high = _p([reading.samples])
            beyond = reached(low, high, claim.alpha.value, reach)
            yield Candidate((beyond,), reach.tests, f"{_TEST} of {of}", False, "gives p")


def _named(reading: Reading) -> str:
    return f"{_TEST}, {reading.name}" if reading.name else _TEST


def _candidate(several: list[Samples], name: str, of: str, ordinary: bool = True) -> Candidate:
    return Candidate((Interval(*_p(several)),), name, f"{_TEST} of {of}", ordinary, "gives p")


def _p(several: list[Samples]) -> tuple[float, float]:
    found = [one_way.p_value(one_way.anova(samples)) for samples in several]
    return min(low for low, _ in found), max(high for _, high in found)
