"""Attributable fractions: of the exposed, of the population, and efficacy, from ratios and shares.

Fractions lie at 1 or below it, and below 0 where the exposure protects; ratios lie above 0, shares in 0..1. `ratio` is
a risk, rate or hazard ratio; an odds ratio stands for it only where events are rare. ValueError otherwise.

Rockhill B, Newman B, Weinberg C. Use and misuse of population attributable fractions. Am J Public Health 1998;88:15-9.
"""

from __future__ import annotations

from math import exp, inf, log, sqrt

from checker.statistics.normal import critical_value
from checker.statistics.score_intervals import require_two_binomials

Interval = tuple[float, float]


def of_exposed(ratio: float) -> float:
    """(RR - 1)/RR, the share of the exposed's events that the exposure accounts for."""
    _require(ratio)
    return 1 - 1 / ratio


def efficacy(ratio: float) -> float:
    """1 - RR, the share of events that a vaccine or another protection prevents among those who have it."""
    if not 0 <= ratio < inf:
        raise ValueError(f"a ratio lies at 0 or above it, not at {ratio}")
    return 1 - ratio


def efficacy_limits(lower: float, upper: float) -> Interval:
    """Limits of the efficacy from those of the ratio, which change places."""
    if not lower <= upper:
        raise ValueError(f"the limits {lower} and {upper} are reversed")
    return efficacy(upper), efficacy(lower)


def levin(prevalence: float, ratio: float) -> float:
    """Population fraction p(RR - 1)/(1 + p(RR - 1)), p the share of exposed people. Levin, Acta UICC 1953;9:531."""
    _require(ratio, prevalence)
    excess = prevalence * (ratio - 1)
    return excess / (1 + excess)


def miettinen(exposed_cases: float, ratio: float) -> float:
    """Population fraction p_c (RR - 1)/RR, p_c the share of exposed among cases; holds for adjusted ratios.

    Miettinen OS. Proportion of disease caused or prevented by a given exposure. Am J Epidemiol 1974;99:325-32.
    """
    _require(ratio, exposed_cases)
    return exposed_cases * of_exposed(ratio)


def of_population(cases1: int, total1: int, cases2: int, total2: int) -> float | None:
    """1 - I0/I of a cohort or cross-section: group 1 exposed, group 2 not; None without a case."""
    require_two_binomials(cases1, total1, cases2, total2, 0.5)
    overall = (cases1 + cases2) / (total1 + total2)
    return 1 - cases2 / total2 / overall if overall else None


def of_population_interval(cases1: int, total1: int, cases2: int, total2: int, level: float = 0.95) -> Interval | None:
    """Asymptotic interval of log(1 - PAF), all four cells of the table being random; None without unexposed cases.

    The variance is (b + PAF (a + d))/(n c), with a cases and b others exposed, c cases and d others not.
    Walter SD. The estimation and interpretation of attributable risk in health research. Biometrics 1976;32:829-49.
    """
    require_two_binomials(cases1, total1, cases2, total2, level)
    if not cases2:
        return None
    a, b, c, d, n = cases1, total1 - cases1, cases2, total2 - cases2, total1 + total2
    fraction = 1 - (c / (c + d)) / ((a + c) / n)
    half = critical_value(level) * sqrt(max(0.0, (b + fraction * (a + d)) / (n * c)))
    centre = log(1 - fraction)
    return 1 - exp(centre + half), 1 - exp(centre - half)


def _require(ratio: float, share: float = 0.0) -> None:
    if not 0 < ratio < inf:
        raise ValueError(f"a ratio lies above 0, not at {ratio}")
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1, not at {share}")
