"""Findings as one self-contained page: it loads nothing, runs no script but its own, and opens from disk."""

import base64
import functools
import hashlib
import re
from collections.abc import Callable, Sequence
from importlib import resources
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup

from checker import checks
from checker.document import Document
from checker.finding import Finding, Result
from checker.report import Options, full_text, marks, name, shortened, title, words
from checker.report.places import roughly
from checker.report.statements import GROUPS, Entry, Statement, entries, missing, statements
from checker.report.trials import trials
from checker.version import __version__

_MOST_ON_TOP = 5
_MOST_LOOSE = 400
# Characters that no HTML may hold, and those that change the direction of what follows them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


class _Paper(msgspec.Struct, frozen=True, kw_only=True):
    """What the page shows of one document."""

    key: str
    name: str
    title: str
    result: Result
    entries: dict[str, list[Entry]]
    numbers: dict[str, int]
    habits: list[str]
    notes: list[str]
    why_not: dict[str, int]
    top: list[Entry]
    counted: marks.Counted | None
    text: list[full_text.Part]
    too_long: bool
    anchors: dict[int, int]
    loose: dict[str, list[str]]


def write(results: Sequence[Result], options: Options) -> str:
    """The page. It shows findings of every verdict, whatever the options list: it has filters of its own."""
    papers = [_paper(number, result) for number, result in enumerate(results, 1)]
    found = [finding for result in results for finding in result.findings]
    sections = list(dict.fromkeys(_section(statement) for paper in papers for statement in _statements(paper)))
    positions = {section: str(position) for position, section in enumerate(sections, 1)}
    numbers = {group: sum(paper.numbers[group] for paper in papers) for group in GROUPS}
    tiles = {group: number for group, number in numbers.items() if number or group not in ("accepted",)}
    style, script = _asset("report.css"), _asset("report.js")
    text = _template("report.html.j2").render(
        version=__version__,
        title=f"{papers[0].name}: reported figures" if len(papers) == 1 else "Reported figures",
        papers=papers,
        groups=GROUPS,
        tiles=tiles,
        checked=_extent(numbers, len(found), sum(result.held for result in results)),
        why_not=_added(paper.why_not for paper in papers),
        sections=sections,
        checks=[checks.every()[name] for name in sorted({finding.check for finding in found if finding.check})],
        headings=checks.HEADINGS,
        checks_of=lambda entry: " ".join(sorted({f.check for s in entry.every for f in s.findings})),
        sections_of=lambda entry: " ".join(sorted({positions[_section(s)] for s in entry.every})),
        # The package's own files: they are the page's style and script, not text in it.
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return text.strip()


def fragment(results: Sequence[Result]) -> str:
    """A short form without scripts and style sheets, for notebooks."""
    papers = [_paper(number, result) for number, result in enumerate(results, 1)]
    return _template("fragment.html.j2").render(papers=papers, groups=GROUPS).strip()


def finding(found: Finding) -> str:
    """One finding in a short form, for notebooks."""
    return _template("finding.html.j2").render(finding=found).strip()


def _paper(number: int, result: Result) -> _Paper:
    found = statements(result)
    document = result.document
    too_long = document is not None and len(document.text) > full_text.LONGEST
    marked = [] if too_long else marks.marks(result, found)
    grouped = {group: entries(found, group) for group in GROUPS}
    anchors = {number: mark.span.start for mark in marked for number in mark.first_of}
    text = list(full_text.parts(document, marked)) if document is not None and not too_long else []
    return _Paper(
        key=f"d{number}",
        name=name(result),
        title=title(result),
        result=result,
        entries=grouped,
        numbers={group: sum(len(entry.every) for entry in grouped[group]) for group in GROUPS},
        habits=words.habits(result),
        notes=words.notes(result),
        why_not=missing(found),
        top=[*grouped["discrepant"], *grouped["query"]][:_MOST_ON_TOP],
        counted=marks.count(marked) if document is not None and not too_long else None,
        text=text,
        too_long=too_long,
        anchors=anchors if text else {},
        loose=_loose(document, marked) if document is not None else {},
    )


def _statements(paper: _Paper) -> list[Statement]:
    found = [statement for group in GROUPS for entry in paper.entries[group] for statement in entry.every]
    return sorted(found, key=lambda statement: statement.number)


def _section(statement: Statement) -> str:
    return shortened(statement.claim.section or "")


def _loose(document: Document, found: Sequence[marks.Mark]) -> dict[str, list[str]]:
    """The numbers that nothing could be done with, by where they stand."""
    listed: dict[str, list[str]] = {}
    loose = [mark for mark in found if mark.group is None and mark.reason is None]
    for mark in loose[:_MOST_LOOSE]:
        place = roughly(document, mark.span)
        listed.setdefault(place, []).append(document.text[mark.span.start : mark.span.end])
    if len(loose) > _MOST_LOOSE:
        listed["further"] = [f"{len(loose) - _MOST_LOOSE} more"]
    return listed


def _extent(numbers: dict[str, int], checks_made: int, held: int) -> str:
    total = sum(numbers.values())
    more = f" {held} further checks held, and are not listed." if held else ""
    if not total:
        return more.strip() or "No statement was found."
    made = "1 check was" if checks_made == 1 else f"{checks_made} checks were"
    return f"{made} made of {total} {'statement' if total == 1 else 'statements'}.{more}"


def _added(counted: Any) -> dict[str, int]:
    total: dict[str, int] = {}
    for one in counted:
        for reason, number in one.items():
            total[reason] = total.get(reason, 0) + number
    return dict(sorted(total.items(), key=lambda item: (-item[1], item[0])))


def _tile_words(group: str, number: int) -> str:
    noun = "statement" if number == 1 else "statements"
    verb = "holds" if number == 1 else "hold"
    return {
        "discrepant": f"{noun} whose figures cannot be right as printed",
        "query": f"{noun} to ask the authors about: an innocent reason may be left unsaid",
        "explained": f"{noun} that {verb} only under an assumption",
        "unverifiable": f"{noun} that could not be checked",
        "accepted": f"{noun} whose figures do not agree, looked at and accepted",
        "consistent": f"{noun} checked and held",
    }[group]


def _printable(value: Any) -> Any:
    """Text that a page may hold. Runs before escaping, on everything that is put into the page."""
    return value if isinstance(value, Markup) or not isinstance(value, str) else _UNPRINTABLE.sub("\ufffd", value)


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_asset),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    said: dict[str, Callable[..., Any]] = {
        "arithmetic": words.arithmetic,
        "edits": words.edits,
        "explanations": words.explanations,
        "field_name": words.field_name,
        "first_sentence": words.first_sentence,
        "further_sentences": words.further_sentences,
        "plain": words.plain,
        "tile_words": _tile_words,
        "trials": trials,
    }
    environment.globals.update(
        said,
        names=words.NAMES,
        reasons=words.REASONS,
        titles=words.TITLES,
        habits_title=words.HABITS,
        notes_title=words.NOTES,
        severity=words.SEVERITY,
        certainty=words.CERTAINTY,
    )
    return environment


def _template(name: str) -> jinja2.Template:
    return _environment().get_template(name)


@functools.cache
def _asset(name: str) -> str:
    return resources.files("checker.report").joinpath("page", name).read_text("utf-8")


def _hash(text: str) -> str:
    """The source expression by which the page's policy admits this text and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
