"""Hazard ratios from what trials print: events, O - E, medians, survival at a time, a log-rank p.

Ratios are those of group 1 (the treated) to group 2 and lie above 0; probabilities and levels are fractions. Every
estimate comes as its natural logarithm with the standard error of that. ValueError for events not above 0,
probabilities outside (0, 1), and times or variances not above 0.

Parmar MKB, Torri V, Stewart L. Extracting summary statistics to perform meta-analyses of the published literature for
survival endpoints. Stat Med 1998;17:2815-34.
Tierney JF, Stewart LA, Ghersi D, Burdett S, Sydes MR. Practical methods for incorporating summary time-to-event data
into meta-analysis. Trials 2007;8:16.
"""

from __future__ import annotations

from math import log, sqrt
from typing import NamedTuple

from checker.statistics.normal import critical_value, quantile, two_sided_p
from checker.statistics.ratio import exponential


class LogRatio(NamedTuple):
    """The natural logarithm of a ratio, and its standard error."""

    log: float
    error: float

    @property
    def ratio(self) -> float:
        """The ratio itself."""
        return exponential(self.log)

    @property
    def p(self) -> float:
        """Two-sided p of Wald's test that the ratio is 1."""
        return two_sided_p(self.log / self.error)

    def limits(self, level: float = 0.95) -> tuple[float, float]:
        """Confidence limits of the ratio, symmetric about its logarithm."""
        half = critical_value(level) * self.error
        return exponential(self.log - half), exponential(self.log + half)


def error_from_events(events1: float, events2: float) -> float:
    """Standard error of a log hazard ratio, sqrt(1/d1 + 1/d2). Parmar 1998, equation 8."""
    _positive("a number of events", events1, events2)
    return sqrt(1 / events1 + 1 / events2)


def error_from_total(events: float, allocation: float = 1.0) -> float:
    """Standard error from all events, sqrt((1 + r)^2/(r D)), near a ratio of 1; `allocation` r is n2/n1."""
    _positive("a number of events", events)
    _positive("an allocation", allocation)
    return (1 + allocation) / sqrt(allocation * events)


def from_observed_minus_expected(observed_minus_expected: float, variance: float) -> LogRatio:
    """Peto's estimate exp((O - E)/V) of group 1, standard error 1/sqrt(V). Yusuf et al 1985; Tierney 2007, method 1."""
    _positive("a variance", variance)
    return LogRatio(observed_minus_expected / variance, 1 / sqrt(variance))


def from_medians(median1: float, median2: float) -> float:
    """Hazard ratio m2/m1 of the median times to the event, these being exponential."""
    _positive("a median", median1, median2)
    return median2 / median1


def from_survival(survival1: float, survival2: float) -> float:
    """Hazard ratio log S1/log S2 of the survival probabilities at one time, hazards being proportional."""
    for survival in (survival1, survival2):
        if not 0 < survival < 1:
            raise ValueError(f"a survival probability lies between 0 and 1, not at {survival}")
    return log(survival1) / log(survival2)


def from_p(p: float, events1: float, events2: float, *, favours_first: bool = True, sides: int = 2) -> LogRatio:
    """Log hazard ratio from the p of a log-rank test and the events of both groups; V is d1 d2/(d1 + d2).

    `favours_first`: whether group 1 did better, which the p does not tell. ValueError for p outside (0, 1].
    Parmar 1998, equations 5, 7 and 11; Tierney 2007, methods 7 to 9.
    """
    _positive("a number of events", events1, events2)
    if not 0 < p <= 1 or sides not in (1, 2) or (sides == 1 and p == 1):
        raise ValueError(f"a p of {p} with {sides} sides gives no statistic")
    z = -quantile(p / sides) if p < sides else 0.0
    error = sqrt(1 / events1 + 1 / events2)
    return LogRatio((-z if favours_first else z) * error, error)


def _positive(what: str, *values: float) -> None:
    for value in values:
        if not value > 0:
            raise ValueError(f"{what} lies above 0, not at {value}")
