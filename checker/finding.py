"""What is found of a claim, and what becomes of a file."""

import enum
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from checker.document import Document
from checker.judge import Judgement
from checker.kinds import AnyClaim, Claim
from checker.message import Message, values
from checker.model import Candidate, Certainty, Query, Recomputation, Severity, Suggestion, Verdict
from checker.paper import Paper

if TYPE_CHECKING:
    import pandas as pd

WORST_FIRST = (Verdict.DISCREPANT, Verdict.QUERY, Verdict.EXPLAINED, Verdict.UNVERIFIABLE, Verdict.CONSISTENT)
# Nothing meets what is printed: it cannot be right, or there is something to ask.
UNMET = (Verdict.DISCREPANT, Verdict.QUERY)


class FailOn(enum.StrEnum):
    """What a run is to fail for.

    Query: what is discrepant too. Decision: what changes a conclusion, be it discrepant, a query or explained.
    """

    DISCREPANT = "discrepant"
    QUERY = "query"
    DECISION = "decision"
    NEVER = "never"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One check of one claim, judged.

    Attributes:
        check: the name of the check.
        recomputation: what was compared; what it leaves to be asked for has been asked.
        judgement: the verdict, and the candidates that decided it.
        reported: the figures of the claim, by name.
        said: what it comes to in words.
        suggestions: the smallest edits that would make the figures agree.
        certainty: how the figures of the claim came together; None where the whole document was compared.
        cause: what it shares with other findings that one answer would settle; None where it stands alone.
    """

    claim: AnyClaim
    check: str
    recomputation: Recomputation
    judgement: Judgement
    reported: dict[str, str]
    said: Message
    suggestions: tuple[Suggestion, ...] = ()
    certainty: Certainty | None = None
    cause: str | None = None

    @property
    def verdict(self) -> Verdict:
        """What recomputing says."""
        return self.judgement.verdict

    @property
    def severity(self) -> Severity | None:
        """How much it matters that the figures do not agree."""
        return self.judgement.severity

    @property
    def query(self) -> Query | None:
        """The innocent reason that is left, where nothing else meets the figures."""
        return self.judgement.query

    @property
    def message(self) -> str:
        """The arithmetic with its numbers, in one sentence."""
        return str(self.said)

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of the figures compared."""
        return self.recomputation.fields

    @property
    def missing(self) -> str | None:
        """What would be needed to recompute."""
        return self.recomputation.missing

    @property
    def decisive(self) -> tuple[Candidate, ...]:
        """The candidates that decided: those that fit, or else the nearest."""
        return self.judgement.matched or self.judgement.nearest

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Everything that was compared, what decided first."""
        decisive = self.decisive
        return (*decisive, *(other for other in self.recomputation.candidates if other not in decisive))

    @property
    def recomputed(self) -> tuple[tuple[str, str], ...]:
        """The values that decided, in text, each with its assumption."""
        return tuple(
            (values(self.recomputation, candidate, 2, unit=""), candidate.assumption) for candidate in self.decisive
        )

    def _repr_html_(self) -> str:
        """What notebooks show."""
        from checker.report import html

        return html.finding(self)

    @property
    def assumption(self) -> str | None:
        """The assumptions under which the figures fit, or the way in which digits were dropped."""
        if self.judgement.shortening is not None:
            return str(self.judgement.shortening)
        return ", ".join(dict.fromkeys(candidate.assumption for candidate in self.judgement.matched)) or None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one file: its findings, or why it could not be read.

    Attributes:
        trace: where the program itself failed, if that was the reason.
        sha256: of what was given, so that two results can be told to be of the same file; empty where it could not be
            read.
        notes: what was assumed or left out in reading it.
        held: how many more checks held than ``findings`` lists.
        lines: where each claim stands in the claims file, by its id; empty where they were found in a paper.
    """

    path: str
    paper: Paper | None = None
    document: Document | None = None
    findings: tuple[Finding, ...] = ()
    error: str | None = None
    trace: str | None = None
    sha256: str = ""
    notes: tuple[str, ...] = ()
    held: int = 0
    lines: dict[str, int] = {}

    def line(self, finding: Finding) -> int | None:
        """The line of the claims file on which the claim of a finding stands."""
        return self.lines.get(finding.claim.id)

    def to_pandas(self) -> "pd.DataFrame":
        """The findings as a table, the gravest first."""
        from checker.report import frame

        return frame.of(self)

    def _repr_html_(self) -> str:
        """What notebooks show."""
        from checker.report import html

        return html.fragment([self])


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
    """Whether the verdict is the one that a reader of the claim has acknowledged, or milder than a discrepancy is."""
    if claim.expect == Verdict.DISCREPANT.value and verdict is Verdict.QUERY:
        return True
    return claim.expect is not None and claim.expect == verdict.value


def counts(finding: Finding, fail_on: FailOn) -> bool:
    """Whether a finding is among those that a run is to fail for."""
    match fail_on:
        case FailOn.DISCREPANT:
            return finding.verdict is Verdict.DISCREPANT
        case FailOn.QUERY:
            return finding.verdict in UNMET
        case FailOn.DECISION:
            return finding.severity is Severity.DECISION
        case FailOn.NEVER:
            return False


def failures(findings: Iterable[Finding], fail_on: FailOn = FailOn.DISCREPANT) -> list[Finding]:
    """The findings that a run is to fail for and nobody has acknowledged."""
    return [
        finding for finding in findings if counts(finding, fail_on) and not acknowledged(finding.claim, finding.verdict)
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
