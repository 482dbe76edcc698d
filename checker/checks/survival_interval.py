"""The confidence interval of a survival or cumulative incidence at a time.

What it checks
--------------
``1-year OS 61.5% (95% CI 51.0-70.4)`` of 96 patients: both limits against Greenwood's formula on every
scale in use. With complete follow-up to the time the estimate is k/n and its variance binomial. Censoring
can only widen the interval, as fewer patients would; competing events leave it as it is or nearly so.

Example
-------
>>> from checker.examples import example
>>> example("survival_interval", "{kind: survival, estimate: 61.5, lower: 51.0, upper: 70.4, total: 96}")
consistent: log-log 95% CI of 59/96 without censoring = 50.96% to 70.36%, as printed
>>> # doctest: +NORMALIZE_WHITESPACE
... example("survival_interval", "{kind: survival, estimate: 61.5, lower: 49.0, upper: 71.8, total: 96}")
explained (major): log-log 95% CI of 61.5%, 69.2 of 96 patients in effect = 49.00% to 71.80%; printed 49.0% to 71.8%
holds only for log-log (censoring before the time, not printed)
>>> # doctest: +NORMALIZE_WHITESPACE
... example("survival_interval", "{kind: survival, estimate: 61.5, lower: 52.0, upper: 69.6, total: 96}")
discrepant (major): log-log 95% CI of 59/96 without censoring = 50.96% to 70.36%, not 52.0% to 69.6%; it is
narrower than 96 patients allow, as if of 116.6

Assumptions tried
-----------------
Ordinary: complete follow-up to the time (no more is known from the paper), on the scales log-log (Stata,
SAS), log (R) and plain, clipped to 0-100% or not. Less ordinary: the scales logit and arcsine; censoring
before the time, which is not printed, as an effective number of patients up to the whole number; for a
cumulative incidence the scales of its complement, and Aalen's variance with competing events in any
number, at whatever times; another denominator that the paper states, where the claim names it.

Limits
------
How many were censored before the time, and in which order events came, is not printed: an interval that
only this can explain is explained, never discrepant. An interval narrower than complete follow-up allows,
or off centre on every scale, is not explained by it. Adjusted, weighted and bootstrapped curves, and
delayed entry, have other intervals.

References
----------
Kalbfleisch JD, Prentice RL. The Statistical Analysis of Failure Time Data. Wiley, 1980.
Klein JP, Moeschberger ML. Survival Analysis. 2nd ed. Springer, 2003, section 4.3.
Aalen O. Nonparametric estimation of partial transition probabilities in multiple decrement models. Ann Stat
1978;6:534-45. SAS/STAT User's Guide, The LIFETEST Procedure, Analysis of Competing-Risks Data.
"""

import math
from collections.abc import Iterator

import msgspec

from checker.kinds import SurvivalInterval
from checker.model import Candidate, Count, Interval, Recomputation, Reported, Suggestion
from checker.paper import Paper
from checker.reconstruct.counts import fitting
from checker.rounding import interval
from checker.statistics import survival, survival_fit
from checker.statistics.tails import Range

KINDS = (SurvivalInterval,)
FIGURES = "intervals of survival"

ORDINARY = ("log-log", "log", "plain")
CENSORED = "censoring before the time, not printed"
COMPETING = "competing events, Aalen variance"
_MOST_COUNTS = 12
_HARDLY = 0.97
_LARGEST_SEARCHED = 1000
_MOST_SUGGESTED = 2


class Curve(msgspec.Struct, frozen=True):
    """The printed figures of one point of a curve, and how many patients it rests on (infinite: unknown)."""

    estimate: Reported
    lower: Reported
    upper: Reported
    total: float
    level: float
    hundred: float
    incidence: bool

    def share(self, printed: Reported) -> Range:
        """The values of a printed figure, as fractions."""
        values = interval(printed)
        return values.low / self.hundred, values.high / self.hundred


def recompute(claim: SurvivalInterval, paper: Paper) -> Iterator[Recomputation]:
    """The limits that complete follow-up gives on every scale, and those that censoring can give."""
    if claim.lower is None or claim.upper is None:
        return
    fields, targets = ("lower", "upper"), (claim.lower, claim.upper)
    total = paper.denominator(claim)
    missing = _missing(claim, total)
    if missing is not None or claim.estimate is None:
        yield Recomputation(fields=fields, targets=targets, missing=missing)
        return
    curve = Curve(
        claim.estimate,
        claim.lower,
        claim.upper,
        math.inf if total is None else total.value,
        level(claim),
        100.0 if claim.unit == "percent" else 1.0,
        claim.quantity == "cumulative-incidence",
    )
    if total is None and any(_fit(curve, scale, mirrored) for scale, mirrored in _scales(curve)):
        yield Recomputation(fields=fields, targets=targets, missing="the number of patients")
        return
    yield Recomputation(
        fields=fields,
        targets=targets,
        candidates=(*_candidates(curve, total), *_of_others(curve, claim.alternatives, paper)),
        unlikely=lambda: _censored_fits(curve, few=True),
        suggestions=lambda: (Suggestion("total", str(other)) for _, other, _ in _other_totals(curve)),
        hint=lambda: _hint(curve),
        unit="%" if curve.hundred == 100 else "",
    )


def level(claim: SurvivalInterval) -> float:
    """The confidence level as a fraction."""
    return claim.level.value / 100 if claim.level.value >= 1 else claim.level.value


def _missing(claim: SurvivalInterval, total: Count | None) -> str | None:
    if claim.estimate is None:
        return "the estimate"
    if total is not None and total.value < 1:
        return "a number of patients above 0"
    if total is not None and total.comparator != "=":
        return "an exact number of patients"
    if not 0.5 <= level(claim) < 1:
        return "a confidence level between 50 and 100%"
    hundred = 100 if claim.unit == "percent" else 1
    if not 0 < claim.estimate.value < hundred:
        return f"a standard error: an estimate of {claim.estimate} has none"
    return None


def _scales(curve: Curve) -> list[tuple[str, bool]]:
    """Names of scales, each with whether it is applied to the complement of the printed quantity."""
    return [
        (scale, mirrored)
        for scale in survival.SCALES
        for mirrored in ((False, True) if curve.incidence else (False,))
        if not mirrored or scale in ("log-log", "log")
    ]


def _candidates(curve: Curve, total: Count | None) -> Iterator[Candidate]:
    if total is not None:
        counts = fitting(curve.estimate, total, curve.hundred)
        # Where the estimate is coarse and the patients are many, the censored fits cover the counts between.
        step = -(-len(counts) // _MOST_COUNTS) or 1
        for count in {*counts[::step], *counts[-1:]} - {0, int(total.value)}:
            yield from _complete(curve, count)
    yield from _censored_fits(curve, few=False)


def _of_others(curve: Curve, names: tuple[str, ...], paper: Paper) -> Iterator[Candidate]:
    """The limits that other denominators of the paper give, those without censoring first."""
    for censored in (False, True):
        for name in names:
            size = paper.populations[name].size
            there = msgspec.structs.replace(curve, total=max(size.value, 1.0))
            for candidate in _candidates(there, size):
                if (CENSORED in candidate.assumption) is censored:
                    assumption = f"{candidate.assumption}, denominator={size} ({name})"
                    yield msgspec.structs.replace(candidate, assumption=assumption, ordinary=False)


def _complete(curve: Curve, count: int) -> Iterator[Candidate]:
    size = int(curve.total)
    probability, error = survival.greenwood_complete(count, size)
    for scale, mirrored in _scales(curve):
        limits = _limits(curve, scale, mirrored, probability, error)
        if limits is None:
            continue
        name, ordinary = _named(scale, mirrored), scale in ORDINARY and not mirrored
        yield _candidate(curve, name, f"{count}/{size} without censoring", (limits, limits), name, ordinary)
        clipped = max(limits[0], 0.0), min(limits[1], 1.0)
        if clipped != limits:
            clip = f"{name} (clipped)"
            yield _candidate(curve, clip, f"{count}/{size} without censoring", (clipped, clipped), clip, ordinary)
    if curve.incidence:
        yield from _competing(curve, count, size)


def _competing(curve: Curve, count: int, size: int) -> Iterator[Candidate]:
    """Aalen's variance depends on how many competing events there were, and when: its range over both."""
    errors = [
        error
        for competing in {0, (size - count) // 2, size - count}
        for error in survival.complete_incidence(count, competing, size)[1].values()
    ]
    for scale, mirrored in _scales(curve):
        ends = [_limits(curve, scale, mirrored, count / size, error) for error in (min(errors), max(errors))]
        if ends[0] is not None and ends[1] is not None:
            name = _named(scale, mirrored)
            about = f"{count}/{size} with competing events"
            yield _candidate(curve, name, about, (ends[0], ends[1]), f"{name} ({COMPETING})", ordinary=False)


def _censored_fits(curve: Curve, few: bool) -> Iterator[Candidate]:
    """The limits of the fewer patients that reproduce both on a scale, or else the nearest it allows.

    ``few``: those that ask for hardly any censoring. A limit rounded twice may explain as much, and comes first.
    """
    for scale, mirrored in _scales(curve):
        fit = _fit(curve, scale, mirrored)
        if fit is None and not few:
            clipped = curve.share(curve.lower)[0] <= 0 or curve.share(curve.upper)[1] >= 1
            yield from _clipped(curve, scale, mirrored) if clipped else _nearest(curve, scale, mirrored)
        elif fit is not None and few is (fit.size > _HARDLY * curve.total):
            yield _of_fit(curve, scale, mirrored, fit)


def _nearest(curve: Curve, scale: str, mirrored: bool) -> Iterator[Candidate]:
    share = curve.estimate.value / curve.hundred
    size = min(curve.total, _width(curve, scale, mirrored) or curve.total)
    fit = survival_fit.at_size(1 - share if mirrored else share, size, scale, curve.level)
    if fit is not None:
        yield _of_fit(curve, scale, mirrored, fit)


def _of_fit(curve: Curve, scale: str, mirrored: bool, fit: survival_fit.Fit) -> Candidate:
    name = _named(scale, mirrored)
    limits = (1 - fit.upper, 1 - fit.lower) if mirrored else (fit.lower, fit.upper)
    about = curve.estimate.literal.rstrip("%") + ("%" if curve.hundred == 100 else "")
    if fit.size < 0.999 * curve.total < math.inf:
        about += f", {fit.size:.1f} of {curve.total:.0f} patients in effect"
    elif curve.total < math.inf:
        about += f" of {curve.total:.0f} patients"
    return _candidate(curve, name, about, (limits, limits), f"{name} ({CENSORED})", ordinary=False)


def _clipped(curve: Curve, scale: str, mirrored: bool) -> Iterator[Candidate]:
    """One limit printed as 0 or 100% says nothing of the width: what is wide enough fits."""
    share = curve.estimate.value / curve.hundred
    fit = survival_fit.at_size(1 - share if mirrored else share, curve.total, scale, curve.level)
    if fit is not None:
        lower, upper = (1 - fit.upper, 1 - fit.lower) if mirrored else (fit.lower, fit.upper)
        name = _named(scale, mirrored)
        assumption = f"{name} ({CENSORED})"
        size = "" if math.isinf(curve.total) else f" of at most {curve.total:.0f} patients"
        printed = f"{curve.estimate}{size}"
        ends = (min(0.0, lower), min(1.0, upper)), (lower, 1.0)
        yield _candidate(curve, name, printed, ends, assumption, ordinary=False)


def _fit(curve: Curve, scale: str, mirrored: bool) -> survival_fit.Fit | None:
    lower, upper, share = (curve.share(figure) for figure in (curve.lower, curve.upper, curve.estimate))
    if mirrored:
        lower, upper, share = _complement(upper), _complement(lower), _complement(share)
    return survival_fit.fitted(lower, upper, share, scale, curve.level, curve.total)


def _width(curve: Curve, scale: str, mirrored: bool) -> float | None:
    """The number of patients that the width of the interval alone implies."""
    lower, upper, share = (curve.share(figure) for figure in (curve.lower, curve.upper, curve.estimate))
    if mirrored:
        lower, upper, share = _complement(upper), _complement(lower), _complement(share)
    sizes = survival.implied_effective_size(lower, upper, share, scale, curve.level)
    return None if sizes is None else sum(sizes) / 2


def _complement(values: Range) -> Range:
    return 1 - values[1], 1 - values[0]


def _limits(curve: Curve, scale: str, mirrored: bool, probability: float, error: float) -> Range | None:
    if not mirrored:
        return survival.SCALES[scale](probability, error, curve.level)
    limits = survival.SCALES[scale](1 - probability, error, curve.level)
    return None if limits is None else _complement(limits)


def _named(scale: str, mirrored: bool) -> str:
    return f"{scale} of the complement" if mirrored else scale


def _candidate(
    curve: Curve, name: str, of: str, ends: tuple[Range, Range], assumption: str, ordinary: bool
) -> Candidate:
    low, high = (sorted(curve.hundred * end[side] for end in ends) for side in (0, 1))
    values = Interval(low[0], low[1]), Interval(high[0], high[1])
    return Candidate(values, assumption, f"{name} {100 * curve.level:g}% CI of {of}", ordinary)


def _hint(curve: Curve) -> tuple[str, ...]:
    unbounded = msgspec.structs.replace(curve, total=math.inf)
    fits = [fit for scale, mirrored in _scales(curve) if (fit := _fit(unbounded, scale, mirrored)) is not None]
    if not fits:
        return ("the limits do not lie about the estimate on any scale in use",)
    size = min(fit.size for fit in fits)
    narrow = f"it is narrower than {curve.total:.0f} patients allow, as if of {size:.1f}"
    others = [f"{count}/{total}, {name}" for count, total, name in _other_totals(curve)]
    return (narrow, f"all three figures fit {' or '.join(others)}") if others else (narrow,)


def _other_totals(curve: Curve) -> list[tuple[int, int, str]]:
    """The nearest other denominators that reproduce all figures with complete follow-up: count, total, assumption."""
    found: list[tuple[int, int, str]] = []
    if curve.total > _LARGEST_SEARCHED:
        return found
    size = int(curve.total)
    for other in sorted(range(max(2, size // 2), 2 * size + 1), key=lambda total: abs(total - size)):
        there = msgspec.structs.replace(curve, total=float(other))
        for count in fitting(curve.estimate, Count(str(other)), curve.hundred):
            if 0 < count < other and len(found) < _MOST_SUGGESTED:
                fits = [c.assumption for c in _complete(there, count) if _meets(curve, c)]
                found += [(count, other, name) for name in fits[:1]]
    return found


def _meets(curve: Curve, candidate: Candidate) -> bool:
    pairs = zip((curve.lower, curve.upper), candidate.values, strict=True)
    return all(interval(target).meets(value) for target, value in pairs)
