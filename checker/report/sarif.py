"""Findings as SARIF 2.1.0, which code hosts and editors show beside the text."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote as percent_encoded

from checker import checks
from checker.finding import Finding, Result
from checker.model import Severity, Verdict
from checker.report import Options, is_acknowledged, listed, quoted, words
from checker.report.places import artifact, in_words
from checker.version import __version__

QUIET = frozenset({Verdict.CONSISTENT, Verdict.UNVERIFIABLE})
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_KINDS = {
    Verdict.DISCREPANT: "fail",
    Verdict.QUERY: "fail",
    Verdict.EXPLAINED: "review",
    Verdict.UNVERIFIABLE: "open",
    Verdict.CONSISTENT: "pass",
}


def write(results: Sequence[Result], options: Options) -> str:
    """One run over all documents, with a rule for each check that found something."""
    found = [(result, finding) for result in results for finding in listed(result, options)]
    names = sorted({finding.check for _, finding in found if finding.check})
    errors = [result for result in results if result.error is not None]
    run = {
        "tool": {
            "driver": {
                "name": "checker",
                "semanticVersion": __version__,
                "rules": [_rule(name) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not errors,
                "toolExecutionNotifications": [
                    {
                        "level": "error",
                        "message": {"text": result.error},
                        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(result.path)}}}],
                    }
                    for result in errors
                ],
            }
        ],
        "results": [_result(result, finding, names) for result, finding in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=1)


def _rule(name: str) -> dict[str, Any]:
    check = checks.every()[name]
    return {
        "id": name,
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": words.plain(check.section("What it checks")) or check.title},
        "help": {"text": check.documentation},
    }


def _result(result: Result, finding: Finding, names: Sequence[str]) -> dict[str, Any]:
    stands = in_words(result.document, finding.claim)
    made: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": names.index(finding.check) if finding.check in names else -1,
        "kind": _KINDS[finding.verdict],
        "level": _level(finding),
        "message": {"text": _one_line((f"{stands}: " if stands else "") + words.arithmetic(finding))},
        "locations": [_location(result, finding)],
        "partialFingerprints": {"figures/v1": _fingerprint(finding)},
        "properties": {"claim": finding.claim.id, "verdict": finding.verdict, "reported": finding.reported},
    }
    if finding.severity is not None:
        made["properties"]["severity"] = finding.severity
    if finding.query is not None:
        made["properties"]["because"] = finding.query.because
    if (line := result.line(finding)) is not None:
        made["locations"] = [_in_claims(result, finding, line)]
        if result.document is not None:
            made["relatedLocations"] = [{"id": 0, **_location(result, finding)}]
    if is_acknowledged(finding):
        made["suppressions"] = [{"kind": "external", "justification": finding.claim.note or "acknowledged"}]
    return made


def _in_claims(result: Result, finding: Finding, line: int) -> dict[str, Any]:
    """The claim in its claims file, which is what a curator edits."""
    region = {"startLine": line}
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(result.path)}, "region": region}}
    if result.document is None and finding.claim.section:
        location["logicalLocations"] = [{"name": finding.claim.section}]
    return location


def _location(result: Result, finding: Finding) -> dict[str, Any]:
    document, span = result.document, quoted(result, finding)
    path, lined = artifact(result)
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    location: dict[str, Any] = {"physicalLocation": physical}
    if document is not None and span is not None:
        text = document.text[span.start : span.end]
        if lined:
            first, last = document.line(span.start), document.line(max(span.start, span.end - 1))
            physical["region"] = {
                "startLine": first,
                "startColumn": span.start - document.line_starts[first - 1] + 1,
                "endLine": last,
                "endColumn": span.end - document.line_starts[last - 1] + 1,
                "snippet": {"text": text},
            }
    elif result.document is None and finding.claim.section:
        location["logicalLocations"] = [{"name": finding.claim.section}]
    return location


def _level(finding: Finding) -> str:
    if finding.verdict is Verdict.QUERY:
        return "note"
    if finding.verdict is not Verdict.DISCREPANT:
        return "none"
    return "warning" if finding.severity is Severity.MINOR else "error"


def _fingerprint(finding: Finding) -> str:
    """The same for the same figures, wherever they move."""
    figures = json.dumps([finding.check, sorted(finding.reported.items())])
    return hashlib.sha256(figures.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _uri(path: str) -> str:
    """A reference to a file, in which no part of its name is taken for a scheme."""
    encoded = percent_encoded(path.replace("\\", "/").encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{encoded}" if encoded.startswith("/") else encoded or "document"


def _one_line(text: str) -> str:
    """Brackets would be read as links to locations, hence escaped as the format demands."""
    return " ".join(text.split()).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
