"""Standardised effects and the test statistics that they stand beside: each from the other.

Arguments are numbers or numpy arrays, broadcast together; effects have no unit, shares of variance lie in 0..1 (what
is adjusted for chance may lie below 0). Sizes and degrees of freedom are exact and above 0. All are monotone in the
statistic, so `checker.statistics.ranges.over` gives what a printed one allows. Nothing is raised but by
`hedges_factor`: what has no value (a statistic below 0, a share of 1) is nan or infinite in arrays, and a
ZeroDivisionError or a complex number in floats, so ask only for what can be.

Sources: Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 1988; Borenstein et al., Introduction
to Meta-Analysis, 2009, chapters 4 and 7; Olejnik & Algina, Psychol Methods 2003;8:434-447; Tomczak & Tomczak, Trends
Sport Sci 2014;1:19-25 (ranks).
"""

from __future__ import annotations

from math import pi
from typing import Any

# A number or an array of them.
Numbers = Any


def hedges_factor(df: Numbers) -> Numbers:
    """Hedges's exact J, by which d is multiplied for g: Gamma(df/2)/(sqrt(df/2) Gamma((df - 1)/2)).

    ValueError for degrees of freedom not above 1. Hedges, J Educ Stat 1981;6:107-128.

    >>> round(float(hedges_factor(10)), 4)
    0.9227
    """
    import numpy as np
    from scipy.special import gammaln

    if not np.all(np.asarray(df) > 1):
        raise ValueError(f"degrees of freedom must be above 1, not {df}")
    half = df / 2
    return np.exp(gammaln(half) - gammaln(half - 0.5)) / half**0.5


def hedges_factor_approximate(df: Numbers) -> Numbers:
    """The usual approximation to J, 1 - 3/(4 df - 1)."""
    return 1 - 3 / (4 * df - 1)


def d_from_t(t: Numbers, n1: Numbers, n2: Numbers) -> Numbers:
    """Cohen's d of two independent groups from Student's t: t sqrt(1/n1 + 1/n2)."""
    return t * (1 / n1 + 1 / n2) ** 0.5


def t_from_d(d: Numbers, n1: Numbers, n2: Numbers) -> Numbers:
    """Student's t of two independent groups from Cohen's d."""
    return d / (1 / n1 + 1 / n2) ** 0.5


def dz_from_t(t: Numbers, n: Numbers) -> Numbers:
    """The mean in standard deviations of one sample, or of differences in pairs (d_z): t/sqrt n."""
    return t / n**0.5


def r_from_t(t: Numbers, df: Numbers) -> Numbers:
    """A correlation from its t, or the point-biserial one from that of two groups: t/sqrt(t^2 + df)."""
    return t / (t * t + df) ** 0.5


def t_from_r(r: Numbers, df: Numbers) -> Numbers:
    """The t of a correlation, r sqrt(df/(1 - r^2)); |r| below 1."""
    return r * (df / ((1 - r) * (1 + r))) ** 0.5


def r_from_d(d: Numbers, n1: Numbers, n2: Numbers) -> Numbers:
    """The point-biserial correlation of two groups that differ by d, such that both have one t."""
    return d / (d * d + (n1 + n2 - 2) * (1 / n1 + 1 / n2)) ** 0.5


def d_from_r(r: Numbers, n1: Numbers, n2: Numbers) -> Numbers:
    """Cohen's d of two groups from the point-biserial correlation; |r| below 1."""
    return r * ((n1 + n2 - 2) * (1 / n1 + 1 / n2) / ((1 - r) * (1 + r))) ** 0.5


def r_from_z(z: Numbers, n: Numbers) -> Numbers:
    """Rosenthal's r of a test with a normal statistic: z/sqrt n."""
    return z / n**0.5


def partial_eta_squared(f: Numbers, df1: Numbers, df2: Numbers) -> Numbers:
    """Partial eta squared of an F, in one-way designs eta squared, of a regression R squared: F df1/(F df1 + df2)."""
    return f * df1 / (f * df1 + df2)


def f_from_partial_eta_squared(share: Numbers, df1: Numbers, df2: Numbers) -> Numbers:
    """The F of a partial eta squared or an R squared; the share is below 1."""
    return share / (1 - share) * df2 / df1


def partial_omega_squared(f: Numbers, df1: Numbers, df2: Numbers, n: Numbers) -> Numbers:
    """Partial omega squared of an F between `n` subjects: df1 (F - 1)/(df1 (F - 1) + n).

    In one-way designs omega squared, n being df1 + df2 + 1. May be below 0.
    """
    return df1 * (f - 1) / (df1 * (f - 1) + n)


def epsilon_squared(f: Numbers, df1: Numbers, df2: Numbers) -> Numbers:
    """Partial epsilon squared of an F, of a regression the adjusted R squared: df1 (F - 1)/(df1 F + df2)."""
    return df1 * (f - 1) / (df1 * f + df2)


def adjusted_r_squared(share: Numbers, n: Numbers, predictors: Numbers) -> Numbers:
    """R squared adjusted for the number of predictors: 1 - (1 - R^2)(n - 1)/(n - k - 1)."""
    return 1 - (1 - share) * (n - 1) / (n - predictors - 1)


def cohens_f(share: Numbers) -> Numbers:
    """Cohen's f of a share of variance (eta squared, R squared) below 1: sqrt(share/(1 - share))."""
    return (share / (1 - share)) ** 0.5


def share_from_cohens_f(f: Numbers) -> Numbers:
    """The share of variance of Cohen's f: f^2/(1 + f^2)."""
    return f * f / (1 + f * f)


def cohens_w(chi2: Numbers, n: Numbers) -> Numbers:
    """Cohen's w of chi-squared, in two-by-two tables phi: sqrt(chi^2/n)."""
    return (chi2 / n) ** 0.5


def cramers_v(chi2: Numbers, n: Numbers, smaller: Numbers) -> Numbers:
    """Cramér's V; `smaller` is the lesser of the numbers of rows and columns, 2 or more."""
    return (chi2 / (n * (smaller - 1))) ** 0.5


def chi_square_from_v(v: Numbers, n: Numbers, smaller: Numbers) -> Numbers:
    """Chi-squared from Cramér's V; from phi and w with `smaller` 2."""
    return v * v * n * (smaller - 1)


def contingency_coefficient(chi2: Numbers, n: Numbers) -> Numbers:
    """Pearson's contingency coefficient C, sqrt(chi^2/(chi^2 + n))."""
    return (chi2 / (chi2 + n)) ** 0.5


def kendalls_w(chi2: Numbers, n: Numbers, k: Numbers) -> Numbers:
    """Kendall's coefficient of concordance of Friedman's chi-squared of `n` subjects under `k` conditions."""
    return chi2 / (n * (k - 1))


def eta_squared_of_ranks(h: Numbers, n: Numbers, k: Numbers) -> Numbers:
    """Eta squared of Kruskal and Wallis's H of `n` values in `k` groups: (H - k + 1)/(n - k)."""
    return (h - k + 1) / (n - k)


def epsilon_squared_of_ranks(h: Numbers, n: Numbers) -> Numbers:
    """Epsilon squared of Kruskal and Wallis's H of `n` values: H/(n - 1)."""
    return h / (n - 1)


def d_from_odds_ratio(odds_ratio: Numbers) -> Numbers:
    """Cohen's d of an odds ratio above 0: log OR sqrt 3/pi. Chinn, Stat Med 2000;19:3127-3131."""
    import numpy as np

    return np.log(odds_ratio) * 3**0.5 / pi


def odds_ratio_from_d(d: Numbers) -> Numbers:
    """The odds ratio that stands for Cohen's d: exp(d pi/sqrt 3)."""
    import numpy as np

    return np.exp(d * pi / 3**0.5)


def auc_from_u(u: Numbers, n1: Numbers, n2: Numbers) -> Numbers:
    """The area under the ROC curve, the chance that a value of one group exceeds one of the other: U/(n1 n2)."""
    return u / (n1 * n2)


def rank_biserial(u: Numbers, n1: Numbers, n2: Numbers) -> Numbers:
    """The rank-biserial correlation of Mann and Whitney's U: 2 U/(n1 n2) - 1."""
    return 2 * u / (n1 * n2) - 1


def auc_from_d(d: Numbers) -> Numbers:
    """The area under the ROC curve of two normal groups of one variance that differ by d: Phi(d/sqrt 2)."""
    from scipy.special import ndtr

    return ndtr(d / 2**0.5)


def d_from_auc(auc: Numbers) -> Numbers:
    """Cohen's d of two normal groups of one variance from the area under the ROC curve, within 0..1."""
    from scipy.special import ndtri

    return 2**0.5 * ndtri(auc)
