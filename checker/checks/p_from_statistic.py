"""A p-value from a test statistic and its degrees of freedom.

What it checks
--------------
``t(28) = 2.20, p = .036``: t, F, chi-squared, z, r and Cochran's Q against the p printed with them, as statcheck
does; Kruskal and Wallis's H, Wald's and a difference of deviances as chi-squared; Mann and Whitney's U, Wilcoxon's
signed ranks W, Spearman's rho and Kendall's tau. The statistic may be anything that is rounded to its print.

Example
-------
>>> from checker.examples import example
>>> example("p_from_statistic", "{kind: test-statistic, statistic: t, df: 28, value: 2.20, p: .036}")
consistent: t(28) = 2.20 gives p 0.0358 to 0.0366, printed .036
>>> example("p_from_statistic", "{kind: test-statistic, statistic: t, df: 28, value: 2.20, p: .03}")
explained (minor): t(28) = 2.20 gives p 0.036 to 0.037; printed .03 is that truncated
>>> example("p_from_statistic", "{kind: test-statistic, statistic: t, df: 28, value: 2.20, p: .018}")
explained (major): t(28) = 2.20 gives p 0.0179 to 0.0183; printed .018 holds only for one-sided
>>> example("p_from_statistic", "{kind: test-statistic, statistic: F, df: 2, df2: 28, value: 2.20, p: .03}")
discrepant (decision): F(2, 28) = 2.20 gives p 0.129 to 0.130, not .03
>>> example("p_from_statistic", "{kind: test-statistic, statistic: chi2, df: 1, value: 9.10, p: .0106}")
discrepant (major): χ²(1) = 9.10 gives p 0.00255 to 0.00256 (two-sided), not .0106; it would hold for χ²(2)
>>> claim = "{kind: test-statistic, statistic: U, sizes: [8, 12], value: 23, p: .%s}"
>>> example("p_from_statistic", claim % "057")
consistent: U(n = 8 and 12) = 23 gives p 0.0574, as printed
>>> example("p_from_statistic", claim % "04")
query (decision): U(n = 8 and 12) = 23 gives p 0.054 (normal), not .04; tied values would make the p so small: how \
many values are tied is not stated
>>> example("p_from_statistic", claim % "003")
discrepant (decision): U(n = 8 and 12) = 23 gives p 0.0538 (normal), not .003

Assumptions tried
-----------------
The two-sided p of t, z and r, the upper tail of F, chi-squared and Q; half of it where the claim says ``tails: 1``.
Less ordinary: the other number of tails, for statistics that have a direction (t, z, r, and F or chi-squared with one
degree of freedom), where the p is printed in digits; a rounded p printed with ≤; a whole number of times the p, where
three or more p-values of the paper, and most that are not those of their statistics, are that (Bonferroni). A query
where the paper says that the p is corrected: for multiple comparisons, up to 21 times; for lack of sphericity, with
degrees of freedom down to 1 and df2/df1. A query, too, beside z, or chi-squared with one degree of freedom, where the
paper has exact tests: a p within 0.35 standard errors on the same side of the threshold, since Fisher's or Wilcoxon's
exact p may be the one printed; beside any z, a larger one within 0.1, as exact and approximate p of ranks differ. Of U
and W, the exact p and the normal one with and without continuity correction, of rho the exact one and that of t, of tau
the exact and the normal one; a query: a p of U or W as small as that of ranks of which ties take half of the variance.

Limits
------
A p that is corrected and not said to be is taken for one that is not.

References
----------
Box GEP. Some theorems on quadratic forms applied in the study of analysis of variance problems, II. Ann Math Stat
1954;25:484-98.
Nuijten MB, Hartgerink CHJ, van Assen MALM, Epskamp S, Wicherts JM. The prevalence of statistical reporting
errors in psychology (1985-2013). Behav Res Methods 2016;48:1205-26.
"""

import math
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from checker.kinds import TestStatistic
from checker.model import Because, Candidate, Excuse, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.reconstruct import fitting_df, rank_statistics, unsaid_tests
from checker.reconstruct.unsaid_tests import BESIDE_EXACT, BESIDE_RANKS
from checker.rounding import ends, interval

KINDS = (TestStatistic,)
FIGURES = "p-values of test statistics"

# Pairs among seven groups.
_MOST_COMPARISONS = 21
_FEWEST = 3
_SYMBOLS = {"chi2": "χ²"}
# Their p is the upper tail of chi-squared.
_CHI_SQUARED = ("chi2", "Q", "H", "wald", "deviance")


class Factor(NamedTuple):
    """By what the p-values of a paper are multiplied, and how many of them show it."""

    times: int
    shown_by: int


def habit(paper: Paper) -> Factor | None:
    """The number by which most p-values are multiplied that are not those of their statistics, if three or more are."""
    votes: Counter[int] = Counter()
    misfits = 0
    for claim in paper.claims:
        if not isinstance(claim, TestStatistic) or claim.statistic in rank_statistics.NAMES:
            continue
        if claim.p.comparator != "=" or _missing(claim) is not None:
            continue
        low, high = _p(claim, _sides(claim))
        printed = interval(claim.p)
        if not printed.meets(Interval(low, high)):
            misfits += 1
            votes.update(
                times for times in range(2, _MOST_COMPARISONS + 1) if printed.meets(Interval(times * low, times * high))
            )
    times, shown_by = max(votes.items(), key=lambda vote: (vote[1], -vote[0]), default=(0, 0))
    return Factor(times, shown_by) if shown_by >= _FEWEST and 2 * shown_by > misfits else None


def recompute(claim: TestStatistic, paper: Paper, factor: Factor | None = None) -> Iterator[Recomputation]:
    """The p of the statistic, with as many tails as stated, with the other number, and as others are multiplied."""
    of_ranks = claim.statistic in rank_statistics.NAMES
    missing = rank_statistics.missing(claim) if of_ranks else _missing(claim)
    if missing:
        yield Recomputation(fields=("p",), targets=(claim.p,), missing=missing)
        return
    if of_ranks:
        yield _of_ranks(claim)
        return
    sides = _sides(claim)
    candidates = [_candidate(claim, sides)]
    other = _candidate(claim, 3 - sides, ordinary=False) if _has_direction(claim) else None
    # Digits tell that a test had one tail; `<0.05` would be had too cheaply by halving.
    if other and claim.p.comparator == "=":
        candidates.append(other)
    if claim.statistic == "r" and claim.df is not None and claim.df.value > 2:
        candidates.append(_of_pairs(claim, claim.df, sides))
    if claim.p.comparator == "≤":
        candidates.append(_at_most(claim, sides))
    if factor is not None:
        candidates.append(_multiplied(claim, sides, factor))
    yield Recomputation(
        fields=("p",),
        targets=(claim.p,),
        candidates=tuple(candidates),
        excuses=lambda: _excuses(claim, sides, candidates[0]),
        hint=lambda: _hint(claim, sides),
        threshold=claim.alpha.value,
    )


def _of_ranks(claim: TestStatistic) -> Recomputation:
    """The p of U, W, rho or tau by each test in use."""
    sides = int(claim.tails)
    found = list(rank_statistics.candidates(claim, sides, _printed(claim)))
    if claim.p.comparator == "=":
        found += rank_statistics.candidates(claim, 3 - sides, _printed(claim), ordinary=False)
    return Recomputation(
        fields=("p",),
        targets=(claim.p,),
        candidates=tuple(found),
        excuses=lambda: rank_statistics.excuses(claim, sides),
        possible=Interval(0, 1),
        threshold=claim.alpha.value,
    )


def _missing(claim: TestStatistic) -> str | None:
    if claim.statistic != "z" and claim.df is None:
        return "the degrees of freedom"
    if claim.statistic == "F" and claim.df2 is None:
        return "the degrees of freedom of the denominator"
    for df in (claim.df, claim.df2):
        if df is not None and (df.value <= 0 or df.comparator != "="):
            return "degrees of freedom above 0"
    low, high = ends(claim.value)
    if claim.statistic == "r" and (low > 1 or high < -1):
        return "a correlation between -1 and 1"
    if claim.statistic in ("F", *_CHI_SQUARED) and high < 0:
        return "a statistic that is not negative"
    return None


def _sides(claim: TestStatistic) -> int:
    return int(claim.tails) if _has_direction(claim) else 2


def _multiplied(claim: TestStatistic, sides: int, factor: Factor) -> Candidate:
    """The p corrected for multiple comparisons by Bonferroni's factor, as others of the paper are."""
    low, high = (min(1.0, factor.times * each) for each in _p(claim, sides))
    named = f"multiplied by {factor.times}, as {factor.shown_by} p-values of this paper are"
    return Candidate((Interval(low, high),), named, _printed(claim), False, "gives p")


def _at_most(claim: TestStatistic, sides: int) -> Candidate:
    """The p where ``≤ .02`` stands for a p that rounds to .02."""
    low, high = _p(claim, sides)
    least = claim.p.value + claim.p.place / 2
    values = Interval(min(low, claim.p.value), claim.p.value) if low <= least else Interval(low, high)
    return Candidate((values,), "a rounded p printed with ≤", _printed(claim), False, "gives p")


def _has_direction(claim: TestStatistic) -> bool:
    return claim.statistic in ("t", "z", "r") or (
        claim.statistic in ("F", "chi2", "wald") and claim.df is not None and claim.df.value == 1
    )


def _candidate(claim: TestStatistic, sides: int, ordinary: bool = True) -> Candidate:
    name = {1: "one-sided", 2: "two-sided"}[sides] if _has_direction(claim) else "upper tail"
    return Candidate((Interval(*_p(claim, sides)),), name, _printed(claim), ordinary, "gives p")


def _excuses(claim: TestStatistic, sides: int, ordinary: Candidate) -> Iterator[Excuse]:
    """What a p may be that is of an exact test, or was corrected, where the paper says so and not by how much."""
    low, high = _p(claim, sides)
    if _may_be_exact(claim):
        yield from unsaid_tests.excuses(claim.p, [ordinary], claim.alpha.value, BESIDE_EXACT)
    elif claim.statistic == "z" and claim.p.value > high:
        # An exact test counts ties and steps in, and so has the larger p.
        yield from unsaid_tests.excuses(claim.p, [ordinary], claim.alpha.value, BESIDE_RANKS)
    if claim.corrected == "multiplicity":
        yield Excuse(
            because=Because.UNSTATED,
            reason="the p is said to be corrected for multiple comparisons, and theirs may be the factor",
            settled_by="the number of comparisons",
            allows={"p": Interval(low, min(1.0, _MOST_COMPARISONS * high))},
        )
    if claim.corrected == "sphericity" and claim.statistic == "F" and claim.df is not None and claim.df2 is not None:
        # Box: the correction divides both degrees of freedom by at most the first of them.
        fewest = Reported(f"{claim.df2.value / claim.df.value:.6g}")
        least = msgspec.structs.replace(claim, df=Reported("1"), df2=fewest)
        yield Excuse(
            because=Because.UNSTATED,
            reason="the p is said to be corrected for lack of sphericity, and the degrees of freedom may not be",
            settled_by="the corrected degrees of freedom",
            allows={"p": Interval(min(low, _p(least, sides)[0]), max(high, _p(least, sides)[1]))},
        )


def _may_be_exact(claim: TestStatistic) -> bool:
    """Whether an exact test of the same data may have given the p beside an approximate statistic."""
    return claim.exact and (claim.statistic == "z" or (claim.statistic == "chi2" and _has_direction(claim)))


def _of_pairs(claim: TestStatistic, pairs: Reported, sides: int) -> Candidate:
    """The p where the number in brackets behind an r is that of the pairs, two more than the degrees of freedom."""
    corrected = msgspec.structs.replace(claim, df=Reported(str(int(pairs.value) - 2)))
    named = f"{pairs} pairs, not degrees of freedom"
    return Candidate((Interval(*_p(corrected, sides)),), named, _printed(corrected), False, "gives p")


def _p(claim: TestStatistic, sides: int) -> tuple[float, float]:
    from checker.statistics import tails

    values = _sizes(claim)
    df = claim.df.value if claim.df is not None else 0.0
    match claim.statistic:
        case "t":
            return tails.t_p(values, df, sides)
        case "z":
            return tails.z_p(values, sides)
        case "r":
            return tails.r_p(values, df, sides)
        case "F":
            return tails.f_p(values, df, claim.df2.value if claim.df2 is not None else 0.0, sides)
    return tails.chi_square_p(values, df, sides)


def _hint(claim: TestStatistic, sides: int) -> str:
    """What would meet the print: other degrees of freedom, or the other number of tails of a p without digits."""
    if claim.p.comparator == "=":
        return fitting_df.hint(claim, _SYMBOLS.get(claim.statistic, claim.statistic), sides)
    if not _has_direction(claim):
        return ""
    low, high = _p(claim, 3 - sides)
    if not interval(claim.p).meets(Interval(low, high)):
        return ""
    return f"it would hold for a {'one' if sides == 2 else 'two'}-sided test, which the claim does not state"


def _printed(claim: TestStatistic) -> str:
    inside = [str(df) for df in (claim.df, claim.df2) if df is not None]
    if claim.sizes is not None:
        inside.append(f"n = {claim.sizes[0]} and {claim.sizes[1]}")
    elif claim.statistic in rank_statistics.NAMES and claim.total is not None:
        inside.append(f"n = {claim.total}")
    dfs = ", ".join(inside)
    return f"{_SYMBOLS.get(claim.statistic, claim.statistic)}{f'({dfs})' if dfs else ''} = {claim.value}"


def _sizes(claim: TestStatistic) -> tuple[float, float]:
    """The values of the statistic; ``t < 1`` says of its size that it is below one, not that it may be -5."""
    low, high = ends(claim.value)
    return (0.0, high) if claim.statistic in ("t", "z") and math.isinf(low) and high > 0 else (low, high)
