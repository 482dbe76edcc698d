"""What a reader calls a claim: the row and column of its figures, or the clause that they stand in, and the arm."""

import re

from checker.document import Span
from checker.extraction.grids.grid import Grid, grids
from checker.extraction.grids.layout import SIZE
from checker.extraction.sentences import Page
from checker.kinds import AnyClaim

_LONGEST = 72
_MARKS = " \t\n.,;:–—-|*†‡§¶#("
# Where a clause begins.
_CLAUSE = re.compile(r"[;:.]\s|[()\[\]]|,\s(?:and|but|while|whereas|with)?|\b(?:and|but|while|whereas)\s")
# Words in front of a figure that say nothing of what it is.
_IDLE = re.compile(
    r"\s*\b(?:was|were|is|are|had|has|have|been|be|in|of|to|at|by|with|for|from|only|the|a|an|that|there|among|and|or|"
    r"occurred|occur|observed|seen|found|reported|recorded|noted|achieved|respectively|vs\.?|versus|than|as|about|"
    r"approximately|n|p|or|hr|rr|ci|mean|median)$",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[\s(\[]*[<>=≤≥~±+−-]*\s*[0-9][0-9.,·]*\s*%?[\s)\]]*$")
# What counts a figure stands in front of its noun: ``28 (50.9%) of 55 men``.
_BRACKET = re.compile(r"^\s*%?\s*(?:[(\[][^()\[\]]{0,60}[)\]])?\s*(?:(?:out )?of (?:the )?[0-9]+\s)?")
_ARM = re.compile(
    r"\s*%?\s*(?:[(\[][^()\[\]]{0,60}[)\]])?,? (?:in|with|for|of|on|among) (?:the )?"
    r"(?P<arm>(?:[A-Za-z][\w+-]{0,20} ){1,3}(?:groups?|arms?))\b"
)
_LETTER = re.compile(r"[^\W\d_]{2,}")


class Labels:
    """The labels of the claims of one paper."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.grids = grids(page)

    def of(self, claim: AnyClaim) -> str | None:
        """The label of a claim; None where its words would tell nothing."""
        spans = [span for place in claim.at if (span := self.page.document.span(place)) is not None]
        if not spans:
            return None
        sentence = self.page.sentence(spans[0].start)
        if sentence is not None:
            # The figure that the others stand behind, in brackets.
            spans = sorted(span for span in spans if sentence.start <= span.start < sentence.end)
        span = spans[0]
        grid = next((grid for grid in self.grids if grid.table.span.start <= span.start < grid.table.span.end), None)
        label = _in_table(grid, span) if grid is not None else self._in_sentence(span)
        return _shortened(label) if label and _LETTER.search(label) else None

    def _in_sentence(self, span: Span) -> str:
        """The words of the clause in front of a figure; where there are none, those behind it."""
        sentence = self.page.sentence(span.start)
        if sentence is None:
            return ""
        text = self.page.text
        behind = text[span.end : sentence.end]
        label = _trimmed(_CLAUSE.split(text[sentence.start : span.start])[-1])
        if not _LETTER.search(label):
            label = _trimmed(_CLAUSE.split(_BRACKET.sub("", behind, count=1), maxsplit=1)[0])
        arm = _ARM.match(behind)
        return f"{label} ({arm['arm']})" if arm and label and arm["arm"] not in label else label


def _in_table(grid: Grid, span: Span) -> str:
    """The label of the row, with the heading above it, and in brackets the heads of the column."""
    cell = next((cell for cell in grid.table.cells if cell.span.start <= span.start < max(cell.span.end, 1)), None)
    if cell is None:
        return ""
    row = grid.title(cell.row) or ""
    column = SIZE.sub("", grid.printed_head(cell.column)) if cell.column in grid.columns else ""
    return f"{_plain(row)} ({_plain(column)})" if _plain(row) and _plain(column) else _plain(row) or _plain(column)


def _plain(text: str) -> str:
    words = " ".join(text.split()).strip(_MARKS)
    return re.sub(r"\s*\(\s*(?:,\s*%?)?\s*\)", "", words)


def _trimmed(clause: str) -> str:
    """A clause without figures and idle words at its end."""
    words = " ".join(clause.split())
    while True:
        shorter = _IDLE.sub("", _FIGURE.sub("", words)).rstrip(_MARKS)
        if shorter == words:
            return words.lstrip(_MARKS + ")]%")
        words = shorter


def _shortened(label: str) -> str:
    """The end of a long clause, where its subject stands nearest to the figure."""
    label = "".join(character if character.isprintable() else " " for character in " ".join(label.split()))
    if len(label) <= _LONGEST:
        return label
    return label[: label.rfind(" ", 0, _LONGEST)].rstrip(_MARKS) + " …" if " " in label[:_LONGEST] else label[:_LONGEST]
