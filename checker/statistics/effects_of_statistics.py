"""Every standardised effect that a test statistic gives, with how: what `checker.statistics.effect_sizes` has of it.

The statistic is a range `(low, high)` of what may be printed so, and so is each effect; degrees of freedom and sizes
are exact. Sizes that are not given are left out, and what needs them is not answered, but where degrees of freedom
tell them. Signs are those of the statistic; shares of variance and coefficients of tables have none. ValueError for
reversed ranges, a statistic that cannot be, and degrees of freedom or sizes not above 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.statistics import effect_sizes as es
from checker.statistics import rank_tests
from checker.statistics.ranges import over
from checker.statistics.tails import Range, magnitudes


class Effect(NamedTuple):
    """An effect by its measure, and how it is got; ``usual`` says whether that is what a reader would take it for."""

    measure: str
    values: Range
    how: str
    usual: bool = True


class Design(NamedTuple):
    """What is known of the sizes: of all, of two groups, of a table's rows and columns, and how many groups.

    ``paired``: whether one sample or pairs were tested; None where that is open.
    """

    n: int | None = None
    groups: tuple[int, int] | None = None
    shape: tuple[int, int] | None = None
    k: int | None = None
    paired: bool | None = None


OPEN = Design()


def of_t(t: Range, df: float, design: Design = OPEN) -> Iterator[Effect]:
    """Of Student's t: d, g, r and shares of variance."""
    _positive(df)
    for name, d, usual in _d(t, df, design):
        yield Effect("d", d, name, usual)
        if df > 1:
            factor = float(es.hedges_factor(df))
            yield Effect("g", (factor * d[0], factor * d[1]), f"J times {name}", usual)
    yield Effect("r", over(lambda each: es.r_from_t(each, df), t), "t/sqrt(t^2 + df)")
    low, high = magnitudes(t)
    yield from _shares((low * low, high * high), 1, df)


def of_f(f: Range, df1: float, df2: float, design: Design = OPEN) -> Iterator[Effect]:
    """Of F: shares of variance, Cohen's f and, of two groups, d."""
    _positive(df1, df2)
    low, high = _not_negative(f)
    if df1 == 1:
        for each in of_t((low**0.5, high**0.5), df2, design):
            if each.measure in ("d", "g", "r"):
                yield each._replace(how=f"{each.how}, t = sqrt F")
    yield from _shares((low, high), df1, df2)


def of_chi_square(chi2: Range, df: float, design: Design = OPEN) -> Iterator[Effect]:
    """Of chi-squared of a table of `design.n`: w, phi, C and Cramér's V for each shape that there may be."""
    _positive(df)
    n = design.n
    if n is None:
        return
    _positive(n)
    values = _not_negative(chi2)
    w = over(lambda each: es.cohens_w(each, n), values)
    yield Effect("w", w, "sqrt(chi2/n)")
    if df == 1:
        yield Effect("phi", w, "sqrt(chi2/n)")
    yield Effect("C", over(lambda each: es.contingency_coefficient(each, n), values), "sqrt(chi2/(chi2 + n))")
    for smaller in _smaller(df, design.shape):
        v = over(lambda each, by=smaller: es.cramers_v(each, n, by), values)
        how = "sqrt(chi2/n)" if smaller == 2 else f"sqrt(chi2/(n ({smaller} - 1)))"
        yield Effect("V", v, f"{how}, {smaller} rows or columns" if df > 1 else how)


def of_z(z: Range, design: Design = OPEN) -> Iterator[Effect]:
    """Of a normal statistic of `design.n` values: r, and d of two groups."""
    n = design.n or (sum(design.groups) if design.groups else None)
    if n is None:
        return
    _positive(n)
    yield Effect("r", over(lambda each: es.r_from_z(each, n), z), "z/sqrt n")
    if design.groups:
        n1, n2 = design.groups
        yield Effect("d", over(lambda each: es.d_from_t(each, n1, n2), z), "z sqrt(1/n1 + 1/n2)")


def of_u(u: Range, design: Design = OPEN) -> Iterator[Effect]:
    """Of Mann and Whitney's U of two groups: the area under the curve, the rank-biserial correlation, r."""
    if design.groups is None:
        return
    n1, n2 = design.groups
    _positive(n1, n2)
    area = over(lambda each: es.auc_from_u(each, n1, n2), u)
    yield Effect("AUC", area, "U/(n1 n2)")
    yield Effect("AUC", (1 - area[1], 1 - area[0]), "1 - U/(n1 n2), of the other group")
    yield Effect("rank-biserial", over(lambda each: es.rank_biserial(each, n1, n2), u), "2U/(n1 n2) - 1")
    low, high = rank_tests.u_z(u, n1, n2)
    scale = (n1 + n2) ** 0.5
    yield Effect("r", (low / scale, high / scale), "z/sqrt n")


def of_h(h: Range, df: float, design: Design = OPEN) -> Iterator[Effect]:
    """Of Kruskal and Wallis's H of `design.n` values: eta and epsilon squared."""
    _positive(df)
    n = design.n
    if n is None or n <= df + 1:
        return
    values = _not_negative(h)
    yield Effect("eta2", over(lambda each: es.eta_squared_of_ranks(each, n, df + 1), values), "(H - k + 1)/(n - k)")
    yield Effect("epsilon2", over(lambda each: es.epsilon_squared_of_ranks(each, n), values), "H/(n - 1)")


def of_r(r: Range, df: float) -> Iterator[Effect]:
    """Of a correlation: the share of variance, and d of two groups of one size."""
    _positive(df)
    low, high = magnitudes(r)
    if low > 1:
        raise ValueError(f"a correlation lies between -1 and 1, not at {r}")
    low, high = low**2, min(high, 1.0) ** 2
    yield Effect("R2", (low, high), "r^2")
    if high < 1:
        yield Effect("f", over(es.cohens_f, (low, high)), "sqrt(r^2/(1 - r^2))")
        half = (df + 2) / 2
        yield Effect("d", over(lambda each: es.d_from_r(each, half, half), r), "two groups of one size")


def _d(t: Range, df: float, design: Design) -> Iterator[tuple[str, Range, bool]]:
    """Cohen's d for each design that there may be."""
    if design.groups is not None:
        n1, n2 = design.groups
        _positive(n1, n2)
        yield "t sqrt(1/n1 + 1/n2)", over(lambda each: es.d_from_t(each, n1, n2), t), True
        yield "2t/sqrt df", over(lambda each: 2 * each / df**0.5, t), False
        return
    if not design.paired:
        half = (df + 2) / 2
        yield "2t/sqrt n, groups of one size", over(lambda each: es.d_from_t(each, half, half), t), True
        yield "2t/sqrt df, groups of one size", over(lambda each: 2 * each / df**0.5, t), True
    if design.paired or design.paired is None:
        yield "t/sqrt n, one sample or pairs", over(lambda each: es.dz_from_t(each, df + 1), t), True
        yield "t/sqrt df, one sample or pairs", over(lambda each: es.dz_from_t(each, df), t), False


def _shares(f: Range, df1: float, df2: float) -> Iterator[Effect]:
    """The shares of variance of an F."""
    eta = over(lambda each: es.partial_eta_squared(each, df1, df2), f)
    yield Effect("eta2", eta, "F df1/(F df1 + df2)")
    yield Effect("R2", eta, "F df1/(F df1 + df2)")
    n = df1 + df2 + 1
    omega = over(lambda each: es.partial_omega_squared(each, df1, df2, n), f)
    yield Effect("omega2", omega, "df1 (F - 1)/(df1 (F - 1) + n)")
    epsilon = over(lambda each: es.epsilon_squared(each, df1, df2), f)
    yield Effect("epsilon2", epsilon, "df1 (F - 1)/(df1 F + df2)")
    yield Effect("adjusted-R2", epsilon, "df1 (F - 1)/(df1 F + df2)")
    yield Effect("f", over(lambda each: (each * df1 / df2) ** 0.5, f), "sqrt(F df1/df2)")


def _smaller(df: float, shape: tuple[int, int] | None) -> list[int]:
    """The lesser of the numbers of rows and columns, for every table with these degrees of freedom."""
    if shape is not None:
        return [min(shape)]
    whole = int(df)
    return [part + 1 for part in range(1, whole + 1) if whole % part == 0 and part <= whole // part]


def _not_negative(values: Range) -> Range:
    low, high = values
    if not low <= high:
        raise ValueError(f"the range {values} is reversed")
    if high < 0:
        raise ValueError(f"the statistic cannot be negative: {values}")
    return max(low, 0.0), high


def _positive(*numbers: float) -> None:
    if not min(numbers) > 0:
        raise ValueError(f"degrees of freedom and sizes must be above 0, not {min(numbers)}")
