"""How many subjects, or events, a study needs: means, proportions, survival, non-inferiority, clusters.

>>> print(sample_size(p1="60%", p2="45%", dropout="10%"))
60% against 45%: 2-sided alpha 0.05, power 0.8
<BLANKLINE>
formula                events    n1    n2    both    with dropouts
-------------------  --------  ----  ----  ------  ---------------
pooled                          173   173     346              385
unpooled                        171   171     342              380
pooled-continuity               186   186     372              414
arcsine                         173   173     346              385
unpooled-continuity             184   184     368              409
pooled-throughout               174   174     348              387
<BLANKLINE>
Sizes are rounded up, each group by itself.
With dropouts: both together over 1 - 0.1.
>>> print(sample_size(hazard_ratio=0.7, power=90, p1="50%", p2="38%"))
a hazard ratio of 0.7: 2-sided alpha 0.05, power 0.9
<BLANKLINE>
formula       events    n1    n2    both    with dropouts
----------  --------  ----  ----  ------  ---------------
schoenfeld       331   376   376     752
freedman         338   384   384     768
<BLANKLINE>
Sizes are rounded up, each group by itself.
>>> print(sample_size(margin="10%", p1="85%", p2="85%", sides=1, alpha="2.5%"))
85% against 85%, margin 10%: 1-sided alpha 0.025, power 0.8
<BLANKLINE>
formula                      events    n1    n2    both    with dropouts
-------------------------  --------  ----  ----  ------  ---------------
non-inferiority, unpooled             201   201     402
<BLANKLINE>
Sizes are rounded up, each group by itself.

The first group has p1, or the hazard that the ratio multiplies; with a margin it is the new treatment, a higher
proportion or mean, or a lower hazard, being better. References: Fleiss JL, Tytun A, Ury HK, Biometrics 1980;36:343-6.
Schoenfeld D, Biometrics 1983;39:499-503. Freedman LS, Stat Med 1982;1:121-9. Julious SA, Stat Med 2004;23:1921-86.
"""

from collections.abc import Iterator
from math import log

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.designs import Asked, asked
from checker.calculators.frame.printed import Printed, figure, share
from checker.statistics import design
from checker.statistics.power import (
    ONE_PROPORTION,
    TWO_PROPORTIONS,
    both_variances_continuity,
    exact_one_proportion,
    inflated,
    whole,
)
from checker.statistics.power_means import EVENTS, MEAN, MEANS

ALIASES = ("n",)
# The exact test is asked size by size.
_MOST_EXACT = 2000


def sample_size(
    *,
    p1: Printed | None = None,
    p2: Printed | None = None,
    null: Printed | None = None,
    difference: Printed | None = None,
    sd: Printed | None = None,
    hazard_ratio: Printed | None = None,
    margin: Printed | None = None,
    alpha: Printed = 0.05,
    power: Printed = 0.8,
    sides: int = 2,
    allocation: float = 1,
    dropout: Printed | None = None,
    cluster_size: float | None = None,
    correlation: float | None = None,
    precision: Printed | None = None,
    median: float | None = None,
    accrual: float | None = None,
    follow_up: float | None = None,
) -> Answer:
    """The size of both groups by each formula, rounded up, with dropouts and clusters allowed for.

    Args:
        p1: the proportion of the first group, such as 60%; with a hazard ratio, of those who have an event
        p2: the proportion of the second group
        null: for one group: the proportion that p1 is held against
        difference: that of two means; with sd
        sd: the standard deviation; without p2 and with --null of pairs or one group
        hazard_ratio: of the first group to the second
        margin: of non-inferiority: of proportions such as 10%, of means, or of a hazard ratio such as 1.25
        alpha: the significance level, such as 5%
        power: such as 80%
        sides: of the test, 1 or 2
        allocation: the size of the second group over that of the first
        dropout: the share who drop out, such as 10%
        cluster_size: the mean size of clusters
        correlation: that within clusters, such as 0.02
        precision: how far Wald's 95% limits may lie from p1, such as 5%
        median: of a hazard ratio, the second group's median time to the event, exponential
        accrual: with the median, how long subjects come in, in the same unit
        follow_up: with the median, how long the last of them are followed

    Raises:
        ValueError: where they describe no design, or one that no sample suffices for.
    """
    if precision is not None:
        return _precise(share(0.5 if p1 is None else p1), share(precision))
    if median is not None and hazard_ratio is not None:
        p1, p2 = _events_by_the_end(median, figure(hazard_ratio).value, accrual or 0.0, follow_up or 0.0)
    given = asked(p1, p2, null, difference, sd, hazard_ratio, margin, alpha, power, sides, allocation)
    effect = 1.0
    if cluster_size is not None or correlation is not None:
        if cluster_size is None or correlation is None:
            raise ValueError("clusters need both a size and a correlation")
        effect = design.design_effect(cluster_size, correlation)
    lost = 0.0 if dropout is None else share(dropout)
    rows = tuple(_row(name, size, events, given, effect, lost) for name, size, events in _sizes(given))
    notes = ["Sizes are rounded up, each group by itself."]
    if effect != 1:
        notes.append(f"Sizes are multiplied by the design effect {effect:.4g} of clusters.")
        most = max((size for _, size, _ in _sizes(given) if size is not None), default=0.0)
        if most >= 1 and cluster_size is not None and correlation is not None:
            number = whole(design.clusters(most, cluster_size, correlation))["up"]
            notes.append(f"For the largest of them {number} clusters of the first group suffice.")
    if lost:
        notes.append(f"With dropouts: both together over 1 - {lost:g}.")
    return Answer(
        title=f"{given.title}: {given.errors.sides}-sided alpha {given.errors.alpha:g}, power {given.errors.power:g}",
        columns=("formula", "events", "n1", "n2", "both", "with dropouts"),
        rows=rows,
        notes=tuple(notes),
    )


def _precise(p: float, margin: float) -> Answer:
    size = design.one_proportion_margin(p, margin)
    return Answer(
        title=f"a proportion of {p:g} within {margin:g}",
        columns=("formula", "n1"),
        rows=(("wald, 95%", whole(size)["up"]),),
        notes=("Sizes are rounded up.",),
    )


def _events_by_the_end(median: float, ratio: float, accrual: float, follow_up: float) -> tuple[float, float]:
    """The shares of both groups that have an event by the end of a trial, hazards being constant."""
    if not median > 0:
        raise ValueError(f"a median lies above 0, not at {median:g}")
    hazard = log(2) / median
    return design.event_probability(ratio * hazard, accrual, follow_up), design.event_probability(
        hazard, accrual, follow_up
    )


def _sizes(given: Asked) -> Iterator[tuple[str, float | None, float | None]]:
    """Each formula, the size of the first group, and the events, of which either may be unknown."""
    e, r = given.errors, given.allocation
    match given:
        case Asked(hazard_ratio=float() as ratio):
            if given.margin is not None:
                events = {"schoenfeld": design.noninferior_events(given.margin, ratio, e, r)}
            else:
                # Freedman's group whose hazard is multiplied is the first one here.
                events = {name: formula(ratio, e, 1 / r) for name, formula in EVENTS.items()}
            for name, needed in events.items():
                both = None
                if given.p1 is not None and given.p2 is not None:
                    both = design.subjects_from_events(needed, given.p1, given.p2, r) / (1 + r)
                yield name, both, needed
        case Asked(p1=float() as p1, p2=float() as p2):
            if given.margin is not None:
                yield "non-inferiority, unpooled", design.noninferior_proportions(given.margin, p1, p2, e, r), None
            else:
                for name, two in TWO_PROPORTIONS.items():
                    yield name, two(p1, p2, e, r), None
        case Asked(p1=float() as p1, null=float() as null):
            for name, one in ONE_PROPORTION.items():
                yield name, one(null, p1, e), None
            if both_variances_continuity(null, p1, e) <= _MOST_EXACT:
                for name, size in exact_one_proportion(null, p1, e).items():
                    yield f"exact, {name}", size, None
        case Asked(sd=float() as sd):
            yield from _means(given, given.difference or 0.0, sd)


def _means(given: Asked, difference: float, sd: float) -> Iterator[tuple[str, float | None, float | None]]:
    e, r = given.errors, given.allocation
    if given.margin is not None:
        yield "non-inferiority, normal", design.noninferior_means(given.margin, sd, difference, e, r), None
        yield "equivalence, normal", design.equivalent_means(given.margin, sd, difference, e, r), None
        return
    for name, two in MEANS.items():
        yield f"two groups, {name}", two(difference, sd, e, r), None
    for name, one in MEAN.items():
        yield f"one group or pairs, {name}", one(difference, sd, e), None


def _row(
    name: str, size: float | None, events: float | None, given: Asked, effect: float, lost: float
) -> tuple[Cell, ...]:
    rounded = None if events is None else whole(events)["up"]
    if size is None:
        return name, rounded, None, None, None, None
    single = given.single or name.startswith("one group")
    groups = [size * effect] if single else [size * effect, size * effect * given.allocation]
    made = [whole(each)["up"] for each in groups]
    second = None if single else made[1]
    return (
        name,
        rounded,
        made[0],
        second,
        sum(made),
        whole(inflated(sum(made), lost)["divided"])["up"] if lost else None,
    )
