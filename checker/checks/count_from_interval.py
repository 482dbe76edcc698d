"""The count and denominator that a rate and its confidence interval give away.

What it checks
--------------
``63.6% (95% CI 41.6-81.2)``, printed without count and denominator: every count of every group up to the
whole sample is tried, under every method in use, for those that give the rate and both limits to each
printed digit. Three figures of three digits often leave one pair only.

Example
-------
>>> from checker.examples import example
>>> paper = '''{kind: interval, count: 68, total: 96, estimate: 70.8, lower: 60.8, upper: 79.2}
... - {id: b, kind: interval, estimate: 63.6, lower: 41.6, upper: 81.2, sample: all}'''
>>> # doctest: +NORMALIZE_WHITESPACE
... example("count_from_interval", paper, "{all: 96}")
explained: 14/22 with its stata-proportion over(all) 95% CI = 63.64%, 41.56%, 81.16%; printed 63.6%, 41.6%,
81.2% holds only for 14 of 22, not printed (stata-proportion over(all)); no other count up to 96 gives the
three figures by the method of the intervals whose counts are printed
>>> # doctest: +NORMALIZE_WHITESPACE
... example("count_from_interval", "{kind: interval, estimate: 34, lower: 28.3, upper: 40.2}")
unverifiable: cannot be recomputed without the denominator
>>> # doctest: +NORMALIZE_WHITESPACE
... example("count_from_interval", "{kind: interval, estimate: 40.4, lower: 25.5, upper: 55.3}")
unverifiable: cannot be recomputed without the denominator: no count up to 1000 gives the three figures by a
customary method; the interval may be adjusted or from a model

Assumptions tried
-----------------
The methods of those intervals of the paper whose counts are printed. Where these give nothing, or there
are none, clopper-pearson, wilson, wald, stata-proportion (with ``sample``, its degrees of freedom are also those of
the whole sample), wilson-continuity, agresti-coull, jeffreys, wald-continuity and logit. Groups go up to the
``sample``, or else to 1000. Where several fit, one whose size the claims file assumes at this very place, as
the groups of a sentence that add up to the whole. All of these are less ordinary: the size is not printed.

Limits
------
A missing denominator is no error, so that nothing here is ever discrepant. With nine methods about one
interval in ten fits a count by chance that is not the true one: a fit by the paper's own method, or by
clopper-pearson, wilson or wald where that is not known, is explained; any other is only named. Adjusted,
weighted, clustered and pooled rates have other intervals, and may fit none.

References
----------
Brown NJL, Heathers JAJ. The GRIM test. Soc Psychol Personal Sci 2017;8:363-9.
Newcombe RG. Two-sided confidence intervals for the single proportion. Stat Med 1998;17:857-72.
"""

from collections.abc import Iterator

from checker.kinds import BinomialInterval
from checker.model import Candidate, Interval, Recomputation
from checker.paper import Paper
from checker.reconstruct import hidden_counts
from checker.reconstruct.hidden_counts import Fit

KINDS = (BinomialInterval,)
# A sample only bounds the search.
USES_SIZES = False

_USUAL = ("clopper-pearson", "wilson", "wald")
_MOST_NAMED = 3
_FIELDS = ("estimate", "lower", "upper")


def recompute(claim: BinomialInterval, paper: Paper) -> Iterator[Recomputation]:
    """The one count and denominator that give the figures, or what is known of them."""
    if claim.total is not None or claim.of is not None or claim.estimate is None:
        return
    targets = (claim.estimate, claim.lower, claim.upper)
    unknown = "the denominator"
    if not hidden_counts.is_searchable(claim):
        yield Recomputation(fields=_FIELDS, targets=targets, missing=unknown)
        return
    own = _own_methods(paper)
    found = hidden_counts.fits(claim, paper, own)
    most = hidden_counts.whole(claim, paper)
    if found is None:
        yield Recomputation(fields=_FIELDS, targets=targets, missing=unknown)
        return
    if not found:
        unknown += (
            f": no count up to {most} gives the three figures by a customary method; "
            "the interval may be adjusted or from a model"
        )
        yield Recomputation(fields=_FIELDS, targets=targets, missing=unknown)
        return
    known = any(_family(fit) in own for fit in found)
    chosen = [fit for fit in found if known or _family(fit) in _USUAL]
    pairs = _pairs(chosen)
    expected = [pair for pair in pairs if len(pairs) > 1 and pair[1] in _assumed(claim, paper)]
    if len(expected) == 1 or (len(pairs) == 1 and len(_pairs(found)) == 1):
        pair = expected[0] if expected else pairs[0]
        fitting = [fit for fit in chosen if (fit.count, fit.total) == pair]
        yield _explanation(claim, paper, fitting, _remark(most, known, bool(expected)))
    else:
        yield Recomputation(fields=_FIELDS, targets=targets, missing=f"{unknown}: {_several(found)}")


def _family(fit: Fit) -> str:
    return fit.method.partition(" ")[0]


def _pairs(found: list[Fit]) -> list[tuple[int, int]]:
    return list(dict.fromkeys((fit.count, fit.total) for fit in found))


def _assumed(claim: BinomialInterval, paper: Paper) -> set[int]:
    """The sizes that the file assumes of groups where this claim stands."""
    return {
        int(population.size.value)
        for population in paper.populations.values()
        if population.assumed is not None and set(population.at) & set(claim.at)
    }


def _explanation(claim: BinomialInterval, paper: Paper, found: list[Fit], remark: str) -> Recomputation:
    candidates = []
    for fit in found:
        share = (100.0 if claim.unit == "percent" else 1.0) * fit.count / fit.total
        candidates.append(
            Candidate(
                (Interval(share, share), *hidden_counts.limits(claim, paper, fit)),
                f"{fit.count} of {fit.total}, not printed ({fit.method})",
                f"{fit.count}/{fit.total} with its {fit.method} {100 * hidden_counts.level(claim):g}% CI",
                ordinary=False,
            )
        )
    assert claim.estimate is not None
    return Recomputation(
        fields=_FIELDS,
        targets=(claim.estimate, claim.lower, claim.upper),
        candidates=tuple(candidates),
        unit="%" if claim.unit == "percent" else "",
        remark=remark,
    )


def _remark(most: int, known: bool, expected: bool) -> str:
    if expected:
        return f"of the counts up to {most} that give the three figures, the one of the size assumed for this group"
    how = "the method of the intervals whose counts are printed" if known else "a customary method"
    return f"no other count up to {most} gives the three figures by {how}"


def _several(found: list[Fit]) -> str:
    pairs = _pairs(found)
    named = [
        f"{count} of {total} ({', '.join(fit.method for fit in found if (fit.count, fit.total) == (count, total))})"
        for count, total in pairs[:_MOST_NAMED]
    ]
    more = f" and {len(pairs) - _MOST_NAMED} more" if len(pairs) > _MOST_NAMED else ""
    return f"{' or '.join(named)}{more} would give the three figures"


_LAST: list[tuple[Paper, tuple[str, ...]]] = []


def _own_methods(paper: Paper) -> tuple[str, ...]:
    """The paper's methods, worked out once for all of its claims."""
    if not _LAST or _LAST[0][0] is not paper:
        _LAST[:] = [(paper, hidden_counts.own_methods(paper))]
    return _LAST[0][1]
