"""The answers about two groups of counts: estimates, limits by every method, p-values."""

from checker.calculators.frame.answer import Answer, shown
from checker.calculators.frame.methods import compared
from checker.calculators.frame.printed import confidence, fraction
from checker.statistics.contingency import TWO_BY_TWO
from checker.statistics.two_group_effects import ESTIMATES, INTERVALS

_ESTIMATORS = {
    "walter": "with 1/2 added to counts and totals",
    "half": "with 1/2 added to every cell",
    "conditional": "conditional maximum likelihood",
}
_USUAL = ("pearson", "yates", "likelihood-ratio", "fisher", "fisher-mid-p")


def of_two_groups(effect: str, one: str, other: str, level: float, reported: str | None) -> Answer:
    """The answer for a ratio of two groups' counts: the limits, the estimates, and the p-values of the usual tests.

    Raises:
        ValueError: where they are no counts and totals, or no limits.
    """
    (a, n1), (c, n2), sure = fraction(one), fraction(other), confidence(level)
    figures = a, n1, c, n2
    estimates = {name: estimator(*figures) for name, estimator in ESTIMATES[effect].items()}
    found = {name: method(*figures, sure) for name, method in INTERVALS[effect].items()}
    columns, rows, notes = compared(found, reported)
    others = [
        f"{_ESTIMATORS[name]} {shown(value)}" for name, value in estimates.items() if name in _ESTIMATORS and value
    ]
    observed = estimates["observed"]
    value = "undefined" if observed is None else shown(observed)
    return Answer(
        title=f"{effect} of {a}/{n1} against {c}/{n2} = {value}, {100 * sure:g}% CI",
        columns=columns,
        rows=rows,
        notes=(*notes, f"Other estimates: {', '.join(others)}.", _tests(*figures)),
    )


def _tests(count1: int, total1: int, count2: int, total2: int) -> str:
    """A sentence with the p-values of the tests that are usual for two proportions."""
    table = [[count1, total1 - count1], [count2, total2 - count2]]
    made = {name: TWO_BY_TWO[name].p_value(table) for name in _USUAL}
    return f"P: {', '.join(f'{name} {shown(value)}' for name, value in made.items() if value is not None)}."
