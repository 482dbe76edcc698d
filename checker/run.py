"""Claims to findings: one loop over the claims, then the checks of a paper as a whole."""

from checker import checks, message
from checker.claimfile import ClaimFile
from checker.judge import judge
from checker.model import AnyClaim, Finding, Recomputation, Verdict

_WORST_FIRST = (Verdict.DISCREPANT, Verdict.EXPLAINED, Verdict.UNVERIFIABLE, Verdict.CONSISTENT)


def verify(paper: ClaimFile, only: frozenset[str] = frozenset()) -> list[Finding]:
    """Every finding of every check, in the order of the claims; ``only`` names the checks to run, all if empty."""
    findings = []
    for claim in paper.all_claims():
        found = [
            finding(claim, check.name, recomputation)
            for check in checks.of_kind(type(claim))
            if (not only or check.name in only) and check.recompute is not None
            for recomputation in check.recompute(claim, paper)
        ]
        if not found and not only:
            first = checks.of_kind(type(claim))[0].name
            found = [finding(claim, first, Recomputation(fields=(), targets=(), missing="the figures it compares"))]
        findings += found
    for check in checks.every().values():
        if check.recompute_paper is not None and (not only or check.name in only):
            findings += [finding(claim, check.name, found) for claim, found in check.recompute_paper(paper)]
    return findings


def finding(claim: AnyClaim, check: str, recomputation: Recomputation) -> Finding:
    """Judge one recomputation."""
    judgement = judge(recomputation)
    chosen = judgement.matched or judgement.nearest
    discrepant = judgement.verdict is Verdict.DISCREPANT
    suggestions = tuple(recomputation.suggestions()) if discrepant and recomputation.suggestions else ()
    assumption = None
    if judgement.shortening is not None:
        assumption = str(judgement.shortening)
    elif judgement.matched:
        assumption = ", ".join(dict.fromkeys(candidate.assumption for candidate in judgement.matched))
    return Finding(
        claim=claim,
        check=check,
        verdict=judgement.verdict,
        severity=judgement.severity,
        reported={
            field: str(target) for field, target in zip(recomputation.fields, recomputation.targets, strict=True)
        },
        recomputed=tuple((message.values(recomputation, candidate, 2), candidate.assumption) for candidate in chosen),
        assumption=assumption,
        message=message.sentence(recomputation, judgement),
        suggestions=suggestions,
    )


def worst(findings: list[Finding]) -> Verdict:
    """The verdict that stands for several findings about one claim."""
    verdicts = {finding.verdict for finding in findings}
    return next(verdict for verdict in _WORST_FIRST if verdict in verdicts)


def acknowledged(claim: AnyClaim, verdict: Verdict) -> bool:
    """Whether the verdict is the one that a reader of the claim has acknowledged."""
    return claim.expect is not None and claim.expect == verdict.value
