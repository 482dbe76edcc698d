"""A risk difference, risk ratio or odds ratio, and its confidence interval, from the counts of two groups.

What it checks
--------------
``16/30 versus 8/25, RR 1.67 (95% CI 0.86-3.23)``: the estimate from the counts, and both limits under every method in
use. Where only percentages are printed, all counts that they allow are tried.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: effect, measure: %s, scale: log, groups: [{count: 16, total: 30}, {count: 8, total: 25}], %s}"
>>> example("effect_from_counts", claim % ("RR", "estimate: 1.67, lower: 0.86, upper: 3.23"))
consistent: risk ratio of 16/30 against 8/25 = 1.667, as printed
consistent: katz-log 95% CI of the risk ratio of 16/30 against 8/25 = 0.859 to 3.232, as printed
>>> example("effect_from_counts", claim % ("RR", "estimate: 2.43"))
explained (major): odds ratio of 16/30 against 8/25 = 2.429; printed 2.43 holds only for an odds ratio
>>> example("effect_from_counts", claim % ("OR", "estimate: 2.11"))
explained (major): odds ratio of 16/30 against 8/25 = 2.429; adjusted, it may be anything; printed 2.11 holds only \
for an adjusted or stratified model
>>> example("effect_from_counts", claim % ("OR", "estimate: 2.11, crude: true"))
discrepant (major): odds ratio of 16/30 against 8/25 = 2.429, not 2.11

Assumptions tried
-----------------
The first group against the second. Intervals as SAS, Stata, SPSS and R print them: of a difference by Wald with and
without continuity correction, Newcombe, Miettinen-Nurminen, Agresti-Caffo; of a risk ratio by Katz; of an odds ratio
by Woolf, and the exact conditional one; with half an event added where a group has none. Differences as fractions or
percentage points. Less ordinary: the other methods in use; the second group against the first; an odds ratio for a
risk ratio, and the reverse; the risk of no event; the printed percentages in place of the counts. Unless the claim
says that it is ``crude``: an adjusted or stratified model, which may give anything.

Limits
------
Hazard and rate ratios rest on times at risk, not on counts alone. Clustered, matched and weighted data have other
intervals, and their authors seldom say so in the same sentence.

References
----------
Newcombe RG. Interval estimation for the difference between independent proportions. Stat Med 1998;17:873-90.
Fagerland MW, Lydersen S, Laake P. Recommended confidence intervals for two independent binomial proportions. Stat
Methods Med Res 2015;24:224-54.
"""

import functools
import math
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from checker.kinds import Effect
from checker.measures import Measure
from checker.model import Candidate, Interval, Recomputation, Reported, Suggestion
from checker.paper import Paper
from checker.reconstruct import group_tables
from checker.reconstruct.effect_measures import DERIVED, WITHOUT_RISKS, adjusted, of_groups, unsized, wholes
from checker.reconstruct.group_tables import Counted, Missing, Row
from checker.rounding import interval, slack
from checker.statistics.two_group_effects import ESTIMATES, INTERVALS
from checker.statistics.two_proportions import clipped_difference

KINDS = (Effect,)
FIGURES = "effects of counts"

ORDINARY = {
    Measure.RISK_DIFFERENCE: ("wald", "newcombe", "miettinen-nurminen", "agresti-caffo", "wald-continuity"),
    Measure.RISK_RATIO: ("katz-log",),
    Measure.ODDS_RATIO: ("woolf-logit", "exact-conditional"),
}
# Taken for granted where a group has no event, or nothing but events.
_FOR_EMPTY_CELLS = ("walter", "half", "walter-log", "half-log", "gart-logit")
_ESTIMATES = {
    "walter": "1/2 added to counts and totals",
    "half": "1/2 added to every cell",
    "conditional": "conditional maximum likelihood",
}
# This loads numpy.
_COSTLY = ("exact-conditional",)
_MOST_TABLES = 36

Table = tuple[Row, ...]


class _Way(NamedTuple):
    """An effect, what it is taken of, and what must be assumed for that: nothing, where it is the stated one."""

    effect: Measure
    of: Callable[[Table], Table]
    assumption: str = ""


class _Subject(NamedTuple):
    """The tables that the figures allow, what is said of them, and how much a whole is in the figures' unit."""

    way: _Way
    tables: list[Table]
    level: float
    wholes: tuple[float, ...]


def recompute(claim: Effect, paper: Paper) -> Iterator[Recomputation]:
    """The estimate, then both limits, for each table that the printed figures allow."""
    parts = dict(_parts(claim))
    if not claim.groups or not parts or not _of_counts(claim, paper):
        return
    read = _read(claim, paper)
    if isinstance(read, Missing):
        fields = tuple(field for part in parts for field in part)
        figures = tuple(figure for part in parts.values() for figure in part)
        yield Recomputation(fields=fields, targets=figures, missing=read.what)
        return
    groups, subject = read
    for fields, figures in parts.items():
        yield _recomputation(claim, groups, subject, fields, figures)
        if fields == ("estimate",):
            fitting = [table for table in subject.tables if _is_given(subject, table, figures)]
            subject = subject._replace(tables=fitting or subject.tables)


def _of_counts(claim: Effect, paper: Paper) -> bool:
    """Whether counts make it: what only percentages make, `effect_from_percentages` takes."""
    return claim.measure.kind not in WITHOUT_RISKS | DERIVED and not unsized(claim, paper)


def _parts(claim: Effect) -> Iterator[tuple[tuple[str, ...], tuple[Reported, ...]]]:
    if claim.estimate is not None:
        yield ("estimate",), (claim.estimate,)
    if claim.lower is not None and claim.upper is not None:
        yield ("lower", "upper"), (claim.lower, claim.upper)


def _read(claim: Effect, paper: Paper) -> tuple[list[Counted], _Subject] | Missing:
    effect = of_groups(claim.measure, claim.scale)
    if isinstance(effect, Missing):
        return effect
    groups = group_tables.counted_all(claim.groups, paper) if len(claim.groups) == 2 else Missing("two groups")
    if isinstance(groups, Missing):
        return groups
    tables = group_tables.tables(groups, _MOST_TABLES)
    if isinstance(tables, Missing):
        return tables
    level = claim.level.value / 100 if claim.level.value >= 1 else claim.level.value
    if not 0.5 <= level < 1:
        return Missing("a confidence level between 50 and 100%")
    return groups, _Subject(_Way(effect, lambda table: table), tables, level, _wholes(claim, effect))


def _wholes(claim: Effect, effect: Measure) -> tuple[float, ...]:
    """1 for ratios; for a difference what a whole is in its unit."""
    figures = [figure for _, part in _parts(claim) for figure in part]
    return wholes(figures) if effect is Measure.RISK_DIFFERENCE else (1.0,)


def _recomputation(
    claim: Effect, groups: list[Counted], subject: _Subject, fields: tuple[str, ...], figures: tuple[Reported, ...]
) -> Recomputation:
    made = _estimates if fields == ("estimate",) else _limits
    ordinary = list(made(subject, "ordinary"))
    if not any(_meets(figures, found) for found in ordinary):
        ordinary += made(subject, "costly")
    unit = "%" if any(figure.unit == "%" for figure in figures) else ""

    def unlikely() -> Iterator[Candidate]:
        tried = list(made(subject, "other"))
        for way in _other_ways(subject.way.effect):
            tried += made(subject._replace(way=way), "ordinary", "costly")
        if fields == ("estimate",):
            tried += _of_percentages(claim, subject)
        yield from tried
        if not claim.crude and not any(_meets(figures, found) for found in tried):
            yield adjusted(figures, ordinary, unit)

    @functools.cache
    def edits() -> dict[tuple[int, int], str]:
        def giving(table: Table) -> str | None:
            found = _estimates(subject._replace(tables=[table]), "ordinary")
            return subject.way.effect if any(_meets(figures, each) for each in found) else None

        return group_tables.edits(groups, giving) if fields == ("estimate",) else {}

    return Recomputation(
        fields=fields,
        targets=figures,
        candidates=tuple(ordinary),
        unlikely=unlikely,
        suggestions=lambda: (Suggestion(f"groups[{position}].count", str(count)) for position, count in edits()),
        hint=lambda: _hint(edits(), groups, figures[0]),
        threshold=1.0 if claim.scale == "log" else 0.0,
        remark=group_tables.inference(groups),
        guessed=any(group.inferred is not None for group in groups),
        unit=unit,
    )


def _other_ways(effect: Measure) -> Iterator[_Way]:
    yield _Way(effect, lambda table: table[::-1], "the second group against the first")
    if effect is Measure.RISK_RATIO:
        yield _Way(Measure.ODDS_RATIO, lambda table: table, "an odds ratio")
        yield _Way(effect, lambda table: tuple((b, a) for a, b in table), "the risk of no event")
    elif effect is Measure.ODDS_RATIO:
        yield _Way(Measure.RISK_RATIO, lambda table: table, "a risk ratio")


def _estimates(subject: _Subject, *which: str) -> Iterator[Candidate]:
    for name, table, ordinary in _tried(subject, ESTIMATES, ("observed",), which):
        value = ESTIMATES[subject.way.effect][name](*_figures(table))
        if value is not None:
            how = _ESTIMATES.get(name, "")
            expression = f"{subject.way.effect} of {_against(table)}" + (f" ({how})" if how else "")
            for whole in subject.wholes:
                values = (Interval(whole * value, whole * value),)
                yield Candidate(values, subject.way.assumption or how or "observed counts", expression, ordinary)


def _limits(subject: _Subject, *which: str) -> Iterator[Candidate]:
    way, percent = subject.way, f"{100 * subject.level:g}%"
    for name, table, ordinary in _tried(subject, INTERVALS, ORDINARY[way.effect], which):
        limits = INTERVALS[way.effect][name](*_figures(table), subject.level)
        if limits is None or math.isinf(limits[1]):
            continue
        clipped = clipped_difference(limits) if way.effect is Measure.RISK_DIFFERENCE else limits
        for lower, upper in dict.fromkeys((limits, clipped)):
            assumption = f"{name}, {way.assumption}" if way.assumption else name
            expression = f"{name} {percent} CI of the {way.effect} of {_against(table)}"
            for whole in subject.wholes:
                values = Interval(whole * lower, whole * lower), Interval(whole * upper, whole * upper)
                yield Candidate(values, assumption, expression, ordinary)


def _tried(
    subject: _Subject, known: Mapping[str, Mapping[str, object]], usual: tuple[str, ...], which: tuple[str, ...]
) -> Iterator[tuple[str, Table, bool]]:
    """The estimates or methods that are "ordinary", "costly" though ordinary, or "other", each with a table.

    And whether it is ordinary there: nothing is where something else is assumed already.
    """
    for name in known[subject.way.effect]:
        for table in map(subject.way.of, subject.tables):
            expected = name in usual or (name in _FOR_EMPTY_CELLS and not all(map(all, table)))
            if ("other" if not expected else "costly" if name in _COSTLY else "ordinary") in which:
                yield name, table, expected and not subject.way.assumption


def _of_percentages(claim: Effect, subject: _Subject) -> Iterator[Candidate]:
    """The estimate that the printed percentages make, where they were taken for exact."""
    first, second = (group.percent for group in claim.groups)
    if first is None or second is None or subject.way.effect is Measure.ODDS_RATIO:
        return
    one, other, assumption = first.value, second.value, "the rounded percentages"
    if subject.way.effect is Measure.RISK_DIFFERENCE:
        for whole in subject.wholes:
            value = (one - other) * whole / 100
            yield Candidate((Interval(value, value),), assumption, f"{first} - {second}", False)
    elif other:
        yield Candidate((Interval(one / other, one / other),), assumption, f"{first}/{second}", False)


def _hint(edits: dict[tuple[int, int], str], groups: list[Counted], estimate: Reported) -> str:
    others = " or ".join(f"{count}/{groups[position].total}" for position, count in edits)
    return f"{others} would give {estimate.literal}" if edits else ""


def _is_given(subject: _Subject, table: Table, figures: tuple[Reported, ...]) -> bool:
    """Whether the table gives the estimate in any way."""
    ways = (subject.way, *_other_ways(subject.way.effect))
    there = (subject._replace(way=way, tables=[table]) for way in ways)
    return any(_meets(figures, found) for each in there for found in _estimates(each, "ordinary"))


def _meets(figures: tuple[Reported, ...], candidate: Candidate) -> bool:
    pairs = zip(figures, candidate.values, strict=True)
    return all(isinstance(value, Interval) and interval(figure).meets(value, slack(figure)) for figure, value in pairs)


def _figures(table: Table) -> tuple[int, int, int, int]:
    (a, b), (c, d) = table
    return a, a + b, c, c + d


def _against(table: Table) -> str:
    first, second = (f"{a}/{a + b}" for a, b in table)
    return f"{first} against {second}"
