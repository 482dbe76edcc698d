"""Findings as Markdown: paragraphs ready to paste in a review."""

import re
from collections.abc import Sequence

from checker.finding import Finding, Result
from checker.model import Because, Verdict
from checker.report import Options, name, title, words
from checker.report.places import Quote
from checker.report.statements import Entry, Statement, entries, missing, statements

_MOST_PLACES = 12
# Whatever Markdown, or HTML or mathematics within it, might take for markup; and the colon of a bare address.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!$&^]|(?<=https)://|(?<=http)://|(?<=ftp)://|(?<=www)\.)")
# What makes a list or a heading of a line that begins with it.
_LIST = re.compile(r"^(\d{0,9})([-+=.)](?: |$))")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


def write(results: Sequence[Result], options: Options) -> str:
    """A section a document, a paragraph a discrepancy or query, a sentence for what was not checked or held."""
    parts = []
    for result in results:
        parts.append(f"## {escaped(title(result) or name(result))}")
        if result.error is not None:
            parts.append(escaped(result.error))
        else:
            parts += _sections(result, options)
    return "\n\n".join(parts)


def escaped(text: str) -> str:
    """A paragraph that Markdown shows as it is, on one line."""
    return _LIST.sub(r"\1\\\2", _inline(text))


def _inline(text: str) -> str:
    return _MARKUP.sub(r"\\\1", " ".join(_UNPRINTABLE.sub(" ", text).split()))


def _sections(result: Result, options: Options) -> list[str]:
    found = statements(result)
    parts = [escaped(_summary(found, result.held))]
    for group in ("discrepant", "query", "accepted", "explained"):
        listed = [entry for entry in entries(found, group) if entry.first.verdict in options.verdicts]
        if listed:
            chosen = [_paragraph(result, entry) for entry in listed]
            parts += [f"### {words.TITLES[group]}", *chosen]
    unchecked = [statement for statement in found if statement.group == "unverifiable"]
    if unchecked and Verdict.UNVERIFIABLE in options.verdicts:
        reasons = "; ".join(f"{reason} ({number})" for reason, number in missing(found).items())
        number = _statements(len(unchecked))
        where = _places(unchecked)
        parts += [
            f"### {words.TITLES['unverifiable']}",
            escaped(f"{number} could not be recomputed, for want of {reasons}{f': {where}' if where else ''}."),
        ]
    held = [statement for statement in found if statement.group == "consistent"]
    if Verdict.CONSISTENT in options.verdicts and held:
        parts += [f"### {words.TITLES['consistent']}"]
        parts += ["\n".join(f"- {_head(statement)}{escaped(_arithmetic(statement))}" for statement in held)]
    if notes := words.notes(result):
        parts += [f"### {words.NOTES}", "\n".join(f"- {escaped(note)}" for note in notes)]
    if habits := words.habits(result):
        parts += [f"### {words.HABITS}", "\n".join(f"- {escaped(habit)}" for habit in habits)]
    return parts


def _paragraph(result: Result, entry: Entry) -> str:
    first = entry.first
    sentences = [_arithmetic(first)]
    for finding in first.open:
        sentences += [said for said in _explanations(result, finding) if said not in sentences]
        edits = words.edits(finding)
        if edits:
            sentences.append(f"The figures would agree with {' or '.join(edits)}.")
    if len(entry.statements) > 1:
        sentences.append(f"The same figures are printed in {_places(entry.statements[1:])}.")
    if entry.kin:
        sentences.append(f"Of the same cause ({entry.cause}) {_statements(len(entry.kin))} more: {_places(entry.kin)}.")
    if first.group == "discrepant":
        sentences.append("Could the authors please check?")
    if first.group == "query":
        sentences.append(_request(first.findings[0]))
    if first.claim.note:
        sentences.append(words.sentence(f"{'accepted' if first.group == 'accepted' else 'note'}: {first.claim.note}"))
    quote = f"{_quoted(first.quotes[0])} " if first.quotes else ""
    return f"{_head(first)}{quote}{escaped(' '.join(sentences))}"


def _request(finding: Finding) -> str:
    """What is asked: of the reviewer where a look at the paper tells, else of the authors."""
    if finding.query is not None and finding.query.because is Because.READING:
        return f"Before asking, please look up {finding.query.settled_by}."
    settled_by = f"state {finding.query.settled_by}" if finding.query is not None else "check"
    return f"Could the authors please {settled_by}?"


def _explanations(result: Result, finding: Finding) -> list[str]:
    found = words.explanations(result, finding)
    if finding.verdict is Verdict.EXPLAINED:
        return [f"Possible explanation: {found[0][0].lower()}{found[0][1:]}"] if found else []
    return [f"To be considered: {' '.join(found)}"] if found else []


def _head(statement: Statement) -> str:
    return f"**{escaped(words.sentence(statement.head))}** " if statement.head else ""


def _quoted(quote: Quote) -> str:
    text = "".join(f"**{_inline(piece.text)}**" if piece.marked else _spaced(piece.text) for piece in quote.pieces)
    return f"“{text.strip()}”"


def _spaced(text: str) -> str:
    """Escaped text that keeps its space on either side, so that the figures beside it stay apart."""
    before, after = (" " if text[:1].isspace() else ""), (" " if text[-1:].isspace() else "")
    return f"{before}{_inline(text)}{after}"


def _arithmetic(statement: Statement) -> str:
    return " ".join(words.arithmetic(finding) for finding in statement.open or statement.findings)


def _places(found: Sequence[Statement]) -> str:
    places = list(dict.fromkeys(statement.place for statement in found if statement.place))
    more = f" and {len(places) - _MOST_PLACES} more places" if len(places) > _MOST_PLACES else ""
    return "; ".join(places[:_MOST_PLACES]) + more


def _statements(number: int) -> str:
    return f"{number} {'statement' if number == 1 else 'statements'}"


def _summary(found: Sequence[Statement], held: int = 0) -> str:
    counted = {group: sum(statement.group == group for statement in found) for group in words.NAMES}
    listed = ", ".join(f"{number} {words.NAMES[group]}" for group, number in counted.items() if number)
    more = f"{held} further checks held." if held else ""
    if not found:
        return more or "No figures to compare."
    return f"Of {_statements(len(found))} whose figures could be compared: {listed}. {more}".rstrip()
