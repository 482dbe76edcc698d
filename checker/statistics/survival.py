"""Survival and cumulative incidence: standard errors from the counts, and limits on every scale.

Probabilities and levels are fractions; standard errors are those of the probability itself. Limits are
(lower, upper), or None where the scale is undefined (a probability of 0 or 1, no error at all); those
of the plain and log scales can leave 0..1, and software clips them. Impossible input raises ValueError.

Censoring can only widen these intervals. With n_j at risk before the j-th event time, q_j the
proportion surviving it and S_j the estimate after it, subjects leave but never enter, so that
n_(j+1) <= n_j q_j, hence n_j <= n S_(j-1). Greenwood's sum of (1/q_j - 1)/n_j is therefore at least
the sum of (1/S_j - 1/S_(j-1))/n = (1/S - 1)/n, which makes the variance at least S(1 - S)/n, the
binomial one: reached exactly when nobody is censored before the last event.
The bound does not hold with delayed entry (left truncation) or with weights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import asin, exp, log, pi, sin, sqrt
from typing import NamedTuple

from checker.statistics.normal import critical_value
from checker.statistics.proportion import LARGEST_EXPONENT
from checker.statistics.proportion_exact import Interval
from checker.statistics.tails import Range

Scale = Callable[[float, float, float], Interval | None]
# Root in (0, 1) of ln S = 2(S - 1): where the log-log scale implies the smallest size.
LOG_LOG_TURN = 0.2031878699799799


class Step(NamedTuple):
    """One time: events of interest, competing events, then subjects censored; in that order."""

    events: int = 0
    competing: int = 0
    censored: int = 0


def aalen_incidence(total: int, steps: Iterable[Step]) -> tuple[float, float]:
    """Cumulative incidence of the events of interest (Aalen-Johansen), and its variance by Aalen's estimator.

    For `total` subjects followed through `steps`; times matter only by their order. Aalen, Ann Stat 1978;6:534-545
    (R cmprsk, SAS LIFETEST by default). ValueError when more leave than are at risk.
    """
    if total < 1:
        raise ValueError(f"{total} subjects cannot be followed")
    at_risk, survival, incidence = total, 1.0, 0.0
    jumps: list[tuple[int, int, int, float, float, float]] = []
    for events, competing, censored in steps:
        failed = events + competing
        if min(events, competing, censored) < 0 or failed + censored > at_risk:
            raise ValueError(f"{failed} events and {censored} censored of {at_risk} at risk")
        before = survival
        if failed:
            survival *= (at_risk - failed) / at_risk
            incidence += before * events / at_risk
            jumps.append((at_risk, events, competing, before, survival, incidence))
        at_risk -= failed + censored
    variance = 0.0
    for n, events, competing, before, after, reached in jumps:
        share = (incidence - reached) / after if after else 0.0
        variance += (before / n) ** 2 * (_untied(events, n) * (1 - share) ** 2 + _untied(competing, n) * share**2)
    return incidence, variance


def greenwood_complete(survivors: int, total: int) -> tuple[float, float]:
    """Survival and its standard error without censoring before the time in question.

    Greenwood's formula is then the binomial one, whatever the order of events. Greenwood, Rep Public Health
    Med Subj 1926;33:1-26.
    """
    if total < 1 or not 0 <= survivors <= total:
        raise ValueError(f"{survivors} of {total} cannot have survived")
    survival = survivors / total
    return survival, sqrt(survival * (1 - survival) / total)


def complete_incidence(events: int, competing: int, total: int) -> tuple[float, dict[str, float]]:
    """Cumulative incidence without censoring, and its standard error under each assumption.

    The estimate is events/total and Greenwood's type of error the binomial one in any order; Aalen's
    depends on the order, and the orders given are representative, not bounds. `aalen-tied` has all
    events at one time, each type after the other; with n - 1 for n it is the binomial one.
    """
    if min(events, competing) < 0 or total < 1 or events + competing > total:
        raise ValueError(f"{events} and {competing} events of {total} are impossible")
    orders = {
        "aalen-events-first": [Step(1)] * events + [Step(0, 1)] * competing,
        "aalen-competing-first": [Step(0, 1)] * competing + [Step(1)] * events,
        "aalen-interleaved": _interleaved(events, competing),
        "aalen-tied": [Step(events), Step(0, competing)],
    }
    incidence = events / total
    errors = {"greenwood": sqrt(incidence * (1 - incidence) / total)}
    for name, steps in orders.items():
        errors[name] = sqrt(aalen_incidence(total, steps)[1])
    return incidence, errors


def plain(probability: float, error: float, level: float = 0.95) -> Interval | None:
    """Limits probability -+ z error, unclipped (Stata's and SAS's "linear")."""
    z = _critical(probability, error, level)
    return None if z is None else (probability - z * error, probability + z * error)


def log_scale(probability: float, error: float, level: float = 0.95) -> Interval | None:
    """Limits on the scale log p, the upper one unclipped (default of R's survfit, which clips it)."""
    z = _critical(probability, error, level)
    if z is None:
        return None
    factor = exp(min(z * error / probability, LARGEST_EXPONENT))
    return probability / factor, probability * factor


def log_log(probability: float, error: float, level: float = 0.95) -> Interval | None:
    """Limits on the scale log(-log p) (default of Stata sts and stcompet, SAS LIFETEST, lifelines).

    Kalbfleisch & Prentice 1980; Choudhury, Stat Med 2002;21:1129-1144 for cumulative incidence. For
    1 - p the limits are not those of p mirrored: an event curve may rest on either.
    """
    z = _critical(probability, error, level)
    if z is None:
        return None
    power = exp(min(z * error / (probability * -log(probability)), LARGEST_EXPONENT))
    return probability**power, probability ** (1 / power)


def logit(probability: float, error: float, level: float = 0.95) -> Interval | None:
    """Limits on the log-odds scale."""
    z = _critical(probability, error, level)
    if z is None:
        return None
    odds = probability / (1 - probability)
    factor = exp(min(z * error / (probability * (1 - probability)), LARGEST_EXPONENT))
    return 1 / (1 + factor / odds), 1 / (1 + 1 / (factor * odds))


def arcsine_sqrt(probability: float, error: float, level: float = 0.95) -> Interval | None:
    """Limits on the scale asin sqrt p, the angle held in 0..pi/2. Klein & Moeschberger, section 4.3."""
    z = _critical(probability, error, level)
    if z is None:
        return None
    angle = asin(sqrt(probability))
    half = z * error / (2 * sqrt(probability * (1 - probability)))
    return sin(max(angle - half, 0.0)) ** 2, sin(min(angle + half, pi / 2)) ** 2


SCALES: dict[str, Scale] = {
    "log-log": log_log,
    "log": log_scale,
    "plain": plain,
    "logit": logit,
    "arcsine-sqrt": arcsine_sqrt,
}


def implied_effective_size(
    lower: Range, upper: Range, probability: Range, scale: str, level: float = 0.95
) -> Range | None:
    """Range of p(1 - p)/SE^2, with the SE that the printed limits imply on this scale of `SCALES`.

    By the module's proof a size above the number of subjects is impossible for a Kaplan-Meier
    estimate; one below it means censoring. Each figure is the range its digits allow, of which only
    the part inside 0..1 is used. None when a limit or the probability may be 0 or 1 (limits clipped
    there carry no error). ValueError for an unknown scale, a reversed range or a level outside (0, 1).
    """
    if scale not in SCALES:
        raise ValueError(f"no scale is called {scale!r}")
    for low, high in (lower, upper, probability):
        if not low <= high:
            raise ValueError(f"the range {(low, high)} is reversed")
        if low < _LEAST or high >= 1:
            return None
    transform = TRANSFORMS[scale]
    ends = [sorted(map(transform, limit)) for limit in (lower, upper)]
    if transform(0.2) > transform(0.3):
        ends.reverse()
    (low_least, low_most), (up_least, up_most) = ends
    narrow, wide = max(up_least - low_most, 0.0), up_most - low_least
    if narrow == 0:
        return None
    # Sizes at the ends of the probability's range, and where the size as its function turns.
    candidates = [probability[0], probability[1]]
    turn = {"plain": 0.5, "logit": 0.5, "log-log": LOG_LOG_TURN}.get(scale)
    if turn is not None and probability[0] < turn < probability[1]:
        candidates.append(turn)
    factors = [p * (1 - p) * SLOPES[scale](p) ** 2 for p in candidates]
    z = critical_value(level)
    return min(factors) * (2 * z / wide) ** 2, max(factors) * (2 * z / narrow) ** 2


# Nobody survives with a smaller probability, whose square floating point does not have.
_LEAST = 1e-100
TRANSFORMS: dict[str, Callable[[float], float]] = {
    "plain": lambda p: p,
    "log": log,
    "log-log": lambda p: log(-log(p)),
    "logit": lambda p: log(p / (1 - p)),
    "arcsine-sqrt": lambda p: asin(sqrt(p)),
}
# Sizes of the derivatives of the transforms.
SLOPES: dict[str, Callable[[float], float]] = {
    "plain": lambda p: 1.0,
    "log": lambda p: 1 / p,
    "log-log": lambda p: 1 / (p * -log(p)),
    "logit": lambda p: 1 / (p * (1 - p)),
    "arcsine-sqrt": lambda p: 0.5 / sqrt(p * (1 - p)),
}


def _critical(probability: float, error: float, level: float) -> float | None:
    _require_probability(probability)
    if not error >= 0:
        raise ValueError(f"a standard error cannot be {error}")
    z = critical_value(level)
    return z if 0 < probability < 1 and error > 0 else None


def _require_probability(probability: float) -> None:
    if not 0 <= probability <= 1:
        raise ValueError(f"a probability lies between 0 and 1, not {probability}")


def _untied(events: int, at_risk: int) -> float:
    """Return the number of tied events, less the correction for their being drawn without replacement."""
    return events * (1 - (events - 1) / (at_risk - 1)) if events > 1 else float(events)


def _interleaved(events: int, competing: int) -> list[Step]:
    """Both kinds of events spread evenly over one sequence."""
    order = sorted(
        [((i + 0.5) / events, Step(1)) for i in range(events)]
        + [((i + 0.5) / competing, Step(0, 1)) for i in range(competing)]
    )
    return [step for _, step in order]
