"""Agreement of two raters beyond chance: kappa, weighted or not, its standard errors, and its bounds from the margins.

A table is square, rows one rater's categories and columns the other's, counts of 0 or more; its size, number of
categories and weights are any. Kappa lies in -1..1; agreement and levels are fractions. ValueError for a table that is
not square, has fewer than two categories or no subject; None where kappa is 0/0 (both raters use one category).

Cohen J. Educ Psychol Meas 1960;20:37-46, and Psychol Bull 1968;70:213-20. Fleiss JL, Cohen J, Everitt BS. Large sample
standard errors of kappa and weighted kappa. Psychol Bull 1969;72:323-7.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import Literal, NamedTuple

from checker.statistics.normal import critical_value, two_sided_p

Interval = tuple[float, float]
Table = Sequence[Sequence[float]]
Weights = Literal["none", "linear", "quadratic"]


class Agreement(NamedTuple):
    """Kappa, the agreement observed and expected by chance, and kappa's standard errors.

    Attributes:
        error: the standard error for intervals.
        error0: that under a kappa of 0, for the test.
    """

    kappa: float
    observed: float
    expected: float
    error: float
    error0: float

    def limits(self, level: float = 0.95) -> Interval:
        """Wald's limits, not clipped to -1..1."""
        half = critical_value(level) * self.error
        return self.kappa - half, self.kappa + half

    def limits0(self, level: float = 0.95) -> Interval:
        """Limits about kappa with the standard error of the test, as some papers print them."""
        half = critical_value(level) * self.error0
        return self.kappa - half, self.kappa + half

    @property
    def p(self) -> float:
        """Two-sided p of the test that kappa is 0; 1 where its standard error is."""
        return two_sided_p(self.kappa / self.error0) if self.error0 else 1.0


def agreement_of(table: Table, weights: Weights = "none") -> Agreement | None:
    """Kappa of a table, with weights that fall with the distance (linear) or its square from the diagonal."""
    n = _require(table)
    k = range(len(table))
    w = _weights(len(table), weights)
    rows = [sum(row) / n for row in table]
    columns = [sum(row[j] for row in table) / n for j in k]
    observed = sum(w[i][j] * table[i][j] for i in k for j in k) / n
    expected = sum(w[i][j] * rows[i] * columns[j] for i in k for j in k)
    if 1 - expected < 1e-12:
        return None
    kappa = (observed - expected) / (1 - expected)
    row_means = [sum(w[i][j] * columns[j] for j in k) for i in k]
    column_means = [sum(w[i][j] * rows[i] for i in k) for j in k]
    spread = sum(
        table[i][j] / n * (w[i][j] - (row_means[i] + column_means[j]) * (1 - kappa)) ** 2 for i in k for j in k
    )
    spread0 = sum(rows[i] * columns[j] * (w[i][j] - row_means[i] - column_means[j]) ** 2 for i in k for j in k)
    variance = spread - (kappa - expected * (1 - kappa)) ** 2
    scale = (1 - expected) * sqrt(n)
    return Agreement(
        kappa, observed, expected, sqrt(max(variance, 0.0)) / scale, sqrt(max(spread0 - expected**2, 0.0)) / scale
    )


def kappa_from_agreement(observed: float, expected: float) -> float:
    """(p_o - p_e)/(1 - p_e). ValueError for shares outside 0..1, and an expected agreement of 1."""
    if not 0 <= observed <= 1 or not 0 <= expected < 1:
        raise ValueError(f"an agreement of {observed} with {expected} expected gives no kappa")
    return (observed - expected) / (1 - expected)


def expected_agreement(rows: Sequence[float], columns: Sequence[float]) -> float:
    """Agreement by chance, given how often each rater uses each category."""
    n = _require_margins(rows, columns)
    return sum(row * column for row, column in zip(rows, columns, strict=True)) / n**2


def bounds_from_margins(rows: Sequence[float], columns: Sequence[float]) -> Interval | None:
    """Smallest and largest kappa that the raters' margins allow; None where they allow 0/0 only.

    Agreement is at most the sum of the smaller margins; at least what one category that both use much leaves no room to
    avoid. Umesh UN, Peterson RA, Sauber MH. Interjudge agreement and the maximum value of kappa. Educ Psychol Meas
    1989;49:835-50.
    """
    n = _require_margins(rows, columns)
    expected = expected_agreement(rows, columns)
    if 1 - expected < 1e-12:
        return None
    pairs = list(zip(rows, columns, strict=True))
    most = sum(min(pair) for pair in pairs) / n
    least = max(0.0, *(sum(pair) - n for pair in pairs)) / n
    return kappa_from_agreement(least, expected), kappa_from_agreement(most, expected)


def prevalence_adjusted(observed: float, categories: int = 2) -> float:
    """PABAK, (k p_o - 1)/(k - 1), from the agreement alone. Byrt et al, J Clin Epidemiol 1993;46:423-9."""
    if not 0 <= observed <= 1 or categories < 2:
        raise ValueError(f"an agreement of {observed} in {categories} categories gives no kappa")
    return (categories * observed - 1) / (categories - 1)


def _weights(size: int, weights: Weights) -> list[list[float]]:
    if weights == "none":
        return [[float(i == j) for j in range(size)] for i in range(size)]
    power = {"linear": 1, "quadratic": 2}.get(weights)
    if power is None:
        raise ValueError(f"weights are none, linear or quadratic, not {weights}")
    return [[1 - (abs(i - j) / (size - 1)) ** power for j in range(size)] for i in range(size)]


def _require(table: Table) -> float:
    size = len(table)
    if size < 2 or any(len(row) != size for row in table):
        raise ValueError("a table of agreement has as many rows as columns, and at least two")
    total = float(sum(sum(row) for row in table))
    if any(cell < 0 for row in table for cell in row) or not total > 0:
        raise ValueError("a table of agreement holds counts of 0 or more, and some subject")
    return total


def _require_margins(rows: Sequence[float], columns: Sequence[float]) -> float:
    total = float(sum(rows))
    if len(rows) != len(columns) or len(rows) < 2 or min(*rows, *columns) < 0 or not total > 0:
        raise ValueError("margins are as many rows as columns, of 0 or more")
    if abs(total - sum(columns)) > 1e-9 * total:
        raise ValueError(f"rows of {total:g} and columns of {sum(columns):g} are no margins of one table")
    return total
