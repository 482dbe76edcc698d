"""The least and the greatest standard deviation that values on a scale can have, given their mean and number.

>>> print(sd_bounds("4.2", 5, scale="1-7"))
mean 4.2 of 5 on a scale of 1 to 7
<BLANKLINE>
values         SD over      least    greatest
-------------  ---------  -------  ----------
whole numbers  n - 1       0.4472       3.033
whole numbers  n              0.4       2.713
any            n - 1            0       3.052
any            n                0       2.729
<BLANKLINE>
Whole values of 1 to 7 with mean 4.2 have an SD of 0.447 to 3.033.
The greatest has all values but one at the ends, the least the most even values.

Bhatia R, Davis C. Am Math Mon 2000;107:353-357. Heathers JAJ et al. PeerJ Preprints 2018;6:e26968v1.
"""

from math import isnan, sqrt

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed, exact, figure
from checker.calculators.frame.printed import scale as ends_of
from checker.rounding import interval
from checker.statistics.deviation import greatest_sd, whole_sd_bounds
from checker.statistics.summary import deviation_bounds


def sd_bounds(mean: Printed, n: int, *, scale: str, items: int = 1, observed: bool = False) -> Answer:
    """The bounds for whole numbers and for any values, over n - 1 and over n.

    Args:
        mean: the mean as printed
        n: how many values, or people
        scale: the least and the greatest value, such as 1-7
        items: items that are averaged for each person
        observed: both ends of the scale are among the values, as in a printed range

    Raises:
        ValueError: where the mean is no figure or beyond the scale, or there are fewer than two values.
    """
    said, (lowest, highest) = figure(mean), ends_of(scale)
    bounds, within = exact(mean), interval(said)
    if within.high < lowest or within.low > highest:
        raise ValueError(f"the mean {said} is beyond the scale of {lowest} to {highest}")
    rows: list[tuple[Cell, ...]] = []
    whole = None
    for ddof, over in ((1, "n - 1"), (0, "n")):
        least, greatest = whole_sd_bounds(bounds, n, lowest, highest, items=items, ddof=ddof, attained=observed)
        if not isnan(least):
            whole = whole or (least, greatest)
            rows.append(("whole numbers", over, least, greatest))
    for ddof, over in ((1, "n - 1"), (0, "n")):
        means = within.low, within.high
        ends = (float(lowest), float(lowest)), (float(highest), float(highest))
        least = deviation_bounds(means, *ends, n)[0] * sqrt((n - 1) / (n - ddof)) if observed else 0.0
        rows.append(("any", over, least, greatest_sd(means, float(lowest), float(highest), n, ddof)))
    which = f"values of {lowest} to {highest}"
    if whole is None:
        note = f"No whole {which} have the mean {said}: see grim."
    else:
        note = f"Whole {which} with mean {said} have an SD of {whole[0]:.3f} to {whole[1]:.3f}."
    even = "the least one value at each end and the others even" if observed else "the least the most even values"
    notes = (note, f"The greatest has all values but one at the ends, {even}.")
    title = f"mean {said} of {n} on a scale of {lowest} to {highest}" + (f", {items} items" if items > 1 else "")
    return Answer(title=title, columns=("values", "SD over", "least", "greatest"), rows=tuple(rows), notes=notes)
