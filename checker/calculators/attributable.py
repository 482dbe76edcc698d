"""Attributable fractions: of the exposed, of the population, and the efficacy of what protects.

>>> print(attributable("1.8", limits="1.3 to 2.5", exposed="30%"))
a ratio of 1.8, limits 1.3 to 2.5
<BLANKLINE>
fraction                       value (%)    lower (%)    upper (%)
---------------------------  -----------  -----------  -----------
of the exposed, (RR - 1)/RR        44.44        23.08           60
efficacy, 1 - RR                     -80         -150          -30
of the population (Levin)          19.35        8.257        31.03
<BLANKLINE>
Limits are those of the ratio alone, the shares taken as known, but where counts
are given.

References: Levin ML, Acta UICC 1953;9:531-41. Miettinen OS, Am J Epidemiol 1974;99:325-32. Rockhill B, Newman B,
Weinberg C, Am J Public Health 1998;88:15-9.
"""

from checker.calculators.frame import printed
from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed, confidence, figure, fraction, share
from checker.statistics.attributable import (
    efficacy,
    levin,
    miettinen,
    of_exposed,
    of_population,
    of_population_interval,
)

ALIASES = ("paf", "efficacy")


def attributable(
    ratio: Printed,
    *,
    limits: str | None = None,
    exposed: Printed | None = None,
    exposed_cases: Printed | None = None,
    cases: str | None = None,
    other_cases: str | None = None,
    level: float = 95,
) -> Answer:
    """The fractions that a risk, rate or hazard ratio makes, with the limits of the ratio put through each.

    Args:
        ratio: a risk, rate or hazard ratio of the exposed; an odds ratio where events are rare
        limits: both limits of the ratio, such as "1.3 to 2.5"
        exposed: the share of people who are exposed, such as 30%
        exposed_cases: the share of the cases who are exposed
        cases: of a cohort, the cases among the exposed and their number, such as 30/100
        other_cases: the same of the others, such as 20/200
        level: the level of confidence in percent, of the interval from counts

    Raises:
        ValueError: where they are no ratio and shares.
    """
    said = figure(ratio)
    ends = () if limits is None else printed.limits(limits)
    values = [each.value for each in (said, *ends)]
    rows: list[tuple[Cell, ...]] = [
        ("of the exposed, (RR - 1)/RR", *_row([of_exposed(value) for value in values])),
        ("efficacy, 1 - RR", *_row([efficacy(value) for value in values])),
    ]
    if exposed is not None:
        part = share(exposed)
        rows.append(("of the population (Levin)", *_row([levin(part, value) for value in values])))
    if exposed_cases is not None:
        part = share(exposed_cases)
        rows.append(("of the population (Miettinen)", *_row([miettinen(part, value) for value in values])))
    if cases is not None or other_cases is not None:
        rows.append(("of the population (counts)", *_of_counts(cases or "", other_cases or "", confidence(level))))
    return Answer(
        title=f"a ratio of {said}" + ("" if limits is None else f", limits {limits.strip()}"),
        columns=("fraction", "value (%)", "lower (%)", "upper (%)"),
        rows=tuple(rows),
        notes=("Limits are those of the ratio alone, the shares taken as known, but where counts are given.",)
        if ends
        else (),
    )


def _of_counts(cases: str, others: str, level: float) -> tuple[Cell, ...]:
    figures = (*fraction(cases), *fraction(others))
    value, ends = of_population(*figures), of_population_interval(*figures, level)
    if value is None or ends is None:
        raise ValueError("there is no fraction without cases among the others")
    return 100 * value, 100 * ends[0], 100 * ends[1]


def _row(fractions: list[float]) -> tuple[Cell, ...]:
    value, *ends = (100 * each for each in fractions)
    return (value, min(ends), max(ends)) if ends else (value, None, None)
