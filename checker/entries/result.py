"""What becomes of a table: findings that join back to their rows and columns."""

from collections.abc import Hashable
from typing import TYPE_CHECKING

import msgspec

from checker.entries.mapping import Mapping
from checker.entries.rows import Origin
from checker.entries.sheet import Sheet
from checker.finding import Finding, Result

if TYPE_CHECKING:
    import pandas as pd


class TableResult(Result, frozen=True, kw_only=True):
    """The findings of a table.

    Attributes:
        sheet: the table as read.
        mapping: what its columns were taken for.
        origins: where each claim is from, by its id.
        problems: cells that are to be checked and cannot be read, each with its place.
        problem_cells: the same by row and column.
        passed: a byte for each row, 1 where a claim of it surely holds and is only counted.
    """

    sheet: Sheet
    mapping: Mapping
    origins: dict[str, Origin] = msgspec.field(default_factory=dict)
    problems: tuple[str, ...] = ()
    problem_cells: dict[tuple[int, int], str] = msgspec.field(default_factory=dict)
    passed: bytes = b""

    def rows(self, finding: Finding) -> tuple[Hashable, ...]:
        """The rows of a finding: the index of a data frame, else the numbers of a spreadsheet or an editor."""
        origin = self.origins.get(finding.claim.id)
        return tuple(map(self.sheet.key, origin.rows)) if origin is not None else ()

    def columns(self, finding: Finding) -> tuple[str, ...]:
        """The columns whose figures a finding compares."""
        origin = self.origins.get(finding.claim.id)
        return tuple(self.sheet.names[column] for column in origin.columns) if origin is not None else ()

    def cells(self, finding: Finding) -> tuple[tuple[int, int], ...]:
        """The cells of a finding, those of the figures in question first, by row and column from 0."""
        origin = self.origins.get(finding.claim.id)
        if origin is None:
            return ()
        in_question = [origin.cells[field] for field in finding.fields if field in origin.cells]
        return tuple(dict.fromkeys([*in_question, *origin.cells.values()]))

    def to_pandas(self) -> "pd.DataFrame":
        """The findings, one a row, the gravest first; ``row`` joins back to the table's own rows."""
        from checker.model import Verdict
        from checker.report import Options, frame, listed

        found = frame.of(self)
        findings = listed(self, Options(verdicts=frozenset(Verdict)))
        found.insert(0, "row", [next(iter(self.rows(finding)), None) for finding in findings])
        found.insert(1, "columns", [", ".join(self.columns(finding)) for finding in findings])
        return found
