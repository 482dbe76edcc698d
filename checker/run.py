"""Claims to findings: one loop over the claims, then the checks of a paper as a whole."""

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from checker import checks
from checker.checks import Check
from checker.figures import figures, populations_of
from checker.finding import UNMET, Finding
from checker.habits import grouped
from checker.judge import judge
from checker.kinds import AnyClaim
from checker.message import worded
from checker.model import Because, Candidate, Excuse, Recomputation, Verdict
from checker.paper import Binding, Paper


def verify(paper: Paper, only: frozenset[str] = frozenset()) -> list[Finding]:
    """Every finding of every check, in the order of the claims; ``only`` names the checks to run, all if empty."""
    findings: list[Finding] = []
    habits: dict[str, Any] = {}
    spent: Counter[str] = Counter()
    for claim in paper.all_claims():
        reported, binding = _reported(claim, paper), paper.binding(claim)
        found = [
            finding(claim, check, recomputation, paper, reported, binding)
            for check in checks.of_kind(type(claim))
            if not only or check.name in only
            for recomputation in _bounded(check, _recomputed(check, claim, paper, habits), spent)
        ]
        if not found and not only:
            nothing = Recomputation(fields=(), targets=(), missing="the figures it compares")
            found = [finding(claim, checks.of_kind(type(claim))[0], nothing, paper, reported, binding)]
        findings += found
    for check in checks.every().values():
        if check.recompute_paper is not None and (not only or check.name in only):
            findings += [
                finding(claim, check, recomputation, paper, _reported(claim, paper))
                for claim, recomputation in check.recompute_paper(paper)
            ]
    return grouped(findings)


def _bounded(check: Check, found: Iterable[Recomputation], spent: Counter[str]) -> Iterator[Recomputation]:
    """The recomputations of a check that takes long, as many as it makes for one paper; the others say so."""
    for recomputation in found:
        if check.most is not None and recomputation.missing is None:
            spent[check.name] += 1
            if spent[check.name] > check.most:
                said = f"time: of what one paper prints, {check.most:,} are recomputed"
                yield Recomputation(fields=recomputation.fields, targets=recomputation.targets, missing=said)
                continue
        yield recomputation


def _recomputed(check: Check, claim: AnyClaim, paper: Paper, habits: dict[str, Any]) -> Iterable[Recomputation]:
    """The recomputations of a claim, with the habit of the paper where the check asks for it."""
    if check.recompute is None:
        return ()
    if check.habit is None:
        return check.recompute(claim, paper)
    if check.name not in habits:
        habits[check.name] = check.habit(paper)
    return check.recompute(claim, paper, habits[check.name])


def finding(
    claim: AnyClaim,
    check: Check,
    recomputation: Recomputation,
    paper: Paper,
    reported: dict[str, str],
    binding: Binding | None = None,
) -> Finding:
    """Judge one recomputation of a claim of the paper.

    ``reported``: the figures of the claim by name. ``binding``: how they came together, for a check of one claim.
    """
    assumed = [name for name in populations_of(claim) if paper.populations[name].assumed is not None]
    if assumed and check.uses_sizes:
        recomputation = _assuming(recomputation, assumed, paper)
    if binding is not None and binding.excuses:
        recomputation = _excusing(recomputation, binding.excuses)
    certainty, why = (binding.certainty, binding.why) if binding is not None else (None, "")
    judgement = judge(recomputation, certainty, why)
    unmet = judgement.verdict in UNMET
    suggestions = tuple(recomputation.suggestions()) if unmet and recomputation.suggestions else ()
    # An excuse says itself what would fit.
    excused = judgement.query is not None and judgement.query.because is Because.UNSTATED
    hint = recomputation.hint() if unmet and not excused and recomputation.hint else None
    return Finding(
        claim=claim,
        check=check.name,
        recomputation=msgspec.structs.replace(
            recomputation, unlikely=None, excuses=None, suggestions=None, hint=None, denied=None
        ),
        judgement=judgement,
        reported=reported,
        said=worded(recomputation, judgement, hint),
        suggestions=suggestions,
        certainty=certainty,
        cause=binding.cause if binding is not None and judgement.verdict is not Verdict.CONSISTENT else None,
    )


def _assuming(recomputation: Recomputation, names: list[str], paper: Paper) -> Recomputation:
    """The same with no candidate ordinary: each rests on the sizes assumed of these populations."""
    sizes = " and ".join(f"{name} taken to be {paper.populations[name].size}" for name in names)

    def resting(candidate: Candidate) -> Candidate:
        return msgspec.structs.replace(candidate, ordinary=False, assumption=f"{candidate.assumption} ({sizes})")

    unlikely = recomputation.unlikely
    return msgspec.structs.replace(
        recomputation,
        candidates=tuple(map(resting, recomputation.candidates)),
        unlikely=None if unlikely is None else lambda: map(resting, unlikely()),
    )


def _excusing(recomputation: Recomputation, excuses: tuple[Excuse, ...]) -> Recomputation:
    """The same with further excuses behind its own."""
    own = recomputation.excuses
    return msgspec.structs.replace(recomputation, excuses=lambda: itertools.chain(own() if own else (), excuses))


def _reported(claim: AnyClaim, paper: Paper) -> dict[str, str]:
    reported = {name: str(figure) for name, figure in figures(claim)}
    of = getattr(claim, "of", None)
    if of is not None:
        reported.setdefault("total", str(paper.populations[of].size))
    return reported
