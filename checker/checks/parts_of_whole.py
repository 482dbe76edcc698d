"""A whole from its parts.

What it checks
--------------
``51 male and 45 female of 96``: the parts of a whole make it. Parts printed as percentages of their own
denominators count too (``43.3% of 30 and 20% of 25``), with every whole count that their rounding allows.

Example
-------
>>> from checker.examples import example
>>> example("parts_of_whole", "{kind: partition, whole: 96, parts: [{count: 37}, {count: 58}]}")
discrepant (major): 37 + 58 = 95, not 96; the parts make 1 less than the whole
>>> arms = "[{percent: 43.3, total: 30}, {percent: 20, total: 25}]"
>>> example("parts_of_whole", f"{{kind: partition, whole: 10, parts: {arms}}}")
discrepant (major): 43.3% of 30 (13) + 20% of 25 (5) = 18, not 10; the parts make 8 more than the whole
>>> example("parts_of_whole", "{kind: partition, whole: 6, parts: [{count: 4}, {count: 3}], exclusive: false}")
consistent: a whole of overlapping parts 4, 3 is 4 to 7, printed 6
>>> example("parts_of_whole", "{kind: partition, whole: 20, parts: [{count: 16}, {count: 6}], presumed: true}")
explained (major): 16 + 6 less 2 counted twice = 20; printed 20 holds only for members in two parts

Assumptions tried
-----------------
Exclusive and complete parts: their sum is the whole. Incomplete (``complete: false``): at most the whole.
Overlapping (``exclusive: false``): the whole is at least the largest part and, where complete, at most
the sum. Less ordinary, where one only reads them as exclusive and complete (``presumed``): members in two
parts or in none. A part's count, where only its percentage is printed: every whole count that rounds to
it; less ordinary, one that gives it when digits are cut off or rounded twice. A query: up to 5% of the whole in none
of the parts (excluded, lost or unknown), where that parts are complete is how one reads them, and no claims file says
so; of more a paper must speak. Parts that make more than the whole have no such excuse.

Limits
------
Whether members may be in two parts, or in none, is for the reader of the paper to say. A part whose
percentage no whole count gives leaves the sum unverifiable, and is shown itself.

References
----------
Schulz KF, Altman DG, Moher D. CONSORT 2010 statement. BMJ 2010;340:c332 (participant flow). Schulz KF, Grimes
DA. Sample size slippages in randomised trials: exclusions and the lost and wayward. Lancet 2002;359:781-5.
"""

import math
from collections.abc import Iterator

import msgspec

from checker.checks import count_from_percent
from checker.kinds import Group, Partition
from checker.model import Because, Candidate, Certainty, Count, Excuse, Interval, Recomputation, Suggestion
from checker.paper import Paper
from checker.reconstruct.counts import shortened, span
from checker.rounding import SLACK, Shortening, interval

KINDS = (Partition,)

# So much of a whole is in its parts, where a few were excluded, lost or unknown: the 5 of the 5-and-20 rule.
_LEAST = 0.95


class Part(msgspec.Struct, frozen=True):
    """The counts that a part may have, how they are written, and how its percentage must have been shortened."""

    low: float
    high: float
    text: str
    shortening: Shortening = Shortening.ROUNDED


def recompute(claim: Partition, paper: Paper) -> Iterator[Recomputation]:
    """The sizes of the whole that the parts allow."""
    if claim.percent is not None:
        return
    whole = claim.whole or (paper.populations[claim.of].size if claim.of is not None else None)
    if whole is None and claim.percentages:
        return
    if whole is None:
        yield Recomputation(fields=(), targets=(), missing="the whole")
        return
    parts, missing = [], None
    for position, group in enumerate(claim.parts):
        total = whole if claim.percentages else None
        part = part_of(group, paper, total)
        if isinstance(part, Part):
            parts.append(part)
        else:
            missing = missing or f"{part} for {group.name or f'part {position + 1}'}"
            total = paper.denominator(group) or total
            if group.percent is not None and total is not None and total.value:
                candidates = count_from_percent.shares(group.percent, total)
                yield count_from_percent.recomputation(f"parts[{position}].percent", group.percent, total, candidates)
    if missing is not None or not parts:
        yield Recomputation(fields=("whole",), targets=(whole,), missing=missing or "any part")
        return
    yield Recomputation(
        fields=("whole",),
        targets=(whole,),
        candidates=(
            _whole(parts, claim.exclusive, claim.complete),
            *(_otherwise(parts, whole) if claim.presumed else ()),
        ),
        excuses=lambda: _lost(parts, whole) if _is_read_so(claim, paper) else (),
        suggestions=lambda: _suggestions(claim, parts, whole),
        hint=lambda: _hint(claim, parts, whole),
    )


def part_of(group: Group, paper: Paper, whole: Count | None) -> Part | str:
    """The part, or what is missing to know its size."""
    if group.count is not None:
        printed = interval(group.count)
        return Part(math.ceil(max(0.0, printed.low)), _floor(printed.high), str(group.count))
    if group.percent is None:
        if group.of is None:
            return "a count or percentage"
        size = paper.populations[group.of].size
        return Part(size.value, size.value, str(size))
    total = paper.denominator(group) or whole
    if total is None:
        return "the denominator of the percentage"
    counts, shortening = shortened(group.percent, total)
    percent = f"{group.percent.literal.rstrip('%')}% of {total}"
    if not counts:
        return f"a count that makes {percent}"
    return Part(counts[0], counts[-1], f"{percent} ({span(counts)})", shortening)


def _whole(parts: list[Part], exclusive: bool, complete: bool) -> Candidate:
    """The sizes that the whole may have. Sums of successive whole numbers leave no gap."""
    least, most = sum(part.low for part in parts), sum(part.high for part in parts)
    unusual = list(dict.fromkeys(part.shortening for part in parts if part.shortening is not Shortening.ROUNDED))
    noted = f", a percentage {' and one '.join(unusual)}" if unusual else ""
    if exclusive:
        values = Interval(least, most if complete else math.inf)
        text = " + ".join(part.text for part in parts)
        named = "sum of the parts" if complete else "at least the sum of the parts"
        relation = None if complete else "is"
    else:
        largest = max(part.low for part in parts)
        values = Interval(largest, most if complete else math.inf)
        text = f"a whole of overlapping parts {', '.join(part.text for part in parts)}"
        named, relation = "overlapping parts", "is"
    return Candidate((values,), named + noted, text, not unusual, relation)


def _otherwise(parts: list[Part], whole: Count) -> Iterator[Candidate]:
    """The whole of parts that are not exclusive or not complete after all, though one reads them so."""
    least, most = int(sum(part.low for part in parts)), int(sum(part.high for part in parts))
    text = " + ".join(part.text for part in parts)
    size = int(whole.value)
    if max(part.low for part in parts) <= size < least:
        twice = f"{text} less {least - size} counted twice"
        yield Candidate((Interval(size, size),), "members in two parts", twice, ordinary=False)
    elif size > most:
        yield Candidate(
            (Interval(size, size),), "members in no part", f"{text} and {size - most} others", ordinary=False
        )


def _is_read_so(claim: Partition, paper: Paper) -> bool:
    """Whether it is only a reading that nobody is outside the parts: a claims file says so."""
    return claim.exclusive and claim.complete and paper.certainty(claim) is not Certainty.STATED


def _lost(parts: list[Part], whole: Count) -> Iterator[Excuse]:
    """A few of the whole in none of the parts: excluded, lost or unknown."""
    most = sum(part.high for part in parts)
    if math.isfinite(most):
        lost = int(whole.value - most)
        yield Excuse(
            because=Because.UNSTATED,
            reason=f"{lost} may be in none of the parts (excluded, lost or unknown)",
            settled_by=f"what became of {'it' if lost == 1 else 'them'}",
            allows={"whole": Interval(most + 1, math.floor(most / _LEAST + SLACK))},
        )


def _suggestions(claim: Partition, parts: list[Part], whole: Count) -> Iterator[Suggestion]:
    least, most = sum(part.low for part in parts), sum(part.high for part in parts)
    if not claim.exclusive or least != most or math.isinf(most):
        return
    yield Suggestion("whole", str(int(least)))
    for position, group in enumerate(claim.parts):
        if group.count is not None and group.count.value + whole.value - least >= 0:
            yield Suggestion(f"parts[{position}].count", str(int(group.count.value + whole.value - least)))


def _hint(claim: Partition, parts: list[Part], whole: Count) -> str:
    least, most = sum(part.low for part in parts), sum(part.high for part in parts)
    if least > whole.value and claim.exclusive:
        return f"the parts make {int(least - whole.value)} more than the whole"
    if most < whole.value:
        return f"the parts make {int(whole.value - most)} less than the whole"
    return ""


def _floor(value: float) -> float:
    return value if math.isinf(value) else math.floor(value)
