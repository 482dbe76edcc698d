"""Findings as annotations of a GitHub workflow: one command a line, as its runner reads them."""

from collections.abc import Sequence

from checker.finding import Finding, Result
from checker.model import Severity, Verdict
from checker.report import Options, is_acknowledged, listed, place
from checker.report.places import artifact, in_words

QUIET = frozenset({Verdict.CONSISTENT, Verdict.UNVERIFIABLE})


def write(results: Sequence[Result], options: Options) -> str:
    """An ``::error``, ``::warning`` or ``::notice`` a finding, and an error for a file that could not be read."""
    lines = []
    for result in results:
        if result.error is not None:
            lines.append(_command("error", {"file": result.path, "title": "could not be read"}, result.error))
        lines += [_annotation(result, finding) for finding in listed(result, options)]
    return "\n".join(lines)


def _annotation(result: Result, finding: Finding) -> str:
    where = place(finding)
    path, lined = artifact(result)
    properties = {"file": path}
    if (line := result.line(finding)) is not None:
        properties = {"file": result.path, "line": str(line)}
    elif where is not None and lined:
        properties["line"] = str(where.line)
        if where.first is not None and where.last is not None:
            properties |= {"col": str(where.first), "endColumn": str(where.last)}
    properties["title"] = f"{finding.check}: {finding.verdict}"
    stands = in_words(result.document, finding.claim)
    known = f" (accepted: {finding.claim.note})" if is_acknowledged(finding) else ""
    return _command(_level(finding), properties, (f"{stands}: " if stands else "") + finding.message + known)


def _level(finding: Finding) -> str:
    if finding.verdict is not Verdict.DISCREPANT or is_acknowledged(finding):
        return "notice"
    return "warning" if finding.severity is Severity.MINOR else "error"


def _command(level: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{level} {listed}::{_data(message)}"


def _data(text: str) -> str:
    """Text that cannot end the command; the escapes are those of the runner."""
    text = "".join(character if character.isprintable() or character in "\r\n" else " " for character in text)
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
