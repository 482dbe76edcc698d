"""YAML as a tree of strings, with the line of every node.

Plain YAML only: an alias can make a small file unfold into a huge one, so anchors, aliases and tags are
refused where they stand, before anything is built from them.
"""

from collections.abc import Iterator
from typing import Any

import yaml

DEEPEST_NESTING = 12

Node = dict[str, "Node"] | list["Node"] | str
Steps = tuple[str | int, ...]

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class YAMLProblem(Exception):
    """What is wrong with the text, and on which line."""

    def __init__(self, line: int | None, problem: str) -> None:
        self.line = line
        super().__init__(problem)


def parse(text: str) -> tuple[Node, dict[Steps, int]]:
    """The tree of the one document in ``text``, and the line (from 1) of each node by the steps to it.

    Raises:
        YAMLProblem: for text that is not plain YAML, for none or several documents, for a key that is
            there twice, and for nesting deeper than `DEEPEST_NESTING`.
    """
    lines: dict[Steps, int] = {}
    try:
        return _document(iter(yaml.parse(text, Loader=_LOADER)), lines), lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(part for part in (error.context, error.problem) if part)
        raise YAMLProblem(mark.line + 1 if mark else None, f"expected YAML: {problem}") from None
    except yaml.YAMLError as error:
        position = getattr(error, "position", None)
        line = text.count("\n", 0, position) + 1 if isinstance(position, int) else None
        problem = str(getattr(error, "reason", error)).splitlines()[0]
        raise YAMLProblem(line, f"expected YAML: {problem}") from None


def _document(events: Iterator[Any], lines: dict[Steps, int]) -> Node:
    tree: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if tree is not None:
                raise YAMLProblem(_line(event), "expected one YAML document")
        elif not isinstance(event, yaml.StreamStartEvent | yaml.StreamEndEvent | yaml.DocumentEndEvent):
            tree = _node(event, events, (), lines)
    if tree is None:
        raise YAMLProblem(1, "expected a claims file, but there is nothing in it")
    return tree


def _node(event: Any, events: Iterator[Any], steps: Steps, lines: dict[Steps, int]) -> Node:
    lines.setdefault(steps, _line(event))
    if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
        raise YAMLProblem(_line(event), "expected plain YAML: claims files use no anchors, aliases or tags")
    if len(steps) > DEEPEST_NESTING:
        raise YAMLProblem(_line(event), f"expected at most {DEEPEST_NESTING} levels of nesting")
    if isinstance(event, yaml.ScalarEvent):
        return str(event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Node] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_node(event, events, (*steps, len(items)), lines))
        return items
    mapping: dict[str, Node] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise YAMLProblem(_line(event), "expected a plain key")
        key = str(event.value)
        if key in mapping:
            raise YAMLProblem(_line(event), f"expected each key once, but `{key}` is there twice")
        lines[(*steps, key)] = _line(event)
        mapping[key] = _node(next(events), events, (*steps, key), lines)
    return mapping


def _line(event: Any) -> int:
    line: int = event.start_mark.line
    return line + 1
