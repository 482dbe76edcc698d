"""Sensitivity, specificity, predictive values, likelihood ratios and their kin, and their intervals, from the counts.

What it checks
--------------
``45 true positives, 5 false negatives: sensitivity 90% (95% CI 78-97)``: the measure against the counts of the test's
table, and both limits against those of every method in use.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: accuracy, measure: %s, tp: 45, fp: 12, fn: 5, tn: 88, %s}"
>>> example("accuracy_from_counts", claim % ("sensitivity", "estimate: 90, lower: 78, upper: 97"))
consistent: sensitivity of 45/50 = 90.0%, as printed
consistent: clopper-pearson 95% CI of the sensitivity of 45/50 = 78.2% to 96.7%, as printed
>>> example("accuracy_from_counts", claim % ("lr+", "estimate: 7.5"))
consistent: lr+ of tp 45, fp 12, fn 5, tn 88 = 7.50, as printed
>>> example("accuracy_from_counts", claim % ("ppv", "estimate: 90"))
discrepant (major): ppv of 45/57 = 78.9%, not 90%; 90% would be the sensitivity, or fp 5
>>> example("accuracy_from_counts", claim % ("sensitivity", "estimate: 88"))
query (major): sensitivity of 45/50 = 90.0%, not 88%; results that are neither positive nor negative may be counted in \
one figure and not in the other: how those were counted is not stated

Assumptions tried
-----------------
The counts as they stand; where a likelihood or odds ratio has an empty cell, 1/2 added to every cell as well. Intervals
of proportions are those customary for one (`binomial_interval`); of likelihood ratios that of Simel, which is Katz's of
a risk ratio; of the odds ratio Woolf's and the exact one, of Youden's index Wald's and Newcombe's, of kappa
Wald's with either standard error, of F1 the delta method and Wilson's of F*. Less ordinary: the other methods in use;
a ratio or an index made of sensitivity and specificity as rounded to whole percentages or to one decimal. A query:
results that are neither positive nor negative, up to 15% more of those with the condition and of those without,
counted as right, as wrong or not at all; limits up to 1.5 times as far from the estimate as the farthest ordinary ones,
since eyes, lesions and samples of one person are not independent.

Limits
------
Pooled accuracy of several studies, and cross-validated or bootstrapped accuracy, is not that of one table. Measures of
more than two classes need to be said of which class.

References
----------
Altman DG, Bland JM. Diagnostic tests 1: sensitivity and specificity. BMJ 1994;308:1552.
Simel DL, Samsa GP, Matchar DB. Likelihood ratios with confidence. J Clin Epidemiol 1991;44:763-70.
Shinkins B, Thompson M, Mallett S, Perera R. Diagnostic accuracy studies: how to report and analyse inconclusive test
results. BMJ 2013;346:f2778.
"""

import math
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from checker.kinds.accuracy import Accuracy
from checker.model import Because, Candidate, Count, Excuse, Interval, Recomputation, Reported, Suggestion
from checker.paper import Paper
from checker.reconstruct.counts import LEAST_KNOWN, span
from checker.reconstruct.wider_limits import wider
from checker.rounding import SLACK, interval, near
from checker.statistics.accuracy import COUNTED, MEASURES
from checker.statistics.accuracy_intervals import limits
from checker.statistics.proportion import CUSTOMARY

KINDS = (Accuracy,)
USES_SIZES = False
FIGURES = "measures of accuracy"

_CELLS = ("tp", "fp", "fn", "tn")
# The cells of which a share is one: those it counts, and those it leaves.
_SHARES = {
    "sensitivity": (("tp",), ("fn",)),
    "specificity": (("tn",), ("fp",)),
    "ppv": (("tp",), ("fp",)),
    "npv": (("tn",), ("fn",)),
    "accuracy": (("tp", "tn"), ("fp", "fn")),
    "prevalence": (("tp", "fn"), ("fp", "tn")),
}
_NAMES = {"tp": "true positives", "fp": "false positives", "fn": "false negatives", "tn": "true negatives"}
_IN_PERCENT = (*_SHARES, "balanced-accuracy")
_OF_RATES = ("lr+", "lr-", "dor", "youden", "balanced-accuracy")
_RATIOS = ("lr+", "lr-", "dor")
_ORDINARY = (
    *CUSTOMARY, "simel-log", "woolf-logit", "exact-conditional", "newcombe", "delta", "wilson of F*",
    "wald (SE under 0)",
)  # fmt: skip
_FOR_EMPTY_CELLS = ("walter-log", "half-log", "gart-logit")
_WIDER = 1.5

Table = tuple[float, float, float, float]


class _Subject(NamedTuple):
    """The measure by its name here and in the arithmetic, the table, and what 1 is printed as."""

    name: str
    measure: str
    table: Table
    whole: float
    level: float

    def value(self, table: Table | None = None) -> float:
        """The measure of the table, or of another, as it is printed."""
        found: float = MEASURES[self.measure](*(self.table if table is None else table))
        return self.whole * found

    @property
    def expression(self) -> str:
        """What stands on the left of an equation."""
        counts = dict(zip(_CELLS, self.table, strict=True))
        if self.name in _SHARES:
            there, others = (sum(counts[cell] for cell in cells) for cells in _SHARES[self.name])
            return f"{self.name} of {there:g}/{there + others:g}"
        named = COUNTED[self.measure]
        return f"{self.name} of {', '.join(f'{cell} {counts[cell]:g}' for cell in named)}"


def recompute(claim: Accuracy, paper: Paper) -> Iterator[Recomputation]:
    """The measure that the counts make, and its limits."""
    parts = dict(_parts(claim))
    missing = _missing(claim)
    if missing is not None:
        for fields, figures in parts.items():
            yield Recomputation(fields=fields, targets=figures, missing=missing)
        return
    subject = _subject(claim)
    unit = "%" if subject.whole == 100 else ""
    for fields, figures in parts.items():
        yield (_estimate if fields == ("estimate",) else _interval)(subject, figures, unit)


def _parts(claim: Accuracy) -> Iterator[tuple[tuple[str, ...], tuple[Reported, ...]]]:
    if claim.estimate is not None:
        yield ("estimate",), (claim.estimate,)
    if claim.lower is not None and claim.upper is not None:
        yield ("lower", "upper"), (claim.lower, claim.upper)


def _missing(claim: Accuracy) -> str | None:
    for cell in COUNTED[_known(claim.measure)]:
        count: Count | None = getattr(claim, cell)
        if count is None or count.comparator != "=":
            return f"the {_NAMES[cell]}"
    subject = _subject(claim)
    if math.isnan(subject.value()):
        return "a count above 0"
    if claim.lower is not None and claim.upper is not None and not 0.5 <= subject.level < 1:
        return "a confidence level between 50 and 100%"
    return None


def _known(measure: str) -> str:
    """The measure as the arithmetic calls it."""
    return measure.replace("balanced-", "balanced ")


def _subject(claim: Accuracy) -> _Subject:
    counts = [getattr(claim, cell) for cell in _CELLS]
    tp, fp, fn, tn = (0.0 if count is None else count.value for count in counts)
    percent = claim.unit == "percent" if claim.unit is not None else claim.measure in _IN_PERCENT
    level = claim.level.value / 100 if claim.level.value >= 1 else claim.level.value
    return _Subject(
        claim.measure,
        _known(claim.measure),
        (tp, fp, fn, tn),
        100.0 if percent else 1.0,
        level,
    )


def _estimate(subject: _Subject, figures: tuple[Reported, ...], unit: str) -> Recomputation:
    [printed] = figures
    value = subject.value()
    candidates = [] if math.isinf(value) else [_point(value, "the counts", subject.expression)]
    if subject.name in _RATIOS and not all(subject.table):
        half = subject.value(_plus(subject.table, (0.5, 0.5, 0.5, 0.5)))
        candidates.append(_point(half, "1/2 added to every cell", f"{subject.expression} (1/2 added to every cell)"))
    return Recomputation(
        fields=("estimate",),
        targets=figures,
        candidates=tuple(candidates),
        unlikely=lambda: _of_rounded_rates(subject),
        excuses=lambda: _inconclusive(subject),
        possible=_possible(subject),
        suggestions=lambda: _suggestions(subject, printed),
        hint=lambda: _hint(subject, printed, unit),
        threshold=1.0 if subject.name in _RATIOS else None,
        unit=unit,
    )


def _point(value: float, assumption: str, expression: str, ordinary: bool = True) -> Candidate:
    return Candidate((Interval(value, value),), assumption, expression, ordinary)


def _possible(subject: _Subject) -> Interval:
    if subject.name in _RATIOS:
        return Interval(0, math.inf)
    return Interval(-subject.whole if subject.name in ("youden", "mcc", "kappa") else 0, subject.whole)


def _plus(table: Table, more: Table) -> Table:
    a, b, c, d = (count + each for count, each in zip(table, more, strict=True))
    return a, b, c, d


def _of_rounded_rates(subject: _Subject) -> Iterator[Candidate]:
    """What authors make of sensitivity and specificity as they have printed them."""
    tp, fp, fn, tn = subject.table
    if subject.name not in _OF_RATES or not tp + fn or not fp + tn:
        return
    for decimals in (0, 1):
        se, sp = round(100 * tp / (tp + fn), decimals), round(100 * tn / (fp + tn), decimals)
        value = subject.value((se, 100 - sp, 100 - se, sp))
        if math.isfinite(value):
            shown = f"sensitivity {se:.{decimals}f}% and specificity {sp:.{decimals}f}%"
            yield _point(value, f"{shown} as rounded", f"{subject.name} of {shown}", ordinary=False)


def _inconclusive(subject: _Subject) -> Iterator[Excuse]:
    """Results that are neither, counted as right, as wrong, or not at all."""
    tp, fp, fn, tn = subject.table
    share = 1 / LEAST_KNOWN - 1
    ill, well = share * (tp + fn), share * (fp + tn)
    values = [
        subject.value(_plus(subject.table, (first, second, third, fourth)))
        for (first, third), (second, fourth) in product(
            ((0.0, 0.0), (ill, 0.0), (0.0, ill)), ((0.0, 0.0), (well, 0.0), (0.0, well))
        )
    ]
    if all(map(math.isfinite, values)):
        yield Excuse(
            because=Because.UNSTATED,
            reason="results that are neither positive nor negative may be counted in one figure and not in the other",
            settled_by="how those were counted",
            allows={"estimate": Interval(min(values), max(values))},
        )


def _interval(subject: _Subject, figures: tuple[Reported, ...], unit: str) -> Recomputation:
    fields = ("lower", "upper")
    candidates = tuple(_limits(subject))
    if not candidates:
        return Recomputation(fields=fields, targets=figures, missing=f"a method for the interval of {subject.name}")
    return Recomputation(
        fields=fields,
        targets=figures,
        candidates=candidates,
        excuses=lambda: _not_independent(subject),
        possible=_possible(subject),
        threshold=1.0 if subject.name in _RATIOS else None,
        unit=unit,
    )


def _limits(subject: _Subject) -> Iterator[Candidate]:
    """The limits under every method, as computed and clipped to what is possible."""
    possible, empty = _possible(subject), not all(subject.table)
    tp, fp, fn, tn = map(int, subject.table)
    for name, ends in limits(subject.measure, tp, fp, fn, tn, subject.level).items():
        ordinary = name in _ORDINARY or (empty and name in _FOR_EMPTY_CELLS)
        made = subject.whole * ends[0], subject.whole * ends[1]
        clipped = max(possible.low, made[0]), min(possible.high, made[1])
        for lower, upper in dict.fromkeys((made, clipped)):
            if math.isfinite(upper):
                expression = f"{name} {100 * subject.level:g}% CI of the {subject.expression}"
                yield Candidate((Interval(lower, lower), Interval(upper, upper)), name, expression, ordinary)


def _not_independent(subject: _Subject) -> Iterator[Excuse]:
    value, possible = subject.value(), _possible(subject)
    if math.isfinite(value) and any(candidate.ordinary for candidate in _limits(subject)):
        yield Excuse(
            because=Because.UNSTATED,
            reason="a bootstrap, or observations that are not independent, may give these limits",
            settled_by="how the interval was made",
            allows=wider(_limits(subject), value, value, _WIDER, possible.high, possible.low),
        )


def _fitting(subject: _Subject, printed: Reported) -> Iterator[tuple[str, range]]:
    """Of a share of two cells, the numbers in either that make it, the other being right."""
    there, others = _SHARES.get(subject.name, ((), ()))
    shown = interval(printed)
    low, high = max(0.0, shown.low / subject.whole), min(1.0, shown.high / subject.whole)
    if len(there) != 1 or not 0 < low <= high < 1:
        return
    counts = dict(zip(_CELLS, subject.table, strict=True))
    counted, left = counts[there[0]], counts[others[0]]
    for cell, least, most in (
        (there[0], left * low / (1 - low), left * high / (1 - high)),
        (others[0], counted * (1 - high) / high, counted * (1 - low) / low),
    ):
        yield cell, range(math.ceil(least - SLACK), math.floor(most + SLACK) + 1)


def _suggestions(subject: _Subject, printed: Reported) -> Iterator[Suggestion]:
    for cell, numbers in _fitting(subject, printed):
        if len(numbers) == 1:
            yield Suggestion(cell, str(numbers[0]))
    if math.isfinite(subject.value()):
        yield Suggestion("estimate", f"{subject.value():.{printed.decimals}f}")


def _hint(subject: _Subject, printed: Reported, unit: str) -> str:
    """What the figure would be instead, and which counts would make it."""
    others = [
        f"the {name}"
        for name in _SHARES
        if name != subject.name and subject.name in _SHARES and all(subject.table)
        and near(subject._replace(name=name, measure=name).value(), printed)
    ]  # fmt: skip
    counts = dict(zip(_CELLS, subject.table, strict=True))
    changed = [
        (abs(numbers[0] - counts[cell]), cell, numbers) for cell, numbers in _fitting(subject, printed) if numbers
    ]
    fits = [*others[:1], *(f"{cell} {span(numbers)}" for _, cell, numbers in sorted(changed)[:1])]
    return f"{printed.literal.rstrip('%')}{unit} would be {', or '.join(fits)}" if fits else ""
