"""A ratio, difference or number needed to treat from the percentages of two groups of unknown size.

What it checks
--------------
``20% versus 34%, RR 0.58``: what an effect can be, when each percentage can be anything that is printed so. Also
relative risk reductions and numbers needed to treat, of percentages or of counts.

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: effect, measure: %s, scale: %s, estimate: %s, crude: true, groups: [{percent: 20}, {percent: 34}]}"
>>> example("effect_from_percentages", claim % ("RR", "log", "0.58"))
consistent: risk ratio of 20% against 34% gives 0.565 to 0.612, printed 0.58
>>> example("effect_from_percentages", claim % ("RR", "log", "0.48"))
explained (major): odds ratio of 20% against 34% gives 0.460 to 0.512; printed 0.48 holds only for an odds ratio
>>> example("effect_from_percentages", claim % ("OR", "log", "0.84"))
discrepant (major): odds ratio of 20% against 34% gives 0.460 to 0.512, not 0.84
>>> example("effect_from_percentages", claim % ("relative risk reduction", "linear", "41%"))
consistent: relative risk reduction of 20% against 34% gives 38.8 to 43.5%, printed 41%
>>> example("effect_from_percentages", claim % ("NNT", "linear", "8"))
consistent: number needed to treat of 20% against 34% gives 6.7 to 8, printed 8

Assumptions tried
-----------------
The first group against the second; differences and reductions as fractions or percentage points; numbers needed to
treat rounded up. Less ordinary: the second group against the first; an odds ratio for a risk ratio, and the reverse;
the risk of no event. Unless the claim says that it is ``crude``: an adjusted or stratified model, which may give
anything.

Limits
------
Where the sizes of the groups are known, `effect_from_counts` says more. Intervals need the sizes. Hazard and rate
ratios rest on times at risk, and so may reductions and numbers needed to treat that are taken from curves.

References
----------
Laupacis A, Sackett DL, Roberts RS. An assessment of clinically useful measures of the consequences of treatment. N
Engl J Med 1988;318:1728-33.
"""

from collections.abc import Iterator

from checker.kinds import Effect, Group
from checker.measures import Measure
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.reconstruct.effect_measures import (
    DERIVED,
    WITHOUT_RISKS,
    adjusted,
    complement,
    of_groups,
    possible,
    risk,
    unsized,
    wholes,
)
from checker.reconstruct.group_tables import Missing

KINDS = (Effect,)


def recompute(claim: Effect, paper: Paper) -> Iterator[Recomputation]:
    """The estimate, for all the risks that the printed figures allow."""
    estimate, measure = claim.estimate, claim.measure.kind
    if estimate is None or len(claim.groups) != 2 or measure in WITHOUT_RISKS:
        return
    if measure not in DERIVED and not unsized(claim, paper):
        return
    effect = of_groups(claim.measure, claim.scale)
    risks = [risk(group, paper.denominator(group)) for group in claim.groups]
    if isinstance(effect, Missing):
        yield Recomputation(fields=("estimate",), targets=(estimate,), missing=effect.what)
        return
    one, other = risks
    if one is None or other is None:
        yield Recomputation(fields=("estimate",), targets=(estimate,), missing="the percentages of both groups")
        return
    unit = "%" if estimate.unit == "%" else ""
    candidates = tuple(_candidates(effect, one, other, claim, ""))

    def unlikely() -> Iterator[Candidate]:
        yield from _other_ways(effect, one, other, claim)
        if not claim.crude:
            yield adjusted((estimate,), list(candidates), unit)

    yield Recomputation(
        fields=("estimate",),
        targets=(estimate,),
        candidates=candidates,
        unlikely=unlikely,
        threshold=None if effect is Measure.NUMBER_NEEDED_TO_TREAT else 1.0 if claim.scale == "log" else 0.0,
        unit=unit,
        guessed=True,
    )


def _candidates(effect: Measure, one: Interval, other: Interval, claim: Effect, assumption: str) -> Iterator[Candidate]:
    expression = f"{effect} of {_called(claim.groups[0])} against {_called(claim.groups[1])}"
    values = possible(effect, one, other)
    shared = effect in (Measure.RISK_DIFFERENCE, Measure.RELATIVE_RISK_REDUCTION) and claim.estimate is not None
    for factor in wholes([claim.estimate]) if shared and claim.estimate is not None else (1.0,):
        scaled = Interval(factor * values.low, factor * values.high)
        yield Candidate((scaled,), assumption or "printed percentages", expression, not assumption)


def _other_ways(effect: Measure, one: Interval, other: Interval, claim: Effect) -> Iterator[Candidate]:
    yield from _candidates(effect, other, one, claim, "the second group against the first")
    if effect is Measure.RISK_RATIO:
        yield from _candidates(Measure.ODDS_RATIO, one, other, claim, "an odds ratio")
        yield from _candidates(effect, complement(one), complement(other), claim, "the risk of no event")
    elif effect is Measure.ODDS_RATIO:
        yield from _candidates(Measure.RISK_RATIO, one, other, claim, "a risk ratio")
    elif effect is Measure.RELATIVE_RISK_REDUCTION:
        yield from _candidates(effect, complement(one), complement(other), claim, "the risk of no event")


def _called(group: Group) -> str:
    if group.count is not None:
        return f"{group.count.literal}/{group.total.literal if group.total else group.of}"
    return f"{group.percent.literal.rstrip('%')}%" if group.percent else "?"
