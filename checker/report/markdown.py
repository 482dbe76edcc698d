"""Findings as Markdown, a paragraph each."""

import re
from collections.abc import Sequence

from checker.model import Finding, Verdict
from checker.report import ORDER, Options, is_acknowledged, listed, place, summary
from checker.run import Result

_HEADINGS = {
    Verdict.DISCREPANT: "Cannot be right as printed",
    Verdict.EXPLAINED: "Right only under an assumption",
    Verdict.UNVERIFIABLE: "Could not be checked",
    Verdict.CONSISTENT: "Checked and held",
}


def write(results: Sequence[Result], options: Options) -> str:
    """A section a document, a list a verdict."""
    parts = []
    for result in results:
        title = result.paper.document.title if result.paper is not None else result.path
        parts.append(f"## {_escaped(title)}")
        if result.error is not None:
            parts.append(_escaped(result.error))
        findings = listed(result, options)
        for verdict in ORDER:
            items = [_item(finding) for finding in findings if finding.verdict is verdict]
            if items:
                parts.append(f"### {_HEADINGS[verdict]}")
                parts.append("\n".join(items))
    return "\n\n".join([*parts, summary(results) + "."])


def _item(finding: Finding) -> str:
    claim, where = finding.claim, place(finding)
    places = [claim.section or "", f"line {where.line}" if where else ""]
    head = ", ".join(part for part in places if part)
    about = f"{claim.label}: " if claim.label else ""
    known = " (acknowledged)" if is_acknowledged(finding) else ""
    note = f" Note: {claim.note}." if claim.note else ""
    prefix = f"**{_escaped(head[:1].upper() + head[1:])}.** " if head else ""
    return f"- {prefix}{_escaped(about + finding.message + known + '.' + note)}"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|~!])", r"\\\1", " ".join(text.split()))
