"""How much studies differ beyond chance: Q, H, I^2 and the variance between studies, tau^2, with their intervals.

Effects and variances as in `checker.statistics.meta_analysis`. `TAU2` maps an estimator's name to
`(effects, variances) -> tau^2`. Levels, and I^2, are fractions. ValueError for no study, unequal lengths, and variances
not above 0; estimators give 0 for a single study.

Higgins JPT, Thompson SG. Quantifying heterogeneity in a meta-analysis. Stat Med 2002;21:1539-58. Veroniki AA et al.
Methods to estimate the between-study variance and its uncertainty in meta-analysis. Res Synth Methods 2016;7:55-79.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, inf, log, sqrt
from typing import TYPE_CHECKING, NamedTuple

from checker.statistics.normal import critical_value
from checker.statistics.roots import bracketed_root
from checker.statistics.study_effects import Column
from checker.statistics.tails import chi_square_upper_tail

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

Interval = tuple[float, float]
_STEPS = 200
_TOLERANCE = 1e-12


class Heterogeneity(NamedTuple):
    """Cochran's Q, its degrees of freedom (studies less 1), and what is made of both."""

    q: float
    df: int

    @property
    def p(self) -> float:
        """P of the test that all studies have one effect; 1 of a single study."""
        return chi_square_upper_tail(self.q, self.df) if self.df else 1.0

    @property
    def h(self) -> float:
        """sqrt(Q/df), at least 1; 1 of a single study."""
        return sqrt(max(1.0, self.q / self.df)) if self.df else 1.0

    @property
    def i2(self) -> float:
        """(Q - df)/Q, at least 0."""
        return max(0.0, (self.q - self.df) / self.q) if self.q else 0.0

    def h_limits(self, level: float = 0.95) -> Interval | None:
        """Limits of H, at least 1, by the error of log H; None for two studies or fewer, where Q is no larger than k.

        Higgins & Thompson 2002, equation A.2: what Review Manager's successors, Stata and R meta print.
        """
        k, z = self.df + 1, critical_value(level)
        if self.df < 1 or (self.q <= k and k <= 2):
            return None
        if self.q > k:
            error = (log(self.q) - log(self.df)) / (2 * (sqrt(2 * self.q) - sqrt(2 * k - 3)))
        else:
            error = sqrt(1 / (2 * (k - 2)) * (1 - 1 / (3 * (k - 2) ** 2)))
        centre = log(self.h)
        return max(1.0, exp(centre - z * error)), max(1.0, exp(centre + z * error))

    def i2_limits(self, level: float = 0.95) -> Interval | None:
        """Limits of I^2 made of those of H, as 1 - 1/H^2."""
        limits = self.h_limits(level)
        return None if limits is None else (1 - limits[0] ** -2, 1 - limits[1] ** -2)


def heterogeneity(effects: Column, variances: Column) -> Heterogeneity:
    """Cochran's Q about the fixed effect."""
    y, v = prepared(effects, variances)
    return Heterogeneity(_q(y, v, 0.0), len(y) - 1)


def dersimonian_laird(effects: Column, variances: Column) -> float:
    """Method of moments, (Q - df)/C, at least 0. DerSimonian & Laird, Control Clin Trials 1986;7:177-88."""
    y, v = prepared(effects, variances)
    w = 1 / v
    total = float(w.sum())
    scale = total - float((w * w).sum()) / total
    return max(0.0, (_q(y, v, 0.0) - (len(y) - 1)) / scale) if len(y) > 1 else 0.0


def paule_mandel(effects: Column, variances: Column) -> float:
    """The tau^2 at which Q is its degrees of freedom; 0 where it is less already. J Res Natl Bur Stand 1982;87:377."""
    y, v = prepared(effects, variances)
    return _profile(y, v, len(y) - 1.0) if len(y) > 1 else 0.0


def restricted_likelihood(effects: Column, variances: Column) -> float:
    """REML by Fisher scoring, at least 0. Viechtbauer, J Educ Behav Stat 2005;30:261-93."""
    return _scored(*prepared(effects, variances), restricted=True)


def maximum_likelihood(effects: Column, variances: Column) -> float:
    """Maximum likelihood by Fisher scoring, at least 0. Hardy & Thompson, Stat Med 1996;15:619-29."""
    return _scored(*prepared(effects, variances), restricted=False)


def hedges(effects: Column, variances: Column) -> float:
    """Variance of the effects less the mean of their variances, at least 0. Hedges & Olkin 1985 (Cochran's ANOVA)."""
    y, v = prepared(effects, variances)
    return max(0.0, float(y.var(ddof=1) - v.mean())) if len(y) > 1 else 0.0


def sidik_jonkman(effects: Column, variances: Column) -> float:
    """Two-step estimator that starts from the variance of the effects. J R Stat Soc C 2005;54:367-84."""
    y, v = prepared(effects, variances)
    start = float(((y - y.mean()) ** 2).mean())
    if len(y) < 2 or not start:
        return 0.0
    return start * _q(y, v, start) / (len(y) - 1)


TAU2: dict[str, Callable[[Column, Column], float]] = {
    "dersimonian-laird": dersimonian_laird,
    "reml": restricted_likelihood,
    "paule-mandel": paule_mandel,
    "hedges": hedges,
    "sidik-jonkman": sidik_jonkman,
    "ml": maximum_likelihood,
}


def q_profile(effects: Column, variances: Column, level: float = 0.95) -> Interval | None:
    """Limits of tau^2 at which Q is a quantile of its distribution; None for a single study.

    Viechtbauer W. Confidence intervals for the amount of heterogeneity in meta-analysis. Stat Med 2007;26:37-52.
    """
    from scipy.special import gammainccinv, gammaincinv

    y, v = prepared(effects, variances)
    critical_value(level)
    if len(y) < 2:
        return None
    tail, half = (1 - level) / 2, (len(y) - 1) / 2
    return _profile(y, v, 2 * float(gammainccinv(half, tail))), _profile(y, v, 2 * float(gammaincinv(half, tail)))


def typical_variance(variances: Column) -> float:
    """The variance within a typical study, by which I^2 and tau^2 go together. Higgins & Thompson 2002, equation 9."""
    import numpy as np

    _, v = prepared(np.zeros(len(variances)), variances)
    if len(v) < 2:
        raise ValueError("a typical variance needs two studies or more")
    w = 1 / v
    return float((len(v) - 1) * w.sum() / (w.sum() ** 2 - (w * w).sum()))


def i2_from_tau2(tau2: float, variances: Column) -> float:
    """I^2 as metafor prints it for any estimator of tau^2: tau^2 over it and the typical variance."""
    if not tau2 >= 0:
        raise ValueError(f"a variance between studies is 0 or more, not {tau2}")
    return tau2 / (tau2 + typical_variance(variances))


def prepared(effects: Column, variances: Column) -> tuple[Array, Array]:
    """Effects and variances as arrays. ValueError for no study, unequal lengths, and variances not above 0."""
    import numpy as np

    y, v = np.asarray(effects, float), np.asarray(variances, float)
    if y.shape != v.shape or y.ndim != 1 or not len(y):
        raise ValueError("every study has an effect and a variance, and there is at least one study")
    if not (np.all(np.isfinite(y)) and np.all(np.isfinite(v)) and np.all(v > 0)):
        raise ValueError("effects are numbers, and their variances lie above 0")
    return y, v


def _q(y: Array, v: Array, tau2: float) -> float:
    w = 1 / (v + tau2)
    centre = (w * y).sum() / w.sum()
    return float((w * (y - centre) ** 2).sum())


def _profile(y: Array, v: Array, target: float) -> float:
    """The tau^2 at which Q, which falls with it, is the target; 0 where it is less without any."""
    if _q(y, v, 0.0) <= target:
        return 0.0
    if target <= 0:
        return inf
    high = max(float(y.var()), float(v.max()))
    while _q(y, v, high) > target:
        high *= 2
    return bracketed_root(lambda tau2: _q(y, v, tau2) - target, 0.0, high, _TOLERANCE * high)


def _scored(y: Array, v: Array, *, restricted: bool) -> float:
    if len(y) < 2:
        return 0.0
    tau2, least = max(0.0, float(y.var(ddof=1) - v.mean())), float(v.min())
    for _ in range(_STEPS):
        step = max(_score(y, v, tau2, restricted=restricted), -tau2)
        now = _deviance(y, v, tau2, restricted=restricted)
        # A step that goes too far is halved.
        while abs(step) > _TOLERANCE * (tau2 + least) and _deviance(y, v, tau2 + step, restricted=restricted) > now:
            step /= 2
        if abs(step) <= _TOLERANCE * (tau2 + least):
            break
        tau2 += step
    return tau2


def _deviance(y: Array, v: Array, tau2: float, *, restricted: bool) -> float:
    """Twice the negative log likelihood, but for a constant."""
    import numpy as np

    w = 1 / (v + tau2)
    total = float(w.sum())
    squares = float((w * (y - float((w * y).sum()) / total) ** 2).sum())
    return squares - float(np.log(w).sum()) + (log(total) if restricted else 0.0)


def _score(y: Array, v: Array, tau2: float, *, restricted: bool) -> float:
    """The step of Fisher scoring: the slope of the likelihood over the information."""
    w = 1 / (v + tau2)
    total = float(w.sum())
    centre = float((w * y).sum()) / total
    squares = w * w
    slope = float((squares * (y - centre) ** 2).sum()) - total
    information = float(squares.sum())
    if restricted:
        share = float(squares.sum()) / total
        slope += share
        information += share**2 - 2 * float((squares * w).sum()) / total
    return slope / information
