"""Rows to claims: each relation of the mapping, in each row that has its figures."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from checker import claimfile
from checker.entries.cells import UnreadableError, figures, is_ambiguous, is_missing
from checker.entries.mapping import BY_TAG, Figure, Mapping, Path, Relation, dotted, figure_fields, names_of
from checker.entries.sheet import Sheet
from checker.kinds import Claim
from checker.model import Count, Place, Places, Reported

_MOST_LABEL = 40
_NO_SLUG = re.compile(r"[^A-Za-z0-9]+")

Parsed = dict[str, str] | str


class Origin(msgspec.Struct, frozen=True):
    """Where a claim is from: its rows, and the columns of its figures by the names of their fields."""

    rows: tuple[int, ...]
    cells: dict[str, tuple[int, int]]

    @property
    def row(self) -> int:
        """The first of its rows."""
        return self.rows[0]

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns of its figures, once each, from left to right."""
        return tuple(sorted({column for _, column in self.cells.values()}))


class Rows:
    """The claims of a sheet by a mapping, with where each is from and what could not be read.

    Attributes:
        origins: where each claim is from, by its id.
        problems: what is wrong with a cell that a claim needs, by row and column.
        missing: how many rows lack a figure that a relation cannot do without, by the position of the relation.
    """

    def __init__(self, sheet: Sheet, mapping: Mapping) -> None:
        self.sheet, self.mapping = sheet, mapping
        self.origins: dict[str, Origin] = {}
        self.problems: dict[tuple[int, int], str] = {}
        self.missing: dict[int, int] = {}
        self._parsed: dict[tuple[str | None, bool], dict[str, Parsed]] = {}
        self._slugs = _slugs(mapping.relations)
        self._careful = sheet.delimited is not None and sheet.delimited.delimiter == ";" and sheet.decimal == "."

    def claims(self, position: int, rows: Iterable[int]) -> Iterator[Claim]:
        """The claims that the relation at a position makes in some rows."""
        relation = self.mapping.relations[position]
        kind, fields = BY_TAG[relation.kind], list(relation.figures.items())
        types = figure_fields(kind)
        slug = self._slugs[position]
        for row in rows:
            values: dict[Path, str] = dict(relation.constants)
            found: dict[str, tuple[int, int]] = {}
            for path, figure in fields:
                text = self.figure(row, figure, types.get(names_of(path)))
                if text is not None:
                    values[path] = text
                    found[dotted(path)] = (row, figure.column)
            if len(found) + sum(path in types for path in map(names_of, relation.constants)) < 2:
                self.missing[position] = self.missing.get(position, 0) + bool(found)
                continue
            claim = self._claim(kind, values, row, slug, relation.name, found)
            if claim is None:
                self.missing[position] = self.missing.get(position, 0) + 1
            else:
                self.origins[claim.id] = Origin((row,), found)
                yield claim

    def figure(self, row: int, figure: Figure, kind: type[Reported] | None = None) -> str | None:
        """The figure of a cell as text; None where there is none, or what is there cannot be read as one."""
        column = figure.column
        text = self.sheet.columns[column][row]
        why = self.sheet.unknown.get((row, column)) if self.sheet.unknown else None
        if why is not None:
            self.problems[row, column] = why
            return None
        parsed = self.parsed(text, self.mapping.forms.get(column), kind is Count)
        if isinstance(parsed, str):
            if parsed:
                self.problems[row, column] = parsed
            return None
        return parsed.get(figure.part)

    def parsed(self, text: str, form: str | None, whole: bool = False) -> Parsed:
        """The figures of a cell by name, or what is wrong with it; an empty text where nothing was reported."""
        known = self._parsed.setdefault((form, whole), {})
        found = known.get(text)
        if found is None:
            found = known[text] = self._parse(text, form, whole)
        return found

    def _parse(self, text: str, form: str | None, whole: bool) -> Parsed:
        if is_missing(text):
            return ""
        if self._careful and is_ambiguous(text):
            return f"{text.strip()} may have a comma between thousands or before decimals; say which with --decimal"
        try:
            found = figures(text, form, self.sheet.decimal)
            for name, figure in found.items():
                (Count if whole and name in ("", "count", "total") else Reported)(figure)
        except UnreadableError as error:
            return str(error)
        except ValueError as error:
            return str(error)
        return found

    def label(self, row: int, name: str = "") -> str:
        """What the row is called, with whose figures they are."""
        cells = [self.sheet.columns[column][row].strip() for column in self.mapping.labels[:3]]
        parts = [cell if len(cell) <= _MOST_LABEL else f"{cell[:_MOST_LABEL]}…" for cell in cells if cell]
        if self.sheet.index is not None:
            parts = [f"row {self.sheet.key(row)}", *parts]
        return ", ".join([*parts, name] if name else parts)

    def places(self, cells: Iterable[tuple[int, int]]) -> Places:
        """Where some cells stand in the text of the sheet, once each."""
        places: dict[Place, None] = {}
        for row, column in cells:
            places[self.sheet.place(row, column)] = None
        return Places(places)

    def _claim(
        self,
        kind: type[Claim],
        values: dict[Path, str],
        row: int,
        slug: str,
        name: str,
        found: dict[str, tuple[int, int]],
    ) -> Claim | None:
        tree: dict[str, Any] = {"id": f"{self.sheet.number(row)}.{slug}"}
        tree |= nested(values)
        if label := self.label(row, name):
            tree["label"] = label
        if self.sheet.sheet is not None:
            tree["section"] = self.sheet.sheet
        tree["kind"] = kind.__struct_config__.tag
        try:
            claim = msgspec.convert(tree, kind, dec_hook=claimfile.decode, strict=False)
        except msgspec.ValidationError:
            # A field that the kind cannot do without has no figure in this row.
            return None
        return msgspec.structs.replace(claim, at=self.places(found.values()))


def nested(values: dict[Path, str]) -> dict[str, Any]:
    """Values by path as a tree of mappings and lists.

    >>> nested({("groups", 0, "count"): "1", ("groups", 1, "count"): "2"})
    {'groups': [{'count': '1'}, {'count': '2'}]}
    """
    tree: dict[str, Any] = {}
    grouped: dict[str, dict[Path, str]] = {}
    for path, value in values.items():
        first = str(path[0])
        if len(path) == 1:
            tree[first] = value
        else:
            grouped.setdefault(first, {})[path[1:]] = value
    for first, inner in grouped.items():
        if isinstance(next(iter(inner))[0], int):
            positions = sorted({path[0] for path in inner if isinstance(path[0], int)})
            tree[first] = [
                _item({path[1:]: value for path, value in inner.items() if path[0] == at}) for at in positions
            ]
        else:
            tree[first] = nested(inner)
    return tree


def _item(values: dict[Path, str]) -> Any:
    return values[()] if () in values else nested(values)


def _slugs(relations: Iterable[Relation]) -> list[str]:
    """A name of its own for each relation: whose figures they are, or else their kind."""
    taken: dict[str, int] = {}
    slugs = []
    for relation in relations:
        slug = _NO_SLUG.sub("-", relation.name).strip("-")[:60] or relation.kind
        if slug in taken:
            slug = f"{slug}-{relation.kind}"
        taken[slug] = taken.get(slug, 0) + 1
        slugs.append(slug if taken[slug] == 1 else f"{slug}-{taken[slug]}")
    return slugs
