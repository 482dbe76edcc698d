"""Mappings written by people: YAML, read strictly; whatever is wrong is one error with its line."""

import re
from collections.abc import Iterable
from typing import Any

import msgspec
import yaml

from checker import claimfile, yamltree
from checker.entries.cells import FORMS
from checker.entries.errors import TableError
from checker.entries.mapping import BY_TAG, Across, Figure, Mapping, Path, Relation, figure_fields, names_of
from checker.entries.rows import nested
from checker.entries.sheet import Sheet
from checker.numerals import parse
from checker.spelling import aside, not_among
from checker.yamltree import Node, Steps

KEYS = ("labels", "cells", "rows", "across")
_ACROSS = ("kind", "by", "count", "percent", "parts", "whole", "total", "same", "exclusive", "complete")
# Every claim has these; a table gives them itself.
_OWN = ("id", "at", "section", "label", "expect", "note")
# What the figures of a cell are called in its form, by the field that takes them.
_PARTS: dict[tuple[str | int, ...], tuple[str, ...]] = {
    ("value",): ("mean", "median", "estimate"), ("estimate",): ("percent", "mean", "median"), ("error",): ("se",),
    ("quartiles", 0): ("q1",), ("quartiles", 1): ("q3",), ("range", 0): ("min",), ("range", 1): ("max",),
    ("interval", 0): ("lower",), ("interval", 1): ("upper",), ("difference",): ("estimate",), ("mean",): ("estimate",),
    ("events",): ("count",),
}  # fmt: skip


def loads(text: str, sheet: Sheet, path: str = "<mapping>") -> Mapping:
    """Read the mapping of a sheet.

    Raises:
        TableError: for whatever is wrong with it, the first problem only, with its line.
    """
    return _Reader(sheet, path).read(text)


class _Reader:
    def __init__(self, sheet: Sheet, path: str) -> None:
        self.sheet, self.path = sheet, path
        self.lines: dict[Steps, int] = {}
        self.columns = {name: column for column, name in enumerate(sheet.names) if name}
        self.forms: dict[int, str] = {}

    def read(self, text: str) -> Mapping:
        try:
            tree, self.lines = yamltree.parse(text)
        except yamltree.YAMLProblem as problem:
            reason = str(problem).replace("claims file", "mapping").replace("claims files", "mappings")
            raise TableError(self.path, reason, f"line {problem.line}") from None
        if not isinstance(tree, dict):
            raise self.error((), f"expected a mapping with the keys {', '.join(KEYS)}")
        self._known(tree, KEYS, ())
        self.forms = self._cells(tree.get("cells", {}))
        labels = tuple(self.column(name, ("labels", at)) for at, name in enumerate(self._list(tree, "labels")))
        relations = tuple(self._relation(node, ("rows", at)) for at, node in enumerate(self._list(tree, "rows")))
        across = tuple(self._across(node, ("across", at)) for at, node in enumerate(self._list(tree, "across")))
        if not relations and not across:
            raise self.error((), "expected `rows` or `across` to say which columns must agree")
        used = {column for relation in relations for column in relation.columns} | set(labels) | _columns_of(across)
        rest = {column: "" for column, name in enumerate(self.sheet.names) if name and column not in used}
        return Mapping(relations=relations, across=across, forms=self.forms, labels=labels, unmapped=rest)

    def _cells(self, node: Node) -> dict[int, str]:
        if not isinstance(node, dict):
            raise self.error(("cells",), "expected a form for each of some columns, such as `CR: count (percent)`")
        forms = {}
        for name, form in node.items():
            if form not in FORMS:
                raise self.error(("cells", name), f"expected one of {', '.join(FORMS)}, not {form!r}")
            forms[self.column(name, ("cells", name))] = str(form)
        return forms

    def _relation(self, node: Node, steps: Steps) -> Relation:
        if not isinstance(node, dict) or not isinstance(node.get("kind"), str):
            raise self.error(steps, "expected a kind of claim and the columns of its figures")
        tag = str(node["kind"])
        if tag not in BY_TAG:
            raise self.error((*steps, "kind"), f"expected a kind of claim, not {tag!r}{aside(tag, BY_TAG)}")
        fields = [name for name in BY_TAG[tag].__struct_fields__ if name not in _OWN]
        self._known(node, ("kind", "name", *fields), steps)
        figures: dict[Path, Figure] = {}
        constants: dict[Path, str] = {}
        for field in fields:
            if field in node:
                self._leaves(node[field], (field,), (*steps, field), tag, figures, constants)
        if not figures:
            raise self.error(steps, f"expected the columns of the figures of the {tag}")
        self._possible(tag, figures, constants, steps)
        return Relation(kind=tag, figures=figures, constants=constants, name=str(node.get("name", "")))

    def _leaves(
        self, node: Node, path: Path, steps: Steps, tag: str, figures: dict[Path, Figure], constants: dict[Path, str]
    ) -> None:
        """The figures and constants below a field, by their paths."""
        if isinstance(node, list):
            for at, item in enumerate(node):
                self._leaves(item, (*path, at), (*steps, at), tag, figures, constants)
        elif isinstance(node, dict) and "column" in node:
            self._known(node, ("column", "part"), steps)
            figures[path] = self._figure(node["column"], node.get("part"), path, (*steps, "column"))
        elif isinstance(node, dict) and set(node) == {"value"}:
            constants[path] = str(node["value"])
        elif isinstance(node, dict):
            for name, item in node.items():
                self._leaves(item, (*path, name), (*steps, name), tag, figures, constants)
        elif names_of(path) not in figure_fields(BY_TAG[tag]) or (node not in self.columns and _is_number(node)):
            constants[path] = node
        else:
            figures[path] = self._figure(node, None, path, steps)

    def _figure(self, name: Node, part: Node | None, path: Path, steps: Steps) -> Figure:
        column = self.column(name, steps)
        form = self.forms.get(column)
        if form is None:
            if part is not None:
                raise self.error(steps, f"expected the form of its cells under `cells`, since {part!r} is part of one")
            return Figure(column)
        usual = (str(path[-1]), *_PARTS.get(path[-1:], ()), *_PARTS.get(path[-2:], ()))
        wanted = (str(part),) if part is not None else usual
        found = next((name for name in wanted if name in FORMS[form].parts), None)
        if found is None:
            parts = ", ".join(FORMS[form].parts)
            raise self.error(steps, f"expected `part: ` with one of {parts}, which the cells of the column hold")
        return Figure(column, found)

    def _possible(self, tag: str, figures: dict[Path, Figure], constants: dict[Path, str], steps: Steps) -> None:
        """Raise what is wrong with the fields, whatever the figures will be."""
        numbers = figure_fields(BY_TAG[tag])
        filled = {path: "1" for path in figures if names_of(path) in numbers} | constants
        try:
            tree = {"id": "a", "kind": tag, **nested(filled)}
            msgspec.convert(tree, BY_TAG[tag], dec_hook=claimfile.decode, strict=False)
        except msgspec.ValidationError as error:
            problem, _, inner = str(error).partition(" - at `")
            inside = tuple(int(index) if index else name for name, index in re.findall(r"\.(\w+)|\[(\d+)\]", inner))
            missing = re.search(r"missing required field `(\w+)`", problem)
            if missing and any(path[0] == missing[1] for path in figures):
                return
            raise self.error((*steps, *inside), problem[0].lower() + problem[1:]) from None

    def _across(self, node: Node, steps: Steps) -> Across:
        if not isinstance(node, dict) or node.get("kind") not in ("partition", "repeat"):
            raise self.error(steps, "expected `kind: partition` or `kind: repeat`")
        self._known(node, _ACROSS, steps)
        by = tuple(self.column(name, (*steps, "by", at)) for at, name in enumerate(self._list(node, "by", steps)))
        same = self._list(node, "same", steps)
        figure: dict[str, Any] = {
            name: self._figure(node[name], None, (name,), (*steps, name))
            for name in ("count", "percent", "total")
            if name in node
        }
        flags: dict[str, Any] = {}
        for name in ("exclusive", "complete"):
            if node.get(name, "true") not in ("true", "false"):
                raise self.error((*steps, name), f"expected true or false, not {node[name]!r}")
            flags[name] = node.get(name, "true") == "true"
        if node["kind"] == "repeat":
            if not same or not by:
                raise self.error(steps, "expected the columns that tell rows apart (`by`) and must agree (`same`)")
            fields = tuple(Figure(self.column(name, (*steps, "same", at))) for at, name in enumerate(same))
            return Across(kind="repeat", by=by, same=fields)
        if not {"count", "percent"} & set(figure):
            raise self.error(steps, "expected the column of the counts or percentages of the parts")
        if "whole" in node and "parts" not in node:
            raise self.error((*steps, "whole"), "expected `parts` with the column that says so")
        return Across(
            kind="partition", by=by, parts=self.column(node["parts"], (*steps, "parts")) if "parts" in node else None,
            whole=str(node["whole"]) if "whole" in node else None, **figure, **flags,
        )  # fmt: skip

    def _list(self, node: dict[str, Node], key: str, steps: Steps = ()) -> list[Any]:
        found = node.get(key, [])
        if isinstance(found, str):
            return [found]
        if not isinstance(found, list):
            raise self.error((*steps, key), f"expected a list of {key}")
        return found

    def _known(self, node: dict[str, Node], keys: Iterable[str], steps: Steps) -> None:
        for key in node:
            if key not in keys:
                raise self.error((*steps, key), not_among(key, keys))

    def column(self, name: Node, steps: Steps) -> int:
        if not isinstance(name, str):
            raise self.error(steps, "expected the name of a column")
        if name not in self.columns:
            where = f"{self.sheet.sheet} of {self.sheet.path}" if self.sheet.sheet else self.sheet.path
            raise self.error(steps, f"expected a column of {where}, not {name!r}{aside(name, self.columns)}")
        return self.columns[name]

    def error(self, steps: Steps, reason: str) -> TableError:
        while steps and steps not in self.lines:
            steps = steps[:-1]
        return TableError(self.path, reason, f"line {self.lines.get(steps, 1)}")


def dumps(mapping: Mapping, sheet: Sheet) -> str:
    """Write a mapping that `loads` reads, with what was guessed and what is left in comments."""
    names = sheet.names
    parts = [f"# What the columns of {sheet.title} are. Check it, change it, and give it to --mapping.\n"]
    if mapping.labels:
        parts.append(_yaml({"labels": [names[column] for column in mapping.labels]}))
    if mapping.forms:
        parts.append(_yaml({"cells": {names[column]: form for column, form in mapping.forms.items()}}))
    if mapping.relations:
        parts.append("rows:\n")
        parts += [_commented(relation.why) + _yaml([_relation(relation, sheet)]) for relation in mapping.relations]
    if mapping.across:
        parts.append("across:\n")
        parts += [_commented(across.why) + _yaml([_across(across, sheet)]) for across in mapping.across]
    if not mapping.relations and not mapping.across:
        parts.append("# rows:\n# - {kind: proportion, count: ..., total: ..., percent: ...}\n")
    parts += [
        f"# not mapped: {' '.join(names[column].split())}{f', {why}' if why else ''}\n"
        for column, why in mapping.unmapped.items()
    ]
    return "".join(parts)


def _relation(relation: Relation, sheet: Sheet) -> dict[str, Any]:
    given = {"kind": relation.kind} | ({"name": relation.name} if relation.name else {})
    figures: dict[Path, Any] = {path: sheet.names[figure.column] for path, figure in relation.figures.items()}
    return given | nested(relation.constants | figures)


def _across(across: Across, sheet: Sheet) -> dict[str, Any]:
    made: dict[str, Any] = {"kind": across.kind, "by": [sheet.names[column] for column in across.by]}
    for name in ("count", "percent", "total"):
        figure = getattr(across, name)
        if figure is not None:
            made[name] = sheet.names[figure.column]
    if across.parts is not None:
        made["parts"] = sheet.names[across.parts]
    if across.whole is not None:
        made["whole"] = across.whole
    if across.same:
        made["same"] = [sheet.names[figure.column] for figure in across.same]
    return made


def _commented(why: str) -> str:
    return f"# guessed: {why}\n" if why else ""


def _yaml(node: Any) -> str:
    return str(yaml.safe_dump(node, sort_keys=False, allow_unicode=True, width=110, default_flow_style=None))


def _columns_of(across: Iterable[Across]) -> set[int]:
    found: set[int] = set()
    for each in across:
        found |= {*each.by, *({each.parts} if each.parts is not None else ())}
        found |= {figure.column for figure in (each.count, each.percent, each.total, *each.same) if figure is not None}
    return found


def _is_number(text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return True
