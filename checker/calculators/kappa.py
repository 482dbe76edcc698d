"""Cohen's kappa of two raters, its standard errors and interval, and its bounds from the margins.

>>> print(kappa("20,5", "10,15"))
kappa of 50 subjects in 2 categories, 95% CI
<BLANKLINE>
weights      kappa     SE    lower    upper    SE under 0         p
---------  -------  -----  -------  -------  ------------  --------
none           0.4  0.127   0.1511   0.6489        0.1386  0.003892
<BLANKLINE>
Agreement 70.0%, by chance 50.0%; adjusted for prevalence and bias (PABAK)
0.400.
With these margins kappa lies between -0.800 and 0.800.
>>> print(kappa("60,40", "55,45", margins=True, agreement="85%"))
kappa of raters with margins 60, 40 and 55, 45
<BLANKLINE>
                    kappa
----------------  -------
least             -0.7347
most                0.898
agreement of 85%   0.6939
<BLANKLINE>
Agreement by chance 51.0%.
With these margins kappa lies between -0.735 and 0.898.

References: Cohen J, Educ Psychol Meas 1960;20:37-46. Fleiss JL, Cohen J, Everitt BS, Psychol Bull 1969;72:323-7.
"""

from typing import get_args

from checker.calculators.frame.answer import Answer, Cell
from checker.calculators.frame.printed import Printed, confidence, figure, share
from checker.statistics.agreement import (
    Weights,
    agreement_of,
    bounds_from_margins,
    expected_agreement,
    kappa_from_agreement,
    prevalence_adjusted,
)


def kappa(
    *table: str,
    margins: bool = False,
    agreement: Printed | None = None,
    level: float = 95,
) -> Answer:
    """Kappa of a table, unweighted and weighted; or what the margins, and the agreement, allow it to be.

    Args:
        *table: the rows of the table, counts with commas, such as 20,5 10,15
        margins: whether there are two rows which tell how often each rater used each category
        agreement: with margins, the share on which they agree, such as 85%
        level: the level of confidence in percent

    Raises:
        ValueError: where they are no square table, and no margins of one.
    """
    counts = [_counts(row) for row in table]
    if not margins:
        return _of_table(counts, confidence(level))
    if len(counts) != 2:
        raise ValueError("expected both raters' margins, such as 60,40 55,45")
    return _of_margins(counts[0], counts[1], None if agreement is None else share(agreement))


def _of_table(table: list[list[float]], level: float) -> Answer:
    made: list[tuple[Cell, ...]] = []
    kinds = get_args(Weights) if len(table) > 2 else ("none",)
    for weights in kinds:
        found = agreement_of(table, weights)
        if found is None:
            raise ValueError("both raters use one category only, of which there is no kappa")
        made.append((weights, found.kappa, found.error, *found.limits(level), found.error0, found.p))
    plain = agreement_of(table)
    bounds = bounds_from_margins([sum(row) for row in table], [sum(column) for column in zip(*table, strict=True)])
    notes = [] if bounds is None else [_bounds(bounds)]
    if plain is not None:
        adjusted = prevalence_adjusted(plain.observed, len(table))
        notes.insert(
            0,
            f"Agreement {100 * plain.observed:.1f}%, by chance {100 * plain.expected:.1f}%; adjusted for prevalence "
            f"and bias (PABAK) {adjusted:.3f}.",
        )
    return Answer(
        title=f"kappa of {sum(map(sum, table)):g} subjects in {len(table)} categories, {100 * level:g}% CI",
        columns=("weights", "kappa", "SE", "lower", "upper", "SE under 0", "p"),
        rows=tuple(made),
        notes=tuple(notes),
    )


def _of_margins(one: list[float], other: list[float], agreement: float | None) -> Answer:
    bounds = bounds_from_margins(one, other)
    if bounds is None:
        raise ValueError("both raters use one category only, of which there is no kappa")
    expected = expected_agreement(one, other)
    made: list[tuple[Cell, ...]] = [("least", bounds[0]), ("most", bounds[1])]
    if agreement is not None:
        made.append((f"agreement of {100 * agreement:g}%", kappa_from_agreement(agreement, expected)))
    return Answer(
        title=f"kappa of raters with margins {_shown(one)} and {_shown(other)}",
        columns=("", "kappa"),
        rows=tuple(made),
        notes=(f"Agreement by chance {100 * expected:.1f}%.", _bounds(bounds)),
    )


def _bounds(bounds: tuple[float, float]) -> str:
    return f"With these margins kappa lies between {bounds[0]:.3f} and {bounds[1]:.3f}."


def _counts(given: str) -> list[float]:
    return [figure(each).value for each in given.split(",")]


def _shown(counts: list[float]) -> str:
    return ", ".join(f"{count:g}" for count in counts)
