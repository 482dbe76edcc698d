"""Power that a size has, and sizes for non-inferiority, equivalence, events and clusters.

Sizes come unrounded, of group 1, `allocation` being the size of group 2 over that of group 1; `Errors`, and the sizes
for superiority, are in `checker.statistics.power` and `power_means`. Proportions, power, correlations
and levels are fractions; margins in the unit of what is compared, above 0. Differences and ratios are those of the new
treatment to the control, a higher value being better for means and proportions and a lower one for hazards.
ValueError for proportions outside (0, 1), sizes below 1, a margin that is not above 0, or an effect at or beyond it.

Julious SA. Sample sizes for clinical trials. Chapman & Hall 2010. Chow SC, Shao J, Wang H, Lokhnygina Y. Sample size
calculations in clinical research. 3rd ed. CRC 2018.
"""

from __future__ import annotations

from math import asin, exp, inf, isfinite, log, sqrt

from checker.statistics.normal import quantile
from checker.statistics.power import USUAL, Errors
from checker.statistics.power_means import t_power

ONE_SIDED = Errors(0.025, 0.8, 1)


def power_of_two_proportions(
    p1: float, p2: float, size: float, errors: Errors = USUAL, allocation: float = 1.0
) -> dict[str, float]:
    """Power of the z test by each formula whose size `power.TWO_PROPORTIONS` has; the far tail is left out.

    As statsmodels and G*Power have it for "arcsine", PASS and Stata for "pooled" (the error under the null is of the
    mean proportion) and "unpooled".
    """
    _proportions(p1, p2)
    _sizes(size, allocation)
    critical, difference = errors.quantiles[0], abs(p1 - p2)
    mean = (p1 + allocation * p2) / (1 + allocation)
    null = sqrt(mean * (1 - mean) * (1 + 1 / allocation) / size)
    other = sqrt((p1 * (1 - p1) + p2 * (1 - p2) / allocation) / size)
    h = 2 * abs(asin(sqrt(p1)) - asin(sqrt(p2))) * sqrt(size / (1 + 1 / allocation))
    return {
        "pooled": normal_cdf((difference - critical * null) / other),
        "unpooled": normal_cdf(difference / other - critical),
        "arcsine": normal_cdf(h - critical),
    }


def power_of_two_means(
    difference: float, sd: float, size: float, errors: Errors = USUAL, allocation: float = 1.0
) -> dict[str, float]:
    """Power of Student's t test, by the noncentral t and by the normal distribution."""
    _sizes(size, allocation)
    shift = abs(difference) / _positive("a standard deviation", sd) * sqrt(size / (1 + 1 / allocation))
    freedom = size * (1 + allocation) - 2
    found = {"normal": normal_cdf(shift - errors.quantiles[0])}
    return {"t": t_power(shift, freedom, errors), **found} if freedom > 0 else found


def power_of_events(
    hazard_ratio: float, events: float, errors: Errors = USUAL, allocation: float = 1.0
) -> dict[str, float]:
    """Power of a log-rank test with so many events, by Schoenfeld's formula and Freedman's."""
    ratio = _positive("a hazard ratio", hazard_ratio)
    _sizes(events, allocation)
    critical = errors.quantiles[0]
    schoenfeld = abs(log(ratio)) * sqrt(events * allocation) / (1 + allocation)
    freedman = abs(1 - ratio) / (1 + allocation * ratio) * sqrt(events * allocation)
    return {"schoenfeld": normal_cdf(schoenfeld - critical), "freedman": normal_cdf(freedman - critical)}


def subjects_from_events(events: float, probability1: float, probability2: float, allocation: float = 1.0) -> float:
    """All subjects of both groups from whom so many events come, by each group's probability of one."""
    for probability in (probability1, probability2):
        if not 0 < probability <= 1:
            raise ValueError(f"a probability of an event lies above 0 and at most at 1, not at {probability}")
    _sizes(events, allocation)
    return events * (1 + allocation) / (probability1 + allocation * probability2)


def event_probability(hazard: float, accrual: float, follow_up: float) -> float:
    """Probability of an event by the end of a trial: uniform accrual, then follow-up, a constant hazard.

    Times in one unit, the hazard per that unit; `accrual` may be 0. Lachin & Foulkes, Biometrics 1986;42:507-19.
    """
    _positive("a hazard", hazard)
    if accrual < 0 or follow_up < 0 or not accrual + follow_up > 0:
        raise ValueError(f"an accrual of {accrual} and a follow-up of {follow_up} make no trial")
    if not accrual:
        return 1 - exp(-hazard * follow_up)
    return 1 - (exp(-hazard * follow_up) - exp(-hazard * (accrual + follow_up))) / (hazard * accrual)


def noninferior_means(
    margin: float, sd: float, difference: float = 0.0, errors: Errors = ONE_SIDED, allocation: float = 1.0
) -> float:
    """Size of group 1 to show that the new mean is not lower by the margin, (z_a + z_b)^2 (1 + 1/r) sd^2/(d + m)^2."""
    room = _room(margin, difference)
    _sizes(inf, allocation)
    return (sum(errors.quantiles) * _positive("a standard deviation", sd) / room) ** 2 * (1 + 1 / allocation)


def noninferior_proportions(
    margin: float, new: float, control: float, errors: Errors = ONE_SIDED, allocation: float = 1.0
) -> float:
    """Size of the new treatment's group to show a success not lower by the margin, unpooled variances. Julious 2010."""
    _proportions(new, control)
    _sizes(inf, allocation)
    room = _room(margin, new - control)
    spread = new * (1 - new) + control * (1 - control) / allocation
    return (sum(errors.quantiles) / room) ** 2 * spread


def noninferior_events(
    margin: float, hazard_ratio: float = 1.0, errors: Errors = ONE_SIDED, allocation: float = 1.0
) -> float:
    """Events to show a hazard ratio below the margin, itself a ratio above 1. Schoenfeld 1983; Chow et al 2018."""
    _positive("a hazard ratio", hazard_ratio)
    _sizes(inf, allocation)
    if not hazard_ratio < margin < inf:
        raise ValueError(f"a hazard ratio of {hazard_ratio} is at or beyond a margin of {margin}")
    return (sum(errors.quantiles) / log(margin / hazard_ratio)) ** 2 * (1 + allocation) ** 2 / allocation


def equivalent_means(
    margin: float, sd: float, difference: float = 0.0, errors: Errors = ONE_SIDED, allocation: float = 1.0
) -> float:
    """Size of group 1 for two one-sided tests about a difference of means; at no difference half the error each side.

    Julious 2010, section 5.2: z of 1 - beta/2 where the difference is 0, else that of 1 - beta to the nearer margin.
    """
    room = _room(margin, -abs(difference))
    _sizes(inf, allocation)
    reach = quantile((1 + errors.power) / 2) if difference == 0 else errors.quantiles[1]
    z = errors.quantiles[0] + reach
    return (z * _positive("a standard deviation", sd) / room) ** 2 * (1 + 1 / allocation)


def design_effect(cluster_size: float, correlation: float, variation: float = 0.0) -> float:
    """1 + ((1 + cv^2) m - 1) rho of clusters of mean size m, cv their sizes' coefficient of variation.

    Donner & Klar 2000; unequal sizes: Eldridge, Ashby & Kerry, Int J Epidemiol 2006;35:1292-300. ValueError for sizes
    below 1, and correlations outside 0..1.
    """
    if not cluster_size >= 1 or not 0 <= correlation <= 1 or not variation >= 0:
        raise ValueError(f"clusters of {cluster_size} with a correlation of {correlation} have no design effect")
    return 1 + ((1 + variation**2) * cluster_size - 1) * correlation


def effective_size(size: float, cluster_size: float, correlation: float, variation: float = 0.0) -> float:
    """How many independent subjects tell as much: the size over the design effect."""
    _sizes(size, 1.0)
    return size / design_effect(cluster_size, correlation, variation)


def clusters(size: float, cluster_size: float, correlation: float, variation: float = 0.0) -> float:
    """Unrounded number of clusters of a group that would need so many independent subjects."""
    _sizes(size, 1.0)
    return size * design_effect(cluster_size, correlation, variation) / cluster_size


def one_proportion_margin(p: float, margin: float, level: float = 0.95, population: float = inf) -> float:
    """Size for which Wald's interval is p +- margin, with the correction for a finite population. Cochran 1977."""
    if not 0 < p < 1 or not 0 < margin < 1 or not 0 < level < 1 or not population >= 1:
        raise ValueError(f"no size gives {p} within {margin}")
    size = (quantile((1 + level) / 2) / margin) ** 2 * p * (1 - p)
    return size if population == inf else size / (1 + (size - 1) / population)


def normal_cdf(z: float) -> float:
    """Standard normal probability up to z."""
    from math import erfc

    return erfc(-z / sqrt(2)) / 2


def _room(margin: float, difference: float) -> float:
    if not 0 < margin < inf:
        raise ValueError(f"a margin lies above 0, not at {margin}")
    if not margin + difference > 1e-12 * margin:
        raise ValueError(f"a difference of {difference} is at or beyond a margin of {margin}")
    return margin + difference


def _proportions(*proportions: float) -> None:
    for each in proportions:
        if not 0 < each < 1:
            raise ValueError(f"a proportion lies between 0 and 1, not at {each}")


def _sizes(size: float, allocation: float) -> None:
    if not size >= 1:
        raise ValueError(f"{size} is no size")
    if not allocation > 0 or not isfinite(allocation):
        raise ValueError(f"an allocation cannot be {allocation}")


def _positive(what: str, value: float) -> float:
    if not value > 0 or not isfinite(value):
        raise ValueError(f"{what} lies above 0, not at {value}")
    return value
