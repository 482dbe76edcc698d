"""Findings gathered for readers: all that was found about one statement of a paper, the gravest first."""

from collections.abc import Iterable, Sequence

import msgspec

from checker.finding import UNMET, WORST_FIRST, Finding, Result
from checker.kinds import Claim
from checker.model import Severity, Verdict
from checker.report import SEVERITIES, is_acknowledged
from checker.report.places import Quote, in_words, quotes

# A discrepancy is shown by itself, whatever others share its cause.
_TOLD_BY_CAUSE = ("query", "explained")
# The groups a reader sees, in their order. What somebody has accepted is a group of its own.
GROUPS = ("discrepant", "query", "accepted", "explained", "unverifiable", "consistent")


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Printed figures that must agree, and what every check found of them.

    Attributes:
        number: the position among the statements of the paper, from 1.
        findings: the gravest first.
        group: one of `GROUPS`.
        place: where the first figure stands, in words.
    """

    number: int
    claim: Claim
    findings: tuple[Finding, ...]
    group: str
    place: str
    quotes: tuple[Quote, ...]

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict."""
        return self.findings[0].verdict

    @property
    def severity(self) -> Severity | None:
        """The gravest severity."""
        return self.findings[0].severity

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings of the statement's own verdict or a verdict that says more than that it held."""
        return tuple(finding for finding in self.findings if finding.verdict is not Verdict.CONSISTENT)

    @property
    def held(self) -> tuple[Finding, ...]:
        """The findings that held."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.CONSISTENT)

    @property
    def head(self) -> str:
        """Where it stands, and what it is called there."""
        return ": ".join(filter(None, (self.place, self.claim.label)))


class Entry(msgspec.Struct, frozen=True):
    """Statements with the same arithmetic: one figure that a paper prints in several places.

    ``kin``: other statements that are settled by whatever settles these.
    """

    statements: tuple[Statement, ...]
    kin: tuple[Statement, ...] = ()

    @property
    def every(self) -> tuple[Statement, ...]:
        """All statements that it stands for."""
        return (*self.statements, *self.kin)

    @property
    def cause(self) -> str:
        """What all of them share."""
        return self.first.findings[0].cause or ""

    @property
    def first(self) -> Statement:
        """The statement that stands for all of them."""
        return self.statements[0]


def statements(result: Result) -> list[Statement]:
    """The statements of a paper that something was found of, in the order of the paper."""
    by_claim: dict[str, list[Finding]] = {}
    for finding in result.findings:
        by_claim.setdefault(finding.claim.id, []).append(finding)
    found: list[Statement] = []
    for findings in sorted(by_claim.values(), key=lambda findings: _position(findings[0].claim)):
        claim = findings[0].claim
        ordered = tuple(sorted(findings, key=_weight))
        document = result.document
        found.append(
            Statement(
                number=len(found) + 1,
                claim=ordered[0].claim,
                findings=ordered,
                group=_group(ordered),
                place=in_words(document, claim),
                quotes=quotes(document, claim) if document is not None else (),
            )
        )
    return found


def entries(listed: Iterable[Statement], group: str) -> list[Entry]:
    """The statements of a group, the gravest first, those with the same arithmetic or of one cause together."""
    chosen = [statement for statement in listed if statement.group == group]
    chosen.sort(key=lambda statement: _weight(statement.findings[0]))
    alike: dict[object, list[Statement]] = {}
    for statement in chosen:
        arithmetic = tuple((finding.check, finding.verdict, finding.message) for finding in statement.open)
        alike.setdefault((arithmetic, statement.claim.note) if arithmetic else statement.number, []).append(statement)
    found = [Entry(tuple(together)) for together in alike.values()]
    return _by_cause(found) if group in _TOLD_BY_CAUSE else found


def _by_cause(found: Sequence[Entry]) -> list[Entry]:
    """The entries that one answer would settle as one, where the first of them stands."""
    causes: dict[object, list[Entry]] = {}
    for entry in found:
        causes.setdefault(entry.cause or entry.first.number, []).append(entry)
    return [
        Entry(first.statements, tuple(each for other in others for each in other.statements))
        for first, *others in causes.values()
    ]


def missing(found: Iterable[Statement]) -> dict[str, int]:
    """What was missing for the statements that could not be checked, the most frequent first."""
    reasons: dict[str, int] = {}
    for statement in found:
        if statement.group == "unverifiable":
            reason = next((finding.missing for finding in statement.findings if finding.missing), None)
            if reason is not None:
                reasons[reason] = reasons.get(reason, 0) + 1
    return dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))


def _weight(finding: Finding) -> tuple[int, int]:
    return WORST_FIRST.index(finding.verdict), SEVERITIES.index(finding.severity)


def _group(findings: tuple[Finding, ...]) -> str:
    verdict = findings[0].verdict
    if verdict not in UNMET:
        return verdict.value
    gravest = [finding for finding in findings if finding.verdict is verdict]
    return "accepted" if all(map(is_acknowledged, gravest)) else verdict.value


def _position(claim: Claim) -> tuple[int, int]:
    return (claim.at[0].line, claim.at[0].first or 0) if claim.at else (0, 0)
