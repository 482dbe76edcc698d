"""The ratio and the difference of two incidence rates, with intervals by every method.

>>> print(rate_ratio("41/28010", "15/19017", per=10000, printed="1.03 to 3.35"))
rate ratio of 41/28010 against 15/19017 = 1.856, difference 6.75 per 10000, 95%
CI
<BLANKLINE>
of the      method               lower    upper    as printed
----------  -----------------  -------  -------  ------------
ratio       wald-log             1.027    3.353           yes
ratio       exact-conditional    1.006    3.609            no
ratio       mid-p-conditional    1.041    3.449            no
ratio       score                1.036    3.325            no
ratio       half-log             1.014    3.258            no
difference  wald                0.7493    12.75
difference  score                0.432     12.9
difference  mover-garwood       0.1683    13.02
difference  mover-score         0.3398    12.82
<BLANKLINE>
1.03 to 3.35 is what wald-log gives.
P: exact conditional 0.04766.

The first group is held against the second.

References: Graham PL, Mengersen K, Morton AP, Stat Med 2003;22:2071-83.
"""

from checker.calculators.frame.answer import Answer, Cell, shown
from checker.calculators.frame.methods import compared
from checker.calculators.frame.printed import confidence, events
from checker.statistics import two_rates

ALIASES = ("irr",)


def rate_ratio(
    one: str, other: str, *, per: float = 1, level: float = 95, printed: str | None = None, difference: bool = False
) -> Answer:
    """The ratio of the rates, its limits under every method, and those of the difference.

    Args:
        one: the first group, events and their person-time such as 41/28010
        other: the second group, such as 15/19017
        per: how many units of the person-time a difference is of, such as 1000
        level: the level of confidence in percent
        printed: both limits as printed, such as "1.03 to 3.35"
        difference: whether the limits printed are those of the difference

    Raises:
        ValueError: where they are no events in a person-time, or no limits.
    """
    figures, sure = (*events(one), *events(other)), confidence(level)
    if not per > 0:
        raise ValueError(f"expected a number of units above 0, not {per:g}")
    ratios = {name: method(*figures, sure) for name, method in two_rates.RATE_RATIO.items()}
    differences = {
        name: None if found is None else (per * found[0], per * found[1])
        for name, method in two_rates.RATE_DIFFERENCE.items()
        for found in [method(*figures, sure)]
    }
    columns, rows, notes = compared(ratios, None if difference else printed)
    more, others, further = compared(differences, printed if difference else None)
    width = max(len(columns), len(more))
    made: list[tuple[Cell, ...]] = [("ratio", *row) for row in rows] + [("difference", *row) for row in others]
    ratio = two_rates.rate_ratio(*figures)
    apart = per * two_rates.rate_difference(*figures)
    value = "undefined" if ratio is None else shown(ratio)
    of = "" if per == 1 else f" per {per:g}"
    return Answer(
        title=f"rate ratio of {one} against {other} = {value}, difference {shown(apart)}{of}, {100 * sure:g}% CI",
        columns=("of the", *(columns if len(columns) == width else more)),
        rows=tuple((*row, *(None,) * (width + 1 - len(row))) for row in made),
        notes=(*notes, *further, f"P: exact conditional {shown(two_rates.exact_p(*figures))}."),
    )
