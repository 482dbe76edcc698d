"""P values of a two-by-two table of counts, under every test in common use.

A table is a sequence of rows of counts >= 0; rows are groups, columns outcomes (every test here is the
same with them exchanged, except those comparing means or risks: `z-unpooled`, `wald-log-risk`).
`TWO_BY_TWO` maps a name to a `TableTest`: the function `table -> p | None` and the number of sides,
1 only for names that begin with `one-sided`; those take the direction of the data, or the other one where the name
ends in `against the data`.

Conventions: ValueError for a table that is not two-by-two, has a negative count or has no count at all;
None where the test is undefined (an empty row or column; an empty cell for the log scales).
The pooled z test is the square root of `pearson`, with the same p value. Slower unconditional tests are in
`checker.statistics.unconditional`, larger tables in `checker.statistics.tables`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from math import inf, log, sqrt
from typing import NamedTuple

from checker.statistics.normal import two_sided_p

Table = Sequence[Sequence[int]]
# Relative tolerance for "as probable as the table observed", as in R's fisher.test.
TIE = 1 + 1e-7
# Probability, relative to the most probable table, below which a table is left out.
NEGLIGIBLE = 1e-290


class TableTest(NamedTuple):
    """A test's function from a table to its p value, and its number of sides."""

    p_value: Callable[[Table], float | None]
    sides: int


class Margins(NamedTuple):
    """Cells and totals of the table [[a, b], [c, d]]."""

    a: int
    b: int
    c: int
    d: int
    row1: int
    row2: int
    column1: int
    column2: int
    total: int

    @property
    def empty(self) -> bool:
        """Whether a row or a column holds no count."""
        return min(self.row1, self.row2, self.column1, self.column2) == 0


def margins(table: Table) -> Margins:
    """Cells and totals of a two-by-two table; ValueError if it is not one."""
    if len(table) != 2 or any(len(row) != 2 for row in table):
        raise ValueError("a two-by-two table is needed")
    (a, b), (c, d) = table
    if min(a, b, c, d) < 0 or a + b + c + d == 0:
        raise ValueError(f"[[{a}, {b}], [{c}, {d}]] is not a table of counts")
    return Margins(a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d)


def occupied(table: Table) -> list[list[int]]:
    """Rows and columns that hold a count; ValueError for ragged rows or negative counts."""
    if not table or len({len(row) for row in table}) != 1:
        raise ValueError("the rows of a table must have one length")
    if any(cell < 0 for row in table for cell in row):
        raise ValueError("a count cannot be negative")
    columns = [any(column) for column in zip(*table, strict=True)]
    return [[cell for cell, keep in zip(row, columns, strict=True) if keep] for row in table if any(row)]


def expected_counts(table: Table) -> list[list[float]]:
    """Return the counts expected under independence, for any shape; ValueError if the table holds none."""
    total = sum(map(sum, table))
    if total <= 0:
        raise ValueError("the table holds no count")
    columns = [sum(column) for column in zip(*table, strict=True)]
    return [[sum(row) * column / total for column in columns] for row in table]


def minimum_expected_count(table: Table) -> float:
    """Smallest expected count: below 5, many papers turn to an exact test (Cochran, Biometrics 1954;10:417-451)."""
    return min(map(min, expected_counts(table)))


def pearson(table: Table) -> float | None:
    """Pearson's chi-square, 1 df; also the two-sided z test with pooled variance."""
    return _from_chi_square(_cross(margins(table), 0.0))


def yates(table: Table) -> float | None:
    """Chi-square with continuity correction, never past 0. Yates, J R Stat Soc Suppl 1934;1:217-235."""
    m = margins(table)
    return _from_chi_square(_cross(m, m.total / 2))


def n_minus_1(table: Table) -> float | None:
    """Chi-square times (N - 1)/N. Campbell, Stat Med 2007;26:3661-3675."""
    m = margins(table)
    chi_square = _cross(m, 0.0)
    return None if chi_square is None else _from_chi_square(chi_square * (m.total - 1) / m.total)


def likelihood_ratio(table: Table) -> float | None:
    """G test: twice the log likelihood ratio against chi-square with 1 df. Wilks, Ann Math Stat 1938;9:60-62."""
    m = margins(table)
    if m.empty:
        return None
    pairs = zip(
        (m.a, m.b, m.c, m.d),
        (m.row1 * m.column1, m.row1 * m.column2, m.row2 * m.column1, m.row2 * m.column2),
        strict=True,
    )
    g = 2 * sum(cell * log(cell * m.total / product) for cell, product in pairs if cell)
    return _from_chi_square(max(g, 0.0))


def z_unpooled(table: Table) -> float | None:
    """Two-sided z test of the difference of the rows' proportions, unpooled variance."""
    z = _z_unpooled(margins(table))
    return None if z is None else two_sided_p(z)


def student_t(table: Table) -> float | None:
    """Student's t test (or a linear regression) on the 0/1 outcomes, N - 2 df.

    D'Agostino, Chase & Belanger, Am Stat 1988;42:198-202. None for fewer than three observations.
    """
    from scipy.special import stdtr

    m = margins(table)
    chi_square = _cross(m, 0.0)
    if chi_square is None or m.total < 3:
        return None
    if chi_square >= m.total:
        return 0.0
    t = sqrt(chi_square * (m.total - 2) / (m.total - chi_square))
    return 2 * float(stdtr(m.total - 2, -t))


def wald_log_odds(table: Table) -> float | None:
    """Wald test of the log odds ratio (univariable logistic regression); None with an empty cell."""
    m = margins(table)
    if not (m.a and m.b and m.c and m.d):
        return None
    error = sqrt(1 / m.a + 1 / m.b + 1 / m.c + 1 / m.d)
    return two_sided_p((log(m.a) - log(m.b) - log(m.c) + log(m.d)) / error)


def wald_log_risk(table: Table) -> float | None:
    """Wald test of the log ratio of the rows' proportions in column 1; None when either is 0."""
    m = margins(table)
    if not (m.a and m.c):
        return None
    error = sqrt(1 / m.a - 1 / m.row1 + 1 / m.c - 1 / m.row2)
    ratio = log(m.a) - log(m.row1) - log(m.c) + log(m.row2)
    if error == 0:
        return None
    return two_sided_p(ratio / error)


def fisher(table: Table) -> float:
    """Fisher's exact test: probability of the tables no more probable than that observed (R, SAS, Stata)."""
    weights, position = _hypergeometric(margins(table))
    return min(sum(weight for weight in weights if weight <= weights[position] * TIE), 1.0)


def fisher_doubled(table: Table) -> float:
    """Fisher's exact test, twice the smaller tail, at most 1."""
    return min(2 * fisher_one_sided(table), 1.0)


def fisher_mid_p(table: Table) -> float:
    """Fisher's two-sided p less half the probability of the table observed (SAS MIDP)."""
    weights, position = _hypergeometric(margins(table))
    return fisher(table) - weights[position] / 2


def fisher_mid_p_doubled(table: Table) -> float:
    """Twice the smaller tail with half the probability of the table observed (OpenEpi mid-P)."""
    return min(2 * fisher_mid_p_one_sided(table), 1.0)


def fisher_one_sided(table: Table) -> float:
    """Smaller of the two one-sided exact p values."""
    weights, position = _hypergeometric(margins(table))
    return min(sum(weights[: position + 1]), sum(weights[position:]), 1.0)


def fisher_against(table: Table) -> float:
    """Larger of the two one-sided exact p values: the test looked for a difference in the other direction."""
    weights, position = _hypergeometric(margins(table))
    return min(max(sum(weights[: position + 1]), sum(weights[position:])), 1.0)


def fisher_mid_p_one_sided(table: Table) -> float:
    """Smaller of the two one-sided mid-p values."""
    weights, position = _hypergeometric(margins(table))
    return fisher_one_sided(table) - weights[position] / 2


def _halved(test: Callable[[Table], float | None]) -> Callable[[Table], float | None]:
    def one_sided(table: Table) -> float | None:
        p = test(table)
        return None if p is None else p / 2

    one_sided.__doc__ = f"Half of: {test.__doc__}"
    return one_sided


def _against(test: Callable[[Table], float | None]) -> Callable[[Table], float | None]:
    def one_sided(table: Table) -> float | None:
        p = test(table)
        return None if p is None else 1 - p / 2

    one_sided.__doc__ = f"One less half of: {test.__doc__}"
    return one_sided


TWO_BY_TWO: dict[str, TableTest] = {
    "pearson": TableTest(pearson, 2),
    "fisher": TableTest(fisher, 2),
    "yates": TableTest(yates, 2),
    "likelihood-ratio": TableTest(likelihood_ratio, 2),
    "n-1": TableTest(n_minus_1, 2),
    "z-unpooled": TableTest(z_unpooled, 2),
    "fisher-mid-p": TableTest(fisher_mid_p, 2),
    "fisher-doubled": TableTest(fisher_doubled, 2),
    "fisher-mid-p-doubled": TableTest(fisher_mid_p_doubled, 2),
    "student-t": TableTest(student_t, 2),
    "wald-log-odds": TableTest(wald_log_odds, 2),
    "wald-log-risk": TableTest(wald_log_risk, 2),
    "one-sided fisher": TableTest(fisher_one_sided, 1),
    "one-sided pearson": TableTest(_halved(pearson), 1),
    "one-sided yates": TableTest(_halved(yates), 1),
    "one-sided z-unpooled": TableTest(_halved(z_unpooled), 1),
    "one-sided fisher-mid-p": TableTest(fisher_mid_p_one_sided, 1),
    "one-sided fisher against the data": TableTest(fisher_against, 1),
    "one-sided pearson against the data": TableTest(_against(pearson), 1),
    "one-sided yates against the data": TableTest(_against(yates), 1),
}


def _cross(m: Margins, correction: float) -> float | None:
    if m.empty:
        return None
    distance = max(abs(m.a * m.d - m.b * m.c) - correction, 0.0)
    return distance / m.row1 * (distance / m.row2) * m.total / m.column1 / m.column2


def _from_chi_square(chi_square: float | None) -> float | None:
    return None if chi_square is None else two_sided_p(sqrt(chi_square))


def _z_unpooled(m: Margins) -> float | None:
    if m.empty:
        return None
    p1, p2 = m.a / m.row1, m.c / m.row2
    variance = p1 * (1 - p1) / m.row1 + p2 * (1 - p2) / m.row2
    if variance == 0:
        return inf
    return (p1 - p2) / sqrt(variance)


def _hypergeometric(m: Margins) -> tuple[list[float], int]:
    """Probabilities of the tables with the margins of one, by their first cell, and its own index among them."""
    weights, first = _distribution(m.row1, m.row2, m.column1)
    return weights, min(max(m.a - first, 0), len(weights) - 1)


# Every exact test of a table asks for it.
@functools.lru_cache(maxsize=32)
def _distribution(row1: int, row2: int, column1: int) -> tuple[list[float], int]:
    """Probabilities of the tables with these margins, by their first cell, and the cell of the first."""
    low, high = max(0, column1 - row2), min(row1, column1)
    mode = min(max((row1 + 1) * (column1 + 1) // (row1 + row2 + 2), low), high)
    # By ratios of neighbours outwards from the mode: no cancellation of large log factorials. Tables
    # of a negligible probability are left out, which bounds the work to the root of the total.
    below, weight = [], 1.0
    for k in range(mode, low, -1):
        weight *= k * (row2 - column1 + k) / ((row1 - k + 1) * (column1 - k + 1))
        if weight < NEGLIGIBLE:
            break
        below.append(weight)
    above, weight = [], 1.0
    for k in range(mode, high):
        weight *= (row1 - k) * (column1 - k) / ((k + 1) * (row2 - column1 + k + 1))
        if weight < NEGLIGIBLE:
            break
        above.append(weight)
    total = sum(below) + 1.0 + sum(above)
    # A zero at either end stands for all that was left out there.
    weights = [0.0, *(weight / total for weight in (*reversed(below), 1.0, *above)), 0.0]
    return weights, mode - len(below) - 1
