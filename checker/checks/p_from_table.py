"""A p-value from the counts of more than two groups, or more than two outcomes.

What it checks
--------------
An overall p printed for a table: its tests of independence, and of trend where the groups are in order. Where only
percentages are printed, all counts that they allow are tried.

Example
-------
>>> from checker.examples import example
>>> groups = "[{count: 12, total: 40}, {count: 18, total: 42}, {count: 25, total: 38}]"
>>> claim = "{kind: comparison, p: %s, groups: " + groups + "}"
>>> example("p_from_table", claim % "0.006")
consistent: Pearson chi-squared of 12/40, 18/42, 25/38 = 0.0058, as printed
>>> example("p_from_table", claim % "0.6")
discrepant (decision): Pearson chi-squared of 12/40, 18/42, 25/38 = 5.8e-03, not 0.6
>>> example("p_from_table", "{kind: comparison, p: 0.002, rows: [[10, 20, 5], [4, 12, 22]]}")
query (minor): Pearson chi-squared of 10+20+5, 4+12+22 = 0.0005, not 0.002; the customary tests give 0.0005, and a \
test that is adjusted, stratified, paired or of times may give 0.002: which test was used is not stated
>>> example("p_from_table", "{kind: comparison, p: 0.002, test: chi-squared, rows: [[10, 20, 5], [4, 12, 22]]}")
discrepant (minor): Pearson chi-squared of 10+20+5, 4+12+22 = 0.0005, not 0.002

Assumptions tried
-----------------
Pearson's chi-squared; the Fisher-Freeman-Halton exact test. Less ordinary: the likelihood ratio; tests of trend and
of ranks (linear by linear, Cochran-Armitage, Kruskal-Wallis), ordinary where the claim says ``ordered``. A p that
two of the groups alone would give is not the overall p: the finding names them. A query, where the paper states no
test: a p on the same side of the threshold within 0.5 standard errors, as adjusting or stratifying may shift it, and
.05, .01 or .001 where chi-squared gives less (`p_from_two_by_two` says why).

Limits
------
A p from a log-rank test, an adjusted or stratified model, or paired data cannot be had from counts. Where the exact
test of a large table is out of reach, a p within a factor of 2 of chi-squared counts as explained.

References
----------
Freeman GH, Halton JH. Note on an exact treatment of contingency, goodness of fit and other problems of significance.
Biometrika 1951;38:141-9. Armitage P. Tests for linear trends in proportions and frequencies. Biometrics
1955;11:375-86.
"""

from collections.abc import Iterator
from itertools import combinations

from checker.kinds import Comparison
from checker.model import Candidate, Excuse, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.reconstruct import group_tables, unsaid_tests
from checker.reconstruct.group_tables import Missing
from checker.reconstruct.unsaid_tests import OF_COUNTS
from checker.rounding import interval

KINDS = (Comparison,)
FIGURES = "p-values of tables"

NAMES = {
    "pearson": "Pearson chi-squared",
    "fisher-freeman-halton": "Fisher-Freeman-Halton exact test",
    "likelihood-ratio": "likelihood-ratio chi-squared",
    "linear-by-linear": "linear-by-linear association",
    "cochran-armitage": "Cochran-Armitage trend test",
    "kruskal-wallis": "Kruskal-Wallis test",
    "mann-whitney-continuity": "Mann-Whitney test with continuity correction",
}
_OF_ORDER = ("linear-by-linear", "cochran-armitage", "kruskal-wallis", "mann-whitney-continuity")
_EXACT = "fisher-freeman-halton"

_MOST_TABLES = 128
_MOST_EXACT_TABLES = 2
_FACTOR = 2.0

Table = tuple[tuple[int, ...], ...]


def recompute(claim: Comparison, paper: Paper) -> Iterator[Recomputation]:
    """The p of each test for each table that the printed figures allow."""
    is_two_by_two = len(claim.rows) == 2 and all(len(row) == 2 for row in claim.rows)
    if (not claim.rows and len(claim.groups) == 2) or is_two_by_two:
        return
    found = _tables(claim, paper)
    if isinstance(found, Missing):
        yield Recomputation(fields=("p",), targets=(claim.p,), missing=found.what)
        return
    possible, remark = found
    first = (*(_OF_ORDER if claim.ordered else ()), "pearson")
    candidates = [made for name in first for table in possible if (made := _candidate(name, table))]
    if not candidates:
        yield Recomputation(fields=("p",), targets=(claim.p,), missing="a table with two outcomes that both occurred")
        return
    yield Recomputation(
        fields=("p",),
        targets=(claim.p,),
        candidates=tuple(candidates),
        unlikely=lambda: _others(possible, first),
        excuses=lambda: _excuses(claim, candidates),
        possible=Interval(0, 1),
        hint=lambda: _hint(claim.p, possible[0]),
        threshold=claim.alpha.value,
        guessed=True,
        remark=remark,
    )


def _tables(claim: Comparison, paper: Paper) -> tuple[list[Table], str | None] | Missing:
    other = group_tables.rests_on_other_data(claim.test)
    if other is not None:
        return other
    if claim.rows:
        if len(claim.rows) < 2 or len({len(row) for row in claim.rows}) != 1 or len(claim.rows[0]) < 2:
            return Missing("two rows or more, all of one length")
        return [tuple(tuple(int(cell.value) for cell in row) for row in claim.rows)], None
    if len(claim.groups) < 2:
        return Missing("a second group" if claim.groups else "the groups")
    groups = group_tables.counted_all(claim.groups, paper)
    if isinstance(groups, Missing):
        return groups
    possible = group_tables.tables(groups, _MOST_TABLES)
    return possible if isinstance(possible, Missing) else (list(possible), group_tables.inference(groups))


def _others(possible: list[Table], tried: tuple[str, ...]) -> Iterator[Candidate]:
    for name in ("likelihood-ratio", *_OF_ORDER):
        if name not in tried:
            yield from (made for table in possible if (made := _candidate(name, table, ordinary=False)))
    for position, table in enumerate(possible):
        exact = _candidate(_EXACT, table) if position < _MOST_EXACT_TABLES else None
        yield exact or _about_exact(table)


def _excuses(claim: Comparison, candidates: list[Candidate]) -> Iterator[Excuse]:
    """What another test may give, where the paper states none."""
    if claim.test is None and claim.tails is None:
        yield from unsaid_tests.excuses(claim.p, candidates, claim.alpha.value, OF_COUNTS)


def _hint(p: Reported, table: Table) -> str:
    """The two groups whose p it may be: one of a pair is at times printed beside all the groups."""
    from checker.statistics.contingency import TWO_BY_TWO

    fitting = []
    if len(table) > 2 and len(table[0]) == 2:
        for one, other in combinations(table, 2):
            for test, named in (("pearson", NAMES["pearson"]), ("fisher", "Fisher's exact test")):
                value = TWO_BY_TWO[test].p_value((one, other)) if sum(one) and sum(other) else None
                if value is not None and interval(p).meets(Interval(value, value)):
                    fitting.append(f"{group_tables.shown((one, other))} ({named})")
    return f"{p.literal} would be that of {' or '.join(fitting)} alone" if fitting else ""


def _about_exact(table: Table) -> Candidate:
    """Where the exact test's p may lie when it is out of reach: chi-squared is near it in tables so large."""
    from checker.statistics.tables import pearson

    p = pearson(table)
    low, high = (0.0, 1.0) if p is None else (p / _FACTOR, p * _FACTOR)
    expression = f"{NAMES[_EXACT]} of {group_tables.shown(table)}, out of reach here,"
    return Candidate((Interval(low, high),), "the exact test, within a factor of 2", expression, False)


def _candidate(test: str, table: Table, ordinary: bool = True) -> Candidate | None:
    from checker.statistics.tables import R_BY_C

    p = R_BY_C[test].p_value(table)
    if p is None:
        return None
    return Candidate((Interval(p, p),), NAMES[test], f"{NAMES[test]} of {group_tables.shown(table)}", ordinary)
