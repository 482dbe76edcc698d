"""P values of tables with any number of rows and columns.

Rows are groups and columns outcomes, ordered where the test says so: transpose the table for the other
reading. Rows and columns without any count are left out (as SPSS does), except that the scores and
ranks of ordered columns keep their places. ValueError for ragged rows or negative counts; None where a
test is undefined or, for the exact test, out of reach.
"""

from __future__ import annotations

from math import sqrt

from checker.statistics.contingency import Table, TableTest, occupied
from checker.statistics.exact_tables import fisher_freeman_halton
from checker.statistics.normal import two_sided_p
from checker.statistics.tails import chi_square_upper_tail


def pearson(table: Table) -> float | None:
    """Pearson's chi-square of independence, (rows - 1)(columns - 1) df."""
    rows = occupied(table)
    if min(len(rows), len(rows[0]) if rows else 0) < 2:
        return None
    total = sum(map(sum, rows))
    columns = [sum(column) for column in zip(*rows, strict=True)]
    statistic = 0.0
    for row in rows:
        size = sum(row)
        for cell, column in zip(row, columns, strict=True):
            expected = size * column / total
            statistic += (cell - expected) ** 2 / expected
    return chi_square_upper_tail(statistic, (len(rows) - 1) * (len(columns) - 1))


def likelihood_ratio(table: Table) -> float | None:
    """G test of independence, (rows - 1)(columns - 1) df."""
    from math import log

    rows = occupied(table)
    if min(len(rows), len(rows[0]) if rows else 0) < 2:
        return None
    total = sum(map(sum, rows))
    columns = [sum(column) for column in zip(*rows, strict=True)]
    statistic = sum(
        cell * log(cell * total / (sum(row) * column))
        for row in rows
        for cell, column in zip(row, columns, strict=True)
        if cell
    )
    return chi_square_upper_tail(max(2 * statistic, 0.0), (len(rows) - 1) * (len(columns) - 1))


def linear_by_linear(table: Table) -> float | None:
    """Linear-by-linear association (N - 1) r^2 with equally spaced scores (SPSS, Mantel-Haenszel in SAS).

    Mantel, JASA 1963;58:690-700. None when all counts fall in one row or column.
    """
    r_squared, total = _correlation(table)
    return None if r_squared is None else two_sided_p(sqrt((total - 1) * r_squared))


def cochran_armitage(table: Table) -> float | None:
    """Two-sided trend test N r^2 with equally spaced scores; None unless rows or columns are two.

    Armitage, Biometrics 1955;11:375-386 (SAS TREND, R prop.trend.test).
    """
    if 2 not in (len(table), len(table[0])):
        return None
    r_squared, total = _correlation(table)
    return None if r_squared is None else two_sided_p(sqrt(total * r_squared))


def cochran_armitage_one_sided(table: Table) -> float | None:
    """Trend test in the direction of the data."""
    p = cochran_armitage(table)
    return None if p is None else p / 2


def kruskal_wallis(table: Table) -> float | None:
    """Kruskal-Wallis test of the rows over ordered columns, corrected for ties; rows - 1 df.

    With two rows it is the Mann-Whitney test without continuity correction. Kruskal & Wallis, JASA
    1952;47:583-621.
    """
    rows = [row for row in table if any(row)]
    occupied(table)
    ranks, total, tied = _midranks(table)
    if len(rows) < 2 or tied == 0:
        return None
    centre = (total + 1) / 2
    between = 0.0
    for row in rows:
        size = sum(row)
        rank_sum = sum(cell * rank for cell, rank in zip(row, ranks, strict=True))
        between += (rank_sum - size * centre) ** 2 / size
    return chi_square_upper_tail(12 * between / (total * (total + 1) * tied), len(rows) - 1)


def mann_whitney_continuity(table: Table) -> float | None:
    """Two-sided Mann-Whitney test of two rows over ordered columns, ties and continuity corrected.

    The normal approximation of R's wilcox.test and scipy's mannwhitneyu. None unless rows are two.
    """
    occupied(table)
    if len(table) != 2 or not all(map(any, table)):
        return None
    ranks, total, tied = _midranks(table)
    if tied == 0:
        return None
    size1, size2 = sum(table[0]), sum(table[1])
    rank_sum = sum(cell * rank for cell, rank in zip(table[0], ranks, strict=True))
    distance = max(abs(rank_sum - size1 * (total + 1) / 2) - 0.5, 0.0)
    return two_sided_p(distance / sqrt(size1 * size2 * (total + 1) * tied / 12))


R_BY_C: dict[str, TableTest] = {
    "pearson": TableTest(pearson, 2),
    "fisher-freeman-halton": TableTest(fisher_freeman_halton, 2),
    "likelihood-ratio": TableTest(likelihood_ratio, 2),
    "linear-by-linear": TableTest(linear_by_linear, 2),
    "cochran-armitage": TableTest(cochran_armitage, 2),
    "kruskal-wallis": TableTest(kruskal_wallis, 2),
    "mann-whitney-continuity": TableTest(mann_whitney_continuity, 2),
    "one-sided cochran-armitage": TableTest(cochran_armitage_one_sided, 1),
}


def _correlation(table: Table) -> tuple[float | None, int]:
    """Squared correlation of row and column numbers, and the number of observations."""
    occupied(table)
    total = sum(map(sum, table))
    row_sizes = [sum(row) for row in table]
    column_sizes = [sum(column) for column in zip(*table, strict=True)]
    row_sum = sum(i * size for i, size in enumerate(row_sizes))
    column_sum = sum(j * size for j, size in enumerate(column_sizes))
    # Integers throughout, so that a constant row or column number gives exactly 0.
    row_spread = total * sum(i * i * size for i, size in enumerate(row_sizes)) - row_sum**2
    column_spread = total * sum(j * j * size for j, size in enumerate(column_sizes)) - column_sum**2
    if not (row_spread and column_spread):
        return None, total
    products = sum(i * j * cell for i, row in enumerate(table) for j, cell in enumerate(row))
    return (total * products - row_sum * column_sum) ** 2 / row_spread / column_spread, total


def _midranks(table: Table) -> tuple[list[float], int, float]:
    """Mean rank of each column, the number of observations, and the tie correction factor (0..1)."""
    sizes = [sum(column) for column in zip(*table, strict=True)]
    total = sum(sizes)
    ranks, before = [], 0
    for size in sizes:
        ranks.append(before + (size + 1) / 2)
        before += size
    spread = total**3 - total
    return ranks, total, 1 - sum(size**3 - size for size in sizes) / spread if spread else 0.0
