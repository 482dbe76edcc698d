"""The differences between two reports: for the terminal, as Markdown and as JSON."""

import json
import textwrap
from collections.abc import Sequence

import msgspec

from checker.model import Verdict
from checker.report import printable
from checker.report.differences import Change, Difference, Known, Report
from checker.report.markdown import escaped

TITLES = {
    Change.NEW: "New",
    Change.OTHER: "Still unmet, but otherwise",
    Change.MENDED: "Holds now",
    Change.GONE: "No longer there",
}
_NO_DIFFERENCE = "No finding is new, mended or gone."


def table(old: Report, new: Report, found: Sequence[Difference], width: int) -> str:
    """A block for each kind of change, lines broken at a width in characters."""
    blocks = [heading(old, new)]
    for change, differences in _grouped(found).items():
        lines = [f"{TITLES[change].upper()} ({len(differences)})"]
        for each in differences:
            lines.append(f"  {printable(each.path)}{_place(each)}")
            lines += [
                textwrap.fill(printable(said), width, initial_indent="    ", subsequent_indent="      ")
                for said in _said(each)
            ]
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, *([] if found else [_NO_DIFFERENCE])])


def markdown(old: Report, new: Report, found: Sequence[Difference]) -> str:
    """A section for each kind of change."""
    parts = [escaped(heading(old, new))]
    for change, differences in _grouped(found).items():
        parts.append(f"## {TITLES[change]}")
        parts += [f"- {escaped(f'{each.path}{_place(each)}: ' + ' '.join(_said(each)))}" for each in differences]
    return "\n\n".join([*parts, *([] if found else [_NO_DIFFERENCE])])


def as_json(old: Report, new: Report, found: Sequence[Difference]) -> str:
    """An object: the versions, how many of each change, and the old and the new finding of each."""
    return json.dumps(
        {
            "old": old.checker,
            "new": new.checker,
            "summary": {change.value: sum(each.change is change for each in found) for change in Change},
            "differences": [msgspec.to_builtins(each._asdict()) for each in found],
        },
        ensure_ascii=False,
        indent=1,
    )


def heading(old: Report, new: Report) -> str:
    """What was compared."""
    one, other = len(old.documents), len(new.documents)
    return f"checker {old.checker} on {_documents(one)} against checker {new.checker} on {_documents(other)}"


def _documents(number: int) -> str:
    return f"{number} document{'' if number == 1 else 's'}"


def _grouped(found: Sequence[Difference]) -> dict[Change, list[Difference]]:
    grouped = {change: [each for each in found if each.change is change] for change in TITLES}
    return {change: differences for change, differences in grouped.items() if differences}


def _place(each: Difference) -> str:
    finding = each.new or each.old
    if finding is None:
        return ""
    return f", page {finding.page}" if finding.page else f", line {finding.line}" if finding.line else ""


def _said(each: Difference) -> list[str]:
    match each:
        case Difference(old=None, new=Known() as new):
            return [_worded(new)]
        case Difference(old=Known() as old, new=None):
            return [_worded(old)]
        case Difference(old=Known() as old, new=Known() as new):
            return [f"was: {_worded(old)}", f"now: {_worded(new)}"]
    return []


def _worded(finding: Known) -> str:
    verdict = "holds" if finding.verdict is Verdict.CONSISTENT else finding.verdict.value
    return f"{finding.message} ({finding.check}: {verdict})"
