"""Whether any whole count makes a percentage of its denominator.

What it checks
--------------
``37.4%`` of 96 patients, printed without a count: the GRIM test for percentages. People are whole, so
only the percentages k/96 can occur.

Example
-------
>>> from checker.examples import example
>>> example("count_from_percent", "{kind: proportion, percent: 37.4, total: 96}")
discrepant (minor): 36/96 = 37.50%, not 37.4%; no count of 96 makes 37.4%; 37.4% would be 37/99 or 34/91
>>> example("count_from_percent", "{kind: proportion, percent: 52.4, total: 42}")
consistent: 22/42 = 52.38%, as printed
>>> example("count_from_percent", "{kind: proportion, percent: 24, total: 500}")
consistent: 118-122 of 500 gives 23.6 to 24.4%, printed 24%; any percentage so printed fits some count of 500

Assumptions tried
-----------------
A whole count over the denominator, rounded half up or half to even. Less ordinary: digits cut off or
rounded twice; another denominator that the paper states, where the claim names it. A query, where a reading found the
denominator elsewhere: a count of a smaller number that values may be missing of, down to 85% of it.

Limits
------
With 100 people or more every whole percentage fits some count, with 1000 every percentage of one decimal.
A weighted percentage, a Kaplan-Meier estimate or a mean of several percentages need not be a count over
the denominator.

References
----------
Brown NJL, Heathers JAJ. The GRIM test. Soc Psychol Personal Sci 2017;8:363-9.
"""

import math
from collections.abc import Iterator

import msgspec

from checker.kinds import Proportion
from checker.model import Candidate, Certainty, Count, Excuse, Interval, Recomputation, Reported, Suggestion
from checker.paper import Paper
from checker.reconstruct.counts import FARTHEST, LEAST_KNOWN, fitting, missing_values, neighbours, span, totals_near
from checker.rounding import coarse

KINDS = (Proportion,)


def recompute(claim: Proportion, paper: Paper) -> Iterator[Recomputation]:
    """The percentages nearest to the printed one that whole counts of the denominator make."""
    if claim.count is not None or claim.percent is None:
        return
    total = paper.denominator(claim)
    if total is None or total.value == 0 or total.comparator != "=":
        missing = "the denominator" if total is None else "an exact denominator above 0"
        yield Recomputation(fields=("percent",), targets=(claim.percent,), missing=missing)
        return
    candidates = shares(claim.percent, total)
    for name in claim.alternatives:
        size = paper.populations[name].size
        if size.value:
            candidates += shares(claim.percent, size, name=name)
    found = recomputation("percent", claim.percent, total, candidates)
    # A curator has looked; a reading knows only that the words name the group.
    if claim.total is None and paper.certainty(claim) not in (Certainty.PRINTED, Certainty.STATED):
        percent = claim.percent
        found = msgspec.structs.replace(found, excuses=lambda: _missing_values(percent, total))
    yield found


def _missing_values(percent: Reported, total: Count) -> Iterator[Excuse]:
    """The nearest number assessed, below a denominator printed elsewhere, of which some count makes the percentage."""
    for size in range(int(total.value) - 1, math.ceil(LEAST_KNOWN * total.value) - 1, -1)[:FARTHEST]:
        if counts := fitting(percent, Count(str(size))):
            share = Interval(100 * counts[0] / size, 100 * counts[-1] / size)
            yield missing_values(span(counts), share, (size,), total)
            return


def recomputation(
    field: str, share: Reported, total: Count, candidates: list[Candidate], hundred: float = 100.0
) -> Recomputation:
    """The printed share against candidates from `shares`."""
    any_fits = coarse(share, total.value, hundred) and share.comparator == "="
    figure = "percentage" if hundred == 100 else "proportion"
    return Recomputation(
        fields=(field,),
        targets=(share,),
        candidates=tuple(candidates),
        suggestions=lambda: _suggestions(field, share, total, hundred),
        hint=lambda: _hint(share, total, hundred),
        remark=f"any {figure} so printed fits some count of {total}" if any_fits else None,
        unit="%" if hundred == 100 else "",
        guessed=True,
    )


def shares(share: Reported, total: Count, hundred: float = 100.0, name: str | None = None) -> list[Candidate]:
    """What the counts of ``total`` make that fit the share, or else its neighbours; ``name``: another denominator's."""
    counts = fitting(share, total, hundred)
    denominator = "" if name is None else f", denominator={total} ({name})"
    if len(counts) > 1:
        values = Interval(hundred * counts[0] / total.value, hundred * counts[-1] / total.value)
        return [Candidate((values,), f"count={span(counts)}{denominator}", f"{span(counts)} of {total}", name is None)]
    return [
        Candidate(
            (Interval(hundred * count / total.value, hundred * count / total.value),),
            f"count={count}{denominator}",
            f"{count}/{total}",
            name is None,
        )
        for count in counts or neighbours(share, total, hundred)
    ]


def _suggestions(field: str, share: Reported, total: Count, hundred: float) -> Iterator[Suggestion]:
    nearest = min(neighbours(share, total, hundred), key=lambda count: abs(hundred * count / total.value - share.value))
    yield Suggestion(field, f"{hundred * nearest / total.value:.{share.decimals}f}")
    for _, other in totals_near(share, total, hundred, most=2):
        yield Suggestion("total", str(other))


def _hint(share: Reported, total: Count, hundred: float) -> tuple[str, ...]:
    printed = share.literal.rstrip("%") + ("%" if hundred == 100 else "")
    others = [f"{count}/{size}" for count, size in totals_near(share, total, hundred, most=2)]
    none = f"no count of {total} makes {printed}"
    return (none, f"{printed} would be {' or '.join(others)}") if others else (none,)
