"""A p-value from the counts of two groups with two outcomes.

What it checks
--------------
``53.3% (16/30) versus 32.0% (8/25), P = 0.11``: the printed p against every test of a two-by-two table in common
use. Where only percentages are printed, all counts that they allow are tried.

Example
-------
>>> from checker.examples import example
>>> example("p_from_two_by_two", "{kind: comparison, p: 0.11, groups: [{count: 16, total: 30}, {count: 8, total: 25}]}")
consistent: Pearson chi-squared of 16/30, 8/25 = 0.112, as printed
>>> example("p_from_two_by_two", "{kind: comparison, p: 0.03, groups: [{percent: 52.4, total: 42}, "
...         "{percent: 32.1, total: 28}]}")
discrepant (decision): Pearson chi-squared of 22/42, 9/28 = 0.095, not 0.03; customary tests: Pearson chi-squared \
0.0949, Yates-corrected chi-squared 0.1543, Fisher's exact test 0.1405; 7/28 would give 0.03 (Fisher's exact test); \
counts inferred: 52.4% of 42 is 22, 32.1% of 28 is 9
>>> example("p_from_two_by_two", "{kind: comparison, p: 0.030, groups: [{count: 6, total: 8}, {count: 2, total: 9}]}")
consistent: Pearson chi-squared of 6/8, 2/9 = 0.0295, as printed; only the uncorrected chi-squared gives that; \
Fisher's exact test, as an expected count of 3.8 asks for, gives 0.0567, not below 0.05
>>> example("p_from_two_by_two", "{kind: comparison, p: 0.03, test: Fisher, groups: [{count: 10, total: 15}, "
...         "{count: 8, total: 25}]}")
explained (decision): Pearson chi-squared of 10/15, 8/25 = 0.033; printed 0.03 holds only for Pearson chi-squared, \
likelihood-ratio chi-squared, Student's t test, Wald test of the log risk ratio

Assumptions tried
-----------------
Pearson's chi-squared (the z test with pooled variance), the same with Yates's correction, Fisher's exact test: SAS
and SPSS print all three, R the corrected chi-squared unless told otherwise, Stata the uncorrected one. Less ordinary:
the likelihood ratio, N - 1 chi-squared, z with unpooled variance, Fisher's mid-p, twice the smaller tail, Student's
t, Wald on the log odds or risk, one-sided tests, and Barnard's and Boschloo's tests. A test or a number of tails that
the paper states is the ordinary one, and the others are not; a test of one tail may have looked in the direction that
the data do not have. Where it states neither: a p close to that of a customary test (0.2 standard errors), on the
same side of the threshold, as a test gives that uses more than the counts. A query, there too: a p within 0.5
standard errors, since adjusting for what explains a share R² of the outcome shifts the statistic with a standard
deviation of √R² standard errors, and R² is seldom above a quarter for a yes or no; and .05, .01 or .001 where every
customary test gives less, since that may be the level that p is below. On the other side of the threshold nothing
excuses a p.

Limits
------
A p from a log-rank test, an adjusted or stratified model, or paired data cannot be had from two counts; one
corrected for multiple comparisons is larger.

References
----------
Campbell I. Chi-squared and Fisher-Irwin tests of two-by-two tables with small sample recommendations. Stat Med
2007;26:3661-75. Lydersen S, Fagerland MW, Laake P. Recommended tests for association in 2 x 2 tables. Stat Med
2009;28:1159-75.
"""

import functools
from collections.abc import Callable, Iterator

from checker.kinds import Comparison
from checker.model import Candidate, Excuse, Interval, Recomputation, Reported, Suggestion
from checker.paper import Paper
from checker.reconstruct import group_tables, unsaid_tests
from checker.reconstruct.group_tables import Counted, Missing, Row
from checker.reconstruct.unsaid_tests import OF_COUNTS
from checker.rounding import interval, slack

KINDS = (Comparison,)
FIGURES = "p-values of two proportions"
# Exact tests take a hundredth of a second. Papers have some hundred of them.
MOST = 1_000

NAMES = {
    "pearson": "Pearson chi-squared",
    "fisher": "Fisher's exact test",
    "yates": "Yates-corrected chi-squared",
    "likelihood-ratio": "likelihood-ratio chi-squared",
    "n-1": "N - 1 chi-squared",
    "z-unpooled": "z test with unpooled variance",
    "fisher-mid-p": "Fisher's mid-p",
    "fisher-doubled": "Fisher's exact test, smaller tail doubled",
    "fisher-mid-p-doubled": "Fisher's mid-p, smaller tail doubled",
    "student-t": "Student's t test",
    "wald-log-odds": "Wald test of the log odds ratio",
    "wald-log-risk": "Wald test of the log risk ratio",
}
CUSTOMARY = ("pearson", "yates", "fisher")
AGAINST = " against the data"

# What papers call the tests, each with those it may be: R's chisq.test corrects where others do not.
STATED = {
    "fisher": ("fisher",),
    "mid-p": ("fisher-mid-p", "fisher-mid-p-doubled"),
    "yates": ("yates",),
    "continuity": ("yates",),
    "likelihood": ("likelihood-ratio",),
    "n-1": ("n-1",),
    "chi": ("pearson", "yates"),
    "χ": ("pearson", "yates"),
    "pearson": ("pearson", "yates"),
    "z test": ("pearson", "z-unpooled"),
    "z-test": ("pearson", "z-unpooled"),
    "proportions": ("pearson", "z-unpooled", "yates"),
    "barnard": ("barnard",),
    "boschloo": ("boschloo",),
    "t test": ("student-t",),
    "t-test": ("student-t",),
}

_MOST_TABLES = 36
_LARGEST_UNCONDITIONAL = 300
# In tables so large Fisher's test takes long, and is Yates's to three digits.
_LARGEST_EXACT = 20_000
_FACTOR = 2.0
# How far, in standard errors, a model or a stratified test lies from the test of the bare counts.
_BEYOND_COUNTS = 0.2
_SMALLEST = 1e-12


def recompute(claim: Comparison, paper: Paper) -> Iterator[Recomputation]:
    """The p of each test for each table that the printed figures allow."""
    if len(claim.groups) != 2 and (len(claim.rows) != 2 or any(len(row) != 2 for row in claim.rows)):
        return
    found = _tables(claim, paper)
    if isinstance(found, Missing):
        yield Recomputation(fields=("p",), targets=(claim.p,), missing=found.what)
    else:
        yield _recomputation(claim, *found)


def _tables(claim: Comparison, paper: Paper) -> tuple[list[Counted], list[tuple[Row, ...]]] | Missing:
    other = group_tables.rests_on_other_data(claim.test)
    if other is not None:
        return other
    groups: list[Counted] | Missing
    if claim.rows:
        groups = [Counted(range(int(a.value), int(a.value) + 1), int(a.value + b.value)) for a, b in claim.rows]
    else:
        groups = group_tables.counted_all(claim.groups, paper)
    if isinstance(groups, Missing):
        return groups
    if not all(group.total for group in groups):
        return Missing("two groups that are not empty")
    possible = group_tables.tables(groups, _MOST_TABLES)
    return possible if isinstance(possible, Missing) else (groups, possible)


def _recomputation(claim: Comparison, groups: list[Counted], possible: list[tuple[Row, ...]]) -> Recomputation:
    ordinary = _ordinary_tests(claim)
    candidates = [found for name in ordinary for table in possible if (found := _candidate(name, table))]
    inferred = group_tables.inference(groups)
    remarks = (*((inferred,) if inferred else ()), *_caution(claim, candidates, possible))
    return Recomputation(
        fields=("p",),
        targets=(claim.p,),
        candidates=tuple(candidates),
        unlikely=lambda: _less_ordinary(claim, ordinary, possible),
        excuses=lambda: _excuses(claim, candidates),
        possible=Interval(0, 1),
        suggestions=lambda: _suggestions(claim.p, groups, ordinary),
        hint=lambda: _hint(claim.p, groups, candidates, ordinary),
        threshold=claim.alpha.value,
        guessed=True,
        remark=remarks,
    )


def _ordinary_tests(claim: Comparison) -> tuple[str, ...]:
    stated = (claim.test or "").lower()
    names = next((names for word, names in STATED.items() if word in stated), CUSTOMARY)
    if claim.tails == "1":
        return (*(f"one-sided {name}" for name in names), *(f"one-sided {name}{AGAINST}" for name in names))
    return names


def _less_ordinary(
    claim: Comparison, ordinary: tuple[str, ...], possible: list[tuple[Row, ...]]
) -> Iterator[Candidate]:
    from checker.statistics.contingency import TWO_BY_TWO
    from checker.statistics.unconditional import UNCONDITIONAL

    tried = [
        found
        for name in TWO_BY_TWO
        if name not in ordinary and _may_be(name, claim)
        for table in possible
        if (found := _candidate(name, table, ordinary=False))
    ]
    yield from tried
    if claim.test is None and claim.tails is None and not any(_meets(claim.p, _low(found)) for found in tried):
        customary = (_candidate(name, table) for name in ordinary for table in possible)
        yield from (_beyond_counts(found, claim.alpha.value) for found in customary if found)
    # These take milliseconds to seconds, and never lie far from the others: asked only for a p that is near.
    values = [_low(candidate) for candidate in tried]
    near = Interval(min(values, default=0.0) / _FACTOR, max(values, default=1.0) * _FACTOR)
    small = len(possible) <= 4 and sum(map(sum, possible[0])) <= _LARGEST_UNCONDITIONAL
    if small and interval(claim.p).meets(near):
        for name in UNCONDITIONAL:
            if name not in ordinary and _may_be(name, claim):
                yield from (found for table in possible if (found := _candidate(name, table, ordinary=False)))


def _may_be(test: str, claim: Comparison) -> bool:
    """Whether the test has the stated tails. Digits tell of one tail; `<0.05` would be had too cheaply by halving.

    Where nothing says that a test had one tail, its tail was at least the one that the data lie in.
    """
    if test.endswith(AGAINST):
        return claim.tails == "1"
    return not test.startswith("one-sided") or (claim.tails != "2" and claim.p.comparator == "=")


def _beyond_counts(customary: Candidate, alpha: float) -> Candidate:
    """What a test of more than the counts may make of them: adjusted, stratified, paired, or of times."""
    from checker.statistics.normal import quantile, two_sided_p

    p = min(max(_low(customary), _SMALLEST), 1.0)
    z = -quantile(p / 2)
    low, high = two_sided_p(z + _BEYOND_COUNTS), two_sided_p(max(0.0, z - _BEYOND_COUNTS))
    values = Interval(low, min(high, alpha)) if p < alpha else Interval(max(low, alpha), high)
    named = "a test that uses more than the counts (adjusted, stratified, paired or of times)"
    return Candidate((values,), named, customary.expression, False, f"= {_p(p)}", "a p near it is")


def _candidate(test: str, table: tuple[Row, ...], ordinary: bool = True) -> Candidate | None:
    p = _p_value(test, table)
    if p is None:
        return None
    name = called(test)
    return Candidate((Interval(p, p),), name, f"{name} of {group_tables.shown(table)}", ordinary)


def called(test: str) -> str:
    """The name of a test in a sentence."""
    one_sided = test.removeprefix("one-sided ")
    plain = one_sided.removesuffix(AGAINST)
    name = NAMES.get(plain, plain.replace("-", " ").capitalize() + " test")
    if one_sided == test:
        return name
    return f"one-sided {name} in the direction that the data do not have" if plain != one_sided else f"one-sided {name}"


# Edits are tried for the hint and for the suggestions, and a paper may print one table many times.
@functools.lru_cache(maxsize=4096)
def _p_value(test: str, table: tuple[Row, ...]) -> float | None:
    from checker.statistics.contingency import TWO_BY_TWO
    from checker.statistics.unconditional import UNCONDITIONAL

    if "fisher" in test and min(map(sum, (*table, *zip(*table, strict=True)))) > _LARGEST_EXACT:
        return None
    found = TWO_BY_TWO.get(test) or UNCONDITIONAL.get(test)
    p_value: Callable[[tuple[Row, ...]], float | None] | None = found.p_value if found else None
    return p_value(table) if p_value else None


def _meets(p: Reported, value: float) -> bool:
    return interval(p).meets(Interval(value, value), slack(p))


def _caution(claim: Comparison, candidates: list[Candidate], possible: list[tuple[Row, ...]]) -> tuple[str, ...]:
    """A note where only the uncorrected chi-squared gives the p, in a table too thin for it or against the others."""
    from checker.statistics.contingency import minimum_expected_count

    values = [(candidate.assumption, _low(candidate)) for candidate in candidates]
    giving = {name for name, p in values if _meets(claim.p, p)}
    exact = _p_value("fisher", possible[0])
    if giving != {NAMES["pearson"]} or len(possible) > 1 or exact is None:
        return ()
    least = minimum_expected_count(possible[0])
    alpha = claim.alpha.value
    across = any((p < alpha) != (exact < alpha) for name, p in values if name in giving)
    if least >= 5 and not across:
        return ()
    thin = f", as an expected count of {least:.1f} asks for," if least < 5 else ""
    side = "not below" if exact >= alpha else "below"
    against = f", {side} {claim.alpha.literal}" if across else ""
    return "only the uncorrected chi-squared gives that", f"Fisher's exact test{thin} gives {_p(exact)}{against}"


def _hint(
    p: Reported, groups: list[Counted], candidates: list[Candidate], ordinary: tuple[str, ...]
) -> tuple[str, ...]:
    ranges: dict[str, list[float]] = {}
    for candidate in candidates:
        ranges.setdefault(candidate.assumption, []).append(_low(candidate))
    found = [f"{name} {_p(min(values))}" + (f"-{_p(max(values))}" if len(values) > 1 else "")
             for name, values in ranges.items()]  # fmt: skip
    parts = [f"customary tests: {', '.join(found)}"] if len(found) > 1 else []
    edits = _edits(p, groups, ordinary)
    if len(edits) == 1:
        (position, count), test = edits[0]
        parts.append(f"{count}/{groups[position].total} would give {p.literal} ({called(test)})")
    return tuple(parts)


def _suggestions(p: Reported, groups: list[Counted], ordinary: tuple[str, ...]) -> Iterator[Suggestion]:
    edits = _edits(p, groups, ordinary)
    if len(edits) == 1:
        (position, count), _ = edits[0]
        yield Suggestion(f"groups[{position}].count", str(count))


def _edits(p: Reported, groups: list[Counted], ordinary: tuple[str, ...]) -> list[tuple[tuple[int, int], str]]:
    """The smallest changes of one count, by group and new count, under which an ordinary test gives the p."""

    def giving(table: tuple[Row, ...]) -> str | None:
        values = ((test, _p_value(test, table)) for test in ordinary)
        return next((test for test, value in values if value is not None and _meets(p, value)), None)

    return list(group_tables.edits(groups, giving).items())


def _excuses(claim: Comparison, candidates: list[Candidate]) -> Iterator[Excuse]:
    """What another test may give, where the paper states none."""
    if claim.test is None and claim.tails is None:
        yield from unsaid_tests.excuses(claim.p, candidates, claim.alpha.value, OF_COUNTS)


def _low(candidate: Candidate) -> float:
    value = candidate.values[0]
    assert isinstance(value, Interval)
    return value.low


def _p(value: float) -> str:
    return f"{value:.1e}" if value < 0.0001 else f"{value:.4f}"
