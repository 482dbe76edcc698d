"""Findings as one JSON object, whose shape other programs rely on."""

import json
from collections.abc import Sequence
from typing import Any

from checker.finding import Finding, Result
from checker.habits import Habit, habits
from checker.model import Query, Verdict
from checker.report import Options, counts, listed, place, quoted, words
from checker.version import __version__

QUIET: frozenset[Verdict] = frozenset()
# The number of this shape: another one where a program that reads it would have to change.
SCHEMA = 2


def write(results: Sequence[Result], options: Options) -> str:
    """The findings of the chosen verdicts; the summary counts all of them."""
    found = counts(results)
    report = {
        "checker": __version__,
        "schema": SCHEMA,
        "documents": [
            {
                "path": result.path,
                "sha256": result.sha256 or None,
                "characters": len(result.document.text) if result.document is not None else None,
                "error": result.error,
                "notes": words.notes(result),
                **({"held": result.held} if result.held else {}),
                "habits": [_habit(habit) for habit in habits(result.findings)],
                "findings": [_finding(result, finding) for finding in listed(result, options)],
            }
            for result in results
        ],
        "summary": {
            "documents": len(results),
            "findings": sum(found.values()),
            **{name: found[verdict] for verdict in found for name in [verdict.value]},
        },
    }
    return json.dumps(report, ensure_ascii=False, indent=1)


def _habit(habit: Habit) -> dict[str, Any]:
    return {
        "check": habit.check,
        "figures": habit.figures,
        "practice": habit.practice,
        "shown_by": habit.shown_by,
        "telling": habit.telling,
    }


def _query(query: Query | None) -> dict[str, str] | None:
    if query is None:
        return None
    return {"because": query.because.value, "reason": query.reason, "settled_by": query.settled_by}


def _finding(result: Result, finding: Finding) -> dict[str, Any]:
    where = place(finding)
    document = result.document
    span = quoted(result, finding)
    return {
        "id": finding.claim.id,
        "check": finding.check,
        "kind": finding.claim.__struct_config__.tag,
        "verdict": finding.verdict.value,
        "certainty": finding.certainty.value if finding.certainty else None,
        "cause": finding.cause,
        "query": _query(finding.query),
        "severity": finding.severity.value if finding.severity else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "line": where.line if where else None,
        "claim": {"file": result.path, "line": line} if (line := result.line(finding)) is not None else None,
        "page": document.page(span.start) if document is not None and span else None,
        "section": finding.claim.section,
        "quote": document.text[span.start : span.end] if document is not None and span else None,
        "reported": finding.reported,
        "recomputed": [{"value": value, "assumption": assumption} for value, assumption in finding.recomputed],
        "assumption": finding.assumption,
        "message": finding.message,
        "suggestions": [{"field": edit.field, "value": edit.value} for edit in finding.suggestions],
    }
