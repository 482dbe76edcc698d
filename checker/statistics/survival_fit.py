"""The number of subjects that reproduces printed limits of a survival curve under censoring.

Probabilities and levels are fractions. Censoring widens an interval as fewer subjects would, so that
its limits are those of the same estimate with complete follow-up of fewer: the effective size.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, inf, pi, sin
from typing import NamedTuple

from checker.statistics.normal import critical_value
from checker.statistics.survival import SLOPES, TRANSFORMS
from checker.statistics.tails import Range

_STEPS = 8


class Fit(NamedTuple):
    """Limits of `probability` from `size` subjects followed completely."""

    probability: float
    size: float
    lower: float
    upper: float


def fitted(
    lower: Range, upper: Range, probability: Range, scale: str, level: float = 0.95, largest: float = inf
) -> Fit | None:
    """An estimate and a size of at most `largest` whose limits on the scale lie in the ranges printed.

    Limits are symmetrical about the estimate on the scale: for each of several probabilities in their
    range, the half-widths that both limits allow are compared. None when no half-width suits both, or only
    one narrower than `largest` subjects give; also when a range reaches 0 or 1, where limits are clipped.
    """
    if min(lower[0], upper[0], probability[0]) <= 0 or max(lower[1], upper[1], probability[1]) >= 1:
        return None
    transform, slope = TRANSFORMS[scale], SLOPES[scale]
    sign = 1.0 if transform(0.6) > transform(0.4) else -1.0
    low, high = ([sign * transform(end) for end in limits] for limits in (lower, upper))
    z = critical_value(level)
    # Symmetry leaves the estimates midway between the limits; of those, the most central one that fits is shown.
    inverse = _INVERSES[scale]
    midway = sorted(inverse(sign * (low[end] + high[end]) / 2) for end in (0, 1))
    least, most = max(probability[0], midway[0]), min(probability[1], midway[1])
    if least > most:
        return None
    for step in sorted(range(_STEPS + 1), key=lambda step: abs(step - _STEPS / 2)):
        p = least + (most - least) * step / _STEPS
        centre = sign * transform(p)
        spread = z * slope(p) * (p * (1 - p)) ** 0.5
        narrow = max(centre - low[1], high[0] - centre, spread / largest**0.5)
        wide = min(centre - low[0], high[1] - centre)
        if 0 < narrow <= wide:
            half = (narrow + wide) / 2
            return Fit(p, (spread / half) ** 2, *_limits(scale, sign, centre, half))
    return None


def at_size(probability: float, size: float, scale: str, level: float = 0.95) -> Fit | None:
    """The limits of a probability strictly between 0 and 1 from `size` subjects; None at 0 and 1."""
    if not 0 < probability < 1 or size <= 0:
        return None
    transform = TRANSFORMS[scale]
    sign = 1.0 if transform(0.6) > transform(0.4) else -1.0
    half = critical_value(level) * SLOPES[scale](probability) * (probability * (1 - probability) / size) ** 0.5
    return Fit(probability, size, *_limits(scale, sign, sign * transform(probability), half))


def _limits(scale: str, sign: float, centre: float, half: float) -> tuple[float, float]:
    inverse = _INVERSES[scale]
    return inverse(sign * (centre - half)), inverse(sign * (centre + half))


_INVERSES: dict[str, Callable[[float], float]] = {
    "plain": lambda x: x,
    "log": exp,
    "log-log": lambda x: exp(-exp(x)),
    "logit": lambda x: 1 / (1 + exp(-x)),
    "arcsine-sqrt": lambda x: sin(min(max(x, 0.0), pi / 2)) ** 2,
}
