"""The size of a single-arm trial from its hypotheses, its level and its power, and what dropout makes of it.

What it checks
--------------
``45% versus 60%, alpha 5%, power 80%: 87 patients``, ``10% dropout: 96``: the number required, by the formulas in
use for one proportion, and the number planned.

Example
-------
>>> from checker.checks import example
>>> design = "{kind: sample-size, null: 45, alternative: 60, significance: 5, power: 80, sides: 2, required: %s}"
>>> example("sample_size", design % 86)
consistent: 45% against 60%, two-sided 5%, power 80% needs 86, as printed
>>> example("sample_size", design % 87)
explained: 45% against 60%, two-sided 5%, power 80% needs 87; printed 87 holds only for the null variance in both \
terms, the arcsine scale
>>> example("sample_size", design % 120)
discrepant (major): 45% against 60%, two-sided 5%, power 80% needs 86 (the variances of both hypotheses), not 120; \
the formulas in use give 83 to 93
>>> example("sample_size", "{kind: sample-size, required: 87, dropout: 10, planned: 96}")
explained: 87 x 1.1 = 95.7 makes 96; printed 96 holds only for required times 1 + dropout, required over 1 - \
dropout, rounded down

Assumptions tried
-----------------
The normal approximation with the variance of either hypothesis in its own term, rounded up; the number required
over 1 - dropout, rounded up. Less ordinary: the null variance in both terms, or the alternative one; the continuity
correction; the arcsine scale; the exact binomial test; another rounding; one-sided where the sides are not stated;
the number required times 1 + dropout.

Limits
------
Two-stage designs (Simon), more than one arm, and end points other than a proportion have formulas of their own.

References
----------
Fleiss JL, Levin B, Paik MC. Statistical Methods for Rates and Proportions. 3rd ed. Wiley, 2003, section 2.5.
A'Hern RP. Sample size tables for exact single-stage phase II designs. Stat Med 2001;20:859-66.
"""

import math
from collections.abc import Iterator

from checker.claimfile import ClaimFile
from checker.model import Candidate, Count, Interval, Recomputation, SampleSize

KINDS = (SampleSize,)

_FORMULAS = {
    "both-variances": "the variances of both hypotheses",
    "null-variance": "the null variance in both terms",
    "alternative-variance": "the alternative variance in both terms",
    "both-variances-continuity": "the continuity correction",
    "arcsine": "the arcsine scale",
}
_ROUNDED = {"up": "", "nearest": ", rounded to the nearest", "down": ", rounded down"}
_EXACT = {"first": "the exact binomial test, first size", "lasting": "the exact binomial test, lasting size"}
_SIDES = {1: "one-sided", 2: "two-sided"}


class _Design:
    """A design in fractions, and how it reads."""

    def __init__(self, claim: SampleSize, null: float, alternative: float, power: float) -> None:
        self.null, self.alternative = null / 100, alternative / 100
        self.alpha, self.power = claim.significance.value / 100, power / 100
        self.sides = (int(claim.sides),) if claim.sides is not None else (2, 1)
        self.level = claim.significance.literal.rstrip("%")

    @property
    def is_valid(self) -> bool:
        """Whether there is an effect, and no certainty."""
        fractions = (self.null, self.alternative, self.alpha, self.power)
        return all(0 < fraction < 1 for fraction in fractions) and self.null != self.alternative

    def described(self, sides: int) -> str:
        """The design in words."""
        hypotheses = f"{100 * self.null:g}% against {100 * self.alternative:g}%"
        return f"{hypotheses}, {_SIDES[sides]} {self.level}%, power {100 * self.power:g}%"


def recompute(claim: SampleSize, paper: ClaimFile) -> Iterator[Recomputation]:
    """The number required by each formula, then the number planned by each way to allow for dropout."""
    if claim.required is not None and (claim.null is not None or claim.planned is None):
        yield _required(claim, claim.required)
    if claim.planned is not None:
        yield _planned(claim, claim.planned)


def _required(claim: SampleSize, required: Count) -> Recomputation:
    design = _design(claim)
    if isinstance(design, str):
        return Recomputation(fields=("required",), targets=(required,), missing=design)
    candidates = tuple(_candidates(design))
    return Recomputation(
        fields=("required",),
        targets=(required,),
        candidates=candidates,
        unlikely=lambda: _exact(design),
        hint=lambda: _hint(candidates),
    )


def _design(claim: SampleSize) -> _Design | str:
    if claim.null is None:
        return "the rate under the null hypothesis"
    if claim.power is None:
        return "the power"
    if claim.alternative is not None:
        alternative = claim.alternative.value
    elif claim.difference is not None:
        alternative = claim.null.value + claim.difference.value
    else:
        return "the rate under the alternative hypothesis"
    design = _Design(claim, claim.null.value, alternative, claim.power.value)
    return design if design.is_valid else "two different rates, a level and a power between 0 and 100%"


def _candidates(design: _Design) -> Iterator[Candidate]:
    from checker.statistics.power import ONE_PROPORTION, whole

    for sides in design.sides:
        for formula, size_of in ONE_PROPORTION.items():
            size = size_of(design.null, design.alternative, design.alpha, design.power, sides)
            for rounding, number in whole(size).items():
                if rounding == "nearest" and number == whole(size)["up"]:
                    continue
                ordinary = formula == "both-variances" and rounding == "up" and sides == design.sides[0]
                side = "" if sides == design.sides[0] else f"{_SIDES[sides]}, "
                name = f"{side}{_FORMULAS[formula]}{_ROUNDED[rounding]}"
                yield _needs(design, sides, number, name, ordinary)


def _exact(design: _Design) -> Iterator[Candidate]:
    from checker.statistics.power import exact_one_proportion

    for sides in design.sides:
        try:
            found = exact_one_proportion(design.null, design.alternative, design.alpha, design.power, sides)
        except ValueError:
            return  # too large a trial to search exactly
        for which, number in found.items():
            yield _needs(design, sides, number, _EXACT[which], ordinary=False)


def _needs(design: _Design, sides: int, number: int, assumption: str, ordinary: bool) -> Candidate:
    return Candidate((Interval(number, number),), assumption, design.described(sides), ordinary, "needs")


def _hint(candidates: tuple[Candidate, ...]) -> str:
    numbers = [value.low for candidate in candidates if isinstance(value := candidate.values[0], Interval)]
    return f"the formulas in use give {min(numbers):.0f} to {max(numbers):.0f}"


def _planned(claim: SampleSize, planned: Count) -> Recomputation:
    if claim.required is None:
        return Recomputation(fields=("planned",), targets=(planned,), missing="the number required")
    if claim.dropout is None:
        least = Candidate((Interval(claim.required.value, math.inf),), "no fewer", "a number planned for that required")
        return Recomputation(fields=("planned",), targets=(planned,), candidates=(least,))
    if not 0 <= claim.dropout.value < 100:
        return Recomputation(fields=("planned",), targets=(planned,), missing="a dropout below 100%")
    from checker.statistics.power import inflated, whole

    required, dropout = claim.required, claim.dropout.value / 100
    expressions = {
        "divided": f"{required}/{1 - dropout:g}",
        "multiplied": f"{required} x {1 + dropout:g}",
    }
    names = {"divided": "required over 1 - dropout", "multiplied": "required times 1 + dropout"}
    candidates = []
    for rounding, how in _ROUNDED.items():
        for way, size in inflated(required.value, dropout).items():
            number = whole(size)[rounding]
            if rounding == "up" or number != whole(size)["up"]:
                expression, ordinary = f"{expressions[way]} = {size:.1f}", way == "divided" and rounding == "up"
                candidates.append(
                    Candidate((Interval(number, number),), names[way] + how, expression, ordinary, "makes")
                )
    return Recomputation(fields=("planned",), targets=(planned,), candidates=tuple(candidates))
