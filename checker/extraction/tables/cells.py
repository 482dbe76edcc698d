"""The figures of a table: every cell read as a sentence is, and dressed by what label, heads and caption say of it.

``28 (65)`` is a count with its percentage under ``n (%)``, and a mean with its deviation under ``mean (SD)``. Figures
spread over neighbouring cells (``28 | 65``, ``1.20 | 0.90-1.60 | 0.31``, limits in the row below) become one too.
"""

import functools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from checker.document import Cell, Span
from checker.extraction.arithmetic import fits
from checker.extraction.grids.grid import Column, Grid, p_value
from checker.extraction.grids.layout import P_HEAD
from checker.extraction.numbers import Token
from checker.extraction.outline import Outline
from checker.extraction.printed import Figure, Limits, Printed
from checker.extraction.proposals import Proposal
from checker.extraction.tables import headings
from checker.extraction.tables.cell import OUT_OF, TO_UPPER, is_count, may_be_share, together
from checker.extraction.tables.headings import Said
from checker.kinds import Claim
from checker.model import Certainty
from checker.paper import Population

# What may stand behind the figures of a cell that prints nothing else: units, marks of footnotes.
_END = re.compile(r" ?%? ?\)?\)?[*†‡§¶#a-zᵃᵇᶜᵈᵉ ]{0,3}$")
# What may stand between two shares of one cell, in front of the first or behind the last: the name of the next one.
_NAME = re.compile(r"[\s,;/|)]{0,3}[^0-9()%]{0,60}")
_SIZE_BEHIND = re.compile(r"\)?[,;/] ?[0-9,]+")
_PERCENTS = re.compile(r"\(?(?:%|percent|percentage|per cent)\)?$")
_LOWER = re.compile(r"(?:lower|lcl|ll|low|inferior)\b|(?:2\.5 ?%)$")
_UPPER = re.compile(r"(?:upper|ucl|ul|high|superior)\b|(?:97\.5 ?%)$")
# What may stand between an estimate and its p.
_TEST = re.compile(
    r"z\b|wald|t\b|χ|chi|d\.?f\.?$|b$|β|beta|coeff?|s\.?e\.?(?:m\.?)?$|standard error|std\.? ?err(?:or)?"
)
_OTHER_P = re.compile(r"trend|interact|heterog|non-?inferior")
_OF_ALL_LEVELS = re.compile(r"overall|global")
# A row that is no level, but all of them.
_ALL_OF_THEM = re.compile(r"\b(?:sub-?)?total\b|^(?:all|any|overall)\b")
_MOST = 40
_LEAST_SIGNED = 3
_LEAST_UNMARKED, _MOST_OF_UNMARKED = 3, 0.5
# How far a share may lie from that of its column, of itself, to be one of them with a slip.
_NEAR = 0.25


def _ends(behind: str, said: Said) -> bool:
    """Whether nothing of its own stands behind the figures of a cell."""
    return _END.match(behind) is not None or (
        headings.ends_with_size(said.head) and _END.match(_SIZE_BEHIND.sub("", behind)) is not None
    )


class Entry(msgspec.Struct):
    """A figure of a table, and where it begins.

    Attributes:
        row, column: of the cell in which it begins; ``last``: the column in which it ends.
        figure: it and what is printed with it.
        said: the words about its cell.
        alone: whether its cell prints nothing else.
        marked: of a share, whether a sign or the words about it say that it is one.
        closing: offset behind the bracket that closes it, if one does.
    """

    row: int
    column: int
    last: int
    figure: Figure
    said: Said
    alone: bool = True
    marked: bool = True
    closing: int = 0

    @property
    def number(self) -> Token:
        """The count of a share."""
        assert self.figure.count is not None, "a share has a count"
        return self.figure.count

    @property
    def span(self) -> Span:
        """The characters of a share."""
        tokens = [token for token in (self.number, self.figure.total, self.figure.value) if token is not None]
        start, end = min(token.start for token in tokens), max(token.end for token in tokens)
        return Span(start, max(end, self.closing))


class Cells:
    """The figures of one table.

    Attributes:
        grid: its rows and columns.
        at: its figures, by the cells in which they begin.
        implied: the sizes of columns that print none, where their percentages imply one.
        unsure: where shares begin that print no sign, and of which none of their row fits its column, if nearly.
    """

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.implied: dict[int, Column] = {}
        self.unsure: set[int] = set()
        self._said: dict[tuple[int, int], Said] = {}
        self.at: dict[tuple[int, int], list[Entry]] = {}
        for row in grid.body:
            for column in grid.columns:
                if found := self._read(row, column):
                    self.at[row, column] = found
        for left, right in pairwise(grid.columns):
            if right == left + 1 and _PERCENTS.match(grid.own(right)):
                self._percentages(left, right)
        for percents, counts in grid.numbers.items():
            self._counted_beside(percents, counts)
        self._limits_beside()
        for row, below in pairwise(grid.body):
            if headings.interval_alone(grid.label(below)):
                self._limits_below(row, below)
        self._ps()

    @property
    def entries(self) -> Iterator[Entry]:
        """All its figures."""
        return (entry for found in self.at.values() for entry in found)

    @functools.cached_property
    def counted(self) -> list[Entry]:
        """What may be counts with their percentage, by rows."""
        counted = (entry for entry in self.entries if entry.figure.count is not None)
        return sorted(counted, key=lambda entry: (entry.row, entry.column, entry.span.start))

    @functools.cached_property
    def shares(self) -> list[Entry]:
        """Counts with their percentage, by rows.

        Brackets without a sign are shares where caption or notes say so, or where most of the table's are; and in a row
        of which no share fits its column, ``27 (4)`` may as well be a mean with its deviation. In a table most of whose
        shares have a sign, a row without any is of something else.
        """
        found = self.counted
        unmarked = [self.fits(entry) for entry in found if not entry.marked]
        customary = headings.all_shares(self.grid.about) or (
            sum(unmarked) >= max(_LEAST_UNMARKED, _MOST_OF_UNMARKED * len(unmarked))
        )
        rows = {entry.row for entry in found if self.fits(entry)}
        signed = Counter(entry.row for entry in found if entry.figure.value.unit == "%")
        if signed.total() >= _LEAST_SIGNED and 2 * signed.total() > len(found):
            found = [entry for entry in found if signed[entry.row] or entry.last > entry.column]
        if customary:
            self.unsure.update(
                entry.span.start
                for entry in found
                if not entry.marked and entry.row not in rows and self._is_near(entry)
            )
        return [
            entry
            for entry in found
            if entry.marked or (customary and (entry.row in rows or entry.span.start in self.unsure))
        ]

    def _is_near(self, entry: Entry) -> bool:
        """Whether a slip would make of a share one of those in its column."""
        size = self.size(entry.row, entry.column)
        total = entry.figure.total.value if entry.figure.total is not None else size.size if size is not None else 0
        return total > 0 and abs(100 * entry.number.value / total - entry.figure.value.value) <= _NEAR * min(
            100.0, max(entry.figure.value.value, 100 / total)
        )

    def fits(self, entry: Entry) -> bool:
        """Whether a share is one of those in its column, or of the total that its cell prints."""
        if entry.figure.total is not None:
            return fits(entry.number.value, entry.figure.total.value, entry.figure.value)
        size = self.size(entry.row, entry.column)
        return size is not None and fits(entry.number.value, size.size, entry.figure.value)

    def size(self, row: int, column: int) -> Column | None:
        """How many are in a column, at a row, as printed or as its percentages imply."""
        figure = self.one(row, column) if self.grid.numbers else None
        if figure is not None and figure.count is None and (beside := self.grid.beside(row, column)) is not None:
            return beside
        return self.implied.get(column) or self.grid.size(row, column)

    def said(self, row: int, column: int) -> Said:
        """The words about a cell."""
        key = row, column
        if key not in self._said:
            grid = self.grid
            self._said[key] = Said(
                grid.label(row), grid.heading(row), grid.head(column), grid.about, grid.printed_label(row),
                grid.printed_head(column), grid.stub,
            )  # fmt: skip
        return self._said[key]

    def one(self, row: int, column: int) -> Figure | None:
        """The figure of a cell that has one only."""
        found = self.at.get((row, column), ())
        return found[0].figure if len(found) == 1 else None

    def _read(self, row: int, column: int) -> list[Entry]:
        """The figures of a cell, as its own print and the words about it put them together."""
        grid = self.grid
        tokens = grid.figures(row, column)
        cell = grid.cell(row, column)
        if cell is None or not 0 < len(tokens) <= _MOST:
            return []
        said = self.said(row, column)
        figures = [Figure(tokens[0])]
        if len(tokens) > 1:
            outline = Outline.of(grid.page.norm, grid.page.low, cell.span.start, cell.span.end, tokens)
            outline.log = grid.page.log
            figures = together(Printed(outline), said)
        return self._entries(row, column, cell, figures, said)

    def _entries(self, row: int, column: int, cell: Cell, figures: Sequence[Figure], said: Said) -> list[Entry]:
        low = self.grid.page.low
        shares = sum(figure.count is not None for figure in figures)
        if 0 < shares < len(figures):
            # Something else is printed here too: who knows which of them the percentage is of.
            return []
        found = []
        end = cell.span.start
        for figure in figures:
            tokens = figure.tokens
            front, behind = low[end : tokens[0].start], low[tokens[-1].end : cell.span.end]
            alone = len(figures) == 1 and not front.strip(" (") and _ends(behind, said)
            end = tokens[-1].end + (behind.find(")") + 1 if behind.startswith((")", " )")) else 0)
            marked = figure.value.unit == "%" or (shares > 0 and said.shares)
            found.append(Entry(row, column, column, figure, said, alone, marked, 0 if figure.limits else end))
            if shares and not _NAME.fullmatch(front):
                return []
        return found if not shares or _NAME.fullmatch(low, end, cell.span.end) else []

    def _percentages(self, left: int, right: int) -> None:
        """``28 | 65.1`` and ``24/40 | 60.0``."""
        low = self.grid.page.low
        for row in self.grid.body:
            percent, counts = self.one(row, right), self.grid.figures(row, left)
            if percent is None or percent.tokens != (percent.value,) or headings.no_counts(self.grid.label(row)):
                continue
            if not may_be_share(percent.value) or not all(map(is_count, counts)):
                continue
            if len(counts) == 1:
                self._join(row, left, right, Figure(percent.value, counts[0]))
            elif len(counts) == 2 and OUT_OF.fullmatch(low, counts[0].end, counts[1].start):
                self._join(row, left, right, Figure(percent.value, counts[0], counts[1]))

    def _counted_beside(self, percents: int, counts: int) -> None:
        """``Men, % | 65.1 | 28``."""
        for row in self.grid.body:
            percent, number = self.one(row, percents), self.one(row, counts)
            if percent is None or number is None or percent.tokens != (percent.value,) or not is_count(number.value):
                continue
            if may_be_share(percent.value) and self.said(row, percents).shares:
                first, last = sorted((percents, counts))
                self._join(row, first, last, Figure(percent.value, number.value))

    def _join(self, row: int, column: int, last: int, figure: Figure) -> None:
        """Make one figure of those of neighbouring cells."""
        for other in self.grid.columns:
            if column < other <= last:
                self.at.pop((row, other), None)
        self.at[row, column] = [Entry(row, column, last, figure, self.said(row, column))]

    def _limits_beside(self) -> None:
        """``1.96 | 1.40 to 2.75`` under a head that names an interval, ``1.96 | 1.40 | 2.75`` under lower and upper."""
        grid = self.grid
        for column, other, third in zip(grid.columns, grid.columns[1:], [*grid.columns[2:], -1], strict=False):
            both = headings.interval_alone(grid.own(other))
            if not both and not (_LOWER.search(grid.own(other)) and _UPPER.search(grid.own(third))):
                continue
            for row in grid.body:
                figure = self.one(row, column)
                if figure is None or figure.limits or not self.at[row, column][0].alone:
                    continue
                tokens = grid.figures(row, other) if both else [*grid.figures(row, other), *grid.figures(row, third)]
                if limits := self._pair(tokens, apart=not both, level=self.said(row, other).level):
                    figure.limits = (limits,)
                    self._join(row, column, other if both else third, figure)

    def _limits_below(self, row: int, below: int) -> None:
        """Limits in a row of their own, below the figures."""
        for column in self.grid.columns:
            figure = self.one(row, column)
            limits = self._pair(self.grid.figures(below, column), level=self.said(below, column).level)
            if figure is not None and limits is not None and not figure.limits:
                figure.limits = (limits,)
                self.at.pop((below, column), None)

    def _pair(self, tokens: Sequence[Token], level: str, apart: bool = False) -> Limits | None:
        """Two numbers as the limits of a confidence interval."""
        if len(tokens) != 2 or not (apart or TO_UPPER.fullmatch(self.grid.page.low, tokens[0].end, tokens[1].start)):
            return None
        return Limits(tokens[0], tokens[1], "ci", level)

    def _ps(self) -> None:
        """Give figures with limits the p in the columns behind; one of several levels is that of the factor."""
        grid = self.grid
        found = [entry for entry in self.entries if entry.figure.limits and entry.figure.count is None]
        for entry in found:
            entry.figure.p = entry.figure.p or self._p_beside(entry)
        per_group = Counter((grid.group(each.row), each.column) for each in found)
        tested = Counter((grid.group(each.row), each.column) for each in found if each.figure.p is not None)
        untested = {(each.row, each.column) for each in found if each.figure.p is None}
        for each in found:
            group = grid.group(each.row), each.column
            below = (each.row + 1, each.column) in untested
            if _ALL_OF_THEM.search(grid.label(each.row)):
                continue
            if below or (group[0] >= 0 and tested[group] < per_group[group]):
                each.figure.p = None

    def _p_beside(self, entry: Entry) -> Token | None:
        """The p in one of the next columns, or, in a table that prints them in front, in the column before."""
        grid = self.grid
        at, first = grid.columns.index(entry.last), grid.columns.index(entry.column)
        for column in grid.columns[at + 1 : at + 5]:
            own = grid.own(column)
            if P_HEAD.match(own):
                if not self._share_model(entry.column, column):
                    break
                return self._p_at(entry.row, column)
            if not _TEST.match(own):
                break
        if (
            first
            and P_HEAD.match(grid.own(before := grid.columns[first - 1]))
            and self._share_model(before, entry.column)
        ):
            return self._p_at(entry.row, before) if len(grid.heads(before)) > 1 else None
        return None

    def _p_at(self, row: int, column: int) -> Token | None:
        head = self.grid.head(column)
        # ``Overall survival`` is a row like others.
        if _OTHER_P.search(f"{head} {self.grid.label(row)}") or _OF_ALL_LEVELS.search(head):
            return None
        return p_value(self.grid.figures(row, column))

    def _share_model(self, one: int, other: int) -> bool:
        """Whether two columns stand under the same heads, where their heads are of several rows."""
        first, second = self.grid.heads(one)[:-1], self.grid.heads(other)[:-1]
        return first == second or not first or not second


def name_of(kind: type[Claim]) -> str:
    """What a claim that a table makes is called."""
    return f"{kind.__struct_config__.tag} of a table"


def proposal(
    grid: Grid, kind: type[Claim], row: int, figures: Sequence[Token | Span], own: Sequence[Token | Span],
    why: str = "", certainty: Certainty = Certainty.PRINTED, populations: dict[str, Population] | None = None,
    cause: str | None = None, **fields: Any,
) -> Proposal:  # fmt: skip
    """A claim of a row of a table; ``cause``: what it shares with others of the table that misfit as it does."""
    return Proposal(
        kind=kind,
        within=grid.table,
        figures=tuple(figures),
        own=tuple(own),
        fields={"label": grid.title(row), **fields},
        populations=populations or {},
        certainty=certainty,
        why=why or "in one row",
        reading=name_of(kind),
        cause=f"{grid.name}: {cause}" if cause is not None else None,
        people="column" if populations else "",
    )
