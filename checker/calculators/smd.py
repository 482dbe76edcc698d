"""The standardised difference of two means, Cohen's d and Hedges's g, with the intervals in use.

A group is given as mean/SD/n, or mean/se0.57/n with a standard error. Differences are first less second.

>>> print(smd("103/5.5/50", "100/4.5/50"))
103 (SD 5.5, n = 50) against 100 (SD 4.5, n = 50)
<BLANKLINE>
measure              from      to
-----------------  ------  ------
d (pooled SD)      0.3941   0.804
g (d times J)      0.3911  0.7978
g (J approximate)  0.3911  0.7978
d (mean variance)  0.3941   0.804
Glass's delta      0.4396  0.8989
<BLANKLINE>
Of the figures as they stand, d = 0.597 and g = 0.5924.
95% interval (d, normal): 0.1964 to 0.9977.
95% interval (g, normal): 0.1949 to 0.99.
95% interval (g, normal, its variance from g): 0.1919 to 0.9929.
95% interval (g, RevMan): 0.1916 to 0.9933.
95% interval (d, noncentral t): 0.1948 to 0.9963.

References: Hedges & Olkin (1985), Statistical Methods for Meta-Analysis, chapter 5; Borenstein, Hedges, Higgins &
Rothstein (2009), Introduction to Meta-Analysis, chapter 4; Deeks & Higgins (2010), Statistical algorithms in Review
Manager 5; Cumming & Finch (2001), Educ Psychol Meas 61, 532-574.
"""

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed, confidence, figure
from checker.calculators.frame.samples import group, meet, span
from checker.statistics import standardised_means as means
from checker.statistics.effect_sizes import hedges_factor_approximate
from checker.statistics.tails import Range


def smd(one: str, other: str, *, printed: Printed | None = None, level: float = 95) -> Answer:
    """The standardised mean difference under each definition, and its interval by each method.

    Args:
        one: the first group as mean/SD/n, such as 103/5.5/50; mean/se0.78/n with a standard error
        other: the second group
        printed: the standardised difference as printed
        level: the level of confidence of the intervals, in percent

    Raises:
        ValueError: where a group or a figure is none.
    """
    groups = group(one), group(other)
    share = confidence(level)
    n1, n2 = groups[0].size, groups[1].size
    if n1 + n2 < 4:
        raise ValueError("four values or more are needed")
    samples = groups[0].sample(), groups[1].sample()
    exact = groups[0].sample(exactly=True), groups[1].sample(exactly=True)
    d, point = means.difference(*samples), means.difference(*exact)[0]
    approximate = float(hedges_factor_approximate(n1 + n2 - 2))
    measures: list[tuple[str, Range]] = [
        ("d (pooled SD)", d),
        ("g (d times J)", means.hedges_g(d, n1, n2)),
        ("g (J approximate)", (approximate * d[0], approximate * d[1])),
        ("d (mean variance)", means.difference(*samples, means.average)),
    ]
    if samples[1].sd[0] > 0:
        measures.append(("Glass's delta", means.difference(*samples, means.second)))
    rows: list[tuple[Cell, ...]] = []
    notes = []
    head: tuple[str, ...] = ("measure", "from", "to")
    if printed is None:
        rows += [(name, *found) for name, found in measures]
    else:
        values = span(printed)
        # Which group comes first is a convention.
        turned = values if (figure(printed).value < 0) is (point < 0) else (-values[1], -values[0])
        rows += [(name, *found, meet(found, turned)) for name, found in measures]
        fits = [str(row[0]) for row in rows if row[-1]]
        notes.append(f"The printed {printed} fits {'; '.join(fits)}." if fits else f"{printed} fits none of these.")
        head = (*head, "fits")
    g = means.hedges_g((point, point), n1, n2)[0]
    notes.append(f"Of the figures as they stand, d = {point:.4g} and g = {g:.4g}.")
    for name, interval in means.INTERVALS.items():
        lower, upper = interval(point, n1, n2, share)
        notes.append(f"{100 * share:g}% interval ({name}): {lower:.4g} to {upper:.4g}.")
    return Answer(title=f"{groups[0]} against {groups[1]}", columns=head, rows=tuple(rows), notes=tuple(notes))
