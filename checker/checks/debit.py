"""A standard deviation of values that are all 0 or 1 against their mean and number.

What it checks
--------------
Of n values that are 0 or 1 (``range: [0, 1]``, ``whole: true``), the mean p settles the standard deviation: the root of
p(1 - p)n/(n - 1).

Example
-------
>>> from checker.examples import example
>>> claim = "{kind: summary, statistic: mean, value: %s, sd: %s, total: %s, whole: true, range: [0, 1]}"
>>> example("debit", claim % ("0.35", "0.49", "20"))
consistent: the SD of 20 values of which 7 are 1 and the others 0 = 0.489, as printed
>>> example("debit", claim % ("0.35", "0.18", "20"))
query (major): the SD of 20 values of which 7 are 1 and the others 0 = 0.489, not 0.18; shares of several values of \
each person would spread less: whether each value is 0 or 1 is not stated
>>> example("debit", claim % ("0.35", "0.58", "20"))
discrepant (major): the SD of 20 values of which 7 are 1 and the others 0 = 0.489, not 0.58

Assumptions tried
-----------------
The sample standard deviation (over n - 1), for every count that has the printed mean. Less ordinary: the population's
(over n); a standard error printed as a standard deviation.

Limits
------
Asks where the SD is smaller, as the mean of several such values of each person would have it. A mean that no count has
is for GRIM to flag.

References
----------
Heathers JAJ, Brown NJL. DEBIT: a simple consistency test for binary data. 2019 (OSF, osf.io/5vb3u).
"""

from collections.abc import Iterator
from math import sqrt

from checker.kinds import Summary
from checker.model import Because, Candidate, Excuse, Interval, Recomputation
from checker.paper import Paper
from checker.reconstruct.counts import span
from checker.rounding import bounds
from checker.statistics.granularity import sums

KINDS = (Summary,)


def recompute(claim: Summary, paper: Paper) -> Iterator[Recomputation]:
    """The standard deviations that the counts with the printed mean make."""
    if claim.statistic != "mean" or claim.sd is None or not _is_binary(claim):
        return
    printed = bounds(claim.value)
    total = paper.denominator(claim)
    if total is None or total.value < 2:
        missing = "the number of values" if total is None else "two values or more"
        yield Recomputation(fields=("sd",), targets=(claim.sd,), missing=missing)
        return
    if printed is None:
        return
    size = int(total.value)
    first, last = sums(printed, size)
    counts = range(max(first, 0), min(last, size) + 1)
    if not counts:
        return
    one, other = sorted(min(count, size - count) for count in (counts[0], counts[-1]))
    fold = Interval(one, size // 2 if size // 2 in counts else other)
    of = f"{size} values of which {span(counts)} are 1 and the others 0"
    sample, population, error = (
        Interval(*(sqrt(ones * (size - ones) / size / over) for ones in (fold.low, fold.high)))
        for over in (size - 1, size, size * (size - 1))
    )
    yield Recomputation(
        fields=("sd",),
        targets=(claim.sd,),
        candidates=(
            Candidate((sample,), "sample SD", f"the SD of {of}"),
            Candidate((population,), "SD over n instead of n - 1", f"the SD over n of {of}", False),
            Candidate((error,), "SE printed as SD", f"the standard error of {of}", False),
        ),
        excuses=lambda: (_of_shares(sample.high),),
    )


def _is_binary(claim: Summary) -> bool:
    return claim.whole and claim.range is not None and sorted(limit.value for limit in claim.range) == [0, 1]


def _of_shares(greatest: float) -> Excuse:
    return Excuse(
        because=Because.UNSTATED,
        reason="shares of several values of each person would spread less",
        settled_by="whether each value is 0 or 1",
        allows={"sd": Interval(0.0, greatest)},
    )
