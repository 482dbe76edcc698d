"""Findings as CSV, one row each, for a spreadsheet."""

import csv
import io
import re
from collections.abc import Sequence

from checker.finding import Finding, Result
from checker.report import Options, is_acknowledged, listed, place

COLUMNS = (
    "path", "id", "check", "kind", "verdict", "severity", "acknowledged", "line", "section", "label", "reported",
    "recomputed", "assumption", "message", "note", "certainty", "because", "settled_by",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f]+")


def write(results: Sequence[Result], options: Options) -> str:
    """A header and a row a finding; a file that could not be read has a row with its error as the message."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for result in results:
        if result.error is not None:
            unread = dict.fromkeys(COLUMNS, "") | {"path": result.path, "verdict": "error", "message": result.error}
            rows.writerow([inert(cell) for cell in unread.values()])
        for finding in listed(result, options):
            rows.writerow([inert(cell) for cell in cells(result, finding).values()])
    return text.getvalue().rstrip("\n")


def cells(result: Result, finding: Finding) -> dict[str, str]:
    """A finding by column."""
    claim, where = finding.claim, place(finding)
    row = (
        result.path,
        claim.id,
        finding.check,
        str(claim.__struct_config__.tag),
        finding.verdict.value,
        finding.severity.value if finding.severity else "",
        "yes" if is_acknowledged(finding) else "",
        str(where.line) if where else "",
        claim.section or "",
        claim.label or "",
        "; ".join(f"{name} {figure}" for name, figure in finding.reported.items()),
        "; ".join(f"{value} ({assumption})" for value, assumption in finding.recomputed),
        finding.assumption or "",
        finding.message,
        claim.note or "",
        finding.certainty.value if finding.certainty else "",
        finding.query.because.value if finding.query else "",
        finding.query.settled_by if finding.query else "",
    )
    return dict(zip(COLUMNS, row, strict=True))


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, also one that drops blanks or folds wide forms first."""
    cell = _UNPRINTABLE.sub(" ", cell)
    return f"'{cell}" if cell.lstrip().startswith(_FORMULA) else cell
