"""Findings as a table for the terminal, 80 columns wide unless it is wider."""

from collections.abc import Sequence

from tabulate import tabulate

from checker.model import Finding, Verdict
from checker.report import ORDER, Options, is_acknowledged, listed, place, printable, quoted, summary
from checker.run import Result

_COLOURS = {Verdict.DISCREPANT: 31, Verdict.EXPLAINED: 33, Verdict.UNVERIFIABLE: 36, Verdict.CONSISTENT: 32}
_MARGINS = 8
_LINE_WIDTH = 5
_NAME_WIDTH = 24
_LONGEST_QUOTE = 60


def write(results: Sequence[Result], options: Options) -> str:
    """A block a document: what is discrepant, then what is explained, then how much held."""
    blocks = []
    for result in results:
        findings = listed(result, options)
        if result.error is None and (findings or len(results) == 1):
            title = result.paper.document.title if result.paper is not None and not _is_extracted(result) else ""
            head = _styled(printable(result.path), 1, options) + (f"\n{printable(title)}" if title else "")
            tables = [_table(result, findings, verdict, options) for verdict in ORDER]
            blocks.append("\n\n".join([head, *filter(None, tables), summary([result])]))
    if len(results) > 1:
        blocks.append(_styled(f"{len(results)} documents: {summary(results)}", 1, options))
    return "\n\n".join(blocks)


def _table(result: Result, findings: Sequence[Finding], verdict: Verdict, options: Options) -> str:
    chosen = [finding for finding in findings if finding.verdict is verdict]
    if not chosen:
        return ""
    names = [_name(result, finding) for finding in chosen]
    name_width = min(_NAME_WIDTH, max(map(len, names)))
    rows = [
        (str(where.line) if (where := place(finding)) else "", name, _text(finding))
        for name, finding in zip(names, chosen, strict=True)
    ]
    table = tabulate(
        rows,
        headers=("line", "printed" if _is_extracted(result) else "claim", "recomputed"),
        tablefmt="simple",
        maxcolwidths=[_LINE_WIDTH, name_width, options.width - name_width - _LINE_WIDTH - _MARGINS],
        disable_numparse=True,
        colalign=("right", "left", "left"),
    )
    return f"{_styled(f'{verdict.upper()} ({len(chosen)})', _COLOURS[verdict], options)}\n{table}"


def _is_extracted(result: Result) -> bool:
    """Whether the claims were found in the paper itself, where their ids mean nothing to a reader."""
    return result.paper is not None and result.paper.document.source is None and result.document is not None


def _name(result: Result, finding: Finding) -> str:
    span = quoted(result, finding) if _is_extracted(result) else None
    if span is None or result.document is None:
        return finding.claim.id
    text = printable(" ".join(result.document.text[span.start : span.end].split()))
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _text(finding: Finding) -> str:
    marks = [
        str(finding.severity) if finding.severity else "",
        "acknowledged" if is_acknowledged(finding) else "",
    ]
    marked = ", ".join(mark for mark in marks if mark)
    about = f"{finding.claim.label}: " if finding.claim.label else ""
    return printable(" ".join((about + finding.message).split())) + (f" [{marked}]" if marked else "")


def _styled(text: str, code: int, options: Options) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if options.colour else text
