"""What is noted in the margin of a paper: a note for each statement with findings, at its figures."""

from collections.abc import Sequence

import msgspec

from checker.document import Span
from checker.finding import Finding, Result
from checker.model import Verdict
from checker.report import words
from checker.report.marks import figure_spans, numbered
from checker.report.statements import GROUPS, Entry, Statement, entries, statements

AUTHOR = "checker"
_MOST_PLACES = 6


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A comment and the figures that it is about.

    Attributes:
        group: the gravest of the groups of its statements.
        title: what is said of it, in three words.
        text: what was found, a paragraph a line.
        spans: the figures, in order, without overlap.
    """

    group: str
    title: str
    text: str
    spans: tuple[Span, ...]


def notes(result: Result, verdicts: frozenset[Verdict], accepted: bool = False) -> list[Note]:
    """The notes on a paper, the gravest first; statements about the same figures share one.

    Args:
        result: of an audit.
        verdicts: the findings to note.
        accepted: with those that somebody has looked at and accepted.
    """
    document = result.document
    if document is None:
        return []
    numbers, ends = numbered(document)
    known = statements(result)
    found: list[Note] = []
    for group in GROUPS:
        if group == "accepted" and not accepted:
            continue
        for entry in entries(known, group):
            for statement in entry.every:
                if statement.verdict in verdicts:
                    spans = tuple(sorted(set(figure_spans(document, statement.claim, numbers, ends))))
                    _add(found, Note(
                        group=group,
                        title=words.TITLES[group],
                        text=_text(result, statement, entry),
                        spans=spans,
                    ))  # fmt: skip
    return found


def _add(found: list[Note], note: Note) -> None:
    """Add a note, to one that marks all of its figures, or as grave a one all of whose figures it marks."""
    own = set(note.spans)
    for number, other in enumerate(found):
        theirs = set(other.spans)
        if own and (own <= theirs or (note.group == other.group and own > theirs)):
            text = other.text if note.text in other.text else f"{other.text}\n\n{_headed(note, other)}"
            found[number] = msgspec.structs.replace(other, text=text, spans=tuple(sorted(own | theirs)))
            return
    found.append(note)


def _headed(note: Note, under: Note) -> str:
    return note.text if note.group == under.group else f"{note.title}: {note.text}"


def _text(result: Result, statement: Statement, entry: Entry) -> str:
    """What was found of a statement: its arithmetic, what may explain it, what would agree."""
    lines: list[str] = []
    if statement.claim.label:
        lines.append(words.sentence(statement.claim.label))
    for finding in statement.open or statement.findings:
        lines += [said for said in _said(result, finding) if said not in lines]
    alike = [each for each in entry.statements if each is not statement]
    if alike and statement in entry.statements:
        lines.append(f"The same figures are printed in {_places(alike)}.")
    elif len(entry.every) > 1:
        others = [each for each in entry.every if each is not statement]
        said = "one more finding" if len(others) == 1 else f"{len(others)} more findings"
        lines.append(f"Of the same cause ({entry.cause}) {said}: {_places(others)}.")
    if statement.claim.note:
        lines.append(words.sentence(statement.claim.note))
    return "\n".join(lines)


def _places(found: Sequence[Statement]) -> str:
    places = list(dict.fromkeys(statement.place for statement in found if statement.place))
    more = f" and {len(places) - _MOST_PLACES} more places" if len(places) > _MOST_PLACES else ""
    return "; ".join(places[:_MOST_PLACES]) + more


def _said(result: Result, finding: Finding) -> list[str]:
    # Where the arithmetic goes on to say what would fit, it need not be said twice.
    edits = words.edits(finding) if not finding.said.hint else []
    agree = [f"The figures would agree with {' or '.join(edits)}."] if edits else []
    return [words.arithmetic(finding), *words.explanations(result, finding), *agree]
