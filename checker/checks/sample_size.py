"""The size of a trial from its hypotheses, its level and its power, and what dropout makes of it.

What it checks
--------------
``45% versus 60%, alpha 5%, power 80%: 87 patients``, ``10% dropout: 96``: the number required, or the number of
events, by the formulas in use for rates, means and hazards in one arm or two; and the number planned.

Example
-------
>>> from checker.examples import example
>>> design = "{kind: sample-size, null: 45, alternative: 60, significance: 5, power: 80, sides: 2, required: %s}"
>>> example("sample_size", design % 86)
consistent: 45% against 60%, two-sided 5%, power 80% needs 86, as printed
>>> example("sample_size", design % 87)
explained (major): 45% against 60%, two-sided 5%, power 80% needs 87; printed 87 holds only for the null variance in \
both terms, the arcsine scale
>>> example("sample_size", design % 120)
discrepant (major): 45% against 60%, two-sided 5%, power 80% needs 86 (the variances of both hypotheses), not 120; \
the formulas in use give 83 to 93
>>> example("sample_size", design % "346, arms: 2")
consistent: 45% against 60%, two-sided 5%, power 80% needs in total 346, as printed
>>> example("sample_size", "{kind: sample-size, hazard_ratio: 0.67, power: 80, sides: 2, events: 196}")
consistent: a hazard ratio of 0.67, two-sided 5%, power 80% needs 196 events, as printed
>>> example("sample_size", "{kind: sample-size, required: 87, dropout: 10, planned: 96}")
explained (major): 87 x 1.1 = 95.7 makes 96; printed 96 holds only for required times 1 + dropout, required over 1 - \
dropout, rounded down

Assumptions tried
-----------------
The normal approximation, rounded up: for one rate with the variance of either hypothesis in its own term; for two
with the pooled variance under the null hypothesis or with both variances; for means also Student's t test; for
events Schoenfeld's formula. With two arms, the size of a group or of both. The number required over 1 - dropout,
rounded up. Less ordinary: one variance for both terms; the continuity correction; the arcsine scale; the exact
binomial test; Freedman's formula; another rounding; one-sided where the sides are not stated; the number required
times 1 + dropout.

Limits
------
Two-stage designs (Simon), interim analyses, non-inferiority margins, clusters and three arms or more have formulas
of their own. Patients for a number of events depend on accrual and follow-up, which are not tried.

References
----------
Fleiss JL, Levin B, Paik MC. Statistical Methods for Rates and Proportions. 3rd ed. Wiley, 2003, sections 2.5 and 4.
A'Hern RP. Sample size tables for exact single-stage phase II designs. Stat Med 2001;20:859-66.
Schoenfeld DA. Sample-size formula for the proportional-hazards regression model. Biometrics 1983;39:499-503.
"""

import math
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

from checker.kinds import SampleSize
from checker.model import Candidate, Count, Interval, Recomputation, Reported
from checker.paper import Paper
from checker.statistics.power import ONE_PROPORTION, TWO_PROPORTIONS, Errors, exact_one_proportion, inflated, whole
from checker.statistics.power_means import EVENTS, MEAN, MEANS

KINDS = (SampleSize,)

_FORMULAS = {
    "both-variances": "the variances of both hypotheses",
    "null-variance": "the null variance in both terms",
    "alternative-variance": "the alternative variance in both terms",
    "both-variances-continuity": "the continuity correction",
    "pooled": "the pooled variance under the null hypothesis",
    "unpooled": "both variances in both terms",
    "pooled-throughout": "the pooled variance in both terms",
    "pooled-continuity": "the continuity correction",
    "unpooled-continuity": "both variances in both terms with the continuity correction",
    "arcsine": "the arcsine scale",
    "normal": "the normal approximation",
    "t": "Student's t test",
    "schoenfeld": "Schoenfeld's formula",
    "freedman": "Freedman's formula",
}
_ORDINARY = ("both-variances", "pooled", "unpooled", "normal", "t", "schoenfeld")
_ROUNDED = {"up": "", "nearest": ", rounded to the nearest", "down": ", rounded down"}
_EXACT = {"first": "the exact binomial test, first size", "lasting": "the exact binomial test, lasting size"}
_SIDES = {1: "one-sided", 2: "two-sided"}

Sizes = Callable[[Errors], Iterator[tuple[str, float]]]


class _Design(NamedTuple):
    """What is to be shown, and the sizes that formulas ask for: of the first group, where there are two.

    ``others``: how many the second group has for each of the first; None where the sizes are those of all.
    """

    shows: str
    sizes: Sizes
    others: float | None = None
    exact: Callable[[Errors], dict[str, int]] | None = None


def recompute(claim: SampleSize, paper: Paper) -> Iterator[Recomputation]:
    """The number required by each formula, then the number planned by each way to allow for dropout."""
    if claim.events is not None:
        yield _needed(claim, "events", claim.events, _hazards(claim))
    is_designed = claim.null is not None or claim.sd is not None
    if claim.required is not None and (is_designed or (claim.planned is None and claim.hazard_ratio is None)):
        yield _needed(claim, "required", claim.required, _rates(claim) if claim.sd is None else _means(claim, claim.sd))
    if claim.planned is not None:
        yield _planned(claim, claim.planned)


def _needed(claim: SampleSize, field: str, printed: Count, design: _Design | str) -> Recomputation:
    tests = _tests(claim)
    if isinstance(design, str) or isinstance(tests, str):
        missing = design if isinstance(design, str) else str(tests)
        return Recomputation(fields=(field,), targets=(printed,), missing=missing)
    candidates = tuple(_candidates(design, tests))
    return Recomputation(
        fields=(field,),
        targets=(printed,),
        candidates=candidates,
        unlikely=lambda: _exact(design, tests),
        hint=lambda: _hint(candidates),
        unit=" events" if field == "events" else "",
    )


def _tests(claim: SampleSize) -> list[Errors] | str:
    """The errors of the test, two-sided before one-sided where the sides are not stated."""
    if claim.power is None:
        return "the power"
    if claim.ratio and (len(claim.ratio) != 2 or not all(part.value for part in claim.ratio)):
        return "an allocation of two numbers above 0"
    alpha, wanted = claim.significance.value / 100, claim.power.value / 100
    if not (0 < alpha < 1 and 0 < wanted < 1):
        return "a level and a power between 0 and 100%"
    return [Errors(alpha, wanted, sides) for sides in (2, 1) if claim.sides in (None, str(sides))]


def _others(claim: SampleSize) -> float | None:
    """Members of the second group, the controls, for each of the first; None for a single arm."""
    if len(claim.ratio) == 2 and all(part.value for part in claim.ratio):
        return claim.ratio[1].value / claim.ratio[0].value
    return 1.0 if claim.arms == "2" else None


def _rates(claim: SampleSize) -> _Design | str:
    if claim.null is None:
        return "the rate under the null hypothesis"
    null, others = claim.null.value / 100, _others(claim)
    if claim.alternative is not None:
        alternative = claim.alternative.value / 100
    elif claim.difference is not None:
        alternative = (claim.null.value + claim.difference.value) / 100
    else:
        return "the rate under the alternative hypothesis"
    if null == alternative or not (0 < null < 1 and 0 < alternative < 1):
        return "two different rates between 0 and 100%"
    shows = f"{100 * null:g}% against {100 * alternative:g}%"

    def of_one(errors: Errors) -> Iterator[tuple[str, float]]:
        return ((name, size(null, alternative, errors)) for name, size in ONE_PROPORTION.items())

    def of_two(errors: Errors) -> Iterator[tuple[str, float]]:
        return ((name, size(alternative, null, errors, others or 1.0)) for name, size in TWO_PROPORTIONS.items())

    if others is not None:
        return _Design(shows, of_two, others)
    return _Design(shows, of_one, exact=lambda errors: exact_one_proportion(null, alternative, errors))


def _means(claim: SampleSize, sd: Reported) -> _Design | str:
    if claim.difference is None:
        return "the difference of means"
    difference, others = abs(claim.difference.value), _others(claim)
    if not difference or sd.value <= 0:
        return "a difference and a standard deviation other than 0"

    def sizes(errors: Errors) -> Iterator[tuple[str, float]]:
        for name in MEANS:
            with suppress(ValueError):  # too large a trial to search for by the t test
                one = MEAN[name](difference, sd.value, errors) if others is None else None
                yield name, one or MEANS[name](difference, sd.value, errors, others or 1.0)

    return _Design(f"a difference of {claim.difference} with SD {sd}", sizes, others)


def _hazards(claim: SampleSize) -> _Design | str:
    if claim.hazard_ratio is None:
        return "the hazard ratio"
    ratio, treated = claim.hazard_ratio.value, 1 / (_others(claim) or 1.0)
    if ratio <= 0 or ratio == 1:
        return "a hazard ratio above 0 and other than 1"

    def events(errors: Errors) -> Iterator[tuple[str, float]]:
        return ((name, number(ratio, errors, treated)) for name, number in EVENTS.items())

    return _Design(f"a hazard ratio of {claim.hazard_ratio}", events)


def _candidates(design: _Design, tests: list[Errors]) -> Iterator[Candidate]:
    for errors in tests:
        for formula, size in design.sizes(errors):
            for rounding, number, of in _numbers(size, design.others):
                ordinary = formula in _ORDINARY and rounding == "up" and errors is tests[0]
                side = "" if errors is tests[0] else f"{_SIDES[errors.sides]}, "
                name = f"{side}{_FORMULAS[formula]}{_ROUNDED[rounding]}"
                yield _needs(design, errors, number, name, ordinary, of)


def _numbers(size: float, others: float | None) -> Iterator[tuple[str, int, str]]:
    """Each rounding with the numbers it makes, once each, and of whom: all, one group, or both."""
    seen: set[tuple[int, str]] = set()
    for rounding, first in whole(size).items():
        made = [(first, "")]
        if others is not None:
            second = whole(size * others)[rounding]
            made = [(first, " per group")] if others == 1 else [(first, " in group 1"), (second, " in group 2")]
            # Groups are rounded one by one, or their sum is, or one is made a multiple of the other.
            totals = {first + second, whole(size * (1 + others))[rounding], whole(first * (1 + others))[rounding]}
            made += [(total, " in total") for total in sorted(totals)]
        for number, of in made:
            if (number, of) not in seen:
                seen.add((number, of))
                yield rounding, number, of


def _exact(design: _Design, tests: list[Errors]) -> Iterator[Candidate]:
    for errors in tests:
        try:
            found = design.exact(errors) if design.exact is not None else {}
        except ValueError:
            return  # too large a trial to search exactly
        for which, number in found.items():
            yield _needs(design, errors, number, _EXACT[which], ordinary=False)


def _needs(design: _Design, errors: Errors, number: int, assumption: str, ordinary: bool, of: str = "") -> Candidate:
    expression = f"{design.shows}, {_SIDES[errors.sides]} {100 * errors.alpha:g}%, power {100 * errors.power:g}%"
    return Candidate((Interval(number, number),), assumption, expression, ordinary, f"needs{of}")


def _hint(candidates: tuple[Candidate, ...]) -> str:
    numbers: dict[str, list[float]] = {}
    for candidate in candidates:
        value = candidate.values[0]
        if isinstance(value, Interval):
            numbers.setdefault((candidate.relation or "").removeprefix("needs"), []).append(value.low)
    spans = (f"{min(found):.0f} to {max(found):.0f}{of}" for of, found in numbers.items())
    return f"the formulas in use give {', '.join(spans)}"


def _planned(claim: SampleSize, planned: Count) -> Recomputation:
    if claim.required is None:
        return Recomputation(fields=("planned",), targets=(planned,), missing="the number required")
    if claim.dropout is None:
        least = Candidate((Interval(claim.required.value, math.inf),), "no fewer", "a number planned for that required")
        return Recomputation(fields=("planned",), targets=(planned,), candidates=(least,))
    if not 0 <= claim.dropout.value < 100:
        return Recomputation(fields=("planned",), targets=(planned,), missing="a dropout below 100%")
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
