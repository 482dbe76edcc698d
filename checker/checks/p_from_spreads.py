"""A p-value from two means and their spreads, where it is open how large each group is or how its values go together.

What it checks
--------------
``441 patients were randomised ... -6.6 ± 6.7 versus -5.1 ± 7.0, P = 0.018``: no size is printed with the means, but the
paper says how many people there were. ``In 12 volunteers pressure rose from 94 ± 2 to 104 ± 3 (P < 0.05)``: a test of
pairs needs their correlation, which is not printed, and may be any.

Example
-------
>>> from checker.examples import example
>>> groups = "[{mean: 12.4, %s: 3.1}, {mean: 10.2, %s: 2.9}]"
>>> claim = "{kind: mean-contrast, groups: " + groups % ("sd", "sd") + ", people: [58], p: %s}"
>>> example("p_from_spreads", claim % "0.007")
consistent: t test of 12.4 (SD 3.1) and 10.2 (SD 2.9), 58 people in all, gives p 0.0044 to 0.0119, printed 0.007
>>> example("p_from_spreads", claim % "0.90")
discrepant (decision): t test of 12.4 (SD 3.1) and 10.2 (SD 2.9), 58 people in all, gives p 0.004 to 0.012, not 0.90
>>> claim = "{kind: mean-contrast, groups: " + groups % ("sd", "sd") + ", people: [16], paired: true, p: %s}"
>>> example("p_from_spreads", claim % "0.004")
consistent: paired t test of 12.4 (SD 3.1) and 10.2 (SD 2.9), 16 people in all, gives p 1.4e-12 to 0.0706, printed 0.004

Assumptions tried
-----------------
Of two groups, a t test with the sizes that the paper gives in either order, or with halves of all (45 to 55%). Of
pairs, a t test with any correlation from 0 to 0.99. Where nothing says what stands behind a plus-minus sign, SD and SE
both. Less ordinary: SD and SE taken for each other; fewer people (down to a twentieth of all, to two fifths of each
group) and groups as unequal as one to four; a test of ranks, of pairs or adjusted for a baseline value, as
`p_from_means` has it; a negative correlation; .05, .01 or .001 where the p is below it. `audit` makes such claims as
guesses: that nothing of this gives the p is a query.

Limits
------
A p that is corrected for multiple comparisons is larger.

References
----------
Student. The probable error of a mean. Biometrika 1908;6:1-25. Altman DG, Bland JM. Statistics notes: Standard
deviations and standard errors. BMJ 2005;331:903.
"""

from collections.abc import Iterator

from checker.kinds import MeanGroup
from checker.kinds.open_sizes import MeanContrast
from checker.model import Candidate, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.reconstruct import open_sizes
from checker.reconstruct.unsaid_tests import OF_MEANS, OF_SKEWED, reached
from checker.rounding import interval
from checker.statistics.open_sizes import Sizes, p_of_means, p_of_pairs
from checker.statistics.tails import Range

KINDS = (MeanContrast,)

_CORRELATED, _ANYHOW = (0.0, 0.99), (-0.99, 0.99)


def recompute(claim: MeanContrast, paper: Paper) -> Iterator[Recomputation]:
    """The p of each test, for the sizes and correlations that the groups may have."""
    of = f"{' and '.join(map(_shown, claim.groups))}, {open_sizes.shown(claim.people)},"
    yield open_sizes.recomputation(claim, list(_ordinary(claim, of)), f"a test of {of}", lambda: _unlikely(claim, of))


def _ordinary(claim: MeanContrast, of: str) -> Iterator[Candidate]:
    for name, errors in _readings(claim):
        test = "paired t test" if claim.paired else "t test"
        if claim.paired:
            p = _paired(claim, errors, max(each.value for each in claim.people), _CORRELATED)
        else:
            p = _of_two(claim, errors, open_sizes.usual(claim.people))
        yield Candidate((Interval(*p),), f"{test}, {name}" if name else test, f"{test} of {of}", True, "gives p")


def _unlikely(claim: MeanContrast, of: str) -> Iterator[Candidate]:
    """Fewer people, another correlation, a test of more than these figures."""
    stated = [errors for _, errors in _readings(claim)]
    for errors in (False, True):
        if claim.paired:
            low = _paired(claim, errors, max(each.value for each in claim.people), _ANYHOW)[0]
            high = _paired(claim, errors, open_sizes.fewest(claim.people), _ANYHOW)[1]
            name = "a paired t test of fewer people or of values that go against each other"
            values = Interval(low, high)
        else:
            low, high = _of_two(claim, errors, open_sizes.usual(claim.people))
            if errors in stated:
                reach = OF_SKEWED if not errors and _skewed(claim) else OF_MEANS
                beyond = reached(low, high, claim.alpha.value, reach)
                yield Candidate((beyond,), reach.tests, f"a test of {of}", False, "gives p")
            name = "a t test of fewer people, or of groups of unequal size"
            sizes = [*open_sizes.fewer(claim.people), *open_sizes.uneven(claim.people)]
            values = Interval(low, _of_two(claim, errors, sizes)[1])
        if errors not in stated:
            name += ", SD and SE taken for each other"
        yield Candidate((values,), name, f"a test of {of}", False, "gives p")


def _readings(claim: MeanContrast) -> list[tuple[str | None, bool]]:
    """What the spreads are, and whether that is standard errors."""
    if any(group.spread is not None for group in claim.groups):
        return [("± SD", False), ("± SE", True)]
    return [(None, claim.groups[0].se is not None)]


def _of_two(claim: MeanContrast, errors: bool, sizes: list[Sizes]) -> Range:
    means, spreads = _figures(claim)
    found = [p_of_means(means, spreads, each, errors=errors) for each in sizes]
    return min(low for low, _ in found), max(high for _, high in found)


def _paired(claim: MeanContrast, errors: bool, size: float, correlations: Range) -> Range:
    means, spreads = _figures(claim)
    return p_of_pairs(means, spreads, size, correlations, errors=errors)


def _figures(claim: MeanContrast) -> tuple[tuple[Range, Range], tuple[Range, Range]]:
    means = [interval(group.mean) for group in claim.groups]
    spreads = [interval(_spread(group)) for group in claim.groups]
    return (
        ((means[0].low, means[0].high), (means[1].low, means[1].high)),
        ((max(0.0, spreads[0].low), spreads[0].high), (max(0.0, spreads[1].low), spreads[1].high)),
    )


def _skewed(claim: MeanContrast) -> bool:
    return any(_spread(group).value > abs(group.mean.value) / 2 for group in claim.groups)


def _spread(group: MeanGroup) -> Reported:
    found = group.sd or group.se or group.spread
    assert found is not None
    return found


def _shown(group: MeanGroup) -> str:
    sign = "±" if group.spread is not None else "SD" if group.sd is not None else "SE"
    return f"{group.mean} ({sign} {_spread(group)})"
