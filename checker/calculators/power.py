"""The power that a study of a given size, or of so many events, has.

>>> print(power(150, p1="60%", p2="45%"))
60% against 45%, 150 in the first group: 2-sided alpha 0.05
<BLANKLINE>
formula      power (%)
---------  -----------
pooled           74.17
unpooled          74.9
arcsine          74.26
<BLANKLINE>
The chance of significance on the wrong side is left out but for t.
>>> print(power(247, hazard_ratio=0.7))
a hazard ratio of 0.7, 247 events: 2-sided alpha 0.05
<BLANKLINE>
formula       power (%)
----------  -----------
schoenfeld        80.03
freedman           79.2
<BLANKLINE>
The chance of significance on the wrong side is left out but for t.

The size is that of the first group; with a hazard ratio it is the number of all events. References: Julious SA, Sample
sizes for clinical trials, 2010.
"""

from checker.calculators.frame.answer import Answer
from checker.calculators.frame.designs import asked
from checker.calculators.frame.printed import Printed
from checker.statistics import design


def power(
    size: int,
    *,
    p1: Printed | None = None,
    p2: Printed | None = None,
    difference: Printed | None = None,
    sd: Printed | None = None,
    hazard_ratio: Printed | None = None,
    alpha: Printed = 0.05,
    sides: int = 2,
    allocation: float = 1,
    cluster_size: float | None = None,
    correlation: float | None = None,
) -> Answer:
    """The power by each formula.

    Args:
        size: of the first group; of a hazard ratio, all events
        p1: the proportion of the first group, such as 60%
        p2: the proportion of the second group
        difference: that of two means; with sd
        sd: the standard deviation of each group
        hazard_ratio: of the first group to the second
        alpha: the significance level, such as 5%
        sides: of the test, 1 or 2
        allocation: the size of the second group over that of the first
        cluster_size: the mean size of clusters
        correlation: that within clusters, such as 0.02

    Raises:
        ValueError: where they describe no design.
    """
    given = asked(p1, p2, None, difference, sd, hazard_ratio, None, alpha, 0.5, sides, allocation)
    e, r = given.errors, given.allocation
    told = float(size)
    if cluster_size is not None and correlation is not None:
        told = max(1.0, design.effective_size(size, cluster_size, correlation))
    elif cluster_size is not None or correlation is not None:
        raise ValueError("clusters need both a size and a correlation")
    if given.hazard_ratio is not None:
        found, what = design.power_of_events(given.hazard_ratio, told, e, 1 / r), f"{size} events"
    elif given.p1 is not None and given.p2 is not None:
        found, what = design.power_of_two_proportions(given.p1, given.p2, told, e, r), f"{size} in the first group"
    else:
        found = design.power_of_two_means(given.difference or 0.0, given.sd or 0.0, told, e, r)
        what = f"{size} in the first group"
    return Answer(
        title=f"{given.title}, {what}: {e.sides}-sided alpha {e.alpha:g}",
        columns=("formula", "power (%)"),
        rows=tuple((name, 100 * each) for name, each in found.items()),
        notes=(
            *((f"In these clusters {size} tell as much as {told:.1f}.",) if told != size else ()),
            "The chance of significance on the wrong side is left out but for t.",
        ),
    )
