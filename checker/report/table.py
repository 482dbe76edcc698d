"""Findings as a table for the terminal, 80 columns wide unless it is wider."""

import textwrap
from collections.abc import Sequence

from tabulate import tabulate

from checker.finding import WORST_FIRST, Finding, Result
from checker.model import Verdict
from checker.report import Options, given_title, is_acknowledged, listed, place, printable, quoted, summary, words
from checker.report import name as file_name
from checker.report.places import counted_in, in_words

_COLOURS = {
    Verdict.DISCREPANT: 31, Verdict.QUERY: 35, Verdict.EXPLAINED: 33, Verdict.UNVERIFIABLE: 36, Verdict.CONSISTENT: 32,
}  # fmt: skip
_LISTS = {Verdict.DISCREPANT: words.TITLES["discrepant"], Verdict.QUERY: words.TITLES["query"]}
_MARGINS = 8
_LINE_WIDTH = 5
_WHERE_WIDTH = 12
_NAME_WIDTH = 24
_LONGEST_QUOTE = 60
_MOST_PLACES = 8


def write(results: Sequence[Result], options: Options) -> str:
    """A block a document: what cannot be right, what is worth asking, what is explained, then how much held."""
    blocks = []
    for result in results:
        findings = listed(result, options)
        if result.error is None and (findings or len(results) == 1):
            title = given_title(result) if not _is_extracted(result) else ""
            head = _styled(printable(result.path), 1, options) + (f"\n{printable(title)}" if title else "")
            tables = [_table(result, findings, verdict, options) for verdict in WORST_FIRST]
            parts = [head, *tables, _habits(result, options), _notes(result, options), summary([result])]
            blocks.append("\n\n".join(filter(None, parts)))
    if len(results) > 1:
        blocks.append(_styled(f"{len(results)} documents: {summary(results)}", 1, options))
    return "\n\n".join(blocks)


def _habits(result: Result, options: Options) -> str:
    lines = [
        textwrap.fill(printable(said), options.width, initial_indent="  ", subsequent_indent="    ")
        for said in words.habits(result)
    ]
    return "\n".join([_styled(words.HABITS.upper(), 1, options), *lines]) if lines else ""


def _notes(result: Result, options: Options) -> str:
    """What was assumed or left out in reading it."""
    return "\n".join(
        textwrap.fill(printable(note), options.width, initial_indent="- ", subsequent_indent="  ")
        for note in words.notes(result)
    )


def _table(result: Result, findings: Sequence[Finding], verdict: Verdict, options: Options) -> str:
    chosen = [finding for finding in findings if finding.verdict is verdict]
    if not chosen:
        return ""
    causes = _by_cause(chosen)
    firsts = [first for first, *_ in causes]
    names = [_name(result, finding) for finding in firsts]
    name_width = min(_NAME_WIDTH, max(map(len, names)))
    unit = "line" if result.document is None else counted_in(result.path)
    by_line = unit is not None
    width = _LINE_WIDTH if by_line else _WHERE_WIDTH
    room = options.width - name_width - width - _MARGINS
    rows = [
        (
            _wrapped(_where(result, first, by_line), width),
            _wrapped(name, name_width),
            _wrapped(_text(first) + _more(result, others, unit) + _encoded(result, first, room), room),
        )
        for name, (first, *others) in zip(names, causes, strict=True)
    ]
    table = tabulate(
        rows,
        headers=(unit or "where", "printed" if _is_extracted(result) else "claim", "recomputed"),
        tablefmt="simple",
        disable_numparse=True,
        colalign=("right" if by_line else "left", "left", "left"),
    )
    number = (
        f"{len(chosen)}"
        if len(causes) == len(chosen)
        else f"{len(chosen)}, of {len(causes)} {'cause' if len(causes) == 1 else 'causes'}"
    )
    return f"{_styled(f'{_LISTS.get(verdict, verdict).upper()} ({number})', _COLOURS[verdict], options)}\n{table}"


def _wrapped(cell: str, width: int) -> str:
    """A cell in lines of a width: tabulate, asked to wrap, fails at a cell that is ``1,000`` alone."""
    return "\n".join(part for line in cell.splitlines() for part in textwrap.wrap(line, width))


def _by_cause(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings, those together that one answer would settle; a discrepancy is shown by itself."""
    causes: dict[object, list[Finding]] = {}
    for position, finding in enumerate(findings):
        shared = finding.cause if finding.verdict in (Verdict.QUERY, Verdict.EXPLAINED) else None
        causes.setdefault(shared or position, []).append(finding)
    return list(causes.values())


def _more(result: Result, others: Sequence[Finding], unit: str | None) -> str:
    """How many more there are of one cause, and where."""
    if not others:
        return ""
    found = list(dict.fromkeys(filter(None, (_where(result, finding, unit is not None) for finding in others))))
    shown = ", ".join(found[:_MOST_PLACES]) + (", …" if len(found) > _MOST_PLACES else "")
    where = f": {unit if len(found) == 1 else f'{unit}s'} {shown}" if unit and found else f": {shown}" if found else ""
    return printable(f"; {len(others)} more of one cause ({others[0].cause}){where}")


def _where(result: Result, finding: Finding, by_line: bool) -> str:
    """The line, where the file has lines of its own; else the page, table or section."""
    first = place(finding)
    if first is None:
        return ""
    return str(first.line) if by_line else printable(in_words(result.document, finding.claim, first))


def _encoded(result: Result, finding: Finding, room: int) -> str:
    """Where the claim stands in the claims file, on a line of its own, as terminals and editors follow it."""
    line = result.line(finding)
    if line is None:
        return ""
    at = printable(f"{file_name(result)}:{line}")
    return f"\n{at}" if len(at) <= room else f"\nline {line} of the claims file"


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
