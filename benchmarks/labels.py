"""What readers said of discrepant findings.

``real``: the printed figures cannot all be right; ``innocent``: they can; ``misread``: they are not what was
extracted; ``unread``: nobody has looked.

Read from ``labels.tsv``, and from JSON Lines with `abstract` or `paper`, `check`, `message`, `label` (TRUE, DEBATABLE,
FALSE), and `start` and `end` where they are known.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from findings import Found, digest

LABELS = Path(__file__).with_name("labels.tsv")
NAMES = ("real", "innocent", "misread")
UNREAD = "unread"
_BLIND = {"TRUE": "real", "DEBATABLE": "innocent", "FALSE": "misread"}


class Label(NamedTuple):
    """A label, the finding it was given to, and the file it is from."""

    document: str
    start: int
    end: int
    check: str
    digest: str
    name: str
    file: str

    def likeness(self, found: Found) -> tuple[bool, float]:
        """How much a finding of the same document and check is the one labelled; falsy parts: not at all."""
        shared = found.shared(self.start, self.end)
        return found.digest == self.digest and (shared > 0 or self.start < 0), shared


class Labels:
    """The labels of some files. A finding is known by its document, its check and the characters it shares.

    Labels that come without offsets take those of the finding with the same message in ``run``.
    """

    def __init__(self, paths: Iterable[Path], run: Iterable[Found] = ()) -> None:
        given = [label for path in paths for label in _read(path)]
        wanted = {(label.document, label.check, label.digest) for label in given if label.start < 0}
        places: dict[tuple[str, str, str], list[Found]] = defaultdict(list)
        for found in run:
            if found.verdict == "discrepant" and (found.document, found.check, found.digest) in wanted:
                places[found.document, found.check, found.digest].append(found)
        self.all: list[Label] = []
        self._near: dict[tuple[str, str], list[Label]] = defaultdict(list)
        for label in given:
            # Of several findings with one message, each label takes the next.
            if label.start < 0 and (same := places[label.document, label.check, label.digest]):
                found = same.pop(0) if len(same) > 1 else same[0]
                label = label._replace(start=found.start, end=found.end)
            self.all.append(label)
            self._near[label.document, label.check].append(label)

    def of(self, found: Found) -> Label | None:
        """The label that a finding was given."""
        near = [label for label in self._near.get((found.document, found.check), ()) if any(label.likeness(found))]
        return max(near, key=lambda label: label.likeness(found), default=None)

    def name(self, found: Found) -> str:
        """What the label says, or that there is none."""
        label = self.of(found)
        return label.name if label else UNREAD


def _read(path: Path) -> Iterator[Label]:
    with path.open(encoding="utf-8") as lines:
        if path.suffix == ".tsv":
            next(lines)
            for line in lines:
                document, start, end, check, name = line.rstrip("\n").split("\t")[:5]
                yield Label(document, int(start), int(end), check, "", name, path.name)
            return
        for line in lines:
            row = json.loads(line)
            place = (row["start"], row["end"]) if row.get("start") is not None else (-1, -1)
            document = row.get("abstract") or row["paper"]
            yield Label(document, *place, row["check"], digest(row["message"]), _BLIND[row["label"]], path.name)
