"""Repeated measures without sphericity: by how much F has fewer degrees of freedom, and what printed ones say of that.

`levels` is the number of conditions, two or more; epsilon lies in 1/(levels - 1)..1 and multiplies both degrees of
freedom. ValueError for what lies outside, and for reversed ranges.
Sources: Box, Ann Math Stat 1954;25:484-498; Greenhouse & Geisser, Psychometrika 1959;24:95-112; Huynh & Feldt, J Educ
Stat 1976;1:69-82; Lecoutre, J Educ Stat 1991;16:371-372.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import NamedTuple

from checker.statistics.tails import Range, f_p

# Of how many parts the epsilons between the least and 1 are tried.
_STEPS = 2000


class Whole(NamedTuple):
    """Whole degrees of freedom that printed ones may be corrected from, and the epsilons that make these of them."""

    df1: int
    df2: int
    epsilon: Range


def greenhouse_geisser(covariances: Sequence[Sequence[float]]) -> float:
    """Epsilon from the covariance matrix of the conditions; ValueError unless it is square, of two or more."""
    import numpy as np

    matrix = np.asarray(covariances, dtype=float)
    if matrix.ndim != 2 or matrix.shape[0] != matrix.shape[1] or len(matrix) < 2:
        raise ValueError("a square matrix of two or more conditions is needed")
    centred = matrix - matrix.mean(axis=0) - matrix.mean(axis=1)[:, None] + matrix.mean()
    squares = float((centred**2).sum())
    if squares == 0:
        raise ValueError("the differences of the conditions do not vary")
    # Of two conditions it is 1 but for rounding.
    return min(1.0, float(np.trace(centred)) ** 2 / ((len(matrix) - 1) * squares))


def huynh_feldt(epsilon: float, levels: int, subjects: int, groups: int = 1) -> float:
    """Huynh and Feldt's epsilon from Greenhouse and Geisser's, at most 1, for `subjects` in all of `groups` groups."""
    return _corrected(epsilon, levels, subjects, subjects - groups)


def lecoutre(epsilon: float, levels: int, subjects: int, groups: int = 1) -> float:
    """The same with Lecoutre's correction, of which it differs where there are several groups."""
    return _corrected(epsilon, levels, subjects - groups + 1, subjects - groups)


def corrected(df1: float, df2: float, epsilon: float) -> tuple[float, float]:
    """Both degrees of freedom multiplied by epsilon.

    >>> corrected(2, 50, 0.84)
    (1.68, 42.0)
    """
    if not 1 / df1 - 1e-12 <= epsilon <= 1:
        raise ValueError(f"epsilon lies between 1/{df1} and 1, not at {epsilon}")
    return df1 * epsilon, df2 * epsilon


def corrected_p(statistic: Range, df1: float, df2: float) -> Range:
    """The p of F for every epsilon there may be."""
    found = [f_p(statistic, *corrected(df1, df2, each)) for each in _epsilons(df1)]
    return min(low for low, _ in found), max(high for _, high in found)


def fitting_epsilons(statistic: Range, df1: float, df2: float, p: Range) -> Range | None:
    """The least and the greatest epsilon with which F has this p, to 1/2000 of what there may be; None for none.

    >>> low, high = fitting_epsilons((3.695, 3.705), 2, 28, (0.0545, 0.0555))
    >>> round(low, 2), round(high, 2)
    (0.72, 0.73)
    """
    if not p[0] <= p[1]:
        raise ValueError(f"the range {p} is reversed")
    fits = []
    for each in _epsilons(df1):
        low, high = f_p(statistic, *corrected(df1, df2, each))
        if low <= p[1] and p[0] <= high:
            fits.append(each)
    return (fits[0], fits[-1]) if fits else None


def uncorrected(df1: Range, df2: Range, most: int = 20) -> list[Whole]:
    """Whole degrees of freedom, df2 a multiple of df1, that printed fractional ones may be corrected from.

    So it is within subjects of one group or several: df1 = levels - 1, df2 = df1 (subjects - groups). `df1` up to
    `most` is tried.

    >>> [(each.df1, each.df2) for each in uncorrected((1.675, 1.685), (41.95, 42.05), most=3)]
    [(2, 50), (3, 75)]
    """
    for values in (df1, df2):
        if not 0 < values[0] <= values[1]:
            raise ValueError(f"{values} is no range of degrees of freedom")
    multiples = range(max(1, ceil(df2[0] / df1[1] - 1e-9)), floor(df2[1] / df1[0] + 1e-9) + 1)
    found = []
    for whole in range(max(1, ceil(df1[0] - 1e-9)), most + 1):
        for multiple in multiples:
            low = max(df1[0] / whole, df2[0] / (whole * multiple), 1 / whole)
            high = min(df1[1] / whole, df2[1] / (whole * multiple), 1.0)
            if low <= high:
                found.append(Whole(whole, whole * multiple, (low, high)))
    return found


def _corrected(epsilon: float, levels: int, numerator: int, freedom: int) -> float:
    contrasts = levels - 1
    if levels < 2 or not 1 / contrasts - 1e-12 <= epsilon <= 1:
        raise ValueError(f"epsilon of {levels} conditions cannot be {epsilon}")
    divisor = contrasts * (freedom - contrasts * epsilon)
    if not divisor > 0:
        raise ValueError(f"{freedom} degrees of freedom between subjects are too few for {levels} conditions")
    return min(1.0, (numerator * contrasts * epsilon - 2) / divisor)


def _epsilons(df1: float) -> list[float]:
    least = min(1.0, 1 / df1)
    return [least + (1 - least) * step / _STEPS for step in range(_STEPS + 1)]
