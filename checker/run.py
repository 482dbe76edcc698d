"""Claims to findings: one loop over the claims, then the checks of a paper as a whole."""

import msgspec

from checker import checks
from checker.checks import Check
from checker.figures import figures, populations_of
from checker.finding import Finding
from checker.judge import judge
from checker.kinds import AnyClaim
from checker.message import worded
from checker.model import Candidate, Certainty, Recomputation, Verdict
from checker.paper import Paper


def verify(paper: Paper, only: frozenset[str] = frozenset()) -> list[Finding]:
    """Every finding of every check, in the order of the claims; ``only`` names the checks to run, all if empty."""
    findings: list[Finding] = []
    for claim in paper.all_claims():
        reported, certainty = _reported(claim, paper), paper.certainty(claim)
        found = [
            finding(claim, check, recomputation, paper, reported, certainty)
            for check in checks.of_kind(type(claim))
            if (not only or check.name in only) and check.recompute is not None
            for recomputation in check.recompute(claim, paper)
        ]
        if not found and not only:
            nothing = Recomputation(fields=(), targets=(), missing="the figures it compares")
            found = [finding(claim, checks.of_kind(type(claim))[0], nothing, paper, reported, certainty)]
        findings += found
    for check in checks.every().values():
        if check.recompute_paper is not None and (not only or check.name in only):
            findings += [
                finding(claim, check, recomputation, paper, _reported(claim, paper))
                for claim, recomputation in check.recompute_paper(paper)
            ]
    return findings


def finding(
    claim: AnyClaim,
    check: Check,
    recomputation: Recomputation,
    paper: Paper,
    reported: dict[str, str],
    certainty: Certainty | None = None,
) -> Finding:
    """Judge one recomputation of a claim of the paper.

    ``reported``: the figures of the claim by name. ``certainty``: how they came together, for a check of one claim.
    """
    assumed = [name for name in populations_of(claim) if paper.populations[name].assumed is not None]
    if assumed and check.uses_sizes:
        recomputation = _assuming(recomputation, assumed, paper)
    judgement = judge(recomputation)
    if certainty is Certainty.GUESSED and judgement.verdict is Verdict.DISCREPANT:
        # Nobody is accused on a guess.
        recomputation = msgspec.structs.replace(recomputation, missing="knowing that these figures belong together")
        judgement = judge(recomputation)
    discrepant = judgement.verdict is Verdict.DISCREPANT
    suggestions = tuple(recomputation.suggestions()) if discrepant and recomputation.suggestions else ()
    hint = recomputation.hint() if discrepant and recomputation.hint else None
    return Finding(
        claim=claim,
        check=check.name,
        recomputation=msgspec.structs.replace(recomputation, unlikely=None, suggestions=None, hint=None),
        judgement=judgement,
        reported=reported,
        said=worded(recomputation, judgement, hint),
        suggestions=suggestions,
        certainty=certainty,
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


def _reported(claim: AnyClaim, paper: Paper) -> dict[str, str]:
    reported = {name: str(figure) for name, figure in figures(claim)}
    of = getattr(claim, "of", None)
    if of is not None:
        reported.setdefault("total", str(paper.populations[of].size))
    return reported
