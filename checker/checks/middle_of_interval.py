"""A mean, a share or a change from the middle of its confidence interval.

What it checks
--------------
``a mean of 12.4 (95% CI 11.4-13.4)``, ``65% (57-73)``, ``rose by 4.9 (0.5 to 9.3)``: the limits of most intervals
lie as far below the figure as above it, those of a share on the scale of its odds, as Wilson's do.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: summary, statistic: mean, value: %s, interval: [11.4, 13.4]}"
>>> example("middle_of_interval", claim % "12.4")
consistent: the middle of 11.4 to 13.4 gives 12.35 to 12.45, printed 12.4
>>> example("middle_of_interval", claim % "12.6")
explained (minor): the middle of 11.4 to 13.4, or nearly, allows 12.00 to 12.77; printed 12.6 holds only for an \
interval that is not quite symmetric
>>> example("middle_of_interval", claim % "13.1")
query (major): 13.1 is not in the middle of 11.4 to 13.4, which is 12.35 to 12.45; an interval of skewed values \
(bootstrap, percentiles, exact) may lie so about 13.1: how the interval was made is not stated

Assumptions tried
-----------------
The arithmetic mean of the limits; of a share, all that lies between that and their mean on the scale of the log odds;
of a correlation, also the middle on the scale of Fisher's z; of a change, also as a ratio less one, or one less a
ratio, in per cent; of an estimate of who knows what above 0, also their geometric mean. Less ordinary: the
geometric mean, for means; one less a ratio, for a share that may be a reduction; and a figure off the middle by at
most 0.3 of the half-width on either scale, of a share 0.1.

Limits
------
Never discrepant: any figure within its limits is possible, where the interval is that of a bootstrap, of percentiles or
of ranks. Where its count and total are known, the interval of a share is recomputed by `binomial_interval`, that of a
ratio or difference by `estimate_from_interval`. Figures outside their intervals are the business of another check.

References
----------
Newcombe RG. Two-sided confidence intervals for the single proportion. Stat Med 1998;17:857-72. (Wilson's interval is
symmetric on the scale of the log odds.)
Altman DG, Bland JM. Standard deviations and standard errors. BMJ 2005;331:903.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

from checker.kinds import BinomialInterval, Effect, Summary
from checker.measures import Measure
from checker.model import Because, Candidate, Excuse, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.rounding import interval
from checker.statistics.ratio import centre

KINDS = (Summary, BinomialInterval, Effect)

OF_ANY = frozenset({Measure.CHANGE, Measure.ESTIMATE, Measure.CORRELATION})
# Of a share every customary interval lies between the middles on the two scales, but for its rounding.
_ASYMMETRY, _ASYMMETRY_OF_SHARE = 0.3, 0.1

Range = tuple[float, float]


class _Subject(NamedTuple):
    """A figure and its limits.

    Attributes:
        hundred: what a whole is, of a share.
        positive: it may be a ratio.
        relative: it may be a ratio less one, or one less a ratio.
        correlation: its interval may be symmetric on the scale of Fisher's z.
    """

    field: str
    figure: Reported
    lower: Reported
    upper: Reported
    hundred: float | None = None
    positive: bool = False
    relative: bool = False
    correlation: bool = False


def recompute(claim: Summary | BinomialInterval | Effect, paper: Paper) -> Iterator[Recomputation]:
    """The middle of the limits, on the scales on which they may be symmetric."""
    subject = _subject(claim, paper)
    if subject is None:
        return
    figure, lower, upper = interval(subject.figure), interval(subject.lower), interval(subject.upper)
    if lower.low >= upper.high or figure.high < lower.low or figure.low > upper.high:
        return
    if any(math.isinf(end) for each in (figure, lower, upper) for end in (each.low, each.high)):
        return
    low, high = (lower.low, lower.high), (upper.low, upper.high)
    shown = f"the middle of {subject.lower} to {subject.upper}"
    yield Recomputation(
        fields=(subject.field,),
        targets=(subject.figure,),
        candidates=tuple(_candidates(subject, low, high, shown)),
        unlikely=lambda: _unlikely(subject, low, high, shown),
        excuses=lambda: _excuses(subject, low, high),
        denied=lambda middle: f"{subject.figure} is not in {shown}, which is {middle}",
    )


def _subject(claim: Summary | BinomialInterval | Effect, paper: Paper) -> _Subject | None:
    if isinstance(claim, Summary):
        if claim.statistic != "mean" or claim.interval is None:
            return None
        return _Subject("value", claim.value, *claim.interval)
    if claim.estimate is None or claim.lower is None or claim.upper is None:
        return None
    figures = claim.estimate, claim.lower, claim.upper
    if isinstance(claim, BinomialInterval):
        if paper.denominator(claim) is not None or claim.count is not None:
            return None
        return _Subject("estimate", *figures, hundred=100.0 if claim.unit == "percent" else 1.0)
    if claim.measure.kind not in OF_ANY or claim.scale == "log":
        return None
    change = claim.measure.kind is Measure.CHANGE
    correlation = claim.measure.kind is Measure.CORRELATION
    return _Subject("estimate", *figures, positive=not change, relative=change, correlation=correlation)


def _candidates(subject: _Subject, lower: Range, upper: Range, shown: str) -> Iterator[Candidate]:
    low, high = centre(lower, upper, log_scale=False)
    if subject.hundred is None:
        yield Candidate((Interval(low, high),), "a symmetric interval", shown)
    elif lower[1] >= 0 and upper[0] <= subject.hundred:
        odds = [_middle_of_odds(*ends, subject.hundred) for ends in zip(lower, upper, strict=True)]
        yield Candidate((Interval(min(low, *odds), max(high, *odds)),), "an interval of a share", shown)
    else:
        yield Candidate((Interval(low, high),), "an interval of a share", shown)
    if subject.positive and lower[0] > 0:
        yield Candidate((Interval(*centre(lower, upper, log_scale=True)),), "symmetric on the log scale", shown)
    if subject.correlation and lower[0] > -1 and upper[1] < 1:
        middle = centre(*((math.atanh(end[0]), math.atanh(end[1])) for end in (lower, upper)), log_scale=False)
        yield Candidate((Interval(*map(math.tanh, middle)),), "symmetric on the scale of Fisher's z", shown)
    if subject.relative and lower[0] > -100:
        found = centre(*((1 + end[0] / 100, 1 + end[1] / 100) for end in (lower, upper)), log_scale=True)
        yield Candidate((Interval(*(100 * (each - 1) for each in found)),), "a ratio less one, in per cent", shown)
    if subject.relative:
        yield from _less_a_ratio(lower, upper, 100.0, shown)


def _less_a_ratio(lower: Range, upper: Range, hundred: float, shown: str, ordinary: bool = True) -> Iterator[Candidate]:
    """A reduction or an efficacy, whose interval is that of the ratio that it is one less."""
    if upper[1] >= hundred:
        return
    found = centre(*((1 - end[1] / hundred, 1 - end[0] / hundred) for end in (upper, lower)), log_scale=True)
    less = Interval(hundred * (1 - found[1]), hundred * (1 - found[0]))
    yield Candidate((less,), "one less a ratio", f"{shown} as one less a ratio", ordinary)


def _unlikely(subject: _Subject, lower: Range, upper: Range, shown: str) -> Iterator[Candidate]:
    low, high = centre(lower, upper, log_scale=False)
    share = _ASYMMETRY if subject.hundred is None else _ASYMMETRY_OF_SHARE
    reach = share * (upper[1] - lower[0]) / 2
    low, high = low - reach, high + reach
    if lower[0] > 0 and subject.hundred is None:
        geometric = centre(lower, upper, log_scale=True)
        if not subject.positive:
            yield Candidate((Interval(*geometric),), "an interval symmetric on the log scale", shown, False)
        low = min(low, geometric[0] * (lower[0] / upper[1]) ** (_ASYMMETRY / 2))
    if subject.hundred is not None:
        yield from _less_a_ratio(lower, upper, subject.hundred, shown, ordinary=False)
    name = "an interval that is not quite symmetric"
    yield Candidate((Interval(low, high),), name, f"{shown}, or nearly,", False, "allows")


def _excuses(subject: _Subject, lower: Range, upper: Range) -> Iterator[Excuse]:
    yield Excuse(
        because=Because.UNSTATED,
        reason=(
            f"an interval of skewed values (bootstrap, percentiles, exact) may lie so about {subject.figure.literal}"
        ),
        settled_by="how the interval was made",
        allows={subject.field: Interval(lower[0], upper[1])},
    )


def _middle_of_odds(lower: float, upper: float, hundred: float) -> float:
    """The share whose log odds are the mean of those of two others; 0 and 1 give themselves."""
    if lower <= 0 or upper >= hundred:
        return 0.0 if lower <= 0 else hundred
    odds = math.sqrt(lower / (hundred - lower) * upper / (hundred - upper))
    return hundred * odds / (1 + odds)
