"""Claims to findings: one loop over the claims, then the checks of a paper as a whole."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from checker import checks, message
from checker.checks import Check
from checker.document import Document
from checker.figures import figures, populations_of
from checker.judge import judge
from checker.kinds import AnyClaim, Claim
from checker.model import Candidate, Finding, Recomputation, Verdict
from checker.paper import Paper

if TYPE_CHECKING:
    import pandas as pd

WORST_FIRST = (Verdict.DISCREPANT, Verdict.EXPLAINED, Verdict.UNVERIFIABLE, Verdict.CONSISTENT)


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one file: its findings, or why it could not be read.

    ``trace``: where the program itself failed, if that was the reason.
    """

    path: str
    paper: Paper | None = None
    document: Document | None = None
    findings: tuple[Finding, ...] = ()
    error: str | None = None
    trace: str | None = None

    def to_pandas(self) -> "pd.DataFrame":
        """The findings as a table, the gravest first."""
        from checker.report import frame

        return frame.of(self)

    def _repr_html_(self) -> str:
        """What notebooks show."""
        from checker.report import html

        return html.fragment([self])


def verify(paper: Paper, only: frozenset[str] = frozenset()) -> list[Finding]:
    """Every finding of every check, in the order of the claims; ``only`` names the checks to run, all if empty."""
    findings: list[Finding] = []
    for claim in paper.all_claims():
        reported = _reported(claim, paper)
        found = [
            finding(claim, check, recomputation, paper, reported)
            for check in checks.of_kind(type(claim))
            if (not only or check.name in only) and check.recompute is not None
            for recomputation in check.recompute(claim, paper)
        ]
        if not found and not only:
            nothing = Recomputation(fields=(), targets=(), missing="the figures it compares")
            found = [finding(claim, checks.of_kind(type(claim))[0], nothing, paper, reported)]
        findings += found
    for check in checks.every().values():
        if check.recompute_paper is not None and (not only or check.name in only):
            findings += [
                finding(claim, check, recomputation, paper, _reported(claim, paper))
                for claim, recomputation in check.recompute_paper(paper)
            ]
    return findings


def finding(
    claim: AnyClaim, check: Check, recomputation: Recomputation, paper: Paper, reported: dict[str, str]
) -> Finding:
    """Judge one recomputation of a claim of the paper; ``reported``: the figures of the claim by name."""
    assumed = [name for name in populations_of(claim) if paper.populations[name].assumed is not None]
    if assumed and check.uses_sizes:
        recomputation = _assuming(recomputation, assumed, paper)
    judgement = judge(recomputation)
    chosen = judgement.matched or judgement.nearest
    discrepant = judgement.verdict is Verdict.DISCREPANT
    suggestions = tuple(recomputation.suggestions()) if discrepant and recomputation.suggestions else ()
    hint = recomputation.hint() if discrepant and recomputation.hint else None
    assumption = None
    if judgement.shortening is not None:
        assumption = str(judgement.shortening)
    elif judgement.matched:
        assumption = ", ".join(dict.fromkeys(candidate.assumption for candidate in judgement.matched))
    return Finding(
        claim=claim,
        check=check.name,
        verdict=judgement.verdict,
        severity=judgement.severity,
        reported=reported,
        recomputed=tuple(
            (message.values(recomputation, candidate, 2, unit=""), candidate.assumption) for candidate in chosen
        ),
        assumption=assumption,
        message=message.sentence(recomputation, judgement, hint),
        suggestions=suggestions,
        fields=recomputation.fields,
        targets=recomputation.targets,
        unit=recomputation.unit,
        candidates=(*chosen, *(other for other in recomputation.candidates if other not in chosen)),
        missing=recomputation.missing,
        hint=hint,
        remark=recomputation.remark,
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


def by_claim(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings of each claim, by its id."""
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.claim.id, []).append(finding)
    return grouped


def worst(findings: list[Finding]) -> Verdict:
    """The verdict that stands for several findings about one claim."""
    verdicts = {finding.verdict for finding in findings}
    return next(verdict for verdict in WORST_FIRST if verdict in verdicts)


def acknowledged(claim: Claim, verdict: Verdict) -> bool:
    """Whether the verdict is the one that a reader of the claim has acknowledged."""
    return claim.expect is not None and claim.expect == verdict.value


def failures(findings: Iterable[Finding]) -> list[Finding]:
    """The discrepant findings that nobody has acknowledged."""
    return [
        finding
        for finding in findings
        if finding.verdict is Verdict.DISCREPANT and not acknowledged(finding.claim, finding.verdict)
    ]


def stale(paper: Paper, findings: Iterable[Finding]) -> list[tuple[AnyClaim, Verdict]]:
    """The claims whose acknowledged verdict is not, or no longer, what recomputing says; with what it says."""
    grouped = by_claim(findings)
    return [
        (claim, verdict)
        for claim in paper.claims
        if claim.expect is not None
        and claim.id in grouped
        and (verdict := worst(grouped[claim.id])) != claim.expect
        and verdict is not Verdict.DISCREPANT
    ]
