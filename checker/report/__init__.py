"""One kind of result for every report: a module per output format, each with ``write(results, options)``."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

import msgspec

from checker.document import Span
from checker.figures import places_of
from checker.finding import UNMET, WORST_FIRST, Finding, Result, acknowledged
from checker.model import Place, Severity, Verdict

# What the terminal, a spreadsheet and others list only when asked: a report module may say otherwise.
QUIET = frozenset({Verdict.CONSISTENT})
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONGEST_TITLE = 300
_CLOSE_BY = 100
SEVERITIES = (Severity.DECISION, Severity.MAJOR, Severity.MINOR, None)


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What to list: findings of these verdicts; how wide; in colour or not."""

    verdicts: frozenset[Verdict]
    width: int = 80
    colour: bool = False


def listed(result: Result, options: Options) -> list[Finding]:
    """The findings to list, the gravest first, then in the order of the paper."""
    chosen = [finding for finding in result.findings if finding.verdict in options.verdicts]
    return sorted(
        chosen,
        key=lambda finding: (WORST_FIRST.index(finding.verdict), SEVERITIES.index(finding.severity), _line(finding)),
    )


def counts(results: Iterable[Result]) -> dict[Verdict, int]:
    """How many findings there are of each verdict."""
    results = list(results)
    found = Counter(finding.verdict for result in results for finding in result.findings)
    found[Verdict.CONSISTENT] += sum(result.held for result in results)
    return {verdict: found[verdict] for verdict in WORST_FIRST}


def is_acknowledged(finding: Finding) -> bool:
    """Whether the curator has looked at this finding and said so in the claims file."""
    return finding.verdict in UNMET and acknowledged(finding.claim, finding.verdict)


def summary(results: Sequence[Result]) -> str:
    """One line on what was checked."""
    found = counts(results)
    total = sum(found.values())
    accepted = [f.verdict for result in results for f in result.findings if is_acknowledged(f)]
    known = {verdict: f" ({number} acknowledged)" if (number := accepted.count(verdict)) else "" for verdict in UNMET}
    queries = "query" if found[Verdict.QUERY] == 1 else "queries"
    unread = sum(result.error is not None for result in results)
    failed = f"; {unread} {'file' if unread == 1 else 'files'} could not be read" if unread else ""
    return (
        f"{total} {'check' if total == 1 else 'checks'}: {found[Verdict.DISCREPANT]} discrepant"
        f"{known[Verdict.DISCREPANT]}, {found[Verdict.QUERY]} {queries}{known[Verdict.QUERY]}, "
        f"{found[Verdict.EXPLAINED]} explained, {found[Verdict.UNVERIFIABLE]} not verifiable, "
        f"{found[Verdict.CONSISTENT]} held{failed}"
    )


def name(result: Result) -> str:
    """The file's name, without the folders it is in."""
    return PurePath(result.path).name or result.path


def title(result: Result) -> str:
    """The title printed on the paper, or that its claims file gives; empty where there is none."""
    for block in result.document.blocks if result.document is not None else ():
        if block.kind == "title" and result.document is not None:
            start, end = block.span.start, min(block.span.end, block.span.start + _LONGEST_TITLE)
            return shortened(result.document.text[start:end])
    return shortened(given_title(result))


def given_title(result: Result) -> str:
    """The title that a claims file gives; empty where it is only the name of the file."""
    given = result.paper.document.title if result.paper is not None else ""
    return "" if given == result.path else given


def shortened(text: str) -> str:
    """The text on one line, cut where nobody would read on."""
    text = " ".join(text.split())
    return text if len(text) < _LONGEST_TITLE else text[: _LONGEST_TITLE - 1].rstrip() + "…"


def place(finding: Finding) -> Place | None:
    """The first place of the claim, or of its first mention in this paper."""
    return next(iter(places_of(finding.claim)), None)


def quoted(result: Result, finding: Finding) -> Span | None:
    """The characters to quote: the claim's first place, and those after it that stand close by."""
    document = result.document
    spans = [document.span(place) for place in finding.claim.at] if document is not None else []
    if not spans or spans[0] is None:
        return None
    start, end = spans[0].start, spans[0].end
    for span in spans[1:]:
        if span is not None and max(start - span.end, span.start - end) <= _CLOSE_BY:
            start, end = min(start, span.start), max(end, span.end)
    if document is not None and document.text.count("(", start, end) > document.text.count(")", start, end):
        end += document.text.startswith(")", end)
    return Span(start, end)


def printable(text: str) -> str:
    """Text that moves no cursor and changes no colour, for terminals."""
    return _CONTROL.sub("\ufffd", text)


def _weight(finding: Finding) -> tuple[int, int, int]:
    return WORST_FIRST.index(finding.verdict), SEVERITIES.index(finding.severity), _line(finding)


def _line(finding: Finding) -> int:
    first = place(finding)
    return first.line if first is not None else 0
