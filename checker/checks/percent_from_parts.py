"""The percentage of a whole from the percentages of its parts.

What it checks
--------------
``22% of all, 43.3% in one arm and 20% in the other``: the members that the parts' percentages stand for,
together, over the whole. An overall percentage lies between those of its parts.

Example
-------
>>> from checker.examples import example
>>> arms = "[{percent: 43.3, total: 30}, {percent: 20, total: 25}]"
>>> example("percent_from_parts", f"{{kind: partition, whole: 55, percent: 22, parts: {arms}}}")
discrepant (major): (43.3% of 30 (13) + 20% of 25 (5))/55 = 32.7%, not 22%
>>> example("percent_from_parts", f"{{kind: partition, whole: 55, percent: 32.7, parts: {arms}}}")
consistent: (43.3% of 30 (13) + 20% of 25 (5))/55 = 32.73%, as printed

Assumptions tried
-----------------
Every whole count that rounds to a part's percentage, added up over the printed whole.

Limits
------
Parts must be exclusive and their percentages unweighted. A part whose percentage no whole count gives
leaves the sum unverifiable.

References
----------
Cochran WG. Sampling Techniques. 3rd ed. Wiley, 1977, chapter 5 (the mean of strata, weighted by their sizes).
"""

from collections.abc import Iterator

from checker.checks.parts_of_whole import Part, part_of
from checker.kinds import Partition
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper

KINDS = (Partition,)


def recompute(claim: Partition, paper: Paper) -> Iterator[Recomputation]:
    """The percentages of the whole that the parts allow."""
    if claim.percent is None:
        return
    whole = claim.whole or (paper.populations[claim.of].size if claim.of is not None else None)
    parts = [part_of(group, paper, None) for group in claim.parts]
    lacking = next((part for part in parts if isinstance(part, str)), None)
    if whole is None or not whole.value or lacking is not None:
        yield Recomputation(fields=("percent",), targets=(claim.percent,), missing=lacking or "the whole")
        return
    known = [part for part in parts if isinstance(part, Part)]
    shares = Interval(
        100 * sum(part.low for part in known) / whole.value, 100 * sum(part.high for part in known) / whole.value
    )
    expression = f"({' + '.join(part.text for part in known)})/{whole}"
    candidate = Candidate((shares,), "sum of the parts", expression)
    yield Recomputation(fields=("percent",), targets=(claim.percent,), candidates=(candidate,), unit="%")
