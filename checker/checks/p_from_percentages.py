"""A p-value from two percentages, where it is open how large each group is.

What it checks
--------------
``105 patients were randomised ... 12% versus 39%, P = 0.012``: no size is printed with the percentages, but the paper
says how many people there were. No group of them can be larger than all, so that a p below that of the most people is
of something else than these percentages.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: percent-contrast, percents: [45, 30], people: [%s], p: %s}"
>>> example("p_from_percentages", claim % ("120", "0.09"))
consistent: Pearson chi-squared of 45% and 30% of 120 people in all gives p 0.070 to 0.116, printed 0.09
>>> example("p_from_percentages", claim % ("62, 58", "0.001"))
discrepant (decision): Pearson chi-squared of 45% and 30% of groups of 62 and 58 gives p 0.0700 to 0.1139, not 0.001

Assumptions tried
-----------------
Pearson's chi-squared and Yates's correction, for the sizes that the paper gives in either order, or for halves of all
(45 to 55%). Less ordinary: fewer people (down to a twentieth of all, to two fifths of each group); groups as unequal as
one to four; half a standard error more or less, as a test has that uses more than the counts or is exact; .05, .01 or
.001 where the p is below it. `audit` makes such claims as guesses: that nothing of this gives the p is a query.

Limits
------
A subgroup may be smaller still, and a percentage may be of something else than people.

References
----------
Campbell I. Chi-squared and Fisher-Irwin tests of two-by-two tables with small sample recommendations. Stat Med
2007;26:3661-75.
"""

from collections.abc import Iterator

from checker.kinds.open_sizes import PercentContrast
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.reconstruct import open_sizes
from checker.rounding import interval
from checker.statistics.normal import two_sided_p
from checker.statistics.open_sizes import Sizes, z_of_shares
from checker.statistics.tails import Range

KINDS = (PercentContrast,)

_TESTS = {"Pearson chi-squared": False, "Yates-corrected chi-squared": True}
# What a test of more than the counts, or an exact one, adds or takes away, in standard errors.
_BEYOND = 0.5


def recompute(claim: PercentContrast, paper: Paper) -> Iterator[Recomputation]:
    """The p of each test, for the sizes that the groups may have."""
    shares = [_share(claim, position) for position in (0, 1)]
    printed = " and ".join(f"{percent.literal.rstrip('%')}%" for percent in claim.percents)
    of = f"{printed} of {open_sizes.shown(claim.people)}"
    usual = open_sizes.usual(claim.people)
    candidates = [
        Candidate((_p(_z(shares, usual, corrected)),), test, f"{test} of {of}", relation="gives p")
        for test, corrected in _TESTS.items()
    ]
    yield open_sizes.recomputation(claim, candidates, f"a test of {of}", lambda: _unlikely(claim, shares, of))


def _unlikely(claim: PercentContrast, shares: list[Range], of: str) -> Iterator[Candidate]:
    usual = [_z(shares, open_sizes.usual(claim.people), corrected) for corrected in (False, True)]
    beyond = max(0.0, usual[1][0] - _BEYOND), usual[0][1] + _BEYOND
    yield Candidate((_p(beyond),), "a test of more than the counts", f"chi-squared of {of}", False, "gives p")
    for name, sizes in (("fewer people", open_sizes.fewer), ("groups of unequal size", open_sizes.uneven)):
        low = _z(shares, sizes(claim.people), True)[0]
        values = _p((low, usual[0][1]))
        yield Candidate((values,), f"a test of {name}", f"chi-squared of {of}", False, "gives p")


def _share(claim: PercentContrast, position: int) -> Range:
    printed = interval(claim.percents[position])
    return max(0.0, printed.low / 100), min(1.0, printed.high / 100)


def _z(shares: list[Range], sizes: list[Sizes], corrected: bool) -> Range:
    found = [z_of_shares(shares[0], shares[1], each, corrected=corrected) for each in sizes]
    return min(low for low, _ in found), max(high for _, high in found)


def _p(z: Range) -> Interval:
    return Interval(two_sided_p(z[1]), two_sided_p(z[0]))
