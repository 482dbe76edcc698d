"""Places in a Word document where a comment can begin and end: between runs, which are split where a figure begins."""

import copy
from typing import Any

from checker.read import wordml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Runs:
    """The runs of the body, by the numbers of their paragraph and of themselves, as the file had them when it was read.

    A run that is split keeps its look in both parts, and its characters in their order.
    """

    def __init__(self, root: Any) -> None:
        numbered = wordml.numbered(root, "")
        self._nodes = {(paragraph, run): node for node, (_, paragraph, run) in numbered.items()}
        self._parts: dict[Any, list[tuple[int, Any]]] = {}  # where each part of a split run starts

    def node(self, paragraph: int, run: int) -> Any:
        """A run, or None where there is none."""
        return self._nodes.get((paragraph, run))

    def part(self, paragraph: int, run: int, start: int, end: int) -> tuple[Any, Any] | None:
        """What holds characters of a run and no others: its first and its last element. None where there is no run.

        Equations and text boxes are whole: no comment can begin or end in one.
        """
        node = self.node(paragraph, run)
        if node is None:
            return None
        whole = self.whole(node)
        if whole is not None:
            return whole, whole
        return self._from(node, start), self._from(node, end, before=True)

    @staticmethod
    def whole(node: Any) -> Any:
        """The equation, or the run of a text box, that a run is in; None where it is in neither."""
        found = None
        for outer in node.iterancestors():
            if outer.tag in (f"{_M}oMath", f"{_M}oMathPara") or outer.tag == f"{_W}r":
                found = outer
        return found

    def _from(self, node: Any, offset: int, before: bool = False) -> Any:
        """The part of a run that begins at an offset, or ends there, split off where need be."""
        parts = self._parts.setdefault(node, [(0, node)])
        index = max(i for i, (start, _) in enumerate(parts) if start <= offset)
        start, part = parts[index]
        if start == offset:
            return parts[max(0, index - 1)][1] if before else part
        if offset - start >= _length(part):
            return part
        behind = _split(part, offset - start)
        parts.insert(index + 1, (offset, behind))
        return part if before else behind


def _length(run: Any) -> int:
    return sum(len(wordml.characters(child) or "") for child in run)


def _split(run: Any, offset: int) -> Any:
    """Cut a run in two behind so many characters; the second part, which stands behind the first."""
    behind = copy.copy(run)
    for child in list(behind):
        behind.remove(child)
    behind.tail = None
    look = run.find(f"{_W}rPr")
    if look is not None:
        behind.append(copy.deepcopy(look))
    seen = 0
    for child in list(run):
        text = wordml.characters(child) or ""
        if child is look or seen + len(text) <= offset:
            seen += len(text)
            continue
        if seen < offset:
            rest = copy.deepcopy(child)
            child.text, rest.text = text[: offset - seen], text[offset - seen :]
            child.set(_SPACE, "preserve")
            rest.set(_SPACE, "preserve")
            behind.append(rest)
        else:
            behind.append(child)
        seen += len(text)
    run.addnext(behind)
    return behind
