"""A tree of strings as YAML for people: plain scalars, short collections on one line, comments where asked for.

It is the other half of `checker.yamltree`, which reads what is written here back to the same tree.
"""

import re
from collections.abc import Iterator, Mapping

from checker.yamltree import Node, Steps

_WIDTH = 120
_INDENT = 2
# What a plain scalar may not begin with; a dash may where no blank follows.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_MAY_BEGIN = re.compile(r"-[^\s,\[\]{}:-]")
# What ends a plain scalar, or makes a reader take it for something else.
_ENDS = re.compile(r":(?=[\s,\[\]{}]|$)|\s#|[,\[\]{}?]|^(?:---|\.\.\.)")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


def write(tree: Node, comments: Mapping[Steps, str] | None = None) -> str:
    """The text of a tree; ``comments`` stand on lines of their own, above the node that the steps lead to.

    >>> print(write({"claims": [{"id": "a", "count": "10", "percent": "22.0"}]}, {("claims", 0): "10 (22.0%)"}), end="")
    claims:
      # 10 (22.0%)
      - {id: a, count: 10, percent: 22.0}
    """
    return "".join(f"{line}\n" for line in _block(tree, (), 0, comments or {}))


def commented(text: str, indent: int) -> list[str]:
    """Words as lines of a comment: nothing in them can end it."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    words = printable.encode("utf-8", "replace").decode("utf-8").split()
    return [" " * indent + "# " + " ".join(words)] if words else []


def _block(node: Node, steps: Steps, indent: int, comments: Mapping[Steps, str]) -> Iterator[str]:
    """The lines of a node that has lines of its own."""
    if not isinstance(node, dict | list):
        yield " " * indent + scalar(node)
        return
    if not node:
        yield " " * indent + _flow(node)
        return
    entries: list[tuple[str, tuple[str | int], Node]]
    if isinstance(node, dict):
        entries = [(f"{scalar(key)}:", (key,), value) for key, value in node.items()]
    else:
        entries = [("-", (at,), value) for at, value in enumerate(node)]
    for mark, step, value in entries:
        inner = (*steps, *step)
        if inner in comments:
            yield from commented(comments[inner], indent)
        flow = _on_one_line(value, inner, comments)
        if flow is not None and (isinstance(value, str) or indent + len(mark) + 1 + len(flow) <= _WIDTH):
            yield f"{' ' * indent}{mark} {flow}"
        elif mark == "-":
            first, *rest = _block(value, inner, indent + _INDENT, comments)
            yield f"{' ' * indent}- {first.lstrip(' ')}"
            yield from rest
        else:
            yield " " * indent + mark
            yield from _block(value, inner, indent + _INDENT, comments)


def _on_one_line(node: Node, steps: Steps, comments: Mapping[Steps, str]) -> str | None:
    """A node as a flow collection; None where it is too deep, or something in it has a comment."""
    if isinstance(node, str):
        return scalar(node)
    if any(len(other) > len(steps) and other[: len(steps)] == steps for other in comments if len(steps) > 1):
        return None
    return _flow(node) if (_depth(node) <= 3 and len(steps) > 1) or not node else None


def _depth(node: Node) -> int:
    if isinstance(node, str):
        return 0
    return 1 + max(map(_depth, node.values() if isinstance(node, dict) else node), default=0)


def _flow(node: Node) -> str:
    if isinstance(node, str):
        return scalar(node)
    if isinstance(node, dict):
        return "{" + ", ".join(f"{scalar(key)}: {_flow(value)}" for key, value in node.items()) + "}"
    return "[" + ", ".join(map(_flow, node)) + "]"


def scalar(text: str) -> str:
    """A string, plain where YAML lets it be, else in double quotes."""
    begins = text[:1] not in _INDICATORS or _MAY_BEGIN.match(text) is not None
    if text and begins and text == text.strip() and text.isprintable() and not _ENDS.search(text):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
