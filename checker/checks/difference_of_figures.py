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
explained: 100 x (60.0 - 45.0)/45.0 gives 33.1 to 33.6; printed 33 holds only for relative change in percent
>>> example("difference_of_figures", "{kind: change, before: 2.0, after: 5.0, change: 2.5, unit: ratio}")
consistent: 5.0/2.0 gives 2.41 to 2.59, printed 2.5

Assumptions tried
-----------------
Second figure less the first, or over the first, as ``unit`` says, with or without its sign (``a fall of 15``).
Less ordinary: the other way round; a relative change where a difference is stated, and the reverse.

Limits
------
A difference of medians, an adjusted difference and a mean of differences in pairs need not be the difference of
the two figures printed.

References
----------
Cole TJ, Altman DG. Statistics notes: What is a percentage difference? BMJ 2017;358:j3663.
"""

import math
from collections.abc import Iterator

from checker.claimfile import ClaimFile
from checker.kinds import Change
from checker.model import Candidate, Interval, Recomputation
from checker.rounding import interval

KINDS = (Change,)


def recompute(claim: Change, paper: ClaimFile) -> Iterator[Recomputation]:
    """What the two figures make of each other, with their rounding taken through."""
    before, after = interval(claim.before), interval(claim.after)
    needed = None
    if any(math.isinf(end) for figure in (before, after) for end in (figure.low, figure.high)):
        needed = "two figures printed without < or >"
    elif claim.unit != "difference" and before.low <= 0 <= before.high:
        needed = "a first figure other than 0"
    if needed:
        yield Recomputation(fields=("change",), targets=(claim.change,), missing=needed)
        return
    a, b = claim.before.literal.rstrip("%"), claim.after.literal.rstrip("%")
    yield Recomputation(
        fields=("change",),
        targets=(claim.change,),
        candidates=tuple(_candidates(claim.unit, (a, before), (b, after))),
    )


def _candidates(unit: str, before: tuple[str, Interval], after: tuple[str, Interval]) -> Iterator[Candidate]:
    (a, first), (b, second) = before, after
    if unit == "ratio":
        yield Candidate((_ratio(second, first),), "ratio", f"{b}/{a}")
        if _is_divisor(second):
            yield Candidate((_ratio(first, second),), "the ratio the other way round", f"{a}/{b}", ordinary=False)
        return
    difference = Interval(second.low - first.high, second.high - first.low)
    plain = unit == "difference"
    yield from _either_sign(difference, "difference", f"{b} - {a}", f"{a} - {b}", plain)
    if _is_divisor(first):
        quotient = _ratio(second, first)
        relative = Interval(100 * (quotient.low - 1), 100 * (quotient.high - 1))
        name = "relative change in percent"
        yield from _either_sign(relative, name, f"100 x ({b} - {a})/{a}", f"100 x ({a} - {b})/{a}", not plain)
    if not plain and _is_divisor(second):
        quotient = _ratio(first, second)
        relative = Interval(100 * (1 - quotient.high), 100 * (1 - quotient.low))
        name = "change in percent of the second figure"
        yield from _either_sign(relative, name, f"100 x ({b} - {a})/{b}", f"100 x ({a} - {b})/{b}", False)


def _either_sign(value: Interval, name: str, forward: str, backward: str, ordinary: bool) -> Iterator[Candidate]:
    """The change as it is; where it is a fall, also its size; and, less ordinary, its opposite."""
    falls = value.high < 0
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
