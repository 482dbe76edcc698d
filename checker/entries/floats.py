"""Figures of float columns: nobody can be accused by a zero that a float does not keep.

Where such a figure does not agree as it is taken to be printed (``20.0``), and would without the zeros that its column
gave it (``20``), that is a reason to ask, not to accuse.
"""

from collections.abc import Iterable

import msgspec

from checker import run
from checker.entries.rows import Rows
from checker.finding import UNMET, Finding
from checker.model import Because, Excuse, Interval, Reported
from checker.paper import Paper


def excuses(
    findings: Iterable[Finding], rows: Rows, of_relation: dict[str, int], paper: Paper
) -> dict[str, tuple[Excuse, ...]]:
    """The excuses of claims that only a zero at the end of a float makes disagree, by the claim's id."""
    sheet = rows.sheet
    unmet: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.verdict in UNMET and finding.claim.id in of_relation:
            columns = rows.origins[finding.claim.id].columns
            if any(column in sheet.padded for column in columns):
                unmet.setdefault(finding.claim.id, []).append(finding)
    if not unmet:
        return {}
    bared = [
        [_bare(cell) for cell in cells] if column in sheet.padded else cells
        for column, cells in enumerate(sheet.columns)
    ]
    bare = Rows(msgspec.structs.replace(sheet, columns=tuple(bared)), rows.mapping)
    claims = [claim for name in unmet for claim in bare.claims(of_relation[name], [rows.origins[name].row])]
    others = run.verify(msgspec.structs.replace(paper, claims=tuple(claims)))
    still = {(finding.claim.id, finding.check, finding.fields) for finding in others if finding.verdict in UNMET}
    found: dict[str, tuple[Excuse, ...]] = {}
    for name, several in unmet.items():
        made = [_excuse(finding) for finding in several if (name, finding.check, finding.fields) not in still]
        if made:
            found[name] = tuple(made)
    return found


def _excuse(finding: Finding) -> Excuse:
    """That the figures may be right with fewer digits than they are taken to have."""
    pairs = zip(finding.fields, finding.recomputation.targets, strict=True)
    allows: dict[str, Interval | str] = {
        field: Interval(target.value, target.value) if isinstance(target, Reported) else str(target)
        for field, target in pairs
    }
    return Excuse(
        because=Because.READING,
        reason="a float keeps no zeros at its end, and fewer digits may have been printed, which would agree",
        settled_by="how many digits are printed",
        allows=allows,
    )


def _bare(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text
