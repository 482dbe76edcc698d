"""The effects and variances of single studies, as meta-analyses take them from a forest table's rows.

`EFFECTS_OF_COUNTS` maps a measure to `(events1, n1, events2, n2) -> Effects`, the effect of group 1 against group 2:
natural logarithms of ratios, fractions of risk differences. Arguments are arrays, one entry a study. With an empty cell
(for a risk difference: where its variance would be 0) 1/2 is added to the four cells of that study; studies without any
event, or without any other outcome, tell nothing of a ratio and come out as nan. ValueError for impossible figures.

Deeks JJ, Higgins JPT. Statistical algorithms in Review Manager 5. Cochrane Collaboration 2010. Hedges LV. Distribution
theory for Glass's estimator of effect size. J Educ Stat 1981;6:107-28.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from checker.statistics.normal import critical_value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Column = Sequence[float] | Array
else:
    Column = Sequence


class Effects(NamedTuple):
    """The effects of studies and their variances, an entry a study; nan where a study tells nothing."""

    effect: Array
    variance: Array


def log_odds_ratio(events1: Column, n1: Column, events2: Column, n2: Column) -> Effects:
    """Log odds ratios, variance 1/a + 1/b + 1/c + 1/d. Woolf, Ann Hum Genet 1955;19:251-3."""
    import numpy as np

    a, b, c, d = _corrected(*cells(events1, n1, events2, n2))
    with np.errstate(divide="ignore", invalid="ignore"):
        return Effects(np.log(a * d) - np.log(b * c), 1 / a + 1 / b + 1 / c + 1 / d)


def log_risk_ratio(events1: Column, n1: Column, events2: Column, n2: Column) -> Effects:
    """Log risk ratios, variance 1/a - 1/n1 + 1/c - 1/n2. Katz et al, Biometrics 1978;34:469-74."""
    import numpy as np

    a, b, c, d = _corrected(*cells(events1, n1, events2, n2))
    one, two = a + b, c + d
    with np.errstate(divide="ignore", invalid="ignore"):
        return Effects(np.log(a / one) - np.log(c / two), 1 / a - 1 / one + 1 / c - 1 / two)


def risk_difference(events1: Column, n1: Column, events2: Column, n2: Column) -> Effects:
    """Risk differences, variance ab/n1^3 + cd/n2^3."""
    a, b, c, d = cells(events1, n1, events2, n2)
    half = 0.5 * ((a * b == 0) & (c * d == 0))
    effect = a / (a + b) - c / (c + d)
    a, b, c, d = a + half, b + half, c + half, d + half
    return Effects(effect, a * b / (a + b) ** 3 + c * d / (c + d) ** 3)


def peto_log_odds_ratio(events1: Column, n1: Column, events2: Column, n2: Column) -> Effects:
    """Peto's log odds ratios (O - E)/V, variance 1/V; no cell is corrected. Yusuf et al, 1985;27:335-71."""
    import numpy as np

    a, b, c, d = cells(events1, n1, events2, n2)
    one, two, total = a + b, c + d, a + b + c + d
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = one * two * (a + c) * (b + d) / (total * total * (total - 1))
        found = np.where(variance > 0, variance, np.nan)
        return Effects((a - one * (a + c) / total) / found, 1 / found)


def mean_difference(mean1: Column, sd1: Column, n1: Column, mean2: Column, sd2: Column, n2: Column) -> Effects:
    """Differences of means, variance s1^2/n1 + s2^2/n2."""
    m1, s1, k1, m2, s2, k2 = _groups(mean1, sd1, n1, mean2, sd2, n2)
    return Effects(m1 - m2, s1**2 / k1 + s2**2 / k2)


def standardised_mean_difference(
    mean1: Column, sd1: Column, n1: Column, mean2: Column, sd2: Column, n2: Column
) -> Effects:
    """Hedges' adjusted g, factor 1 - 3/(4N - 9), variance N/(n1 n2) + g^2/(2(N - 3.94)), as Review Manager has it."""
    m1, s1, k1, m2, s2, k2 = _groups(mean1, sd1, n1, mean2, sd2, n2)
    size = k1 + k2
    pooled = (((k1 - 1) * s1**2 + (k2 - 1) * s2**2) / (size - 2)) ** 0.5
    g = (m1 - m2) / pooled * (1 - 3 / (4 * size - 9))
    return Effects(g, size / (k1 * k2) + g**2 / (2 * (size - 3.94)))


def log_ratio_of_means(mean1: Column, sd1: Column, n1: Column, mean2: Column, sd2: Column, n2: Column) -> Effects:
    """Log ratios of means above 0. Hedges, Gurevitch & Curtis, Ecology 1999;80:1150-6."""
    import numpy as np

    m1, s1, k1, m2, s2, k2 = _groups(mean1, sd1, n1, mean2, sd2, n2)
    if not (np.all(m1 > 0) and np.all(m2 > 0)):
        raise ValueError("a ratio of means needs means above 0")
    return Effects(np.log(m1 / m2), s1**2 / (k1 * m1**2) + s2**2 / (k2 * m2**2))


def from_limits(
    estimate: Column | None, lower: Column, upper: Column, level: float = 0.95, *, log_scale: bool
) -> Effects:
    """Effects from printed estimates and limits, on the log scale where asked; the limits' middle without estimates.

    The standard error is the limits' distance over 2 z. ValueError for reversed limits, and ratios not above 0.
    """
    import numpy as np

    low, high = np.asarray(lower, float), np.asarray(upper, float)
    middle = None if estimate is None else np.asarray(estimate, float)
    if np.any(low > high):
        raise ValueError("a lower limit lies above its upper one")
    if log_scale:
        if np.any(low <= 0) or (middle is not None and np.any(middle <= 0)):
            raise ValueError("a ratio and its limits lie above 0")
        low, high = np.log(low), np.log(high)
        middle = None if middle is None else np.log(middle)
    error = (high - low) / (2 * critical_value(level))
    return Effects((low + high) / 2 if middle is None else middle, error**2)


OfCounts = Callable[[Column, Column, Column, Column], Effects]
OfMeans = Callable[[Column, Column, Column, Column, Column, Column], Effects]
EFFECTS_OF_COUNTS: dict[str, OfCounts] = {
    "odds ratio": log_odds_ratio,
    "risk ratio": log_risk_ratio,
    "risk difference": risk_difference,
    "peto odds ratio": peto_log_odds_ratio,
}
EFFECTS_OF_MEANS: dict[str, OfMeans] = {
    "mean difference": mean_difference,
    "standardised mean difference": standardised_mean_difference,
    "ratio of means": log_ratio_of_means,
}


def cells(events1: Column, n1: Column, events2: Column, n2: Column) -> tuple[Array, Array, Array, Array]:
    """The four cells of each study: events and others of group 1, then of group 2. ValueError for impossible counts."""
    import numpy as np

    a, one, c, two = (np.atleast_1d(np.asarray(column, float)) for column in (events1, n1, events2, n2))
    if np.any((a < 0) | (a > one) | (c < 0) | (c > two) | (one < 1) | (two < 1)):
        raise ValueError("events lie between 0 and the size of their group, which is at least 1")
    return a, one - a, c, two - c


def _corrected(a: Array, b: Array, c: Array, d: Array) -> tuple[Array, Array, Array, Array]:
    import numpy as np

    half = 0.5 * ((a * b * c * d) == 0)
    telling = np.where(((a + c) == 0) | ((b + d) == 0), np.nan, 1.0)
    return (a + half) * telling, (b + half) * telling, (c + half) * telling, (d + half) * telling


def _groups(*columns: Column) -> tuple[Array, ...]:
    import numpy as np

    found = tuple(np.atleast_1d(np.asarray(column, float)) for column in columns)
    _, sd1, n1, _, sd2, n2 = found
    if np.any((sd1 < 0) | (sd2 < 0) | (n1 < 2) | (n2 < 2)):
        raise ValueError("a group has a standard deviation of 0 or more, and at least 2 members")
    return found
