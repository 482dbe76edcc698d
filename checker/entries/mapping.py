"""What the columns of a table are: which of them make a claim in each row, and which rows make one together."""

import functools
from typing import Any, Literal

import msgspec

from checker.entries.sheet import Sheet
from checker.kinds import KINDS, Claim
from checker.model import Certainty, Reported

Path = tuple[str | int, ...]

BY_TAG: dict[str, type[Claim]] = {str(kind.__struct_config__.tag): kind for kind in KINDS}


class Figure(msgspec.Struct, frozen=True):
    """Where a figure of a claim stands: the column, and which figure of its cells."""

    column: int
    part: str = ""


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """Columns whose figures make a claim in every row.

    Attributes:
        kind: the kind of the claim, as in claims files.
        figures: where its figures stand, by the path of their field.
        constants: what is the same in every row, likewise.
        name: whose figures they are (an arm, an outcome).
        certainty: how it is known that the columns belong together.
        why: the reason, where that is a guess.
    """

    kind: str
    figures: dict[Path, Figure]
    constants: dict[Path, str] = {}
    name: str = ""
    certainty: Certainty = Certainty.STATED
    why: str = ""

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that it takes figures from, once each."""
        return tuple(dict.fromkeys(figure.column for figure in self.figures.values()))


class Across(msgspec.Struct, frozen=True, kw_only=True):
    """Rows that make a claim together: those with the same cells in the columns ``by``.

    Attributes:
        kind: ``partition``: their figures make a whole; ``repeat``: their figures are the same.
        by: the columns that tell which rows belong together; all rows where there are none.
        count: the column of the counts of the parts.
        percent: the column of percentages of one whole.
        parts: the column that names the parts.
        whole: what the row of the whole is called in the column ``parts``.
        total: the column in which each part has the whole.
        same: the columns that must agree.
        exclusive, complete: as in a claims file.
    """

    kind: Literal["partition", "repeat"]
    by: tuple[int, ...] = ()
    count: Figure | None = None
    percent: Figure | None = None
    parts: int | None = None
    whole: str | None = None
    total: Figure | None = None
    same: tuple[Figure, ...] = ()
    exclusive: bool = True
    complete: bool = True
    certainty: Certainty = Certainty.STATED
    why: str = ""


class Mapping(msgspec.Struct, frozen=True, kw_only=True):
    """What the columns of a table are.

    Attributes:
        relations: what is claimed in each row.
        across: what rows claim together.
        forms: how several figures stand in the cells of a column.
        labels: the columns that name a row.
        unmapped: the columns with figures that nothing is made of, and why.
        notes: what was assumed of columns.
    """

    relations: tuple[Relation, ...] = ()
    across: tuple[Across, ...] = ()
    forms: dict[int, str] = {}
    labels: tuple[int, ...] = ()
    unmapped: dict[int, str] = {}
    notes: tuple[str, ...] = ()

    def described(self, sheet: Sheet) -> tuple[str, ...]:
        """The mapping in words: what is compared with what, and what with nothing."""
        said = [f"compared in each row: {described(relation, sheet)}" for relation in self.relations]
        said += [f"compared across rows: {_described_across(across, sheet)}" for across in self.across]
        said += list(self.notes)
        said += [
            f"not mapped: {sheet.heading(column)}{f', {why}' if why else ''}" for column, why in self.unmapped.items()
        ]
        return tuple(said)


def described(relation: Relation, sheet: Sheet) -> str:
    """A relation in words: its kind, and which column each of its figures is."""
    named = [f"{dotted(path)}: {sheet.heading(figure.column)}" for path, figure in relation.figures.items()]
    said = [f"{dotted(path)}: {value}" for path, value in relation.constants.items()]
    guessed = f" ({relation.why})" if relation.certainty is Certainty.GUESSED and relation.why else ""
    return f"{relation.kind} ({', '.join([*named, *said])}){guessed}"


def _described_across(across: Across, sheet: Sheet) -> str:
    by = " and ".join(sheet.heading(column) for column in across.by)
    if across.kind == "repeat":
        what = ", ".join(sheet.heading(figure.column) for figure in across.same)
        return f"{what} must agree in rows of one {by}"
    what = ", ".join(sheet.heading(figure.column) for figure in (across.count, across.percent) if figure is not None)
    return f"{what} of the rows{f' of one {by}' if by else ''} make the whole{f' ({across.why})' if across.why else ''}"


def dotted(path: Path) -> str:
    """The path of a field as claims and findings name it.

    >>> dotted(("groups", 0, "count"))
    'groups[0].count'
    """
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


@functools.cache
def figure_fields(kind: type[Claim]) -> dict[tuple[str, ...], type[Reported]]:
    """The fields of a kind that hold printed numbers, by their names without positions."""
    found: dict[tuple[str, ...], type[Reported]] = {}
    _walk(msgspec.inspect.type_info(kind), (), found)
    return found


def _walk(node: Any, path: tuple[str, ...], found: dict[tuple[str, ...], type[Reported]]) -> None:
    if isinstance(node, msgspec.inspect.StructType):
        for field in node.fields:
            _walk(field.type, (*path, field.name), found)
    elif isinstance(node, msgspec.inspect.UnionType):
        for each in node.types:
            _walk(each, path, found)
    elif isinstance(node, msgspec.inspect.TupleType):
        for each in node.item_types:
            _walk(each, path, found)
    elif isinstance(node, msgspec.inspect.VarTupleType):
        _walk(node.item_type, path, found)
    elif isinstance(node, msgspec.inspect.CustomType) and issubclass(node.cls, Reported):
        found[path] = node.cls


def names_of(path: Path) -> tuple[str, ...]:
    """A path without its positions."""
    return tuple(step for step in path if isinstance(step, str))
