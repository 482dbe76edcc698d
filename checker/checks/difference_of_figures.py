"""A printed difference, relative change or ratio from the two figures it compares.

What it checks
--------------
``an increase of 15% from 45% to 60%``, ``a reduction by half``: the change against the two figures, each of
which may have been rounded.

Example
-------
>>> from checker.examples import example
>>> example("difference_of_figures", "{kind: change, before: 45, after: 60, change: 15}")
consistent: 60 - 45 gives 14 to 16, printed 15
>>> example("difference_of_figures", "{kind: change, before: 32.0, after: 66.7, change: 38.7}")
discrepant (major): 66.7 - 32.0 gives 34.60 to 34.80, not 38.7
>>> example("difference_of_figures", "{kind: change, before: 45.0, after: 60.0, change: 33}")
explained (major): 100 x (60.0 - 45.0)/45.0 gives 33.1 to 33.6; printed 33 holds only for relative change in percent
>>> example("difference_of_figures", "{kind: change, before: 45.0, after: 60.0, change: 33, unit: either}")
consistent: 100 x (60.0 - 45.0)/45.0 gives 33.1 to 33.6, printed 33
>>> example("difference_of_figures", "{kind: change, before: 8.4, after: 8.1, change: -0.5, estimated: true}")
explained (minor): roughly 8.1 - 8.4 gives -0.65 to 0.05; printed -0.5 holds only for a change estimated by itself
>>> example("difference_of_figures", "{kind: change, before: 2.0, after: 5.0, change: 2.5, unit: ratio}")
consistent: 5.0/2.0 gives 2.41 to 2.59, printed 2.5

Assumptions tried
-----------------
Second figure less the first, or over the first, as ``unit`` says, with or without its sign (``a fall of 15``); either
for a change in % of percentages that may be points or relative. Less ordinary: the other way round; a relative change
where a difference is stated, and the reverse; ``threefold increase`` for three times as much added. A change
estimated by itself: anything within its confidence interval where that holds the plain change; without an interval,
a third of the plain difference to either side or 3% of the larger figure, half of the relative change or, where it
is surely one, 15 points.

Limits
------
A difference of medians, an adjusted difference and a mean of differences in pairs need not be the difference of
the two figures printed: `audit` leaves medians out, and takes as estimated by themselves all changes but those of
shares of people, of counts and between the means of groups, and those too where the text speaks of a model.

References
----------
Cole TJ, Altman DG. Statistics notes: What is a percentage difference? BMJ 2017;358:j3663.
"""

import math
from collections.abc import Iterator

from checker.kinds import Change
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.rounding import interval

KINDS = (Change,)


def recompute(claim: Change, paper: Paper) -> Iterator[Recomputation]:
    """What the two figures make of each other, with their rounding taken through."""
    before, after = interval(claim.before), interval(claim.after)
    needed = None
    if any(math.isinf(end) for figure in (before, after) for end in (figure.low, figure.high)):
        needed = "two figures printed without < or >"
    elif claim.unit in ("percent", "ratio") and before.low <= 0 <= before.high:
        needed = "a first figure other than 0"
    if needed:
        yield Recomputation(fields=("change",), targets=(claim.change,), missing=needed)
        return
    a, b = claim.before.literal.rstrip("%"), claim.after.literal.rstrip("%")
    candidates = list(_candidates(claim.unit, (a, before), (b, after)))
    if claim.estimated:
        candidates += _estimated(claim, before, after, [each for each in candidates if each.ordinary])
    yield Recomputation(fields=("change",), targets=(claim.change,), candidates=tuple(candidates))


def _candidates(unit: str, before: tuple[str, Interval], after: tuple[str, Interval]) -> Iterator[Candidate]:
    (a, first), (b, second) = before, after
    if unit == "ratio":
        quotient = _ratio(second, first)
        yield Candidate((quotient,), "ratio", f"{b}/{a}")
        yield Candidate(
            (Interval(quotient.low - 1, quotient.high - 1),), "increase as a multiple of the first figure",
            f"{b}/{a} - 1", ordinary=False,
        )  # fmt: skip
        if _is_divisor(second):
            yield Candidate((_ratio(first, second),), "the ratio the other way round", f"{a}/{b}", ordinary=False)
        return
    difference = Interval(second.low - first.high, second.high - first.low)
    yield from _either_sign(difference, "difference", f"{b} - {a}", f"{a} - {b}", unit in ("difference", "either"))
    relative = unit in ("percent", "either")
    if _is_divisor(first):
        quotient = _ratio(second, first)
        change = Interval(100 * (quotient.low - 1), 100 * (quotient.high - 1))
        name = "relative change in percent"
        yield from _either_sign(change, name, f"100 x ({b} - {a})/{a}", f"100 x ({a} - {b})/{a}", relative)
    if relative and _is_divisor(second):
        quotient = _ratio(first, second)
        change = Interval(100 * (1 - quotient.high), 100 * (1 - quotient.low))
        name = "change in percent of the second figure"
        yield from _either_sign(change, name, f"100 x ({b} - {a})/{b}", f"100 x ({a} - {b})/{b}", False)


def _estimated(claim: Change, before: Interval, after: Interval, plain: list[Candidate]) -> Iterator[Candidate]:
    """What a change may be that was estimated by itself.

    Anything within its interval, where that holds the plain change; without an interval, so far from the plain change.
    """
    larger = max(abs(end) for figure in (before, after) for end in (figure.low, figure.high))
    for each in plain:
        value = each.values[0]
        if not isinstance(value, Interval):
            continue
        if claim.lower is not None and claim.upper is not None:
            within = Interval(interval(claim.lower).low, interval(claim.upper).high)
            if within.meets(value):
                yield Candidate(
                    (within,), "an adjusted change, within its interval", f"roughly {each.expression}", ordinary=False
                )
            continue
        share, least = 1 / 2, 0.0
        if "percent" in each.assumption:
            least = 15.0 if claim.unit == "percent" else 0.0
        elif claim.unit != "ratio":
            share, least = 1 / 3, 0.03 * larger
        margin = max(share * max(abs(value.low), abs(value.high)), least)
        estimated = Interval(value.low - margin, value.high + margin)
        yield Candidate(
            (estimated,),
            "a change estimated by itself",
            f"roughly {each.expression}",
            ordinary=False,
        )


def _either_sign(value: Interval, name: str, forward: str, backward: str, ordinary: bool) -> Iterator[Candidate]:
    """The change as it is; where it is a fall, also its size; and, less ordinary, its opposite."""
    falls = value.low + value.high < 0
    opposite = Interval(-value.high, -value.low)
    if falls:
        yield Candidate((opposite,), f"{name} without its sign", backward, ordinary)
    yield Candidate((value,), name, forward, ordinary)
    if ordinary and not falls:
        yield Candidate((opposite,), f"{name} the other way round", backward, ordinary=False)


def _is_divisor(figure: Interval) -> bool:
    return not figure.low <= 0 <= figure.high


def _ratio(over: Interval, under: Interval) -> Interval:
    quotients = [x / y for x in (over.low, over.high) for y in (under.low, under.high)]
    return Interval(min(quotients), max(quotients))
