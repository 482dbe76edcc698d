"""From a paper to the draft of its claims file: what `audit` finds, put down for a curator to edit.

The claims are those of an audit; a draft adds where they come from (file, SHA-256), what a reader calls them,
the sentences that print them as comments, and why other numbers claim nothing.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

import msgspec

from checker import claimtext, sources
from checker.coverage import cover_page, numbers
from checker.document import Document, Span
from checker.draft import in_tables, reasons
from checker.draft.conditions import Seen
from checker.draft.labels import Labels
from checker.draft.parts import Parts
from checker.draft.quoting import quoted, quoting
from checker.extraction import of_page
from checker.extraction.grids.grid import grids
from checker.extraction.numbers import Token
from checker.extraction.sentences import Page
from checker.model import Place, Places
from checker.paper import Context, Description, Exclusion, Paper, Source

_HEAD = (
    "# Drafted by `checker extract`: nobody has looked at it yet. `drafted` says how sure a claim is, until you take\n"
    "# it out. Places are LINE:COLUMN-COLUMN of what `checker text` prints.\n"
)
_LONGEST_TITLE = 200
# One place for numbers that stand so many characters apart at most.
_CLOSE = 12
_FEWEST_WORDS = 4
_WORD = re.compile(r"[a-z]{3,}")
_OUTSIDE = {"reference": "reference list", "furniture": "around the paper: running heads, licence, addresses"}


def of(document: Document, path: str) -> str:
    """The claims file of a paper that was read from ``path`` (``-``: standard input), as text."""
    page = Page(document)
    paper = drafted(page, path)
    return _HEAD + claimtext.dumps(paper, {claim.id: quoted(page, claim) for claim in paper.claims})


def drafted(page: Page, path: str) -> Paper:
    """The claims of a paper, each with a label, its source, and the numbers that claim nothing."""
    document = page.document
    paper = of_page(page)
    labels = Labels(page)
    claims = tuple(
        msgspec.structs.replace(claim, label=claim.label or labels.of(claim), at=quoting(page, claim))
        for claim in paper.claims
    )
    source = Source(file=Path(path).name, sha256=sources.sha256(Path(path))) if Path(path).is_file() else None
    paper = msgspec.structs.replace(
        paper,
        document=Description(title=_title(document), source=source),
        exclude=tuple(_exclusions(document)),
        claims=claims,
    )
    return msgspec.structs.replace(paper, context=_context(page, paper))


def _title(document: Document) -> str:
    """The title printed on the paper, else the name of its file."""
    for block in document.blocks:
        if block.kind == "title" and (words := " ".join(document.text[block.span.start : block.span.end].split())):
            return words[:_LONGEST_TITLE]
    return PurePath(document.path).name or "a paper"


def _exclusions(document: Document) -> Iterator[Exclusion]:
    """The lines that hold nothing but the reference list, or what stands around a paper."""
    lines: list[tuple[int, str]] = []
    taken: set[int] = set()
    for block in document.blocks:
        first, last = document.line(block.span.start), document.line(max(block.span.start, block.span.end - 1))
        reason = _OUTSIDE.get(block.kind)
        if reason is None:
            taken.update(range(first, last + 1))
        else:
            lines += [(line, reason) for line in range(first, last + 1)]
    alone = [(line, reason) for line, reason in dict(lines).items() if line not in taken]
    for _, run in itertools.groupby(enumerate(alone), key=lambda item: (_before(document, alone, item[0]), item[1][1])):
        found = [line for _, line in run]
        first, last = found[0][0], found[-1][0]
        yield Exclusion(lines=f"{first}-{last}" if last > first else str(first), reason=found[0][1])


def _before(document: Document, alone: Sequence[tuple[int, str]], at: int) -> int:
    """The line at which a run of lines began, blank ones between them passed over."""
    while at and alone[at - 1][1] == alone[at][1]:
        last, line = alone[at - 1][0], alone[at][0]
        between = document.text[document.line_starts[last] : document.line_starts[line - 1]] if line - 1 > last else ""
        if between.strip():
            break
        at -= 1
    return at


def _context(page: Page, paper: Paper) -> tuple[Context, ...]:
    """The numbers that no claim binds and of which it is known why, by the reason."""
    document = page.document
    spans = [document.span(place) for place, _ in cover_page(paper, page).unbound]
    open_ones = {span.start for span in spans if span is not None}
    known: dict[int, str] = {}
    for grid in grids(page):
        inside = [token for token in numbers(page) if grid.table.span.start <= token.start < grid.table.span.end]
        known.update(in_tables.reasons(grid, inside))
    parts = Parts(document)
    found: dict[str, list[Place]] = defaultdict(list)
    run: list[Token] = []
    last: str | None = None
    for token in [*numbers(page), None]:
        reason = _reason(page, token, parts, known) if token is not None and token.start in open_ones else None
        if run and (reason != last or token is None or not _adjoin(document, run[-1], token)):
            found[str(last)].append(document.place(Span(run[0].start, run[-1].end)))
            run = []
        if token is not None and reason is not None:
            run.append(token)
        last = reason
    return tuple(Context(reason=reason, at=Places(places)) for reason, places in sorted(found.items()))


def _adjoin(document: Document, last: Token, token: Token) -> bool:
    """Whether two numbers stand so close that one place points at both."""
    return token.start - last.end <= _CLOSE and document.line(token.start) == document.line(last.start)


def _reason(page: Page, token: Token, parts: Parts, known: dict[int, str]) -> str | None:
    """Why a number claims nothing, if that is known."""
    block = page.document.block(token.start)
    if block is not None and block.kind in _OUTSIDE:
        return _OUTSIDE[block.kind]
    if token.start in known and (token.reason is None or known[token.start] in (in_tables.SIZE_OF, in_tables.LISTED)):
        return known[token.start]
    if token.reason is None and block is not None and block.kind == "table" and not _in_words(page, token):
        # What words around a number of running text say, other cells do not.
        return None
    heading = block is not None and block.kind in ("heading", "title")
    seen = Seen(page, token, page.sentence(token.start), parts.at(token.start), heading)
    return reasons.of(seen)


def _in_words(page: Page, token: Token) -> bool:
    """Whether a number of a table stands among words of its own cell."""
    text = page.text
    start = max(text.rfind("\t", 0, token.start), text.rfind("\n", 0, token.start)) + 1
    ends = [end for mark in "\t\n" if (end := text.find(mark, token.end)) >= 0]
    return len(_WORD.findall(page.low, start, min(ends, default=len(text)))) >= _FEWEST_WORDS
