"""Pooled estimates of several studies, from their effects and variances: fixed and random effects.

Effects are on the scale on which they are normal (natural logarithms of ratios), variances those of the effects and
above 0; arrays of one entry a study. Levels and weights are fractions. Heterogeneity (Q, tau^2, I^2) is in
`checker.statistics.heterogeneity`. ValueError for no study, unequal lengths, and variances not above 0 or not finite.

Deeks JJ, Higgins JPT, Altman DG. Analysing data and undertaking meta-analyses. Cochrane Handbook 6.4, chapter 10.
"""

from __future__ import annotations

from math import inf, sqrt
from typing import TYPE_CHECKING, NamedTuple

from checker.statistics.heterogeneity import prepared
from checker.statistics.proportion import t_critical_value
from checker.statistics.study_effects import Column, cells
from checker.statistics.tails import two_sided_t_p

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

Interval = tuple[float, float]


class Pooled(NamedTuple):
    """A pooled effect, on the scale of the studies' effects.

    Attributes:
        estimate: the effect.
        error: its standard error.
        weights: each study's share of it, which make 1.
        df: the degrees of freedom of Student's t, infinite where the normal distribution is used.
    """

    estimate: float
    error: float
    weights: tuple[float, ...]
    df: float = inf

    def limits(self, level: float = 0.95) -> Interval:
        """Confidence limits."""
        half = t_critical_value(self.df, level) * self.error
        return self.estimate - half, self.estimate + half

    @property
    def p(self) -> float:
        """Two-sided p of the test that the effect is 0."""
        return two_sided_t_p(self.estimate / self.error, self.df) if self.error else float(not self.estimate)


def inverse_variance(effects: Column, variances: Column, tau2: float = 0.0) -> Pooled:
    """Weights 1/(v + tau^2): the fixed effect without, a random one with a variance between studies."""
    y, v = prepared(effects, variances)
    _require_tau2(tau2)
    w = 1 / (v + tau2)
    total = float(w.sum())
    return Pooled(float((w * y).sum()) / total, sqrt(1 / total), _shares(w))


def hartung_knapp(effects: Column, variances: Column, tau2: float, *, at_least_wald: bool = False) -> Pooled:
    """Random effects with the variance of Hartung & Knapp, and Sidik & Jonkman, and t of k - 1 degrees of freedom.

    `at_least_wald`: never narrower than the ordinary error (R meta's `adhoc.hakn.ci = "se"`, Stata's `khartung`
    truncated). ValueError for a single study. Hartung & Knapp, Stat Med 2001;20:3875-89; Sidik & Jonkman, Stat Med
    2002;21:3153-9; Rover et al, BMC Med Res Methodol 2015;15:99.
    """
    y, v = prepared(effects, variances)
    if len(y) < 2:
        raise ValueError("Hartung and Knapp's interval needs two studies or more")
    plain = inverse_variance(effects, variances, tau2)
    w = 1 / (v + tau2)
    factor = float((w * (y - plain.estimate) ** 2).sum()) / (len(y) - 1)
    if at_least_wald:
        factor = max(factor, 1.0)
    return plain._replace(error=plain.error * sqrt(factor), df=len(y) - 1)


def prediction_interval(pooled: Pooled, tau2: float, level: float = 0.95, *, df: float | None = None) -> Interval:
    """Where the effect of a new study lies: estimate +- t sqrt(tau^2 + SE^2), k - 2 degrees of freedom unless given.

    `df=math.inf` is metafor's default for z-based fits. ValueError for fewer than three studies without `df`.
    Higgins JPT, Thompson SG, Spiegelhalter DJ. A re-evaluation of random-effects meta-analysis. J R Stat Soc A
    2009;172:137-59.
    """
    _require_tau2(tau2)
    freedom = len(pooled.weights) - 2 if df is None else df
    if freedom < 1:
        raise ValueError("a prediction interval needs three studies or more")
    half = t_critical_value(freedom, level) * sqrt(tau2 + pooled.error**2)
    return pooled.estimate - half, pooled.estimate + half


def mantel_haenszel_odds_ratio(events1: Column, n1: Column, events2: Column, n2: Column) -> Pooled | None:
    """Log odds ratio, error by Robins, Breslow & Greenland, Biometrics 1986;42:311-23; None where it is infinite."""
    import numpy as np

    a, b, c, d = cells(events1, n1, events2, n2)
    total = a + b + c + d
    r, s, p, q = a * d / total, b * c / total, (a + d) / total, (b + c) / total
    top, bottom = float(r.sum()), float(s.sum())
    if not top or not bottom:
        return None
    variance = (
        float((p * r).sum()) / (2 * top**2)
        + float((p * s + q * r).sum()) / (2 * top * bottom)
        + float((q * s).sum()) / (2 * bottom**2)
    )
    return Pooled(float(np.log(top / bottom)), sqrt(variance), _shares(s))


def mantel_haenszel_risk_ratio(events1: Column, n1: Column, events2: Column, n2: Column) -> Pooled | None:
    """Log risk ratio, error by Greenland & Robins, Biometrics 1985;41:55-68; None where it is infinite."""
    import numpy as np

    a, b, c, d = cells(events1, n1, events2, n2)
    one, two, total = a + b, c + d, a + b + c + d
    top, weights = float((a * two / total).sum()), c * one / total
    bottom = float(weights.sum())
    if not top or not bottom:
        return None
    spread = float(((one * two * (a + c) - a * c * total) / total**2).sum())
    return Pooled(float(np.log(top / bottom)), sqrt(spread / (top * bottom)), _shares(weights))


def mantel_haenszel_risk_difference(events1: Column, n1: Column, events2: Column, n2: Column) -> Pooled:
    """Risk difference, a fraction; error by Greenland & Robins 1985, as Review Manager and R meta print it."""
    a, b, c, d = cells(events1, n1, events2, n2)
    one, two, total = a + b, c + d, a + b + c + d
    weights = one * two / total
    scale = float(weights.sum())
    estimate = float(((a * two - c * one) / total).sum()) / scale
    spread = float(((a * b * two**3 + c * d * one**3) / (one * two * total**2)).sum())
    return Pooled(estimate, sqrt(spread) / scale, _shares(weights))


def peto(events1: Column, n1: Column, events2: Column, n2: Column) -> Pooled | None:
    """Log odds ratio sum(O - E)/sum(V), error 1/sqrt(sum(V)); None where nobody, or everybody, has the event.

    Yusuf S, Peto R, Lewis J, Collins R, Sleight P. Prog Cardiovasc Dis 1985;27:335-71.
    """
    a, b, c, d = cells(events1, n1, events2, n2)
    one, two, total = a + b, c + d, a + b + c + d
    # A study of one person has no variance.
    v = one * two * (a + c) * (b + d) / (total**2 * (total - 1))
    information = float(v.sum())
    if not information:
        return None
    return Pooled(float((a - one * (a + c) / total).sum()) / information, information**-0.5, _shares(v))


def cochran_q(effects: Column, variances: Column, about: float) -> float:
    """Sum of (y - m)^2/v about a given pooled effect m, as programs print Q beside Mantel-Haenszel's and Peto's."""
    y, v = prepared(effects, variances)
    return float(((y - about) ** 2 / v).sum())


def _shares(weights: Array) -> tuple[float, ...]:
    return tuple(float(weight) for weight in weights / weights.sum())


def _require_tau2(tau2: float) -> None:
    if not 0 <= tau2 < inf:
        raise ValueError(f"a variance between studies is 0 or more, not {tau2}")
