"""Student's and Welch's t of two independent means from their standard deviations and sizes.

Figures known to their printed digits come as ranges `(low, high)`, and answers are ranges that hold every value
those allow. t grows with the distance of the means and falls with either deviation, so the ends suffice for it; the
degrees of freedom of Welch's test rise and fall with a deviation, and are bounded by themselves.
ValueError for reversed ranges and for groups of fewer than two.
"""

from __future__ import annotations

from math import copysign, inf, sqrt
from typing import NamedTuple

from checker.statistics import tails
from checker.statistics.proportion import t_critical_value
from checker.statistics.tails import Range


class Sample(NamedTuple):
    """The mean, standard deviation and size of a group."""

    mean: Range
    sd: Range
    size: int


class Difference(NamedTuple):
    """The difference of two means, first less second, its standard error, and the degrees of freedom for it."""

    difference: Range
    error: Range
    freedom: Range

    def turned(self) -> Difference:
        """The second less the first."""
        return self._replace(difference=(-self.difference[1], -self.difference[0]))


def require_sample(sample: Sample) -> None:
    """ValueError for reversed ranges, a spread below 0 or infinite, and fewer than two values."""
    if sample.size < 2:
        raise ValueError(f"a group of at least 2 values is needed, not {sample.size}")
    if not (sample.mean[0] <= sample.mean[1] and 0 <= sample.sd[0] <= sample.sd[1] < inf):
        raise ValueError(f"{sample} has no ranges of a mean and a standard deviation")


def student(one: Sample, other: Sample) -> Difference:
    """The test that takes the variances for equal: pooled, n1 + n2 - 2 degrees of freedom."""
    freedom = one.size + other.size - 2
    share = 1 / one.size + 1 / other.size

    def error(sd: float, other_sd: float) -> float:
        return sqrt(((one.size - 1) * sd**2 + (other.size - 1) * other_sd**2) / freedom * share)

    ends = _ends(one, other)
    return Difference(_difference(one, other), (error(*ends[0]), error(*ends[1])), (freedom, freedom))


def welch(one: Sample, other: Sample) -> Difference:
    """The test that does not, with the degrees of freedom of Welch and Satterthwaite (Biometrika 1947;34:28-35)."""
    ends = _ends(one, other)
    parts = [(sd**2 / one.size, other_sd**2 / other.size) for sd, other_sd in ends]
    (low, other_low), (high, other_high) = parts
    # The share of the first group in the variance: 1/df is a parabola in it.
    least = low / (low + other_high) if low + other_high else 0.0
    most = high / (high + other_low) if high + other_low else 1.0
    vertex = min(max((one.size - 1) / (one.size + other.size - 2), least), most)
    inverse = [share**2 / (one.size - 1) + (1 - share) ** 2 / (other.size - 1) for share in (least, most, vertex)]
    freedom = 1 / max(inverse), 1 / min(inverse)
    return Difference(_difference(one, other), (sqrt(low + other_low), sqrt(high + other_high)), freedom)


def statistic(found: Difference) -> Range:
    """The t, or z, that a test allows: the difference in standard errors."""
    low, high = found.difference
    least, most = found.error
    return _quotient(low, most if low > 0 else least), _quotient(high, least if high > 0 else most)


def p_value(found: Difference, sides: int = 2, *, z: bool = False) -> Range:
    """The p values that a test allows; `z` for the normal distribution instead of t."""
    t = statistic(found)
    if z:
        return tails.z_p(t, sides)
    few, many = found.freedom
    return tails.t_p(t, many, sides)[0], tails.t_p(t, few, sides)[1]


def interval(found: Difference, level: float = 0.95, *, z: bool = False) -> tuple[Range, Range]:
    """Ranges of both confidence limits of the difference; `z` for the normal quantile instead of t."""
    few, many = (inf, inf) if z else found.freedom
    most, least = t_critical_value(few, level), t_critical_value(many, level)
    low, high = found.difference
    near, far = least * found.error[0], most * found.error[1]
    return (low - far, high - near), (low + near, high + far)


def _quotient(difference: float, error: float) -> float:
    if error:
        return difference / error
    return copysign(inf, difference) if difference else 0.0


def _difference(one: Sample, other: Sample) -> Range:
    return one.mean[0] - other.mean[1], one.mean[1] - other.mean[0]


def _ends(one: Sample, other: Sample) -> tuple[Range, Range]:
    require_sample(one)
    require_sample(other)
    return (one.sd[0], other.sd[0]), (one.sd[1], other.sd[1])
