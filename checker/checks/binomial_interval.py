"""The confidence interval of a proportion, under every method in use.

What it checks
--------------
``70.8% (68 of 96; 95% CI 60.8-79.2)``: both limits against those that the count and denominator give. A
count that is not printed is every whole count that rounds to the printed estimate; an estimate beside a
printed count is recomputed too.

Example
-------
>>> from checker.examples import example
>>> example("binomial_interval", "{kind: interval, count: 68, total: 96, lower: 60.8, upper: 79.2}")
consistent: stata-proportion 95% CI of 68/96 = 60.81% to 79.17%, as printed
>>> claim = "{kind: interval, count: 16, total: 17, lower: 66.0, upper: 99.2, sample: all}"
>>> example("binomial_interval", claim, "{all: 96}")
consistent: stata-proportion over(all) 95% CI of 16/17 = 66.00% to 99.25%, as printed
>>> example("binomial_interval", "{kind: interval, count: 68, total: 96, lower: 64.8, upper: 76.4}")
discrepant (major): wald 95% CI of 68/96 = 61.74% to 79.93%, not 64.8% to 76.4%

Assumptions tried
-----------------
Ordinary, as SAS, Stata, R or SPSS print them by default: clopper-pearson (SAS `PROC FREQ`, Stata
`ci proportions`, R `binom.test`), wald (SAS), wilson (R `Hmisc::binconf`, SPSS `PROPORTIONS`),
wilson-continuity (R `prop.test`), agresti-coull and jeffreys (SPSS), and stata-proportion: the logit interval
of Stata's `proportion` command, with n-1 for n and t for z. With ``sample`` its degrees of freedom are those
of the whole sample, as under `over()`. Ordinary too, as options of these: wald-continuity and logit. Limits
beyond 0 or 100% are tried as computed and clipped. Less ordinary: mid-p, likelihood-ratio, arcsine, cloglog,
probit, blaker, Bayesian and other limits, the one-sided limits at 0/n and n/n, and one limit cut off or
rounded twice. Where the paper states its method, every other one is less ordinary. Where it states none, a query:
limits had from the printed, rounded estimate and Wald's margin; and limits from a bootstrap or of observations that are
not independent, each between the nearest that an ordinary method gives and 1.2 times the distance of the farthest from
the estimate, which is a design effect of 1.44. Narrower limits have no such excuse.

Limits
------
An interval of a weighted, adjusted, clustered or bootstrapped proportion is another one, and so is that of
a Kaplan-Meier estimate (`survival_interval`). Where neither the count nor the estimate is printed, nothing
can be recomputed. A rate without denominator is left to `count_from_interval`.

References
----------
Newcombe RG. Two-sided confidence intervals for the single proportion. Stat Med 1998;17:857-72.
Brown LD, Cai TT, DasGupta A. Interval estimation for a binomial proportion. Stat Sci 2001;16:101-33.
Manuals: SAS/STAT User's Guide, The FREQ Procedure, Binomial Proportion. Stata Base Reference Manual, [R] ci and
[R] proportion, Methods and formulas. IBM SPSS Statistics Command Syntax Reference, PROPORTIONS.
"""

import functools
import math
from collections.abc import Iterator
from typing import Literal

import msgspec

from checker.checks import count_from_percent
from checker.kinds import BinomialInterval
from checker.model import Because, Candidate, Count, Excuse, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.reconstruct.counts import shortened, span
from checker.reconstruct.wider_limits import wider
from checker.rounding import interval, shown
from checker.statistics import proportion
from checker.statistics.proportion import CUSTOMARY, Method

KINDS = (BinomialInterval,)
FIGURES = "intervals of proportions"

COSTLY = ("mid-p", "likelihood-ratio", "blaker", "jeffreys-highest-density")
SYNONYMS = {
    "exact": "clopper-pearson",
    "score": "wilson",
    "normal": "wald",
    "asymptotic": "wald",
    "prop.test": "wilson-continuity",
    "midp": "mid-p",
    "binomial": "clopper-pearson",
    "log-odds": "logit",
    "stata": "stata-proportion",
}
_ONE_SIDED = ("clopper-pearson", "wilson", "jeffreys")
_MOST_COUNTS = 24
_WIDER = 1.2


class Subject(msgspec.Struct, frozen=True):
    """What the limits are computed for: the counts, the denominator, the level and the whole sample if stated."""

    counts: range
    total: int
    level: float
    hundred: float
    sample: tuple[str, int] | None = None
    stated: str | None = None


def recompute(claim: BinomialInterval, paper: Paper) -> Iterator[Recomputation]:
    """The estimate that the count makes, and the limits that every method gives."""
    total = paper.denominator(claim)
    if total is None and claim.estimate is not None:
        # What the figures themselves tell of the denominator is the business of `count_from_interval`.
        return
    fields, targets = ("lower", "upper"), (claim.lower, claim.upper)
    missing = _missing(claim, total)
    if missing is not None or total is None:
        yield Recomputation(fields=fields, targets=targets, missing=missing)
        return
    hundred = 100.0 if claim.unit == "percent" else 1.0
    if claim.estimate is not None:
        yield _estimate(claim.estimate, claim.count, total, hundred)
    subject = _subject(claim, paper, total, hundred)
    if not subject.counts:
        missing = f"a count of {total} that makes {claim.estimate}"
        yield Recomputation(fields=fields, targets=targets, missing=missing)
        return
    known = subject.stated is None or subject.stated in proportion.METHODS
    remark = None if claim.method is None else f"the paper states {claim.method}"
    yield Recomputation(
        fields=fields,
        targets=targets,
        candidates=tuple(limits(subject, costly=False)),
        unlikely=lambda: limits(subject, costly=True),
        excuses=lambda: _excuses(claim, subject),
        possible=Interval(0, hundred),
        unit="%" if hundred == 100 else "",
        remark=remark if known else f"{remark}, which is not among the methods tried",
    )


def _excuses(claim: BinomialInterval, subject: Subject) -> Iterator[Excuse]:
    """Limits that no formula gives which knows only count and denominator."""
    if claim.method is not None:
        return
    scale = subject.hundred
    if claim.estimate is not None and claim.estimate.comparator == "=":
        yield from _of_rounded(claim.estimate, subject)
    low, high = scale * subject.counts[0] / subject.total, scale * subject.counts[-1] / subject.total
    yield Excuse(
        because=Because.UNSTATED,
        reason="a bootstrap, or observations that are not independent, may give these limits",
        settled_by="how the interval was made",
        allows=wider(limits(subject, costly=False), low, high, _WIDER, scale),
    )


def _of_rounded(estimate: Reported, subject: Subject) -> Iterator[Excuse]:
    """Limits as far from the estimate as it is printed as Wald's are from that which is not rounded."""
    wald = proportion.METHODS["wald"]
    for count in subject.counts[:1]:
        found = wald(count, subject.total, subject.level)
        if found is not None:
            margin, place = subject.hundred * (found[1] - found[0]) / 2, estimate.place / 2
            low, high = estimate.value - margin, estimate.value + margin
            yield Excuse(
                because=Because.UNSTATED,
                reason=f"{shown(low, estimate, 0)} to {shown(high, estimate, 0)} are Wald's limits about the rounded "
                f"estimate of {estimate}",
                settled_by="how the interval was made",
                allows={"lower": Interval(low - place, low + place), "upper": Interval(high - place, high + place)},
            )


def _missing(claim: BinomialInterval, total: Count | None) -> str | None:
    if total is None or total.value < 1:
        return "the denominator" if total is None else "a denominator above 0"
    if total.comparator != "=":
        return "an exact denominator"
    if claim.count is None and claim.estimate is None:
        return "the count or the estimate"
    if claim.count is not None and interval(claim.count).low > total.value:
        return f"a count of at most {total}"
    return None if 0.5 <= _level(claim) < 1 else "a confidence level between 50 and 100%"


def _level(claim: BinomialInterval) -> float:
    return claim.level.value / 100 if claim.level.value >= 1 else claim.level.value


def _estimate(estimate: Reported, count: Count | None, total: Count, hundred: float) -> Recomputation:
    """The printed estimate against the printed count, or else against all whole counts."""
    if count is None:
        return count_from_percent.recomputation(
            "estimate", estimate, total, count_from_percent.shares(estimate, total, hundred), hundred
        )
    counts = _counts(count, total)
    share = Interval(hundred * counts[0] / total.value, hundred * counts[-1] / total.value)
    return Recomputation(
        fields=("estimate",),
        targets=(estimate,),
        candidates=(Candidate((share,), "count/total", f"{count}/{total}"),),
        unit="%" if hundred == 100 else "",
    )


def _counts(count: Count, total: Count) -> range:
    """The printed count; several where it is printed as ``<5`` or ``~40``."""
    printed = interval(count)
    return range(math.ceil(max(0.0, printed.low)), math.floor(min(total.value, printed.high)) + 1)


def _subject(claim: BinomialInterval, paper: Paper, total: Count, hundred: float) -> Subject:
    if claim.count is not None:
        counts = _counts(claim.count, total)
    else:
        counts = shortened(claim.estimate, total, hundred)[0] if claim.estimate is not None else range(0)
    sample = None if claim.sample is None else (claim.sample, int(paper.populations[claim.sample].size.value))
    stated = None if claim.method is None else claim.method.strip().lower().replace(" ", "-")
    stated = None if stated is None else SYNONYMS.get(stated, stated)
    return Subject(counts, int(total.value), _level(claim), hundred, sample, stated)


def limits(subject: Subject, costly: bool) -> Iterator[Candidate]:
    """The limits under every method, or under those alone that take time to compute."""
    for name, method in _methods(subject).items():
        if (family(name) in COSTLY) is not costly:
            continue
        ordinary = family(name) == subject.stated if _is_known(subject) else family(name) in CUSTOMARY
        for counts in _runs(subject):
            yield from _of_method(subject, name, method, counts, ordinary)
    if not costly and subject.level > 0.5:
        for name in _ONE_SIDED:
            for count in {subject.counts[0], subject.counts[-1]} & {0, subject.total}:
                yield _one_sided(subject, name, count)


def family(assumption: str) -> str:
    """The method behind an assumption's name: ``wald`` for ``wald (clipped)``.

    >>> family("stata-proportion over(all)"), family("wald (clipped)")
    ('stata-proportion', 'wald')
    """
    return assumption.partition(" ")[0]


def _is_known(subject: Subject) -> bool:
    return subject.stated in proportion.METHODS


def _methods(subject: Subject) -> dict[str, Method]:
    methods = dict(proportion.METHODS)
    if subject.total < 2:
        del methods["stata-proportion"]
    if subject.sample is not None and subject.sample[1] > 1 and subject.total > 1:
        name, size = subject.sample
        over = functools.partial(proportion.stata_proportion, degrees_of_freedom=size - 1)
        methods[f"stata-proportion over({name})"] = over
    return methods


def _runs(subject: Subject) -> list[range]:
    """The counts one by one, or, where they are many, in runs whose ends bound what lies between.

    All limits rise with the count, but for Wald's within a few counts of 0 and n, which therefore stand alone.
    """
    counts = subject.counts
    if len(counts) <= _MOST_COUNTS:
        return [range(count, count + 1) for count in counts]
    alone = [count for count in counts if min(count, subject.total - count) <= 6]
    inner = range(max(counts[0], 7), min(counts[-1], subject.total - 7) + 1)
    step = -(-len(inner) // _MOST_COUNTS)
    runs = [inner[start : start + step + 1] for start in range(0, len(inner), step)] if step else []
    return [range(count, count + 1) for count in alone] + runs


def _of_method(subject: Subject, name: str, method: Method, counts: range, ordinary: bool) -> Iterator[Candidate]:
    first = method(counts[0], subject.total, subject.level)
    last = first if len(counts) == 1 else method(counts[-1], subject.total, subject.level)
    if first is None or last is None:
        return
    yield _candidate(subject, name, counts, (first, last), ordinary)
    clipped = proportion.clipped(first), proportion.clipped(last)
    if clipped != (first, last):
        yield _candidate(subject, f"{name} (clipped)", counts, clipped, ordinary)


def _candidate(
    subject: Subject,
    name: str,
    counts: range,
    ends: tuple[tuple[float, float], tuple[float, float]],
    ordinary: bool,
) -> Candidate:
    (low, high), (later_low, later_high) = ends
    scale = subject.hundred
    values = Interval(scale * low, scale * later_low), Interval(scale * high, scale * later_high)
    expression = f"{name} {100 * subject.level:g}% CI of {span(counts)}/{subject.total}"
    return Candidate(values, name, expression, ordinary)


def _one_sided(subject: Subject, name: str, count: int) -> Candidate:
    side: Literal["lower", "upper"] = "upper" if count == 0 else "lower"
    found = proportion.one_sided(proportion.METHODS[name], count, subject.total, subject.level, side=side)
    low, high = found or (0.0, 1.0)
    return _candidate(
        subject, f"{name} (one-sided)", range(count, count + 1), ((low, high), (low, high)), ordinary=False
    )
